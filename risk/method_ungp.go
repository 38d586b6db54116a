package risk

import (
	"cmp"
	"slices"
	"strconv"
)

// UNGPOptions vary the method of the Guiding Principles. The zero value is the
// method that [UNGP] returns.
type UNGPOptions struct {
	// ActualEqual ranks harm that has happened level with the same harm that is
	// almost certain to happen, where the default ranks it above: remediation
	// is due now. The Guiding Principles leave this to the company.
	ActualEqual bool

	// TopLevel is the least level at which a factor makes a harm one of the
	// most severe, 1 to 5; 0 means 5.
	TopLevel Level
}

// NewUNGP returns the method of the Guiding Principles with options. Its id
// names each option that is not the default. It returns a *[SpecError] if
// TopLevel is no level.
func NewUNGP(o UNGPOptions) (*Method, error) {
	spec := ungpSpec()
	if o.TopLevel > MaxLevel {
		return nil, &SpecError{Method: spec.ID, Field: "TopLevel", Want: "use a level from 1 to 5, or 0 for 5"}
	}
	if o.TopLevel != NotRated && o.TopLevel != MaxLevel {
		spec.ID += "-top-" + strconv.Itoa(int(o.TopLevel))
		spec.Keys[0].Value = func(r Rating) float64 {
			return truth(r.Delay == Yes || gravestFactor(r) >= float64(o.TopLevel))
		}
		spec.Bands, spec.BandOn = nil, nil // the bands of the default hang on its top level
	}
	if o.ActualEqual {
		spec.ID += "-actual-equal"
		spec.Keys = slices.DeleteFunc(spec.Keys, func(k MethodKey) bool { return k.ID == "actual" })
	}
	return NewMethod(spec)
}

// ungpSpec is the default of this library: the order of UNGP 24, first the most
// severe harms or those that delay would make irremediable.
func ungpSpec() MethodSpec {
	return MethodSpec{
		ID: "ungp", Version: "1.0.0", Title: "Order of the Guiding Principles",
		Sources: []Citation{Principle(14), Principle(24), Cite("ESRS1-2026", "40"), Cite("ESRS1-2026", "AR 22")},
		Reasons: []MethodReason{
			{Choice: "the gravest factor, not a mean", Why: "any one factor can make a harm severe; levels are ordinal and have no mean"},
			{Choice: "delay puts a harm into the first class", Why: "UNGP 24 joins the most severe and those that delay would make irremediable with an or"},
			{Choice: "severity before likelihood", Why: "likelihood orders harms of equal severity only"},
			{Choice: "then how many factors are at the top, then the others", Why: "the principles leave ties open; the order chosen is this library's own and weighs no factor above another"},
			{Choice: "actual before potential at equal severity", Why: "harm that has happened calls for remedy now; the principles leave this open, see UNGPOptions"},
			{Choice: "what is not rated can be anything", Why: "unknown is not low"},
		},
		Keys: []MethodKey{
			{"class", "one of the most severe, or delay would make it irremediable", Principle(24), ungpClass},
			{"gravest-factor", "the gravest of scale, scope and irremediability", Principle(14), gravestFactor},
			{"factors-at-gravest", "how many of the three factors are that grave", Principle(14), factorsAtGravest},
			{"second-factor", "the second gravest of the three factors", Principle(14), secondFactor},
			{"third-factor", "the least grave of the three factors", Principle(14), thirdFactor},
			{"delay", "delay would make it irremediable", Principle(24), func(r Rating) float64 { return truth(r.Delay == Yes) }},
			{"actual", "it has happened", Principle(22), func(r Rating) float64 { return truth(r.Likelihood == Occurred) }},
			{"likelihood", "how likely it is", Principle(24), likelihoodUpToActual},
		},
		Bands:  Thresholds{{1, "low"}, {2, "medium"}, {3, "high"}, {4, "critical"}},
		BandOn: ungpBand,
	}
}

// ungpClass is 1 for a harm to be addressed first by UNGP 24.
func ungpClass(r Rating) float64 {
	return truth(r.Delay == Yes || gravestFactor(r) == float64(MaxLevel))
}

// ungpBand is 4 for a factor at the top level, 3 for the next or for a harm that
// delay would make irremediable, 2 for the middle and 1 below it.
func ungpBand(r Rating) float64 {
	level := gravestFactor(r)
	switch {
	case level == 5:
		return 4
	case level == 4 || r.Delay == Yes:
		return 3
	case level == 3:
		return 2
	}
	return 1
}

// likelihoodUpToActual is the level of likelihood; a harm that has happened is
// at the top, for nothing is more certain.
func likelihoodUpToActual(r Rating) float64 { return float64(min(r.Likelihood, AlmostCertain)) }

// gravestFactor is the greatest of the three factors of severity.
func gravestFactor(r Rating) float64 { return float64(max(r.Scale, r.Scope, r.Irremediability)) }

// factorsAtGravest counts the factors that are as grave as the gravest.
func factorsAtGravest(r Rating) float64 {
	_, at, _ := r.Severity()
	return float64(at.Len())
}

// factor returns the factors of severity in descending order, i from 0.
func factor(r Rating, i int) float64 {
	f := [...]Level{r.Scale, r.Scope, r.Irremediability}
	slices.SortFunc(f[:], func(a, b Level) int { return cmp.Compare(b, a) })
	return float64(f[i])
}

// truth is 1 for true and 0 for false.
func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
