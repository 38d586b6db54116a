package risk

// brokenRules returns a counterexample for every rule that the method breaks,
// in the order of the rules. Rules about pairs that differ by more than a step
// follow from the steps between them, so nothing is left out: rank is an
// order, and what holds for each step holds for each chain of steps. Where the
// library spans the gaps, what holds for complete cells holds for the least
// and the gravest of what a cell with gaps can still be.
func (m *Method) brokenRules() []*RuleError {
	var broken []*RuleError
	for _, check := range ruleChecks {
		if graver, other, ok := check.find(m); !ok {
			broken = append(broken, &RuleError{Method: m.spec.ID, Rule: check.rule, Graver: graver.Rating(), Other: other.Rating()})
		}
	}
	return broken
}

// ruleChecks finds two cells that break a rule: graver should not rank below
// other. RuleBands is checked where bands are tabulated.
var ruleChecks = [...]struct {
	rule MethodRule
	find func(*Method) (graver, other Cell, ok bool)
}{
	{RuleMonotone, (*Method).checkMonotone},
	{RuleOccurred, (*Method).checkOccurred},
	{RuleSeverityFirst, (*Method).checkSeverityFirst},
	{RuleOneFactor, (*Method).checkOneFactor},
	{RuleDelay, (*Method).checkDelay},
	{RuleNotRated, (*Method).checkNotRated},
}

// checkMonotone looks at every step of a level.
func (m *Method) checkMonotone() (graver, other Cell, ok bool) {
	for _, c := range m.scoredCells() {
		r := c.Rating()
		for d := DimScale; d <= DimLikelihood; d++ {
			v := r.at(d)
			if v == 0 || v >= uint8(MaxLevel) {
				continue // the step from AlmostCertain to Occurred is another rule
			}
			if up := c + strides[d]; m.hi[up] < m.hi[c] {
				return up, c, false
			}
		}
	}
	return 0, 0, true
}

// checkOccurred compares each harm that has happened with the same harm at
// every likelihood.
func (m *Method) checkOccurred() (graver, other Cell, ok bool) {
	for _, c := range m.scoredCells() {
		if c.Rating().Likelihood != Occurred {
			continue
		}
		for step := range Cell(AlmostCertain) {
			if may := c - (step+1)*likelihoodStride; m.hi[c] < m.hi[may] {
				return c, may, false
			}
		}
	}
	return 0, 0, true
}

// checkDelay compares each cell with the same cell without the delay flag.
func (m *Method) checkDelay() (graver, other Cell, ok bool) {
	for _, c := range m.scoredCells() {
		if c.Rating().Delay == Yes && m.hi[c] < m.hi[c-1] {
			return c, c - 1, false
		}
	}
	return 0, 0, true
}

// severities are the offsets of the 125 combinations of scale, scope and
// irremediability from a cell in which they are not rated.
func severities() []Cell {
	s := make([]Cell, 0, 125)
	for a := MinLevel; a <= MaxLevel; a++ {
		for b := MinLevel; b <= MaxLevel; b++ {
			for c := MinLevel; c <= MaxLevel; c++ {
				s = append(s, Rating{Scale: a, Scope: b, Irremediability: c}.cell())
			}
		}
	}
	return s
}

// likelihoodReach says how low and how high likelihood can put a harm of one
// severity and delay.
type likelihoodReach struct {
	severity, delay Cell
	low, high       Cell // the cells that rank lowest and highest
}

// checkSeverityFirst compares every two severities of which one is the graver
// to the method, at each delay of either, over every pair of likelihoods: if it
// ranks above the other at some equal likelihood, the lowest place that
// likelihood gives it must be above the highest of the other.
func (m *Method) checkSeverityFirst() (graver, other Cell, ok bool) {
	var all []likelihoodReach
	for _, s := range severities() {
		for delay := Cell(No); delay <= Cell(Yes); delay++ {
			all = append(all, likelihoodReach{s, delay, m.lowestLikelihood(s + delay), m.highestLikelihood(s + delay)})
		}
	}
	for _, a := range all {
		for _, b := range all {
			if m.hi[a.low] <= m.hi[b.high] && m.graverSeverity(a.severity, b.severity) &&
				m.aboveAtEqualLikelihood(a.severity+a.delay, b.severity+b.delay) {
				return a.low, b.high, false
			}
		}
	}
	return 0, 0, true
}

// graverSeverity reports whether the severity of a ranks it above b at some
// likelihood and delay that both have.
func (m *Method) graverSeverity(a, b Cell) bool {
	return m.aboveAtEqualLikelihood(a+Cell(No), b+Cell(No)) || m.aboveAtEqualLikelihood(a+Cell(Yes), b+Cell(Yes))
}

// aboveAtEqualLikelihood reports whether a ranks above b at some likelihood
// that both have.
func (m *Method) aboveAtEqualLikelihood(a, b Cell) bool {
	for l := Cell(Remote); l <= Cell(Occurred); l++ {
		if m.hi[a+l*likelihoodStride] > m.hi[b+l*likelihoodStride] {
			return true
		}
	}
	return false
}

// lowestLikelihood returns the cell of severity s that ranks lowest whatever
// its likelihood.
func (m *Method) lowestLikelihood(s Cell) Cell {
	low := s + likelihoodStride
	for l := Cell(Unlikely); l <= Cell(Occurred); l++ {
		if c := s + l*likelihoodStride; m.hi[c] < m.hi[low] {
			low = c
		}
	}
	return low
}

// highestLikelihood returns the cell of severity s that ranks highest whatever
// its likelihood.
func (m *Method) highestLikelihood(s Cell) Cell {
	high := s + likelihoodStride
	for l := Cell(Unlikely); l <= Cell(Occurred); l++ {
		if c := s + l*likelihoodStride; m.hi[c] > m.hi[high] {
			high = c
		}
	}
	return high
}

// checkOneFactor compares, at each likelihood and delay, the lowest severity
// that has a factor at the top with the highest that has none.
func (m *Method) checkOneFactor() (graver, other Cell, ok bool) {
	all := severities()
	for l := Cell(Remote); l <= Cell(Occurred); l++ {
		for delay := Cell(No); delay <= Cell(Yes); delay++ {
			at := l*likelihoodStride + delay
			var lowTop, highRest Cell // cell 0 is no severity
			for _, s := range all {
				r := s.Rating()
				top := max(r.Scale, r.Scope, r.Irremediability) == MaxLevel
				if c := s + at; top && (lowTop == 0 || m.hi[c] < m.hi[lowTop]) {
					lowTop = c
				} else if !top && (highRest == 0 || m.hi[c] > m.hi[highRest]) {
					highRest = c
				}
			}
			if m.hi[lowTop] < m.hi[highRest] {
				return lowTop, highRest, false
			}
		}
	}
	return 0, 0, true
}

// checkNotRated compares each cell with a gap with each cell in which that gap
// is filled.
func (m *Method) checkNotRated() (graver, other Cell, ok bool) {
	for c := range Cells() {
		for d := range c.Rating().Missing().All() {
			for v := range maxima[d] {
				if filled := c + Cell(v+1)*strides[d]; m.hi[c] < m.hi[filled] {
					return c, filled, false
				}
			}
		}
	}
	return 0, 0, true
}
