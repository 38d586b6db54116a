package supplier

import (
	"iter"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/graph"
	"github.com/hrdd-go/hrdd/internal/idindex"
)

// Network is a supply network, made by [Compile]: who supplies whom, and where
// each stands from the company's own operations. It is immutable; any number of
// goroutines may read it. The zero value is not usable.
//
// Suppliers are named by their IDs. Methods that take an ID treat one that is
// not in the network as a supplier to which no way is known; [Network.Has]
// tells the two apart.
type Network struct {
	index      *idindex.Index
	links      *graph.Graph
	marks      []mark
	categories categoryIndex
	buyers     []uint32 // in the order given
	stands     [len(directions)]stand
	cycles     graph.Components
	free       graph.Labels // kinds that add no tier to what lies behind
	dominators func() *graph.Dominators
}

// mark is what is known of one supplier.
type mark uint8

const (
	markedBuyer mark = 1 << iota // says Supplier.Buyer, whether or not it is one of Network.buyers
	aggregate
	buyer    // tier 0
	direct   // has a contract with a buyer
	indirect // deals with one of the suppliers
	onSite   // is a contractor on a buyer's premises
)

// Len returns the number of suppliers, buyers included.
func (n *Network) Len() int { return n.index.Len() }

// Links returns the number of links between suppliers. Relationships of the
// same kind between the same two suppliers are one link.
func (n *Network) Links() int { return n.links.Arcs() }

// Has reports whether the supplier is in the network.
func (n *Network) Has(id uuid.UUID) bool { return n.index.Find(id) != idindex.None }

// IsBuyer reports whether id is the company itself or one of its business
// units.
func (n *Network) IsBuyer(id uuid.UUID) bool {
	v := n.index.Find(id)
	return v != idindex.None && n.marks[v]&buyer != 0
}

// IsGroup reports whether id stands for suppliers that are not named, see
// [Supplier.Aggregate]. How many they are is not known, so that a count of
// suppliers with a group among them is the least that there can be.
func (n *Network) IsGroup(id uuid.UUID) bool {
	v := n.index.Find(id)
	return v != idindex.None && n.marks[v]&aggregate != 0
}

// All yields every supplier, buyers included, in the order in which they were
// read.
func (n *Network) All() iter.Seq[uuid.UUID] {
	return func(yield func(uuid.UUID) bool) {
		for v := range uint32(n.index.Len()) {
			if !yield(n.index.ID(v)) {
				return
			}
		}
	}
}

// Buyers yields the company and its business units: tier 0.
func (n *Network) Buyers() iter.Seq[uuid.UUID] { return n.ids(n.buyers) }

// Categories yields the categories of all suppliers and relationships in
// alphabetical order.
func (n *Network) Categories() iter.Seq[Category] {
	return func(yield func(Category) bool) {
		for _, c := range n.categories.names {
			if !yield(c) {
				return
			}
		}
	}
}

// InCategory yields who belongs to a category or supplies something of it, in
// the order in which they were read.
func (n *Network) InCategory(c Category) iter.Seq[uuid.UUID] { return n.ids(n.categories.of(c)) }

// Unreachable yields the suppliers to which no way is known in any direction,
// so that their proximity is unknown, in the order in which they were read.
func (n *Network) Unreachable() iter.Seq[uuid.UUID] {
	return n.where(func(v uint32) bool { return !n.reached(v) })
}

// Suppliers yields who supplies id straight, with the kind of each link, those
// read first first. One who supplies in two ways comes twice.
func (n *Network) Suppliers(id uuid.UUID) iter.Seq2[uuid.UUID, RelationshipKind] {
	return n.neighbours(id, (*graph.Graph).In)
}

// Supplied yields whom id supplies straight, as [Network.Suppliers] does.
func (n *Network) Supplied(id uuid.UUID) iter.Seq2[uuid.UUID, RelationshipKind] {
	return n.neighbours(id, (*graph.Graph).Out)
}

func (n *Network) neighbours(id uuid.UUID, row func(*graph.Graph, uint32) []graph.Arc) iter.Seq2[uuid.UUID, RelationshipKind] {
	return func(yield func(uuid.UUID, RelationshipKind) bool) {
		v := n.index.Find(id)
		if v == idindex.None {
			return
		}
		for _, a := range row(n.links, v) {
			if !yield(n.index.ID(a.Node()), RelationshipKind(a.Label())) {
				return
			}
		}
	}
}

// ids yields the IDs of nodes.
func (n *Network) ids(nodes []uint32) iter.Seq[uuid.UUID] {
	return func(yield func(uuid.UUID) bool) {
		for _, v := range nodes {
			if !yield(n.index.ID(v)) {
				return
			}
		}
	}
}

// where yields the IDs of the nodes that satisfy a condition.
func (n *Network) where(ok func(uint32) bool) iter.Seq[uuid.UUID] {
	return func(yield func(uuid.UUID) bool) {
		for v := range uint32(n.index.Len()) {
			if ok(v) && !yield(n.index.ID(v)) {
				return
			}
		}
	}
}
