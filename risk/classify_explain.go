package risk

import "math/bits"

// Explanation says why facts give the class that they give, and what would
// have to be known for them to give one.
type Explanation struct {
	Classification
	// Because says what the involvement is and then which answers make it so:
	// after the first, one reason for each fact in Deciding, in that order. The
	// evidence for each is in the record of the facts.
	Because []Reason `json:"because"`
	// Deciding lists the answered facts behind Because: they alone, with all
	// others unknown, would give the same result.
	Deciding []Fact `json:"deciding,omitzero"`
	// Contradictions lists the answers that cannot both be right.
	Contradictions []Contradiction `json:"contradictions,omitzero"`
	// Repairs lists the ways to resolve the contradictions, the answers to take
	// back being as few as each way needs.
	Repairs []Repair `json:"repairs,omitzero"`
	// Questions is a smallest set of unknown facts that decides between the
	// classes still possible, whatever the answers: no fewer would. The most
	// decisive comes first: the one whose answers, taken together, leave the
	// fewest classes. Whoever explains again after each answer may find that
	// the rest need not be asked.
	Questions []Question `json:"questions,omitzero"`
}

// Contradiction is a pair of answers that cannot both be right.
type Contradiction struct {
	First  Fact   `json:"first"`
	Second Fact   `json:"second"`
	Given  []Fact `json:"given,omitzero"` // further answers without which the two would not contradict
	Reason Reason `json:"reason"`
}

// Explain says why the facts of c give its class. It always has at least one
// reason. The explanation rests on the facts alone; it is not cheap as
// [Classify] is, and costs some tens of microseconds.
func (c Classification) Explain() Explanation {
	c = Classify(c.Facts)
	e := Explanation{Classification: c}
	if c.Contradictory {
		e.Contradictions, e.Repairs = contradictionsOf(c.Facts), repairs(c.Facts)
		e.Because = []Reason{reasonOf("class-contradiction", afterRepair(e.Repairs).names()...)}
		for _, p := range e.Contradictions {
			e.Because = append(e.Because, p.Reason)
		}
		return e
	}
	var first factSet
	if c.Class == Undetermined {
		e.Because = []Reason{reasonOf("class-undetermined", c.Possible.names()...)}
		e.Questions = questionsFor(c.Facts)
	} else {
		row := headline(c)
		e.Because = []Reason{reasonOf(row.code)}
		for _, s := range row.shows {
			if s.holds(c.Facts) {
				first |= setOf(s.fact)
			}
		}
	}
	e.Deciding = deciding(c, first).list()
	for _, fact := range e.Deciding {
		e.Because = append(e.Because, answerReason(c.Facts, fact))
	}
	return e
}

// deciding returns first with as few more of the answered facts as make them
// alone give the same result as all.
func deciding(c Classification, first factSet) factSet {
	same := func(s factSet) bool {
		r := Classify(c.Facts.without(everyFact &^ s))
		return r.Possible == c.Possible && r.Mode == c.Mode && r.NearContribution == c.NearContribution
	}
	return smallest(c.Facts.known()&^first, func(s factSet) (int, bool) {
		return 0, same(first | s)
	}) | first
}

// smallest returns the smallest subset of from that is fit; of several of the
// same size the one of the lowest cost, and of several of the same cost that
// whose facts come first. If none is fit it returns from.
func smallest(from factSet, fit func(factSet) (cost int, ok bool)) factSet {
	best, bestCost, bestLen := from, 0, factCount+1
	for s := from; ; s = (s - 1) & from { // every subset of from, down to the empty one
		if n := bits.OnesCount16(uint16(s)); n <= bestLen {
			// Subsets come in descending order of their numbers; an equal one
			// that comes later has its facts earlier in the order.
			if cost, ok := fit(s); ok && (n < bestLen || cost <= bestCost) {
				best, bestCost, bestLen = s, cost, n
			}
		}
		if s == 0 {
			return best
		}
	}
}

// contradictionsOf lists the contradictions among the answered facts.
func contradictionsOf(f Facts) []Contradiction {
	var list []Contradiction
	for i := range contradictionRows {
		r := &contradictionRows[i]
		if !r.holds(f) {
			continue
		}
		c := Contradiction{
			First:  r.first.fact,
			Second: r.second.fact,
			Reason: reasonOf(r.code, r.first.fact.String(), r.second.fact.String()),
		}
		for _, g := range r.given {
			c.Given = append(c.Given, g.fact)
		}
		list = append(list, c)
	}
	return list
}
