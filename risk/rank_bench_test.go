package risk

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

const million = 1_000_000

type benchRisk struct {
	id     uint32
	rating Rating
}

func benchRisks(n int) []benchRisk {
	rnd := rand.New(rand.NewPCG(1, 2))
	risks := make([]benchRisk, n)
	for i := range risks {
		risks[i] = benchRisk{uint32(i), Cell(rnd.IntN(NumCells)).Rating()}
	}
	return risks
}

func BenchmarkScore(b *testing.B) {
	m, r := UNGP(), Rating{4, 3, 5, 2, Yes}
	b.ReportAllocs()
	for b.Loop() {
		m.Score(r)
	}
}

func BenchmarkParseRating(b *testing.B) {
	b.ReportAllocs()
	s := "HRS:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y"
	for b.Loop() {
		ParseRating(s)
	}
}

func BenchmarkAppendText(b *testing.B) {
	b.ReportAllocs()
	r, buf := Rating{4, 3, 5, 2, Yes}, make([]byte, 0, 64)
	for b.Loop() {
		r.AppendText(buf)
	}
}

func BenchmarkAppendOrdinals(b *testing.B) {
	m := UNGP()
	cells := make([]Cell, million)
	for i, r := range benchRisks(million) {
		cells[i] = r.rating.cell()
	}
	dst := make([]Ordinal, 0, million)
	b.ReportAllocs()
	for b.Loop() {
		m.AppendOrdinals(dst, cells)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/million, "ns/cell")
}

func BenchmarkOrder(b *testing.B) {
	m := UNGP()
	cells := someCells(1, million)
	b.ReportAllocs()
	for b.Loop() {
		m.Order(cells)
	}
}

func BenchmarkRankSlice(b *testing.B) {
	m, risks := UNGP(), benchRisks(million)
	b.ReportAllocs()
	for b.Loop() {
		RankSlice(m, risks, func(r benchRisk) Rating { return r.rating })
	}
}

func BenchmarkRankRangesSlice(b *testing.B) {
	m, few := UNGP(), someRanges(1, 1000, NumCells)
	ranges := make([]Range, million)
	for i := range ranges {
		ranges[i] = few[i%len(few)]
	}
	b.ReportAllocs()
	for b.Loop() {
		RankRangesSlice(m, ranges, func(r Range) Range { return r })
	}
}

func BenchmarkSettle(b *testing.B) {
	ranking, err := RankRangesSlice(UNGP(), someRanges(1, 1000, NumCells), func(r Range) Range { return r })
	if err != nil {
		b.Fatal(err)
	}
	i := 0
	for b.Loop() {
		ranking.Settle(i % 1000)
		i++
	}
}

// BenchmarkSortStable sorts the same million scores with the standard library.
func BenchmarkSortStable(b *testing.B) {
	m, risks := UNGP(), benchRisks(million)
	type scored struct {
		id    uint32
		score Ordinal
	}
	start := make([]scored, million)
	for i, r := range risks {
		start[i] = scored{r.id, m.hi[r.rating.cell()]}
	}
	work := make([]scored, million)
	for b.Loop() {
		copy(work, start)
		slices.SortStableFunc(work, func(x, y scored) int { return cmp.Compare(y.score, x.score) })
	}
}

func BenchmarkNewMethod(b *testing.B) {
	for b.Loop() {
		if _, err := NewMethod(ungpSpec()); err != nil {
			b.Fatal(err)
		}
	}
}
