package grievance

import (
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Case is one complaint with everything that has happened to it since. Where it
// stands on a date is derived from its events. It names the people in it by the
// IDs of their [Identity] records, which are kept elsewhere.
//
// A Case is plain data. It may be read by any number of goroutines as long as
// none writes; [Case.Append] writes.
type Case struct {
	ID         uuid.UUID      `json:"id"`
	Code       string         `json:"code,omitzero"` // the host's own code; names nobody
	Mechanism  uuid.UUID      `json:"mechanism,omitzero"`
	Kind       CaseKind       `json:"kind,omitzero"`
	Parent     uuid.UUID      `json:"parent,omitzero"` // of a case of retaliation: the case that it followed
	Channel    Channel        `json:"channel,omitzero"`
	Anonymous  risk.Answer    `json:"anonymous,omitzero"` // did the complainant give no name?
	Rights     []risk.RightID `json:"rights,omitzero"`    // that it is about; none if not known yet
	Groups     []risk.GroupID `json:"groups,omitzero"`    // of those affected
	People     risk.Count     `json:"people,omitzero"`    // affected
	Supplier   uuid.UUID      `json:"supplier,omitzero"`
	Site       uuid.UUID      `json:"site,omitzero"`
	Country    string         `json:"country,omitzero"` // ISO 3166-1 alpha-2
	Identities []uuid.UUID    `json:"identities,omitzero"`
	Events     []Event        `json:"events,omitzero"` // in the order in which they happened
}

// CaseKind tells a complaint from a case of retaliation for one.
type CaseKind uint8

const (
	CaseKindNotStated CaseKind = iota
	Grievance
	RetaliationCase
)

var caseKindText = textenum.Table[CaseKind]{
	Kind: "kind of case", Names: []string{"", "grievance", "retaliation"},
}

// UnknownCaseError says that an event belongs to another case, or to none that
// is known.
type UnknownCaseError struct {
	Event uuid.UUID
	Case  uuid.UUID // as the event says
}

// Error names the event and the case by their IDs.
func (e *UnknownCaseError) Error() string {
	return fmt.Sprintf("event %s belongs to case %s, which is not this one or not known; open the case first", e.Event, e.Case)
}

// Append adds events to the case, or none of them and an error at the first that
// is refused. version is the number of events that the writer has seen, or
// [AnyVersion]; if there are more by now the error is a *[VersionError]. An event
// that is already there is passed over, so that a writer who did not hear the
// answer may ask again.
//
// An event is refused with a *[TransitionError] if the table does not allow it at
// the stage, with a *[GuardError] if something that it needs is missing, with a
// *[RemedyError] if a remedy is not sound, with an *[EventError] if it is dated
// before the last one or after today, and with an *[UnknownCaseError] if it is of
// another case. The zero today looks at no clock.
func (c *Case) Append(version int, today risk.Date, events ...Event) error {
	for i := range events {
		if events[i].Case != c.ID {
			return &UnknownCaseError{events[i].ID, events[i].Case}
		}
	}
	log, err := machine().Append(c.Events, version, today.End(), events...)
	if err != nil {
		return err
	}
	c.Events = log
	return nil
}

// StateAt returns where the case stood at the end of a day; the zero day means
// after every event. A log that breaks the table gives a *[TransitionError] and
// where the case stood before.
func (c *Case) StateAt(on risk.Date) (State, error) {
	s := State{kind: c.Kind}
	for i := range c.Events {
		e := &c.Events[i]
		if !on.IsZero() && e.On.After(on.LastDay()) {
			break
		}
		if err := s.apply(e); err != nil {
			return s, err
		}
	}
	return s, nil
}

// MarshalConfidential returns the JSON form with the details of its events in
// clear, for the host's protected store; see [Identity.MarshalConfidential].
func (c *Case) MarshalConfidential(a Access, audit Audit) ([]byte, error) {
	type plain Case
	clear := struct {
		*plain
		Events []json.RawMessage `json:"events,omitzero"`
	}{plain: (*plain)(c)}
	for _, e := range c.Events {
		b, err := e.MarshalConfidential(a, audit)
		if err != nil {
			return nil, err
		}
		clear.Events = append(clear.Events, b)
	}
	return json.Marshal(clear)
}

// sameEvent reports whether two events of one ID say the same. A withheld detail
// may be any.
func sameEvent(a, b *Event) bool {
	same := a.Detail.same(b.Detail) || a.Detail.Withheld() || b.Detail.Withheld()
	x, y := *a, *b
	x.Detail, y.Detail = Secret{}, Secret{}
	jx, errX := json.Marshal(x)
	jy, errY := json.Marshal(y)
	return same && errX == nil && errY == nil && string(jx) == string(jy)
}
