// Package graph holds large directed graphs in compressed rows and answers the
// questions that are linear in their size: levels from a set of roots, strong
// components, longest chains, dominators, reachability.
//
// Nodes are numbered from zero. Each arc carries a label from 0 to 7, and most
// questions are asked about the arcs with certain labels only. A graph keeps
// its arcs in both directions, four bytes an arc and direction, and four bytes
// a node and direction beside.
//
// The package knows nothing of what the nodes stand for.
package graph

// MaxNodes is the greatest number of nodes of a graph.
const MaxNodes = 1 << (32 - labelBits)

// MaxArcs is the greatest number of arcs of a graph.
const MaxArcs = 1<<32 - 1

// None stands for no node.
const None = ^uint32(0)

const labelBits = 3

// Arc is an arc as one of its ends sees it: the node at the other end and the
// label. Arcs order by node, then by label.
type Arc uint32

// ArcTo returns the arc with the given other end, less than [MaxNodes], and
// label, 0 to 7.
func ArcTo(node uint32, label uint8) Arc { return Arc(node<<labelBits | uint32(label)) }

// Node returns the node at the other end.
func (a Arc) Node() uint32 { return uint32(a) >> labelBits }

// Label returns the label, 0 to 7.
func (a Arc) Label() uint8 { return uint8(a & (1<<labelBits - 1)) }

// Labels is a set of labels.
type Labels uint8

// AllLabels holds every label.
const AllLabels Labels = 1<<8 - 1

// LabelSet returns the set of the given labels, each 0 to 7.
func LabelSet(labels ...uint8) Labels {
	var s Labels
	for _, l := range labels {
		s |= 1 << l
	}
	return s
}

// Has reports whether the label of a is in s.
func (s Labels) Has(a Arc) bool { return s>>(a&(1<<labelBits-1))&1 != 0 }

// rows are the arcs of each node side by side: those of node v are
// arcs[start[v]:start[v+1]], in ascending order.
type rows struct {
	start []uint32
	arcs  []Arc
}

func (r *rows) of(v uint32) []Arc { return r.arcs[r.start[v]:r.start[v+1]] }

// sideBySide is how many rows a walk asks for at once. Memory then answers side
// by side, where one row after another would wait for each.
const sideBySide = 16

// all returns the rows of up to sideBySide nodes.
func (r *rows) all(nodes []uint32) (all [sideBySide][]Arc) {
	for i, v := range nodes {
		all[i] = r.of(v)
	}
	return all
}

// Graph is a directed graph. It is immutable; any number of goroutines may
// read it.
type Graph struct {
	in, out rows
	labels  Labels // those that occur
}

// Nodes returns the number of nodes.
func (g *Graph) Nodes() int { return len(g.in.start) - 1 }

// Arcs returns the number of arcs.
func (g *Graph) Arcs() int { return len(g.in.arcs) }

// Labels returns the labels that occur.
func (g *Graph) Labels() Labels { return g.labels }

// In returns the arcs that end in v, as arcs to where they start, in ascending
// order. The caller must not write to it.
func (g *Graph) In(v uint32) []Arc { return g.in.of(v) }

// Out returns the arcs that start in v, as arcs to where they end, in
// ascending order. The caller must not write to it.
func (g *Graph) Out(v uint32) []Arc { return g.out.of(v) }

// Bytes returns the memory that the arcs take in both directions, in bytes.
func (g *Graph) Bytes() int {
	return 4 * (len(g.in.start) + len(g.in.arcs) + len(g.out.start) + len(g.out.arcs))
}
