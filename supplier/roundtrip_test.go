package supplier_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

func id(n byte) uuid.UUID { return uuid.UUID{6: 0x40, 8: 0x80, 15: n} }

var someSuppliers = []supplier.Supplier{
	{ID: id(1), Name: "Own", Buyer: true},
	{ID: id(2), Code: "K-1", Name: "Kiln, \"Sons\" & Co.\nsecond line", Country: "BD", Sector: "C2392",
		Categories: []supplier.Category{supplier.Manufacturing, "kiln-furniture"}, Goods: []string{"bricks", "=tiles"},
		Keys: []supplier.OutsideKey{{System: "sap", Key: "4711"}, {System: "duns", Key: "a=b"}},
		Sites: []supplier.Site{
			{ID: id(3), Name: "+Plant", Address: "Plot 3; Dhaka", Country: "BD", Place: supplier.Place{Latitude: 23.5, Longitude: -90.25}, Workforce: supplier.Workforce{Total: risk.CountOf(0)}},
			{ID: id(4), Code: "@4", Country: "IN", Keys: []supplier.OutsideKey{{System: supplier.SystemOSHub, Key: "BD2020021QK28YZ"}}},
		}},
	{ID: id(5), Name: "@SUM(1+9)*cmd|' /C calc'!A0", Aggregate: true, Illustrative: true},
	{ID: id(6), Name: "'=quoted", Country: "CI"},
}

func TestSuppliersComeBackFromATable(t *testing.T) {
	var b bytes.Buffer
	if err := supplier.WriteSuppliers(&b, slices.Values(someSuppliers)); err != nil {
		t.Fatal(err)
	}
	got, s, err := supplier.ReadSuppliers(t.Context(), &b, supplier.ReadOptions{})
	if err != nil || len(s.Notes) != 1 { // the second site is a merged row
		t.Fatalf("%v, %v", err, notes(s))
	}
	checkAccount(t, s, 5)
	if !reflect.DeepEqual(got, someSuppliers) {
		t.Errorf("got\n%+v\nwant\n%+v", got, someSuppliers)
	}
}

func TestRelationshipsComeBackFromATable(t *testing.T) {
	var all []supplier.Relationship
	for bp := 0; bp <= supplier.WholeShare; bp += 37 {
		all = append(all, supplier.Relationship{
			ID: supplier.KeyID("t", supplier.ShareOf(bp).String()), From: id(1), To: id(2), Share: supplier.ShareOf(bp),
			Kind: supplier.RelationshipKind(bp % 7), Category: "kiln-furniture", Goods: []string{"-clay"},
			Period: risk.Period{From: risk.YearOf(2019), To: date("2021-06")}, Illustrative: bp%2 == 1,
		})
	}
	all = append(all, supplier.Relationship{ID: id(9), From: id(1), To: id(1)})
	var b bytes.Buffer
	if err := supplier.WriteRelationships(&b, slices.Values(all)); err != nil {
		t.Fatal(err)
	}
	got, s, err := supplier.ReadRelationships(t.Context(), &b, supplier.ReadOptions{})
	if err != nil || len(s.Notes) != 0 || !reflect.DeepEqual(got, all) {
		t.Errorf("%v, %v, %d of %d", err, notes(s), len(got), len(all))
	}
}

func TestFacilitiesComeBackFromATable(t *testing.T) {
	all := []supplier.Facility{
		{OSID: "BD2020021QK28YZ", Name: "Kiln", Address: "-3 Road", Country: "BD", Place: supplier.Place{Latitude: -1, Longitude: 2},
			Sectors: []string{"Apparel", "Mining"}, ProductTypes: []string{"bricks"}, ProcessingTypes: []string{"burning"}, FacilityTypes: []string{"kiln"},
			Workers: risk.CountOf(12), Parent: "Kiln Group", Closed: risk.No},
		{Name: "Ash", Address: "Lane 1", Country: "IN", WorkersText: "100-500", Closed: risk.Yes},
		{Name: "Ash", Address: "Lane 2"},
	}
	var b bytes.Buffer
	if err := supplier.WriteFacilities(&b, slices.Values(all)); err != nil {
		t.Fatal(err)
	}
	got, s, err := supplier.ReadFacilities(t.Context(), &b, supplier.ReadOptions{})
	if err != nil || len(s.Notes) != 0 || !reflect.DeepEqual(got, all) {
		t.Errorf("%v, %v\n%+v", err, notes(s), got)
	}
	if x := got[0].Supplier(); x.Keys[0].ID() != x.ID {
		t.Errorf("the OS ID does not lead to the supplier: %+v", x)
	}
}

