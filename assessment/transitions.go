package assessment

import (
	"fmt"
	"iter"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/flow"
	"github.com/hrdd-go/hrdd/risk"
)

// Errors of the log of a recommendation, for errors.As. The same three types
// serve every log of the library.
type (
	// TransitionError says that an event cannot happen in a state, and lists those
	// that can. Its fields are:
	//
	//	Kind    string   // what goes through the states: "recommendation"
	//	Index   int      // place of the event in the log from 0, -1 outside a log
	//	State   string   // the state it was in
	//	Event   string   // the event that was refused
	//	Allowed []string // the events that may happen then; none if the state is final
	TransitionError = flow.TransitionError
	// EventError says that an event is refused whatever the state: it is out of
	// order, in the future, has no ID, or has the ID of another event. Its fields
	// are:
	//
	//	Kind   string      // what the event is of: "recommendation"
	//	Index  int         // place that it would have in the log, from 0
	//	Reason EventReason // why it is refused
	//	Found  time.Time   // when it happened; zero where that is not the reason
	//	Limit  time.Time   // the instant that it may not lie before, or after
	EventError = flow.EventError
	// VersionError says that a log has grown since it was read: the write that it
	// refuses would have lost an update. Its fields are:
	//
	//	Kind     string // what the log is of: "recommendation"
	//	Expected int    // the number of events that the writer had seen
	//	Found    int    // the number of events that there are
	VersionError = flow.VersionError
)

// EventReason says why an event is refused whatever the state; see [EventError].
type EventReason = flow.Reason

// The reasons of an [EventError].
const (
	OutOfOrder = flow.OutOfOrder // it happened before the event that it would follow
	InFuture   = flow.InFuture   // it has not happened yet
	NoID       = flow.NoID       // it has no ID, so that writing it twice could not be noticed
	IDReused   = flow.IDReused   // another event of the log has its ID
)

// AnyVersion is the expected version of a writer who does not mind what has
// been added since the log was read.
const AnyVersion = flow.AnyVersion

// Transition is a row of the table of what may happen to a recommendation: an
// event that takes it from one state to another. A row whose From is its To is
// an event that changes something else than the state.
type Transition struct {
	From  State     `json:"from,omitzero"`
	Event EventKind `json:"event,omitzero"`
	To    State     `json:"to,omitzero"`
}

// transitions is the published table of what may happen to a recommendation.
//
// A recommendation that was turned down can be taken up again, and one that was
// shown to work can later be shown not to: only one that was replaced or taken
// back is at its end. Work may start on one that nobody is known to have
// accepted, since that is how published accounts tell it.
var transitions = flow.Table[State, EventKind]{
	Kind: "recommendation", Initial: StateNotStated, Final: []State{Superseded, Withdrawn},
	States: int(Withdrawn) + 1, Events: int(ReportProgress) + 1,
	Rows: []flow.Row[State, EventKind]{
		{From: StateNotStated, Event: Propose, To: Proposed},

		{From: Proposed, Event: Accept, To: Accepted},
		{From: Proposed, Event: PartlyAccept, To: PartlyAccepted},
		{From: Proposed, Event: Reject, To: Rejected},
		{From: Proposed, Event: Plan, To: Planned},
		{From: Proposed, Event: Start, To: InProgress},
		{From: Proposed, Event: Implement, To: Implemented},
		{From: Proposed, Event: Supersede, To: Superseded},
		{From: Proposed, Event: Withdraw, To: Withdrawn},
		{From: Proposed, Event: ChangeDue, To: Proposed},
		{From: Proposed, Event: ChangeOwner, To: Proposed},

		{From: Accepted, Event: Plan, To: Planned},
		{From: Accepted, Event: Start, To: InProgress},
		{From: Accepted, Event: Implement, To: Implemented},
		{From: Accepted, Event: Reject, To: Rejected},
		{From: Accepted, Event: Supersede, To: Superseded},
		{From: Accepted, Event: Withdraw, To: Withdrawn},
		{From: Accepted, Event: ChangeDue, To: Accepted},
		{From: Accepted, Event: ChangeOwner, To: Accepted},

		{From: PartlyAccepted, Event: Accept, To: Accepted},
		{From: PartlyAccepted, Event: Plan, To: Planned},
		{From: PartlyAccepted, Event: Start, To: InProgress},
		{From: PartlyAccepted, Event: Implement, To: Implemented},
		{From: PartlyAccepted, Event: Reject, To: Rejected},
		{From: PartlyAccepted, Event: Supersede, To: Superseded},
		{From: PartlyAccepted, Event: Withdraw, To: Withdrawn},
		{From: PartlyAccepted, Event: ChangeDue, To: PartlyAccepted},
		{From: PartlyAccepted, Event: ChangeOwner, To: PartlyAccepted},

		{From: Rejected, Event: Reopen, To: Proposed},
		{From: Rejected, Event: Supersede, To: Superseded},

		{From: Planned, Event: Start, To: InProgress},
		{From: Planned, Event: Implement, To: Implemented},
		{From: Planned, Event: Block, To: Blocked},
		{From: Planned, Event: Supersede, To: Superseded},
		{From: Planned, Event: Withdraw, To: Withdrawn},
		{From: Planned, Event: ChangeDue, To: Planned},
		{From: Planned, Event: ChangeOwner, To: Planned},

		{From: InProgress, Event: Implement, To: Implemented},
		{From: InProgress, Event: Block, To: Blocked},
		{From: InProgress, Event: Supersede, To: Superseded},
		{From: InProgress, Event: Withdraw, To: Withdrawn},
		{From: InProgress, Event: ChangeDue, To: InProgress},
		{From: InProgress, Event: ChangeOwner, To: InProgress},
		{From: InProgress, Event: ReportProgress, To: InProgress},

		{From: Blocked, Event: Resume, To: InProgress},
		{From: Blocked, Event: Supersede, To: Superseded},
		{From: Blocked, Event: Withdraw, To: Withdrawn},
		{From: Blocked, Event: ChangeDue, To: Blocked},
		{From: Blocked, Event: ChangeOwner, To: Blocked},

		{From: Implemented, Event: VerifyEffective, To: VerifiedEffective},
		{From: Implemented, Event: VerifyIneffective, To: VerifiedIneffective},
		{From: Implemented, Event: Reopen, To: InProgress},
		{From: Implemented, Event: Supersede, To: Superseded},

		{From: VerifiedEffective, Event: VerifyIneffective, To: VerifiedIneffective},
		{From: VerifiedEffective, Event: Reopen, To: InProgress},
		{From: VerifiedEffective, Event: Supersede, To: Superseded},

		{From: VerifiedIneffective, Event: Reopen, To: InProgress},
		{From: VerifiedIneffective, Event: Supersede, To: Superseded},
		{From: VerifiedIneffective, Event: Withdraw, To: Withdrawn},
	},
}

