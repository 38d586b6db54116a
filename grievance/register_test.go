package grievance_test

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

var endOf2021 = risk.MustParseDate("2021-12-31")

// register opens cases in a register as of the end of 2021 and folds their
// events up to then, mixed but each case's in order.
func register(t testing.TB, cases []grievance.Case, mechanisms ...grievance.Mechanism) *grievance.Register {
	t.Helper()
	r := grievance.NewRegister(endOf2021, mechanisms)
	var log []grievance.Event
	for _, c := range cases {
		log = append(log, c.Events...)
		c.Events = nil
		if _, err := r.Open(&c); err != nil {
			t.Fatal(err)
		}
	}
	slices.SortStableFunc(log, func(a, b grievance.Event) int { return a.On.Compare(b.On) })
	log = slices.DeleteFunc(log, func(e grievance.Event) bool { return e.On.After(endOf2021) })
	if f := r.Fold(slices.Values(log)); len(f.Refused) > 0 || f.Repeats > 0 || f.Applied != len(log) {
		t.Fatalf("applied %d of %d, refused %v", f.Applied, len(log), f.Refused)
	}
	return r
}

func TestARegisterAndTheCasesAgree(t *testing.T) {
	cases := slices.Collect(grievancetest.Cases(1, 400))
	r := register(t, cases)
	if r.Len() != len(cases) || r.AsOf() != endOf2021 {
		t.Errorf("%d cases as of %s", r.Len(), r.AsOf())
	}
	for _, c := range cases {
		want, err := c.StateAt(endOf2021)
		if err != nil {
			t.Fatal(err)
		}
		got, ok := r.State(c.ID)
		if !ok || !reflect.DeepEqual(got, want) {
			t.Fatalf("register: %+v\n    case: %+v", got, want)
		}
	}
	if _, ok := r.State(uuid.Nil); ok {
		t.Error("a case that was never opened has a state")
	}
}

func TestARegisterRefusesWhatItCannotFoldAndKeepsTheRest(t *testing.T) {
	r := grievance.NewRegister(endOf2021, nil)
	c := grievancetest.Case(1)
	if refused, err := r.Open(&c); err != nil || len(refused) != 0 {
		t.Fatal(err, refused)
	}
	screen := grievancetest.Event(&c, 2, grievance.Screen, "2021-03-10")
	admit := grievancetest.Event(&c, 3, grievance.Admit, "2021-03-10")
	stranger := grievancetest.Event(&c, 4, grievance.Note, "2021-03-10", func(e *grievance.Event) { e.Case = grievancetest.ID(5) })
	early := grievancetest.Event(&c, 5, grievance.Assess, "2021-03-09")
	late := grievancetest.Event(&c, 6, grievance.Assess, "2022-01-01")
	illegal := grievancetest.Event(&c, 7, grievance.Verify, "2021-03-11")
	nameless := grievancetest.Event(&c, 8, grievance.Assess, "2021-03-11", func(e *grievance.Event) { e.ID = uuid.Nil })
	bare := grievancetest.Event(&c, 9, grievance.Refer, "2021-03-11")
	nobody := grievancetest.Event(&c, 10, grievance.ProposeRemedy, "2021-03-11", func(e *grievance.Event) {
		e.Remedies = []grievance.Remedy{grievancetest.Remedy(1, func(r *grievance.Remedy) { r.People = risk.CountOf(0) })}
	})
	year := grievancetest.Event(&c, 11, grievance.Note, "2021")
	assess := grievancetest.Event(&c, 12, grievance.Assess, "2021-03-12")
	events := []grievance.Event{screen, admit, screen, admit, stranger, early, late, illegal, nameless, bare, nobody, year, assess, assess}
	f := r.Fold(slices.Values(events))
	if f.Applied != 3 || f.Repeats != 3 {
		t.Errorf("applied %d, repeats %d", f.Applied, f.Repeats)
	}
	wants := []struct {
		event grievance.Event
		err   any
	}{
		{stranger, new(*grievance.UnknownCaseError)}, {early, new(*grievance.EventError)}, {late, new(*grievance.EventError)},
		{illegal, new(*grievance.TransitionError)}, {nameless, new(*grievance.EventError)}, {bare, new(*grievance.GuardError)},
		{nobody, new(*grievance.RemedyError)}, {year, new(*grievance.GuardError)},
	}
	if len(f.Refused) != len(wants) {
		t.Fatalf("refused %v", f.Refused)
	}
	for i, w := range wants {
		if got := f.Refused[i]; !reflect.DeepEqual(got.Event, w.event) || !errors.As(got.Err, w.err) {
			t.Errorf("refusal %d: %v of %v", i, got.Err, got.Event.Kind)
		}
	}
	if s, _ := r.State(c.ID); s.Stage != grievance.Assessment || s.Events != 5 {
		t.Errorf("%s after %d events", s.Stage, s.Events)
	}
	var open *grievance.OpenError
	if _, err := r.Open(&c); !errors.As(err, &open) {
		t.Errorf("opened twice: %v", err)
	}
	if _, err := r.Open(&grievance.Case{}); !errors.As(err, &open) {
		t.Errorf("opened without an ID: %v", err)
	}
	many := grievancetest.Case(2, func(c *grievance.Case) { c.Rights = make([]risk.RightID, 256) })
	if _, err := r.Open(&many); !errors.As(err, &open) || r.Len() != 1 {
		t.Errorf("opened with 256 rights: %v, %d cases", err, r.Len())
	}
	broken := grievancetest.Case(3, func(c *grievance.Case) {
		c.Events = append(c.Events, grievancetest.Event(c, 2, grievance.Close, "2021-03-05"))
	})
	if refused, err := r.Open(&broken); err != nil || len(refused) != 1 {
		t.Errorf("a case with one bad event: %v, %v", refused, err)
	}
}

