package report

import (
	"strings"

	"github.com/hrdd-go/hrdd/internal/svg"
)

// Measures of a picture of bars in user units.
const (
	barLeft, barWidth, barRow = 250.0, 430.0, 28.0
	mostBars                  = 24 // the table has all
)

// bar is one bar of a picture: what it counts and how many.
type bar struct {
	label string
	value int
}

// bars draws counts as bars and returns the picture.
func (c *composer) bars(id, title, description string, list []bar) []byte {
	list = list[:min(len(list), mostBars)]
	p := svg.New(id, barLeft+barWidth+60, float64(len(list))*barRow+8, title, description)
	most := 1
	for _, b := range list {
		most = max(most, b.value)
	}
	for i, b := range list {
		y, width := float64(i)*barRow+4, barWidth*float64(b.value)/float64(most)
		p.Text(barLeft-12, y+16, svg.End, "row-label", svg.Fit(b.label, barLeft-16, 13))
		if b.value > 0 {
			p.Rect(barLeft, y+3, max(width, 1), barRow-8, 2, "column")
		}
		p.Text(barLeft+width+8, y+16, svg.Start, "value-label", c.Number(b.value))
	}
	return p.End()
}

// barFigure opens a figure of bars; the table with the same figures follows.
// Those who do not see the bars are told all of them.
func (c *composer) barFigure(id, title string, list []bar, tableTitle string) {
	told := make([]string, min(len(list), mostBars))
	for i := range told {
		told[i] = list[i].label + c.Text("colon") + c.Number(list[i].value)
	}
	picture := c.bars(id+"-picture", title, strings.Join(told, c.Text("semicolon")), list)
	c.figure(figure{id: id, title: title, svg: picture, tableTitle: tableTitle})
}

// barsBefore draws counts as bars in front of the table with the same figures.
func (c *composer) barsBefore(id, title string, list []bar) {
	if len(list) < 2 || !c.draws() {
		return // one bar says no more than the table
	}
	c.barFigure(id, title, list, "")
	c.endFigure()
}
