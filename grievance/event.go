package grievance

import (
	"encoding/json"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Event is one thing that happened in a case. Events are only ever added. Which
// fields an event needs depends on its kind; [Case.Append] says what is missing.
//
// Every text that a person writes about a case is a [Secret].
type Event struct {
	ID   uuid.UUID `json:"id"`
	Case uuid.UUID `json:"case"`
	Kind EventKind `json:"kind"`
	On   risk.Date `json:"on"` // a day
	By   Party     `json:"by,omitzero"`

	Reason      RejectReason      `json:"reason,omitzero"`      // Reject
	Notice      Notice            `json:"notice,omitzero"`      // Reject: how the complainant was told
	Target      MechanismKind     `json:"target,omitzero"`      // Refer: the kind of body
	Finding     Finding           `json:"finding,omitzero"`     // Find
	Withdrawal  Withdrawal        `json:"withdrawal,omitzero"`  // Withdraw: what the check for coercion showed
	Retaliation RetaliationForm   `json:"retaliation,omitzero"` // ReportRetaliation
	Child       uuid.UUID         `json:"child,omitzero"`       // ReportRetaliation: the case opened for it
	Risk        risk.Level        `json:"risk,omitzero"`        // AssessRetaliationRisk: 1 to 5
	Routes      risk.Answer       `json:"routes,omitzero"`      // RecordRoutes: are courts and other mechanisms still open?
	Party       Party             `json:"party,omitzero"`       // GiveConsent, RevokeConsent: to whom details may go
	Stage       Stage             `json:"stage,omitzero"`       // ExtendDeadline: the stage to be reached
	Until       risk.Date         `json:"until,omitzero"`       // ExtendDeadline: the new date
	Received    risk.Answer       `json:"received,omitzero"`    // Verify: did the remedy reach the person?
	View        View              `json:"view,omitzero"`        // Verify, Close: adequate in the person's own view?
	Remedies    []Remedy          `json:"remedies,omitzero"`    // ProposeRemedy
	RemedyIDs   []uuid.UUID       `json:"remedyIds,omitzero"`   // AgreeRemedy, DeliverRemedy, Verify; none means all
	Evidence    risk.EvidenceKind `json:"evidence,omitzero"`    // what shows it
	Detail      Secret            `json:"detail,omitzero"`      // in someone's own words
}

// EventKind says what happened in a case.
type EventKind uint8

const (
	EventNotStated        EventKind = iota
	Receive                         // the complaint came in
	Acknowledge                     // the complainant was told so, or it was posted where they can read it
	Screen                          // it is being looked at whether it can be taken on
	Admit                           // it is taken on
	Reject                          // it is not, with a reason and notice
	Refer                           // it is handed to another body
	Assess                          // it is being found out what it needs
	OpenDialogue                    // the parties start to talk
	Investigate                     // facts start to be established
	Find                            // what the facts show
	ProposeRemedy                   // remedy is offered
	AgreeRemedy                     // those to whom it is due agree
	DeliverRemedy                   // it is given
	Verify                          // those to whom it is due are asked
	Close                           // the case ends
	Appeal                          // someone asks to look at a decision again
	Withdraw                        // the complainant withdraws
	Reopen                          // an ended case is taken up again
	ReportRetaliation               // someone is said to have been punished for the case
	ConfirmRetaliation              // it was shown
	DismissRetaliation              // it was looked into and not shown
	AssessRetaliationRisk           // how likely and grave punishment would be
	Protect                         // interim protection is given
	EndProtection                   // it ends
	Inform                          // the complainant is told where the case stands
	GiveConsent                     // the person lets details go to a party
	RevokeConsent                   // and takes it back
	RecordRoutes                    // whether other routes to remedy stay open
	ExtendDeadline                  // a stage gets more time
	Note                            // anything else
	eventKinds            = iota
)

var eventKindText = textenum.Table[EventKind]{
	Kind: "event of a case",
	Names: []string{"", "receive", "acknowledge", "screen", "admit", "reject", "refer", "assess", "open-dialogue",
		"investigate", "find", "propose-remedy", "agree-remedy", "deliver-remedy", "verify", "close", "appeal",
		"withdraw", "reopen", "report-retaliation", "confirm-retaliation", "dismiss-retaliation",
		"assess-retaliation-risk", "protect", "end-protection", "inform", "give-consent", "revoke-consent",
		"record-routes", "extend-deadline", "note"},
}

// Party is someone in or around a case, by part and never by name.
type Party uint8

const (
	PartyNotStated Party = iota
	Complainant          // who complained
	AffectedPerson       // who is affected, if someone else complained
	Representative       // a union or organisation on their behalf
	Handler              // who runs the mechanism
	Company              // the company whose due diligence this is
	SupplierParty        // the supplier that the case is about
	Investigator         // whoever establishes facts
	Facilitator          // whoever leads the dialogue
	Authority            // a public body
	OtherMechanism       // another mechanism
	Public               // everyone
)

var partyText = textenum.Table[Party]{
	Kind: "party to a case",
	Names: []string{"", "complainant", "affected-person", "representative", "handler", "company", "supplier",
		"investigator", "facilitator", "authority", "other-mechanism", "public"},
}

// RejectReason says why a case was not taken on.
type RejectReason uint8

const (
	RejectReasonNotStated   RejectReason = iota
	OutOfScope                           // not what the mechanism is for
	NotAffiliated                        // a site or supplier that it does not serve
	InsufficientInformation              // the complainant may come again with more
	Duplicate                            // the same complaint is being dealt with
	AlreadyDecided                       // it was dealt with before
	ParallelProceeding                   // another body deals with it; by itself that does not exclude it
	BadFaith                             // needs evidence; that a complaint is not shown is none
)

var rejectReasonText = textenum.Table[RejectReason]{
	Kind: "reason for not taking on a case",
	Names: []string{"", "out-of-scope", "not-affiliated", "insufficient-information", "duplicate",
		"already-decided", "parallel-proceeding", "bad-faith"},
}

// Notice says how a complainant was told of a decision.
type Notice uint8

const (
	NoticeNotStated Notice = iota
	Told                   // directly, or through a token
	Posted                 // where someone who gave no name can read it
	NotReachable           // tried, without success
)

var noticeText = textenum.Table[Notice]{
	Kind: "notice to a complainant", Names: []string{"", "told", "posted", "not-reachable"},
}

// Finding says what the facts of a case show. That a complaint is not shown does
// not mean that it was made in bad faith.
type Finding uint8

const (
	FindingNotStated  Finding = iota
	Substantiated             // shown
	PartSubstantiated         // shown in part
	Unsubstantiated           // not shown
	Inconclusive              // the facts could not be established
)

var findingText = textenum.Table[Finding]{
	Kind: "finding", Names: []string{"", "substantiated", "partly-substantiated", "unsubstantiated", "inconclusive"},
}

// CallsForRemedy reports whether harm was shown, in whole or in part.
func (f Finding) CallsForRemedy() bool { return f == Substantiated || f == PartSubstantiated }

// Withdrawal says what the check for coercion showed when a complaint was
// withdrawn.
type Withdrawal uint8

const (
	WithdrawalNotStated Withdrawal = iota
	Freely                         // asked in safety, the person said so
	UnderPressure                  // the person said or the facts show otherwise
	CouldNotAsk                    // the person could not be asked in safety
)

var withdrawalText = textenum.Table[Withdrawal]{
	Kind: "withdrawal", Names: []string{"", "freely", "under-pressure", "could-not-ask"},
}

// RetaliationForm says how someone was punished for a complaint.
type RetaliationForm uint8

const (
	RetaliationFormNotStated RetaliationForm = iota
	Dismissal
	Demotion // or worse shifts, pay or work
	Threats
	Violence
	Blacklisting
	LegalAction       // a suit meant to silence
	Eviction          // from housing that the employer controls
	ImmigrationReport // to the authorities
	OtherRetaliation
)

var retaliationFormText = textenum.Table[RetaliationForm]{
	Kind: "form of retaliation",
	Names: []string{"", "dismissal", "demotion", "threats", "violence", "blacklisting", "legal-action", "eviction",
		"immigration-report", "other"},
}

// View is what the person says of the remedy.
type View uint8

const (
	ViewNotStated  View = iota
	Adequate            // it puts things right
	PartlyAdequate      // in part
	NotAdequate         // it does not
	Unreachable         // the person could not be found
	Declined            // the person would not say
)

var viewText = textenum.Table[View]{
	Kind:  "view of a remedy",
	Names: []string{"", "adequate", "partly-adequate", "not-adequate", "unreachable", "declined"},
}

// MarshalConfidential returns the JSON form with its detail in clear, for the
// host's protected store; see [Identity.MarshalConfidential].
func (e Event) MarshalConfidential(a Access, audit Audit) ([]byte, error) {
	type plain Event
	clear := struct {
		plain
		Detail string `json:"detail,omitzero"`
	}{plain: plain(e)}
	a.Of, a.Field = e.Case, "detail"
	if err := revealInto(&clear.Detail, e.Detail, a, audit); err != nil {
		return nil, err
	}
	return json.Marshal(clear)
}
