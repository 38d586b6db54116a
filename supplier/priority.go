package supplier

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Candidate is a supplier that may be assessed or audited next.
type Candidate struct {
	Supplier uuid.UUID `json:"supplier"`
	// Salience is the gravest risk at the supplier or behind it, see
	// [Network.Gravest]. The zero Range says that nothing is rated there:
	// unknown, not low.
	Salience risk.Range  `json:"salience,omitzero"`
	At       uuid.UUID   `json:"at,omitzero"`      // at whom that risk is, if it is not at the supplier
	Looked   risk.Date   `json:"looked,omitzero"`  // when somebody last looked; zero for never, as far as is known
	Control  risk.Count  `json:"control,omitzero"` // how many suppliers are reached through it alone, see [Exposure]
	Leverage risk.Answer `json:"leverage,omitzero"`
}

// PriorityKey is one of the things that a list of priorities goes by.
type PriorityKey uint8

const (
	PriorityKeyNotStated PriorityKey = iota
	BySalience                       // the gravest risk at or behind the supplier
	ByLastLook                       // how long ago somebody last looked, in whole periods
	ByControl                        // how much of the network hangs on the supplier alone; where that is unknown it may be all
	ByLeverage                       // whether the company can bring about change there
)

var priorityKeyText = textenum.Table[PriorityKey]{
	Kind: "key of a priority", Names: []string{"", "salience", "last-look", "control", "leverage"},
}

// PriorityOptions say how to order candidates. The zero value of all but Today
// is the library's default.
type PriorityOptions struct {
	Method *risk.Method // nil means risk.UNGP()
	// Today is the day to count from. If it is zero, how long ago somebody
	// looked plays no part, except that never comes first.
	Today risk.Date
	// Period is the number of days in which two looks count as equally long
	// ago; 0 means 365.
	Period int
	// Order is what decides between candidates of equal salience, the first key
	// first; nil means ByLastLook, ByControl, ByLeverage. A key that is left
	// out plays no part. Salience always comes first: who is worst off is not
	// weighed against what is convenient.
	Order []PriorityKey
	// KnownFirst puts risks that are rated before suppliers at and behind whom
	// nothing is rated. Without it these come first, for theirs may be the
	// gravest.
	KnownFirst bool
}

// Prioritized is a candidate with its place.
type Prioritized struct {
	Candidate
	Place int        `json:"place"` // from 1; candidates that no key tells apart share a place
	Score risk.Score `json:"score"`
	// Behind is the key by which the candidate comes after the one above it,
	// not stated for the first and for one that shares its place.
	Behind PriorityKey `json:"behind,omitzero"`
	// Before is the key by which it comes before the one below it, not stated
	// for the last and for one that shares its place.
	Before PriorityKey `json:"before,omitzero"`
}

// OrderError says that an order of keys cannot be used.
type OrderError struct {
	Key PriorityKey
	Why string
}

// Error gives the key and why it cannot stand in the order.
func (e *OrderError) Error() string { return fmt.Sprintf("order of priorities: %s %s", e.Key, e.Why) }

var defaultOrder = [...]PriorityKey{ByLastLook, ByControl, ByLeverage}

// Prioritize returns the candidates in the order in which to look at them, with
// the reason for each place. It orders by salience; between equals by the keys
// of the options, one after the other, with no weights. Whatever the means,
// the order says what comes first, never what need not be done.
//
// It returns an *[OrderError] for an order with a key twice or with salience
// in it, and a *[risk.ItemError] for a salience that is not valid. Candidates
// that share a place come in the order in which they were given.
func Prioritize(candidates iter.Seq[Candidate], o PriorityOptions) ([]Prioritized, error) {
	if o.Method == nil {
		o.Method = risk.UNGP()
	}
	if o.Period <= 0 {
		o.Period = 365
	}
	if o.Order == nil {
		o.Order = defaultOrder[:]
	}
	for i, k := range o.Order {
		switch {
		case k == BySalience:
			return nil, &OrderError{Key: k, Why: "always comes first; leave it out"}
		case !k.Valid() || k == PriorityKeyNotStated:
			return nil, &OrderError{Key: k, Why: "is not a key"}
		case slices.Contains(o.Order[:i], k):
			return nil, &OrderError{Key: k, Why: "stands twice"}
		}
	}
	var all []Prioritized
	for c := range candidates {
		s, err := o.Method.ScoreRange(c.Salience)
		if err != nil {
			return nil, &risk.ItemError{Index: len(all), Err: err}
		}
		all = append(all, Prioritized{Candidate: c, Score: s})
	}
	slices.SortStableFunc(all, func(a, b Prioritized) int {
		c, _ := o.compare(&a, &b)
		return c
	})
	for i := range all {
		all[i].Place = i + 1
		if i == 0 {
			continue
		}
		c, key := o.compare(&all[i-1], &all[i])
		if c == 0 {
			all[i].Place = all[i-1].Place
		}
		all[i-1].Before, all[i].Behind = key, key
	}
	return all, nil
}

// compare returns -1 if a comes before b, and the key that decides.
func (o *PriorityOptions) compare(a, b *Prioritized) (int, PriorityKey) {
	if c := o.compareSalience(a, b); c != 0 {
		return c, BySalience
	}
	for _, k := range o.Order {
		c := 0
		switch k {
		case ByLastLook:
			c = cmp.Compare(o.periods(b.Looked), o.periods(a.Looked))
		case ByControl:
			c = compareControl(b.Control, a.Control)
		case ByLeverage:
			c = cmp.Compare(leverageOrder[b.Leverage&3], leverageOrder[a.Leverage&3])
		}
		if c != 0 {
			return c, k
		}
	}
	return 0, PriorityKeyNotStated
}

func (o *PriorityOptions) compareSalience(a, b *Prioritized) int {
	if o.KnownFirst {
		nothing := risk.Range{}
		if c := cmp.Compare(flag(a.Salience == nothing), flag(b.Salience == nothing)); c != 0 {
			return c
		}
	}
	return compareScores(b.Score, a.Score)
}

// periods returns how many whole periods have passed since a day, more than any
// number for never.
func (o *PriorityOptions) periods(looked risk.Date) int {
	const never = 1 << 30
	switch {
	case looked.IsZero():
		return never
	case o.Today.IsZero():
		return 0
	}
	return max(0, looked.DaysUntil(o.Today)/o.Period)
}

// compareControl compares counts. An unknown one may be any, and comes above
// all that are known.
func compareControl(a, b risk.Count) int {
	x, knownA := a.Known()
	y, knownB := b.Known()
	return cmp.Or(cmp.Compare(flag(!knownA), flag(!knownB)), cmp.Compare(x, y))
}

// leverageOrder puts those with leverage first and those without last.
var leverageOrder = [...]int8{risk.Unknown: 1, risk.No: 0, risk.Yes: 2, 3: 1}
