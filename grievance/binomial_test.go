package grievance

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

// slowTails computes the tails of a binomial distribution in fractions.
func slowTails(x, n int, a, b int64) (upper, lower float64) {
	p := big.NewRat(a, a+b)
	q := big.NewRat(b, a+b)
	up, low := new(big.Rat), new(big.Rat)
	for i := range n + 1 {
		w := new(big.Rat).SetInt(new(big.Int).Binomial(int64(n), int64(i)))
		for range i {
			w.Mul(w, p)
		}
		for range n - i {
			w.Mul(w, q)
		}
		if i >= x {
			up.Add(up, w)
		}
		if i <= x {
			low.Add(low, w)
		}
	}
	upper, _ = up.Float64()
	lower, _ = low.Float64()
	return upper, lower
}

func TestTailsAreExact(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 1))
	for range 150 {
		n := rng.IntN(40)
		x, a, b := rng.IntN(n+1), 1+rng.Int64N(400), 1+rng.Int64N(400)
		upper, lower := binomialTails(x, n, float64(a), float64(b))
		wantUpper, wantLower := slowTails(x, n, a, b)
		if math.Abs(upper-wantUpper) > 1e-12*wantUpper+1e-15 || math.Abs(lower-wantLower) > 1e-12*wantLower+1e-15 {
			t.Fatalf("P(X>=%d), P(X<=%d) of %d at %d:%d: %v, %v; want %v, %v", x, x, n, a, b, upper, lower, wantUpper, wantLower)
		}
	}
	// 7 heads or more of 10: 176 of 1024 ways.
	if upper, _ := binomialTails(7, 10, 1, 1); math.Abs(upper-176.0/1024) > 1e-15 {
		t.Errorf("seven heads of ten: %v", upper)
	}
	if upper, lower := binomialTails(0, 0, 1, 1); upper != 1 || lower != 1 {
		t.Errorf("no trials: %v, %v", upper, lower)
	}
	if upper, _ := binomialTails(90_000, 100_000, 90, 365); upper < 0 || upper > 1e-300 {
		t.Errorf("beyond what a float can tell from nothing: %v", upper)
	}
	if upper, lower := binomialTails(19_780, 100_000, 90, 365); upper < 0.4 || upper > 0.6 || math.IsNaN(lower) {
		t.Errorf("about the middle of a hundred thousand: %v, %v", upper, lower)
	}
}

func TestHolmAdjustsAsPublished(t *testing.T) {
	// R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") is 0.03 0.06 0.06 0.02.
	got := holm([]float64{0.01, 0.04, 0.03, 0.005})
	for i, want := range []float64{0.03, 0.06, 0.06, 0.02} {
		if math.Abs(got[i]-want) > 1e-15 {
			t.Errorf("adjusted %v", got)
			break
		}
	}
	if len(holm(nil)) != 0 {
		t.Error("no tests have adjusted values")
	}
	if got := holm([]float64{0.9, 0.9}); !slices.Equal(got, []float64{1, 1}) {
		t.Errorf("beyond certainty: %v", got)
	}
}
