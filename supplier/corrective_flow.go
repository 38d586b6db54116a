package supplier

import (
	"fmt"
	"iter"
	"maps"
	"reflect"
	"time"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/flow"
	"github.com/hrdd-go/hrdd/risk"
)

// Errors of the log of a corrective action, for errors.As. The same three types
// serve every log of the library.
type (
	// TransitionError says that an event cannot happen in a state, and lists those
	// that can. Its fields are:
	//
	//	Kind    string   // what goes through the states: "corrective action"
	//	Index   int      // place of the event in the log from 0, -1 outside a log
	//	State   string   // the state it was in
	//	Event   string   // the event that was refused
	//	Allowed []string // the events that may happen then; none if the state is final
	TransitionError = flow.TransitionError
	// EventError says that an event is refused whatever the state: it is out of
	// order, in the future, has no ID, or has the ID of another event. Its fields
	// are:
	//
	//	Kind   string      // what the event is of: "corrective action"
	//	Index  int         // place that it would have in the log, from 0
	//	Reason EventReason // why it is refused
	//	Found  time.Time   // when it happened; zero where that is not the reason
	//	Limit  time.Time   // the instant that it may not lie before, or after
	EventError = flow.EventError
	// VersionError says that a log has grown since it was read: the write that it
	// refuses would have lost an update. Its fields are:
	//
	//	Kind     string // what the log is of: "corrective action"
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

// AnyVersion is the expected version of a writer that does not mind what has
// been added to a history since it was read.
const AnyVersion = flow.AnyVersion

// correctiveTable says what may happen to a corrective action in each state.
// Source: this library, from the stages of the RBA VAP and SMETA: plan,
// agreement, work, report, verified closure.
var correctiveTable = flow.Table[CorrectiveState, CorrectiveEventKind]{
	Kind:    "corrective action",
	Initial: CorrectiveNotStated,
	Final:   []CorrectiveState{CorrectiveVerified, CorrectiveWithdrawn},
	States:  int(CorrectiveWithdrawn) + 1,
	Events:  int(WithdrawAction) + 1,
	Rows: []flow.Row[CorrectiveState, CorrectiveEventKind]{
		{From: CorrectiveNotStated, Event: RequestPlan, To: CorrectiveRequested},
		{From: CorrectiveNotStated, Event: HandInPlan, To: CorrectivePlanned}, // unasked
		{From: CorrectiveRequested, Event: HandInPlan, To: CorrectivePlanned},
		{From: CorrectivePlanned, Event: SendBackPlan, To: CorrectiveRequested},
		{From: CorrectivePlanned, Event: AgreePlan, To: CorrectiveAgreed},
		{From: CorrectivePlanned, Event: StartWork, To: CorrectiveInProgress}, // does not wait for the agreement
		{From: CorrectiveAgreed, Event: StartWork, To: CorrectiveInProgress},
		{From: CorrectiveAgreed, Event: ReportDone, To: CorrectiveReported},
		{From: CorrectiveInProgress, Event: ReportDone, To: CorrectiveReported},
		{From: CorrectiveReported, Event: VerifyDone, To: CorrectiveVerified},
		{From: CorrectiveReported, Event: FailVerifying, To: CorrectiveInProgress},

		{From: CorrectiveNotStated, Event: ContainHarm, To: CorrectiveNotStated}, // at once, before anybody asks for a plan
		{From: CorrectiveRequested, Event: ContainHarm, To: CorrectiveRequested},
		{From: CorrectivePlanned, Event: ContainHarm, To: CorrectivePlanned},
		{From: CorrectiveAgreed, Event: ContainHarm, To: CorrectiveAgreed},
		{From: CorrectiveInProgress, Event: ContainHarm, To: CorrectiveInProgress},
		{From: CorrectiveReported, Event: ContainHarm, To: CorrectiveReported},

		{From: CorrectiveRequested, Event: ExtendDue, To: CorrectiveRequested},
		{From: CorrectivePlanned, Event: ExtendDue, To: CorrectivePlanned},
		{From: CorrectiveAgreed, Event: ExtendDue, To: CorrectiveAgreed},
		{From: CorrectiveInProgress, Event: ExtendDue, To: CorrectiveInProgress},
		{From: CorrectiveReported, Event: ExtendDue, To: CorrectiveReported},

		{From: CorrectiveRequested, Event: HandOver, To: CorrectiveRequested},
		{From: CorrectivePlanned, Event: HandOver, To: CorrectivePlanned},
		{From: CorrectiveAgreed, Event: HandOver, To: CorrectiveAgreed},
		{From: CorrectiveInProgress, Event: HandOver, To: CorrectiveInProgress},
		{From: CorrectiveReported, Event: HandOver, To: CorrectiveReported},

		{From: CorrectiveRequested, Event: WithdrawAction, To: CorrectiveWithdrawn},
		{From: CorrectivePlanned, Event: WithdrawAction, To: CorrectiveWithdrawn},
		{From: CorrectiveAgreed, Event: WithdrawAction, To: CorrectiveWithdrawn},
		{From: CorrectiveInProgress, Event: WithdrawAction, To: CorrectiveWithdrawn},
		{From: CorrectiveReported, Event: WithdrawAction, To: CorrectiveWithdrawn},
	},
}

var correctiveFlow = flow.Machine[CorrectiveState, CorrectiveEventKind, CorrectiveEvent]{
	Table: &correctiveTable,
	ID:    func(e *CorrectiveEvent) uuid.UUID { return e.ID },
	Kind:  func(e *CorrectiveEvent) CorrectiveEventKind { return e.Kind },
	Span:  func(e *CorrectiveEvent) (time.Time, time.Time) { return e.On.Start(), e.On.End() },
	Guard: guardCorrective,
	Same:  func(a, b *CorrectiveEvent) bool { return reflect.DeepEqual(a, b) },
}

// MissingFieldError says that an event cannot do without a field.
type MissingFieldError struct {
	Kind  CorrectiveEventKind
	Field string // the JSON name of the field: "reason", "evidence", "due", "owner"
}

// Error names the event and the field to give.
func (e *MissingFieldError) Error() string {
	return fmt.Sprintf("%s: give %s", e.Kind, e.Field)
}

// guardCorrective asks for what an event of its kind has to say.
func guardCorrective(_ []CorrectiveEvent, e *CorrectiveEvent, _, _ CorrectiveState) error {
	missing := func(field string) error { return &MissingFieldError{Kind: e.Kind, Field: field} }
	switch e.Kind {
	case SendBackPlan, FailVerifying, WithdrawAction:
		if e.Reason == "" {
			return missing("reason")
		}
	case VerifyDone:
		if len(e.Evidence) == 0 {
			return missing("evidence")
		}
	case ExtendDue:
		if e.Due.IsZero() {
			return missing("due")
		}
	case HandOver:
		if e.Owner == "" {
			return missing("owner")
		}
	}
	return nil
}

// CorrectiveStatus is where a corrective action stands at a date.
type CorrectiveStatus struct {
	State     CorrectiveState `json:"state,omitzero"`
	Since     risk.Date       `json:"since,omitzero"` // when it came into the state; zero if that event is not dated
	Owner     string          `json:"owner,omitzero"`
	Due       risk.Date       `json:"due,omitzero"`
	Overdue   risk.Answer     `json:"overdue,omitzero"`   // Unknown where no due date is stated; a closed action is not overdue
	Contained bool            `json:"contained,omitzero"` // people are said to have been taken out of danger
}

// StatusAt returns where the action stood at the end of the day asOf: what was
// known to have happened by then. The zero date looks at everything, and says
// nothing of overdue. A history that breaks the table gives the status before
// the break and a *[TransitionError].
func (c *CorrectiveAction) StatusAt(asOf risk.Date) (CorrectiveStatus, error) {
	p, err := correctiveFlow.At(c.Events, asOf.End())
	s := CorrectiveStatus{State: p.State}
	if p.Since >= 0 {
		s.Since = c.Events[p.Since].On
	}
	for i := range c.Events[:p.Count] {
		e := &c.Events[i]
		if e.Owner != "" {
			s.Owner = e.Owner
		}
		if !e.Due.IsZero() {
			s.Due = e.Due
		}
		s.Contained = s.Contained || e.Kind == ContainHarm
	}
	switch {
	case correctiveTable.IsFinal(p.State):
		s.Overdue = risk.No
	case !asOf.IsZero() && !s.Due.IsZero():
		s.Overdue = risk.AnswerOf(asOf.End().After(s.Due.End()))
	}
	return s, err
}

// ClosedFindings returns when each finding was closed by its corrective
// actions, at the end of the day asOf: on the day on which the last of them was
// verified. A finding with an action that is still open is not closed, nor is
// one whose actions were all withdrawn; nor is one by a verification without a
// date. A history that breaks the table closes nothing.
func ClosedFindings(actions iter.Seq[CorrectiveAction], asOf risk.Date) map[uuid.UUID]risk.Date {
	closed, open := make(map[uuid.UUID]risk.Date), make(map[uuid.UUID]bool)
	for c := range actions {
		s, err := c.StatusAt(asOf)
		for _, f := range c.Findings {
			switch {
			case err != nil || !correctiveTable.IsFinal(s.State) || s.State == CorrectiveVerified && s.Since.IsZero():
				open[f] = true
			case s.State == CorrectiveVerified && closed[f].Before(s.Since):
				closed[f] = s.Since
			}
		}
	}
	maps.DeleteFunc(closed, func(f uuid.UUID, _ risk.Date) bool { return open[f] })
	return closed
}

// Append adds events to the action, or none of them and an error at the first
// that is refused. version is the number of events that the writer has seen, or
// [AnyVersion]; if there are more by now the error is a *[VersionError]. An event
// that is already there is passed over, so that a writer who did not hear the
// answer may ask again.
//
// An event is refused with a *[TransitionError] if the table does not allow it
// in the state, with a *[MissingFieldError] if it lacks what its kind needs, and
// with an *[EventError] if it is dated before the last one or after today, or
// has no ID of its own. The zero today looks at no clock. Only one goroutine may
// append to an action at a time.
func (c *CorrectiveAction) Append(version int, today risk.Date, events ...CorrectiveEvent) error {
	log, err := correctiveFlow.Append(c.Events, version, today.End(), events...)
	if err != nil {
		return err
	}
	c.Events = log
	return nil
}