func TestSmeltersComeBackFromATable(t *testing.T) {
	all := []supplier.Smelter{
		{CID: "CID001234", Metal: "Tin", Name: "Alpha", Reference: "Alpha (ref)", Country: "ID", Region: "Bangka", City: "Muntok", Source: "RMI",
			Status: "Conformant", Recycled: risk.No, Mines: "One; Two", MineCountries: []string{"ID", "MM"}, Comments: "=1"},
		{Metal: "Gold", Name: "Beta", Country: "PE", Recycled: risk.Yes},
	}
	var b bytes.Buffer
	if err := supplier.WriteSmelters(&b, slices.Values(all)); err != nil {
		t.Fatal(err)
	}
	got, s, err := supplier.ReadSmelters(t.Context(), &b, supplier.ReadOptions{})
	if err != nil || len(s.Notes) != 0 || !reflect.DeepEqual(got, all) {
		t.Errorf("%v, %v\n%+v", err, notes(s), got)
	}
}

func TestGoodsComeBackFromXML(t *testing.T) {
	roundTripGoods(t, []supplier.ListedGood{
		{Good: "Bricks <burnt> & \"dried\"", Sector: "Manufacturing", Country: "NP", CountryName: "Nepal", Region: "Indo-Pacific", ChildLabour: risk.Yes, ForcedLabour: risk.No},
		{Good: "Bricks <burnt> & \"dried\"", Sector: "Manufacturing", CountryName: "Atlantis", ForcedChildLabour: risk.Yes},
		{Good: "Tin", Sector: "Mining", Country: "BO", CountryName: "Bolivia"},
	})
	roundTripGoods(t, nil)
}

func TestNoCellThatIsWrittenRunsAsAFormula(t *testing.T) {
	text, err := os.ReadFile(published + "csv-injection/Intruder/csv-payload.txt")
	if err != nil {
		t.Skip("the corpus is not here")
	}
	var all []supplier.Supplier
	for i, payload := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		p := strings.ReplaceAll(payload, "|", "/") // a bar separates texts in a list
		all = append(all, supplier.Supplier{ID: id(byte(i + 1)), Code: payload, Name: payload, Sector: payload, Goods: []string{p, p + "2"}})
	}
	var b bytes.Buffer
	if err := supplier.WriteSuppliers(&b, slices.Values(all)); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(b.Bytes())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && (strings.ContainsRune("=+-@\t\r", rune(cell[0])) || strings.HasPrefix(cell, "DDE")) {
				t.Errorf("a cell begins with %q", cell)
			}
		}
	}
	got, _, err := supplier.ReadSuppliers(t.Context(), &b, supplier.ReadOptions{})
	if err != nil || !reflect.DeepEqual(got, all) {
		t.Errorf("%v\n%+v", err, got)
	}
}

func TestStringsThatBreakSoftwareSurviveAsData(t *testing.T) {
	text, err := os.ReadFile(published + "naughty-strings/blns.json")
	if err != nil {
		t.Skip("the strings are not here")
	}
	var naughty []string
	if err := json.Unmarshal(text, &naughty); err != nil {
		t.Fatal(err)
	}
	var all []supplier.Supplier
	for i, s := range naughty {
		all = append(all, supplier.Supplier{ID: supplier.KeyID("naughty", fmt.Sprint(i)), Name: strings.TrimSpace(s), Code: strings.TrimSpace(s)})
	}
	var b bytes.Buffer
	if err := supplier.WriteSuppliers(&b, slices.Values(all)); err != nil {
		t.Fatal(err)
	}
	got, s, err := supplier.ReadSuppliers(t.Context(), &b, supplier.ReadOptions{})
	checkAccount(t, s, len(naughty))
	if err != nil || len(s.Notes) > 0 || !reflect.DeepEqual(got, all) {
		t.Errorf("%v, %v", err, notes(s))
		for i := range got {
			if !reflect.DeepEqual(got[i], all[i]) {
				t.Errorf("%q came back as %q", all[i].Name, got[i].Name)
			}
		}
	}
}

