package risk

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestSeveralAssessorsSpanARange(t *testing.T) {
	tests := []struct {
		name string
		in   []string
		want string
	}{
		{"one", []string{"HRS:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y"}, "HRS:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y"},
		{"they differ", []string{"HRS:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y", "HRS:1/SCA:2/SCO:3/IRR:1/LIK:4/DEL:N"}, "HRS:1/SCA:2-4/SCO:3/IRR:1-5/LIK:2-4/DEL:N-Y"},
		{"one of them abstains", []string{"HRS:1/SCA:4/SCO:X/IRR:5/LIK:X/DEL:X", "HRS:1/SCA:5/SCO:2/IRR:X/LIK:X/DEL:X"}, "HRS:1/SCA:4-5/SCO:2/IRR:5/LIK:X/DEL:X"},
		{"ranges", []string{"HRS:1/SCA:2-3/SCO:1/IRR:1/LIK:A/DEL:N", "HRS:1/SCA:1-2/SCO:1-5/IRR:1/LIK:A/DEL:N"}, "HRS:1/SCA:1-3/SCO:1-5/IRR:1/LIK:A/DEL:N"},
		{"one does not say whether it has happened", []string{"HRS:1/SCA:2/SCO:1/IRR:1/LIK:A/DEL:N", "HRS:1/SCA:2/SCO:1/IRR:1/LIK:X/DEL:N"}, "HRS:1/SCA:2/SCO:1/IRR:1/LIK:A/DEL:N"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var in []Range
			for _, s := range tt.in {
				in = append(in, MustParseRange(s))
			}
			got, err := Span(in...)
			if err != nil || got.String() != tt.want {
				t.Errorf("%v, %v; want %s", got, err, tt.want)
			}
			slices.Reverse(in)
			if back, _ := Span(in...); back != got {
				t.Errorf("in the other order %v", back)
			}
		})
	}
}

func TestEmptyMixedAndInvalidSetsOfAssessorsAreRefused(t *testing.T) {
	if _, err := Span(); !errors.Is(err, ErrNoRatings) {
		t.Errorf("an empty set: %v", err)
	}
	var me *MixedError
	none, actual, possible := Range{}, RangeOf(Rating{Likelihood: Occurred}), RangeOf(Rating{Likelihood: Possible})
	if _, err := Span(none, possible, actual); !errors.As(err, &me) || *me != (MixedError{Occurred: 2, Potential: 1}) {
		t.Errorf("a mixed set: %v", err)
	}
	var ie *ItemError
	var re *RatingError
	inverted := Range{Rating{Scale: 4}, Rating{Scale: 2}}
	if _, err := Span(none, inverted); !errors.As(err, &ie) || ie.Index != 1 || !errors.As(err, &re) || re.Dimension != DimScale {
		t.Errorf("an inverted range: %v", err)
	}
}

func TestScopeIsTheHigherOfNumberAndShare(t *testing.T) {
	tests := []struct {
		name            string
		affected, group Count
		want            Level
	}{
		{"a few of many", CountOf(9), CountOf(100_000), 1},
		{"ten people", CountOf(10), CountOf(100_000), 2},
		{"ninety-nine", CountOf(99), Count{}, 2},
		{"a hundred", CountOf(100), Count{}, 3},
		{"a thousand", CountOf(1000), Count{}, 4},
		{"ten thousand", CountOf(10_000), Count{}, 5},
		{"one percent", CountOf(1), CountOf(100), 2},
		{"less than one percent", CountOf(1), CountOf(101), 1},
		{"a tenth of a village", CountOf(5), CountOf(50), 3},
		{"just less than a tenth", CountOf(5), CountOf(51), 2},
		{"sixty percent of a village", CountOf(30), CountOf(50), 5},
		{"all of a small community", CountOf(7), CountOf(7), 5},
		{"the number is not known", Count{}, CountOf(50), NotRated},
		{"numbers beyond 32 bits", CountOf(math.MaxInt), CountOf(math.MaxInt), 5},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ScopeLevel(tt.affected, tt.group, ScopeThresholds{})
			if err != nil || got != tt.want {
				t.Errorf("level %d, %v; want %d", got, err, tt.want)
			}
		})
	}
	own := ScopeThresholds{People: [4]int{2, 3, 4, 5}, Percent: [4]int{20, 40, 60, 80}}
	if got, err := ScopeLevel(CountOf(4), Count{}, own); err != nil || got != 4 {
		t.Errorf("with own thresholds: %d, %v", got, err)
	}
}

func TestTheAnchorsOfScopeStateTheThresholds(t *testing.T) {
	d := DefaultScopeThresholds()
	for a := range Anchors() {
		if a.Dimension != DimScope || a.Level == MinLevel {
			continue
		}
		people := strconv.Itoa(d.People[a.Level-2])
		if n := len(people); n > 3 {
			people = people[:n-3] + "," + people[n-3:]
		}
		want := fmt.Sprintf("from %s people or %d %% of the group", people, d.Percent[a.Level-2])
		if !strings.Contains(a.Text, want) {
			t.Errorf("level %d is %q, not %q", a.Level, a.Text, want)
		}
	}
	for n := range 20_000 {
		own, err := ScopeLevel(CountOf(n+1), CountOf(20_000), d)
		def, err2 := ScopeLevel(CountOf(n+1), CountOf(20_000), ScopeThresholds{})
		if own != def || err != nil || err2 != nil {
			t.Fatalf("%d people: %d and %d", n+1, own, def)
		}
	}
}

func TestScopeRefusesWhatCannotBe(t *testing.T) {
	good := defaultScope
	tests := []struct {
		name            string
		affected, group Count
		thresholds      ScopeThresholds
	}{
		{"more than there are", CountOf(8), CountOf(7), good},
		{"nobody", CountOf(0), CountOf(7), good},
		{"people out of order", CountOf(1), Count{}, ScopeThresholds{[4]int{10, 5, 100, 1000}, good.Percent}},
		{"people from none", CountOf(1), Count{}, ScopeThresholds{[4]int{0, 5, 100, 1000}, good.Percent}},
		{"percent over a hundred", CountOf(1), Count{}, ScopeThresholds{good.People, [4]int{1, 2, 3, 101}}},
		{"percent missing", CountOf(1), Count{}, ScopeThresholds{People: good.People}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ScopeLevel(tt.affected, tt.group, tt.thresholds)
			var se *ScopeError
			if !errors.As(err, &se) || got != NotRated {
				t.Errorf("level %d, %v", got, err)
			}
		})
	}
}

func TestMoreAffectedIsNeverALowerScope(t *testing.T) {
	for _, group := range []Count{{}, CountOf(50), CountOf(12_345)} {
		size, _ := group.Known()
		if size == 0 {
			size = 20_000
		}
		last := MinLevel
		for n := 1; n <= size; n++ {
			l, err := ScopeLevel(CountOf(n), group, ScopeThresholds{})
			if err != nil || l < last {
				t.Fatalf("%d of %v: level %d after %d, %v", n, group, l, last, err)
			}
			last = l
		}
	}
}
