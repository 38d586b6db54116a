package risk

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
)

// good is a method that obeys every rule, to be broken one rule at a time.
func good() MethodSpec {
	return MethodSpec{
		ID: "own", Version: "1",
		Keys: []MethodKey{
			{ID: "gravest", Value: gravestFactor},
			{ID: "likelihood", Value: likelihoodUpToActual},
		},
		Bands: Thresholds{{1, "low"}, {4, "high"}},
	}
}

func TestAMethodThatBreaksARuleIsRefusedWithACounterexample(t *testing.T) {
	if _, err := NewMethod(good()); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		rule MethodRule
		mend func(*MethodSpec)
	}{
		{"more scale lowers the rank", RuleMonotone, func(s *MethodSpec) {
			s.Keys[0].Value = func(r Rating) float64 { return max(5-float64(r.Scale), float64(r.Scope), float64(r.Irremediability)) }
		}},
		{"more likelihood lowers the rank", RuleMonotone, func(s *MethodSpec) {
			s.Keys[1].Value = func(r Rating) float64 { return -likelihoodUpToActual(r) }
		}},
		{"harm that has happened is forgotten", RuleOccurred, func(s *MethodSpec) {
			s.Keys[1].Value = func(r Rating) float64 {
				if r.Likelihood == Occurred {
					return 0
				}
				return float64(r.Likelihood)
			}
		}},
		{"likelihood multiplies severity", RuleSeverityFirst, func(s *MethodSpec) {
			s.Keys = []MethodKey{{ID: "product", Value: func(r Rating) float64 { return gravestFactor(r) * likelihoodUpToActual(r) }}}
		}},
		{"likelihood comes first", RuleSeverityFirst, func(s *MethodSpec) {
			s.Keys[0], s.Keys[1] = s.Keys[1], s.Keys[0]
		}},
		{"likelihood makes severities equal", RuleSeverityFirst, func(s *MethodSpec) {
			s.Keys = []MethodKey{{ID: "if-likely", Value: func(r Rating) float64 { return gravestFactor(r) * truth(r.Likelihood >= Likely) }}}
		}},
		{"likelihood and delay together outweigh severity", RuleSeverityFirst, func(s *MethodSpec) {
			// Likelihood alone is too light to turn the gravest factors round.
			s.Keys = []MethodKey{{ID: "sum", Value: func(r Rating) float64 {
				return 10*gravestFactor(r) + 6*truth(r.Delay == Yes) + likelihoodUpToActual(r)
			}}}
			s.Bands = nil
		}},
		{"the mean waters a grave factor down", RuleOneFactor, func(s *MethodSpec) {
			s.Keys[0].Value = func(r Rating) float64 { return mean(sum(r), 3) }
		}},
		{"delay lowers the rank", RuleDelay, func(s *MethodSpec) {
			s.Keys = append(s.Keys, MethodKey{ID: "delay", Value: func(r Rating) float64 { return -truth(r.Delay == Yes) }})
		}},
		{"a gap counts as nothing", RuleNotRated, func(s *MethodSpec) { s.Gaps = GapsScored }},
		{"a blank is left out of a mean", RuleNotRated, func(s *MethodSpec) {
			s.Gaps = GapsScored
			s.Keys[0].Value = func(r Rating) float64 {
				n := 3 - Dimensions(r.Missing()&DimensionsOf(DimScale, DimScope, DimIrremediability)).Len()
				if n == 0 {
					return 5
				}
				return mean(sum(r), n)
			}
			s.Waivers = []Waiver{waiveMean}
		}},
		{"the graver harm is in the lower band", RuleBands, func(s *MethodSpec) {
			s.BandOn = func(r Rating) float64 { return 5 - gravestFactor(r) }
		}},
		{"equals are in two bands", RuleBands, func(s *MethodSpec) {
			s.BandOn = func(r Rating) float64 { return float64(r.Scale) }
		}},
	}
	refused := make(map[MethodRule]bool)
	for _, tt := range tests {
		refused[tt.rule] = true
		t.Run(tt.name, func(t *testing.T) {
			spec := good()
			tt.mend(&spec)
			m, err := NewMethod(spec)
			var re *RuleError
			if !errors.As(err, &re) || m != nil {
				t.Fatalf("built, or refused with %v", err)
			}
			if re.Rule != tt.rule || re.Method != "own" {
				t.Fatalf("refused for %v, want %v: %v", re.Rule, tt.rule, err)
			}
			if !strings.Contains(err.Error(), re.Graver.String()) || !strings.Contains(err.Error(), re.Other.String()) {
				t.Errorf("the counterexample is not in %q", err)
			}
			counterexample(t, spec, re)
		})
	}
	for rule := range MethodRules() {
		if !refused[rule] {
			t.Errorf("no method here breaks the rule %v", rule)
		}
	}
}

