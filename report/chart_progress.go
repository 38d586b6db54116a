package report

import (
	"time"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/internal/svg"
	"github.com/hrdd-go/hrdd/risk"
)

// Measures of the pictures of progress in user units.
const (
	burnLeft, burnTop, burnWidth, burnHeight = 44.0, 26.0, 640.0, 220.0
	burnDays                                 = 24 // points at most
)

// burnUp draws how many recommendations had been made, begun, done and
// verified at the end of each quarter or year.
func (c *composer) burnUp() {
	recommendations := c.visibleRecommendations()
	asOf, kept := c.withheld.asOf(c.ev)
	if kept {
		return // the last point would show the day
	}
	days := burnDates(recommendations, asOf)
	if len(days) < 2 {
		return
	}
	points, err := assessment.BurnUp(recommendations, days)
	if err != nil {
		return // Evaluate has followed the same logs; what it could not follow is not drawn
	}
	series := [...]struct {
		key, class string
		of         func(*assessment.BurnUpPoint) int
	}{
		{"burn.made", "series-a", func(p *assessment.BurnUpPoint) int { return p.Made }},
		{"burn.begun", "series-b", func(p *assessment.BurnUpPoint) int { return p.Begun }},
		{"burn.done", "series-c", func(p *assessment.BurnUpPoint) int { return p.Done }},
		{"burn.verified", "series-d", func(p *assessment.BurnUpPoint) int { return p.Verified }},
	}
	most := 1
	for i := range points {
		most = max(most, points[i].Made)
	}
	step := max(1, (most+4)/5)
	most = (most + step - 1) / step * step
	title, description := c.Text("burn.title"), c.Text("burn.description", c.date(days[0]), c.date(days[len(days)-1]))
	p := svg.New("burn-up-picture", burnLeft+burnWidth+150, burnTop+burnHeight+44, title, description)
	x := func(i int) float64 { return burnLeft + burnWidth*float64(i)/float64(len(points)-1) }
	y := func(n int) float64 { return burnTop + burnHeight*(1-float64(n)/float64(most)) }
	for n := 0; n <= most; n += step {
		p.Line(burnLeft, y(n), burnLeft+burnWidth, y(n), "grid")
		p.Text(burnLeft-8, y(n)+4, svg.End, "level-label", c.Number(n))
	}
	for i := 0; i < len(points); i += max(1, (len(points)+5)/6) {
		anchor := svg.Middle
		if i == len(points)-1 {
			anchor = svg.End
		}
		p.Text(x(i), burnTop+burnHeight+20, anchor, "level-label", c.shortDate(points[i].On))
	}
	labels := make([]float64, len(series)) // where the name of each stands, none above another
	for s := range series {
		labels[s] = y(series[s].of(&points[len(points)-1])) + 4
		if s > 0 {
			labels[s] = max(labels[s], labels[s-1]+17)
		}
	}
	for s, lowest := len(series)-1, burnTop+burnHeight+4; s >= 0; s, lowest = s-1, lowest-17 {
		labels[s] = min(labels[s], lowest)
	}
	for s := range series {
		var line []float64
		for i := range points {
			line = append(line, x(i), y(series[s].of(&points[i]))+float64(s)*1.5) // lines that coincide stay visible
		}
		p.Polyline("line "+series[s].class, line...)
		p.Text(burnLeft+burnWidth+10, labels[s], svg.Start, series[s].class, c.Text(series[s].key))
	}
	c.figure(figure{"burn-up", title, description, p.End(), c.Text("figure.table"), false})
	columns := []column{{c.Text("date"), nameColumn}}
	for s := range series {
		columns = append(columns, column{c.Text(series[s].key), numberColumn})
	}
	c.table(table{"burn-up-table", title, columns})
	for i := range points {
		c.row("")
		c.cell()
		c.say(c.date(points[i].On))
		for s := range series {
			c.cell()
			c.say(c.Number(series[s].of(&points[i])))
		}
	}
	c.endTable()
	c.endFigure()
}

// visibleRecommendations returns those whose log the reader may see.
func (c *composer) visibleRecommendations() []assessment.Recommendation {
	if !c.withheld.any() {
		return c.doc.Recommendations
	}
	var out []assessment.Recommendation
	for i := range c.doc.Recommendations {
		if !c.withheld.value("recommendations", i, "events") {
			out = append(out, c.doc.Recommendations[i])
		}
	}
	return out
}

// burnDates returns the ends of the quarters from before the first event to the
// day looked at, of the years if the quarters are too many.
func burnDates(recommendations []assessment.Recommendation, asOf risk.Date) []risk.Date {
	var from, to risk.Date
	for i := range recommendations {
		for _, e := range recommendations[i].Events {
			if e.On.IsZero() {
				continue
			}
			if from.IsZero() || e.On.Before(from) {
				from = e.On
			}
			if to.IsZero() || e.On.After(to) {
				to = e.On
			}
		}
	}
	if from.IsZero() {
		return nil
	}
	if !asOf.IsZero() {
		to = asOf
	}
	to = to.LastDay()
	months := 3
	if to.Year()-from.Year() >= burnDays/4 {
		months = 12 * max(1, (to.Year()-from.Year()+burnDays-1)/burnDays)
	}
	var days []risk.Date
	at := time.Date(from.Year(), time.January, 1, 0, 0, 0, 0, time.UTC)
	for len(days) <= 2*burnDays {
		day := risk.DateOf(at.AddDate(0, 0, -1))
		if day.After(to) {
			break
		}
		if day.Year() > 0 {
			days = append(days, day)
		}
		at = at.AddDate(0, months, 0)
	}
	return days
}

// shortDate returns the month and year of a date as figures.
func (c *composer) shortDate(d risk.Date) string {
	month := c.Number(int(d.Month()))
	if len(month) < 2 {
		month = "0" + month
	}
	return month + "/" + c.Text("date.year", yearText(d))
}

func yearText(d risk.Date) string { return risk.YearOf(d.Year()).String() }