// needs says what an event must carry to be added to a log. What an old log
// lacks is shown by a review, and does not make the log unreadable.
var needs = [...]struct {
	kind     EventKind
	reason   bool
	evidence bool
	due      bool
	owner    bool
}{
	{kind: PartlyAccept, reason: true},
	{kind: Reject, reason: true},
	{kind: Block, reason: true},
	{kind: VerifyEffective, evidence: true},
	{kind: VerifyIneffective, evidence: true},
	{kind: Reopen, reason: true},
	{kind: Supersede, reason: true},
	{kind: Withdraw, reason: true},
	{kind: ChangeDue, reason: true, due: true},
	{kind: ChangeOwner, owner: true},
}

// MissingFieldError says that an event lacks something that its kind asks for.
type MissingFieldError struct {
	Kind  EventKind
	Field string // JSON name of the field: "reason", "evidence", "due", "owner"
}

// Error names the kind of event and the field to state.
func (e *MissingFieldError) Error() string {
	return fmt.Sprintf("an event %s of a recommendation needs %s; state it", e.Kind, e.Field)
}

// Transitions is a table of what may happen to a recommendation. It is
// immutable and safe to share. The zero value is the published table.
type Transitions struct {
	extended *flow.Table[State, EventKind]
}

func (t Transitions) table() *flow.Table[State, EventKind] {
	if t.extended != nil {
		return t.extended
	}
	return &transitions
}

func (t Transitions) machine() *flow.Machine[State, EventKind, Event] {
	return &flow.Machine[State, EventKind, Event]{
		Table: t.table(),
		ID:    func(e *Event) uuid.UUID { return e.ID },
		Kind:  func(e *Event) EventKind { return e.Kind },
		Span:  func(e *Event) (first, last time.Time) { return e.On.Start(), e.On.End() },
		Guard: func(_ []Event, e *Event, _, _ State) error { return e.missing() },
		Same: func(a, b *Event) bool {
			return a.Kind == b.Kind && a.On == b.On && a.Reason == b.Reason && a.Owner == b.Owner &&
				a.Due == b.Due && a.Progress == b.Progress
		},
	}
}

// missing returns a *MissingFieldError if e lacks something that its kind asks for.
func (e *Event) missing() error {
	for _, n := range needs {
		if n.kind != e.Kind {
			continue
		}
		switch {
		case n.reason && e.Reason == "":
			return &MissingFieldError{e.Kind, "reason"}
		case n.evidence && len(e.Evidence) == 0:
			return &MissingFieldError{e.Kind, "evidence"}
		case n.due && e.Due.IsZero():
			return &MissingFieldError{e.Kind, "due"}
		case n.owner && e.Owner == "":
			return &MissingFieldError{e.Kind, "owner"}
		}
	}
	return nil
}

// Rows yields the rows of the table in the order in which a reader should meet
// them.
func (t Transitions) Rows() iter.Seq[Transition] {
	return func(yield func(Transition) bool) {
		for _, row := range t.table().Rows {
			if !yield(Transition(row)) {
				return
			}
		}
	}
}

// Next returns the state after an event, or a *[TransitionError] that lists
// what is allowed instead.
func (t Transitions) Next(s State, e EventKind) (State, error) { return t.table().Next(s, e) }

// Allowed yields the events that can happen in a state, each with the state that
// it leads to, in the order of their enumeration.
func (t Transitions) Allowed(s State) iter.Seq2[EventKind, State] { return t.table().Allowed(s) }

