package report

import (
	"github.com/hrdd-go/hrdd/internal/svg"
	"github.com/hrdd-go/hrdd/risk"
)

// Measures of the ranked list in user units.
const (
	rankedMost              = 30 // risks drawn; the table has all of them
	rankedLeft, rankedWidth = 340.0, 456.0
	rankedRow, rankedTop    = 34.0, 44.0
)

// rankedList draws the places that each risk can take as bars.
func (c *composer) rankedList() {
	n := len(c.ev.Risks)
	var rows []int
	for i := range c.ev.Risks {
		if len(rows) < rankedMost && !c.withheld.item("risks", c.ev.Risks[i].Index) {
			rows = append(rows, i)
		}
	}
	if n < 2 || len(rows) == 0 || !c.draws() { // the table of risks has the places
		return
	}
	last := 1
	for _, i := range rows {
		last = max(last, c.ev.Risks[i].Worst)
	}
	height := rankedTop + float64(len(rows))*rankedRow + 8
	description := c.Text("ranked.description", len(rows), n)
	p := svg.New("ranked-picture", rankedLeft+rankedWidth+24, height, c.Text("ranked.title"), description)
	x := func(place int) float64 {
		if last == 1 {
			return rankedLeft
		}
		return rankedLeft + rankedWidth*float64(place-1)/float64(last-1)
	}
	step := max(1, (last+11)/12)
	for place := 1; place <= last; place += step {
		p.Line(x(place), rankedTop-10, x(place), height-8, "grid")
		p.Text(x(place), rankedTop-16, svg.Middle, "level-label", c.Number(place))
	}
	p.Text(0, rankedTop-16, svg.Start, "axis-label", c.Text("place"))
	for at, i := range rows {
		r := &c.ev.Risks[i]
		y := rankedTop + (float64(at)+.5)*rankedRow
		label := r.Risk.Title
		if c.withheld.value("risks", r.Index, "title") {
			label = c.Text("withheld")
		}
		rowLabel(p, 0, y+4, label, rankedLeft-24, 2)
		class, round := "bar", 7.0
		switch {
		case !r.Rated():
			class = "bar unrated"
		case r.Illustrative || r.Risk.Illustrative:
			class = "bar made-up"
		case r.Risk.Status == risk.Actual && !c.withheld.value("risks", r.Index, "status"):
			class, round = "bar happened", 0 // told apart by its shape too
		}
		p.Group(class, label)
		p.Rect(x(r.Best)-7, y-7, x(r.Worst)-x(r.Best)+14, 14, round, "")
		p.EndGroup()
	}
	c.figure(figure{"ranked", c.Text("ranked.title"), description, p.End(), c.Text("figure.table"), true})
	c.table(table{"ranked-table", c.Text("ranked.caption"), []column{
		{c.Text("risk"), nameColumn}, {c.Text("ranked.best"), numberColumn}, {c.Text("ranked.worst"), numberColumn},
	}})
	for _, i := range rows {
		r := &c.ev.Risks[i]
		c.row("")
		c.cell()
		c.show(c.withheld.value("risks", r.Index, "title"), func() { c.givenOr(r.Risk.Title) })
		c.illustrative(r.Illustrative || r.Risk.Illustrative)
		c.cell()
		c.say(c.Number(r.Best))
		c.cell()
		c.say(c.Number(r.Worst))
	}
	c.endTable()
	c.endFigure()
}
