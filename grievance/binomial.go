package grievance

import (
	"cmp"
	"slices"
)

// binomialTails returns P(X >= x) and P(X <= x) of a binomial distribution of n
// trials with probability a/(a+b), a and b above 0, x from 0 to n.
//
// It works with additions, multiplications and divisions only, each rounded by
// itself, so that every platform gives the same bits: weights relative to the
// most likely outcome are followed to both sides until they no longer count.
func binomialTails(x, n int, a, b float64) (upper, lower float64) {
	mode := min(int(float64(n+1)*(a/(a+b))), n)
	total, above, below := 0.0, 0.0, 0.0
	count := func(i int, w float64) {
		total += w
		if i >= x {
			above += w
		}
		if i <= x {
			below += w
		}
	}
	count(mode, 1)
	w := 1.0
	for i := mode + 1; i <= n && w > 0; i++ {
		w = float64(float64(w*(float64(n-i+1)/float64(i))) * (a / b))
		count(i, w)
	}
	w = 1
	for i := mode - 1; i >= 0 && w > 0; i-- {
		w = float64(float64(w*(float64(i+1)/float64(n-i))) * (b / a))
		count(i, w)
	}
	return min(above/total, 1), min(below/total, 1)
}

// holm adjusts p-values for how many tests were made (Holm 1979): an adjusted
// value at or below alpha is significant with at most that chance of any false
// alarm among all tests. ps is not changed.
func holm(ps []float64) []float64 {
	order := make([]int, len(ps))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(ps[i], ps[j]) })
	adjusted, least := make([]float64, len(ps)), 0.0
	for rank, i := range order {
		least = max(least, min(1, float64(len(ps)-rank)*ps[i]))
		adjusted[i] = least
	}
	return adjusted
}
