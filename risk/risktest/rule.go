package risktest

import (
	"fmt"
	"iter"

	"github.com/hrdd-go/hrdd/risk"
)

// pairSide is one of two complete ratings that are compared.
type pairSide struct {
	cell   risk.Cell
	rating risk.Rating
}

// severity returns the three factors of severity.
func (s *pairSide) severity() [3]risk.Level {
	return [3]risk.Level{s.rating.Scale, s.rating.Scope, s.rating.Irremediability}
}

// gravest returns the gravest of the three.
func (s *pairSide) gravest() risk.Level {
	return max(s.rating.Scale, s.rating.Scope, s.rating.Irremediability)
}

// at returns s at another likelihood and delay.
func (s *pairSide) at(l risk.Likelihood, delay risk.Answer) risk.Cell {
	r := s.rating
	r.Likelihood, r.Delay = l, delay
	c, err := r.Cell()
	if err != nil {
		panic(err) // a valid rating at a valid likelihood
	}
	return c
}

// rules reports, for each rule about pairs of complete ratings, whether it holds
// for a and b; nil for the others.
var rules = [...]func(m *risk.Method, a, b *pairSide) bool{
	risk.RuleMonotone: func(m *risk.Method, a, b *pairSide) bool {
		x, y := a.rating, b.rating
		atLeast := x.Scale >= y.Scale && x.Scope >= y.Scope && x.Irremediability >= y.Irremediability && x.Delay == y.Delay &&
			(x.Likelihood == y.Likelihood || x.Likelihood.Rated() && y.Likelihood.Rated() && x.Likelihood > y.Likelihood)
		return !atLeast || m.Compare(a.cell, b.cell) >= 0
	},
	risk.RuleOccurred: func(m *risk.Method, a, b *pairSide) bool {
		same := a.severity() == b.severity() && a.rating.Delay == b.rating.Delay && a.rating.HasOccurred()
		return !same || m.Compare(a.cell, b.cell) >= 0
	},
	risk.RuleSeverityFirst: func(m *risk.Method, a, b *pairSide) bool {
		if a.severity() == b.severity() || m.Compare(a.cell, b.cell) > 0 {
			return true
		}
		above := func(delayA, delayB risk.Answer) bool { // at some likelihood that both have
			for l := risk.Remote; l <= risk.Occurred; l++ {
				if m.Compare(a.at(l, delayA), b.at(l, delayB)) > 0 {
					return true
				}
			}
			return false
		}
		if !above(a.rating.Delay, b.rating.Delay) {
			return true
		}
		// Above at equal likelihood, and not above here: is its severity graver?
		return !above(risk.No, risk.No) && !above(risk.Yes, risk.Yes)
	},
	risk.RuleOneFactor: func(m *risk.Method, a, b *pairSide) bool {
		asked := a.gravest() == risk.MaxLevel && b.gravest() < risk.MaxLevel &&
			a.rating.Likelihood == b.rating.Likelihood && a.rating.Delay == b.rating.Delay
		return !asked || m.Compare(a.cell, b.cell) >= 0
	},
	risk.RuleDelay: func(m *risk.Method, a, b *pairSide) bool {
		asked := a.severity() == b.severity() && a.rating.Likelihood == b.rating.Likelihood && a.rating.Delay == risk.Yes
		return !asked || m.Compare(a.cell, b.cell) >= 0
	},
	risk.RuleBands: func(m *risk.Method, a, b *pairSide) bool {
		return m.Compare(a.cell, b.cell) < 0 || m.ScoreCell(a.cell).Band().Order >= m.ScoreCell(b.cell).Band().Order
	},
}

// completions yields the complete ratings that a cell can still become.
func completions(c risk.Cell) iter.Seq[risk.Cell] { return within(risk.RangeOf(c.Rating())) }

