package risk_test

import (
	"errors"
	"math"
	"testing"
	"time"

	"github.com/hrdd-go/hrdd/risk"
)

func TestADateIsReadAsFarAsItIsStated(t *testing.T) {
	for _, c := range []struct {
		in         string
		start, end string // first and last day
	}{
		{"2021", "2021-01-01", "2021-12-31"},
		{"2020-02", "2020-02-01", "2020-02-29"},
		{"2021-06-30", "2021-06-30", "2021-06-30"},
		{"0002", "0002-01-01", "0002-12-31"},
	} {
		d, err := risk.ParseDate(c.in)
		if err != nil {
			t.Fatalf("%s: %v", c.in, err)
		}
		if d.String() != c.in {
			t.Errorf("%s: written as %s", c.in, d)
		}
		if got := risk.DateOf(d.Start()).String(); got != c.start {
			t.Errorf("%s: starts on %s, want %s", c.in, got, c.start)
		}
		if got := d.LastDay().String(); got != c.end {
			t.Errorf("%s: ends on %s, want %s", c.in, got, c.end)
		}
	}
}

func TestDaysThatTheCalendarDoesNotHaveAreRefused(t *testing.T) {
	for _, in := range []string{"2021-02-29", "2021-13-01", "2021-00-10", "2021-04-31", "0000", "2021-1-1", "21-01-01", "2021/01/01", "", "2021-", "20 1"} {
		_, err := risk.ParseDate(in)
		var bad *risk.DateError
		if !errors.As(err, &bad) || bad.Found != in {
			t.Errorf("ParseDate(%q) = %v, want a DateError that quotes it", in, err)
		}
	}
}

func TestEveryDayOfFourCenturiesRoundTrips(t *testing.T) {
	start := risk.MustParseDate("1800-01-01")
	day, previous := start, risk.Date{}
	for day.Year() < 2200 {
		back, err := risk.ParseDate(day.String())
		if err != nil || back != day {
			t.Fatalf("%s came back as %s, %v", day, back, err)
		}
		if !previous.Before(day) || day.Compare(previous) != 1 {
			t.Fatalf("%s is not after %s", day, previous)
		}
		previous, day = day, day.AddDays(1)
	}
	if got := start.DaysUntil(day); got != 146_097 {
		t.Errorf("four centuries have %d days, want 146097", got)
	}
}

func TestAPeriodHoldsOnlyWhatLiesWhollyInIt(t *testing.T) {
	year := risk.Period{From: risk.YearOf(2021), To: risk.YearOf(2021)}
	for in, want := range map[string]bool{"2021": true, "2021-12-31": true, "2021-01": true, "2020-12-31": false, "2022": false} {
		if got := year.Contains(risk.MustParseDate(in)); got != want {
			t.Errorf("2021 contains %s: %v, want %v", in, got, want)
		}
	}
	half := risk.Period{To: risk.MustParseDate("2021-06-30")}
	if half.Contains(risk.YearOf(2021)) {
		t.Error("a year is said to lie in half of it")
	}
	if half.Contains(risk.Date{}) {
		t.Error("a date that is not stated is said to lie in a period")
	}
	if (risk.Period{From: risk.YearOf(2022), To: risk.YearOf(2021)}).Valid() {
		t.Error("a period that ends before it starts is said to be valid")
	}
}

func TestDateOfUsesUTC(t *testing.T) {
	late := time.Date(2021, 12, 31, 23, 30, 0, 0, time.FixedZone("", -3600))
	if got := risk.DateOf(late).String(); got != "2022-01-01" {
		t.Errorf("got %s", got)
	}
}

func TestAnUnknownCountIsNotNone(t *testing.T) {
	var unknown risk.Count
	if n, ok := unknown.Known(); ok {
		t.Errorf("the zero count is known to be %d", n)
	}
	if n, ok := risk.CountOf(0).Known(); !ok || n != 0 {
		t.Error("a known none is unknown")
	}
	if unknown == risk.CountOf(0) {
		t.Error("unknown and none are the same")
	}
	for _, in := range []string{`-1`, `1.5`, `"3"`, `1e400`} {
		if err := unknown.UnmarshalJSON([]byte(in)); err == nil {
			t.Errorf("%s was read as a count", in)
		}
	}
}

func TestMoneyIsWrittenInTheUnitsOfItsCurrency(t *testing.T) {
	for _, c := range []struct {
		m    risk.Money
		want string
	}{
		{risk.Money{Minor: 15_000_000_000, Currency: "USD"}, "150000000.00 USD"},
		{risk.Money{Minor: -5, Currency: "EUR"}, "-0.05 EUR"},
		{risk.Money{Minor: 500, Currency: "JPY"}, "500 JPY"},
		{risk.Money{Minor: 1, Currency: "KWD"}, "0.001 KWD"},
		{risk.Money{Minor: -1 << 63, Currency: "USD"}, "-92233720368547758.08 USD"},
		{risk.Money{}, "not-stated"},
	} {
		if got := c.m.String(); got != c.want {
			t.Errorf("%d: %s, want %s", c.m.Minor, got, c.want)
		}
	}
}

func TestADateStaysInTheYearsThatADateCanHave(t *testing.T) {
	last, first := risk.MustParseDate("9999-12-31"), risk.MustParseDate("0001-01-01")
	for name, got := range map[string]risk.Date{
		"the day after the last":   last.AddDays(1),
		"the day before the first": first.AddDays(-1),
		"very many days":           first.AddDays(math.MaxInt),
		"very many days back":      last.AddDays(math.MinInt),
		"a time after the last":    risk.DateOf(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)),
		"a time before the first":  risk.DateOf(time.Date(0, 12, 31, 0, 0, 0, 0, time.UTC)),
		"a time of no 16 bits":     risk.DateOf(time.Date(67557, 1, 1, 0, 0, 0, 0, time.UTC)), // 2021 in 16 bits
	} {
		if !got.IsZero() {
			t.Errorf("%s is %s", name, got)
		}
	}
	if n := first.DaysUntil(last); first.AddDays(n) != last || last.AddDays(-n) != first {
		t.Errorf("%d days from the first to the last do not lead there", n)
	}
}
