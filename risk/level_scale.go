package risk

import (
	"fmt"
	"iter"
	"slices"
)

// LevelScale maps the values of a published scale to the levels of this
// library. The mapping is named, so that a rating that came through it can say
// which one it was; nothing is rescaled silently. A scale of remediability runs
// the other way: its high values are good, and become low levels of
// irremediability.
type LevelScale struct {
	ID     string  `json:"id"` // lower-kebab-case: "four-levels"
	Title  string  `json:"title,omitzero"`
	First  int     `json:"first"`           // the number of its first value, usually 1
	Levels []Level `json:"levels,omitzero"` // the level that each value from First on stands for
}

// levelScales are the scales of the library. The choice of levels for scales
// of other lengths is this library's own: the ends map to the ends, and where
// a value could be either of two levels it is the graver.
var levelScales = [...]LevelScale{
	{"five-levels", "1 to 5, 5 being the gravest", 1, []Level{1, 2, 3, 4, 5}},
	{"three-levels", "1 to 3, 3 being the gravest", 1, []Level{1, 3, 5}},
	{"four-levels", "1 to 4, 4 being the gravest", 1, []Level{1, 2, 4, 5}},
	{"six-levels-from-zero", "0 to 5, 5 being the gravest; 0 and 1 are told apart no more", 0, []Level{1, 1, 2, 3, 4, 5}},
	{"ten-levels", "1 to 10, 10 being the gravest", 1, []Level{1, 1, 2, 2, 3, 3, 4, 4, 5, 5}},
	{"remediability-three-levels", "1 to 3, 3 being fully remediable", 1, []Level{5, 3, 1}},
	{"remediability-four-levels", "1 to 4, 4 being fully remediable", 1, []Level{5, 4, 2, 1}},
	{"remediability-five-levels", "1 to 5, 5 being fully remediable", 1, []Level{5, 4, 3, 2, 1}},
	{"remediability-ten-levels", "1 to 10, 10 being fully remediable", 1, []Level{5, 5, 4, 4, 3, 3, 2, 2, 1, 1}},
}

// LevelScales yields the scales of the library.
func LevelScales() iter.Seq[LevelScale] {
	return func(yield func(LevelScale) bool) {
		for _, s := range levelScales {
			s.Levels = slices.Clone(s.Levels)
			if !yield(s) {
				return
			}
		}
	}
}

// LevelScaleByID returns the scale of the library with the given id, and
// whether there is one.
func LevelScaleByID(id string) (LevelScale, bool) {
	for s := range LevelScales() {
		if s.ID == id {
			return s, true
		}
	}
	return LevelScale{}, false
}

// LevelScaleError says that a number is not a value of a scale, or that a scale
// is not one.
type LevelScaleError struct {
	Scale string
	Found int    // the value, or the index in Levels
	Want  string // what would do
}

// Error names the scale, the number that it cannot take and what it takes.
func (e *LevelScaleError) Error() string {
	return fmt.Sprintf("scale %q: %d will not do; %s", e.Scale, e.Found, e.Want)
}

// Check returns nil if s is a scale: two or more values, each with a level from
// 1 to 5, and never lower after higher unless it is never higher after lower.
// Else it returns a *[LevelScaleError].
func (s LevelScale) Check() error {
	if len(s.Levels) < 2 {
		return &LevelScaleError{s.ID, len(s.Levels), "give the levels of at least two values"}
	}
	up, down := true, true
	for i, l := range s.Levels {
		if !l.Rated() {
			return &LevelScaleError{s.ID, i, "give each value a level from 1 to 5"}
		}
		if i > 0 {
			up, down = up && l >= s.Levels[i-1], down && l <= s.Levels[i-1]
		}
	}
	if !up && !down {
		return &LevelScaleError{s.ID, len(s.Levels), "give levels that go one way"}
	}
	return nil
}

// Reversed reports whether the high values of s are the less grave ones.
func (s LevelScale) Reversed() bool {
	return len(s.Levels) > 0 && s.Levels[0] > s.Levels[len(s.Levels)-1]
}

// Level returns the level that a value stands for. It returns a
// *[LevelScaleError] if the scale has no such value: a value that is missing is
// NotRated, and has no place on a scale.
func (s LevelScale) Level(value int) (Level, error) {
	i := value - s.First
	if i < 0 || i >= len(s.Levels) {
		return NotRated, &LevelScaleError{s.ID, value, fmt.Sprintf("use a value from %d to %d", s.First, s.First+len(s.Levels)-1)}
	}
	return s.Levels[i], nil
}

// Likelihood is [LevelScale.Level] for a scale of likelihood.
func (s LevelScale) Likelihood(value int) (Likelihood, error) {
	l, err := s.Level(value)
	return Likelihood(l), err
}

// Value returns the least grave value of s that is at least as grave as l, or
// the gravest if none is; it is how a method that is published on another
// scale reads a level. Of several values for the same level it is the first.
// It returns s.First - 1, which is no value, for NotRated and for a scale
// without levels.
func (s LevelScale) Value(l Level) int {
	value := s.First - 1
	if !l.Rated() {
		return value
	}
	best := Level(0)
	for i, at := range s.Levels {
		nearer := best < l && at > best || at >= l && at < best
		if best == 0 || nearer {
			best, value = at, s.First+i
		}
	}
	return value
}
