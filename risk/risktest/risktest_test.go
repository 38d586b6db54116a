package risktest_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/risk/risktest"
)

func TestTheBuiltMethodPassesItsOwnCheck(t *testing.T) {
	risktest.TestMethod(t, risktest.MethodSpec())
}

func TestAMethodThatScoresGapsPassesIfItIsCautious(t *testing.T) {
	risktest.TestMethod(t, risktest.MethodSpec(func(s *risk.MethodSpec) {
		s.Gaps = risk.GapsScored
		top := func(l risk.Level) risk.Level {
			if l == risk.NotRated {
				return risk.MaxLevel
			}
			return l
		}
		s.Keys = s.Keys[:1]
		s.Keys[0].Value = func(r risk.Rating) float64 {
			return float64(max(top(r.Scale), top(r.Scope), top(r.Irremediability)))
		}
	}))
}

func TestCheckMethodFindsWhatNewMethodCannot(t *testing.T) {
	calls := 0.0
	tests := []struct {
		name, check string
		edit        func(*risk.MethodSpec)
	}{
		{"a function that remembers", "same-twice", func(s *risk.MethodSpec) {
			s.Bands = nil
			s.Keys = append(s.Keys, risk.MethodKey{ID: "calls", Means: "how often it was asked", Value: func(r risk.Rating) float64 {
				calls++
				if calls > 1500 && r.Delay == risk.Yes { // the second time
					return 1
				}
				return 0
			}})
		}},
		{"no source", "sources", func(s *risk.MethodSpec) { s.Sources = nil }},
		{"no reason", "sources", func(s *risk.MethodSpec) { s.Reasons = nil }},
		{"an empty reason", "sources", func(s *risk.MethodSpec) { s.Reasons[0].Why = "" }},
		{"no title", "sources", func(s *risk.MethodSpec) { s.Title = "" }},
		{"a key without meaning", "sources", func(s *risk.MethodSpec) { s.Keys[1].Means = "" }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := risktest.CheckMethod(risktest.MethodSpec(tt.edit))
			var me *risktest.MethodError
			if !errors.As(err, &me) || me.Check != tt.check || me.Method != "made-up" {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestCheckMethodGivesTheErrorOfAMethodThatCannotBeBuilt(t *testing.T) {
	err := risktest.CheckMethod(risktest.MethodSpec(func(s *risk.MethodSpec) {
		slices.Reverse(s.Keys)
		s.Bands = nil
	}))
	var re *risk.RuleError
	if !errors.As(err, &re) || re.Rule != risk.RuleSeverityFirst {
		t.Errorf("%v", err)
	}
}

func TestEveryMethodOfTheLibraryPassesTheCheck(t *testing.T) {
	for m := range risk.Methods() {
		spec := risk.MethodSpec{ID: m.ID(), Version: m.Version(), Title: m.Title(), Gaps: m.Gaps(), Index: m.Index(),
			Sources: slices.Collect(m.Sources()), Reasons: slices.Collect(m.Reasons()),
			Keys: slices.Collect(m.Keys()), Waivers: slices.Collect(m.Waivers())}
		if err := risktest.CheckMethod(spec); err != nil {
			t.Error(err)
		}
	}
}

func TestBuildersMakeWhatIsValid(t *testing.T) {
	if r := risktest.Rating(); !r.Complete() || !r.Valid() {
		t.Errorf("%v", r)
	}
	for _, r := range risktest.CompleteRatings(7, 2000) {
		if !r.Complete() || !r.Valid() {
			t.Fatalf("%v", r)
		}
	}
	var plain, open, gaps, occurred bool
	for _, r := range risktest.Ranges(7, 2000) {
		if err := r.Check(); err != nil {
			t.Fatal(err)
		}
		_, isPlain := r.Plain()
		plain, open = plain || isPlain, open || !isPlain
		gaps, occurred = gaps || !r.Missing().IsZero(), occurred || r.HasOccurred()
	}
	if !plain || !open || !gaps || !occurred {
		t.Error("a kind of range is missing")
	}
	if !slices.Equal(risktest.Ratings(3, 50), risktest.Ratings(3, 50)) || slices.Equal(risktest.Ratings(3, 50), risktest.Ratings(4, 50)) {
		t.Error("a seed does not decide")
	}
}

func TestDifferencesAreNamed(t *testing.T) {
	want := risktest.Rating()
	if d := risktest.DiffRatings(want, want); d != "" {
		t.Errorf("%q", d)
	}
	got := risktest.Rating(func(r *risk.Rating) { r.Scope, r.Likelihood, r.Delay = 5, risk.Occurred, 9 })
	d := risktest.DiffRatings(got, want)
	for _, line := range []string{"scope: got 5, want 3\n", "likelihood: got actual, want 3\n", "delay: got answer(9), want no\n"} {
		if !strings.Contains(d, line) {
			t.Errorf("%q lacks %q", d, line)
		}
	}
	open := risktest.Range(func(r *risk.Range) { r.Lo.Scale, r.Hi.Scale, r.Lo.Scope, r.Hi.Scope = 2, 4, 0, 0 })
	if d := risktest.DiffRanges(open, risktest.Range()); d != "scale: got 2 to 4, want 3\nscope: got not rated, want 3\n" {
		t.Errorf("%q", d)
	}
}

func TestDifferencesOfRankingsAreNamed(t *testing.T) {
	place := func(p int, name string) risk.Ranked[string] { return risk.Ranked[string]{Place: p, Item: name} }
	want := []risk.Ranked[string]{place(1, "a"), place(2, "b"), place(3, "c")}
	got := []risk.Ranked[string]{place(1, "b"), place(2, "a"), place(3, "d")}
	self := func(s string) string { return s }
	if d := risktest.DiffRankings(want, want, self); d != "" {
		t.Errorf("%q", d)
	}
	if d := risktest.DiffRankings(got, want, self); d != "a: place 2, want 1\nb: place 1, want 2\nc: missing, want place 3\nd: place 3, not wanted\n" {
		t.Errorf("%q", d)
	}
}
