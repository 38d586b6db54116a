package grievance

import (
	"fmt"
	"iter"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/idindex"
	"github.com/hrdd-go/hrdd/risk"
)

// Register folds the events of many cases into where each of them stands, in
// memory that grows with the cases and not with their events. What is open,
// overdue or raised, figures, signals and lessons come from it.
//
// A Register may be read by any number of goroutines as long as none writes;
// [Register.Open] and [Register.Fold] write.
type Register struct {
	asOf       risk.Date
	index      idindex.Index
	records    []record
	mechanisms idindex.Index
	rules      []Mechanism // by number in mechanisms; nothing but the ID for one that is not known
	declared   int         // how many of them are known
	sites      idindex.Index
	suppliers  idindex.Index
	rights     names
	groups     names
	countries  names
	labels     []uint16 // the rights and groups of all cases, see record
}

// record is what a register keeps of one case.
type record struct {
	state     State
	last      uuid.UUID   // the last event, to know it if it comes twice
	today     []uuid.UUID // the events before it on its day
	mechanism uint32      // number plus one, 0 if not stated; likewise below
	site      uint32
	supplier  uint32
	country   uint16
	nRights   uint8
	nGroups   uint8
	labels    uint32 // where its rights start in Register.labels, its groups after them
	people    risk.Count
}

// names numbers texts from 0, which stands for a text that is not stated.
type names struct {
	texts []string
	index map[string]uint16
}

// maxNames is how many different texts a dimension may have.
const maxNames = 1<<16 - 1

func (n *names) number(s string) (uint16, bool) {
	if s == "" {
		return 0, true
	}
	if i, ok := n.index[s]; ok {
		return i, true
	}
	if len(n.texts) == maxNames {
		return 0, false
	}
	if n.index == nil {
		n.index = make(map[string]uint16)
	}
	n.texts = append(n.texts, s)
	i := uint16(len(n.texts))
	n.index[s] = i
	return i, true
}

func (n *names) text(i uint16) string {
	if i == 0 {
		return ""
	}
	return n.texts[i-1]
}

// NewRegister returns an empty register as of a day: later events are refused as
// in the future. The mechanisms give the deadlines; a case of another mechanism
// has none.
func NewRegister(asOf risk.Date, mechanisms []Mechanism) *Register {
	r := &Register{asOf: asOf.LastDay()}
	for _, m := range mechanisms {
		if i, added := r.mechanisms.Add(m.ID); added {
			r.rules = append(r.rules, m)
		} else {
			r.rules[i] = m
		}
	}
	r.declared = len(r.rules)
	return r
}

// AsOf returns the day on which the register looks at things.
func (r *Register) AsOf() risk.Date { return r.asOf }

// Len returns the number of cases.
func (r *Register) Len() int { return len(r.records) }

// OpenError says why a case could not be opened.
type OpenError struct {
	Case uuid.UUID
	Why  string
}

func (e *OpenError) Error() string { return fmt.Sprintf("case %s: %s", e.Case, e.Why) }

// Open adds a case with its events, if it has any. It keeps neither the case nor
// anything that could point at a person. It returns an *[OpenError] if the case
// has no ID, was opened before, or names more than 255 rights or groups, and the
// refused events of the case, each with its reason.
func (r *Register) Open(c *Case) ([]Refused, error) {
	rec, err := r.newRecord(c)
	if err != nil {
		return nil, err
	}
	if _, added := r.index.Add(c.ID); !added {
		return nil, &OpenError{c.ID, "it was opened before; fold its new events"}
	}
	r.records = append(r.records, rec)
	var refused []Refused
	for i := range c.Events {
		if err := r.fold(&c.Events[i]); err != nil {
			refused = append(refused, Refused{c.Events[i], err})
		}
	}
	return refused, nil
}

