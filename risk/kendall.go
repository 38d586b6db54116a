package risk

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
)

// Tau is Kendall's tau-b, the correlation of two rankings of the same things: 1
// if they are in the same order, -1 if one is the other upside down, and 0 if
// one says nothing about the other. The zero value is undefined.
type Tau struct {
	Items      int   // how many things are ranked
	Concordant int64 // pairs that both rankings put in the same order
	Discordant int64 // pairs that they put in opposite order; the Kendall distance
	TiedA      int64 // pairs that share a place in the first ranking, in the second or not
	TiedB      int64 // pairs that share a place in the second ranking, in the first or not
}

// Pairs returns the number of pairs of things.
func (t Tau) Pairs() int64 { return int64(t.Items) * int64(t.Items-1) / 2 }

// Value returns tau-b. It is undefined if one of the rankings puts everything
// in one place or there are fewer than two things: then there is no order to
// share.
func (t Tau) Value() (tau float64, defined bool) {
	a, b := t.Pairs()-t.TiedA, t.Pairs()-t.TiedB
	if a <= 0 || b <= 0 {
		return 0, false
	}
	return float64(t.Concordant-t.Discordant) / math.Sqrt(float64(a)*float64(b)), true
}

// String returns tau-b with three digits, or "undefined".
func (t Tau) String() string {
	v, ok := t.Value()
	if !ok {
		return "undefined"
	}
	return fmt.Sprintf("%.3f", v)
}

// MarshalJSON returns tau-b, null if it is undefined, with what it was made
// from.
func (t Tau) MarshalJSON() ([]byte, error) {
	out := struct {
		TauB       any   `json:"tauB"`
		Items      int   `json:"items"`
		Concordant int64 `json:"concordant"`
		Discordant int64 `json:"discordant"`
		TiedA      int64 `json:"tiedA"`
		TiedB      int64 `json:"tiedB"`
	}{nil, t.Items, t.Concordant, t.Discordant, t.TiedA, t.TiedB}
	if v, ok := t.Value(); ok {
		out.TauB = v
	}
	return json.Marshal(out)
}

// KendallTau compares two rankings of the same things: a[i] and b[i] are the
// place, score or level of thing i in each. It returns an *[AgreementError] if
// the two differ in length or hold more than 2^31 things, and an *[ItemError]
// that wraps one for the first value that is not a number. The work grows as
// N log N (Knight 1966); a and b are not changed.
func KendallTau[A, B cmp.Ordered](a []A, b []B) (Tau, error) {
	if len(a) != len(b) {
		return Tau{}, &AgreementError{fmt.Sprintf("one ranking has %d things and the other %d; rank the same things in both", len(a), len(b))}
	}
	if int64(len(a)) > math.MaxInt32 {
		return Tau{}, &AgreementError{"more than 2147483647 things have more pairs than can be counted; compare a part"}
	}
	order := make([]int32, len(a))
	for i := range a {
		if a[i] != a[i] || b[i] != b[i] {
			return Tau{}, &ItemError{i, &AgreementError{"the value is not a number; leave the thing out of both rankings"}}
		}
		order[i] = int32(i)
	}
	byB := func(i, j int32) int { return cmp.Compare(b[i], b[j]) }
	slices.SortFunc(order, func(i, j int32) int { return cmp.Or(cmp.Compare(a[i], a[j]), byB(i, j)) })
	t := Tau{Items: len(a)}
	t.TiedA = tiedPairs(order, func(i, j int32) bool { return a[i] == a[j] })
	both := tiedPairs(order, func(i, j int32) bool { return a[i] == a[j] && b[i] == b[j] })
	t.Discordant = exchanges(order, make([]int32, len(order)), byB)
	t.TiedB = tiedPairs(order, func(i, j int32) bool { return b[i] == b[j] })
	t.Concordant = t.Pairs() - t.TiedA - t.TiedB + both - t.Discordant
	return t, nil
}

// tiedPairs counts the pairs that share a place; order has them side by side.
func tiedPairs(order []int32, same func(i, j int32) bool) int64 {
	pairs, run := int64(0), int64(0)
	for k := range order {
		if k > 0 && same(order[k-1], order[k]) {
			run++
		} else {
			run = 0
		}
		pairs += run
	}
	return pairs
}

// exchanges sorts order by merging and counts the exchanges of neighbours that
// sorting it takes, which are the pairs in opposite order. buffer is as long
// as order.
func exchanges(order, buffer []int32, compare func(i, j int32) int) int64 {
	if len(order) < 2 {
		return 0
	}
	half := len(order) / 2
	left, right := order[:half], order[half:]
	n := exchanges(left, buffer[:half], compare) + exchanges(right, buffer[half:], compare)
	i, j := 0, 0
	for k := range buffer {
		if j == len(right) || i < len(left) && compare(left[i], right[j]) <= 0 {
			buffer[k] = left[i]
			i++
			continue
		}
		buffer[k] = right[j]
		j++
		n += int64(len(left) - i)
	}
	copy(order, buffer)
	return n
}

// RankingComparison says how far two rankings of the same things agree, as by
// two methods or in two years.
type RankingComparison struct {
	Tau Tau     `json:"tau"`
	Top Overlap `json:"top"`
}

// Overlap says what two rankings have in common at the top. Things that share
// the last place of the top all count as being in it.
type Overlap struct {
	K      int `json:"k"`      // how many places count as the top
	InA    int `json:"inA"`    // things in the top of the first ranking
	InB    int `json:"inB"`    // things in the top of the second
	Shared int `json:"shared"` // things in both
}

// Jaccard returns the share of the things in either top that are in both, from
// 0 to 1. It is undefined if both tops are empty.
func (o Overlap) Jaccard() (share float64, defined bool) {
	union := o.InA + o.InB - o.Shared
	if union <= 0 {
		return 0, false
	}
	return float64(o.Shared) / float64(union), true
}

// CompareRankings compares two rankings of the same things, which are told apart
// by their key, and their tops of k places. It returns an *[AgreementError] if
// a thing is in one ranking and not in the other or twice in one: the message
// gives the place, not the key, which may be of a person.
func CompareRankings[T any, K comparable](a, b []Ranked[T], key func(T) K, k int) (RankingComparison, error) {
	placeInA := make(map[K]int, len(a))
	for _, x := range a {
		if _, twice := placeInA[key(x.Item)]; twice {
			return RankingComparison{}, &AgreementError{fmt.Sprintf("two things in the first ranking, one of them at place %d, have the same key; give each its own", x.Place)}
		}
		placeInA[key(x.Item)] = x.Place
	}
	if len(a) != len(b) {
		return RankingComparison{}, &AgreementError{fmt.Sprintf("one ranking has %d things and the other %d; rank the same things in both", len(a), len(b))}
	}
	placesA, placesB := make([]int, len(b)), make([]int, len(b))
	top := Overlap{K: k}
	for i, x := range b {
		place, ok := placeInA[key(x.Item)]
		if !ok {
			return RankingComparison{}, &AgreementError{fmt.Sprintf("a thing at place %d of the second ranking is not in the first or is twice in the second; rank the same things in both", x.Place)}
		}
		delete(placeInA, key(x.Item))
		placesA[i], placesB[i] = place, x.Place
		inA, inB := place <= k, x.Place <= k
		if inA {
			top.InA++
		}
		if inB {
			top.InB++
		}
		if inA && inB {
			top.Shared++
		}
	}
	tau, err := KendallTau(placesA, placesB)
	if err != nil {
		return RankingComparison{}, err
	}
	return RankingComparison{Tau: tau, Top: top}, nil
}
