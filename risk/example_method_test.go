package risk_test

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/hrdd-go/hrdd/risk"
)

func ExampleUNGP() {
	m := risk.UNGP()
	fmt.Println(m.ID(), m.Version(), m.Title())
	for k := range m.Keys() {
		fmt.Println(k.Source, k.ID)
	}
	// Output:
	// ungp 1.0.0 Order of the Guiding Principles
	// UNGP:24 class
	// UNGP:14 gravest-factor
	// UNGP:14 factors-at-gravest
	// UNGP:14 second-factor
	// UNGP:14 third-factor
	// UNGP:24 delay
	// UNGP:22 actual
	// UNGP:24 likelihood
}

// Where the Guiding Principles leave a choice, the method says so in its id.
func ExampleNewUNGP() {
	m, err := risk.NewUNGP(risk.UNGPOptions{ActualEqual: true, TopLevel: 4})
	fmt.Println(m, err)
	// Output: ungp-top-4-actual-equal 1.0.0 <nil>
}

func ExampleMethods() {
	for m := range risk.Methods() {
		fmt.Print(m.ID(), ":")
		for w := range m.Waivers() {
			fmt.Print(" ", w.Rule)
		}
		fmt.Println()
	}
	// Output:
	// ungp:
	// esrs-1:
	// dihr:
	// undp-mean: one-factor-suffices
	// huderaf-rin: severity-first one-factor-suffices
	// nomogaia: one-factor-suffices
	// netcero-human-rights: one-factor-suffices
	// netcero-general: severity-first one-factor-suffices
	// csrd-bounded: severity-first one-factor-suffices
	// mean-or-top:
	// top-factor:
	// weighted-floor: severity-first
	// severity-times-likelihood: severity-first
	// matrix-4x3: severity-first
	// sum: one-factor-suffices
	// product: one-factor-suffices
	// geometric-mean: one-factor-suffices
}

func ExampleMethodByID() {
	m, ok := risk.MethodByID("huderaf-rin")
	fmt.Println(ok, m.Index(), m.Ordinals(), "positions; without", m.Ignored())
	for c := range m.Sources() {
		fmt.Println(c)
	}
	for r := range m.Reasons() {
		fmt.Println("-", r.Choice, r.Unverified)
	}
	fmt.Println(m.Bands(), m.Gaps())
	// Output:
	// true risk index number 16 positions; without irremediability,delay
	// HUDERAF:risk index number
	// - gravity plus people plus likelihood, and the four bands true
	// - levels read on the scale four-levels true
	// - irremediability plays no part false
	// - harm that has happened counts as almost certain false
	// [low moderate high very-high] span
}

