package report

import (
	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
)

func (c *composer) hasCommitments() bool {
	p := &c.doc.Policy
	return len(c.doc.Commitments) > 0 || !c.commitmentCount().IsZero() || p.Title != "" || !p.Date.IsZero() ||
		len(p.Frameworks) > 0 || len(p.Evidence) > 0 || p.SeniorApproval.Known() || p.Expertise.Known() ||
		p.Expectations.Known() || p.Public.Known() || p.InOtherPolicies.Known()
}

// commitments writes the policy with the five tests of UNGP 16, and the values
// and commitments that the company states.
func (c *composer) commitments() {
	c.policy()
	n, counted := c.commitmentCount().Known()
	if len(c.doc.Commitments) == 0 && !counted {
		return
	}
	c.heading(c.Text("commitments"))
	if counted {
		c.paragraph()
		c.phrase("commitments.count", n)
	}
	if len(c.doc.Commitments) == 0 {
		return
	}
	c.table(table{"commitment-table", c.Text("commitments.caption"), []column{
		{c.Text("commitment"), nameColumn}, {c.Text("kind-of"), textColumn}, {c.Text("made"), shortColumn},
		{c.Text("due"), shortColumn}, {c.Text("kept"), shortColumn},
	}})
	kept := 0
	for i := range c.doc.Commitments {
		if c.withheld.item("commitments", i) {
			kept++
			continue
		}
		c.commitmentRow(i, &c.doc.Commitments[i])
	}
	c.endTable()
	c.keptBack(kept)
}

func (c *composer) commitmentRow(i int, k *assessment.Commitment) {
	hidden := func(name string) bool { return c.withheld.value("commitments", i, name) }
	c.row(anchor("commitment", i))
	c.cell()
	c.show(hidden("title"), func() {
		if k.Title == "" {
			c.missing(c.Text("commitment.unnamed"))
		} else {
			c.given(k.Title)
		}
	})
	c.cell()
	c.show(hidden("kind"), func() { c.say(c.enum("commitment", k.Kind)) })
	c.cell()
	c.show(hidden("made"), func() { c.or(c.date(k.Made)) })
	c.cell()
	c.show(hidden("due"), func() { c.or(c.date(k.Due)) })
	c.cell()
	c.show(hidden("kept") || hidden("keptOn"), func() {
		c.say(c.enum("answer", k.Kept))
		if !k.KeptOn.IsZero() {
			c.line()
			c.say(c.date(k.KeptOn))
		}
	})
}

// policy writes the statement of commitment.
func (c *composer) policy() {
	p := &c.doc.Policy
	c.heading(c.Text("policy"))
	if c.withheld.whole("policy") {
		c.paragraph()
		c.missing(c.Text("withheld"))
		return
	}
	c.facts(plainFacts)
	c.fact(c.Text("policy.title"))
	c.givenOr(p.Title)
	c.fact(c.Text("date"))
	c.or(c.date(p.Date))
	c.fact(c.Text("policy.frameworks"))
	c.join(len(p.Frameworks), func(i int) { c.say(c.citation(p.Frameworks[i])) })
	c.evidence(p.Evidence, false)
	c.endFacts()
	c.table(table{"policy-table", c.Text("policy.caption"), []column{
		{c.Text("policy.test"), nameColumn}, {c.Text("met"), shortColumn},
	}})
	for _, test := range [...]struct {
		key    string
		answer risk.Answer
	}{
		{"policy.a", p.SeniorApproval}, {"policy.b", p.Expertise}, {"policy.c", p.Expectations}, {"policy.d", p.Public},
		{"policy.e", p.InOtherPolicies},
	} {
		c.row("")
		c.cell()
		c.say(c.Text(test.key))
		c.cell()
		c.say(c.enum("answer", test.answer))
	}
	c.endTable()
}

// engagement writes who was heard, how, and what became of what they said.
func (c *composer) engagement() {
	c.lead()
	c.say(c.Text("engagement.lead"))
	if len(c.doc.Engagements) == 0 {
		c.note(plainNote)
		c.say(c.Text("engagement.none"))
		return
	}
	kept := 0
	for i := range c.doc.Engagements {
		if c.withheld.item("engagements", i) {
			kept++
			continue
		}
		c.exchange(i, &c.doc.Engagements[i])
	}
	c.keptBack(kept)
}

func (c *composer) exchange(i int, e *assessment.Engagement) {
	hidden := func(name string) bool { return c.withheld.value("engagements", i, name) }
	c.record(anchor("engagement", i))
	c.recordTitle()
	if e.Method == assessment.MethodNotStated || hidden("method") {
		c.say(c.Text("engagement.untitled"))
	} else {
		c.say(c.enum("engagement", e.Method))
	}
	c.facts(plainFacts)
	c.fact(c.Text("groups-heard"))
	c.show(hidden("groups"), func() {
		c.apart(len(e.Groups), func(i int) { c.say(c.group(e.Groups[i])) })
	})
	c.fact(c.Text("with-whom"))
	c.show(hidden("parties"), func() { c.parties(e.Parties) })
	c.fact(c.Text("directness"))
	c.show(hidden("directness") || hidden("reason"), func() {
		c.say(c.enum("directness", e.Directness))
		if e.Reason != "" {
			c.line()
			c.given(e.Reason)
		}
	})
	c.fact(c.Text("period"))
	c.show(hidden("period"), func() { c.or(c.period(e.Period)) })
	c.fact(c.Text("people"))
	c.show(hidden("people"), func() {
		n, ok := e.People.Known()
		switch {
		case !ok:
			c.notStated()
		case c.fewPeople(e.People):
			c.phrase("people.few", grievance.DefaultThreshold)
		default:
			c.say(c.Number(n))
		}
	})
	c.fact(c.Text("safe"))
	c.show(hidden("safe") || hidden("safeguards"), func() {
		c.say(c.enum("answer", e.Safe))
		if e.Safeguards != "" {
			c.line()
			c.given(e.Safeguards)
		}
	})
	if e.Heard != "" {
		c.fact(c.Text("heard"))
		c.show(hidden("heard") || c.fewPeople(e.People), func() { c.given(e.Heard) })
	}
	c.fact(c.Text("taken-in"))
	c.show(hidden("takenIn") || hidden("how"), func() {
		c.say(c.enum("answer", e.TakenIn))
		if e.How != "" {
			c.line()
			c.given(e.How)
		}
	})
	c.evidence(e.Evidence, hidden("evidence"))
	c.endFacts()
	c.endRecord()
}

// fewPeople reports whether a count of people is so small that, outside the
// company, it could point at one of them.
func (c *composer) fewPeople(count risk.Count) bool {
	n, known := count.Known()
	return known && n < grievance.DefaultThreshold && c.opts.Audience != Internal
}

// benchmarks writes the standards that the results were held against.
func (c *composer) benchmarks() {
	c.table(table{"benchmark-table", c.Text("benchmarks.caption"), []column{
		{c.Text("standard"), nameColumn}, {c.Text("result"), textColumn},
	}})
	kept := 0
	for i := range c.doc.Benchmarks {
		b := &c.doc.Benchmarks[i]
		if c.withheld.item("benchmarks", i) {
			kept++
			continue
		}
		c.row("")
		c.cell()
		c.show(c.withheld.value("benchmarks", i, "title"), func() {
			if b.Title != "" {
				c.given(b.Title)
			} else {
				c.say(c.citation(b.Standard))
			}
		})
		c.cell()
		c.show(c.withheld.value("benchmarks", i, "result"), func() { c.givenOr(b.Result) })
	}
	c.endTable()
	c.keptBack(kept)
}
