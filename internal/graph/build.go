package graph

import (
	"cmp"
	"slices"
)

// chunk is how many arcs a Builder holds in one piece; whole pieces spare the
// copies and the room that one growing slice would take.
const chunk = 1 << 15

// link is an arc that waits to be built in. A link whose from is None is a
// place left empty.
type link struct {
	from uint32
	to   Arc
}

// Builder collects arcs. The zero value is ready to use. It is not safe for
// concurrent use.
type Builder struct {
	chunks [][]link
	size   int
}

// Add adds an arc from a node to the end and label of to.
func (b *Builder) Add(from uint32, to Arc) {
	if b.size%chunk == 0 {
		b.chunks = append(b.chunks, make([]link, 0, chunk))
	}
	last := &b.chunks[len(b.chunks)-1]
	*last = append(*last, link{from, to})
	b.size++
}

// Skip leaves a place empty, so that places go on to count what the caller
// counts.
func (b *Builder) Skip() { b.Add(None, 0) }

// Len returns the number of places, empty ones included.
func (b *Builder) Len() int { return b.size }

// From returns the start of the arc at a place, None if the place is empty.
func (b *Builder) From(place int) uint32 { return b.chunks[place/chunk][place%chunk].from }

// links yields each place in order.
func (b *Builder) links(yield func(place int, l link) bool) {
	place := 0
	for _, c := range b.chunks {
		for _, l := range c {
			if !yield(place, l) {
				return
			}
			place++
		}
	}
}

// Half is a graph of which only the arcs towards each node are laid out yet.
type Half struct {
	Graph *Graph // In and what rests on it answers; Out and Bytes do not
	// Repeats holds the arcs that were added more than once, in ascending order
	// of their end, start and label. Each is in the graph once.
	Repeats []Repeat
	// Merged is how many places were left over by the merging of repeats.
	Merged int
}

// Repeat is an arc that was added more than once.
type Repeat struct {
	From uint32
	To   Arc
}

// Build lays out the arcs towards each of the given number of nodes. Every end
// must be less than nodes. Equal arcs, with the same ends and label, become one.
//
// Arcs are put in order by counting, twice: by their start first, then, taken
// in that order, by their end, which leaves each row sorted.
func (b *Builder) Build(nodes int) *Half {
	g := &Graph{}
	starts, ends := make([]uint32, nodes+1), make([]uint32, nodes+1)
	real := 0
	for _, c := range b.chunks {
		for _, l := range c {
			if l.from != None {
				starts[l.from+1]++
				ends[l.to.Node()+1]++
				g.labels |= 1 << l.to.Label()
				real++
			}
		}
	}
	sum(starts)
	sum(ends)

	byStart := rows{starts, make([]Arc, real)}
	for _, c := range b.chunks {
		for _, l := range c {
			if l.from != None {
				byStart.arcs[starts[l.from]] = l.to
				starts[l.from]++
			}
		}
	}
	unshift(starts)

	g.in = byStart.turn(ends)
	h := &Half{Graph: g}
	h.merge()
	return h
}

// sum turns counts, each one place late, into where each row starts.
func sum(counts []uint32) {
	var s uint32
	for i, c := range counts {
		s += c
		counts[i] = s
	}
}

// unshift undoes what filling the rows did to their starts, which moved each to
// the start of the next.
func unshift(starts []uint32) {
	copy(starts[1:], starts)
	starts[0] = 0
}

// turn returns the same arcs seen from their other end. start says where each
// of the new rows starts; the result keeps it. The new rows are sorted by node.
func (r *rows) turn(start []uint32) rows {
	t := rows{start, make([]Arc, len(r.arcs))}
	for v := range uint32(len(r.start) - 1) {
		for _, a := range r.of(v) {
			w := a.Node()
			t.arcs[start[w]] = ArcTo(v, a.Label())
			start[w]++
		}
	}
	unshift(start)
	return t
}

// merge makes equal arcs one.
func (h *Half) merge() {
	in := &h.Graph.in
	var kept, begin uint32
	for v := range uint32(len(in.start) - 1) {
		end := in.start[v+1]
		row := in.arcs[begin:end]
		sortRuns(row)
		in.start[v] = kept
		for i, a := range row {
			if i == 0 || a != row[i-1] {
				in.arcs[kept] = a
				kept++
				continue
			}
			h.Merged++
			again := Repeat{a.Node(), ArcTo(v, a.Label())}
			if len(h.Repeats) == 0 || h.Repeats[len(h.Repeats)-1] != again {
				h.Repeats = append(h.Repeats, again)
			}
		}
		begin = end
	}
	in.start[len(in.start)-1] = kept
	if h.Merged > 0 {
		in.arcs = slices.Clip(slices.Clone(in.arcs[:kept]))
	}
}

// sortRuns sorts a row that is in order of its nodes by label too.
func sortRuns(row []Arc) {
	for i := 1; i < len(row); i++ {
		if row[i] >= row[i-1] {
			continue
		}
		j := i + 1
		for j < len(row) && row[j].Node() == row[i].Node() {
			j++
		}
		k := i
		for k > 0 && row[k-1].Node() == row[i].Node() {
			k--
		}
		slices.Sort(row[k:j])
		i = j - 1
	}
}

// Complete lays out the arcs out of each node as well and returns the whole
// graph. Others may read the arcs towards each node meanwhile.
func (h *Half) Complete() *Graph {
	in := &h.Graph.in
	start := make([]uint32, len(in.start))
	for _, a := range in.arcs {
		start[a.Node()+1]++
	}
	sum(start)
	return &Graph{in: *in, out: in.turn(start), labels: h.Graph.labels}
}

// Places calls yield for each place of b that repeats an arc, in order, with
// the first place of the same arc. It stops when yield returns false.
func (h *Half) Places(b *Builder, yield func(place, first int) bool) {
	if h.Merged == 0 {
		return
	}
	suspects := NewSet(len(h.Graph.in.start) - 1)
	for _, d := range h.Repeats {
		suspects.Add(d.From)
	}
	first := make([]int, len(h.Repeats))
	for place, l := range b.links {
		if l.from == None || !suspects.Has(l.from) {
			continue
		}
		i, ok := slices.BinarySearchFunc(h.Repeats, Repeat{l.from, l.to}, compareRepeats)
		if !ok {
			continue
		}
		if first[i] == 0 {
			first[i] = place + 1
		} else if !yield(place, first[i]-1) {
			return
		}
	}
}

// compareRepeats orders arcs by end, start and label, as rows lie.
func compareRepeats(a, b Repeat) int {
	return cmp.Or(
		cmp.Compare(a.To.Node(), b.To.Node()),
		cmp.Compare(a.From, b.From),
		cmp.Compare(a.To.Label(), b.To.Label()),
	)
}
