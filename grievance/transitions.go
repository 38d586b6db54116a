package grievance

import (
	"iter"
	"time"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/flow"
	"github.com/hrdd-go/hrdd/internal/lazy"
)

// Errors of the log of a case, for errors.As. The same three types serve every log
// of the library.
type (
	// TransitionError says that an event cannot happen at a stage, and lists those
	// that can. Its fields are:
	//
	//	Kind    string   // what goes through the stages: "case"
	//	Index   int      // place of the event in the log from 0, -1 outside a log
	//	State   string   // the stage it was in
	//	Event   string   // the event that was refused
	//	Allowed []string // the events that may happen then; none if the stage is final
	TransitionError = flow.TransitionError
	// EventError says that an event is refused whatever the stage: it is out of
	// order, in the future, has no ID, or has the ID of another event. Its fields
	// are:
	//
	//	Kind   string      // what the event is of: "case"
	//	Index  int         // place that it would have in the log, from 0
	//	Reason EventReason // why it is refused
	//	Found  time.Time   // when it happened; zero where that is not the reason
	//	Limit  time.Time   // the instant that it may not lie before, or after
	EventError = flow.EventError
	// VersionError says that a log has grown since it was read: the write that it
	// refuses would have lost an update. Its fields are:
	//
	//	Kind     string // what the log is of: "case"
	//	Expected int    // the number of events that the writer had seen
	//	Found    int    // the number of events that there are
	VersionError = flow.VersionError
)

// EventReason says why an event is refused whatever the stage; see [EventError].
type EventReason = flow.Reason

// The reasons of an [EventError].
const (
	OutOfOrder = flow.OutOfOrder // it happened before the event that it would follow
	InFuture   = flow.InFuture   // it has not happened yet
	NoID       = flow.NoID       // it has no ID, so that writing it twice could not be noticed
	IDReused   = flow.IDReused   // another event of the log has its ID
)

// AnyVersion is the expected version of a writer that does not mind what was
// added since it read the case.
const AnyVersion = flow.AnyVersion

// Transition is one row of the table that cases go through.
type Transition struct {
	From  Stage     `json:"from,omitzero"`
	Event EventKind `json:"event,omitzero"`
	To    Stage     `json:"to,omitzero"`
}

// moves are the events that take a case from one stage to another, and those
// that are possible at some stages only. Source: this library's own, from the
// stages of published mechanisms (Fair Labor Association, RSC, amfori, OECD
// national contact points, CAO). From every stage before the end a complainant
// may withdraw, and from all but the first a handler refer; every decision may be
// appealed, and leaves the case where it was if it is not changed: remedy that was
// offered, agreed or delivered before can be taken on from there. A case that is
// taken up again after it was withdrawn or referred
// counts as acknowledged, for the complainant is told.
var moves = [...]Transition{
	{StageNotStated, Receive, Received},

	{Received, Acknowledge, Acknowledged},
	{Received, Withdraw, Withdrawn},

	{Acknowledged, Screen, Screening},
	{Acknowledged, Admit, Admitted},
	{Acknowledged, Reject, Rejected},
	{Acknowledged, Refer, Referred},
	{Acknowledged, Withdraw, Withdrawn},

	{Screening, Admit, Admitted},
	{Screening, Reject, Rejected},
	{Screening, Refer, Referred},
	{Screening, Withdraw, Withdrawn},

	{Admitted, Assess, Assessment},
	{Admitted, OpenDialogue, InDialogue},
	{Admitted, Investigate, Investigation},
	{Admitted, ProposeRemedy, RemedyProposed},
	{Admitted, Appeal, Appealed},
	{Admitted, Refer, Referred},
	{Admitted, Withdraw, Withdrawn},

	{Assessment, OpenDialogue, InDialogue},
	{Assessment, Investigate, Investigation},
	{Assessment, Find, Findings},
	{Assessment, ProposeRemedy, RemedyProposed},
	{Assessment, Refer, Referred},
	{Assessment, Withdraw, Withdrawn},

	{InDialogue, Investigate, Investigation},
	{InDialogue, Find, Findings},
	{InDialogue, ProposeRemedy, RemedyProposed},
	{InDialogue, Close, Closed},
	{InDialogue, Refer, Referred},
	{InDialogue, Withdraw, Withdrawn},

	{Investigation, OpenDialogue, InDialogue},
	{Investigation, Find, Findings},
	{Investigation, ProposeRemedy, RemedyProposed},
	{Investigation, Refer, Referred},
	{Investigation, Withdraw, Withdrawn},

	{Findings, OpenDialogue, InDialogue},
	{Findings, ProposeRemedy, RemedyProposed},
	{Findings, Close, Closed},
	{Findings, Appeal, Appealed},
	{Findings, Refer, Referred},
	{Findings, Withdraw, Withdrawn},

	{RemedyProposed, ProposeRemedy, RemedyProposed},
	{RemedyProposed, AgreeRemedy, RemedyAgreed},
	{RemedyProposed, OpenDialogue, InDialogue},
	{RemedyProposed, Appeal, Appealed},
	{RemedyProposed, Refer, Referred},
	{RemedyProposed, Withdraw, Withdrawn},

	{RemedyAgreed, ProposeRemedy, RemedyProposed},
	{RemedyAgreed, DeliverRemedy, RemedyDelivered},
	{RemedyAgreed, Appeal, Appealed},
	{RemedyAgreed, Refer, Referred},
	{RemedyAgreed, Withdraw, Withdrawn},

	{RemedyDelivered, DeliverRemedy, RemedyDelivered},
	{RemedyDelivered, Verify, Verified},
	{RemedyDelivered, Appeal, Appealed},
	{RemedyDelivered, Refer, Referred},
	{RemedyDelivered, Withdraw, Withdrawn},

	{Verified, Verify, Verified},
	{Verified, DeliverRemedy, RemedyDelivered},
	{Verified, ProposeRemedy, RemedyProposed},
	{Verified, Close, Closed},
	{Verified, Appeal, Appealed},
	{Verified, Refer, Referred},
	{Verified, Withdraw, Withdrawn},

	{Closed, Reopen, Assessment},
	{Closed, Appeal, Appealed},
	{Rejected, Reopen, Screening},
	{Rejected, Appeal, Appealed},
	{Referred, Reopen, Acknowledged},
	{Referred, Appeal, Appealed},
	{Withdrawn, Reopen, Acknowledged},

	{Appealed, Screen, Screening},
	{Appealed, Admit, Admitted},
	{Appealed, Assess, Assessment},
	{Appealed, OpenDialogue, InDialogue},
	{Appealed, Investigate, Investigation},
	{Appealed, Find, Findings},
	{Appealed, ProposeRemedy, RemedyProposed},
	{Appealed, AgreeRemedy, RemedyAgreed},
	{Appealed, DeliverRemedy, RemedyDelivered},
	{Appealed, Verify, Verified},
	{Appealed, Reject, Rejected},
	{Appealed, Close, Closed},
	{Appealed, Refer, Referred},
	{Appealed, Withdraw, Withdrawn},
}

