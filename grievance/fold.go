package grievance

import (
	"encoding/binary"
	"fmt"
	"iter"
	"runtime"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/idindex"
)

// Refused is an event that was not folded, with the reason. Nothing of it is
// lost: it is the event as it came.
type Refused struct {
	Event Event
	Err   error
}

// Folded says what became of a sequence of events.
type Folded struct {
	Applied int       // events that changed where a case stands
	Repeats int       // events that had been folded before and were passed over
	Refused []Refused // in the order in which they came
}

// RepeatError says that an event was folded before. [Register.Fold] counts these
// and does not list them.
type RepeatError struct{ Event uuid.UUID }

// Error names the event by its ID.
func (e *RepeatError) Error() string {
	return fmt.Sprintf("event %s was folded before; it changes nothing", e.Event)
}

// batch is how many events are looked up before the first of them is folded. In a
// host's log each event is of another case than the one before, whose record is
// somewhere else in memory.
const batch = 64

// Fold folds events of any opened cases, the events of one case in their order.
// It takes what [Case.Append] takes and refuses the rest with the same errors;
// an event of a case that is not open is refused with an *[UnknownCaseError]. An
// event that comes twice on the last day of its case is counted as a repeat, or
// refused if it says something else the second time, its detail apart; an earlier
// one is refused as out of order, for the register keeps no list of all events.
//
// Fold reads up to 64 events ahead of those that it has folded.
func (r *Register) Fold(events iter.Seq[Event]) Folded {
	var f Folded
	ahead := make([]Event, 0, batch)
	for e := range events {
		if ahead = append(ahead, e); len(ahead) == batch {
			r.foldAll(ahead, &f)
			ahead = ahead[:0]
		}
	}
	r.foldAll(ahead, &f)
	return f
}

// foldAll folds events in their order. It first asks for the records of all of
// them, so that the processor fetches them at once and not one after the other.
func (r *Register) foldAll(events []Event, f *Folded) {
	var (
		cases [batch]uuid.UUID
		at    [batch]uint32
	)
	for i := range events {
		cases[i] = events[i].Case
	}
	r.index.FindAll(cases[:len(events)], at[:len(events)])
	var touched uint8
	for i, n := range at[:len(events)] {
		if remedies := events[i].Remedies; len(remedies) > 0 {
			touched ^= remedies[0].ID[0]
		}
		if n != idindex.None {
			rec := &r.records[n]
			touched ^= rec.last.id[0] ^ uint8(rec.state.Reopened) ^ uint8(rec.state.reached[Appealed].Day()) // one in each line
		}
	}
	runtime.KeepAlive(touched)
	for i := range events {
		e := &events[i]
		switch err := r.fold(e, at[i]); err.(type) {
		case nil:
			f.Applied++
		case *RepeatError:
			f.Repeats++
		default:
			f.Refused = append(f.Refused, Refused{*e, err})
		}
	}
}

// fold folds an event into the record with number n.
func (r *Register) fold(e *Event, n uint32) error {
	if n == idindex.None {
		return &UnknownCaseError{e.ID, e.Case}
	}
	rec := &r.records[n]
	s := &rec.state
	order := e.On.Compare(s.Last)
	if e.On.Day() == 0 { // it is refused for that, unless it is out of order for certain
		order = 1
		if !e.On.IsZero() && e.On.LastDay().Before(s.Last) {
			order = -1
		}
	}
	switch {
	case e.ID == uuid.Nil:
		return &EventError{Kind: "case", Index: s.Events, Reason: NoID}
	case order < 0:
		return &EventError{Kind: "case", Index: s.Events, Reason: OutOfOrder, Found: e.On.End(), Limit: s.Last.Start()}
	case !r.asOf.IsZero() && e.On.After(r.asOf):
		return &EventError{Kind: "case", Index: s.Events, Reason: InFuture, Found: e.On.Start(), Limit: r.asOf.End()}
	}
	now := seen{e.ID, digest(e)}
	if order == 0 {
		if err := rec.twice(now); err != nil {
			return err
		}
	}
	to, err := table().Next(s.Stage, e.Kind)
	if err != nil {
		return err
	}
	if err := s.admit(e); err != nil {
		return err
	}
	rec.dayEnds(order != 0)
	s.record(e, to)
	rec.last = now
	return nil
}

