package grievance_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

// caseType is a case as far as a publication can tell it from others.
type caseType struct {
	mechanism, site int
	country         string
	rights          []risk.RightID
	rejected        bool
	screened        bool
}

// open adds n cases of a type to a register.
func (ct caseType) open(t testing.TB, r *grievance.Register, first, n int) {
	for i := range n {
		c := grievancetest.Case(first+i, func(c *grievance.Case) {
			c.Mechanism, c.Site, c.Country, c.Rights = grievancetest.ID(ct.mechanism), grievancetest.ID(ct.site), ct.country, ct.rights
			if ct.screened {
				c.Events = append(c.Events, grievancetest.Event(c, 2, grievance.Screen, "2021-04-01"))
			}
			if ct.rejected {
				c.Events = append(c.Events, grievancetest.Event(c, 2, grievance.Reject, "2021-04-01", func(e *grievance.Event) {
					e.Reason, e.Notice = grievance.OutOfScope, grievance.Told
				}))
			}
		})
		if refused, err := r.Open(&c); err != nil || len(refused) > 0 {
			t.Fatal(err, refused)
		}
	}
}

// figuresOf returns every figure of the dimensions of a register, with noughts.
func figuresOf(types []caseType, counts []int) map[string]int {
	f := map[string]int{}
	for i, ct := range types {
		keys := []string{fmt.Sprint("mechanism ", ct.mechanism), fmt.Sprint("site ", ct.site), "country " + ct.country, fmt.Sprint("rejected ", ct.rejected), fmt.Sprint("screened ", ct.screened),
			fmt.Sprint("mechanism ", ct.mechanism, " at site ", ct.site)}
		for _, right := range ct.rights {
			keys = append(keys, "right "+string(right))
		}
		for _, key := range keys {
			f[key] += counts[i]
		}
	}
	return f
}

// The attacker knows every rule, which site is in which country, and which cases
// there can be at all; tries every register up to a size, publishes it, and keeps
// those whose publication is the one seen, in all its tables together.
func TestWhoTriesEveryRegisterLearnsNoFigureBelowTheThreshold(t *testing.T) {
	safe, pay := []risk.RightID{"safe-work"}, []risk.RightID{"fair-pay"}
	for name, world := range map[string]struct {
		types    []caseType
		k, total int
	}{
		"stages of ongoing cases": {[]caseType{
			{mechanism: 1, site: 10, country: "MY"}, {mechanism: 1, site: 10, country: "MY", screened: true},
			{mechanism: 1, site: 10, country: "MY", rejected: true},
		}, 3, 20},
		"mechanisms and sites": {[]caseType{
			{1, 10, "MY", safe, false, false}, {1, 11, "MY", safe, false, false}, {2, 10, "MY", safe, false, false}, {2, 12, "TH", safe, false, false},
		}, 2, 13},
		"a mechanism for one site only": {[]caseType{
			{1, 10, "MY", safe, false, false}, {2, 10, "MY", safe, false, false}, {2, 11, "MY", safe, false, false},
		}, 3, 20},
		"a later mechanism for one site only": {[]caseType{
			{2, 10, "MY", safe, false, false}, {1, 10, "MY", safe, false, false}, {1, 11, "MY", safe, false, false},
		}, 3, 20},
		"a mechanism for the last site only": {[]caseType{
			{2, 12, "MY", safe, false, false}, {1, 12, "MY", safe, false, false}, {1, 11, "MY", safe, false, false},
		}, 3, 20},
		"each mechanism its own site": {[]caseType{
			{1, 10, "MY", safe, false, false}, {2, 11, "MY", safe, false, false}, {3, 12, "MY", safe, false, false},
		}, 3, 20},
		"rights and outcomes": {[]caseType{
			{1, 10, "MY", safe, false, false}, {1, 10, "MY", pay, false, false}, {1, 10, "MY", pay, true, false}, {1, 10, "MY", append(safe, pay...), true, false},
		}, 2, 13},
	} {
		possible := map[string]map[string]map[int]bool{}
		type seen struct {
			published string
			figures   map[string]int
		}
		var all []seen
		counts := make([]int, len(world.types))
		var fill func(i, left int)
		fill = func(i, left int) {
			if i < len(counts) {
				for n := range left + 1 {
					counts[i] = n
					fill(i+1, left-n)
				}
				counts[i] = 0
				return
			}
			r := grievance.NewRegister(risk.MustParseDate("2021-12-31"), nil)
			at := 0
			for j, ct := range world.types {
				ct.open(t, r, at, counts[j])
				at += counts[j]
			}
			p, err := r.Publish(grievance.Suppression{Threshold: world.k})
			if err != nil {
				t.Fatal(err)
			}
			b, err := json.Marshal(p)
			if err != nil {
				t.Fatal(err)
			}
			s := seen{string(b), figuresOf(world.types, counts)}
			all = append(all, s)
			if possible[s.published] == nil {
				possible[s.published] = map[string]map[int]bool{}
			}
			for key, n := range s.figures {
				if possible[s.published][key] == nil {
					possible[s.published][key] = map[int]bool{}
				}
				possible[s.published][key][n] = true
			}
		}
		fill(0, world.total)
		tried, worst := 0, world.k
		for _, s := range all {
			for key, n := range s.figures {
				if n == 0 || n >= world.k {
					continue
				}
				tried++
				can := possible[s.published][key]
				worst = min(worst, len(can))
				if len(can) < world.k {
					t.Errorf("%s: from %s it follows that %s, which is %d, is one of %v", name, s.published, key, n, can)
				}
			}
		}
		t.Logf("%s: %d registers, %d small figures; the best known of them can still be %d numbers", name, len(all), tried, worst)
		if tried == 0 {
			t.Errorf("%s: nothing was tried", name)
		}
	}
}

