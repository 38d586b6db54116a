package supplier_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

func at(n byte, name, country, address string) supplier.Supplier {
	return supplier.Supplier{ID: id(n), Name: name, Country: country, Sites: []supplier.Site{{Address: address}}}
}

func TestWhatIsProposedAsOne(t *testing.T) {
	key := []supplier.OutsideKey{{System: "duns", Key: "1"}}
	for _, c := range []struct {
		name string
		a, b supplier.Supplier
		want int // least score; 0 for no proposal
	}{
		{"the same but for the legal form and case", at(1, "BAI NA SHOES CO., LTD", "CN", "Oubei Town, Yongjia"), at(2, "Bai Na Shoes Limited", "CN", "OUBEI TOWN YONGJIA"), 1000},
		{"accents and another order of words", at(1, "Confecções São João", "PT", "Rua 5"), at(2, "Sao Joao Confeccoes", "PT", "Rua 5"), 850},
		{"road and rd", at(1, "Kiln", "BD", "No. 3, Mill Road"), at(2, "Kiln", "BD", "3 Mill Rd."), 1000},
		{"another name at the same address", at(1, "Alpha Fashion", "BD", "Plot 9, Savar"), at(2, "Omega Knit", "BD", "Plot 9, Savar"), 0},
		{"the same name elsewhere", at(1, "Jinlin Textile", "CN", "1528 Hubin Road, Shanghai"), at(2, "Jinlin Textile", "CN", "17 Sishui, Xuyi City"), 0},
		{"no address", at(1, "Jinlin Textile", "CN", ""), at(2, "Jinlin Textile Co", "CN", ""), 800},
		{"another country", at(1, "Jinlin Textile", "CN", "Hubin Road"), at(2, "Jinlin Textile", "VN", "Hubin Road"), 0},
		{"country not stated", at(1, "Jinlin Textile", "CN", "Hubin Road"), at(2, "Jinlin Textile", "", "Hubin Road"), 1000},
		{"two units", at(1, "Jeans Knit Unit 3", "IN", "Peenya Industrial Area"), at(2, "Jeans Knit Unit 4", "IN", "Peenya Industrial Area"), 0},
		{"the same key", supplier.Supplier{ID: id(1), Name: "A", Country: "CN", Keys: key}, supplier.Supplier{ID: id(2), Name: "Z", Country: "IN", Sites: []supplier.Site{{Keys: key}}}, 1000},
		{"the same supplier read twice", at(1, "Kiln", "BD", "x"), at(1, "Kiln", "BD", "x"), 0},
		{"nothing in common", at(1, "Alpha", "BD", "North"), at(2, "Omega", "BD", "South"), 0},
		{"nothing stated", at(1, "", "", ""), at(2, "", "", ""), 0},
	} {
		got, report, err := supplier.FindDuplicates(t.Context(), slices.Values([]supplier.Supplier{c.a, c.b}), supplier.DuplicateOptions{})
		switch {
		case err != nil || report.Suppliers != 2:
			t.Errorf("%s: %+v, %v", c.name, report, err)
		case c.want == 0 && len(got) > 0, c.want > 0 && (len(got) != 1 || got[0].Score < c.want || got[0].A != c.a.ID || got[0].B != c.b.ID):
			t.Errorf("%s: %+v, want a score of %d", c.name, got, c.want)
		}
	}
}

func TestAProposalShowsItsParts(t *testing.T) {
	got, _, err := supplier.FindDuplicates(t.Context(), slices.Values([]supplier.Supplier{
		at(1, "Jeans Knit Unit 3", "IN", "Peenya"), at(2, "Jeans Knit Unit 4", "", "Peenya"), at(3, "Jeans Knit Unit 3", "IN", ""),
	}), supplier.DuplicateOptions{MinScore: 1})
	want := []supplier.MergeProposal{
		{A: id(1), B: id(3), Name: 1000, SameCountry: risk.Yes, Score: 800},
		{A: id(1), B: id(2), Name: 937, Address: 1000, AddressStated: true, NumbersDiffer: true, Score: 700},
		{A: id(2), B: id(3), Name: 937, NumbersDiffer: true, Score: 700},
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v\n got %+v\nwant %+v", err, got, want)
	}
}

