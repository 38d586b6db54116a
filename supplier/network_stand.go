package supplier

import (
	"slices"

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

// directions says, in the order of [Direction], by which relationships one comes to stand in a direction. A
// way from the company outward starts upstream. It leaves upstream by the first
// relationship of a kind in turn, and goes on over the kinds in via.
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
	near graph.Levels // by a shortest way
	far  []uint32     // length of a longest chain plus one, graph.Open if it is not known
}

// empty reports whether nobody stands in the direction.
func (s *stand) empty() bool { return s.near.Level == nil }

// tiers returns the tiers at which a node other than a buyer stands.
func (s *stand) tiers(v uint32) TierRange {
	if s.empty() || s.near.Level[v] == graph.None {
		return TierRange{}
	}
	return TierRange{s.near.Level[v] + 1, s.far[v]}
}

// stand computes where each supplier stands from the buyers. Of g only the arcs
// towards each node are used.
func (n *Network) stand(g *graph.Graph) {
	own := graph.NewSet(g.Nodes())
	for _, v := range n.buyers {
		own.Add(v)
		n.marks[v] |= buyer
	}
	for i, d := range directions {
		if d.turn != 0 && d.turn&g.Labels() == 0 {
			continue
		}
		s := &n.stands[i]
		roots, first := n.enter(g, d.turn, own)
		s.near = g.Levels(roots, d.via, own)
		beyond := g.Components(d.via, own)
		s.far = g.Longest(first, &beyond, d.via)
		n.markIndirect(g, s, d.via)
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

// enter returns where a walk in a direction starts: at the buyers for upstream,
// which has no turn, otherwise wherever a relationship of a kind in turn leaves
// upstream. It also returns the longest chain that ends in such a relationship,
// as [graph.Graph.Longest] takes it.
func (n *Network) enter(g *graph.Graph, turn graph.Labels, own graph.Set) (roots []graph.Root, first []uint32) {
	first = make([]uint32, g.Nodes())
	if turn == 0 {
		for _, b := range n.buyers {
			roots = append(roots, graph.Root{Node: b})
			for _, a := range g.In(b) {
				if v := a.Node(); supplyKinds.Has(a) && !own.Has(v) {
					first[v] = 2
				}
			}
		}
		return roots, first
	}
	up := &n.stands[0]
	for u := range uint32(g.Nodes()) {
		level, length := up.near.Level[u], up.far[u]
		if own.Has(u) {
			level, length = 0, 1
		}
		if level == graph.None {
			continue
		}
		if length != graph.Open {
			length++
		}
		for _, a := range g.In(u) {
			if v := a.Node(); turn.Has(a) && !own.Has(v) {
				roots = append(roots, graph.Root{Node: v, Level: level + 1, Parent: graph.ArcTo(u, a.Label())})
				first[v] = max(first[v], length)
				if level > 0 {
					n.marks[v] |= indirect
				}
			}
		}
	}
	slices.SortStableFunc(roots, func(a, b graph.Root) int { return int(a.Level) - int(b.Level) })
	return roots, first
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
		marks: slices.Clone(n.marks),
	}
	for v := range m.marks {
		m.marks[v] &= markedBuyer | aggregate
	}
	for _, id := range buyers {
		v := n.index.Find(id)
		if v == idindex.None {
			return nil, NetworkProblem{Kind: UnknownBuyer, Supplier: id}
		}
		m.buyers = append(m.buyers, v)
	}
	m.stand(m.links)
	return m, nil
}
