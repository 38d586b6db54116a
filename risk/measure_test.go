package risk

import (
	"errors"
	"slices"
	"testing"
)

func TestOnlyMeasuresInPlaceAndShownToWorkCount(t *testing.T) {
	inherent := Rating{4, 3, 5, 4, Yes}
	less := Rating{Scale: 2, Likelihood: 2, Delay: No}
	for inPlace := Unknown; inPlace <= Yes; inPlace++ {
		for shown := Unknown; shown <= Yes; shown++ {
			got, verdicts, err := ResidualRating(inherent, slices.Values([]Measure{{inPlace, shown, less}}))
			want, verdict := inherent, MeasureNotInPlace
			switch {
			case inPlace == Yes && shown == Yes:
				want, verdict = Rating{2, 3, 5, 2, No}, MeasureCounts
			case inPlace == Yes:
				verdict = MeasureNotShownToWork
			}
			if err != nil || got != want || verdicts[0] != verdict {
				t.Errorf("in place %v, shown %v: %v, %v, %v", inPlace, shown, got, verdicts, err)
			}
		}
	}
}

func TestNothingIsDeductedFromHarmThatHasHappened(t *testing.T) {
	best := Measure{Yes, Yes, Rating{1, 1, 1, Remote, No}}
	for c := range Cells() {
		r := c.Rating()
		if !r.HasOccurred() {
			continue
		}
		got, verdicts, err := ResidualRating(r, slices.Values([]Measure{best}))
		if err != nil || got != r || verdicts[0] != MeasureAfterTheHarm {
			t.Fatalf("%v became %v, %v, %v", r, got, verdicts, err)
		}
	}
}

// A harm of which nobody has said whether it has happened may have.
func TestNothingIsDeductedFromHarmThatMayHaveHappened(t *testing.T) {
	best := Measure{Yes, Yes, Rating{1, 1, 1, Remote, No}}
	for c := range Cells() {
		r := c.Rating()
		if r.Likelihood != LikelihoodNotRated {
			continue
		}
		got, verdicts, err := ResidualRating(r, slices.Values([]Measure{best}))
		if err != nil || got != r || verdicts[0] != MeasureMayBeTooLate {
			t.Fatalf("%v became %v, %v, %v", r, got, verdicts, err)
		}
	}
}

func TestAMeasureNeverRaisesARiskAndNeverFillsAGap(t *testing.T) {
	m := UNGP()
	for _, c := range someCells(1, 300) {
		for _, with := range someCells(2, 300) {
			measure := Measure{Yes, Yes, with.Rating()}
			if measure.With.HasOccurred() {
				continue
			}
			got, _, err := ResidualRating(c.Rating(), slices.Values([]Measure{measure}))
			if err != nil {
				t.Fatal(err)
			}
			if got.Missing() != c.Rating().Missing() || m.Compare(got.cell(), c) > 0 {
				t.Fatalf("%v with %v became %v", c, with, got)
			}
		}
	}
}

func TestMeasuresAreNotAddedUpAndTheirOrderDoesNotMatter(t *testing.T) {
	inherent := Rating{5, 5, 5, 5, Yes}
	measures := []Measure{
		{Yes, Yes, Rating{Scale: 3, Likelihood: 4}},
		{Yes, Yes, Rating{Scale: 4, Likelihood: 2}},
		{Yes, Yes, Rating{Scale: 5}},
	}
	want := Rating{3, 5, 5, 2, Yes}
	got, verdicts, err := ResidualRating(inherent, slices.Values(measures))
	if err != nil || got != want || !slices.Equal(verdicts, []MeasureVerdict{MeasureCounts, MeasureCounts, MeasureChangesNothing}) {
		t.Errorf("%v, %v, %v", got, verdicts, err)
	}
	slices.Reverse(measures)
	if got, _, _ := ResidualRating(inherent, slices.Values(measures)); got != want {
		t.Errorf("in the other order %v", got)
	}
}

func TestBadMeasuresAreNamedByTheirIndex(t *testing.T) {
	good := Measure{Yes, Yes, Rating{Scale: 1}}
	for _, bad := range []Measure{{Yes, Yes, Rating{Scale: 6}}, {Yes, Yes, Rating{Likelihood: Occurred}}, {7, Yes, Rating{}}, {Yes, 7, Rating{}}} {
		_, _, err := ResidualRating(Rating{}, slices.Values([]Measure{good, bad}))
		var ie *ItemError
		if !errors.As(err, &ie) || ie.Index != 1 {
			t.Errorf("%+v: %v", bad, err)
		}
	}
	var re *RatingError
	if _, _, err := ResidualRating(Rating{Delay: 9}, slices.Values([]Measure{good})); !errors.As(err, &re) {
		t.Errorf("%v", err)
	}
}
