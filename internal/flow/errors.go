package flow

import (
	"fmt"
	"strings"
	"time"
)

// TransitionError says that an event cannot happen in a state.
type TransitionError struct {
	Kind    string   // what goes through the states
	Index   int      // place of the event in its log from 0, -1 if it was asked for outside a log
	State   string   // the state it was in
	Event   string   // the event that was refused
	Allowed []string // the events that may happen in the state, in the order of their enumeration
}

// Error gives the state, the event and the events that are possible instead.
func (e *TransitionError) Error() string {
	msg := fmt.Sprintf("%s: %s is not possible in state %s", place(e.Kind, e.Index), e.Event, e.State)
	if len(e.Allowed) == 0 {
		return msg + ", which is final"
	}
	return msg + "; possible are " + strings.Join(e.Allowed, ", ")
}

// VersionError says that a log has changed since it was read: the write that
// it refuses would have lost an update.
type VersionError struct {
	Kind     string
	Expected int // the number of events that the writer had seen
	Found    int // the number of events that there are
}

// Error gives both versions and what a writer does next.
func (e *VersionError) Error() string {
	return fmt.Sprintf("%s: expected version %d, found %d; read it again and decide anew", e.Kind, e.Expected, e.Found)
}

// Reason says why an event is refused whatever the state.
type Reason uint8

const (
	NoReason   Reason = iota
	OutOfOrder        // it happened before the event that it would follow
	InFuture          // it has not happened yet
	NoID              // it has no id, so that writing it twice could not be noticed
	IDReused          // another event of the log has its id
)

// EventError says that an event is refused whatever the state.
type EventError struct {
	Kind   string
	Index  int // place in the log that the event would have, from 0
	Reason Reason
	Found  time.Time // when the event happened; zero where that is not the reason
	Limit  time.Time // the instant that it may not lie before, or after
}

// Error gives the place of the event and, if it is about days, both of them.
func (e *EventError) Error() string {
	at := place(e.Kind, e.Index)
	switch e.Reason {
	case OutOfOrder:
		return fmt.Sprintf("%s: dated %s, before the event it follows of %s; add events in the order in which they happened",
			at, e.Found.Format(time.RFC3339), e.Limit.Format(time.RFC3339))
	case InFuture:
		return fmt.Sprintf("%s: dated %s, which is after %s; add an event once it has happened",
			at, e.Found.Format(time.RFC3339), e.Limit.Format(time.RFC3339))
	case NoID:
		return at + ": it has no id; give each event one, so that writing it twice can be noticed"
	case IDReused:
		return at + ": its id is that of another event in the log; give each event its own"
	}
	return at + ": refused"
}

// place names an event of a log.
func place(kind string, index int) string {
	if index < 0 {
		return kind
	}
	return fmt.Sprintf("%s, event %d", kind, index+1)
}
