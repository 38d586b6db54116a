package report

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/hrdd-go/hrdd/internal/svg"
)

// box is a part of a picture that a label or a line takes up.
type box struct{ x1, y1, x2, y2 float64 }

func (a box) meets(b box) bool { return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2 }

// randomCells returns a salience map of n risks with and without ranges.
func randomCells(r *rand.Rand, n int) *mapCells {
	var cells mapCells
	spread := 1 + r.IntN(5) // crowded maps as well as wide ones
	for i := range n {
		m := mark{label: fmt.Sprintf("HR-%02d", i+1), happened: r.IntN(5) == 0}
		m.sevHi, m.likHi = 6-1-r.IntN(spread), 6-1-r.IntN(spread)
		m.sevLo, m.likLo = max(1, m.sevHi-r.IntN(4)), max(1, m.likHi-r.IntN(4))
		col, row := m.likHi-1, m.sevHi-1
		if m.happened {
			col, m.likLo, m.likHi = 5, 0, 0
		}
		cells.count[col][row]++
		if len(cells.first[col][row]) < mapRoom {
			cells.first[col][row] = append(cells.first[col][row], m)
		}
		cells.rated++
	}
	return &cells
}

// pillBoxes returns where the labels of a map stand.
func pillBoxes(cells *mapCells) []box {
	var out []box
	for col := range cells.first {
		for row := range cells.first[col] {
			list, rest := cells.shown(col, row)
			for i := range len(list) + min(rest, 1) { // what has no room is counted in the last place
				x, y := pillAt(col, row, i)
				out = append(out, box{x, y, x + pillWidth, y + pillHeight})
			}
		}
	}
	return out
}

func TestLabelsOfTheSalienceMapOverlapNothing(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		cells := randomCells(r, 1+r.IntN(120))
		pills := pillBoxes(cells)
		for i, a := range pills {
			for _, b := range pills[:i] {
				if a.meets(b) {
					t.Fatalf("seed %d: labels at %v and %v overlap", seed, a, b)
				}
			}
			if a.x1 < 0 || a.x2 > mapWidth || a.y1 < mapTop || a.y2 > mapTop+5*cellHeight {
				t.Fatalf("seed %d: the label at %v is outside the picture", seed, a)
			}
		}
		// A range leaves its own label and passes beside all others, and runs on
		// top of no other range.
		var lines []box
		for _, s := range mapSpans(cells) {
			way := s.points()
			for k := 2; k < len(way); k += 2 {
				line := box{min(way[k-2], way[k]), min(way[k-1], way[k+1]), max(way[k-2], way[k]), max(way[k-1], way[k+1])}
				thick := box{line.x1 - .2, line.y1 - .2, line.x2 + .2, line.y2 + .2}
				ownX, ownY := pillAt(s.col, s.row, s.at)
				for _, p := range pills {
					if mine := p.x1 == ownX && p.y1 == ownY; !mine && thick.meets(p) {
						t.Fatalf("seed %d: a range at %v passes through the label at %v", seed, line, p)
					}
				}
				for _, other := range lines {
					same := line.x1 == line.x2 && other.x1 == other.x2 && line.x1 == other.x1 && line.y1 < other.y2 && other.y1 < line.y2 ||
						line.y1 == line.y2 && other.y1 == other.y2 && line.y1 == other.y1 && line.x1 < other.x2 && other.x1 < line.x2
					if same {
						t.Fatalf("seed %d: two ranges run over each other at %v", seed, line)
					}
				}
				lines = append(lines, line)
			}
		}
	}
}

func TestARangeOfTheSalienceMapEndsWhereTheRiskIsLeastGrave(t *testing.T) {
	for seed := range uint64(50) {
		cells := randomCells(rand.New(rand.NewPCG(seed, 2)), 20)
		for _, s := range mapSpans(cells) {
			list, _ := cells.shown(s.col, s.row)
			m, way := list[s.at], s.points()
			x, y := way[len(way)-2], way[len(way)-1]
			if s.down && y != mapY(m.sevLo-1)+cellHeight/2 || !s.down && x != mapX(m.likLo-1)+cellWidth/2 {
				t.Fatalf("seed %d: the range of %+v ends at %v, %v", seed, m, x, y)
			}
			if !s.down && m.happened {
				t.Fatalf("seed %d: harm that has happened has a range of likelihood", seed)
			}
		}
	}
}

func TestNamesOfTheSlopeChartStandApartAndNearTheirLines(t *testing.T) {
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 3))
		wanted := make([]float64, 1+r.IntN(slopeMost))
		for i := range wanted {
			wanted[i] = slopeTop + r.Float64()*400
			if r.IntN(3) == 0 {
				wanted[i] = slopeTop + float64(r.IntN(4))*100 // ties
			}
		}
		at := spread(wanted, slopeTop, slopeGap)
		for i := range at {
			if at[i] < slopeTop-1e-6 {
				t.Fatalf("seed %d: the name of %d stands above the picture", seed, i)
			}
			for j := range at[:i] {
				if d := at[i] - at[j]; d > -slopeGap+1e-6 && d < slopeGap-1e-6 {
					t.Fatalf("seed %d: names %d and %d overlap: %v and %v", seed, i, j, at[i], at[j])
				}
				if (wanted[i]-wanted[j])*(at[i]-at[j]) < 0 {
					t.Fatalf("seed %d: names %d and %d are not in the order of their lines", seed, i, j)
				}
			}
		}
	}
	lone := spread([]float64{100, 200, 300}, 0, 19)
	for i, want := range []float64{100, 200, 300} {
		if lone[i] != want {
			t.Errorf("a name that has room stands at %v, its line at %v", lone[i], want)
		}
	}
}

func TestLabelsKeepToTheirWidth(t *testing.T) {
	for _, s := range []string{"", "x", "Loss of land of an indigenous people without its free, prior and informed consent",
		"Donaudampfschifffahrtsgesellschaftskapitänsversammlungssaal", "労働者の権利の侵害と強制労働と児童労働の危険", "   ", "a  b"} {
		for _, width := range []float64{20, 60, 140, 300} {
			for n := 1; n <= 3; n++ {
				lines := svg.Lines(s, width, labelSize, n)
				if len(lines) < 1 || len(lines) > n {
					t.Errorf("%q in %v: %d lines, want 1 to %d", s, width, len(lines), n)
				}
				for _, line := range lines {
					if svg.Width(line, labelSize) > width+1 {
						t.Errorf("%q in %v: %q is %v wide", s, width, line, svg.Width(line, labelSize))
					}
				}
			}
		}
	}
}