func TestWhatCannotComeBackIsNotWritten(t *testing.T) {
	var out bytes.Buffer
	suppliers := func(s supplier.Supplier) error {
		return supplier.WriteSuppliers(&out, slices.Values([]supplier.Supplier{s}))
	}
	relationships := func(r supplier.Relationship) error {
		return supplier.WriteRelationships(&out, slices.Values([]supplier.Relationship{r}))
	}
	facilities := func(f supplier.Facility) error {
		return supplier.WriteFacilities(&out, slices.Values([]supplier.Facility{f}))
	}
	smelters := func(s supplier.Smelter) error {
		return supplier.WriteSmelters(&out, slices.Values([]supplier.Smelter{s}))
	}
	goods := func(g supplier.ListedGood) error {
		return supplier.WriteGoods(&out, slices.Values([]supplier.ListedGood{{Good: "Tin", Country: "BO"}, g}))
	}
	for _, c := range []struct {
		err    error
		column string
	}{
		{suppliers(supplier.Supplier{Name: "A"}), "id"},
		{suppliers(supplier.Supplier{ID: id(1), Goods: []string{"tin|lead"}}), "goods"},
		{suppliers(supplier.Supplier{ID: id(1), Goods: []string{"tin", " "}}), "goods"},
		{suppliers(supplier.Supplier{ID: id(1), Keys: []supplier.OutsideKey{{System: "", Key: "1"}}}), "keys"},
		{suppliers(supplier.Supplier{ID: id(1), Keys: []supplier.OutsideKey{{System: "a=b", Key: "1"}}}), "keys"},
		{suppliers(supplier.Supplier{ID: id(1), Keys: []supplier.OutsideKey{{System: "a", Key: " "}}}), "keys"},
		{suppliers(supplier.Supplier{ID: id(1), Sites: []supplier.Site{{Workforce: supplier.Workforce{Women: risk.CountOf(3)}}}}), "site_id"},
		{suppliers(supplier.Supplier{ID: id(1), Categories: []supplier.Category{"a|b"}}), "categories"},
		{suppliers(supplier.Supplier{ID: id(1), Categories: []supplier.Category{"Final Assembly"}}), "categories"},
		{suppliers(supplier.Supplier{ID: id(1), Country: "Nepal"}), "country"},
		{suppliers(supplier.Supplier{ID: id(1), Sites: []supplier.Site{{ID: id(2), Country: "np"}}}), "site_country"},
		{suppliers(supplier.Supplier{ID: id(1), Sites: []supplier.Site{{ID: id(2), Place: supplier.Place{Latitude: 91}}}}), "site_latitude"},
		{suppliers(supplier.Supplier{ID: id(1), Name: strings.Repeat("a\n", 257) + "a"}), "name"},
		{suppliers(supplier.Supplier{ID: id(1), Sector: strings.Repeat("a", 1<<20)}), "sector"},
		{relationships(supplier.Relationship{To: id(1)}), "from"},
		{relationships(supplier.Relationship{From: id(1)}), "to"},
		{relationships(supplier.Relationship{From: id(1), To: id(2), Kind: 99}), "kind"},
		{relationships(supplier.Relationship{From: id(1), To: id(2), Category: "Own"}), "category"},
		{relationships(supplier.Relationship{From: id(1), To: id(2), Period: risk.Period{From: date("2021"), To: date("2020")}}), "end"},
		{facilities(supplier.Facility{Address: "Lane 1"}), "name"},
		{facilities(supplier.Facility{OSID: "bd2020021qk28yz"}), "os_id"},
		{facilities(supplier.Facility{Name: "A", WorkersText: "12"}), "number_of_workers"},
		{facilities(supplier.Facility{Name: "A", WorkersText: "10-12", Workers: risk.CountOf(11)}), "number_of_workers"},
		{smelters(supplier.Smelter{Name: "Smelter not yet identified"}), "smelter_name"},
		{smelters(supplier.Smelter{CID: "cid001234"}), "smelter_id"},
		{smelters(supplier.Smelter{Name: "A", MineCountries: []string{"Peru"}}), "mine_countries"},
		{goods(supplier.ListedGood{CountryName: "Peru", Country: "PE"}), "Good_Name"},
		{goods(supplier.ListedGood{Good: "Gold"}), "Country_Name"},
		{goods(supplier.ListedGood{Good: "Gold", CountryName: "Atlantis", Country: "PE"}), "Country_Name"},
		{goods(supplier.ListedGood{Good: "Gold", CountryName: "Peru", Country: "BO"}), "Country_Name"},
		{goods(supplier.ListedGood{Good: "G\x01ld", CountryName: "Peru", Country: "PE"}), "Good_Name"},
		{goods(supplier.ListedGood{Good: "Gold", CountryName: "Peru", Country: "PE", Region: strings.Repeat("a", 1<<20)}), "Good_Name"},
	} {
		var bad *supplier.WriteError
		if !errors.As(c.err, &bad) || bad.Row != 2 || bad.Column != c.column {
			t.Errorf("%s: %v", c.column, c.err)
		}
	}
}

