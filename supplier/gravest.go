package supplier

import (
	"cmp"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/idindex"
	"github.com/hrdd-go/hrdd/risk"
)

// Gravest says for each supplier of a network which is the gravest risk at it
// or behind it, and at whom. It is made by [Network.Gravest] and immutable: any
// number of goroutines may read it. The zero value is not usable.
type Gravest struct {
	network *Network
	source  []uint32 // by node, whose risk it is; idindex.None if none is rated
	ratings []risk.Range
}

// Gravest finds the gravest risk at each supplier or upstream of it. rating
// gives the gravest rating at one supplier, the zero Range if nothing is rated
// there; it is called once for each. Gravest is what can be, by the method: of
// a range the gravest end counts first. What is not rated anywhere stays
// unknown. The severity of a harm is not changed by where it stands; this says
// only behind whom it is.
//
// It returns an error for a rating that is not valid. The work is one pass over
// suppliers and relationships.
func (n *Network) Gravest(m *risk.Method, rating func(uuid.UUID) risk.Range) (*Gravest, error) {
	size := n.index.Len()
	g := &Gravest{network: n, source: make([]uint32, size), ratings: make([]risk.Range, size)}
	scores := make([]risk.Score, size)
	var rated []uint32
	for v := range uint32(size) {
		g.source[v] = idindex.None
		r := rating(n.index.ID(v))
		if r == (risk.Range{}) {
			continue
		}
		s, err := m.ScoreRange(r)
		if err != nil {
			return nil, &risk.ItemError{Index: int(v), Err: err}
		}
		g.ratings[v], scores[v] = r, s
		rated = append(rated, v)
	}
	slices.SortStableFunc(rated, func(a, b uint32) int { return compareScores(scores[b], scores[a]) })
	var queue []uint32
	for _, from := range rated { // the gravest first: who is reached once is reached by the gravest
		if g.source[from] != idindex.None {
			continue
		}
		g.source[from] = from
		queue = append(queue[:0], from)
		for len(queue) > 0 {
			v := queue[len(queue)-1]
			queue = queue[:len(queue)-1]
			if n.marks[v]&buyer != 0 {
				continue // what lies behind a business unit does not lie behind whom it supplies
			}
			for _, a := range n.links.Out(v) {
				if w := a.Node(); supplyKinds.Has(a) && g.source[w] == idindex.None {
					g.source[w] = from
					queue = append(queue, w)
				}
			}
		}
	}
	return g, nil
}

// compareScores compares by the gravest that two scores of one method can be,
// then by the least.
func compareScores(a, b risk.Score) int {
	aLo, aHi := a.Ordinals()
	bLo, bHi := b.Ordinals()
	return cmp.Or(cmp.Compare(aHi, bHi), cmp.Compare(aLo, bLo))
}

// Of returns the gravest risk at a supplier or behind it, and at whom it is; ok
// is false if nothing is rated there.
func (g *Gravest) Of(id uuid.UUID) (r risk.Range, at uuid.UUID, ok bool) {
	v := g.network.index.Find(id)
	if v == idindex.None || g.source[v] == idindex.None {
		return risk.Range{}, uuid.UUID{}, false
	}
	return g.ratings[g.source[v]], g.network.index.ID(g.source[v]), true
}
