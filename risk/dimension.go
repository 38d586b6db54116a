package risk

import (
	"iter"
	"math/bits"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// Dimension names one of the five dimensions of a [Rating].
type Dimension uint8

const (
	DimensionNotStated Dimension = iota
	DimScale                     // how grave the effect on a person's right is
	DimScope                     // how many people it reaches
	DimIrremediability           // how far they cannot be restored
	DimLikelihood                // how likely a potential harm is, or that it has happened
	DimDelay                     // would delay make the harm irremediable (UNGP 24)?
)

var dimensionText = textenum.Table[Dimension]{
	Kind:  "dimension",
	Names: []string{"", "scale", "scope", "irremediability", "likelihood", "delay"},
}

// numDimensions counts the dimensions of a rating.
const numDimensions = 5

// Dimensions is a set of dimensions. The zero value is the empty set.
type Dimensions uint8

// DimensionsOf returns the set of the given dimensions.
func DimensionsOf(ds ...Dimension) Dimensions {
	var s Dimensions
	for _, d := range ds {
		s = s.With(d)
	}
	return s
}

// With returns s with d in it. DimensionNotStated and numbers that are no
// dimension change nothing.
func (s Dimensions) With(d Dimension) Dimensions {
	if d == DimensionNotStated || d > numDimensions {
		return s
	}
	return s | 1<<(d-1)
}

// Has reports whether d is in s.
func (s Dimensions) Has(d Dimension) bool {
	return d != DimensionNotStated && d <= numDimensions && s&(1<<(d-1)) != 0
}

// IsZero reports whether s is empty.
func (s Dimensions) IsZero() bool { return s == 0 }

// All yields the dimensions of s in the order scale, scope, irremediability,
// likelihood, delay.
func (s Dimensions) All() iter.Seq[Dimension] {
	return func(yield func(Dimension) bool) {
		for d := DimScale; d <= DimDelay; d++ {
			if s.Has(d) && !yield(d) {
				return
			}
		}
	}
}

// String returns the names of the dimensions in s with commas between them.
func (s Dimensions) String() string {
	var b []byte
	for d := range s.All() {
		if len(b) > 0 {
			b = append(b, ',')
		}
		b = append(b, dimensionText.String(d)...)
	}
	return string(b)
}

// MarshalJSON returns s as an array of names, empty for the empty set.
func (s Dimensions) MarshalJSON() ([]byte, error) {
	b := []byte{'['}
	for d := range s.All() {
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = append(b, '"')
		b = append(b, dimensionText.String(d)...)
		b = append(b, '"')
	}
	return append(b, ']'), nil
}

// Len returns how many dimensions are in s.
func (s Dimensions) Len() int { return bits.OnesCount8(uint8(s)) }
