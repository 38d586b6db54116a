package grievance_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

// arrivals opens n cases at a site about a right, evenly spread over days before
// the end of 2021, from days to to days ago.
func arrivals(t testing.TB, r *grievance.Register, first, n, site int, right risk.RightID, from, to int) {
	t.Helper()
	for i := range n {
		day := endOf2021.AddDays(-from + i*(from-to)/max(n, 1))
		c := grievancetest.Case(first+i, func(c *grievance.Case) {
			c.Site, c.Rights, c.Events = grievancetest.ID(site), []risk.RightID{right}, nil
			c.Events = append(c.Events, grievancetest.Event(c, 0, grievance.Receive, day.String()))
		})
		if refused, err := r.Open(&c); err != nil || len(refused) > 0 {
			t.Fatal(err, refused)
		}
	}
}

func TestMoreCasesThanTheOwnPastIsASignal(t *testing.T) {
	r := grievance.NewRegister(endOf2021, nil)
	arrivals(t, r, 0, 10, 10, "safe-work", 400, 95)      // ten in a year
	arrivals(t, r, 100, 15, 10, "safe-work", 80, 1)      // fifteen in a quarter
	arrivals(t, r, 200, 36, 11, "fair-pay", 450, 95)     // steady
	arrivals(t, r, 300, 9, 11, "fair-pay", 88, 1)        // steady
	arrivals(t, r, 400, 20, 12, "privacy", 450, 95)      // stopped
	arrivals(t, r, 500, 50, 13, "no-slavery", 2000, 500) // long ago
	found := map[string]grievance.Signal{}
	for _, s := range r.Figures(grievance.Query{}).Signals {
		found[s.Kind.String()+" "+s.Dimension.String()+" "+string(s.Right)] = s
		if s.Adjusted < s.P || s.Adjusted > s.Alpha || s.Alpha != 0.05 {
			t.Errorf("%+v", s)
		}
	}
	for _, want := range []string{"more-than-past site ", "more-than-past right safe-work", "silence-against-past site ", "silence-against-past right privacy"} {
		if _, ok := found[want]; !ok {
			t.Errorf("no signal: %s", want)
		}
	}
	if len(found) != 4 {
		t.Errorf("signals %v", found)
	}
	if s := found["more-than-past right safe-work"]; s.Cases != 15 || s.Past != 10 || s.Expected < 2.4 || s.Expected > 2.5 {
		t.Errorf("%+v", s)
	}
}

func TestSilenceWhereOtherSitesHaveCasesIsASignal(t *testing.T) {
	r := grievance.NewRegister(endOf2021, nil)
	places := []grievance.Place{
		{Site: grievancetest.ID(10), Workers: risk.CountOf(1000)},
		{Site: grievancetest.ID(11), Workers: risk.CountOf(1000)}, // silent
		{Site: grievancetest.ID(12), Workers: risk.CountOf(20)},   // silent, and small
		{Site: grievancetest.ID(13)},                              // silent, of unknown size
	}
	arrivals(t, r, 0, 20, 10, "safe-work", 400, 1)
	var silent []grievance.Signal
	for _, s := range r.Figures(grievance.Query{Signals: grievance.Signals{Places: places}}).Signals {
		if s.Kind == grievance.SilenceAgainstPeers {
			silent = append(silent, s)
		}
	}
	if len(silent) != 1 || silent[0].Site != grievancetest.ID(11) || silent[0].Cases != 0 || silent[0].Past != 20 {
		t.Errorf("silent: %+v", silent)
	}
}

// With nothing but chance at work, at most alpha of registers may show any false
// alarm of one kind and dimension. The random numbers are fixed.
func TestFalseAlarmsAreAsRareAsStated(t *testing.T) {
	const registers = 300
	rng := rand.New(rand.NewPCG(11, 11))
	alarms := map[[2]uint8]int{}
	for range registers {
		r := grievance.NewRegister(endOf2021, nil)
		for i := range 400 {
			day := endOf2021.AddDays(-rng.IntN(455))
			c := grievancetest.Case(i, func(c *grievance.Case) {
				c.Site, c.Rights, c.Events = grievancetest.ID(10+rng.IntN(20)), nil, nil
				c.Events = append(c.Events, grievancetest.Event(c, 0, grievance.Receive, day.String()))
			})
			if _, err := r.Open(&c); err != nil {
				t.Fatal(err)
			}
		}
		seen := map[[2]uint8]bool{}
		for _, s := range r.Figures(grievance.Query{}).Signals {
			seen[[2]uint8{uint8(s.Kind), uint8(s.Dimension)}] = true
		}
		for k := range seen {
			alarms[k]++
		}
	}
	for k, n := range alarms {
		if n > registers*5/100 {
			t.Errorf("kind %d by dimension %d: false alarms in %d of %d registers", k[0], k[1], n, registers)
		}
	}
}

func TestDaysBeforeTheFirstRecordsAreNoPast(t *testing.T) {
	r := grievance.NewRegister(endOf2021, nil)
	for i := range 12 {
		c := grievancetest.Case(i, func(c *grievance.Case) {
			c.Events = []grievance.Event{grievancetest.Event(c, 0, grievance.Receive, "2021-11-15")}
		})
		if _, err := r.Open(&c); err != nil {
			t.Fatal(err)
		}
	}
	for since, want := range map[string]int{"": 2, "2020-01-01": 2, "2021-10-01": 0, "2021-11-01": 0, "2022-02-01": 0} {
		q := grievance.Signals{}
		if since != "" {
			q.Since = risk.MustParseDate(since)
		}
		if got := r.Figures(grievance.Query{Signals: q}).Signals; len(got) != want {
			t.Errorf("since %q: %+v", since, got)
		}
	}
	// Thirty days of records before the window are a past of thirty days.
	q := grievance.Signals{Since: risk.MustParseDate("2021-09-03"), Alpha: 0.9}
	for _, s := range r.Figures(grievance.Query{Signals: q}).Signals {
		if s.Expected != 0 || s.Past != 0 || s.P >= 0.9 || s.P < math.Pow(0.75, 12)*0.999 || s.P > math.Pow(0.75, 12)*1.001 {
			t.Errorf("%+v, want p %g", s, math.Pow(0.75, 12))
		}
	}
}

func TestASiteThatIsGivenTwiceIsNoPeerOfItself(t *testing.T) {
	cases := slices.Collect(grievancetest.Cases(4, 60))
	place := func(n int) grievance.Place {
		return grievance.Place{Site: grievancetest.ID(n), Workers: risk.CountOf(500)}
	}
	of := func(places ...grievance.Place) []grievance.Signal {
		return register(t, cases).Figures(grievance.Query{Signals: grievance.Signals{Window: 2000, Past: 2000, Alpha: 0.99, Places: places}}).Signals
	}
	once := of(place(100), place(9000))
	twice := of(place(100), place(9000), place(100), place(9000))
	if len(once) == 0 || !slices.Equal(once, twice) {
		t.Errorf("once %v, twice %v", once, twice)
	}
}
