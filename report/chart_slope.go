package report

import (
	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/internal/svg"
)

// Measures of the slope chart in user units.
const (
	slopeMost                             = 20 // risks drawn; the table has all of them
	slopeTop, slopeRow                    = 40.0, 24.0
	slopeLeft, slopeWidth, slopeLabelRoom = 300.0, 220.0, 300.0
	slopeGap                              = 19.0 // between the names
	slopeLeader                           = 22.0 // from the end of a line to its name
)

// slopeEnd is one end of a line of the slope chart.
type slopeEnd struct {
	y     float64 // of the middle of the places
	label float64 // where its name stands, so that no two overlap
}

// slope draws the places of the risks before and after.
func (c *composer) slope() {
	k := c.opts.Comparison
	type line struct {
		title string
		r     *assessment.RiskChange
		ends  [2]slopeEnd
	}
	var lines []line
	last := 1
	for i := range k.Risks {
		r := &k.Risks[i]
		title, ok := c.riskTitle(r)
		if !ok || r.Before == nil || r.After == nil || len(lines) == slopeMost || !r.Before.Rated() && !r.After.Rated() {
			continue
		}
		lines = append(lines, line{title: first(title, c.Text("untitled")), r: r})
		for _, end := range [...]*assessment.RiskResult{r.Before, r.After} {
			last = max(last, (end.Best+end.Worst+1)/2)
		}
	}
	if len(lines) == 0 || !c.draws() { // the table of changes has the places
		return
	}
	height := float64(max(len(lines), 4)) * slopeRow
	at := func(place float64) float64 { return slopeTop + height*(place-.5)/float64(last) }
	for side := range 2 {
		wanted := make([]float64, len(lines))
		for i := range lines {
			r := lines[i].r.Before
			if side == 1 {
				r = lines[i].r.After
			}
			wanted[i] = at(float64(r.Best+r.Worst) / 2)
		}
		for i, label := range spread(wanted, slopeTop, slopeGap) {
			lines[i].ends[side] = slopeEnd{y: wanted[i], label: label}
		}
	}
	bottom := slopeTop + height
	for i := range lines {
		bottom = max(bottom, lines[i].ends[0].label, lines[i].ends[1].label)
	}
	title, description := c.Text("slope.title"), c.Text("slope.description", len(lines))
	p := svg.New("slope-picture", slopeLeft+slopeWidth+slopeLabelRoom, bottom+14, title, description)
	x := [2]float64{slopeLeft, slopeLeft + slopeWidth}
	p.Text(x[0], 18, svg.Middle, "axis-label", c.shortDateOr(k.Before, c.before, "changes.before"))
	p.Text(x[1], 18, svg.Middle, "axis-label", c.shortDateOr(k.After, c.withheld, "changes.after"))
	for i := range lines {
		l := &lines[i]
		class := "slope"
		switch l.r.Trend {
		case assessment.Graver, assessment.PerhapsGraver:
			class = "slope graver"
		case assessment.LessGrave, assessment.PerhapsLessGrave:
			class = "slope less-grave"
		}
		p.Group(class, l.title)
		p.Line(x[0], l.ends[0].y, x[1], l.ends[1].y, "")
		for side, e := range l.ends {
			out := slopeLeader * float64(2*side-1)
			p.Line(x[side], e.y, x[side]+out, e.label, "leader")
			p.Circle(x[side], e.y, 4, "")
		}
		p.Text(x[0]-slopeLeader-4, l.ends[0].label+4, svg.End, "row-label", svg.Fit(l.title, slopeLeft-slopeLeader-6, labelSize))
		p.Text(x[1]+slopeLeader+4, l.ends[1].label+4, svg.Start, "row-label", svg.Fit(l.title, slopeLabelRoom-slopeLeader-6, labelSize))
		p.EndGroup()
	}
	c.figure(figure{"slope", title, description, p.End(), c.Text("figure.table"), true})
	c.table(table{"slope-table", title, []column{
		{c.Text("risk"), nameColumn}, {c.Text("changes.place-before"), shortColumn}, {c.Text("changes.place-after"), shortColumn},
	}})
	for i := range lines {
		r := lines[i].r
		c.row("")
		c.cell()
		c.given(lines[i].title)
		c.illustrative(riskMadeUp(r.Before) || riskMadeUp(r.After))
		c.cell()
		c.say(c.span(r.Before.Best, r.Before.Worst))
		c.cell()
		c.say(c.span(r.After.Best, r.After.Worst))
	}
	c.endTable()
	c.endFigure()
}

// shortDateOr returns the day that an evaluation looks at, or words if it has
// none.
func (c *composer) shortDateOr(ev *assessment.Evaluation, w withheld, key string) string {
	day, _ := w.asOf(ev)
	return first(c.date(day), c.Text(key))
}