// within yields the complete ratings that a range can be.
func within(r risk.Range) iter.Seq[risk.Cell] {
	return func(yield func(risk.Cell) bool) {
		for scale := range ends(r.Lo.Scale, r.Hi.Scale, risk.MaxLevel) {
			for scope := range ends(r.Lo.Scope, r.Hi.Scope, risk.MaxLevel) {
				for irr := range ends(r.Lo.Irremediability, r.Hi.Irremediability, risk.MaxLevel) {
					for lik := range ends(r.Lo.Likelihood, r.Hi.Likelihood, risk.Occurred) {
						for delay := range ends(r.Lo.Delay, r.Hi.Delay, risk.Yes) {
							c, err := risk.Rating{Scale: scale, Scope: scope, Irremediability: irr, Likelihood: lik, Delay: delay}.Cell()
							if err == nil && !yield(c) {
								return
							}
						}
					}
				}
			}
		}
	}
}

// ends yields the values from lo to hi, from 1 to top if they are not rated.
func ends[V ~uint8](lo, hi, top V) iter.Seq[V] {
	if lo == 0 {
		lo, hi = 1, top
	}
	return func(yield func(V) bool) {
		for v := lo; v <= hi; v++ {
			if !yield(v) {
				return
			}
		}
	}
}

// checkSameTwice builds the method again and compares every cell.
func checkSameTwice(m *risk.Method, spec risk.MethodSpec) string {
	again, err := risk.NewMethod(spec)
	if err != nil {
		return "built a second time it is refused: " + err.Error()
	}
	for c := range risk.Cells() {
		lo, hi := m.ScoreCell(c).Ordinals()
		if lo2, hi2 := again.ScoreCell(c).Ordinals(); lo != lo2 || hi != hi2 {
			return fmt.Sprintf("%v is %d to %d, and built a second time %d to %d", c, lo, hi, lo2, hi2)
		}
	}
	return ""
}

// checkGaps compares each cell with all that it can still be. A method that
// scores gaps itself is held to the rule about them alone.
func checkGaps(m *risk.Method, _ risk.MethodSpec) string {
	if m.Gaps() == risk.GapsScored {
		return ""
	}
	for c := range risk.Cells() {
		if found := checkSpan(m, m.ScoreCell(c), completions(c)); found != "" {
			return found
		}
	}
	return ""
}

// checkRanges does the same for ranges drawn with a fixed seed.
func checkRanges(m *risk.Method, _ risk.MethodSpec) string {
	for _, r := range Ranges(1, 500) {
		if m.Gaps() == risk.GapsScored && !r.Missing().IsZero() {
			continue
		}
		s, err := m.ScoreRange(r)
		if err != nil {
			return err.Error()
		}
		if found := checkSpan(m, s, within(r)); found != "" {
			return found
		}
	}
	return ""
}

// checkSpan compares the ends of a score with those of the cells that it is of.
func checkSpan(m *risk.Method, s risk.Score, cells iter.Seq[risk.Cell]) string {
	least, gravest := risk.Ordinal(m.Ordinals()), risk.Ordinal(0)
	for c := range cells {
		o, _ := m.ScoreCell(c).Ordinals()
		least, gravest = min(least, o), max(gravest, o)
	}
	if lo, hi := s.Ordinals(); lo != least || hi != gravest {
		return fmt.Sprintf("%v scores %d to %d, what it can be %d to %d", s.Range(), lo, hi, least, gravest)
	}
	return ""
}

// checkSources wants a title, a source, a reason, and a meaning of each key.
func checkSources(m *risk.Method, _ risk.MethodSpec) string {
	if m.Title() == "" {
		return "it has no title"
	}
	sources, reasons := 0, 0
	for range m.Sources() {
		sources++
	}
	for r := range m.Reasons() {
		if r.Choice == "" || r.Why == "" {
			return fmt.Sprintf("a reason is empty: %+v", r)
		}
		reasons++
	}
	if sources == 0 || reasons == 0 {
		return fmt.Sprintf("it gives %d sources and %d reasons", sources, reasons)
	}
	for k := range m.Keys() {
		if k.Means == "" {
			return "key " + k.ID + " does not say what it means"
		}
	}
	return ""
}
