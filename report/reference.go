package report

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
)

// place is where a thing stands in the report.
type place struct {
	anchor, title, code string // anchor is empty if the report does not have the thing
	illustrative        bool
	at                  int // index in the document
}

// referableList is a list of the document whose entries others refer to.
type referableList struct {
	name    string  // of the member of the document
	anchor  string  // that the anchors of its entries start with
	section Section // that has the entries
	length  func(*assessment.Assessment) int
	id      func(*assessment.Assessment, int) uuid.UUID
	entry   func(a *assessment.Assessment, i int) (title, code string, illustrative bool)
}

// The lists of the document whose entries others refer to.
const (
	riskList = iota
	controlList
	actionList
	commitmentList
	findingList
	recommendationList
	mechanismList
	supplierList
)

// referable describes them. Suppliers have no place of their own in a report.
var referable = [...]referableList{
	riskList: {"risks", "risk", Risks,
		func(a *assessment.Assessment) int { return len(a.Risks) },
		func(a *assessment.Assessment, i int) uuid.UUID { return a.Risks[i].ID },
		func(a *assessment.Assessment, i int) (string, string, bool) {
			k := &a.Risks[i]
			return k.Title, k.Code, k.Illustrative
		}},
	controlList: {"controls", "control", Controls,
		func(a *assessment.Assessment) int { return len(a.Controls) },
		func(a *assessment.Assessment, i int) uuid.UUID { return a.Controls[i].ID },
		func(a *assessment.Assessment, i int) (string, string, bool) {
			k := &a.Controls[i]
			return k.Title, k.Code, k.Illustrative
		}},
	actionList: {"actions", "action", Actions,
		func(a *assessment.Assessment) int { return len(a.Actions) },
		func(a *assessment.Assessment, i int) uuid.UUID { return a.Actions[i].ID },
		func(a *assessment.Assessment, i int) (string, string, bool) {
			return a.Actions[i].Title, a.Actions[i].Code, false
		}},
	commitmentList: {"commitments", "commitment", Commitments,
		func(a *assessment.Assessment) int { return len(a.Commitments) },
		func(a *assessment.Assessment, i int) uuid.UUID { return a.Commitments[i].ID },
		func(a *assessment.Assessment, i int) (string, string, bool) {
			return a.Commitments[i].Title, a.Commitments[i].Code, false
		}},
	findingList: {"findings", "finding", Findings,
		func(a *assessment.Assessment) int { return len(a.Findings) },
		func(a *assessment.Assessment, i int) uuid.UUID { return a.Findings[i].ID },
		func(a *assessment.Assessment, i int) (string, string, bool) {
			return a.Findings[i].Title, a.Findings[i].Code, false
		}},
	recommendationList: {"recommendations", "recommendation", Recommendations,
		func(a *assessment.Assessment) int { return len(a.Recommendations) },
		func(a *assessment.Assessment, i int) uuid.UUID { return a.Recommendations[i].ID },
		func(a *assessment.Assessment, i int) (string, string, bool) {
			return a.Recommendations[i].Title, a.Recommendations[i].Code, false
		}},
	mechanismList: {"mechanisms", "mechanism", Mechanisms,
		func(a *assessment.Assessment) int { return len(a.Mechanisms) },
		func(a *assessment.Assessment, i int) uuid.UUID { return a.Mechanisms[i].ID },
		func(a *assessment.Assessment, i int) (string, string, bool) {
			m := &a.Mechanisms[i]
			return m.Name, m.Code, m.Illustrative
		}},
	supplierList: {"suppliers", "", SectionNotStated,
		func(a *assessment.Assessment) int { return len(a.Suppliers) },
		func(a *assessment.Assessment, i int) uuid.UUID { return a.Suppliers[i].ID },
		func(a *assessment.Assessment, i int) (string, string, bool) {
			s := &a.Suppliers[i]
			return s.Name, s.Code, s.Illustrative
		}},
}

// entriesOf returns a finder for one of the referable lists of a document.
func entriesOf(a *assessment.Assessment, list int) finder {
	l := &referable[list]
	return findIn(l.length(a), func(i int) uuid.UUID { return l.id(a, i) })
}

// find returns the index in one of the referable lists of the entry with an
// ID, -1 if there is none.
func (c *composer) find(list int, id uuid.UUID) int {
	if !c.opened[list] {
		c.lists[list], c.opened[list] = entriesOf(c.doc, list), true
	}
	return c.lists[list].find(id)
}

// placeOf returns what the entry with an ID is called and where it stands. It
// is not found if the reader may not see it at all; a title that is withheld
// is empty.
func (c *composer) placeOf(id uuid.UUID) (place, bool) {
	for list := range recommendationList {
		l := &referable[list]
		i := c.find(list, id)
		switch {
		case i < 0:
			continue
		case c.withheld.item(l.name, i):
			return place{}, false
		}
		return c.placeAt(list, i), true
	}
	return place{}, false
}

// placeAt returns what entry i of a list is called and where it stands.
func (c *composer) placeAt(list, i int) place {
	l := &referable[list]
	p := place{at: i}
	p.title, p.code, p.illustrative = l.entry(c.doc, i)
	if c.withheld.value(l.name, i, "title") {
		p.title = ""
	}
	if c.withheld.value(l.name, i, "code") {
		p.code = ""
	}
	if c.shows(l.section) {
		p.anchor = anchor(l.anchor, i)
	}
	return p
}

// refer puts the names of things that others refer to, as links where the
// report has the things.
func (c *composer) refer(ids []uuid.UUID) {
	c.apart(len(ids), func(i int) {
		if p, ok := c.placeOf(ids[i]); ok {
			c.mention(p)
		} else {
			c.missing(c.Text("not-in-report"))
		}
	})
}

// mention puts the name of a thing, as a link where the report has the thing.
func (c *composer) mention(p place) {
	switch {
	case p.anchor == "" && p.title == "":
		c.say(first(p.code, c.Text("untitled")))
	case p.anchor == "":
		c.given(p.title)
	case p.title == "":
		c.link(p.anchor, first(p.code, c.Text("untitled")), true)
	default:
		c.link(p.anchor, p.title, false)
	}
	c.illustrative(p.illustrative)
}
