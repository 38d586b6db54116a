package risk_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hrdd-go/hrdd/risk"
)

// paper is the first published table of agreement.
func paper(t *testing.T) [][]float64 {
	return table(t, "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .")
}

func TestTheIntervalHoldsAlphaAndNarrowsWithConfidence(t *testing.T) {
	units := paper(t)
	for _, m := range metrics {
		alpha, err := risk.KrippendorffAlpha(units, m)
		if err != nil {
			t.Fatal(err)
		}
		v, _ := alpha.Value()
		var last risk.AlphaInterval
		for _, confidence := range []float64{0.99, 0, 0.5} { // 0 is 0.95
			in, err := risk.KrippendorffAlphaInterval(t.Context(), units, m, risk.IntervalOptions{Source: rand.NewPCG(1, 2), Confidence: confidence})
			if err != nil || in.Samples+in.Undefined != 1000 || !(in.Lo <= v && v <= in.Hi && in.Hi <= 1) {
				t.Errorf("%s: %v not in %+v, %v", m, v, in, err)
			}
			if last.Samples > 0 && (in.Lo < last.Lo || in.Hi > last.Hi) {
				t.Errorf("%s: %+v is wider than %+v", m, in, last)
			}
			last = in
		}
	}
}

func TestTheSameSeedGivesTheSameInterval(t *testing.T) {
	units := paper(t)
	draw := func(seed uint64) risk.AlphaInterval {
		in, err := risk.KrippendorffAlphaInterval(t.Context(), units, risk.MetricOrdinal, risk.IntervalOptions{Source: rand.NewPCG(seed, 0), Samples: 200})
		if err != nil {
			t.Fatal(err)
		}
		return in
	}
	if draw(1) != draw(1) {
		t.Error("the same seed gives two intervals")
	}
	if draw(1) == draw(2) {
		t.Error("the seed makes no difference")
	}
	if !slices.EqualFunc(units, paper(t), slices.Equal) {
		t.Error("the caller's units were changed")
	}
}

func TestAnIntervalOfTooLittleIsUndefined(t *testing.T) {
	for name, units := range map[string][][]float64{"nothing": nil, "one thing": {{1, 2}, {3}}} {
		in, err := risk.KrippendorffAlphaInterval(t.Context(), units, risk.MetricOrdinal, risk.IntervalOptions{Source: rand.NewPCG(1, 2)})
		if err != nil || in.Samples != 0 || in.Lo != 0 || in.Hi != 0 {
			t.Errorf("%s: %+v, %v", name, in, err)
		}
	}
	in, err := risk.KrippendorffAlphaInterval(t.Context(), [][]float64{{1, 1}, {2, 2}}, risk.MetricOrdinal, risk.IntervalOptions{Source: rand.NewPCG(1, 2)})
	if err != nil || in.Undefined == 0 || in.Samples == 0 || in.Lo != 1 || in.Hi != 1 {
		t.Errorf("samples without differences are not counted apart: %+v, %v", in, err)
	}
}

func TestAnIntervalIsRefusedWhatItCannotDraw(t *testing.T) {
	source := rand.NewPCG(1, 2)
	for name, c := range map[string]struct {
		metric  risk.Metric
		options risk.IntervalOptions
	}{
		"no source":           {risk.MetricOrdinal, risk.IntervalOptions{}},
		"fewer than none":     {risk.MetricOrdinal, risk.IntervalOptions{Source: source, Samples: -1}},
		"certainty":           {risk.MetricOrdinal, risk.IntervalOptions{Source: source, Confidence: 1}},
		"negative confidence": {risk.MetricOrdinal, risk.IntervalOptions{Source: source, Confidence: -0.5}},
		"no number":           {risk.MetricOrdinal, risk.IntervalOptions{Source: source, Confidence: math.NaN()}},
		"no metric":           {risk.MetricNotStated, risk.IntervalOptions{Source: source}},
	} {
		var why *risk.AgreementError
		if in, err := risk.KrippendorffAlphaInterval(t.Context(), paper(t), c.metric, c.options); !errors.As(err, &why) || in != (risk.AlphaInterval{}) {
			t.Errorf("%s: %+v, %v", name, in, err)
		}
	}
}

func TestDrawingStopsWhenTheContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	calls := 0
	_, err := risk.KrippendorffAlphaInterval(ctx, paper(t), risk.MetricOrdinal, risk.IntervalOptions{
		Source: rand.NewPCG(1, 2),
		Progress: func(done, total int) {
			if calls++; done != calls || total != 1000 {
				t.Errorf("%d of %d after %d calls", done, total, calls)
			}
			if done == 7 {
				cancel()
			}
		},
	})
	if !errors.Is(err, context.Canceled) || calls != 7 {
		t.Errorf("%v after %d samples", err, calls)
	}
}