// Delay may come after likelihood, or before severity: neither lets likelihood
// outweigh severity.
func TestWhereAMethodPutsDelayIsItsOwnChoice(t *testing.T) {
	delay := MethodKey{ID: "delay", Value: func(r Rating) float64 { return truth(r.Delay == Yes) }}
	for at := range 3 {
		spec := good()
		spec.Keys, spec.Bands = slices.Insert(spec.Keys, at, delay), nil
		if _, err := NewMethod(spec); err != nil {
			t.Errorf("delay as key %d: %v", at, err)
		}
	}
}

// counterexample fails unless the two ratings of e show that spec breaks the
// rule: it builds the method with every rule waived that can be, and looks.
func counterexample(t *testing.T, spec MethodSpec, e *RuleError) {
	t.Helper()
	graver, err := e.Graver.Cell()
	if err != nil {
		t.Fatal(err)
	}
	other, err := e.Other.Cell()
	if err != nil {
		t.Fatal(err)
	}
	if e.Rule == RuleBands {
		if a, b := spec.Bands.Band(spec.BandOn(e.Graver)), spec.Bands.Band(spec.BandOn(e.Other)); a.Order >= b.Order {
			t.Errorf("%v is in %v, %v in %v", e.Graver, a, e.Other, b)
		}
		spec.Bands, spec.BandOn = nil, nil
	}
	m := buildBroken(t, spec)
	switch e.Rule {
	case RuleNotRated:
		fills := e.Graver.Missing() != 0
		for d := DimScale; d <= DimDelay; d++ {
			fills = fills && (e.Graver.at(d) == e.Other.at(d) || e.Graver.at(d) == 0)
		}
		if !fills || m.Compare(graver, other) >= 0 {
			t.Errorf("%v is no counterexample with %v", e.Graver, e.Other)
		}
	case RuleBands:
		if m.Compare(graver, other) < 0 {
			t.Errorf("%v ranks below %v", e.Graver, e.Other)
		}
	default:
		if !newReading(m).breaks(e.Rule, graver, other) {
			t.Errorf("%v and %v do not break %v", e.Graver, e.Other, e.Rule)
		}
	}
}

// buildBroken builds spec with the rules waived that it breaks.
func buildBroken(t *testing.T, spec MethodSpec) *Method {
	t.Helper()
	spec.Waivers = nil
	for range 10 {
		m, err := NewMethod(spec)
		if err == nil {
			return m
		}
		var re *RuleError
		if !errors.As(err, &re) {
			t.Fatal(err)
		}
		spec.Waivers = append(spec.Waivers, Waiver{re.Rule, "to look at it"})
	}
	t.Fatal("more waivers than rules")
	return nil
}

func TestAllBrokenRulesAreReportedAtOnce(t *testing.T) {
	spec := good()
	spec.Keys = []MethodKey{{ID: "all-wrong", Value: func(r Rating) float64 {
		return float64(r.Likelihood) - float64(r.Scale) - truth(r.Delay == Yes)
	}}}
	_, err := NewMethod(MethodSpec{ID: spec.ID, Version: spec.Version, Keys: spec.Keys})
	for rule := range MethodRules() {
		want := rule == RuleMonotone || rule == RuleSeverityFirst || rule == RuleOneFactor || rule == RuleDelay
		if got := strings.Contains(err.Error(), rule.String()); got != want {
			t.Errorf("%v reported: %v", rule, got)
		}
	}
}

func TestAWaiverIsVisibleAndOnlyWhereItIsNeeded(t *testing.T) {
	m := method(t, "severity-times-likelihood")
	s, err := m.Score(Rating{5, 5, 5, 5, Yes})
	if err != nil {
		t.Fatal(err)
	}
	e, err := m.Explain(Rating{5, 5, 5, 5, Yes})
	if err != nil || len(e.Waivers) != 1 || e.Waivers[0].Rule != RuleSeverityFirst {
		t.Errorf("%+v, %v", e.Waivers, err)
	}
	if b, err := s.MarshalJSON(); err != nil || !strings.Contains(string(b), `"waivers":[{"rule":"severity-first"`) {
		t.Errorf("%s, %v", b, err)
	}
	spec := good()
	spec.Waivers = []Waiver{{RuleDelay, "to be safe"}}
	var se *SpecError
	if _, err := NewMethod(spec); !errors.As(err, &se) || se.Field != "Waivers[0].Rule" {
		t.Errorf("a waiver of a rule that holds: %v", err)
	}
}