// anywhere are the events that are possible at every stage of a case that came
// in, even after its end, and leave the stage as it is. Nothing may stand in the
// way of a report of retaliation or of protection.
var anywhere = [...]EventKind{
	ReportRetaliation, ConfirmRetaliation, DismissRetaliation, AssessRetaliationRisk, Protect, EndProtection,
	Inform, GiveConsent, RevokeConsent, RecordRoutes,
}

// whileOpen are the events that are possible at every stage before the end and
// leave the stage as it is.
var whileOpen = [...]EventKind{ExtendDeadline, Note}

// Transitions yields the table that cases go through, stage by stage.
func Transitions() iter.Seq[Transition] {
	return func(yield func(Transition) bool) {
		for s := StageNotStated; s.Valid(); s++ {
			for _, m := range moves {
				if m.From == s && !yield(m) {
					return
				}
			}
			if s == StageNotStated {
				continue
			}
			for _, e := range anywhere {
				if !yield(Transition{s, e, s}) {
					return
				}
			}
			for _, e := range whileOpen {
				if !s.Ended() && !yield(Transition{s, e, s}) {
					return
				}
			}
		}
	}
}

// lookup is the table of transitions in a form for quick look-up, made on first
// use.
var lookup lazy.Value[*flow.Table[Stage, EventKind]]

func table() *flow.Table[Stage, EventKind] { return lookup.Get(tabulate) }

func tabulate() *flow.Table[Stage, EventKind] {
	t := &flow.Table[Stage, EventKind]{
		Kind: "case", Initial: StageNotStated, States: stages, Events: eventKinds,
	}
	for row := range Transitions() {
		t.Rows = append(t.Rows, flow.Row[Stage, EventKind](row))
	}
	return t
}

// machine returns what follows the events of one case in one call. Its guard
// remembers how far it has folded the log, which only grows within a call.
func machine() *flow.Machine[Stage, EventKind, Event] {
	var s State
	return &flow.Machine[Stage, EventKind, Event]{
		Table: table(),
		ID:    func(e *Event) uuid.UUID { return e.ID },
		Kind:  func(e *Event) EventKind { return e.Kind },
		Span:  func(e *Event) (first, last time.Time) { return e.On.Start(), e.On.End() },
		Same:  sameEvent,
		Guard: func(log []Event, e *Event, _, _ Stage) error {
			for s.Events < len(log) {
				if err := s.apply(&log[s.Events]); err != nil {
					return err
				}
			}
			return s.admit(e)
		},
	}
}
