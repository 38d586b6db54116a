package risk

import (
	"slices"
	"sync"
	"testing"
)

// everyFacts yields every combination of all answers to all facts, unknown
// included: 546 750 of them.
func everyFacts(yield func(Facts) bool) {
	for n := range factsCount {
		if !yield(factsAt(n)) {
			return
		}
	}
}

var answerCounts = [factCount]int{3, 3, 3, 5, 5, 3, 5, 6, 3, 3}

const factsCount = 3 * 3 * 3 * 5 * 5 * 3 * 5 * 6 * 3 * 3

func factsAt(n int) Facts {
	var v [factCount]uint8
	for i, c := range answerCounts {
		v[i] = uint8(n % c)
		n /= c
	}
	return Facts{
		Answer(v[0]), Answer(v[1]), Answer(v[2]), Degree(v[3]), Degree(v[4]),
		Answer(v[5]), Foreseeability(v[6]), Mitigation(v[7]), Answer(v[8]), Answer(v[9]),
	}
}

func factsNumber(f Facts) int {
	n := 0
	for i := factCount - 1; i >= 0; i-- {
		n = n*answerCounts[i] + int(f.value(Fact(i+1)))
	}
	return n
}

// with returns f with another answer to one fact.
func with(f Facts, fact Fact, v uint8) Facts {
	n, p := factsNumber(f), 1
	for i := range int(fact) - 1 {
		p *= answerCounts[i]
	}
	return factsAt(n + p*(int(v)-int(f.value(fact))))
}

// An outcome of facts that are all answered, for the reference.
type reference uint8

const (
	refNotLinked reference = 1 << iota
	refLinked
	refNear
	refCombination
	refThirdParty
	refBoth
	refCauses
	refDenied // a substantial part, or a link, but in none of the ways asked for
)

// referenceOf is the procedure of the field's sources, written as a person would
// say it, for facts all of which are answered; 0 if they contradict one another.
func referenceOf(f Facts) reference {
	own := f.OwnAct == Yes
	alone := f.SufficientAlone == Yes
	combined := f.InCombination == Yes
	third := f.Facilitates > DegreeNone || f.Incentivises > DegreeNone
	substantial := f.Substantial == Yes
	linked := f.LinkedToOperations == Yes
	related := f.ThroughRelationship == Yes

	anyPart := alone || combined || third || substantial
	if !own && anyPart {
		return 0
	}
	if !linked && (own || anyPart) {
		return 0
	}
	if alone && !substantial {
		return 0
	}
	var denied reference
	if linked && !related && !own {
		denied = refDenied
	}
	if substantial && !alone && !combined && !third {
		denied = refDenied
	}

	if own && alone {
		return refCauses
	}
	if own && substantial && (combined || third) {
		if f.Foreseeability == NotForeseeable && f.Mitigation >= StrongMitigation {
			return refNear
		}
		switch {
		case combined && third:
			return refBoth
		case combined:
			return refCombination
		}
		return refThirdParty
	}
	if linked && related {
		return refLinked | denied
	}
	return refNotLinked | denied
}

// references holds for every combination the outcomes of all its completions,
// unknown facts answered in every way over all their values.
var references = sync.OnceValue(func() []reference {
	all := make([]reference, factsCount)
next:
	for n := factsCount - 1; n >= 0; n-- {
		f, p := factsAt(n), 1
		for i, c := range answerCounts {
			if f.value(Fact(i+1)) == 0 {
				denied := refDenied
				for v := 1; v < c; v++ {
					if answered := all[n+v*p]; answered != 0 {
						all[n] |= answered &^ refDenied
						denied &= answered
					}
				}
				if all[n] != 0 {
					all[n] |= denied
				}
				continue next
			}
			p *= c
		}
		all[n] = referenceOf(f)
	}
	return all
})

func (r reference) classes() ClassSet {
	var s ClassSet
	for bits, class := range map[reference]Involvement{
		refNotLinked:                             NotLinked,
		refLinked | refNear:                      DirectlyLinked,
		refCombination | refThirdParty | refBoth: Contributes,
		refCauses:                                Causes,
	} {
		if r&bits != 0 {
			s |= ClassSetOf(class)
		}
	}
	return s
}

func TestTheTableGivesWhatTheProcedureGivesForEveryCombinationOfFacts(t *testing.T) {
	modes := map[reference]Mode{
		refCombination:           ModeCombination,
		refThirdParty:            ModeThirdParty,
		refBoth:                  ModeCombinationAndThirdParty,
		refBoth | refCombination: ModeCombination,
		refBoth | refThirdParty:  ModeThirdParty,
		refCauses:                ModeSole,
	}
	refs := references()
	for n := range factsCount {
		f := factsAt(n)
		c, ref := Classify(f), refs[n]
		if c.Facts != f {
			t.Fatalf("%+v: classified as %+v", f, c.Facts)
		}
		if c.Contradictory != (ref == 0 || ref&refDenied != 0) {
			t.Fatalf("%+v: contradictory %v, the procedure finds %07b", f, c.Contradictory, ref)
		}
		if c.Contradictory {
			continue
		}
		want := Classification{Facts: f, Possible: ref.classes()}
		if want.Possible.Len() == 1 {
			want.Class = want.Possible.Only()
			want.Mode = modes[ref]
			want.NearContribution = ref == refNear
		}
		if c != want {
			t.Fatalf("%+v:\ngot  %+v\nwant %+v", f, c, want)
		}
	}
}

