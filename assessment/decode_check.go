package assessment

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"reflect"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/idindex"
	"github.com/hrdd-go/hrdd/internal/jsonbind"
	"github.com/hrdd-go/hrdd/internal/jsonpos"
	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// check yields what is wrong with the meaning of a document that has been
// read: identities, and the rules in meaningRules.
func check(data []byte, a *Assessment, d *jsonbind.Decoder, plan *jsonbind.Plan, table Transitions) iter.Seq[finding] {
	return func(yield func(finding) bool) {
		_ = checkIdentities(data, d.Uses, plan.Lists(), yield) &&
			checkMeaning(a, table, yield) && checkRedactions(a, plan, yield)
	}
}

// consistent reports whether check finds nothing.
func consistent(data []byte, a *Assessment, d *jsonbind.Decoder, plan *jsonbind.Plan, table Transitions) bool {
	for range check(data, a, d, plan, table) {
		return false
	}
	return true
}

// checkIdentities holds that each identity is that of one thing in its list,
// and that each reference leads to something. Like the other checks it returns
// false if yield wants no more.
func checkIdentities(data []byte, uses []jsonbind.Use, lists []string, yield func(finding) bool) bool {
	index := make([]idindex.Index, len(lists))
	count := make([]int, len(lists))
	for _, u := range uses {
		if u.Declares {
			count[u.List]++
		}
	}
	for i := range index {
		index[i].Grow(count[i])
	}
	note := func(u jsonbind.Use, rule, want string) bool {
		return yield(finding{
			Problem: Problem{Rule: rule, Found: uuid.UUID(u.ID(data)).String(), Want: want}, offset: int(u.At), list: lists[u.List],
		})
	}
	for _, u := range uses {
		if !u.Declares {
			continue
		}
		more := true
		if id := u.ID(data); id == uuid.Nil {
			more = note(u, ruleNilID, "give it an id of its own")
		} else if _, added := index[u.List].Add(id); !added {
			more = note(u, ruleDuplicateID, "give each of the "+lists[u.List]+" an id of its own")
		}
		if !more {
			return false
		}
	}
	for _, u := range uses {
		if u.Declares {
			continue
		}
		more := true
		if id := u.ID(data); id == uuid.Nil {
			more = note(u, ruleNilID, "use the id of one of the "+lists[u.List]+", or leave the reference out")
		} else if index[u.List].Find(id) == idindex.None {
			more = note(u, ruleDangling, "use the id of one of the "+lists[u.List]+", or add it there")
		}
		if !more {
			return false
		}
	}
	return true
}

// reportFunc is told of a problem at a pointer, which starts at what is checked.
type reportFunc func(pointer, rule, found, want string)

// meaningRules are the rules about the meaning of one entry of a list of the
// document, one for a list, and, where list is empty, of the document without
// its lists.
var meaningRules = [...]struct {
	list  string
	check func(entry any, table Transitions, report reportFunc)
}{
	{"", func(entry any, _ Transitions, report reportFunc) {
		if a := entry.(*Assessment); a.Updates != uuid.Nil && a.Updates == a.ID {
			report("/updates", ruleUpdate, a.Updates.String(), "use the id of the assessment that it updates")
		}
	}},
	{"linkages", func(entry any, _ Transitions, report reportFunc) { checkLinkage(entry.(*Linkage), report) }},
	{"relationships", func(entry any, _ Transitions, report reportFunc) {
		if r := entry.(*supplier.Relationship); r.From == r.To && r.From != uuid.Nil {
			report("/to", ruleRelationship, r.To.String(), "name the supplier that is supplied")
		}
	}},
	{"recommendations", func(entry any, table Transitions, report reportFunc) {
		var log eventLog
		for i, e := range entry.(*Recommendation).Events {
			log.add(&e, table, func(pointer, rule, found, want string) {
				report("/events/"+strconv.Itoa(i)+pointer, rule, found, want)
			})
		}
	}},
	{"correctiveActions", func(entry any, _ Transitions, report reportFunc) {
		c := entry.(*supplier.CorrectiveAction)
		var last risk.Date
		for i, e := range c.Events {
			checkOrder(&last, e.On, func(pointer, rule, found, want string) {
				report("/events/"+strconv.Itoa(i)+pointer, rule, found, want)
			})
		}
		_, err := c.StatusAt(risk.Date{})
		if refused, ok := errors.AsType[*supplier.TransitionError](err); ok && c.Events[refused.Index].Kind != 0 {
			report("/events/"+strconv.Itoa(refused.Index)+"/kind", ruleTransition, refusedEvent(refused), refusedWant(refused))
		}
	}},
}

// eventLog follows the log of a recommendation as it is read.
type eventLog struct {
	state  State
	last   risk.Date
	broken bool // an event could not follow, so that nothing can be said of those after it
}

// add holds the next event to the table and to the order of time.
func (l *eventLog) add(e *Event, table Transitions, report reportFunc) {
	checkOrder(&l.last, e.On, report)
	if l.broken || e.Kind == EventNotStated { // a kind that cannot be read is told elsewhere
		l.broken = true
		return
	}
	to, err := table.Next(l.state, e.Kind)
	if refused, ok := errors.AsType[*TransitionError](err); ok {
		report("/kind", ruleTransition, refusedEvent(refused), refusedWant(refused))
		l.broken = true
		return
	}
	l.state = to
}

