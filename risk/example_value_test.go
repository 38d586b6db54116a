package risk_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/hrdd-go/hrdd/risk"
)

// A source says "in 2021": the date is kept as it is stated.
func ExampleDate() {
	year, err := risk.ParseDate("2021")
	fmt.Println(year, year.Month() == 0, year.Day(), err)
	fmt.Println(year.LastDay(), year.Start().Format(time.DateOnly), year.End().Format(time.DateOnly))

	day, err := risk.NewDate(2021, time.March, 31)
	fmt.Println(day, day.AddDays(1), day.DaysUntil(risk.DateOf(time.Date(2021, 4, 30, 23, 0, 0, 0, time.UTC))), err)
	fmt.Println(year.Before(day), day.After(year), risk.YearOf(2021) == year)

	_, err = risk.NewDate(2021, time.February, 29)
	var de *risk.DateError
	fmt.Println(errors.As(err, &de), err)
	// Output:
	// 2021 true 0 <nil>
	// 2021-12-31 2021-01-01 2021-12-31
	// 2021-03-31 2021-04-01 30 <nil>
	// true true true
	// true "2021-02-29" is not a date: the calendar has no such day; write it as 2006-01-02, or as 2006-01 or 2006 if no more is known
}

func ExamplePeriod() {
	p := risk.Period{From: risk.MustParseDate("2020-07-01"), To: risk.MustParseDate("2021-06-30")}
	fmt.Println(p.Contains(risk.MustParseDate("2021-01")), p.Contains(risk.YearOf(2021)))
	// Output: true false
}

func ExampleMoney() {
	fmt.Println(risk.Money{Minor: 1_200_000_000, Currency: "USD"})
	yen := risk.Money{Minor: 5000, Currency: "JPY"}
	fmt.Println(yen, yen.Digits())
	// Output:
	// 12000000.00 USD
	// 5000 JPY 0
}

// A number of people that nobody knows is not none.
func ExampleCount() {
	fmt.Println(risk.CountOf(0), risk.Count{})
	n, known := risk.CountOf(45).Known()
	fmt.Println(n, known)
	// Output:
	// 0 not-stated
	// 45 true
}

func ExampleAnswer() {
	fmt.Println(risk.AnswerOf(true), risk.AnswerOf(false), risk.Answer(0), risk.Unknown.Known())
	// Output: yes no unknown false
}

func ExampleCitation() {
	fmt.Println(risk.Principle(24), risk.Cite("ICESCR", "7(a)(i)"))
	var c risk.Citation
	fmt.Println(c.UnmarshalText([]byte("ILO:C29")), c.Instrument, c.Locator)
	// Output:
	// UNGP:24 ICESCR:7(a)(i)
	// <nil> ILO C29
}

func ExampleEvidence() {
	j := risk.Judgement{By: "assessor", On: risk.MustParseDate("2026-03"), Evidence: []risk.Evidence{
		{Kind: risk.Testimony, Source: "interviews with workers, off site", Confidential: true},
	}}
	fmt.Println(j.On, j.Evidence[0].Kind)
	// Output: 2026-03 testimony
}
