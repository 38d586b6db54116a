package report

import (
	"bytes"
	"slices"

	"github.com/google/uuid"
)

// finder finds the entries of a list by their IDs. It holds four bytes for each
// entry, and nothing for a list that is in the order of its IDs already, so
// that references cost next to no memory in a report of any length.
type finder struct {
	n     int
	id    func(i int) uuid.UUID
	order []uint32 // the entries in the order of their IDs, nil if they are in it
}

// findIn returns a finder for a list of n entries. Of entries with one ID the
// first is found.
func findIn(n int, id func(i int) uuid.UUID) finder {
	f := finder{n: n, id: id}
	for i := 1; i < n; i++ {
		if a, b := id(i-1), id(i); bytes.Compare(a[:], b[:]) >= 0 {
			f.sort()
			break
		}
	}
	return f
}

func (f *finder) sort() {
	f.order = make([]uint32, f.n)
	for i := range f.order {
		f.order[i] = uint32(i)
	}
	slices.SortFunc(f.order, func(a, b uint32) int {
		x, y := f.id(int(a)), f.id(int(b))
		if c := bytes.Compare(x[:], y[:]); c != 0 {
			return c
		}
		return int(a) - int(b)
	})
}

// at returns the entry that is n-th in the order of IDs.
func (f *finder) at(n int) int {
	if f.order != nil {
		return int(f.order[n])
	}
	return n
}

// find returns the index of the entry with an ID, -1 if there is none.
func (f *finder) find(id uuid.UUID) int {
	lo, hi := 0, f.n
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if x := f.id(f.at(mid)); bytes.Compare(x[:], id[:]) < 0 {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == f.n || f.id(f.at(lo)) != id {
		return -1
	}
	return f.at(lo)
}

// joins says which entries of one list go with each entry of another, in eight
// bytes for each entry and four for each pair.
type joins struct {
	start []uint32 // where those of each entry start, and of the next end
	with  []uint32
}

// joined joins a list of n entries with one of m, each of which yields the
// entries of the first that it goes with.
func joined(n, m int, of func(i int, to func(k int))) joins {
	j := joins{start: make([]uint32, n+1)}
	for i := range m {
		of(i, func(k int) { j.start[k+1]++ })
	}
	for k := range n {
		j.start[k+1] += j.start[k]
	}
	j.with = make([]uint32, j.start[n])
	next := slices.Clone(j.start)
	for i := range m {
		of(i, func(k int) {
			j.with[next[k]] = uint32(i)
			next[k]++
		})
	}
	return j
}

// of returns the entries that go with entry k, in their order.
func (j joins) of(k int) []uint32 {
	if k+1 >= len(j.start) {
		return nil
	}
	return j.with[j.start[k]:j.start[k+1]]
}
