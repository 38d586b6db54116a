package supplier

import (
	"context"
	"fmt"
	"iter"
	"sync"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/graph"
	"github.com/hrdd-go/hrdd/internal/idindex"
	"github.com/hrdd-go/hrdd/risk"
)

// NetworkOptions says what [Compile] reads and how. The zero value takes every
// relationship, whenever it was in force, and the suppliers marked as buyers.
type NetworkOptions struct {
	// AsOf is the day on which a relationship must be in force to count. The zero
	// date takes all, past ones too. A relationship without a period is in force
	// on every day.
	AsOf risk.Date
	// Keep says which relationships count, for instance those of a category or a
	// material; nil keeps all. What lies behind a relationship that does not count
	// may become unreachable. Each other choice is a network of its own, compiled
	// anew from the rows.
	Keep func(Relationship) bool
	// Buyers are the company and its business units, at tier 0. Nil takes those
	// with Supplier.Buyer set.
	Buyers []uuid.UUID
	// AddUnknownEnds takes an end of a relationship that is not among the
	// suppliers as a supplier of whom nothing but the ID is known, so that what
	// lies behind it stays in the network. Otherwise such relationships are left
	// out. Each is reported either way.
	AddUnknownEnds bool
	// IntermediariesAddNoTier counts what lies behind a trader or agent as if the
	// trader were not there: who supplies a trader at tier 1 stands at tier 1 too.
	// The trader keeps its own tier. Otherwise each adds a tier, as every supplier.
	IntermediariesAddNoTier bool
	// MaxProblems is how many problems the report lists; it counts all. 0 means
	// 1000, a negative number all.
	MaxProblems int
	// Progress is told now and then how many relationships are read; nil is
	// silent. It is called from the caller's goroutine.
	Progress func(relationships int)
}

const defaultMaxProblems = 1000

// NetworkSizeError says that a network has more suppliers or relationships than
// can be held.
type NetworkSizeError struct {
	What string // "suppliers" or "relationships"
	Max  int64
}

// Error gives what there is too much of, how much fits and what to do.
func (e *NetworkSizeError) Error() string {
	return fmt.Sprintf("the network has more than %d %s; compile it in parts", e.Max, e.What)
}

// Compile reads suppliers and relationships, each once, and returns the network
// that they form with a report that accounts for every row. Rows that cannot be
// used are never an error; the report lists them, see [NetworkProblemKind] for
// what is done with each. The errors are that of ctx and *[NetworkSizeError].
//
// Either sequence may be nil. Compile keeps nothing of what they yield but IDs
// and categories. It takes time and memory in proportion to what it reads, and
// may use several processors while it runs.
func Compile(ctx context.Context, suppliers iter.Seq[Supplier], relationships iter.Seq[Relationship], opts NetworkOptions) (*Network, *NetworkReport, error) {
	c := compiler{opts: opts, report: &NetworkReport{limit: opts.MaxProblems}}
	if opts.MaxProblems == 0 {
		c.report.limit = defaultMaxProblems
	}
	if err := c.readSuppliers(ctx, suppliers); err != nil {
		return nil, nil, err
	}
	if err := c.readRelationships(ctx, relationships); err != nil {
		return nil, nil, err
	}
	n := c.finish()
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	return n, c.report, nil
}

// compiler holds what is read before it becomes a Network.
type compiler struct {
	opts       NetworkOptions
	report     *NetworkReport
	index      idindex.Index
	marks      []mark
	categories categoryBuilder
	builder    graph.Builder
}

// finish lays out the network.
func (c *compiler) finish() *Network {
	nodes := c.index.Len()
	half := c.builder.Build(nodes)
	listed := 0
	half.Places(&c.builder, func(place, first int) bool {
		c.report.add(NetworkProblem{
			Kind: RepeatedRelationship, Row: place + 1, First: first + 1,
			Supplier: c.index.ID(c.builder.From(place)),
		})
		listed++
		return c.report.Unlisted == 0
	})
	if rest := half.Merged - listed; rest > 0 {
		c.report.Counts[RepeatedRelationship] += rest
		c.report.Unlisted += rest
	}
	c.builder = graph.Builder{}

	n := &Network{index: &c.index, categories: c.categories.build(nodes), marks: c.marks}
	if c.opts.IntermediariesAddNoTier {
		n.free = graph.LabelSet(uint8(Intermediary)) & half.Graph.Labels()
	}
	n.buyers = c.findBuyers()
	var beyond graph.Components
	var laidOut, walked sync.WaitGroup
	walked.Go(func() { beyond = half.Graph.Components(supplyKinds, n.own()) })
	laidOut.Go(func() { n.links = half.Complete() })
	n.place(half.Graph, func() *graph.Components {
		walked.Wait()
		return &beyond
	})
	laidOut.Wait()
	upstream := n.stands[0].near.Level
	n.cycles = n.links.Rejoin(beyond, n.buyers, supplyKinds, func(v uint32) bool { return upstream[v] != graph.None })
	n.dominators = sync.OnceValue(n.findDominators)

	c.report.Suppliers = nodes
	c.report.Links = half.Graph.Arcs()
	c.report.Merged = half.Merged
	return n
}

// findBuyers returns the nodes of the buyers, each once.
func (c *compiler) findBuyers() []uint32 {
	var buyers []uint32
	if c.opts.Buyers == nil {
		for v, m := range c.marks {
			if m&markedBuyer != 0 {
				buyers = append(buyers, uint32(v))
			}
		}
	}
	seen := graph.NewSet(c.index.Len())
	for _, id := range c.opts.Buyers {
		switch v := c.index.Find(id); {
		case v == idindex.None:
			c.report.add(NetworkProblem{Kind: UnknownBuyer, Supplier: id})
		case !seen.Has(v):
			seen.Add(v)
			buyers = append(buyers, v)
		}
	}
	if len(buyers) == 0 {
		c.report.add(NetworkProblem{Kind: NoBuyer})
	}
	return buyers
}
