package supplier

import (
	"slices"
	"sync"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/graph"
	"github.com/hrdd-go/hrdd/internal/idindex"
)

// Kinds of relationship as sets of labels of the arcs of a network.
const (
	// supplyKinds carry goods and work towards the buyer.
	supplyKinds = graph.Labels(1<<KindNotStated | 1<<Supply | 1<<Subcontract | 1<<OnSiteContractor | 1<<Intermediary)
	// handedOn are the kinds by which work is passed to another who does it.
	handedOn = graph.Labels(1<<Subcontract | 1<<OnSiteContractor | 1<<Intermediary)
)

// directions says, in the order of [Direction], by which relationships one comes
// to stand in a direction. A way from the company outward starts upstream. It
// leaves upstream by the first relationship of a kind in turn, and goes on over
// the kinds in via.
//
// What a returns service buys, spare parts for instance, goes into what the
// company sold, and is followed. What a distributor buys goes into everything
// that it sells, and is not.
var directions = [...]struct {
	direction Direction
	turn, via graph.Labels
}{
	{Upstream, 0, supplyKinds},
	{Downstream, 1 << Distribution, 1<<Distribution | handedOn},
	{Reverse, 1 << Return, 1<<Return | supplyKinds},
}

// stand says where each supplier stands in one direction.
type stand struct {
	near graph.Levels  // by a shortest way
	far  graph.Lengths // by a longest chain; On is there only while the tiers are computed
}

// empty reports whether nobody stands in the direction.
func (s *stand) empty() bool { return s.near.Level == nil }

// tiers returns the tiers at which a node other than a buyer stands.
func (s *stand) tiers(v uint32) TierRange {
	if s.empty() || s.near.Level[v] == graph.None {
		return TierRange{}
	}
	return TierRange{s.near.Level[v] + 1, s.far.To[v]}
}

// place computes where each supplier stands from the buyers. Of g only the arcs
// towards each node are used. beyond returns the strong components over
// supplyKinds without the buyers.
func (n *Network) place(g *graph.Graph, beyond func() *graph.Components) {
	own := n.own()
	for _, v := range n.buyers {
		n.marks[v] |= buyer
	}
	for i, d := range directions {
		if d.turn != 0 && d.turn&g.Labels() == 0 {
			continue
		}
		s := &n.stands[i]
		var roots []graph.Root
		roots, s.far = n.enter(g, d.turn, own)
		s.near = g.Levels(roots, d.via, n.free, own)
		var c *graph.Components
		if d.via == supplyKinds {
			c = beyond()
		} else {
			parts := g.Components(d.via, own)
			c = &parts
		}
		g.Longest(s.far, c, d.via, n.free, own)
		n.markIndirect(g, s, d.via)
	}
	for i := range n.stands {
		n.stands[i].far.On = nil
	}
	for _, b := range n.buyers {
		for _, a := range g.In(b) {
			v := a.Node()
			n.marks[v] |= direct
			if a.Label() == uint8(OnSiteContractor) {
				n.marks[v] |= onSite
			}
		}
	}
}

// own returns the set of buyers. No way goes on from one to another.
func (n *Network) own() graph.Set {
	own := graph.NewSet(n.index.Len())
	for _, v := range n.buyers {
		own.Add(v)
	}
	return own
}

// enter returns where a walk in a direction starts: at the buyers for upstream,
// which has no turn, otherwise wherever a relationship of a kind in turn leaves
// upstream. It also returns the longest chains that end in such a relationship.
func (n *Network) enter(g *graph.Graph, turn graph.Labels, own graph.Set) ([]graph.Root, graph.Lengths) {
	var roots []graph.Root
	chains := graph.NewLengths(g.Nodes(), n.free)
	if turn == 0 {
		for _, b := range n.buyers {
			roots = append(roots, graph.Root{Node: b})
			for _, a := range g.In(b) {
				if supplyKinds.Has(a) && !own.Has(a.Node()) {
					chains.Extend(1, a, n.free)
				}
			}
		}
		return roots, chains
	}
	up := &n.stands[0]
	for u, level := range up.near.Level {
		if level == graph.None {
			continue
		}
		u := uint32(u)
		on := uint32(1)
		if level > 0 {
			on = up.far.On[u]
		}
		for _, a := range g.In(u) {
			if v := a.Node(); turn.Has(a) && !own.Has(v) {
				roots = append(roots, graph.Root{Node: v, Level: up.near.On(u) + 1, Parent: graph.ArcTo(u, a.Label())})
				chains.Extend(on, a, n.free)
				if level > 0 {
					n.marks[v] |= indirect
				}
			}
		}
	}
	slices.SortStableFunc(roots, func(a, b graph.Root) int { return int(a.Level) - int(b.Level) })
	return roots, chains
}

// markIndirect marks who deals with a supplier that stands in a direction.
func (n *Network) markIndirect(g *graph.Graph, s *stand, via graph.Labels) {
	for u, level := range s.near.Level {
		if level == graph.None || n.marks[u]&buyer != 0 {
			continue
		}
		for _, a := range g.In(uint32(u)) {
			if via.Has(a) {
				n.marks[a.Node()] |= indirect
			}
		}
	}
}

// reached reports whether a node is a buyer or stands in any direction.
func (n *Network) reached(v uint32) bool {
	if n.marks[v]&buyer != 0 {
		return true
	}
	for i := range n.stands {
		if s := &n.stands[i]; !s.empty() && s.near.Level[v] != graph.None {
			return true
		}
	}
	return false
}

// For returns the network as the given buyers see it, for instance one business
// unit of several: with them at tier 0 and every other supplier where it stands
// from them. The links are shared with n; the work is that of finding the
// tiers, in proportion to the size of the network. A buyer that is not in the
// network is returned as a [NetworkProblem].
func (n *Network) For(buyers ...uuid.UUID) (*Network, error) {
	m := &Network{
		index: n.index, links: n.links, categories: n.categories, cycles: n.cycles,
		free: n.free, marks: slices.Clone(n.marks),
	}
	for v := range m.marks {
		m.marks[v] &= markedBuyer | aggregate
	}
	seen := graph.NewSet(n.index.Len())
	for _, id := range buyers {
		v := n.index.Find(id)
		if v == idindex.None {
			return nil, NetworkProblem{Kind: UnknownBuyer, Supplier: id}
		}
		if !seen.Has(v) {
			seen.Add(v)
			m.buyers = append(m.buyers, v)
		}
	}
	m.place(m.links, func() *graph.Components {
		c := m.links.Components(supplyKinds, m.own())
		return &c
	})
	m.dominators = sync.OnceValue(m.findDominators)
	return m, nil
}
