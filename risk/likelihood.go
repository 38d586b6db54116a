package risk

// Likelihood says how likely a potential harm is, from 1 (remote) to 5 (almost
// certain), or that the harm has happened. The zero value says that nobody has
// judged it: it is unknown, not low.
//
// Harm that has happened has no likelihood (ESRS 1 (2026), paragraphs 40 to
// 43; UNGP 17, commentary): Occurred says so, and is not a sixth level.
type Likelihood uint8

const (
	LikelihoodNotRated Likelihood = 0 // nobody has judged it
	Remote             Likelihood = 1
	Unlikely           Likelihood = 2
	Possible           Likelihood = 3
	Likely             Likelihood = 4
	AlmostCertain      Likelihood = 5 // or recurring
	Occurred           Likelihood = 6 // the harm has happened; likelihood plays no part
)

// Rated reports whether l is one of the levels 1 to 5; it is false for
// Occurred.
func (l Likelihood) Rated() bool { return l >= Remote && l <= AlmostCertain }

// Valid reports whether l is a level, Occurred or LikelihoodNotRated.
func (l Likelihood) Valid() bool { return l <= Occurred }
