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
	want := StateTime{State: Proposed, Stays: 5, Unknown: 1, Median: 30, P90: 100, Longest: 100}
	if len(tr.Times) != 1 || tr.Times[0] != want {
		t.Errorf("got %+v, want %+v", tr.Times, want)
	}
	if got := tr.Items[0].AgeDays.String(); got != "355" {
		t.Errorf("age %s days, want 355", got)
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

// BenchmarkTracker folds one million events of a hundred thousand
// recommendations; ns/event is what the tracker takes for one.
func BenchmarkTracker(b *testing.B) {
	const recs, each = 100_000, 10
	kinds := [each]EventKind{Propose, Accept, Plan, Start, ReportProgress, ReportProgress, Block, Resume, Implement, VerifyEffective}
	ids := make([]uuid.UUID, recs)
	for i := range ids {
		ids[i] = uuid.NewSHA1(uuid.Nil, []byte{byte(i), byte(i >> 8), byte(i >> 16)})
	}
	events := make([]Event, 0, each)
	day := risk.MustParseDate("2020-01-01")
	for i, k := range kinds {
		e := event(k, day.AddDays(i*30).String())
		events = append(events, e)
	}
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
		if tracker.Tracking(risk.Count{}).Count(VerifiedEffective) != recs {
			b.Fatal("wrong count")
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/(recs*each), "ns/event")
}
