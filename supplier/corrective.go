package supplier

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// CorrectiveAction is what a site does about findings of an audit, with
// everything that has happened to it since. Its state at any date is derived
// from Events, which are only ever added.
type CorrectiveAction struct {
	ID           uuid.UUID         `json:"id"`
	Code         string            `json:"code,omitzero"`
	Supplier     uuid.UUID         `json:"supplier"`
	Site         uuid.UUID         `json:"site,omitzero"`
	Findings     []uuid.UUID       `json:"findings,omitzero"`   // of audits
	RootCauses   []string          `json:"rootCauses,omitzero"` // why it came about
	Corrective   string            `json:"corrective,omitzero"` // what puts it right
	Preventive   string            `json:"preventive,omitzero"` // what keeps it from coming back
	Events       []CorrectiveEvent `json:"events,omitzero"`     // in the order in which they happened
	Illustrative bool              `json:"illustrative,omitzero"`
}

// CorrectiveEvent is one thing that happened to a corrective action.
type CorrectiveEvent struct {
	ID       uuid.UUID           `json:"id"`
	Kind     CorrectiveEventKind `json:"kind"`
	On       risk.Date           `json:"on,omitzero"`
	By       string              `json:"by,omitzero"`     // a role or organisation, not a private person
	Reason   string              `json:"reason,omitzero"` // needed where something is sent back or withdrawn
	Owner    string              `json:"owner,omitzero"`  // who is to do it, from this event on
	Due      risk.Date           `json:"due,omitzero"`    // by when, from this event on
	Evidence []risk.Evidence     `json:"evidence,omitzero"`
}

// CorrectiveState is where a corrective action stands.
type CorrectiveState uint8

const (
	CorrectiveNotStated  CorrectiveState = iota // nobody is known to have asked for a plan or handed one in yet
	CorrectiveRequested                         // a plan is asked for
	CorrectivePlanned                           // a plan is handed in
	CorrectiveAgreed                            // the plan is accepted
	CorrectiveInProgress                        // work is being done
	CorrectiveReported                          // said to be done; nobody else has looked
	CorrectiveVerified                          // somebody else saw that it is done
	CorrectiveWithdrawn                         // no longer asked for, with a reason
)

var correctiveStateText = textenum.Table[CorrectiveState]{
	Kind: "state of a corrective action",
	Names: []string{"", "requested", "planned", "agreed", "in-progress", "reported", "verified",
		"withdrawn"},
}

// CorrectiveEventKind says what happened to a corrective action.
type CorrectiveEventKind uint8

const (
	CorrectiveEventNotStated CorrectiveEventKind = iota
	RequestPlan                                  // somebody asks for a plan
	ContainHarm                                  // people are taken out of danger at once
	HandInPlan                                   // the site hands in a plan
	SendBackPlan                                 // the plan does not do
	AgreePlan                                    // the plan does
	StartWork
	ReportDone     // the site says that it is done
	VerifyDone     // somebody else saw that it is
	FailVerifying  // somebody else saw that it is not
	ExtendDue      // another date
	HandOver       // another owner
	WithdrawAction // the finding was wrong, or it is dealt with elsewhere
)

var correctiveEventKindText = textenum.Table[CorrectiveEventKind]{
	Kind: "event of a corrective action",
	Names: []string{"", "request-plan", "contain-harm", "hand-in-plan", "send-back-plan", "agree-plan",
		"start-work", "report-done", "verify-done", "fail-verifying", "extend-due", "hand-over",
		"withdraw-action"},
}
