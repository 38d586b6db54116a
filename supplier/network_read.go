package supplier

import (
	"context"
	"iter"
	"sync"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/graph"
	"github.com/hrdd-go/hrdd/internal/idindex"
)

// checkEvery is how many rows pass between looks at the context.
const checkEvery = 1 << 16

// maxSuppliers is one less than the nodes of a graph, whose last number is not
// told apart from none.
const maxSuppliers = graph.MaxNodes - 1

func (c *compiler) readSuppliers(ctx context.Context, suppliers iter.Seq[Supplier]) error {
	if err := ctx.Err(); err != nil || suppliers == nil {
		return err
	}
	var rows []int // of each supplier
	for s := range suppliers {
		c.report.SuppliersRead++
		row := c.report.SuppliersRead
		if row%checkEvery == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		if s.ID == uuid.Nil {
			c.report.add(NetworkProblem{Kind: MissingID, Row: row})
			continue
		}
		v, added := c.index.Add(s.ID)
		if added {
			if c.index.Len() > maxSuppliers {
				return &NetworkSizeError{"suppliers", maxSuppliers}
			}
			c.marks = append(c.marks, marksOf(&s))
			rows = append(rows, row)
		} else {
			c.report.add(NetworkProblem{Kind: DuplicateSupplier, Row: row, First: rows[v], Supplier: s.ID})
		}
		for _, category := range s.Categories {
			c.categories.note(c.categories.number(category), v)
		}
	}
	return nil
}

func marksOf(s *Supplier) mark {
	var m mark
	if s.Buyer {
		m |= markedBuyer
	}
	if s.Aggregate {
		m |= aggregate
	}
	return m
}

// fate says what becomes of a relationship by its period and the host's filter.
type fate uint8

const (
	isKept fate = iota
	isNotInForce
	isNotKept
)

// batch holds relationships that were read and whose ends are not looked up
// yet. Looking up many side by side hides most of the time that memory takes
// to answer.
type batch struct {
	first int                      // row of the first, from 1
	ends  [2 * batchRows]uuid.UUID // from and to of each
	nodes [2 * batchRows]uint32
	rows  [batchRows]struct {
		category         uint32
		kind             RelationshipKind
		fate             fate
		impossiblePeriod bool
	}
	size int
}

const batchRows = 1024

func (c *compiler) readRelationships(ctx context.Context, relationships iter.Seq[Relationship]) error {
	if err := ctx.Err(); err != nil || relationships == nil {
		return err
	}
	o := &c.opts
	b := &batch{first: 1}
	var also lookUps
	defer also.stop() // where the sequence panics too
	row := 0
	for r := range relationships {
		if row++; row%checkEvery == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			if int64(row) > graph.MaxArcs {
				return &NetworkSizeError{"relationships", graph.MaxArcs}
			}
			if o.Progress != nil {
				o.Progress(row)
			}
		}
		at := &b.rows[b.size]
		b.ends[2*b.size], b.ends[2*b.size+1] = r.From, r.To
		at.kind, at.category, at.fate, at.impossiblePeriod = r.Kind, noCategory, isKept, false
		if !r.Period.IsZero() {
			at.impossiblePeriod = !r.Period.Valid()
			if !o.AsOf.IsZero() && (at.impossiblePeriod || !r.Period.Contains(o.AsOf)) {
				at.fate = isNotInForce
			}
		}
		if at.fate == isKept && o.Keep != nil && !o.Keep(r) {
			at.fate = isNotKept
		}
		if at.fate == isKept {
			at.category = c.categories.number(r.Category)
		}
		if b.size++; b.size == batchRows {
			b = also.hand(c, b)
			b.first = row + 1
		}
	}
	also.stop()
	c.lookUp(b)
	c.report.RelationshipsRead = row
	if c.index.Len() > maxSuppliers {
		return &NetworkSizeError{"suppliers", maxSuppliers}
	}
	if o.Progress != nil {
		o.Progress(row)
	}
	return nil
}

// lookUps looks up batches in a goroutine of its own while the next ones are
// read. The goroutine starts with the first full batch and ends with stop.
type lookUps struct {
	full, free chan *batch
	running    sync.WaitGroup
}

// hand gives a full batch to be looked up and returns an empty one.
func (l *lookUps) hand(c *compiler, b *batch) *batch {
	if l.full == nil {
		full, free := make(chan *batch, 1), make(chan *batch, 3)
		free <- new(batch)
		free <- new(batch)
		l.full, l.free = full, free
		l.running.Go(func() {
			for b := range full {
				c.lookUp(b)
				b.size = 0
				free <- b
			}
		})
	}
	l.full <- b
	return <-l.free
}

// stop waits until all that was handed over is looked up.
func (l *lookUps) stop() {
	if l.full != nil {
		close(l.full)
		l.full = nil
		l.running.Wait()
	}
}

// lookUp turns a batch of relationships into arcs, and reports what is wrong
// with them in the order of their rows.
func (c *compiler) lookUp(b *batch) {
	c.index.FindAll(b.ends[:2*b.size], b.nodes[:2*b.size])
	for i := range b.size {
		r, row := &b.rows[i], b.first+i
		from, to := &b.ends[2*i], &b.ends[2*i+1]
		if r.impossiblePeriod {
			c.report.add(NetworkProblem{Kind: ImpossiblePeriod, Row: row, Supplier: *from})
		}
		taken := false
		switch {
		case r.fate == isNotInForce:
			c.report.NotInForce++
		case r.fate == isNotKept:
			c.report.NotKept++
		case *from == *to:
			c.report.Skipped++
			c.report.add(NetworkProblem{Kind: SelfSupply, Row: row, Supplier: *from})
		default:
			known := c.known(&b.nodes[2*i], from, row)
			taken = c.known(&b.nodes[2*i+1], to, row) && known
			if !taken {
				c.report.Skipped++
			}
		}
		if !taken {
			c.builder.Skip()
			continue
		}
		if !r.kind.Valid() {
			c.report.add(NetworkProblem{Kind: UnknownKind, Row: row, Supplier: *from})
			r.kind = KindNotStated
		}
		c.builder.Add(b.nodes[2*i], graph.ArcTo(b.nodes[2*i+1], uint8(r.kind)))
		c.categories.note(r.category, b.nodes[2*i])
	}
}

// known reports whether the node of an end is known. One that is not is
// reported, and added if that is asked for.
func (c *compiler) known(node *uint32, id *uuid.UUID, row int) bool {
	if *node != idindex.None {
		return true
	}
	if c.opts.AddUnknownEnds && *id != uuid.Nil {
		v, added := c.index.Add(*id)
		*node = v
		if !added { // by a row just before, looked up together with this one
			return true
		}
		c.marks = append(c.marks, 0)
		c.report.Added++
	}
	c.report.add(NetworkProblem{Kind: UnknownEnd, Row: row, Supplier: *id})
	return *node != idindex.None
}
