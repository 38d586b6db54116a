package assessment

import (
	"fmt"
	"maps"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/idindex"
	"github.com/hrdd-go/hrdd/risk"
)

// TrackingError says whose log of events cannot be followed.
type TrackingError struct {
	Recommendation uuid.UUID
	Err            error
}

// Error names the recommendation by its ID and says what was refused.
func (e *TrackingError) Error() string {
	return fmt.Sprintf("recommendation %s: %v", e.Recommendation, e.Err)
}

// Unwrap returns the error of the log.
func (e *TrackingError) Unwrap() error { return e.Err }

// Tracker folds events into states and figures in one pass, one event at a
// time, so that a host with millions of events need not hold them. Its memory
// grows with the recommendations and not with their events. Only one goroutine
// may use a Tracker at a time.
type Tracker struct {
	asOf  risk.Date
	table Transitions
	index idindex.Index
	pages [][]followed // of pageSize each, by their numbers in index
	stays [numStates]stays
}

// followed is what a tracker keeps of one recommendation.
type followed struct {
	rec        *Recommendation
	owner      string
	state      State
	made       risk.Date // of the first event that is dated
	last       risk.Date // the latest of the events that were seen and are dated
	since, due risk.Date
	progress   Percent
	seen       int32 // events, whether they had happened by the day or not
	events     int32 // that had
	dueChanges int32
	// waiting holds events at the end of what was seen that may have happened
	// by the day, without a date or dated by a year or month that is not over:
	// they are known to have happened only once a later event is.
	waiting []*Event
}

// pageSize is how many recommendations are kept together. In pages they need
// not be moved as they become more.
const pageSize = 1024

// stays counts how long recommendations stayed in one state.
type stays struct {
	days    []int32     // number of stays by length, up to longStay
	longer  map[int]int // the same for longer ones, which are few
	unknown int
}

// longStay is the length in days up to which stays are counted in a slice.
const longStay = 4096

// NewTracker returns a tracker that looks at things at the end of a day; the
// zero day means after every event.
func NewTracker(asOf risk.Date) *Tracker {
	return &Tracker{asOf: asOf.LastDay()}
}

// NewTrackerWith is [NewTracker] through a host's own table.
func NewTrackerWith(t Transitions, asOf risk.Date) *Tracker {
	tracker := NewTracker(asOf)
	tracker.table = t
	return tracker
}

// Add follows a recommendation with all its events. It keeps a pointer to it.
func (t *Tracker) Add(r *Recommendation) error {
	f := t.follow(r.ID)
	f.rec = r
	for i := range r.Events {
		if err := t.apply(f, &r.Events[i]); err != nil {
			return &TrackingError{r.ID, err}
		}
	}
	return nil
}

// Event follows one event of the recommendation with the given id. The events
// of one recommendation must come in their order; those of different ones may
// come in any. The error is a *[TrackingError]: of an *[EventError] for an event
// that happened before the one that it follows, of a *[TransitionError] for one
// that the table does not allow.
func (t *Tracker) Event(recommendation uuid.UUID, e *Event) error {
	if err := t.apply(t.follow(recommendation), e); err != nil {
		return &TrackingError{recommendation, err}
	}
	return nil
}

// follow returns what is kept of a recommendation.
func (t *Tracker) follow(id uuid.UUID) *followed {
	n, added := t.index.Add(id)
	if added && n%pageSize == 0 {
		t.pages = append(t.pages, make([]followed, pageSize))
	}
	return &t.pages[n/pageSize][n%pageSize]
}

func (t *Tracker) apply(f *followed, e *Event) error {
	if !e.On.IsZero() {
		if !f.last.IsZero() && e.On.LastDay().Before(f.last) {
			return outOfOrder(t.table, int(f.seen), e.On, f.last)
		}
		f.last = laterOf(f.last, e.On)
	}
	f.seen++
	switch {
	case t.asOf.IsZero():
	case e.On.After(t.asOf): // as are those that follow it
		return nil
	case e.On.IsZero(), e.On.LastDay().After(t.asOf):
		copied := *e
		f.waiting = append(f.waiting, &copied)
		return nil
	}
	for _, w := range f.waiting {
		if err := t.happen(f, w); err != nil {
			return err
		}
	}
	f.waiting = nil
	return t.happen(f, e)
}

