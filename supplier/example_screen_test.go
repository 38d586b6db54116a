package supplier_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// someTables are what a host might give; the figures are made up.
func someTables() []supplier.IndicatorTable {
	scale, _ := supplier.EvenScale(100, 0) // 100 is best
	return []supplier.IndicatorTable{
		{ID: "rights-index", Title: "An index of rights at work", Publisher: "A publisher", Date: risk.YearOf(2021), Licence: "CC BY 4.0", Scale: scale,
			Rows: []supplier.Indicator{{Country: "BD", Value: 25}, {Country: "DE", Value: 90}}},
		{ID: "listed-goods", Title: "A list of goods", Date: risk.YearOf(2019), Licence: "public domain",
			Rows: []supplier.Indicator{{Country: "BD", Good: "Bricks", Right: "child-labour", Likelihood: supplier.LikelihoodRange{Lo: risk.Possible, Hi: risk.AlmostCertain}}}},
	}
}

func ExampleScreener() {
	s, err := supplier.NewScreener(risk.Rights(), someTables(), supplier.ScreenOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	kilns := []supplier.Supplier{{Name: "Kiln & Sons", Country: "BD", Goods: []string{"bricks"}}, {Name: "Nowhere Ltd.", Country: "FJ"}}
	i := 0
	for screening := range s.Screen(slices.Values(kilns)) {
		r, _ := screening.Profile.Right("child-labour")
		fmt.Println(kilns[i].Name, r.Range().Lo.Likelihood, "to", r.Range().Hi.Likelihood, slices.Collect(r.Gaps().All()))
		for _, u := range r.Uses() {
			table, _ := s.Table(u.Table)
			fmt.Println(" ", table.Title, table.Date, table.Licence)
		}
		i++
	}
	// Output:
	// Kiln & Sons 3 to 5 [sector-not-stated]
	//   An index of rights at work 2021 CC BY 4.0
	//   A list of goods 2019 public domain
	// Nowhere Ltd. 0 to 0 [no-indicator country-not-covered sector-not-stated goods-not-stated]
}

func ExampleNewScreener() {
	_, err := supplier.NewScreener(nil, []supplier.IndicatorTable{{ID: "x", Title: "x", Date: risk.YearOf(2021),
		Rows: []supplier.Indicator{{Right: "child-labor", Likelihood: supplier.LikelihoodRange{Lo: 1, Hi: 2}}}}}, supplier.ScreenOptions{})
	fmt.Println(err)
	// Output:
	// indicator table "x", row 0: there is no right "child-labor" in the catalogue
}

// someScreener screens by someTables.
func someScreener() *supplier.Screener {
	s, err := supplier.NewScreener(nil, someTables(), supplier.ScreenOptions{})
	if err != nil {
		panic(err)
	}
	return s
}

func ExampleScreener_Screen() {
	n := 0
	for s := range someScreener().Screen(slices.Values([]supplier.Supplier{{Country: "BD"}, {Country: "DE"}})) {
		for range s.Profile.All() {
			n++
		}
	}
	fmt.Println(n == 2*len(slices.Collect(risk.Rights().All())))
	// Output:
	// true
}

func ExampleScreener_One() {
	s := someScreener().One(&supplier.Supplier{Country: "DE"})
	r, _ := s.Profile.Right("trade-union")
	fmt.Println(r.Range())
	// Output:
	// HRS:1/SCA:X/SCO:X/IRR:X/LIK:1-2/DEL:X
}

func ExampleScreener_Table() {
	t, ok := someScreener().Table("rights-index")
	fmt.Println(t.Title, t.Publisher, t.Licence, ok)
	// Output:
	// An index of rights at work A publisher CC BY 4.0 true
}

func ExampleScreener_Indicator() {
	row, ok := someScreener().Indicator(supplier.IndicatorUse{Table: "rights-index", Row: 1})
	fmt.Println(row.Country, row.Value, ok)
	// Output:
	// DE 90 true
}

func ExampleScreening() {
	s := someScreener().One(&supplier.Supplier{ID: supplier.KeyID("sap", "4711"), Country: "BD"})
	fmt.Println(s.Supplier == supplier.KeyID("sap", "4711"), slices.Collect(s.Profile.Countries()))
	// Output:
	// true [BD]
}

func ExampleScreenProfile() {
	p := someScreener().One(&supplier.Supplier{Country: "BD", Goods: []string{"bricks"}}).Profile
	for r := range p.All() {
		if len(r.Uses()) > 1 {
			fmt.Println(r.Right(), len(r.Uses()))
		}
	}
	// Output:
	// child-labour 2
}

func ExampleScreenProfile_All() {
	for r := range someScreener().One(&supplier.Supplier{Country: "DE"}).Profile.All() {
		fmt.Println(r.Right(), r.Range().Hi.Likelihood)
		break
	}
	// Output:
	// self-determination 2
}

func ExampleScreenProfile_Countries() {
	p := someScreener().One(&supplier.Supplier{Country: "FR", Sites: []supplier.Site{{Country: "DE"}, {Country: "BD"}}}).Profile
	fmt.Println(slices.Collect(p.Countries())) // where its people work
	// Output:
	// [BD DE]
}

func ExampleScreenProfile_Right() {
	_, ok := someScreener().One(&supplier.Supplier{}).Profile.Right("happiness")
	fmt.Println(ok)
	// Output:
	// false
}

// childLabour is what someTables say of child labour at a maker of bricks.
func childLabour() supplier.RightScreen {
	r, _ := someScreener().One(&supplier.Supplier{Country: "BD", Goods: []string{"bricks"}}).Profile.Right("child-labour")
	return r
}

func ExampleRightScreen() {
	r := childLabour()
	fmt.Println(r.Right(), r.Range(), len(r.Uses()))
	// Output:
	// child-labour HRS:1/SCA:X/SCO:X/IRR:X/LIK:3-5/DEL:X 2
}

func ExampleRightScreen_Right() {
	fmt.Println(childLabour().Right())
	// Output:
	// child-labour
}

func ExampleRightScreen_Range() {
	fmt.Println(childLabour().Range().Missing()) // indicators say nothing of severity
	// Output:
	// scale,scope,irremediability,delay
}

func ExampleRightScreen_Gaps() {
	for g := range childLabour().Gaps().All() {
		fmt.Println(g)
	}
	// Output:
	// sector-not-stated
}

func ExampleRightScreen_Uses() {
	for _, u := range childLabour().Uses() {
		fmt.Println(u.Table, u.Row, u.Says.Lo, u.Says.Hi)
	}
	// Output:
	// rights-index 0 3 5
	// listed-goods 0 3 5
}

func ExampleIndicatorUse() {
	u := childLabour().Uses()[0]
	fmt.Println(u.Table, u.Row)
	// Output:
	// rights-index 0
}

func ExampleGap() {
	fmt.Println(supplier.NoIndicator, supplier.CountryNotCovered)
	// Output:
	// no-indicator country-not-covered
}

func ExampleGaps() {
	var g supplier.Gaps
	g = g.With(supplier.NoIndicator).With(supplier.GoodsNotStated)
	fmt.Println(slices.Collect(g.All()), g.Has(supplier.CountryNotStated))
	fmt.Println(g, g.Len(), supplier.Gaps(0))
	// Output:
	// [no-indicator goods-not-stated] false
	// no-indicator,goods-not-stated 2 none
}

func ExampleGapsOf() {
	g := supplier.GapsOf(supplier.SectorNotStated, supplier.GapNotStated)
	text, err := json.Marshal(g)
	fmt.Println(string(text), g.IsZero(), err)
	// Output:
	// ["sector-not-stated"] false <nil>
}

func ExampleGaps_With() {
	fmt.Println(supplier.Gaps(0).With(supplier.NoIndicator).Has(supplier.NoIndicator))
	// Output:
	// true
}

func ExampleGaps_Has() {
	fmt.Println(supplier.Gaps(0).Has(supplier.NoIndicator))
	// Output:
	// false
}

func ExampleGaps_All() {
	for g := range supplier.Gaps(0).With(supplier.SectorNotKnown).All() {
		fmt.Println(g)
	}
	// Output:
	// sector-not-known
}

func ExampleScreenOptions() {
	s, err := supplier.NewScreener(nil, someTables(), supplier.ScreenOptions{
		Combine:  supplier.MostSpecific,
		Severity: map[risk.RightID]risk.Range{"child-labour": risk.RangeOf(risk.Rating{Scale: 5, Irremediability: 5})},
		Aliases:  map[string]string{"burnt clay bricks": "bricks"},
	})
	r, _ := s.One(&supplier.Supplier{Country: "BD", Goods: []string{"Burnt clay bricks"}}).Profile.Right("child-labour")
	fmt.Println(r.Range(), err)
	// Output:
	// HRS:1/SCA:5/SCO:X/IRR:5/LIK:3-5/DEL:X <nil>
}

func ExampleCombination() {
	fmt.Println(supplier.Joined, supplier.MostSpecific)
	// Output:
	// joined most-specific
}

func ExampleScreened() {
	ranking, _ := risk.RankRanges(risk.UNGP(), supplier.ScreenedRights(someScreener().Screen(slices.Values([]supplier.Supplier{{Country: "BD"}}))), supplier.Screened.Range)
	fmt.Println(ranking.Items[0].Item.Right())
	// Output:
	// self-determination
}

func ExampleScreenedRights() {
	for x := range supplier.ScreenedRights(someScreener().Screen(slices.Values([]supplier.Supplier{{ID: id(1), Country: "BD"}}))) {
		fmt.Println(x.Supplier() == id(1), x.Right(), x.Range())
		break
	}
	// Output:
	// true self-determination HRS:1/SCA:X/SCO:X/IRR:X/LIK:3-5/DEL:X
}

func ExampleProfilesOf() {
	atLeast, atMost, err := supplier.ProfilesOf(someScreener().Screen(slices.Values([]supplier.Supplier{{Country: "BD"}, {Country: "DE"}})))
	fmt.Println(atLeast.Total() == atMost.Total(), err)
	// Output:
	// true <nil>
}

func ExampleIndicatorTable() {
	t := someTables()[0]
	fmt.Println(t.ID, t.Title, t.Date, t.Licence, len(t.Rows))
	// Output:
	// rights-index An index of rights at work 2021 CC BY 4.0 2
}

func ExampleIndicatorTable_Check() {
	t := supplier.IndicatorTable{ID: "index", Title: "An index"}
	fmt.Println(t.Check())
	// Output:
	// indicator table "index": its title or date is not stated; a reader has to be told what a rating rests on
}

func ExampleIndicator() {
	any := supplier.Indicator{Good: "Mica", Right: "child-labour", Likelihood: supplier.LikelihoodRange{Lo: 3, Hi: 5}} // in any country
	fmt.Println(any.Good, any.Right, any.Country == "")
	// Output:
	// Mica child-labour true
}

func ExampleLikelihoodRange() {
	r := supplier.LikelihoodRange{Lo: risk.Possible, Hi: risk.AlmostCertain}
	fmt.Println(r.Lo, r.Hi)
	// Output:
	// 3 5
}

func ExampleLikelihoodRange_Valid() {
	fmt.Println(supplier.LikelihoodRange{}.Valid(), supplier.LikelihoodRange{Lo: 3, Hi: 2}.Valid(), supplier.LikelihoodRange{Lo: 3, Hi: risk.Occurred}.Valid())
	// Output:
	// true false false
}

func ExampleIndexScale() {
	s := supplier.IndexScale{
		Bands: []supplier.Band{{From: 1, Likelihood: supplier.LikelihoodRange{Lo: 1, Hi: 2}}, {From: 4, Likelihood: supplier.LikelihoodRange{Lo: 3, Hi: 5}}},
		Note:  "ratings of 4 and more are of countries without guarantee of rights",
	}
	fmt.Println(s.Likelihood(2), s.Likelihood(4), s.Likelihood(0))
	// Output:
	// {1 2} {3 5} {0 0}
}

func ExampleIndexScale_Likelihood() {
	s, _ := supplier.EvenScale(0, 100)
	fmt.Println(s.Likelihood(50))
	// Output:
	// {2 4}
}

func ExampleIndexScale_Check() {
	s := supplier.IndexScale{Bands: []supplier.Band{{From: 1, Likelihood: supplier.LikelihoodRange{Lo: 2, Hi: 2}}, {From: 1, Likelihood: supplier.LikelihoodRange{Lo: 3, Hi: 3}}}}
	fmt.Println(s.Check())
	// Output:
	// band 1 of the scale: it does not begin above the band before it
}

func ExampleEvenScale() {
	s, err := supplier.EvenScale(2.5, -2.5) // less is worse
	fmt.Println("below", s.Bands[1].From, s.Bands[0].Likelihood)
	for _, b := range s.Bands[1:] {
		fmt.Println(b.From, b.Likelihood)
	}
	fmt.Println(err)
	// Output:
	// below -1.5 {4 5}
	// -1.5 {3 5}
	// -0.5 {2 4}
	// 0.5 {1 3}
	// 1.5 {1 2}
	// <nil>
}

func ExampleBand() {
	b := supplier.Band{From: 80, Likelihood: supplier.LikelihoodRange{Lo: 4, Hi: 5}}
	fmt.Println(b.From, b.Likelihood)
	// Output:
	// 80 {4 5}
}

func ExampleTableError() {
	t := supplier.IndicatorTable{ID: "index", Title: "An index", Date: risk.YearOf(2021), Rows: []supplier.Indicator{{Country: "Bangladesh"}}}
	fmt.Println(t.Check())
	// Output:
	// indicator table "index", row 0: "Bangladesh" is not a country; use an ISO 3166-1 alpha-2 code
}

func ExampleScaleError() {
	_, err := supplier.EvenScale(1, 1)
	fmt.Println(err)
	// Output:
	// scale: the best and the worst figure have to be two numbers
}

func ExampleRightError() {
	_, err := supplier.NewScreener(nil, nil, supplier.ScreenOptions{Severity: map[risk.RightID]risk.Range{"happiness": {}}})
	fmt.Println(err)
	// Output:
	// severity of "happiness": there is no such right in the catalogue
}

func ExampleAliasError() {
	_, err := supplier.NewScreener(nil, nil, supplier.ScreenOptions{Aliases: map[string]string{"phones": "electronics", "Phones": "mining"}})
	fmt.Println(err)
	// Output:
	// alias "phones": another spelling of it stands for something else
}

func ExampleGoodsTable() {
	goods := []supplier.ListedGood{{Good: "Bricks", Country: "NP", ChildLabour: risk.Yes, ForcedLabour: risk.Yes}, {Good: "Tin", CountryName: "Atlantis", ChildLabour: risk.Yes}}
	t, without := supplier.GoodsTable(supplier.IndicatorTable{ID: "listed-goods", Title: "A list of goods", Date: risk.YearOf(2019)}, goods, supplier.LikelihoodRange{})
	for _, row := range t.Rows {
		fmt.Println(row.Good, row.Country, row.Right, row.Likelihood)
	}
	fmt.Println(len(without), "without a country code")
	// Output:
	// Bricks NP child-labour {3 5}
	// Bricks NP forced-labour {3 5}
	// 1 without a country code
}

func ExamplePrioritize() {
	grave := risk.RangeOf(risk.Rating{Scale: 5, Scope: 3, Irremediability: 4, Likelihood: 4, Delay: risk.No})
	mild := risk.RangeOf(risk.Rating{Scale: 2, Scope: 2, Irremediability: 2, Likelihood: 5, Delay: risk.No})
	list, err := supplier.Prioritize(slices.Values([]supplier.Candidate{
		{Supplier: id(1), Salience: mild, Leverage: risk.Yes},
		{Supplier: id(2), Salience: grave, Looked: risk.MustParseDate("2021-03-01")},
		{Supplier: id(3), Salience: grave, Leverage: risk.No}, // nobody has ever looked
	}), supplier.PriorityOptions{Today: risk.MustParseDate("2021-12-31")})
	for _, p := range list {
		fmt.Println(p.Place, p.Supplier[15], "comes before the next by", p.Before)
	}
	fmt.Println(err)
	// Output:
	// 1 3 comes before the next by last-look
	// 2 2 comes before the next by salience
	// 3 1 comes before the next by not-stated
	// <nil>
}

func ExampleCandidate() {
	c := supplier.Candidate{Supplier: id(1), Control: risk.CountOf(12), Leverage: risk.Yes}
	fmt.Println(c.Control, c.Leverage, c.Looked)
	// Output:
	// 12 yes not-stated
}

func ExamplePriorityOptions() {
	o := supplier.PriorityOptions{Order: []supplier.PriorityKey{supplier.ByControl}, KnownFirst: true}
	list, err := supplier.Prioritize(slices.Values([]supplier.Candidate{{Supplier: id(1), Control: risk.CountOf(4)}, {Supplier: id(2), Control: risk.CountOf(9)}}), o)
	fmt.Println(list[0].Supplier == id(2), list[0].Before, err)
	// Output:
	// true control <nil>
}

func ExamplePriorityKey() {
	fmt.Println(supplier.BySalience, supplier.ByLastLook, supplier.ByControl, supplier.ByLeverage)
	// Output:
	// salience last-look control leverage
}

func ExamplePrioritized() {
	list, _ := supplier.Prioritize(slices.Values([]supplier.Candidate{{Supplier: id(1)}, {Supplier: id(2)}}), supplier.PriorityOptions{})
	fmt.Println(list[0].Place, list[1].Place, list[1].Behind) // nothing tells them apart
	// Output:
	// 1 1 not-stated
}

func ExampleOrderError() {
	_, err := supplier.Prioritize(slices.Values([]supplier.Candidate{}), supplier.PriorityOptions{Order: []supplier.PriorityKey{supplier.ByLeverage, supplier.BySalience}})
	fmt.Println(err)
	// Output:
	// order of priorities: salience always comes first; leave it out
}

// someGravest has a grave risk at 4, which supplies 3, which supplies 2.
func someGravest() *supplier.Gravest {
	all := []supplier.Supplier{{ID: id(1), Buyer: true}, {ID: id(2)}, {ID: id(3)}, {ID: id(4)}}
	links := []supplier.Relationship{{From: id(2), To: id(1)}, {From: id(3), To: id(2)}, {From: id(4), To: id(3)}}
	n, _, err := supplier.Compile(context.Background(), slices.Values(all), slices.Values(links), supplier.NetworkOptions{})
	if err != nil {
		panic(err)
	}
	g, err := n.Gravest(risk.UNGP(), func(x uuid.UUID) risk.Range {
		if x == id(4) {
			return risk.RangeOf(risk.Rating{Scale: 5, Scope: 3, Irremediability: 4, Likelihood: 4, Delay: risk.No})
		}
		return risk.Range{} // nothing is rated
	})
	if err != nil {
		panic(err)
	}
	return g
}

func ExampleGravest() {
	r, at, ok := someGravest().Of(id(2))
	fmt.Println(r, at == id(4), ok)
	// Output:
	// HRS:1/SCA:5/SCO:3/IRR:4/LIK:4/DEL:N true true
}

func ExampleGravest_Of() {
	_, _, ok := someGravest().Of(id(9)) // not in the network
	fmt.Println(ok)
	// Output:
	// false
}

func ExampleNetwork_Gravest() {
	g := someGravest()
	for _, n := range []byte{2, 3, 4} {
		_, at, _ := g.Of(id(n))
		fmt.Println(n, at == id(4))
	}
	// Output:
	// 2 true
	// 3 true
	// 4 true
}
