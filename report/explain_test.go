package report

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// valuesOf returns the values of an enumeration.
func valuesOf[T interface {
	~uint8
	fmt.Stringer
	Valid() bool
}]() []fmt.Stringer {
	var list []fmt.Stringer
	for v := T(0); v.Valid(); v++ {
		list = append(list, v)
	}
	return list
}

// explained are the enumerations by which the packages say why, with their
// values.
func explained() map[string][]fmt.Stringer {
	return map[string][]fmt.Stringer{
		"risk.MeasureVerdict": valuesOf[risk.MeasureVerdict](), "risk.Mode": valuesOf[risk.Mode](), "risk.Duty": valuesOf[risk.Duty](),
		"risk.Fact": valuesOf[risk.Fact](), "risk.Force": valuesOf[risk.Force](), "risk.Step": valuesOf[risk.Step](),
		"risk.GapGrade": valuesOf[risk.GapGrade](), "risk.LeverageFactor": valuesOf[risk.LeverageFactor](),
		"risk.MethodRule": valuesOf[risk.MethodRule]()[1:], "risk.Dimension": valuesOf[risk.Dimension](),
		"risk.Involvement": valuesOf[risk.Involvement](), "risk.Status": valuesOf[risk.Status](), "risk.Answer": valuesOf[risk.Answer](),
		"supplier.DueReason": valuesOf[supplier.DueReason](), "supplier.Gap": valuesOf[supplier.Gap](),
		"supplier.PriorityKey": valuesOf[supplier.PriorityKey](), "supplier.NetworkProblemKind": valuesOf[supplier.NetworkProblemKind](),
		"supplier.RowEffect": valuesOf[supplier.RowEffect](), "supplier.DisagreementKind": valuesOf[supplier.DisagreementKind]()[1:],
		"grievance.ConcernKind": valuesOf[grievance.ConcernKind](), "grievance.LevelReason": valuesOf[grievance.LevelReason]()[1:],
		"grievance.Missing": valuesOf[grievance.Missing](), "grievance.PublishRefusal": valuesOf[grievance.PublishRefusal](),
		"grievance.Refusal": valuesOf[grievance.Refusal](), "grievance.RejectReason": valuesOf[grievance.RejectReason](),
		"grievance.RemedyDefect": valuesOf[grievance.RemedyDefect](), "grievance.SignalKind": valuesOf[grievance.SignalKind](),
		"grievance.SuggestionKind": valuesOf[grievance.SuggestionKind]()[1:], "grievance.Criterion": valuesOf[grievance.Criterion]()[1:],
		"grievance.CriterionLevel": valuesOf[grievance.CriterionLevel](), "grievance.IndicatorAnswer": valuesOf[grievance.IndicatorAnswer](),
		"grievance.Outcome": valuesOf[grievance.Outcome]()[1:], "grievance.Stage": valuesOf[grievance.Stage](),
		"assessment.NoteCode": valuesOf[assessment.NoteCode]()[1:], "assessment.RedactionReason": valuesOf[assessment.RedactionReason](),
		"assessment.GapLevel": valuesOf[assessment.GapLevel]()[1:], "assessment.Trend": valuesOf[assessment.Trend](),
		"assessment.Presence": valuesOf[assessment.Presence]()[2:], "assessment.Keeping": valuesOf[assessment.Keeping](),
		"assessment.CaveatCode": valuesOf[assessment.CaveatCode]()[1:],
		"assessment.State":      valuesOf[assessment.State](), "assessment.Effect": valuesOf[assessment.Effect](),
	}
}

// stated are the enumerations that say what is, and by which nothing is
// explained: they are put in by people, or choose how something is done.
var stated = strings.Fields(`
risk.Abuse risk.Attempt risk.Axis risk.Basis risk.Bearing risk.Confidence risk.ConsensusRule risk.Degree risk.EvidenceKind risk.Foreseeability
risk.GapHandling risk.LabourPrinciple risk.LastResort risk.LeverageKind risk.MatrixCell risk.Metric risk.Mitigation risk.RegimeState
risk.Reliability
supplier.Announcement supplier.AuditKind supplier.BSCIGrade supplier.Closure supplier.Combination supplier.CorrectiveEventKind
supplier.CorrectiveState supplier.Direction supplier.Directness supplier.DueFrom supplier.FeePayer supplier.FindingSeverity
supplier.ForcedLabourSign supplier.Milestone supplier.ProgrammeKind supplier.Recognition supplier.RelationshipKind
supplier.Representation supplier.Rounding
grievance.CaseKind grievance.Channel grievance.Dimension grievance.EventKind grievance.Finding grievance.Grain grievance.MechanismKind
grievance.Notice grievance.Party grievance.Purpose grievance.RemedyForm grievance.RemedyMeasure grievance.RemedyStanding
grievance.RetaliationForm grievance.Retaliation grievance.SpanUnit grievance.User grievance.View grievance.Weekday grievance.Withdrawal
assessment.ActionKind assessment.Breadth assessment.CauseKind assessment.ChainPart assessment.CommitmentKind assessment.ControlKind
assessment.Course assessment.Directness assessment.EngagementMethod assessment.EventKind assessment.Independence
assessment.IndicatorKind assessment.Kind assessment.PartyKind assessment.Trigger`)