// spoil misspells a name as lists do.
func spoil(r *rand.Rand, s string) string {
	switch r.IntN(5) {
	case 0:
		return strings.ToUpper(s) + " CO.,LTD"
	case 1:
		i := 1 + r.IntN(len(s)-2)
		return s[:i] + s[i+1:] // a letter left out
	case 2:
		i := 1 + r.IntN(len(s)-3)
		return s[:i] + s[i+1:i+2] + s[i:i+1] + s[i+2:] // two letters changed round
	case 3:
		return strings.ReplaceAll(s, " ", "  ") + "."
	}
	return s
}

func TestMisspeltCopiesAreFoundAmongMany(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	syllables := strings.Fields("ba na lin xing hua yong shan mei dong jin tai fu gao wen zhou qing lu hai nan bei ming sheng")
	word := func() string {
		var b strings.Builder
		for range 2 + r.IntN(2) {
			b.WriteString(syllables[r.IntN(len(syllables))])
		}
		return b.String()
	}
	var all []supplier.Supplier
	copies := map[[2]uuid.UUID]bool{}
	for i := range 3000 {
		x := supplier.Supplier{ID: supplier.KeyID("t", fmt.Sprint(i)), Country: "CN", Name: word() + " " + word() + " garment",
			Sites: []supplier.Site{{Address: fmt.Sprintf("No. %d %s road, %s town", r.IntN(900), word(), word())}}}
		all = append(all, x)
		if i%10 == 0 {
			y := x
			y.ID, y.Name = supplier.KeyID("copy", fmt.Sprint(i)), spoil(r, x.Name)
			all = append(all, y)
			copies[[2]uuid.UUID{x.ID, y.ID}] = true
		}
	}
	got, report, err := supplier.FindDuplicates(t.Context(), slices.Values(all), supplier.DuplicateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	right := 0
	for _, p := range got {
		if copies[[2]uuid.UUID{p.A, p.B}] {
			right++
		}
	}
	if right < len(copies)*99/100 || len(got)-right > len(copies)/100 {
		t.Errorf("%d of %d found, %d others proposed", right, len(copies), len(got)-right)
	}
	if most := 60 * len(all); report.Compared > most {
		t.Errorf("%d pairs compared for %d suppliers", report.Compared, len(all))
	}
	again, _, err := supplier.FindDuplicates(t.Context(), slices.Values(all), supplier.DuplicateOptions{})
	if err != nil || !reflect.DeepEqual(got, again) {
		t.Error("the second time it differs")
	}
}

func TestManySuppliersOfOneNameAreComparedInLinearTime(t *testing.T) {
	var all []supplier.Supplier
	for i := range 20_000 {
		all = append(all, supplier.Supplier{ID: supplier.KeyID("t", fmt.Sprint(i)), Name: "One Name Ltd.", Country: "CN"})
	}
	got, report, err := supplier.FindDuplicates(t.Context(), slices.Values(all), supplier.DuplicateOptions{MaxProposals: 100})
	if err != nil || len(got) != 100 || report.Omitted == 0 || report.Crowded == 0 || report.Compared > 20*len(all) {
		t.Errorf("%d proposals, %+v, %v", len(got), report, err)
	}
}

// chain returns a supplier with many sites, each with a key of its own.
func chain(n byte, name string, sites int, key func(int) string) supplier.Supplier {
	s := supplier.Supplier{ID: id(n), Name: name, Country: "US"}
	for i := range sites {
		s.Sites = append(s.Sites, supplier.Site{
			ID: supplier.KeyID(name, fmt.Sprint(i)), Address: fmt.Sprintf("%d Main Street", i),
			Keys: []supplier.OutsideKey{{System: supplier.SystemOSHub, Key: key(i)}},
		})
	}
	return s
}

func TestSuppliersWithThousandsOfSitesAreComparedInLinearTime(t *testing.T) {
	const sites = 5000
	own := func(prefix string) func(int) string {
		return func(i int) string { return fmt.Sprint(prefix, i) }
	}
	third := func(i int) string { // every third key is that of b, none is that of a
		if i%3 == 0 {
			return fmt.Sprint("b", i)
		}
		return fmt.Sprint("c", i)
	}
	all := []supplier.Supplier{
		chain(1, "Retail Logistics", sites, own("a")), chain(2, "Retail Logistics", sites, own("b")), chain(3, "Other Depots", sites, third),
		chain(4, "Fourth Store", sites, own("a")),
	}
	got, report, err := supplier.FindDuplicates(t.Context(), slices.Values(all), supplier.DuplicateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if most := 40 * len(all) * sites; report.Compared > most {
		t.Errorf("%d pairs compared, want %d at most", report.Compared, most)
	}
	same := map[[2]uuid.UUID]bool{}
	for _, p := range got {
		same[[2]uuid.UUID{p.A, p.B}] = p.SameKey
	}
	want := map[[2]uuid.UUID]bool{{id(1), id(2)}: false, {id(2), id(3)}: true, {id(1), id(4)}: true}
	if !maps.Equal(same, want) {
		t.Errorf("%v, want %v", same, want)
	}
}

// A caller who wants every proposal says so with the greatest number there is.
func TestEveryProposalCanBeKept(t *testing.T) {
	var all []supplier.Supplier
	for i := range 3000 {
		all = append(all, supplier.Supplier{ID: supplier.KeyID("t", fmt.Sprint(i)), Name: fmt.Sprintf("Golden Harvest Textiles %c", 'a'+i%20)})
	}
	want, _, err := supplier.FindDuplicates(t.Context(), slices.Values(all), supplier.DuplicateOptions{MaxProposals: 1 << 30})
	if err != nil || len(want) < 10_000 {
		t.Fatalf("%d proposals, %v", len(want), err)
	}
	got, report, err := supplier.FindDuplicates(t.Context(), slices.Values(all), supplier.DuplicateOptions{MaxProposals: math.MaxInt})
	if err != nil || report.Omitted != 0 || !slices.Equal(got, want) {
		t.Errorf("%d proposals, %+v, %v; want %d", len(got), report, err, len(want))
	}
}

func TestSuppliersOfTwoCountriesAreProposedForACommonKeyOnly(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []supplier.OutsideKey
		want int
	}{
		{"no key", nil, 0},
		{"one key", []supplier.OutsideKey{{System: "duns", Key: "7"}}, 1},
	} {
		all := []supplier.Supplier{{ID: id(1), Name: "Kiln", Country: "NP", Keys: c.keys}, {ID: id(2), Name: "Kiln", Country: "IN", Keys: c.keys}}
		got, _, err := supplier.FindDuplicates(t.Context(), slices.Values(all), supplier.DuplicateOptions{})
		if err != nil || len(got) != c.want || len(got) > 0 && (got[0].SameCountry != risk.No || !got[0].SameKey) {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
	}
}

// Names may be as long as a row of a file. The time of this test would grow
// with the square of the numbers in them.
func TestNamesOfVeryManyNumbersAreCompared(t *testing.T) {
	names := make([]strings.Builder, 3)
	for i := range 60_000 {
		fmt.Fprintf(&names[0], "a%d ", i)
		fmt.Fprintf(&names[1], "b%d ", i)
		fmt.Fprintf(&names[2], "a%d b%d a%d b%d ", i, i, i, i)
	}
	all := []supplier.Supplier{
		{ID: id(1), Name: names[0].String() + "kiln"}, {ID: id(2), Name: names[1].String() + "kiln"}, {ID: id(3), Name: names[2].String()},
	}
	got, _, err := supplier.FindDuplicates(t.Context(), slices.Values(all), supplier.DuplicateOptions{MinScore: 1})
	differ := slices.ContainsFunc(got, func(p supplier.MergeProposal) bool { return p.A == id(1) && p.B == id(2) && p.NumbersDiffer })
	if err != nil || !differ {
		t.Errorf("%+v, %v", got, err)
	}
}

// However many proposals there are, those kept are the best of all.
func TestTheBestProposalsAreKept(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 18))
	var all []supplier.Supplier
	for i := range 600 {
		name := fmt.Sprintf("Kiln %c%c works", 'a'+rune(r.IntN(4)), 'a'+rune(r.IntN(4)))
		all = append(all, supplier.Supplier{ID: supplier.KeyID("t", fmt.Sprint(i)), Name: name, Sites: []supplier.Site{{Address: fmt.Sprint("road ", r.IntN(40))}}})
	}
	every, _, err := supplier.FindDuplicates(t.Context(), slices.Values(all), supplier.DuplicateOptions{MaxProposals: 1 << 20})
	if err != nil || len(every) < 1000 {
		t.Fatalf("%d proposals, %v", len(every), err)
	}
	for _, most := range []int{1, 7, 100, 900, len(every)} {
		got, report, err := supplier.FindDuplicates(t.Context(), slices.Values(all), supplier.DuplicateOptions{MaxProposals: most})
		if err != nil || !slices.Equal(got, every[:most]) || report.Omitted < len(every)-most {
			t.Errorf("the best %d of %d: %d, %+v, %v", most, len(every), len(got), report, err)
		}
	}
	if got, _, err := supplier.FindDuplicates(t.Context(), slices.Values(all), supplier.DuplicateOptions{MaxProposals: -1}); err != nil || len(got) == 0 {
		t.Errorf("%d proposals, %v", len(got), err)
	}
}

