package risk

import "github.com/hrdd-go/hrdd/internal/lazy"

// The decision table, tabulated. The rows of classify_rules.go tell only two
// sides of each fact apart, so a fact has three values that matter, unknown
// among them, and a combination of facts is a number of ten ternary digits. A
// test compares the table with a direct reading of the rules over every
// combination of all values of all facts.

const (
	sides     = 3 // unknown, the side of less involvement, the side of more
	cellCount = sides * sides * sides * sides * sides * sides * sides * sides * sides * sides
)

// cell is what the facts of one combination leave possible.
//
//	bits 0 to 3  the classes that are possible, NotLinked first; none if the facts contradict one another
//	bits 4, 5    the modes on which all ways to contribute agree
//	bit 6        whether all ways to be directly linked are near contribution
//	bit 7        whether the facts contradict one another in a way from which nothing is inferred
type cell uint8

const (
	cellClasses cell = 1<<4 - 1
	cellModes   cell = 3 << 4
	cellNear    cell = 1 << 6
	cellDenied  cell = 1 << 7
)

func (c cell) classes() ClassSet { return ClassSet(c & cellClasses) }

// contradictory reports whether the facts contradict one another.
func (c cell) contradictory() bool { return c&cellClasses == 0 || c&cellDenied != 0 }

// decided reports whether there is nothing more to ask.
func (c cell) decided() bool { return c.contradictory() || c.classes().Len() == 1 }

// join returns what is possible if either a or b is the case.
func (a cell) join(b cell) cell {
	switch {
	case a&cellClasses == 0:
		return b
	case b&cellClasses == 0:
		return a
	}
	return (a|b)&cellClasses | a&b&^cellClasses
}

// cellOf returns the cell of facts that a rule decides. Modes and nearness of
// classes that have none are set, so that they do not weigh in a join.
func cellOf(r *ruleRow) cell {
	c := cell(ClassSetOf(r.class)) | cellModes | cellNear
	switch {
	case r.class == Contributes:
		c = c&^cellModes | cell(r.mode)<<4
	case r.class == DirectlyLinked && !r.near:
		c &^= cellNear
	}
	return c
}

type involvementCells struct {
	weight [factCount][8]uint16 // by fact and value: the side times the place value of the fact
	cells  [cellCount]cell
}

// involvementTable is the table, made on first use: some milliseconds, once.
var involvementTable lazy.Value[*involvementCells]

func involvementTabulated() *involvementCells { return involvementTable.Get(tabulateInvolvement) }

func tabulateInvolvement() *involvementCells {
	t := new(involvementCells)
	place := [factCount]int{}
	for i, p := 0, 1; i < factCount; i, p = i+1, p*sides {
		place[i] = p
		for v := range t.weight[i] {
			switch {
			case factRows[i].less>>v&1 == 1:
				t.weight[i][v] = uint16(p)
			case factRows[i].more>>v&1 == 1:
				t.weight[i][v] = uint16(2 * p)
			}
		}
	}
	// The answers to an unknown fact have greater numbers than the unknown, so
	// that going down the numbers every cell finds its answers made.
next:
	for n := cellCount - 1; n >= 0; n-- {
		var on [factCount]answers
		for i, p := range place {
			switch n / p % sides {
			case 0:
				t.cells[n] = t.cells[n+p].join(t.cells[n+2*p])
				continue next
			case 1:
				on[i] = factRows[i].less
			case 2:
				on[i] = factRows[i].more
			}
		}
		t.cells[n] = decide(&on)
	}
	return t
}

// decide returns the cell of facts all of which are answered.
func decide(on *[factCount]answers) cell {
	met := func(c condition) bool { return on[c.fact-1]&^c.in == 0 }
	all := func(cs []condition) bool {
		for _, c := range cs {
			if !met(c) {
				return false
			}
		}
		return true
	}
	var denied cell
	for _, r := range contradictionRows {
		switch {
		case !met(r.first) || !met(r.second) || !all(r.given):
		case r.notInferred:
			denied = cellDenied
		default:
			return 0
		}
	}
	for i := range ruleRows {
		if all(ruleRows[i].when) {
			return cellOf(&ruleRows[i]) | denied
		}
	}
	return 0
}

// number returns the place of f in the table.
func (t *involvementCells) number(f Facts) int {
	if uint8(f.OwnAct)|uint8(f.SufficientAlone)|uint8(f.InCombination)|uint8(f.Facilitates)|uint8(f.Incentivises)|
		uint8(f.Substantial)|uint8(f.Foreseeability)|uint8(f.Mitigation)|uint8(f.LinkedToOperations)|
		uint8(f.ThroughRelationship) >= 8 {
		f = f.valid()
	}
	w := &t.weight
	return int(w[0][f.OwnAct&7]) + int(w[1][f.SufficientAlone&7]) + int(w[2][f.InCombination&7]) +
		int(w[3][f.Facilitates&7]) + int(w[4][f.Incentivises&7]) + int(w[5][f.Substantial&7]) +
		int(w[6][f.Foreseeability&7]) + int(w[7][f.Mitigation&7]) + int(w[8][f.LinkedToOperations&7]) +
		int(w[9][f.ThroughRelationship&7])
}

// cell returns what f leaves possible.
func (t *involvementCells) cell(f Facts) cell { return t.cells[t.number(f)] }
