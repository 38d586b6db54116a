package report

import "strings"

// covered returns what a report says of each framework asked for. They are
// covered once, when they are first needed.
func (c *composer) covered() []*Coverage {
	if c.coverages == nil && len(c.opts.Frameworks) > 0 {
		beside := c.opts.Coverage
		if beside.Comparison == nil {
			beside.Comparison = c.opts.Comparison
		}
		if beside.Complaints == nil {
			beside.Complaints = c.opts.Complaints
		}
		g := gatherer{gather(c.ev, beside, c.opts.Audience), gatherAll(c.ev, beside, c.opts.Audience)}
		for _, f := range c.opts.Frameworks {
			c.coverages = append(c.coverages, g.cover(f))
		}
	}
	return c.coverages
}

// disclosures writes, for each framework asked for, what it asks and what of
// the assessment answers it.
func (c *composer) disclosures() {
	c.lead()
	c.say(c.Text("disclosures.lead"))
	c.coverageChart(c.covered())
	for i, k := range c.covered() {
		if c.stopped() {
			return
		}
		c.coverage(i, k)
	}
}

// frameworkText returns a text on a framework of the library in the reader's
// language, and that of the host for others.
func (c *composer) frameworkText(family string, f *Framework, own string) any {
	if key := family + "." + f.ID; c.Has(key) {
		return c.Text(key)
	}
	return given(own)
}

// sayOf says words of the library or text of the host.
func (c *composer) sayOf(text any) {
	switch t := text.(type) {
	case given:
		c.given(string(t))
	case string:
		c.say(t)
	}
}

// frameworkTitle returns the title of a framework.
func (c *composer) frameworkTitle(f *Framework) string {
	switch t := c.frameworkText("framework-title", f, f.Title).(type) {
	case given:
		return string(t)
	case string:
		return t
	}
	return ""
}

// versionOf returns the version of a framework.
func (c *composer) versionOf(f *Framework) any {
	if f.Version == "" {
		return c.Text("not-stated")
	}
	return c.frameworkText("framework-version", f, f.Version)
}

// frameworkVersion writes which version of a framework was used, where it stands, and
// what a reader has to know of it.
func (c *composer) frameworkVersion(f *Framework) {
	c.facts(plainFacts)
	c.fact(c.Text("disclosures.version"))
	c.sayOf(c.versionOf(f))
	c.fact(c.Text("disclosures.status"))
	if f.Status() == FrameworkStatusNotStated {
		c.notStated()
	} else {
		c.phrase("disclosures.status-on", c.enum("framework-status", f.Status()), c.date(f.Checked))
	}
	for _, m := range f.Milestones {
		c.line()
		c.phrase("disclosures.milestone", c.date(m.On), c.enum("framework-status", m.Status))
		if m.Unverified {
			c.say(" ")
			c.say(c.Text("disclosures.date-unverified"))
		}
	}
	if f.Note != "" {
		c.fact(c.Text("disclosures.note"))
		c.sayOf(c.frameworkText("framework-note", f, f.Note))
	}
	if f.Unverified != "" {
		c.fact(c.Text("disclosures.unverified"))
		c.sayOf(c.frameworkText("framework-unverified", f, f.Unverified))
	}
	c.endFacts()
}

func (c *composer) coverage(i int, k *Coverage) {
	f := k.Framework
	title := c.frameworkTitle(f)
	c.heading(title)
	c.frameworkVersion(f)
	c.paragraph()
	c.phrase("disclosures.coverage", k.Fully, k.Applicable(), k.Partly, k.NotYet)
	if k.NotApplicable > 0 {
		c.say(" ")
		c.phrase("disclosures.not-applicable", k.NotApplicable)
	}
	c.table(table{anchor("disclosures-of", i), c.Text("disclosures.caption", title), []column{
		{c.Text("disclosures.id"), codeColumn}, {c.Text("disclosures.asks"), textColumn},
		{c.Text("disclosures.answer"), shortColumn}, {c.Text("disclosures.from"), textColumn},
		{c.Text("disclosures.missing"), textColumn},
	}})
	for j := range k.Answers {
		c.answerRow(f, &k.Answers[j])
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

// asks puts what a disclosure asks for.
func (c *composer) asks(f *Framework, d *Disclosure) {
	if d.Title != "" {
		c.given(d.Title)
		return
	}
	key := "framework." + first(f.texts, f.ID) + "." + d.ID
	if !c.Has(key) { // of a host that gives no title
		c.notStated()
		return
	}
	c.say(c.Text(key))
}

func (c *composer) answerRow(f *Framework, a *Answer) {
	c.row("")
	c.cell()
	c.say(a.Disclosure.ID)
	c.cell()
	c.asks(f, &a.Disclosure)
	c.cell()
	c.badge(answerBadges[a.Answered], c.enum("answered", a.Answered))
	c.cell()
	from := make([]string, len(a.From))
	for i, p := range a.From {
		from[i] = c.enum("need", p.Need)
		if p.Partial {
			from[i] = c.Text("disclosures.in-part", from[i])
		}
	}
	c.say(strings.Join(from, c.Text("semicolon")))
	c.cell()
	c.lacks(a)
}

// lacks puts what is missing of an answer, or why it does not apply.
func (c *composer) lacks(a *Answer) {
	missing := make([]string, len(a.Missing))
	for i, n := range a.Missing {
		missing[i] = c.enum("need", n)
		if a.withholds(n) {
			missing[i] = c.Text("disclosures.withheld", missing[i])
		}
	}
	c.say(strings.Join(missing, c.Text("semicolon")))
	if a.Reason != "" {
		c.given(a.Reason)
	}
}
