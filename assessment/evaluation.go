package assessment

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Evaluation is what follows from an assessment at a date: the ranked risks,
// the linkages with what the network says of them, where each recommendation
// stands, and what is not known. It is made by [Evaluate] and immutable: any
// number of goroutines may read it.
type Evaluation struct {
	Assessment      *Assessment // what was evaluated; not changed
	AsOf            risk.Date   // the day at whose end things are looked at
	MethodID        string
	MethodVersion   string
	Risks           []RiskResult    // gravest first; risks that nobody has rated come where they could stand
	Linkages        []LinkageResult // in the order of the document
	Recommendations *Tracking       // where each stands at AsOf
	Notes           []Note          // what is undetermined, not stated or in disagreement
}

// RiskResult is one risk with its place.
type RiskResult struct {
	Risk  *Risk
	Rated bool       // is any dimension of severity rated?
	Range risk.Range // the ratings put together, on the inherent basis
	// Best and Worst are the places that the risk can take, 1 being the
	// gravest; they are equal where the ratings leave no doubt.
	Best, Worst  int
	Illustrative bool // the place rests on an illustrative rating
}

// LinkageResult is one linkage with what could be computed for it.
type LinkageResult struct {
	Linkage   *Linkage
	Suppliers []uuid.UUID // that it covers, in the order of the document
	// to come: the proximity that the network gives, the classification of
	// facts, the responses that follow
}

// Note is something that a reader of an evaluation has to know: what is
// undetermined, not stated, or in disagreement.
type Note struct {
	Code    NoteCode
	Pointer string // RFC 6901, where in the document
	Args    []string
}

// NoteCode says what a note is about.
type NoteCode uint8

const (
	NoteNotStated NoteCode = iota
	RiskNotRated
	RiskPartlyRated
	InvolvementUndetermined
	SourceLabelMapped
	TierDisagreement
	TotalUnknown
	NoRisksNamed
)

var noteCodeText = textenum.Table[NoteCode]{
	Kind: "note of an evaluation",
	Names: []string{"", "risk-not-rated", "risk-partly-rated", "involvement-undetermined", "source-label-mapped",
		"tier-disagreement", "total-unknown", "no-risks-named"},
}
