package risk_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/risk"
)

func TestTauGivesThePublishedValue(t *testing.T) {
	tau, err := risk.KendallTau([]int{12, 2, 1, 12, 2}, []int{1, 4, 7, 1, 0})
	if err != nil {
		t.Fatal(err)
	}
	if want := (risk.Tau{Items: 5, Concordant: 2, Discordant: 6, TiedA: 2, TiedB: 1}); tau != want {
		t.Errorf("%+v, want %+v", tau, want)
	}
	if v, ok := tau.Value(); !ok || math.Abs(v - -0.47140452079103173) > 1e-15 {
		t.Errorf("tau-b %v, %v", v, ok)
	}
}

// slowTau looks at every pair.
func slowTau(a, b []int) risk.Tau {
	t := risk.Tau{Items: len(a)}
	for i := range a {
		for j := range i {
			x, y := a[i]-a[j], b[i]-b[j]
			if x == 0 {
				t.TiedA++
			}
			if y == 0 {
				t.TiedB++
			}
			switch p := x * y; {
			case p > 0:
				t.Concordant++
			case p < 0:
				t.Discordant++
			}
		}
	}
	return t
}

// All pairs of rankings with ties of up to four things, then larger ones.
func TestTauCountsEveryPair(t *testing.T) {
	for n := range 5 {
		all := 1
		for range 2 * n {
			all *= 4
		}
		for code := range all {
			a, b := make([]int, n), make([]int, n)
			for i := range n {
				a[i], b[i] = code>>(4*i)&3, code>>(4*i+2)&3
			}
			checkTau(t, a, b)
		}
	}
	r := rand.New(rand.NewPCG(7, 8))
	for range 200 {
		n, different := r.IntN(120), 1+r.IntN(60)
		a, b := make([]int, n), make([]int, n)
		for i := range n {
			a[i], b[i] = r.IntN(different), r.IntN(different)
		}
		checkTau(t, a, b)
	}
}

func checkTau(t *testing.T, a, b []int) {
	t.Helper()
	beforeA, beforeB := slices.Clone(a), slices.Clone(b)
	got, err := risk.KendallTau(a, b)
	if err != nil {
		t.Fatal(err)
	}
	if want := slowTau(a, b); got != want {
		t.Fatalf("%v and %v: %+v, want %+v", a, b, got, want)
	}
	if !slices.Equal(a, beforeA) || !slices.Equal(b, beforeB) {
		t.Fatal("the caller's rankings were changed")
	}
	back, _ := risk.KendallTau(b, a)
	v, ok := got.Value()
	if w, also := back.Value(); v != w || ok != also || v < -1 || v > 1 {
		t.Fatalf("%v and %v: %v one way, %v the other", a, b, v, w)
	}
	self, _ := risk.KendallTau(a, a)
	if v, ok := self.Value(); ok && v != 1 {
		t.Fatalf("%v with itself: %v", a, v)
	}
}

func TestTauIsUndefinedWithoutAnOrder(t *testing.T) {
	for name, c := range map[string][2][]int{"none": {}, "one": {{1}, {2}}, "first all tied": {{1, 1, 1}, {1, 2, 3}}, "second all tied": {{1, 2, 3}, {4, 4, 4}}} {
		tau, err := risk.KendallTau(c[0], c[1])
		if err != nil {
			t.Fatal(err)
		}
		if v, ok := tau.Value(); ok || v != 0 || tau.String() != "undefined" {
			t.Errorf("%s: %v", name, v)
		}
		if b, err := json.Marshal(tau); err != nil || !strings.Contains(string(b), `"tauB":null`) {
			t.Errorf("%s: %s, %v", name, b, err)
		}
	}
}

func TestTauRefusesWhatIsNoRanking(t *testing.T) {
	var why *risk.AgreementError
	var at *risk.ItemError
	if _, err := risk.KendallTau([]int{1, 2}, []int{1}); !errors.As(err, &why) {
		t.Errorf("different lengths: %v", err)
	}
	if _, err := risk.KendallTau([]float64{1, 2}, []float64{1, math.NaN()}); !errors.As(err, &at) || at.Index != 1 || !errors.As(err, &why) {
		t.Errorf("not a number: %v", err)
	}
}

func ranked(places ...int) []risk.Ranked[int] {
	out := make([]risk.Ranked[int], len(places))
	for i, p := range places {
		out[i] = risk.Ranked[int]{Place: p, Item: i}
	}
	slices.SortStableFunc(out, func(a, b risk.Ranked[int]) int { return a.Place - b.Place })
	return out
}

func TestRankingsAreComparedThingByThing(t *testing.T) {
	same := func(i int) int { return i }
	// The second ranking moves thing 2 to the top; 0 and 1 share a place in both.
	c, err := risk.CompareRankings(ranked(1, 1, 3, 4), ranked(2, 2, 1, 4), same, 2)
	if err != nil {
		t.Fatal(err)
	}
	if want := slowTau([]int{1, 1, 3, 4}, []int{2, 2, 1, 4}); c.Tau != want {
		t.Errorf("%+v, want %+v", c.Tau, want)
	}
	if want := (risk.Overlap{K: 2, InA: 2, InB: 3, Shared: 2}); c.Top != want {
		t.Errorf("%+v, want %+v", c.Top, want)
	}
	if share, ok := c.Top.Jaccard(); !ok || share != 2.0/3 {
		t.Errorf("share %v, %v", share, ok)
	}
	if share, ok := (risk.Overlap{K: 3}).Jaccard(); ok || share != 0 {
		t.Errorf("the overlap of nothing is %v", share)
	}
	for name, pair := range map[string][2][]risk.Ranked[int]{
		"one is shorter":      {ranked(1, 2), ranked(1)},
		"twice in the first":  {{{Place: 1, Item: 7}, {Place: 2, Item: 7}}, ranked(1, 2)},
		"twice in the second": {ranked(1, 2), {{Place: 1, Item: 1}, {Place: 2, Item: 1}}},
		"another thing":       {ranked(1), {{Place: 1, Item: 4242}}},
	} {
		var why *risk.AgreementError
		_, err := risk.CompareRankings(pair[0], pair[1], same, 1)
		if !errors.As(err, &why) || strings.Contains(err.Error(), "4242") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzKendallTau(f *testing.F) {
	f.Add([]byte{12, 2, 1, 12, 2}, []byte{1, 4, 7, 1, 0})
	f.Fuzz(func(t *testing.T, x, y []byte) {
		n := min(len(x), len(y), 200)
		a, b := make([]int, n), make([]int, n)
		for i := range n {
			a[i], b[i] = int(x[i]), int(y[i])
		}
		checkTau(t, a, b)
	})
}
