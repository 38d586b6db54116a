package supplier

import (
	"cmp"
	"context"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/graph"
)

// Exposure says what lies behind one direct supplier.
type Exposure struct {
	Supplier uuid.UUID `json:"supplier"`
	// Behind is how many suppliers supply it, straight or through others, each
	// counted once. Buyers, and what lies behind them only, are not counted.
	Behind int `json:"behind"`
	// OnlyThrough is how many of these are joined to the company through it alone.
	// The rest would still be there without it.
	OnlyThrough int `json:"onlyThrough"`
}

// Exposures says what lies behind each direct supplier. The same supplier may
// lie behind several, so the figures must not be added up; Upstream is the
// whole.
type Exposures struct {
	Direct []Exposure `json:"direct"` // those with most behind them first
	// Upstream is how many suppliers stand upstream, direct ones included, each
	// counted once.
	Upstream int `json:"upstream"`
	// Groups is how many of these stand for suppliers that are not named. Where
	// there are any, each figure is the least that it can be.
	Groups int `json:"groups,omitzero"`
}

// ExposureOptions says what [Network.Exposures] counts. The zero value counts
// every supplier.
type ExposureOptions struct {
	// Count says which suppliers count, for instance those with a severe risk.
	// Nil counts all. It is asked several times for each.
	Count func(uuid.UUID) bool
	// Progress is told how many direct suppliers are done; nil is silent. It is
	// called from the caller's goroutine.
	Progress func(done, total int)
}

// Exposures returns what lies behind each direct supplier, as exact numbers.
//
// The work for 256 direct suppliers is one pass over all links, with 32 bytes
// of memory a supplier while it runs. The error is that of ctx.
func (n *Network) Exposures(ctx context.Context, opts ExposureOptions) (Exposures, error) {
	weight := func(v uint32) uint32 {
		if n.marks[v]&buyer != 0 || opts.Count != nil && !opts.Count(n.index.ID(v)) {
			return 0
		}
		return 1
	}
	var e Exposures
	var direct []uint32
	for v, level := range n.stands[0].near.Level {
		if level == graph.None {
			continue
		}
		counted := int(weight(uint32(v)))
		e.Upstream += counted
		if n.marks[v]&aggregate != 0 {
			e.Groups += counted
		}
		if n.suppliesBuyer(uint32(v)) {
			direct = append(direct, uint32(v))
		}
	}
	own := n.own()
	c := n.links.Components(supplyKinds, own)
	var progress func(int)
	if opts.Progress != nil {
		progress = func(done int) { opts.Progress(done, len(direct)) }
	}
	behind, err := n.links.CountAgainst(ctx, direct, &c, supplyKinds, own, weight, progress)
	if err != nil {
		return Exposures{}, err
	}
	only := n.dominators().Behind(weight)
	for i, v := range direct {
		e.Direct = append(e.Direct, Exposure{n.index.ID(v), int(behind[i]), int(only[v])})
	}
	slices.SortStableFunc(e.Direct, func(a, b Exposure) int {
		return cmp.Or(cmp.Compare(b.Behind, a.Behind), cmp.Compare(b.OnlyThrough, a.OnlyThrough))
	})
	return e, nil
}

// suppliesBuyer reports whether a node other than a buyer has a link upstream
// from a buyer.
func (n *Network) suppliesBuyer(v uint32) bool {
	if n.marks[v]&(direct|buyer) != direct {
		return false
	}
	for _, a := range n.links.Out(v) {
		if supplyKinds.Has(a) && n.marks[a.Node()]&buyer != 0 {
			return true
		}
	}
	return false
}
