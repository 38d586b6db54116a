package risk

import (
	"cmp"
	"slices"
)

// Question is an unknown fact that would help to decide, with what each answer
// to it would leave possible.
type Question struct {
	Fact Fact `json:"fact"`
	// Outcomes has an entry for each side of the answers that the decision
	// table tells apart: the side that points to more involvement first.
	Outcomes []Outcome `json:"outcomes"`
}

// Outcome is what some answers to a [Question] would leave possible.
type Outcome struct {
	Answers []string `json:"answers"` // the answers, as the fact's type writes them
	// Possible is empty if the answers would contradict what is known.
	Possible ClassSet `json:"possible"`
}

// Question returns the question behind the fact, in English; "" if there is no
// such fact.
func (f Fact) Question() string {
	if f < FactOwnAct || f > FactThroughRelationship {
		return ""
	}
	return factRows[f-1].question
}

// String returns the question in English.
func (q Question) String() string { return q.Fact.Question() }

// questionsFor returns a smallest set of unknown facts whose answers decide the
// class, whatever they are, in the order of how much each decides.
func questionsFor(f Facts) []Question {
	t := involvementTabulated()
	n := t.number(f)
	unknown := everyFact &^ f.known()
	leaves := func(n int) ClassSet {
		if t.cells[n].contradictory() {
			return 0
		}
		return t.cells[n].classes()
	}
	left := func(fact Fact) int { // what the answers to one question leave, taken together
		p := placeValue(fact)
		return leaves(n+p).Len() + leaves(n+2*p).Len()
	}
	set := smallest(unknown, func(s factSet) (int, bool) {
		if !t.decidedBy(n, s) {
			return 0, false
		}
		cost := 0
		for _, fact := range s.list() {
			cost += left(fact)
		}
		return cost, true
	}).list()
	slices.SortStableFunc(set, func(a, b Fact) int { return cmp.Compare(left(a), left(b)) })
	questions := make([]Question, len(set))
	for i, fact := range set {
		p := placeValue(fact)
		questions[i] = Question{Fact: fact, Outcomes: []Outcome{
			{factRows[fact-1].more.texts(fact), leaves(n + 2*p)},
			{factRows[fact-1].less.texts(fact), leaves(n + p)},
		}}
	}
	return questions
}

// decidedBy reports whether the class is decided once the facts of s are
// answered, whatever the answers.
func (t *involvementCells) decidedBy(n int, s factSet) bool {
	if t.cells[n].decided() {
		return true
	}
	if s == 0 {
		return false
	}
	for fact := FactOwnAct; fact <= FactThroughRelationship; fact++ {
		if s.has(fact) {
			p := placeValue(fact)
			rest := s &^ setOf(fact)
			return t.decidedBy(n+p, rest) && t.decidedBy(n+2*p, rest)
		}
	}
	return false
}

// placeValue returns by how much the number of a cell grows from an unknown
// fact to the side of less involvement.
func placeValue(f Fact) int {
	p := 1
	for range f - 1 {
		p *= sides
	}
	return p
}

// texts returns the answers of the set as the type of the fact writes them.
func (a answers) texts(fact Fact) []string {
	var l []string
	for v := range uint8(8) {
		if a>>v&1 == 1 {
			l = append(l, fact.answer(v))
		}
	}
	return l
}
