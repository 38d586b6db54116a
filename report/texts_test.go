package report

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/internal/translate"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// enumKeys returns the keys of an enumeration's values, from the given one.
func enumKeys[T interface {
	~uint8
	fmt.Stringer
	Valid() bool
}](family string, from T) []string {
	var keys []string
	for v := from; v.Valid(); v++ {
		keys = append(keys, family+"."+v.String())
	}
	return keys
}

// families are the keys that are put together from the names of enumerations
// and catalogues.
func families() []string {
	keys := slices.Concat(
		enumKeys("section", Summary), enumKeys("kind", assessment.KindNotStated), enumKeys("answer", risk.Unknown),
		enumKeys("status", risk.StatusNotStated), enumKeys("involvement", risk.Undetermined),
		enumKeys("breadth", assessment.BreadthNotStated), enumKeys("chain", assessment.ChainPartNotStated),
		enumKeys("independence", assessment.IndependenceNotStated), enumKeys("party", assessment.PartyNotStated),
		enumKeys("directness", assessment.DirectnessNotStated), enumKeys("engagement", assessment.Interviews),
		enumKeys("cause", assessment.PurchasingPractices), enumKeys("control", assessment.ControlNotStated),
		enumKeys("effect", assessment.EffectNotStated), enumKeys("state", assessment.StateNotStated),
		enumKeys("action", assessment.ActionNotStated), enumKeys("commitment", assessment.CommitmentNotStated),
		enumKeys("indicator", assessment.IndicatorNotStated), enumKeys("evidence", risk.EvidenceNotStated),
		enumKeys("redaction", assessment.RedactionReasonNotStated), enumKeys("note", assessment.NoRisksNamed),
		enumKeys("direction", supplier.DirectionNotStated), enumKeys("relationship", supplier.Direct),
		enumKeys("force", risk.NotCalledFor), enumKeys("step", risk.StepNotStated),
		enumKeys("method-rule", risk.RuleNotStated+1), enumKeys("disagreement", supplier.TierNotClaimed), enumKeys("risks.complete", risk.Unknown),
		enumKeys("trigger", assessment.TriggerNotStated), enumKeys("course", assessment.CourseNotStated),
		enumKeys("presence", assessment.New), enumKeys("trend", assessment.TrendNotStated),
		enumKeys("keeping", assessment.KeepingNotStated), enumKeys("caveat", assessment.MethodDiffers), enumKeys("plain.status", risk.StatusNotStated),
		enumKeys("plain.state", assessment.StateNotStated), enumKeys("plain.effect", assessment.EffectNotStated),
		enumKeys("gap-level", assessment.Advice), reviewKeys(), grievanceKeys(),
		enumKeys("need", NeedNotStated+1), enumKeys("answered", NotYet), enumKeys("framework-status", Draft),
	)
	for _, values := range explained() {
		for _, v := range values {
			family, _ := codeFamily(v)
			keys = append(keys, family+"."+first(v.String(), "not-stated"))
		}
	}
	for f := range Frameworks() {
		for _, family := range [...]string{"title", "version", "note", "unverified"} {
			keys = append(keys, "framework-"+family+"."+f.ID)
		}
		for _, d := range f.Disclosures {
			keys = append(keys, "framework."+first(f.texts, f.ID)+"."+d.ID)
		}
	}
	keys = slices.DeleteFunc(keys, func(k string) bool { return k == "risks.complete.yes" || k == "presence.in-both" })
	for m := range 12 {
		keys = append(keys, "month."+strconv.Itoa(m+1))
	}
	for _, k := range [...]string{"year", "month", "day", "first-day"} {
		keys = append(keys, "date."+k)
	}
	for _, ch := range plainChapters {
		keys = append(keys, "plain.section."+ch.section.String())
	}
	for _, k := range readingKeys {
		keys = append(keys, "reading."+k, "reading."+k+".title")
	}
	keys = append(keys, "assessor.paid.no", "assessor.paid.yes")
	for _, k := range [...]string{"since", "until"} {
		keys = append(keys, "period."+k, "period."+k+"-day")
	}
	return keys
}

// open are families whose keys hosts extend; a name without a text is shown as
// it is.
var open = [...]string{"category.", "instrument.", "language.", "country."}

// literals returns the string literals of the package's source that could be
// keys.
func literals(t *testing.T) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	for _, dir := range []string{".", "../internal/translate"} {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), dir+"/"+e.Name(), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					if s, err := strconv.Unquote(lit.Value); err == nil {
						found[s] = true
					}
				}
				return true
			})
		}
	}
	return found
}

