package report

import (
	"cmp"
	"slices"

	"github.com/hrdd-go/hrdd/internal/svg"
)

// labelSize is the height of the letters that name a row of a picture, and
// labelDown how far apart two lines of them stand.
const (
	labelSize = 13.0
	labelDown = 14.5
)

// rowLabel puts a label that starts at x on one line, or on at most n around
// the same middle if it has no room on one. y is the baseline of a single line.
func rowLabel(p *svg.Picture, x, y float64, label string, width float64, n int) {
	lines := svg.Lines(label, width, labelSize, n)
	y -= float64(len(lines)-1) * labelDown / 2
	for i, line := range lines {
		p.Text(x, y+float64(i)*labelDown, svg.Start, "row-label", line)
	}
}

// spread returns places for labels that would like to stand at the given
// places: in the same order, at least gap apart, none before first, and all
// together as near as can be to where they would like to stand.
func spread(wanted []float64, first, gap float64) []float64 {
	order := make([]int, len(wanted))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(wanted[a], wanted[b]) })
	// Labels that touch form blocks. Two blocks that would overlap become one,
	// whose middle is where its labels would like it on average.
	type block struct {
		n   int
		sum float64 // of where the labels would like the start of the block
	}
	start := func(b block) float64 { return max(first, b.sum/float64(b.n)) }
	var blocks []block
	for _, i := range order {
		blocks = append(blocks, block{1, wanted[i]})
		for len(blocks) > 1 {
			a, b := blocks[len(blocks)-2], blocks[len(blocks)-1]
			if start(a)+float64(a.n)*gap <= start(b) {
				break
			}
			blocks = append(blocks[:len(blocks)-2], block{a.n + b.n, a.sum + b.sum - float64(b.n*a.n)*gap})
		}
	}
	at := make([]float64, len(wanted))
	k := 0
	for _, b := range blocks {
		for j := range b.n {
			at[order[k]] = start(b) + float64(j)*gap
			k++
		}
	}
	return at
}
