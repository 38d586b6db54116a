package assessment_test

import (
	"errors"
	"fmt"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
)

// on returns an event with an id made from what it is and when it was.
func on(kind assessment.EventKind, day string) assessment.Event {
	return assessment.Event{
		ID: uuid.NewSHA1(uuid.NameSpaceURL, []byte(kind.String()+day)), Kind: kind, On: risk.MustParseDate(day),
	}
}

func ExampleRecommendation_StatusAt() {
	accepted := on(assessment.Accept, "2021-03-01")
	accepted.Owner, accepted.Due = "head of purchasing", risk.MustParseDate("2021-09-30")
	r := assessment.Recommendation{Title: "Fix the dates of orders", Events: []assessment.Event{on(assessment.Propose, "2021-01-31"), accepted}}
	s, err := r.StatusAt(risk.MustParseDate("2021-10-10"))
	fmt.Println(s.State, s.Owner, s.Overdue, s.OverdueDays, err)
	// Output:
	// accepted head of purchasing yes 10 <nil>
}

func ExampleRecommendation_StateAt() {
	r := assessment.Recommendation{Title: "Fix the dates of orders", Events: []assessment.Event{
		on(assessment.Propose, "2020"), // the source says no more than the year
		on(assessment.Start, "2021-03-01"),
		on(assessment.Implement, "2021-11-30"),
	}}
	for _, day := range []string{"2020-06-30", "2020-12-31", "2021-06-30", "2021-12-31"} {
		state, _ := r.StateAt(risk.MustParseDate(day))
		fmt.Println(day, state)
	}
	// Output:
	// 2020-06-30 not-stated
	// 2020-12-31 proposed
	// 2021-06-30 in-progress
	// 2021-12-31 implemented
}

func ExampleRecommendation_Append() {
	r := assessment.Recommendation{Title: "Fix the dates of orders"}
	today := risk.MustParseDate("2021-06-30")
	fmt.Println(r.Append(0, today, on(assessment.Propose, "2021-01-10")))
	fmt.Println(r.Append(0, today, on(assessment.Propose, "2021-01-10"))) // asked again: it is there already
	err := r.Append(1, today, on(assessment.VerifyEffective, "2021-02-01"))
	var transition *assessment.TransitionError
	fmt.Println(errors.As(err, &transition), transition.State, transition.Allowed[:3])
	fmt.Println(r.Append(1, today, on(assessment.Reject, "2021-02-01")))
	// Output:
	// <nil>
	// <nil>
	// true proposed [accept partly-accept reject]
	// an event reject of a recommendation needs reason; state it
}

func ExampleTrack() {
	recommendations := []assessment.Recommendation{
		{ID: uuid.NewSHA1(uuid.NameSpaceURL, []byte("1")), Events: []assessment.Event{on(assessment.Propose, "2021-01-10"), on(assessment.Implement, "2021-05-01")}},
		{ID: uuid.NewSHA1(uuid.NameSpaceURL, []byte("2")), Events: []assessment.Event{on(assessment.Propose, "2021-01-10")}},
	}
	for _, total := range []risk.Count{{}, risk.CountOf(4)} {
		t, err := assessment.Track(recommendations, risk.MustParseDate("2021-12-31"), total)
		if err != nil {
			fmt.Println(err)
			return
		}
		share := t.Implemented()
		ratio, known := share.Ratio()
		fmt.Println(share.Done, "of", share.Of, ratio, known)
	}
	// Output:
	// 1 of not-stated 0 false
	// 1 of 4 0.25 true
}

func ExampleTracker() {
	// A host with millions of events hands them over one at a time.
	tracker := assessment.NewTracker(risk.MustParseDate("2021-12-31"))
	first, second := uuid.NewSHA1(uuid.NameSpaceURL, []byte("1")), uuid.NewSHA1(uuid.NameSpaceURL, []byte("2"))
	for _, e := range []struct {
		recommendation uuid.UUID
		event          assessment.Event
	}{
		{first, on(assessment.Propose, "2021-01-01")},
		{second, on(assessment.Propose, "2021-02-01")},
		{first, on(assessment.Accept, "2021-03-02")},
	} {
		if err := tracker.Event(e.recommendation, &e.event); err != nil {
			fmt.Println(err)
			return
		}
	}
	t := tracker.Tracking(risk.Count{})
	fmt.Println(t.Count(assessment.Accepted), "accepted,", t.Count(assessment.Proposed), "proposed")
	for _, s := range t.Times {
		fmt.Println(s.State, "median", s.Median, "days")
	}
	// Output:
	// 1 accepted, 1 proposed
	// proposed median 60 days
}

func ExampleBurnUp() {
	recommendations := []assessment.Recommendation{
		{Events: []assessment.Event{on(assessment.Propose, "2020-06-01"), on(assessment.Start, "2020-11-01"), on(assessment.Implement, "2021-05-01")}},
		{Events: []assessment.Event{on(assessment.Propose, "2021-02-01")}},
	}
	points, err := assessment.BurnUp(recommendations, []risk.Date{risk.MustParseDate("2020-12-31"), risk.MustParseDate("2021-12-31")})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range points {
		fmt.Println(p.On, p.Made, "made", p.Begun, "begun", p.Done, "done", p.Verified, "verified")
	}
	// Output:
	// 2020-12-31 1 made 1 begun 0 done 0 verified
	// 2021-12-31 2 made 1 begun 1 done 0 verified
}

func ExampleTransitions_With() {
	// A host lets work that is blocked be finished all the same.
	ours, err := assessment.Transitions{}.With(assessment.Transition{
		From: assessment.Blocked, Event: assessment.Implement, To: assessment.Implemented,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	state, err := ours.Next(assessment.Blocked, assessment.Implement)
	fmt.Println(state, err)
	_, err = assessment.Transitions{}.With(assessment.Transition{From: assessment.Withdrawn, Event: assessment.Reopen, To: assessment.Proposed})
	fmt.Println(err != nil)
	// Output:
	// implemented <nil>
	// true
}

func ExampleCommitment_KeptAt() {
	c := assessment.Commitment{Title: "Pay back recruitment fees", Due: risk.MustParseDate("2021-06-30"), Kept: risk.No}
	fmt.Println(c.KeptAt(risk.MustParseDate("2021-06-30")), c.KeptAt(risk.MustParseDate("2021-07-01")))
	// Output: pending missed
}

func ExampleParseProfile() {
	p, err := assessment.ParseProfile("lksg")
	fmt.Println(p == assessment.ProfileLkSG, err)
	p, err = assessment.ParseProfile("oecd,csddd")
	fmt.Println(p, p == assessment.ProfileOECD|assessment.ProfileCSDDD, err)
	_, err = assessment.ParseProfile("lksq")
	fmt.Println(err)
	// Output:
	// true <nil>
	// oecd,csddd true <nil>
	// "lksq" is not a known profile; did you mean "lksg"?
}
