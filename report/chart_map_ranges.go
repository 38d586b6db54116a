package report

import (
	"cmp"
	"slices"

	"github.com/hrdd-go/hrdd/internal/svg"
)

// mapSpan is a range on the salience map: from the label of a risk, where it
// is gravest, to where it is least grave. It runs beside the labels, in a lane
// that no other range shares.
type mapSpan struct {
	col, row, at int // of the label
	to           int // the row, or the column, where it ends
	down         bool
	title        string
	lane, lanes  int
}

// mapSpans returns the ranges of the risks that are drawn, each with its lane:
// beside a column for those of severity, below a row for those of likelihood.
func mapSpans(cells *mapCells) []mapSpan {
	var spans []mapSpan
	for col := range cells.first {
		for row := range cells.first[col] {
			list, _ := cells.shown(col, row)
			for at := range list {
				m := &list[at]
				s := mapSpan{col: col, row: row, at: at, title: first(m.title, m.label)}
				if m.sevLo < m.sevHi {
					s.to, s.down = m.sevLo-1, true
					spans = append(spans, s)
				}
				if !m.happened && m.likLo < m.likHi {
					s.to, s.down = m.likLo-1, false
					spans = append(spans, s)
				}
			}
		}
	}
	for _, down := range [...]bool{true, false} {
		for strip := range 6 {
			var in []*mapSpan
			for i := range spans {
				s := &spans[i]
				if s.down == down && (down && s.col == strip || !down && s.row == strip) {
					in = append(in, s)
				}
			}
			giveLanes(in)
		}
	}
	return spans
}

// giveLanes puts the ranges of one column or row into as few lanes as can hold
// them side by side: each into the first that is free where it starts.
func giveLanes(spans []*mapSpan) {
	ends := func(s *mapSpan) (lo, hi int) {
		if s.down {
			return s.to, s.row
		}
		return s.to, s.col
	}
	slices.SortStableFunc(spans, func(a, b *mapSpan) int {
		loA, hiA := ends(a)
		loB, hiB := ends(b)
		return cmp.Or(cmp.Compare(loA, loB), cmp.Compare(hiA, hiB))
	})
	var until []int // the last cell of each lane that is taken
	for _, s := range spans {
		lo, hi := ends(s)
		s.lane = slices.IndexFunc(until, func(end int) bool { return end < lo })
		if s.lane < 0 {
			s.lane = len(until)
			until = append(until, 0)
		}
		until[s.lane] = hi
	}
	for _, s := range spans {
		s.lanes = len(until)
	}
}

// points returns the way of a range as x, y, x, y: out of its label through the
// space between the labels, then along its lane.
func (s *mapSpan) points() []float64 {
	x, y := pillAt(s.col, s.row, s.at)
	left, third := s.at%pillsAcross == 0, float64(1+s.at/pillsAcross)
	part := float64(s.lane+1) / float64(s.lanes+1)
	if s.down {
		right := mapX(s.col) + pillGap + pillsAcross*(pillWidth+pillGap)
		lane := right + (mapX(s.col)+cellWidth-right)*part - pillGap/2
		end := mapY(s.to) + cellHeight/2
		if left {
			out := y + pillHeight + (pillDown-pillHeight)/2
			return []float64{x + pillWidth - 10, y + pillHeight, x + pillWidth - 10, out, lane, out, lane, end}
		}
		return []float64{x + pillWidth, y + pillHeight/2, lane, y + pillHeight/2, lane, end}
	}
	below := mapY(s.row) + pillTop + pillRows*pillDown
	lane := below + (mapY(s.row)+cellHeight-below)*part
	out := x - pillGap + third*pillGap/(pillRows+1)
	return []float64{x, y + pillHeight/2, out, y + pillHeight/2, out, lane, mapX(s.to) + cellWidth/2, lane}
}

// mapRanges draws how far each risk reaches towards where it is least grave.
func (c *composer) mapRanges(p *svg.Picture, cells *mapCells) {
	for _, s := range mapSpans(cells) {
		way := s.points()
		p.Group("whisker", s.title)
		p.Polyline("", way...)
		p.Circle(way[len(way)-2], way[len(way)-1], 2.5, "")
		p.EndGroup()
	}
}
