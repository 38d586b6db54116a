package supplier_test

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/supplier"
	"github.com/hrdd-go/hrdd/supplier/suppliertest"
)

// reference answers by trying every chain, as a person would with a pencil.
type reference struct {
	names   []string
	buyers  map[string]bool
	related []supplier.Relationship
	free    bool // intermediaries add no tier
	stands  map[uuid.UUID]*standing
}

// standing is what the reference knows of one supplier.
type standing struct {
	lo, hi           [4]int // by direction; lo 0 is not reached
	direct, indirect bool
	onSite           bool
}

func (r *reference) isBuyer(id uuid.UUID) bool {
	return slices.ContainsFunc(r.names, func(n string) bool { return r.buyers[n] && suppliertest.ID(n) == id })
}

func isSupply(k supplier.RelationshipKind) bool {
	return k != supplier.Return && k != supplier.Distribution
}

// next returns the direction in which a way goes on by a relationship, false
// if it does not.
func next(d supplier.Direction, k supplier.RelationshipKind) (supplier.Direction, bool) {
	switch {
	case d == supplier.Upstream && k == supplier.Return:
		return supplier.Reverse, true
	case d == supplier.Upstream && k == supplier.Distribution:
		return supplier.Downstream, true
	case d == supplier.Upstream:
		return d, true
	case d == supplier.Reverse:
		return d, k != supplier.Distribution
	case k == supplier.Distribution, k == supplier.Subcontract, k == supplier.OnSiteContractor, k == supplier.Intermediary:
		return d, true
	}
	return d, false
}

func (r *reference) solve() {
	r.stands = map[uuid.UUID]*standing{}
	for _, n := range r.names {
		r.stands[suppliertest.ID(n)] = &standing{}
	}
	type met struct {
		id uuid.UUID
		d  supplier.Direction
	}
	var chain []met
	var try func(at uuid.UUID, d supplier.Direction, counted, steps int)
	try = func(at uuid.UUID, d supplier.Direction, counted, steps int) {
		for _, rel := range r.related {
			if rel.To != at || r.isBuyer(rel.From) {
				continue
			}
			to, ok := next(d, rel.Kind)
			if !ok || slices.Contains(chain, met{rel.From, to}) {
				continue
			}
			s, tier := r.stands[rel.From], counted+1
			if s.lo[to] == 0 || tier < s.lo[to] {
				s.lo[to] = tier
			}
			s.hi[to] = max(s.hi[to], tier)
			s.direct = s.direct || steps == 0
			s.onSite = s.onSite || steps == 0 && rel.Kind == supplier.OnSiteContractor
			chain = append(chain, met{rel.From, to})
			if r.free && rel.Kind == supplier.Intermediary {
				try(rel.From, to, counted, steps+1)
			} else {
				try(rel.From, to, counted+1, steps+1)
			}
			chain = chain[:len(chain)-1]
		}
	}
	for _, n := range r.names {
		if r.buyers[n] {
			try(suppliertest.ID(n), supplier.Upstream, 0, 0)
		}
	}
	for _, rel := range r.related { // who deals with somebody that stands somewhere
		for d := supplier.Upstream; d <= supplier.Reverse; d++ {
			if _, ok := next(d, rel.Kind); ok && r.stands[rel.To].lo[d] > 0 {
				r.stands[rel.From].indirect = true
			}
		}
	}
}

func (r *reference) proximity(id uuid.UUID) supplier.Proximity {
	if r.isBuyer(id) {
		return supplier.Proximity{OwnOperations: true}
	}
	s := r.stands[id]
	tiers := func(d supplier.Direction) supplier.TierRange {
		if s.lo[d] == 0 {
			return supplier.TierRange{}
		}
		t, err := supplier.NewTierRange(s.lo[d], s.hi[d])
		if err != nil {
			panic(err)
		}
		return t
	}
	p := supplier.Proximity{OnSite: s.onSite, Upstream: tiers(supplier.Upstream), Downstream: tiers(supplier.Downstream), Reverse: tiers(supplier.Reverse)}
	switch {
	case s.direct && s.indirect:
		p.Directness = supplier.DirectAndIndirect
	case s.direct:
		p.Directness = supplier.Direct
	case s.indirect:
		p.Directness = supplier.Indirect
	}
	return p
}

