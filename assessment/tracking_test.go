package assessment

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
)

func recommendation(code string, events ...Event) Recommendation {
	return Recommendation{ID: uuid.NewSHA1(uuid.Nil, []byte(code)), Code: code, Events: events}
}

// endToEndEncryption is the published follow-up of the human rights impact
// assessment that BSR made for Meta on end-to-end encryption (April 2022): of
// 45 recommendations Meta said that it would implement 34, 4 in part, study 6
// and take no action on 1.
func endToEndEncryption() []Recommendation {
	var recs []Recommendation
	add := func(n int, kinds ...EventKind) {
		for range n {
			r := recommendation("M" + string(rune('A'+len(recs))))
			for _, k := range kinds {
				r.Events = append(r.Events, event(k, "2022-04-04"))
			}
			recs = append(recs, r)
		}
	}
	add(34, Propose, Accept)
	add(4, Propose, PartlyAccept)
	add(6, Propose)
	add(1, Propose, Reject)
	return recs
}

func TestAPublishedFollowUpIsCountedAsPublished(t *testing.T) {
	tr, err := Track(endToEndEncryption(), risk.MustParseDate("2022-12-31"), risk.CountOf(45))
	if err != nil {
		t.Fatal(err)
	}
	for s, want := range map[State]int{Accepted: 34, PartlyAccepted: 4, Proposed: 6, Rejected: 1} {
		if got := tr.Count(s); got != want {
			t.Errorf("%s: %d, want %d", s, got, want)
		}
	}
	sum := 0
	for _, n := range tr.ByState {
		sum += n
	}
	if sum != 45 {
		t.Errorf("the states add up to %d, want 45", sum)
	}
	accepted := Share{tr.Count(Accepted), tr.Total}
	if ratio, ok := accepted.Ratio(); !ok || int(ratio*1000+.5) != 756 {
		t.Errorf("acceptance %v, want 75.6 %%", ratio)
	}
}

func TestAShareOfAnUnknownTotalIsUnknown(t *testing.T) {
	tr, err := Track(endToEndEncryption(), risk.Date{}, risk.Count{})
	if err != nil {
		t.Fatal(err)
	}
	if ratio, ok := tr.Implemented().Ratio(); ok {
		t.Errorf("a share of an unknown total is %v", ratio)
	}
	for _, g := range tr.ImplementedBy(ByYear) {
		if !g.Share.Of.IsZero() {
			t.Errorf("%s: the whole of a group is %v though more may exist", g.Key, g.Share.Of)
		}
	}
}

func TestARecommendationIsOverdueOnlyAfterItsDay(t *testing.T) {
	due := event(ChangeDue, "2021-01-10")
	due.Due = risk.MustParseDate("2021-06-30")
	r := recommendation("R", event(Propose, "2021-01-01"), event(Accept, "2021-01-05"), due)
	none := recommendation("N", event(Propose, "2021-01-01"), event(Accept, "2021-01-05"))
	for day, want := range map[string]risk.Answer{"2021-06-30": risk.No, "2021-07-01": risk.Yes} {
		tr, err := Track([]Recommendation{r, none}, risk.MustParseDate(day), risk.Count{})
		if err != nil {
			t.Fatal(err)
		}
		if got := tr.Items[0].Overdue; got != want {
			t.Errorf("on %s: overdue %s, want %s", day, got, want)
		}
		if got := tr.Items[1].Overdue; got != risk.Unknown {
			t.Errorf("without a date: overdue %s, want unknown", got)
		}
		if tr.DueUnknown != 1 {
			t.Errorf("%d without a date, want 1", tr.DueUnknown)
		}
	}
}

func TestTimeInAStateCountsOnlyStaysThatAreKnownToTheDay(t *testing.T) {
	var recs []Recommendation
	for i, days := range []int{10, 20, 30, 40, 100} {
		start := risk.MustParseDate("2021-01-01")
		recs = append(recs, recommendation(string(rune('A'+i)), event(Propose, start.String()), event(Accept, start.AddDays(days).String())))
	}
	recs = append(recs, recommendation("Y", event(Propose, "2020"), event(Accept, "2021-03-01")))
	tr, err := Track(recs, risk.MustParseDate("2022-01-01"), risk.Count{})
	if err != nil {
		t.Fatal(err)
	}
	want := StateTime{State: Proposed, Stays: 5, Unknown: 1, Q1: 20, Median: 30, Q3: 40, P90: 100, Longest: 100}
	if len(tr.Times) != 1 || tr.Times[0] != want {
		t.Errorf("got %+v, want %+v", tr.Times, want)
	}
	if got := tr.Items[0].AgeDays.String(); got != "355" {
		t.Errorf("age %s days, want 355", got)
	}
}

