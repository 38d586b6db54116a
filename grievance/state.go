package grievance

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// State is where a case stands after its events.
type State struct {
	Stage           Stage         `json:"stage,omitzero"`
	Since           risk.Date     `json:"since,omitzero"` // when it came to the stage
	Last            risk.Date     `json:"last,omitzero"`  // of the last event
	Events          int           `json:"events"`         // the version that a writer expects
	Finding         Finding       `json:"finding,omitzero"`
	RejectReason    RejectReason  `json:"rejectReason,omitzero"`
	ReferredTo      MechanismKind `json:"referredTo,omitzero"`
	Withdrawal      Withdrawal    `json:"withdrawal,omitzero"`
	View            View          `json:"view,omitzero"`        // the last that was said of remedy
	Retaliation     Retaliation   `json:"retaliation,omitzero"` // the gravest that is known
	OpenReports     int           `json:"openReports"`          // reports of retaliation that nobody has decided on
	RetaliationRisk risk.Level    `json:"retaliationRisk,omitzero"`
	Protected       bool          `json:"protected,omitzero"` // interim protection is in place
	Routes          risk.Answer   `json:"routes,omitzero"`    // are other routes to remedy open?
	Appeals         int           `json:"appeals"`
	Reopened        int           `json:"reopened"`
	Informed        risk.Date     `json:"informed,omitzero"` // when the complainant was last told where it stands

	// What most events change comes first, so that it is close together: see
	// record.
	kind       CaseKind
	consents   uint16             // by Party
	shared     bool               // referred without consent to another body
	unassessed bool               // the other side was met before the risk of retaliation was rated
	round      *[stages]risk.Date // first since it was last reopened or appealed; nil if it never was
	reached    [stages]risk.Date  // first

	Remedies []RemedyState `json:"remedies,omitzero"`

	extended []extension
}

// Retaliation says what is known of punishment for a complaint. NoReport is not
// that there was none. A later report that is not shown takes nothing away from an
// earlier one that was.
type Retaliation uint8

const (
	NoReport Retaliation = iota
	Reported
	Confirmed
	NotConfirmed // every report was looked into and not shown
)

var retaliationText = textenum.Table[Retaliation]{
	Kind: "retaliation", Names: []string{"no-report", "reported", "confirmed", "not-confirmed"},
}

// RemedyState is how far a remedy has come.
type RemedyState struct {
	Remedy   Remedy            `json:"remedy,omitzero"`
	Standing RemedyStanding    `json:"standing,omitzero"`
	Evidence risk.EvidenceKind `json:"evidence,omitzero"` // what shows that it was delivered
	Received risk.Answer       `json:"received,omitzero"` // as the person says
	View     View              `json:"view,omitzero"`     // adequate in the person's own view?

	agreed bool // to this or an earlier offer of it
}

// RemedyStanding says how far a remedy has come.
type RemedyStanding uint8

const (
	RemedyStandingNotStated RemedyStanding = iota
	Offered
	Agreed
	Delivered // as the one who gives it says
	Asked     // the person was asked; see Received and View
)

var remedyStandingText = textenum.Table[RemedyStanding]{
	Kind: "standing of a remedy", Names: []string{"", "offered", "agreed", "delivered", "asked"},
}

// extension is a later date for a stage.
type extension struct {
	stage Stage
	until risk.Date
}

// Reached returns the day on which the case first came to a stage, the zero Date
// if it has not. A case that was reopened or appealed may have come to it again.
func (s *State) Reached(stage Stage) risk.Date {
	if int(stage) >= len(s.reached) {
		return risk.Date{}
	}
	return s.reached[stage]
}

// Consented reports whether the person lets details go to a party, and has not
// taken it back.
func (s *State) Consented(to Party) bool { return s.consents&(1<<to) != 0 }

// RaisedFrom is the level of retaliation risk from which a case is raised by
// itself. This library's own choice.
const RaisedFrom risk.Level = 4

// Raised reports whether the case goes before others: a report of retaliation is
// open or was confirmed, its risk is high, the case is itself about retaliation and
// has not ended, or a complaint was withdrawn under pressure or nobody could ask in
// safety why. Whether the case has ended makes no difference to the rest.
func (s *State) Raised() bool {
	return s.OpenReports > 0 || s.Retaliation == Confirmed || s.RetaliationRisk >= RaisedFrom ||
		s.kind == RetaliationCase && !s.Stage.Ended() || s.Stage == Withdrawn && s.Withdrawal != Freely
}

// clone returns a copy that shares nothing with s.
func (s *State) clone() State {
	c := *s
	c.Remedies, c.extended = slices.Clone(s.Remedies), slices.Clone(s.extended)
	if s.round != nil {
		round := *s.round
		c.round = &round
	}
	return c
}