// A host program brings its own method: a matrix of severity by likelihood, in
// which a severe harm is never put down for being unlikely.
func ExampleNewMethod() {
	matrix := [5][5]float64{ // severity 1 to 5 by likelihood 1 to 5
		{1, 1, 1, 2, 2},
		{3, 3, 3, 4, 4},
		{5, 5, 6, 6, 6},
		{7, 7, 8, 8, 8},
		{9, 9, 9, 9, 9},
	}
	m, err := risk.NewMethod(risk.MethodSpec{
		ID: "own-matrix", Version: "2026.1", Title: "Our matrix",
		Sources: []risk.Citation{risk.Cite("OWN-MANUAL", "4.2")},
		Reasons: []risk.MethodReason{{Choice: "nine positions", Why: "the board reads no more"}},
		Keys: []risk.MethodKey{{ID: "matrix", Means: "the entry of the matrix", Value: func(r risk.Rating) float64 {
			severity, _, _ := r.Severity()
			return matrix[severity-1][min(r.Likelihood, risk.AlmostCertain)-1]
		}}},
		Bands: risk.Thresholds{{From: 1, Name: "watch"}, {From: 5, Name: "act"}, {From: 9, Name: "act-now"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	s, _ := m.Score(risk.Rating{Scale: 2, Scope: 4, Irremediability: 1, Likelihood: risk.Remote, Delay: risk.No})
	fmt.Println(s)
	// Output: act (own-matrix 2026.1: HRS:1/SCA:2/SCO:4/IRR:1/LIK:1/DEL:N)
}

// A method that lets likelihood outweigh severity is refused, with two harms
// that show it; unless it says so itself.
func ExampleNewMethod_refused() {
	spec := risk.MethodSpec{
		ID: "register", Version: "1",
		Keys: []risk.MethodKey{{ID: "product", Value: func(r risk.Rating) float64 {
			severity, _, _ := r.Severity()
			return float64(severity) * float64(min(r.Likelihood, risk.AlmostCertain))
		}}},
	}
	_, err := risk.NewMethod(spec)
	var broken *risk.RuleError
	if errors.As(err, &broken) {
		fmt.Println(broken.Rule, "-", broken.Rule.Statement(), "-", broken.Rule.Source())
		fmt.Println(broken.Graver, "is not above", broken.Other)
	}
	spec.Waivers = []risk.Waiver{{Rule: risk.RuleSeverityFirst, Why: "to compare with the old register"}}
	m, err := risk.NewMethod(spec)
	fmt.Println(m, err)
	// Output:
	// severity-first - likelihood never outweighs severity - UNGP:24
	// HRS:1/SCA:1/SCO:1/IRR:2/LIK:1/DEL:N is not above HRS:1/SCA:1/SCO:1/IRR:1/LIK:5/DEL:N
	// register 1 <nil>
}

func ExampleCellError() {
	_, err := risk.NewMethod(risk.MethodSpec{
		ID: "log", Version: "1",
		Keys: []risk.MethodKey{{ID: "log", Value: func(r risk.Rating) float64 { return math.Log(float64(r.Scale) - 3) }}},
	})
	var ce *risk.CellError
	fmt.Println(errors.As(err, &ce), ce.Found, ce.Rating)
	// Output: true NaN HRS:1/SCA:1/SCO:1/IRR:1/LIK:1/DEL:N
}

func ExampleSpecError() {
	_, err := risk.NewMethod(risk.MethodSpec{ID: "own"})
	var se *risk.SpecError
	fmt.Println(errors.As(err, &se), se.Field)
	fmt.Println(err)
	// Output:
	// true Version
	// method "own": Version: give a version, so that a stored result can be traced to it
	// method "own": Keys: give at least one key to compare by
}

func ExampleMethodRules() {
	for rule := range risk.MethodRules() {
		fmt.Println(rule, rule.Waivable())
	}
	// Output:
	// monotone true
	// occurred-not-below true
	// severity-first true
	// one-factor-suffices true
	// delay-never-lowers true
	// not-rated-not-low true
	// bands-follow-order false
}

// A method may score ratings with gaps itself, if it never scores them below
// what they can still be. This one leaves a blank out of the mean.
func ExampleGapHandling() {
	_, err := risk.NewMethod(risk.MethodSpec{
		ID: "mean-of-what-there-is", Version: "1",
		Gaps: risk.GapsScored, // the zero value, GapsSpan, leaves gaps to the library
		Keys: []risk.MethodKey{{ID: "mean", Value: func(r risk.Rating) float64 {
			n := 3 - (r.Missing() & risk.DimensionsOf(risk.DimScale, risk.DimScope, risk.DimIrremediability)).Len()
			return float64(r.Scale+r.Scope+r.Irremediability) / float64(max(n, 1))
		}}},
		Waivers: []risk.Waiver{{Rule: risk.RuleOneFactor, Why: "to show the other rule that it breaks"}},
	})
	var broken *risk.RuleError
	fmt.Println(errors.As(err, &broken), broken.Rule, risk.GapsSpan)
	// Output: true not-rated-not-low span
}

// Bands are half-open: each value is in one of them, and in one only.
func ExampleThresholds() {
	readiness := risk.Thresholds{{From: 1, Name: "initial"}, {From: 2, Name: "developing"}, {From: 3, Name: "established"}}
	for _, x := range []float64{0.5, 1.95, 2, 3} {
		b := readiness.Band(x)
		fmt.Println(x, b, b.Order, b.IsZero())
	}
	fmt.Println(readiness.Bands())
	// Output:
	// 0.5 none 0 true
	// 1.95 initial 1 false
	// 2 developing 2 false
	// 3 established 3 false
	// [initial developing established]
}

// A toolkit that goes from words to words by way of matrices: how likely and how
// many, how grave and how hard to undo, then the two together. The matrix here
// is made up. That likelihood and numbers outweigh gravity is then no secret.
func ExampleNewMethod_matrices() {
	four, _ := risk.LevelScaleByID("four-levels")
	in := func(l risk.Level) int { return four.Value(l) - 1 }
	matrix := [4][4]int{
		{0, 1, 1, 2},
		{1, 1, 2, 2},
		{1, 2, 2, 3},
		{2, 2, 3, 3},
	}
	spec := risk.MethodSpec{
		ID: "own-matrices", Version: "1.0.0",
		Keys: []risk.MethodKey{{ID: "overall", Means: "the matrix of the two matrices", Value: func(r risk.Rating) float64 {
			likely := risk.Level(min(r.Likelihood, risk.AlmostCertain))
			exposure := matrix[in(likely)][in(r.Scope)]
			severity := matrix[in(r.Scale)][in(r.Irremediability)]
			return float64(matrix[exposure][severity])
		}}},
	}
	_, err := risk.NewMethod(spec)
	fmt.Println(strings.ReplaceAll(err.Error(), "; ", "\n\t"))

	const why = "the toolkit is prescribed by the client"
	spec.Waivers = []risk.Waiver{{Rule: risk.RuleSeverityFirst, Why: why}, {Rule: risk.RuleOneFactor, Why: why}}
	m, err := risk.NewMethod(spec)
	fmt.Println(m, err)
	// Output:
	// method "own-matrices" breaks the rule severity-first (likelihood never outweighs severity): it ranks HRS:1/SCA:1/SCO:1/IRR:2/LIK:1/DEL:N no higher than HRS:1/SCA:1/SCO:1/IRR:1/LIK:2/DEL:N
	// 	mend the method, or waive the rule by name and say why
	// method "own-matrices" breaks the rule one-factor-suffices (any one factor can make a harm severe): it ranks HRS:1/SCA:1/SCO:1/IRR:5/LIK:1/DEL:N below HRS:1/SCA:2/SCO:2/IRR:3/LIK:1/DEL:N
	// 	mend the method, or waive the rule by name and say why
	// own-matrices 1.0.0 <nil>
}
