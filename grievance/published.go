package grievance

import (
	"encoding/json"
	"iter"
	"slices"

	"github.com/hrdd-go/hrdd/risk"
)

// Published is figures about the cases of one period that may leave for the
// public. Only [Register.Publish] makes one.
//
// What it keeps back, and from whom. From any reader: no figure below the
// threshold is named, and none is left if the cases behind one named figure, or the
// rest of a table, are taken from those behind another. From a reader who
// knows the rules by which it was made, every other publication of the host, and
// which site is in which country: a figure below the threshold that is not named
// can be any number from 0 up to it. From a reader who also knows which values of
// different tables go together, such as which mechanism serves which site: its
// exact number, but for rare registers; the tests try every register of many small
// worlds, which is evidence and no proof. Sums over several figures of both
// tables are what remains. So figures by mechanism go together with those by site
// only where each mechanism is declared to be open to all, see
// [Suppression.Mechanisms]; and who knows that a right comes from certain countries
// only finds here and there that the tables by right and by country have one
// solution.
//
// Figures of nought are not named either, so that nobody learns of a place that
// someone there complained, or that nobody did. There are no tables by two
// dimensions at once. The figures count cases; a host that knows that one person
// brought many should set the threshold with that in mind.
//
// A Published is immutable and may be shared by any number of goroutines. The
// zero value names nothing.
type Published struct {
	threshold int
	period    risk.Period
	asOf      risk.Date
	cases     risk.Count
	tables    []PublishedTable
	times     []PublishedTime
}

// PublishedTable is the figures by one dimension.
type PublishedTable struct {
	Dimension Dimension `json:"dimension"`
	// Parent and Key say of which cases: those behind the figure Key of the table
	// by Parent; of all if not stated. Sites are counted within a country, stages
	// and promises within the ongoing cases.
	Parent Dimension      `json:"parent,omitzero"`
	Key    string         `json:"key,omitzero"`
	Rows   []PublishedRow `json:"rows"` // most cases first; none if nothing may be named
	// Rest is how many cases have a value that is not named. It is unknown where
	// a case may have several values, and where no row is named.
	Rest risk.Count `json:"rest,omitzero"`
}

// PublishedRow is a figure of at least the threshold.
type PublishedRow struct {
	Key   string `json:"key"` // as in [Row]
	Cases int    `json:"cases"`
}

// PublishedTime is how many days after they came in cases reached a stage, in
// whole days. A median is given if at least the threshold of cases lies on either
// side of it, and the 90th percentile likewise, and only where the figures by
// outcome and stage show by themselves that so many cases reached the stage.
type PublishedTime struct {
	Stage  Stage      `json:"stage"`
	Median risk.Count `json:"median,omitzero"`
	P90    risk.Count `json:"p90,omitzero"`
}

// Threshold returns the number of cases below which no figure is named.
func (p *Published) Threshold() int { return p.threshold }

// Period returns when the cases came in.
func (p *Published) Period() risk.Period { return p.period }

// AsOf returns the day on which the cases were looked at.
func (p *Published) AsOf() risk.Date { return p.asOf }

// Cases returns how many cases came in, unknown if they are fewer than the
// threshold, which may be none. That there are none is not that there is no harm.
func (p *Published) Cases() risk.Count { return p.cases }

// Tables yields the tables in a fixed order.
func (p *Published) Tables() iter.Seq[PublishedTable] {
	return func(yield func(PublishedTable) bool) {
		for _, t := range p.tables {
			t.Rows = slices.Clone(t.Rows)
			if !yield(t) {
				return
			}
		}
	}
}

// Times yields the times to stages in the order of the stages.
func (p *Published) Times() iter.Seq[PublishedTime] { return slices.Values(p.times) }

// ConfirmedShare returns in how many of the cases that ended with remedy the
// person confirmed it, and of how many, if these figures are named.
func (p *Published) ConfirmedShare() (confirmed, of int, ok bool) {
	named := 0
	for _, t := range p.tables {
		if t.Dimension != ByOutcome {
			continue
		}
		for _, row := range t.Rows {
			switch row.Key {
			case RemedyConfirmed.String():
				confirmed = row.Cases
				fallthrough
			case RemedyDisputed.String(), RemedyUnconfirmed.String():
				of += row.Cases
				named++
			}
		}
	}
	if named < 3 {
		return 0, 0, false
	}
	return confirmed, of, true
}

// notNoHarm is the code of the caution that goes with every publication.
const notNoHarm = "no-cases-is-not-no-harm"

// MarshalJSON returns the figures with the caution that they count complaints and
// not harm. There is no way back: a Published is made by [Register.Publish] only.
func (p Published) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Threshold int              `json:"threshold"`
		Period    risk.Period      `json:"period,omitzero"`
		AsOf      risk.Date        `json:"asOf,omitzero"`
		Cases     risk.Count       `json:"cases,omitzero"`
		Tables    []PublishedTable `json:"tables,omitzero"`
		Times     []PublishedTime  `json:"times,omitzero"`
		Caution   string           `json:"caution"`
	}{p.threshold, p.period, p.asOf, p.cases, p.tables, p.times, notNoHarm})
}

// tables returns the tables as they leave.
func (p *publisher) tables() []PublishedTable {
	var out []PublishedTable
	for i := range p.parts {
		t := &p.parts[i]
		table := PublishedTable{Dimension: t.dimension, Parent: t.parent, Key: t.key, Rows: []PublishedRow{}}
		for _, c := range t.split.named {
			table.Rows = append(table.Rows, PublishedRow{c.key, c.n})
		}
		slices.SortStableFunc(table.Rows, func(a, b PublishedRow) int { return b.Cases - a.Cases })
		if len(table.Rows) > 0 && !t.multiple {
			table.Rest = risk.CountOf(t.split.rest)
		}
		out = append(out, table)
	}
	return out
}
