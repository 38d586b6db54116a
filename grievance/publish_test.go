package grievance_test

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

func TestEachCaseIsPublishedInOnePeriodOnly(t *testing.T) {
	r := register(t, slices.Collect(grievancetest.Cases(1, 300)))
	year := func(n int) risk.Period { return risk.Period{From: risk.YearOf(n), To: risk.YearOf(n)} }
	half := risk.Period{From: risk.MustParseDate("2020-07-01"), To: risk.MustParseDate("2021-06-30")}
	for _, c := range []struct {
		name string
		s    grievance.Suppression
		want grievance.PublishRefusal
	}{
		{"a year", grievance.Suppression{Period: year(2020)}, 0},
		{"another year", grievance.Suppression{Period: year(2020), Earlier: []risk.Period{year(2019)}}, 0},
		{"the same year", grievance.Suppression{Period: year(2020), Earlier: []risk.Period{year(2019), year(2020)}}, grievance.PeriodOverlaps},
		{"half of it", grievance.Suppression{Period: half, Earlier: []risk.Period{year(2020)}}, grievance.PeriodOverlaps},
		{"everything after a part", grievance.Suppression{Earlier: []risk.Period{year(2019)}}, grievance.PeriodOverlaps},
		{"a part after everything", grievance.Suppression{Period: year(2020), Earlier: []risk.Period{{}}}, grievance.PeriodOverlaps},
		{"not over", grievance.Suppression{Period: year(2022)}, grievance.PeriodNotOver},
		{"without end", grievance.Suppression{Period: risk.Period{From: risk.YearOf(2020)}}, grievance.PeriodNotOver},
		{"backwards", grievance.Suppression{Period: risk.Period{From: risk.YearOf(2021), To: risk.YearOf(2020)}}, grievance.PeriodInvalid},
		{"threshold of one", grievance.Suppression{Threshold: 1}, grievance.ThresholdTooLow},
		{"negative threshold", grievance.Suppression{Threshold: -5}, grievance.ThresholdTooLow},
	} {
		p, err := r.Publish(c.s)
		var refused *grievance.PublishError
		if c.want == 0 && err != nil || c.want != 0 && (p != nil || !errors.As(err, &refused) || refused.Refusal != c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	p, err := r.Publish(grievance.Suppression{Period: year(2020), Grain: grievance.Quarterly})
	if err != nil {
		t.Fatal(err)
	}
	if p.Threshold() != grievance.DefaultThreshold || p.AsOf() != endOf2021 || p.Period() != year(2020) {
		t.Errorf("%d, %s, %v", p.Threshold(), p.AsOf(), p.Period())
	}
	for table := range p.Tables() {
		if table.Dimension == grievance.ByPeriod && (len(table.Rows) != 3 || table.Rest.IsZero()) {
			t.Errorf("one quarter is given up: %+v", table)
		}
	}
}

func TestFewCasesAreNotTellableFromNone(t *testing.T) {
	publish := func(n int) string {
		cases := slices.Collect(grievancetest.Cases(1, n))
		r := register(t, cases)
		p, err := r.Publish(grievance.Suppression{})
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	for n := 1; n < grievance.DefaultThreshold; n++ {
		if publish(n) != publish(0) {
			t.Errorf("%d cases look other than none: %s", n, publish(n))
		}
	}
	if got := publish(0); got != `{"threshold":5,"period":{"to":"2021-12-31"},"asOf":"2021-12-31","caution":"no-cases-is-not-no-harm"}` {
		t.Errorf("none: %s", got)
	}
}

func TestQuantilesArePublishedOnlyWithEnoughCasesOnEitherSide(t *testing.T) {
	for n, want := range map[int][2]bool{9: {false, false}, 10: {true, false}, 49: {true, false}, 50: {true, true}} {
		r := grievance.NewRegister(endOf2021, nil)
		caseType{mechanism: 1, site: 10, country: "MY", rejected: true}.open(t, r, 0, n)
		for i := range 60 { // withdrawn at once: their number is given up first
			c := grievancetest.Case(1000+i, func(c *grievance.Case) {
				c.Events = c.Events[:1]
				c.Events = append(c.Events, grievancetest.Event(c, 1, grievance.Withdraw, "2021-03-02", func(e *grievance.Event) {
					e.Withdrawal = grievance.Freely
				}))
			})
			if refused, err := r.Open(&c); err != nil || len(refused) > 0 {
				t.Fatal(err, refused)
			}
		}
		p, err := r.Publish(grievance.Suppression{})
		if err != nil {
			t.Fatal(err)
		}
		median, p90 := false, false
		for at := range p.Times() {
			if at.Stage != grievance.Acknowledged {
				continue
			}
			median, p90 = !at.Median.IsZero(), !at.P90.IsZero()
			if days, _ := at.Median.Known(); days != 2 {
				t.Errorf("%+v", at)
			}
		}
		if median != want[0] || p90 != want[1] {
			t.Errorf("%d cases: median %v, 90th percentile %v", n, median, p90)
		}
	}
}

func TestThePublicationDoesNotDependOnTheOrderOfCases(t *testing.T) {
	cases := slices.Collect(grievancetest.Cases(8, 300))
	publish := func() string {
		p, err := register(t, cases).Publish(grievance.Suppression{})
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	before := publish()
	rand.New(rand.NewPCG(2, 2)).Shuffle(len(cases), func(i, j int) { cases[i], cases[j] = cases[j], cases[i] })
	if publish() != before {
		t.Error("the same cases in another order give another publication")
	}
}

func TestTheConfirmedShareNeedsAllItsFigures(t *testing.T) {
	share := func(confirmed, disputed, unconfirmed int) (int, int, bool) {
		r := grievance.NewRegister(endOf2021, nil)
		n := 0
		open := func(times int, view grievance.View, kinds ...grievance.EventKind) {
			for range times {
				c := grievancetest.Case(n, func(c *grievance.Case) { c.Events = nil })
				n++
				grievancetest.Log(&c, kinds...)
				for i := range c.Events {
					if c.Events[i].Kind == grievance.Verify {
						c.Events[i].View = view
					}
				}
				if refused, err := r.Open(&c); err != nil || len(refused) > 0 {
					t.Fatal(err, refused)
				}
			}
		}
		open(confirmed, grievance.Adequate, from[grievance.Closed]...)
		open(disputed, grievance.NotAdequate, from[grievance.Closed]...)
		open(unconfirmed, grievance.Unreachable, from[grievance.Closed]...)
		open(9, grievance.Adequate, from[grievance.Withdrawn]...)
		p, err := r.Publish(grievance.Suppression{})
		if err != nil {
			t.Fatal(err)
		}
		return p.ConfirmedShare()
	}
	if confirmed, of, ok := share(12, 6, 7); !ok || confirmed != 12 || of != 25 {
		t.Errorf("%d of %d, %v", confirmed, of, ok)
	}
	if _, _, ok := share(12, 3, 7); ok {
		t.Error("a share is given of which a part is withheld")
	}
}

func TestTheHostChoosesWhichFigureIsGivenUp(t *testing.T) {
	r := grievance.NewRegister(endOf2021, nil)
	for i, right := range []risk.RightID{"fair-pay", "privacy", "safe-work"} {
		caseType{mechanism: 1, site: 10, country: "MY", rights: []risk.RightID{right}}.open(t, r, 100*i, 20+i)
	}
	for giveUp, want := range map[string][]string{"": {"safe-work", "privacy"}, "privacy": {"safe-work", "fair-pay"}, "no-such-right": {"safe-work", "privacy"}} {
		s := grievance.Suppression{}
		if giveUp != "" {
			s.GiveUp = map[grievance.Dimension]string{grievance.ByRight: giveUp}
		}
		p, err := r.Publish(s)
		if err != nil {
			t.Fatal(err)
		}
		for table := range p.Tables() {
			var named []string
			for _, row := range table.Rows {
				named = append(named, row.Key)
			}
			if table.Dimension == grievance.ByRight && !slices.Equal(named, want) {
				t.Errorf("giving up %q: named %v", giveUp, named)
			}
		}
	}
}

func TestMechanismsAndSitesArePublishedTogetherOnlyIfEachMechanismIsOpenToAll(t *testing.T) {
	year := risk.Period{From: risk.YearOf(2021), To: risk.YearOf(2021)}
	cases := slices.Collect(grievancetest.Cases(3, 300))
	all := declared(cases)
	for name, c := range map[string]struct {
		change            func(*grievance.Mechanism)
		mechanisms        bool
		mechanism, places bool
	}{
		"open to all":              {func(*grievance.Mechanism) {}, false, true, true},
		"open to all, asked for":   {func(*grievance.Mechanism) {}, true, true, true},
		"for one site":             {func(m *grievance.Mechanism) { m.Reach = grievance.Reach{Sites: []uuid.UUID{grievancetest.ID(10)}} }, false, false, true},
		"for one site, asked for":  {func(m *grievance.Mechanism) { m.Reach = grievance.Reach{Sites: []uuid.UUID{grievancetest.ID(10)}} }, true, true, false},
		"reach not stated":         {func(m *grievance.Mechanism) { m.Reach = grievance.Reach{} }, false, false, true},
		"for own workers":          {func(m *grievance.Mechanism) { m.Users = []grievance.User{grievance.OwnWorkers} }, false, false, true},
		"opened during the period": {func(m *grievance.Mechanism) { m.Period.From = risk.MustParseDate("2021-03-01") }, false, false, true},
		"opened before":            {func(m *grievance.Mechanism) { m.Period.From = risk.YearOf(2019) }, false, true, true},
		"closed during the period": {func(m *grievance.Mechanism) { m.Period.To = risk.MustParseDate("2021-11-30") }, false, false, true},
	} {
		mechanisms := slices.Clone(all)
		c.change(&mechanisms[1])
		p, err := register(t, cases, mechanisms...).Publish(grievance.Suppression{Period: year, Mechanisms: c.mechanisms})
		if err != nil {
			t.Fatal(err)
		}
		seen := map[grievance.Dimension]bool{}
		for table := range p.Tables() {
			seen[table.Dimension] = true
		}
		for d, want := range map[grievance.Dimension]bool{
			grievance.ByMechanism: c.mechanism, grievance.ByCountry: c.places, grievance.ByGroup: c.places,
			grievance.ByPeriod: c.places, grievance.ByOutcome: true, grievance.ByRight: true,
		} {
			if seen[d] != want {
				t.Errorf("%s: figures by %s: %v, want %v", name, d, seen[d], want)
			}
		}
	}
	p, err := register(t, cases).Publish(grievance.Suppression{Mechanisms: true})
	if err != nil {
		t.Fatal(err)
	}
	for table := range p.Tables() {
		if table.Dimension == grievance.ByMechanism {
			t.Error("figures by a mechanism of which nothing is declared are published")
		}
	}
}

func TestAPublicationIsMarshalledByValueAsWell(t *testing.T) {
	p, err := grievance.NewRegister(risk.MustParseDate("2021-12-31"), nil).Publish(grievance.Suppression{})
	if err != nil {
		t.Fatal(err)
	}
	byPointer, err := json.Marshal(p)
	byValue, err2 := json.Marshal(struct{ P grievance.Published }{*p})
	if err != nil || err2 != nil || string(byValue) != `{"P":`+string(byPointer)+`}` {
		t.Errorf("%s, %v; by pointer %s, %v", byValue, err2, byPointer, err)
	}
}
