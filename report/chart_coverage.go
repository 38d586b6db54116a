package report

import (
	"strings"

	"github.com/hrdd-go/hrdd/internal/svg"
)

// Measures of the picture of coverage in user units.
const (
	coverageLeft, coverageWidth = 330.0, 460.0
	coverageRow, coverageTop    = 50.0, 40.0
)

// coverageParts are the parts of a row of the picture, with how each is filled
// so that they are told apart without colour: full, light, empty, broken edge.
var coverageParts = [...]struct {
	answered Answered
	class    string
	of       func(*Coverage) int
}{
	{Fully, "part-full", func(k *Coverage) int { return k.Fully }},
	{Partly, "part-some", func(k *Coverage) int { return k.Partly }},
	{NotYet, "part-none", func(k *Coverage) int { return k.NotYet }},
	{NotApplicable, "part-not", func(k *Coverage) int { return k.NotApplicable }},
}

// coverageChart draws, a row a framework, how many of its disclosures are
// answered, answered in part, not yet, and not applicable.
func (c *composer) coverageChart(list []*Coverage) {
	title := c.Text("coverage.title")
	told := make([]string, len(list))
	for i, k := range list {
		parts := make([]string, len(coverageParts))
		for j, part := range coverageParts {
			parts[j] = c.enum("answered", part.answered) + " " + c.Number(part.of(k))
		}
		told[i] = c.frameworkTitle(k.Framework) + c.Text("colon") + strings.Join(parts, ", ")
	}
	p := svg.New("coverage-picture", coverageLeft+coverageWidth+10, coverageTop+float64(len(list))*coverageRow, title, strings.Join(told, c.Text("semicolon")))
	x := coverageLeft
	for _, part := range coverageParts {
		name := c.enum("answered", part.answered)
		p.Rect(x+.5, 6, 14, 14, 2, part.class)
		p.Text(x+21, 18, svg.Start, "row-label", name)
		x += 21 + svg.Width(name, labelSize) + 16
	}
	for i, k := range list {
		y := coverageTop + float64(i)*coverageRow
		rowLabel(p, 0, y+coverageRow/2, c.frameworkTitle(k.Framework), coverageLeft-20, 3)
		total, x := max(1, len(k.Answers)), coverageLeft
		for _, part := range coverageParts {
			n := part.of(k)
			if n == 0 {
				continue
			}
			width := coverageWidth * float64(n) / float64(total)
			p.Group("part "+part.class, c.enum("answered", part.answered)+c.Text("colon")+c.Number(n))
			p.Rect(x+1, y+8, width-2, coverageRow-24, 2, "")
			if number := c.Number(n); svg.Width(number, 12)+6 < width {
				p.Text(x+width/2, y+coverageRow/2, svg.Middle, "", number)
			}
			p.EndGroup()
			x += width
		}
	}
	c.figure(figure{id: "coverage", title: title, svg: p.End(), tableTitle: c.Text("figure.table")})
	columns := []column{{c.Text("coverage.framework"), nameColumn}}
	for _, part := range coverageParts {
		columns = append(columns, column{c.enum("answered", part.answered), numberColumn})
	}
	c.table(table{"coverage-table", title, columns})
	for _, k := range list {
		c.row("")
		c.cell()
		c.say(c.frameworkTitle(k.Framework))
		for _, part := range coverageParts {
			c.cell()
			c.say(c.Number(part.of(k)))
		}
	}
	c.endTable()
	c.endFigure()
}
