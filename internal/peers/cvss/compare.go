package main

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"unsafe"

	gocvss31 "github.com/pandatix/go-cvss/31"

	"github.com/hrdd-go/hrdd/risk"
)

const (
	million = 1_000_000
	several = 256 // different vectors, so that neither side profits from one
)

// input is what both sides work on, made once and not measured.
type input struct {
	ratings []risk.Rating
	vectors []string
	cvss    []*gocvss31.CVSS31
	cvssIn  []string
	cells   []risk.Cell
	items   []item
	ranges  []risk.Range
}

// item is a risk of a host program.
type item struct {
	id     uint32
	rating risk.Rating
}

func newInput(rnd *rand.Rand) *input {
	in := &input{}
	for range several {
		r := risk.Cell(rnd.IntN(risk.NumCells)).Rating()
		in.ratings, in.vectors = append(in.ratings, r), append(in.vectors, r.String())
		s := cvssVector(rnd)
		v, err := gocvss31.ParseVector(s)
		if err != nil {
			panic(err)
		}
		in.cvss, in.cvssIn = append(in.cvss, v), append(in.cvssIn, s)
	}
	for i := range million {
		c := risk.Cell(rnd.IntN(risk.NumCells))
		in.cells = append(in.cells, c)
		in.items = append(in.items, item{uint32(i), c.Rating()})
		in.ranges = append(in.ranges, someRange(rnd, c.Rating()))
	}
	return in
}

// cvssVector returns a base vector of CVSS 3.1.
func cvssVector(rnd *rand.Rand) string {
	one := func(values string) string { i := rnd.IntN(len(values)); return values[i : i+1] }
	return "CVSS:3.1/AV:" + one("NALP") + "/AC:" + one("LH") + "/PR:" + one("NLH") + "/UI:" + one("NR") +
		"/S:" + one("UC") + "/C:" + one("HLN") + "/I:" + one("HLN") + "/A:" + one("HLN")
}

// someRange widens a rating upwards in some dimensions.
func someRange(rnd *rand.Rand, r risk.Rating) risk.Range {
	hi := r
	widen := func(l risk.Level) risk.Level {
		if !l.Rated() {
			return l
		}
		return min(l+risk.Level(rnd.IntN(3)), risk.MaxLevel)
	}
	hi.Scale, hi.Scope, hi.Irremediability = widen(r.Scale), widen(r.Scope), widen(r.Irremediability)
	if r.Likelihood.Rated() {
		hi.Likelihood = risk.Likelihood(widen(risk.Level(r.Likelihood)))
	}
	return risk.Range{Lo: r, Hi: hi}
}

// Results go here, so that no work is left out as useless.
var (
	sinkRating risk.Rating
	sinkFloat  float64
	sinkBytes  []byte
	sinkString string
	sinkAny    any
)

func comparisons(in *input) []comparison {
	m := risk.UNGP()
	each := func(f func(i int)) func(int) {
		return func(n int) {
			for i := range n {
				f(i % several)
			}
		}
	}
	buf := make([]byte, 0, 64)
	ordinals := make([]risk.Ordinal, 0, million)
	rating := func(x item) risk.Rating { return x.rating }
	ours, err := risk.RankSlice(m, in.items, rating)
	check(err)
	inOrder := make([]risk.Ranked[item], million) // as they came, with their scores
	for _, r := range ours {
		inOrder[r.Item.id] = r
	}
	return []comparison{
		{"score one rating / BaseScore", func(n int) {
			var sum risk.Ordinal
			for range n / several {
				for _, r := range in.ratings {
					s, err := m.Score(r)
					if err != nil {
						panic(err)
					}
					_, hi := s.Ordinals()
					sum += hi
				}
			}
			sinkFloat = float64(sum)
		}, func(n int) {
			var sum float64
			for range n / several {
				for _, v := range in.cvss {
					sum += v.BaseScore()
				}
			}
			sinkFloat = sum
		}, 5 * million, 5, true},
		{"parse one vector / ParseVector", func(n int) {
			for i := range n {
				sinkRating, _ = risk.ParseRating(in.vectors[i%several])
			}
		}, each(func(i int) { sinkAny, _ = gocvss31.ParseVector(in.cvssIn[i]) }), million, 4, true},
		{"write one vector into a buffer / Vector", func(n int) {
			for i := range n {
				sinkBytes, _ = in.ratings[i%several].AppendText(buf)
			}
		}, each(func(i int) { sinkString = in.cvss[i].Vector() }), million, 6, true},
		{"score a million cells / BaseScore in a loop", func(n int) {
			_, err := m.AppendOrdinals(ordinals, in.cells)
			check(err)
		}, func(n int) {
			var sum float64
			for range n / several {
				for _, v := range in.cvss {
					sum += v.BaseScore()
				}
			}
			sinkFloat = sum
		}, million, 20, true},
		{"rank a million cells / SortStableFunc", func(n int) {
			order, err := m.Order(in.cells)
			check(err)
			sinkAny = order
		}, sortScores(in, m), million, 20, false},
		{"rank a million risks / SortStableFunc", func(n int) {
			ranked, err := risk.RankSlice(m, in.items, rating)
			check(err)
			sinkAny = ranked
		}, func(n int) {
			work := slices.Clone(inOrder)
			slices.SortStableFunc(work, func(a, b risk.Ranked[item]) int { return compareScores(a.Score, b.Score) })
			sinkAny = work
		}, million, 20, false},
		{"rank a million ranges / ratings", func(n int) {
			ranked, err := risk.RankRangesSlice(m, in.ranges, func(r risk.Range) risk.Range { return r })
			check(err)
			sinkAny = ranked
		}, func(n int) {
			ranked, err := risk.RankSlice(m, in.items, rating)
			check(err)
			sinkAny = ranked
		}, million, -4, false},
	}
}

