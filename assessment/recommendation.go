package assessment

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Recommendation is something that an assessment asks for, with everything
// that has happened to it since. Its state at any date is derived from Events.
type Recommendation struct {
	ID        uuid.UUID   `json:"id"`
	Code      string      `json:"code,omitzero"`
	Title     string      `json:"title"`
	Text      string      `json:"text,omitzero"`
	Addressee string      `json:"addressee,omitzero"`
	Findings  []uuid.UUID `json:"findings,omitzero"`
	Risks     []uuid.UUID `json:"risks,omitzero"`
	Actions   []uuid.UUID `json:"actions,omitzero"`
	Covers    SupplierSet `json:"covers,omitzero"`
	Events    []Event     `json:"events,omitzero"` // in the order in which they happened
}

// Event is one thing that happened to a recommendation. Events are only ever
// added.
type Event struct {
	ID           uuid.UUID       `json:"id"`
	Kind         EventKind       `json:"kind"`
	On           risk.Date       `json:"on,omitzero"`
	By           string          `json:"by,omitzero"`     // a role, not a private person
	Reason       string          `json:"reason,omitzero"` // required where the table says so
	Owner        string          `json:"owner,omitzero"`  // who is to do it, from this event on
	Due          risk.Date       `json:"due,omitzero"`    // by when, from this event on
	Progress     Percent         `json:"progress,omitzero"`
	Evidence     []risk.Evidence `json:"evidence,omitzero"`
	Illustrative bool            `json:"illustrative,omitzero"`
}

// Percent is a share of work done in whole per cents that may be unknown; its
// zero value is unknown, [risk.CountOf](0) is a known nothing.
type Percent = risk.Count

// State is where a recommendation stands.
type State uint8

const (
	StateNotStated State = iota // nothing is known to have happened yet
	Proposed
	Accepted
	PartlyAccepted
	Rejected
	Planned
	InProgress
	Blocked
	Implemented         // said to be done; nobody has shown that it works
	VerifiedEffective   // shown to have the effect for people
	VerifiedIneffective // shown not to have it
	Superseded
	Withdrawn
)

var stateText = textenum.Table[State]{
	Kind: "state of a recommendation",
	Names: []string{"", "proposed", "accepted", "partly-accepted", "rejected", "planned", "in-progress", "blocked",
		"implemented", "verified-effective", "verified-ineffective", "superseded", "withdrawn"},
}

// EventKind says what happened to a recommendation.
type EventKind uint8

const (
	EventNotStated EventKind = iota
	Propose
	Accept
	PartlyAccept
	Reject
	Plan
	Start
	Block
	Resume
	Implement
	VerifyEffective
	VerifyIneffective
	Reopen
	Supersede
	Withdraw
	ChangeDue
	ChangeOwner
	ReportProgress
)

var eventKindText = textenum.Table[EventKind]{
	Kind: "event of a recommendation",
	Names: []string{"", "propose", "accept", "partly-accept", "reject", "plan", "start", "block", "resume",
		"implement", "verify-effective", "verify-ineffective", "reopen", "supersede", "withdraw", "change-due",
		"change-owner", "report-progress"},
}
