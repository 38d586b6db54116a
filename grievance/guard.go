package grievance

import (
	"fmt"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Missing says what an event lacks.
type Missing uint8

const (
	MissingNotStated  Missing = iota
	Day                       // the date of an event is a day
	RejectionReason           // a complainant is told why a case is not taken on
	RejectionNotice           // and that it is not
	BadFaithEvidence          // bad faith is shown, not presumed
	ReferralTarget            // the kind of body that a case is handed to
	FindingResult             // what the facts show
	CoercionCheck             // whether a withdrawal was free
	ProposedRemedy            // at least one remedy is proposed
	KnownRemedy               // only a remedy that was proposed is agreed, delivered or verified
	AgreedRemedy              // only an agreed remedy is delivered, only a delivered one verified
	PersonsView               // what the person says, or that they could not be asked
	EvidenceOfRemedy          // a case in which harm was shown is closed on evidence of remedy
	ConsentParty              // to whom details may go
	ExtensionStage            // the stage that gets more time
	ExtensionDate             // the date until which, after the event
	ExtensionReason           // the reason, in the detail
	RiskLevel                 // a level of 1 to 5
	RoutesAnswer              // yes or no
	DismissalEvidence         // a report of retaliation is set aside on evidence only
	RetaliationReport         // only a report that was made and not decided on is set aside
)

var missingText = textenum.Table[Missing]{
	Kind: "thing that an event lacks",
	Names: []string{"", "day", "rejection-reason", "rejection-notice", "bad-faith-evidence", "referral-target",
		"finding", "coercion-check", "remedy", "known-remedy", "agreed-remedy", "persons-view",
		"evidence-of-remedy", "consent-party", "extension-stage", "extension-date", "extension-reason",
		"risk-level", "routes", "dismissal-evidence", "retaliation-report"},
}

var missingAdvice = [...]string{
	Day:               "date it with a day; a month or a year says too little for deadlines",
	RejectionReason:   "state the reason for which the case is not taken on",
	RejectionNotice:   "tell the complainant first, and state how",
	BadFaithEvidence:  "state the evidence; that a complaint is not shown does not make it one in bad faith",
	ReferralTarget:    "state the kind of body to which the case goes",
	FindingResult:     "state what the facts show",
	CoercionCheck:     "ask in safety whether the withdrawal is free, and state what you learned",
	ProposedRemedy:    "name at least one remedy",
	KnownRemedy:       "name only remedies that were proposed in this case",
	AgreedRemedy:      "agree a remedy before it is delivered, and deliver it before it is verified",
	PersonsView:       "ask the person whether it puts things right, and state the answer or that they could not be asked",
	EvidenceOfRemedy:  "deliver the remedy, state what shows it, and ask the person; harm was shown in this case",
	ConsentParty:      "state to whom details may go",
	ExtensionStage:    "state which stage gets more time",
	ExtensionDate:     "state until when, a day after the event",
	ExtensionReason:   "give the reason in the detail",
	RiskLevel:         "rate the risk of retaliation from 1 to 5",
	RoutesAnswer:      "state whether other routes to remedy are open, yes or no",
	DismissalEvidence: "state what shows that the report is unfounded",
	RetaliationReport: "report the retaliation first; every report that was made has been decided on",
}

// GuardError says that an event that the table allows lacks something.
type GuardError struct {
	Case    uuid.UUID
	Event   uuid.UUID
	Kind    EventKind
	Missing Missing
}

// Error names the case by its ID, and says what the event lacks and how to complete it.
func (e *GuardError) Error() string {
	advice := "complete the event"
	if int(e.Missing) < len(missingAdvice) && missingAdvice[e.Missing] != "" {
		advice = missingAdvice[e.Missing]
	}
	return fmt.Sprintf("case %s: %s lacks %s: %s", e.Case, e.Kind, e.Missing, advice)
}

// admit returns why e cannot follow in state s although the table allows it: a
// *[GuardError] or a *[RemedyError], nil if it can.
func (s *State) admit(e *Event) error {
	if missing := s.missing(e); missing != MissingNotStated {
		return &GuardError{Case: e.Case, Event: e.ID, Kind: e.Kind, Missing: missing}
	}
	for i := range e.Remedies {
		r := &e.Remedies[i]
		if err := r.Check(); err != nil {
			return err
		}
		if slices.ContainsFunc(e.Remedies[:i], func(o Remedy) bool { return o.ID == r.ID }) {
			return &RemedyError{Remedy: r.ID, Defect: RemedyTwice}
		}
	}
	return nil
}

// missing returns what e lacks in state s.
func (s *State) missing(e *Event) Missing {
	if e.On.Day() == 0 {
		return Day
	}
	switch e.Kind {
	case Reject:
		return missingToReject(e)
	case ExtendDeadline:
		return missingToExtend(e)
	case AgreeRemedy:
		return s.missingRemedy(e, Offered)
	case DeliverRemedy:
		return s.missingRemedy(e, Agreed)
	case Verify:
		if !stated(e.View) {
			return PersonsView
		}
		return s.missingRemedy(e, Delivered)
	case DismissRetaliation:
		switch {
		case e.Evidence == risk.EvidenceNotStated:
			return DismissalEvidence
		case s.OpenReports == 0:
			return RetaliationReport
		}
	case Close:
		return s.missingToClose(e)
	}
	return missingField(e)
}

// stated reports whether a value of an enumeration is stated and is one of its
// values.
func stated[E interface {
	~uint8
	Valid() bool
}](e E) bool {
	return e != 0 && e.Valid()
}

// missingField returns what an event lacks that needs one field only. It is a
// switch and no table of functions, which would move every event to the heap.
func missingField(e *Event) Missing {
	lacking, missing := false, MissingNotStated
	switch e.Kind {
	case Refer:
		lacking, missing = !stated(e.Target), ReferralTarget
	case Find:
		lacking, missing = !stated(e.Finding), FindingResult
	case Withdraw:
		lacking, missing = !stated(e.Withdrawal), CoercionCheck
	case ProposeRemedy:
		lacking, missing = len(e.Remedies) == 0, ProposedRemedy
	case GiveConsent, RevokeConsent:
		lacking, missing = !stated(e.Party), ConsentParty
	case AssessRetaliationRisk:
		lacking, missing = !e.Risk.Rated(), RiskLevel
	case RecordRoutes:
		lacking, missing = !e.Routes.Known(), RoutesAnswer
	}
	if !lacking {
		return MissingNotStated
	}
	return missing
}

// missingToReject returns what not taking on a case lacks.
func missingToReject(e *Event) Missing {
	switch {
	case !stated(e.Reason):
		return RejectionReason
	case !stated(e.Notice):
		return RejectionNotice
	case e.Reason == BadFaith && e.Evidence == risk.EvidenceNotStated:
		return BadFaithEvidence
	}
	return MissingNotStated
}

// missingToExtend returns what giving a stage more time lacks.
func missingToExtend(e *Event) Missing {
	switch {
	case !stated(e.Stage):
		return ExtensionStage
	case e.Until.Day() == 0 || !e.Until.After(e.On):
		return ExtensionDate
	case e.Detail.IsZero():
		return ExtensionReason
	}
	return MissingNotStated
}

// missingRemedy returns what an event on remedies lacks that needs each of them
// to have come to a standing.
func (s *State) missingRemedy(e *Event, least RemedyStanding) Missing {
	for _, id := range e.RemedyIDs {
		i := s.remedy(id)
		if i < 0 {
			return KnownRemedy
		}
		if s.Remedies[i].Standing < least {
			return AgreedRemedy
		}
	}
	for i := range s.Remedies {
		if len(e.RemedyIDs) > 0 || s.Remedies[i].Standing >= least {
			return MissingNotStated
		}
	}
	return AgreedRemedy
}

// missingToClose returns what closing lacks. Where harm was shown or remedy
// agreed, a case ends with evidence of remedy and the person's view of it; where
// the parties settled it between them, with their view.
func (s *State) missingToClose(e *Event) Missing {
	due := s.Finding.CallsForRemedy()
	for i := range s.Remedies {
		r := &s.Remedies[i]
		if !r.agreed {
			continue
		}
		due = true
		if r.Standing < Delivered || r.Evidence == risk.EvidenceNotStated {
			return EvidenceOfRemedy
		}
		if r.Standing < Asked {
			return PersonsView
		}
	}
	switch {
	case due && !s.anyAsked():
		return EvidenceOfRemedy
	case s.Stage == InDialogue && !stated(e.View):
		return PersonsView
	}
	return MissingNotStated
}

// anyAsked reports whether the person was asked about at least one remedy.
func (s *State) anyAsked() bool {
	for i := range s.Remedies {
		if s.Remedies[i].Standing == Asked {
			return true
		}
	}
	return false
}
