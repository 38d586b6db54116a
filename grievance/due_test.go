package grievance_test

import (
	"slices"
	"testing"
	"time"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

func TestSpansAreCountedInTheirUnit(t *testing.T) {
	kedah := grievance.Calendar{Weekend: []grievance.Weekday{grievance.Friday, grievance.Saturday}}
	for _, c := range []struct {
		name, from string
		span       grievance.Span
		calendar   grievance.Calendar
		want       string
	}{
		{"calendar days", "2021-02-26", grievance.Span{Count: 3, Unit: grievance.CalendarDays}, grievance.Calendar{}, "2021-03-01"},
		{"over a weekend", "2021-02-26", grievance.Span{Count: 1, Unit: grievance.BusinessDays}, grievance.Calendar{}, "2021-03-01"},
		{"from a Sunday", "2021-02-28", grievance.Span{Count: 1, Unit: grievance.BusinessDays}, grievance.Calendar{}, "2021-03-01"},
		{"another weekend", "2021-02-25", grievance.Span{Count: 1, Unit: grievance.BusinessDays}, kedah, "2021-02-28"},
		{"over a holiday", "2021-04-01", grievance.Span{Count: 1, Unit: grievance.BusinessDays},
			grievance.Calendar{Holidays: []risk.Date{risk.MustParseDate("2021-04-02"), risk.MustParseDate("2021-04-05")}}, "2021-04-06"},
		{"none at all", "2021-02-26", grievance.Span{Count: 0, Unit: grievance.BusinessDays}, grievance.Calendar{}, "2021-02-26"},
		{"months", "2021-01-31", grievance.Span{Count: 1, Unit: grievance.Months}, grievance.Calendar{}, "2021-02-28"},
		{"months over a year", "2021-11-30", grievance.Span{Count: 3, Unit: grievance.Months}, grievance.Calendar{}, "2022-02-28"},
		{"months to a leap day", "2019-11-30", grievance.Span{Count: 3, Unit: grievance.Months}, grievance.Calendar{}, "2020-02-29"},
		{"no unit", "2021-02-26", grievance.Span{Count: 3}, grievance.Calendar{}, "not-stated"},
		{"not a day", "2021-02", grievance.Span{Count: 3, Unit: grievance.CalendarDays}, grievance.Calendar{}, "not-stated"},
		{"no business day in the week", "2021-02-26", grievance.Span{Count: 1, Unit: grievance.BusinessDays},
			grievance.Calendar{Weekend: []grievance.Weekday{1, 2, 3, 4, 5, 6, 7}}, "not-stated"},
		{"beyond the calendar", "9999-12-01", grievance.Span{Count: 2, Unit: grievance.Months}, grievance.Calendar{}, "not-stated"},
	} {
		if got := c.span.After(risk.MustParseDate(c.from), &c.calendar).String(); got != c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

func TestBusinessDaysAgreeWithTheWeek(t *testing.T) {
	var cal grievance.Calendar
	for d := risk.MustParseDate("2019-12-25"); d.Year() < 2025; d = d.AddDays(1) {
		w := d.Start().Weekday()
		if want := w != time.Saturday && w != time.Sunday; cal.Business(d) != want {
			t.Fatalf("%s, a %s: %v", d, w, !want)
		}
	}
	if cal.Business(risk.YearOf(2021)) {
		t.Error("a year is a business day")
	}
}

func TestDeadlinesRunFromTheStageThatTheyName(t *testing.T) {
	m := grievance.Mechanism{Deadlines: []grievance.Deadline{
		{Reach: grievance.Acknowledged, Within: grievance.Span{Count: 7, Unit: grievance.CalendarDays}},
		{Reach: grievance.Findings, From: grievance.Admitted, Within: grievance.Span{Count: 2, Unit: grievance.Months}},
	}}
	c := grievancetest.Case(1, func(c *grievance.Case) { c.Events = nil })
	add := func(i int, kind grievance.EventKind, day string, change ...func(*grievance.Event)) {
		t.Helper()
		e := grievancetest.Event(&c, i, kind, day, change...)
		grievancetest.Complete(&e)
		if err := c.Append(i, risk.Date{}, e); err != nil {
			t.Fatal(err)
		}
	}
	overdue := func(day string) (late []int) {
		t.Helper()
		s, err := c.StateAt(risk.MustParseDate(day))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range s.Overdue(&m, risk.MustParseDate(day)) {
			late = append(late, d.Late)
		}
		return late
	}
	add(0, grievance.Receive, "2021-03-01")
	for day, want := range map[string]int{"2021-03-08": 0, "2021-03-09": 1, "2021-03-31": 23} {
		got := overdue(day)
		if want == 0 && len(got) != 0 || want > 0 && (len(got) != 1 || got[0] != want) {
			t.Errorf("on %s: late by %v, want %d", day, got, want)
		}
	}
	add(1, grievance.Acknowledge, "2021-03-10")
	add(2, grievance.Admit, "2021-03-15")
	if got := overdue("2021-03-09"); len(got) != 1 {
		t.Errorf("what was overdue on a day is no longer: %v", got)
	}
	if got := overdue("2021-05-15"); len(got) != 0 {
		t.Errorf("late by %v on the last day", got)
	}
	if got := overdue("2021-05-17"); len(got) != 1 || got[0] != 2 {
		t.Errorf("two days after two months from admission: %v", got)
	}
	add(3, grievance.ExtendDeadline, "2021-05-01", func(e *grievance.Event) {
		e.Stage, e.Until = grievance.Findings, risk.MustParseDate("2021-06-15")
	})
	if got := overdue("2021-06-15"); len(got) != 0 {
		t.Errorf("late by %v within the extension", got)
	}
	if got := overdue("2021-06-16"); len(got) != 1 || got[0] != 1 {
		t.Errorf("after the extension: %v", got)
	}
	s, _ := c.StateAt(risk.Date{})
	dues := s.Dues(&m, risk.MustParseDate("2021-06-16"))
	if len(dues) != 2 || dues[0].Late != 2 || dues[0].Overdue() || dues[0].Met != risk.MustParseDate("2021-03-10") {
		t.Errorf("the acknowledgement came two days late: %+v", dues)
	}
}

func TestAnEndOrALaterStageMeetsADeadline(t *testing.T) {
	m := grievance.Mechanism{Deadlines: []grievance.Deadline{
		{Reach: grievance.Admitted, Within: grievance.Span{Count: 1, Unit: grievance.CalendarDays}},
		{Reach: grievance.InDialogue, Within: grievance.Span{Count: 1, Unit: grievance.CalendarDays}},
	}}
	late := risk.MustParseDate("2030-01-01")
	for stage, want := range map[grievance.Stage]int{
		grievance.Received: 2, grievance.Screening: 2, grievance.Admitted: 1, grievance.Rejected: 0, grievance.Referred: 0,
		grievance.Withdrawn: 0, grievance.InDialogue: 0, grievance.Findings: 0, grievance.Closed: 0,
		grievance.Investigation: 1, // stands beside dialogue
		grievance.Appealed:      0, // it was rejected before
	} {
		s, err := at(stage).StateAt(risk.Date{})
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Overdue(&m, late); len(got) != want {
			t.Errorf("at %s %d deadlines are overdue, want %d: %+v", stage, len(got), want, got)
		}
	}
}

func TestDeadlinesRunAgainInACaseThatIsReopenedOrAppealed(t *testing.T) {
	days := func(n uint16) grievance.Span { return grievance.Span{Count: n, Unit: grievance.CalendarDays} }
	m := grievance.Mechanism{Deadlines: []grievance.Deadline{
		{Reach: grievance.Acknowledged, Within: days(7)},
		{Reach: grievance.Findings, Within: days(60)},
		{Reach: grievance.Findings, From: grievance.Appealed, Within: days(30)},
		{Reach: grievance.RemedyDelivered, From: grievance.RemedyAgreed, Within: days(10)},
	}}
	for _, c := range []struct {
		name   string
		at     grievance.Stage
		events []grievance.EventKind // from 1 June on, a day apart
		on     string
		want   []int // of each deadline, how late it is; -1 if it does not run
	}{
		{"rejected", grievance.Rejected, nil, "2030-01-01", []int{0, 0, -1, -1}},
		{"reopened after it was rejected", grievance.Rejected, []grievance.EventKind{grievance.Reopen}, "2021-08-01", []int{0, 1, -1, -1}},
		{"reopened, and findings in time", grievance.Rejected, []grievance.EventKind{grievance.Reopen, grievance.Admit, grievance.Investigate, grievance.Find}, "2022-01-01", []int{0, 0, -1, -1}},
		{"reopened after it was withdrawn", grievance.Withdrawn, []grievance.EventKind{grievance.Reopen}, "2021-07-31", []int{0, 0, -1, -1}},
		{"appealed", grievance.Rejected, []grievance.EventKind{grievance.Appeal}, "2021-07-03", []int{0, 0, 2, -1}},
		{"appealed, and decided", grievance.Rejected, []grievance.EventKind{grievance.Appeal, grievance.Find}, "2022-01-01", []int{0, 0, 0, -1}},
		{"appealed, and rejected again", grievance.Rejected, []grievance.EventKind{grievance.Appeal, grievance.Reject}, "2022-01-01", []int{0, 0, 0, -1}},
		{"appealed while remedy is late", grievance.RemedyAgreed, []grievance.EventKind{grievance.Appeal}, "2021-06-02", []int{0, 0, 0, 78}},
		{"appealed and agreed anew", grievance.RemedyAgreed, []grievance.EventKind{grievance.Appeal, grievance.ProposeRemedy, grievance.AgreeRemedy}, "2021-06-14", []int{0, 0, 0, 1}},
		{"appealed twice", grievance.Rejected, []grievance.EventKind{grievance.Appeal, grievance.Reject, grievance.Appeal}, "2021-07-04", []int{0, 0, 1, -1}},
	} {
		k := at(c.at)
		for i, kind := range c.events {
			e := next(k, kind)
			e.On = risk.MustParseDate("2021-06-01").AddDays(i)
			grievancetest.Complete(&e)
			if err := k.Append(len(k.Events), risk.Date{}, e); err != nil {
				t.Fatal(c.name, err)
			}
		}
		on := risk.MustParseDate(c.on)
		s, err := k.StateAt(on)
		if err != nil {
			t.Fatal(c.name, err)
		}
		got := []int{-1, -1, -1, -1}
		for _, d := range s.Dues(&m, on) {
			for i := range m.Deadlines {
				if m.Deadlines[i] == d.Deadline {
					got[i] = d.Late
				}
			}
			if !d.Met.IsZero() && len(c.events) > 0 && d.Deadline.From == grievance.Appealed && d.Met.Before(s.Reached(grievance.Appealed)) {
				t.Errorf("%s: %s is met on %s, before it ran", c.name, d.Deadline.Reach, d.Met)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: late by %v, want %v", c.name, got, c.want)
		}
	}
}

func TestAnEndedCaseIsWatchedForRetaliation(t *testing.T) {
	m := grievancetest.Mechanism()
	for stage := grievance.Received; stage.Valid(); stage++ {
		s, err := at(stage).StateAt(risk.Date{})
		if err != nil {
			t.Fatal(err)
		}
		if stage.Ended() == s.WatchedUntil(&m).IsZero() {
			t.Errorf("at %s watched until %s", stage, s.WatchedUntil(&m))
		}
	}
	s, _ := at(grievance.Referred).StateAt(risk.Date{}) // on 3 March 2021
	if got := s.WatchedUntil(&m).String(); got != "2021-09-03" {
		t.Errorf("by default until %s", got)
	}
	m.Watch = grievance.Span{Count: 10, Unit: grievance.CalendarDays}
	if got := s.WatchedUntil(&m).String(); got != "2021-03-13" {
		t.Errorf("until %s", got)
	}
}

func TestWithoutACalendarOrMechanismTheDefaultsHold(t *testing.T) {
	friday := risk.MustParseDate("2021-02-26")
	span := grievance.Span{Count: 1, Unit: grievance.BusinessDays}
	if got, want := span.After(friday, nil), span.After(friday, new(grievance.Calendar)); got != want {
		t.Errorf("after a Friday comes %s, want %s", got, want)
	}
	c := grievancetest.Case(1)
	grievancetest.Log(&c, grievance.Withdraw)
	s, _ := c.StateAt(risk.Date{})
	if dues := s.Dues(nil, friday); len(dues) != 0 {
		t.Errorf("without a mechanism there are the deadlines %v", dues)
	}
	if got, want := s.WatchedUntil(nil), s.WatchedUntil(new(grievance.Mechanism)); got != want || got.IsZero() {
		t.Errorf("watched until %s, want %s", got, want)
	}
}
