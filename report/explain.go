package report

import (
	"fmt"
	"strconv"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// Explainer puts what the packages of this library give as reasons into words
// of a language, for a host that shows them elsewhere than in a report. It is
// made by [NewExplainer] and immutable: any number of goroutines may use it.
type Explainer struct{ words }

// ExplainOptions say in which words. The zero value is English, in the
// library's own.
type ExplainOptions struct {
	Language     string          // BCP 47; empty is English, see [Languages]
	Translations []Translation   // languages of the host, or words of its own
	Catalogue    *risk.Catalogue // names rights and groups; nil means [risk.Rights]
}

// NewExplainer returns an explainer. It returns a *[LanguageError] for a
// language that it does not know or a translation that is wrong.
func NewExplainer(o ExplainOptions) (*Explainer, error) {
	opts := Options{Language: o.Language, Translations: o.Translations, Catalogue: o.Catalogue}
	printer, err := opts.printer()
	if err != nil {
		return nil, err
	}
	return &Explainer{words{printer, opts.catalogue(), nil}}, nil
}

// Sentence is a reason in words.
type Sentence struct {
	Text  string   `json:"text,omitzero"`
	Basis []string `json:"basis,omitzero"` // what it rests on, as people cite it: "UNGP 13(b)"
}

// sentence returns a sentence with what it rests on; zero citations are left
// out.
func (w words) sentence(text string, basis ...risk.Citation) Sentence {
	s := Sentence{Text: text}
	for _, c := range basis {
		if !c.IsZero() {
			s.Basis = append(s.Basis, w.citation(c))
		}
	}
	return s
}

// Citation returns what a citation points at, as people write it.
func (e *Explainer) Citation(c risk.Citation) string { return e.citation(c) }

// Reason returns a reason of package risk: of a classification, a response, a
// decision about a relationship, leverage, or a fresh look.
func (e *Explainer) Reason(r risk.Reason) Sentence { return e.sentence(e.reason(r), r.Sources...) }

// Score says why a rating has its place: what decides it, through which key of
// the method, what is left open, and which rules the method breaks.
func (e *Explainer) Score(x risk.ScoreExplanation) []Sentence {
	var said []Sentence
	if names := e.dimensions(x.Decisive); len(names) > 0 {
		said = append(said, e.sentence(e.Text("explain.decided-by", e.List(names...))))
	}
	if x.By.ID != "" {
		said = append(said, e.sentence(e.Text("explain.through", e.methodKey(x.Score.Method(), x.By)), x.By.Source))
	}
	var open risk.Dimensions
	for _, p := range x.Parts {
		if p.Open {
			open = open.With(p.Dimension)
		}
	}
	if names := e.dimensions(open); len(names) > 0 {
		said = append(said, e.sentence(e.Text("explain.open", e.List(names...))))
	}
	for _, v := range x.Waivers {
		said = append(said, e.sentence(e.Text("explain.waived", e.enum("method-rule", v.Rule), capital(e.waiver(x.Score.Method(), v)))))
	}
	return said
}

// dimensions returns the names of dimensions of a rating.
func (w words) dimensions(set risk.Dimensions) []string {
	var names []string
	for d, key := range dimensionKeys {
		if key != "" && set.Has(risk.Dimension(d)) {
			names = append(names, w.Text(key))
		}
	}
	return names
}

// isBuiltIn reports whether a method is one of the library, whose words it has.
func isBuiltIn(m *risk.Method) bool {
	built, ok := risk.MethodByID(m.ID())
	return ok && built == m
}

// methodKey returns what a key of a method means. Keys of a host's method have
// the host's words.
func (w words) methodKey(m *risk.Method, k risk.KeyValue) string {
	if m != nil {
		if !isBuiltIn(m) {
			return k.Means
		}
		if key := "method-key." + m.ID() + "." + k.ID; w.Has(key) {
			return w.Text(key)
		}
	}
	if key := "method-key." + k.ID; w.Has(key) {
		return w.Text(key)
	}
	return k.Means
}

// waiver returns why a method breaks a rule. Methods of a host have the host's
// words.
func (w words) waiver(m *risk.Method, v risk.Waiver) string {
	if !isBuiltIn(m) {
		return v.Why
	}
	for _, key := range [...]string{"waived." + m.ID() + "." + v.Rule.String(), "waived." + v.Rule.String()} {
		if w.Has(key) {
			return w.Text(key)
		}
	}
	return v.Why
}

// Method says how a method decides and why: a sentence for each of its choices,
// then one for each rule that it breaks.
func (e *Explainer) Method(m *risk.Method) []Sentence {
	var said []Sentence
	for _, text := range e.methodReasons(m) {
		said = append(said, Sentence{Text: text})
	}
	for v := range m.Waivers() {
		said = append(said, e.sentence(e.Text("explain.waived", e.enum("method-rule", v.Rule), capital(e.waiver(m, v)))))
	}
	return said
}

// methodReasons returns why a method makes its choices, a text for each.
func (w words) methodReasons(m *risk.Method) []string {
	var said []string
	for r := range m.Reasons() {
		text := r.Choice + ": " + r.Why
		if key := "method-reason." + m.ID() + "." + strconv.Itoa(len(said)+1); isBuiltIn(m) && w.Has(key) {
			text = w.Text(key)
		}
		if r.Unverified {
			text += " " + w.Text("explain.unverified")
		}
		said = append(said, capital(text))
	}
	return said
}

// Note returns a note of an evaluation.
func (e *Explainer) Note(n assessment.Note) Sentence {
	return e.sentence(e.Text("note."+n.Code.String(), 1))
}

// Gap returns what a rule of a review looks for and, as a second sentence, what
// would settle it. A rule that the library does not know is its id.
func (e *Explainer) Gap(g assessment.Gap) []Sentence {
	rule, ok := assessment.RuleByID(g.Rule)
	if !ok {
		return []Sentence{{Text: g.Rule}}
	}
	return []Sentence{
		e.sentence(e.ruleTitle(&rule), rule.Basis...),
		e.sentence(e.ruleText("rule."+rule.ID+".settle", rule.Settle)),
	}
}

// Disagreement returns in what a claim about where suppliers stand and the
// network disagree.
func (e *Explainer) Disagreement(d supplier.Disagreement) Sentence {
	return e.sentence(e.Text("disagreement."+d.Kind.String(), e.tiers(d.Claimed), e.tiers(d.Found)))
}

// Concern returns what a person should look at in a case.
func (e *Explainer) Concern(c grievance.Concern) Sentence {
	return e.sentence(e.enum("concern", c.Kind), c.Source)
}

// Suggestion returns what the cases suggest about an assessment.
func (e *Explainer) Suggestion(s grievance.Suggestion) Sentence {
	return e.sentence(e.enum("lesson", s.Kind), s.Source)
}

// Code returns the words for a value of an enumeration by which a package says
// why: supplier.ToBeAgreed, grievance.WaiverOfRights, risk.MeasureNotInPlace.
// It reports whether the library has words for its type; for values that take
// arguments there are methods of their own, such as [Explainer.Disagreement].
func (e *Explainer) Code(v fmt.Stringer) (Sentence, bool) {
	family, basis := codeFamily(v)
	if family == "" {
		return Sentence{}, false
	}
	name := v.String()
	if name == "" {
		name = "not-stated"
	}
	if key := family + "." + name; e.Has(key) {
		return e.sentence(e.Text(key, 1), basis), true
	}
	return Sentence{}, false
}
