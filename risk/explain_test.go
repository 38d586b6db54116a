package risk

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func TestTheDecisiveDimensionIsTheOneWithoutWhichTheRiskFallsFurthest(t *testing.T) {
	tests := []struct {
		name     string
		rating   string
		decisive Dimensions
		by       string
		source   Citation
	}{
		{"one grave factor", "HRS:1/SCA:5/SCO:2/IRR:3/LIK:2/DEL:N", DimensionsOf(DimScale), "class", Principle(24)},
		{"delay alone", "HRS:1/SCA:2/SCO:2/IRR:2/LIK:2/DEL:Y", DimensionsOf(DimDelay), "class", Principle(24)},
		{"two factors alike", "HRS:1/SCA:4/SCO:4/IRR:1/LIK:3/DEL:N", DimensionsOf(DimScale, DimScope), "factors-at-gravest", Principle(14)},
		{"likelihood alone", "HRS:1/SCA:1/SCO:1/IRR:1/LIK:4/DEL:N", DimensionsOf(DimLikelihood), "likelihood", Principle(24)},
		{"everything at its least", "HRS:1/SCA:1/SCO:1/IRR:1/LIK:1/DEL:N", 0, "", Citation{}},
		{"an unknown factor could be grave", "HRS:1/SCA:1/SCO:1/IRR:X/LIK:3/DEL:N", DimensionsOf(DimIrremediability), "class", Principle(24)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e, err := UNGP().Explain(MustParseRating(tt.rating))
			if err != nil {
				t.Fatal(err)
			}
			if e.Decisive != tt.decisive || e.By.ID != tt.by || e.By.Source != tt.source {
				t.Errorf("decided by %v through %q (%v)", e.Decisive, e.By.ID, e.By.Source)
			}
		})
	}
}

// The parts of every explanation are checked against scoring again.
func TestEveryPartOfAnExplanationIsTrue(t *testing.T) {
	for _, m := range testMethods(t) {
		for c := range Cells() {
			r := c.Rating()
			e, err := m.Explain(r)
			if err != nil {
				t.Fatal(err)
			}
			_, hi := m.ScoreCell(c).Ordinals()
			greatest := Ordinal(0)
			for _, p := range e.Parts {
				_, least := m.ScoreCell(r.with(p.Dimension, 1).cell()).Ordinals()
				if hi-min(hi, least) != p.Fall || p.Open != (r.at(p.Dimension) == 0) {
					t.Fatalf("%s, %v: %+v, but it falls from %d to %d", m.ID(), c, p, hi, least)
				}
				greatest = max(greatest, p.Fall)
			}
			for _, p := range e.Parts {
				if e.Decisive.Has(p.Dimension) != (p.Fall == greatest && greatest > 0) {
					t.Fatalf("%s, %v: %v is said to decide", m.ID(), c, e.Decisive)
				}
			}
			if (e.By.ID == "") != e.Decisive.IsZero() {
				t.Fatalf("%s, %v: decided by %q", m.ID(), c, e.By.ID)
			}
			for i, k := range slices.Collect(m.Keys()) {
				lo, hi := keyRange(m, c, k)
				if got := e.Keys[i]; got.ID != k.ID || got.Lo != lo || got.Hi != hi {
					t.Fatalf("%s, %v: key %s is %v to %v, want %v to %v", m.ID(), c, k.ID, got.Lo, got.Hi, lo, hi)
				}
			}
		}
	}
}

// keyRange calls the function of a key for all that a cell can be.
func keyRange(m *Method, c Cell, k MethodKey) (lo, hi float64) {
	first := true
	for full := range RangeOf(c.Rating()).filled(GapsSpan) {
		v := k.Value(full.Rating())
		if first {
			lo, hi, first = v, v, false
		}
		lo, hi = min(lo, v), max(hi, v)
	}
	return lo, hi
}

