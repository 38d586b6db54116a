package grievance

import (
	"fmt"
	"iter"

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

// record is what a register keeps of one case. Folding an event waits for the
// memory of its case more than for anything else, so what most events need, up
// to the days on which stages were reached, stands in three lines of 64 bytes,
// and each record starts at one.
type record struct {
	last      seen    // the last event, to know it if it comes twice
	today     *[]seen // the events before it on its day; nil if there never were any
	state     State
	mechanism uint32 // number plus one, 0 if not stated; likewise below
	site      uint32
	supplier  uint32
	country   uint16
	nRights   uint8
	nGroups   uint8
	labels    uint32 // where its rights start in Register.labels, its groups after them
	people    risk.Count
	_         [recordPad]byte
}

// recordPad makes a record as long as a whole number of lines.
const recordPad = 48

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

// Error names the case by its ID and says why it was not opened.
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
	n := uint32(len(r.records) - 1)
	for i := range c.Events {
		e := &c.Events[i]
		err := error(&UnknownCaseError{e.ID, e.Case})
		if e.Case == c.ID {
			err = r.fold(e, n)
		}
		if err != nil {
			refused = append(refused, Refused{*e, err})
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
