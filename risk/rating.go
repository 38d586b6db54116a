package risk

// Rating is one judgement of a harm in the dimensions of the Guiding
// Principles: how grave it is for each person (scale), how many people it
// reaches (scope), how far they can be put back where they were
// (irremediability), and, while it has not happened, how likely it is.
//
// Ratings are comparable values and serve as map keys. The zero value is a
// rating in which nothing is stated. Source: UNGP 14, commentary, and UNGP 24.
type Rating struct {
	Scale           Level      // gravity of the effect on the person's right
	Scope           Level      // number of people affected
	Irremediability Level      // 5 means that nothing can restore them
	Likelihood      Likelihood // Occurred for harm that has happened
	Delay           Answer     // would delay make the harm irremediable (UNGP 24)?
}

// Range is a rating that is known to lie between two others, dimension by
// dimension. A Range whose Lo equals its Hi is a plain rating.
type Range struct {
	Lo, Hi Rating
}

// Basis says whether a rating looks at a risk before or after the measures
// that are taken against it.
type Basis uint8

const (
	BasisNotStated Basis = iota
	Inherent             // before any measure; identification ranks on it
	Residual             // with the measures that are in place and shown to work
)
