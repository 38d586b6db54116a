package risktest_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/risk/risktest"
)

// In a test of the host program.
func TestOwnMethod(t *testing.T) {
	risktest.TestMethod(t, ownMethod()) // each rule is a subtest
}

func ownMethod() risk.MethodSpec {
	return risktest.MethodSpec(func(s *risk.MethodSpec) { s.ID = "own" })
}

func ExampleCheckMethod() {
	fmt.Println(risktest.CheckMethod(ownMethod()))

	forgetful := ownMethod()
	forgetful.Sources = nil
	err := risktest.CheckMethod(forgetful)
	var me *risktest.MethodError
	fmt.Println(errors.As(err, &me), me.Check, "-", me.Found)
	// Output:
	// <nil>
	// true sources - it gives 0 sources and 1 reasons
}

func ExampleRating() {
	fmt.Println(risktest.Rating())
	fmt.Println(risktest.Rating(func(r *risk.Rating) { r.Scale, r.Likelihood = 5, risk.Occurred }))
	fmt.Println(risktest.Range(func(r *risk.Range) { r.Lo.Scale, r.Hi.Scale = 2, 4 }))
	// Output:
	// HRS:1/SCA:3/SCO:3/IRR:3/LIK:3/DEL:N
	// HRS:1/SCA:5/SCO:3/IRR:3/LIK:A/DEL:N
	// HRS:1/SCA:2-4/SCO:3/IRR:3/LIK:3/DEL:N
}

func ExampleRatings() {
	fmt.Println(risktest.Ratings(1, 1)[0] == risktest.Ratings(1, 5)[0])
	fmt.Println(risktest.CompleteRatings(1, 1)[0].Complete(), risktest.Ranges(1, 1)[0].Valid())
	// Output:
	// true
	// true true
}

func ExampleDiffRatings() {
	fmt.Print(risktest.DiffRatings(risktest.Rating(func(r *risk.Rating) { r.Scope = 0 }), risktest.Rating()))
	fmt.Print(risktest.DiffRanges(risktest.Range(func(r *risk.Range) { r.Hi.Scale = 5 }), risktest.Range()))
	// Output:
	// scope: got not rated, want 3
	// scale: got 3 to 5, want 3
}

func ExampleDiffRankings() {
	names := []string{"fire", "noise"}
	by := func(grave string) []risk.Ranked[string] {
		ranked, _ := risk.RankSlice(risk.UNGP(), names, func(s string) risk.Rating {
			return risktest.Rating(func(r *risk.Rating) {
				if s == grave {
					r.Scale = 5
				}
			})
		})
		return ranked
	}
	fmt.Print(risktest.DiffRankings(by("noise"), by("fire"), func(s string) string { return s }))
	// Output:
	// fire: place 2, want 1
	// noise: place 1, want 2
}