// upstream returns who can be reached upstream from the given ones without
// going into a buyer or the one left out.
func (r *reference) upstream(from []uuid.UUID, without uuid.UUID) map[uuid.UUID]bool {
	met := map[uuid.UUID]bool{}
	for queue := slices.Clone(from); len(queue) > 0; queue = queue[1:] {
		for _, rel := range r.related {
			if rel.To == queue[0] && isSupply(rel.Kind) && !met[rel.From] && !r.isBuyer(rel.From) && rel.From != without {
				met[rel.From] = true
				queue = append(queue, rel.From)
			}
		}
	}
	return met
}

func randomReference(r *rand.Rand) *reference {
	ref := &reference{buyers: map[string]bool{}, free: r.IntN(2) == 0}
	for i := range 2 + r.IntN(7) {
		ref.names = append(ref.names, fmt.Sprint("s", i))
	}
	ref.buyers["s0"] = true
	if r.IntN(3) == 0 {
		ref.buyers["s1"] = true
	}
	kinds := 1 + r.IntN(7)
	for range r.IntN(13) {
		from, to := r.IntN(len(ref.names)), r.IntN(len(ref.names))
		if from != to {
			ref.related = append(ref.related, suppliertest.Related(ref.names[from], supplier.RelationshipKind(r.IntN(kinds)), ref.names[to]))
		}
	}
	return ref
}

func (r *reference) compile(t *testing.T) *supplier.Network {
	t.Helper()
	var suppliers []supplier.Supplier
	for _, n := range r.names {
		s := suppliertest.Supplier(n)
		s.Buyer = r.buyers[n]
		suppliers = append(suppliers, s)
	}
	n, _, err := supplier.Compile(context.Background(), slices.Values(suppliers), slices.Values(r.related),
		supplier.NetworkOptions{IntermediariesAddNoTier: r.free})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func eachReference(t *testing.T, check func(t *testing.T, r *reference, n *supplier.Network)) {
	for seed := range uint64(1500) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := randomReference(rand.New(rand.NewPCG(seed, 8)))
			n := r.compile(t)
			defer func() {
				if t.Failed() {
					for _, rel := range r.related {
						t.Logf("%s -> %s (%v)", r.name(rel.From), r.name(rel.To), rel.Kind)
					}
					t.Logf("buyers %v, intermediaries free %v", r.buyers, r.free)
				}
			}()
			check(t, r, n)
		})
	}
}

func (r *reference) name(id uuid.UUID) string {
	for _, n := range r.names {
		if suppliertest.ID(n) == id {
			return n
		}
	}
	return "?"
}

func TestProximityIsThatOfEveryChain(t *testing.T) {
	eachReference(t, func(t *testing.T, r *reference, n *supplier.Network) {
		r.solve()
		for _, name := range r.names {
			id := suppliertest.ID(name)
			if got, want := n.Proximity(id), r.proximity(id); got != want {
				t.Errorf("%s: %+v, want %+v", name, got, want)
			}
		}
	})
}

func TestAPathIsAWayOfTheNearestTier(t *testing.T) {
	eachReference(t, func(t *testing.T, r *reference, n *supplier.Network) {
		for _, name := range r.names {
			id := suppliertest.ID(name)
			p := n.Proximity(id)
			for d := supplier.Upstream; d <= supplier.Reverse; d++ {
				path := n.PathIn(d, id)
				nearest, ok := p.Tiers(d).Min()
				if p.OwnOperations && d == supplier.Upstream {
					nearest, ok = 0, true
				}
				if ok != (path != nil) {
					t.Fatalf("%s %v: path %v, proximity %+v", name, d, path, p)
				}
				if ok {
					r.checkPath(t, path, id, d, nearest)
				}
			}
		}
	})
}

