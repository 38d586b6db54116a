package risk

import (
	"cmp"
	"math/bits"
	"slices"
)

// Repair is a way to resolve a contradiction: the answers to take back, no one
// of which could stay, and what the others then leave possible.
type Repair struct {
	TakeBack []Fact   `json:"takeBack"`
	Possible ClassSet `json:"possible"`
}

// repairs returns every way to resolve the contradictions among the facts by
// taking back no more answers than it needs, those with the fewest first.
func repairs(f Facts) []Repair {
	involved := contradicting(f)
	t := involvementTabulated()
	var sets []factSet
	for s := involved; s != 0; s = (s - 1) & involved {
		sets = append(sets, s)
	}
	slices.SortFunc(sets, func(a, b factSet) int {
		return cmp.Or(cmp.Compare(bits.OnesCount16(uint16(a)), bits.OnesCount16(uint16(b))), cmp.Compare(a, b))
	})
	var found []factSet
	var list []Repair
	for _, s := range sets {
		if slices.ContainsFunc(found, func(less factSet) bool { return less&^s == 0 }) {
			continue // fewer suffice
		}
		if c := t.cell(f.without(s)); !c.contradictory() {
			found = append(found, s)
			list = append(list, Repair{s.list(), c.classes()})
		}
	}
	return list
}

// afterRepair returns the classes that one repair or another leaves possible.
func afterRepair(list []Repair) ClassSet {
	var s ClassSet
	for _, r := range list {
		s |= r.Possible
	}
	return s
}

// contradicting returns the facts that have a part in a contradiction.
func contradicting(f Facts) factSet {
	var s factSet
	for i := range contradictionRows {
		if r := &contradictionRows[i]; r.holds(f) {
			s |= setOf(r.first.fact) | setOf(r.second.fact)
			for _, g := range r.given {
				s |= setOf(g.fact)
			}
		}
	}
	return s
}

// holds reports whether the facts are known to contradict one another as the
// row says.
func (r *contradictionRow) holds(f Facts) bool {
	if !r.first.holds(f) || !r.second.holds(f) {
		return false
	}
	for _, g := range r.given {
		if !g.holds(f) {
			return false
		}
	}
	return true
}
