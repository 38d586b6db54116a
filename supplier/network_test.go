package supplier_test

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/supplier"
	"github.com/hrdd-go/hrdd/supplier/suppliertest"
)

// device is the supply network of a device, small enough to be computed by
// hand.
const device = `
	buyer acme, acme parts
	assembler: final-assembly
	board maker, casings: manufacturing
	returns: returns-logistics
	smelter: metals
	mines: minerals
	group mines
	assembler -> acme
	board maker -> acme parts
	board maker -> assembler
	casings -> assembler
	smelter -> board maker
	mines -> smelter
	agency -> acme (on-site-contractor)
	trader -> assembler (intermediary)
	resin -> trader
	returns -> acme (return)
	refurbisher -> returns (subcontract)
	spare parts -> refurbisher
	recycler -> casings (return)
	shop -> acme (distribution)
	courier -> shop (subcontract)
	shelves -> shop
	stranger -> friend
`

func names(ids iter.Seq[uuid.UUID], text string) string {
	suppliers, _, _ := suppliertest.Parse(text)
	var found []string
	for id := range ids {
		name := "?"
		for _, s := range suppliers {
			if s.ID == id {
				name = s.Name
			}
		}
		found = append(found, name)
	}
	return strings.Join(found, ", ")
}

func TestEachSupplierOfADeviceStandsWhereAHandComputationPutsIt(t *testing.T) {
	n := suppliertest.Network(t, device)
	r := supplier.MustParseTierRange
	for name, want := range map[string]supplier.Proximity{
		"acme":        {OwnOperations: true},
		"acme parts":  {OwnOperations: true},
		"assembler":   {Upstream: r("1"), Directness: supplier.Direct},
		"board maker": {Upstream: r("1-2"), Directness: supplier.DirectAndIndirect},
		"casings":     {Upstream: r("2"), Directness: supplier.Indirect},
		"smelter":     {Upstream: r("2-3"), Directness: supplier.Indirect},
		"mines":       {Upstream: r("3-4"), Directness: supplier.Indirect},
		"agency":      {OnSite: true, Upstream: r("1"), Directness: supplier.Direct},
		"trader":      {Upstream: r("2"), Directness: supplier.Indirect},
		"resin":       {Upstream: r("3"), Directness: supplier.Indirect},
		"returns":     {Reverse: r("1"), Directness: supplier.Direct},
		"refurbisher": {Reverse: r("2"), Directness: supplier.Indirect},
		"spare parts": {Reverse: r("3"), Directness: supplier.Indirect},
		"recycler":    {Reverse: r("3"), Directness: supplier.Indirect},
		"shop":        {Downstream: r("1"), Directness: supplier.Direct},
		"courier":     {Downstream: r("2"), Directness: supplier.Indirect},
		"shelves":     {},
		"stranger":    {},
		"friend":      {},
	} {
		if got := n.Proximity(suppliertest.ID(name)); got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
	if got, want := names(n.Unreachable(), device), "shelves, stranger, friend"; got != want {
		t.Errorf("unreachable: %s; want %s", got, want)
	}
}

func TestAPathExplainsTheNearestTier(t *testing.T) {
	n := suppliertest.Network(t, device)
	for name, want := range map[string]string{
		"mines":     "mines, smelter, board maker, acme parts",
		"resin":     "resin, trader, assembler, acme",
		"recycler":  "recycler, casings, assembler, acme",
		"courier":   "courier, shop, acme",
		"acme":      "acme",
		"shelves":   "",
		"not there": "",
	} {
		path := n.Path(suppliertest.ID(name))
		if got := names(suppliersOf(path), device); got != want {
			t.Errorf("%s: %s; want %s", name, got, want)
		}
	}
	path := n.Path(suppliertest.ID("recycler"))
	if path[0].Kind != supplier.Return || path[1].Kind != supplier.Supply || path[3].Kind != supplier.KindNotStated {
		t.Errorf("kinds of %+v", path)
	}
}

// What lies behind the direct suppliers of the device, and what hangs on one
// alone, counted on paper. Behind the assembler: board maker, casings, smelter,
// mines, trader, resin. The board maker also supplies acme parts, so that it, the
// smelter and the mines stay without the assembler.
func TestControlPointsAndExposureOfADeviceAreThoseCountedOnPaper(t *testing.T) {
	n := suppliertest.Network(t, device)
	e, err := n.Exposures(t.Context(), supplier.ExposureOptions{})
	if err != nil {
		t.Fatal(err)
	}
	id := suppliertest.ID
	want := []supplier.Exposure{
		{Supplier: id("assembler"), Behind: 6, OnlyThrough: 3},
		{Supplier: id("board maker"), Behind: 2, OnlyThrough: 2},
		{Supplier: id("agency"), Behind: 0, OnlyThrough: 0},
	}
	if !slices.Equal(e.Direct, want) || e.Upstream != 8 || e.Groups != 1 {
		t.Errorf("%+v", e)
	}
	var points []string
	for p := range n.ControlPoints() {
		points = append(points, fmt.Sprintf("%s %d", names(slices.Values([]uuid.UUID{p.Supplier}), device), p.OnlyThrough))
	}
	if got, want := strings.Join(points, ", "), "assembler 3, board maker 2, smelter 1, trader 1"; got != want {
		t.Errorf("control points: %s; want %s", got, want)
	}
	if got, want := names(n.Through(id("mines")), device), "smelter, board maker"; got != want {
		t.Errorf("every way to the mines: %s; want %s", got, want)
	}
	if got, want := names(n.Upstream(id("board maker")), device), "smelter, mines"; got != want {
		t.Errorf("upstream of the board maker: %s; want %s", got, want)
	}
	if got, want := names(n.Downstream(id("smelter")), device), "board maker, acme parts, assembler, acme"; got != want {
		t.Errorf("downstream of the smelter: %s; want %s", got, want)
	}
	if counts := n.TierCounts(); !slices.Equal(counts, []int{2, 3, 3, 2}) {
		t.Errorf("at each tier: %v", counts)
	}
}

// Who is reached when only what carries a material, or is of a category, counts.
func TestANetworkOfOneMaterialOrCategoryHasTheWaysOfIt(t *testing.T) {
	link := func(from, to, good string, c supplier.Category) supplier.Relationship {
		r := suppliertest.Supply(from, to)
		r.Goods, r.Category = []string{good}, c
		return r
	}
	suppliers := []supplier.Supplier{suppliertest.Buyer("acme"), suppliertest.Supplier("plant"), suppliertest.Supplier("smelter"), suppliertest.Supplier("mine"), suppliertest.Supplier("farm")}
	related := []supplier.Relationship{
		link("plant", "acme", "tin", supplier.FinalAssembly), link("smelter", "plant", "tin", supplier.Metals),
		link("mine", "smelter", "tin", supplier.Minerals), link("farm", "acme", "cotton", supplier.Components), link("mine", "acme", "salt", supplier.Minerals),
	}
	for _, c := range []struct {
		name string
		keep func(supplier.Relationship) bool
		want string // unreachable
		mine string
	}{
		{"all", nil, "", "1-3"},
		{"tin", func(r supplier.Relationship) bool { return slices.Contains(r.Goods, "tin") }, "farm", "3"},
		{"not tin", func(r supplier.Relationship) bool { return !slices.Contains(r.Goods, "tin") }, "plant, smelter", "1"},
		{"minerals", func(r supplier.Relationship) bool { return r.Category == supplier.Minerals }, "plant, smelter, farm", "1"},
	} {
		n, report, err := supplier.Compile(t.Context(), slices.Values(suppliers), slices.Values(related), supplier.NetworkOptions{Keep: c.keep})
		if err != nil || report.Links+report.NotKept != len(related) {
			t.Fatalf("%s: %+v, %v", c.name, report, err)
		}
		tiers, _ := n.Tiers(suppliertest.ID("mine"))
		if got := names(n.Unreachable(), "acme, plant, smelter, mine, farm: metals"); got != c.want || tiers.String() != c.mine {
			t.Errorf("%s: unreachable %s; want %s; the mine stands at %s, want %s", c.name, got, c.want, tiers, c.mine)
		}
	}
}

func suppliersOf(path []supplier.Step) iter.Seq[uuid.UUID] {
	return func(yield func(uuid.UUID) bool) {
		for _, s := range path {
			if !yield(s.Supplier) {
				return
			}
		}
	}
}

func TestSuppliersInACircleHaveTiersOfChainsThatMeetNobodyTwice(t *testing.T) {
	const text = `
		buyer acme
		a -> acme
		b -> a
		a -> b
		c -> b
		b -> c
		d -> c
	`
	n := suppliertest.Network(t, text)
	for name, want := range map[string]string{"a": "1", "b": "2", "c": "3", "d": "4"} {
		if got, _ := n.Tiers(suppliertest.ID(name)); got.String() != want {
			t.Errorf("%s: %v, want %s", name, got, want)
		}
	}
}

func TestASupplierBehindACircleOfNineHasNoKnownLastTier(t *testing.T) {
	var text strings.Builder
	text.WriteString("buyer acme\n0 -> acme\nmine -> 5\n")
	for i := range 9 {
		text.WriteString(string(rune('0'+i)) + " -> " + string(rune('0'+(i+1)%9)) + "\n")
	}
	n := suppliertest.Network(t, text.String())
	for name, want := range map[string]string{"0": "1+", "5": "5+", "mine": "6+"} {
		if got, _ := n.Tiers(suppliertest.ID(name)); got.String() != want {
			t.Errorf("%s: %v, want %s", name, got, want)
		}
	}
}

func TestABuyerThatSuppliesItsSupplierLeavesTiersAlone(t *testing.T) {
	n := suppliertest.Network(t, "buyer acme\nmine -> assembler -> acme -> assembler\nacme -> mine")
	for name, want := range map[string]string{"acme": "0", "assembler": "1", "mine": "2"} {
		if got, _ := n.Tiers(suppliertest.ID(name)); got.String() != want {
			t.Errorf("%s: %v, want %s", name, got, want)
		}
	}
}

func TestOneOfSeveralBuyersSeesTheNetworkFromItself(t *testing.T) {
	n, err := suppliertest.Network(t, device).For(suppliertest.ID("acme parts"))
	if err != nil {
		t.Fatal(err)
	}
	r := supplier.MustParseTierRange
	for name, want := range map[string]supplier.Proximity{
		"acme parts":  {OwnOperations: true},
		"board maker": {Upstream: r("1"), Directness: supplier.Direct},
		"mines":       {Upstream: r("3"), Directness: supplier.Indirect},
		"acme":        {},
		"assembler":   {},
		"agency":      {},
		"returns":     {},
	} {
		if got := n.Proximity(suppliertest.ID(name)); got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
	if _, err := n.For(suppliertest.ID("not there")); err == nil {
		t.Error("a buyer that is not there was taken")
	}
}

func TestEveryRowIsAccountedFor(t *testing.T) {
	suppliers := []supplier.Supplier{
		suppliertest.Buyer("acme"),
		suppliertest.Supplier("a", supplier.Metals),
		{Name: "no ID"},
		suppliertest.Supplier("a", supplier.Plastics),
		suppliertest.Supplier("b"),
	}
	ended := suppliertest.Supply("b", "acme")
	ended.Period.To = date("2019-12-31")
	backwards := suppliertest.Supply("b", "a")
	backwards.Period.From, backwards.Period.To = date("2021-01-01"), date("2020-01-01")
	odd := suppliertest.Supply("b", "a")
	odd.Kind = 200
	refused := suppliertest.Supply("b", "a")
	refused.Category = supplier.Services
	relationships := []supplier.Relationship{
		suppliertest.Supply("a", "acme"),
		suppliertest.Supply("a", "a"),
		suppliertest.Supply("a", "nobody"),
		ended,
		suppliertest.Supply("a", "acme"),
		backwards,
		odd,
		refused,
		suppliertest.Related("a", supplier.Subcontract, "acme"),
		suppliertest.Supply("x", "y"),
	}
	opts := supplier.NetworkOptions{
		AsOf: date("2021-06-01"),
		Keep: func(r supplier.Relationship) bool { return r.Category != supplier.Services },
	}
	n, report, err := supplier.Compile(context.Background(), slices.Values(suppliers), slices.Values(relationships), opts)
	if err != nil {
		t.Fatal(err)
	}
	type p = supplier.NetworkProblem
	id := suppliertest.ID
	want := []p{
		{Kind: supplier.MissingID, Row: 3},
		{Kind: supplier.DuplicateSupplier, Row: 4, First: 2, Supplier: id("a")},
		{Kind: supplier.SelfSupply, Row: 2, Supplier: id("a")},
		{Kind: supplier.UnknownEnd, Row: 3, Supplier: id("nobody")},
		{Kind: supplier.ImpossiblePeriod, Row: 6, Supplier: id("b")},
		{Kind: supplier.UnknownKind, Row: 7, Supplier: id("b")},
		{Kind: supplier.UnknownEnd, Row: 10, Supplier: id("x")},
		{Kind: supplier.UnknownEnd, Row: 10, Supplier: id("y")},
		{Kind: supplier.RepeatedRelationship, Row: 5, First: 1, Supplier: id("a")},
	}
	if !slices.Equal(report.Problems, want) {
		t.Errorf("problems:\n%v\nwant\n%v", report.Problems, want)
	}
	if report.SuppliersRead != 5 || report.Suppliers != 3 || n.Len() != 3 {
		t.Errorf("suppliers: %+v, network has %d", report, n.Len())
	}
	if report.SuppliersRead != report.Suppliers-report.Added+report.Counts[supplier.MissingID]+report.Counts[supplier.DuplicateSupplier] {
		t.Errorf("suppliers do not add up: %+v", report)
	}
	if report.RelationshipsRead != 10 || report.Links != 3 || report.Merged != 1 || report.Skipped != 3 ||
		report.NotInForce != 2 || report.NotKept != 1 || n.Links() != 3 {
		t.Errorf("relationships: %+v, network has %d", report, n.Links())
	}
	if got := slices.Collect(n.Categories()); !slices.Equal(got, []supplier.Category{supplier.Metals, supplier.Plastics}) {
		t.Errorf("categories %v: those of a supplier read twice are kept", got)
	}
	for _, p := range report.Problems {
		if p.Error() == "" || strings.Contains(p.Error(), "(") {
			t.Errorf("problem says %q", p.Error())
		}
	}
}

func TestTheReportListsAsManyProblemsAsAskedForAndCountsAll(t *testing.T) {
	var relationships []supplier.Relationship
	for range 5 {
		relationships = append(relationships, suppliertest.Supply("a", "b"), suppliertest.Supply("a", "a"))
	}
	for _, c := range []struct{ limit, listed int }{{0, 10}, {3, 3}, {7, 7}, {-1, 10}} {
		_, report, err := supplier.Compile(context.Background(),
			slices.Values([]supplier.Supplier{suppliertest.Supplier("a"), suppliertest.Buyer("b")}),
			slices.Values(append(relationships, suppliertest.Supply("b", "b"))), supplier.NetworkOptions{MaxProblems: c.limit})
		if err != nil {
			t.Fatal(err)
		}
		if len(report.Problems) != c.listed || report.Unlisted != 10-c.listed {
			t.Errorf("limit %d: %d listed, %d not; want %d", c.limit, len(report.Problems), report.Unlisted, c.listed)
		}
		if report.Counts[supplier.SelfSupply] != 6 || report.Counts[supplier.RepeatedRelationship] != 4 {
			t.Errorf("limit %d: counts %v", c.limit, report.Counts)
		}
	}
}

func TestUnknownEndsCanBeKeptInTheNetwork(t *testing.T) {
	n, report, err := supplier.Compile(context.Background(),
		slices.Values([]supplier.Supplier{suppliertest.Supplier("mine"), suppliertest.Buyer("acme")}),
		slices.Values([]supplier.Relationship{
			suppliertest.Supply("mine", "unheard of"), suppliertest.Supply("unheard of", "acme"),
			{From: suppliertest.ID("mine")},
		}), supplier.NetworkOptions{AddUnknownEnds: true})
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := n.Tiers(suppliertest.ID("mine")); got.String() != "2" {
		t.Errorf("mine stands at %v, want 2", got)
	}
	if report.Added != 1 || report.Suppliers != 3 || report.Counts[supplier.UnknownEnd] != 2 || report.Skipped != 1 {
		t.Errorf("%+v", report)
	}
}

func TestANetworkWithoutABuyerSaysSoAndKnowsNoPlace(t *testing.T) {
	n, report, err := supplier.Compile(context.Background(),
		slices.Values([]supplier.Supplier{suppliertest.Supplier("a"), suppliertest.Supplier("b")}),
		slices.Values([]supplier.Relationship{suppliertest.Supply("a", "b")}), supplier.NetworkOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if report.Counts[supplier.NoBuyer] != 1 {
		t.Errorf("%+v", report)
	}
	if p := n.Proximity(suppliertest.ID("a")); p != (supplier.Proximity{}) || p.Known() {
		t.Errorf("a stands at %+v", p)
	}
}

func TestNothingCompilesToAnEmptyNetwork(t *testing.T) {
	n, report, err := supplier.Compile(context.Background(), nil, nil, supplier.NetworkOptions{Buyers: suppliertest.IDs("acme")})
	if err != nil {
		t.Fatal(err)
	}
	if n.Len() != 0 || n.Has(suppliertest.ID("acme")) || n.Path(suppliertest.ID("acme")) != nil ||
		report.Counts[supplier.UnknownBuyer] != 1 || report.Counts[supplier.NoBuyer] != 1 {
		t.Errorf("%+v", report)
	}
}

func TestCompileStopsWhenItsContextIsDone(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if n, report, err := supplier.Compile(ctx, nil, nil, supplier.NetworkOptions{}); err != context.Canceled || n != nil || report != nil {
		t.Errorf("%v, %v, %v", n, report, err)
	}
	ctx, cancel = context.WithCancel(context.Background())
	read := 0
	rows := func(yield func(supplier.Relationship) bool) {
		for yield(supplier.Relationship{}) {
			if read++; read == 1000 {
				cancel()
			}
		}
	}
	if _, _, err := supplier.Compile(ctx, nil, rows, supplier.NetworkOptions{}); err != context.Canceled {
		t.Errorf("%v", err)
	}
	if read > 1<<17 {
		t.Errorf("%d rows were read after the context was done", read)
	}
}

func TestProgressIsToldToTheEnd(t *testing.T) {
	s := suppliertest.Random(1, 1000, 150_000)
	var told []int
	n, _, err := supplier.Compile(context.Background(), s.Suppliers(), s.Relationships(),
		supplier.NetworkOptions{Progress: func(rows int) { told = append(told, rows) }})
	if err != nil {
		t.Fatal(err)
	}
	if want := []int{1 << 16, 2 << 16, 150_000}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
	var done, total int
	e, err := n.Exposures(context.Background(), supplier.ExposureOptions{Progress: func(d, t int) { done, total = d, t }})
	if err != nil || done != len(e.Direct) || total != len(e.Direct) || total == 0 {
		t.Errorf("told %d of %d, %d direct suppliers, %v", done, total, len(e.Direct), err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := n.Exposures(ctx, supplier.ExposureOptions{}); err != context.Canceled {
		t.Errorf("a context that is done: %v", err)
	}
}

func TestASequenceThatPanicsLeavesNoGoroutine(t *testing.T) {
	s := suppliertest.Random(1, 100, 50_000)
	before := runtime.NumGoroutine()
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic of the sequence was lost")
			}
		}()
		rows := 0
		_, _, _ = supplier.Compile(context.Background(), s.Suppliers(), func(yield func(supplier.Relationship) bool) {
			for r := range s.Relationships() {
				if rows++; rows == 40_000 {
					panic("the source is gone")
				}
				yield(r)
			}
		}, supplier.NetworkOptions{})
	}()
	for range 1000 { // one that has done its work may still be on its way out
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("%d goroutines before, %d after", before, runtime.NumGoroutine())
}

// The time of this test would grow with the square of the number of buyers.
func TestAsManyBuyersAsSuppliers(t *testing.T) {
	var all []supplier.Supplier
	var ids []uuid.UUID
	for i := range 300_000 {
		s := supplier.Supplier{ID: supplier.KeyID("t", strconv.Itoa(i))}
		all, ids = append(all, s), append(ids, s.ID)
	}
	ids = append(ids, ids[7]) // twice
	n, report, err := supplier.Compile(t.Context(), slices.Values(all), nil, supplier.NetworkOptions{Buyers: ids})
	if err != nil || len(report.Problems) > 0 {
		t.Fatal(err, report)
	}
	m, err := n.For(ids...)
	if err != nil {
		t.Fatal(err)
	}
	for name, x := range map[string]*supplier.Network{"Compile": n, "For": m} {
		if counts := x.TierCounts(); len(counts) != 1 || counts[0] != len(all) {
			t.Errorf("%s: %v", name, counts)
		}
		if got := len(slices.Collect(x.Buyers())); got != len(all) {
			t.Errorf("%s: %d buyers, want %d", name, got, len(all))
		}
	}
}