// Final reports whether no event leaves s.
func (t Transitions) Final(s State) bool { return t.table().IsFinal(s) }

// With returns the table with more rows: transitions that a host's own process
// knows between the states of this package. It returns every defect that the
// rows bring, joined: two rows for one pair of state and event, a dead end, or
// an event that leaves a final state.
func (t Transitions) With(rows ...Transition) (Transitions, error) {
	return NewTransitions(slices.AppendSeq(slices.Collect(t.Rows()), slices.Values(rows))...)
}

// NewTransitions returns a host's own table in the place of the published one,
// between the states of this package: one that knows fewer ways, for instance.
// It returns every defect of the rows, joined: those of [Transitions.With], a
// state that cannot be reached from the start, one from which there is no way
// to an end, and an event that occurs in no row.
func NewTransitions(rows ...Transition) (Transitions, error) {
	own := &flow.Table[State, EventKind]{
		Kind: transitions.Kind, Initial: transitions.Initial, Final: transitions.Final,
		States: transitions.States, Events: transitions.Events,
	}
	for _, row := range rows {
		own.Rows = append(own.Rows, flow.Row[State, EventKind](row))
	}
	if err := own.Check(); err != nil {
		return Transitions{}, err
	}
	return Transitions{own}, nil
}

// StateAt returns the state at the end of a day: after the last event that is
// known to have happened by then. An event dated "in 2021" is known to have
// happened at the end of that year. The zero day means after every event.
//
// On a log that breaks the table it returns the state before the first event
// that cannot follow, and the *[TransitionError] of that event.
func (r *Recommendation) StateAt(day risk.Date) (State, error) {
	return r.StateAtWith(Transitions{}, day)
}

// StateAtWith is [Recommendation.StateAt] through a host's own table.
func (r *Recommendation) StateAtWith(t Transitions, day risk.Date) (State, error) {
	p, err := t.machine().At(r.Events, day.End())
	return p.State, err
}

// StatusAt returns where the recommendation stood at the end of a day, with its
// owner, due date and progress; see [Recommendation.StateAt], whose state and
// errors it has, and [Track] for many. It also returns an *[EventError] for an
// event that happened before the one that it follows.
func (r *Recommendation) StatusAt(day risk.Date) (RecommendationStatus, error) {
	return r.StatusAtWith(Transitions{}, day)
}

// StatusAtWith is [Recommendation.StatusAt] through a host's own table.
func (r *Recommendation) StatusAtWith(t Transitions, day risk.Date) (RecommendationStatus, error) {
	tracker := NewTrackerWith(t, day)
	f := followed{rec: r}
	for i := range r.Events {
		if err := tracker.apply(&f, &r.Events[i]); err != nil {
			return f.status(r.ID, tracker.asOf), err
		}
	}
	return f.status(r.ID, tracker.asOf), nil
}

// ordered returns an *[EventError] for the first event that happened before
// one that it follows.
func ordered(t Transitions, log []Event) error {
	var last risk.Date
	for i := range log {
		on := log[i].On
		if on.IsZero() {
			continue
		}
		if !last.IsZero() && on.LastDay().Before(last) {
			return outOfOrder(t, i, on, last)
		}
		last = laterOf(last, on)
	}
	return nil
}

// laterOf returns the one of two dates that starts later. An event of a year does not
// take back what is known from the day of one before it.
func laterOf(a, b risk.Date) risk.Date {
	if b.After(a) {
		return b
	}
	return a
}

func outOfOrder(t Transitions, index int, on, last risk.Date) error {
	return &EventError{Kind: t.table().Kind, Index: index, Reason: OutOfOrder, Found: on.End(), Limit: last.Start()}
}

// Append adds events to the recommendation, all or none.
//
// version is the number of events that the writer has seen, [AnyVersion] if it
// does not mind; if there are more by now the error is a *[VersionError]. An
// event that is there already is passed over. An event that happened before
// the last one, or after today, is refused with an *[EventError]; what the
// table does not allow with a *[TransitionError]; one that lacks its reason,
// evidence, date or owner with a *[MissingFieldError]. A zero today looks at no
// clock. Only one goroutine may append to a recommendation at a time.
func (r *Recommendation) Append(version int, today risk.Date, events ...Event) error {
	return r.AppendWith(Transitions{}, version, today, events...)
}

// AppendWith is [Recommendation.Append] through a host's own table.
func (r *Recommendation) AppendWith(t Transitions, version int, today risk.Date, events ...Event) error {
	log, err := t.machine().Append(r.Events, version, today.End(), events...)
	if err != nil {
		return err
	}
	r.Events = log
	return nil
}

// Open reports whether a recommendation in state s still waits for something to
// be decided or done.
func (s State) Open() bool {
	switch s {
	case Proposed, Accepted, PartlyAccepted, Planned, InProgress, Blocked, VerifiedIneffective:
		return true
	}
	return false
}

// Done reports whether what was recommended is said to have been done. Done is
// not yet effective: see [VerifiedEffective].
func (s State) Done() bool { return s == Implemented || s == VerifiedEffective }