func TestTheWorklistHasRaisedCasesFirst(t *testing.T) {
	cases := slices.Collect(grievancetest.Cases(2, 300))
	m := grievancetest.Mechanism(func(m *grievance.Mechanism) { m.ID = grievancetest.ID(3) })
	r := register(t, cases, m)
	raised := true
	seen := map[uuid.UUID]bool{}
	for id, late := range r.Worklist() {
		s, _ := r.State(id)
		if s.Raised() && !raised {
			t.Fatal("a raised case comes after one that is not")
		}
		raised = s.Raised()
		if !raised && len(late) == 0 || seen[id] {
			t.Fatalf("case %s is on the list without reason, or twice", id)
		}
		seen[id] = true
	}
	for _, c := range cases {
		s, _ := r.State(c.ID)
		want := s.Raised() || c.Mechanism == m.ID && len(s.Overdue(&m, endOf2021)) > 0
		if want != seen[c.ID] {
			t.Fatalf("case %s on the list: %v, want %v", c.ID, seen[c.ID], want)
		}
	}
}

// slowTally counts one row of figures in the plainest way.
func slowTally(cases []grievance.Case, m *grievance.Mechanism, in func(*grievance.Case, *grievance.State) bool) grievance.Tally {
	var t grievance.Tally
	states := make([]grievance.State, len(cases))
	for i := range cases {
		states[i], _ = cases[i].StateAt(endOf2021)
	}
	for i := range cases {
		c, s := &cases[i], &states[i]
		if s.Events == 0 || !in(c, s) {
			continue
		}
		t.Cases++
		remedy := s.Remedy()
		for _, x := range []struct {
			n  *int
			is bool
		}{
			{&t.Open, !s.Stage.Ended()}, {&t.Raised, s.Raised()}, {&t.Due, remedy.Due},
			{&t.Delivered, remedy.Delivered}, {&t.Confirmed, remedy.Confirmed},
			{&t.Overdue, !s.Stage.Ended() && c.Mechanism == m.ID && len(s.Overdue(m, endOf2021)) > 0},
		} {
			if x.is {
				*x.n++
			}
		}
		again := false
		for j := range cases {
			d, closed := &cases[j], states[j].Reached(grievance.Closed)
			if d.Site != c.Site || closed.IsZero() || !closed.Before(s.Reached(grievance.Received)) {
				continue
			}
			for _, right := range c.Rights {
				again = again || slices.Contains(d.Rights, right)
			}
		}
		if again {
			t.Repeat++
		}
	}
	return t
}

