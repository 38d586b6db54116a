package supplier_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

func TestAnUnknownShareIsNotNothing(t *testing.T) {
	for _, c := range []struct {
		share supplier.Share
		text  string
		json  string
	}{
		{supplier.Share{}, "not-stated", "{}"},
		{supplier.ShareOf(0), "0.00%", `{"share":0}`},
		{supplier.ShareOf(1250), "12.50%", `{"share":1250}`},
		{supplier.ShareOf(supplier.WholeShare), "100.00%", `{"share":10000}`},
		{supplier.ShareOf(10_001), "not-stated", "{}"},
		{supplier.ShareOf(-1), "not-stated", "{}"},
	} {
		type doc struct {
			Share supplier.Share `json:"share,omitzero"`
		}
		b, err := json.Marshal(doc{c.share})
		if err != nil || string(b) != c.json || c.share.String() != c.text {
			t.Errorf("%s %s, %v; want %s %s", c.share, b, err, c.text, c.json)
		}
		var back doc
		if err := json.Unmarshal(b, &back); err != nil || back.Share != c.share {
			t.Errorf("%s came back as %s, %v", c.share, back.Share, err)
		}
	}
	for _, bad := range []string{"10001", "-1", "0.5", `"10"`, "true", "{}"} {
		var s supplier.Share
		if err := json.Unmarshal([]byte(bad), &s); err == nil {
			t.Errorf("%s was read as a share of %s", bad, s)
		}
	}
}

func TestAModelThatSaysNothingWritesOnlyWhatItMust(t *testing.T) {
	for _, c := range []struct {
		value any
		want  []string // keys
	}{
		{supplier.Supplier{}, []string{"id"}},
		{supplier.Site{}, []string{"id"}},
		{supplier.Relationship{}, []string{"from", "to"}},
		{supplier.Workforce{}, nil},
		{supplier.Recruitment{}, nil},
		{supplier.GroupAtRisk{}, []string{"group"}},
		{supplier.Audit{}, []string{"id", "supplier", "standard"}},
		{supplier.AuditFinding{}, []string{"id"}},
		{supplier.CorrectiveAction{}, []string{"id", "supplier"}},
		{supplier.CorrectiveEvent{}, []string{"id", "kind"}},
		{supplier.Certification{}, []string{"id", "supplier", "standard"}},
		{supplier.Participation{}, []string{"id", "programme", "supplier"}},
	} {
		b, err := json.Marshal(c.value)
		if err != nil {
			t.Fatal(err)
		}
		var got map[string]json.RawMessage
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatal(err)
		}
		for _, k := range c.want {
			if _, ok := got[k]; !ok {
				t.Errorf("%T: %s is left out of %s", c.value, k, b)
			}
		}
		if len(got) != len(c.want) {
			t.Errorf("%T: %s says more than %v", c.value, b, c.want)
		}
	}
}