func refusedEvent(e *TransitionError) string {
	return fmt.Sprintf("%s in state %s", e.Event, e.State)
}

func refusedWant(e *TransitionError) string {
	if len(e.Allowed) == 0 {
		return "the state is final; take the event out"
	}
	return "use one of " + strings.Join(e.Allowed, ", ") + ", or add what happened in between"
}

// checkOrder holds that a day comes no earlier than the latest one that was
// stated before it.
func checkOrder(last *risk.Date, on risk.Date, report reportFunc) {
	if on.IsZero() {
		return
	}
	if !last.IsZero() && on.LastDay().Before(*last) {
		report("/on", ruleEventOrder, on.String(), "put events in the order in which they happened; one before is of "+last.String())
	}
	*last = laterOf(*last, on)
}

// meaningOf returns the rule about the entries of a list, nil if there is none.
func meaningOf(list string, table Transitions) func(entry any, report reportFunc) {
	for i := range meaningRules {
		if rule := &meaningRules[i]; rule.list == list {
			return func(entry any, report reportFunc) { rule.check(entry, table, report) }
		}
	}
	return nil
}

// checkEntry yields what is wrong with the meaning of one entry of a list, with
// pointers that start at the entry.
func checkEntry(list string, entry any, table Transitions, yield func(finding) bool) bool {
	more := true
	meaningOf(list, table)(entry, func(pointer, rule, text, want string) {
		more = more && yield(finding{Problem: Problem{Pointer: pointer, Rule: rule, Found: text, Want: want}, offset: -1})
	})
	return more
}

// checkMeaning yields what is wrong with the meaning of each entry.
func checkMeaning(a *Assessment, table Transitions, yield func(finding) bool) bool {
	return checkEntry("", a, table, yield) &&
		checkEntries("linkages", a.Linkages, table, yield) &&
		checkEntries("relationships", a.Relationships, table, yield) &&
		checkEntries("recommendations", a.Recommendations, table, yield) &&
		checkEntries("correctiveActions", a.CorrectiveActions, table, yield)
}

func checkEntries[T any](list string, entries []T, table Transitions, yield func(finding) bool) bool {
	for i := range entries {
		more := checkEntry(list, &entries[i], table, func(f finding) bool {
			f.Pointer = at(list, i) + f.Pointer
			return yield(f)
		})
		if !more {
			return false
		}
	}
	return true
}

// checkRedactions holds that each redaction protects something.
func checkRedactions(a *Assessment, plan *jsonbind.Plan, yield func(finding) bool) bool {
	places := plan.Places(reflect.ValueOf(a).Elem())
	for i, r := range a.Redactions {
		tokens, ok := jsonpos.Tokens(r.Pointer)
		if ok && !places.Holds(tokens) {
			// An extension has its place by index here and by id in Extensions.
			place, err := placeOf(places, r.Pointer)
			_, extension := a.Extensions[place]
			ok = err == nil && extension && len(tokens) > 0 && places.Holds(tokens[:len(tokens)-1])
		}
		if !ok && !yield(finding{Problem: Problem{
			Pointer: at("redactions", i) + "/pointer", Rule: ruleRedaction, Found: "the pointer",
			Want: "write the JSON pointer of the part that is to be kept back, with the elements of lists by their numbers from 0",
		}, offset: -1}) {
			return false
		}
	}
	return true
}

// valueFinding returns the problem of a value that the schema accepts and the
// library cannot hold.
func valueFinding(data []byte, v jsonbind.ValueError) finding {
	f := finding{Problem: Problem{Rule: ruleValue}, offset: v.Offset}
	var (
		date    *risk.DateError
		rating  *risk.RatingError
		invalid *jsonbind.InvalidError
		tiers   *supplier.TierError
	)
	switch {
	case errors.As(v.Err, &date):
		f.Rule, f.Found, f.Want = ruleDate, textenum.Shown(date.Found), "use a day, month or year of the calendar"
	case errors.As(v.Err, &rating):
		f.Rule, f.Found, f.Want = ruleSpan, fmt.Sprintf("%s %s", rating.Dimension, rating.Found), "use "+rating.Want
	case errors.As(v.Err, &tiers):
		f.Found, f.Want = textenum.Shown(tiers.Found), tiers.Why
	case errors.As(v.Err, &invalid) && invalid.Type == reflect.TypeFor[risk.Period]():
		f.Rule, f.Found, f.Want = rulePeriod, "the end of the period", "put the earlier date in from"
	case errors.As(v.Err, &invalid) && invalid.Type == reflect.TypeFor[CountRange]():
		f.Rule, f.Found, f.Want = ruleSpan, "the upper end", "put the smaller number in min"
	default:
		f.Found = "the value"
		if s := jsonpos.NewScanner(data[v.Offset:], jsonpos.Limits{}); s.Peek() == '"' {
			if text, err := s.String(); err == nil {
				f.Found = textenum.Shown(string(bytes.Clone(text)))
			}
		}
	}
	return f
}

// listBroken reports whether an id in a list of the document cannot be read, so
// that a reference to it seems to lead nowhere.
func (r *reporter) listBroken(list string) bool {
	for _, f := range r.findings {
		inList := strings.Contains(f.Pointer, "/"+list+"/")
		if inList && (strings.HasSuffix(f.Pointer, "/id") || f.Rule == ruleMissing && f.Found == "id" || f.Rule == ruleType) {
			return true
		}
	}
	return false
}