func TestFiguresInOnePassAgreeWithPlainCounting(t *testing.T) {
	cases := slices.Collect(grievancetest.Cases(4, 500))
	m := grievancetest.Mechanism(func(m *grievance.Mechanism) { m.ID = grievancetest.ID(3) })
	f := register(t, cases, m).Figures(grievance.Query{Grain: grievance.Quarterly})
	everything := func(*grievance.Case, *grievance.State) bool { return true }
	if want := slowTally(cases, &m, everything); f.Total != want || want.Repeat == 0 || want.Overdue == 0 || want.Confirmed == 0 {
		t.Errorf("in all %+v, want %+v", f.Total, want)
	}
	has := func(labels []risk.RightID, key string) bool {
		return slices.Contains(labels, risk.RightID(key)) || key == "" && len(labels) == 0
	}
	for dimension, in := range map[grievance.Dimension]func(c *grievance.Case, s *grievance.State, key string) bool{
		grievance.ByMechanism: func(c *grievance.Case, _ *grievance.State, key string) bool { return c.Mechanism.String() == key },
		grievance.BySite:      func(c *grievance.Case, _ *grievance.State, key string) bool { return c.Site.String() == key },
		grievance.ByCountry:   func(c *grievance.Case, _ *grievance.State, key string) bool { return c.Country == key },
		grievance.ByRight:     func(c *grievance.Case, _ *grievance.State, key string) bool { return has(c.Rights, key) },
		grievance.ByGroup: func(c *grievance.Case, _ *grievance.State, key string) bool {
			return slices.Contains(c.Groups, risk.GroupID(key)) || key == "" && len(c.Groups) == 0
		},
		grievance.ByOutcome: func(_ *grievance.Case, s *grievance.State, key string) bool { return s.Outcome().String() == key },
		grievance.ByStage:   func(_ *grievance.Case, s *grievance.State, key string) bool { return s.Stage.String() == key },
		grievance.ByPeriod: func(_ *grievance.Case, s *grievance.State, key string) bool {
			return grievance.Quarterly.Of(s.Reached(grievance.Received)) == key
		},
	} {
		table := f.Table(dimension)
		if len(table.Rows) < 3 {
			t.Errorf("%s has %d rows", dimension, len(table.Rows))
		}
		sum := 0
		for i, row := range table.Rows {
			sum += row.Cases
			if i%7 > 2 {
				continue // plain counting is slow; look at some
			}
			want := slowTally(cases, &m, func(c *grievance.Case, s *grievance.State) bool { return in(c, s, row.Key) })
			if row.Tally != want {
				t.Errorf("%s %s: %+v, want %+v", dimension, row.Key, row.Tally, want)
			}
		}
		if dimension.Multiple() && sum < f.Total.Cases || !dimension.Multiple() && sum != f.Total.Cases {
			t.Errorf("%s: rows add up to %d of %d cases", dimension, sum, f.Total.Cases)
		}
	}
	if rows := f.Table(grievance.DimensionNotStated).Rows; len(rows) != 0 {
		t.Errorf("figures by nothing: %v", rows)
	}
	if len(f.Repeats) == 0 {
		t.Error("no repeated issue is listed")
	}
}

func TestARightThatACaseNamesTwiceIsOneIssueThatCameAgain(t *testing.T) {
	twice := func(c *grievance.Case) { c.Rights = []risk.RightID{"safe-work", "safe-work"} }
	first, again := grievancetest.Case(1, twice), grievancetest.Case(2, twice)
	grievancetest.Log(&first, grievance.Admit, grievance.OpenDialogue, grievance.Close)
	for i := range again.Events {
		again.Events[i].On = endOf2021
	}
	f := register(t, []grievance.Case{first, again}).Figures(grievance.Query{})
	if len(f.Repeats) != 1 || f.Repeats[0].Cases != 1 || f.Total.Repeat != 1 {
		t.Errorf("%+v, %d cases in all", f.Repeats, f.Total.Repeat)
	}
}

func TestAFoldRefusesWhatIsNotDatedByADayAsACaseDoes(t *testing.T) {
	for _, day := range []string{"", "2021", "2020", "2021-12", "2021-02", "2022"} {
		for _, kind := range []grievance.EventKind{grievance.Inform, grievance.Receive} {
			c := grievancetest.Case(1)
			r := register(t, []grievance.Case{c})
			e := grievancetest.Event(&c, 5, kind, "2021-12-30")
			if e.On = (risk.Date{}); day != "" {
				e.On = risk.MustParseDate(day)
			}
			err := c.Append(grievance.AnyVersion, endOf2021, e)
			f := r.Fold(slices.Values([]grievance.Event{e}))
			if len(f.Refused) != 1 || reflect.TypeOf(f.Refused[0].Err) != reflect.TypeOf(err) {
				t.Errorf("%s on %q: folded %v, appended %v", kind, day, f.Refused, err)
			}
		}
	}
}

