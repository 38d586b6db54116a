package report

import (
	"strconv"
	"strings"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
)

// withheld says which parts of a document the reader may not see (UNGP 21c).
// The zero value withholds nothing.
//
// Where a report shows a thing as a whole, it asks whether the thing or what
// it stands in is withheld; where it shows a single value, also whether any
// part of the value is. So a pointer that is finer than what the report can
// leave out takes the whole value with it, never nothing.
type withheld struct {
	parts map[string]bool // by JSON pointer
	above map[string]bool // what holds a withheld part
}

// withhold returns what is kept back from an audience.
func withhold(doc *assessment.Assessment, to Audience) withheld {
	if to == Internal || len(doc.Redactions) == 0 {
		return withheld{}
	}
	w := withheld{map[string]bool{}, map[string]bool{}}
	for _, r := range doc.Redactions {
		p := strings.TrimSuffix(r.Pointer, "/")
		w.parts[p] = true
		for at := strings.LastIndexByte(p, '/'); at >= 0; at = strings.LastIndexByte(p[:at], '/') {
			w.above[p[:at]] = true
		}
	}
	return w
}

// any reports whether anything is withheld.
func (w withheld) any() bool { return len(w.parts) > 0 }

// member reports whether the member of the document with the name is withheld
// as a whole.
func (w withheld) member(name string) bool {
	return w.any() && (w.parts[""] || w.parts["/"+name])
}

// item reports whether item i of a list of the document is withheld as a
// whole.
func (w withheld) item(list string, i int) bool {
	return w.any() && (w.member(list) || w.parts["/"+list+"/"+strconv.Itoa(i)])
}

// value reports whether a value inside item i of a list, or any part of it, is
// withheld.
func (w withheld) value(list string, i int, name string) bool {
	if !w.any() {
		return false
	}
	p := "/" + list + "/" + strconv.Itoa(i) + "/" + name
	return w.item(list, i) || w.parts[p] || w.above[p]
}

// field reports whether a value of a member of the document, or any part of
// it, is withheld: field("company", "name").
func (w withheld) field(member, name string) bool {
	if !w.any() {
		return false
	}
	p := "/" + member + "/" + name
	return w.member(member) || w.parts[p] || w.above[p]
}

// whole reports whether the member with the name or any part of it is
// withheld.
func (w withheld) whole(name string) bool {
	return w.any() && (w.member(name) || w.above["/"+name])
}

// covers reports whether what a pointer points at, anything that holds it or
// any part of it is withheld.
func (w withheld) covers(pointer string) bool {
	if !w.any() {
		return false
	}
	if w.above[pointer] {
		return true
	}
	for p := pointer; ; p = p[:strings.LastIndexByte(p, '/')] {
		if w.parts[p] {
			return true
		}
		if strings.LastIndexByte(p, '/') < 0 {
			return false
		}
	}
}

// indexText returns an index as it stands in a pointer.
func indexText(i int) string { return strconv.Itoa(i) }

// show runs put, or says that the value is withheld.
func (c *composer) show(hidden bool, put func()) {
	if hidden {
		c.missing(c.Text("withheld"))
		return
	}
	put()
}

// keptBack notes how many items of a list are left out of a section.
func (c *composer) keptBack(n int) {
	if n > 0 {
		c.note(withheldNote)
		c.phrase("withheld.items", n)
	}
}

// total returns a count that is a member of the document, and whether it is
// withheld: it is then the zero Count.
func (c *composer) total(member string, n risk.Count) (known risk.Count, kept bool) {
	if c.withheld.member(member) {
		return risk.Count{}, true
	}
	return n, false
}

// recommendationCount returns how many recommendations were made in all.
func (c *composer) recommendationCount() (n risk.Count, kept bool) {
	return c.total("recommendationCount", c.doc.RecommendationCount)
}

// commitmentCount returns of how many commitments the source speaks.
func (c *composer) commitmentCount() risk.Count {
	n, _ := c.total("commitmentCount", c.doc.CommitmentCount)
	return n
}

// asOf returns the day at whose end an evaluation looks at things, and whether it
// is withheld: it is the end of the period unless a host chose another.
func (w withheld) asOf(ev *assessment.Evaluation) (day risk.Date, kept bool) {
	if w.whole("period") && ev.AsOf == ev.Assessment.Period.To && !ev.AsOf.IsZero() {
		return risk.Date{}, true
	}
	return ev.AsOf, false
}
