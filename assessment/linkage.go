package assessment

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// Linkage states how the company is involved in a risk through a part of its
// supply network.
//
// Involvement and proximity are two things: the first decides what the company
// must do, the second says where the harm is. A label that a source uses, such
// as "indirectly linked", stays the source's label; MappingNote says how it was
// understood.
type Linkage struct {
	ID           uuid.UUID        `json:"id"`
	Code         string           `json:"code,omitzero"`
	Title        string           `json:"title,omitzero"`
	Risks        []uuid.UUID      `json:"risks,omitzero"`
	Covers       SupplierSet      `json:"covers,omitzero"`
	Tiers        TierClaim        `json:"tiers,omitzero"` // as the source states them
	Status       risk.Status      `json:"status,omitzero"`
	Involvement  risk.Involvement `json:"involvement,omitzero"` // as stated; UNGP classes only
	SourceLabel  SourceLabel      `json:"sourceLabel,omitzero"`
	MappingNote  string           `json:"mappingNote,omitzero"`
	Judgement    risk.Judgement   `json:"judgement,omitzero"`
	Illustrative bool             `json:"illustrative,omitzero"`
}

// SupplierSet selects suppliers of the document by ID, by category or both.
type SupplierSet struct {
	Suppliers  []uuid.UUID         `json:"suppliers,omitzero"`
	Categories []supplier.Category `json:"categories,omitzero"`
}

// TierClaim is a range of tiers that a source states. Zero bounds are not
// stated.
type TierClaim struct {
	Min int `json:"min,omitzero"` // 1 or more
	Max int `json:"max,omitzero"` // 1 or more
}

// SourceLabel is a label as a source uses it, word for word.
type SourceLabel struct {
	Text     string        `json:"text"`
	Language string        `json:"language,omitzero"` // BCP 47
	Citation risk.Citation `json:"citation,omitzero"`
	Source   uuid.UUID     `json:"source,omitzero"` // in Assessment.Sources
}
