package risk_test

import (
	"fmt"
	"time"

	"github.com/hrdd-go/hrdd/risk"
)

func ExampleDate() {
	year := risk.MustParseDate("2021") // a source that says no more than the year
	fmt.Println(year, risk.DateOf(year.Start()), year.LastDay())
	fmt.Println(year.Before(risk.MustParseDate("2021-03-01")), year.Month() == 0)
	var none risk.Date
	fmt.Println(none, none.IsZero())
	// Output:
	// 2021 2021-01-01 2021-12-31
	// true true
	// not-stated true
}

func ExampleParseDate() {
	for _, s := range []string{"2021-02-28", "2021-02", "2021-02-29"} {
		d, err := risk.ParseDate(s)
		fmt.Println(d, err)
	}
	// Output:
	// 2021-02-28 <nil>
	// 2021-02 <nil>
	// not-stated "2021-02-29" is not a date: the calendar has no such day; write it as 2006-01-02, or as 2006-01 or 2006 if no more is known
}

func ExampleNewDate() {
	d, err := risk.NewDate(2020, time.February, 29)
	fmt.Println(d, err)
	_, err = risk.NewDate(2021, time.February, 29)
	fmt.Println(err != nil)
	// Output:
	// 2020-02-29 <nil>
	// true
}

func ExampleDate_DaysUntil() {
	start := risk.MustParseDate("2020-01-01")
	fmt.Println(start.DaysUntil(risk.MustParseDate("2021-01-01")), start.AddDays(366))
	// Output: 366 2021-01-01
}

func ExampleYearOf() {
	fmt.Println(risk.YearOf(2021), risk.YearOf(0))
	// Output: 2021 not-stated
}

func ExamplePeriod() {
	p := risk.Period{From: risk.YearOf(2020), To: risk.MustParseDate("2021-06-30")}
	fmt.Println(p.Valid(), p.Contains(risk.MustParseDate("2021-06-30")), p.Contains(risk.YearOf(2021)))
	// Output: true true false
}

func ExampleCount() {
	var unknown risk.Count
	for _, c := range []risk.Count{unknown, risk.CountOf(0), risk.CountOf(120)} {
		n, known := c.Known()
		fmt.Println(c, n, known)
	}
	// Output:
	// not-stated 0 false
	// 0 0 true
	// 120 120 true
}

func ExampleMoney() {
	fmt.Println(risk.Money{Minor: 1_200_000_000, Currency: "USD"}, risk.Money{Minor: 500, Currency: "JPY"}, risk.Money{})
	// Output: 12000000.00 USD 500 JPY not-stated
}

func ExamplePrinciple() {
	fmt.Println(risk.Principle(24), risk.Cite("ICESCR", "7(a)(i)"), risk.Citation{Instrument: "UDHR"})
	// Output: UNGP:24 ICESCR:7(a)(i) UDHR
}

func ExampleAnswer() {
	var unanswered risk.Answer
	fmt.Println(unanswered, unanswered.Known(), risk.AnswerOf(false), risk.AnswerOf(true))
	// Output: unknown false no yes
}

func ExampleEvidence() {
	j := risk.Judgement{By: "outside assessor", On: risk.MustParseDate("2021-05"), Evidence: []risk.Evidence{
		{Kind: risk.Testimony, Source: "group discussions with workers", Confidential: true},
	}}
	fmt.Println(j.By, j.On, j.Evidence[0].Kind)
	// Output: outside assessor 2021-05 testimony
}

func ExampleStatus() {
	var s risk.Status
	fmt.Println(s.UnmarshalText([]byte("actual")), s)
	fmt.Println(s.UnmarshalText([]byte("actaul")), s)
	// Output:
	// <nil> actual
	// "actaul" is not a known status of a harm; did you mean "actual"? actual
}

// Something dated "in 2021" is known to have happened by the end of that year,
// and not before.
func ExampleDate_End() {
	year, day := risk.YearOf(2021), risk.MustParseDate("2021-03-31")
	fmt.Println(year.End().Format("2006-01-02"), day.Day(), day.After(year))
	// Output: 2021-12-31 31 true
}

func ExampleMoney_Digits() {
	yen := risk.Money{Minor: 5000, Currency: "JPY"}
	fmt.Println(yen, yen.Digits())
	// Output: 5000 JPY 0
}
