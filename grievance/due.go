package grievance

import "github.com/hrdd-go/hrdd/risk"

// Due is a deadline as it stands in one case.
type Due struct {
	Deadline Deadline  `json:"deadline,omitzero"`
	On       risk.Date `json:"on,omitzero"`  // the day by which the stage was to be reached, with any extension
	Met      risk.Date `json:"met,omitzero"` // the day on which it was, the zero Date if it has not been
	Late     int       `json:"late"`         // days after On: until Met, or until the day asked about; 0 if in time
}

// Overdue reports whether the day has passed and the stage was not reached.
func (d Due) Overdue() bool { return d.Met.IsZero() && d.Late > 0 }

// Dues returns the deadlines of mechanism m that run or have run in a case that
// stands at s, as of a day. A stage counts as reached once a later one is, and
// once the case has ended: whoever is told that a case is not taken on need not
// wait for it to be.
//
// Each deadline is given once. In a case that was reopened, those from its receipt
// run again from that day; in one that was appealed, those from the appeal, and
// those from a stage that it came to again. A nil mechanism has no deadlines.
func (s *State) Dues(m *Mechanism, on risk.Date) []Due {
	if m == nil {
		return nil
	}
	var dues []Due
	for _, d := range m.Deadlines {
		if due, ok := s.due(d, &m.Calendar, on, d.Within.After); ok {
			dues = append(dues, due)
		}
	}
	return dues
}

// due returns how deadline d stands, and whether it runs at all. after counts
// its span.
func (s *State) due(d Deadline, c *Calendar, on risk.Date, after func(risk.Date, *Calendar) risk.Date) (Due, bool) {
	start, days := d.From, &s.reached
	if start == StageNotStated {
		start = Received
	}
	if start >= stages {
		return Due{}, false
	}
	if s.round != nil && !s.round[start].IsZero() {
		days = s.round
	}
	if days[start].IsZero() {
		return Due{}, false
	}
	due := Due{Deadline: d, On: after(days[start], c), Met: reachedOrPassed(days, d.Reach)}
	for _, x := range s.extended {
		if x.stage == d.Reach && x.until.After(due.On) {
			due.On = x.until
		}
	}
	if due.On.IsZero() {
		return Due{}, false
	}
	until := due.Met
	if until.IsZero() {
		until = on
	}
	if until.After(due.On) {
		due.Late = due.On.DaysUntil(until)
	}
	return due, true
}

// Overdue returns the deadlines that had passed by a day without the stage being
// reached, given the case's state on that day.
func (s *State) Overdue(m *Mechanism, on risk.Date) []Due {
	var late []Due
	for _, d := range s.Dues(m, on) {
		if d.Overdue() {
			late = append(late, d)
		}
	}
	return late
}

// DefaultWatch is how long after its end a case is watched for retaliation where
// the mechanism states no time. This library's own choice.
const DefaultWatch = 6 // months

// WatchedUntil returns the day until which the complainant of an ended case is
// asked about retaliation, the zero Date for a case that has not ended. A nil
// mechanism, or one that does not say how long, has [DefaultWatch].
func (s *State) WatchedUntil(m *Mechanism) risk.Date {
	if !s.Stage.Ended() {
		return risk.Date{}
	}
	if m == nil {
		m = new(Mechanism)
	}
	watch := m.Watch
	if watch == (Span{}) {
		watch = Span{Count: DefaultWatch, Unit: Months}
	}
	return watch.After(s.Since, &m.Calendar)
}

// reachedOrPassed returns the first of the days on which a case came to its stages
// that is about the given stage or one beyond it.
func reachedOrPassed(days *[stages]risk.Date, stage Stage) risk.Date {
	var first risk.Date
	if stage < stages {
		first = days[stage]
	}
	for other, on := range days {
		if on.IsZero() || !Stage(other).beyond(stage) {
			continue
		}
		if first.IsZero() || on.Before(first) {
			first = on
		}
	}
	return first
}

// beyond reports whether a case that reached s has no more need to reach t:
// s comes later on the way, or is an end. Dialogue and investigation stand side
// by side; an appeal goes back.
func (s Stage) beyond(t Stage) bool {
	switch {
	case s == t || s == Appealed:
		return false
	case s.Ended():
		return true
	case s == Investigation && t == InDialogue:
		return false
	}
	return s > t && !t.Ended() && t != Appealed
}
