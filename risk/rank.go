package risk

import (
	"errors"
	"iter"
	"slices"
	"strconv"
)

// Ranked is an item with its place in a ranking.
type Ranked[T any] struct {
	// Place is 1 for the gravest. Items that the method does not tell apart
	// share a place, and the places after them are left out: 1, 2, 2, 4.
	Place int   `json:"place"`
	Item  T     `json:"item"`
	Score Score `json:"score"`
}

// Rank ranks items by a method, gravest first. Items that share a place keep the
// order in which they came; who wants ties broken, by an ID or by how
// vulnerable the people are, sorts the items by that first. A risk that is not
// rated in every dimension takes the place of the gravest that it can still be;
// its Score says what is missing and how low it may come to lie. Nothing is
// dropped.
//
// It returns an *[ItemError] for the first rating that is not valid. rating is
// called once for each item, in order. The items are collected into a slice
// first; [RankSlice] ranks those of a slice without a copy.
func Rank[T any](m *Method, items iter.Seq[T], rating func(T) Rating) ([]Ranked[T], error) {
	return RankSlice(m, slices.Collect(items), rating)
}

// RankSlice is [Rank] for a slice, of which it makes no copy beside the result.
// It does not change the slice. Its time grows with the number of items and no
// faster; beside the result it needs two bytes an item.
func RankSlice[T any](m *Method, items []T, rating func(T) Rating) ([]Ranked[T], error) {
	cells := make([]Cell, len(items))
	if err := pack(cells, items, rating); err != nil {
		return nil, err
	}
	shelves := make([]shelf, m.ordinals)
	for o, n := range m.first(cells) {
		shelves[o] = shelf{n, n + 1}
	}
	ranked := make([]Ranked[T], len(items))
	items = items[:len(cells)]
	for i, c := range cells {
		o := m.hi[c]
		s := &shelves[o]
		// Field by field: the values of a composite go by way of the stack.
		r := &ranked[s.next]
		s.next++
		r.Place = s.place
		r.Item = items[i]
		r.Score.method = m
		r.Score.lo, r.Score.hi = m.lo[c], o
		r.Score.of.lo, r.Score.of.hi = c, c
	}
	return ranked, nil
}

// shelf is where the items of one ordinal stand in a ranking: the index of the
// next of them, and the place that they share.
type shelf struct{ next, place int }

// pack sets cells to the cells of the ratings of items. It takes the ratings a
// batch at a time: to use a struct of five bytes as soon as a function returns
// it stalls the processor for longer than all the rest takes.
func pack[T any](cells []Cell, items []T, rating func(T) Rating) error {
	var batch [128]Rating
	for done := 0; done < len(items); done += len(batch) {
		part := items[done:min(done+len(batch), len(items))]
		for i := range part {
			batch[i] = rating(part[i])
		}
		for i := range part {
			c := batch[i].pack()
			if !c.Valid() {
				return &ItemError{Index: done + i, Err: batch[i].Check()}
			}
			cells[done+i] = c
		}
	}
	return nil
}

// first returns, for each ordinal, the index of the first cell that has it when
// the cells are ranked: the number of cells above it.
func (m *Method) first(cells []Cell) []int {
	counts := make([]int, m.ordinals)
	for _, c := range cells {
		counts[m.hi[c]]++
	}
	return above(counts)
}

// Order returns the indices of the cells in the order of the method, gravest
// first, as [Rank] does it for items; cells that share a place keep their
// order. It is for host programs that keep many millions of cells. It returns
// an *[ItemError] if a number is no cell or if there are more than 2^32 of
// them.
func (m *Method) Order(cells []Cell) ([]uint32, error) {
	if err := checkCells(cells); err != nil {
		return nil, err
	}
	next := m.first(cells)
	order := make([]uint32, len(cells))
	for i, c := range cells {
		o := m.hi[c]
		order[next[o]] = uint32(i)
		next[o]++
	}
	return order, nil
}

// AppendOrdinals appends to dst the position of each cell in the order of the
// method, that of the gravest that it can still be, and returns the result. It
// is for host programs that score many millions of cells; the result means
// nothing without the method. It returns an *[ItemError], and dst as it was, if
// a number is no cell.
func (m *Method) AppendOrdinals(dst []Ordinal, cells []Cell) ([]Ordinal, error) {
	n := len(dst)
	dst = slices.Grow(dst, len(cells))[:n+len(cells)]
	out := dst[n:]
	for i, c := range cells {
		if c >= NumCells {
			return dst[:n], &ItemError{Index: i, Err: &CellRangeError{Cell: c}}
		}
		out[i] = m.hi[c]
	}
	return dst, nil
}

// checkCells returns an error for the first number that is no cell.
func checkCells(cells []Cell) error {
	if err := checkCount(len(cells)); err != nil {
		return err
	}
	for i, c := range cells {
		if c >= NumCells {
			return &ItemError{Index: i, Err: &CellRangeError{Cell: c}}
		}
	}
	return nil
}

// checkCount returns an error if indices of 32 bits do not number n things.
func checkCount(n int) error {
	if uint64(n) > 1<<32 {
		return &ItemError{Index: n - 1, Err: errTooMany}
	}
	return nil
}

// errTooMany says that there are more things than their indices can number.
var errTooMany = errors.New("no more than 2^32 are ranked at once; rank them in parts and merge profiles")

// CellRangeError says that a number is no cell.
type CellRangeError struct {
	Cell Cell
}

// Error gives the cell and the highest that there is.
func (e *CellRangeError) Error() string {
	return "cell " + strconv.Itoa(int(e.Cell)) + " does not exist; cells go from 0 to " + strconv.Itoa(NumCells-1)
}