func TestFiguresCanBeAskedOfSomeCasesOnly(t *testing.T) {
	cases := slices.Collect(grievancetest.Cases(4, 500))
	r := register(t, cases)
	q := grievance.Query{Period: risk.Period{From: risk.YearOf(2020), To: risk.YearOf(2020)}, Mechanisms: []uuid.UUID{grievancetest.ID(2), grievancetest.ID(99)}}
	want := 0
	for i := range cases {
		if len(cases[i].Events) > 0 && cases[i].Events[0].On.Year() == 2020 && cases[i].Mechanism == grievancetest.ID(2) {
			want++
		}
	}
	f := r.Figures(q)
	if f.Total.Cases != want || want == 0 {
		t.Errorf("%d cases, want %d", f.Total.Cases, want)
	}
	for _, row := range f.Table(grievance.ByMechanism).Rows {
		if row.Key != grievancetest.ID(2).String() {
			t.Errorf("a case of mechanism %s is counted", row.Key)
		}
	}
}

func TestNoCasesIsSaidAndIsNotNoHarm(t *testing.T) {
	r := grievance.NewRegister(endOf2021, nil)
	c := grievancetest.Case(1, func(c *grievance.Case) { c.Events = nil })
	if _, err := r.Open(&c); err != nil {
		t.Fatal(err)
	}
	if f := r.Figures(grievance.Query{}); !f.Silent || f.Total.Cases != 0 || len(f.Times) != 0 {
		t.Errorf("a case that has not come in: %+v", f)
	}
}

func TestFiguresDoNotDependOnTheOrderOfCases(t *testing.T) {
	cases := slices.Collect(grievancetest.Cases(6, 300))
	q := grievance.Query{Signals: grievance.Signals{Places: grievancetest.Places()}}
	a := register(t, cases).Figures(q)
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(cases), func(i, j int) { cases[i], cases[j] = cases[j], cases[i] })
	b := register(t, cases).Figures(q)
	if !reflect.DeepEqual(a, b) {
		t.Error("the same cases in another order give other figures")
	}
}

// What publication takes for granted of rows must hold of every case.
func TestOutcomesAreReachedByTheirStages(t *testing.T) {
	needs := map[grievance.Outcome][]grievance.Stage{
		grievance.RemedyConfirmed:   {grievance.RemedyAgreed, grievance.RemedyDelivered, grievance.Verified, grievance.Closed},
		grievance.RemedyDisputed:    {grievance.RemedyAgreed, grievance.RemedyDelivered, grievance.Verified, grievance.Closed},
		grievance.RemedyUnconfirmed: {grievance.RemedyAgreed, grievance.RemedyDelivered, grievance.Verified, grievance.Closed},
		grievance.Settled:           {grievance.Closed},
		grievance.NotShown:          {grievance.Findings, grievance.Closed},
		grievance.NotDecided:        {grievance.Findings, grievance.Closed},
		grievance.NotTakenOn:        {grievance.Rejected},
		grievance.HandedOver:        {grievance.Referred},
		grievance.WithdrawnFreely:   {grievance.Withdrawn},
		grievance.WithdrawnNotFree:  {grievance.Withdrawn},
	}
	seen := map[grievance.Outcome]bool{}
	for c := range grievancetest.Cases(5, 4000) {
		s, err := c.StateAt(risk.Date{})
		if err != nil {
			t.Fatal(err)
		}
		seen[s.Outcome()] = true
		for _, stage := range needs[s.Outcome()] {
			if s.Reached(stage).IsZero() {
				t.Fatalf("a case with outcome %s was never at %s", s.Outcome(), stage)
			}
		}
	}
	if len(seen) != len(needs)+1 {
		t.Errorf("only the outcomes %v were tried", seen)
	}
}

func TestAStateFromTheRegisterIsACopy(t *testing.T) {
	c := at(grievance.RemedyAgreed)
	log := c.Events
	c.Events = nil
	r := grievance.NewRegister(endOf2021, nil)
	if _, err := r.Open(c); err != nil {
		t.Fatal(err)
	}
	r.Fold(slices.Values(log))
	before, _ := r.State(c.ID)
	before.Remedies[0].View = grievance.NotAdequate
	c.Events = log
	later := next(c, grievance.DeliverRemedy, func(e *grievance.Event) { e.Evidence = risk.Document })
	if f := r.Fold(slices.Values([]grievance.Event{later})); f.Applied != 1 {
		t.Fatal(f.Refused)
	}
	after, _ := r.State(c.ID)
	if before.Remedies[0].Standing != grievance.Agreed || after.Remedies[0].Standing != grievance.Delivered || after.Remedies[0].View != grievance.ViewNotStated {
		t.Errorf("before: %s, after: %s, %s", before.Remedies[0].Standing, after.Remedies[0].Standing, after.Remedies[0].View)
	}
}

