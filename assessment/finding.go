package assessment

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Finding is something that an assessment found, with its causes.
type Finding struct {
	ID         uuid.UUID       `json:"id"`
	Code       string          `json:"code,omitzero"`
	Title      string          `json:"title"`
	Text       string          `json:"text,omitzero"`
	RootCauses []RootCause     `json:"rootCauses,omitzero"`
	Risks      []uuid.UUID     `json:"risks,omitzero"`
	Views      []string        `json:"views,omitzero"` // of those affected, so that nobody can be recognised
	Evidence   []risk.Evidence `json:"evidence,omitzero"`
}

// RootCause is why something happens, not merely what.
type RootCause struct {
	Text string    `json:"text"`
	Kind CauseKind `json:"kind,omitzero"`
}

// CauseKind says where a root cause lies.
type CauseKind uint8

const (
	CauseNotStated      CauseKind = iota
	PurchasingPractices           // price, lead time, late changes
	ManagementSystems             // of the supplier or the company
	LawAndEnforcement             // of the place
	SocialConditions              // poverty, discrimination, conflict
	LackOfVoice                   // people cannot organise or be heard
	LackOfTraceability            // the origin is not known
	BusinessModel
)

var causeKindText = textenum.Table[CauseKind]{
	Kind: "kind of root cause",
	Names: []string{"", "purchasing-practices", "management-systems", "law-and-enforcement", "social-conditions",
		"lack-of-voice", "lack-of-traceability", "business-model"},
}
