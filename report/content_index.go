package report

import "slices"

// contentIndex writes, for each framework asked for, where a reader finds the
// answer to each disclosure, and what is left out and why: the index that a
// company publishes with its report.
func (c *composer) contentIndex() {
	c.lead()
	c.say(c.Text("index.lead"))
	for n, k := range c.covered() {
		if c.stopped() {
			return
		}
		f := k.Framework
		title := c.frameworkTitle(f)
		c.heading(title)
		c.paragraph()
		c.indexStatement(f)
		c.table(table{anchor("index-of", n), c.Text("index.caption", title), []column{
			{c.Text("disclosures.id"), codeColumn}, {c.Text("disclosures.asks"), textColumn},
			{c.Text("index.where"), textColumn}, {c.Text("index.left-out"), textColumn},
		}})
		for i := range k.Answers {
			a := &k.Answers[i]
			c.row("")
			c.cell()
			c.say(a.Disclosure.ID)
			c.cell()
			c.asks(f, &a.Disclosure)
			c.cell()
			c.whereAnswered(a)
			c.cell()
			c.leftOut(a)
		}
		c.endTable()
	}
}

// indexStatement says by whom, for when and under which version.
func (c *composer) indexStatement(f *Framework) {
	company, period := any(given(c.doc.Company.Name)), any(c.period(c.doc.Period))
	if c.withheld.field("company", "name") {
		company = c.Text("withheld")
	}
	if c.withheld.whole("period") {
		period = c.Text("withheld")
	}
	if company == given("") {
		company = c.Text("not-stated")
	}
	if period == "" {
		period = c.Text("not-stated")
	}
	c.phrase("index.statement", company, period, c.versionOf(f))
}

// whereAnswered puts the sections of this report that answer a disclosure, as
// links.
func (c *composer) whereAnswered(a *Answer) {
	var shown []Section
	front := false
	for _, p := range a.From {
		s := p.Need.shownIn()
		switch {
		case s == SectionNotStated:
			front = true
		case slices.Contains(c.sections, s) && !slices.Contains(shown, s):
			shown = append(shown, s)
		}
	}
	slices.Sort(shown)
	put := 0
	next := func() {
		if put > 0 {
			c.say(c.Text("semicolon"))
		}
		put++
	}
	if front {
		next()
		c.say(c.Text("index.front"))
	}
	for _, s := range shown {
		next()
		c.link(s.String(), c.sectionTitle(s), true)
	}
	if put == 0 {
		c.say("–")
	}
}

// leftOut puts what an answer leaves out and why: it does not apply, it is not
// available, or it is withheld.
func (c *composer) leftOut(a *Answer) {
	if a.Answered == NotApplicable {
		c.phrase("index.not-applicable", given(a.Reason))
		return
	}
	said := false
	for _, withheld := range [...]bool{false, true} {
		var names []string
		for _, n := range a.Missing {
			if a.withholds(n) == withheld {
				names = append(names, c.enum("need", n))
			}
		}
		if len(names) == 0 {
			continue
		}
		if said {
			c.line()
		}
		said = true
		key := "index.unavailable"
		if withheld {
			key = "index.withheld"
		}
		c.say(c.Text(key))
		c.say(c.Text("colon"))
		for i, name := range names {
			if i > 0 {
				c.say(c.Text("semicolon"))
			}
			c.say(name)
		}
	}
	if !said {
		c.say("–")
	}
}