func TestEveryCombinationHasAnAnswer(t *testing.T) {
	for f := range everyFacts {
		c := Classify(f)
		if (c.Possible.Len() == 0) != c.Contradictory {
			t.Fatalf("%+v: no class is possible", f)
		}
		if !c.Class.Valid() || !c.Mode.Valid() {
			t.Fatalf("%+v: %+v", f, c)
		}
		if (c.Class != Undetermined) != (c.Possible.Len() == 1 && !c.Contradictory) {
			t.Fatalf("%+v: class %v with %v possible", f, c.Class, c.Possible)
		}
		if f.known() == everyFact && c.Class == Undetermined && !c.Contradictory {
			t.Fatalf("%+v: all is answered, nothing is decided", f)
		}
		if (c.Mode == ModeSole) != (c.Class == Causes) || c.Mode != ModeNotStated && c.Class < Contributes {
			t.Fatalf("%+v: class %v has mode %v", f, c.Class, c.Mode)
		}
	}
}

func TestAnAnswerStaysWithinWhatWasSaidToBePossible(t *testing.T) {
	for f := range everyFacts {
		c := Classify(f)
		for fact := FactOwnAct; fact <= FactThroughRelationship; fact++ {
			if f.Known(fact) {
				continue
			}
			var together ClassSet
			contradicts := false
			for v := 1; v < answerCounts[fact-1]; v++ {
				answered := Classify(with(f, fact, uint8(v)))
				if c.Contradictory && !answered.Contradictory {
					t.Fatalf("%+v: an answer to %v takes a contradiction away", f, fact)
				}
				if answered.Contradictory {
					contradicts = true
					continue
				}
				together |= answered.Possible
			}
			if c.Contradictory {
				continue
			}
			if !together.Within(c.Possible) || !contradicts && together != c.Possible {
				t.Fatalf("%+v: %v is said to be possible; the answers to %v leave %v", f, c.Possible, fact, together)
			}
		}
	}
}

func TestNoFactThatPointsToMoreInvolvementLowersTheClass(t *testing.T) {
	lowest := func(s ClassSet) int { return int(s & -s) }
	highest := func(s ClassSet) ClassSet {
		for c := range s.All() {
			return ClassSetOf(c)
		}
		return 0
	}
	for f := range everyFacts {
		c := Classify(f)
		if c.Contradictory {
			continue
		}
		for fact := FactOwnAct; fact <= FactThroughRelationship; fact++ {
			v := int(f.value(fact))
			if v == 0 {
				continue
			}
			step := 1
			if fact == FactMitigation {
				step = -1 // less was done against the harm
			}
			if v+step < 1 || v+step >= answerCounts[fact-1] {
				continue
			}
			more := Classify(with(f, fact, uint8(v+step)))
			if more.Contradictory {
				continue
			}
			if lowest(more.Possible) < lowest(c.Possible) || highest(more.Possible) < highest(c.Possible) {
				t.Fatalf("%+v is %v; more of %v makes it %v", f, c.Possible, fact, more.Possible)
			}
		}
	}
}

// The test above moves one fact by one step. This one moves any number of facts
// at once, over answers that contradict one another if need be: going up the
// table, the lowest and the highest class still possible never fall.
func TestNoFactsTogetherThatPointToMoreInvolvementLowerTheClass(t *testing.T) {
	type bounds struct{ low, high Involvement }
	var below [cellCount]bounds // the highest of each among the cells with less of some facts
	n := -1
	for f := range sidesOnly { // in the order of the numbers: less before more
		n++
		var most bounds
		for i, p := 0, 1; i < factCount; i, p = i+1, p*sides {
			if n/p%sides == 2 {
				most.low, most.high = max(most.low, below[n-p].low), max(most.high, below[n-p].high)
			}
		}
		if c := Classify(f); !c.Contradictory {
			classes := slices.Collect(c.Possible.All())
			at := bounds{classes[len(classes)-1], classes[0]}
			if at.low < most.low || at.high < most.high {
				t.Fatalf("%+v is %v; with less of some facts it is %v at least, %v at most", f, c.Possible, most.low, most.high)
			}
			most = at
		}
		below[n] = most
	}
}

