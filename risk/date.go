package risk

import (
	"cmp"
	"database/sql/driver"
	"fmt"
	"time"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// Date is a day of the Gregorian calendar without a time or place, in the
// years 1 to 9999, or only a month or a year where a source states no more:
// published reports often say "in 2021". Dates are comparable values and serve
// as map keys. The zero value means that no date was stated.
type Date struct {
	year  int16
	month uint8 // 0 if only the year is stated
	day   uint8 // 0 if no day is stated
}

// DateError says that a text is not a date.
type DateError struct {
	Found string // the text that was found
	Why   string // what is wrong with it
}

// Error shows the text if it looks like a date or a code and its length if it may
// be about a person, why it is no date and the three ways to write one.
func (e *DateError) Error() string {
	return fmt.Sprintf("%s is not a date: %s; write it as 2006-01-02, or as 2006-01 or 2006 if no more is known", textenum.Shown(e.Found), e.Why)
}

// NewDate returns the date of the given year, month and day. It returns a
// *[DateError] if there is no such day; it does not roll over.
func NewDate(year int, month time.Month, day int) (Date, error) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if y, m, d := t.Date(); y != year || m != month || d != day || year < 1 || year > maxYear {
		return Date{}, &DateError{
			Found: fmt.Sprintf("%04d-%02d-%02d", year, int(month), day),
			Why:   "the calendar has no such day",
		}
	}
	return Date{int16(year), uint8(month), uint8(day)}, nil
}

// maxYear is the last year of a [Date], and maxDays more days than there are
// from the first to the last.
const (
	maxYear = 9999
	maxDays = maxYear * 366
)

// DateOf returns the date of t in UTC, the zero Date for the zero time and for
// one outside the years 1 to 9999.
func DateOf(t time.Time) Date {
	if t.IsZero() {
		return Date{}
	}
	return dayOf(t.UTC())
}

// dayOf returns the day of t, the zero Date outside the years of a date.
func dayOf(t time.Time) Date {
	y, m, d := t.Date()
	if y < 1 || y > maxYear {
		return Date{}
	}
	return Date{int16(y), uint8(m), uint8(d)}
}

// YearOf returns the date of which only the year is stated, from 1 to 9999; for
// another number it returns the zero Date.
func YearOf(year int) Date {
	if year < 1 || year > maxYear {
		return Date{}
	}
	return Date{year: int16(year)}
}

// ParseDate parses a date written as 2006-01-02, 2006-01 or 2006. It returns a
// *[DateError] for anything else and for days that the calendar does not have.
func ParseDate(s string) (Date, error) {
	switch {
	case len(s) == len("2006"):
	case len(s) == len("2006-01") && s[4] == '-':
	case len(s) == len("2006-01-02") && s[4] == '-' && s[7] == '-':
	default:
		return Date{}, &DateError{s, "it does not have the form year-month-day"}
	}
	year, month, day := 0, 1, 1
	ok := number(s[:4], &year) &&
		(len(s) < 7 || number(s[5:7], &month)) &&
		(len(s) < 10 || number(s[8:], &day))
	if !ok {
		return Date{}, &DateError{s, "it has something other than digits"}
	}
	d, err := NewDate(year, time.Month(month), day)
	if err != nil {
		return Date{}, &DateError{s, "the calendar has no such day"}
	}
	if len(s) < 10 {
		d.day = 0
	}
	if len(s) < 7 {
		d.month = 0
	}
	return d, nil
}

// MustParseDate is [ParseDate] for dates written in source code. It panics if
// s is not a date.
func MustParseDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// number sets n to the decimal number s, which has only digits.
func number(s string, n *int) bool {
	*n = 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
		*n = *n*10 + int(s[i]-'0')
	}
	return true
}

// Year returns the year, 0 if no date is stated.
func (d Date) Year() int { return int(d.year) }

// Month returns the month, 0 if none is stated.
func (d Date) Month() time.Month { return time.Month(d.month) }

// Day returns the day of the month, 0 if none is stated.
func (d Date) Day() int { return int(d.day) }

// IsZero reports whether no date is stated.
func (d Date) IsZero() bool { return d == Date{} }

// Compare returns -1, 0 or +1 as d is before, the same as or after e. A date
// that is not stated comes before every other, and a year or month before the
// days in it.
func (d Date) Compare(e Date) int { return cmp.Compare(d.order(), e.order()) }

// Before reports whether d is before e.
func (d Date) Before(e Date) bool { return d.order() < e.order() }

// After reports whether d is after e.
func (d Date) After(e Date) bool { return d.order() > e.order() }

// order returns a number that is less for an earlier date.
func (d Date) order() int32 { return int32(d.year)<<16 | int32(d.month)<<8 | int32(d.day) }

// AddDays returns the date n days later, or earlier for a negative n, counted
// from the first day of a month or year. It returns the zero Date if d is not
// stated and for a day outside the years 1 to 9999.
func (d Date) AddDays(n int) Date {
	if d.IsZero() || n < -maxDays || n > maxDays {
		return Date{}
	}
	return dayOf(d.Start().AddDate(0, 0, n))
}

