package report

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/hrdd-go/hrdd/internal/translate"
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

func (e *LanguageError) Error() string {
	if e.Key != "" {
		return fmt.Sprintf("translation %q: text of %q: %s", e.Tag, e.Key, e.Why)
	}
	return fmt.Sprintf("there is no report in %q; use one of %s, or bring it as a Translation",
		e.Tag, strings.Join(e.Have, ", "))
}

//go:embed locale/*.txt
var localeFiles embed.FS

// language is a language of the library. Its tables are parsed on first use.
type language struct {
	rules func() translate.Rules
	table func() (translate.Table, error)
}

// builtin returns a language of the library by tag.
func builtin(tag string) (language, bool) {
	switch tag {
	case "en":
		return language{translate.English, english}, true
	case "fr":
		return language{translate.French, french}, true
	}
	return language{}, false
}

// Languages returns the tags of the languages that the library has, sorted.
func Languages() []string { return []string{"en", "fr"} }

func english() (translate.Table, error) { return englishTable() }
func french() (translate.Table, error)  { return frenchTable() }

var (
	englishTable = sync.OnceValues(func() (translate.Table, error) { return readTable("en", translate.English()) })
	frenchTable  = sync.OnceValues(func() (translate.Table, error) { return readTable("fr", translate.French()) })
)

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
	t, err := english()
	if err != nil {
		return nil
	}
	return slices.Sorted(maps.Keys(t))
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
	l, found := nearest(tag)
	if !found {
		return nil, &LanguageError{Tag: tag, Have: o.languages()}
	}
	table, err := l.table()
	if err != nil {
		return nil, err
	}
	return translate.NewPrinter(l.rules(), table), nil
}

// nearest returns the language with the tag, or with the start of it: fr for
// fr-CA.
func nearest(tag string) (language, bool) {
	tag = strings.ToLower(tag)
	for tag != "" {
		if l, ok := builtin(tag); ok {
			return l, true
		}
		cut := strings.LastIndexByte(tag, '-')
		tag = tag[:max(cut, 0)]
	}
	return language{}, false
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
	base, named := nearest(t.Tag)
	if t.Base != "" {
		if base, named = nearest(t.Base); !named {
			return nil, &LanguageError{Tag: t.Base, Have: Languages()}
		}
	}
	if !named {
		base, _ = builtin("en")
	}
	rules := base.rules()
	own := make(translate.Table, len(t.Texts))
	for _, key := range slices.Sorted(maps.Keys(t.Texts)) {
		if err := own.Set(key, t.Texts[key], nil); err != nil {
			return nil, &LanguageError{Tag: t.Tag, Key: key, Why: err.Error()}
		}
	}
	tables := []translate.Table{own}
	for _, load := range []func() (translate.Table, error){base.table, english} {
		table, err := load()
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
