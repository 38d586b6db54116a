package risk

import (
	"iter"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// Measure is something done to prevent or mitigate a potential harm, with the
// levels that the harm has because of it.
type Measure struct {
	InPlace     Answer // implemented, not planned or promised
	ShownToWork Answer // there is evidence of its effect on people

	// With holds the level of each dimension that the measure lowers, as it is
	// with the measure; what is not rated in With is not touched. A level that
	// is not lower than the inherent one changes nothing.
	With Rating
}

// MeasureVerdict says whether a measure counts towards a residual rating.
type MeasureVerdict uint8

const (
	MeasureNotStated MeasureVerdict = iota
	MeasureCounts
	MeasureNotInPlace     // it is planned, promised, or nobody says that it is there
	MeasureNotShownToWork // nobody has shown that it has an effect
	MeasureAfterTheHarm   // the harm has happened: nothing is deducted from it
	MeasureChangesNothing // it lowers no dimension that is rated
	MeasureMayBeTooLate   // the likelihood is not rated: the harm may have happened
)

var measureVerdictText = textenum.Table[MeasureVerdict]{
	Kind:  "verdict on a measure",
	Names: []string{"", "counts", "not-in-place", "not-shown-to-work", "after-the-harm", "changes-nothing", "may-be-too-late"},
}

// ResidualRating returns what measures leave of an inherent rating, and the
// verdict on each of them, in order. Only measures in place and shown to work
// count (ESRS 1 (2026), paragraph 43(b) and AR 27): planned ones do not, and
// what nobody has answered is not taken for a yes. Nothing is deducted from a
// harm that has happened, whatever was done since (paragraph 43(a)), nor from
// one that may have happened because its likelihood is not rated; nor is
// anything from a dimension that is not rated: what works against it cannot make
// it known. Where several measures lower a dimension the lowest level holds;
// they are not added up.
//
// The residual rating is for planning. Identification ranks on the inherent
// one. It returns a *[RatingError] if inherent is not valid, and an
// *[ItemError] for the first measure that is not, or with which the harm is said
// to have happened.
func ResidualRating(inherent Rating, measures iter.Seq[Measure]) (Rating, []MeasureVerdict, error) {
	if err := inherent.Check(); err != nil {
		return Rating{}, nil, err
	}
	residual := inherent
	var verdicts []MeasureVerdict
	i := 0
	for m := range measures {
		if err := m.check(); err != nil {
			return Rating{}, nil, &ItemError{Index: i, Err: err}
		}
		verdict := m.verdict(inherent)
		verdicts = append(verdicts, verdict)
		if verdict == MeasureCounts {
			residual = m.lower(residual)
		}
		i++
	}
	return residual, verdicts, nil
}

// check returns an error if the answers or the levels of m are not valid.
func (m *Measure) check() error {
	if err := m.With.Check(); err != nil {
		return err
	}
	if m.With.HasOccurred() {
		return &RatingError{Dimension: DimLikelihood, Found: "Occurred", Want: "a level from 1 to 5; no measure makes harm happen"}
	}
	for _, a := range [...]Answer{m.InPlace, m.ShownToWork} {
		if !a.Valid() {
			_, err := a.AppendText(nil)
			return err
		}
	}
	return nil
}

// verdict says whether m counts towards what is left of inherent.
func (m *Measure) verdict(inherent Rating) MeasureVerdict {
	switch {
	case inherent.HasOccurred():
		return MeasureAfterTheHarm
	case inherent.Likelihood == LikelihoodNotRated:
		return MeasureMayBeTooLate
	case m.InPlace != Yes:
		return MeasureNotInPlace
	case m.ShownToWork != Yes:
		return MeasureNotShownToWork
	case m.lower(inherent) == inherent:
		return MeasureChangesNothing
	}
	return MeasureCounts
}

// lower returns r with each dimension at what it is with the measure, if that
// is lower.
func (m *Measure) lower(r Rating) Rating {
	for d := DimScale; d <= DimDelay; d++ {
		if with := m.With.at(d); with != 0 && with < r.at(d) {
			r = r.with(d, with)
		}
	}
	return r
}