func TestACountryThatISOLeavesToItsUsersComesBack(t *testing.T) {
	all := []supplier.Supplier{{ID: id(1), Name: "A", Country: "XK"}}
	var b bytes.Buffer
	if err := supplier.WriteSuppliers(&b, slices.Values(all)); err != nil {
		t.Fatal(err)
	}
	got, s, err := supplier.ReadSuppliers(t.Context(), &b, supplier.ReadOptions{})
	if err != nil || !reflect.DeepEqual(got, all) || len(s.Notes) != 1 || s.Notes[0].Effect != supplier.CellKept {
		t.Errorf("%v, %v\n%+v", err, notes(s), got)
	}
}

func TestAGoodIsWrittenByTheNameOfItsCountry(t *testing.T) {
	var b bytes.Buffer
	if err := supplier.WriteGoods(&b, slices.Values([]supplier.ListedGood{{Good: "Tin", Country: "BO", ChildLabour: risk.Yes}})); err != nil {
		t.Fatal(err)
	}
	got, _, err := supplier.ReadGoods(t.Context(), &b, supplier.ReadOptions{})
	if want := []supplier.ListedGood{{Good: "Tin", Country: "BO", CountryName: "Bolivia", ChildLabour: risk.Yes}}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v\n%+v", err, got)
	}
}

// A reader takes no good of more than a megabyte, so none is written.
func TestAGoodFromAnyNumberOfCountriesComesBack(t *testing.T) {
	var all []supplier.ListedGood
	for i := range 20_000 {
		all = append(all, supplier.ListedGood{Good: "Bricks & tiles", CountryName: fmt.Sprintf("Land %d of the list", i), Region: strings.Repeat("<&>", 5)})
	}
	roundTripGoods(t, all)
}

func TestANumberOfWorkersThatIsNoneComesBackAsText(t *testing.T) {
	got, _, err := supplier.ReadFacilities(t.Context(), strings.NewReader("name,address,country,number_of_workers\nA,Lane 1,BD,-5\n"), supplier.ReadOptions{})
	if err != nil || len(got) != 1 || got[0].WorkersText != "-5" {
		t.Fatalf("%+v, %v", got, err)
	}
	var b bytes.Buffer
	if err := supplier.WriteFacilities(&b, slices.Values(got)); err != nil {
		t.Fatal(err)
	}
	if again, _, err := supplier.ReadFacilities(t.Context(), &b, supplier.ReadOptions{}); err != nil || !reflect.DeepEqual(again, got) {
		t.Errorf("%+v, %v", again, err)
	}
}

