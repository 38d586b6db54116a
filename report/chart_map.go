package report

import (
	"strconv"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/internal/svg"
	"github.com/hrdd-go/hrdd/risk"
)

// Measures of the salience map in user units.
const (
	mapLeft, mapTop       = 40.0, 34.0
	cellWidth, cellHeight = 128.0, 92.0
	mapGap                = 26.0 // between what may happen and what has happened
	pillWidth, pillHeight = 46.0, 19.0
	pillGap, pillDown     = 8.0, 24.0 // beside a label, and from one to the next below it
	pillTop               = 6.0
	pillsAcross, pillRows = 2, 3
	mapWidth              = mapLeft + 6*cellWidth + mapGap + 8
	mapHeight             = mapTop + 5*cellHeight + 52
)

// mark is a risk on the salience map: the levels of its gravest dimension and
// of its likelihood, from the least to the greatest that the ratings allow.
type mark struct {
	label, title     string
	sevLo, sevHi     int
	likLo, likHi     int
	happened, madeUp bool
}

// mapRoom is how many risks have room in a cell of the map.
const mapRoom = pillsAcross * pillRows

// mostListed is how many risks the table beside the map lists one by one; for
// more it counts them, as the picture does.
const mostListed = 60

// mapCells are the risks of a salience map by likelihood (the last column is
// what has happened) and severity. It holds no more risks than it can show,
// however many there are.
type mapCells struct {
	first   [6][5][]mark
	count   [6][5]int
	list    []mark // the first of all
	rated   int
	unrated int
}

// marks gathers the risks that the reader may see.
func (c *composer) marks() *mapCells {
	var cells mapCells
	for i := range c.ev.Risks {
		r := &c.ev.Risks[i]
		hidden := func(name string) bool { return c.withheld.value("risks", r.Index, name) }
		if c.withheld.item("risks", r.Index) || hidden("ratings") || hidden("status") {
			continue
		}
		if !r.Rated() {
			cells.unrated++
			continue
		}
		cells.rated++
		m := c.mark(i, r)
		if len(cells.list) <= mostListed {
			cells.list = append(cells.list, m)
		}
		col, row := m.likHi-1, m.sevHi-1
		if m.happened {
			col = 5
		}
		cells.count[col][row]++
		if len(cells.first[col][row]) < mapRoom {
			cells.first[col][row] = append(cells.first[col][row], m)
		}
	}
	return &cells
}

func (c *composer) mark(i int, r *assessment.RiskResult) mark {
	m := mark{label: r.Risk.Code, madeUp: r.Illustrative || r.Risk.Illustrative}
	if m.label == "" || c.withheld.value("risks", r.Index, "code") {
		m.label = strconv.Itoa(i + 1)
	}
	if !c.withheld.value("risks", r.Index, "title") {
		m.title = r.Risk.Title
	}
	for _, d := range severity(r.Range) {
		m.sevLo, m.sevHi = max(m.sevLo, d[0]), max(m.sevHi, d[1])
	}
	lo, hi := r.Range.Lo.Likelihood, r.Range.Hi.Likelihood
	switch {
	case r.Risk.Status == risk.Actual, lo == risk.Occurred:
		m.happened = true
	case !lo.Rated() && !hi.Rated():
		m.likLo, m.likHi = 1, 5
	default:
		m.likLo, m.likHi = max(int(lo), 1), int(hi)
		if !hi.Rated() {
			m.likHi = 5
		}
	}
	return m
}

// severity returns the levels of the three dimensions, from and to; one that
// nobody has rated may be anything.
func severity(r risk.Range) [3][2]int {
	out := [3][2]int{
		{int(r.Lo.Scale), int(r.Hi.Scale)}, {int(r.Lo.Scope), int(r.Hi.Scope)},
		{int(r.Lo.Irremediability), int(r.Hi.Irremediability)},
	}
	for i := range out {
		if out[i][0] == 0 {
			out[i][0] = 1
		}
		if out[i][1] == 0 {
			out[i][1] = 5
		}
	}
	return out
}

// salienceMap draws severity by likelihood. Each risk stands where it can be
// gravest, with lines to where it can be least grave; harm that has happened
// stands apart, for it has no likelihood.
func (c *composer) salienceMap() {
	cells := c.marks()
	if cells.rated == 0 {
		return
	}
	description := c.Text("map.description", cells.rated, cells.unrated)
	p := svg.New("salience-map-picture", mapWidth, mapHeight, c.Text("map.title"), description)
	c.mapGround(p)
	c.mapRanges(p, cells)
	for col := range cells.first {
		for row := range cells.first[col] {
			c.mapCell(p, cells, col, row)
		}
	}
	c.figure(figure{"salience-map", c.Text("map.title"), description, p.End(), c.Text("figure.table"), false})
	if cells.rated > mostListed {
		c.mapCounts(cells)
	} else {
		c.mapList(cells.list)
	}
	c.endFigure()
}

