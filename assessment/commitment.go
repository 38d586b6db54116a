package assessment

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Commitment is a value that a company holds to or something that it has bound
// itself to do.
type Commitment struct {
	ID     uuid.UUID      `json:"id"`
	Code   string         `json:"code,omitzero"`
	Title  string         `json:"title,omitzero"` // empty where a source counts commitments without naming them
	Kind   CommitmentKind `json:"kind,omitzero"`
	Made   risk.Date      `json:"made,omitzero"`
	Due    risk.Date      `json:"due,omitzero"`
	Kept   risk.Answer    `json:"kept,omitzero"`
	KeptOn risk.Date      `json:"keptOn,omitzero"`
	Risks  []uuid.UUID    `json:"risks,omitzero"`
}

// CommitmentKind tells a value from a commitment to act.
type CommitmentKind uint8

const (
	CommitmentNotStated CommitmentKind = iota
	Value                              // what the company holds to
	Foundational                       // what it builds its strategy on
	Target                             // something to be done by a date
)

var commitmentKindText = textenum.Table[CommitmentKind]{
	Kind: "kind of commitment", Names: []string{"", "value", "foundational", "target"},
}
