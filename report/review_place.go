package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
)

// entries are the lists of a document of which a gap can name an entry: the
// part of the report that shows it, what its anchors are called, and how people
// call the entry.
var entries = [...]struct {
	list    string
	section Section // that shows each entry; not stated if none does
	anchor  string
	name    func(doc *assessment.Assessment, i int) (code, title string, ok bool)
}{
	{"risks", Risks, "risk", func(d *assessment.Assessment, i int) (string, string, bool) {
		return entry(d.Risks, i, func(x *assessment.Risk) (string, string) { return x.Code, x.Title })
	}},
	{"findings", Findings, "finding", func(d *assessment.Assessment, i int) (string, string, bool) {
		return entry(d.Findings, i, func(x *assessment.Finding) (string, string) { return x.Code, x.Title })
	}},
	{"linkages", Linkages, "linkage", func(d *assessment.Assessment, i int) (string, string, bool) {
		return entry(d.Linkages, i, func(x *assessment.Linkage) (string, string) { return x.Code, x.Title })
	}},
	{"controls", Controls, "control", func(d *assessment.Assessment, i int) (string, string, bool) {
		return entry(d.Controls, i, func(x *assessment.Control) (string, string) { return x.Code, x.Title })
	}},
	{"recommendations", Recommendations, "recommendation", func(d *assessment.Assessment, i int) (string, string, bool) {
		return entry(d.Recommendations, i, func(x *assessment.Recommendation) (string, string) { return x.Code, x.Title })
	}},
	{"actions", Actions, "action", func(d *assessment.Assessment, i int) (string, string, bool) {
		return entry(d.Actions, i, func(x *assessment.Action) (string, string) { return x.Code, x.Title })
	}},
	{"commitments", Commitments, "commitment", func(d *assessment.Assessment, i int) (string, string, bool) {
		return entry(d.Commitments, i, func(x *assessment.Commitment) (string, string) { return x.Code, x.Title })
	}},
	{"engagements", Engagement, "engagement", func(d *assessment.Assessment, i int) (string, string, bool) {
		return entry(d.Engagements, i, func(*assessment.Engagement) (string, string) { return "", "" })
	}},
	{"mechanisms", Mechanisms, "mechanism", func(d *assessment.Assessment, i int) (string, string, bool) {
		if i >= len(d.Mechanisms) {
			return "", "", false
		}
		return d.Mechanisms[i].Code, d.Mechanisms[i].Name, true
	}},
	{"mechanismAssessments", SectionNotStated, "", func(d *assessment.Assessment, i int) (string, string, bool) {
		if i >= len(d.MechanismAssessments) {
			return "", "", false
		}
		for j := range d.Mechanisms {
			if d.Mechanisms[j].ID == d.MechanismAssessments[i].Mechanism {
				return d.Mechanisms[j].Code, d.Mechanisms[j].Name, true
			}
		}
		return "", "", true
	}},
	{"suppliers", SectionNotStated, "", func(d *assessment.Assessment, i int) (string, string, bool) {
		if i >= len(d.Suppliers) {
			return "", "", false
		}
		return d.Suppliers[i].Code, d.Suppliers[i].Name, true
	}},
	{"relationships", SectionNotStated, "", func(d *assessment.Assessment, i int) (string, string, bool) {
		return "", "", i < len(d.Relationships)
	}},
	{"waivers", SectionNotStated, "", func(d *assessment.Assessment, i int) (string, string, bool) {
		return "", "", i < len(d.Waivers)
	}},
	{"redactions", SectionNotStated, "", func(d *assessment.Assessment, i int) (string, string, bool) {
		return "", "", i < len(d.Redactions)
	}},
}

// entry returns what the i-th element of a list is called.
func entry[T any](list []T, i int, name func(*T) (code, title string)) (string, string, bool) {
	if i >= len(list) {
		return "", "", false
	}
	code, title := name(&list[i])
	return code, title, true
}

// entryOf returns the list and index that a pointer leads into, if it leads
// into an entry of one of the lists.
func entryOf(pointer string) (list string, index int, ok bool) {
	list, rest, found := strings.Cut(strings.TrimPrefix(pointer, "/"), "/")
	if !found {
		return "", 0, false
	}
	number, _, _ := strings.Cut(rest, "/")
	index, err := strconv.Atoi(number)
	return list, index, err == nil && index >= 0
}

// gapPlace puts where in the document a gap is, as people call the place.
func (c *composer) gapPlace(pointer string) {
	if pointer == "" {
		c.say(c.Text("at.document"))
		return
	}
	list, i, ok := entryOf(pointer)
	if !ok {
		member, _, _ := strings.Cut(pointer[1:], "/")
		c.say(c.named("at", member))
		return
	}
	for k := range entries {
		e := &entries[k]
		if e.list != list {
			continue
		}
		code, title, ok := e.name(c.doc, i)
		if !ok {
			break
		}
		if code != "" {
			c.phrase("at-entry."+list, given(code))
		} else {
			c.phrase("at-entry."+list, i+1)
		}
		if title == "" || c.withheld.value(list, i, "title") || c.withheld.value(list, i, "name") {
			return
		}
		c.say(c.Text("colon"))
		if e.section != SectionNotStated && slices.Contains(c.sections, e.section) {
			c.link(anchor(e.anchor, i), title, false)
		} else {
			c.given(title)
		}
		return
	}
	c.say(c.named("at", list))
}

// riskByLabel returns the risk that a gap names by its code or title, and
// whether the audience may see what it is called.
func (c *composer) riskByLabel(label string) (id uuid.UUID, open bool) {
	name := func(i uint32) string { return first(c.doc.Risks[i].Code, c.doc.Risks[i].Title) }
	if c.byLabel == nil {
		c.byLabel = make([]uint32, len(c.doc.Risks))
		for i := range c.byLabel {
			c.byLabel[i] = uint32(i)
		}
		slices.SortStableFunc(c.byLabel, func(a, b uint32) int { return strings.Compare(name(a), name(b)) })
	}
	at, found := slices.BinarySearchFunc(c.byLabel, label, func(i uint32, label string) int { return strings.Compare(name(i), label) })
	if !found {
		return uuid.Nil, false
	}
	i := int(c.byLabel[at])
	return c.doc.Risks[i].ID, !c.withheld.item("risks", i) && !c.withheld.value("risks", i, "title") && !c.withheld.value("risks", i, "code")
}