func TestWhatIsDatedByItsYearHasHappenedOnceALaterEventHas(t *testing.T) {
	r := recommendation("R", event(Propose, "2021"), event(Accept, "2021-03-01"), event(Start, "2021-06"), event(Implement, "2022"))
	for day, want := range map[string]State{
		"2020-12-31": StateNotStated, "2021-02-28": StateNotStated, "2021-03-01": Accepted, "2021-06-29": Accepted,
		"2021-06-30": InProgress, "2022-12-30": InProgress, "2022-12-31": Implemented,
	} {
		asOf := risk.MustParseDate(day)
		tr, err := Track([]Recommendation{r}, asOf, risk.Count{})
		if err != nil {
			t.Fatalf("on %s: %v", day, err)
		}
		points, err := BurnUp([]Recommendation{r}, []risk.Date{asOf})
		if err != nil {
			t.Fatal(err)
		}
		at, _ := r.StateAt(asOf)
		if got := tr.Items[0].State; got != want || at != want || points[0].Made != min(int(want), 1) {
			t.Errorf("on %s: tracked %s, state %s, burn-up %+v; want %s", day, got, at, points[0], want)
		}
	}
}

func TestEventsOutOfOrderAreRefusedByFigures(t *testing.T) {
	r := recommendation("R", event(Propose, "2021-05-01"), event(Accept, "2021-04-30"))
	_, tracked := Track([]Recommendation{r}, risk.YearOf(2022), risk.Count{})
	_, burnt := BurnUp([]Recommendation{r}, []risk.Date{risk.YearOf(2022)})
	for _, err := range []error{tracked, burnt} {
		var refused *EventError
		if !errors.As(err, &refused) || refused.Reason != OutOfOrder || refused.Index != 1 {
			t.Errorf("got %v", err)
		}
	}
}

// An event of a year says less than one of a day before it, and takes nothing back.
func TestAnEventOfAYearDoesNotLetInOneBeforeTheEventsBeforeIt(t *testing.T) {
	r := recommendation("R", event(Propose, "2021-07-15"), event(Accept, "2021"), event(Plan, "2021-06-01"))
	day := risk.MustParseDate("2021-06-30")
	_, tracked := Track([]Recommendation{r}, day, risk.Count{})
	_, burnt := BurnUp([]Recommendation{r}, []risk.Date{day})
	own := Recommendation{ID: r.ID, Title: r.Title}
	appended := own.Append(AnyVersion, risk.Date{}, r.Events...)
	for name, err := range map[string]error{"tracked": tracked, "burnt up": burnt, "appended": appended} {
		var refused *EventError
		if !errors.As(err, &refused) || refused.Reason != OutOfOrder || refused.Index != 2 {
			t.Errorf("%s: got %v", name, err)
		}
	}
	a := Assessment{ID: r.ID, Title: "A", Recommendations: []Recommendation{r}}
	var problems *DocumentError
	if err := Validate(&a); !errors.As(err, &problems) || !problems.Has("event-order") {
		t.Errorf("a document with it is valid: %v", err)
	}
}

func TestAgesAreOfThoseThatAreStillInTheState(t *testing.T) {
	recs := []Recommendation{
		recommendation("A", event(Propose, "2021-01-01"), event(Accept, "2021-01-11")),
		recommendation("B", event(Propose, "2021-01-01")),
		recommendation("C", event(Propose, "2021-01-21")),
		recommendation("D", event(Propose, "2020")),
	}
	tr, err := Track(recs, risk.MustParseDate("2021-01-31"), risk.Count{})
	if err != nil {
		t.Fatal(err)
	}
	want := []StateTime{
		{State: Proposed, Stays: 2, Unknown: 1, Q1: 10, Median: 10, Q3: 30, P90: 30, Longest: 30},
		{State: Accepted, Stays: 1, Q1: 20, Median: 20, Q3: 20, P90: 20, Longest: 20},
	}
	if !slices.Equal(tr.Ages, want) {
		t.Errorf("got %+v\nwant %+v", tr.Ages, want)
	}
	if len(tr.Times) != 1 || tr.Times[0].Longest != 10 {
		t.Errorf("times %+v", tr.Times)
	}
}

func TestHowLateIsCountedFromTheLastDay(t *testing.T) {
	accept := event(Accept, "2021-01-05")
	accept.Due = risk.MustParseDate("2021-06")
	tr, err := Track([]Recommendation{recommendation("R", event(Propose, "2021-01-01"), accept)}, risk.MustParseDate("2021-07-10"), risk.Count{})
	if err != nil {
		t.Fatal(err)
	}
	if s := tr.Items[0]; s.OverdueDays != risk.CountOf(10) || s.Made != risk.MustParseDate("2021-01-01") {
		t.Errorf("%s days late, made %s", s.OverdueDays, s.Made)
	}
}

