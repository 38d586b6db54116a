package report

import (
	"slices"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
)

// sources writes what the statements of the document rest on.
func (c *composer) sources() {
	if c.withheld.member("sources") {
		c.paragraph()
		c.missing(c.Text("withheld"))
		return
	}
	c.list()
	kept := 0
	for i := range c.doc.Sources {
		if c.withheld.item("sources", i) || c.withheld.any() && c.withheld.above["/sources/"+indexText(i)] {
			kept++
			continue
		}
		c.item()
		c.source(&c.doc.Sources[i])
	}
	c.endList()
	c.keptBack(kept)
}

func (c *composer) sourceList(list []assessment.Source) {
	for i := range list {
		if i > 0 {
			c.line()
		}
		c.source(&list[i])
	}
}

func (c *composer) source(s *assessment.Source) {
	c.givenOr(s.Title)
	if s.Publisher != "" {
		c.say(", ")
		c.given(s.Publisher)
	}
	if !s.Date.IsZero() {
		c.say(", " + c.date(s.Date))
	}
	if s.Language != "" {
		c.say(" (" + c.language(s.Language) + ")")
	}
	if s.Address != "" {
		c.line()
		c.outside(s.Address)
	}
}

// readingKeys name what the part on reading explains, in its order.
var readingKeys = [...]string{"people", "severity", "places", "involvement", "tiers", "unknown", "illustrative", "order"}

// reading explains the terms and signs of the report to a reader who meets
// them for the first time.
func (c *composer) reading() {
	for _, key := range readingKeys {
		c.paragraph()
		c.strong(c.Text("reading." + key + ".title"))
		c.say(" ")
		c.say(c.Text("reading." + key))
	}
}

// methods writes the method, what was waived, and what is withheld and why.
func (c *composer) methods() {
	c.heading(c.Text("method"))
	c.paragraph()
	c.method()
	if asked := c.doc.Method; asked.ID != "" && c.ev.Method != nil && asked.ID != c.ev.Method.ID() {
		c.paragraph()
		c.phrase("method.other", given(asked.ID))
	}
	c.paragraph()
	c.say(c.Text("method.explained"))
	c.methodChoices()
	c.methodWaivers()
	c.waivers()
	c.redactions()
}

// methodChoices says how the method decides and why.
func (c *composer) methodChoices() {
	if c.ev.Method == nil {
		return
	}
	said := c.methodReasons(c.ev.Method)
	if len(said) == 0 {
		return
	}
	c.paragraph()
	c.strong(c.Text("method.choices"))
	c.list()
	for _, text := range said {
		c.item()
		if isBuiltIn(c.ev.Method) {
			c.say(text)
		} else {
			c.given(text)
		}
	}
	c.endList()
}

// methodWaivers says which rules of the Guiding Principles the method obeys, or
// which it breaks and says so.
func (c *composer) methodWaivers() {
	var waived []risk.Waiver
	if c.ev.Method != nil {
		waived = slices.Collect(c.ev.Method.Waivers())
	}
	c.paragraph()
	if len(waived) == 0 {
		c.say(c.Text("method.obeys"))
		return
	}
	c.strong(c.Text("method.waives"))
	c.list()
	for _, w := range waived {
		c.item()
		c.say(c.enum("method-rule", w.Rule))
		c.line()
		c.say(c.Text("reason"))
		c.say(c.Text("colon"))
		if isBuiltIn(c.ev.Method) {
			c.say(c.waiver(c.ev.Method, w))
		} else {
			c.given(w.Why)
		}
	}
	c.endList()
}

// waivers writes the rules that were switched off, with the reasons.
func (c *composer) waivers() {
	c.heading(c.Text("waivers"))
	if len(c.doc.Waivers) == 0 {
		c.paragraph()
		c.say(c.Text("waivers.none"))
		return
	}
	c.table(table{"waiver-table", c.Text("waivers.caption"), []column{
		{c.Text("rule"), nameColumn}, {c.Text("reason"), textColumn}, {c.Text("by"), textColumn}, {c.Text("date"), shortColumn},
	}})
	for i := range c.doc.Waivers {
		w := &c.doc.Waivers[i]
		c.row("")
		c.cell()
		c.given(w.Rule)
		c.cell()
		c.show(c.withheld.value("waivers", i, "reason"), func() { c.givenOr(w.Reason) })
		c.cell()
		c.show(c.withheld.value("waivers", i, "by"), func() { c.givenOr(w.By) })
		c.cell()
		c.or(c.date(w.On))
	}
	c.endTable()
}

// redactions says how much is withheld and why, without saying what; inside
// the company it says where.
func (c *composer) redactions() {
	c.heading(c.Text("redactions"))
	if len(c.doc.Redactions) == 0 {
		c.paragraph()
		c.say(c.Text("redactions.none"))
		return
	}
	c.paragraph()
	if c.opts.Audience == Internal {
		c.phrase("redactions.internal", len(c.doc.Redactions))
	} else {
		c.phrase("redactions.public", len(c.doc.Redactions))
	}
	c.table(table{"redaction-table", c.Text("redactions.caption"), []column{
		{c.Text("reason"), nameColumn}, {c.Text("parts"), numberColumn},
	}})
	for reason, n := range redactionCounts(c.doc) {
		if n == 0 {
			continue
		}
		c.row("")
		c.cell()
		c.say(c.enum("redaction", assessment.RedactionReason(reason)))
		c.cell()
		c.say(c.Number(n))
	}
	c.endTable()
	if c.opts.Audience != Internal {
		return
	}
	c.list()
	for i := range c.doc.Redactions {
		r := &c.doc.Redactions[i]
		c.item()
		c.given(r.Pointer)
		if r.Note != "" {
			c.say(" – ")
			c.given(r.Note)
		}
	}
	c.endList()
}
