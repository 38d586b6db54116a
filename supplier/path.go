package supplier

import (
	"iter"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/graph"
	"github.com/hrdd-go/hrdd/internal/idindex"
)

// Step is one step of a supply path: a supplier, and what kind of relationship
// joins it to the next one nearer to the company. The last step is the company
// itself or one of its business units, and joins to nobody.
type Step struct {
	Supplier uuid.UUID        `json:"supplier"`
	Kind     RelationshipKind `json:"kind,omitzero"`
}

// Path returns a shortest way from a supplier to the company, the explanation
// of its tier: one step for the supplier, one for each between, one for the
// buyer. It looks upstream first, then in reverse, then downstream, and returns
// nil if no way is known. Of several shortest ways it is always the same one
// for networks compiled from the same rows in the same order.
func (n *Network) Path(id uuid.UUID) []Step {
	for _, d := range [...]Direction{Upstream, Reverse, Downstream} {
		if path := n.PathIn(d, id); path != nil {
			return path
		}
	}
	return nil
}

// PathIn is [Network.Path] in one direction only. A way that stands in reverse
// or downstream may go upstream from the company first; a buyer is reached
// upstream, by a path of one step.
func (n *Network) PathIn(d Direction, id uuid.UUID) []Step {
	v, i := n.index.Find(id), int(d)-1 // directions are in the order of Direction
	if v == idindex.None || i < 0 || i >= len(directions) {
		return nil
	}
	s := &n.stands[i]
	if s.empty() || s.near.Level[v] == graph.None {
		return nil
	}
	steps := 0
	for range n.walk(s, directions[i].turn, v) {
		steps++
	}
	path := make([]Step, 0, steps)
	for v, kind := range n.walk(s, directions[i].turn, v) {
		path = append(path, Step{n.index.ID(v), kind})
	}
	return path
}

// walk yields the nodes on a shortest way from v to a buyer, with the kind of
// the link that joins each to the next.
func (n *Network) walk(s *stand, turn graph.Labels, v uint32) iter.Seq2[uint32, RelationshipKind] {
	return func(yield func(uint32, RelationshipKind) bool) {
		for level := s.near.Level[v]; level > 0; {
			parent := s.near.Parent[v]
			if !yield(v, RelationshipKind(parent.Label())) {
				return
			}
			v = parent.Node()
			if up := &n.stands[0]; turn.Has(parent) && up.near.On(v) == level-1 {
				s = up // the way leaves upstream here
			}
			level = s.near.Level[v]
		}
		yield(v, KindNotStated)
	}
}