// addMonths returns the day n months later, the last of its month if that has no
// such day. d must be a day.
func (d Date) addMonths(n int) Date {
	first := DateOf(time.Date(d.Year(), d.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC))
	last := Date{first.year, first.month, 0}.LastDay()
	return Date{first.year, first.month, min(d.day, last.day)}
}

// DaysUntil returns the number of days from the first day of d to the first day
// of e, negative if e is before d. Ask IsZero of both first: where one is not
// stated the number means nothing.
func (d Date) DaysUntil(e Date) int { return e.dayNumber() - d.dayNumber() }

// betweenDays returns the least and the greatest number of days that may have
// passed from d to e, which differ if one of them is a month or a year. Both
// must be stated.
func (d Date) betweenDays(e Date) (least, most int) {
	return d.LastDay().DaysUntil(e), d.DaysUntil(e.LastDay())
}

// longerThan tells whether more than the given number of days have passed from
// d to e; Unknown if that depends on the day of a month or a year. Both must be
// stated.
func (d Date) longerThan(e Date, days int) Answer {
	switch least, most := d.betweenDays(e); {
	case least > days:
		return Yes
	case most <= days:
		return No
	}
	return Unknown
}

// dayNumber counts the days to the first day of d from a day before year 1.
// It counts years from March, so that the leap day is the last of its year.
func (d Date) dayNumber() int {
	year, month, day := int(d.year), int(max(d.month, 1)), int(max(d.day, 1))
	if month < 3 {
		year, month = year-1, month+12
	}
	return 365*year + year/4 - year/100 + year/400 + (153*(month-3)+2)/5 + day
}

// Start returns the first instant of the day, month or year in UTC, the zero
// time if no date is stated.
func (d Date) Start() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(int(d.year), time.Month(max(d.month, 1)), int(max(d.day, 1)), 0, 0, 0, 0, time.UTC)
}

// End returns the last nanosecond of the day, month or year in UTC, the zero
// time if no date is stated. Something dated "in 2021" is known to have
// happened by the end of that year, and not before.
func (d Date) End() time.Time {
	switch {
	case d.IsZero():
		return time.Time{}
	case d.month == 0:
		return d.Start().AddDate(1, 0, 0).Add(-1)
	case d.day == 0:
		return d.Start().AddDate(0, 1, 0).Add(-1)
	}
	return d.Start().AddDate(0, 0, 1).Add(-1)
}

// firstDay returns the first day that d may mean.
func (d Date) firstDay() Date {
	if d.day != 0 {
		return d
	}
	return DateOf(d.Start())
}

// LastDay returns the last day that d may mean: d itself if it is a day, the
// last day of the month or year otherwise.
func (d Date) LastDay() Date {
	if d.day != 0 {
		return d
	}
	return d.lastDay()
}

func (d Date) lastDay() Date { return DateOf(d.End()) }

// String returns the date as far as it is stated, 2006-01-02, 2006-01 or 2006,
// or "not-stated".
func (d Date) String() string {
	b, _ := d.AppendText(nil)
	if len(b) == 0 {
		return "not-stated"
	}
	return string(b)
}

// AppendText appends the date as far as it is stated, nothing if it is not. It
// implements encoding.TextAppender.
func (d Date) AppendText(b []byte) ([]byte, error) {
	switch {
	case d.IsZero():
		return b, nil
	case d.month == 0:
		return fmt.Appendf(b, "%04d", d.year), nil
	case d.day == 0:
		return fmt.Appendf(b, "%04d-%02d", d.year, d.month), nil
	}
	return fmt.Appendf(b, "%04d-%02d-%02d", d.year, d.month, d.day), nil
}

// MarshalText returns the date as far as it is stated, empty if it is not.
func (d Date) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// UnmarshalText parses a date as [ParseDate] does; an empty text is a date
// that is not stated.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	p, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = p
	return nil
}

// Scan reads a date from a column of text or time, NULL as not stated. It
// implements database/sql.Scanner.
func (d *Date) Scan(src any) error {
	switch s := src.(type) {
	case nil:
		*d = Date{}
		return nil
	case time.Time:
		*d = DateOf(s)
		return nil
	case string:
		return d.UnmarshalText([]byte(s))
	case []byte:
		return d.UnmarshalText(s)
	}
	return fmt.Errorf("cannot read a date from a column of type %T; store it as text or date", src)
}

// Value returns the date as text, NULL if it is not stated. It implements
// driver.Valuer.
func (d Date) Value() (driver.Value, error) {
	if d.IsZero() {
		return nil, nil
	}
	return d.String(), nil
}

// Period is a span of days, both ends included. An end that is not stated is
// open.
type Period struct {
	From Date `json:"from,omitzero"`
	To   Date `json:"to,omitzero"`
}

// IsZero reports whether neither end is stated.
func (p Period) IsZero() bool { return p == Period{} }

// Contains reports whether all of d lies in p. A date that is not stated lies
// in no period that has an end.
func (p Period) Contains(d Date) bool {
	if d.IsZero() {
		return p.IsZero()
	}
	return (p.From.IsZero() || !d.Start().Before(p.From.Start())) && (p.To.IsZero() || !d.End().After(p.To.End()))
}

// Valid reports whether p does not end before it starts.
func (p Period) Valid() bool {
	return p.From.IsZero() || p.To.IsZero() || !p.To.End().Before(p.From.Start())
}
