package risk

import (
	"fmt"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// Confidence says how sure the one who decided is. It is stated by a person and
// computed by nothing.
type Confidence uint8

const (
	ConfidenceNotStated Confidence = iota
	LowConfidence
	MediumConfidence
	HighConfidence
)

var confidenceText = textenum.Table[Confidence]{Kind: "confidence", Names: []string{"", "low", "medium", "high"}}

// InvolvementRecord is one dated and versioned classification of a company's
// involvement in a harm. Records are never changed; what becomes known later
// is a new record.
type InvolvementRecord struct {
	Version int        `json:"version"`        // 1 for the first, then one more each
	On      Date       `json:"on"`             // when it was decided
	By      string     `json:"by,omitzero"`    // a role, not a private person
	Facts   FactRecord `json:"facts,omitzero"` // that it rests on
	// Class is the class that a person decided on; Undetermined leaves it to
	// the facts. One that the facts do not give needs a Rationale.
	Class      Involvement `json:"class,omitzero"`
	Rationale  string      `json:"rationale,omitzero"`  // why, where a person decided
	Confidence Confidence  `json:"confidence,omitzero"` // of the one who decided
	// Table is the decision table that was used, as id@version. See
	// InvolvementTableRef.
	Table string `json:"table,omitzero"`
}

// InvolvementTableRef names the decision table of [Classify] and its version,
// for the records that were made with it.
func InvolvementTableRef() string { return involvementTableID + "@" + involvementTableVersion }

// Involvement returns the class that a person decided on, and if none did, the
// one that the facts give.
func (r *InvolvementRecord) Involvement() Involvement {
	if r.Class != Undetermined {
		return r.Class
	}
	return Classify(r.Facts.Facts()).Class
}

// InvolvementHistory is the classifications of one company's involvement in one
// harm, in the order in which they were made. A history is plain data; its
// methods do not change it.
type InvolvementHistory []InvolvementRecord

// At returns the record that stood at the end of the given day; ok is false if
// there was none. A record dated to a month or a year stands from its last day.
func (h InvolvementHistory) At(asOf Date) (r InvolvementRecord, ok bool) {
	if before := h.upTo(asOf); len(before) > 0 {
		return before[len(before)-1], true
	}
	return InvolvementRecord{}, false
}

// upTo returns the records that were made by the end of the day.
func (h InvolvementHistory) upTo(asOf Date) InvolvementHistory {
	n := 0
	for n < len(h) && !h[n].On.IsZero() && !h[n].On.LastDay().After(asOf.LastDay()) {
		n++
	}
	return h[:n]
}

// VersionError says that a record was meant to follow another than the last one
// of a history: someone else has added one meanwhile.
type VersionError struct {
	Expected int // the version after which the record was meant to come
	Found    int // the version of the last record
}

// Error gives both versions and what a writer does next.
func (e *VersionError) Error() string {
	return fmt.Sprintf("the history is at version %d, not at %d; read it again and decide anew", e.Found, e.Expected)
}

// HistoryError says that a record does not fit into a history.
type HistoryError struct {
	Index int    // of the record, from 0
	Rule  string // "version", "date", "order", "rationale", "contradiction" or "class"
	Found string
	Want  string
}

// Error gives the number of the record, the rule, what was found and what would do.
func (e *HistoryError) Error() string {
	return fmt.Sprintf("record %d: %s: %s; %s", e.Index, e.Rule, e.Found, e.Want)
}

// Append returns the history with one more record, which gets the next version.
// after is the version of the last record that the caller has seen, 0 if none;
// it returns a *[VersionError] if the history has moved on, and a
// *[HistoryError] if the record does not fit. h is not changed.
func (h InvolvementHistory) Append(after int, r InvolvementRecord) (InvolvementHistory, error) {
	last := 0
	if len(h) > 0 {
		last = h[len(h)-1].Version
	}
	if after != last {
		return h, &VersionError{Expected: after, Found: last}
	}
	r.Version = last + 1
	longer := append(h[:len(h):len(h)], r)
	for _, problem := range longer.Check() {
		if problem.Index == len(h) {
			return h, problem
		}
	}
	return longer, nil
}

// Check returns what is wrong with the history, all of it: versions that do not
// count up from 1, dates that are missing or go back, classes that are none,
// facts that contradict one another, and classes that the facts do not give and
// nobody gives a rationale for.
func (h InvolvementHistory) Check() []*HistoryError {
	var problems []*HistoryError
	for i := range h {
		r := &h[i]
		report := func(rule, found, want string) {
			problems = append(problems, &HistoryError{Index: i, Rule: rule, Found: found, Want: want})
		}
		if r.Version != i+1 {
			report("version", fmt.Sprintf("version %d", r.Version), fmt.Sprintf("use %d", i+1))
		}
		if r.On.IsZero() {
			report("date", "no date", "state when it was decided")
		} else if i > 0 && r.On.LastDay().Before(h[i-1].On.LastDay()) {
			report("order", fmt.Sprintf("%v is before %v", r.On, h[i-1].On), "put records in the order in which they were made")
		}
		if !r.Class.Valid() {
			report("class", r.Class.String(), "use a class of the Guiding Principles")
			continue
		}
		c := Classify(r.Facts.Facts())
		if c.Contradictory {
			for _, p := range contradictionsOf(c.Facts) {
				report("contradiction", fmt.Sprintf("%v and %v contradict", p.First, p.Second), "take one of the two answers back")
			}
		}
		if r.Class != Undetermined && r.Class != c.Class && r.Rationale == "" {
			report("rationale", fmt.Sprintf("%v was decided, the facts give %v", r.Class, c.Class), "say why, or correct the facts")
		}
	}
	return problems
}

// Move is a change of class from one record of a history to the next.
type Move struct {
	From    Involvement `json:"from"`
	To      Involvement `json:"to"`
	On      Date        `json:"on"`
	Version int         `json:"version"`          // of the record that made it
	Changed []Fact      `json:"changed,omitzero"` // the facts that are answered differently
}

// Moves returns the changes of class in the history, in their order.
func (h InvolvementHistory) Moves() []Move {
	var moves []Move
	for i := 1; i < len(h); i++ {
		from, to := h[i-1].Involvement(), h[i].Involvement()
		if from == to {
			continue
		}
		m := Move{From: from, To: to, On: h[i].On, Version: h[i].Version}
		before, after := h[i-1].Facts.Facts(), h[i].Facts.Facts()
		for f := FactOwnAct; f <= FactThroughRelationship; f++ {
			if before.value(f) != after.value(f) {
				m.Changed = append(m.Changed, f)
			}
		}
		moves = append(moves, m)
	}
	return moves
}
