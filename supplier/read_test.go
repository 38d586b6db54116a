package supplier_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

const published = "../../shared/data/"

// checkAccount fails unless every row is accounted for.
func checkAccount(t testing.TB, s supplier.ReadSummary, rows int) {
	t.Helper()
	if s.Read+s.Skipped+s.Merged != s.Rows {
		t.Errorf("%d read, %d skipped and %d merged are not %d rows", s.Read, s.Skipped, s.Merged, s.Rows)
	}
	if rows >= 0 && s.Rows != rows {
		t.Errorf("%d rows, want %d", s.Rows, rows)
	}
}

func notes(s supplier.ReadSummary) (all []string) {
	for _, n := range s.Notes {
		all = append(all, n.Error())
	}
	return all
}

func TestEveryRowOfThePublishedFacilityListsIsAccountedFor(t *testing.T) {
	want := map[string]int{"2": 83, "3": 19, "4": 81, "5": 64, "6": 44, "7": 30, "9": 34, "10": 54, "11": 55, "12": 15, "13": 26, "14": 46}
	files, _ := filepath.Glob(published + "open-supply-hub/*.csv")
	if len(files) == 0 {
		t.Skip("the lists are not here")
	}
	total, merged := 0, 0
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		facilities, s, err := supplier.ReadFacilities(t.Context(), bytes.NewReader(text), supplier.ReadOptions{})
		if err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		checkAccount(t, s, want[strings.TrimSuffix(filepath.Base(f), ".csv")])
		if s.Skipped != 0 || len(facilities) != s.Read {
			t.Errorf("%s: %d facilities, %d read, %d skipped: %v", f, len(facilities), s.Read, s.Skipped, notes(s))
		}
		total, merged = total+s.Rows, merged+s.Merged
		for _, x := range facilities {
			if x.Country == "" || x.Name == "" || len(x.Sectors) == 0 {
				t.Errorf("%s: a facility without country, name or sector: %+v", f, x)
			}
		}
		again, _, err := supplier.ReadFacilities(t.Context(), bytes.NewReader(text), supplier.ReadOptions{})
		if err != nil || !reflect.DeepEqual(facilities, again) {
			t.Errorf("%s: read twice, the second time it differs (%v)", f, err)
		}
	}
	if total != 551 {
		t.Errorf("%d rows in all, want 551", total)
	}
	t.Logf("%d rows in %d files, %d merged", total, len(files), merged)
}