func TestFactsThatContradictAreReportedWithThePairThatContradicts(t *testing.T) {
	for f := range sidesOnly {
		c := Classify(f)
		pairs := contradictionsOf(f)
		if c.Contradictory != (len(pairs) > 0) {
			t.Fatalf("%+v: contradictory is %v with %d pairs", f, c.Contradictory, len(pairs))
		}
		for _, p := range pairs {
			if p.First == p.Second || !f.Known(p.First) || !f.Known(p.Second) {
				t.Fatalf("%+v: %v and %v cannot contradict", f, p.First, p.Second)
			}
			// Taking back either answer must take this pair away.
			for _, back := range []Fact{p.First, p.Second} {
				for _, left := range contradictionsOf(f.without(setOf(back))) {
					if left.First == p.First && left.Second == p.Second {
						t.Fatalf("%+v: %v and %v contradict although %v is unknown", f, p.First, p.Second, back)
					}
				}
			}
		}
	}
}

func TestContradictionsCanBeResolvedByTakingBackNoMoreThanIsNeeded(t *testing.T) {
	n := 0
	for f := range sidesOnly {
		if n++; testing.Short() && n%17 != 0 {
			continue
		}
		list := repairs(f)
		if (len(list) > 0) != Classify(f).Contradictory {
			t.Fatalf("%+v: %d repairs", f, len(list))
		}
		for _, r := range list {
			var back factSet
			for _, fact := range r.TakeBack {
				back |= setOf(fact)
			}
			c := Classify(f.without(back))
			if c.Contradictory || c.Possible != r.Possible {
				t.Fatalf("%+v: taking back %v leaves %v, not %v", f, r.TakeBack, c.Possible, r.Possible)
			}
			for _, fact := range r.TakeBack {
				if !Classify(f.without(back &^ setOf(fact))).Contradictory {
					t.Fatalf("%+v: of %v, %v could stay", f, r.TakeBack, fact)
				}
			}
		}
	}
}

// sidesOnly yields one combination for every cell of the table: every answer
// that the rules tell apart.
func sidesOnly(yield func(Facts) bool) {
	reps := [factCount][sides]uint8{}
	for i, r := range factRows {
		for v := uint8(1); v < 8; v++ {
			if r.less>>v&1 == 1 && reps[i][1] == 0 {
				reps[i][1] = v
			}
			if r.more>>v&1 == 1 {
				reps[i][2] = v
			}
		}
	}
	for n := range cellCount {
		m, at, p := n, 0, 1
		for i, c := range answerCounts {
			at += p * int(reps[i][m%sides])
			m /= sides
			p *= c
		}
		if !yield(factsAt(at)) {
			return
		}
	}
}

func TestNoClassIsGivenWithoutAReason(t *testing.T) {
	known := map[string]bool{}
	for code := range ReasonSentences() {
		known[code] = true
	}
	n := 0
	for f := range sidesOnly {
		if n++; testing.Short() && n%17 != 0 {
			continue
		}
		e := Classify(f).Explain()
		if len(e.Because) == 0 {
			t.Fatalf("%+v: no reason", f)
		}
		if e.Class != Undetermined && len(e.Because) < 2 {
			t.Fatalf("%+v: %v is stated without an answer that makes it so", f, e.Class)
		}
		for _, r := range e.Because {
			if !known[r.Code] {
				t.Fatalf("%+v: reason %q has no sentence", f, r.Code)
			}
		}
		if len(e.Because[0].Sources) == 0 {
			t.Fatalf("%+v: %q rests on nothing", f, e.Because[0].Code)
		}
		if e.Contradictory {
			continue
		}
		// The answers that are named suffice for the result.
		var named factSet
		for _, fact := range e.Deciding {
			named |= setOf(fact)
		}
		alone := Classify(f.without(everyFact &^ named))
		if alone.Class != e.Class || alone.Possible != e.Possible || alone.Mode != e.Mode || alone.NearContribution != e.NearContribution {
			t.Fatalf("%+v: %v alone give %+v, want %+v", f, e.Deciding, alone, e.Classification)
		}
	}
}

func TestEveryFactHasInfluence(t *testing.T) {
	for fact := FactOwnAct; fact <= FactThroughRelationship; fact++ {
		matters := slices.ContainsFunc(slices.Collect(sidesOnly), func(f Facts) bool {
			return f.Known(fact) && Classify(f).Class != Classify(f.without(setOf(fact))).Class
		})
		if !matters {
			t.Errorf("%v decides nothing", fact)
		}
	}
}

func TestEveryRowOfTheTableIsNeeded(t *testing.T) {
	used := map[string]bool{}
	for f := range sidesOnly {
		if f.known() != everyFact || Classify(f).Contradictory {
			continue
		}
		for _, r := range ruleRows {
			if !slices.ContainsFunc(r.when, func(c condition) bool { return !c.holds(f) }) {
				used[r.id] = true
				break
			}
		}
	}
	for _, r := range ruleRows {
		if !used[r.id] {
			t.Errorf("no facts meet row %s first", r.id)
		}
	}
}
