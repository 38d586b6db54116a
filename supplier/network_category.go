package supplier

import (
	"slices"

	"github.com/hrdd-go/hrdd/internal/graph"
)

// noCategory is the number of the category that is not stated.
const noCategory = 0

// categoryBuilder collects who supplies what. Categories are numbered from 1 in
// the order in which they are met.
type categoryBuilder struct {
	numbers map[Category]uint32
	names   []Category // names[0] is not stated
	last    Category   // asked for last, with its number
	lastNo  uint32
	latest  []uint32 // by node: the category noted last, which is often noted again
	notes   []note
}

// note says that a node supplies something of a category.
type note struct{ category, node uint32 }

// number returns the number of a category, noCategory if it is not stated.
func (b *categoryBuilder) number(c Category) uint32 {
	switch c {
	case "":
		return noCategory
	case b.last:
		return b.lastNo
	}
	no, ok := b.numbers[c]
	if !ok {
		if b.numbers == nil {
			b.numbers = make(map[Category]uint32)
			b.names = append(b.names, "")
		}
		no = uint32(len(b.names))
		b.names = append(b.names, c)
		b.numbers[c] = no
	}
	b.last, b.lastNo = c, no
	return no
}

func (b *categoryBuilder) note(category, node uint32) {
	if category == noCategory {
		return
	}
	for int(node) >= len(b.latest) {
		b.latest = append(b.latest, noCategory)
	}
	if b.latest[node] == category {
		return
	}
	b.latest[node] = category
	b.notes = append(b.notes, note{category, node})
}

// categoryIndex lists who supplies something of each category, in the order of
// the nodes.
type categoryIndex struct {
	names   []Category // in alphabetical order
	members [][]uint32 // of each of names
}

// build sorts the notes by category and drops what is noted twice.
func (b *categoryBuilder) build(nodes int) categoryIndex {
	counts := make([]int, len(b.names)+1)
	for _, n := range b.notes {
		counts[n.category]++
	}
	groups := make([][]uint32, len(b.names))
	for c := range groups {
		groups[c] = make([]uint32, 0, counts[c])
	}
	for _, n := range b.notes {
		groups[n.category] = append(groups[n.category], n.node)
	}
	b.notes, b.latest = nil, nil
	var x categoryIndex
	for c, no := range b.numbers {
		if len(groups[no]) > 0 {
			x.names = append(x.names, c)
		}
	}
	slices.Sort(x.names)
	for _, c := range x.names {
		x.members = append(x.members, distinct(groups[b.numbers[c]], nodes))
	}
	return x
}

// distinct sorts the nodes and drops repeats, by way of a set where there are
// many.
func distinct(v []uint32, nodes int) []uint32 {
	if len(v) < nodes/64 {
		slices.Sort(v)
		return slices.Clip(slices.Compact(v))
	}
	s := graph.NewSet(nodes)
	for _, n := range v {
		s.Add(n)
	}
	return slices.AppendSeq(make([]uint32, 0, s.Len()), s.All)
}

// of returns who supplies something of the category.
func (x *categoryIndex) of(c Category) []uint32 {
	i, ok := slices.BinarySearch(x.names, c)
	if !ok {
		return nil
	}
	return x.members[i]
}