func TestTheSearchForDuplicatesStopsWhenItIsToldTo(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	two := []supplier.Supplier{at(1, "Kiln", "BD", "x"), at(2, "Kiln", "BD", "x")}
	if _, _, err := supplier.FindDuplicates(ctx, slices.Values(two), supplier.DuplicateOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestDuplicatesAcrossThePublishedLists(t *testing.T) {
	files, _ := filepath.Glob(published + "open-supply-hub/*.csv")
	if len(files) == 0 {
		t.Skip("the lists are not here")
	}
	var all []supplier.Supplier
	names := map[uuid.UUID]string{}
	for _, f := range files {
		src, err := os.Open(f)
		if err != nil {
			t.Fatal(err)
		}
		facilities, _, err := supplier.ReadFacilities(t.Context(), src, supplier.ReadOptions{})
		src.Close()
		if err != nil {
			t.Fatal(err)
		}
		for i := range facilities {
			s := facilities[i].Supplier()
			if names[s.ID] == "" {
				all = append(all, s)
			}
			names[s.ID] = s.Name
		}
	}
	got, _, err := supplier.FindDuplicates(t.Context(), slices.Values(all), supplier.DuplicateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, p := range got {
		found[names[p.A]+" / "+names[p.B]] = true
	}
	for _, pair := range [][2]string{
		{"BAI NA SHOES INDUSTRY CO., LTD", "BAI NA SHOES INDUSTRY CO.,LTD"},
		{"TAIZHOU BAOLITE SHOES CO.,LTD", "Taizhou Baolite Shoes Co. Ltd"},
		{"Fujian Jinjiang Huamei Knitting & Clothing Co Ltd", "FUJIAN JINJIANG HUAMEI KNITTING AND CLOTHING CO LTD"},
	} {
		if !found[pair[0]+" / "+pair[1]] && !found[pair[1]+" / "+pair[0]] {
			t.Errorf("%s is not found again", pair[0])
		}
	}
	t.Logf("%d proposals among %d facilities", len(got), len(all))
}

func BenchmarkFindDuplicates(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		r := rand.New(rand.NewPCG(15, 16))
		all := make([]supplier.Supplier, n)
		for i := range all {
			all[i] = supplier.Supplier{ID: supplier.KeyID("b", fmt.Sprint(i)), Country: "CN",
				Name:  fmt.Sprintf("w%d x%d garment co ltd", r.IntN(n/4), r.IntN(n/4)),
				Sites: []supplier.Site{{Address: fmt.Sprintf("no %d street%d town%d", r.IntN(500), r.IntN(n/10), r.IntN(300))}}}
		}
		b.Run(fmt.Sprintf("suppliers=%d", n), func(b *testing.B) {
			for b.Loop() {
				if _, _, err := supplier.FindDuplicates(b.Context(), slices.Values(all), supplier.DuplicateOptions{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/supplier")
		})
	}
}