// happen folds an event that is known to have happened.
func (t *Tracker) happen(f *followed, e *Event) error {
	to, err := t.table.Next(f.state, e.Kind)
	if err != nil {
		return err
	}
	if to != f.state {
		if f.state != StateNotStated {
			t.stays[f.state].add(f.since, e.On)
		}
		f.state, f.since = to, e.On
	}
	if f.made.IsZero() {
		f.made = e.On
	}
	if e.Owner != "" {
		f.owner = e.Owner
	}
	if !e.Due.IsZero() {
		if !f.due.IsZero() && f.due != e.Due {
			f.dueChanges++
		}
		f.due = e.Due
	}
	if !e.Progress.IsZero() {
		f.progress = e.Progress
	}
	f.events++
	return nil
}

func (s *stays) add(from, to risk.Date) {
	if from.Day() == 0 || to.Day() == 0 { // not known to the day
		s.unknown++
		return
	}
	days := max(0, from.DaysUntil(to))
	if days >= longStay {
		if s.longer == nil {
			s.longer = make(map[int]int)
		}
		s.longer[days]++
		return
	}
	if days >= len(s.days) {
		s.days = append(s.days, make([]int32, days+1-len(s.days))...)
	}
	s.days[days]++
}

// lengths yields the lengths that occur, shortest first, with how often each
// does.
func (s *stays) lengths(yield func(days, n int) bool) {
	for days, n := range s.days {
		if n > 0 && !yield(days, int(n)) {
			return
		}
	}
	for _, days := range slices.Sorted(maps.Keys(s.longer)) {
		if !yield(days, s.longer[days]) {
			return
		}
	}
}

// time returns the figures of a state: quantiles are those of the nearest
// rank, which are lengths that did occur.
func (s *stays) time(state State) StateTime {
	out := StateTime{State: state, Unknown: s.unknown}
	for _, n := range s.lengths {
		out.Stays += n
	}
	quantiles := [...]struct {
		at    *int
		share int // in hundredths
	}{{&out.Q1, 25}, {&out.Median, 50}, {&out.Q3, 75}, {&out.P90, 90}, {&out.Longest, 100}}
	seen, next := 0, 0
	for days, n := range s.lengths {
		for seen += n; next < len(quantiles) && seen*100 >= out.Stays*quantiles[next].share; next++ {
			*quantiles[next].at = days
		}
	}
	return out
}

// status returns where a recommendation stands on the day of its tracker.
func (f *followed) status(id uuid.UUID, asOf risk.Date) RecommendationStatus {
	s := RecommendationStatus{
		ID: id, Recommendation: f.rec, State: f.state, Made: f.made, Since: f.since, Owner: f.owner, Due: f.due,
		DueChanges: int(f.dueChanges), Progress: f.progress, Events: int(f.events),
	}
	if f.since.Day() != 0 && !asOf.IsZero() {
		s.AgeDays = risk.CountOf(f.since.DaysUntil(asOf))
	}
	switch {
	case !f.state.Open():
		s.Overdue = risk.No
	case f.due.IsZero() || asOf.IsZero(): // nobody knows
	case asOf.After(f.due.LastDay()):
		s.Overdue, s.OverdueDays = risk.Yes, risk.CountOf(f.due.LastDay().DaysUntil(asOf))
	default:
		s.Overdue = risk.No
	}
	return s
}

// Tracking returns where everything followed so far stands. The tracker may be
// used on.
func (t *Tracker) Tracking(total risk.Count) *Tracking {
	out := &Tracking{AsOf: t.asOf, Total: total, Items: make([]RecommendationStatus, t.index.Len())}
	var ages [numStates]stays
	for i := range out.Items {
		f := &t.pages[i/pageSize][i%pageSize]
		s := &out.Items[i]
		*s = f.status(t.index.ID(uint32(i)), t.asOf)
		if f.state != StateNotStated && !t.asOf.IsZero() {
			ages[f.state].add(f.since, t.asOf)
		}
		out.ByState[f.state]++
		switch s.Overdue {
		case risk.Unknown:
			out.DueUnknown++
		case risk.Yes:
			out.Overdue++
		}
	}
	out.Times, out.Ages = times(&t.stays), times(&ages)
	return out
}

// times returns the figures of the states in which there was any stay.
func times(all *[numStates]stays) []StateTime {
	var out []StateTime
	for state := range all {
		if s := &all[state]; len(s.days) > 0 || len(s.longer) > 0 || s.unknown > 0 {
			out = append(out, s.time(State(state)))
		}
	}
	return out
}
