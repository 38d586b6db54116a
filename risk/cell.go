package risk

import "iter"

// Cell is a [Rating] packed into a number from 0 to [NumCells]-1: the domain of
// ratings is finite, so a method is a table over cells and a distribution is
// a histogram over them. A cell in which a dimension is not rated stands for
// every rating that it can still become.
//
// The numbering is part of stored forms and does not change. It runs over
// delay fastest, then likelihood, irremediability, scope and scale, each from
// not rated upwards; cell 0 is the rating in which nothing is stated.
type Cell uint16

// NumCells is the number of cells: six values of each factor of severity,
// seven of likelihood and three of delay.
const NumCells = 6 * 6 * 6 * 7 * 3

// The distance between two cells that differ by one step in a dimension.
const (
	delayStride           = 1
	likelihoodStride      = 3
	irremediabilityStride = 7 * likelihoodStride
	scopeStride           = 6 * irremediabilityStride
	scaleStride           = 6 * scopeStride
)

// strides holds the distance between two cells that differ by one step in a
// dimension, by dimension.
var strides = [...]Cell{
	DimScale: scaleStride, DimScope: scopeStride, DimIrremediability: irremediabilityStride,
	DimLikelihood: likelihoodStride, DimDelay: delayStride,
}

// Cell returns the cell of r. It returns a *[RatingError] if r is not valid.
func (r Rating) Cell() (Cell, error) {
	c := r.pack()
	if !c.Valid() {
		return 0, r.Check()
	}
	return c, nil
}

// cell packs a valid rating.
func (r Rating) cell() Cell {
	return r.pack()
}

// pack returns the cell of r, or a number that is no cell if r is not valid. It
// takes a pointer, so that the compiler, which keeps no struct of five fields
// in registers, does not copy it byte by byte wherever it is inlined; scoring
// takes a third of the time for it.
func (r *Rating) pack() Cell {
	return packed[DimScale][r.Scale] + packed[DimScope][r.Scope] + packed[DimIrremediability][r.Irremediability] +
		packed[DimLikelihood][r.Likelihood] + packed[DimDelay][r.Delay] - numDimensions*packMark
}

// packMark is added to what each valid value adds to a cell. If a value is not
// valid its mark is missing, and what is left wraps round to no cell: one
// comparison tells for all five.
const packMark = 1 << 13

// packed holds what each value of a dimension adds to a cell, and packMark; 0
// for what is no value.
var packed = [...][256]Cell{
	DimScale: {
		packMark, packMark + scaleStride, packMark + 2*scaleStride, packMark + 3*scaleStride,
		packMark + 4*scaleStride, packMark + 5*scaleStride,
	},
	DimScope: {
		packMark, packMark + scopeStride, packMark + 2*scopeStride, packMark + 3*scopeStride,
		packMark + 4*scopeStride, packMark + 5*scopeStride,
	},
	DimIrremediability: {
		packMark, packMark + irremediabilityStride, packMark + 2*irremediabilityStride,
		packMark + 3*irremediabilityStride, packMark + 4*irremediabilityStride, packMark + 5*irremediabilityStride,
	},
	DimLikelihood: {
		packMark, packMark + likelihoodStride, packMark + 2*likelihoodStride, packMark + 3*likelihoodStride,
		packMark + 4*likelihoodStride, packMark + 5*likelihoodStride, packMark + 6*likelihoodStride,
	},
	DimDelay: {packMark, packMark + delayStride, packMark + 2*delayStride},
}

// Valid reports whether c is one of the cells.
func (c Cell) Valid() bool { return c < NumCells }

// Rating returns the rating that c packs. For a number that is no cell it
// returns the zero Rating, in which nothing is stated.
func (c Cell) Rating() Rating {
	if !c.Valid() {
		return Rating{}
	}
	return Rating{
		Scale:           Level(c / scaleStride),
		Scope:           Level(c / scopeStride % 6),
		Irremediability: Level(c / irremediabilityStride % 6),
		Likelihood:      Likelihood(c / likelihoodStride % 7),
		Delay:           Answer(c % 3),
	}
}

// Complete reports whether every dimension of c is rated.
func (c Cell) Complete() bool { return c.Valid() && c.Rating().Complete() }

// String returns the rating of c in vector notation.
func (c Cell) String() string { return c.Rating().String() }

// Cells yields every cell in ascending order.
func Cells() iter.Seq[Cell] {
	return func(yield func(Cell) bool) {
		for c := range Cell(NumCells) {
			if !yield(c) {
				return
			}
		}
	}
}

// Raised yields the cells that are one step graver than c in one dimension:
// one level up, from AlmostCertain to Occurred, or from No to Yes for delay. A
// dimension that is not rated has no step.
func (c Cell) Raised() iter.Seq[Cell] {
	return func(yield func(Cell) bool) {
		r := c.Rating()
		for d := DimScale; d <= DimDelay; d++ {
			if v := r.at(d); v != 0 && v < maxima[d] && !yield(c+strides[d]) {
				return
			}
		}
	}
}