// FuzzReadTables reads anything with each reader: every row is accounted for,
// and what was read is read again, as it was, from what is written of it.
func FuzzReadTables(f *testing.F) {
	f.Add("key,name,country,address\n1,Kiln,BD,Plot 3\n1,Kiln,BD,Plot 4\n")
	f.Add("name;country;address;site_workers\r\n'=1;Nepal;\"x\r\ny\";7\r\nopen;\"\r\n")
	f.Add("from\tto\tshare\tgoods\n1\t2\t12,5%\ta|b\n1\t2\t\t\n")
	f.Add("metal,smelter_id,smelter_name,country\rTin,CID001234,A,ID\rTin,CID001234,B,\r")
	f.Add("os_id,name,address,country,lat,lng,number_of_workers,is_closed\n,A,B,US,91,0,1-2,perhaps\nCN2021250D1DTN7,A,B,US,1,0,3,no\n")
	f.Add("name,keys,categories\nA\xff,x=1|=2|y,Final Assembly| \n")
	f.Fuzz(func(t *testing.T, in string) {
		ctx := t.Context()
		opts := supplier.ReadOptions{MaxNotes: 5}
		again := supplier.ReadOptions{}
		var b bytes.Buffer
		if all, s, err := supplier.ReadSuppliers(ctx, strings.NewReader(in), opts); err == nil {
			checkAccount(t, s, -1)
			if supplier.WriteSuppliers(&b, slices.Values(all)) == nil {
				back, _, err := supplier.ReadSuppliers(ctx, &b, again)
				same(t, all, back, err)
			}
		}
		b.Reset()
		if all, s, err := supplier.ReadRelationships(ctx, strings.NewReader(in), opts); err == nil {
			checkAccount(t, s, -1)
			if supplier.WriteRelationships(&b, slices.Values(all)) == nil {
				back, _, err := supplier.ReadRelationships(ctx, &b, again)
				same(t, all, back, err)
			}
		}
		b.Reset()
		if all, s, err := supplier.ReadFacilities(ctx, strings.NewReader(in), opts); err == nil {
			checkAccount(t, s, -1)
			if supplier.WriteFacilities(&b, slices.Values(all)) == nil {
				back, _, err := supplier.ReadFacilities(ctx, &b, again)
				same(t, all, back, err)
			}
		}
		b.Reset()
		if all, s, err := supplier.ReadSmelters(ctx, strings.NewReader(in), opts); err == nil {
			checkAccount(t, s, -1)
			if supplier.WriteSmelters(&b, slices.Values(all)) == nil {
				back, _, err := supplier.ReadSmelters(ctx, &b, again)
				same(t, all, back, err)
			}
		}
	})
}

func same[T any](t *testing.T, all, back []T, err error) {
	t.Helper()
	if err != nil || !reflect.DeepEqual(all, back) {
		t.Fatalf("%v\nread  %+v\nagain %+v", err, all, back)
	}
}

// FuzzReadGoods does the same for the list of goods.
func FuzzReadGoods(f *testing.F) {
	f.Add("<Goods><Good><Good_Name>Tin</Good_Name><Good_Sector>Mining</Good_Sector><Countries><Country><Country_Name>Bolivia</Country_Name><Child_Labor>Yes</Child_Labor></Country></Countries></Good></Goods>")
	f.Add("<Goods><Good/><Good><Countries><Country><Country_Name>x</Country_Name></Country></Countries></Good>")
	f.Add("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><Goods>&lt;</Goods>")
	f.Fuzz(func(t *testing.T, in string) {
		goods, s, err := supplier.ReadGoods(t.Context(), strings.NewReader(in), supplier.ReadOptions{})
		checkAccount(t, s, -1)
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := supplier.WriteGoods(&b, slices.Values(goods)); err != nil {
			t.Fatal(err)
		}
		back, _, err := supplier.ReadGoods(t.Context(), &b, supplier.ReadOptions{})
		same(t, goods, back, err)
	})
}

func BenchmarkReadSuppliers(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		var file bytes.Buffer
		if err := supplier.WriteSuppliers(&file, slices.Values(worldSuppliers(n))); err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("rows=%d", n), func(b *testing.B) {
			b.SetBytes(int64(file.Len()))
			b.ReportAllocs()
			for b.Loop() {
				if all, _, err := supplier.ReadSuppliers(b.Context(), bytes.NewReader(file.Bytes()), supplier.ReadOptions{}); err != nil || len(all) != n {
					b.Fatal(len(all), err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/row")
		})
	}
}
