package risk

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// someRanges returns n ranges drawn with a fixed seed, each of at most limit
// cells when its gaps are filled.
func someRanges(seed uint64, n, limit int) []Range {
	rnd := rand.New(rand.NewPCG(seed, 1))
	var all []Range
	for len(all) < n {
		var r Range
		for d := DimScale; d <= DimDelay; d++ {
			lo := uint8(rnd.IntN(int(maxima[d]) + 1))
			hi := min(lo+uint8(max(0, rnd.IntN(5)-2)), maxima[d])
			if badSpan(d, lo, hi) != "" {
				hi = lo
			}
			r.Lo, r.Hi = r.Lo.with(d, lo), r.Hi.with(d, hi)
		}
		if len(slices.Collect(r.filled(GapsSpan))) <= limit {
			all = append(all, r)
		}
	}
	return all
}

// places returns the best and the worst place of each range over every truth:
// every choice of a cell from each.
func places(m *Method, ranges []Range) (best, worst []int) {
	best, worst = make([]int, len(ranges)), make([]int, len(ranges))
	truth := make([]Cell, len(ranges))
	var choose func(i int)
	choose = func(i int) {
		if i < len(ranges) {
			for c := range ranges[i].filled(m.Gaps()) {
				truth[i] = c
				choose(i + 1)
			}
			return
		}
		for i, c := range truth {
			place := 1
			for _, other := range truth {
				if m.Compare(other, c) > 0 {
					place++
				}
			}
			if best[i] == 0 || place < best[i] {
				best[i] = place
			}
			worst[i] = max(worst[i], place)
		}
	}
	choose(0)
	return best, worst
}

func TestBestAndWorstPlacesAreThoseOfEveryTruth(t *testing.T) {
	for _, m := range testMethods(t) {
		for seed := range uint64(40) {
			ranges := someRanges(seed, 4, 8)
			best, worst := places(m, ranges)
			indices := []int{0, 1, 2, 3}
			ranking, err := RankRangesSlice(m, indices, func(i int) Range { return ranges[i] })
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range ranking.Items {
				if r.Best != best[r.Item] || r.Worst != worst[r.Item] {
					t.Fatalf("%s, %v: item %d takes %d to %d, said to be %d to %d",
						m.ID(), ranges, r.Item, best[r.Item], worst[r.Item], r.Best, r.Worst)
				}
			}
			for k := range 5 {
				for _, r := range ranking.Items {
					certain := slices.ContainsFunc(slices.Collect(ranking.Certain(k)), func(x RankedRange[int]) bool { return x.Item == r.Item })
					possible := slices.ContainsFunc(slices.Collect(ranking.Possible(k)), func(x RankedRange[int]) bool { return x.Item == r.Item })
					if certain != (worst[r.Item] <= k) || possible != (best[r.Item] <= k) {
						t.Fatalf("%s: item %d among the top %d: certain %v, possible %v", m.ID(), r.Item, k, certain, possible)
					}
				}
			}
		}
	}
}

func TestTheScoreOfARangeIsTheLeastAndTheGravestInIt(t *testing.T) {
	for _, m := range testMethods(t) {
		check := func(r Range) {
			s, err := m.ScoreRange(r)
			if err != nil {
				t.Fatal(err)
			}
			lo, hi := Ordinal(m.Ordinals()), Ordinal(0)
			for c := range r.filled(m.Gaps()) {
				o, _ := m.ScoreCell(c).Ordinals()
				lo, hi = min(lo, o), max(hi, o)
			}
			if gotLo, gotHi := s.Ordinals(); gotLo != lo || gotHi != hi || s.Range() != r {
				t.Fatalf("%s: %v scores %d to %d, want %d to %d", m.ID(), r, gotLo, gotHi, lo, hi)
			}
		}
		for c := range Cells() { // every rating, with gaps and without
			check(RangeOf(c.Rating()))
		}
		for _, r := range someRanges(9, 2000, NumCells) {
			check(r)
		}
	}
}

func TestPlainRatingsHaveTheSamePlaceEitherWay(t *testing.T) {
	m := UNGP()
	var cells []Cell
	for _, c := range someCells(3, 500) {
		if c.Complete() {
			cells = append(cells, c)
		}
	}
	plain, _ := RankSlice(m, cells, Cell.Rating)
	ranges, _ := RankRangesSlice(m, cells, func(c Cell) Range { return RangeOf(c.Rating()) })
	for i, r := range ranges.Items {
		if r.Best != plain[i].Place || r.Worst != plain[i].Place || r.Item != plain[i].Item {
			t.Fatalf("%v takes %d to %d, and %d as a plain rating", r.Item, r.Best, r.Worst, plain[i].Place)
		}
	}
}