func TestASupplierComesBackFromJSONAsItWas(t *testing.T) {
	in := supplier.Supplier{
		ID: uuid.MustParse("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), Name: "Kiln & Sons", Country: "BD", Sector: "C2392",
		Categories: []supplier.Category{supplier.Manufacturing, "kiln-furniture"}, Goods: []string{"bricks"},
		Sites: []supplier.Site{{
			ID: uuid.MustParse("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), Address: "Plot 3",
			Keys: []supplier.OutsideKey{{System: "os-hub", Key: "BD2020021QK28YZ"}},
			Workforce: supplier.Workforce{
				AsOf: risk.YearOf(2021), Total: risk.CountOf(310), Women: risk.CountOf(0),
				Groups:         []supplier.GroupAtRisk{{Group: "seasonal-workers", Why: "paid in advance, by the season"}},
				Representation: supplier.ElectedCommittee, Agreement: risk.No,
			},
		}},
		Recruitment: []supplier.Recruitment{{From: "NP", FeesPaidBy: supplier.WorkerPays, Fee: risk.Money{Minor: 120_000_00, Currency: "NPR"}, DocumentsHeld: risk.Yes}},
	}
	b, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	var out supplier.Supplier
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&out); err != nil || !reflect.DeepEqual(in, out) {
		t.Errorf("%v\n in %+v\nout %+v", err, in, out)
	}
}

func TestAPartOfAWorkforceIsNotLargerThanTheWhole(t *testing.T) {
	of := func(total, women, group risk.Count) supplier.Workforce {
		return supplier.Workforce{Total: total, Women: women, Groups: []supplier.GroupAtRisk{{Group: "home-workers", Count: group}}}
	}
	for _, c := range []struct {
		name string
		w    supplier.Workforce
		of   string // what is too large
	}{
		{"nothing stated", of(risk.Count{}, risk.Count{}, risk.Count{}), ""},
		{"total not stated", of(risk.Count{}, risk.CountOf(9), risk.CountOf(9)), ""},
		{"parts not stated", of(risk.CountOf(0), risk.Count{}, risk.Count{}), ""},
		{"groups overlap", of(risk.CountOf(10), risk.CountOf(10), risk.CountOf(10)), ""},
		{"more women than workers", of(risk.CountOf(10), risk.CountOf(11), risk.Count{}), "women"},
		{"more of a group", of(risk.CountOf(10), risk.CountOf(1), risk.CountOf(12)), "home-workers"},
	} {
		err := c.w.Check()
		var bad *supplier.CountError
		if c.of == "" && err != nil || c.of != "" && (!errors.As(err, &bad) || bad.Of != c.of) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestWhatNobodyLookedForIsNoSign(t *testing.T) {
	for sign, a := range (supplier.Recruitment{}).Signs() {
		if a != risk.Unknown {
			t.Errorf("%s: %s, but nothing is stated", sign, a)
		}
	}
}

func TestAFeeThatWasNotPaidBackIsASignOfDebt(t *testing.T) {
	for _, c := range []struct {
		name string
		r    supplier.Recruitment
		want risk.Answer
	}{
		{"worker paid", supplier.Recruitment{FeesPaidBy: supplier.WorkerPays}, risk.Yes},
		{"worker paid a part", supplier.Recruitment{FeesPaidBy: supplier.SharedPay, FeesRepaid: risk.No}, risk.Yes},
		{"paid back", supplier.Recruitment{FeesPaidBy: supplier.WorkerPays, FeesRepaid: risk.Yes}, risk.Unknown},
		{"employer paid", supplier.Recruitment{FeesPaidBy: supplier.EmployerPays}, risk.Unknown},
		{"indebted all the same", supplier.Recruitment{FeesPaidBy: supplier.EmployerPays, Indebted: risk.Yes}, risk.Yes},
		{"asked: no debts", supplier.Recruitment{FeesPaidBy: supplier.EmployerPays, Indebted: risk.No}, risk.No},
	} {
		for sign, got := range c.r.Signs() {
			if sign == supplier.DebtBondage && got != c.want {
				t.Errorf("%s: %s, want %s", c.name, got, c.want)
			}
		}
	}
}

func TestACertificateIsInForceOnlyWhereItsDatesSaySo(t *testing.T) {
	full := risk.Period{From: risk.MustParseDate("2020-03-01"), To: risk.MustParseDate("2023-02-28")}
	for _, c := range []struct {
		name string
		c    supplier.Certification
		on   string
		want risk.Answer
	}{
		{"first day", supplier.Certification{Valid: full}, "2020-03-01", risk.Yes},
		{"last day", supplier.Certification{Valid: full}, "2023-02-28", risk.Yes},
		{"day before", supplier.Certification{Valid: full}, "2020-02-29", risk.No},
		{"day after", supplier.Certification{Valid: full}, "2023-03-01", risk.No},
		{"a year that reaches beyond", supplier.Certification{Valid: full}, "2020", risk.No},
		{"taken back", supplier.Certification{Valid: full, EndedOn: risk.YearOf(2022)}, "2022-12-31", risk.No},
		{"taken back, perhaps later that year", supplier.Certification{Valid: full, EndedOn: risk.YearOf(2022)}, "2022-05-01", risk.Unknown},
		{"before it was taken back", supplier.Certification{Valid: full, EndedOn: risk.YearOf(2022)}, "2021-05-01", risk.Yes},
		{"no end stated", supplier.Certification{Valid: risk.Period{From: full.From}}, "2022", risk.Unknown},
		{"no end stated, before the start", supplier.Certification{Valid: risk.Period{From: full.From}}, "2019", risk.No},
		{"nothing stated", supplier.Certification{}, "2022", risk.Unknown},
		{"from some day of the year", supplier.Certification{Valid: risk.Period{From: risk.YearOf(2020), To: full.To}}, "2020-05-01", risk.Unknown},
		{"the last day that it may begin on", supplier.Certification{Valid: risk.Period{From: risk.YearOf(2020), To: full.To}}, "2020-12-31", risk.Yes},
		{"before the year that it begins in", supplier.Certification{Valid: risk.Period{From: risk.YearOf(2020), To: full.To}}, "2019-12-31", risk.No},
		{"to some day of the month", supplier.Certification{Valid: risk.Period{From: full.From, To: risk.MustParseDate("2023-02")}}, "2023-02-02", risk.Unknown},
		{"the first day that it may end on", supplier.Certification{Valid: risk.Period{From: full.From, To: risk.MustParseDate("2023-02")}}, "2023-02-01", risk.Yes},
		{"after the month that it ends in", supplier.Certification{Valid: risk.Period{From: full.From, To: risk.MustParseDate("2023-02")}}, "2023-03-01", risk.No},
	} {
		if got := c.c.ValidOn(risk.MustParseDate(c.on)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestTakingPartSaysNothingOfConformity(t *testing.T) {
	all := []string{supplier.RBAFactoryLead, supplier.RBAFactoryEngagement, "our-own"}
	for _, programme := range all {
		p := supplier.Participation{Programme: programme, People: risk.CountOf(40), Completed: risk.Yes}
		if w := p.ConformityWeight(); w != 0 {
			t.Errorf("%s weighs %d", programme, w)
		}
	}
}
