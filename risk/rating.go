package risk

import "fmt"

// Rating is one judgement of a harm in the dimensions of the Guiding
// Principles: how grave it is for each person (scale), how many people it
// reaches (scope), how far they can be put back where they were
// (irremediability), and, while it has not happened, how likely it is.
//
// Ratings are comparable values and serve as map keys. The zero value is a
// rating in which nothing is stated. The text form is the vector notation of
// the package comment; the JSON form is an object that leaves out what is not
// rated. Source: UNGP 14, commentary, and UNGP 24.
type Rating struct {
	Scale           Level      // gravity of the effect on the person's right
	Scope           Level      // number of people affected
	Irremediability Level      // 5 means that nothing can restore them
	Likelihood      Likelihood // Occurred for harm that has happened
	Delay           Answer     // would delay make the harm irremediable (UNGP 24)?
}

// RatingError says that a rating or a range has a value that its dimension
// does not have.
type RatingError struct {
	Dimension Dimension
	Found     string // the value that was found: "7", "4 to 2"
	Want      string // what the dimension takes
}

// Error gives the dimension, what was found and what it takes.
func (e *RatingError) Error() string {
	return fmt.Sprintf("%s cannot be %s; use %s", e.Dimension, e.Found, e.Want)
}

// invalidRating wraps the *RatingError of a rating that is not valid. It works
// it out when asked, which keeps Score small enough to be inlined.
type invalidRating struct{ rating Rating }

func (e *invalidRating) Error() string { return e.Unwrap().Error() }

// Unwrap returns the *RatingError.
func (e *invalidRating) Unwrap() error { return e.rating.Check() }

// wanted says what each dimension of a rating takes.
var wanted = [...]string{
	DimScale:           "1 to 5, or 0 for not rated",
	DimScope:           "1 to 5, or 0 for not rated",
	DimIrremediability: "1 to 5, or 0 for not rated",
	DimLikelihood:      "1 to 5, Occurred (6) for harm that has happened, or 0 for not rated",
	DimDelay:           "No (1) or Yes (2), or Unknown (0)",
}

// Valid reports whether every dimension of r has a value that it can have.
// Not rated is such a value.
func (r Rating) Valid() bool {
	return r.Scale <= MaxLevel && r.Scope <= MaxLevel && r.Irremediability <= MaxLevel &&
		r.Likelihood <= Occurred && r.Delay <= Yes
}

// Check returns nil if r is valid, else a *[RatingError] for the first
// dimension that is not.
func (r Rating) Check() error {
	if r.Valid() {
		return nil
	}
	for d := DimScale; d <= DimDelay; d++ {
		if v := r.at(d); v > maxima[d] {
			return &RatingError{Dimension: d, Found: fmt.Sprint(v), Want: wanted[d]}
		}
	}
	return nil
}

// Missing returns the dimensions that are not rated.
func (r Rating) Missing() Dimensions {
	var s Dimensions
	for d := DimScale; d <= DimDelay; d++ {
		if r.at(d) == 0 {
			s = s.With(d)
		}
	}
	return s
}

// Complete reports whether every dimension is rated.
func (r Rating) Complete() bool {
	return r.Scale != 0 && r.Scope != 0 && r.Irremediability != 0 && r.Likelihood != 0 && r.Delay != 0
}

// HasOccurred reports whether r is of a harm that has happened.
func (r Rating) HasOccurred() bool { return r.Likelihood == Occurred }

// Severity returns the gravest of the three factors of severity and the
// dimensions that are at it. Any one factor can make a harm severe (ESRS 1
// (2026), AR 22). Factors that are not rated are left aside: known is false if
// one of them could be graver than what is returned.
func (r Rating) Severity() (gravest Level, at Dimensions, known bool) {
	gravest = max(r.Scale, r.Scope, r.Irremediability)
	known = gravest == MaxLevel
	if r.Scale != 0 && r.Scope != 0 && r.Irremediability != 0 {
		known = true
	}
	for d := DimScale; gravest != NotRated && d <= DimIrremediability; d++ {
		if Level(r.at(d)) == gravest {
			at = at.With(d)
		}
	}
	return gravest, at, known
}

// maxima holds the greatest value of each dimension.
var maxima = [...]uint8{
	DimScale: uint8(MaxLevel), DimScope: uint8(MaxLevel), DimIrremediability: uint8(MaxLevel),
	DimLikelihood: uint8(Occurred), DimDelay: uint8(Yes),
}

// at returns the value of a dimension as a number, 0 for not rated.
func (r Rating) at(d Dimension) uint8 {
	switch d {
	case DimScale:
		return uint8(r.Scale)
	case DimScope:
		return uint8(r.Scope)
	case DimIrremediability:
		return uint8(r.Irremediability)
	case DimLikelihood:
		return uint8(r.Likelihood)
	case DimDelay:
		return uint8(r.Delay)
	}
	return 0
}

// with returns r with a dimension set to v.
func (r Rating) with(d Dimension, v uint8) Rating {
	switch d {
	case DimScale:
		r.Scale = Level(v)
	case DimScope:
		r.Scope = Level(v)
	case DimIrremediability:
		r.Irremediability = Level(v)
	case DimLikelihood:
		r.Likelihood = Likelihood(v)
	case DimDelay:
		r.Delay = Answer(v)
	}
	return r
}
