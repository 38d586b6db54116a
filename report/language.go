package report

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/internal/translate"
	"github.com/hrdd-go/hrdd/risk"
)

// Translation is a language that a host brings, or words of its own for a
// language that the library has.
type Translation struct {
	// Tag is the language (BCP 47). Options.Language chooses it.
	Tag string
	// Base is the language of the library that gives the texts and rules that
	// are not given here; empty means the library's own Tag if it has it, else
	// English.
	Base string
	// Texts are messages by key; [Keys] lists the keys and [Text] shows what
	// the library says. {0} is the place of the first value; {0|# risk|# risks}
	// chooses a plural form of it.
	Texts map[string]string
	// Plural returns which of the forms, from 0, a number takes; nil means the
	// rule of Base.
	Plural func(n int) int
	// Rules of figures and quotation; empty means those of Base.
	GroupMark, DecimalMark, OpenQuote, CloseQuote string
	RightToLeft                                   bool
}

// LanguageError says that a report cannot be written in a language.
type LanguageError struct {
	Tag  string   // what was asked for
	Have []string // the languages there are, sorted
	Key  string   // the key whose text is wrong, if that is why
	Why  string   // what is wrong with the text
}

// Error gives the key that a translation lacks or the languages that there are.
func (e *LanguageError) Error() string {
	if e.Key != "" {
		return fmt.Sprintf("translation %q: text of %q: %s", e.Tag, e.Key, e.Why)
	}
	return fmt.Sprintf("there is no report in %q; use one of %s, or bring it as a Translation",
		e.Tag, strings.Join(e.Have, ", "))
}

//go:embed locale/*.txt
var localeFiles embed.FS

// library holds the languages of the library in the order of their tags. Their
// tables are parsed on first use and read only from then on.
var library = [...]*language{
	{tag: "de", rules: translate.German},
	{tag: "en", rules: translate.English},
	{tag: "es", rules: translate.Spanish},
	{tag: "fr", rules: translate.French},
}

// language is a language of the library.
type language struct {
	tag    string
	rules  func() translate.Rules
	once   sync.Once
	texts  translate.Table
	failed error
}

// table returns the texts of the language.
func (l *language) table() (translate.Table, error) {
	l.once.Do(func() { l.texts, l.failed = readTable(l.tag, l.rules()) })
	return l.texts, l.failed
}

// builtin returns the language of the library with the tag, nil if it has
// none.
func builtin(tag string) *language {
	for _, l := range library {
		if l.tag == tag {
			return l
		}
	}
	return nil
}

// Languages returns the tags of the languages that the library has, sorted.
func Languages() []string {
	tags := make([]string, len(library))
	for i, l := range library {
		tags[i] = l.tag
	}
	return tags
}

// readTable reads all files of a language into one table.
func readTable(tag string, rules translate.Rules) (translate.Table, error) {
	var all strings.Builder
	names, err := localeFiles.ReadDir("locale")
	if err != nil {
		return nil, err
	}
	for _, n := range names {
		if !strings.HasPrefix(n.Name(), tag+"-") {
			continue
		}
		b, err := localeFiles.ReadFile("locale/" + n.Name())
		if err != nil {
			return nil, err
		}
		all.Write(b)
		all.WriteByte('\n')
	}
	return translate.ParseTable(all.String(), rules.Typeset)
}

