package supplier_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
	"github.com/hrdd-go/hrdd/supplier/suppliertest"
)

// FuzzCompile reads each three bytes as a relationship of up to eight
// suppliers, one of them unknown, and compares the network with the reference.
func FuzzCompile(f *testing.F) {
	f.Add([]byte{}, byte(0))
	f.Add([]byte{1, 0, 1, 2, 1, 1, 1, 2, 1}, byte(0))           // a circle
	f.Add([]byte{1, 0, 5, 2, 1, 2, 3, 0, 6, 4, 3, 2}, byte(1))  // returned and distributed
	f.Add([]byte{1, 1, 1, 7, 0, 1, 1, 0, 99, 1, 0, 1}, byte(2)) // itself, unknown, no such kind, repeated
	f.Add([]byte{1, 0, 4, 2, 1, 4, 3, 2, 1, 0, 3, 1}, byte(5))  // intermediaries that add no tier
	f.Fuzz(func(t *testing.T, rows []byte, how byte) {
		if len(rows) > 36 {
			return // the reference tries every chain
		}
		ref := &reference{buyers: map[string]bool{"s0": true, "s1": how&1 != 0}, free: how&4 != 0}
		var suppliers []supplier.Supplier
		for i := range 7 {
			s := suppliertest.Supplier(fmt.Sprint("s", i))
			s.Buyer = ref.buyers[s.Name]
			suppliers = append(suppliers, s)
			ref.names = append(ref.names, s.Name)
		}
		opts := supplier.NetworkOptions{IntermediariesAddNoTier: ref.free, AddUnknownEnds: how&2 != 0}
		if opts.AddUnknownEnds {
			ref.names = append(ref.names, "s7")
		}
		var related []supplier.Relationship
		for ; len(rows) >= 3; rows = rows[3:] {
			r := suppliertest.Related(fmt.Sprint("s", rows[0]%8), supplier.RelationshipKind(rows[2]), fmt.Sprint("s", rows[1]%8))
			related = append(related, r)
			if !r.Kind.Valid() {
				r.Kind = supplier.KindNotStated
			}
			if r.From != r.To && (opts.AddUnknownEnds || rows[0]%8 != 7 && rows[1]%8 != 7) {
				ref.related = append(ref.related, r)
			}
		}
		n, report, err := supplier.Compile(context.Background(), slices.Values(suppliers), slices.Values(related), opts)
		if err != nil {
			t.Fatal(err)
		}
		if report.RelationshipsRead != report.Links+report.Merged+report.Skipped || report.RelationshipsRead != len(related) ||
			report.Skipped != len(related)-len(ref.related) || report.Suppliers != 7+report.Added {
			t.Fatalf("rows are not accounted for: %+v", report)
		}
		ref.solve()
		for _, name := range ref.names {
			id := suppliertest.ID(name)
			if got, want := n.Proximity(id), ref.proximity(id); n.Has(id) && got != want {
				t.Fatalf("%s: %+v, want %+v", name, got, want)
			}
			if path := n.PathIn(supplier.Upstream, id); path != nil {
				nearest, _ := n.Proximity(id).Upstream.Min()
				if n.IsBuyer(id) {
					nearest = 0
				}
				ref.checkPath(t, path, id, supplier.Upstream, nearest)
			}
		}
	})
}

func TestManyMayReadOneNetwork(t *testing.T) {
	s := suppliertest.ScaleFree(4, 300, 1500)
	n, _, err := supplier.Compile(context.Background(), s.Suppliers(), s.Relationships(), supplier.NetworkOptions{})
	if err != nil {
		t.Fatal(err)
	}
	// everything a reader may ask, as one text
	ask := func() string {
		var seen []any
		for id := range n.All() {
			tiers, _ := n.Tiers(id)
			seen = append(seen, tiers, n.Proximity(id), len(n.Path(id)))
		}
		for c := range n.Cycles() {
			seen = append(seen, c.Len(), len(c.Loop()))
		}
		for p := range n.ControlPoints() {
			seen = append(seen, p)
		}
		e, err := n.Exposures(context.Background(), supplier.ExposureOptions{})
		seen = append(seen, e, err, n.TierCounts(), n.ProximityOf(n.Unreachable()))
		unit, err := n.For(s.ID(1))
		return fmt.Sprint(seen, unit.TierCounts(), err)
	}
	answers := make([]string, 8)
	var all sync.WaitGroup
	for i := range answers {
		all.Go(func() { answers[i] = ask() })
	}
	all.Wait()
	for _, a := range answers[1:] {
		if a != answers[0] {
			t.Fatal("two readers were told different things")
		}
	}
}