func TestThePublishedListOfGoodsHasItsCounts(t *testing.T) {
	f, err := os.Open(published + "ilab-goods/goods_2019.xml")
	if err != nil {
		t.Skip("the list is not here")
	}
	defer f.Close()
	goods, s, err := supplier.ReadGoods(t.Context(), f, supplier.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	checkAccount(t, s, 438)
	names, countries := map[string]bool{}, map[string]bool{}
	child, forced, both := 0, 0, 0
	for _, g := range goods {
		names[g.Good], countries[g.Country] = true, true
		for _, c := range []struct {
			a risk.Answer
			n *int
		}{{g.ChildLabour, &child}, {g.ForcedLabour, &forced}, {g.ForcedChildLabour, &both}} {
			if c.a == risk.Yes {
				*c.n++
			}
		}
		if g.Country == "" {
			t.Errorf("%s has no code", g.CountryName)
		}
	}
	got := [...]int{len(names), len(goods), len(countries), child, forced, both}
	if want := [...]int{157, 438, 78, 395, 120, 54}; got != want || len(s.Notes) != 0 {
		t.Errorf("goods, pairs, countries, child, forced, forced child: %v, want %v; %v", got, want, notes(s))
	}
	roundTripGoods(t, goods)
}

func roundTripGoods(t *testing.T, goods []supplier.ListedGood) {
	t.Helper()
	var b bytes.Buffer
	if err := supplier.WriteGoods(&b, slices.Values(goods)); err != nil {
		t.Fatal(err)
	}
	again, _, err := supplier.ReadGoods(t.Context(), &b, supplier.ReadOptions{})
	if err != nil || !reflect.DeepEqual(goods, again) {
		t.Errorf("the list of goods does not come back: %v", err)
	}
}

// A cell that has slipped into the wrong column can hold a name.
func TestTheErrorOfARowShowsNoWordsOfPeople(t *testing.T) {
	const words = "Maria Lopez, who complained"
	_, sum, err := supplier.ReadSuppliers(t.Context(), strings.NewReader("id,name,country\n"+id(1).String()+",a mill,\""+words+"\"\n"), supplier.ReadOptions{})
	if err != nil || len(sum.Notes) != 1 {
		t.Fatal(err, sum.Notes)
	}
	if n := sum.Notes[0]; n.Found != words || strings.Contains(n.Error(), "Maria") || !strings.Contains(n.Error(), "column country: a text of 27 characters") {
		t.Errorf("found %q, says %q", n.Found, n.Error())
	}
	var tiers *supplier.TierError
	if _, err := supplier.ParseTierRange(words); !errors.As(err, &tiers) || strings.Contains(err.Error(), "Maria") {
		t.Error(err)
	}
}

func TestSuppliersAreReadUnderTheHeadersOfTheHost(t *testing.T) {
	const file = "\xef\xbb\xbfVendor No.;Vendor Name;Land;Kategorie;Adresse;Headcount;Internal remark\r\n" +
		"4711;Kiln & Sons;Bangladesh;Final Assembly|bricks;Plot 3;310;x\r\n" +
		"4711;Kiln & Sons;Bangladesh;;Plot 9;;\r\n" +
		"4711;Kiln and Sons;BD;;Plot 3;;\r\n" +
		"4712;\"Z\xfcrich, Ltd.\";Schwitzerland;;;about 50;\r\n" +
		";;;;Plot 4;;\r\n" +
		"4713;Ash;;;\r\n" +
		";;;;;;\r\n" +
		"4714;\"Open;;;;;\r\n" +
		"4715;Last;KH;;;;\r\n"
	got, s, err := supplier.ReadSuppliers(t.Context(), strings.NewReader(file), supplier.ReadOptions{System: "sap", Columns: supplier.ColumnMap{
		"key": "Vendor No.", "name": "Vendor Name", "country": "Land", "categories": "Kategorie", "site_address": "Adresse", "site_workers": "Headcount",
	}})
	if err != nil {
		t.Fatal(err)
	}
	checkAccount(t, s, 8)
	if s.Read != 3 || s.Merged != 2 || s.Skipped != 3 || s.Recoded != 1 || !slices.Equal(s.Ignored, []string{"Internal remark"}) {
		t.Errorf("%+v", s)
	}
	want := []string{
		`row 3 (line 3): adds a site to the supplier of row 2 (row-merged)`,
		`row 4 (line 4), column Vendor Name: it differs from row 2, which has the same id (cell-left-out)`,
		`row 4 (line 4): has the id of row 2 (row-merged)`,
		`row 5 (line 5), column Land: "Schwitzerland" is not a country; use an ISO 3166-1 code or an English name (cell-left-out)`,
		`row 5 (line 5), column Headcount: a text of 8 characters is not a whole number of people (cell-left-out)`,
		`row 6 (line 6): it has no id, no key and no name (row-skipped)`,
		`row 7 (line 7): it has 5 fields and the header 7; quote a field that holds the separator (row-skipped)`,
		`row 9 (line 9): at line 9, column 6, the quote is not closed; close it, or double it if it belongs to the text (row-skipped)`,
	}
	if n := notes(s); !slices.Equal(n, want) {
		t.Errorf("notes:\n%s\nwant:\n%s", strings.Join(n, "\n"), strings.Join(want, "\n"))
	}
	kiln := got[0]
	if kiln.ID != supplier.KeyID("sap", "4711") || len(kiln.Sites) != 2 || kiln.Sites[0].Country != "BD" ||
		!slices.Equal(kiln.Categories, []supplier.Category{supplier.FinalAssembly, "bricks"}) || kiln.Sites[0].Workforce.Total != risk.CountOf(310) {
		t.Errorf("%+v", kiln)
	}
	if got[1].Name != "Zürich, Ltd." || got[1].Country != "" {
		t.Errorf("%+v", got[1])
	}
}

// A host stores by ID. Importing a file again, its rows in another order, meets
// the same IDs and nothing new.
func TestASecondImportChangesNothing(t *testing.T) {
	ids := func(file string, read func(io.Reader) []uuid.UUID) []uuid.UUID {
		got := read(strings.NewReader(file))
		slices.SortFunc(got, compareIDs)
		return got
	}
	ctx, opts := t.Context(), supplier.ReadOptions{System: "sap"}
	for _, c := range []struct {
		name, header string
		rows         []string
		read         func(io.Reader) []uuid.UUID
		want         int // different IDs
	}{
		{"suppliers with sites", "key,name,country,address,site_key\n",
			[]string{"1,A,BD,Plot 1,\n", "1,A,BD,Plot 2,\n", "2,B,CN,,s\n", ",C & D,IN,Road 1,\n", ",E,IN,,\n"},
			func(src io.Reader) (all []uuid.UUID) {
				list, _, _ := supplier.ReadSuppliers(ctx, src, opts)
				for _, s := range list {
					all = append(all, s.ID)
					for _, site := range s.Sites {
						all = append(all, site.ID)
					}
				}
				return all
			}, 4 + 4},
		{"relationships", "from,to,kind,start\n", []string{"1,2,supply,2019\n", "1,2,supply,2021\n", "2,1,return,\n"},
			func(src io.Reader) (all []uuid.UUID) {
				list, _, _ := supplier.ReadRelationships(ctx, src, opts)
				for _, r := range list {
					all = append(all, r.ID)
				}
				return all
			}, 3},
		{"facilities", "os_id,name,address,country\n", []string{"CN2021250D1DTN7,A,B,CN\n", ",A,B,CN\n", ",A,C,CN\n"},
			func(src io.Reader) (all []uuid.UUID) {
				list, _, _ := supplier.ReadFacilities(ctx, src, opts)
				for i := range list {
					s := list[i].Supplier()
					all = append(all, s.ID, s.Sites[0].ID)
				}
				return all
			}, 6},
		{"smelters", "metal,smelter_id,smelter_name,country\n", []string{"Tin,CID001234,A,ID\n", "Tin,,A,ID\n", "Gold,,A,ID\n"},
			func(src io.Reader) (all []uuid.UUID) {
				list, _, _ := supplier.ReadSmelters(ctx, src, opts)
				for i := range list {
					s := list[i].Supplier()
					all = append(all, s.ID, s.Sites[0].ID)
				}
				return all
			}, 6},
	} {
		first := ids(c.header+strings.Join(c.rows, ""), c.read)
		slices.Reverse(c.rows)
		again := ids(c.header+strings.Join(c.rows, ""), c.read)
		if distinct := len(slices.Compact(slices.Clone(first))); !slices.Equal(first, again) || distinct != c.want {
			t.Errorf("%s: %d IDs, want %d; the second time they are the same: %v", c.name, distinct, c.want, slices.Equal(first, again))
		}
	}
}

// What a later row says differently is noted cell by cell, whichever reader it
// is: nothing is lost in silence.
func TestAMergedRowLosesNothingInSilence(t *testing.T) {
	type reader func(context.Context, io.Reader, supplier.ReadOptions) (any, supplier.ReadSummary, error)
	for _, c := range []struct {
		name string
		read reader
		file string
		left []string // columns that are left out
	}{
		{"suppliers", func(ctx context.Context, r io.Reader, o supplier.ReadOptions) (any, supplier.ReadSummary, error) {
			return supplier.ReadSuppliers(ctx, r, o)
		}, "key,code,name,country,sector,site_key,site_code,site_name,site_country,site_address,site_latitude,site_longitude,site_workers\n" +
			"1,c,A,BD,C1,s,sc,S,BD,Plot 1,1,1,100\n" +
			"1,d,B,CN,C2,s,sd,T,CN,Plot 2,2,2,300\n",
			[]string{"name", "country", "sector", "code", "site_code", "site_name", "site_country", "site_address", "site_latitude", "site_workers"}},
		{"facilities", func(ctx context.Context, r io.Reader, o supplier.ReadOptions) (any, supplier.ReadSummary, error) {
			return supplier.ReadFacilities(ctx, r, o)
		}, "os_id,name,address,country,lat,lng,number_of_workers,parent_company,is_closed\n" +
			"CN2021250D1DTN7,A,B,CN,1,1,5,P,no\n" +
			"CN2021250D1DTN7,C,D,BD,2,2,6,Q,yes\n",
			[]string{"name", "address", "parent_company", "country", "number_of_workers", "lat", "is_closed"}},
		{"relationships", func(ctx context.Context, r io.Reader, o supplier.ReadOptions) (any, supplier.ReadSummary, error) {
			return supplier.ReadRelationships(ctx, r, o)
		}, "id,from,to,kind,category,share,start,end\n" +
			"6ba7b810-9dad-11d1-80b4-00c04fd430c8,1,2,supply,metals,1,2019,2020\n" +
			"6ba7b810-9dad-11d1-80b4-00c04fd430c8,3,4,return,plastics,2,2018,2021\n",
			[]string{"from", "to", "kind", "category", "share", "start", "end"}},
		{"smelters", func(ctx context.Context, r io.Reader, o supplier.ReadOptions) (any, supplier.ReadSummary, error) {
			return supplier.ReadSmelters(ctx, r, o)
		}, "metal,smelter_id,smelter_name,reference_name,country,region,city,source_of_id,status,recycled,mines,comments\n" +
			"Tin,CID001234,A,R,ID,x,y,RMI,Active,yes,m,c\n" +
			"Gold,CID001234,B,S,PE,z,w,LBMA,Conformant,no,n,d\n",
			[]string{"metal", "smelter_name", "reference_name", "country", "region", "city", "source_of_id", "status", "mines", "comments", "recycled"}},
	} {
		_, s, err := c.read(t.Context(), strings.NewReader(c.file), supplier.ReadOptions{})
		if err != nil || s.Read != 1 || s.Merged != 1 {
			t.Fatalf("%s: %+v, %v", c.name, s, err)
		}
		var left []string
		for _, n := range s.Notes {
			if n.Effect == supplier.CellLeftOut {
				left = append(left, n.Column)
			}
		}
		if !slices.Equal(left, c.left) {
			t.Errorf("%s: left out are\n%v, want\n%v", c.name, left, c.left)
		}
	}
}

func TestALaterRowFillsWhatTheFirstLeavesOpen(t *testing.T) {
	const file = "key,name,country,site_key,site_address,site_workers\n1,,,s,,\n1,A,BD,s,Plot 1,7\n"
	all, s, err := supplier.ReadSuppliers(t.Context(), strings.NewReader(file), supplier.ReadOptions{})
	if err != nil || len(s.Notes) != 1 || len(all) != 1 || len(all[0].Sites) != 1 {
		t.Fatalf("%+v, %v, %v", all, notes(s), err)
	}
	x := all[0]
	if site := x.Sites[0]; x.Name != "A" || x.Country != "BD" || site.Address != "Plot 1" || site.Workforce.Total != risk.CountOf(7) {
		t.Errorf("%+v", x)
	}
}

func TestASupplierOfThousandsOfSitesIsReadInLinearTime(t *testing.T) {
	const sites = 50_000
	var b strings.Builder
	b.WriteString("key,name,site_key,goods,keys\n")
	for range 2 { // the second time each site is there already
		for i := range sites {
			fmt.Fprintf(&b, "1,A,%d,good %d,sap=%d\n", i, i, i)
		}
	}
	all, s, err := supplier.ReadSuppliers(t.Context(), strings.NewReader(b.String()), supplier.ReadOptions{})
	if err != nil || len(all) != 1 || s.Merged != 2*sites-1 {
		t.Fatalf("%d suppliers, %d merged, %v", len(all), s.Merged, err)
	}
	if x := all[0]; len(x.Sites) != sites || len(x.Goods) != sites || len(x.Keys) != sites+1 { // and its own
		t.Errorf("%d sites, %d goods, %d keys; want %d of each", len(x.Sites), len(x.Goods), len(x.Keys), sites)
	}
}

// Most recommendations of the Universal Periodic Review are no suppliers, but
// the file has what files have: bare carriage returns, and bytes of two
// encodings.
func TestAFileOfBareCarriageReturnsIsNotOneRow(t *testing.T) {
	text, err := os.ReadFile(published + "upr-recommendations/2008.csv")
	if err != nil {
		t.Skip("the file is not here")
	}
	_, s, err := supplier.ReadSuppliers(t.Context(), bytes.NewReader(text), supplier.ReadOptions{Columns: supplier.ColumnMap{"name": "text"}})
	if err != nil {
		t.Fatal(err)
	}
	checkAccount(t, s, 1024)
	if s.Skipped != 0 || s.Recoded == 0 {
		t.Errorf("%+v", s)
	}
}

func TestAFileWithoutTheColumnsIsRefused(t *testing.T) {
	for _, c := range []struct {
		name, file string
		columns    supplier.ColumnMap
		want       string
	}{
		{"empty", "", nil, "column id: the file is empty"},
		{"no name", "id;country\n1;2\n", nil, `column name: the file has no column "name"`},
		{"declared and not there", "name\nx\n", supplier.ColumnMap{"country": "Land"}, `column country: the file has no column "Land"`},
		{"not known", "name\nx\n", supplier.ColumnMap{"contry": "Land"}, `column contry: it is not known here; did you mean "country"?`},
		{"twice", "name,country,Country\nx,y,z\n", nil, "column country: the file has the column twice"},
	} {
		_, _, err := supplier.ReadSuppliers(t.Context(), strings.NewReader(c.file), supplier.ReadOptions{Columns: c.columns})
		var bad *supplier.ColumnError
		if !errors.As(err, &bad) || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %v\nwant %s", c.name, err, c.want)
		}
	}
	var encoding *supplier.EncodingError
	if _, _, err := supplier.ReadSuppliers(t.Context(), strings.NewReader("\xff\xfen\x00"), supplier.ReadOptions{}); !errors.As(err, &encoding) {
		t.Errorf("UTF-16: %v", err)
	}
	broken := errors.New("the line went dead")
	if _, _, err := supplier.ReadSuppliers(t.Context(), io.MultiReader(strings.NewReader("name\nx\n"), iotest.ErrReader(broken)), supplier.ReadOptions{}); !errors.Is(err, broken) {
		t.Errorf("a broken source: %v", err)
	}
}