// enumerations returns the enumerations of the packages, as their source has
// them.
func enumerations(t *testing.T) []string {
	t.Helper()
	var found []string
	for _, pkg := range [...]string{"risk", "supplier", "grievance", "assessment"} {
		files, _ := filepath.Glob("../" + pkg + "/*.go")
		for _, name := range files {
			f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				x, ok := n.(*ast.IndexExpr)
				if !ok {
					return true
				}
				sel, isSel := x.X.(*ast.SelectorExpr)
				arg, isName := x.Index.(*ast.Ident)
				if isSel && isName && sel.Sel.Name == "Table" && fmt.Sprint(sel.X) == "textenum" {
					found = append(found, pkg+"."+arg.Name)
				}
				return true
			})
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func TestEveryEnumerationIsExplainedOrSaidToExplainNothing(t *testing.T) {
	known := slices.Concat(slices.Collect(maps.Keys(explained())), stated)
	for _, name := range enumerations(t) {
		if !slices.Contains(known, name) {
			t.Errorf("%s is new: give it words in codeFamily, or say here that it explains nothing", name)
		}
	}
	if len(enumerations(t)) < 80 {
		t.Error("the search finds too few enumerations")
	}
}

func TestEveryCodeHasWordsInEveryLanguage(t *testing.T) {
	for _, tag := range Languages() {
		e, err := NewExplainer(ExplainOptions{Language: tag})
		if err != nil {
			t.Fatal(err)
		}
		for name, values := range explained() {
			said := map[string]bool{}
			for _, v := range values {
				s, ok := e.Code(v)
				if !ok || s.Text == "" || strings.Contains(s.Text, "[") {
					t.Errorf("%s: no words for %s %q", tag, name, v)
				}
				if said[s.Text] {
					t.Errorf("%s: %s says %q twice", tag, name, s.Text)
				}
				said[s.Text] = true
			}
		}
		for code := range risk.ReasonSentences() {
			if s := e.Reason(risk.Reason{Code: code, Args: []string{"causes", "actual", "2021-05-01"}}); s.Text == "" || strings.HasPrefix(s.Text, code) {
				t.Errorf("%s: no words for the reason %s", tag, code)
			}
		}
		for rule := range assessment.Rules() {
			if s := e.Gap(assessment.Gap{Rule: rule.ID}); len(s) != 2 || s[0].Text == "" || s[1].Text == "" || len(s[0].Basis) == 0 {
				t.Errorf("%s: no words for the rule %s: %v", tag, rule.ID, s)
			}
		}
	}
}

// Every key and waiver of a built-in method has words of its own in every
// language, and the English ones are those of the method.
func TestEveryKeyOfAMethodHasWords(t *testing.T) {
	for _, tag := range Languages() {
		e, err := NewExplainer(ExplainOptions{Language: tag})
		if err != nil {
			t.Fatal(err)
		}
		for m := range risk.Methods() {
			x, err := m.Explain(risk.Rating{Scale: 5, Scope: 2, Irremediability: 4, Likelihood: 2})
			if err != nil {
				t.Fatal(err)
			}
			for _, k := range x.Keys {
				got := e.methodKey(m, k)
				if !e.Has("method-key."+m.ID()+"."+k.ID) && !e.Has("method-key."+k.ID) {
					t.Errorf("%s: %s: no words for the key %s", tag, m.ID(), k.ID)
				}
				if tag == "en" && got != k.Means {
					t.Errorf("%s: the key %s says %q and the method %q", m.ID(), k.ID, got, k.Means)
				}
			}
			for v := range m.Waivers() {
				got := e.waiver(m, v)
				if tag == "en" && got != v.Why || tag != "en" && got == v.Why {
					t.Errorf("%s: %s waives %s: %q", tag, m.ID(), v.Rule, got)
				}
			}
		}
	}
}

func TestAScoreIsExplainedWithWhatItRestsOn(t *testing.T) {
	x, err := risk.UNGP().ExplainRange(risk.Range{
		Lo: risk.Rating{Scale: 5, Scope: 2, Irremediability: 3, Likelihood: 2, Delay: risk.No},
		Hi: risk.Rating{Scale: 5, Scope: 4, Irremediability: 3, Likelihood: 2, Delay: risk.No},
	})
	if err != nil {
		t.Fatal(err)
	}
	for tag, want := range map[string][]string{
		"en": {"It is placed by scale.", "What decides: one of the most severe, or delay would make it irremediable.", "UNGP\u00a024", "scope"},
		"fr": {"Ce qui détermine sa place\u00a0: ampleur.", "compte parmi les plus graves", "Principe directeur\u00a024", "étendue"},
	} {
		e, err := NewExplainer(ExplainOptions{Language: tag})
		if err != nil {
			t.Fatal(err)
		}
		said := fmt.Sprint(e.Score(x))
		for _, w := range want {
			if !strings.Contains(said, w) {
				t.Errorf("%s: %q is not said in %s", tag, w, said)
			}
		}
	}
}

func TestAnExplainerSpeaksTheWordsOfTheHost(t *testing.T) {
	e, err := NewExplainer(ExplainOptions{Language: "xx", Translations: []Translation{{Tag: "xx", Base: "fr",
		Texts: map[string]string{"due-reason.to-be-agreed": "à convenir"}}}})
	if err != nil {
		t.Fatal(err)
	}
	if s, ok := e.Code(supplier.ToBeAgreed); !ok || s.Text != "à convenir" {
		t.Errorf("got %v", s)
	}
	if s, ok := e.Code(risk.LowConfidence); ok {
		t.Errorf("an enumeration that explains nothing has words: %v", s)
	}
	if _, err := NewExplainer(ExplainOptions{Language: "tlh"}); err == nil {
		t.Error("there is an explainer in a language that there is not")
	}
}

// Every instrument that the packages cite has a name that people know, in every
// language.
func TestEveryInstrumentThatIsCitedHasAName(t *testing.T) {
	cited := map[string]string{} // by whom, by instrument
	put := func(by string, list ...risk.Citation) {
		for _, c := range list {
			if !c.IsZero() {
				cited[c.Instrument] = by
			}
		}
	}
	for name := range citedIn(t, "../risk", "../supplier", "../grievance", "../assessment") {
		put("the source", risk.Cite(name, ""))
	}
	for rule := range assessment.Rules() {
		put("rule "+rule.ID, rule.Basis...)
	}
	for c := range grievance.Criteria() {
		put("criterion "+c.String(), c.Citation())
	}
	for f := range Frameworks() {
		put("framework "+f.ID, f.Sources...)
	}
	for _, values := range explained() {
		for _, v := range values {
			_, basis := codeFamily(v)
			put(fmt.Sprintf("%T", v), basis)
		}
	}
	for m := range risk.Methods() {
		x, _ := m.Explain(risk.Rating{Scale: 1, Scope: 1, Irremediability: 1, Likelihood: 1})
		for _, k := range x.Keys {
			put("method "+m.ID(), k.Source)
		}
	}
	for _, tag := range Languages() {
		table := tableOf(t, tag)
		for name, by := range cited {
			if _, ok := table["instrument."+name]; !ok {
				t.Errorf("%s has no name for %s, which %s cites", tag, name, by)
			}
		}
	}
}

// citedIn returns the instruments that the source of packages cites.
func citedIn(t *testing.T, folders ...string) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	first := func(list []ast.Expr) {
		if len(list) == 0 {
			return
		}
		x := list[0]
		if kv, ok := x.(*ast.KeyValueExpr); ok {
			x = kv.Value
		}
		if lit, ok := x.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			name, _ := strconv.Unquote(lit.Value)
			found[name] = name != ""
		}
	}
	isCitation := func(e ast.Expr) bool {
		name, ok := e.(*ast.Ident)
		sel, isSel := e.(*ast.SelectorExpr)
		return ok && name.Name == "Citation" || isSel && sel.Sel.Name == "Citation"
	}
	for _, folder := range folders {
		files, _ := filepath.Glob(folder + "/*.go")
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				switch x := n.(type) {
				case *ast.CompositeLit:
					if isCitation(x.Type) {
						first(x.Elts)
					}
					if list, ok := x.Type.(*ast.ArrayType); ok && isCitation(list.Elt) {
						for _, e := range x.Elts {
							if c, ok := e.(*ast.CompositeLit); ok && c.Type == nil {
								first(c.Elts)
							}
						}
					}
				case *ast.CallExpr:
					if sel, ok := x.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Cite" {
						first(x.Args)
					} else if name, ok := x.Fun.(*ast.Ident); ok && name.Name == "Cite" {
						first(x.Args)
					}
				}
				return true
			})
		}
	}
	return found
}
