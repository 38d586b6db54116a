package grievance_test

import (
	"errors"
	"fmt"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

// A complaint about unpaid wages goes its way to remedy that the worker confirms.
func ExampleCase() {
	c := grievancetest.Case(1, func(c *grievance.Case) {
		c.Rights, c.Groups, c.Events = []risk.RightID{"fair-pay"}, []risk.GroupID{"migrant-workers-international"}, nil
	})
	today := risk.MustParseDate("2021-12-31")
	pay := grievancetest.Remedy(1)
	for i, e := range []grievance.Event{
		{Kind: grievance.Receive, On: risk.MustParseDate("2021-03-01"), Detail: grievance.Seal("as told on the phone")},
		{Kind: grievance.Acknowledge, On: risk.MustParseDate("2021-03-03")},
		{Kind: grievance.AssessRetaliationRisk, On: risk.MustParseDate("2021-03-03"), Risk: 3},
		{Kind: grievance.Admit, On: risk.MustParseDate("2021-03-10")},
		{Kind: grievance.Investigate, On: risk.MustParseDate("2021-03-12")},
		{Kind: grievance.Find, On: risk.MustParseDate("2021-04-20"), Finding: grievance.Substantiated},
		{Kind: grievance.ProposeRemedy, On: risk.MustParseDate("2021-04-25"), Remedies: []grievance.Remedy{pay}},
		{Kind: grievance.AgreeRemedy, On: risk.MustParseDate("2021-05-02")},
		{Kind: grievance.DeliverRemedy, On: risk.MustParseDate("2021-05-20"), Evidence: risk.Data},
		{Kind: grievance.Verify, On: risk.MustParseDate("2021-06-10"), Received: risk.Yes, View: grievance.Adequate},
		{Kind: grievance.Close, On: risk.MustParseDate("2021-06-11")},
	} {
		e.ID, e.Case = grievancetest.Event(&c, i, e.Kind, "").ID, c.ID
		if err := c.Append(i, today, e); err != nil {
			fmt.Println(err)
			return
		}
	}
	s, err := c.StateAt(today)
	fmt.Println(s.Stage, s.Outcome(), s.Remedies[0].Remedy.Amount, s.Remedies[0].View, err)
	// Output: closed remedy-confirmed 100.00 USD adequate <nil>
}

// A complaint is admitted. What the complainant said goes in as a secret.
func Example() {
	c := grievancetest.Case(1) // received on 1 March 2021, acknowledged on the 3rd
	if err := admit(&c, grievancetest.ID(7), risk.MustParseDate("2021-03-08")); err != nil {
		fmt.Println(err)
	}
	fmt.Println(c.Events[len(c.Events)-1].Detail)
	// Output:
	// admitted
	// [confidential]
}

func admit(c *grievance.Case, id uuid.UUID, today risk.Date) error {
	err := c.Append(len(c.Events), today, grievance.Event{
		ID: id, Case: c.ID, Kind: grievance.Admit, On: today,
		Detail: grievance.Seal("what she told us"), // comes out by name and purpose only
	})
	if err != nil {
		return err // what the event lacks, or what is allowed now
	}
	s, err := c.StateAt(today)
	if err != nil {
		return err
	}
	fmt.Println(s.Stage)
	return nil
}

// An event that lacks something is refused with what to do.
func ExampleCase_Append() {
	c := grievancetest.Case(1)
	reject := grievancetest.Event(&c, 2, grievance.Reject, "2021-03-05", func(e *grievance.Event) { e.Reason = grievance.OutOfScope })
	err := c.Append(len(c.Events), risk.MustParseDate("2021-03-31"), reject)
	var lacks *grievance.GuardError
	fmt.Println(errors.As(err, &lacks), lacks.Missing)
	fmt.Println(err)
	// Output:
	// true rejection-notice
	// case 00000000-000f-7241-8000-0000000f4241: reject lacks rejection-notice: tell the complainant first, and state how
}

func ExampleCase_StateAt() {
	c := grievancetest.Case(1) // received on 1 March 2021, acknowledged on the 3rd
	for _, day := range []string{"2021-02", "2021-03-02", "2021"} {
		s, _ := c.StateAt(risk.MustParseDate(day))
		fmt.Println(day, s.Stage)
	}
	// Output:
	// 2021-02 not-stated
	// 2021-03-02 received
	// 2021 acknowledged
}

func ExampleTransitions() {
	for t := range grievance.Transitions() {
		if t.From == grievance.Findings && t.To != t.From {
			fmt.Println(t.From, t.Event, t.To)
		}
	}
	// Output:
	// findings open-dialogue dialogue
	// findings propose-remedy remedy-proposed
	// findings close closed
	// findings appeal appealed
	// findings refer referred
	// findings withdraw withdrawn
}

func ExampleStage_Ended() {
	fmt.Println(grievance.Withdrawn.Ended(), grievance.Verified.Ended())
	// Output: true false
}

// What the table does not allow is refused with what it does.
func ExampleTransitionError() {
	c := grievancetest.Case(1)
	err := c.Append(grievance.AnyVersion, risk.Date{}, grievancetest.Event(&c, 2, grievance.Close, "2021-03-05"))
	var refused *grievance.TransitionError
	fmt.Println(errors.As(err, &refused), refused.State, refused.Allowed[:5])
	// Output: true acknowledged [screen admit reject refer withdraw]
}

// A writer who has not seen the last event hears of it, so that nothing is lost.
func ExampleVersionError() {
	c := grievancetest.Case(1)
	err := c.Append(1, risk.Date{}, grievancetest.Event(&c, 2, grievance.Admit, "2021-03-05"))
	var stale *grievance.VersionError
	fmt.Println(errors.As(err, &stale), stale.Expected, stale.Found)
	// Output: true 1 2
}

func ExampleEventError() {
	c := grievancetest.Case(1)
	err := c.Append(2, risk.MustParseDate("2021-03-04"), grievancetest.Event(&c, 2, grievance.Admit, "2021-03-05"))
	var refused *grievance.EventError
	fmt.Println(errors.As(err, &refused), refused.Reason == grievance.InFuture)
	// Output: true true
}

// A report of retaliation raises a case at any stage, even when it is closed.
func ExampleState_Raised() {
	c := grievancetest.Case(1)
	grievancetest.Log(&c, grievance.Admit, grievance.OpenDialogue, grievance.Close, grievance.ReportRetaliation)
	s, _ := c.StateAt(risk.Date{})
	fmt.Println(s.Stage, s.Retaliation, s.Raised(), s.Protected)
	// Output: closed reported true false
}

func ExampleState_Reached() {
	c := grievancetest.Case(1)
	s, _ := c.StateAt(risk.Date{})
	fmt.Println(s.Reached(grievance.Acknowledged), s.Reached(grievance.Closed))
	// Output: 2021-03-03 not-stated
}

func ExampleState_Outcome() {
	c := grievancetest.Case(1)
	grievancetest.Log(&c, grievance.Refer)
	s, _ := c.StateAt(risk.Date{})
	fmt.Println(s.Outcome(), s.ReferredTo)
	// Output: handed-over state-non-judicial
}

// That remedy was delivered is what those who give it say; that it arrived and
// puts things right is the person's to say.
func ExampleState_Remedy() {
	c := grievancetest.Case(1)
	grievancetest.Log(&c, grievance.Admit, grievance.ProposeRemedy, grievance.AgreeRemedy, grievance.DeliverRemedy)
	s, _ := c.StateAt(risk.Date{})
	fmt.Printf("%+v\n", s.Remedy())
	// Output: {Due:true Delivered:true Confirmed:false Disputed:false}
}

func ExampleState_Consented() {
	c := grievancetest.Case(1)
	consent := func(i int, kind grievance.EventKind, day string) grievance.Event {
		return grievancetest.Event(&c, i, kind, day, func(e *grievance.Event) { e.Party = grievance.SupplierParty })
	}
	_ = c.Append(2, risk.Date{}, consent(2, grievance.GiveConsent, "2021-03-05"), consent(3, grievance.RevokeConsent, "2021-04-01"))
	march, _ := c.StateAt(risk.MustParseDate("2021-03-31"))
	april, _ := c.StateAt(risk.MustParseDate("2021-04-30"))
	fmt.Println(march.Consented(grievance.SupplierParty), april.Consented(grievance.SupplierParty))
	// Output: true false
}

func ExampleState_Concerns() {
	c := grievancetest.Case(1)
	grievancetest.Log(&c, grievance.Admit, grievance.Investigate, grievance.Refer)
	s, _ := c.StateAt(risk.Date{})
	for _, x := range s.Concerns() {
		fmt.Println(x.Kind, x.Source)
	}
	// Output:
	// contact-before-risk-rated UNGP:31(a)
	// referred-without-consent UNGP:31(f)
}

func ExampleState_Overdue() {
	m := grievancetest.Mechanism() // admission within 15 business days
	c := grievancetest.Case(1)     // of Monday 1 March 2021
	s, _ := c.StateAt(risk.Date{})
	for _, d := range s.Overdue(&m, risk.MustParseDate("2021-03-25")) {
		fmt.Println(d.Deadline.Reach, "was due on", d.On, "and is", d.Late, "days late")
	}
	// Output: admitted was due on 2021-03-22 and is 3 days late
}

func ExampleState_Dues() {
	m := grievancetest.Mechanism()
	c := grievancetest.Case(1)
	s, _ := c.StateAt(risk.Date{})
	for _, d := range s.Dues(&m, risk.MustParseDate("2021-03-25")) {
		fmt.Println(d.Deadline.Reach, d.On, d.Met, d.Overdue())
	}
	// Output:
	// acknowledged 2021-03-08 2021-03-03 false
	// admitted 2021-03-22 not-stated true
	// findings 2021-06-01 not-stated false
}

func ExampleDue_Overdue() {
	met := grievance.Due{On: risk.MustParseDate("2021-03-08"), Met: risk.MustParseDate("2021-03-10"), Late: 2}
	open := grievance.Due{On: risk.MustParseDate("2021-03-08"), Late: 2}
	fmt.Println(met.Overdue(), open.Overdue())
	// Output: false true
}

func ExampleState_WatchedUntil() {
	m := grievancetest.Mechanism()
	c := grievancetest.Case(1)
	grievancetest.Log(&c, grievance.Withdraw) // on 4 March 2021
	s, _ := c.StateAt(risk.Date{})
	fmt.Println(s.WatchedUntil(&m))
	// Output: 2021-09-04
}

func ExampleCalendar_Business() {
	cal := grievance.Calendar{Weekend: []grievance.Weekday{grievance.Friday, grievance.Saturday}}
	fmt.Println(cal.Business(risk.MustParseDate("2021-03-05")), cal.Business(risk.MustParseDate("2021-03-07")))
	// Output: false true
}

func ExampleFinding_CallsForRemedy() {
	fmt.Println(grievance.PartSubstantiated.CallsForRemedy(), grievance.Inconclusive.CallsForRemedy())
	// Output: true false
}

func ExampleRemedy_Check() {
	r := grievance.Remedy{ID: grievancetest.ID(5), Form: grievance.Apology}
	fmt.Println(r.Check())
	r.People = risk.CountOf(12)
	fmt.Println(r.Check())
	// Output:
	// remedy 00000000-0000-7005-8000-000000000005: it goes to nobody; state the groups or the number of people, at least 1
	// <nil>
}

// Three contribute to fees that are paid back; nothing is lost to rounding.
func ExampleRemedy_Split() {
	r := grievance.Remedy{
		ID: grievancetest.ID(5), Form: grievance.FinancialCompensation, Measure: grievance.FeeReimbursement,
		People: risk.CountOf(40), Amount: risk.Money{Minor: 100_000, Currency: "USD"},
		Shares: []grievance.Contribution{
			{By: grievancetest.ID(20), BasisPoints: 3333}, {By: grievancetest.ID(21), BasisPoints: 3333}, {By: grievancetest.ID(22), BasisPoints: 3334},
		},
	}
	fmt.Println(r.Split())
	// Output: [333.30 USD 333.30 USD 333.40 USD]
}

func ExampleCriterion_AppliesTo() {
	fmt.Println(grievance.Dialogue.AppliesTo(grievance.OperationalLevel), grievance.Dialogue.AppliesTo(grievance.Industry))
	// Output: yes no
}

func ExampleCriterion_Citation() {
	fmt.Println(grievance.RightsCompatible.Citation())
	// Output: UNGP:31(f)
}

func ExampleCriterionLevel_Number() {
	fmt.Println(grievance.EffectiveForUsers.Number())
	fmt.Println(grievance.LevelUnknown.Number())
	// Output:
	// 3 true
	// 0 false
}

func ExampleMechanismKind_OperationalLevel() {
	fmt.Println(grievance.SupplierLevel.OperationalLevel(), grievance.MultiStakeholder.OperationalLevel())
	// Output: true false
}

func ExampleMechanismKind_StateBased() {
	fmt.Println(grievance.NationalContactPoint.StateBased(), grievance.Industry.StateBased())
	// Output: true false
}

func ExampleMechanism_Implied() {
	m := grievance.Mechanism{Channels: []grievance.Channel{grievance.SuggestionBox}, FreeOfCharge: risk.Yes}
	for _, r := range m.Implied() {
		fmt.Println(r.Indicator, r.Answer)
	}
	// Output:
	// several-channels no
	// free-of-charge yes
}

func ExampleUnknownCaseError() {
	r := grievance.NewRegister(risk.MustParseDate("2021-12-31"), nil)
	c := grievancetest.Case(1)
	f := r.Fold(func(yield func(grievance.Event) bool) { yield(c.Events[0]) })
	var unknown *grievance.UnknownCaseError
	fmt.Println(errors.As(f.Refused[0].Err, &unknown), unknown.Case == c.ID, unknown.Case == uuid.Nil)
	// Output: true true false
}
