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
	AsOf   risk.Date   `json:"asOf,omitzero"`
	Total  Tally       `json:"total,omitzero"`
	Tables []Table     `json:"tables,omitzero"` // by mechanism, right, country, site, group, outcome, stage and period
	Times  []StageTime `json:"times,omitzero"`  // by stage, those that a case reached
	// Repeats are the issues that came again after a case about them had been closed,
	// most cases first. Cases that were withdrawn, referred or not taken on do not
	// count as closed.
	Repeats []Repeat `json:"repeats,omitzero"`
	Signals []Signal `json:"signals,omitzero"`
	// Silent says that there are no cases. It never says that there is no harm.
	Silent bool `json:"silent,omitzero"`
}

// Tally counts cases.
type Tally struct {
	Cases     int `json:"cases"`
	Open      int `json:"open"`      // not ended
	Overdue   int `json:"overdue"`   // open, with at least one deadline passed
	Raised    int `json:"raised"`    // retaliation reported or likely, or withdrawn not freely
	Due       int `json:"due"`       // harm shown or remedy agreed
	Delivered int `json:"delivered"` // of these, all remedy given, as those who give it say
	Confirmed int `json:"confirmed"` // of these, the person has it and finds it adequate, at least in part
	Repeat    int `json:"repeat"`    // same right at the same site again, after a case about it had been closed
}

// Table is the figures by one dimension, most cases first, then by key.
type Table struct {
	Dimension Dimension `json:"dimension,omitzero"`
	Rows      []Row     `json:"rows,omitzero"`
}

// Row is the figures of one value of a dimension. The key is an ID, a name from a
// catalogue, a country, a period or the text of an enumeration; an empty key
// stands for cases of which the value is not stated.
type Row struct {
	Key string `json:"key,omitzero"`
	Tally
}

// StageTime is how many days after they came in cases first reached a stage. The
// quantiles are those of type 7 of Hyndman and Fan.
type StageTime struct {
	Stage  Stage   `json:"stage,omitzero"`
	Cases  int     `json:"cases"`
	Q1     float64 `json:"q1"`     // days
	Median float64 `json:"median"` // days
	Q3     float64 `json:"q3"`     // days
	P90    float64 `json:"p90"`    // days
}

// Repeat is an issue that came again.
type Repeat struct {
	Site  uuid.UUID    `json:"site,omitzero"`
	Right risk.RightID `json:"right,omitzero"`
	Cases int          `json:"cases"` // that came after one about it had been closed
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
