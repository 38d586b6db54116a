package risk_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hrdd-go/hrdd/risk"
)

// Five assessors rate ten thousand risks.
func BenchmarkAgree(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	harms := make([]harm, 10_000)
	for i := range harms {
		for range 5 {
			harms[i].rated = append(harms[i].rated, risk.Cell(r.IntN(risk.NumCells)).Rating())
		}
	}
	for b.Loop() {
		if _, err := risk.Agree(slices.Values(harms), harm.ratings, risk.AgreementOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

// A hundred thousand things, ranked twice.
func BenchmarkKendallTau(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	x, y := r.Perm(100_000), r.Perm(100_000)
	for b.Loop() {
		if _, err := risk.KendallTau(x, y); err != nil {
			b.Fatal(err)
		}
	}
}
