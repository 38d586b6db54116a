package assessment

import (
	"slices"

	"github.com/hrdd-go/hrdd/risk"
)

// BurnUpPoint is one day of a burn-up: how many of the listed recommendations
// had been made by then, and how far they had come.
type BurnUpPoint struct {
	On       risk.Date `json:"on,omitzero"`
	Made     int       `json:"made"`     // proposed by then and not withdrawn or superseded: the scope
	Begun    int       `json:"begun"`    // of those, in progress, blocked, done or verified
	Done     int       `json:"done"`     // of those, said to be done, verified ones included
	Verified int       `json:"verified"` // of those, shown to work
}

// BurnUp returns the burn-up of recommendations on the given days, in their
// order, whatever the order in which they are given; the zero day, which means
// after every event, comes first. What is recommended anew raises the scope, and
// what is turned down stays in it; what is withdrawn or superseded leaves it, and
// is not counted as done. An event that is dated by its year only counts from the end
// of that year. It returns the error of [Track]. It takes time in proportion to
// the events, however many days there are.
func BurnUp(recommendations []Recommendation, days []risk.Date) ([]BurnUpPoint, error) {
	return BurnUpWith(Transitions{}, recommendations, days)
}

// BurnUpWith is [BurnUp] through a host's own table.
func BurnUpWith(t Transitions, recommendations []Recommendation, days []risk.Date) ([]BurnUpPoint, error) {
	days = slices.Clone(days)
	slices.SortFunc(days, risk.Date.Compare)
	undated := 0
	for undated < len(days) && days[undated].IsZero() { // they come first
		undated++
	}
	dated := days[undated:]
	last := make([]risk.Date, len(dated))
	for i, d := range dated {
		last[i] = d.LastDay()
	}
	// moves[i] is by how much the number of recommendations in each state
	// differs on the i-th day from that of the day before; behind the last day
	// is what happened later or is not known to have happened by then.
	moves := make([][numStates]int, len(dated)+1)
	for i := range recommendations {
		r := &recommendations[i]
		if err := r.moves(t, last, moves); err != nil {
			return nil, &TrackingError{r.ID, err}
		}
	}
	points := make([]BurnUpPoint, 0, len(days))
	var now [numStates]int
	for i := range moves {
		for s, n := range moves[i] {
			now[s] += n
		}
		if i < len(dated) {
			points = append(points, burnUpPoint(dated[i], &now))
		}
	}
	for range undated {
		points = slices.Insert(points, 0, burnUpPoint(risk.Date{}, &now))
	}
	return points, nil
}

// moves adds the moves of r from state to state to those of the days on which
// they are known to have been made.
func (r *Recommendation) moves(t Transitions, days []risk.Date, moves [][numStates]int) error {
	if err := ordered(t, r.Events); err != nil {
		return err
	}
	states := make([]State, len(r.Events))
	state := StateNotStated
	for i := range r.Events {
		to, err := t.Next(state, r.Events[i].Kind)
		if err != nil {
			return err
		}
		states[i], state = to, to
	}
	// From the end, since an event is known to have happened once a later one is.
	known := len(days)
	for i := len(r.Events) - 1; i >= 0; i-- {
		if on := r.Events[i].On; !on.IsZero() {
			day, _ := slices.BinarySearchFunc(days, on.LastDay(), risk.Date.Compare)
			known = min(known, day)
		}
		before := StateNotStated
		if i > 0 {
			before = states[i-1]
		}
		moves[known][before]--
		moves[known][states[i]]++
	}
	return nil
}

// burnUpPoint returns the point of a day on which so many recommendations are
// in each state.
func burnUpPoint(day risk.Date, in *[numStates]int) BurnUpPoint {
	p := BurnUpPoint{On: day}
	for s, n := range in {
		switch State(s) {
		case StateNotStated, Superseded, Withdrawn:
			continue
		case InProgress, Blocked, VerifiedIneffective:
			p.Begun += n
		case Implemented:
			p.Begun += n
			p.Done += n
		case VerifiedEffective:
			p.Begun += n
			p.Done += n
			p.Verified += n
		}
		p.Made += n
	}
	return p
}
