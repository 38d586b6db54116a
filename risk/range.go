package risk

import (
	"fmt"
	"iter"
)

// Range is a rating that is known to lie between two others, dimension by
// dimension. A Range whose Lo equals its Hi is a plain rating.
//
// In each dimension either both ends are rated and Lo is not above Hi, or
// neither is: then it is unknown, which is not the same as a range over all
// levels that somebody has looked at and left open. A likelihood is a range of
// levels or Occurred, never from a level to Occurred: whether a harm has
// happened is a fact to find out, not a matter of degree. A delay is a range
// only from No to Yes.
//
// Ranges are comparable values and serve as map keys. The zero value is a
// range in which nothing is stated.
type Range struct {
	Lo, Hi Rating
}

// RangeOf returns the range that is the plain rating r.
func RangeOf(r Rating) Range { return Range{r, r} }

// Plain returns the rating of which r is the range, and whether it is a plain
// one.
func (r Range) Plain() (Rating, bool) { return r.Lo, r.Lo == r.Hi }

// Valid reports whether r is a range as [Range] describes it.
func (r Range) Valid() bool {
	_, ok := r.pack()
	return ok
}

// Check returns nil if r is valid, else a *[RatingError] for the first
// dimension that is not.
func (r Range) Check() error {
	if err := r.Lo.Check(); err != nil {
		return err
	}
	if err := r.Hi.Check(); err != nil {
		return err
	}
	if r.Lo == r.Hi {
		return nil
	}
	for d := DimScale; d <= DimDelay; d++ {
		if why := badSpan(d, r.Lo.at(d), r.Hi.at(d)); why != "" {
			return &RatingError{Dimension: d, Found: fmt.Sprintf("%d to %d", r.Lo.at(d), r.Hi.at(d)), Want: why}
		}
	}
	return nil
}

// badSpan says what to use in place of the span from lo to hi of a dimension,
// or "" if there is nothing wrong with it.
func badSpan(d Dimension, lo, hi uint8) string {
	switch {
	case lo == hi:
		return ""
	case lo == 0 || hi == 0:
		return "two levels, or leave both out if the dimension is not rated"
	case lo > hi:
		return "the lower end first"
	case d == DimLikelihood && hi == uint8(Occurred):
		return "levels 1 to 5 for harm that may happen, or Occurred at both ends for harm that has"
	}
	return ""
}

// Missing returns the dimensions that are not rated.
func (r Range) Missing() Dimensions { return r.Lo.Missing() }

// Open returns the dimensions that a range leaves open: those not rated and
// those whose ends differ.
func (r Range) Open() Dimensions {
	s := r.Missing()
	for d := DimScale; d <= DimDelay; d++ {
		if r.Lo.at(d) != r.Hi.at(d) {
			s = s.With(d)
		}
	}
	return s
}

// HasOccurred reports whether r is of a harm that has happened.
func (r Range) HasOccurred() bool { return r.Lo.Likelihood == Occurred }

// cellPair is a valid range packed into the cells of its ends.
type cellPair struct{ lo, hi Cell }

// pack returns the cells of the ends of r and whether r is valid. It takes a
// pointer for the reason that Rating.pack does.
func (r *Range) pack() (p cellPair, ok bool) {
	lo, hi := r.Lo.pack(), r.Hi.pack()
	ok = lo.Valid() && hi.Valid() && (lo == hi ||
		spanOK(r.Lo.Scale, r.Hi.Scale) && spanOK(r.Lo.Scope, r.Hi.Scope) &&
			spanOK(r.Lo.Irremediability, r.Hi.Irremediability) && spanOK(r.Lo.Delay, r.Hi.Delay) &&
			spanOK(r.Lo.Likelihood, r.Hi.Likelihood) && (r.Hi.Likelihood != Occurred || r.Lo.Likelihood == Occurred))
	return cellPair{lo, hi}, ok
}

// spanOK reports whether two values are equal, or both rated and in order.
func spanOK[V ~uint8](lo, hi V) bool { return lo <= hi && (lo != 0 || hi == 0) }

// unpack returns the range.
func (p cellPair) unpack() Range { return Range{p.lo.Rating(), p.hi.Rating()} }

// cells yields every cell of the range. A dimension that is not rated stays so.
func (p cellPair) cells() iter.Seq[Cell] {
	return func(yield func(Cell) bool) {
		r, steps := p.unpack(), [numDimensions + 1]uint8{}
		for d := DimScale; d <= DimDelay; d++ {
			steps[d] = r.Hi.at(d) - r.Lo.at(d)
		}
		for i := range Cell(steps[DimScale]) + 1 {
			for j := range Cell(steps[DimScope]) + 1 {
				for k := range Cell(steps[DimIrremediability]) + 1 {
					for l := range Cell(steps[DimLikelihood]) + 1 {
						for n := range Cell(steps[DimDelay]) + 1 {
							c := p.lo + i*scaleStride + j*scopeStride + k*irremediabilityStride + l*likelihoodStride + n
							if !yield(c) {
								return
							}
						}
					}
				}
			}
		}
	}
}

// filled yields every cell that a valid range can be, with its gaps filled
// unless the method scores gaps itself.
func (r Range) filled(gaps GapHandling) iter.Seq[Cell] {
	if gaps == GapsSpan {
		for d := range r.Missing().All() {
			r.Lo, r.Hi = r.Lo.with(d, 1), r.Hi.with(d, maxima[d])
		}
	}
	p, _ := r.pack() // not valid for a likelihood that may be anything, but packed all the same
	return p.cells()
}
