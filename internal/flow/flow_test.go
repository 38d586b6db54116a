package flow_test

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/flow"
)

// A lamp is bought, switched on and off, and in the end broken.
type state uint8

const (
	unlit state = iota
	lit
	broken
)

func (s state) String() string { return [...]string{"unlit", "lit", "broken"}[s] }

type kind uint8

const (
	_ kind = iota
	light
	douse
	dust
	smash
)

func (k kind) String() string { return [...]string{"", "light", "douse", "dust", "smash"}[k] }

type event struct {
	id          uuid.UUID
	kind        kind
	first, last time.Time
}

var lampTable = flow.Table[state, kind]{
	Kind: "lamp", Initial: unlit, Final: []state{broken}, States: 3, Events: 5,
	Rows: []flow.Row[state, kind]{
		{unlit, light, lit}, {lit, douse, unlit}, {unlit, dust, unlit}, {lit, smash, broken}, {unlit, smash, broken},
	},
}

var lamp = flow.Machine[state, kind, event]{
	Table: &lampTable,
	ID:    func(e *event) uuid.UUID { return e.id },
	Kind:  func(e *event) kind { return e.kind },
	Span:  func(e *event) (time.Time, time.Time) { return e.first, e.last },
}

func id(n int) (u uuid.UUID) {
	binary.BigEndian.PutUint64(u[8:], uint64(n))
	return u
}

func day(d int) time.Time { return time.Date(2021, 1, d, 0, 0, 0, 0, time.UTC) }

// on returns an event of the given day of January 2021, 0 for no date.
func on(n int, k kind, d int) event {
	if d == 0 {
		return event{id: id(n), kind: k}
	}
	return event{id(n), k, day(d), day(d + 1).Add(-1)}
}

func TestTheTableOfTheLampHasNoDefect(t *testing.T) {
	if err := lampTable.Check(); err != nil {
		t.Fatal(err)
	}
}

func TestNextIsTheTableAndNothingElse(t *testing.T) {
	want := map[[2]uint8]state{}
	for _, r := range lampTable.Rows {
		want[[2]uint8{uint8(r.From), uint8(r.Event)}] = r.To
	}
	for s := unlit; s <= broken; s++ {
		for k := kind(0); k <= smash; k++ {
			to, allowed := want[[2]uint8{uint8(s), uint8(k)}]
			got, err := lampTable.Next(s, k)
			var refused *flow.TransitionError
			switch {
			case allowed && (err != nil || got != to):
				t.Errorf("%s in %s: %s, %v; want %s", k, s, got, err, to)
			case !allowed && (!errors.As(err, &refused) || got != s):
				t.Errorf("%s in %s: %s, %v; want a TransitionError", k, s, got, err)
			}
		}
	}
}

func TestARefusedTransitionSaysWhatIsAllowed(t *testing.T) {
	_, err := lampTable.Next(unlit, douse)
	if want := "lamp: douse is not possible in state unlit; possible are light, dust, smash"; err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
	_, err = lampTable.Next(broken, light)
	if want := "lamp: light is not possible in state broken, which is final"; err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
}

