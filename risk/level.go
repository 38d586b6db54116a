package risk

// Level is an ordinal level of scale, scope or irremediability, from 1 to 5,
// where 5 is the gravest. The zero value, NotRated, says that nobody has
// rated the dimension: it is unknown, not low.
//
// Levels are ordered and no more than that: the step from 1 to 2 need not
// weigh as much as the step from 4 to 5. Source of the dimensions: UNGP 14,
// commentary. Source of the five levels: this library, see [Anchors].
type Level uint8

const (
	NotRated Level = 0 // nobody has rated the dimension
	MinLevel Level = 1 // the least grave level
	MaxLevel Level = 5 // the gravest level
)

// Rated reports whether l is one of the levels 1 to 5.
func (l Level) Rated() bool { return l >= MinLevel && l <= MaxLevel }

// Valid reports whether l is a level or NotRated.
func (l Level) Valid() bool { return l <= MaxLevel }
