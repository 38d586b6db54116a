package assessment

import (
	"slices"
	"strconv"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// Evaluation is what follows from an assessment at a date: the ranked risks,
// the linkages with what the network says of them, where each recommendation
// stands, and what is not known. It is made by [Evaluate] and immutable: any
// number of goroutines may read it.
type Evaluation struct {
	Assessment      *Assessment     // what was evaluated; not changed
	AsOf            risk.Date       // the day at whose end things are looked at
	Method          *risk.Method    // that the risks are ranked with
	Risks           []RiskResult    // gravest first; what nobody has rated comes where it could stand
	Linkages        []LinkageResult // in the order of the document
	Recommendations *Tracking       // where each stands at AsOf
	Network         *supplier.Network
	NetworkReport   *supplier.NetworkReport // what was read, merged and skipped
	Notes           []Note                  // what is undetermined, not stated or in disagreement
}

// RiskResult is one risk with its place.
type RiskResult struct {
	Risk  *Risk
	Index int        // in the risks of the document
	Range risk.Range // the inherent ratings put together
	// Ratings is how many inherent ratings Range was put together from; 0 if
	// nobody has rated the risk.
	Ratings int
	// Best and Worst are the places that the risk can take, 1 being the
	// gravest; they are equal where the ratings leave no doubt.
	Best, Worst int
	Score       risk.Score // of Range
	// Residual holds the ratings with the measures that are in place and shown
	// to work, put together. It plays no part in the place. It is the zero Range
	// if there is none, or if no measure of the risk was shown to work.
	Residual risk.Range
	// Illustrative says that the place rests on ratings made up to show how the
	// library works.
	Illustrative bool
}

// Rated reports whether any dimension of the risk's severity is rated.
func (r *RiskResult) Rated() bool {
	lo := r.Range.Lo
	return lo.Scale.Rated() || lo.Scope.Rated() || lo.Irremediability.Rated()
}

// CanBeSevere reports whether a dimension of the severity is, or could be
// within its range, at the gravest level, or delay would make the harm
// irremediable. A risk that nobody has rated could be severe.
func (r *RiskResult) CanBeSevere() bool {
	hi := r.Range.Hi
	return !r.Rated() || hi.Scale == risk.MaxLevel || hi.Scope == risk.MaxLevel ||
		hi.Irremediability == risk.MaxLevel || hi.Delay == risk.Yes
}

// LinkageResult is one linkage with what could be computed for it.
type LinkageResult struct {
	Linkage *Linkage
	// Involvement is the class to act on: the one stated, or if none is, the
	// one that follows from the facts.
	Involvement risk.Involvement
	// Classified says that facts are stated; Classification is then what
	// follows from them. Its Explain says why, and while the class is open which
	// questions would decide it.
	Classified     bool
	Classification risk.Classification
	// Contradicts says that the class stated is not one that the facts allow,
	// nor one that they would allow once answers that contradict one another are
	// taken back.
	Contradicts bool
	// Rationale says why a person decided on the class, if the classification
	// that stands says so.
	Rationale string
	// Status is that of the classification that stood on the day, else as
	// stated, else that of its risks if they agree.
	Status risk.Status
	// Response is what the Guiding Principles ask for the class and status.
	Response risk.Response
	// LeverageAssessed says that anything is stated of the company's leverage;
	// Leverage is then what follows.
	LeverageAssessed bool
	Leverage         risk.Leverage
	// Next is the next step in the relationship, for one who is linked or
	// contributes; its Step is not stated for others.
	Next risk.RelationshipDecision

	// Suppliers, Placement and Paths may be shared with other linkages.
	Suppliers []uuid.UUID        // that it covers, in the order of the document
	Placement supplier.Placement // where the network has them
	Paths     []Path             // a shortest way for one supplier at each tier, nearest first
	// Disagreements say where the claim of the document and the network differ.
	Disagreements []supplier.Disagreement
	// Illustrative says that the place rests on relationships made up to show
	// how the library works.
	Illustrative bool
}

// Path is a shortest way from a supplier to the company.
type Path struct {
	Tier         int
	Steps        []supplier.Step
	Illustrative bool // a relationship on the way is made up
}

// FreshLook says whether a person should look afresh at the classification on a
// day, given the host's threshold in days; see
// [risk.InvolvementHistory.FreshLook]. A linkage without a history is looked at
// as it states itself, from the date of its judgement.
func (l *LinkageResult) FreshLook(asOf risk.Date, days int) risk.FreshLook {
	if len(l.Linkage.History) > 0 {
		return l.Linkage.History.FreshLook(asOf, days)
	}
	record := l.Linkage.standing(asOf)
	return record.FreshLook(asOf, days)
}

// TiersDisagree reports whether the network finds suppliers at a tier that is
// not claimed.
func (l *LinkageResult) TiersDisagree() bool {
	return slices.ContainsFunc(l.Disagreements, notClaimed)
}

func notClaimed(d supplier.Disagreement) bool {
	return d.Kind == supplier.TierNotClaimed || d.Kind == supplier.ChainNotClaimed
}

// InOwnOperationsOnly reports whether the linkage speaks of nobody but the
// company itself, and of no business partner on its premises.
func (l *LinkageResult) InOwnOperationsOnly() bool {
	p := l.Placement.Proximity
	if !p.Known() {
		p = l.Linkage.Claimed
	}
	return p == supplier.Proximity{OwnOperations: true, Directness: p.Directness, Upstream: p.Upstream} && !p.OnSite && onlyTierZero(p.Upstream)
}

func onlyTierZero(r supplier.TierRange) bool {
	furthest, bounded := r.Max()
	return !r.Known() || bounded && furthest == 0
}

// Note is something that a reader of an evaluation has to know: what is
// undetermined, not stated, or in disagreement.
type Note struct {
	Code    NoteCode `json:"code,omitzero"`
	Pointer string   `json:"pointer"`       // RFC 6901, where in the document
	Args    []string `json:"args,omitzero"` // codes, titles, names of enumerations
}

// NoteCode says what a note is about.
type NoteCode uint8

const (
	NoteNotStated           NoteCode = iota
	NoRisksNamed                     // the document names no risk
	MoreRisksThanNamed               // the source says, or does not rule out, that there are more
	RiskNotRated                     // args: code or title
	RiskPartlyRated                  // args: code or title, the dimensions that are missing
	InvolvementUndetermined          // args: code or title, the classes still possible
	InvolvementContradicted          // args: code or title, the class stated, the classes that the facts allow
	SourceLabelMapped                // args: the label, the class it was mapped to
	PlaceUnknown                     // args: code or title
	PlaceDisagrees                   // args: code or title, kind of disagreement, claimed, found
	TotalUnknown                     // how many recommendations were made is not stated; args: how many are listed
	NetworkSkipped                   // relationships could not be used; args: how many
	MethodNotTheDocuments            // args: the method that the document names, the one used
	StatusDisagreed                  // assessors differ on whether the harm has happened; args: code or title
	FactsContradict                  // args: code or title, the two facts whose answers cannot both be right
	CoveredNotFound                  // args: code or title, the supplier that is not there or the category that nobody is in
	PlacePartlyUnknown               // args: code or title, to how many of the suppliers covered no way is known
)

var noteCodeText = textenum.Table[NoteCode]{
	Kind: "note of an evaluation",
	Names: []string{"", "no-risks-named", "more-risks-than-named", "risk-not-rated", "risk-partly-rated",
		"involvement-undetermined", "involvement-contradicted", "source-label-mapped", "place-unknown",
		"place-disagrees", "total-unknown", "network-skipped", "method-not-the-documents",
		"status-disagreed", "facts-contradict", "covered-not-found", "place-partly-unknown"},
}

// at returns the pointer of the i-th element of a list of the document.
func at(list string, i int) string { return "/" + list + "/" + strconv.Itoa(i) }

// label returns a short name for something with a code and a title.
func label(code, title string) string {
	if code == "" {
		return title
	}
	return code
}
