package risk

import (
	"cmp"
	"context"
	"fmt"
	"math/bits"

	"github.com/hrdd-go/hrdd/internal/quantile"
)

// AlphaInterval says between which values alpha would lie if other things of
// the same kind had been rated. The zero value is undefined.
type AlphaInterval struct {
	Lo         float64 `json:"lo"`
	Hi         float64 `json:"hi"`
	Confidence float64 `json:"confidence"` // the share of samples that lie between them
	Samples    int     `json:"samples"`    // how many samples gave an alpha; 0 if it is undefined
	Undefined  int     `json:"undefined"`  // how many samples had no differences, and so no alpha
}

// IntervalOptions say how [KrippendorffAlphaInterval] draws samples.
type IntervalOptions struct {
	// Source gives random numbers, as those of math/rand/v2 do; it is required.
	// The same source from the same seed gives the same interval.
	Source interface{ Uint64() uint64 }

	Samples    int     // how many samples to draw; 0 means 1000
	Confidence float64 // above 0 and under 1; 0 means 0.95

	// Progress is called from the caller's goroutine after each sample; nil
	// means silent.
	Progress func(done, total int)
}

const (
	defaultSamples    = 1000
	defaultConfidence = 0.95
)

// KrippendorffAlphaInterval says how far alpha may be off because these units
// were rated and not others: it draws samples of the units, with replacement,
// and returns the ends of the interval that holds the middle share of their
// alphas, 95 per cent of them by default. It draws units and not values, for the
// values of one unit belong together. With few units the interval is wide; that
// is the finding, not a fault.
//
// It returns an *[AgreementError] if the options have no source or cannot be
// met, the errors of [KrippendorffAlpha], and the error of ctx if that ends
// first. The result is undefined if fewer than two units have two values.
func KrippendorffAlphaInterval(ctx context.Context, units [][]float64, m Metric, o IntervalOptions) (AlphaInterval, error) {
	samples, confidence := cmp.Or(o.Samples, defaultSamples), cmp.Or(o.Confidence, defaultConfidence)
	switch {
	case o.Source == nil:
		return AlphaInterval{}, &AgreementError{"no source of random numbers; give one with a seed of your own, for instance rand.NewPCG(1, 2) of math/rand/v2"}
	case samples < 0:
		return AlphaInterval{}, &AgreementError{fmt.Sprintf("%d samples cannot be drawn; use 0 for %d", samples, defaultSamples)}
	case !(confidence > 0 && confidence < 1):
		return AlphaInterval{}, &AgreementError{fmt.Sprintf("a confidence of %g is not between 0 and 1; use 0 for %g", confidence, defaultConfidence)}
	}
	if _, err := KrippendorffAlpha(units, m); err != nil {
		return AlphaInterval{}, err
	}
	var rated [][]float64
	for _, unit := range units {
		if len(unit) > 1 {
			rated = append(rated, unit)
		}
	}
	interval := AlphaInterval{Confidence: confidence}
	if len(rated) < 2 {
		return interval, nil
	}
	alphas, drawn := make([]float64, 0, min(samples, 1<<16)), make([][]float64, len(rated))
	for i := range samples {
		if err := ctx.Err(); err != nil {
			return AlphaInterval{}, err
		}
		for u := range drawn {
			at, _ := bits.Mul64(o.Source.Uint64(), uint64(len(rated)))
			drawn[u] = rated[at]
		}
		alpha, err := KrippendorffAlpha(drawn, m)
		if err != nil {
			return AlphaInterval{}, err
		}
		if v, ok := alpha.Value(); ok {
			alphas = append(alphas, v)
		} else {
			interval.Undefined++
		}
		if o.Progress != nil {
			o.Progress(i+1, samples)
		}
	}
	interval.Samples = len(alphas)
	interval.Lo, _ = quantile.Of((1-confidence)/2, alphas)
	interval.Hi, _ = quantile.Of((1+confidence)/2, alphas)
	return interval, nil
}
