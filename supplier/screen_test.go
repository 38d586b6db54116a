package supplier_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

func lr(lo, hi risk.Likelihood) supplier.LikelihoodRange {
	return supplier.LikelihoodRange{Lo: lo, Hi: hi}
}

func indicatorTable(id string, rows ...supplier.Indicator) supplier.IndicatorTable {
	return supplier.IndicatorTable{ID: id, Title: "A table made up for a test", Date: risk.YearOf(2021), Rows: rows}
}

func screener(t testing.TB, o supplier.ScreenOptions, tables ...supplier.IndicatorTable) *supplier.Screener {
	t.Helper()
	s, err := supplier.NewScreener(nil, tables, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var testTables = []supplier.IndicatorTable{
	indicatorTable("country",
		supplier.Indicator{Country: "BD", Likelihood: lr(3, 5)},
		supplier.Indicator{Country: "DE", Likelihood: lr(1, 2)},
		supplier.Indicator{Country: "DE", Right: "trade-union", Likelihood: lr(2, 2)}),
	indicatorTable("sector",
		supplier.Indicator{Sector: "C23", Right: "safe-work", Likelihood: lr(2, 4)},
		supplier.Indicator{Sector: "Electronics", Right: "safe-work", Likelihood: lr(3, 3)}),
	indicatorTable("goods",
		supplier.Indicator{Country: "BD", Good: "Bricks", Right: "child-labour", Likelihood: lr(4, 5)},
		supplier.Indicator{Good: "Mica", Right: "child-labour", Likelihood: lr(4, 4)}),
}

func TestScreeningSaysWhatTheIndicatorsSayAndNoMore(t *testing.T) {
	all := supplier.ScreenOptions{Aliases: map[string]string{"mobile phones": "electronics"}}
	specific := all
	specific.Combine = supplier.MostSpecific
	for _, c := range []struct {
		name    string
		o       supplier.ScreenOptions
		x       supplier.Supplier
		right   risk.RightID
		lo, hi  risk.Likelihood
		uses    []string
		gaps    []supplier.Gap
		noGapOf supplier.Gap
	}{
		{"a country", all, supplier.Supplier{Country: "DE", Sector: "C10", Goods: []string{"bread"}}, "safe-work", 1, 2, []string{"country/1"}, []supplier.Gap{supplier.SectorNotKnown}, supplier.NoIndicator},
		{"sources that differ are spanned", all, supplier.Supplier{Country: "BD", Sector: "C2392"}, "safe-work", 2, 5, []string{"country/0", "sector/0"}, []supplier.Gap{supplier.GoodsNotStated}, supplier.SectorNotKnown},
		{"the sector goes first if it is to", specific, supplier.Supplier{Country: "BD", Sector: "C.23.92"}, "safe-work", 2, 4, []string{"sector/0"}, nil, supplier.CountryNotCovered},
		{"the good in the country", all, supplier.Supplier{Country: "BD", Goods: []string{"BRICKS"}}, "child-labour", 3, 5, []string{"country/0", "goods/0"}, nil, supplier.GoodsNotStated},
		{"the good goes first if it is to", specific, supplier.Supplier{Country: "BD", Goods: []string{"bricks"}}, "child-labour", 4, 5, []string{"goods/0"}, nil, supplier.GoodsNotStated},
		{"the good in another country", all, supplier.Supplier{Country: "DE", Goods: []string{"bricks"}}, "child-labour", 1, 2, []string{"country/1"}, nil, supplier.NoIndicator},
		{"a word of the host", all, supplier.Supplier{Country: "FR", Sector: "Mobile Phones"}, "safe-work", 3, 3, []string{"sector/1"}, nil, supplier.CountryNotCovered},
		{"nothing is known", all, supplier.Supplier{Country: "FR", Goods: []string{"bricks"}}, "child-labour", 0, 0, nil, []supplier.Gap{supplier.NoIndicator, supplier.CountryNotCovered, supplier.SectorNotStated}, supplier.GoodsNotStated},
		{"no country", all, supplier.Supplier{Goods: []string{"mica"}}, "child-labour", 4, 4, []string{"goods/1"}, []supplier.Gap{supplier.CountryNotStated}, supplier.NoIndicator},
		{"two sites", all, supplier.Supplier{Country: "FR", Sites: []supplier.Site{{Country: "DE"}, {Country: "BD"}, {Country: "DE"}}}, "life", 1, 5, []string{"country/0", "country/1"}, nil, supplier.CountryNotCovered},
		{"two sites, one not covered", all, supplier.Supplier{Sites: []supplier.Site{{Country: "DE"}, {Country: "FR"}}}, "life", 1, 5, []string{"country/1"}, []supplier.Gap{supplier.CountryNotCovered}, supplier.CountryNotStated},
		{"two sites, one nowhere", all, supplier.Supplier{Sites: []supplier.Site{{Country: "DE"}, {}}}, "life", 1, 5, []string{"country/1"}, []supplier.Gap{supplier.CountryNotStated}, supplier.CountryNotCovered},
		{"a good that no table knows", all, supplier.Supplier{Country: "BD", Goods: []string{"bread", "bricks"}}, "child-labour", 3, 5, []string{"country/0", "goods/0"}, []supplier.Gap{supplier.GoodNotKnown}, supplier.GoodsNotStated},
		{"goods that the tables know", all, supplier.Supplier{Country: "BD", Goods: []string{"mica", "bricks"}}, "child-labour", 3, 5, []string{"country/0", "goods/0", "goods/1"}, nil, supplier.GoodNotKnown},
		{"a code without the letter of its section", specific, supplier.Supplier{Country: "BD", Sector: "23.92"}, "safe-work", 2, 4, []string{"sector/0"}, nil, supplier.SectorNotKnown},
		{"a code of another division", specific, supplier.Supplier{Country: "BD", Sector: "2"}, "safe-work", 3, 5, []string{"country/0"}, []supplier.Gap{supplier.SectorNotKnown}, supplier.NoIndicator},
		{"a site that does not say is where the supplier is", all, supplier.Supplier{Country: "BD", Sites: []supplier.Site{{}}}, "life", 3, 5, []string{"country/0"}, nil, supplier.CountryNotStated},
		{"all rights and one right", all, supplier.Supplier{Country: "DE"}, "trade-union", 1, 2, []string{"country/1", "country/2"}, nil, supplier.NoIndicator},
	} {
		s := screener(t, c.o, testTables...)
		r, ok := s.One(&c.x).Profile.Right(c.right)
		if !ok {
			t.Fatalf("%s: %s is not screened for", c.name, c.right)
		}
		var uses []string
		for _, u := range r.Uses() {
			uses = append(uses, fmt.Sprintf("%s/%d", u.Table, u.Row))
			if _, ok := s.Indicator(u); !ok {
				t.Errorf("%s: %+v leads nowhere", c.name, u)
			}
		}
		if r.Range().Lo != (risk.Rating{Likelihood: c.lo}) || r.Range().Hi != (risk.Rating{Likelihood: c.hi}) || !slices.Equal(uses, c.uses) {
			t.Errorf("%s: %v by %v, want %d to %d by %v", c.name, r.Range(), uses, c.lo, c.hi, c.uses)
		}
		for _, g := range c.gaps {
			if !r.Gaps().Has(g) {
				t.Errorf("%s: %s is not told; got %v", c.name, g, slices.Collect(r.Gaps().All()))
			}
		}
		if r.Gaps().Has(c.noGapOf) {
			t.Errorf("%s: %s is told", c.name, c.noGapOf)
		}
	}
}

func TestSeverityIsTheHostsAndIndicatorsAddLikelihood(t *testing.T) {
	severity := risk.Range{Lo: risk.Rating{Scale: 4, Irremediability: 3}, Hi: risk.Rating{Scale: 5, Irremediability: 3}}
	s := screener(t, supplier.ScreenOptions{Severity: map[risk.RightID]risk.Range{"child-labour": severity}}, testTables...)
	r, _ := s.One(&supplier.Supplier{Country: "BD"}).Profile.Right("child-labour")
	if r.Range().Lo != (risk.Rating{Scale: 4, Irremediability: 3, Likelihood: 3}) || r.Range().Hi != (risk.Rating{Scale: 5, Irremediability: 3, Likelihood: 5}) {
		t.Errorf("%v", r.Range())
	}
	if r, _ := s.One(&supplier.Supplier{Country: "FR"}).Profile.Right("child-labour"); r.Range() != severity {
		t.Errorf("without an indicator: %v", r.Range())
	}
}

func TestScreeningTakesEveryRightOfTheCatalogue(t *testing.T) {
	p := screener(t, supplier.ScreenOptions{}).One(&supplier.Supplier{}).Profile
	var want []risk.RightID
	for r := range risk.Rights().All() {
		want = append(want, r.ID)
	}
	var got []risk.RightID
	for r := range p.All() {
		got = append(got, r.Right())
		if r.Range() != (risk.Range{}) || !r.Gaps().Has(supplier.NoIndicator) {
			t.Errorf("%s: %v without any indicator", r.Right(), r.Range())
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

func TestATableThatCannotBeUsedIsRefused(t *testing.T) {
	ok := supplier.Indicator{Likelihood: lr(1, 2)}
	for _, c := range []struct {
		name   string
		tables []supplier.IndicatorTable
		want   string
	}{
		{"no ID", []supplier.IndicatorTable{{Title: "x", Date: risk.YearOf(2020)}}, "no ID"},
		{"no date", []supplier.IndicatorTable{{ID: "x", Title: "x"}}, "date is not stated"},
		{"twice", []supplier.IndicatorTable{indicatorTable("x"), indicatorTable("x")}, "another table has its ID"},
		{"country", []supplier.IndicatorTable{indicatorTable("x", ok, supplier.Indicator{Country: "bd", Likelihood: lr(1, 2)})}, "row 1"},
		{"upside down", []supplier.IndicatorTable{indicatorTable("x", supplier.Indicator{Likelihood: lr(3, 2)})}, "3 to 2"},
		{"occurred", []supplier.IndicatorTable{indicatorTable("x", supplier.Indicator{Likelihood: lr(3, risk.Occurred)})}, "3 to 6"},
		{"sector of signs", []supplier.IndicatorTable{indicatorTable("x", supplier.Indicator{Sector: "–", Likelihood: lr(1, 2)})}, "neither letters nor digits"},
		{"good of signs", []supplier.IndicatorTable{indicatorTable("x", supplier.Indicator{Good: "*", Likelihood: lr(1, 2)})}, "neither letters nor digits"},
		{"no scale", []supplier.IndicatorTable{indicatorTable("x", supplier.Indicator{Value: 3})}, "no scale"},
		{"right", []supplier.IndicatorTable{indicatorTable("x", supplier.Indicator{Right: "happiness", Likelihood: lr(1, 2)})}, `no right "happiness"`},
	} {
		if _, err := supplier.NewScreener(nil, c.tables, supplier.ScreenOptions{}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
	var rating *risk.RatingError
	_, err := supplier.NewScreener(nil, nil, supplier.ScreenOptions{Severity: map[risk.RightID]risk.Range{"life": risk.RangeOf(risk.Rating{Likelihood: 2})}})
	if !errors.As(err, &rating) {
		t.Errorf("a severity with a likelihood: %v", err)
	}
	var right *supplier.RightError
	_, err = supplier.NewScreener(nil, nil, supplier.ScreenOptions{Severity: map[risk.RightID]risk.Range{"happiness": {}}})
	if !errors.As(err, &right) {
		t.Errorf("severity of no right: %v", err)
	}
}

func TestAnIndexMapsToLevelsInBands(t *testing.T) {
	up, err := supplier.EvenScale(0, 100) // more is worse
	if err != nil {
		t.Fatal(err)
	}
	down, err := supplier.EvenScale(2.5, -2.5) // less is worse
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		scale supplier.IndexScale
		value float64
		want  supplier.LikelihoodRange
	}{
		{up, -5, lr(1, 2)}, {up, 0, lr(1, 2)}, {up, 19.9, lr(1, 2)}, {up, 20, lr(1, 3)}, {up, 50, lr(2, 4)}, {up, 79.9, lr(3, 5)}, {up, 80, lr(4, 5)}, {up, 1000, lr(4, 5)},
		{down, 2.5, lr(1, 2)}, {down, 1.5, lr(1, 2)}, {down, 1.4, lr(1, 3)}, {down, 0, lr(2, 4)}, {down, -1.6, lr(4, 5)}, {down, -99, lr(4, 5)},
		{up, math.NaN(), lr(0, 0)}, {supplier.IndexScale{}, 1, lr(0, 0)},
		{supplier.IndexScale{Bands: []supplier.Band{{From: 1, Likelihood: lr(1, 5)}}}, 0, lr(0, 0)},
	} {
		if got := c.scale.Likelihood(c.value); got != c.want {
			t.Errorf("%g: %v, want %v", c.value, got, c.want)
		}
	}
	if _, err := supplier.EvenScale(1, 1); err == nil {
		t.Error("a scale of no width")
	}
	for _, bands := range [][]supplier.Band{
		{{From: 0, Likelihood: lr(1, 1)}, {From: 0, Likelihood: lr(2, 2)}},
		{{From: 0, Likelihood: lr(1, 1)}, {From: 1, Likelihood: lr(3, 3)}, {From: 2, Likelihood: lr(2, 2)}},
		{{From: 0}},
		{{From: math.NaN(), Likelihood: lr(1, 1)}},
		{{From: 0, Likelihood: lr(1, 1)}, {From: math.NaN(), Likelihood: lr(2, 2)}},
	} {
		var bad *supplier.ScaleError
		if err := (supplier.IndexScale{Bands: bands}).Check(); !errors.As(err, &bad) {
			t.Errorf("%v: %v", bands, err)
		}
	}
}

// A figure at the edge of a band is published in decimals; it lies where its
// decimals say.
func TestAFigureAtTheEdgeOfAnEvenBandIsInTheBand(t *testing.T) {
	for _, c := range []struct{ best, worst float64 }{{0, 1}, {1, 0}, {0, 10}, {-2.5, 2.5}, {2.5, -2.5}, {1, 7}, {7, 1}} {
		s, err := supplier.EvenScale(c.best, c.worst)
		if err != nil {
			t.Fatal(err)
		}
		for i, b := range s.Bands[1:] {
			lo, hi := 2*min(c.best, c.worst), 2*max(c.best, c.worst)
			edge := (lo*float64(4-i) + hi*float64(i+1)) / 10 // one division of whole numbers
			if b.From != edge || s.Likelihood(edge) != b.Likelihood {
				t.Errorf("%g to %g: band %d begins at %v, want %v", c.best, c.worst, i+1, b.From, edge)
			}
		}
	}
	huge, err := supplier.EvenScale(-math.MaxFloat64/4, math.MaxFloat64/4)
	if err != nil || huge.Check() != nil || huge.Likelihood(0) != lr(2, 4) {
		t.Errorf("%+v, %v", huge, err)
	}
}

func TestACodeOfASectorMayBeSpelledInSeveralWays(t *testing.T) {
	for _, table := range []string{"C23.9", "C 23.9", "c239", "C239"} {
		s := screener(t, supplier.ScreenOptions{}, indicatorTable("x", supplier.Indicator{Sector: table, Likelihood: lr(2, 3)}))
		for _, of := range []string{"C 23.92", "C23.92", "C2392", "23.92", "2392", "C 239"} {
			r, _ := s.One(&supplier.Supplier{Sector: of}).Profile.Right("life")
			if r.Range().Lo.Likelihood != 2 {
				t.Errorf("%q is not found in %q", of, table)
			}
		}
	}
}

// Which of two spellings of an alias counts must not change from run to run.
func TestAliasesThatContradictAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		aliases map[string]string
		bad     bool
	}{
		"two meanings":    {map[string]string{"Mobile phones": "Electronics", "mobile-phones": "Mining"}, true},
		"one meaning":     {map[string]string{"Mobile phones": "Electronics", "mobile-phones": "electronics"}, false},
		"of signs":        {map[string]string{"--": "Electronics"}, true},
		"for signs":       {map[string]string{"Phones": "*"}, true},
		"for one another": {map[string]string{"a": "b", "b": "a"}, false},
	} {
		var bad *supplier.AliasError
		if _, err := supplier.NewScreener(nil, nil, supplier.ScreenOptions{Aliases: c.aliases}); errors.As(err, &bad) != c.bad {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A country is what the host writes; one that is none must not be taken for
// others.
func TestNoTwoSetsOfCountriesAreTakenForOne(t *testing.T) {
	de, fr := supplier.Indicator{Country: "DE", Likelihood: lr(1, 1)}, supplier.Indicator{Country: "FR", Likelihood: lr(5, 5)}
	s := screener(t, supplier.ScreenOptions{}, indicatorTable("x", de, fr))
	odd := []string{"DE;FR", "DE;FR;|", "DE;", "\x03DE\x03FR", "\x03DE", ""}
	var all []supplier.Supplier
	for _, c := range odd {
		all = append(all, supplier.Supplier{Country: c}, supplier.Supplier{Sites: []supplier.Site{{Country: c}, {Country: "DE"}}})
	}
	both := supplier.Supplier{Sites: []supplier.Site{{Country: "DE"}, {Country: "FR"}}}
	one := supplier.Supplier{Country: "DE"}
	for _, order := range [][]supplier.Supplier{append([]supplier.Supplier{both, one}, all...), append(all, both, one)} {
		i := 0
		for x := range s.Screen(slices.Values(order)) {
			want := s.One(&order[i]).Profile
			a, _ := x.Profile.Right("life")
			b, _ := want.Right("life")
			if a.Range() != b.Range() || a.Gaps() != b.Gaps() || !slices.Equal(slices.Collect(x.Profile.Countries()), slices.Collect(want.Countries())) {
				t.Errorf("%+v: %v, want %v", order[i], a.Range(), b.Range())
			}
			i++
		}
	}
}

func TestAScaleAndItsTableComeBackFromJSON(t *testing.T) {
	scale, err := supplier.EvenScale(0, 10)
	if err != nil {
		t.Fatal(err)
	}
	in := indicatorTable("index", supplier.Indicator{Country: "BD", Value: 7.5}, supplier.Indicator{Good: "Mica", Right: "child-labour", Likelihood: lr(3, 5)})
	in.Scale = scale
	b, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	var out supplier.IndicatorTable
	if err := json.Unmarshal(b, &out); err != nil || !reflect.DeepEqual(in, out) {
		t.Errorf("%v\n in %+v\nout %+v", err, in, out)
	}
}

func TestAWorseFigureIsNeverLessLikely(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		best, worst := r.Float64()*200-100, r.Float64()*200-100
		s, err := supplier.EvenScale(best, worst)
		if err != nil {
			t.Fatal(err)
		}
		before := supplier.LikelihoodRange{}
		for i := range 41 {
			got := s.Likelihood(best + (worst-best)*float64(i)/40)
			if got.Lo < before.Lo || got.Hi < before.Hi {
				t.Fatalf("from %g to %g: %v after %v", best, worst, got, before)
			}
			before = got
		}
	}
}

// slowScreen says what a screener should, by looking at every row for every
// supplier and right.
func slowScreen(tables []supplier.IndicatorTable, x *supplier.Supplier, right risk.RightID) (says supplier.LikelihoodRange, uses int) {
	at := map[string]bool{}
	for _, site := range x.Sites {
		if site.Country != "" {
			at[site.Country] = true
		} else {
			at[x.Country] = true
		}
	}
	if len(x.Sites) == 0 {
		at[x.Country] = true
	}
	spoken := map[string]bool{} // of which place something is said
	for _, table := range tables {
		for _, row := range table.Rows {
			good := row.Good == ""
			for _, g := range x.Goods {
				good = good || strings.EqualFold(g, row.Good)
			}
			if good && (row.Sector == "" || strings.EqualFold(row.Sector, x.Sector)) && (row.Country == "" || at[row.Country]) && (row.Right == "" || row.Right == right) {
				uses++
				for place := range at {
					spoken[place] = spoken[place] || row.Country == "" || row.Country == place
				}
				if says.Lo == 0 {
					says = row.Likelihood
				}
				says = lr(min(says.Lo, row.Likelihood.Lo), max(says.Hi, row.Likelihood.Hi))
			}
		}
	}
	for place := range at {
		if uses > 0 && !spoken[place] {
			says = lr(risk.Remote, risk.AlmostCertain)
		}
	}
	return says, uses
}

func TestScreeningAgreesWithLookingAtEveryRow(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	pick := func(words ...string) string { return words[r.IntN(len(words))] }
	country := func() string { return pick("", "BD", "DE", "CN", "FR", "KH") }
	for range 60 {
		var tables []supplier.IndicatorTable
		for i := range 3 {
			table := indicatorTable(fmt.Sprint("t", i))
			for range r.IntN(12) {
				lo := risk.Likelihood(1 + r.IntN(5))
				table.Rows = append(table.Rows, supplier.Indicator{
					Country: country(), Sector: pick("", "", "toys", "shoes"), Good: pick("", "", "mica", "bricks"),
					Right: risk.RightID(pick("", "life", "safe-work", "child-labour")), Likelihood: lr(lo, lo+risk.Likelihood(r.IntN(int(6-lo)))),
				})
			}
			tables = append(tables, table)
		}
		var all []supplier.Supplier
		for range 40 {
			x := supplier.Supplier{Country: country(), Sector: pick("", "TOYS", "shoes", "ships")}
			for range r.IntN(3) {
				x.Goods = append(x.Goods, pick("Mica", "bricks", "air"))
			}
			for range r.IntN(4) {
				x.Sites = append(x.Sites, supplier.Site{Country: country()})
			}
			all = append(all, x)
		}
		i := 0
		for got := range screener(t, supplier.ScreenOptions{}, tables...).Screen(slices.Values(all)) {
			for rs := range got.Profile.All() {
				says, uses := slowScreen(tables, &all[i], rs.Right())
				if rs.Range().Lo.Likelihood != says.Lo || rs.Range().Hi.Likelihood != says.Hi || len(rs.Uses()) != uses || rs.Gaps().Has(supplier.NoIndicator) != (uses == 0) {
					t.Fatalf("%+v\n%s: %v by %d, want %v by %d", all[i], rs.Right(), rs.Range(), len(rs.Uses()), says, uses)
				}
			}
			i++
		}
	}
}

func TestMoreKindsOfSupplierThanAreRememberedChangeNothing(t *testing.T) {
	var rows []supplier.Indicator
	for i := range 17 {
		rows = append(rows, supplier.Indicator{Good: fmt.Sprint("good ", i), Right: "life", Likelihood: lr(1, risk.Likelihood(1+i%5))})
	}
	s := screener(t, supplier.ScreenOptions{}, indicatorTable("goods", rows...))
	var all []supplier.Supplier
	for set := range 1 << 17 { // each set of goods is a profile of its own
		var x supplier.Supplier
		for i := range 17 {
			if set&(1<<i) != 0 {
				x.Goods = append(x.Goods, fmt.Sprint("good ", i))
			}
		}
		all = append(all, x)
	}
	i := 0
	for got := range s.Screen(slices.Values(all)) {
		if i%997 == 0 {
			want := s.One(&all[i])
			if a, b := fmt.Sprint(plain(got.Profile)), fmt.Sprint(plain(want.Profile)); a != b {
				t.Fatalf("supplier %d: %v, alone %v", i, a, b)
			}
		}
		i++
	}
	if i != len(all) {
		t.Errorf("%d of %d", i, len(all))
	}
}

// plain returns all that a profile says, for comparison.
func plain(p *supplier.ScreenProfile) (all []any) {
	for r := range p.All() {
		all = append(all, r.Right(), r.Range(), r.Gaps(), r.Uses())
	}
	return all
}

func TestScreenedRightsCanBeRanked(t *testing.T) {
	s := screener(t, supplier.ScreenOptions{Severity: map[risk.RightID]risk.Range{
		"child-labour": risk.RangeOf(risk.Rating{Scale: 5, Scope: 3, Irremediability: 5}),
	}}, testTables...)
	all := []supplier.Supplier{{ID: id(1), Country: "DE"}, {ID: id(2), Country: "BD", Goods: []string{"bricks"}}}
	ranking, err := risk.RankRanges(risk.UNGP(), supplier.ScreenedRights(s.Screen(slices.Values(all))), supplier.Screened.Range)
	if err != nil {
		t.Fatal(err)
	}
	// Rights that nobody has rated can be anything, so they may stand first.
	for _, r := range ranking.Items {
		if r.Item.Right() == "child-labour" && r.Item.Supplier() == id(1) && r.Best == 1 && r.Worst == 1 {
			t.Errorf("%+v", r)
		}
	}
	ids := make(map[uuid.UUID]int)
	for _, r := range ranking.Items {
		ids[r.Item.Supplier()]++
	}
	if n := len(slices.Collect(risk.Rights().All())); len(ids) != 2 || ids[id(1)] != n || ids[id(2)] != n {
		t.Errorf("pairs by supplier: %v", ids)
	}
	if n := len(ranking.Items); n != 2*len(slices.Collect(risk.Rights().All())) {
		t.Errorf("%d pairs", n)
	}
}

// worldTables returns tables of the size that hosts have: a figure for every
// country, sectors, and the published list of goods or one like it.
func worldTables(t testing.TB) []supplier.IndicatorTable {
	scale, err := supplier.EvenScale(0, 100)
	if err != nil {
		t.Fatal(err)
	}
	countries := indicatorTable("countries")
	countries.Scale = scale
	for i, c := range worldCountries {
		countries.Rows = append(countries.Rows, supplier.Indicator{Country: c, Value: float64(i * 7 % 100)})
	}
	sectors := indicatorTable("sectors")
	for i := range 90 {
		sectors.Rows = append(sectors.Rows, supplier.Indicator{Sector: fmt.Sprintf("C%02d", 10+i), Right: "safe-work", Likelihood: lr(risk.Likelihood(1+i%5), 5)})
	}
	goods := indicatorTable("goods")
	if f, err := os.Open(published + "ilab-goods/goods_2019.xml"); err == nil {
		defer f.Close()
		list, _, err := supplier.ReadGoods(t.Context(), f, supplier.ReadOptions{})
		if err != nil {
			t.Fatal(err)
		}
		goods, _ = supplier.GoodsTable(goods, list, supplier.LikelihoodRange{})
	} else {
		for i := range 438 {
			goods.Rows = append(goods.Rows, supplier.Indicator{Country: worldCountries[i%len(worldCountries)], Good: fmt.Sprint("good ", i%157), Right: "child-labour", Likelihood: lr(3, 5)})
		}
	}
	return []supplier.IndicatorTable{countries, sectors, goods}
}

var worldCountries = strings.Fields("AF AL DZ AO AR AM AU AT AZ BD BY BE BJ BO BA BW BR BG BF BI KH CM CA CF TD CL CN CO CD CG CR CI HR CU CZ DK DO EC EG SV ER EE SZ ET FJ FI FR GA GM GE DE GH GR GT GN HT HN HK HU IN ID IR IQ IE IL IT JM JP JO KZ KE KR KW KG LA LV LB LS LR LY LT MG MW MY ML MR MU MX MD MN ME MA MZ MM NA NP NL NZ NI NE NG MK NO OM PK PA PG PY PE PH PL PT QA RO RU RW SA SN RS SL SG SK SI SO ZA SS ES LK SD SE CH SY TW TJ TZ TH TG TN TR TM UG UA AE GB US UY UZ VE VN YE ZM ZW")

// worldSuppliers returns suppliers with one site each.
func worldSuppliers(n int) []supplier.Supplier {
	r := rand.New(rand.NewPCG(5, 6))
	goods := []string{"Bricks", "Garments", "Electronics", "Cotton", "Gold", "Footwear", "Tin", "Toys", "Palm Oil", "Steel"}
	sites := make([]supplier.Site, n)
	all := make([]supplier.Supplier, n)
	for i := range all {
		c := worldCountries[r.IntN(len(worldCountries))]
		g := r.IntN(len(goods))
		sites[i] = supplier.Site{Country: c}
		all[i] = supplier.Supplier{ID: supplier.KeyID("bench", fmt.Sprint(i)), Country: c, Sector: fmt.Sprintf("C%02d", 10+r.IntN(20)), Goods: goods[g : g+1], Sites: sites[i : i+1 : i+1]}
	}
	return all
}

func BenchmarkScreen(b *testing.B) {
	s := screener(b, supplier.ScreenOptions{}, worldTables(b)...)
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		all := worldSuppliers(n)
		b.Run(fmt.Sprintf("suppliers=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				count := 0
				for x := range s.Screen(slices.Values(all)) {
					if x.Profile != nil {
						count++
					}
				}
				if count != n {
					b.Fatal(count)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/supplier")
		})
	}
}

func BenchmarkScreenPairs(b *testing.B) {
	s := screener(b, supplier.ScreenOptions{}, worldTables(b)...)
	all := worldSuppliers(1_000_000)
	b.ReportAllocs()
	pairs := 0
	for b.Loop() {
		levels := [7]int{}
		pairs = 0
		for x := range supplier.ScreenedRights(s.Screen(slices.Values(all))) {
			levels[x.Range().Hi.Likelihood]++
			pairs++
		}
	}
	b.ReportMetric(float64(pairs), "pairs")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(pairs), "ns/pair")
}

func TestASetOfGapsHoldsNothingThatIsNoGap(t *testing.T) {
	var all supplier.Gaps
	for g := range 256 {
		all = all.With(supplier.Gap(g))
	}
	if n := all.Len(); n != len(slices.Collect(all.All())) || n != 7 || all.Has(supplier.GapNotStated) {
		t.Errorf("%s: %d gaps", all, n)
	}
	if s := supplier.Gaps(0).With(supplier.GapNotStated); !s.IsZero() || s != 0 {
		t.Errorf("nothing stated is the gaps %s", s)
	}
}

// Suppliers share a profile only if they leave the same open.
func TestAGoodThatNoTableKnowsIsToldWhoeverComesFirst(t *testing.T) {
	s := screener(t, supplier.ScreenOptions{}, indicatorTable("x", supplier.Indicator{Good: "Tin", Likelihood: lr(2, 3)}))
	known, strange := supplier.Supplier{ID: id(1), Goods: []string{"tin"}}, supplier.Supplier{ID: id(2), Goods: []string{"tin", "mica"}}
	for _, order := range [][]supplier.Supplier{{known, strange}, {strange, known}} {
		for x := range s.Screen(slices.Values(order)) {
			r, _ := x.Profile.Right("life")
			if r.Gaps().Has(supplier.GoodNotKnown) != (x.Supplier == id(2)) {
				t.Errorf("supplier %v: %v", x.Supplier, slices.Collect(r.Gaps().All()))
			}
		}
	}
}

func TestARowAboutAnyCountryIsNamedOnce(t *testing.T) {
	s := screener(t, supplier.ScreenOptions{}, indicatorTable("x", supplier.Indicator{Good: "Tin", Likelihood: lr(2, 3)}))
	r, _ := s.One(&supplier.Supplier{Goods: []string{"tin"}, Sites: []supplier.Site{{Country: "BD"}, {Country: "IN"}, {}}}).Profile.Right("life")
	if uses := r.Uses(); len(uses) != 1 {
		t.Errorf("%+v", uses)
	}
}
