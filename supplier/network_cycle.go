package supplier

import (
	"cmp"
	"iter"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/graph"
	"github.com/hrdd-go/hrdd/internal/idindex"
)

// Cycle is a group of suppliers each of which supplies every other, straight or
// through others of the group. Nothing in the library goes round in it: tiers
// count nobody twice. It is worth a look all the same, as goods of unknown
// origin can enter there and come out with another.
type Cycle struct {
	network *Network
	nodes   []uint32
}

// Len returns the number of suppliers in the cycle, two or more.
func (c Cycle) Len() int { return len(c.nodes) }

// Members yields the suppliers in the cycle in the order in which they were
// read.
func (c Cycle) Members() iter.Seq[uuid.UUID] { return c.network.ids(c.nodes) }

// Loop returns a shortest loop through the first member: who supplies whom
// until it comes back to that member, which stands first and last.
func (c Cycle) Loop() []Step { return c.network.loop(c.nodes[0]) }

// Cycles yields the groups of suppliers that supply one another in a circle,
// over relationships that carry goods and work to the buyer, the company itself
// included, in the order in which their first members were read. Each supplier
// is in one cycle at most: circles that share a supplier are one cycle.
func (n *Network) Cycles() iter.Seq[Cycle] {
	return func(yield func(Cycle) bool) {
		if n.cycles.Cyclic == 0 {
			return
		}
		groups := n.cycles.Groups()
		var cycles []Cycle
		for k := range uint32(groups.Len()) {
			if members := groups.Members(k); len(members) > 1 {
				cycles = append(cycles, Cycle{n, members})
			}
		}
		slices.SortFunc(cycles, func(a, b Cycle) int { return cmp.Compare(a.nodes[0], b.nodes[0]) })
		for _, c := range cycles {
			if !yield(c) {
				return
			}
		}
	}
}

// CycleCount returns the number of cycles.
func (n *Network) CycleCount() int { return n.cycles.Cyclic }

// loop returns a shortest loop through v, which must be in a cycle. It walks
// breadth first from v against the links until it meets v again.
func (n *Network) loop(v uint32) []Step {
	group := n.cycles.Of[v]
	parent := map[uint32]graph.Arc{}
	queue := []uint32{v}
	for len(queue) > 0 {
		u := queue[0]
		queue = queue[1:]
		for _, a := range n.links.In(u) {
			w := a.Node()
			if _, met := parent[w]; met || n.cycles.Of[w] != group || !supplyKinds.Has(a) {
				continue
			}
			parent[w] = graph.ArcTo(u, a.Label())
			if w == v {
				return n.back(v, parent)
			}
			queue = append(queue, w)
		}
	}
	return nil
}

// back follows the parents from v until it comes back to v.
func (n *Network) back(v uint32, parent map[uint32]graph.Arc) []Step {
	loop := []Step{{n.index.ID(v), RelationshipKind(parent[v].Label())}}
	for u := parent[v].Node(); u != v; u = parent[u].Node() {
		loop = append(loop, Step{n.index.ID(u), RelationshipKind(parent[u].Label())})
	}
	return append(loop, Step{Supplier: n.index.ID(v)})
}

// CycleOf returns the cycle in which a supplier is, false if it is in none.
func (n *Network) CycleOf(id uuid.UUID) (Cycle, bool) {
	v := n.index.Find(id)
	if v == idindex.None || n.cycles.Cyclic == 0 {
		return Cycle{}, false
	}
	var members []uint32
	for u, k := range n.cycles.Of {
		if k == n.cycles.Of[v] {
			members = append(members, uint32(u))
		}
	}
	if len(members) < 2 {
		return Cycle{}, false
	}
	return Cycle{n, members}, true
}
