package quantile_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hrdd-go/hrdd/internal/quantile"
)

func ExampleOf() {
	days := []int{12, 3, 40, 8, 21}
	p90, ok := quantile.Of(0.9, days)
	fmt.Printf("%.1f %v\n", p90, ok)
	_, ok = quantile.Of(0.9, []int{})
	fmt.Println("of none:", ok)
	// Output:
	// 32.4 true
	// of none: false
}

func ExampleMedian() {
	m, ok := quantile.Median([]int{12, 3, 40, 8})
	fmt.Println(m, ok)
	// Output: 10 true
}

func ExampleSummarise() {
	s, _ := quantile.Summarise([]int{12, 3, 40, 8, 21})
	fmt.Println(s.N, s.Min, s.Q1, s.Median, s.Q3, s.Max)
	// Output: 5 3 8 12 21 40
}

func TestWhatHasNoQuantileIsSaidNotPanicked(t *testing.T) {
	for name, c := range map[string]struct {
		q      float64
		values []float64
	}{
		"no values":      {0.5, nil},
		"below 0":        {-0.01, []float64{1}},
		"above 1":        {1.01, []float64{1}},
		"q not a number": {math.NaN(), []float64{1}},
		"not a number":   {0.5, []float64{1, math.NaN()}},
		"infinite":       {0.5, []float64{1, math.Inf(1)}},
	} {
		if v, ok := quantile.Of(c.q, c.values); ok || v != 0 {
			t.Errorf("%s: got %v, %v", name, v, ok)
		}
	}
	if s, ok := quantile.Summarise([]float64{1, math.NaN()}); ok || s.N != 2 {
		t.Errorf("a summary of what is not a number: %+v, %v", s, ok)
	}
}

func TestAQuantileLiesBetweenTheValuesAndNeverFalls(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		values := make([]int, 1+r.IntN(20))
		for i := range values {
			values[i] = r.IntN(100) - 50
		}
		before := slices.Clone(values)
		last := math.Inf(-1)
		for q := 0.0; q <= 1; q += 1.0 / 64 {
			v, ok := quantile.Of(q, values)
			if !ok || v < last {
				t.Fatalf("quantile %v of %v is %v, %v after %v", q, values, v, ok, last)
			}
			last = v
		}
		lo, _ := quantile.Of(0, values)
		if lo != float64(slices.Min(values)) || last != float64(slices.Max(values)) {
			t.Fatalf("ends of %v: %v and %v", values, lo, last)
		}
		if !slices.Equal(values, before) {
			t.Fatalf("the caller's values were changed")
		}
		sorted := slices.Sorted(slices.Values(values))
		n := len(sorted)
		want := float64(sorted[(n-1)/2]+sorted[n/2]) / 2
		if m, _ := quantile.Median(values); m != want {
			t.Fatalf("median of %v is %v, want %v", values, m, want)
		}
	}
}
