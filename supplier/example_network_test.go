package supplier_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
	"github.com/hrdd-go/hrdd/supplier/suppliertest"
)

// lamp is the made-up supply network of a lamp: read each arrow as 'supplies'.
const lamp = `
	buyer Lamp Co
	Assembler: final-assembly
	Casings, Wiring: components
	Smelter: metals
	Mines: minerals
	group Mines
	Assembler -> Lamp Co
	Casings -> Assembler
	Wiring -> Assembler
	Wiring -> Lamp Co
	Smelter -> Wiring
	Smelter -> Casings
	Mines -> Smelter
	Labour agency -> Lamp Co (on-site-contractor)
	Trader -> Casings (intermediary)
	Resin works -> Trader
	Take-back -> Lamp Co (return)
	Retailer -> Lamp Co (distribution)
	Scrap dealer -> Smelter
	Smelter -> Scrap dealer
`

// Where does the mine stand, and by which way does what it supplies arrive?
func ExampleCompile_tiers() {
	if err := printTiers(suppliertest.ID("Mines")); err != nil {
		fmt.Println(err)
	}
	// Output: tier 3-4, Mines > Smelter > Wiring > Lamp Co
}

func printTiers(mine uuid.UUID) error {
	ctx := context.Background()
	suppliers, relationships, err := suppliertest.Parse(lamp)
	if err != nil {
		return err
	}
	network, _, err := supplier.Compile(ctx, slices.Values(suppliers), slices.Values(relationships), supplier.NetworkOptions{})
	if err != nil {
		return err // which supplier or relationship cannot be, and why
	}
	tiers, _ := network.Tiers(mine) // a range: a mine can stand at several
	way := network.Path(mine)       // the shortest from it to the company
	fmt.Printf("tier %v", tiers)
	for i, step := range way {
		fmt.Print([]string{", ", " > "}[min(i, 1)], nameOf(step.Supplier))
	}
	fmt.Println()
	return nil
}

// lampNetwork compiles the network of the lamp.
func lampNetwork() *supplier.Network {
	suppliers, relationships, err := suppliertest.Parse(lamp)
	if err != nil {
		panic(err)
	}
	n, _, err := supplier.Compile(context.Background(), slices.Values(suppliers), slices.Values(relationships), supplier.NetworkOptions{})
	if err != nil {
		panic(err)
	}
	return n
}

// nameOf gives the name of a supplier of the lamp.
func nameOf(id uuid.UUID) string {
	suppliers, _, _ := suppliertest.Parse(lamp)
	for _, s := range suppliers {
		if s.ID == id {
			return s.Name
		}
	}
	return "someone unknown"
}

func printAll(ids iter.Seq[uuid.UUID]) {
	for id := range ids {
		fmt.Println(nameOf(id))
	}
}

func printPath(path []supplier.Step) {
	for i, s := range path {
		fmt.Print(nameOf(s.Supplier))
		if i < len(path)-1 {
			fmt.Printf(" -%v-> ", s.Kind)
		}
	}
	fmt.Println()
}