// checkPath walks a path from the buyer outward.
func (r *reference) checkPath(t *testing.T, path []supplier.Step, id uuid.UUID, d supplier.Direction, tier int) {
	t.Helper()
	last := len(path) - 1
	if path[0].Supplier != id || !r.isBuyer(path[last].Supplier) || path[last].Kind != supplier.KindNotStated {
		t.Fatalf("%s: path %v does not go from the supplier to a buyer", r.name(id), path)
	}
	at, counted := supplier.Upstream, 0
	for i := last - 1; i >= 0; i-- {
		to, ok := next(at, path[i].Kind)
		joined := slices.ContainsFunc(r.related, func(rel supplier.Relationship) bool {
			return rel.From == path[i].Supplier && rel.To == path[i+1].Supplier && rel.Kind == path[i].Kind
		})
		if !ok || !joined || r.isBuyer(path[i].Supplier) {
			t.Fatalf("%s: no way goes along step %d of %v", r.name(id), i, path)
		}
		at = to
		if !(r.free && path[i].Kind == supplier.Intermediary) || i == 0 {
			counted++
		}
	}
	if at != d || counted != tier {
		t.Fatalf("%s: path %v is %v tier %d, want %v tier %d", r.name(id), path, at, counted, d, tier)
	}
}

func TestControlPointsAndExposureAreWhatIsLostWithout(t *testing.T) {
	eachReference(t, func(t *testing.T, r *reference, n *supplier.Network) {
		all := r.upstream(slices.Collect(n.Buyers()), uuid.Nil)
		lost := map[uuid.UUID][]uuid.UUID{}
		for _, name := range r.names {
			id := suppliertest.ID(name)
			if r.isBuyer(id) {
				continue
			}
			left := r.upstream(slices.Collect(n.Buyers()), id)
			for other := range n.All() {
				if all[other] && !left[other] && other != id {
					lost[id] = append(lost[id], other)
				}
			}
			got := slices.SortedFunc(n.OnlyThrough(id), compareIDs)
			slices.SortFunc(lost[id], compareIDs)
			if !slices.Equal(got, lost[id]) {
				t.Fatalf("only through %s: %v, want %v", name, got, lost[id])
			}
		}
		before := len(r.names) + 1
		points := 0
		for p := range n.ControlPoints() {
			points++
			if p.OnlyThrough != len(lost[p.Supplier]) || p.OnlyThrough == 0 || p.OnlyThrough > before {
				t.Fatalf("%s: %d only through it, want %d, not more than %d", r.name(p.Supplier), p.OnlyThrough, len(lost[p.Supplier]), before)
			}
			before = p.OnlyThrough
		}
		for id, ids := range lost {
			if len(ids) > 0 {
				points--
			}
			for _, other := range ids {
				if !slices.Contains(slices.Collect(n.Through(other)), id) {
					t.Fatalf("every way to %s goes through %s, which Through leaves out", r.name(other), r.name(id))
				}
			}
		}
		if points != 0 {
			t.Fatalf("%d control points too many", points)
		}
		r.checkExposures(t, n, all, lost)
	})
}

func (r *reference) checkExposures(t *testing.T, n *supplier.Network, all map[uuid.UUID]bool, lost map[uuid.UUID][]uuid.UUID) {
	t.Helper()
	direct := map[uuid.UUID]bool{}
	for _, rel := range r.related {
		if r.isBuyer(rel.To) && isSupply(rel.Kind) && !r.isBuyer(rel.From) {
			direct[rel.From] = true
		}
	}
	for name, counts := range map[string]func(uuid.UUID) bool{
		"all":  nil,
		"some": func(id uuid.UUID) bool { return id[15]%2 == 0 },
	} {
		count := func(ids iter.Seq[uuid.UUID]) int {
			c := 0
			for id := range ids {
				if counts == nil || counts(id) {
					c++
				}
			}
			return c
		}
		e, err := n.Exposures(t.Context(), supplier.ExposureOptions{Count: counts})
		if err != nil {
			t.Fatal(err)
		}
		if want := count(maps.Keys(all)); e.Upstream != want || len(e.Direct) != len(direct) {
			t.Fatalf("%s: %d upstream and %d direct suppliers, want %d and %d", name, e.Upstream, len(e.Direct), want, len(direct))
		}
		for _, x := range e.Direct {
			behind := count(maps.Keys(r.upstream([]uuid.UUID{x.Supplier}, x.Supplier)))
			only := count(slices.Values(lost[x.Supplier]))
			if !direct[x.Supplier] || x.Behind != behind || x.OnlyThrough != only {
				t.Fatalf("%s of %s: %+v, want %d behind and %d only through it", name, r.name(x.Supplier), x, behind, only)
			}
		}
	}
}