func TestFiguresFollowAHostsOwnTable(t *testing.T) {
	ours, err := Transitions{}.With(Transition{From: Blocked, Event: Implement, To: Implemented})
	if err != nil {
		t.Fatal(err)
	}
	r := recommendation("R", event(Propose, "2021-01-01"), event(Plan, "2021-02-01"), event(Block, "2021-03-01"), event(Implement, "2021-04-01"))
	day := risk.YearOf(2021)
	a := &Assessment{Version: Version, ID: id("a"), Recommendations: []Recommendation{r}}
	a.Recommendations[0].Title = "t"
	for i := range r.Events {
		r.Events[i].Evidence = nil
	}
	state, err := r.StateAtWith(ours, day)
	if err != nil || state != Implemented {
		t.Errorf("%s, %v", state, err)
	}
	tr, err := TrackWith(ours, a.Recommendations, day, risk.Count{})
	if err != nil || tr.Count(Implemented) != 1 {
		t.Errorf("%v, %v", tr, err)
	}
	points, err := BurnUpWith(ours, a.Recommendations, []risk.Date{day, {}})
	if err != nil || points[0].Done != 1 || points[1].Done != 1 {
		t.Errorf("%v, %v", points, err)
	}
	if ev, err := Evaluate(t.Context(), a, EvaluateOptions{AsOf: day, Transitions: ours}); err != nil || ev.Recommendations.Count(Implemented) != 1 {
		t.Error(err)
	}
	if _, err := Evaluate(t.Context(), a, EvaluateOptions{AsOf: day}); err == nil {
		t.Error("the published table let it through")
	}
	var doc bytes.Buffer
	var refused *DocumentError
	if err := Encode(&doc, a); !errors.As(err, &refused) || !refused.Has("impossible-event") || doc.Len() > 0 {
		t.Errorf("written through the published table: %v", err)
	}
	if err := errors.Join(ValidateWith(ours, a), EncodeWith(ours, &doc, a)); err != nil {
		t.Fatal(err)
	}
	if _, err := Decode(bytes.NewReader(doc.Bytes()), DecodeOptions{Transitions: ours}); err != nil {
		t.Error(err)
	}
	s := NewStream(bytes.NewReader(doc.Bytes()), StreamOptions{Transitions: ours})
	events := 0
	for e := range s.Entries(t.Context()) {
		if e.List == "events" {
			events++
		}
	}
	if s.Err() != nil || events != 4 {
		t.Errorf("%d events, %v", events, s.Err())
	}
}

func TestEventsOfDifferentRecommendationsMayComeInAnyOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	recs := make([]Recommendation, 40)
	type step struct{ rec int }
	var steps []step
	for i := range recs {
		recs[i] = recommendation(string(rune('a' + i)))
		recs[i].Events = randomLog(rng, 12)
		for range recs[i].Events {
			steps = append(steps, step{rec: i})
		}
	}
	rng.Shuffle(len(steps), func(i, j int) { steps[i], steps[j] = steps[j], steps[i] })
	day := risk.MustParseDate("2019-08-01")
	stream, next := NewTracker(day), make([]int, len(recs))
	for _, s := range steps {
		if err := stream.Event(recs[s.rec].ID, &recs[s.rec].Events[next[s.rec]]); err != nil {
			t.Fatal(err)
		}
		next[s.rec]++
	}
	whole, err := Track(recs, day, risk.Count{})
	if err != nil {
		t.Fatal(err)
	}
	got := stream.Tracking(risk.Count{})
	if got.ByState != whole.ByState || got.Overdue != whole.Overdue || !slices.Equal(got.Times, whole.Times) {
		t.Errorf("streamed %v, whole %v", got, whole)
	}
}

func TestABrokenLogIsNamed(t *testing.T) {
	r := recommendation("R", event(Accept, "2021"))
	_, err := Track([]Recommendation{r}, risk.Date{}, risk.Count{})
	var tracking *TrackingError
	var transition *TransitionError
	if !errors.As(err, &tracking) || tracking.Recommendation != r.ID || !errors.As(err, &transition) {
		t.Fatalf("got %v", err)
	}
	if !strings.Contains(err.Error(), "propose") {
		t.Errorf("%v does not say what is allowed", err)
	}
}

func TestABurnUpIsWhatTrackingSaysOnEachDay(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	recs := make([]Recommendation, 60)
	for i := range recs {
		recs[i] = recommendation(string(rune('A' + i)))
		recs[i].Events = randomLog(rng, 15)
	}
	var days []risk.Date
	for day := risk.MustParseDate("2019-01-15"); day.Year() < 2020; day = day.AddDays(30) {
		days = append(days, day)
	}
	points, err := BurnUp(recs, days)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range points {
		tr, err := Track(recs, days[i], risk.Count{})
		if err != nil {
			t.Fatal(err)
		}
		gone := tr.Count(StateNotStated) + tr.Count(Superseded) + tr.Count(Withdrawn)
		if p.Made != len(recs)-gone || p.Done != tr.Count(Implemented)+tr.Count(VerifiedEffective) || p.Verified != tr.Count(VerifiedEffective) {
			t.Errorf("on %s: %+v does not agree with %v", days[i], p, tr.ByState)
		}
	}
}

