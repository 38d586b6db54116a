package flow

import (
	"errors"
	"fmt"
)

// DefectError says what is wrong with a table of transitions.
type DefectError struct {
	Kind string // what goes through the states
	What string // the defect, with the state or event that has it
}

// Error names the table and what is wrong in it.
func (e *DefectError) Error() string { return e.Kind + ": " + e.What }

// Check looks for defects of the table and returns them joined, each a
// *[DefectError]: states that cannot be reached, dead ends (states from which
// no final state can be reached), final states that an event leaves, events
// that occur in no row, two rows for one pair of state and event, and values
// outside their enumeration. Call it in a test of each table.
func (t *Table[S, E]) Check() error {
	var all []error
	defect := func(format string, args ...any) {
		all = append(all, &DefectError{Kind: t.Kind, What: fmt.Sprintf(format, args...)})
	}
	if t.States > none || t.Events > none {
		defect("it has more than %d states or events", none)
		return errors.Join(all...)
	}
	used := make([]bool, t.Events)
	rows := make(map[[2]uint8]bool, len(t.Rows))
	for i, r := range t.Rows {
		if int(r.From) >= t.States || int(r.To) >= t.States || int(r.Event) >= t.Events {
			defect("row %d has a value outside its enumeration", i+1)
			continue
		}
		if k := [2]uint8{uint8(r.From), uint8(r.Event)}; rows[k] {
			defect("row %d is the second for %s in state %s", i+1, r.Event, r.From)
		} else {
			rows[k] = true
		}
		if t.IsFinal(r.From) {
			defect("%s leaves the final state %s", r.Event, r.From)
		}
		used[r.Event] = true
	}
	for e := 1; e < t.Events; e++ {
		if !used[e] {
			defect("%s occurs in no row", E(e))
		}
	}
	reached := t.spread([]S{t.Initial}, false)
	ending := t.spread(t.Final, true)
	for s := range t.States {
		if s == 0 && t.Initial != 0 {
			continue // not stated, and nothing starts there
		}
		if !reached[s] {
			defect("state %s cannot be reached", S(s))
		}
		if !ending[s] {
			defect("state %s is a dead end: no final state can be reached from it", S(s))
		}
	}
	return errors.Join(all...)
}

// spread marks the states that can be reached from the given ones, or, back,
// from which these can be reached.
func (t *Table[S, E]) spread(from []S, back bool) []bool {
	seen := make([]bool, t.States)
	for _, s := range from {
		if int(s) < t.States {
			seen[s] = true
		}
	}
	for grown := true; grown; {
		grown = false
		for _, r := range t.Rows {
			a, b := r.From, r.To
			if back {
				a, b = b, a
			}
			if int(a) < t.States && int(b) < t.States && seen[a] && !seen[b] {
				seen[b], grown = true, true
			}
		}
	}
	return seen
}
