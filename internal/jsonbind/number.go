package jsonbind

import (
	"bytes"
	"math"
	"math/big"
	"strconv"
)

// plainInteger reads a number that is written as an integer of at most 18
// digits.
func plainInteger(b []byte) (n int64, ok bool) {
	d := b
	if len(d) > 0 && d[0] == '-' {
		d = d[1:]
	}
	if len(d) == 0 || len(d) > 18 {
		return 0, false
	}
	for _, c := range d {
		if c-'0' > 9 {
			return 0, false
		}
		n = n*10 + int64(c-'0')
	}
	if len(d) < len(b) {
		return -n, n != 0 // -0 is not written as an integer is
	}
	return n, true
}

// integer reads a number of any spelling that is a whole one: 10, 1e1 and 10.0
// are the same. fits is false if it is whole and too great for an int64.
func integer(b []byte) (n int64, isWhole, fits bool) {
	if n, ok := plainInteger(b); ok {
		return n, true, true
	}
	r, ok := new(big.Rat).SetString(string(b)) // the scanner has bounded its size
	if !ok || !r.IsInt() {
		return 0, false, false
	}
	return r.Num().Int64(), true, r.Num().IsInt64()
}

// within reports whether a number lies within the bounds of s.
func (s *shape) within(b []byte) bool {
	if s.min == nil && s.max == nil {
		return true
	}
	if n, ok := plainInteger(b); ok && s.small {
		return n >= s.lo && n <= s.hi
	}
	r, ok := new(big.Rat).SetString(string(b))
	return ok && (s.min == nil || r.Cmp(s.min) >= 0) && (s.max == nil || r.Cmp(s.max) <= 0)
}

// shrink keeps the bounds as integers if they are and fit.
func (s *shape) shrink() {
	s.lo, s.hi, s.small = math.MinInt64, math.MaxInt64, true
	for _, r := range []*big.Rat{s.min, s.max} {
		s.small = s.small && (r == nil || r.IsInt() && r.Num().IsInt64())
	}
	if s.small && s.min != nil {
		s.lo = s.min.Num().Int64()
	}
	if s.small && s.max != nil {
		s.hi = s.max.Num().Int64()
	}
}

// canonicalNumber returns a whole number as strconv writes it.
func canonicalNumber(b []byte) []byte {
	if n, whole, fits := integer(b); whole && fits {
		return strconv.AppendInt(nil, n, 10)
	}
	return bytes.Clone(b)
}
