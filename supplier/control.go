package supplier

import (
	"iter"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/graph"
	"github.com/hrdd-go/hrdd/internal/idindex"
)

// ControlPoint is a supplier through which every way to some others goes. What
// the company asks of a control point reaches all of them; without it, it
// reaches none.
type ControlPoint struct {
	Supplier uuid.UUID `json:"supplier"`
	// OnlyThrough is how many suppliers upstream the company is joined to through
	// this one alone.
	OnlyThrough int `json:"onlyThrough"`
}

// findDominators is called once, when somebody asks for the first time.
func (n *Network) findDominators() *graph.Dominators {
	d := n.links.Dominators(n.buyers, supplyKinds, n.own())
	return &d
}

// ControlPoints yields the suppliers through which alone others can be reached
// upstream, those with most behind them first, and of equals those read first.
// Buyers are not among them.
//
// The first call for a network finds the dominators of all suppliers, seen from
// the buyers, which takes time in proportion to the network; their number is
// kept, at eight bytes a supplier.
func (n *Network) ControlPoints() iter.Seq[ControlPoint] {
	return func(yield func(ControlPoint) bool) {
		behind := n.dominators().Behind(nil)
		var points []uint32
		for v, count := range behind {
			if count > 0 && n.marks[v]&buyer == 0 {
				points = append(points, uint32(v))
			}
		}
		slices.SortStableFunc(points, func(a, b uint32) int { return int(behind[b]) - int(behind[a]) })
		for _, v := range points {
			if !yield(ControlPoint{n.index.ID(v), int(behind[v])}) {
				return
			}
		}
	}
}

// OnlyThrough yields the suppliers upstream that the company is joined to
// through id alone. The work is in proportion to the network.
func (n *Network) OnlyThrough(id uuid.UUID) iter.Seq[uuid.UUID] {
	return func(yield func(uuid.UUID) bool) {
		if v := n.index.Find(id); v != idindex.None {
			n.dominators().Only(v, func(w uint32) bool { return yield(n.index.ID(w)) })
		}
	}
}

// Through yields the suppliers that every way upstream to id goes through, the
// nearest to id first. With several buyers, those that all ways share.
func (n *Network) Through(id uuid.UUID) iter.Seq[uuid.UUID] {
	return func(yield func(uuid.UUID) bool) {
		v := n.index.Find(id)
		if v == idindex.None {
			return
		}
		parent := n.dominators().Parent
		for p := parent[v]; p != graph.None && n.marks[p]&buyer == 0; p = parent[p] {
			if !yield(n.index.ID(p)) {
				return
			}
		}
	}
}
