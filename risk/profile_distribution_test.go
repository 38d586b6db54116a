package risk_test

import (
	"cmp"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hrdd-go/hrdd/risk"
)

// The distribution must say of every risk what ranking all of them says.
func TestTheDistributionAgreesWithTheRanking(t *testing.T) {
	r := rand.New(rand.NewPCG(19, 20))
	for m := range risk.Methods() {
		for range 20 {
			all := cells(r, 1+r.IntN(200))
			var p risk.Profile
			if err := p.AddCells(all); err != nil {
				t.Fatal(err)
			}
			d := p.Under(m)
			ranked, err := risk.RankSlice(m, all, risk.Cell.Rating)
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range ranked {
				s := standing(t, d, x.Item)
				if s.Place() != uint64(x.Place) {
					t.Fatalf("%s: %s has place %d, in the ranking %d", m, x.Item, s.Place(), x.Place)
				}
				if s.Above+s.Same+s.Below != uint64(len(all)) {
					t.Fatalf("%s: %+v of %d", m, s, len(all))
				}
			}
			ranges, err := risk.RankRanges(m, slices.Values(all), func(c risk.Cell) risk.Range { return risk.RangeOf(c.Rating()) })
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range ranges.Items {
				if s := standing(t, d, x.Item); s.Best != uint64(x.Best) || s.Worst != uint64(x.Worst) {
					t.Fatalf("%s: %s takes places %d to %d, in the ranking %d to %d", m, x.Item, s.Best, s.Worst, x.Best, x.Worst)
				}
			}
			checkGravest(t, d, ranked)
		}
	}
}

