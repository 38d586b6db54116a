package flow

import (
	"slices"
	"time"

	"github.com/google/uuid"
)

// AnyVersion is the expected version of a writer that does not mind what has
// been added since it read the log.
const AnyVersion = -1

// Machine joins a table to a type of event V. It is static data, written as a
// package variable of function literals, and is read only.
type Machine[S, E Enum, V any] struct {
	Table *Table[S, E]
	ID    func(*V) uuid.UUID
	Kind  func(*V) E
	// Span returns the first and the last instant at which the event may have
	// happened, the same one twice if it is known exactly, and two zero times
	// if no date is stated.
	Span func(*V) (first, last time.Time)
	// Guard refuses an event that the table allows, for what only its fields or
	// the log before it can show. Nil refuses nothing. It is asked when an
	// event is added, never when a log is read: history is not argued with.
	Guard func(log []V, e *V, from, to S) error
	// Same reports whether two events of one id say the same. Nil compares
	// what they are and when they happened.
	Same func(a, b *V) bool
}

// Position is where a thing stands after some of its events.
type Position[S Enum] struct {
	State S
	Count int // how many events it is the state after: log[:Count]
	Since int // place of the event that led into the state, -1 if none did
}

// Fold returns where a thing stands after all events of log. On a log that
// breaks the table it returns the position before the first event that cannot
// follow, and the *[TransitionError] of that event.
func (m *Machine[S, E, V]) Fold(log []V) (Position[S], error) {
	p := Position[S]{State: m.Table.Initial, Since: -1}
	x := m.Table.compiled()
	for i := range log {
		kind := m.Kind(&log[i])
		to := x.at(uint8(p.State), uint8(kind))
		if to == none {
			return p, m.Table.refuse(i, p.State, kind)
		}
		if S(to) != p.State {
			p.State, p.Since = S(to), i
		}
		p.Count = i + 1
	}
	return p, nil
}

// At returns where a thing stood at an instant: after the last event that is
// known to have happened by then, and all before it. The zero instant means
// after everything. It returns the error of [Machine.Fold].
//
// As a log is in the order of time, an event without a date is known to have
// happened once a later one has.
func (m *Machine[S, E, V]) At(log []V, at time.Time) (Position[S], error) {
	return m.Fold(log[:m.known(log, at)])
}

// known returns how many events are known to have happened by the instant at.
func (m *Machine[S, E, V]) known(log []V, at time.Time) int {
	if at.IsZero() {
		return len(log)
	}
	for i := len(log); i > 0; i-- {
		if _, last := m.Span(&log[i-1]); !last.IsZero() && !last.After(at) {
			return i
		}
	}
	return 0
}

// Append returns log with events added, or log as it was and an error at the
// first event that is refused: nothing is added in part. It never writes into
// log's array, so that two writers who start from one log do not meet.
//
// version is the number of events that the writer has seen ([AnyVersion] if it
// does not mind); if log has grown since, the error is a *[VersionError]. An
// event that log already holds is passed over, whatever the version, so that a
// writer who did not hear the answer may ask again. An event that happened
// before the last one, or after now, is refused with an *[EventError]; a zero
// now looks at no clock. What the table does not allow is a *[TransitionError].
func (m *Machine[S, E, V]) Append(log []V, version int, now time.Time, events ...V) ([]V, error) {
	out, added := log, false
	var at Position[S]
	var earliest time.Time
	known := m.places(log, len(events))
	for i := range events {
		e := &events[i]
		switch j, err := m.find(out, known, e); {
		case err != nil:
			return log, err
		case j >= 0:
			continue
		}
		if !added {
			if version != AnyVersion && version != len(log) {
				return log, &VersionError{Kind: m.Table.Kind, Expected: version, Found: len(log)}
			}
			p, err := m.Fold(log)
			if err != nil {
				return log, err
			}
			at, added, earliest = p, true, m.earliest(log)
			out = slices.Grow(slices.Clip(log), len(events)-i)
		}
		to, err := m.admit(out, e, at.State, earliest, now)
		if err != nil {
			return log, err
		}
		at.State, earliest = to, later(earliest, m.first(e))
		if known != nil {
			known[m.ID(e)] = len(out)
		}
		out = append(out, *e)
	}
	return out, nil
}

// fewEvents is how many events are looked for in a log one by one.
const fewEvents = 16

// places returns the places of the events of log by their ids, for n events to be
// looked for; nil for a few, which are found sooner without.
func (m *Machine[S, E, V]) places(log []V, n int) map[uuid.UUID]int {
	if n <= fewEvents {
		return nil
	}
	known := make(map[uuid.UUID]int, len(log)+n)
	for i := range slices.Backward(log) { // the first of two with one id counts
		known[m.ID(&log[i])] = i
	}
	return known
}

// find returns the place of an event with the id of e, -1 if there is none, and
// an error if e has no id or means something else than that event. known is what
// places returned, with what was added since.
func (m *Machine[S, E, V]) find(log []V, known map[uuid.UUID]int, e *V) (int, error) {
	id := m.ID(e)
	if id == uuid.Nil {
		return -1, &EventError{Kind: m.Table.Kind, Index: len(log), Reason: NoID}
	}
	at, found := known[id]
	for i := 0; known == nil && !found && i < len(log); i++ {
		at, found = i, m.ID(&log[i]) == id
	}
	if !found {
		return -1, nil
	}
	if !m.same(&log[at], e) {
		return at, &EventError{Kind: m.Table.Kind, Index: len(log), Reason: IDReused}
	}
	return at, nil
}

func (m *Machine[S, E, V]) same(a, b *V) bool {
	if m.Same != nil {
		return m.Same(a, b)
	}
	af, al := m.Span(a)
	bf, bl := m.Span(b)
	return m.Kind(a) == m.Kind(b) && af.Equal(bf) && al.Equal(bl)
}

// admit returns the state after e, or why e cannot be added to log in state s.
// earliest is the first instant at which it can have happened.
func (m *Machine[S, E, V]) admit(log []V, e *V, s S, earliest, now time.Time) (S, error) {
	first, last := m.Span(e)
	if !now.IsZero() && first.After(now) {
		return s, &EventError{Kind: m.Table.Kind, Index: len(log), Reason: InFuture, Found: first, Limit: now}
	}
	if !last.IsZero() && last.Before(earliest) {
		return s, &EventError{Kind: m.Table.Kind, Index: len(log), Reason: OutOfOrder, Found: last, Limit: earliest}
	}
	to := m.Table.compiled().at(uint8(s), uint8(m.Kind(e)))
	if to == none {
		return s, m.Table.refuse(len(log), s, m.Kind(e))
	}
	if m.Guard != nil {
		if err := m.Guard(log, e, s, S(to)); err != nil {
			return s, err
		}
	}
	return S(to), nil
}

// earliest returns the first instant at which an event after those of log can
// have happened, zero if nothing in log is dated: an event of a year says less than
// one of a day before it.
func (m *Machine[S, E, V]) earliest(log []V) time.Time {
	var earliest time.Time
	for i := range log {
		earliest = later(earliest, m.first(&log[i]))
	}
	return earliest
}

// first returns the first instant at which an event may have happened.
func (m *Machine[S, E, V]) first(e *V) time.Time {
	first, _ := m.Span(e)
	return first
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