func (r *Register) newRecord(c *Case) (record, error) {
	if c.ID == uuid.Nil {
		return record{}, &OpenError{c.ID, "it has no id"}
	}
	if len(c.Rights) > 255 || len(c.Groups) > 255 {
		return record{}, &OpenError{c.ID, "it names more than 255 rights or groups"}
	}
	rec := record{state: State{kind: c.Kind}, people: c.People, labels: uint32(len(r.labels)), nRights: uint8(len(c.Rights)), nGroups: uint8(len(c.Groups))}
	country, ok := r.countries.number(c.Country)
	labels := r.labels
	for _, right := range c.Rights {
		n, fits := r.rights.number(string(right))
		labels, ok = append(labels, n), ok && fits
	}
	for _, g := range c.Groups {
		n, fits := r.groups.number(string(g))
		labels, ok = append(labels, n), ok && fits
	}
	if !ok {
		return record{}, &OpenError{c.ID, "the register knows too many different rights, groups or countries"}
	}
	r.labels, rec.country = labels, country
	rec.mechanism = r.numberOf(&r.mechanisms, c.Mechanism)
	for int(rec.mechanism) > len(r.rules) {
		r.rules = append(r.rules, Mechanism{ID: c.Mechanism})
	}
	rec.site = r.numberOf(&r.sites, c.Site)
	rec.supplier = r.numberOf(&r.suppliers, c.Supplier)
	return rec, nil
}

// numberOf returns the number of an ID plus one, 0 for none.
func (r *Register) numberOf(x *idindex.Index, id uuid.UUID) uint32 {
	if id == uuid.Nil {
		return 0
	}
	n, _ := x.Add(id)
	return n + 1
}

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

func (e *RepeatError) Error() string {
	return fmt.Sprintf("event %s was folded before; it changes nothing", e.Event)
}

// Fold folds events of any opened cases, the events of one case in their order.
// It takes what [Case.Append] takes and refuses the rest with the same errors;
// an event of a case that is not open is refused with an *[UnknownCaseError]. An
// event that comes twice on the last day of its case is counted as a repeat; an
// earlier one is refused as out of order, for the register keeps no list of all
// events.
func (r *Register) Fold(events iter.Seq[Event]) Folded {
	var f Folded
	for e := range events {
		switch err := r.fold(&e); err.(type) {
		case nil:
			f.Applied++
		case *RepeatError:
			f.Repeats++
		default:
			f.Refused = append(f.Refused, Refused{e, err})
		}
	}
	return f
}

func (r *Register) fold(e *Event) error {
	i := r.index.Find(e.Case)
	if i == idindex.None {
		return &UnknownCaseError{e.ID, e.Case}
	}
	rec := &r.records[i]
	s := &rec.state
	switch order := e.On.Compare(s.Last); {
	case e.ID == uuid.Nil:
		return &EventError{Kind: "case", Index: s.Events, Reason: NoID}
	case order < 0:
		return &EventError{Kind: "case", Index: s.Events, Reason: OutOfOrder, Found: e.On.Start(), Limit: s.Last.Start()}
	case !r.asOf.IsZero() && e.On.After(r.asOf):
		return &EventError{Kind: "case", Index: s.Events, Reason: InFuture, Found: e.On.Start(), Limit: r.asOf.End()}
	case order == 0 && (rec.last == e.ID || slices.Contains(rec.today, e.ID)):
		return &RepeatError{e.ID}
	}
	to, err := table().Next(s.Stage, e.Kind)
	if err != nil {
		return err
	}
	if err := s.admit(e); err != nil {
		return err
	}
	if e.On != s.Last {
		rec.today = rec.today[:0]
	} else {
		rec.today = append(rec.today, rec.last)
	}
	s.record(e, to)
	rec.last = e.ID
	return nil
}

// State returns where a case stands, and whether the register knows it. What it
// returns is a copy.
func (r *Register) State(id uuid.UUID) (State, bool) {
	i := r.index.Find(id)
	if i == idindex.None {
		return State{}, false
	}
	return r.records[i].state.clone(), true
}

// Worklist yields the cases that need someone now, each with its overdue
// deadlines: those raised first, then the others that are overdue, in the order
// in which they were opened.
func (r *Register) Worklist() iter.Seq2[uuid.UUID, []Due] {
	return func(yield func(uuid.UUID, []Due) bool) {
		for _, raised := range [...]bool{true, false} {
			for i := range r.records {
				s := &r.records[i].state
				if s.Raised() != raised {
					continue
				}
				var late []Due
				if m := r.records[i].mechanism; m > 0 {
					late = s.Overdue(&r.rules[m-1], r.asOf)
				}
				if (raised || len(late) > 0) && !yield(r.index.ID(uint32(i)), late) {
					return
				}
			}
		}
	}
}
