package suppliertest_test

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
	"github.com/hrdd-go/hrdd/supplier/suppliertest"
)

func TestIDsAreTheSameOnEveryRun(t *testing.T) {
	if got, want := suppliertest.ID("smelter").String(), "0b0e8136-b17f-5d78-8772-4c6cbcd9cb06"; got != want {
		t.Errorf("ID is %s, want %s as ever", got, want)
	}
	s := suppliertest.Random(1, 10, 10)
	if got := s.ID(0); got.Version() != 4 || got != suppliertest.Random(1, 3, 3).ID(0) || got == s.ID(1) || got == suppliertest.Random(2, 3, 3).ID(0) {
		t.Errorf("ID(0) is %v", got)
	}
}

func TestTextThatIsNoNetworkIsRefusedWithItsLine(t *testing.T) {
	for text, want := range map[string]string{
		"a":                       "line 1",
		"a -> b\n\nb ->":          "line 3",
		"a -> b (supplies)":       "supplies",
		"# a comment\nbuyer a,,b": "line 2",
	} {
		if _, _, err := suppliertest.Parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func TestSamplesHaveTheSizeAskedForAndNobodySuppliesItself(t *testing.T) {
	for name, s := range map[string]suppliertest.Sample{
		"random":         suppliertest.Random(3, 50, 400),
		"scale-free":     suppliertest.ScaleFree(3, 50, 400),
		"smallest":       suppliertest.Random(3, 2, 1),
		"one link each":  suppliertest.ScaleFree(3, 400, 400),
		"no more than 1": suppliertest.ScaleFree(3, 2, 7),
	} {
		var suppliers []uuid.UUID
		for x := range s.Suppliers() {
			if x.Buyer != (len(suppliers) == 0) {
				t.Errorf("%s: supplier %d is a buyer: %v", name, len(suppliers), x.Buyer)
			}
			suppliers = append(suppliers, x.ID)
		}
		n := 0
		for r := range s.Relationships() {
			n++
			if r.From == r.To || !slices.Contains(suppliers, r.From) || !slices.Contains(suppliers, r.To) {
				t.Fatalf("%s: relationship %v", name, r)
			}
		}
		if want := map[string]int{"smallest": 1, "no more than 1": 7}[name]; want != 0 && n != want || want == 0 && n != 400 {
			t.Errorf("%s: %d relationships", name, n)
		}
		again := 0
		for range s.Links() {
			if again++; again == 3 {
				break
			}
		}
	}
}

func TestFewBuyFromVeryManyInAScaleFreeSample(t *testing.T) {
	most := func(s suppliertest.Sample) int {
		counts := map[int]int{}
		for _, to := range s.Links() {
			counts[to]++
		}
		m := 0
		for _, c := range counts {
			m = max(m, c)
		}
		return m
	}
	random, free := most(suppliertest.Random(1, 2000, 10_000)), most(suppliertest.ScaleFree(1, 2000, 10_000))
	if free < 5*random {
		t.Errorf("the one with most suppliers has %d in a scale-free sample and %d in a random one", free, random)
	}
}

func TestDifferencesNameThePlaceAndBothValues(t *testing.T) {
	a, b := suppliertest.Supplier("a"), suppliertest.Supplier("b", supplier.Metals)
	c := b
	c.Country, c.Categories = "VN", []supplier.Category{supplier.Minerals}
	got := suppliertest.DiffSuppliers([]supplier.Supplier{c, suppliertest.Supplier("d")}, []supplier.Supplier{a, b})
	want := fmt.Sprintf("- %v: only wanted\n%[2]v categories 0: \"minerals\", want \"metals\"\n%[2]v country: \"VN\", want \"ZZ\"\n+ %v: only found\n",
		a.ID, b.ID, suppliertest.ID("d"))
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if d := suppliertest.DiffSuppliers([]supplier.Supplier{a, b}, []supplier.Supplier{b, a}); d != "" {
		t.Errorf("another order differs:\n%s", d)
	}
	r := suppliertest.Supply("a", "b")
	r.ID = uuid.Nil
	ended := r
	ended.Period.To = risk.MustParseDate("2020-01-01")
	got = suppliertest.DiffRelationships([]supplier.Relationship{ended}, []supplier.Relationship{r})
	if !strings.Contains(got, "period: {\"to\":\"2020-01-01\"}, want nothing") {
		t.Errorf("got\n%s", got)
	}
}

func TestNetworksDifferByLinksAndPlaces(t *testing.T) {
	want := suppliertest.Network(t, "buyer acme\nmine -> smelter -> acme\ntrader -> acme")
	got := suppliertest.Network(t, "buyer acme\nmine -> smelter -> acme\nmine -> acme\nfarm -> acme")
	names := map[uuid.UUID]string{}
	for _, n := range []string{"acme", "mine", "smelter", "trader", "farm"} {
		names[suppliertest.ID(n)] = n
	}
	name := func(id uuid.UUID) string { return names[id] }
	diff := suppliertest.DiffNetworks(got, want, name)
	if diff != `+ mine -> acme (supply)
mine directness: "direct-and-indirect", want "indirect"
mine upstream: "1-2", want "2"
- trader: only wanted
+ farm: only found
+ farm -> acme (supply)
` {
		t.Errorf("got\n%s", diff)
	}
	if diff := suppliertest.DiffNetworks(want, want, nil); diff != "" {
		t.Errorf("a network differs from itself:\n%s", diff)
	}
}

func TestAnImporterThatKeepsTheRulesPasses(t *testing.T) {
	if err := suppliertest.CheckImporter(func() ([]supplier.Supplier, []supplier.Relationship, error) {
		return suppliertest.Parse("buyer acme\nmine: minerals\nmine -> smelter -> acme")
	}); err != nil {
		t.Error(err)
	}
}

func TestEachRuleThatAnImporterBreaksIsNamed(t *testing.T) {
	runs := 0
	type in struct {
		s []supplier.Supplier
		r []supplier.Relationship
	}
	for rule, spoil := range map[string]func(*in){
		"supplier-has-id":                 func(x *in) { x.s[0].Sites = []supplier.Site{{}} },
		"id-is-one-supplier":              func(x *in) { x.s = append(x.s, x.s[0]) },
		"second-import-changes-nothing":   func(x *in) { runs++; x.s[0].Country = string(rune('A'+runs)) + "A" },
		"one-outside-key-is-one-supplier": func(x *in) { x.s[0].Keys = []supplier.OutsideKey{{System: "s", Key: "k"}}; x.s[1].Keys = x.s[0].Keys },
		"ends-are-suppliers":              func(x *in) { x.r[0].To = suppliertest.ID("nobody") },
		"nobody-supplies-itself":          func(x *in) { x.r[0].To = x.r[0].From },
		"relationship-is-there-once":      func(x *in) { x.r = append(x.r, x.r[0]) },
		"values-are-declared":             func(x *in) { x.s[0].Categories = []supplier.Category{"Raw Metal"} },
		"text-is-clean":                   func(x *in) { x.s[0].Name = "\ufeffsecret name " },
	} {
		err := suppliertest.CheckImporter(func() ([]supplier.Supplier, []supplier.Relationship, error) {
			s, r, err := suppliertest.Parse("buyer acme\nmine -> smelter -> acme")
			x := in{s, r}
			spoil(&x)
			return x.s, x.r, err
		})
		var broken *suppliertest.RuleError
		if !errors.As(err, &broken) || broken.Rule != rule || len(err.(interface{ Unwrap() []error }).Unwrap()) != 1 {
			t.Errorf("%s: %v", rule, err)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: the error shows what was imported: %v", rule, err)
		}
	}
}

func TestAnImporterThatFailsSaysSo(t *testing.T) {
	if err := suppliertest.CheckImporter(func() ([]supplier.Supplier, []supplier.Relationship, error) {
		return nil, nil, os.ErrNotExist
	}); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}
