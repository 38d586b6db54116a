package risk_test

import (
	"errors"
	"fmt"
	"slices"

	"github.com/hrdd-go/hrdd/risk"
)

// Thirty of fifty people in a village: few by number, most by share.
func ExampleScopeLevel() {
	level, err := risk.ScopeLevel(risk.CountOf(30), risk.CountOf(50), risk.ScopeThresholds{})
	fmt.Println(level, err)

	own := risk.ScopeThresholds{People: [4]int{50, 500, 5000, 50_000}, Percent: [4]int{5, 25, 50, 75}}
	level, err = risk.ScopeLevel(risk.CountOf(30), risk.CountOf(50), own)
	fmt.Println(level, err)

	_, err = risk.ScopeLevel(risk.CountOf(60), risk.CountOf(50), risk.ScopeThresholds{})
	var se *risk.ScopeError
	fmt.Println(errors.As(err, &se), err)
	// Output:
	// 5 <nil>
	// 4 <nil>
	// true 60 people affected of a group of 50: no more can be affected than are in the group
}

// A source rates remediability from 1 to 5, 5 being fully remediable. The
// mapping is named; nothing is turned round silently.
func ExampleLevelScale() {
	scale, ok := risk.LevelScaleByID("remediability-five-levels")
	level, err := scale.Level(2)
	fmt.Println(ok, scale.Reversed(), level, err)
	fmt.Println("read back:", scale.Value(level))

	_, err = scale.Level(6)
	var se *risk.LevelScaleError
	fmt.Println(errors.As(err, &se), err)
	// Output:
	// true true 4 <nil>
	// read back: 2
	// true scale "remediability-five-levels": 6 will not do; use a value from 1 to 5
}

// A host program brings the scale of its own source.
func ExampleLevelScale_own() {
	frequency := risk.LevelScale{ID: "source-a-frequency", Title: "A (never seen) to D (weekly), as 0 to 3",
		First: 0, Levels: []risk.Level{1, 2, 4, 5}}
	fmt.Println(frequency.Check())
	l, err := frequency.Likelihood(2)
	fmt.Println(l == risk.Likely, err)
	// Output:
	// <nil>
	// true <nil>
}

func ExampleLevelScales() {
	for s := range risk.LevelScales() {
		fmt.Println(s.ID, s.First, s.Levels)
	}
	// Output:
	// five-levels 1 [1 2 3 4 5]
	// three-levels 1 [1 3 5]
	// four-levels 1 [1 2 4 5]
	// six-levels-from-zero 0 [1 1 2 3 4 5]
	// ten-levels 1 [1 1 2 2 3 3 4 4 5 5]
	// remediability-three-levels 1 [5 3 1]
	// remediability-four-levels 1 [5 4 2 1]
	// remediability-five-levels 1 [5 4 3 2 1]
	// remediability-ten-levels 1 [5 5 4 4 3 3 2 2 1 1]
}

// Only what is in place and shown to work counts, and only for harm that has
// not happened.
func ExampleDefaultScopeThresholds() {
	t := risk.DefaultScopeThresholds()
	t.People = [4]int{5, 50, 500, 5000} // for a sparsely settled region, say
	level, err := risk.ScopeLevel(risk.CountOf(60), risk.Count{}, t)
	fmt.Println(level, err)
	// Output:
	// 3 <nil>
}

func ExampleResidualRating() {
	inherent := risk.MustParseRating("HRS:1/SCA:4/SCO:4/IRR:3/LIK:4/DEL:N")
	measures := []risk.Measure{
		{InPlace: risk.Yes, ShownToWork: risk.Yes, With: risk.Rating{Likelihood: risk.Unlikely}},
		{InPlace: risk.Yes, With: risk.Rating{Scope: 2}}, // nobody has looked whether it works
		{InPlace: risk.No, ShownToWork: risk.Yes, With: risk.Rating{Scale: 1}},
		{InPlace: risk.Yes, ShownToWork: risk.Yes, With: risk.Rating{Irremediability: 3}},
	}
	residual, verdicts, err := risk.ResidualRating(inherent, slices.Values(measures))
	fmt.Println(residual, err)
	fmt.Println(verdicts)

	happened := inherent
	happened.Likelihood = risk.Occurred
	residual, verdicts, err = risk.ResidualRating(happened, slices.Values(measures[:1]))
	fmt.Println(residual == happened, verdicts[0] == risk.MeasureAfterTheHarm, verdicts, err)
	// Output:
	// HRS:1/SCA:4/SCO:4/IRR:3/LIK:2/DEL:N <nil>
	// [counts not-shown-to-work not-in-place changes-nothing]
	// true true [after-the-harm] <nil>
}

func ExampleAnchors() {
	for a := range risk.Anchors() {
		if a.Dimension == risk.DimIrremediability {
			fmt.Println(a.Level, a.Text)
		}
	}
	// Output:
	// 1 fully restorable, quickly
	// 2 restorable with effort, in months
	// 3 restorable in part, or at great cost, or in more than a year
	// 4 restorable in small part only
	// 5 impossible to restore
}
