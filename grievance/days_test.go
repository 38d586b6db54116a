package grievance

import (
	"math/rand/v2"
	"testing"

	"github.com/hrdd-go/hrdd/internal/quantile"
	"github.com/hrdd-go/hrdd/risk"
)

func TestDayNumbersAreThoseOfTheCalendar(t *testing.T) {
	first := risk.MustParseDate("1899-12-31")
	for d, want := first, dayNumber(first); d.Year() < 2301; d, want = d.AddDays(1), want+1 {
		if got := dayNumber(d); got != want {
			t.Fatalf("%s has number %d, want %d", d, got, want)
		}
	}
}

func TestQuantilesOfAHistogramAreThoseOfItsValues(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var h histogram
		var values []int
		most := []int{3, 90, 2000, 9000}[rng.IntN(4)]
		for range 1 + rng.IntN(40) {
			d := rng.IntN(most)
			h.add(d)
			values = append(values, d)
		}
		for _, q := range []float64{0, 0.1, 0.25, 0.5, 0.75, 0.9, 1} {
			want, _ := quantile.Of(q, values)
			if got := h.quantile(q); got < want-1e-9 || got > want+1e-9 {
				t.Fatalf("quantile %v of %v: %v, want %v", q, values, got, want)
			}
		}
	}
}