func ExampleCompile() {
	company := supplier.Supplier{ID: suppliertest.ID("Lamp Co"), Name: "Lamp Co", Buyer: true}
	works := supplier.Supplier{ID: suppliertest.ID("Works"), Name: "Works"}
	rows := []supplier.Relationship{
		{From: works.ID, To: company.ID, Kind: supplier.Supply},
		{From: works.ID, To: works.ID},
		{From: suppliertest.ID("never heard of"), To: works.ID},
	}
	n, report, err := supplier.Compile(context.Background(),
		slices.Values([]supplier.Supplier{company, works}), slices.Values(rows), supplier.NetworkOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(n.Len(), "suppliers,", n.Links(), "link,", report.Skipped, "rows skipped:")
	for _, p := range report.Problems {
		fmt.Println("row", p.Row, p.Kind)
	}
	// Output:
	// 2 suppliers, 1 link, 2 rows skipped:
	// row 2 self-supply
	// row 3 unknown-end
}

// A filter keeps what matters for one question: here, what supplied cobalt in
// 2021.
func ExampleNetworkOptions() {
	cobalt := func(from, to, since string) supplier.Relationship {
		r := suppliertest.Supply(from, to)
		r.Goods = []string{"cobalt"}
		r.Period.From = risk.MustParseDate(since)
		return r
	}
	suppliers := []supplier.Supplier{suppliertest.Buyer("Lamp Co"), suppliertest.Supplier("Old mine"), suppliertest.Supplier("New mine"), suppliertest.Supplier("Caterer")}
	rows := []supplier.Relationship{
		cobalt("Old mine", "Lamp Co", "2015-01-01"),
		cobalt("New mine", "Lamp Co", "2022-06-01"),
		suppliertest.Supply("Caterer", "Lamp Co"),
	}
	n, report, _ := supplier.Compile(context.Background(), slices.Values(suppliers), slices.Values(rows), supplier.NetworkOptions{
		AsOf: risk.MustParseDate("2021-12-31"),
		Keep: func(r supplier.Relationship) bool { return slices.Contains(r.Goods, "cobalt") },
	})
	fmt.Println(n.Tiers(suppliertest.ID("Old mine")))
	fmt.Println(n.Tiers(suppliertest.ID("New mine")))
	fmt.Println(report.NotInForce, "not in force,", report.NotKept, "not kept")
	// Output:
	// 1 true
	// unknown true
	// 1 not in force, 1 not kept
}

func ExampleNetworkReport() {
	suppliers := []supplier.Supplier{suppliertest.Buyer("Lamp Co"), suppliertest.Supplier("Works"), suppliertest.Supplier("Works")}
	rows := []supplier.Relationship{suppliertest.Supply("Works", "Lamp Co"), suppliertest.Supply("Works", "Lamp Co")}
	_, report, _ := supplier.Compile(context.Background(), slices.Values(suppliers), slices.Values(rows), supplier.NetworkOptions{MaxProblems: 1})
	report.Problems = nil
	b, _ := json.MarshalIndent(report, "", "  ")
	fmt.Println(string(b))
	// Output:
	// {
	//   "suppliersRead": 3,
	//   "suppliers": 2,
	//   "added": 0,
	//   "relationshipsRead": 2,
	//   "links": 1,
	//   "merged": 1,
	//   "skipped": 0,
	//   "notInForce": 0,
	//   "notKept": 0,
	//   "counts": {
	//     "duplicate-supplier": 1,
	//     "repeated-relationship": 1
	//   },
	//   "unlisted": 1
	// }
}

func ExampleNetworkProblem() {
	p := supplier.NetworkProblem{Kind: supplier.RepeatedRelationship, Row: 12, First: 7}
	fmt.Println(p.Error())
	// Output: relationship in row 12 joins the same two suppliers in the same way as row 7; the two become one link
}

func ExampleNetworkProblemKind() {
	var k supplier.NetworkProblemKind
	fmt.Println(k.UnmarshalText([]byte("self-suply")))
	// Output: "self-suply" is not a known kind of network problem; did you mean "self-supply"?
}

func ExampleNetworkSizeError() {
	err := fmt.Errorf("last night's import: %w", &supplier.NetworkSizeError{What: "suppliers", Max: 536870911})
	var size *supplier.NetworkSizeError
	if errors.As(err, &size) {
		fmt.Println("too many", size.What)
	}
	// Output: too many suppliers
}

func ExampleNetwork() {
	n := lampNetwork()
	fmt.Println(n.Len(), "suppliers and", n.Links(), "links")
	fmt.Println("categories:", slices.Collect(n.Categories()))
	fmt.Println("at each tier upstream:", n.TierCounts())
	fmt.Println("the company:", n.IsBuyer(suppliertest.ID("Lamp Co")))
	fmt.Println("a group:", n.IsGroup(suppliertest.ID("Mines")))
	fmt.Println("a stranger:", n.Has(suppliertest.ID("Stranger")))
	for id, kind := range n.Suppliers(suppliertest.ID("Casings")) {
		fmt.Println("Casings buys from", nameOf(id), "by", kind)
	}
	for id, kind := range n.Supplied(suppliertest.ID("Casings")) {
		fmt.Println("Casings supplies", nameOf(id), "by", kind)
	}
	// Output:
	// 12 suppliers and 14 links
	// categories: [components final-assembly metals minerals]
	// at each tier upstream: [1 3 2 3 1]
	// the company: true
	// a group: true
	// a stranger: false
	// Casings buys from Smelter by supply
	// Casings buys from Trader by intermediary
	// Casings supplies Assembler by supply
}

func ExampleNetwork_Tiers() {
	n := lampNetwork()
	for _, name := range []string{"Lamp Co", "Assembler", "Wiring", "Mines", "Retailer"} {
		tiers, ok := n.Tiers(suppliertest.ID(name))
		fmt.Println(name, tiers, ok)
	}
	// Output:
	// Lamp Co 0 true
	// Assembler 1 true
	// Wiring 1-2 true
	// Mines 3-4 true
	// Retailer unknown true
}

func ExampleNetwork_Proximity() {
	n := lampNetwork()
	for _, name := range []string{"Lamp Co", "Wiring", "Labour agency", "Take-back", "Stranger"} {
		b, _ := json.Marshal(n.Proximity(suppliertest.ID(name)))
		fmt.Println(name, string(b))
	}
	// Output:
	// Lamp Co {"ownOperations":true}
	// Wiring {"upstream":"1-2","directness":"direct-and-indirect"}
	// Labour agency {"onSite":true,"upstream":"1","directness":"direct"}
	// Take-back {"reverse":"1","directness":"direct"}
	// Stranger {}
}

func ExampleNetwork_ProximityOf() {
	n := lampNetwork()
	p := n.ProximityOf(n.InCategory(supplier.Minerals))
	fmt.Println("minerals come from tiers", p.Proximity.Upstream, "upstream,", p.Proximity.Directness)
	for _, e := range p.Extremes {
		printPath(n.PathIn(e.Direction, e.Furthest))
	}
	// Output:
	// minerals come from tiers 3-4 upstream, indirect
	// Mines -supply-> Smelter -supply-> Wiring -supply-> Lamp Co
}

func ExamplePlacement_Disagreements() {
	n := lampNetwork()
	claimed := supplier.Proximity{Upstream: supplier.MustParseTierRange("1-2")}
	p := n.ProximityOf(n.InCategory(supplier.Minerals))
	for _, d := range p.Disagreements(claimed) {
		fmt.Println(d.Kind, d.Direction, "claimed", d.Claimed, "found", d.Found)
		if d.Kind == supplier.TierNotClaimed {
			printPath(n.PathIn(d.Direction, d.Supplier))
		}
	}
	// Output:
	// tier-not-claimed upstream claimed 1-2 found 3-4
	// Mines -supply-> Smelter -supply-> Wiring -supply-> Lamp Co
	// tier-not-found upstream claimed 1-2 found 3-4
}

func ExampleNetwork_Path() {
	n := lampNetwork()
	printPath(n.Path(suppliertest.ID("Resin works")))
	printPath(n.Path(suppliertest.ID("Take-back")))
	fmt.Println(n.Path(suppliertest.ID("Stranger")) == nil)
	// Output:
	// Resin works -supply-> Trader -intermediary-> Casings -supply-> Assembler -supply-> Lamp Co
	// Take-back -return-> Lamp Co
	// true
}

func ExampleNetwork_For() {
	n, _, _ := compileText(`
		buyer Lamps, Lanterns
		Glass works -> Lamps
		Sand pit -> Glass works
		Sand pit -> Lanterns
	`)
	sand := suppliertest.ID("Sand pit")
	for id := range n.Buyers() {
		unit, _ := n.For(id)
		tiers, _ := unit.Tiers(sand)
		fmt.Println("sand stands at tier", tiers)
	}
	tiers, _ := n.Tiers(sand)
	fmt.Println("for both together", tiers)
	// Output:
	// sand stands at tier 2
	// sand stands at tier 1
	// for both together 1-2
}

func compileText(text string) (*supplier.Network, *supplier.NetworkReport, error) {
	suppliers, relationships, err := suppliertest.Parse(text)
	if err != nil {
		return nil, nil, err
	}
	return supplier.Compile(context.Background(), slices.Values(suppliers), slices.Values(relationships), supplier.NetworkOptions{})
}

func ExampleNetwork_Upstream() {
	printAll(lampNetwork().Upstream(suppliertest.ID("Wiring")))
	// Output:
	// Smelter
	// Mines
	// Scrap dealer
}

func ExampleNetwork_Downstream() {
	printAll(lampNetwork().Downstream(suppliertest.ID("Trader")))
	// Output:
	// Casings
	// Assembler
	// Lamp Co
}

func ExampleNetwork_AtTier() {
	printAll(lampNetwork().AtTier(1))
	// Output:
	// Assembler
	// Wiring
	// Labour agency
}

func ExampleNetwork_Unreachable() {
	n, _, _ := compileText("buyer Lamp Co\nWorks -> Lamp Co\nSome farm -> Some mill")
	for id := range n.Unreachable() {
		fmt.Println(id == suppliertest.ID("Some farm") || id == suppliertest.ID("Some mill"), n.Proximity(id).Known())
	}
	// Output:
	// true false
	// true false
}

func ExampleNetwork_Cycles() {
	n := lampNetwork()
	for c := range n.Cycles() {
		fmt.Println(c.Len(), "suppliers in a circle:")
		printAll(c.Members())
		printPath(c.Loop())
	}
	_, ok := n.CycleOf(suppliertest.ID("Mines"))
	fmt.Println(n.CycleCount(), "in all; Mines in one:", ok)
	// Output:
	// 2 suppliers in a circle:
	// Smelter
	// Scrap dealer
	// Smelter -supply-> Scrap dealer -supply-> Smelter
	// 1 in all; Mines in one: false
}

func ExampleNetwork_ControlPoints() {
	n := lampNetwork()
	for p := range n.ControlPoints() {
		fmt.Println(nameOf(p.Supplier), p.OnlyThrough)
	}
	fmt.Println("only through the assembler:")
	printAll(n.OnlyThrough(suppliertest.ID("Assembler")))
	fmt.Println("every way to the resin works goes through:")
	printAll(n.Through(suppliertest.ID("Resin works")))
	// Output:
	// Assembler 3
	// Casings 2
	// Smelter 2
	// Trader 1
	// only through the assembler:
	// Casings
	// Trader
	// Resin works
	// every way to the resin works goes through:
	// Trader
	// Casings
	// Assembler
}

func ExampleNetwork_Exposures() {
	n := lampNetwork()
	e, err := n.Exposures(context.Background(), supplier.ExposureOptions{
		Count: func(id uuid.UUID) bool { return !n.IsBuyer(id) }, // a host asks its own register
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, x := range e.Direct {
		fmt.Println(nameOf(x.Supplier), "has", x.Behind, "behind it,", x.OnlyThrough, "of them only through it")
	}
	fmt.Println("upstream in all, at the least:", e.Upstream)
	fmt.Println("of these, groups whose members are not named:", e.Groups)
	// Output:
	// Assembler has 7 behind it, 3 of them only through it
	// Wiring has 3 behind it, 0 of them only through it
	// Labour agency has 0 behind it, 0 of them only through it
	// upstream in all, at the least: 9
	// of these, groups whose members are not named: 1
}

func ExampleTierRange() {
	r := supplier.MustParseTierRange("1-2")
	open := supplier.MustParseTierRange("3+")
	fmt.Println(r.Contains(2), r.Contains(3), open.Contains(12), open.Open())
	fmt.Println(r.Union(open), r.Within(open))
	min, _ := open.Min()
	_, ends := open.Max()
	fmt.Println("from", min, "with a known end:", ends)
	var unknown supplier.TierRange
	fmt.Println(unknown, unknown.Known(), unknown == supplier.MustParseTierRange("0"))
	// Output:
	// true false true true
	// 1+ false
	// from 3 with a known end: false
	// unknown false false
}

func ExampleNewTierRange() {
	r, err := supplier.NewTierRange(1, 4)
	fmt.Println(r, err)
	_, err = supplier.NewTierRange(4, 1)
	fmt.Println(err)
	// Output:
	// 1-4 <nil>
	// "4-1" are not tiers: the first tier is greater than the last; write them as 2, 1-2, 3+ or unknown
}

func ExampleTierAtLeast() {
	r, _ := supplier.TierAtLeast(3)
	fmt.Println(r)
	// Output: 3+
}

func ExampleParseTierRange() {
	_, err := supplier.ParseTierRange("tier 1")
	var tier *supplier.TierError
	fmt.Println(errors.As(err, &tier), tier.Found)
	// Output: true tier 1
}

func ExampleProximity() {
	assembly := supplier.Proximity{Upstream: supplier.MustParseTierRange("1"), Directness: supplier.Direct}
	returns := supplier.Proximity{Reverse: supplier.MustParseTierRange("1-2"), Directness: supplier.DirectAndIndirect}
	both := assembly.Union(returns)
	fmt.Println(both.Tiers(supplier.Upstream), both.Tiers(supplier.Reverse), both.Tiers(supplier.Downstream), both.Directness)
	// Output: 1 1-2 unknown direct-and-indirect
}

func ExampleProximity_Check() {
	p := supplier.Proximity{Upstream: supplier.MustParseTierRange("0-2")}
	var cannot *supplier.ProximityError
	fmt.Println(errors.As(p.Check(), &cannot), cannot.Field)
	fmt.Println(cannot)
	// Output:
	// true upstream
	// upstream 0-2: tier 0 is the company's own operations; set ownOperations and start at tier 1
}

func ExampleDirection() {
	for _, d := range []supplier.Direction{supplier.Upstream, supplier.Downstream, supplier.Reverse} {
		fmt.Println(d)
	}
	// Output:
	// upstream
	// downstream
	// reverse
}

func ExampleDirectness() {
	fmt.Println(supplier.DirectnessNotStated, supplier.Direct, supplier.Indirect, supplier.DirectAndIndirect)
	// Output: not-stated direct indirect direct-and-indirect
}

// The example network is compiled without a problem, so that the examples show
// what they seem to show.
func TestTheExampleNetworkHasNoProblems(t *testing.T) {
	suppliertest.Network(t, lamp)
}
