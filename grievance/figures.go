package grievance

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Dimension is what a table of figures goes by.
type Dimension uint8

const (
	DimensionNotStated Dimension = iota
	ByMechanism
	ByRight
	ByCountry
	BySite
	ByGroup
	ByOutcome
	ByStage
	ByPeriod  // in which the case came in
	ByPromise // whether a deadline has passed, of ongoing cases
)

var dimensionText = textenum.Table[Dimension]{
	Kind: "dimension of figures",
	Names: []string{"", "mechanism", "right", "country", "site", "group", "outcome", "stage", "period",
		"promise"},
}

// Multiple reports whether one case may stand in several rows of a table, so that
// the rows add up to more than the cases.
func (d Dimension) Multiple() bool { return d == ByRight || d == ByGroup }

// Grain is the length of the periods that figures go by.
type Grain uint8

const (
	Yearly    Grain = iota // 2021
	Quarterly              // 2021-Q1
	Monthly                // 2021-03
)

var grainText = textenum.Table[Grain]{
	Kind: "length of periods", Names: []string{"year", "quarter", "month"},
}

// Of returns the period in which a day lies, empty for a date that is not one.
func (g Grain) Of(d risk.Date) string {
	if d.Month() == 0 {
		return ""
	}
	switch g {
	case Quarterly:
		return strconv.Itoa(d.Year()) + "-Q" + strconv.Itoa((int(d.Month())+2)/3)
	case Monthly:
		return d.String()[:len("2006-01")]
	}
	return strconv.Itoa(d.Year())
}

// Query says which cases figures are made of, and how.
type Query struct {
	Period     risk.Period // in which the cases came in; zero for all
	Mechanisms []uuid.UUID // none for all
	Grain      Grain       // of the figures by period
	Signals    Signals     // what counts as more cases than expected, and as silence
}

// Figures are the exact figures of a register, for those few who may see single
// cases. They are never published as they are: a figure about few people can
// point at one. See [Register.Publish] for what may leave.
type Figures struct {
	AsOf   risk.Date
	Total  Tally
	Tables []Table     // by mechanism, right, country, site, group, outcome, stage and period
	Times  []StageTime // by stage, those that a case reached
	// Repeats are the issues that came again after a case about them had ended,
	// most cases first.
	Repeats []Repeat
	Signals []Signal
	// Silent says that there are no cases. It never says that there is no harm.
	Silent bool
}

// Tally counts cases.
type Tally struct {
	Cases     int
	Open      int // not ended
	Overdue   int // open, with at least one deadline passed
	Raised    int // retaliation reported or likely, or withdrawn not freely
	Due       int // harm shown or remedy agreed
	Delivered int // of these, all remedy given, as those who give it say
	Confirmed int // of these, the person has it and finds it adequate, at least in part
	Repeat    int // same right at the same site again, after a case about it had ended
}

// Table is the figures by one dimension, most cases first, then by key.
type Table struct {
	Dimension Dimension
	Rows      []Row
}

// Row is the figures of one value of a dimension. The key is an ID, a name from a
// catalogue, a country, a period or the text of an enumeration; an empty key
// stands for cases of which the value is not stated.
type Row struct {
	Key string
	Tally
}

// StageTime is how many days after they came in cases first reached a stage. The
// quantiles are those of type 7 of Hyndman and Fan.
type StageTime struct {
	Stage               Stage
	Cases               int
	Q1, Median, Q3, P90 float64 // days
}

// Repeat is an issue that came again.
type Repeat struct {
	Site  uuid.UUID
	Right risk.RightID
	Cases int // that came after one about it had ended
}

// Figures counts the cases of the register in one pass.
func (r *Register) Figures(q Query) *Figures {
	c := newCounter(r, q)
	c.countEnds()
	for i := range r.records {
		if c.includes(&r.records[i]) {
			c.add(&r.records[i])
		}
	}
	return c.figures()
}

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
	ended      map[issue]int32 // the day on which a case about the issue first ended
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

// countEnds notes for each issue when a case about it first ended.
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
	for _, right := range c.rights(rec) {
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

// figures puts what was counted into tables.
func (c *counter) figures() *Figures {
	r := c.r
	f := &Figures{AsOf: r.asOf, Total: c.total, Silent: c.total.Cases == 0}
	id := func(x func(uint32) uuid.UUID) func(int) string {
		return func(i int) string {
			if i == 0 {
				return ""
			}
			return x(uint32(i - 1)).String()
		}
	}
	text := func(n *names) func(int) string { return func(i int) string { return n.text(uint16(i)) } }
	period := Table{Dimension: ByPeriod}
	for key, t := range c.period {
		period.Rows = append(period.Rows, Row{key, *t})
	}
	period.sort()
	f.Tables = []Table{
		tableOf(ByMechanism, c.mechanism, id(r.mechanisms.ID)),
		tableOf(ByRight, c.right, text(&r.rights)),
		tableOf(ByCountry, c.country, text(&r.countries)),
		tableOf(BySite, c.site, id(r.sites.ID)),
		tableOf(ByGroup, c.group, text(&r.groups)),
		tableOf(ByOutcome, c.outcome, func(i int) string { return Outcome(i).String() }),
		tableOf(ByStage, c.stage, func(i int) string { return Stage(i).String() }),
		period,
	}
	for stage := range c.times {
		if t, ok := c.times[stage].summary(Stage(stage)); ok {
			f.Times = append(f.Times, t)
		}
	}
	for k, n := range c.repeats {
		f.Repeats = append(f.Repeats, Repeat{r.sites.ID(k.site - 1), risk.RightID(r.rights.text(k.right)), n})
	}
	slices.SortFunc(f.Repeats, func(a, b Repeat) int {
		return cmp.Or(b.Cases-a.Cases, slices.Compare(a.Site[:], b.Site[:]), cmp.Compare(a.Right, b.Right))
	})
	f.Signals = c.windows.signals()
	return f
}

// tableOf makes a table of the tallies that are not zero.
func tableOf(d Dimension, tallies []Tally, key func(int) string) Table {
	t := Table{Dimension: d}
	for i := range tallies {
		if tallies[i].Cases > 0 {
			t.Rows = append(t.Rows, Row{key(i), tallies[i]})
		}
	}
	t.sort()
	return t
}

func (t *Table) sort() {
	slices.SortFunc(t.Rows, func(a, b Row) int { return cmp.Or(b.Cases-a.Cases, cmp.Compare(a.Key, b.Key)) })
}

// Table returns the table by a dimension, an empty one if there is none.
func (f *Figures) Table(d Dimension) Table {
	for _, t := range f.Tables {
		if t.Dimension == d {
			return t
		}
	}
	return Table{Dimension: d}
}
