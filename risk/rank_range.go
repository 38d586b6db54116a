package risk

import (
	"iter"
	"slices"
)

// RankedRange is an item with the places that it can take.
type RankedRange[T any] struct {
	// Best is the place of the item if it is as grave as it can be and all
	// others are as little grave as they can be; Worst the other way round. No
	// truth within the ranges puts it elsewhere. 1 is the gravest; items that
	// the method does not tell apart share a place.
	Best  int   `json:"best"`
	Worst int   `json:"worst"`
	Item  T     `json:"item"`
	Score Score `json:"score"`
}

// RangeRanking is a ranking of items whose ratings are ranges. It is
// immutable: any number of goroutines may read it.
type RangeRanking[T any] struct {
	// Items are in the order of the gravest that they can be; then of the least
	// that they can be; then as they came.
	Items []RankedRange[T]

	method             *Method
	losAbove, hisAbove []int // how many are above each ordinal, as low and as high as they can be
}

// RankRanges ranks items by ranges of ratings, with the best and the worst
// place of each, exactly. It returns an *[ItemError] for the first range that
// is not valid, and if there are more than 2^32 items. rating is called once for
// each item, in order. The items are collected into a slice first;
// [RankRangesSlice] ranks those of a slice without a copy.
func RankRanges[T any](m *Method, items iter.Seq[T], rating func(T) Range) (*RangeRanking[T], error) {
	return RankRangesSlice(m, slices.Collect(items), rating)
}

// RankRangesSlice is [RankRanges] for a slice, of which it makes no copy beside
// the result. It does not change the slice. Beside the result it needs eight
// bytes an item for a method that is monotone, and twelve for another.
func RankRangesSlice[T any](m *Method, items []T, rating func(T) Range) (*RangeRanking[T], error) {
	if err := checkCount(len(items)); err != nil {
		return nil, err
	}
	pairs := make([]cellPair, len(items))
	if err := packRanges(pairs, items, rating); err != nil {
		return nil, err
	}
	spans := m.spans(pairs)
	los, his := make([]int, m.ordinals), make([]int, m.ordinals)
	for i := range pairs {
		s := spans.at(i)
		los[s.lo]++
		his[s.hi]++
	}
	losAbove, hisAbove := above(los), above(his)

	// A counting sort by the least, then by the gravest, each of which keeps
	// the order of equals, orders by the gravest first.
	byLo, next := make([]uint32, len(items)), slices.Clone(losAbove)
	for i := range pairs {
		lo := spans.at(i).lo
		byLo[next[lo]] = uint32(i)
		next[lo]++
	}
	next = slices.Clone(hisAbove)
	ranked := make([]RankedRange[T], len(items))
	for _, i := range byLo {
		s := spans.at(int(i))
		r := &ranked[next[s.hi]]
		next[s.hi]++
		r.Best, r.Worst = 1+losAbove[s.hi], 1+hisAbove[s.lo]
		if s.lo < s.hi {
			r.Worst-- // it is not above itself
		}
		r.Item, r.Score = items[i], Score{m, s.lo, s.hi, pairs[i]}
	}
	return &RangeRanking[T]{Items: ranked, method: m, losAbove: losAbove, hisAbove: hisAbove}, nil
}

// packRanges sets pairs to the cells of the ranges of items, a batch at a time
// as pack does it.
func packRanges[T any](pairs []cellPair, items []T, rating func(T) Range) error {
	var batch [128]Range
	for done := 0; done < len(items); done += len(batch) {
		part := items[done:min(done+len(batch), len(items))]
		for i := range part {
			batch[i] = rating(part[i])
		}
		for i := range part {
			pair, ok := batch[i].pack()
			if !ok {
				return &ItemError{Index: done + i, Err: batch[i].Check()}
			}
			pairs[done+i] = pair
		}
	}
	return nil
}

// span is the least and the gravest position of a range.
type span struct{ lo, hi Ordinal }

// spanTable looks up the spans of ranges. A monotone method needs no more than
// its tables for it; the spans of another are worked out once and kept.
type spanTable struct {
	method *Method
	pairs  []cellPair
	kept   []span
}

func (m *Method) spans(pairs []cellPair) spanTable {
	t := spanTable{method: m, pairs: pairs}
	if !m.ordered {
		t.kept = make([]span, len(pairs))
		for i, p := range pairs {
			t.kept[i] = m.span(p)
		}
	}
	return t
}

func (t *spanTable) at(i int) span {
	if t.kept != nil {
		return t.kept[i]
	}
	p := t.pairs[i]
	return span{t.method.lo[p.lo], t.method.hi[p.hi]}
}

// span returns the span of a range: exactly, by its two corners, where the
// method is monotone; else by every cell in it.
func (m *Method) span(p cellPair) span {
	if m.ordered || p.lo == p.hi {
		return span{m.lo[p.lo], m.hi[p.hi]}
	}
	s := span{m.lo[p.lo], m.hi[p.lo]}
	for c := range p.cells() {
		s.lo, s.hi = min(s.lo, m.lo[c]), max(s.hi, m.hi[c])
	}
	return s
}

// above returns, for each ordinal, how many are above it.
func above(counts []int) []int {
	sum := 0
	for o := len(counts) - 1; o >= 0; o-- {
		counts[o], sum = sum, sum+counts[o]
	}
	return counts
}

// Certain yields the items that are among the top k whatever the truth within
// the ranges, ties counting as being among them. Such a harm is salient
// whatever the uncertainty.
func (r *RangeRanking[T]) Certain(k int) iter.Seq[RankedRange[T]] {
	return r.filter(func(x *RankedRange[T]) bool { return x.Worst <= k })
}

// Possible yields the items that some truth within the ranges puts among the
// top k. Every item that Certain yields is among them.
func (r *RangeRanking[T]) Possible(k int) iter.Seq[RankedRange[T]] {
	return r.filter(func(x *RankedRange[T]) bool { return x.Best <= k })
}

func (r *RangeRanking[T]) filter(keep func(*RankedRange[T]) bool) iter.Seq[RankedRange[T]] {
	return func(yield func(RankedRange[T]) bool) {
		for i := range r.Items {
			if keep(&r.Items[i]) && !yield(r.Items[i]) {
				return
			}
		}
	}
}
