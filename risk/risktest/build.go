package risktest

import (
	"math/rand/v2"

	"github.com/hrdd-go/hrdd/risk"
)

// Rating returns a complete rating of a potential harm, level 3 in everything
// and without delay, changed by each of the edits in turn:
//
//	r := risktest.Rating(func(r *risk.Rating) { r.Scale = 5 })
func Rating(edits ...func(*risk.Rating)) risk.Rating {
	r := risk.Rating{Scale: 3, Scope: 3, Irremediability: 3, Likelihood: risk.Possible, Delay: risk.No}
	for _, edit := range edits {
		edit(&r)
	}
	return r
}

// Range returns the range that is [Rating], changed by each of the edits in
// turn.
func Range(edits ...func(*risk.Range)) risk.Range {
	r := risk.RangeOf(Rating())
	for _, edit := range edits {
		edit(&r)
	}
	return r
}

// MethodSpec returns a specification that obeys every rule, the gravest factor
// and then likelihood, changed by each of the edits in turn.
func MethodSpec(edits ...func(*risk.MethodSpec)) risk.MethodSpec {
	spec := risk.MethodSpec{
		ID: "made-up", Version: "1", Title: "Made up for a test",
		Sources: []risk.Citation{risk.Cite("TEST", "")},
		Reasons: []risk.MethodReason{{Choice: "everything", Why: "a test needs some method"}},
		Keys: []risk.MethodKey{
			{ID: "gravest-factor", Means: "the gravest factor", Source: risk.Principle(14), Value: func(r risk.Rating) float64 {
				return float64(max(r.Scale, r.Scope, r.Irremediability))
			}},
			{ID: "likelihood", Means: "how likely it is", Source: risk.Principle(24), Value: func(r risk.Rating) float64 {
				return float64(r.Likelihood)
			}},
		},
		Bands: risk.Thresholds{{From: 1, Name: "low"}, {From: 4, Name: "high"}},
	}
	for _, edit := range edits {
		edit(&spec)
	}
	return spec
}

// Ratings returns n ratings, complete and partial, drawn with a seed; the same
// seed gives the same ratings on every machine.
func Ratings(seed uint64, n int) []risk.Rating {
	draw := rand.New(rand.NewPCG(seed, 1))
	ratings := make([]risk.Rating, n)
	for i := range ratings {
		ratings[i] = risk.Cell(draw.IntN(risk.NumCells)).Rating()
	}
	return ratings
}

// CompleteRatings is [Ratings] in which everything is rated.
func CompleteRatings(seed uint64, n int) []risk.Rating {
	draw := rand.New(rand.NewPCG(seed, 2))
	level := func() risk.Level { return risk.MinLevel + risk.Level(draw.IntN(int(risk.MaxLevel))) }
	ratings := make([]risk.Rating, n)
	for i := range ratings {
		ratings[i] = risk.Rating{
			Scale: level(), Scope: level(), Irremediability: level(),
			Likelihood: risk.Remote + risk.Likelihood(draw.IntN(int(risk.Occurred))),
			Delay:      risk.No + risk.Answer(draw.IntN(2)),
		}
	}
	return ratings
}

// Ranges returns n ranges drawn with a seed, of which every kind occurs: plain,
// open in some dimensions, with gaps, of harm that has happened.
func Ranges(seed uint64, n int) []risk.Range {
	draw := rand.New(rand.NewPCG(seed, 3))
	lows, highs := Ratings(seed, n), Ratings(seed+1, n)
	ranges := make([]risk.Range, n)
	for i := range ranges {
		lo, hi := lows[i], lows[i]
		if draw.IntN(4) > 0 { // else a plain one
			hi.Scale, hi.Scope = raised(lo.Scale, highs[i].Scale), raised(lo.Scope, highs[i].Scope)
			hi.Irremediability = raised(lo.Irremediability, highs[i].Irremediability)
			hi.Delay = raised(lo.Delay, highs[i].Delay)
			if highs[i].Likelihood != risk.Occurred {
				hi.Likelihood = raised(lo.Likelihood, highs[i].Likelihood)
			}
		}
		ranges[i] = risk.Range{Lo: lo, Hi: hi}
	}
	return ranges
}

// raised returns hi if it is above lo and lo is rated, else lo.
func raised[V ~uint8](lo, hi V) V {
	if lo == 0 {
		return lo
	}
	return max(lo, hi)
}
