package report

import (
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
)

// mechanisms writes how people can complain: who may, where and how, where each
// mechanism stands on the eight criteria of UNGP 31, and who has access to none.
func (c *composer) mechanisms() {
	c.lead()
	c.say(c.Text("mechanisms.lead"))
	if len(c.doc.Mechanisms) == 0 {
		c.note(plainNote)
		c.say(c.Text("mechanisms.none"))
		return
	}
	held := joined(len(c.doc.Mechanisms), len(c.doc.MechanismAssessments), func(j int, to func(int)) {
		if i := c.find(mechanismList, c.doc.MechanismAssessments[j].Mechanism); i >= 0 {
			to(i)
		}
	})
	kept, heldBack := 0, 0
	for i := range c.doc.Mechanisms {
		if c.stopped() {
			return
		}
		m := &c.doc.Mechanisms[i]
		if c.withheld.item("mechanisms", i) {
			kept++
			heldBack += len(held.of(i))
			continue
		}
		c.mechanism(i, m)
		if len(held.of(i)) == 0 {
			c.paragraph()
			c.missing(c.Text("mechanisms.not-assessed"))
		}
		for _, j := range held.of(i) {
			if c.withheld.item("mechanismAssessments", int(j)) {
				heldBack++
				continue
			}
			c.criteria(i, int(j))
		}
	}
	c.keptBack(kept + heldBack)
	c.access()
}

// mechanism writes what people have to know who want to use a mechanism.
func (c *composer) mechanism(i int, m *grievance.Mechanism) {
	hidden := func(name string) bool { return c.withheld.value("mechanisms", i, name) }
	c.record(anchor("mechanism", i))
	c.recordTitle()
	c.show(hidden("name"), func() {
		if m.Name == "" {
			c.say(c.enum("mechanism", m.Kind))
		} else {
			c.title(m.Name)
		}
	})
	c.illustrative(m.Illustrative)
	c.facts(plainFacts)
	c.fact(c.Text("kind-of"))
	c.show(hidden("kind"), func() { c.say(c.enum("mechanism", m.Kind)) })
	c.fact(c.Text("mechanism.run-by"))
	c.show(hidden("runBy"), func() { c.givenOr(m.RunBy) })
	c.fact(c.Text("mechanism.users"))
	c.show(hidden("users") || hidden("groups"), func() { c.mayUse(m) })
	c.fact(c.Text("mechanism.reach"))
	c.show(hidden("reach"), func() { c.reach(&m.Reach) })
	c.fact(c.Text("mechanism.channels"))
	c.show(hidden("channels"), func() {
		c.joinWords(len(m.Channels), func(i int) string { return c.enum("channel", m.Channels[i]) })
	})
	c.fact(c.Text("mechanism.languages"))
	c.show(hidden("languages"), func() {
		c.joinWords(len(m.Languages), func(i int) string { return c.language(m.Languages[i]) })
	})
	c.fact(c.Text("mechanism.cost"))
	c.show(hidden("freeOfCharge") || hidden("cost"), func() {
		if m.Cost.Minor > 0 {
			c.say(c.money(m.Cost))
			return
		}
		c.say(c.Text("mechanism.free." + m.FreeOfCharge.String()))
	})
	c.fact(c.Text("mechanism.anonymous"))
	c.show(hidden("anonymous"), func() { c.say(c.Text("mechanism.anonymous." + m.Anonymous.String())) })
	c.fact(c.Text("mechanism.other-routes"))
	c.show(hidden("precludesOtherRemedies"), func() {
		if m.PrecludesOtherRemedies == risk.Yes {
			c.strong(c.Text("mechanism.precludes.yes"))
			c.say(" (" + c.citation(risk.Principle(29)) + ")")
			return
		}
		c.say(c.Text("mechanism.precludes." + m.PrecludesOtherRemedies.String()))
	})
	c.fact(c.Text("mechanism.deadlines"))
	c.show(hidden("deadlines"), func() { c.deadlines(m.Deadlines) })
	if !m.Period.IsZero() {
		c.fact(c.Text("period"))
		c.show(hidden("period"), func() { c.say(c.period(m.Period)) })
	}
	c.endFacts()
	c.endRecord()
}

// mayUse puts who may complain.
func (c *composer) mayUse(m *grievance.Mechanism) {
	c.apart(len(m.Users)+len(m.Groups), func(i int) {
		if i < len(m.Users) {
			c.say(c.enum("user", m.Users[i]))
		} else {
			c.say(c.group(m.Groups[i-len(m.Users)]))
		}
	})
}

// reach puts where people are whom a mechanism serves.
func (c *composer) reach(r *grievance.Reach) {
	var parts []string
	if r.Everywhere {
		parts = append(parts, c.Text("reach.everywhere"))
	}
	if r.MaxTier > 0 {
		parts = append(parts, c.Text("reach.tiers", int(r.MaxTier)))
	}
	if len(r.Countries) > 0 {
		parts = append(parts, c.List(c.countries(r.Countries)...))
	}
	if len(r.Suppliers) > 0 {
		parts = append(parts, c.Text("reach.suppliers", len(r.Suppliers)))
	}
	if len(r.Sites) > 0 {
		parts = append(parts, c.Text("reach.sites", len(r.Sites)))
	}
	c.apart(len(parts), func(i int) { c.say(parts[i]) })
}

// deadlines puts the time that a mechanism gives itself for each stage.
func (c *composer) deadlines(list []grievance.Deadline) {
	if len(list) == 0 {
		c.notStated()
	}
	for i, d := range list {
		if i > 0 {
			c.also()
		}
		from := d.From
		if from == grievance.StageNotStated {
			from = grievance.Received
		}
		c.phrase("deadline", c.enum("stage", d.Reach), c.lapse(d.Within), c.enum("stage", from))
	}
}

// lapse returns a length of time in words.
func (w words) lapse(s grievance.Span) string {
	if s.Unit == grievance.SpanUnitNotStated {
		return w.Text("not-stated")
	}
	return w.Text("span."+s.Unit.String(), int(s.Count))
}
