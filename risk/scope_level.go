package risk

import (
	"fmt"
	"math/bits"
)

// ScopeThresholds say from which number of people, and from which share of a
// group, a level of scope begins. Levels are half-open: a threshold belongs to
// the level that it begins, and what is under all of them is level 1. The zero
// value stands for [DefaultScopeThresholds].
type ScopeThresholds struct {
	// People holds the least number of people affected for levels 2 to 5, in
	// ascending order.
	People [4]int `json:"people,omitzero"`

	// Percent holds the least share of the group for levels 2 to 5, in percent,
	// in ascending order, from 0 to 100.
	Percent [4]int `json:"percent,omitzero"`
}

// DefaultScopeThresholds returns the thresholds that the zero ScopeThresholds
// stands for, so that a report can state them. They are a proposal of this
// library, and those of the anchors of scope; see [Anchors].
func DefaultScopeThresholds() ScopeThresholds { return defaultScope }

// defaultScope are the thresholds of this library, a proposal of its own: no
// body publishes any.
var defaultScope = ScopeThresholds{
	People:  [4]int{10, 100, 1000, 10_000},
	Percent: [4]int{1, 10, 30, 60},
}

// ScopeError says that people cannot be counted, or thresholds not be used, as
// they were given.
type ScopeError struct {
	Affected, Group Count
	Want            string
}

// Error gives both counts and what would do.
func (e *ScopeError) Error() string {
	return fmt.Sprintf("%v people affected of a group of %v: %s", e.Affected, e.Group, e.Want)
}

// ScopeLevel returns the level of scope for a number of people affected out of a
// group: the higher of the level of the number and that of the share, so that
// a harm to all of a small community counts whole. If the size of the group is
// not known the number alone decides; if the number is not known scope is
// NotRated. Nobody affected is no harm, and an error.
//
// The thresholds of this library are, for levels 2, 3, 4 and 5: 10, 100, 1000
// and 10000 people; 1, 10, 30 and 60 percent of the group. They are a proposal
// of its own; a report that uses others states them.
//
// It returns a *[ScopeError] if more are affected than there are, if nobody is,
// or if the thresholds are not in ascending order.
func ScopeLevel(affected, group Count, t ScopeThresholds) (Level, error) {
	if t == (ScopeThresholds{}) {
		t = defaultScope
	}
	fail := func(want string) (Level, error) { return NotRated, &ScopeError{affected, group, want} }
	if !t.ascending() {
		return fail("give thresholds in ascending order, of people from 1 and of percent from 0 to 100")
	}
	n, ok := affected.Known()
	if !ok {
		return NotRated, nil
	}
	if n == 0 {
		return fail("a harm that reaches nobody has no scope; leave the rating out")
	}
	level := MinLevel
	for i, from := range t.People {
		if n >= from {
			level = Level(i + 2)
		}
	}
	size, ok := group.Known()
	if !ok {
		return level, nil
	}
	if n > size {
		return fail("no more can be affected than are in the group")
	}
	for i, percent := range t.Percent {
		if reaches(n, size, percent) {
			level = max(level, Level(i+2))
		}
	}
	return level, nil
}

// ascending reports whether the thresholds can be used.
func (t ScopeThresholds) ascending() bool {
	for i := range t.People {
		if t.People[i] < 1 || t.Percent[i] < 0 || t.Percent[i] > 100 ||
			i > 0 && (t.People[i] <= t.People[i-1] || t.Percent[i] <= t.Percent[i-1]) {
			return false
		}
	}
	return true
}

// reaches reports whether part is at least percent of whole, without rounding
// or overflow.
func reaches(part, whole, percent int) bool {
	hi, lo := bits.Mul64(uint64(part), 100)
	wantHi, wantLo := bits.Mul64(uint64(whole), uint64(percent))
	return hi > wantHi || hi == wantHi && lo >= wantLo
}