func compareIDs(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) }

func TestCyclesAreWhoSuppliesOneAnother(t *testing.T) {
	eachReference(t, func(t *testing.T, r *reference, n *supplier.Network) {
		upstream := map[uuid.UUID][]uuid.UUID{}
		for id := range n.All() {
			upstream[id] = slices.Collect(n.Upstream(id))
			for _, other := range upstream[id] {
				if !slices.Contains(slices.Collect(n.Downstream(other)), id) {
					t.Fatalf("%s is upstream of %s, which is not downstream of it", r.name(other), r.name(id))
				}
			}
		}
		seen := map[uuid.UUID]bool{}
		for c := range n.Cycles() {
			members := slices.Collect(c.Members())
			if len(members) != c.Len() || c.Len() < 2 {
				t.Fatalf("cycle of %d has members %v", c.Len(), members)
			}
			for _, a := range members {
				seen[a] = true
				for b := range n.All() {
					mutual := a != b && slices.Contains(upstream[a], b) && slices.Contains(upstream[b], a)
					if a != b && mutual != slices.Contains(members, b) {
						t.Fatalf("%s and %s: mutual %v", r.name(a), r.name(b), mutual)
					}
				}
			}
			r.checkLoop(t, c.Loop(), members[0])
			of, ok := n.CycleOf(members[1])
			if !ok || !slices.Equal(slices.Collect(of.Members()), members) {
				t.Fatalf("cycle of %s is %v, %v", r.name(members[1]), of, ok)
			}
		}
		for id := range n.All() {
			back := slices.ContainsFunc(upstream[id], func(b uuid.UUID) bool { return slices.Contains(upstream[b], id) })
			if _, ok := n.CycleOf(id); ok != seen[id] || back != seen[id] {
				t.Fatalf("%s: in a cycle %v, CycleOf %v, supplied by itself %v", r.name(id), seen[id], ok, back)
			}
		}
	})
}

func (r *reference) checkLoop(t *testing.T, loop []supplier.Step, first uuid.UUID) {
	t.Helper()
	last := len(loop) - 1
	if last < 2 || loop[0].Supplier != first || loop[last].Supplier != first {
		t.Fatalf("loop %v does not come back to %s", loop, r.name(first))
	}
	for i := range last {
		if !isSupply(loop[i].Kind) || !slices.ContainsFunc(r.related, func(rel supplier.Relationship) bool {
			return rel.From == loop[i].Supplier && rel.To == loop[i+1].Supplier && rel.Kind == loop[i].Kind
		}) {
			t.Fatalf("no link goes along step %d of loop %v", i, loop)
		}
	}
}

func TestForIsCompilingWithOtherBuyers(t *testing.T) {
	eachReference(t, func(t *testing.T, r *reference, n *supplier.Network) {
		other := *r
		other.buyers = map[string]bool{r.names[len(r.names)-1]: true}
		want := other.compile(t)
		got, err := n.For(suppliertest.ID(r.names[len(r.names)-1]))
		if err != nil {
			t.Fatal(err)
		}
		if d := suppliertest.DiffNetworks(got, want, r.name); d != "" {
			t.Fatal(d)
		}
	})
}
