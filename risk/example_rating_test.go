package risk_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/hrdd-go/hrdd/risk"
)

// A locked fire exit: it may cost lives, many of them, for ever; it is not
// unlikely, and every day counts.
func ExampleRating() {
	r := risk.Rating{
		Scale: 5, Scope: 3, Irremediability: risk.MaxLevel,
		Likelihood: risk.Possible, Delay: risk.Yes,
	}
	gravest, at, known := r.Severity()
	fmt.Println(r)
	fmt.Println("severity", gravest, "by", at, "whatever else:", known)

	b, err := json.Marshal(r)
	fmt.Println(string(b), err)
	// Output:
	// HRS:1/SCA:5/SCO:3/IRR:5/LIK:3/DEL:Y
	// severity 5 by scale,irremediability whatever else: true
	// {"scale":5,"scope":3,"irremediability":5,"likelihood":3,"delay":"yes"} <nil>
}

// What nobody has judged is not rated, which is not low.
func ExampleRating_Missing() {
	r := risk.Rating{Scale: 2, Scope: risk.NotRated, Likelihood: risk.LikelihoodNotRated}
	fmt.Println(r.Complete(), "without", r.Missing())
	_, _, known := r.Severity()
	fmt.Println("severity known:", known)
	// Output:
	// false without scope,irremediability,likelihood,delay
	// severity known: false
}

// Harm that has happened has no likelihood.
func ExampleRating_HasOccurred() {
	r := risk.Rating{Scale: 3, Likelihood: risk.Occurred}
	fmt.Println(r.HasOccurred(), r.Likelihood.Rated(), r.Likelihood.Valid())
	b, _ := json.Marshal(r)
	fmt.Println(string(b))
	// Output:
	// true false true
	// {"scale":3,"likelihood":"actual"}
}

func ExampleRating_Check() {
	r := risk.Rating{Scale: 7}
	var re *risk.RatingError
	if err := r.Check(); errors.As(err, &re) {
		fmt.Println(r.Valid(), re.Dimension, re.Found)
		fmt.Println(err)
	}
	// Output:
	// false scale 7
	// scale cannot be 7; use 1 to 5, or 0 for not rated
}

func ExampleLevel() {
	for l := risk.MinLevel; l <= risk.MaxLevel+1; l++ {
		fmt.Print(l, " ", l.Rated(), " ", l.Valid(), "; ")
	}
	fmt.Println(risk.NotRated.Rated(), risk.NotRated.Valid())
	// Output:
	// 1 true true; 2 true true; 3 true true; 4 true true; 5 true true; 6 false false; false true
}

func ExampleLikelihood() {
	levels := []risk.Likelihood{risk.Remote, risk.Unlikely, risk.Possible, risk.Likely, risk.AlmostCertain}
	for _, l := range levels {
		fmt.Print(l, " ")
	}
	fmt.Println(risk.Occurred.Rated(), risk.LikelihoodNotRated.Rated())
	// Output: 1 2 3 4 5 false false
}

func ExampleRange() {
	r := risk.Range{
		Lo: risk.Rating{Scale: 2, Scope: 3, Likelihood: risk.Unlikely, Delay: risk.No},
		Hi: risk.Rating{Scale: 4, Scope: 3, Likelihood: risk.Likely, Delay: risk.Yes},
	}
	fmt.Println(r)
	fmt.Println("open:", r.Open(), "- not rated:", r.Missing())
	_, plain := r.Plain()
	fmt.Println(r.Valid(), plain, r.HasOccurred())

	b, err := json.Marshal(r)
	fmt.Println(string(b), err)
	// Output:
	// HRS:1/SCA:2-4/SCO:3/IRR:X/LIK:2-4/DEL:N-Y
	// open: scale,irremediability,likelihood,delay - not rated: irremediability
	// true false false
	// {"scale":[2,4],"scope":3,"likelihood":[2,4],"delay":["no","yes"]} <nil>
}

func ExampleRange_Check() {
	r := risk.Range{Lo: risk.Rating{Likelihood: risk.Likely}, Hi: risk.Rating{Likelihood: risk.Occurred}}
	fmt.Println(r.Check())
	// Output:
	// likelihood cannot be 4 to 6; use levels 1 to 5 for harm that may happen, or Occurred at both ends for harm that has
}