// Keys returns the keys of all texts of a report, sorted. A [Translation]
// that gives a text for each is complete.
func Keys() []string {
	all := map[string]bool{}
	for _, l := range library {
		t, err := l.table()
		if err != nil {
			continue // tests read every table, so that there is no such error
		}
		for key := range t {
			all[key] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// Text returns the text that the library has for a key in one of its
// languages, as a translator reads it: {0} is the place of a value. It reports
// whether there is one. Keys that start with arg. have none in English: they
// name values whose English words are their names.
func Text(language, key string) (string, bool) {
	l := builtin(language)
	if l == nil {
		return "", false
	}
	t, err := l.table()
	if err != nil {
		return "", false
	}
	if m, ok := t[key]; ok {
		return m.String(), true
	}
	family, id, _ := strings.Cut(key, ".")
	catalogue := (family == "right" || family == "group") && language == "fr" // it names them in French too
	if language != "en" && !catalogue {
		return "", false
	}
	switch family {
	case "reason": // the packages say these in English themselves
		for code, sentence := range risk.ReasonSentences() {
			if code == id {
				return sentence, true
			}
		}
	case "method":
		if m, ok := risk.MethodByID(id); ok {
			return m.Title(), true
		}
	case "method-reason":
		name, number, _ := strings.Cut(id, ".")
		if m, ok := risk.MethodByID(name); ok {
			n := 0
			for r := range m.Reasons() {
				if n++; strconv.Itoa(n) == number {
					return r.Choice + ": " + r.Why, true
				}
			}
		}
	case "rule":
		name, settle := strings.CutSuffix(id, ".settle")
		if r, ok := assessment.RuleByID(name); ok {
			if settle {
				return r.Settle, true
			}
			return r.Title, true
		}
	case "right":
		name := risk.Rights().RightName(risk.RightID(id), language)
		return name, name != id
	case "group":
		name := risk.Rights().GroupName(risk.GroupID(id), language)
		return name, name != id
	case "mechanism-indicator":
		if i, ok := grievance.IndicatorByID(grievance.IndicatorID(id)); ok {
			return i.Action, true
		}
	}
	return "", false
}

// printer returns a printer for the language that the options ask for.
func (o *Options) printer() (*translate.Printer, error) {
	tag := o.Language
	if tag == "" {
		tag = "en"
	}
	for i := range o.Translations {
		if strings.EqualFold(o.Translations[i].Tag, tag) {
			return o.Translations[i].printer()
		}
	}
	l := nearest(tag)
	if l == nil {
		return nil, &LanguageError{Tag: tag, Have: o.languages()}
	}
	table, err := l.table()
	if err != nil {
		return nil, err
	}
	return translate.NewPrinter(l.rules(), table), nil
}

// nearest returns the language with the tag, or with the start of it: fr for
// fr-CA. It returns nil if there is none.
func nearest(tag string) *language {
	tag = strings.ToLower(tag)
	for tag != "" {
		if l := builtin(tag); l != nil {
			return l
		}
		tag = tag[:max(strings.LastIndexByte(tag, '-'), 0)]
	}
	return nil
}

// languages returns the tags that a report can be written in, sorted.
func (o *Options) languages() []string {
	tags := Languages()
	for _, t := range o.Translations {
		tags = append(tags, t.Tag)
	}
	slices.Sort(tags)
	return slices.Compact(tags)
}

// printer returns a printer that looks for each text in the translation, then
// in its base, then in English.
func (t *Translation) printer() (*translate.Printer, error) {
	base := nearest(t.Tag)
	if t.Base != "" {
		if base = nearest(t.Base); base == nil {
			return nil, &LanguageError{Tag: t.Base, Have: Languages()}
		}
	}
	if base == nil {
		base = builtin("en")
	}
	rules := base.rules()
	own := make(translate.Table, len(t.Texts))
	for _, key := range slices.Sorted(maps.Keys(t.Texts)) {
		if err := own.Set(key, t.Texts[key], nil); err != nil {
			return nil, &LanguageError{Tag: t.Tag, Key: key, Why: err.Error()}
		}
	}
	tables := []translate.Table{own}
	for _, l := range []*language{base, builtin("en")} {
		table, err := l.table()
		if err != nil {
			return nil, err
		}
		tables = append(tables, table)
	}
	rules.Tag, rules.RightToLeft = t.Tag, t.RightToLeft
	if t.Plural != nil {
		rules.Plural = t.Plural
	}
	for _, r := range []struct {
		to   *string
		with string
	}{
		{&rules.Group, t.GroupMark}, {&rules.Decimal, t.DecimalMark},
		{&rules.Open, t.OpenQuote}, {&rules.Close, t.CloseQuote},
	} {
		if r.with != "" {
			*r.to = r.with
		}
	}
	return translate.NewPrinter(rules, tables...), nil
}