// seen is what a register remembers of an event of the last day of a case.
type seen struct {
	id     uuid.UUID
	digest uint32
}

// dayEnds makes room for an event after the last: the last is remembered if the
// day goes on, and all of its day are forgotten if another has come.
func (rec *record) dayEnds(another bool) {
	switch {
	case another && rec.today != nil:
		*rec.today = (*rec.today)[:0]
	case !another:
		if rec.today == nil {
			rec.today = new([]seen)
		}
		*rec.today = append(*rec.today, rec.last)
	}
}

// twice returns a *[RepeatError] if an event was folded before on the last day, and
// an *[EventError] if another was that has its ID.
func (rec *record) twice(now seen) error {
	before := rec.last
	if before.id != now.id {
		if rec.today == nil {
			return nil
		}
		i := slices.IndexFunc(*rec.today, func(o seen) bool { return o.id == now.id })
		if i < 0 {
			return nil
		}
		before = (*rec.today)[i]
	}
	if before != now {
		return &EventError{Kind: "case", Index: rec.state.Events, Reason: IDReused}
	}
	return &RepeatError{now.id}
}

// digest returns a number that tells events apart that say different things, their
// details apart: from these nothing is kept.
func digest(e *Event) uint32 {
	h := uint64(e.Kind)
	mix := func(v uint64) { h = (h ^ v) * 0x9e3779b97f4a7c15; h ^= h >> 29 }
	mix(uint64(e.By) | uint64(e.Reason)<<8 | uint64(e.Notice)<<16 | uint64(e.Target)<<24 | uint64(e.Finding)<<32 |
		uint64(e.Withdrawal)<<40 | uint64(e.Retaliation)<<48 | uint64(e.Risk)<<56)
	mix(uint64(e.Routes) | uint64(e.Party)<<8 | uint64(e.Stage)<<16 | uint64(e.Received)<<24 | uint64(e.View)<<32 |
		uint64(e.Evidence)<<40)
	id := func(u *uuid.UUID) {
		mix(binary.LittleEndian.Uint64(u[:8]))
		mix(binary.LittleEndian.Uint64(u[8:]))
	}
	text := func(s string) {
		mix(uint64(len(s)))
		for i := range len(s) {
			mix(uint64(s[i]))
		}
	}
	if !e.Until.IsZero() {
		mix(uint64(dayNumber(e.Until)))
	}
	if e.Child != uuid.Nil {
		id(&e.Child)
	}
	if len(e.RemedyIDs) == 0 && len(e.Remedies) == 0 {
		return uint32(h) ^ uint32(h>>32)
	}
	mix(uint64(len(e.RemedyIDs)))
	for i := range e.RemedyIDs {
		id(&e.RemedyIDs[i])
	}
	for i := range e.Remedies {
		r := &e.Remedies[i]
		id(&r.ID)
		people, known := r.People.Known()
		mix(uint64(r.Form) | uint64(r.Measure)<<8 | uint64(r.Waiver)<<16 | uint64(one(known))<<24 | uint64(len(r.Groups))<<32 | uint64(len(r.Shares))<<48)
		mix(uint64(people))
		mix(uint64(r.Amount.Minor))
		text(r.Amount.Currency)
		for _, g := range r.Groups {
			text(string(g))
		}
		for j := range r.Shares {
			id(&r.Shares[j].By)
			mix(uint64(r.Shares[j].BasisPoints))
		}
		mix(uint64(dayNumber(r.Due)))
	}
	return uint32(h) ^ uint32(h>>32)
}
