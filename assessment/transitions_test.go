package assessment

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
)

func event(kind EventKind, on string) Event {
	e := Event{ID: uuid.NewSHA1(uuid.Nil, []byte(kind.String()+on)), Kind: kind}
	if on != "" {
		e.On = risk.MustParseDate(on)
	}
	for _, n := range needs {
		if n.kind == kind {
			if n.reason {
				e.Reason = "because"
			}
			if n.evidence {
				e.Evidence = []risk.Evidence{{Kind: risk.Observation}}
			}
			if n.due {
				e.Due = risk.MustParseDate("2030-01-01")
			}
			if n.owner {
				e.Owner = "head of purchasing"
			}
		}
	}
	return e
}

func TestTheTableOfTransitionsHasNoDefect(t *testing.T) {
	if err := transitions.Check(); err != nil {
		t.Error(err)
	}
}

func TestAStateIsOpenDoneOrClosed(t *testing.T) {
	closed := []State{StateNotStated, Rejected, Superseded, Withdrawn}
	for s := range State(numStates) {
		n := 0
		for _, is := range []bool{s.Open(), s.Done(), slices.Contains(closed, s)} {
			if is {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%s is in %d of the three", s, n)
		}
	}
}

func TestADefectOfAnExtensionIsRefused(t *testing.T) {
	for _, c := range []struct {
		name string
		row  Transition
		ok   bool
	}{
		{"a new way between states", Transition{From: Blocked, Event: Implement, To: Implemented}, true},
		{"an event that leaves a final state", Transition{From: Withdrawn, Event: Reopen, To: InProgress}, false},
		{"a second row for a pair", Transition{From: Proposed, Event: Accept, To: Planned}, false},
		{"a state that does not exist", Transition{From: Proposed, Event: Resume, To: State(200)}, false},
	} {
		extended, err := Transitions{}.With(c.row)
		if (err == nil) != c.ok {
			t.Errorf("%s: %v", c.name, err)
		}
		if c.ok {
			if to, err := extended.Next(c.row.From, c.row.Event); err != nil || to != c.row.To {
				t.Errorf("%s: leads to %s, %v", c.name, to, err)
			}
			if _, err := (Transitions{}).Next(c.row.From, c.row.Event); err == nil {
				t.Errorf("%s: changed the published table", c.name)
			}
		}
	}
}

func TestAHostsOwnTableIsCheckedWhole(t *testing.T) {
	without := func(leave func(Transition) bool) error {
		_, err := NewTransitions(slices.DeleteFunc(slices.Collect(Transitions{}.Rows()), leave)...)
		return err
	}
	for _, c := range []struct {
		name  string
		leave func(Transition) bool
		want  string // part of the error; empty for none
	}{
		{"the published one", func(Transition) bool { return false }, ""},
		{"nothing is done before it is planned", func(r Transition) bool { return r.From == Proposed && r.Event == Implement }, ""},
		{"no way to blocked", func(r Transition) bool { return r.To == Blocked && r.From != Blocked }, "state blocked cannot be reached"},
		{"no way on from rejected", func(r Transition) bool { return r.From == Rejected }, "state rejected is a dead end"},
		{"an event left out", func(r Transition) bool { return r.Event == Reopen }, "reopen occurs in no row"},
		{"no way at all", func(Transition) bool { return true }, "cannot be reached"},
	} {
		err := without(c.leave)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// randomLog returns a legal history: it walks the table at random and dates
// the events in order, some to the year only and some not at all.
func randomLog(rng *rand.Rand, n int) []Event {
	var log []Event
	state, day := StateNotStated, risk.MustParseDate("2019-01-01")
	for range n {
		var kinds []EventKind
		for e := range transitions.Allowed(state) {
			kinds = append(kinds, e)
		}
		if len(kinds) == 0 {
			break
		}
		kind := kinds[rng.IntN(len(kinds))]
		state, _ = transitions.Next(state, kind)
		day = day.AddDays(rng.IntN(40))
		e := event(kind, day.String())
		e.ID = uuid.Must(uuid.NewRandomFromReader(byteReader{rng}))
		switch rng.IntN(10) {
		case 0:
			e.On = risk.Date{}
		case 1:
			e.On = risk.MustParseDate(day.String()[:len("2019-01")])
		case 2:
			e.On = risk.YearOf(day.Year())
		}
		log = append(log, e)
	}
	return log
}

type byteReader struct{ rng *rand.Rand }

func (r byteReader) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = byte(r.rng.Uint32())
	}
	return len(b), nil
}

func TestTheFoldOfALegalHistoryIsALegalState(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		r := Recommendation{Events: randomLog(rng, 20)}
		s, err := r.StateAt(risk.Date{})
		if err != nil || !s.Valid() {
			t.Fatalf("state %s, %v", s, err)
		}
	}
}

func TestTheStateOnADayIsTheFoldOfWhatHadHappened(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		r := Recommendation{Events: randomLog(rng, 20)}
		for day := risk.MustParseDate("2019-01-01"); day.Year() < 2021; day = day.AddDays(13) {
			// The slow way: the longest prefix that ends in an event dated by then.
			n := 0
			for i, e := range r.Events {
				if !e.On.IsZero() && !e.On.LastDay().After(day) {
					n = i + 1
				}
			}
			want, err := (&Recommendation{Events: r.Events[:n]}).StateAt(risk.Date{})
			if err != nil {
				t.Fatal(err)
			}
			if got, err := r.StateAt(day); err != nil || got != want {
				t.Fatalf("on %s: %s, %v, want %s", day, got, err, want)
			}
			tracker := NewTracker(day)
			if err := tracker.Add(&r); err != nil {
				t.Fatal(err)
			}
			if got := tracker.Tracking(risk.Count{}).Items[0]; got.State != want || got.Events != n {
				t.Fatalf("on %s: the tracker has %s after %d events, want %s after %d", day, got.State, got.Events, want, n)
			}
		}
	}
}

func TestAnEventIsRefusedWithItsReason(t *testing.T) {
	today := risk.MustParseDate("2021-06-30")
	base := func() *Recommendation {
		return &Recommendation{Events: []Event{event(Propose, "2020"), event(Accept, "2021-02-01")}}
	}
	var (
		version    *VersionError
		place      *EventError
		transition *TransitionError
		missing    *MissingFieldError
	)
	noReason := event(Reject, "2021-03-01")
	noReason.Reason = ""
	for _, c := range []struct {
		name    string
		version int
		event   Event
		as      any
	}{
		{"lost update", 1, event(Plan, "2021-03-01"), &version},
		{"out of order", 2, event(Plan, "2021-01-31"), &place},
		{"in the future", 2, event(Plan, "2021-07-01"), &place},
		{"without an id", 2, Event{Kind: Plan}, &place},
		{"not allowed", 2, event(VerifyEffective, "2021-03-01"), &transition},
		{"without its reason", 2, noReason, &missing},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := base()
			before := slices.Clone(r.Events)
			err := r.Append(c.version, today, c.event)
			if err == nil || !errors.As(err, c.as) {
				t.Errorf("error %v is not a %T", err, c.as)
			}
			if len(r.Events) != len(before) {
				t.Error("the log was changed")
			}
		})
	}
}

func TestTheSameEventTwiceIsRecognised(t *testing.T) {
	r := &Recommendation{}
	propose := event(Propose, "2020")
	for i := range 3 {
		if err := r.Append(0, risk.Date{}, propose); err != nil {
			t.Fatalf("attempt %d: %v", i, err)
		}
	}
	if len(r.Events) != 1 {
		t.Errorf("%d events, want 1", len(r.Events))
	}
}