func TestReadingStopsWhenItIsToldTo(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := supplier.ReadSuppliers(ctx, strings.NewReader("name\nx\n"), supplier.ReadOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	calls := 0
	_, s, err := supplier.ReadSuppliers(t.Context(), strings.NewReader("key,name\n"+numbered(5000)), supplier.ReadOptions{Progress: func(int) { calls++ }})
	if err != nil || calls == 0 || s.Read != 5000 {
		t.Errorf("%d calls, %+v, %v", calls, s, err)
	}
}

func numbered(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%d,One Name Ltd.\n", i)
	}
	return b.String()
}

func TestManySuppliersOfOneNameStayMany(t *testing.T) {
	all, s, err := supplier.ReadSuppliers(t.Context(), strings.NewReader("key,name\n"+numbered(20_000)), supplier.ReadOptions{})
	if err != nil || len(all) != 20_000 || s.Merged != 0 {
		t.Errorf("%d suppliers, %d merged, %v", len(all), s.Merged, err)
	}
}

func TestNotesAreBoundedAndTheRestIsCounted(t *testing.T) {
	_, s, err := supplier.ReadSuppliers(t.Context(), strings.NewReader("key,name\n"+strings.Repeat("1,x\n", 500)), supplier.ReadOptions{MaxNotes: 10})
	if err != nil || len(s.Notes) != 10 || s.MoreNotes != 489 {
		t.Errorf("%d notes and %d more, %v", len(s.Notes), s.MoreNotes, err)
	}
}

