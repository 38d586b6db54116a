package assessment

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
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
	ID          uuid.UUID          `json:"id"`
	Code        string             `json:"code,omitzero"` // the host's own human code
	Title       string             `json:"title,omitzero"`
	Risks       []uuid.UUID        `json:"risks,omitzero"`
	Covers      SupplierSet        `json:"covers,omitzero"`      // the part of the network that it speaks of
	Claimed     supplier.Proximity `json:"claimed,omitzero"`     // where a source says that this part stands
	Status      risk.Status        `json:"status,omitzero"`      // has the harm happened?
	Involvement risk.Involvement   `json:"involvement,omitzero"` // as stated; UNGP classes only
	Facts       risk.FactRecord    `json:"facts,omitzero"`       // that the involvement rests on
	// History holds the dated classifications, where the involvement was looked
	// at more than once. The one that stood on the day of an evaluation then
	// takes the place of Involvement and Facts.
	History risk.InvolvementHistory `json:"history,omitzero"`
	// Leverage holds what gives the company leverage over those who do the
	// harm; Relationship what the decision of UNGP 19 rests on.
	Leverage     risk.LeverageFactors   `json:"leverage,omitzero"`
	Relationship risk.RelationshipFacts `json:"relationship,omitzero"`
	SourceLabel  SourceLabel            `json:"sourceLabel,omitzero"` // as the source puts it
	MappingNote  string                 `json:"mappingNote,omitzero"` // how the label was understood, and why
	Decision     Decision               `json:"decision,omitzero"`    // on keeping or ending the relationship
	Judgement    risk.Judgement         `json:"judgement,omitzero"`
	// Illustrative marks an entry made up to show how the library works. It is
	// never shown as a company's own statement.
	Illustrative bool `json:"illustrative,omitzero"`
}

// Decision is what was decided about a business relationship through which the
// company is linked to harm (UNGP 19, commentary).
type Decision struct {
	Course Course    `json:"course,omitzero"`
	On     risk.Date `json:"on,omitzero"`
	By     string    `json:"by,omitzero"` // a role, not a private person
	Reason string    `json:"reason,omitzero"`
	// EndingAssessed says whether it was assessed what ending the relationship
	// would do to people.
	EndingAssessed risk.Answer     `json:"endingAssessed,omitzero"`
	EffectOfEnding string          `json:"effectOfEnding,omitzero"` // on people, as assessed
	Evidence       []risk.Evidence `json:"evidence,omitzero"`
}

// Taken reports whether a decision was taken.
func (d *Decision) Taken() bool { return d.Course != CourseNotStated }

// Course is what a company does about a relationship.
type Course uint8

const (
	CourseNotStated Course = iota
	Stay                   // and go on using leverage
	Suspend                // for a time
	EndRelationship
)

var courseText = textenum.Table[Course]{
	Kind: "course of a relationship", Names: []string{"", "stay", "suspend", "end"},
}

// SupplierSet selects suppliers of the document by ID, by category or both.
type SupplierSet struct {
	Suppliers  []uuid.UUID         `json:"suppliers,omitzero"`
	Categories []supplier.Category `json:"categories,omitzero"`
}

// SourceLabel is a label as a source uses it, word for word.
type SourceLabel struct {
	Text     string        `json:"text"`
	Language string        `json:"language,omitzero"` // BCP 47
	Citation risk.Citation `json:"citation,omitzero"`
	Source   uuid.UUID     `json:"source,omitzero"` // in Assessment.Sources
}