func TestAnEventOfAnotherCaseIsNotFoldedByOpeningThisOne(t *testing.T) {
	r := grievance.NewRegister(endOf2021, nil)
	first := grievancetest.Case(1)
	if _, err := r.Open(&first); err != nil {
		t.Fatal(err)
	}
	second := grievancetest.Case(2)
	second.Events = append(second.Events, grievancetest.Event(&first, 2, grievance.Admit, "2021-04-01"))
	refused, err := r.Open(&second)
	var unknown *grievance.UnknownCaseError
	if err != nil || len(refused) != 1 || !errors.As(refused[0].Err, &unknown) || refused[0].Event.Case != first.ID {
		t.Errorf("%v, %v", refused, err)
	}
	if s, _ := r.State(first.ID); s.Stage != grievance.Acknowledged {
		t.Errorf("the first case went to %s", s.Stage)
	}
}

func TestAnEventThatSaysSomethingElseTheSecondTimeIsNoRepeat(t *testing.T) {
	c := at(grievance.Admitted)
	day := c.Events[len(c.Events)-1].On.AddDays(1)
	event := func(i int, kind grievance.EventKind, change ...func(*grievance.Event)) grievance.Event {
		e := grievancetest.Event(c, i, kind, day.String(), change...)
		grievancetest.Complete(&e)
		return e
	}
	remedy := event(7, grievance.ProposeRemedy)
	dearer := remedy
	dearer.Remedies = []grievance.Remedy{grievancetest.Remedy(1, func(r *grievance.Remedy) { r.Amount.Minor++ })}
	other := func(change func(*grievance.Remedy)) []grievance.Event {
		e := remedy
		e.Remedies = []grievance.Remedy{grievancetest.Remedy(1, change)}
		return []grievance.Event{remedy, e}
	}
	told := event(8, grievance.Inform)
	for name, x := range map[string]struct {
		events  []grievance.Event
		repeats int
		refused int
	}{
		"the same":                 {[]grievance.Event{told, told}, 1, 0},
		"the same, not the last":   {[]grievance.Event{remedy, told, remedy}, 1, 0},
		"another kind":             {[]grievance.Event{told, event(8, grievance.Note)}, 0, 1},
		"by another":               {[]grievance.Event{told, event(8, grievance.Inform, func(e *grievance.Event) { e.By = grievance.Handler })}, 0, 1},
		"another amount, not last": {[]grievance.Event{remedy, told, dearer}, 0, 1},
		"another currency":         {other(func(r *grievance.Remedy) { r.Amount.Currency = "XOF" }), 0, 1},
		"other groups":             {other(func(r *grievance.Remedy) { r.Groups = []risk.GroupID{"children"} }), 0, 1},
		"another day":              {other(func(r *grievance.Remedy) { r.Due = endOf2021 }), 0, 1},
		"other shares": {append(other(func(r *grievance.Remedy) {
			r.Shares = []grievance.Contribution{{By: grievancetest.ID(8), BasisPoints: 5000}, {By: grievancetest.ID(9), BasisPoints: 5000}}
		})[1:], other(func(r *grievance.Remedy) {
			r.Shares = []grievance.Contribution{{By: grievancetest.ID(8), BasisPoints: 4000}, {By: grievancetest.ID(9), BasisPoints: 6000}}
		})[1]), 0, 1},
		"another detail, as it may": {[]grievance.Event{told, event(8, grievance.Inform, func(e *grievance.Event) { e.Detail = grievance.Seal("x") })}, 1, 0},
	} {
		r := grievance.NewRegister(endOf2021, nil)
		if _, err := r.Open(c); err != nil {
			t.Fatal(err)
		}
		f := r.Fold(slices.Values(x.events))
		if f.Repeats != x.repeats || len(f.Refused) != x.refused {
			t.Errorf("%s: %d repeats, refused %v", name, f.Repeats, f.Refused)
		}
		for _, no := range f.Refused {
			var reused *grievance.EventError
			if !errors.As(no.Err, &reused) || reused.Reason != grievance.IDReused {
				t.Errorf("%s: %v", name, no.Err)
			}
		}
	}
}
