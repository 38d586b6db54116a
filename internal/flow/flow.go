// Package flow keeps things whose state is a fold over an append-only log of
// events.
//
// What may happen to a thing is a [Table]: rows of state, event and next
// state, written down as static data. A [Machine] joins a table to a type of
// event and answers where a thing stands after its events, where it stood at
// an instant, and whether one more event may be added.
//
// The package knows nothing of what the states mean. It reads no clock: the
// caller says what time it is.
package flow

import (
	"fmt"
	"sync/atomic"
)

// Enum is an enumeration that fits in a byte and has names.
type Enum interface {
	~uint8
	fmt.Stringer
}

// Row says that an event takes a thing from one state to another. A row whose
// From is its To is an event that changes something else than the state.
type Row[S, E Enum] struct {
	From  S
	Event E
	To    S
}

// Table is a table of transitions. It is static data: write it as a package
// variable beside the constants of its states and events, and share it by its
// address. It may be read by any number of goroutines; nobody may write to it
// after its first use.
type Table[S, E Enum] struct {
	Kind    string      // what goes through the states, for messages: "corrective action"
	Initial S           // the state before any event
	Final   []S         // the states that no event leaves
	States  int         // how many values S has, its zero value included
	Events  int         // how many values E has, its zero value included
	Rows    []Row[S, E] // in the order in which a reader should meet them

	matrix atomic.Pointer[matrix] // made on first use from the fields above
}

// none marks a pair of state and event for which there is no row.
const none = 255

// matrix holds the next state of each pair of state and event, in rows of one
// state each.
type matrix struct {
	next   []uint8
	events int
}

func (m *matrix) at(state, event uint8) uint8 {
	i := int(state)*m.events + int(event)
	if int(event) >= m.events || i >= len(m.next) {
		return none
	}
	return m.next[i]
}

// compiled returns the matrix of t. Several goroutines that come first may
// each make one; all are equal.
func (t *Table[S, E]) compiled() *matrix {
	if m := t.matrix.Load(); m != nil {
		return m
	}
	m := &matrix{next: make([]uint8, t.States*t.Events), events: t.Events}
	for i := range m.next {
		m.next[i] = none
	}
	for _, r := range t.Rows {
		if int(r.From) < t.States && int(r.Event) < t.Events {
			m.next[int(r.From)*t.Events+int(r.Event)] = uint8(r.To)
		}
	}
	t.matrix.Store(m)
	return m
}

// Next returns the state after event e in state s, or a *[TransitionError]
// that lists what is allowed instead.
func (t *Table[S, E]) Next(s S, e E) (S, error) {
	to := t.compiled().at(uint8(s), uint8(e))
	if to == none {
		return s, t.refuse(-1, s, e)
	}
	return S(to), nil
}

// Allowed yields the events that may happen in state s with the state that each
// leads to, in the order of the enumeration of events.
func (t *Table[S, E]) Allowed(s S) func(yield func(E, S) bool) {
	return func(yield func(E, S) bool) {
		m := t.compiled()
		for e := range t.Events {
			if to := m.at(uint8(s), uint8(e)); to != none && !yield(E(e), S(to)) {
				return
			}
		}
	}
}

// IsFinal reports whether no event leaves s.
func (t *Table[S, E]) IsFinal(s S) bool {
	for _, f := range t.Final {
		if f == s {
			return true
		}
	}
	return false
}

// refuse returns the error of event e in state s, at place index of a log.
func (t *Table[S, E]) refuse(index int, s S, e E) error {
	err := &TransitionError{Kind: t.Kind, Index: index, State: s.String(), Event: e.String()}
	for a := range t.Allowed(s) {
		err.Allowed = append(err.Allowed, a.String())
	}
	return err
}
