package report

import (
	"iter"
	"math"
	"slices"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// access writes who has access to at least one of the mechanisms, who to none,
// and of whom nobody knows, by tier and by group.
func (c *composer) access() {
	c.heading(c.Text("access"))
	if c.withheld.whole("mechanisms") || c.withheld.whole("suppliers") || c.withheld.whole("relationships") {
		c.paragraph()
		c.missing(c.Text("withheld"))
		return
	}
	var open []grievance.Mechanism
	for i := range c.doc.Mechanisms {
		if !c.doc.Mechanisms[i].Illustrative {
			open = append(open, c.doc.Mechanisms[i])
		}
	}
	if len(open) == 0 {
		c.paragraph()
		c.say(c.Text("access.no-mechanism"))
		return
	}
	siteless := 0
	for i := range c.doc.Suppliers {
		if s := &c.doc.Suppliers[i]; !s.Illustrative && len(s.Sites) == 0 {
			siteless++
		}
	}
	k := grievance.Cover(open, c.places(), c.ev.AsOf)
	c.paragraph()
	c.say(c.Text("access.lead"))
	if siteless > 0 {
		c.say(" ")
		c.phrase("access.siteless", siteless)
	}
	if len(k.Places) == 0 {
		c.note(plainNote)
		c.say(c.Text("access.no-sites"))
		return
	}
	counted := !c.fewWorkers(k.ByTier)
	c.accessTable("access-tiers", c.Text("access.by-tier"), c.Text("access.tier"))
	for _, t := range k.ByTier {
		name := c.Text("access.tier-unknown")
		switch {
		case t.Known && t.Tier == 0:
			name = capital(c.Text("own-operations"))
		case t.Known:
			name = capital(c.Text("tiers.one", int(t.Tier)))
		}
		c.accessRow(name, &t.CoverageLine, counted)
	}
	if len(k.ByTier) > 1 {
		c.accessRow(c.Text("access.all"), &k.Total, counted)
	}
	c.endTable()
	if !counted {
		c.note(withheldNote)
		c.phrase("access.few", grievance.DefaultThreshold)
	}
	if slices.ContainsFunc(c.doc.Relationships, func(r supplier.Relationship) bool { return r.Illustrative }) {
		c.note(illustrativeNote)
		c.say(c.Text("access.made-up"))
	}
	if len(k.Groups) == 0 {
		return
	}
	c.accessTable("access-groups", c.Text("access.by-group"), c.Text("access.group"))
	for i := range k.Groups {
		c.accessRow(c.group(k.Groups[i].Group), &k.Groups[i].CoverageLine, false)
	}
	c.endTable()
}

// fewWorkers reports whether a number of people who work somewhere is so small
// that it could point at single ones outside the company. One such number takes
// all others with it, for it could be told from their sum.
func (c *composer) fewWorkers(lines []grievance.TierCoverage) bool {
	return slices.ContainsFunc(lines, func(t grievance.TierCoverage) bool {
		return slices.ContainsFunc([]int{t.WorkersWith, t.WorkersWithout, t.WorkersUnknown}, func(n int) bool {
			return n > 0 && c.fewPeople(risk.CountOf(n))
		})
	})
}

func (c *composer) accessTable(id, caption, first string) {
	c.table(table{id, caption, []column{
		{first, nameColumn}, {c.Text("access.with"), numberColumn}, {c.Text("access.without"), numberColumn},
		{c.Text("access.unknown"), numberColumn},
	}})
}

// accessRow writes one line of coverage: sites, and the people who work there
// where their number is known.
func (c *composer) accessRow(name string, l *grievance.CoverageLine, counted bool) {
	c.row("")
	c.cell()
	c.say(name)
	if counted && l.Uncounted > 0 {
		c.line()
		c.phrase("access.uncounted", l.Uncounted)
	}
	for _, x := range [...]struct{ sites, workers int }{
		{l.With, l.WorkersWith}, {l.Without, l.WorkersWithout}, {l.Unknown, l.WorkersUnknown},
	} {
		c.cell()
		c.phrase("access.sites", x.sites)
		if counted && x.workers > 0 {
			c.line()
			c.phrase("access.workers", x.workers)
		}
	}
}

// places yields the sites of the document with what coverage asks for. What is
// illustrative is left out, so that it is nobody's access.
func (c *composer) places() iter.Seq[grievance.Place] {
	return func(yield func(grievance.Place) bool) {
		for i := range c.doc.Suppliers {
			s := &c.doc.Suppliers[i]
			if s.Illustrative {
				continue
			}
			var tier grievance.Tier
			if c.ev.Network != nil {
				if r, ok := c.ev.Network.Tiers(s.ID); ok && r.Known() {
					least, _ := r.Min()
					most, bounded := r.Max()
					if !bounded {
						most = math.MaxUint8
					}
					tier = grievance.Tier{Min: uint8(min(least, math.MaxUint8)), Max: uint8(min(most, math.MaxUint8)), Known: true}
				}
			}
			for j := range s.Sites {
				x := &s.Sites[j]
				p := grievance.Place{Site: x.ID, Supplier: s.ID, Country: x.Country, Tier: tier, Workers: x.Workforce.Total}
				for _, g := range x.Workforce.Groups {
					if n, known := g.Count.Known(); (!known || n > 0) && !slices.Contains(p.Groups, g.Group) {
						p.Groups = append(p.Groups, g.Group)
					}
				}
				if n, known := x.Workforce.Women.Known(); known && n > 0 && !slices.Contains(p.Groups, "women") {
					p.Groups = append(p.Groups, "women")
				}
				if !yield(p) {
					return
				}
			}
		}
	}
}