// sortScores sorts the indices of the cells by their scores.
func sortScores(in *input, m *risk.Method) func(int) {
	type scored struct {
		at    uint32
		score risk.Ordinal
	}
	ordinals, err := m.AppendOrdinals(nil, in.cells)
	check(err)
	return func(n int) {
		work := make([]scored, n)
		for i, o := range ordinals {
			work[i] = scored{uint32(i), o}
		}
		slices.SortStableFunc(work, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
		sinkAny = work
	}
}

func compareScores(a, b risk.Score) int {
	_, x := a.Ordinals()
	_, y := b.Ordinals()
	return cmp.Compare(y, x)
}

// reportMemory prints what ranking needs beyond input and output, and reports
// whether that is at most eight bytes a risk.
func reportMemory(in *input) bool {
	m := risk.UNGP()
	held := true
	for _, c := range []struct {
		name   string
		output uintptr
		run    func()
	}{
		{"rank a million cells", 4, func() { sinkAny, _ = m.Order(in.cells) }},
		{"rank a million risks", unsafe.Sizeof(risk.Ranked[item]{}), func() {
			sinkAny, _ = risk.RankSlice(m, in.items, func(x item) risk.Rating { return x.rating })
		}},
		{"rank a million ranges", unsafe.Sizeof(risk.RankedRange[risk.Range]{}), func() {
			sinkAny, _ = risk.RankRangesSlice(m, in.ranges, func(r risk.Range) risk.Range { return r })
		}},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		c.run()
		runtime.ReadMemStats(&after)
		extra := float64(after.TotalAlloc-before.TotalAlloc)/million - float64(c.output)
		fmt.Printf("%-44s %9.2f bytes each beyond input and output\n", c.name, extra)
		held = held && extra <= 8.1 // tables that do not grow with the number of risks
	}
	return held
}

// reportThroughput prints how many cells a second are scored and added to a
// profile, beside copying them, and reports whether a profile takes 500 million
// a second or half of what the machine can read and count.
func reportThroughput(in *input, rounds int) bool {
	m := risk.UNGP()
	ordinals, copied, profile := make([]risk.Ordinal, 0, million), make([]risk.Cell, million), &risk.Profile{}
	rate := func(f func(int)) float64 {
		best := nothing()
		for range rounds {
			best = best.better(measure(f, million))
		}
		return 1e3 / best.time // millions a second
	}
	copying := rate(func(int) { copy(copied, in.cells) })
	scoring := rate(func(int) { _, err := m.AppendOrdinals(ordinals, in.cells); check(err) })
	adding := rate(func(int) { check(profile.AddCells(in.cells)) })
	counting := rate(func(int) {
		var counts [1 << 16]uint32
		for _, c := range in.cells {
			counts[c]++
		}
		sinkFloat = float64(counts[0])
	})
	fmt.Printf("\n%-44s %9.0f million cells a second\n", "copy", copying)
	fmt.Printf("%-44s %9.0f\n", "score", scoring)
	fmt.Printf("%-44s %9.0f\n", "count in one array", counting)
	fmt.Printf("%-44s %9.0f (asked: 500, or half of the limit of the machine)\n", "add to a profile", adding)
	return adding >= 500 || adding >= counting/2
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
