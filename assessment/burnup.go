package assessment

import (
	"slices"

	"github.com/hrdd-go/hrdd/risk"
)

// BurnUpPoint is one day of a burn-up: how many of the listed recommendations
// had been made by then, and how far they had come.
type BurnUpPoint struct {
	On       risk.Date
	Made     int // proposed by then and not withdrawn or superseded: the scope
	Begun    int // of those, in progress, blocked, done or verified
	Done     int // of those, said to be done, verified ones included
	Verified int // of those, shown to work
}

// BurnUp returns the burn-up of recommendations on the given days. What is
// recommended anew raises the scope; what is withdrawn or superseded leaves
// it, and is not counted as done. An event that is dated by its year only
// counts from the end of that year. It returns the error of [Track].
func BurnUp(recommendations []Recommendation, days []risk.Date) ([]BurnUpPoint, error) {
	days = slices.Clone(days)
	slices.SortFunc(days, risk.Date.Compare)
	points := make([]BurnUpPoint, len(days))
	for i := range points {
		points[i].On = days[i]
	}
	machine := Transitions{}.machine()
	for i := range recommendations {
		r := &recommendations[i]
		if _, err := machine.Fold(r.Events); err != nil {
			return nil, &TrackingError{r.ID, err}
		}
		for j := range points {
			p, err := machine.At(r.Events, days[j].End())
			if err != nil {
				return nil, &TrackingError{r.ID, err}
			}
			points[j].count(p.State)
		}
	}
	return points, nil
}

// count adds a recommendation in state s to the point.
func (p *BurnUpPoint) count(s State) {
	switch s {
	case StateNotStated, Superseded, Withdrawn:
		return
	case InProgress, Blocked, VerifiedIneffective:
		p.Begun++
	case Implemented:
		p.Begun++
		p.Done++
	case VerifiedEffective:
		p.Begun++
		p.Done++
		p.Verified++
	}
	p.Made++
}
