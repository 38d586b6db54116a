package supplier

import (
	"iter"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/graph"
	"github.com/hrdd-go/hrdd/internal/idindex"
)

// Upstream yields everyone who supplies id, straight or through others, the
// nearest first. id itself is not among them, even if it is in a cycle. The
// work is in proportion to what is yielded and to the relationships there.
func (n *Network) Upstream(id uuid.UUID) iter.Seq[uuid.UUID] {
	return func(yield func(uuid.UUID) bool) {
		if v := n.index.Find(id); v != idindex.None {
			n.links.Against(v, supplyKinds, func(w uint32) bool { return yield(n.index.ID(w)) })
		}
	}
}

// Downstream yields everyone whom id supplies, straight or through others, as
// [Network.Upstream] does. It follows who supplies whom; those who distribute
// what the company makes stand in the direction [Downstream] instead.
func (n *Network) Downstream(id uuid.UUID) iter.Seq[uuid.UUID] {
	return func(yield func(uuid.UUID) bool) {
		if v := n.index.Find(id); v != idindex.None {
			n.links.Along(v, supplyKinds, func(w uint32) bool { return yield(n.index.ID(w)) })
		}
	}
}

// AtTier yields who stands at a tier upstream by a shortest way, 0 for the
// buyers, in the order in which they were read.
func (n *Network) AtTier(tier int) iter.Seq[uuid.UUID] {
	level := n.stands[0].near.Level
	return n.where(func(v uint32) bool { return tier >= 0 && uint64(level[v]) == uint64(tier) })
}

// TierCounts returns how many suppliers stand at each tier upstream by a
// shortest way; the buyers are at place 0.
func (n *Network) TierCounts() []int {
	var counts []int
	for _, level := range n.stands[0].near.Level {
		if level == graph.None {
			continue
		}
		for int(level) >= len(counts) {
			counts = append(counts, 0)
		}
		counts[level]++
	}
	return counts
}
