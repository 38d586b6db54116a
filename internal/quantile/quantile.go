// Package quantile gives medians and quantiles of figures that may be few or
// none.
//
// It wraps golang.org/x/exp/stats, which panics on an empty slice and on a
// quantile outside 0 to 1: here every function says by a second result whether
// there is an answer. The quantiles are those that R and NumPy give by default
// (type 7 of Hyndman and Fan): the figures are taken to include the least and
// the greatest of what they describe, and between two figures the answer is
// interpolated.
package quantile

import (
	"math"
	"slices"

	"golang.org/x/exp/constraints"
	"golang.org/x/exp/stats"
)

// Number is a type of figures: days, counts, shares.
type Number interface {
	constraints.Integer | constraints.Float
}

// Of returns the q-th quantile of values: 0 gives the least, 0.5 the median,
// 0.9 the value that nine in ten do not exceed, 1 the greatest. The second
// result is false if there are no values, if q is not in 0 to 1, or if a value
// is not a number. Infinities are refused too: an interpolation with one says
// nothing. Integers beyond 2^53 lose their last digits. values is not changed.
func Of[N Number](q float64, values []N) (float64, bool) {
	if len(values) == 0 || !(q >= 0 && q <= 1) {
		return 0, false
	}
	floats := make([]float64, len(values))
	for i, v := range values {
		f := float64(v)
		if math.IsNaN(f) || math.IsInf(f, 0) {
			return 0, false
		}
		floats[i] = f
	}
	return stats.Quantiles(floats, q)[0], true
}

// Median returns the middle of values, the mean of the two in the middle if
// their number is even. The second result is as in [Of].
func Median[N Number](values []N) (float64, bool) { return Of(0.5, values) }

// Summary describes figures by how many they are and how they spread.
type Summary struct {
	N                int     // how many figures; the rest is 0 if there are none
	Min, Median, Max float64 // the least, the middle and the greatest
	Q1, Q3, P90      float64 // the quarters, and what nine in ten do not exceed
}

// Summarise returns the summary of values. The second result is as in [Of].
func Summarise[N Number](values []N) (Summary, bool) {
	if _, ok := Of(0, values); !ok {
		return Summary{N: len(values)}, false
	}
	floats := make([]float64, len(values))
	for i, v := range values {
		floats[i] = float64(v)
	}
	slices.Sort(floats)
	s := stats.Quantiles(floats, 0, 0.25, 0.5, 0.75, 0.9, 1)
	return Summary{N: len(values), Min: s[0], Q1: s[1], Median: s[2], Q3: s[3], P90: s[4], Max: s[5]}, true
}