func TestRelationshipsAreReadByKeyOrID(t *testing.T) {
	id := uuid.MustParse("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
	const file = "from,to,kind,category,goods,share,start,end\n" +
		"4711,6ba7b810-9dad-11d1-80b4-00c04fd430c8,Supply,Metals,tin|tungsten,12.5%,2019-03,\n" +
		"4711,6ba7b810-9dad-11d1-80b4-00c04fd430c8,supply,metals,tin|tungsten,\"12,5\",2019-03,2021\n" +
		"4711,4711,,,,101,2022,2021\n" +
		",4711,,,,,,\n" +
		"4712,4711,gift,,,0,yesterday,\n"
	got, s, err := supplier.ReadRelationships(t.Context(), strings.NewReader(file), supplier.ReadOptions{System: "sap"})
	if err != nil {
		t.Fatal(err)
	}
	checkAccount(t, s, 5)
	if s.Read != 3 || s.Merged != 1 || s.Skipped != 1 || len(got) != 3 {
		t.Fatalf("%+v\n%s", s, strings.Join(notes(s), "\n"))
	}
	r := got[0]
	if r.From != supplier.KeyID("sap", "4711") || r.To != id || r.Kind != supplier.Supply || r.Category != supplier.Metals ||
		r.Share != supplier.ShareOf(1250) || r.Period != (risk.Period{From: date("2019-03"), To: date("2021")}) {
		t.Errorf("%+v", r)
	}
	if self := got[1]; self.From != self.To || !self.Share.IsZero() || !self.Period.To.IsZero() || self.Period.From != date("2022") {
		t.Errorf("%+v", self)
	}
	if last := got[2]; last.Kind != supplier.KindNotStated || last.Share != supplier.ShareOf(0) || !last.Period.IsZero() {
		t.Errorf("%+v", last)
	}
	want := []string{
		`row 3 (line 3): is the relationship of row 2 (row-merged)`,
		`row 4 (line 4), column share: "101" is not a share; write per cents from 0 to 100 (cell-left-out)`,
		`row 4 (line 4), column end: "2021" is before the start (cell-left-out)`,
		`row 5 (line 5), column from: it does not say who; give an ID or a key (row-skipped)`,
		`row 6 (line 6), column kind: "gift" is not a kind of relationship; use one of supply, subcontract, on-site-contractor, intermediary, return, distribution (cell-left-out)`,
		`row 6 (line 6), column share: `,
		`row 6 (line 6), column start: "yesterday" is not a date; write it as 2006-01-02, 2006-01 or 2006 (cell-left-out)`,
	}
	want = slices.Delete(want, 5, 6)
	if n := notes(s); !slices.Equal(n, want) {
		t.Errorf("notes:\n%s\nwant:\n%s", strings.Join(n, "\n"), strings.Join(want, "\n"))
	}
}

func TestSmeltersAreReadUnderTheHeadersOfTheTemplate(t *testing.T) {
	const file = "Metal (*),Smelter Look-up (*),Smelter Name (1),Smelter Country (*),Smelter Identification,Source of Smelter Identification Number,Smelter City,Comments\n" +
		"Tin,Alpha,Alpha Smelting,INDONESIA,CID001234,RMI,Bangka,\n" +
		"Tin,Alpha,Alpha Smelting Ltd,INDONESIA,CID001234,RMI,,again\n" +
		"Gold,Smelter not listed,Beta Gold,Peru,,,Lima,\n" +
		"Gold,Smelter not yet identified,Smelter not yet identified,Unknown,,,,\n" +
		"Tungsten,Gamma,Gamma,China,1234,,,\n"
	got, s, err := supplier.ReadSmelters(t.Context(), strings.NewReader(file), supplier.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	checkAccount(t, s, 5)
	if s.Read != 3 || s.Merged != 1 || s.Skipped != 1 {
		t.Errorf("%+v\n%s", s, strings.Join(notes(s), "\n"))
	}
	alpha := got[0].Supplier()
	if alpha.ID != supplier.KeyID(supplier.SystemCID, "CID001234") || alpha.Country != "ID" || !slices.Equal(alpha.Goods, []string{"Tin"}) ||
		alpha.Sites[0].Keys[0] != (supplier.OutsideKey{System: supplier.SystemCID, Key: "CID001234"}) || got[0].Comments != "again" {
		t.Errorf("%+v %+v", alpha, got[0])
	}
}

func TestALongGoodAndABrokenFileAreRefusedWithAPlace(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"another layout", "<Products></Products>", `expected "Goods"`},
		{"another element", "<Goods><Product/></Goods>", `expected "Good"`},
		{"a second list", "<Goods></Goods><Goods></Goods>", "after the end"},
		{"a good behind the list", "<Goods/><Good><Good_Name>x</Good_Name></Good>", "after the end"},
		{"cut off", "<Goods><Good><Good_Name>x", "EOF"},
		{"empty", "", "too soon"},
		{"too long", "<Goods><Good>" + strings.Repeat("<Countries><Country/></Countries>", 50_000) + "</Good></Goods>", "more than a megabyte"},
	} {
		_, _, err := supplier.ReadGoods(t.Context(), strings.NewReader(c.file), supplier.ReadOptions{})
		var bad *supplier.XMLError
		if !errors.As(err, &bad) || !strings.Contains(err.Error(), c.want) || bad.Line == 0 {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
	const odd = "<Goods><Good><Good_Name>Bricks</Good_Name><Countries>" +
		"<Country><Country_Name>Atlantis</Country_Name><Child_Labor>Perhaps</Child_Labor></Country>" +
		"<Country><Country_Name>Nepal</Country_Name><Child_Labor>No</Child_Labor></Country>" +
		"<Country><Country_Name>NEPAL</Country_Name><Child_Labor>Yes</Child_Labor></Country>" +
		"<Country></Country></Countries></Good></Goods>"
	goods, s, err := supplier.ReadGoods(t.Context(), strings.NewReader(odd), supplier.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	checkAccount(t, s, 4)
	if len(goods) != 2 || goods[0].ChildLabour != risk.Unknown || goods[1].ChildLabour != risk.Yes || s.Skipped != 1 || s.Merged != 1 {
		t.Errorf("%+v\n%+v", goods, s)
	}
}

func TestAGoodWithoutACountryIsSkippedAndNotLost(t *testing.T) {
	for name, countries := range map[string]string{
		"none":                 "",
		"an empty list":        "<Countries/>",
		"in another place":     "<Country><Country_Name>Nepal</Country_Name></Country>",
		"under another name":   "<Nations><Country><Country_Name>Nepal</Country_Name></Country></Nations>",
		"a country of no name": "<Countries><Country/></Countries>",
	} {
		file := "<Goods><Good><Good_Name>Bricks</Good_Name>" + countries + "</Good></Goods>"
		goods, s, err := supplier.ReadGoods(t.Context(), strings.NewReader(file), supplier.ReadOptions{})
		if checkAccount(t, s, 1); err != nil || len(goods) != 0 || s.Skipped != 1 || len(s.Notes) != 1 {
			t.Errorf("%s: %+v, %+v, %v", name, goods, s, err)
		}
	}
}

// The time of this test would grow with the square of the number of keys.
func TestACellOfVeryManyKeysIsRead(t *testing.T) {
	var b strings.Builder
	b.WriteString("name,keys\nA,")
	const keys = 90_000
	for i := range keys {
		fmt.Fprintf(&b, "a=%d|", i)
		if i%3 == 0 {
			fmt.Fprintf(&b, "a=%d|", i/2) // again
		}
	}
	got, s, err := supplier.ReadSuppliers(t.Context(), strings.NewReader(b.String()), supplier.ReadOptions{})
	if checkAccount(t, s, 1); err != nil || len(got) != 1 || len(got[0].Keys) != keys {
		t.Errorf("%d suppliers, %+v, %v", len(got), s, err)
	}
}

func TestAHeaderOfSignsIsNotAnotherHeaderOfSigns(t *testing.T) {
	const file = "%,Name,#,\n12,Kiln,4711,x\n"
	got, _, err := supplier.ReadSuppliers(t.Context(), strings.NewReader(file), supplier.ReadOptions{System: "sap", Columns: supplier.ColumnMap{"key": "#"}})
	if err != nil || len(got) != 1 || got[0].ID != supplier.KeyID("sap", "4711") {
		t.Errorf("%+v, %v", got, err)
	}
	var missing *supplier.ColumnError
	_, _, err = supplier.ReadSuppliers(t.Context(), strings.NewReader(file), supplier.ReadOptions{Columns: supplier.ColumnMap{"key": "*"}})
	if !errors.As(err, &missing) || missing.Column != "key" {
		t.Errorf("%v, want a *ColumnError", err)
	}
}
