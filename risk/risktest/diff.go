package risktest

import (
	"fmt"
	"strings"

	"github.com/hrdd-go/hrdd/risk"
)

// DiffRatings returns the dimensions in which two ratings differ, a line each,
// or "" if they are the same:
//
//	scale: got 5, want 3
func DiffRatings(got, want risk.Rating) string {
	return DiffRanges(risk.RangeOf(got), risk.RangeOf(want))
}

// DiffRanges returns the dimensions in which two ranges differ, a line each, or
// "" if they are the same.
func DiffRanges(got, want risk.Range) string {
	w, g := elements(want), elements(got)
	var b strings.Builder
	for i, name := range [...]string{"scale", "scope", "irremediability", "likelihood", "delay"} {
		if w[i] != g[i] {
			fmt.Fprintf(&b, "%s: got %s, want %s\n", name, g[i], w[i])
		}
	}
	return b.String()
}

// elements returns the text of each dimension of a range; numbers where a
// value is out of range and has no text.
func elements(r risk.Range) [5]string {
	one := func(lo, hi uint8, text func(uint8) string) string {
		if lo == hi {
			return text(lo)
		}
		return text(lo) + " to " + text(hi)
	}
	level := func(v uint8) string {
		if v == 0 {
			return "not rated"
		}
		return fmt.Sprint(v)
	}
	likelihood := func(v uint8) string {
		if risk.Likelihood(v) == risk.Occurred {
			return "actual"
		}
		return level(v)
	}
	delay := func(v uint8) string { return risk.Answer(v).String() }
	return [5]string{
		one(uint8(r.Lo.Scale), uint8(r.Hi.Scale), level),
		one(uint8(r.Lo.Scope), uint8(r.Hi.Scope), level),
		one(uint8(r.Lo.Irremediability), uint8(r.Hi.Irremediability), level),
		one(uint8(r.Lo.Likelihood), uint8(r.Hi.Likelihood), likelihood),
		one(uint8(r.Lo.Delay), uint8(r.Hi.Delay), delay),
	}
}

// DiffRankings returns where two rankings of the same items differ, a line for
// each item whose place is not the one wanted, or that is in one of them only;
// "" if they are the same. name gives the text by which a person knows an
// item.
func DiffRankings[T comparable](got, want []risk.Ranked[T], name func(T) string) string {
	places := make(map[T]int, len(got))
	for _, r := range got {
		places[r.Item] = r.Place
	}
	var b strings.Builder
	wanted := make(map[T]bool, len(want))
	for _, r := range want {
		wanted[r.Item] = true
		switch place, ok := places[r.Item]; {
		case !ok:
			fmt.Fprintf(&b, "%s: missing, want place %d\n", name(r.Item), r.Place)
		case place != r.Place:
			fmt.Fprintf(&b, "%s: place %d, want %d\n", name(r.Item), place, r.Place)
		}
	}
	for _, r := range got {
		if !wanted[r.Item] {
			fmt.Fprintf(&b, "%s: place %d, not wanted\n", name(r.Item), r.Place)
		}
	}
	return b.String()
}
