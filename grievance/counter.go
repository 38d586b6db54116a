package grievance

import (
	"slices"

	"github.com/hrdd-go/hrdd/risk"
)

// counter is the state of one pass over a register.
type counter struct {
	r          *Register
	q          Query
	mechanisms []bool // by number plus one; nil for all
	from, to   int    // days between which cases came in
	total      Tally
	mechanism  []Tally
	right      []Tally
	country    []Tally
	site       []Tally
	group      []Tally
	outcome    []Tally
	stage      []Tally
	period     map[string]*Tally
	lastPeriod periodTally
	times      [stages]histogram
	ended      map[issue]int32 // the day on which a case about the issue was first closed
	repeats    map[issue]int
	dues       map[dueKey]risk.Date
	windows    windows
}

// issue is a right at a site, by their numbers.
type issue struct {
	site  uint32
	right uint16
}

// periodTally remembers the period of the last case, as cases come in by date.
type periodTally struct {
	month int
	tally *Tally
}

func newCounter(r *Register, q Query) *counter {
	c := &counter{
		r: r, q: q,
		mechanism: make([]Tally, r.mechanisms.Len()+1),
		right:     make([]Tally, len(r.rights.texts)+1),
		country:   make([]Tally, len(r.countries.texts)+1),
		site:      make([]Tally, r.sites.Len()+1),
		group:     make([]Tally, len(r.groups.texts)+1),
		outcome:   make([]Tally, WithdrawnNotFree+1),
		stage:     make([]Tally, stages),
		period:    make(map[string]*Tally),
		repeats:   make(map[issue]int),
		dues:      make(map[dueKey]risk.Date),
		from:      minDay, to: maxDay,
	}
	c.windows = newWindows(r, q.Signals)
	if !q.Period.From.IsZero() {
		c.from = dayNumber(risk.DateOf(q.Period.From.Start()))
	}
	if !q.Period.To.IsZero() {
		c.to = dayNumber(q.Period.To.LastDay())
	}
	if len(q.Mechanisms) > 0 {
		c.mechanisms = make([]bool, r.mechanisms.Len()+1)
		for _, id := range q.Mechanisms {
			if n := r.mechanisms.Find(id); int(n) < len(c.mechanisms)-1 {
				c.mechanisms[n+1] = true
			}
		}
	}
	return c
}

// includes reports whether a case is asked for. A case that has no events has not
// come in and is never counted.
func (c *counter) includes(rec *record) bool {
	received := rec.state.reached[Received]
	if received.IsZero() || c.mechanisms != nil && !c.mechanisms[rec.mechanism] {
		return false
	}
	day := dayNumber(received)
	return day >= c.from && day <= c.to
}

// countEnds notes for each issue when a case about it was first closed.
func (c *counter) countEnds() {
	c.ended = make(map[issue]int32)
	for i := range c.r.records {
		rec := &c.r.records[i]
		closed := rec.state.reached[Closed]
		if closed.IsZero() || rec.site == 0 {
			continue
		}
		day := int32(dayNumber(closed))
		for _, right := range c.rights(rec) {
			k := issue{rec.site, right}
			if first, ok := c.ended[k]; !ok || day < first {
				c.ended[k] = day
			}
		}
	}
}

func (c *counter) rights(rec *record) []uint16 {
	return c.r.labels[rec.labels : rec.labels+uint32(rec.nRights)]
}

func (c *counter) groups(rec *record) []uint16 {
	from := rec.labels + uint32(rec.nRights)
	return c.r.labels[from : from+uint32(rec.nGroups)]
}

// add counts one case.
func (c *counter) add(rec *record) {
	s := &rec.state
	received := s.reached[Received]
	day := dayNumber(received)
	outcome, remedy := s.Outcome(), s.Remedy()
	t := Tally{Cases: 1, Due: one(remedy.Due), Delivered: one(remedy.Delivered), Confirmed: one(remedy.Confirmed),
		Raised: one(s.Raised()), Open: one(outcome == Ongoing)}
	if t.Open == 1 && c.overdue(rec) {
		t.Overdue = 1
	}
	rights := c.rights(rec)
	for i, right := range rights {
		if slices.Contains(rights[:i], right) {
			continue
		}
		if ended, ok := c.ended[issue{rec.site, right}]; ok && rec.site != 0 && int32(day) > ended {
			c.repeats[issue{rec.site, right}]++
			t.Repeat = 1
		}
	}
	c.total.add(&t)
	c.mechanism[rec.mechanism].add(&t)
	c.country[rec.country].add(&t)
	c.site[rec.site].add(&t)
	c.outcome[outcome].add(&t)
	c.stage[s.Stage].add(&t)
	c.periodOf(received).add(&t)
	addLabels(c.right, c.rights(rec), &t)
	addLabels(c.group, c.groups(rec), &t)
	for stage := Acknowledged; stage < stages; stage++ {
		if on := s.reached[stage]; !on.IsZero() {
			c.times[stage].add(dayNumber(on) - day)
		}
	}
	c.windows.add(rec.site, c.rights(rec), day)
}

// addLabels counts a case under each of its labels once, under 0 if it has none.
func addLabels(to []Tally, labels []uint16, t *Tally) {
	if len(labels) == 0 {
		to[0].add(t)
		return
	}
	for i, l := range labels {
		if !slices.Contains(labels[:i], l) {
			to[l].add(t)
		}
	}
}

func (t *Tally) add(u *Tally) {
	t.Cases += u.Cases
	t.Open += u.Open
	t.Overdue += u.Overdue
	t.Raised += u.Raised
	t.Due += u.Due
	t.Delivered += u.Delivered
	t.Confirmed += u.Confirmed
	t.Repeat += u.Repeat
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (c *counter) periodOf(received risk.Date) *Tally {
	month := received.Year()*12 + int(received.Month())
	if c.lastPeriod.tally == nil || c.lastPeriod.month != month {
		key := c.q.Grain.Of(received)
		if c.period[key] == nil {
			c.period[key] = new(Tally)
		}
		c.lastPeriod = periodTally{month, c.period[key]}
	}
	return c.lastPeriod.tally
}

// dueKey is what the end of a span depends on.
type dueKey struct {
	mechanism uint32
	deadline  int
	from      risk.Date
}

// overdue reports whether a deadline of the case's mechanism has passed. The
// ends of spans are remembered, for many cases come in on one day.
func (c *counter) overdue(rec *record) bool {
	if rec.mechanism == 0 {
		return false
	}
	m := &c.r.rules[rec.mechanism-1]
	for i, d := range m.Deadlines {
		after := func(from risk.Date, cal *Calendar) risk.Date {
			k := dueKey{rec.mechanism, i, from}
			on, ok := c.dues[k]
			if !ok {
				on = d.Within.After(from, cal)
				c.dues[k] = on
			}
			return on
		}
		if due, ok := rec.state.due(d, &m.Calendar, c.r.asOf, after); ok && due.Overdue() {
			return true
		}
	}
	return false
}
