package assessment

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
)

// Risk is a harm to people that the company may be or is involved in. It is a
// risk to people, not to the company (UNGP 17, commentary).
type Risk struct {
	ID        uuid.UUID      `json:"id"`
	Code      string         `json:"code,omitzero"`
	Title     string         `json:"title"`
	Text      string         `json:"text,omitzero"`
	Rights    []risk.RightID `json:"rights,omitzero"`
	Groups    []risk.GroupID `json:"groups,omitzero"`
	Affected  CountRange     `json:"affected,omitzero"` // people
	Status    risk.Status    `json:"status,omitzero"`
	Salient   risk.Answer    `json:"salient,omitzero"` // does the source itself call it salient?
	Countries []string       `json:"countries,omitzero"`
	Ratings   []RiskRating   `json:"ratings,omitzero"`
	Controls  []uuid.UUID    `json:"controls,omitzero"` // measures against it
	// GrossAbuse says whether it is a risk of causing or contributing to gross
	// human rights abuses, which is treated as one of legal compliance (UNGP
	// 23c).
	GrossAbuse risk.Answer `json:"grossAbuse,omitzero"`
	// LegalConflict says how domestic law conflicts with the rights concerned,
	// and what is done to honour their principles (UNGP 23b).
	LegalConflict string `json:"legalConflict,omitzero"`
	// OffsetClaim is a source's claim, word for word, that something good makes
	// up for the harm. It changes nothing: UNGP 11 allows no such thing, and a
	// review shows it.
	OffsetClaim  string `json:"offsetClaim,omitzero"`
	Illustrative bool   `json:"illustrative,omitzero"`
}

// RiskRating is one assessor's rating of a risk, inherent or residual.
type RiskRating struct {
	Basis     risk.Basis     `json:"basis,omitzero"`
	Rating    risk.Range     `json:"rating"` // a plain rating or a range
	Judgement risk.Judgement `json:"judgement,omitzero"`
	Rationale string         `json:"rationale,omitzero"`
	// Illustrative marks a rating made up to show how the library works, not
	// one that the company or its assessor gave.
	Illustrative bool `json:"illustrative,omitzero"`
}

// CountRange is a number of people known to lie between two others. Either may
// be unknown.
type CountRange struct {
	Min risk.Count `json:"min,omitzero"`
	Max risk.Count `json:"max,omitzero"`
}

// Valid reports whether the bounds of r are not the wrong way round. Unknown
// bounds are valid.
func (r CountRange) Valid() bool {
	lo, okLo := r.Min.Known()
	hi, okHi := r.Max.Known()
	return !okLo || !okHi || lo <= hi
}
