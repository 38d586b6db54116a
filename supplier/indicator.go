package supplier

import (
	"fmt"
	"math"

	"github.com/hrdd-go/hrdd/internal/iso3166"
	"github.com/hrdd-go/hrdd/risk"
)

// IndicatorTable is a published table of figures or lists about countries,
// sectors or goods, which a host gives together with where it comes from. The
// library has none of its own.
type IndicatorTable struct {
	ID        string      `json:"id"`                 // lower-kebab-case, unique among the tables of a screening
	Title     string      `json:"title"`              // as published
	Publisher string      `json:"publisher,omitzero"` // who stands for it
	Date      risk.Date   `json:"date,omitzero"`      // of publication
	Licence   string      `json:"licence,omitzero"`   // under which the host uses it
	Address   string      `json:"address,omitzero"`   // where it is published
	Scale     IndexScale  `json:"scale,omitzero"`     // how its figures map to likelihoods
	Rows      []Indicator `json:"rows,omitzero"`
}

// Indicator is one row of a table: for all or one country, sector and good, and
// for all or one right, how likely harm is. What is left empty is any. A row
// about a good in a country is about suppliers in the country that make the
// good.
//
// An indicator speaks of many, and of no supplier in particular: it never says
// that a harm has occurred at one.
type Indicator struct {
	Country string       `json:"country,omitzero"` // ISO 3166-1 alpha-2
	Sector  string       `json:"sector,omitzero"`  // in the words or codes of the table
	Good    string       `json:"good,omitzero"`    // in the words of the table
	Right   risk.RightID `json:"right,omitzero"`
	// Value is a figure that the table's Scale maps. It plays no part if
	// Likelihood is stated.
	Value float64 `json:"value,omitzero"`
	// Likelihood is stated by a table that has levels or that lists cases.
	Likelihood LikelihoodRange `json:"likelihood,omitzero"`
}

// LikelihoodRange is a likelihood that is known to lie between two levels. The
// zero value is not known at all.
type LikelihoodRange struct {
	Lo risk.Likelihood `json:"lo"`
	Hi risk.Likelihood `json:"hi"`
}

// Valid reports whether r is not known, or spans levels from 1 to 5.
func (r LikelihoodRange) Valid() bool {
	return r == LikelihoodRange{} || r.Lo.Rated() && r.Hi.Rated() && r.Lo <= r.Hi
}

// join returns the smallest range that holds both.
func (r LikelihoodRange) join(o LikelihoodRange) LikelihoodRange {
	switch zero := (LikelihoodRange{}); {
	case r == zero:
		return o
	case o == zero:
		return r
	}
	return LikelihoodRange{min(r.Lo, o.Lo), max(r.Hi, o.Hi)}
}

// TableError says what is wrong with a table of indicators.
type TableError struct {
	Table string // its ID
	Row   int    // from 0; -1 if it is about the table
	Why   string
}

// Error names the table, the row, if it is about one, and what is wrong there.
func (e *TableError) Error() string {
	if e.Row < 0 {
		return fmt.Sprintf("indicator table %q: %s", e.Table, e.Why)
	}
	return fmt.Sprintf("indicator table %q, row %d: %s", e.Table, e.Row, e.Why)
}

// Check returns nil if the table can be screened with, else a *[TableError]: it
// needs an ID, a title and a date, a scale if a row has no likelihood of its
// own, and rows with countries by a code of ISO 3166-1, or one that it leaves to
// its users such as XK, sectors and goods that have letters or digits, whole
// numbers of levels and finite figures. It does not know which rights there are,
// see [NewScreener].
func (t *IndicatorTable) Check() error {
	fault := func(row int, format string, args ...any) error {
		return &TableError{Table: t.ID, Row: row, Why: fmt.Sprintf(format, args...)}
	}
	switch {
	case t.ID == "":
		return fault(-1, "it has no ID")
	case t.Title == "", t.Date.IsZero():
		return fault(-1, "its title or date is not stated; a reader has to be told what a rating rests on")
	}
	if err := t.Scale.Check(); err != nil {
		return fault(-1, "%v", err)
	}
	for i := range t.Rows {
		row := &t.Rows[i]
		switch {
		case row.Country != "" && !isCountry(row.Country):
			return fault(i, "%.20q is not a country; use an ISO 3166-1 alpha-2 code", row.Country)
		case row.Sector != "" && foldWord(row.Sector) == "", row.Good != "" && foldWord(row.Good) == "":
			return fault(i, "its sector or good has neither letters nor digits; leave it out where any is meant")
		case !row.Likelihood.Valid():
			return fault(i, "%d to %d is not a likelihood; use levels from 1 to 5", row.Likelihood.Lo, row.Likelihood.Hi)
		case row.Likelihood != LikelihoodRange{}:
		case len(t.Scale.Bands) == 0:
			return fault(i, "it has no likelihood and the table no scale")
		case math.IsNaN(row.Value) || math.IsInf(row.Value, 0):
			return fault(i, "its value is not a number")
		}
	}
	return nil
}

// isCountry reports whether code is a country by ISO 3166-1, or may be one by
// agreement.
func isCountry(code string) bool { return iso3166.Valid(code) || iso3166.UserAssigned(code) }

// likelihood returns what row i says.
func (t *IndicatorTable) likelihood(i int) LikelihoodRange {
	if l := t.Rows[i].Likelihood; l != (LikelihoodRange{}) {
		return l
	}
	return t.Scale.Likelihood(t.Rows[i].Value)
}
