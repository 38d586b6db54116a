package risk

import (
	"cmp"
	"iter"
	"slices"
)

// RankedRange is an item with the places that it can take.
type RankedRange[T any] struct {
	// Best is the place of the item if it is as grave as it can be and all
	// others are as little grave as they can be; Worst the other way round. No
	// truth within the ranges puts it elsewhere. 1 is the gravest; items that
	// the method does not tell apart share a place.
	Best, Worst int
	Item        T
	Score       Score
}

// RangeRanking is a ranking of items whose ratings are ranges. It is
// immutable: any number of goroutines may read it.
type RangeRanking[T any] struct {
	// Items are in the order of the gravest that they can be; then of the least
	// that they can be; then as they came.
	Items  []RankedRange[T]
	method *Method
}

// RankRanges ranks items by ranges of ratings, with the best and the worst
// place of each, exactly. It returns an *[ItemError] for the first range that
// is not valid. rating is called once for each item, in order.
func RankRanges[T any](m *Method, items iter.Seq[T], rating func(T) Range) (*RangeRanking[T], error) {
	var ranked []RankedRange[T]
	i := 0
	for item := range items {
		s, err := m.ScoreRange(rating(item))
		if err != nil {
			return nil, &ItemError{Index: i, Err: err}
		}
		ranked = append(ranked, RankedRange[T]{Item: item, Score: s})
		i++
	}
	slices.SortStableFunc(ranked, func(a, b RankedRange[T]) int {
		return cmp.Or(cmp.Compare(b.Score.hi, a.Score.hi), cmp.Compare(b.Score.lo, a.Score.lo))
	})
	los, his := make([]int, m.ordinals), make([]int, m.ordinals)
	for _, r := range ranked {
		los[r.Score.lo]++
		his[r.Score.hi]++
	}
	losAbove, hisAbove := countsAbove(los), countsAbove(his)
	for i := range ranked {
		r := &ranked[i]
		r.Best = 1 + losAbove[r.Score.hi]
		r.Worst = 1 + hisAbove[r.Score.lo]
		if r.Score.hi > r.Score.lo {
			r.Worst-- // it is not above itself
		}
	}
	return &RangeRanking[T]{Items: ranked, method: m}, nil
}

// countsAbove returns, for each ordinal, how many are above it.
func countsAbove(counts []int) []int {
	above, sum := make([]int, len(counts)), 0
	for o := len(counts) - 1; o >= 0; o-- {
		above[o] = sum
		sum += counts[o]
	}
	return above
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