func TestAComparisonNamesTheKeyThatDecides(t *testing.T) {
	tests := []struct {
		name, a, b string
		order      int
		by         string
	}{
		{"the most severe first", "HRS:1/SCA:5/SCO:1/IRR:1/LIK:1/DEL:N", "HRS:1/SCA:4/SCO:4/IRR:4/LIK:5/DEL:N", 1, "class"},
		{"delay makes it as urgent, not as grave", "HRS:1/SCA:3/SCO:1/IRR:1/LIK:1/DEL:Y", "HRS:1/SCA:5/SCO:1/IRR:1/LIK:1/DEL:N", -1, "gravest-factor"},
		{"one more factor", "HRS:1/SCA:5/SCO:5/IRR:1/LIK:1/DEL:N", "HRS:1/SCA:5/SCO:1/IRR:1/LIK:1/DEL:N", 1, "factors-at-gravest"},
		{"actual before potential", "HRS:1/SCA:3/SCO:1/IRR:1/LIK:A/DEL:N", "HRS:1/SCA:3/SCO:1/IRR:1/LIK:5/DEL:N", 1, "actual"},
		{"likelihood last", "HRS:1/SCA:3/SCO:1/IRR:1/LIK:2/DEL:N", "HRS:1/SCA:3/SCO:1/IRR:1/LIK:3/DEL:N", -1, "likelihood"},
		{"no factor weighs more", "HRS:1/SCA:3/SCO:1/IRR:2/LIK:2/DEL:N", "HRS:1/SCA:1/SCO:2/IRR:3/LIK:2/DEL:N", 0, ""},
		{"unknown is not low", "HRS:1/SCA:3/SCO:1/IRR:1/LIK:X/DEL:N", "HRS:1/SCA:3/SCO:1/IRR:1/LIK:5/DEL:N", 1, "actual"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := UNGP().CompareRatings(MustParseRating(tt.a), MustParseRating(tt.b))
			if err != nil || c.Order != tt.order || c.ByA.ID != tt.by || c.ByB.ID != tt.by {
				t.Errorf("order %d by %q, %v", c.Order, c.ByA.ID, err)
			}
		})
	}
	for _, bad := range [][2]Rating{{{Scale: 7}, {}}, {{}, {Scale: 7}}} {
		if _, err := UNGP().CompareRatings(bad[0], bad[1]); err == nil {
			t.Errorf("%v was compared", bad)
		}
	}
}

func TestAScoreNeverStandsWithoutItsMethodAndParts(t *testing.T) {
	for m := range Methods() {
		for _, c := range []Cell{0, 1, 777, NumCells - 1} {
			s := m.ScoreCell(c)
			b, err := json.Marshal(s)
			if err != nil {
				t.Fatal(err)
			}
			var got map[string]any
			if err := json.Unmarshal(b, &got); err != nil {
				t.Fatal(err)
			}
			for _, key := range []string{"method", "version", "rating", "positions", "of"} {
				if _, ok := got[key]; !ok {
					t.Errorf("%s has no %q", b, key)
				}
			}
			for key, value := range got {
				if _, bare := value.(float64); bare && key != "of" {
					t.Errorf("%s has a bare number %q", b, key)
				}
			}
			if !c.Complete() && got["missing"] == nil {
				t.Errorf("%s does not say what is missing", b)
			}
			if text := s.String(); !strings.Contains(text, m.ID()) || !strings.Contains(text, c.String()) {
				t.Errorf("%q lacks its method or its rating", text)
			}
		}
	}
	var none Score
	if b, err := json.Marshal(none); err != nil || string(b) != "null" || none.String() != "no score" || !none.Band().IsZero() || none.Method() != nil {
		t.Errorf("no score is %s, %v", b, err)
	}
	if _, _, ok := none.Index(); ok {
		t.Error("no score has an index")
	}
}

func TestScoringDoesNotAllocate(t *testing.T) {
	m := UNGP()
	r, span := MustParseRating("HRS:1/SCA:4/SCO:X/IRR:5/LIK:2/DEL:Y"), MustParseRange("HRS:1/SCA:2-4/SCO:3/IRR:X/LIK:A/DEL:N-Y")
	methods := testMethods(t)
	loose := methods[len(methods)-1]
	for name, f := range map[string]func(){
		"Score":      func() { m.Score(r) },
		"ScoreCell":  func() { m.ScoreCell(99) },
		"ScoreRange": func() { m.ScoreRange(span) },
		"ScoreRange of a method that is not monotone": func() { loose.ScoreRange(span) },
		"Compare": func() { m.Compare(9, 99) },
	} {
		if n := testing.AllocsPerRun(100, f); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
}

func TestBandsFollowTheGravestFactorAndDelay(t *testing.T) {
	for _, tt := range []struct{ rating, lo, hi string }{
		{"HRS:1/SCA:5/SCO:1/IRR:1/LIK:1/DEL:N", "critical", "critical"},
		{"HRS:1/SCA:1/SCO:1/IRR:1/LIK:1/DEL:Y", "high", "high"},
		{"HRS:1/SCA:4/SCO:1/IRR:1/LIK:1/DEL:N", "high", "high"},
		{"HRS:1/SCA:3/SCO:1/IRR:1/LIK:5/DEL:N", "medium", "medium"},
		{"HRS:1/SCA:2/SCO:2/IRR:2/LIK:5/DEL:N", "low", "low"},
		{"HRS:1/SCA:2/SCO:2/IRR:2/LIK:5/DEL:X", "low", "high"},
		{"HRS:1/SCA:X/SCO:X/IRR:X/LIK:X/DEL:X", "low", "critical"},
	} {
		s, err := UNGP().Score(MustParseRating(tt.rating))
		if err != nil {
			t.Fatal(err)
		}
		if lo, hi := s.Bands(); lo.Name != tt.lo || hi.Name != tt.hi || s.Band() != hi {
			t.Errorf("%s is %v to %v", tt.rating, lo, hi)
		}
	}
	if bands := UNGP().Bands(); len(bands) != 4 || bands[3] != (Band{"critical", 4}) {
		t.Errorf("%v", bands)
	}
}
