package risk

import (
	"errors"
	"fmt"
)

// ErrNoRatings says that a set of ratings is empty where at least one is
// needed.
var ErrNoRatings = errors.New("no rating was given; give at least one")

// MixedError says that some assessors rate a harm as having happened and others
// how likely it is. Whether it has happened is a fact to find out, not
// something between the two.
type MixedError struct {
	Occurred  int // the index of the first rating of a harm that has happened
	Potential int // the index of the first rating of one that may happen
}

// Error gives the numbers of the two ratings that contradict each other.
func (e *MixedError) Error() string {
	return fmt.Sprintf("rating %d says that the harm has happened, rating %d how likely it is; find out which, and rate again",
		e.Occurred, e.Potential)
}

// Span puts together what several assessors say of the same risk: in each
// dimension the range from the least to the gravest that one of them gives. An
// assessor who leaves a dimension out says nothing about it; a dimension that
// all leave out stays not rated. Nothing is averaged: levels have no mean.
//
// It returns [ErrNoRatings] for an empty set, an *[ItemError] for the first
// range that is not valid, and a *[MixedError] if the assessors differ on
// whether the harm has happened.
func Span(ranges ...Range) (Range, error) {
	if len(ranges) == 0 {
		return Range{}, ErrNoRatings
	}
	var all Range
	occurred, potential := -1, -1
	for i, r := range ranges {
		if err := r.Check(); err != nil {
			return Range{}, &ItemError{Index: i, Err: err}
		}
		switch {
		case r.HasOccurred() && occurred < 0:
			occurred = i
		case r.Lo.Likelihood.Rated() && potential < 0:
			potential = i
		}
		for d := DimScale; d <= DimDelay; d++ {
			lo, hi := r.Lo.at(d), r.Hi.at(d)
			if lo == 0 {
				continue
			}
			if all.Lo.at(d) != 0 {
				lo, hi = min(lo, all.Lo.at(d)), max(hi, all.Hi.at(d))
			}
			all.Lo, all.Hi = all.Lo.with(d, lo), all.Hi.with(d, hi)
		}
	}
	if occurred >= 0 && potential >= 0 {
		return Range{}, &MixedError{Occurred: occurred, Potential: potential}
	}
	return all, nil
}
