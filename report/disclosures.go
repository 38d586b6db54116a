package report

import "strings"

// disclosures writes, for each framework asked for, what it asks and what of
// the assessment answers it.
func (c *composer) disclosures() {
	c.lead()
	c.say(c.Text("disclosures.lead"))
	beside := c.opts.Coverage
	if beside.Comparison == nil {
		beside.Comparison = c.opts.Comparison
	}
	for _, f := range c.opts.Frameworks {
		if c.stopped() {
			return
		}
		c.coverage(Cover(c.ev, f, beside))
	}
}

func (c *composer) coverage(k *Coverage) {
	f := k.Framework
	c.heading(f.Title)
	c.paragraph()
	c.phrase("disclosures.coverage", k.Fully, k.Applicable(), k.Partly, k.NotYet)
	c.say(" ")
	c.phrase("disclosures.status", c.enum("framework-status", f.Status))
	if k.NotApplicable > 0 {
		c.say(" ")
		c.phrase("disclosures.not-applicable", k.NotApplicable)
	}
	c.barsBefore("coverage-"+f.ID, c.Text("disclosures.picture", f.Title), []bar{
		{label: c.enum("answered", Fully), value: k.Fully}, {label: c.enum("answered", Partly), value: k.Partly},
		{label: c.enum("answered", NotYet), value: k.NotYet}, {label: c.enum("answered", NotApplicable), value: k.NotApplicable},
	})
	c.table(table{"disclosures-" + f.ID, c.Text("disclosures.caption", f.Title), []column{
		{c.Text("disclosures.id"), codeColumn}, {c.Text("disclosures.asks"), textColumn},
		{c.Text("disclosures.answer"), shortColumn}, {c.Text("disclosures.from"), textColumn},
		{c.Text("disclosures.missing"), textColumn},
	}})
	for _, a := range k.Answers {
		c.answerRow(f, a)
	}
	c.endTable()
}

// answerBadges gives each answer its look.
var answerBadges = [...]badgeKind{
	AnsweredNotStated: plainBadge,
	NotYet:            stoppedBadge,
	Partly:            activeBadge,
	Fully:             doneBadge,
	NotApplicable:     plainBadge,
}

func (c *composer) answerRow(f *Framework, a Answer) {
	c.row("")
	c.cell()
	c.say(a.Disclosure.ID)
	c.cell()
	if a.Disclosure.Title != "" {
		c.given(a.Disclosure.Title)
	} else {
		c.say(c.Text("framework." + f.ID + "." + a.Disclosure.ID))
	}
	c.cell()
	c.badge(answerBadges[a.Answered], c.enum("answered", a.Answered))
	c.cell()
	from := make([]string, len(a.From))
	for i, p := range a.From {
		from[i] = c.enum("need", p.Need)
	}
	c.say(strings.Join(from, c.Text("semicolon")))
	c.cell()
	missing := make([]string, len(a.Missing))
	for i, n := range a.Missing {
		missing[i] = c.enum("need", n)
	}
	c.say(strings.Join(missing, c.Text("semicolon")))
	if a.Reason != "" {
		c.given(a.Reason)
	}
}