func TestWideningARangeNeverNarrowsAPlace(t *testing.T) {
	m := UNGP()
	ranges := someRanges(4, 60, NumCells)
	self := func(r Range) Range { return r }
	index := func(rs []Range) map[Range][2]int {
		ranking, err := RankRangesSlice(m, rs, self)
		if err != nil {
			t.Fatal(err)
		}
		at := make(map[Range][2]int)
		for _, r := range ranking.Items {
			at[r.Item] = [2]int{r.Best, r.Worst}
		}
		return at
	}
	before := index(ranges)
	for i, r := range ranges {
		for d := DimScale; d <= DimDelay; d++ {
			wide := r
			wide.Lo, wide.Hi = wide.Lo.with(d, 0), wide.Hi.with(d, 0) // as if nobody had rated it
			changed := slices.Clone(ranges)
			changed[i] = wide
			after := index(changed)
			for j, other := range changed {
				if b, a := before[ranges[j]], after[other]; a[0] > b[0] || a[1] < b[1] {
					t.Fatalf("with %v of item %d unknown, item %d goes from %v to %v", d, i, j, b, a)
				}
			}
		}
	}
}

// Every answer to every open dimension is tried by ranking all again: Settle
// must name the dimension whose widest interval is the narrowest, of equals the
// one with the lesser mean, of those the first.
func TestSettlingIsWhatTryingEveryAnswerGives(t *testing.T) {
	for _, m := range testMethods(t) {
		ranges := someRanges(8, 40, NumCells)
		ranking, err := RankRangesSlice(m, ranges, func(r Range) Range { return r })
		if err != nil {
			t.Fatal(err)
		}
		for i, item := range ranking.Items {
			want := Settling{Best: item.Best, Worst: item.Worst}
			width, sum, answers := item.Worst-item.Best, item.Worst-item.Best, 1
			for d := range item.Item.Open().All() {
				widest, total, n := tryAnswers(t, m, ranking, i, d)
				w := widest.Worst - widest.Best
				if w < width || w == width && total*answers < sum*n { // means without division
					want, width, sum, answers = widest, w, total, n
				}
			}
			if got := ranking.Settle(i); got != want {
				t.Fatalf("%s, %v: %+v, want %+v", m.ID(), item.Item, got, want)
			}
		}
		if ranking.Settle(-1) != (Settling{}) || ranking.Settle(len(ranges)) != (Settling{}) {
			t.Error("an index out of range settles something")
		}
	}
}

// tryAnswers ranks again for each answer to a dimension of item i, and returns
// the widest interval, the sum of the widths and the number of answers.
func tryAnswers(t *testing.T, m *Method, ranking *RangeRanking[Range], i int, d Dimension) (widest Settling, sum, n int) {
	t.Helper()
	of := ranking.Items[i].Item
	lo, hi := of.Lo.at(d), of.Hi.at(d)
	if lo == 0 {
		lo, hi = 1, maxima[d]
	}
	indices := make([]int, len(ranking.Items))
	for j := range indices {
		indices[j] = j
	}
	for v := lo; v <= hi; v++ {
		again, err := RankRangesSlice(m, indices, func(j int) Range {
			r := ranking.Items[j].Item
			if j == i {
				r.Lo, r.Hi = r.Lo.with(d, v), r.Hi.with(d, v)
			}
			return r
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range again.Items {
			if x.Item != i {
				continue
			}
			if n == 0 || x.Worst-x.Best > widest.Worst-widest.Best {
				widest = Settling{d, x.Best, x.Worst}
			}
			sum += x.Worst - x.Best
			n++
		}
	}
	return widest, sum, n
}

// testMethods returns the methods of the library and one that is not monotone,
// whose ranges are scored by every cell in them.
func testMethods(t *testing.T) []*Method {
	t.Helper()
	return append(slices.Collect(Methods()), buildBroken(t, MethodSpec{
		ID: "not-monotone", Version: "1",
		Keys: []MethodKey{{ID: "distance-from-the-middle", Value: func(r Rating) float64 {
			return math.Abs(float64(r.Scale)-3) + math.Abs(float64(r.Likelihood)-2) - truth(r.Delay == Yes)
		}}},
	}))
}

func TestMoreItemsThanIndicesNumberAreRefused(t *testing.T) {
	for n, want := range map[int]bool{0: false, 1 << 20: false, math.MaxInt: math.MaxInt > 1<<32} {
		if err := checkCount(n); (err != nil) != want {
			t.Errorf("%d: %v", n, err)
		}
	}
}