// mapList writes the table of the risks on the map.
func (c *composer) mapList(list []mark) {
	c.table(table{"salience-map-table", c.Text("map.caption"), []column{
		{c.Text("risk"), nameColumn}, {c.Text("map.severity"), numberColumn}, {c.Text("likelihood"), numberColumn},
	}})
	for i := range list {
		m := &list[i]
		c.row("")
		c.cell()
		c.mapName(m)
		c.cell()
		c.say(c.span(m.sevLo, m.sevHi))
		c.cell()
		if m.happened {
			c.say(c.Text("occurred"))
		} else {
			c.say(c.span(m.likLo, m.likHi))
		}
	}
	c.endTable()
}

// mapCounts writes how many risks stand in each cell of the map.
func (c *composer) mapCounts(cells *mapCells) {
	columns := []column{{c.Text("map.severity"), nameColumn}}
	for level := 1; level <= 5; level++ {
		columns = append(columns, column{c.Text("map.likelihood", level), numberColumn})
	}
	c.table(table{"salience-map-table", c.Text("map.counts"), append(columns, column{c.Text("occurred"), numberColumn})})
	for row := 4; row >= 0; row-- {
		c.row("")
		c.cell()
		c.say(c.Number(row + 1))
		for col := range cells.count {
			c.cell()
			c.say(c.Number(cells.count[col][row]))
		}
	}
	c.endTable()
}

func (c *composer) mapName(m *mark) {
	c.given(m.label)
	if m.title != "" && m.title != m.label {
		c.say(" – ")
		c.given(m.title)
	}
	c.illustrative(m.madeUp)
}

// mapX and mapY return the left and upper edge of a cell.
func mapX(col int) float64 {
	x := mapLeft + float64(col)*cellWidth
	if col == 5 {
		x += mapGap
	}
	return x
}

func mapY(row int) float64 { return mapTop + float64(4-row)*cellHeight }

// mapGround draws the cells, darker where harm is graver, and the axes.
func (c *composer) mapGround(p *svg.Picture) {
	for col := range 6 {
		for row := range 5 {
			p.Rect(mapX(col)+1, mapY(row)+1, cellWidth-2, cellHeight-2, 2, "ground"+strconv.Itoa(row+1))
		}
	}
	for level := 1; level <= 5; level++ {
		p.Text(mapLeft-10, mapY(level-1)+cellHeight/2+5, svg.End, "level-label", strconv.Itoa(level))
		p.Text(mapX(level-1)+cellWidth/2, mapTop+5*cellHeight+18, svg.Middle, "level-label", strconv.Itoa(level))
	}
	p.Text(mapX(5)+cellWidth/2, mapTop+5*cellHeight+18, svg.Middle, "level-label", c.Text("occurred"))
	p.Text(mapLeft, mapTop-14, svg.Start, "axis-label", "↑ "+c.Text("map.severity"))
	p.Text(mapX(4)+cellWidth, mapTop+5*cellHeight+40, svg.End, "axis-label", c.Text("likelihood")+" →")
}

// pillAt returns the upper left corner of the label at a place of a cell.
func pillAt(col, row, i int) (x, y float64) {
	return mapX(col) + pillGap + float64(i%pillsAcross)*(pillWidth+pillGap),
		mapY(row) + pillTop + float64(i/pillsAcross)*pillDown
}

// shown returns the risks of a cell that have room, and how many have not.
func (m *mapCells) shown(col, row int) (list []mark, rest int) {
	n := m.count[col][row]
	if n > mapRoom {
		n = mapRoom - 1
	}
	return m.first[col][row][:n], m.count[col][row] - n
}

// mapCell draws the risks of a cell. Those that have no room are counted.
func (c *composer) mapCell(p *svg.Picture, cells *mapCells, col, row int) {
	list, rest := cells.shown(col, row)
	for i := range list {
		m := &list[i]
		class := "pill"
		if m.happened {
			class = "pill happened"
		}
		if m.madeUp {
			class += " made-up"
		}
		x, y := pillAt(col, row, i)
		p.Group(class, first(m.title, m.label))
		p.Rect(x, y, pillWidth, pillHeight, pillHeight/2, "")
		p.Text(x+pillWidth/2, y+13.5, svg.Middle, "", svg.Fit(m.label, pillWidth-4, 11))
		p.EndGroup()
	}
	if rest > 0 {
		x, y := pillAt(col, row, len(list))
		p.Text(x+pillWidth/2, y+13.5, svg.Middle, "more", "+"+c.Number(rest))
	}
}
