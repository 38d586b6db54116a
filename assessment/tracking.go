package assessment

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
)

// numStates is the number of states, the zero value included.
const numStates = int(Withdrawn) + 1

// RecommendationStatus is where one recommendation stands on a day.
type RecommendationStatus struct {
	ID             uuid.UUID       `json:"id"`
	Recommendation *Recommendation `json:"-"` // nil if only its events were seen
	State          State           `json:"state,omitzero"`
	Made           risk.Date       `json:"made,omitzero"`        // of the first event that is dated; zero if none is
	Since          risk.Date       `json:"since,omitzero"`       // when it came into the state, as far as the source says
	AgeDays        risk.Count      `json:"ageDays,omitzero"`     // whole days in the state; unknown unless Since is a day
	Owner          string          `json:"owner,omitzero"`       // a role
	Due            risk.Date       `json:"due,omitzero"`         // the last that was set
	DueChanges     int             `json:"dueChanges"`           // how often a due date was moved
	Overdue        risk.Answer     `json:"overdue,omitzero"`     // unknown where it is open and no due date is stated, or no day is asked for
	OverdueDays    risk.Count      `json:"overdueDays,omitzero"` // whole days since the last day that was set; unknown unless overdue
	Progress       Percent         `json:"progress,omitzero"`
	Events         int             `json:"events"` // how many had happened by the day
}

// StateTime is how long recommendations stayed in a state, in days. The figures
// are of stays whose two ends are known to the day; how many are not is told.
// Quantiles are those of the nearest rank: lengths that did occur, the lower of
// two in the middle. They are 0 if Stays is.
type StateTime struct {
	State   State `json:"state,omitzero"`
	Stays   int   `json:"stays"`   // whose length is known
	Unknown int   `json:"unknown"` // whose length is not known
	Q1      int   `json:"q1"`      // days that a quarter did not exceed
	Median  int   `json:"median"`  // days that half did not exceed
	Q3      int   `json:"q3"`      // days that three in four did not exceed
	P90     int   `json:"p90"`     // days that nine in ten did not exceed
	Longest int   `json:"longest"` // days
}

// Tracking is where a set of recommendations stands on a day.
type Tracking struct {
	AsOf    risk.Date              `json:"asOf,omitzero"`
	Items   []RecommendationStatus `json:"items,omitzero"` // in the order in which they were added
	Total   risk.Count             `json:"total,omitzero"` // how many were made, listed or not; unknown unless stated
	ByState [numStates]int         `json:"-"`              // how many of those listed, by [State]
	Overdue int                    `json:"overdue"`
	// DueUnknown counts those that are open and have no due date: whether they
	// are late is unknown.
	DueUnknown int `json:"dueUnknown"`
	// Times is how long recommendations stayed in states that they have left,
	// in the order of the states. Those that are in a state still are not in
	// it: where work has stalled Times looks better than things are, and Ages
	// shows it.
	Times []StateTime `json:"times,omitzero"`
	// Ages is how long those that are in a state on the day have been in it,
	// in the order of the states; empty if no day is asked for.
	Ages []StateTime `json:"ages,omitzero"`
}

// Count returns how many of the listed recommendations are in state s.
func (t *Tracking) Count(s State) int {
	if int(s) >= len(t.ByState) {
		return 0
	}
	return t.ByState[s]
}

// Share is a part of a whole that may be unknown: a share of recommendations
// is not a share as long as nobody says how many there are.
type Share struct {
	Done int        `json:"done"`
	Of   risk.Count `json:"of,omitzero"`
}

// Ratio returns Done by Of, from 0 to 1. It is not ok if the whole is unknown,
// none, or less than the part.
func (s Share) Ratio() (ratio float64, ok bool) {
	of, known := s.Of.Known()
	if !known || of == 0 || s.Done > of {
		return 0, false
	}
	return float64(s.Done) / float64(of), true
}

// Implemented returns the share of all recommendations made that are said to
// be done.
func (t *Tracking) Implemented() Share {
	return Share{t.Count(Implemented) + t.Count(VerifiedEffective), t.Total}
}

// Verified returns the share of all recommendations made that were shown to
// work.
func (t *Tracking) Verified() Share { return Share{t.Count(VerifiedEffective), t.Total} }

// GroupShare is the share of the listed recommendations of one group, of a
// risk, an owner or a year, that are said to be done.
type GroupShare struct {
	Key   string `json:"key,omitzero"` // what the group has in common; empty where it is not stated
	Share Share  `json:"share,omitzero"`
}

// ImplementedBy returns the share done among the listed recommendations for
// each key, sorted by key. A recommendation may have several keys. Whether
// more recommendations of a group exist than are listed is unknown unless
// Total says that all are listed, and so is then the whole of each share.
func (t *Tracking) ImplementedBy(keys func(*RecommendationStatus) iter.Seq[string]) []GroupShare {
	total, known := t.Total.Known()
	whole := known && total == len(t.Items)
	type tally struct{ done, of int }
	tallies := make(map[string]*tally)
	for i := range t.Items {
		for k := range keys(&t.Items[i]) {
			if tallies[k] == nil {
				tallies[k] = new(tally)
			}
			tallies[k].of++
			if t.Items[i].State.Done() {
				tallies[k].done++
			}
		}
	}
	shares := make([]GroupShare, 0, len(tallies))
	for k, n := range tallies {
		share := Share{Done: n.done}
		if whole {
			share.Of = risk.CountOf(n.of)
		}
		shares = append(shares, GroupShare{k, share})
	}
	slices.SortFunc(shares, func(a, b GroupShare) int { return cmp.Compare(a.Key, b.Key) })
	return shares
}

// ByOwner yields the owner of a recommendation, for [Tracking.ImplementedBy].
func ByOwner(s *RecommendationStatus) iter.Seq[string] {
	return func(yield func(string) bool) { yield(s.Owner) }
}

// ByRisk yields the ids of the risks that a recommendation answers, for
// [Tracking.ImplementedBy]; one empty key if it names none.
func ByRisk(s *RecommendationStatus) iter.Seq[string] {
	return func(yield func(string) bool) {
		if s.Recommendation == nil || len(s.Recommendation.Risks) == 0 {
			yield("")
			return
		}
		for _, id := range s.Recommendation.Risks {
			if !yield(id.String()) {
				return
			}
		}
	}
}

// ByYear yields the year in which a recommendation was first heard of, for
// [Tracking.ImplementedBy]; an empty key if no date is stated.
func ByYear(s *RecommendationStatus) iter.Seq[string] {
	return func(yield func(string) bool) {
		if s.Made.IsZero() {
			yield("")
			return
		}
		yield(fmt.Sprintf("%04d", s.Made.Year()))
	}
}

// Track returns where recommendations stand at the end of a day; the zero day
// means after every event. total is how many were made, unknown unless a
// source states it. On logs that break the table of transitions or the order of
// time it returns the first *[TrackingError], which says whose log it is.
func Track(recommendations []Recommendation, asOf risk.Date, total risk.Count) (*Tracking, error) {
	return TrackWith(Transitions{}, recommendations, asOf, total)
}

// TrackWith is [Track] through a host's own table.
func TrackWith(t Transitions, recommendations []Recommendation, asOf risk.Date, total risk.Count) (*Tracking, error) {
	tracker := NewTrackerWith(t, asOf)
	for i := range recommendations {
		if err := tracker.Add(&recommendations[i]); err != nil {
			return nil, err
		}
	}
	return tracker.Tracking(total), nil
}