// The benchmarks fold one million events of a hundred thousand recommendations;
// ns/event is what one event takes, with the figures at the end.
const manyRecommendations, eventsEach = 100_000, 10

// lives returns the events of a recommendation from its proposal to its effect.
func lives() []Event {
	kinds := [eventsEach]EventKind{Propose, Accept, Plan, Start, ReportProgress, ReportProgress, Block, Resume, Implement, VerifyEffective}
	day := risk.MustParseDate("2020-01-01")
	events := make([]Event, 0, eventsEach)
	for i, k := range kinds {
		events = append(events, event(k, day.AddDays(i*30).String()))
	}
	return events
}

func reportPerEvent(b *testing.B) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/(manyRecommendations*eventsEach), "ns/event")
}

func numbered(i int) uuid.UUID {
	return uuid.NewSHA1(uuid.Nil, []byte{byte(i), byte(i >> 8), byte(i >> 16)})
}

// BenchmarkTrack folds recommendations with their events.
func BenchmarkTrack(b *testing.B) {
	recs := make([]Recommendation, manyRecommendations)
	for i := range recs {
		recs[i] = Recommendation{ID: numbered(i), Events: lives()}
	}
	asOf := risk.MustParseDate("2025-01-01")
	b.ReportAllocs()
	for b.Loop() {
		tracking, err := Track(recs, asOf, risk.Count{})
		if err != nil || tracking.Count(VerifiedEffective) != len(recs) {
			b.Fatal("wrong count", err)
		}
	}
	reportPerEvent(b)
}

// BenchmarkTracker folds a log in which each event is of another recommendation
// than the one before.
func BenchmarkTracker(b *testing.B) {
	ids := make([]uuid.UUID, manyRecommendations)
	for i := range ids {
		ids[i] = numbered(i)
	}
	events := lives()
	asOf := risk.MustParseDate("2025-01-01")
	b.ReportAllocs()
	for b.Loop() {
		tracker := NewTracker(asOf)
		for j := range events {
			for _, id := range ids {
				if err := tracker.Event(id, &events[j]); err != nil {
					b.Fatal(err)
				}
			}
		}
		if tracker.Tracking(risk.Count{}).Count(VerifiedEffective) != len(ids) {
			b.Fatal("wrong count")
		}
	}
	reportPerEvent(b)
}

func TestTheStatusOfOneIsThatOfAllTracked(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for range 300 {
		r := recommendation("R")
		r.Events = randomLog(rng, 12)
		for _, day := range []risk.Date{{}, risk.MustParseDate("2019-03-01"), risk.MustParseDate("2019-08-01")} {
			got, err := r.StatusAt(day)
			all, err2 := Track([]Recommendation{r}, day, risk.Count{})
			state, err3 := r.StateAt(day)
			if err != nil || err2 != nil || err3 != nil || got.State != state {
				t.Fatalf("%s, %s: %v, %v, %v", got.State, state, err, err2, err3)
			}
			want := all.Items[0]
			want.Recommendation, got.Recommendation = nil, nil
			if got != want {
				t.Fatalf("on %s: %+v, want %+v", day, got, want)
			}
		}
	}
}

func TestTheStatusOfABrokenLogIsThatBeforeTheBreak(t *testing.T) {
	r := recommendation("R", event(Propose, "2021-01-01"), event(VerifyEffective, "2021-02-01"))
	s, err := r.StatusAt(risk.Date{})
	var refused *TransitionError
	if !errors.As(err, &refused) || s.State != Proposed || s.Events != 1 {
		t.Errorf("%+v, %v", s, err)
	}
	r = recommendation("R", event(Propose, "2021-03-01"), event(Accept, "2021-02-01"))
	var order *EventError
	if s, err := r.StatusAt(risk.Date{}); !errors.As(err, &order) || order.Reason != OutOfOrder || s.State != Proposed {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestAProfileIsReadAsItIsWritten(t *testing.T) {
	for p := range profileAll + 1 {
		got, err := ParseProfile(p.String())
		if err != nil || got != max(p, ProfileUNGP) {
			t.Errorf("%d: %s is read as %d, %v", uint8(p), p, uint8(got), err)
		}
	}
	p := ProfileLkSG
	if err := p.UnmarshalText([]byte("lksg,")); err == nil || p != ProfileLkSG {
		t.Errorf("a list with a gap is read as %s", p)
	}
}
