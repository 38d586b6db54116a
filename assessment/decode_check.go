package assessment

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/idindex"
	"github.com/hrdd-go/hrdd/internal/jsonbind"
	"github.com/hrdd-go/hrdd/internal/jsonpos"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// check returns what is wrong with the meaning of a document that has been
// read: identities, and the rules in meaningRules.
func check(data []byte, a *Assessment, d *jsonbind.Decoder, plan *jsonbind.Plan) []finding {
	found := checkIdentities(data, d.Uses, plan.Lists())
	found = append(found, checkMeaning(a)...)
	return append(found, checkRedactions(a, plan)...)
}

// checkIdentities holds that each identity is that of one thing in its list,
// and that each reference leads to something.
func checkIdentities(data []byte, uses []jsonbind.Use, lists []string) (found []finding) {
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
	note := func(u jsonbind.Use, rule, want string) {
		found = append(found, finding{
			Problem: Problem{Rule: rule, Found: uuid.UUID(u.ID(data)).String(), Want: want}, offset: int(u.At), list: lists[u.List],
		})
	}
	for _, u := range uses {
		if !u.Declares {
			continue
		}
		if id := u.ID(data); id == uuid.Nil {
			note(u, ruleNilID, "give it an id of its own")
		} else if _, added := index[u.List].Add(id); !added {
			note(u, ruleDuplicateID, "give each of the "+lists[u.List]+" an id of its own")
		}
	}
	for _, u := range uses {
		if u.Declares {
			continue
		}
		if id := u.ID(data); id == uuid.Nil {
			note(u, ruleNilID, "use the id of one of the "+lists[u.List]+", or leave the reference out")
		} else if index[u.List].Find(id) == idindex.None {
			note(u, ruleDangling, "use the id of one of the "+lists[u.List]+", or add it there")
		}
	}
	return found
}

// reportFunc is told of a problem at a pointer, which starts at what is checked.
type reportFunc func(pointer, rule, found, want string)

// meaningRules are the rules about the meaning of one entry of a list of the
// document, and, where list is empty, of the document without its lists.
var meaningRules = [...]struct {
	list  string
	check func(entry any, report reportFunc)
}{
	{"", func(entry any, report reportFunc) {
		if a := entry.(*Assessment); a.Updates != uuid.Nil && a.Updates == a.ID {
			report("/updates", ruleUpdate, a.Updates.String(), "use the id of the assessment that it updates")
		}
	}},
	{"linkages", func(entry any, report reportFunc) { checkLinkage(entry.(*Linkage), report) }},
	{"relationships", func(entry any, report reportFunc) {
		if r := entry.(*supplier.Relationship); r.From == r.To && r.From != uuid.Nil {
			report("/to", ruleRelationship, r.To.String(), "name the supplier that is supplied")
		}
	}},
}

// checkEntry returns what is wrong with the meaning of one entry of a list,
// with pointers that start at the entry.
func checkEntry(list string, entry any) (found []finding) {
	for _, rule := range meaningRules {
		if rule.list == list {
			rule.check(entry, func(pointer, rule, text, want string) {
				found = append(found, finding{Problem: Problem{Pointer: pointer, Rule: rule, Found: text, Want: want}, offset: -1})
			})
		}
	}
	return found
}

// checkMeaning returns what is wrong with the meaning of each entry.
func checkMeaning(a *Assessment) []finding {
	found := checkEntry("", a)
	add := func(list string, i int, entry any) {
		for _, f := range checkEntry(list, entry) {
			f.Pointer = fmt.Sprintf("/%s/%d%s", list, i, f.Pointer)
			found = append(found, f)
		}
	}
	for i := range a.Linkages {
		add("linkages", i, &a.Linkages[i])
	}
	for i := range a.Relationships {
		add("relationships", i, &a.Relationships[i])
	}
	return found
}

// checkRedactions holds that each redaction protects something.
func checkRedactions(a *Assessment, plan *jsonbind.Plan) (found []finding) {
	for i, r := range a.Redactions {
		tokens, ok := jsonpos.Tokens(r.Pointer)
		if ok && !plan.Holds(reflect.ValueOf(a).Elem(), tokens) {
			place, err := placeOf(reflect.ValueOf(a).Elem(), r.Pointer, plan)
			_, extension := a.Extensions[place]
			ok = err == nil && extension
		}
		if !ok {
			found = append(found, finding{Problem: Problem{
				Pointer: fmt.Sprintf("/redactions/%d/pointer", i), Rule: ruleRedaction, Found: "the pointer",
				Want: "write the JSON pointer of the part that is to be kept back",
			}, offset: -1})
		}
	}
	return found
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
		f.Rule, f.Found, f.Want = ruleDate, token(date.Found), "use a day, month or year of the calendar"
	case errors.As(v.Err, &rating):
		f.Rule, f.Found, f.Want = ruleSpan, fmt.Sprintf("%s %s", rating.Dimension, rating.Found), "use "+rating.Want
	case errors.As(v.Err, &tiers):
		f.Found, f.Want = token(tiers.Found), tiers.Why
	case errors.As(v.Err, &invalid) && invalid.Type == reflect.TypeFor[risk.Period]():
		f.Rule, f.Found, f.Want = rulePeriod, "the end of the period", "put the earlier date in from"
	case errors.As(v.Err, &invalid) && invalid.Type == reflect.TypeFor[CountRange]():
		f.Rule, f.Found, f.Want = ruleSpan, "the upper end", "put the smaller number in min"
	default:
		f.Found = "the value"
		if s := jsonpos.NewScanner(data[v.Offset:], jsonpos.Limits{}); s.Peek() == '"' {
			if text, err := s.String(); err == nil {
				f.Found = token(string(bytes.Clone(text)))
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
