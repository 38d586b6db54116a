package report

import (
	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
)

// principle is where the Guiding Principles speak of each involvement.
var principle = [...]risk.Citation{
	risk.NotLinked:      {Instrument: "UNGP", Locator: "13"},
	risk.DirectlyLinked: {Instrument: "UNGP", Locator: "13(b)"},
	risk.Contributes:    {Instrument: "UNGP", Locator: "13(a)"},
	risk.Causes:         {Instrument: "UNGP", Locator: "13(a)"},
}

// linkages writes how the company is involved, where in the network, in whose
// words, and why.
func (c *composer) linkages() {
	c.lead()
	c.say(c.Text("linkages.lead"))
	kept := 0
	for i := range c.ev.Linkages {
		if c.withheld.item("linkages", i) {
			kept++
			continue
		}
		c.linkage(i, &c.ev.Linkages[i])
	}
	c.keptBack(kept)
}

func (c *composer) linkage(i int, r *assessment.LinkageResult) {
	l := r.Linkage
	hidden := func(name string) bool { return c.withheld.value("linkages", i, name) }
	c.record(anchor("linkage", i))
	c.recordTitle()
	c.show(hidden("title"), func() { c.givenOr(l.Title) })
	c.illustrative(l.Illustrative)
	c.facts(plainFacts)
	c.fact(c.Text("involvement"))
	c.show(hidden("involvement"), func() {
		c.strong(c.enum("involvement", l.Involvement))
		if p := principle[min(int(l.Involvement), len(principle)-1)]; !p.IsZero() {
			c.say(" (" + c.citation(p) + ")")
		}
		c.line()
		c.say(c.enum("involvement-means", l.Involvement))
	})
	c.fact(c.Text("status"))
	c.show(hidden("status"), func() { c.say(c.enum("status", l.Status)) })
	c.fact(c.Text("suppliers"))
	c.show(hidden("covers"), func() { c.covers(&l.Covers) })
	c.fact(c.Text("tiers"))
	c.show(hidden("tiers"), func() { c.tiers(l.Tiers) })
	if l.SourceLabel.Text != "" {
		c.fact(c.Text("source-label"))
		c.show(hidden("sourceLabel"), func() {
			c.say(c.Open)
			c.given(l.SourceLabel.Text)
			c.say(c.Close)
			if l.SourceLabel.Language != "" {
				c.say(" (" + c.language(l.SourceLabel.Language) + ")")
			}
		})
	}
	if l.MappingNote != "" {
		c.fact(c.Text("mapping-note"))
		c.show(hidden("mappingNote"), func() { c.given(l.MappingNote) })
	}
	if len(l.Risks) > 0 {
		c.fact(c.Text("risks-concerned"))
		c.show(hidden("risks"), func() { c.refer(l.Risks) })
	}
	c.evidence(l.Judgement.Evidence, hidden("judgement"))
	c.endFacts()
	c.endRecord()
}

// covers puts which suppliers something covers.
func (c *composer) covers(s *assessment.SupplierSet) {
	switch {
	case len(s.Categories) > 0:
		c.join(len(s.Categories), func(i int) { c.say(c.named("category", string(s.Categories[i]))) })
		if n := len(s.Suppliers); n > 0 {
			c.line()
			c.phrase("suppliers.named", n)
		}
	case len(s.Suppliers) > 0:
		c.phrase("suppliers.named", len(s.Suppliers))
	default:
		c.notStated()
	}
}

// tiers puts the tiers that a source states.
func (c *composer) tiers(t assessment.TierClaim) {
	switch {
	case t.Min == 0 && t.Max == 0:
		c.notStated()
	case t.Max == 0:
		c.phrase("tiers.from", t.Min)
	case t.Min == 0 || t.Min == t.Max:
		c.phrase("tiers.one", t.Max)
	default:
		c.phrase("tiers.range", c.span(t.Min, t.Max))
	}
}
