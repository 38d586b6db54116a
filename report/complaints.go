package report

import (
	"strings"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
)

// hasComplaints reports whether there is anything on complaints that the
// audience may see.
func (c *composer) hasComplaints() bool {
	return c.opts.Complaints != nil || len(c.opts.Lessons) > 0 && c.opts.Audience == Internal
}

// figuresOnComplaints writes the figures on complaints that may leave, and inside the
// company what the cases say about the assessment.
func (c *composer) figuresOnComplaints() {
	c.lead()
	c.say(c.Text("complaints.lead"))
	if p := c.opts.Complaints; p == nil {
		c.note(plainNote)
		c.say(c.Text("complaints.none"))
	} else {
		c.complaintFigures(p)
	}
	if c.opts.Audience == Internal {
		c.lessons()
	}
}

func (c *composer) complaintFigures(p *grievance.Published) {
	c.facts(figures)
	c.fact(c.Text("complaints.cases"))
	if n, known := p.Cases().Known(); known {
		c.figureOf(n)
	} else {
		c.missing(c.Text("complaints.not-shown"))
	}
	c.line()
	c.or(c.period(p.Period()))
	if confirmed, of, ok := p.ConfirmedShare(); ok {
		c.fact(c.Text("complaints.confirmed"))
		c.figureOf(confirmed)
		c.line()
		c.phrase("complaints.confirmed.of", of)
	}
	c.fact(c.Text("complaints.threshold"))
	c.figureOf(p.Threshold())
	c.line()
	c.say(c.Text("complaints.threshold.note"))
	c.endFacts()
	if !p.AsOf().IsZero() {
		c.paragraph()
		c.phrase("complaints.as-of", c.date(p.AsOf()))
	}
	c.note(withheldNote)
	c.phrase("complaints.suppressed", p.Threshold())
	tables := 0
	for t := range p.Tables() {
		tables++
		c.figuresBy(tables, &t)
	}
	c.caseTimes(p)
}

// figuresBy writes one table: the figures that may be named, and what is not
// named with the reason.
func (c *composer) figuresBy(n int, t *grievance.PublishedTable) {
	caption := c.Text("complaints.by." + t.Dimension.String())
	if t.Parent != grievance.DimensionNotStated {
		caption += c.Text("complaints.of", c.caseKey(t.Parent, t.Key))
	}
	list := make([]bar, len(t.Rows))
	for i := range t.Rows {
		list[i] = bar{label: c.caseKey(t.Dimension, t.Rows[i].Key), value: t.Rows[i].Cases}
	}
	c.barsBefore(anchor("complaints-bars", n-1), caption, list)
	c.table(table{anchor("complaints", n-1), caption, []column{
		{c.enum("dimension", t.Dimension), nameColumn}, {c.Text("complaints.cases"), numberColumn},
	}})
	for i := range t.Rows {
		c.row("")
		c.cell()
		c.say(c.caseKey(t.Dimension, t.Rows[i].Key))
		c.cell()
		c.say(c.Number(t.Rows[i].Cases))
	}
	rest, known := t.Rest.Known()
	if !known || rest > 0 {
		c.row("")
		c.cell()
		key := "complaints.others"
		if len(t.Rows) == 0 {
			key = "complaints.all"
		}
		c.missing(c.Text(key))
		c.cell()
		if known {
			c.say(c.Number(rest))
		} else {
			c.missing(c.Text("complaints.not-shown"))
		}
	}
	c.endTable()
	if t.Dimension.Multiple() {
		c.paragraph()
		c.say(c.Text("complaints.multiple"))
	}
}

// caseTimes writes how long cases took to reach their stages.
func (c *composer) caseTimes(p *grievance.Published) {
	first := true
	for t := range p.Times() {
		if first {
			c.table(table{"complaint-times", c.Text("complaints.times"), []column{
				{c.Text("complaints.stage"), nameColumn}, {c.Text("complaints.median"), numberColumn},
				{c.Text("complaints.p90"), numberColumn},
			}})
			first = false
		}
		c.row("")
		c.cell()
		c.say(c.enum("stage", t.Stage))
		for _, days := range [...]risk.Count{t.Median, t.P90} {
			c.cell()
			if n, known := days.Known(); known {
				c.phrase("span.calendar-days", n)
			} else {
				c.missing(c.Text("complaints.not-shown"))
			}
		}
	}
	if !first {
		c.endTable()
	}
}

// caseKey returns what a value of a dimension is called.
func (c *composer) caseKey(d grievance.Dimension, key string) string {
	if key == "" {
		return c.Text("not-stated")
	}
	switch d {
	case grievance.ByRight:
		return c.right(risk.RightID(key))
	case grievance.ByGroup:
		return c.group(risk.GroupID(key))
	case grievance.ByCountry:
		return c.named("country", key)
	case grievance.ByOutcome:
		return c.named("outcome", key)
	case grievance.ByStage:
		return c.named("stage", key)
	case grievance.ByPromise:
		return c.named("promise", key)
	case grievance.ByPeriod:
		return c.grain(key)
	case grievance.ByMechanism, grievance.BySite:
		id, err := uuid.Parse(key)
		if err != nil {
			return c.Text("complaints.elsewhere")
		}
		if d == grievance.BySite {
			return c.siteName(id)
		}
		return c.mechanismName(id)
	}
	return key
}

// grain returns a period of figures in words: 2021, 2021-Q1 or 2021-03.
func (w words) grain(key string) string {
	if year, quarter, ok := strings.Cut(key, "-Q"); ok {
		return w.Text("complaints.quarter", quarter, year)
	}
	if d, err := risk.ParseDate(key); err == nil {
		return w.date(d)
	}
	return key
}

// mechanismName returns the name of a mechanism as far as the audience may see
// it.
func (c *composer) mechanismName(id uuid.UUID) string {
	for i := range c.doc.Mechanisms {
		if m := &c.doc.Mechanisms[i]; m.ID == id {
			if c.withheld.value("mechanisms", i, "name") {
				return c.Text("withheld")
			}
			return first(m.Name, m.Code, c.enum("mechanism", m.Kind))
		}
	}
	return c.Text("complaints.elsewhere")
}

// siteName returns the name of a site and of who runs it, as far as the
// audience may see them.
func (c *composer) siteName(id uuid.UUID) string {
	for i := range c.doc.Suppliers {
		s := &c.doc.Suppliers[i]
		for j := range s.Sites {
			if s.Sites[j].ID != id {
				continue
			}
			if c.withheld.value("suppliers", i, "name") || c.withheld.value("suppliers", i, "sites") {
				return c.Text("withheld")
			}
			at := first(s.Sites[j].Name, s.Sites[j].Code)
			by := first(s.Name, s.Code)
			if at != "" && by != "" && at != by {
				return by + ", " + at
			}
			return first(at, by, c.Text("untitled"))
		}
	}
	return c.Text("complaints.elsewhere")
}