// asked returns the keys that the package asks for by name.
func asked(t *testing.T) map[string]bool {
	t.Helper()
	keys := map[string]bool{}
	for _, dir := range []string{".", "../internal/translate"} {
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), dir+"/"+e.Name(), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(f, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || len(call.Args) == 0 {
					return true
				}
				name := ""
				switch f := call.Fun.(type) {
				case *ast.SelectorExpr:
					name = f.Sel.Name
				}
				lit, isText := call.Args[0].(*ast.BasicLit)
				if (name == "Text" || name == "phrase") && isText && lit.Kind == token.STRING {
					s, _ := strconv.Unquote(lit.Value)
					keys[s] = true
				}
				return true
			})
		}
	}
	return keys
}

func tableOf(t *testing.T, tag string) translate.Table {
	t.Helper()
	table, err := builtin(tag).table()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// catalogued returns the keys of the names of the catalogue's rights and groups.
func catalogued() map[string]bool {
	keys := map[string]bool{}
	for r := range risk.Rights().All() {
		keys["right."+string(r.ID)] = true
	}
	for g := range risk.Rights().Groups() {
		keys["group."+string(g.ID)] = true
	}
	return keys
}

func TestNoTextIsMissing(t *testing.T) {
	for _, tag := range Languages() {
		table := tableOf(t, tag)
		for _, key := range families() {
			if _, ok := table[key]; !ok {
				t.Errorf("%s has no text for %s", tag, key)
			}
		}
		for key := range asked(t) {
			if _, ok := table[key]; !ok {
				t.Errorf("%s has no text for %s", tag, key)
			}
		}
		if tag == "en" {
			continue // the sentences and titles of the packages are English
		}
		for rule := range assessment.Rules() {
			for _, key := range [...]string{"rule." + rule.ID, "rule." + rule.ID + ".settle"} {
				if _, ok := table[key]; !ok {
					t.Errorf("%s has no text for %s", tag, key)
				}
			}
		}
		for n := range grievance.Indicators() {
			if _, ok := table["mechanism-indicator."+string(n.ID)]; !ok {
				t.Errorf("%s has no text for mechanism-indicator.%s", tag, n.ID)
			}
		}
		for m := range risk.Methods() {
			if _, ok := table["method."+m.ID()]; !ok {
				t.Errorf("%s has no text for method.%s", tag, m.ID())
			}
			for n := range len(slices.Collect(m.Reasons())) {
				if key := "method-reason." + m.ID() + "." + strconv.Itoa(n+1); table[key].String() == "" {
					t.Errorf("%s has no text for %s", tag, key)
				}
			}
		}
		if tag != "fr" { // the catalogue itself has names in English and French
			for key := range catalogued() {
				if _, ok := table[key]; !ok {
					t.Errorf("%s has no text for %s", tag, key)
				}
			}
		}
		for code, sentence := range risk.ReasonSentences() {
			m, ok := table["reason."+code]
			if !ok {
				t.Errorf("%s has no text for reason.%s", tag, code)
				continue
			}
			en, err := translate.ParseMessage(sentence)
			if err != nil {
				t.Errorf("reason %s: %v", code, err)
			} else if m.Places() != en.Places() {
				t.Errorf("%s: reason.%s has places for %d values, the English has %d", tag, code, m.Places(), en.Places())
			}
		}
	}
}

func TestNoTextIsUnused(t *testing.T) {
	used := literals(t)
	for _, key := range families() {
		used[key] = true
	}
	reasons := map[string]bool{}
	for m := range risk.Methods() {
		reasons["method."+m.ID()] = true
	}
	for code := range risk.ReasonSentences() {
		reasons["reason."+code] = true
	}
	for m := range risk.Methods() {
		for n := range len(slices.Collect(m.Reasons())) {
			reasons["method-reason."+m.ID()+"."+strconv.Itoa(n+1)] = true
		}
		x, _ := m.Explain(risk.Rating{Scale: 1, Scope: 1, Irremediability: 1, Likelihood: 1})
		for _, k := range x.Keys {
			reasons["method-key."+k.ID], reasons["method-key."+m.ID()+"."+k.ID] = true, true
		}
		for v := range m.Waivers() {
			reasons["waived."+v.Rule.String()], reasons["waived."+m.ID()+"."+v.Rule.String()] = true, true
		}
	}
	for rule := range assessment.Rules() {
		reasons["rule."+rule.ID], reasons["rule."+rule.ID+".settle"] = true, true
	}
	for n := range grievance.Indicators() {
		reasons["mechanism-indicator."+string(n.ID)] = true
	}
	maps.Copy(reasons, catalogued())
	for _, tag := range Languages() {
		for key := range tableOf(t, tag) {
			switch {
			case used[key], reasons[key], strings.HasPrefix(key, "arg."):
			case slices.ContainsFunc(open[:], func(family string) bool { return strings.HasPrefix(key, family) }):
			default:
				t.Errorf("%s: nothing asks for %s", tag, key)
			}
		}
	}
}

func TestLanguagesSayTheSameThings(t *testing.T) {
	en := tableOf(t, "en")
	for _, tag := range Languages() {
		table := tableOf(t, tag)
		for key, m := range en {
			other, ok := table[key]
			if !ok {
				t.Errorf("%s lacks %s", tag, key)
				continue
			}
			if m.Places() != other.Places() && key != "money.million" { // English has no plural of it
				t.Errorf("%s: %s has places for %d values, the English has %d", tag, key, other.Places(), m.Places())
			}
			if _, most := other.Forms(); most > builtin(tag).rules().Plurals {
				t.Errorf("%s: %s has %d plural forms, the language %d", tag, key, most, builtin(tag).rules().Plurals)
			}
		}
		for key := range table {
			_, ok := en[key]
			if family, _, _ := strings.Cut(key, "."); !ok && !slices.Contains([]string{"reason", "arg", "method", "method-reason", "rule", "mechanism-indicator", "right", "group"}, family) {
				t.Errorf("%s has %s, which English has not", tag, key)
			}
		}
	}
}

func TestFrenchObeysTheTypographicRules(t *testing.T) {
	table := tableOf(t, "fr")
	p := translate.NewPrinter(translate.French(), table)
	for key := range table {
		text := p.Text(key, "x", "x", "x", "x")
		for i, r := range text {
			before := text[:i]
			switch r {
			case ';', '!', '?', '%', '»':
				if !strings.HasSuffix(before, "\u202f") {
					t.Errorf("%s: no narrow no-break space before %c in %q", key, r, text)
				}
			case ':':
				if !strings.HasSuffix(before, "\u00a0") {
					t.Errorf("%s: no no-break space before the colon in %q", key, text)
				}
			case '\'', '"', '“', '”':
				t.Errorf("%s: %c is no French sign, in %q", key, r, text)
			case '«':
				if !strings.HasPrefix(text[i:], "«\u202f") {
					t.Errorf("%s: no narrow no-break space after « in %q", key, text)
				}
			}
		}
		if strings.Contains(text, "  ") {
			t.Errorf("%s: two spaces in %q", key, text)
		}
	}
}

func TestSpanishAndGermanObeyTheTypographicRules(t *testing.T) {
	for tag, c := range map[string]struct{ open, close, wrong string }{
		"es": {"«", "»", "'\"“”„"}, "de": {"„", "“", "'\"«»”"},
	} {
		p := translate.NewPrinter(builtin(tag).rules(), tableOf(t, tag))
		for key := range tableOf(t, tag) {
			text := p.Text(key, "x", "x", "x", "x")
			if i := strings.IndexAny(text, c.wrong); i >= 0 {
				t.Errorf("%s: %s: no sign of the language in %q", tag, key, text)
			}
			if strings.Count(text, c.open) != strings.Count(text, c.close) {
				t.Errorf("%s: %s: a quotation is not closed in %q", tag, key, text)
			}
			if strings.Contains(text, "  ") || strings.Contains(text, " :") || strings.Contains(text, " ;") || strings.Contains(text, " ?") {
				t.Errorf("%s: %s: a space too many in %q", tag, key, text)
			}
			if tag == "es" && strings.Count(text, "?") != strings.Count(text, "¿") {
				t.Errorf("%s: a question has one sign in %q", key, text)
			}
		}
	}
}

func TestNamesOfTheCatalogueComeInTheReadersLanguage(t *testing.T) {
	own, err := risk.Rights().Translated(risk.Translation{Language: "de", Rights: map[risk.RightID]string{"life": "Leben (eigenes Wort)"}})
	if err != nil {
		t.Fatal(err)
	}
	own, err = own.With(risk.Right{ID: "x-quiet", Names: risk.Names{"en": "Quiet"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		tag       string
		catalogue *risk.Catalogue
		id        risk.RightID
		want      string
	}{
		{"en", nil, "life", "Right to life"}, {"fr", nil, "life", "Droit à la vie"}, {"es", nil, "life", "Derecho a la vida"},
		{"de", nil, "life", "Recht auf Leben"}, {"de-AT", nil, "life", "Recht auf Leben"}, {"es", own, "life", "Derecho a la vida"},
		{"de", own, "life", "Leben (eigenes Wort)"}, {"de", own, "x-quiet", "Quiet"}, {"de", nil, "x-no-such", "x no such"},
	} {
		opts := &Options{Language: c.tag, Catalogue: c.catalogue}
		p, err := opts.printer()
		if err != nil {
			t.Fatal(err)
		}
		if got := (words{p, opts.catalogue(), nil}).right(c.id); got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.id, c.tag, got, c.want)
		}
	}
}

func TestATranslatorFindsATextForEveryKey(t *testing.T) {
	for _, key := range Keys() {
		for _, tag := range Languages() {
			if _, ok := Text(tag, key); !ok && (tag != "en" || !strings.HasPrefix(key, "arg.")) {
				t.Errorf("%s has no text for %s", tag, key)
			}
		}
	}
	if _, ok := Text("tlh", "place"); ok {
		t.Error("there is a text in a language that there is not")
	}
}
