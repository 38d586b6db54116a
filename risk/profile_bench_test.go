package risk_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hrdd-go/hrdd/risk"
)

// The limit to hold AddCells against is the time that this machine takes to
// read the same cells and add each to a sum: no histogram can be faster than
// reading its input.
func BenchmarkProfileAddCells(b *testing.B) {
	const n = 1 << 20
	r := rand.New(rand.NewPCG(1, 1))
	random := make([]risk.Cell, n)
	for i := range random {
		random[i] = risk.Cell(r.IntN(risk.NumCells))
	}
	sorted := slices.Sorted(slices.Values(random))
	same := slices.Repeat([]risk.Cell{4000}, n)
	few := make([]risk.Cell, n) // as in practice: most risks lie in few cells
	for i := range few {
		few[i] = risk.Cell(3000 + r.IntN(20))
	}
	rate := func(b *testing.B) {
		b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mratings/s")
	}
	for _, c := range []struct {
		name  string
		cells []risk.Cell
	}{{"random", random}, {"few", few}, {"sorted", sorted}, {"same", same}} {
		b.Run(c.name, func(b *testing.B) {
			var p risk.Profile
			b.SetBytes(2 * n)
			for b.Loop() {
				if err := p.AddCells(c.cells); err != nil {
					b.Fatal(err)
				}
			}
			rate(b)
		})
		b.Run(c.name+"/one-by-one", func(b *testing.B) {
			var p risk.Profile
			for b.Loop() {
				for _, cell := range c.cells {
					if err := p.AddCount(cell, 1); err != nil {
						b.Fatal(err)
					}
				}
			}
			rate(b)
		})
	}
	b.Run("limit/read", func(b *testing.B) {
		b.SetBytes(2 * n)
		sum := 0
		for b.Loop() {
			for _, c := range random {
				sum += int(c)
			}
		}
		if sum == 0 {
			b.Fatal("nothing was read")
		}
		rate(b)
	})
	b.Run("limit/bare-histogram", func(b *testing.B) {
		counts := new([1 << 16]uint32)
		for b.Loop() {
			for _, c := range random {
				counts[c]++
			}
		}
		rate(b)
	})
}
