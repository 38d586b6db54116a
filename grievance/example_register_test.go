package grievance_test

import (
	"fmt"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

// exampleRegister holds 300 random cases of 2019 to 2021, the same on every run.
func exampleRegister() *grievance.Register {
	r := grievance.NewRegister(risk.MustParseDate("2023-12-31"), []grievance.Mechanism{grievancetest.Mechanism()})
	for c := range grievancetest.Cases(1, 300) {
		if _, err := r.Open(&c); err != nil {
			panic(err)
		}
	}
	return r
}

// A host reads its events from where it stores them and folds them; what cannot
// be folded comes back with the reason.
func ExampleRegister_Fold() {
	r := grievance.NewRegister(risk.MustParseDate("2021-12-31"), nil)
	c := grievancetest.Case(1)
	events := c.Events
	c.Events = nil
	if _, err := r.Open(&c); err != nil {
		fmt.Println(err)
	}
	events = append(events, events[1], grievancetest.Event(&c, 2, grievance.Close, "2021-03-05"))
	f := r.Fold(slices.Values(events))
	fmt.Println("applied", f.Applied, "repeats", f.Repeats, "refused", len(f.Refused))
	fmt.Println(f.Refused[0].Event.Kind, f.Refused[0].Event.On)
	// Output:
	// applied 2 repeats 1 refused 1
	// close 2021-03-05
}

func ExampleNewRegister() {
	r := grievance.NewRegister(risk.MustParseDate("2021-12-31"), []grievance.Mechanism{grievancetest.Mechanism()})
	fmt.Println(r.AsOf(), r.Len())
	// Output: 2021-12-31 0
}

func ExampleRegister_Open() {
	r := grievance.NewRegister(risk.MustParseDate("2021-12-31"), nil)
	c := grievancetest.Case(1)
	refused, err := r.Open(&c)
	fmt.Println(len(refused), err)
	_, err = r.Open(&c)
	fmt.Println(err)
	// Output:
	// 0 <nil>
	// case 00000000-000f-7241-8000-0000000f4241: it was opened before; fold its new events
}

func ExampleRegister_State() {
	r := grievance.NewRegister(risk.MustParseDate("2021-12-31"), nil)
	c := grievancetest.Case(1)
	if _, err := r.Open(&c); err != nil {
		fmt.Println(err)
	}
	s, ok := r.State(c.ID)
	fmt.Println(s.Stage, s.Events, ok)
	// Output: acknowledged 2 true
}

// Raised cases come first, then those that are late.
func ExampleRegister_Worklist() {
	r := grievance.NewRegister(risk.MustParseDate("2021-03-31"), []grievance.Mechanism{grievancetest.Mechanism()})
	late, threatened := grievancetest.Case(1), grievancetest.Case(2)
	grievancetest.Log(&threatened, grievance.ReportRetaliation)
	for _, c := range []*grievance.Case{&late, &threatened} {
		if _, err := r.Open(c); err != nil {
			fmt.Println(err)
		}
	}
	for id, dues := range r.Worklist() {
		s, _ := r.State(id)
		fmt.Println("raised", s.Raised(), "late by", dues[0].Late, "days")
	}
	// Output:
	// raised true late by 9 days
	// raised false late by 9 days
}

// Exact figures are for those few who may see single cases.
func ExampleRegister_Figures() {
	f := exampleRegister().Figures(grievance.Query{Period: risk.Period{From: risk.YearOf(2020), To: risk.YearOf(2020)}})
	fmt.Println("cases", f.Total.Cases, "remedy due", f.Total.Due, "delivered", f.Total.Delivered, "confirmed", f.Total.Confirmed)
	for _, row := range f.Table(grievance.ByCountry).Rows {
		fmt.Println(row.Key, row.Cases)
	}
	for _, at := range f.Times {
		if at.Stage == grievance.Findings {
			fmt.Printf("findings after %.0f days in the middle, %.0f for nine in ten\n", at.Median, at.P90)
		}
	}
	// Output:
	// cases 91 remedy due 58 delivered 35 confirmed 6
	// MY 27
	// MX 24
	// CN 21
	// IN 19
	// findings after 63 days in the middle, 95 for nine in ten
}

func ExampleFigures_Table() {
	f := exampleRegister().Figures(grievance.Query{Grain: grievance.Yearly})
	for _, row := range f.Table(grievance.ByPeriod).Rows {
		fmt.Println(row.Key, row.Cases)
	}
	// Output:
	// 2019 111
	// 2021 98
	// 2020 91
}

// What may leave: no figure below the threshold, and none that follows from the
// others. One country is given up so that nothing can be worked out.
func ExampleRegister_Publish() {
	p, err := exampleRegister().Publish(grievance.Suppression{
		Period: risk.Period{From: risk.YearOf(2020), To: risk.YearOf(2020)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("cases", p.Cases(), "threshold", p.Threshold())
	for t := range p.Tables() {
		if t.Dimension == grievance.ByCountry || t.Dimension == grievance.ByOutcome {
			fmt.Println(t.Dimension, t.Rows, "others", t.Rest)
		}
	}
	// Output:
	// cases 91 threshold 5
	// country [{MY 27} {MX 24} {IN 19}] others 21
	// outcome [{ongoing 59} {remedy-disputed 11} {handed-over 7}] others 14
}

// The difference of two publications about the same cases could be about few.
func ExampleSuppression() {
	year := risk.Period{From: risk.YearOf(2020), To: risk.YearOf(2020)}
	_, err := exampleRegister().Publish(grievance.Suppression{Earlier: []risk.Period{year}})
	fmt.Println(err)
	// Output: the period not-stated to 2023-12-31 overlaps 2020 to 2020, which was published before; publish each case in one period only
}

func ExamplePublished_Times() {
	p, _ := exampleRegister().Publish(grievance.Suppression{})
	for t := range p.Times() {
		fmt.Println(t.Stage, "median", t.Median, "nine in ten", t.P90)
		break
	}
	// Output: acknowledged median 14 nine in ten 30
}

func ExamplePublished_Cases() {
	p, _ := grievance.NewRegister(risk.MustParseDate("2021-12-31"), nil).Publish(grievance.Suppression{})
	_, known := p.Cases().Known()
	fmt.Println("fewer than", p.Threshold(), "or none:", !known)
	// Output: fewer than 5 or none: true
}

func ExamplePublished_ConfirmedShare() {
	p, _ := exampleRegister().Publish(grievance.Suppression{})
	confirmed, of, ok := p.ConfirmedShare()
	fmt.Println(confirmed, of, ok)
	// Output: 20 72 true
}

func ExampleDimension_Multiple() {
	fmt.Println(grievance.ByRight.Multiple(), grievance.BySite.Multiple())
	// Output: true false
}

func ExampleGrain_Of() {
	day := risk.MustParseDate("2021-08-31")
	fmt.Println(grievance.Yearly.Of(day), grievance.Quarterly.Of(day), grievance.Monthly.Of(day))
	// Output: 2021 2021-Q3 2021-08
}

// More cases than a site's own past, and silence, are places to look.
func ExampleSignal() {
	r := grievance.NewRegister(risk.MustParseDate("2021-12-31"), nil)
	n := 0
	open := func(site, cases int, day string) {
		for range cases {
			c := grievancetest.Case(n, func(c *grievance.Case) {
				c.Site, c.Rights, c.Events = grievancetest.ID(site), nil, []grievance.Event{grievancetest.Event(c, 0, grievance.Receive, day)}
			})
			n++
			if _, err := r.Open(&c); err != nil {
				fmt.Println(err)
			}
		}
	}
	open(10, 8, "2021-04-01")
	open(10, 14, "2021-12-01")
	open(11, 25, "2021-04-01")
	names := map[uuid.UUID]string{grievancetest.ID(10): "assembly plant", grievancetest.ID(11): "smelter"}
	for _, s := range r.Figures(grievance.Query{}).Signals {
		fmt.Printf("%s: %s, %d cases, about %.1f expected, p %.1g\n", names[s.Site], s.Kind, s.Cases, s.Expected, s.Adjusted)
	}
	// Output:
	// assembly plant: more-than-past, 14 cases, about 2.0 expected, p 2e-05
	// smelter: silence-against-past, 0 cases, about 6.2 expected, p 0.008
}

// A person decides; the register only says where to look.
func ExampleRegister_Suggest() {
	r := grievance.NewRegister(risk.MustParseDate("2021-12-31"), nil)
	for i := range 12 {
		c := grievancetest.Case(i)
		grievancetest.Log(&c, grievance.Admit, grievance.Investigate, grievance.Find)
		if _, err := r.Open(&c); err != nil {
			fmt.Println(err)
		}
	}
	for _, s := range r.Suggest(grievance.Lessons{Risks: []grievance.KnownRisk{
		{ID: grievancetest.ID(50), Right: "safe-work", Status: risk.Potential},
	}}) {
		fmt.Println(s.Kind, s.Right, s.Cases, s.Source)
	}
	// Output: rate-as-actual safe-work at least 10 UNGP:17
}

func ExampleAtLeast_Known() {
	var few grievance.AtLeast
	n, ok := few.Known()
	fmt.Println(few, n, ok)
	// Output: not shown 0 false
}
