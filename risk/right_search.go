package risk

import (
	"iter"
	"strings"

	"github.com/hrdd-go/hrdd/internal/textfold"
)

// citeIn returns the citation of an article of an instrument, of the whole
// instrument if article is empty.
func citeIn(id InstrumentID, article string) Citation {
	c := citationOf(string(id))
	switch {
	case article == "":
	case c.Locator == "":
		c.Locator = article
	default:
		c.Locator += ":" + article
	}
	return c
}

// InstrumentOf returns the instrument in which a citation lies, the article that
// it points at, and whether the catalogue has the instrument: for ILO:C98:4 the
// Right to Organise and Collective Bargaining Convention and "4".
func (c *Catalogue) InstrumentOf(cited Citation) (in Instrument, article string, ok bool) {
	if i, found := c.Instrument(InstrumentID(cited.Instrument)); found {
		return i, cited.Locator, true
	}
	part, article, colon := strings.Cut(cited.Locator, ":")
	i, found := c.Instrument(InstrumentID(Citation{cited.Instrument, part}.String()))
	if !found || colon && article == "" {
		return Instrument{}, "", false
	}
	return i, article, true
}

// Citing yields the rights that rest on a place in an instrument, in the order
// of the catalogue: those with a provision at the place, within it (ICESCR:7
// finds ICESCR:7(b)) or around it (ICCPR:8(3)(a) finds ICCPR:8(3)). A citation
// of a whole instrument yields every right that rests on it. The case of the
// instrument's name is ignored.
func (c *Catalogue) Citing(place Citation) iter.Seq[Right] {
	return c.where(func(i int) bool {
		for _, p := range c.rights[i].Provisions {
			if within(p.Citation, place) || within(place, p.Citation) {
				return true
			}
		}
		return false
	})
}

// Find yields the rights of which every word of a text begins some word of the
// ID or of a name in any language, in the order of the catalogue. Case and
// accents are ignored: "egalite" and "Équal" find what they should. A text
// without words yields nothing.
func (c *Catalogue) Find(words string) iter.Seq[Right] {
	query := textfold.Words(words)
	return c.where(func(i int) bool { return textfold.Match(query, c.words[i]) })
}

// where yields the rights whose index is accepted.
func (c *Catalogue) where(accept func(i int) bool) iter.Seq[Right] {
	return func(yield func(Right) bool) {
		for i := range c.rights {
			if accept(i) && !yield(c.rights[i].clone()) {
				return
			}
		}
	}
}

// GroupsOf yields the groups of rightsholders that an instrument, or a place in
// one, is made for or has a provision for, in the order of the catalogue.
func (c *Catalogue) GroupsOf(place Citation) iter.Seq[Group] {
	return func(yield func(Group) bool) {
		for i := range c.groups {
			for _, cited := range c.groups[i].Instruments {
				if within(cited, place) || within(place, cited) {
					if !yield(c.groups[i].clone()) {
						return
					}
					break
				}
			}
		}
	}
}

// within reports whether a lies at or inside b: 7(a)(i) in 7, C98:4 in C98, and
// anything in the whole instrument.
func within(a, b Citation) bool {
	if !strings.EqualFold(a.Instrument, b.Instrument) || b.Instrument == "" {
		return false
	}
	rest, ok := strings.CutPrefix(a.Locator, b.Locator)
	return ok && (b.Locator == "" || rest == "" || rest[0] == '(' || rest[0] == ':')
}
