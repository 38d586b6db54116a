package supplier

import (
	"testing"

	"github.com/hrdd-go/hrdd/risk"
)

func TestProfilesThatSayTheSameOfAllRightsShareIt(t *testing.T) {
	s, err := NewScreener(nil, []IndicatorTable{{ID: "x", Title: "x", Date: risk.YearOf(2020), Rows: []Indicator{
		{Country: "BD", Likelihood: LikelihoodRange{2, 3}}, {Country: "IN", Likelihood: LikelihoodRange{2, 3}}, {Country: "DE", Likelihood: LikelihoodRange{1, 1}},
	}}}, ScreenOptions{})
	if err != nil {
		t.Fatal(err)
	}
	k := s.newKeys()
	bd, in, de := k.profile(&Supplier{Country: "BD"}), k.profile(&Supplier{Country: "IN"}), k.profile(&Supplier{Country: "DE"})
	if bd == in || &bd.rights[0] != &in.rights[0] || &bd.rights[0] == &de.rights[0] {
		t.Error("not shared, or too much")
	}
}
