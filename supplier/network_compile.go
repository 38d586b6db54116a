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
	// may become unreachable.
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
// may use a second goroutine while it runs.
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
	rows       []int32 // of each supplier, kept while duplicates may still come
	pending    pending
}

// checkEvery is how many rows pass between looks at the context.
const checkEvery = 1 << 16

func (c *compiler) readSuppliers(ctx context.Context, suppliers iter.Seq[Supplier]) error {
	if err := ctx.Err(); err != nil || suppliers == nil {
		return err
	}
	var err error
	for s := range suppliers {
		c.report.SuppliersRead++
		row := c.report.SuppliersRead
		if row%checkEvery == 0 {
			if err = ctx.Err(); err != nil {
				break
			}
		}
		if s.ID == uuid.Nil {
			c.report.add(NetworkProblem{Kind: MissingID, Row: row})
			continue
		}
		v, added := c.index.Add(s.ID)
		if !added {
			c.report.add(NetworkProblem{Kind: DuplicateSupplier, Row: row, First: int(c.rows[v]), Supplier: s.ID})
		} else if c.index.Len() > graph.MaxNodes-1 {
			return &NetworkSizeError{"suppliers", graph.MaxNodes - 1}
		} else {
			var m mark
			if s.Buyer {
				m |= markedBuyer
			}
			if s.Aggregate {
				m |= aggregate
			}
			c.marks = append(c.marks, m)
			c.rows = append(c.rows, int32(min(row, 1<<31-1)))
		}
		for _, category := range s.Categories {
			c.categories.note(c.categories.number(category), v)
		}
	}
	c.rows = nil
	return err
}

// pending are relationships read and not yet looked up. They are looked up many
// at a time, which hides most of the time that memory takes to answer.
type pending struct {
	ends  [2 * pendingRows]uuid.UUID // from and to of each
	nodes [2 * pendingRows]uint32
	rows  [pendingRows]pendingRow
	size  int
}

type pendingRow struct {
	row      int
	category uint32
	kind     RelationshipKind
	skip     bool
}

const pendingRows = 64

func (c *compiler) readRelationships(ctx context.Context, relationships iter.Seq[Relationship]) error {
	if err := ctx.Err(); err != nil || relationships == nil {
		return err
	}
	p, o := &c.pending, &c.opts
	var err error
	for r := range relationships {
		c.report.RelationshipsRead++
		row := c.report.RelationshipsRead
		if row%checkEvery == 0 {
			if o.Progress != nil {
				o.Progress(row)
			}
			if err = ctx.Err(); err != nil {
				break
			}
			if int64(row) > graph.MaxArcs {
				return &NetworkSizeError{"relationships", graph.MaxArcs}
			}
		}
		at := &p.rows[p.size]
		*at = pendingRow{row: row, kind: r.Kind}
		p.ends[2*p.size], p.ends[2*p.size+1] = r.From, r.To
		if !r.Period.IsZero() && !r.Period.Valid() {
			c.report.add(NetworkProblem{Kind: ImpossiblePeriod, Row: row, Supplier: r.From})
		}
		switch {
		case !o.AsOf.IsZero() && !r.Period.IsZero() && !(r.Period.Valid() && r.Period.Contains(o.AsOf)):
			c.report.NotInForce++
			at.skip = true
		case o.Keep != nil && !o.Keep(r):
			c.report.NotKept++
			at.skip = true
		case r.From == r.To:
			c.report.Skipped++
			c.report.add(NetworkProblem{Kind: SelfSupply, Row: row, Supplier: r.From})
			at.skip = true
		case !r.Kind.Valid():
			c.report.add(NetworkProblem{Kind: UnknownKind, Row: row, Supplier: r.From})
			at.kind = KindNotStated
		}
		if !at.skip {
			at.category = c.categories.number(r.Category)
		}
		if p.size++; p.size == pendingRows {
			c.lookUp()
		}
	}
	c.lookUp()
	if err == nil && c.index.Len() > graph.MaxNodes-1 {
		err = &NetworkSizeError{"suppliers", graph.MaxNodes - 1}
	}
	if o.Progress != nil && err == nil {
		o.Progress(c.report.RelationshipsRead)
	}
	return err
}

// lookUp turns the pending relationships into arcs.
func (c *compiler) lookUp() {
	p := &c.pending
	c.index.FindAll(p.ends[:2*p.size], p.nodes[:2*p.size])
	for i := range p.size {
		r := &p.rows[i]
		from, to := p.nodes[2*i], p.nodes[2*i+1]
		if !r.skip && (from == idindex.None || to == idindex.None) {
			from, to = c.unknownEnd(r, 2*i, from), c.unknownEnd(r, 2*i+1, to)
			if from == idindex.None || to == idindex.None {
				c.report.Skipped++
				r.skip = true
			}
		}
		if r.skip {
			c.builder.Skip()
			continue
		}
		c.builder.Add(from, graph.ArcTo(to, uint8(r.kind)))
		if r.category != noCategory {
			c.categories.note(r.category, from)
		}
	}
	p.size = 0
}

// unknownEnd reports an end that was not found, and adds it if that is asked
// for. It returns the node, which is the one given if that was found.
func (c *compiler) unknownEnd(r *pendingRow, end int, node uint32) uint32 {
	if node != idindex.None {
		return node
	}
	id := c.pending.ends[end]
	if c.opts.AddUnknownEnds && id != uuid.Nil {
		v, added := c.index.Add(id)
		if !added { // by a row just before, looked up together with this one
			return v
		}
		node = v
		c.marks = append(c.marks, 0)
		c.report.Added++
	}
	c.report.add(NetworkProblem{Kind: UnknownEnd, Row: r.row, Supplier: id})
	return node
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
	var laidOut, walked sync.WaitGroup
	laidOut.Go(func() { n.links = half.Complete() })
	walked.Go(func() { n.cycles = half.Graph.Components(supplyKinds, nil) })
	n.buyers = c.findBuyers()
	n.stand(half.Graph, func() *graph.Components {
		walked.Wait()
		return &n.cycles
	})
	walked.Wait()
	laidOut.Wait()
	n.dominators = sync.OnceValue(n.findDominators)

	c.report.Suppliers = nodes
	c.report.Links = half.Graph.Arcs()
	c.report.Merged = half.Merged
	return n
}

func (c *compiler) findBuyers() []uint32 {
	var buyers []uint32
	if c.opts.Buyers == nil {
		for v, m := range c.marks {
			if m&markedBuyer != 0 {
				buyers = append(buyers, uint32(v))
			}
		}
	}
	for _, id := range c.opts.Buyers {
		if v := c.index.Find(id); v != idindex.None {
			buyers = append(buyers, v)
		} else {
			c.report.add(NetworkProblem{Kind: UnknownBuyer, Supplier: id})
		}
	}
	if len(buyers) == 0 {
		c.report.add(NetworkProblem{Kind: NoBuyer})
	}
	return buyers
}
