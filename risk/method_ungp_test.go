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