func TestCheckFindsEachDefect(t *testing.T) {
	type row = flow.Row[state, kind]
	sound := lampTable.Rows
	for _, c := range []struct {
		name  string
		table *flow.Table[state, kind]
		want  string
	}{
		{"unreachable", &flow.Table[state, kind]{Final: []state{unlit, broken}, States: 3, Events: 1}, "broken cannot be reached"},
		{"dead end", &flow.Table[state, kind]{Final: []state{broken}, States: 3, Events: 5, Rows: []row{{unlit, light, lit}}}, "lit is a dead end"},
		{"final left", &flow.Table[state, kind]{Final: []state{broken}, States: 3, Events: 5, Rows: append(slices.Clip(sound), row{broken, light, lit})}, "leaves the final state broken"},
		{"twice", &flow.Table[state, kind]{Final: []state{broken}, States: 3, Events: 5, Rows: append(slices.Clip(sound), row{unlit, light, broken})}, "row 6 is the second for light in state unlit"},
		{"unused event", &flow.Table[state, kind]{Final: []state{broken}, States: 3, Events: 5, Rows: sound[:4]}, ""},
		{"no such event", &flow.Table[state, kind]{Final: []state{broken}, States: 3, Events: 4, Rows: sound}, "outside its enumeration"},
		{"event in no row", &flow.Table[state, kind]{Final: []state{broken}, States: 3, Events: 5, Rows: []row{{unlit, light, lit}, {lit, smash, broken}}}, "dust occurs in no row"},
	} {
		err := c.table.Check()
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v, want no defect", c.name, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestWhereAThingStoodAtAnInstant(t *testing.T) {
	month := event{id(9), light, day(1), day(32).Add(-1)} // some day in January
	for _, c := range []struct {
		name string
		log  []event
		at   time.Time
		want state
		n    int
	}{
		{"nothing has happened", nil, day(1), unlit, 0},
		{"before the first", []event{on(1, light, 5)}, day(5), unlit, 0},
		{"at its end", []event{on(1, light, 5)}, day(6), lit, 1},
		{"between", []event{on(1, light, 5), on(2, douse, 7)}, day(7), lit, 1},
		{"after all", []event{on(1, light, 5), on(2, douse, 7)}, time.Time{}, unlit, 2},
		{"in a month that has not ended", []event{month}, day(20), unlit, 0},
		{"in a month, but before what followed", []event{month, on(2, douse, 10), on(3, dust, 11)}, day(11), unlit, 2},
		{"undated, before what followed", []event{on(1, light, 0), on(2, smash, 10)}, day(11), broken, 2},
		{"undated and last", []event{on(1, light, 1), on(2, smash, 0)}, day(11), lit, 1},
	} {
		p, err := lamp.At(c.log, c.at)
		if err != nil || p.State != c.want || p.Count != c.n {
			t.Errorf("%s: %s after %d events, %v; want %s after %d", c.name, p.State, p.Count, err, c.want, c.n)
		}
	}
}

func TestAnEventThatKeepsTheStateDoesNotRestartIt(t *testing.T) {
	p, err := lamp.Fold([]event{on(1, light, 1), on(2, douse, 2), on(3, dust, 3)})
	if err != nil || p.Since != 1 {
		t.Errorf("in the state since event %d, %v; want 1", p.Since, err)
	}
}

func TestALogThatBreaksTheTableIsFoldedUpToTheBreak(t *testing.T) {
	p, err := lamp.Fold([]event{on(1, light, 1), on(2, light, 2), on(3, smash, 3)})
	var refused *flow.TransitionError
	if !errors.As(err, &refused) || refused.Index != 1 || p.State != lit || p.Count != 1 {
		t.Errorf("%+v, %v", p, err)
	}
}

func TestAppendRefusesWithAReason(t *testing.T) {
	log := []event{on(1, light, 5), on(2, douse, 7)}
	for _, c := range []struct {
		name   string
		e      event
		reason flow.Reason
	}{
		{"before the last", on(3, light, 6), flow.OutOfOrder},
		{"in the future", on(3, light, 21), flow.InFuture},
		{"without an id", on(0, light, 8), flow.NoID},
		{"with a used id", on(2, light, 8), flow.IDReused},
	} {
		got, err := lamp.Append(log, len(log), day(20), c.e)
		var refused *flow.EventError
		if !errors.As(err, &refused) || refused.Reason != c.reason || len(got) != len(log) {
			t.Errorf("%s: %d events, %v", c.name, len(got), err)
		}
	}
	var moved *flow.VersionError
	if _, err := lamp.Append(log, 1, day(20), on(3, light, 8)); !errors.As(err, &moved) || moved.Found != 2 {
		t.Errorf("an update was lost: %v", err)
	}
	var refused *flow.TransitionError
	if _, err := lamp.Append(log, 2, day(20), on(3, douse, 8)); !errors.As(err, &refused) || refused.Index != 2 {
		t.Errorf("doused twice: %v", err)
	}
}

func TestManyEventsAreLookedForAsFewAre(t *testing.T) {
	var few []event
	var all []event
	for i := 1; i <= 40; i++ {
		all = append(all, on(i, [...]kind{light, douse}[(i+1)%2], 1+i/3))
		var err error
		if few, err = lamp.Append(few, flow.AnyVersion, day(30), all[i-1]); err != nil {
			t.Fatal(err)
		}
	}
	twice := append(append([]event{}, all...), all...)
	if got, err := lamp.Append(all[:5], flow.AnyVersion, day(30), twice...); err != nil || !slices.Equal(got, few) {
		t.Errorf("%d events, %v; want 40", len(got), err)
	}
	other := append(append([]event{}, all...), on(3, douse, 29))
	var refused *flow.EventError
	if got, err := lamp.Append(nil, 0, day(30), other...); !errors.As(err, &refused) || refused.Reason != flow.IDReused || len(got) != 0 {
		t.Errorf("%d events, %v", len(got), err)
	}
}

func TestAppendAddsAllOrNothing(t *testing.T) {
	log := []event{on(1, light, 5)}
	got, err := lamp.Append(log, 1, day(20), on(2, douse, 6), on(3, douse, 7))
	if err == nil || len(got) != 1 {
		t.Errorf("%d events, %v; want the one before and an error", len(got), err)
	}
	got, err = lamp.Append(log, 1, day(20), on(2, douse, 6), on(3, dust, 7))
	if err != nil || len(got) != 3 {
		t.Errorf("%d events, %v; want 3", len(got), err)
	}
}

func TestWritingAnEventTwiceChangesNothing(t *testing.T) {
	log := []event{on(1, light, 5)}
	once, err := lamp.Append(log, 1, day(20), on(2, douse, 6))
	if err != nil {
		t.Fatal(err)
	}
	twice, err := lamp.Append(once, 1, day(20), on(2, douse, 6)) // the version of the first attempt
	if err != nil || !slices.Equal(once, twice) {
		t.Errorf("%v, %v", twice, err)
	}
}

func TestTwoWritersFromOneLogDoNotMeet(t *testing.T) {
	log := append(make([]event, 0, 8), on(1, light, 5))
	a, _ := lamp.Append(log, 1, day(20), on(2, douse, 6))
	b, _ := lamp.Append(log, 1, day(20), on(3, smash, 7))
	if a[1].kind != douse || b[1].kind != smash || len(log) != 1 {
		t.Errorf("%v %v", a, b)
	}
}

func TestAGuardIsAskedOnlyWhenAnEventIsAdded(t *testing.T) {
	guarded := lamp
	no := errors.New("not while it is dark")
	guarded.Guard = func(log []event, e *event, from, to state) error {
		if e.kind == smash && from == unlit {
			return no
		}
		return nil
	}
	if _, err := guarded.Append(nil, 0, day(20), on(1, smash, 1)); !errors.Is(err, no) {
		t.Errorf("got %v", err)
	}
	if p, err := guarded.Fold([]event{on(1, smash, 1)}); err != nil || p.State != broken {
		t.Errorf("history is argued with: %v, %v", p, err)
	}
}

// FuzzAppend adds events of any kind and date one by one: whatever is
// accepted can be folded, and no prefix of the log changes.
func FuzzAppend(f *testing.F) {
	f.Add([]byte{1, 1, 2, 2, 4, 3, 1, 4})
	f.Add([]byte{1, 9, 2, 1, 3, 0, 3, 255})
	f.Fuzz(func(t *testing.T, in []byte) {
		var log []event
		for i := 0; i+1 < len(in); i += 2 {
			e := on(i+1, kind(in[i]%5), int(in[i+1]%31))
			next, err := lamp.Append(log, len(log), day(20), e)
			if err == nil && len(next) != len(log)+1 || err != nil && len(next) != len(log) {
				t.Fatalf("%d events after %d, %v", len(next), len(log), err)
			}
			if !slices.Equal(next[:len(log)], log) {
				t.Fatal("the past has changed")
			}
			log = next
		}
		p, err := lamp.Fold(log)
		if err != nil || p.Count != len(log) {
			t.Fatalf("accepted but not folded: %+v, %v", p, err)
		}
		for d := 1; d < 32; d++ {
			before, err := lamp.At(log, day(d))
			after, err2 := lamp.At(log, day(d+1))
			if err != nil || err2 != nil || before.Count > after.Count {
				t.Fatalf("day %d: %d events, then %d", d, before.Count, after.Count)
			}
		}
	})
}

func BenchmarkFoldPerEvent(b *testing.B) {
	log := make([]event, 1000)
	for i := range log {
		log[i] = on(i+1, light+kind(i%2), 1+i/40)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := lamp.Fold(log); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(log)), "ns/event")
}

func BenchmarkAppend(b *testing.B) {
	log := []event{on(1, light, 1), on(2, douse, 2), on(3, light, 3), on(4, douse, 4)}
	e := on(5, light, 5)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := lamp.Append(log, len(log), day(20), e); err != nil {
			b.Fatal(err)
		}
	}
}