func TestAValueThatIsNoNumberIsRefusedWithItsCell(t *testing.T) {
	bad := Rating{3, 1, 4, Occurred, Yes}
	tests := []struct {
		name  string
		value func(Rating) float64
		found string
	}{
		{"not a number", func(r Rating) float64 { return math.NaN() }, "NaN"},
		{"infinite", func(r Rating) float64 { return math.Inf(1) }, "+Inf"},
		{"a panic", func(r Rating) float64 { panic("no such level") }, "a panic (no such level)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			once := func(r Rating) float64 {
				if r == bad {
					return tt.value(r)
				}
				return gravestFactor(r)
			}
			for _, key := range []string{"gravest", "band"} {
				spec := good()
				if key == "band" {
					spec.BandOn = once
				} else {
					spec.Keys[0].Value = once
				}
				_, err := NewMethod(spec)
				var ce *CellError
				if !errors.As(err, &ce) || ce.Rating != bad || ce.Key != key || ce.Found != tt.found {
					t.Errorf("%s: %v", key, err)
				}
			}
		})
	}
}

func TestASpecificationIsCheckedAllAtOnce(t *testing.T) {
	_, err := NewMethod(MethodSpec{
		ID:      "Own Method",
		Keys:    []MethodKey{{ID: "a"}, {ID: "a", Value: gravestFactor}},
		Bands:   Thresholds{{2, "high"}, {1, "Low"}, {math.NaN(), "odd"}, {9, "none"}},
		Gaps:    7,
		Waivers: []Waiver{{RuleBands, ""}},
	})
	for _, field := range []string{"ID", "Version", "Keys[0].Value", "Keys[1].ID", "Bands[1].From", "Bands[1].Name",
		"Bands[2].From", "Bands[3].Name", "Gaps", "Waivers[0].Rule", "Waivers[0].Why"} {
		if !strings.Contains(err.Error(), field+":") {
			t.Errorf("%s is not reported in %v", field, err)
		}
	}
	var se *SpecError
	if _, err := NewMethod(MethodSpec{ID: "own", Version: "1"}); !errors.As(err, &se) || se.Field != "Keys" {
		t.Errorf("%v", err)
	}
}

func TestAMethodDoesNotChangeWithItsSpecification(t *testing.T) {
	spec := good()
	m, err := NewMethod(spec)
	if err != nil {
		t.Fatal(err)
	}
	before := m.ScoreCell(NumCells - 1).String()
	spec.Keys[0].ID, spec.Bands[0].Name, spec.Bands[1].Name = "changed", "changed", "changed"
	if after := m.ScoreCell(NumCells - 1).String(); after != before {
		t.Errorf("%s became %s", before, after)
	}
}

func TestGapsAreEverythingThatARatingCanStillBe(t *testing.T) {
	for m := range Methods() {
		for c := range Cells() {
			lo, hi := Ordinal(m.Ordinals()), Ordinal(0)
			for full := range RangeOf(c.Rating()).filled(GapsSpan) {
				o, _ := m.ScoreCell(full).Ordinals()
				lo, hi = min(lo, o), max(hi, o)
			}
			if gotLo, gotHi := m.ScoreCell(c).Ordinals(); gotLo != lo || gotHi != hi {
				t.Fatalf("%s: %v is %d to %d, want %d to %d", m.ID(), c, gotLo, gotHi, lo, hi)
			}
		}
	}
}

func TestAMethodMayScoreGapsItself(t *testing.T) {
	spec := good()
	spec.Gaps = GapsScored
	spec.Bands = nil
	worst := func(v, top uint8) float64 { // a gap is as grave as it can be
		if v == 0 {
			return float64(top)
		}
		return float64(v)
	}
	spec.Keys[0].Value = func(r Rating) float64 {
		return max(worst(uint8(r.Scale), 5), worst(uint8(r.Scope), 5), worst(uint8(r.Irremediability), 5))
	}
	spec.Keys[1].Value = func(r Rating) float64 { return worst(uint8(min(r.Likelihood, AlmostCertain)), 5) }
	m, err := NewMethod(spec)
	if err != nil {
		t.Fatal(err)
	}
	s := m.ScoreCell(0)
	if lo, hi := s.Ordinals(); lo != hi || int(hi) != m.Ordinals()-1 || s.Missing().Len() != 5 {
		t.Errorf("nothing stated scores %d to %d", lo, hi)
	}
}
