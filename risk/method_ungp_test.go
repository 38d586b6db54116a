package risk

import (
	"slices"
	"testing"
)

func TestTheDefaultMethodObeysEveryRule(t *testing.T) {
	m := UNGP()
	for w := range m.Waivers() {
		t.Errorf("it waives %v", w.Rule)
	}
	if !m.Ignored().IsZero() {
		t.Errorf("it ignores %v", m.Ignored())
	}
	if n := m.Ordinals(); n != 420 { // 35 severities, two delays, six likelihoods
		t.Errorf("%d ordinals", n)
	}
}

func TestALikelyLesserHarmStaysBelowARemoteGraverOne(t *testing.T) {
	type harm struct {
		name   string
		rating Rating
	}
	harms := []harm{
		{"delayed payslips", Rating{1, 3, 1, 5, No}},
		{"unpaid overtime", Rating{3, 5, 2, 4, No}},
		{"fatal fire", Rating{5, 2, 5, 1, No}},
	}
	ranked, err := Rank(UNGP(), slices.Values(harms), func(h harm) Rating { return h.rating })
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"fatal fire", "unpaid overtime", "delayed payslips"} {
		if ranked[i].Item.name != want || ranked[i].Place != i+1 {
			t.Errorf("place %d: %s", ranked[i].Place, ranked[i].Item.name)
		}
	}
}

func TestOptionsOfTheDefaultMethodAreInItsID(t *testing.T) {
	for _, tt := range []struct {
		o  UNGPOptions
		id string
	}{
		{UNGPOptions{}, "ungp"},
		{UNGPOptions{TopLevel: 5}, "ungp"},
		{UNGPOptions{TopLevel: 4}, "ungp-top-4"},
		{UNGPOptions{ActualEqual: true}, "ungp-actual-equal"},
		{UNGPOptions{ActualEqual: true, TopLevel: 3}, "ungp-top-3-actual-equal"},
	} {
		m, err := NewUNGP(tt.o)
		if err != nil || m.ID() != tt.id {
			t.Errorf("%+v: %v, %v", tt.o, m, err)
		}
	}
	if _, err := NewUNGP(UNGPOptions{TopLevel: 6}); err == nil {
		t.Error("level 6 is a top level")
	}
	actual, certain := Rating{3, 3, 3, Occurred, No}.cell(), Rating{3, 3, 3, AlmostCertain, No}.cell()
	m, _ := NewUNGP(UNGPOptions{ActualEqual: true})
	if m.Compare(actual, certain) != 0 || UNGP().Compare(actual, certain) <= 0 {
		t.Error("actual harm is not where the option puts it")
	}
	top4, _ := NewUNGP(UNGPOptions{TopLevel: 4})
	grave, delayed := Rating{4, 1, 1, 1, No}.cell(), Rating{3, 3, 3, 5, Yes}.cell()
	if top4.Compare(grave, delayed) <= 0 || UNGP().Compare(grave, delayed) >= 0 {
		t.Error("a factor of 4 is not in the class that the option puts it into")
	}
}

// The order that UNGP 24 asks for, written down once more as it is read.
func slowUNGP(a, b Rating) int {
	key := func(r Rating) []int {
		f := []int{int(r.Scale), int(r.Scope), int(r.Irremediability)}
		slices.Sort(f)
		slices.Reverse(f)
		class := 0
		if f[0] == 5 || r.Delay == Yes {
			class = 1
		}
		atTop := 1
		for atTop < 3 && f[atTop] == f[0] {
			atTop++
		}
		k := []int{class, f[0], atTop, f[0], f[1], f[2], 0, 0, int(r.Likelihood)}
		if r.Delay == Yes {
			k[6] = 1
		}
		if r.Likelihood == Occurred {
			k[7], k[8] = 1, 0
		}
		return k
	}
	return slices.Compare(key(a), key(b))
}

func TestTheDefaultOrderIsTheOneWrittenDown(t *testing.T) {
	cells := completeCells()
	for _, a := range cells {
		for _, b := range cells {
			if got, want := UNGP().Compare(a, b), slowUNGP(a.Rating(), b.Rating()); got != want {
				t.Fatalf("%v and %v compare as %d, want %d", a, b, got, want)
			}
		}
	}
}

// What follows from the order of UNGP 24, over every pair of ratings.
func TestTheConsequencesOfTheDefaultOrderHoldOverAllPairs(t *testing.T) {
	m, cells := UNGP(), completeCells()
	first := func(r Rating) bool { return gravestFactor(r) == 5 || r.Delay == Yes } // the class of UNGP 24
	for _, a := range cells {
		x := a.Rating()
		if x.Delay == Yes && m.Compare(a-1, a) >= 0 {
			t.Fatalf("taking the delay flag away raises %v", x)
		}
		for _, b := range cells {
			y, order := b.Rating(), m.Compare(a, b)
			graver := gravestFactor(x) > gravestFactor(y)
			switch {
			case graver && first(x) == first(y) && order <= 0:
				t.Fatalf("in the same class, %v does not rank above %v", x, y) // at whatever likelihoods
			case first(x) && !first(y) && order <= 0:
				t.Fatalf("%v is to be addressed first and does not rank above %v", x, y)
			case gravestFactor(x) == 5 && gravestFactor(y) == 3 && y.Delay == Yes && order <= 0:
				t.Fatalf("%v does not rank above %v, which only delay puts into its class", x, y)
			case order != -m.Compare(b, a):
				t.Fatalf("%v and %v have no order", x, y)
			}
		}
	}
}

// A likelihood that nobody has judged ranks with the highest, and a factor that
// nobody has rated never ranks below any level of it; both are flagged.
func TestWhatIsNotKnownRanksAsHighAsItCanBeAndIsFlagged(t *testing.T) {
	m := UNGP()
	for c := range Cells() {
		r := c.Rating()
		s := m.ScoreCell(c)
		if s.Missing() != r.Missing() {
			t.Fatalf("%v: missing %v", r, s.Missing())
		}
		for d := range r.Missing().All() {
			highest := Ordinal(0)
			for v := uint8(1); v <= maxima[d]; v++ {
				lo, hi := m.ScoreCell(r.with(d, v).cell()).Ordinals()
				if lo < s.lo || hi > s.hi {
					t.Fatalf("%v does not reach %v", r, r.with(d, v))
				}
				highest = max(highest, hi)
			}
			if s.hi != highest {
				t.Fatalf("%v ranks at %d, and could be at %d", r, s.hi, highest)
			}
		}
	}
}
