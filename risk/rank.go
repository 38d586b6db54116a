package risk

import (
	"cmp"
	"iter"
	"slices"
)

// Ranked is an item with its place in a ranking.
type Ranked[T any] struct {
	// Place is 1 for the gravest. Items that the method does not tell apart
	// share a place, and the places after them are left out: 1, 2, 2, 4.
	Place int
	Item  T
	Score Score
}

// Rank ranks items by a method, gravest first. Items that share a place keep the
// order in which they came. A risk that is not rated in every dimension takes
// the place of the gravest that it can still be; its Score says what is
// missing and how low it may come to lie. Nothing is dropped.
//
// It returns an *[ItemError] for the first rating that is not valid. rating is
// called once for each item, in order.
func Rank[T any](m *Method, items iter.Seq[T], rating func(T) Rating) ([]Ranked[T], error) {
	var ranked []Ranked[T]
	i := 0
	for item := range items {
		s, err := m.Score(rating(item))
		if err != nil {
			return nil, &ItemError{Index: i, Err: err}
		}
		ranked = append(ranked, Ranked[T]{Item: item, Score: s})
		i++
	}
	slices.SortStableFunc(ranked, func(a, b Ranked[T]) int { return cmp.Compare(b.Score.hi, a.Score.hi) })
	for i := range ranked {
		ranked[i].Place = i + 1
		if i > 0 && ranked[i].Score.hi == ranked[i-1].Score.hi {
			ranked[i].Place = ranked[i-1].Place
		}
	}
	return ranked, nil
}

// RankSlice is [Rank] for a slice. It does not change the slice.
func RankSlice[T any](m *Method, items []T, rating func(T) Rating) ([]Ranked[T], error) {
	return Rank(m, slices.Values(items), rating)
}
