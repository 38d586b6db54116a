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

// Errors of histories; each says what was found and what would do.
type (
	// TransitionError says that an event cannot happen in a state, and lists
	// those that can.
	TransitionError = flow.TransitionError
	// EventError says that an event is refused whatever the state: it is out of
	// order, in the future, without an id, or its id is used.
	EventError = flow.EventError
	// VersionError says that a history has grown since it was read.
	VersionError = flow.VersionError
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
	Event string // what happened
	Field string // the JSON name of the field
}

// Error names the event and the field to give.
func (e *MissingFieldError) Error() string {
	return fmt.Sprintf("%s: give %s", e.Event, e.Field)
}

// guardCorrective asks for what an event of its kind has to say.
func guardCorrective(_ []CorrectiveEvent, e *CorrectiveEvent, _, _ CorrectiveState) error {
	missing := func(field string) error { return &MissingFieldError{Event: e.Kind.String(), Field: field} }
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
	State     CorrectiveState
	Since     risk.Date // when it came into the state; zero if that event is not dated
	Owner     string
	Due       risk.Date
	Overdue   risk.Answer // Unknown where no due date is stated; a closed action is not overdue
	Contained bool        // people are said to have been taken out of danger
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

// Add returns a copy of c with events added, or c and an error at the first
// that is refused: a *[TransitionError], *[EventError], *[VersionError] or
// *[MissingFieldError]. version is the number of events that the writer has
// seen, or [AnyVersion]; today is the last day on which an event may have
// happened, zero to look at no clock. An event that c already has is passed
// over, so that a write may be tried again.
func (c CorrectiveAction) Add(version int, today risk.Date, events ...CorrectiveEvent) (CorrectiveAction, error) {
	log, err := correctiveFlow.Append(c.Events, version, today.End(), events...)
	if err != nil {
		return c, err
	}
	c.Events = log
	return c, nil
}
