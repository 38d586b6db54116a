package report

import "github.com/hrdd-go/hrdd/assessment"

// actions writes what the company does, with whom, for how long and for how
// much, and what came of it for people.
func (c *composer) actions() {
	c.lead()
	c.say(c.Text("actions.lead"))
	kept := 0
	for i := range c.doc.Actions {
		if i%1024 == 0 && c.stopped() {
			break
		}
		if c.withheld.item("actions", i) {
			kept++
			continue
		}
		c.action(i, &c.doc.Actions[i])
	}
	c.keptBack(kept)
}

func (c *composer) action(i int, a *assessment.Action) {
	hidden := func(name string) bool { return c.withheld.value("actions", i, name) }
	c.record(anchor("action", i))
	c.recordTitle()
	c.show(hidden("title"), func() { c.givenOr(a.Title) })
	if !hidden("kind") {
		c.say(" ")
		c.badge(plainBadge, c.enum("action", a.Kind))
	}
	if a.Text != "" {
		c.paragraph()
		c.show(hidden("text"), func() { c.given(a.Text) })
	}
	c.facts(plainFacts)
	c.fact(c.Text("partners"))
	c.show(hidden("partners"), func() { c.parties(a.Partners) })
	c.fact(c.Text("budget"))
	c.show(hidden("budget"), func() { c.or(c.money(a.Budget)) })
	if len(a.Spent) > 0 {
		c.fact(c.Text("spent"))
		c.show(hidden("spent"), func() {
			for i, p := range a.Spent {
				if i > 0 {
					c.also()
				}
				c.or(c.money(p.Amount))
				if !p.Period.IsZero() {
					c.say(" (" + c.period(p.Period) + ")")
				}
			}
		})
	}
	c.fact(c.Text("duration"))
	c.show(hidden("period") || hidden("years") || hidden("widens"), func() {
		c.or(c.period(a.Period))
		if a.Years > 0 {
			c.line()
			c.phrase("years", a.Years)
		}
		if a.Widens {
			c.line()
			c.say(c.Text("widens"))
		}
	})
	if len(a.Groups) > 0 {
		c.fact(c.Text("for-whom"))
		c.show(hidden("groups"), func() {
			c.apart(len(a.Groups), func(i int) { c.say(c.group(a.Groups[i])) })
		})
	}
	if a.Programme != "" {
		c.fact(c.Text("programme"))
		c.show(hidden("programme"), func() { c.given(a.Programme) })
	}
	if len(a.Suppliers.Categories)+len(a.Suppliers.Suppliers) > 0 {
		c.fact(c.Text("suppliers"))
		c.show(hidden("suppliers") || hidden("participants"), func() {
			c.covers(&a.Suppliers)
			c.line()
			c.phrase("participants", c.count(a.Participants))
		})
	}
	if len(a.Risks) > 0 {
		c.fact(c.Text("risks-concerned"))
		c.show(hidden("risks"), func() { c.refer(a.Risks) })
	}
	if len(a.Published) > 0 {
		c.fact(c.Text("published"))
		c.show(hidden("published"), func() { c.sourceList(a.Published) })
	}
	c.outcomes(a, hidden)
	c.endFacts()
	c.endRecord()
}

// outcomes puts what is hoped for and what was seen, told apart (UNGP 20).
func (c *composer) outcomes(a *assessment.Action, hidden func(string) bool) {
	if a.Expected != "" {
		c.fact(c.Text("expected"))
		c.show(hidden("expected"), func() { c.given(a.Expected) })
	}
	if a.Feedback != "" {
		c.fact(c.Text("feedback"))
		c.show(hidden("feedback"), func() { c.given(a.Feedback) })
	}
	c.fact(c.Text("outcome"))
	c.show(hidden("indicators"), func() {
		shown := 0
		for _, k := range a.Indicators {
			if k.Kind != assessment.Outcome {
				continue
			}
			if shown > 0 {
				c.also()
			}
			shown++
			c.indicator(k)
		}
		if shown == 0 {
			c.notStated()
		}
	})
	others := 0
	for _, k := range a.Indicators {
		if k.Kind != assessment.Outcome {
			others++
		}
	}
	if others == 0 {
		return
	}
	c.fact(c.Text("indicators"))
	c.show(hidden("indicators"), func() {
		shown := 0
		for _, k := range a.Indicators {
			if k.Kind == assessment.Outcome {
				continue
			}
			if shown > 0 {
				c.also()
			}
			shown++
			c.indicator(k)
			c.say(" (" + c.enum("indicator", k.Kind) + ")")
		}
	})
}

func (c *composer) indicator(k assessment.Indicator) {
	c.given(k.Title)
	c.say(c.Text("colon"))
	c.givenOr(k.Value)
	if k.Unit != "" && k.Value != "" {
		c.say(" ")
		c.given(k.Unit)
	}
	if k.Baseline != "" {
		c.phrase("indicator.from", given(k.Baseline))
	}
	if k.Target != "" {
		c.phrase("indicator.target", given(k.Target))
	}
	if !k.On.IsZero() {
		c.say(", " + c.date(k.On))
	}
}

// strategies writes the plans over several years.
func (c *composer) strategies() {
	kept := 0
	for i := range c.doc.Strategies {
		s := &c.doc.Strategies[i]
		if c.withheld.item("strategies", i) {
			kept++
			continue
		}
		hidden := func(name string) bool { return c.withheld.value("strategies", i, name) }
		c.record(anchor("strategy", i))
		c.recordTitle()
		c.show(hidden("title"), func() { c.givenOr(s.Title) })
		if s.Text != "" {
			c.paragraph()
			c.show(hidden("text"), func() { c.given(s.Text) })
		}
		c.facts(plainFacts)
		c.fact(c.Text("begun"))
		c.show(hidden("begun"), func() { c.or(c.date(s.Begun)) })
		c.fact(c.Text("period"))
		c.show(hidden("period"), func() { c.or(c.period(s.Period)) })
		c.fact(c.Text("multi-year"))
		c.show(hidden("multiYear"), func() { c.say(c.enum("answer", s.MultiYear)) })
		c.fact(c.Text("advice"))
		c.show(hidden("advisers"), func() { c.parties(s.Advisers) })
		if len(s.Fields) > 0 {
			c.fact(c.Text("fields"))
			c.show(hidden("fields"), func() { c.join(len(s.Fields), func(i int) { c.given(s.Fields[i]) }) })
		}
		if len(s.Risks) > 0 {
			c.fact(c.Text("risks-concerned"))
			c.show(hidden("risks"), func() { c.refer(s.Risks) })
		}
		c.endFacts()
		c.endRecord()
	}
	c.keptBack(kept)
}
