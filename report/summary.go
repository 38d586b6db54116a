package report

import "github.com/hrdd-go/hrdd/assessment"

// summary shows the figures of the report at a glance, and what is not known.
func (c *composer) summary() {
	rated, drawn := 0, 0
	for i := range c.ev.Risks {
		if c.ev.Risks[i].Rated() {
			rated++
		}
		if c.ev.Risks[i].Illustrative || c.ev.Risks[i].Risk.Illustrative {
			drawn++
		}
	}
	c.facts(figures)
	c.fact(c.Text("summary.risks"))
	c.figureOf(len(c.ev.Risks))
	c.line()
	c.phrase("summary.risks.rated", rated)
	if drawn > 0 {
		c.line()
		c.phrase("summary.illustrative", drawn)
	}
	c.fact(c.Text("summary.linkages"))
	c.figureOfListed(len(c.ev.Linkages), "summary.linkages.note")
	if t := c.ev.Recommendations; t != nil {
		c.fact(c.Text("summary.recommendations"))
		c.figureOf(len(t.Items))
		c.line()
		c.phrase("summary.begun", begun(t))
		c.line()
		c.totalMade()
	}
	c.fact(c.Text("summary.actions"))
	c.figureOfListed(len(c.doc.Actions), "summary.actions.note")
	c.endFacts()
	c.unknowns()
}

// totalMade says how many recommendations were made in all.
func (c *composer) totalMade() {
	total, kept := c.recommendationCount()
	switch n, known := total.Known(); {
	case known:
		c.phrase("summary.total", n)
	case kept:
		c.say(c.Text("summary.total.withheld"))
	default:
		c.say(c.Text("summary.total.unknown"))
	}
}

// figureOf puts a large number.
func (c *composer) figureOf(n int) { c.strong(c.Number(n)) }

// figureOfListed puts how many things the document lists, with what to know of
// them. That it lists none does not mean that there are none.
func (c *composer) figureOfListed(n int, note string) {
	if n == 0 {
		c.notStated()
		return
	}
	c.figureOf(n)
	c.line()
	c.say(c.Text(note))
}

// begun returns how many recommendations are in progress, blocked, done or
// verified.
func begun(t *assessment.Tracking) int {
	n := 0
	for _, s := range begunStates {
		n += t.Count(s)
	}
	return n
}

// begunStates are the states of recommendations on which work has begun.
var begunStates = [...]assessment.State{assessment.InProgress, assessment.Blocked, assessment.Implemented,
	assessment.VerifiedEffective, assessment.VerifiedIneffective}

// unknowns lists what the assessment leaves open: gaps of the document, and
// the notes of the evaluation, counted by what they are about.
func (c *composer) unknowns() {
	c.heading(c.Text("unknown"))
	c.paragraph()
	c.say(c.Text("unknown.lead"))
	c.list()
	for _, gap := range [...]struct {
		is   bool
		text string
	}{
		{len(c.doc.Scope.Countries) == 0, "unknown.countries"},
		{c.doc.Assessor.Name == "", "unknown.assessor"},
		{len(c.doc.Engagements) == 0, "unknown.engagement"},
	} {
		if gap.is {
			c.item()
			c.say(c.Text(gap.text))
		}
	}
	counts := map[assessment.NoteCode]int{}
	for i := range c.ev.Notes {
		counts[c.ev.Notes[i].Code]++
	}
	for code := assessment.NoteNotStated + 1; code.Valid(); code++ {
		plain := code == assessment.NoRisksNamed || code == assessment.MoreRisksThanNamed
		if n := counts[code]; n > 0 && (plain || c.opts.Audience != Affected) {
			c.item()
			c.phrase("note."+code.String(), n)
		}
	}
	c.endList()
}