func TestTheSameRowsGiveTheSameNetwork(t *testing.T) {
	s := suppliertest.Random(9, 500, 2500)
	var networks [2]*supplier.Network
	for i := range networks {
		n, _, err := supplier.Compile(context.Background(), s.Suppliers(), s.Relationships(), supplier.NetworkOptions{})
		if err != nil {
			t.Fatal(err)
		}
		networks[i] = n
	}
	for id := range networks[0].All() {
		if a, b := networks[0].Path(id), networks[1].Path(id); !slices.Equal(a, b) {
			t.Fatalf("paths %v and %v", a, b)
		}
	}
	if d := suppliertest.DiffNetworks(networks[0], networks[1], nil); d != "" {
		t.Fatal(d)
	}
}

func TestAnExplanationAllocatesThePathOnly(t *testing.T) {
	n := suppliertest.Network(t, device)
	mines := suppliertest.ID("mines")
	if got := testing.AllocsPerRun(100, func() { n.Path(mines) }); got != 1 {
		t.Errorf("a path takes %v allocations, want 1", got)
	}
	if got := testing.AllocsPerRun(100, func() { n.Proximity(mines) }); got != 0 {
		t.Errorf("a proximity takes %v allocations, want none", got)
	}
}

// TestRelationshipsInForceOnADayCount checks both ends of a period, which are
// included, and periods without an end.
func TestRelationshipsInForceOnADayCount(t *testing.T) {
	for _, c := range []struct {
		from, to, asOf string
		want           bool
	}{
		{"2020-01-01", "2020-12-31", "2020-01-01", true},
		{"2020-01-01", "2020-12-31", "2020-12-31", true},
		{"2020-01-01", "2020-12-31", "2021-01-01", false},
		{"2020-01-01", "2020-12-31", "2019-12-31", false},
		{"", "2020-12-31", "1999-01-01", true},
		{"2020-01-01", "", "2099-01-01", true},
		{"", "", "2020-01-01", true},
		{"2020-01-01", "2020-12-31", "", true},
		{"2020-12-31", "2020-01-01", "2020-06-01", false},
		{"2020-12-31", "2020-01-01", "", true},
	} {
		r := suppliertest.Supply("works", "acme")
		r.Period = risk.Period{From: date(c.from), To: date(c.to)}
		n, report, err := supplier.Compile(context.Background(),
			slices.Values([]supplier.Supplier{suppliertest.Buyer("acme"), suppliertest.Supplier("works")}),
			slices.Values([]supplier.Relationship{r}), supplier.NetworkOptions{AsOf: date(c.asOf)})
		if err != nil {
			t.Fatal(err)
		}
		if got := n.Proximity(suppliertest.ID("works")).Known(); got != c.want || report.Links+report.NotInForce != 1 {
			t.Errorf("%+v: in the network %v, %+v", c, got, report)
		}
	}
}

func TestAMillionSuppliersWithOneNameAreAMillionSuppliers(t *testing.T) {
	const count = 1_000_000
	if testing.Short() {
		t.Skip("takes a second")
	}
	number := func(i int) uuid.UUID { // made to look alike as well: they differ in three bytes
		return uuid.UUID{13: byte(i >> 16), 14: byte(i >> 8), 15: byte(i) | 1, 12: byte(i&1) + 1}
	}
	suppliers := func(yield func(supplier.Supplier) bool) {
		for i := range count {
			if !yield(supplier.Supplier{ID: number(i), Name: "Trading Co", Buyer: i == 0}) {
				return
			}
		}
	}
	chain := func(yield func(supplier.Relationship) bool) {
		for i := 1; i < count; i++ {
			if !yield(supplier.Relationship{From: number(i), To: number(i - 1)}) {
				return
			}
		}
	}
	n, report, err := supplier.Compile(context.Background(), suppliers, chain, supplier.NetworkOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if n.Len() != count || len(report.Problems) != 0 {
		t.Fatalf("%d suppliers, problems %v", n.Len(), report.Problems)
	}
	last := number(count - 1)
	tiers, _ := n.Tiers(last)
	if tiers.String() != "999999" || len(n.Path(last)) != count {
		t.Errorf("the last of a chain stands at %v", tiers)
	}
	if p, ok := firstOf(n); !ok || p.OnlyThrough != count-2 {
		t.Errorf("first control point %+v, %v", p, ok)
	}
}

func firstOf(n *supplier.Network) (supplier.ControlPoint, bool) {
	for p := range n.ControlPoints() {
		return p, true
	}
	return supplier.ControlPoint{}, false
}