// apply folds one event that is in order. It returns a *[TransitionError] if the
// table does not allow it.
func (s *State) apply(e *Event) error {
	to, err := table().Next(s.Stage, e.Kind)
	if err != nil {
		return err
	}
	s.record(e, to)
	return nil
}

// record sets what e changes; the case goes to stage to.
func (s *State) record(e *Event, to Stage) {
	if to != s.Stage || s.Events == 0 {
		s.reach(e, to)
	}
	s.Last = e.On
	s.Events++
	switch e.Kind {
	case Acknowledge, Inform:
		s.Informed = e.On
	case Reject:
		s.RejectReason = e.Reason
	case Refer:
		s.ReferredTo = e.Target
		s.shared = !s.Consented(OtherMechanism) && !s.Consented(Authority)
	case OpenDialogue, Investigate:
		s.unassessed = s.unassessed || !s.RetaliationRisk.Rated()
	case Find:
		s.Finding = e.Finding
	case ProposeRemedy, AgreeRemedy, DeliverRemedy, Verify:
		s.recordRemedy(e)
	case Close:
		if e.View != ViewNotStated {
			s.View = e.View
		}
	case Withdraw:
		s.Withdrawal = e.Withdrawal
	case Appeal:
		s.Appeals++
	case Reopen:
		s.Reopened++
	case ReportRetaliation, ConfirmRetaliation, DismissRetaliation:
		s.recordRetaliation(e.Kind)
	case AssessRetaliationRisk:
		s.RetaliationRisk = e.Risk
	case Protect:
		s.Protected = true
	case EndProtection:
		s.Protected = false
	case GiveConsent:
		s.consents |= 1 << e.Party
	case RevokeConsent:
		s.consents &^= 1 << e.Party
	case RecordRoutes:
		s.Routes = e.Routes
	case ExtendDeadline:
		s.extended = append(s.extended, extension{e.Stage, e.Until})
	}
}

// reach notes that the case comes to a stage. Whoever reopens a case or appeals
// starts a new round, in which deadlines run again: a reopened case is received
// anew.
func (s *State) reach(e *Event, to Stage) {
	if e.Kind == Reopen || e.Kind == Appeal {
		s.round = new([stages]risk.Date)
	}
	if e.Kind == Reopen {
		s.round[Received] = e.On
	}
	if s.round != nil && s.round[to].IsZero() {
		s.round[to] = e.On
	}
	if s.reached[to].IsZero() {
		s.reached[to] = e.On
	}
	s.Stage, s.Since = to, e.On
}

// recordRetaliation counts reports and what became of them. A decision is on one
// report; retaliation that is confirmed stays so.
func (s *State) recordRetaliation(k EventKind) {
	if k == ReportRetaliation {
		s.OpenReports++
	} else {
		s.OpenReports = max(s.OpenReports-1, 0)
	}
	switch {
	case s.Retaliation == Confirmed || k == ConfirmRetaliation:
		s.Retaliation = Confirmed
	case s.OpenReports > 0:
		s.Retaliation = Reported
	default:
		s.Retaliation = NotConfirmed
	}
}

// recordRemedy sets what e changes in the remedies of the case.
func (s *State) recordRemedy(e *Event) {
	for i := range e.Remedies {
		if j := s.remedy(e.Remedies[i].ID); j >= 0 {
			s.Remedies[j] = RemedyState{Remedy: e.Remedies[i], Standing: Offered, agreed: s.Remedies[j].agreed}
		} else {
			s.Remedies = append(s.Remedies, RemedyState{Remedy: e.Remedies[i], Standing: Offered})
		}
	}
	for i := range s.Remedies {
		r := &s.Remedies[i]
		if len(e.RemedyIDs) > 0 && !slices.Contains(e.RemedyIDs, r.Remedy.ID) {
			continue
		}
		switch {
		case e.Kind == AgreeRemedy && r.Standing == Offered:
			r.Standing, r.agreed = Agreed, true
		case e.Kind == DeliverRemedy && r.Standing >= Agreed:
			r.Standing, r.Evidence = Delivered, e.Evidence
		case e.Kind == Verify && r.Standing >= Delivered:
			r.Standing, r.Received, r.View = Asked, e.Received, e.View
		}
	}
	if e.Kind == Verify {
		s.View = e.View
	}
}

// remedy returns the place of a remedy in s.Remedies, -1 if it is not there.
func (s *State) remedy(id uuid.UUID) int {
	for i := range s.Remedies {
		if s.Remedies[i].Remedy.ID == id {
			return i
		}
	}
	return -1
}
