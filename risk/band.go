package risk

import (
	"cmp"
	"slices"
)

// Band is a named stretch of the order of a method, for instance "high". Bands
// belong to the method that names them: bands of two methods are not
// compared, whatever their names. Bands are comparable values. The zero value
// is no band.
type Band struct {
	Name  string // lower-kebab-case: "critical", "very-high"
	Order int    // 1 for the lowest band of its method
}

// IsZero reports whether b is no band.
func (b Band) IsZero() bool { return b == Band{} }

// String returns the name of the band, "none" if it is no band.
func (b Band) String() string {
	if b.IsZero() {
		return "none"
	}
	return b.Name
}

// MarshalText returns the name of the band.
func (b Band) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// Threshold begins a band.
type Threshold struct {
	From float64 `json:"from"`          // the least value in the band
	Name string  `json:"name,omitzero"` // lower-kebab-case
}

// Thresholds cut values into bands, lowest first. Each band holds the values
// from its own From up to, and not including, the next: bands are half-open, so
// that no value falls between two of them or into both. Values under the first
// From are in no band.
type Thresholds []Threshold

// Band returns the band that x is in, the zero Band if it is in none or is not
// a number.
func (t Thresholds) Band(x float64) Band {
	i, found := slices.BinarySearchFunc(t, x, func(e Threshold, x float64) int { return cmp.Compare(e.From, x) })
	if found {
		i++
	}
	if i == 0 || x != x {
		return Band{}
	}
	return Band{Name: t[i-1].Name, Order: i}
}

// Bands returns the bands, lowest first.
func (t Thresholds) Bands() []Band {
	bands := make([]Band, len(t))
	for i, e := range t {
		bands[i] = Band{Name: e.Name, Order: i + 1}
	}
	return bands
}
