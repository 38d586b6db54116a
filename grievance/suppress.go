package grievance

import "slices"

// count is how many cases have one value of a dimension.
type count struct {
	key string
	n   int
}

// split is a table of which some figures are named and the others are not.
type split struct {
	named []count
	rest  int // cases that have a value that is not named; not kept where a case may have several
}

// suppress decides which values of a dimension may be named, if each case has
// exactly one of them. counts come in an order that everyone may know and that
// does not depend on the figures. k is the threshold.
//
// Not named are all figures below k, and, in the order and whatever their size,
// as many of the others as it takes, at least one, until those not named have
// 2k-1 cases together. If that leaves nothing to name, nothing is.
//
// What a reader can work out is then only how many cases the values that are not
// named have together. One of the others is given up always, and by its place in
// the order and not by its size, because otherwise the choice itself would tell:
// someone who knows these rules could work out a small figure from which others
// are missing. As it is, any figure below k can be any number from 0 to k-1, for
// all that the table shows: the first of the others can take up the difference
// and remain at k or above, which is what 2k-1 is for.
func suppress(counts []count, k int) split {
	var s split
	for _, c := range counts {
		if c.n < k {
			s.rest += c.n
		} else {
			s.named = append(s.named, c)
		}
	}
	for given := 0; len(s.named) > 0 && (given == 0 || s.rest < 2*k-1); given++ {
		s.drop(0)
	}
	return s
}

// drop stops naming the i-th figure.
func (s *split) drop(i int) {
	s.rest += s.named[i].n
	s.named = slices.Delete(s.named, i, i+1)
}

// suppressMultiple is [suppress] for a dimension of which each of total cases may
// have several values, at least one. A value that nearly all cases have is not
// named either, as the few others could be worked out, nor are values that are tied,
// see [part.tied]. left returns how many cases have none of the named values. As
// labels may lie on the same cases nobody can take named figures from the total,
// unless it is known that each case has one value only; so 2k-1 cases are left here
// too.
func suppressMultiple(counts []count, total, k int, tied []bool, left func(named []count) int) split {
	var s split
	for i, c := range counts {
		if c.n >= k && total-c.n >= k && !tied[i] {
			s.named = append(s.named, c)
		}
	}
	for given := 0; len(s.named) > 0 && (given == 0 || left(s.named) < 2*k-1); given++ {
		s.drop(0)
	}
	return s
}
