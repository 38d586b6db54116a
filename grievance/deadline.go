package grievance

import (
	"slices"
	"time"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Deadline is the time within which a mechanism undertakes to reach a stage,
// counted from the day on which a case reached another (UNGP 31(c)).
type Deadline struct {
	Reach  Stage `json:"reach"`         // the stage to be reached
	From   Stage `json:"from,omitzero"` // the stage from which time runs; zero for Received
	Within Span  `json:"within"`
}

// Span is a length of time in a stated unit: 7 calendar days are not 7 business
// days. The zero Span is not stated.
type Span struct {
	Count uint16   `json:"count"`
	Unit  SpanUnit `json:"unit"`
}

// SpanUnit says how a span is counted.
type SpanUnit uint8

const (
	SpanUnitNotStated SpanUnit = iota
	CalendarDays               // every day counts
	BusinessDays               // days that are neither weekend nor holiday of a [Calendar]
	Months                     // calendar months; the last day of the month where the day does not exist
)

var spanUnitText = textenum.Table[SpanUnit]{
	Kind: "unit of time", Names: []string{"", "calendar-days", "business-days", "months"},
}

// Weekday is a day of the week, from 1 for Monday to 7 for Sunday (ISO 8601).
type Weekday uint8

const (
	WeekdayNotStated Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
	Sunday
)

var weekdayText = textenum.Table[Weekday]{
	Kind:  "day of the week",
	Names: []string{"", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"},
}

// Calendar says which days are business days in a jurisdiction. The zero value
// has Saturday and Sunday as weekend and no holidays.
type Calendar struct {
	Name     string      `json:"name,omitzero"`     // the jurisdiction
	Weekend  []Weekday   `json:"weekend,omitzero"`  // empty for Saturday and Sunday
	Holidays []risk.Date `json:"holidays,omitzero"` // days; months and years are ignored
}

// Business reports whether d is a business day. A date that is not a day is
// none.
func (c *Calendar) Business(d risk.Date) bool {
	if d.Day() == 0 {
		return false
	}
	if c == nil {
		c = new(Calendar)
	}
	day := Weekday((int(d.Start().Weekday())+6)%7 + 1) // time.Sunday is 0
	if len(c.Weekend) == 0 && day >= Saturday || slices.Contains(c.Weekend, day) {
		return false
	}
	return !slices.Contains(c.Holidays, d)
}

// maxWait bounds the search for the next business day: a calendar in which no
// day is one must not run on for ever.
const maxWait = 366

// After returns the last day of the span that starts on d, d itself not
// counted: one business day after a Friday is the Monday. It returns the zero
// Date if d is not a day, if the span is not stated, or if the calendar has no
// business day within a year. A nil calendar is the zero [Calendar].
func (s Span) After(d risk.Date, c *Calendar) risk.Date {
	if d.Day() == 0 {
		return risk.Date{}
	}
	switch s.Unit {
	case CalendarDays:
		return d.AddDays(int(s.Count))
	case Months:
		first := time.Date(d.Year(), d.Month()+time.Month(s.Count), 1, 0, 0, 0, 0, time.UTC)
		last := first.AddDate(0, 1, -1).Day()
		end, err := risk.NewDate(first.Year(), first.Month(), min(d.Day(), last))
		if err != nil { // beyond the year 9999
			return risk.Date{}
		}
		return end
	case BusinessDays:
		idle := 0
		for left := s.Count; left > 0; {
			d = d.AddDays(1)
			if idle++; c.Business(d) {
				left, idle = left-1, 0
			}
			if idle > maxWait {
				return risk.Date{}
			}
		}
		return d
	}
	return risk.Date{}
}
