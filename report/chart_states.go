package report

import (
	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/internal/svg"
)

// states draws how many recommendations are in each state, and how long those
// that left a state had stayed in it.
func (c *composer) states() {
	t := c.ev.Recommendations
	counts := map[assessment.State]int{}
	total := 0
	for i := range t.Items {
		if !c.withheld.value("recommendations", i, "events") {
			counts[t.Items[i].State]++
			total++
		}
	}
	if total < 2 {
		return
	}
	var list []bar
	for s := assessment.StateNotStated; s.Valid(); s++ {
		if counts[s] > 0 {
			list = append(list, bar{label: c.enum("state", s), value: counts[s]})
		}
	}
	if len(list) > 1 { // one bar says no more than the table above
		title := c.Text("states.title")
		c.barFigure("states", title, list, c.Text("figure.table"))
		c.table(table{"states-table", title, []column{{c.Text("state"), nameColumn}, {c.Text("states.count"), numberColumn}}})
		for _, b := range list {
			c.row("")
			c.cell()
			c.say(b.label)
			c.cell()
			c.say(c.Number(b.value))
		}
		c.endTable()
		c.endFigure()
	}
	if !c.withheld.any() { // the times are of all logs
		c.stateTimes(t.Times)
	}
}

// stateTimes draws the days that recommendations stayed in the states that they
// have left: bars to the median, lines to the longest stay.
func (c *composer) stateTimes(times []assessment.StateTime) {
	var rows []assessment.StateTime
	most := 1
	for _, s := range times {
		if s.Stays > 0 {
			rows = append(rows, s)
			most = max(most, s.Longest)
		}
	}
	if len(rows) == 0 {
		return
	}
	title, description := c.Text("times.title"), c.Text("times.description")
	p := svg.New("state-times-picture", barLeft+barWidth+90, float64(len(rows))*barRow+8, title, description)
	for i, s := range rows {
		y := float64(i)*barRow + 4
		median, longest := barWidth*float64(s.Median)/float64(most), barWidth*float64(s.Longest)/float64(most)
		p.Text(barLeft-12, y+16, svg.End, "row-label", svg.Fit(c.enum("state", s.State), barLeft-16, 13))
		p.Group("", c.enum("state", s.State))
		p.Line(barLeft, y+12, barLeft+longest, y+12, "whisker-line")
		p.Line(barLeft+longest, y+7, barLeft+longest, y+17, "whisker-line")
		p.Rect(barLeft, y+3, max(median, 1), barRow-8, 2, "column")
		p.EndGroup()
		p.Text(barLeft+longest+10, y+16, svg.Start, "value-label", c.span(s.Median, s.Longest))
	}
	c.figure(figure{"state-times", title, description, p.End(), c.Text("figure.table"), false})
	c.table(table{"state-times-table", title, []column{
		{c.Text("state"), nameColumn}, {c.Text("times.stays"), numberColumn}, {c.Text("times.median"), numberColumn},
		{c.Text("times.longest"), numberColumn},
	}})
	for _, s := range rows {
		c.row("")
		c.cell()
		c.say(c.enum("state", s.State))
		for _, n := range [...]int{s.Stays, s.Median, s.Longest} {
			c.cell()
			c.say(c.Number(n))
		}
	}
	c.endTable()
	c.endFigure()
}
