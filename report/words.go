package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hrdd-go/hrdd/internal/textfold"
	"github.com/hrdd-go/hrdd/internal/translate"
	"github.com/hrdd-go/hrdd/risk"
)

// words puts values of the domain into words of the reader's language.
type words struct {
	*translate.Printer
	catalogue *risk.Catalogue
	names     *catalogueNames // those that were looked up; nil to look up each time
}

// catalogueNames are names of the catalogue in one language: no more than it has.
type catalogueNames struct {
	rights map[risk.RightID]string
	groups map[risk.GroupID]string
}

// enum returns the name of an enumeration's value, by the family of its keys:
// involvement.directly-linked.
func (w words) enum(family string, v fmt.Stringer) string { return w.Text(family + "." + v.String()) }

// named returns the words for an ID of a catalogue, and the ID itself where
// the host has one of its own.
func (w words) named(family, id string) string {
	if key := family + "." + id; w.Has(key) {
		return w.Text(key)
	}
	return strings.ReplaceAll(id, "-", " ")
}

// date returns a date as far as it is known, empty for a date that is not
// stated.
func (w words) date(d risk.Date) string {
	if d.IsZero() {
		return ""
	}
	return w.Date(d.Year(), int(d.Month()), d.Day())
}

// period returns a period, empty if neither end is stated. A period that lies
// in one year, month or day is said as that.
func (w words) period(p risk.Period) string {
	switch {
	case p.IsZero():
		return ""
	case p.From == p.To:
		return w.date(p.From)
	case p.From.IsZero():
		return w.Text("period.until"+precision(p.To), w.date(p.To))
	case p.To.IsZero():
		return w.Text("period.since"+precision(p.From), w.date(p.From))
	}
	return w.Text("period.from-to", w.date(p.From), w.date(p.To))
}

// precision ends the key of a message whose words differ for a day and for a
// month or year.
func precision(d risk.Date) string {
	if d.Day() != 0 {
		return "-day"
	}
	return ""
}

// money returns an amount, empty if none is stated.
func (w words) money(m risk.Money) string {
	if m.IsZero() {
		return ""
	}
	return w.Money(m.Minor, m.Digits(), m.Currency)
}

// span returns a range of whole numbers, as 1–3.
func (w words) span(lo, hi int) string {
	if lo == hi {
		return w.Number(lo)
	}
	return w.Number(lo) + "–" + w.Number(hi)
}

// count returns a count of people or things, or that it is not stated.
func (w words) count(c risk.Count) string {
	if n, ok := c.Known(); ok {
		return w.Number(n)
	}
	return w.Text("not-stated")
}

// citation returns what a citation points at, as people write it: UNGP 13(b).
func (w words) citation(c risk.Citation) string {
	if locator, ok := strings.CutSuffix(c.Locator, " commentary"); ok {
		return w.Text("commentary-on", w.citation(risk.Cite(c.Instrument, locator)))
	}
	if annex, ok := strings.CutPrefix(c.Locator, "Annex "); ok {
		c.Locator = w.Text("locator.annex", annex)
	}
	if number, letter, ok := strings.Cut(c.Locator, "("); ok && c.Instrument == "UNGP" && strings.HasSuffix(letter, ")") {
		c.Locator = w.Text("locator.letter", number, strings.TrimSuffix(letter, ")"))
	}
	if key := "instrument." + c.Instrument + ".at"; c.Locator != "" && w.Has(key) {
		return w.Text(key, c.Locator)
	}
	name := c.Instrument
	if key := "instrument." + name; w.Has(key) {
		name = w.Text(key)
	}
	if c.Locator == "" {
		return name
	}
	return name + "\u00A0" + c.Locator
}

// language returns the name of a language in the reader's language, or its
// tag.
func (w words) language(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	if key := "language." + strings.ToLower(base); w.Has(key) {
		return w.Text(key)
	}
	return tag
}

// countries returns country codes in their order.
func (w words) countries(codes []string) []string {
	named := make([]string, len(codes))
	for i, c := range codes {
		named[i] = w.named("country", c)
	}
	slices.SortFunc(named, func(a, b string) int { return cmp.Compare(textfold.Name(a), textfold.Name(b)) }) // É stands by E
	return named
}

// level returns a range of levels of a dimension in words, and its ends for
// drawing; 0 if nothing is known.
func (w words) level(lo, hi uint8) (int, int, string) {
	switch {
	case lo == 0 && hi == 0:
		return 0, 0, w.Text("not-rated")
	case lo == 0:
		lo = 1
	case hi == 0 || hi > 5:
		hi = 5
	}
	if lo == hi {
		return int(lo), int(hi), strconv.Itoa(int(lo))
	}
	return int(lo), int(hi), w.span(int(lo), int(hi))
}

// catalogued returns the name of an entry of the catalogue: as the catalogue
// has it in the reader's language, else as the texts have it, else as the
// catalogue has it in English. What the catalogue does not know, which a host
// has named, shows by its id.
func (w words) catalogued(family, id string, names risk.Names, known bool) string {
	if !known {
		return strings.ReplaceAll(id, "-", " ")
	}
	for tag := w.Tag; tag != ""; tag = tag[:max(strings.LastIndexByte(tag, '-'), 0)] {
		for has := range names {
			if strings.EqualFold(has, tag) {
				return w.set(names.In(tag))
			}
		}
	}
	if key := family + "." + id; w.Has(key) {
		return w.Text(key)
	}
	return w.set(names.In(w.Tag))
}

// right returns the name of a right.
func (w words) right(id risk.RightID) string {
	if w.names != nil {
		if name, ok := w.names.rights[id]; ok {
			return name
		}
	}
	r, known := w.catalogue.Right(id)
	name := w.catalogued("right", string(id), r.Names, known)
	if known && w.names != nil {
		w.names.rights[id] = name
	}
	return name
}

// set makes a name of the catalogue obey the typographic rules of the language.
func (w words) set(name string) string {
	if w.Typeset == nil {
		return name
	}
	return w.Typeset(name)
}

// group returns the name of a group of rightsholders.
func (w words) group(id risk.GroupID) string {
	if w.names != nil {
		if name, ok := w.names.groups[id]; ok {
			return name
		}
	}
	g, known := w.catalogue.Group(id)
	name := w.catalogued("group", string(id), g.Names, known)
	if known && w.names != nil {
		w.names.groups[id] = name
	}
	return name
}

// reason returns the sentence of a reason. In English it is the library's own
// unless a host has put it otherwise.
func (w words) reason(r risk.Reason) string {
	key := "reason." + r.Code
	if !w.Has(key) {
		return r.String()
	}
	sentence := w.Text(key, "{0}", "{1}", "{2}", "{3}")
	return r.Say(sentence, w.Text("list.or"), w.argument)
}

// argument returns the words for an argument of a reason, which is a date, a
// number or the name of an enumeration.
func (w words) argument(a string) string {
	if key := "arg." + a; w.Has(key) {
		return w.Text(key)
	}
	if d, err := risk.ParseDate(a); err == nil && len(a) > len("2006") {
		return w.date(d)
	}
	return strings.ReplaceAll(a, "-", " ")
}
