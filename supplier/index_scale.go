package supplier

import (
	"fmt"
	"math"

	"github.com/hrdd-go/hrdd/risk"
)

// IndexScale maps the figures of a published index to levels of likelihood. No
// publisher says which figure is how likely a harm, so the map is a choice: it
// is the host's, and stands beside every rating that rests on it.
type IndexScale struct {
	// Bands are in ascending order of From. A figure belongs to the last band
	// whose From it reaches: bands hold their lower end and not their upper.
	Bands []Band `json:"bands,omitzero"`
	// Note says why the bands are as they are.
	Note string `json:"note,omitzero"`
}

// Band is a span of figures that are taken as equally telling.
type Band struct {
	From       float64         `json:"from"` // the first figure of the band
	Likelihood LikelihoodRange `json:"likelihood"`
}

// EvenScale returns a scale of five equal bands between the best and the worst
// figure of an index, whichever is larger. Each band spans its level and the
// one on each side, for a figure about a whole country or sector says little of
// one supplier. It returns a *[ScaleError] if the two are equal or not finite.
// The bands are this library's default.
func EvenScale(best, worst float64) (IndexScale, error) {
	width := (worst - best) / 5
	if width == 0 || math.IsNaN(width) || math.IsInf(width, 0) {
		return IndexScale{}, &ScaleError{Band: -1, Why: "the best and the worst figure have to be two numbers"}
	}
	s := IndexScale{Note: "five equal bands, each widened by a level on either side (default of this library)"}
	for i := range 5 {
		level := risk.Likelihood(i) + risk.Remote
		if width < 0 { // the worst is the smallest: the lowest band comes first
			level = risk.AlmostCertain - risk.Likelihood(i)
		}
		from := min(best, worst) + math.Abs(width)*float64(i)
		if exact := (min(best, worst)*float64(5-i) + max(best, worst)*float64(i)) / 5; !math.IsInf(exact, 0) {
			from = exact // divided once, at the end: three fifths of 1 are 0.6, and not a little more
		}
		s.Bands = append(s.Bands, Band{From: from, Likelihood: LikelihoodRange{
			Lo: max(level-1, risk.Remote), Hi: min(level+1, risk.AlmostCertain),
		}})
	}
	s.Bands[0].From = -math.MaxFloat64 // what lies beyond the end belongs to the last band there
	return s, s.Check()
}

// Likelihood returns the levels of a figure, not known if it lies below all
// bands or is not a number.
func (s IndexScale) Likelihood(value float64) LikelihoodRange {
	var r LikelihoodRange
	for _, b := range s.Bands {
		if !(value >= b.From) { // NaN reaches no band
			break
		}
		r = b.Likelihood
	}
	return r
}

// ScaleError says what is wrong with a scale.
type ScaleError struct {
	Band int // from 0; -1 if it is about the scale
	Why  string
}

// Error gives the number of the band, if it is about one, and what is wrong with it.
func (e *ScaleError) Error() string {
	if e.Band < 0 {
		return "scale: " + e.Why
	}
	return fmt.Sprintf("band %d of the scale: %s", e.Band, e.Why)
}

// Check returns nil if the bands ascend and have levels, else a *[ScaleError].
// A scale that runs up and down is refused: the figure of an index is either
// better or worse.
func (s IndexScale) Check() error {
	up, down := true, true
	for i, b := range s.Bands {
		l := b.Likelihood
		if l == (LikelihoodRange{}) || !l.Valid() {
			return &ScaleError{Band: i, Why: "its likelihood is not a range of levels from 1 to 5"}
		}
		if math.IsNaN(b.From) {
			return &ScaleError{Band: i, Why: "its first figure is not a number"}
		}
		if i == 0 {
			continue
		}
		before := s.Bands[i-1]
		if !(b.From > before.From) {
			return &ScaleError{Band: i, Why: "it does not begin above the band before it"}
		}
		up = up && l.Lo >= before.Likelihood.Lo && l.Hi >= before.Likelihood.Hi
		down = down && l.Lo <= before.Likelihood.Lo && l.Hi <= before.Likelihood.Hi
	}
	if !up && !down {
		return &ScaleError{Band: -1, Why: "likelihood goes up and down along it"}
	}
	return nil
}
