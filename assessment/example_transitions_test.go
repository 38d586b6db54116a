package assessment_test

import (
	"errors"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
)

func ExampleTransitions() {
	var table assessment.Transitions // the published one
	for row := range table.Rows() {
		if row.From == assessment.Rejected {
			fmt.Println(row.From, row.Event, "to", row.To)
		}
	}
	for kind, to := range table.Allowed(assessment.Blocked) {
		fmt.Println("blocked:", kind, "to", to)
	}
	fmt.Println(table.Final(assessment.Withdrawn), table.Final(assessment.VerifiedEffective))
	// Output:
	// rejected reopen to proposed
	// rejected supersede to superseded
	// blocked: resume to in-progress
	// blocked: supersede to superseded
	// blocked: withdraw to withdrawn
	// blocked: change-due to blocked
	// blocked: change-owner to blocked
	// true false
}

func ExampleNewTransitions() {
	var published assessment.Transitions
	// A host in which nothing is done before it is planned.
	stricter, err := assessment.NewTransitions(slices.DeleteFunc(slices.Collect(published.Rows()), func(r assessment.Transition) bool {
		return r.From == assessment.Proposed && (r.Event == assessment.Start || r.Event == assessment.Implement)
	})...)
	fmt.Println(err)
	_, err = stricter.Next(assessment.Proposed, assessment.Start)
	fmt.Println(err)
	// A table in which the turned down stay turned down forever is refused: a
	// recommendation could neither be taken up again nor replaced.
	_, err = assessment.NewTransitions(slices.DeleteFunc(slices.Collect(published.Rows()), func(r assessment.Transition) bool {
		return r.From == assessment.Rejected
	})...)
	fmt.Println(err)
	// Output:
	// <nil>
	// recommendation: start is not possible in state proposed; possible are accept, partly-accept, reject, plan, supersede, withdraw, change-due, change-owner
	// recommendation: state rejected is a dead end: no final state can be reached from it
}

// Figures of a host with a table of its own.
func ExampleTrackWith() {
	ours, err := assessment.Transitions{}.With(assessment.Transition{
		From: assessment.Blocked, Event: assessment.Implement, To: assessment.Implemented,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	r := assessment.Recommendation{ID: named("recommendation"), Title: "Fix the dates of orders"}
	blocked := on(assessment.Block, "2021-03-01")
	blocked.Reason = "the buyers are away"
	err = r.AppendWith(ours, 0, risk.MustParseDate("2021-12-31"),
		on(assessment.Propose, "2021-01-10"), on(assessment.Plan, "2021-02-01"), blocked, on(assessment.Implement, "2021-04-01"))
	if err != nil {
		fmt.Println(err)
		return
	}
	day := risk.MustParseDate("2021-12-31")
	state, err := r.StateAtWith(ours, day)
	fmt.Println(state, err)
	status, err := r.StatusAtWith(ours, day)
	fmt.Println(status.Since, status.AgeDays, err)
	t, err := assessment.TrackWith(ours, []assessment.Recommendation{r}, day, risk.CountOf(1))
	fmt.Println(t.Implemented(), err)
	points, err := assessment.BurnUpWith(ours, []assessment.Recommendation{r}, []risk.Date{day})
	fmt.Println(points[0].Done, err)
	tracker := assessment.NewTrackerWith(ours, day)
	fmt.Println(tracker.Add(&r))
	// Output:
	// implemented <nil>
	// 2021-04-01 274 <nil>
	// {1 1} <nil>
	// 1 <nil>
	// <nil>
}

func ExampleTracking_ImplementedBy() {
	fees := named("risk: fees")
	accepted := func(owner string, events ...assessment.Event) assessment.Recommendation {
		events[1].Owner = owner
		return assessment.Recommendation{ID: named(owner + events[0].On.String()), Risks: []uuid.UUID{fees}, Events: events}
	}
	recommendations := []assessment.Recommendation{
		accepted("purchasing", on(assessment.Propose, "2020-05-01"), on(assessment.Accept, "2020-06-01"), on(assessment.Implement, "2021-01-01")),
		accepted("purchasing", on(assessment.Propose, "2021-05-01"), on(assessment.Accept, "2021-06-01")),
		accepted("people", on(assessment.Propose, "2021-05-02"), on(assessment.Accept, "2021-06-01"), on(assessment.Implement, "2021-09-01")),
	}
	t, err := assessment.Track(recommendations, risk.MustParseDate("2021-12-31"), risk.CountOf(3)) // all are listed
	if err != nil {
		fmt.Println(err)
		return
	}
	show := func(groups []assessment.GroupShare) {
		for _, g := range groups {
			fmt.Println(g.Key, g.Share.Done, "of", g.Share.Of)
		}
	}
	show(t.ImplementedBy(assessment.ByOwner))
	show(t.ImplementedBy(assessment.ByYear))
	show(t.ImplementedBy(assessment.ByRisk))
	// Output:
	// people 1 of 1
	// purchasing 1 of 2
	// 2020 1 of 1
	// 2021 1 of 2
	// a4bad82a-8966-589b-95ac-29cb99b47b78 2 of 3
}

// How long things took, and how long those have waited that are not finished.
func ExampleStateTime() {
	recommendations := []assessment.Recommendation{
		{ID: named("1"), Events: []assessment.Event{on(assessment.Propose, "2021-01-01"), on(assessment.Accept, "2021-01-31")}},
		{ID: named("2"), Events: []assessment.Event{on(assessment.Propose, "2021-01-01")}},
	}
	t, err := assessment.Track(recommendations, risk.MustParseDate("2021-12-31"), risk.Count{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range t.Times {
		fmt.Println("left:", s.State, s.Median, "days")
	}
	for _, s := range t.Ages {
		fmt.Println("still:", s.State, s.Median, "days")
	}
	// Output:
	// left: proposed 30 days
	// still: proposed 364 days
	// still: accepted 334 days
}

func ExampleEventError() {
	r := assessment.Recommendation{Events: []assessment.Event{on(assessment.Propose, "2021-05-01")}}
	today := risk.MustParseDate("2021-06-30")

	err := r.Append(1, today, on(assessment.Accept, "2021-04-30"))
	var refused *assessment.EventError
	fmt.Println(errors.As(err, &refused) && refused.Reason == assessment.OutOfOrder)

	err = r.Append(1, today, on(assessment.Accept, "2021-07-01"))
	var why assessment.EventReason
	if errors.As(err, &refused) {
		why = refused.Reason
	}
	fmt.Println(why == assessment.InFuture)

	err = r.Append(0, today, on(assessment.Accept, "2021-05-02")) // somebody wrote in between
	var lost *assessment.VersionError
	fmt.Println(errors.As(err, &lost), lost.Expected, lost.Found)

	err = r.Append(1, today, on(assessment.Reject, "2021-05-02"))
	var missing *assessment.MissingFieldError
	fmt.Println(errors.As(err, &missing), missing.Field)
	// Output:
	// true
	// true
	// true 0 1
	// true reason
}
