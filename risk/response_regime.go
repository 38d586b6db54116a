package risk

import (
	"iter"
	"slices"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// LastResort is the last step that a regime knows towards a business partner
// when all else has failed.
type LastResort uint8

const (
	LastResortNotStated LastResort = iota
	EndRelationship                // end the relationship
	SuspendRelationship            // suspend it
)

var lastResortText = textenum.Table[LastResort]{Kind: "last resort", Names: []string{"", "end", "suspend"}}

// RegimeState says how far a text has come as law or norm.
type RegimeState uint8

const (
	RegimeStateNotStated RegimeState = iota
	RegimeDraft                      // proposed
	RegimeAdopted                    // adopted; does not apply yet
	RegimeInForce                    // applies
	RegimeSuperseded                 // replaced by a later text
)

var regimeStateText = textenum.Table[RegimeState]{
	Kind:  "state of a regime",
	Names: []string{"", "draft", "adopted", "in-force", "superseded"},
}

// Regime is a norm or law under which a company decides about a relationship.
// A host may make its own. Texts move: AsOf says when this library last looked.
type Regime struct {
	ID         string      `json:"id"` // lower-kebab-case: "csddd-2026"
	Title      string      `json:"title"`
	LastResort LastResort  `json:"lastResort"`
	State      RegimeState `json:"state,omitzero"`
	AsOf       Date        `json:"asOf,omitzero"`
	Sources    []Citation  `json:"sources,omitzero"`
	// AtOnce lists the kinds of abuse at which the regime asks to suspend the
	// relationship or to end it at once, whatever leverage there is.
	AtOnce []Abuse `json:"atOnce,omitzero"`
	// ProgressMonths is in how many months from the adoption of a plan the
	// regime asks for measurable progress; 0 if it gives no time.
	ProgressMonths int `json:"progressMonths,omitzero"`
	// Note says under which conditions the last resort is open.
	Note string `json:"note,omitzero"`
	// Unverified says what this library could not check against the text.
	Unverified string `json:"unverified,omitzero"`
}

var regimes = [...]Regime{
	{
		ID: "ungp", Title: "UN Guiding Principles on Business and Human Rights", LastResort: EndRelationship, State: RegimeInForce,
		AsOf: Date{2026, 10, 0}, Sources: []Citation{{"UNGP", "19 commentary"}},
		Note: "Ending is considered where leverage is lacking and cannot be increased, with a credible assessment of " +
			"what it would do to people. While the company stays, it shows its efforts and accepts the consequences.",
	},
	{
		ID: "oecd", Title: "OECD Due Diligence Guidance for Responsible Business Conduct", LastResort: EndRelationship, State: RegimeInForce,
		AsOf: Date{2026, 10, 0}, Sources: []Citation{{"OECD-DDG-2018", ""}},
		Note: "Disengagement is a last resort, after attempts to mitigate have failed or where mitigation is not feasible " +
			"or the harm is severe.",
		Unverified: "the place in the guidance",
	},
	{
		ID:         "oecd-minerals",
		Title:      "OECD Due Diligence Guidance for Responsible Supply Chains of Minerals from Conflict-Affected and High-Risk Areas",
		LastResort: EndRelationship, State: RegimeInForce, AsOf: Date{2026, 10, 0}, Sources: []Citation{{"OECD-MINERALS", "Annex II"}},
		AtOnce:         []Abuse{AbuseTorture, AbuseForcedLabour, AbuseChildLabour, AbuseGross, AbuseArmedSupport},
		ProgressMonths: 6,
		Note: "The gravest abuses call for suspending the relationship or disengaging at once. Other risks are mitigated, with " +
			"measurable progress within six months of the adoption of the plan.",
		Unverified: "the wording of Annex II",
	},
	{
		ID: "csddd-2024", Title: "Directive (EU) 2024/1760 as adopted", LastResort: EndRelationship, State: RegimeSuperseded,
		AsOf: Date{2026, 10, 0}, Sources: []Citation{{"CSDDD-2024", "10(6)"}, {"CSDDD-2024", "11(7)"}},
		Note: "No new or extended relations, then suspension with an enhanced action plan; ending where the harm is severe " +
			"and the plan fails or has no prospect, unless ending would do manifestly more harm.",
	},
	{
		ID: "csddd-2026", Title: "Directive (EU) 2024/1760 as amended by Directive (EU) 2026/470", LastResort: SuspendRelationship,
		State: RegimeAdopted, AsOf: Date{2026, 10, 0}, Sources: []Citation{{"CSDDD-2026", "10"}, {"CSDDD-2026", "11"}},
		Note:       "The last step is to suspend the relationship; the duty to end it was removed.",
		Unverified: "the paragraphs, and the conditions of suspension",
	},
	{
		ID: "lksg", Title: "German Supply Chain Due Diligence Act (LkSG)", LastResort: EndRelationship, State: RegimeInForce,
		AsOf: Date{2026, 10, 0}, Sources: []Citation{{"LkSG", "7"}},
		Note: "Suspension while a plan is worked off comes first; ending is called for only where the violation is very " +
			"serious, the plan brought no success, and no milder means are left.",
		Unverified: "changes by the bill of September 2025",
	},
}

// Regimes yields the regimes that the library knows.
func Regimes() iter.Seq[Regime] {
	return func(yield func(Regime) bool) {
		for _, r := range regimes {
			r.Sources, r.AtOnce = append([]Citation(nil), r.Sources...), append([]Abuse(nil), r.AtOnce...)
			if !yield(r) {
				return
			}
		}
	}
}

// asksAtOnce reports whether the regime asks to suspend or end at once where
// the harm is of the given kind.
func (r *Regime) asksAtOnce(a Abuse) Answer {
	switch {
	case len(r.AtOnce) == 0:
		return No
	case !a.Known():
		return Unknown
	}
	return AnswerOf(slices.Contains(r.AtOnce, a))
}

// RegimeByID returns the regime with the given ID, and whether there is one.
func RegimeByID(id string) (Regime, bool) {
	for r := range Regimes() {
		if r.ID == id {
			return r, true
		}
	}
	return Regime{}, false
}