// cells reads the figures that a publication names, with the rests, from its JSON
// form as a stranger would, each with the cases behind it.
func cells(t *testing.T, p *grievance.Published, cases []grievance.Case) (figures []int, behind []map[int]bool) {
	t.Helper()
	b, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Cases  int
		Tables []struct {
			Dimension grievance.Dimension
			Parent    grievance.Dimension
			Key       string
			Rest      int
			Rows      []struct {
				Key   string
				Cases int
			}
		}
	}
	if err := json.Unmarshal(b, &doc); err != nil {
		t.Fatal(err)
	}
	keys := make([]map[grievance.Dimension][]string, len(cases))
	for i := range cases {
		keys[i] = keysOf(&cases[i])
	}
	add := func(n int, in func(map[grievance.Dimension][]string) bool) {
		set := map[int]bool{}
		for i := range cases {
			if len(cases[i].Events) > 0 && in(keys[i]) {
				set[i] = true
			}
		}
		if len(set) != n {
			t.Fatalf("a figure of %d is published; it counts %d cases", n, len(set))
		}
		figures, behind = append(figures, n), append(behind, set)
	}
	if doc.Cases > 0 {
		add(doc.Cases, func(map[grievance.Dimension][]string) bool { return true })
	}
	for _, table := range doc.Tables {
		in := func(of map[grievance.Dimension][]string) bool {
			return table.Parent == grievance.DimensionNotStated || slices.Contains(of[table.Parent], table.Key)
		}
		var named []string
		for _, row := range table.Rows {
			named = append(named, row.Key)
			add(row.Cases, func(of map[grievance.Dimension][]string) bool {
				return in(of) && slices.Contains(of[table.Dimension], row.Key)
			})
		}
		if table.Rest > 0 {
			add(table.Rest, func(of map[grievance.Dimension][]string) bool {
				return in(of) && !slices.Contains(named, of[table.Dimension][0])
			})
		}
	}
	return figures, behind
}

// keysOf returns the rows in which a case is counted.
func keysOf(c *grievance.Case) map[grievance.Dimension][]string {
	s, _ := c.At(endOf2021)
	return map[grievance.Dimension][]string{
		grievance.ByMechanism: {c.Mechanism.String()},
		grievance.BySite:      {c.Site.String()},
		grievance.ByCountry:   {c.Country},
		grievance.ByOutcome:   {s.Outcome().String()},
		grievance.ByStage:     {s.Stage.String()},
		grievance.ByPeriod:    {grievance.Yearly.Of(s.Reached(grievance.Received))},
		grievance.ByPromise:   {"in-time"},
		grievance.ByRight:     labels(c.Rights),
		grievance.ByGroup:     labels(c.Groups),
	}
}

func labels[T ~string](of []T) []string {
	if len(of) == 0 {
		return []string{""}
	}
	var out []string
	for _, s := range of {
		out = append(out, string(s))
	}
	return out
}

// The attacker takes every two published figures of which one counts only cases
// that the other counts too, and subtracts.
func TestDifferencingPublishedFiguresGivesNoSmallFigure(t *testing.T) {
	named := 0
	for seed := range uint64(90) {
		cases := slices.Collect(grievancetest.Cases(seed, 3+int(seed*seed)%400))
		for i := range cases { // make some tables lie within others
			c := &cases[i]
			switch seed % 3 {
			case 1:
				c.Mechanism = c.Site
			case 2:
				c.Site = grievancetest.ID(100 + i%6)
				c.Mechanism = grievancetest.ID(1 + i%6/2)
				c.Country = []string{"MY", "TH"}[i%6/4]
			}
			c.Events = slices.DeleteFunc(c.Events, func(e grievance.Event) bool { return e.On.After(endOf2021) })
		}
		k := 2 + int(seed)%6
		p, err := register(t, cases).Publish(grievance.Suppression{Threshold: k})
		if err != nil {
			t.Fatal(err)
		}
		figures, behind := cells(t, p, cases)
		named += len(figures)
		for i, n := range figures {
			if n < k {
				t.Fatalf("seed %d: a figure of %d is published; the threshold is %d", seed, n, k)
			}
			for j, m := range figures {
				if m <= n || m-n >= k {
					continue
				}
				within := true
				for c := range behind[i] {
					within = within && behind[j][c]
				}
				if within {
					t.Fatalf("seed %d: %d of %d cases are published apart; the other %d can be worked out; the threshold is %d", seed, n, m, m-n, k)
				}
			}
		}
	}
	if named < 800 {
		t.Errorf("only %d figures were named in all; a publication that says nothing is safe and useless", named)
	}
}

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
	for n, want := range map[int][2]bool{13: {false, false}, 14: {true, false}, 53: {true, false}, 54: {true, true}} {
		r := grievance.NewRegister(endOf2021, nil)
		caseType{1, 10, "MY", nil, false, false}.open(t, r, 0, n)
		p, err := r.Publish(grievance.Suppression{})
		if err != nil {
			t.Fatal(err)
		}
		median, p90 := false, false
		for at := range p.Times() {
			median, p90 = !at.Median.IsZero(), !at.P90.IsZero()
			if days, _ := at.Median.Known(); at.Stage != grievance.Acknowledged || days != 2 {
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