func ExampleRangeOf() {
	r, plain := risk.RangeOf(risk.Rating{Scale: 3}).Plain()
	fmt.Println(r.Scale, plain)
	// Output: 3 true
}

// Three assessors: one did not rate the scope, and they differ on the scale.
func ExampleSpan() {
	together, err := risk.Span(
		risk.MustParseRange("HRS:1/SCA:4/SCO:X/IRR:5/LIK:3/DEL:N"),
		risk.MustParseRange("HRS:1/SCA:5/SCO:3/IRR:5/LIK:3/DEL:N"),
		risk.MustParseRange("HRS:1/SCA:3-4/SCO:3/IRR:5/LIK:3/DEL:N"),
	)
	fmt.Println(together, err)
	// Output: HRS:1/SCA:3-5/SCO:3/IRR:5/LIK:3/DEL:N <nil>
}

// Whether a harm has happened is a fact to find out, not a matter of degree.
func ExampleSpan_mixed() {
	_, err := risk.Span(
		risk.RangeOf(risk.Rating{Likelihood: risk.Occurred}),
		risk.RangeOf(risk.Rating{Likelihood: risk.Likely}),
	)
	var mixed *risk.MixedError
	fmt.Println(errors.As(err, &mixed), mixed.Occurred, mixed.Potential)
	fmt.Println(err)

	_, err = risk.Span()
	fmt.Println(errors.Is(err, risk.ErrNoRatings))
	// Output:
	// true 0 1
	// rating 0 says that the harm has happened, rating 1 how likely it is; find out which, and rate again
	// true
}

func ExampleBasis() {
	ratings := map[risk.Basis]risk.Rating{
		risk.Inherent: {Scale: 4, Likelihood: risk.Likely},
		risk.Residual: {Scale: 4, Likelihood: risk.Unlikely},
	}
	fmt.Println(risk.Inherent, ratings[risk.Inherent].Likelihood) // identification ranks on it
	fmt.Println(risk.Residual, ratings[risk.Residual].Likelihood)
	fmt.Println(risk.BasisNotStated)
	// Output:
	// inherent 4
	// residual 2
	// not-stated
}

// A host program keeps two bytes a rating and counts, sorts or stores them.
func ExampleCell() {
	c, err := risk.Rating{Scale: 4, Scope: 3, Irremediability: 5, Likelihood: 2, Delay: risk.Yes}.Cell()
	fmt.Println(uint16(c), err)
	fmt.Println(c, c.Complete(), c.Valid())
	fmt.Println(c.Rating().Irremediability)
	fmt.Println(risk.Cell(risk.NumCells).Valid())
	// Output:
	// 3515 <nil>
	// HRS:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y true true
	// 5
	// false
}

func ExampleCells() {
	complete := 0
	for c := range risk.Cells() {
		if c.Complete() {
			complete++
		}
	}
	fmt.Println(risk.NumCells, "cells,", complete, "of them complete")
	// Output: 4536 cells, 1500 of them complete
}

// Each of these is one step graver.
func ExampleCell_Raised() {
	c, _ := risk.MustParseRating("HRS:1/SCA:4/SCO:5/IRR:X/LIK:5/DEL:N").Cell()
	for graver := range c.Raised() {
		fmt.Println(graver)
	}
	// Output:
	// HRS:1/SCA:5/SCO:5/IRR:X/LIK:5/DEL:N
	// HRS:1/SCA:4/SCO:5/IRR:X/LIK:A/DEL:N
	// HRS:1/SCA:4/SCO:5/IRR:X/LIK:5/DEL:Y
}

func ExampleDimensions() {
	severity := risk.DimensionsOf(risk.DimScale, risk.DimScope, risk.DimIrremediability)
	all := severity.With(risk.DimLikelihood).With(risk.DimDelay).With(risk.DimensionNotStated)
	fmt.Println(severity.Len(), severity.Has(risk.DimDelay), severity)
	for d := range all.All() {
		fmt.Print(d, " ")
	}
	b, _ := json.Marshal(severity)
	fmt.Println(string(b), risk.Dimensions(0).IsZero())
	// Output:
	// 3 false scale,scope,irremediability
	// scale scope irremediability likelihood delay ["scale","scope","irremediability"] true
}