func standing(t *testing.T, d *risk.Distribution, c risk.Cell) risk.Standing {
	t.Helper()
	s, err := d.Standing(c.Rating())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// checkGravest holds Gravest against the ranking.
func checkGravest(t *testing.T, d *risk.Distribution, ranked []risk.Ranked[risk.Cell]) {
	t.Helper()
	for percent := range 101 {
		share := float64(percent) / 100
		s, ok := d.Gravest(share)
		if !ok {
			t.Fatalf("no score for %v of %d", share, len(ranked))
		}
		at := max(1, (percent*len(ranked)+99)/100) - 1 // in whole numbers, which do not round
		_, got := s.Ordinals()
		if _, want := ranked[at].Score.Ordinals(); got != want {
			t.Fatalf("%s, %v of %d: position %d, want %d", d.Method(), share, len(ranked), got, want)
		}
	}
}

func TestARatingThatIsNotThereStandsAsOneMore(t *testing.T) {
	m := risk.UNGP()
	exact := risk.Rating{Scale: 3, Scope: 3, Irremediability: 3, Likelihood: 3, Delay: risk.No}
	graver, open := exact, exact
	graver.Scale, open.Scale = 5, risk.NotRated
	p, err := risk.ProfileOf(slices.Values([]risk.Rating{exact, exact, graver}))
	if err != nil {
		t.Fatal(err)
	}
	d := p.Under(m)
	s, err := d.Standing(open)
	if err != nil || s.Best != 1 || s.Worst != 4 {
		t.Errorf("one more, of which the scale is not known: %+v, %v", s, err)
	}
	if err := p.Add(open); err != nil {
		t.Fatal(err)
	}
	if s, err := p.Under(m).Standing(open); err != nil || s.Best != 1 || s.Worst != 4 {
		t.Errorf("the last of four, or the first: %+v, %v", s, err)
	}
	if s, err := d.Standing(graver); err != nil || s.Place() != 1 {
		t.Errorf("%+v, %v", s, err)
	} else if percent, ok := s.Percentile(); !ok || percent != 100 {
		t.Errorf("nothing is graver, and the percentile is %v", percent)
	}
	if s, _ := d.Standing(exact); s.Above != 1 || s.Same != 2 || s.Below != 0 {
		t.Errorf("%+v", s)
	}
}

func TestADistributionOfNothingSaysSo(t *testing.T) {
	for m := range risk.Methods() {
		d := new(risk.Profile).Under(m)
		s, err := d.Standing(risk.Rating{})
		if _, ok := s.Percentile(); ok || err != nil || s.Place() != 1 || s.Best != 1 || s.Worst != 1 {
			t.Errorf("%s: %+v, %v", m, s, err)
		}
		if score, ok := d.Gravest(0.5); ok || !score.IsZero() {
			t.Errorf("%s: the gravest of nothing is %s", m, score)
		}
		for _, b := range d.Bands() {
			if b.Count != 0 || b.Possible != 0 {
				t.Errorf("%s: %+v", m, b)
			}
		}
		var why *risk.RatingError
		if _, err := d.Standing(risk.Rating{Scope: 9}); !errors.As(err, &why) {
			t.Errorf("%s: a rating that is not valid: %v", m, err)
		}
	}
	p, _ := risk.ProfileOf(slices.Values([]risk.Rating{{Scale: 1}}))
	for _, share := range []float64{-0.1, 1.1, math.NaN()} {
		if _, ok := p.Under(risk.UNGP()).Gravest(share); ok {
			t.Errorf("a share of %v is taken", share)
		}
	}
}

// Over one risk in every cell, the counts per band are those of the scores.
func TestBandsCountEveryRiskOnce(t *testing.T) {
	var p risk.Profile
	for c := range risk.Cells() {
		if err := p.AddCount(c, 1+uint64(c)%3); err != nil {
			t.Fatal(err)
		}
	}
	for m := range risk.Methods() {
		want := map[risk.Band]*risk.BandCount{}
		at := func(b risk.Band) *risk.BandCount {
			if want[b] == nil {
				want[b] = &risk.BandCount{Band: b}
			}
			return want[b]
		}
		all := append([]risk.Band{{}}, m.Bands()...)
		for c := range risk.Cells() {
			lo, hi := m.ScoreCell(c).Bands()
			n := p.Count(c)
			at(hi).Count += n
			if lo == hi {
				at(hi).Certain += n
			}
			for _, b := range all {
				if b.Order >= lo.Order && b.Order <= hi.Order {
					at(b).Possible += n
				}
			}
		}
		sum := uint64(0)
		got := p.Under(m).Bands()
		for _, b := range got {
			sum += b.Count
			if b != *at(b.Band) {
				t.Errorf("%s: %+v, want %+v", m, b, *at(b.Band))
			}
		}
		if sum != p.Total() {
			t.Errorf("%s: bands have %d risks of %d", m, sum, p.Total())
		}
		if !slices.IsSortedFunc(got, func(a, b risk.BandCount) int { return cmp.Compare(a.Band.Order, b.Band.Order) }) {
			t.Errorf("%s: bands are not in order", m)
		}
	}
}

func TestAHeatMapHasEveryRiskOnce(t *testing.T) {
	var p risk.Profile
	for c := range risk.Cells() {
		if err := p.AddCount(c, 1+uint64(c)%3); err != nil {
			t.Fatal(err)
		}
	}
	axes := []risk.Axis{risk.AxisNotStated, risk.AxisSeverity, risk.AxisScale, risk.AxisScope, risk.AxisIrremediability, risk.AxisLikelihood, risk.AxisDelay}
	value := func(a risk.Axis, r risk.Rating) int {
		return [...]int{0, int(max(r.Scale, r.Scope, r.Irremediability)), int(r.Scale), int(r.Scope), int(r.Irremediability), int(r.Likelihood), int(r.Delay)}[a]
	}
	for m := range risk.Methods() {
		d := p.Under(m)
		for _, rows := range axes {
			for _, columns := range axes {
				h, err := d.HeatMap(rows, columns)
				if err != nil {
					t.Fatal(err)
				}
				want := map[[2]int]*risk.HeatCell{}
				for c := range risk.Cells() {
					r, band := c.Rating(), m.ScoreCell(c).Band()
					place := [2]int{value(h.Rows, r), value(h.Columns, r)}
					if _, _, known := r.Severity(); !known && h.Rows == risk.AxisSeverity {
						place[0] = 0
					}
					if _, _, known := r.Severity(); !known && h.Columns == risk.AxisSeverity {
						place[1] = 0
					}
					f := want[place]
					if f == nil {
						f = &risk.HeatCell{Least: band, Gravest: band}
						want[place] = f
					}
					f.Count += p.Count(c)
					if band.Order < f.Least.Order {
						f.Least = band
					}
					if band.Order > f.Gravest.Order {
						f.Gravest = band
					}
				}
				fields := 0
				for i, row := range h.Cells {
					for j, f := range row {
						fields++
						if w := want[[2]int{i, j}]; w == nil && f != (risk.HeatCell{}) || w != nil && f != *w {
							t.Fatalf("%s, %s by %s: %+v at %d, %d, want %+v", m, h.Rows, h.Columns, f, i, j, w)
						}
					}
				}
				if fields < len(want) || h.Method != m.String() {
					t.Fatalf("%s, %s by %s: %d fields", m, h.Rows, h.Columns, fields)
				}
			}
		}
		var why *risk.AxisError
		if h, err := d.HeatMap(99, 0); h != nil || !errors.As(err, &why) || why.Axis != 99 {
			t.Errorf("an axis that is none: %v", err)
		}
	}
	h, err := new(risk.Profile).Under(risk.UNGP()).HeatMap(0, 0)
	if err != nil || h.Rows != risk.AxisSeverity || h.Columns != risk.AxisLikelihood || len(h.Cells) != 6 || len(h.Cells[0]) != 7 {
		t.Errorf("a map of nothing: %+v, %v", h, err)
	}
}
