package grievance_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

// from says by which events a case comes to each stage.
var from = map[grievance.Stage][]grievance.EventKind{
	grievance.Received:        {grievance.Receive},
	grievance.Acknowledged:    {grievance.Receive, grievance.Acknowledge},
	grievance.Screening:       {grievance.Receive, grievance.Acknowledge, grievance.Screen},
	grievance.Admitted:        {grievance.Receive, grievance.Acknowledge, grievance.Admit},
	grievance.Assessment:      {grievance.Receive, grievance.Acknowledge, grievance.Screen, grievance.Admit, grievance.Assess},
	grievance.InDialogue:      {grievance.Receive, grievance.Acknowledge, grievance.Screen, grievance.Admit, grievance.OpenDialogue},
	grievance.Investigation:   {grievance.Receive, grievance.Acknowledge, grievance.Screen, grievance.Admit, grievance.Investigate},
	grievance.Findings:        {grievance.Receive, grievance.Acknowledge, grievance.Screen, grievance.Admit, grievance.Investigate, grievance.Find},
	grievance.RemedyProposed:  {grievance.Receive, grievance.Acknowledge, grievance.Screen, grievance.Admit, grievance.ProposeRemedy},
	grievance.RemedyAgreed:    {grievance.Receive, grievance.Acknowledge, grievance.Screen, grievance.Admit, grievance.ProposeRemedy, grievance.AgreeRemedy},
	grievance.RemedyDelivered: {grievance.Receive, grievance.Acknowledge, grievance.Screen, grievance.Admit, grievance.ProposeRemedy, grievance.AgreeRemedy, grievance.DeliverRemedy},
	grievance.Verified: {grievance.Receive, grievance.Acknowledge, grievance.Screen, grievance.Admit, grievance.ProposeRemedy, grievance.AgreeRemedy,
		grievance.DeliverRemedy, grievance.Verify},
	grievance.Closed: {grievance.Receive, grievance.Acknowledge, grievance.Screen, grievance.Admit, grievance.ProposeRemedy, grievance.AgreeRemedy,
		grievance.DeliverRemedy, grievance.Verify, grievance.Close},
	grievance.Rejected:  {grievance.Receive, grievance.Acknowledge, grievance.Reject},
	grievance.Referred:  {grievance.Receive, grievance.Acknowledge, grievance.Refer},
	grievance.Withdrawn: {grievance.Receive, grievance.Withdraw},
	grievance.Appealed:  {grievance.Receive, grievance.Acknowledge, grievance.Reject, grievance.Appeal},
}

// at returns a case that stands at a stage.
func at(stage grievance.Stage) *grievance.Case {
	c := grievancetest.Case(1, func(c *grievance.Case) { c.Events = nil })
	grievancetest.Log(&c, from[stage]...)
	return &c
}

// next returns the event of a kind that a case could get next, complete.
func next(c *grievance.Case, kind grievance.EventKind, change ...func(*grievance.Event)) grievance.Event {
	e := grievancetest.Event(c, len(c.Events), kind, c.Events[len(c.Events)-1].On.AddDays(1).String(), change...)
	return e
}

func TestEveryStageIsReachedAndNoneIsADeadEnd(t *testing.T) {
	leads := map[grievance.Stage][]grievance.Stage{}
	for tr := range grievance.Transitions() {
		leads[tr.From] = append(leads[tr.From], tr.To)
	}
	reaches := func(start grievance.Stage) map[grievance.Stage]bool {
		seen, queue := map[grievance.Stage]bool{start: true}, []grievance.Stage{start}
		for len(queue) > 0 {
			for _, s := range leads[queue[0]] {
				if !seen[s] {
					seen[s], queue = true, append(queue, s)
				}
			}
			queue = queue[1:]
		}
		return seen
	}
	all := reaches(grievance.StageNotStated)
	for s := grievance.Received; s.Valid(); s++ {
		if !all[s] {
			t.Errorf("%s cannot be reached", s)
		}
		ends := false
		for e := range reaches(s) {
			ends = ends || e.Ended()
		}
		if !ends {
			t.Errorf("%s leads to no end", s)
		}
		if got, err := at(s).StateAt(risk.Date{}); err != nil || got.Stage != s {
			t.Errorf("the way to %s leads to %s, %v", s, got.Stage, err)
		}
	}
}

func TestACaseCanBeWithdrawnAndOnceAcknowledgedReferredUntilItEnds(t *testing.T) {
	for s := grievance.Received; s.Valid(); s++ {
		for _, kind := range []grievance.EventKind{grievance.Withdraw, grievance.Refer} {
			c := at(s)
			e := next(c, kind)
			grievancetest.Complete(&e)
			err := c.Append(len(c.Events), risk.Date{}, e)
			if (s.Ended() || s == grievance.Received && kind == grievance.Refer) != (err != nil) {
				t.Errorf("%s at %s: %v", kind, s, err)
			}
		}
	}
}

func TestEveryDecisionCanBeAppealed(t *testing.T) {
	for _, s := range []grievance.Stage{grievance.Admitted, grievance.Rejected, grievance.Referred, grievance.Findings,
		grievance.RemedyProposed, grievance.RemedyAgreed, grievance.RemedyDelivered, grievance.Verified, grievance.Closed} {
		c := at(s)
		if err := c.Append(len(c.Events), risk.Date{}, next(c, grievance.Appeal)); err != nil {
			t.Errorf("at %s: %v", s, err)
		}
	}
}

func TestNothingStandsInTheWayOfAReportOfRetaliation(t *testing.T) {
	for s := grievance.Received; s.Valid(); s++ {
		c := at(s)
		// Not even the form is asked for.
		if err := c.Append(len(c.Events), risk.Date{}, next(c, grievance.ReportRetaliation)); err != nil {
			t.Errorf("at %s: %v", s, err)
		}
		got, err := c.StateAt(risk.Date{})
		if err != nil || !got.Raised() || got.Stage != s {
			t.Errorf("at %s: the case is not raised: %+v, %v", s, got, err)
		}
		e := next(c, grievance.Protect)
		if err := c.Append(len(c.Events), risk.Date{}, e); err != nil {
			t.Errorf("protection at %s: %v", s, err)
		}
	}
}

func TestACaseIsRaisedByRiskOrPressureToo(t *testing.T) {
	for _, c := range []struct {
		name  string
		event grievance.Event
		want  bool
	}{
		{"low risk", grievance.Event{Kind: grievance.AssessRetaliationRisk, Risk: 3}, false},
		{"high risk", grievance.Event{Kind: grievance.AssessRetaliationRisk, Risk: 4}, true},
		{"withdrawn freely", grievance.Event{Kind: grievance.Withdraw, Withdrawal: grievance.Freely}, false},
		{"withdrawn under pressure", grievance.Event{Kind: grievance.Withdraw, Withdrawal: grievance.UnderPressure}, true},
		{"withdrawn, nobody could ask", grievance.Event{Kind: grievance.Withdraw, Withdrawal: grievance.CouldNotAsk}, true},
	} {
		k := at(grievance.Admitted)
		c.event.ID, c.event.Case, c.event.On = grievancetest.ID(9), k.ID, risk.MustParseDate("2021-12-01")
		if err := k.Append(grievance.AnyVersion, risk.Date{}, c.event); err != nil {
			t.Fatal(c.name, err)
		}
		if s, _ := k.StateAt(risk.Date{}); s.Raised() != c.want {
			t.Errorf("%s: raised is %v", c.name, s.Raised())
		}
	}
}

func TestAReportOfRetaliationIsSetAsideOnEvidenceOnlyAndComesBackWithTheNext(t *testing.T) {
	c := at(grievance.Closed)
	grievancetest.Log(c, grievance.ReportRetaliation)
	bare := next(c, grievance.DismissRetaliation)
	wantMissing(t, c, bare, grievance.DismissalEvidence)
	grievancetest.Log(c, grievance.DismissRetaliation)
	if s, _ := c.StateAt(risk.Date{}); s.Raised() || s.Retaliation != grievance.NotConfirmed {
		t.Errorf("%s, raised %v", s.Retaliation, s.Raised())
	}
	grievancetest.Log(c, grievance.ReportRetaliation)
	if s, _ := c.StateAt(risk.Date{}); !s.Raised() {
		t.Error("a second report does not raise the case")
	}
}

func TestAReportThatIsNotShownTakesNothingAwayFromAnother(t *testing.T) {
	type k = grievance.EventKind
	report, confirm, dismiss := grievance.ReportRetaliation, grievance.ConfirmRetaliation, grievance.DismissRetaliation
	for _, c := range []struct {
		events []k
		want   grievance.Retaliation
		open   int
		raised bool
	}{
		{nil, grievance.NoReport, 0, false},
		{[]k{report}, grievance.Reported, 1, true},
		{[]k{report, report}, grievance.Reported, 2, true},
		{[]k{report, report, dismiss}, grievance.Reported, 1, true},
		{[]k{report, report, dismiss, dismiss}, grievance.NotConfirmed, 0, false},
		{[]k{report, confirm}, grievance.Confirmed, 0, true},
		{[]k{report, confirm, report}, grievance.Confirmed, 1, true},
		{[]k{report, confirm, report, dismiss}, grievance.Confirmed, 0, true},
		{[]k{report, dismiss, report, confirm}, grievance.Confirmed, 0, true},
		{[]k{confirm}, grievance.Confirmed, 0, true}, // found without a report
	} {
		for _, stage := range []grievance.Stage{grievance.Investigation, grievance.Closed} {
			k := at(stage)
			grievancetest.Log(k, c.events...)
			s, err := k.StateAt(risk.Date{})
			if err != nil {
				t.Fatal(err)
			}
			if s.Retaliation != c.want || s.OpenReports != c.open || s.Raised() != c.raised {
				t.Errorf("%v at %s: %s, %d open, raised %v", c.events, stage, s.Retaliation, s.OpenReports, s.Raised())
			}
			after := slices.ContainsFunc(s.Concerns(), func(c grievance.Concern) bool { return c.Kind == grievance.RetaliationAfterEnd })
			if after != (stage == grievance.Closed && c.open > 0) {
				t.Errorf("%v at %s: concern %v", c.events, stage, after)
			}
		}
	}
	never := at(grievance.Admitted)
	e := next(never, dismiss)
	grievancetest.Complete(&e)
	wantMissing(t, never, e, grievance.RetaliationReport)
}

func TestACaseAboutRetaliationIsRaisedUntilItEnds(t *testing.T) {
	for s := grievance.Received; s.Valid(); s++ {
		c := at(s)
		c.Kind = grievance.RetaliationCase
		got, err := c.StateAt(risk.Date{})
		if err != nil || got.Raised() == s.Ended() {
			t.Errorf("at %s: raised is %v, %v", s, got.Raised(), err)
		}
		r := grievance.NewRegister(risk.Date{}, nil)
		if _, err := r.Open(c); err != nil {
			t.Fatal(err)
		}
		if of, _ := r.State(c.ID); of.Raised() == s.Ended() {
			t.Errorf("at %s: raised in the register is %v", s, of.Raised())
		}
	}
}

func TestAnAgreedRemedyIsNotLostByOfferingItAnew(t *testing.T) {
	c := at(grievance.RemedyAgreed)
	less := next(c, grievance.ProposeRemedy, func(e *grievance.Event) {
		e.Remedies = []grievance.Remedy{
			grievancetest.Remedy(1, func(r *grievance.Remedy) { r.Amount.Minor = 1 }),
			grievancetest.Remedy(2),
		}
	})
	if err := c.Append(grievance.AnyVersion, risk.Date{}, less); err != nil {
		t.Fatal(err)
	}
	second := []uuid.UUID{grievancetest.Remedy(2).ID}
	for _, kind := range []grievance.EventKind{grievance.AgreeRemedy, grievance.DeliverRemedy, grievance.Verify} {
		e := next(c, kind, func(e *grievance.Event) { e.RemedyIDs = second })
		grievancetest.Complete(&e)
		if err := c.Append(grievance.AnyVersion, risk.Date{}, e); err != nil {
			t.Fatal(err)
		}
	}
	wantMissing(t, c, next(c, grievance.Close), grievance.EvidenceOfRemedy)
	s, _ := c.StateAt(risk.Date{})
	if r := s.Remedy(); !r.Due || r.Delivered || r.Confirmed {
		t.Errorf("one of two agreed remedies was delivered: %+v", r)
	}
	// The person may still agree to the new offer.
	first := []uuid.UUID{grievancetest.Remedy(1).ID}
	again := next(c, grievance.ProposeRemedy, func(e *grievance.Event) { e.Remedies = less.Remedies[:1] })
	if err := c.Append(grievance.AnyVersion, risk.Date{}, again); err != nil {
		t.Fatal(err)
	}
	for _, kind := range []grievance.EventKind{grievance.AgreeRemedy, grievance.DeliverRemedy, grievance.Verify} {
		e := next(c, kind, func(e *grievance.Event) { e.RemedyIDs = first })
		grievancetest.Complete(&e)
		if err := c.Append(grievance.AnyVersion, risk.Date{}, e); err != nil {
			t.Fatal(err)
		}
	}
	grievancetest.Log(c, grievance.Close)
}

func TestAfterAnAppealACaseGoesOnFromWhereItWas(t *testing.T) {
	for stage, onward := range map[grievance.Stage]grievance.EventKind{
		grievance.RemedyProposed: grievance.AgreeRemedy, grievance.RemedyAgreed: grievance.DeliverRemedy,
		grievance.RemedyDelivered: grievance.Verify, grievance.Verified: grievance.Close,
	} {
		c := at(stage)
		grievancetest.Log(c, grievance.Appeal, onward)
	}
	for stage, onward := range map[grievance.Stage]grievance.EventKind{
		grievance.RemedyProposed: grievance.DeliverRemedy, grievance.RemedyAgreed: grievance.Verify, grievance.Rejected: grievance.AgreeRemedy,
	} {
		c := at(stage)
		grievancetest.Log(c, grievance.Appeal)
		e := next(c, onward)
		grievancetest.Complete(&e)
		wantMissing(t, c, e, grievance.AgreedRemedy)
	}
}

func TestValuesThatAreNoneOfAnEnumerationCountAsMissing(t *testing.T) {
	for _, c := range []struct {
		at    grievance.Stage
		kind  grievance.EventKind
		event func(*grievance.Event)
		want  grievance.Missing
	}{
		{grievance.Screening, grievance.Reject, func(e *grievance.Event) { e.Reason, e.Notice = 99, grievance.Told }, grievance.RejectionReason},
		{grievance.Screening, grievance.Reject, func(e *grievance.Event) { e.Reason, e.Notice = grievance.OutOfScope, 99 }, grievance.RejectionNotice},
		{grievance.Acknowledged, grievance.Refer, func(e *grievance.Event) { e.Target = 99 }, grievance.ReferralTarget},
		{grievance.Investigation, grievance.Find, func(e *grievance.Event) { e.Finding = 99 }, grievance.FindingResult},
		{grievance.Admitted, grievance.Withdraw, func(e *grievance.Event) { e.Withdrawal = 99 }, grievance.CoercionCheck},
		{grievance.RemedyDelivered, grievance.Verify, func(e *grievance.Event) { e.View = 99 }, grievance.PersonsView},
		{grievance.InDialogue, grievance.Close, func(e *grievance.Event) { e.View = 99 }, grievance.PersonsView},
		{grievance.Admitted, grievance.GiveConsent, func(e *grievance.Event) { e.Party = 99 }, grievance.ConsentParty},
		{grievance.Admitted, grievance.RecordRoutes, func(e *grievance.Event) { e.Routes = 99 }, grievance.RoutesAnswer},
		{grievance.Admitted, grievance.AssessRetaliationRisk, func(e *grievance.Event) { e.Risk = 99 }, grievance.RiskLevel},
	} {
		k := at(c.at)
		wantMissing(t, k, next(k, c.kind, c.event), c.want)
	}
}

// wantMissing checks that an event is refused for what it lacks, and that nothing
// of the case changes.
func wantMissing(t *testing.T, c *grievance.Case, e grievance.Event, want grievance.Missing) {
	t.Helper()
	before := slices.Clone(c.Events)
	err := c.Append(len(c.Events), risk.Date{}, e)
	var refused *grievance.GuardError
	if !errors.As(err, &refused) || refused.Missing != want {
		t.Errorf("%s: got %v, want that it lacks %s", e.Kind, err, want)
		return
	}
	if !strings.Contains(err.Error(), ": ") || strings.Contains(err.Error(), "complete the event") {
		t.Errorf("%s: the error gives no advice: %v", e.Kind, err)
	}
	if !reflect.DeepEqual(before, c.Events) {
		t.Errorf("%s: the refused event changed the case", e.Kind)
	}
}

func TestEventsThatLackWhatTheyNeedAreRefused(t *testing.T) {
	type change = func(*grievance.Event)
	for _, c := range []struct {
		at    grievance.Stage
		kind  grievance.EventKind
		event change
		want  grievance.Missing
	}{
		{grievance.Screening, grievance.Reject, func(e *grievance.Event) {}, grievance.RejectionReason},
		{grievance.Screening, grievance.Reject, func(e *grievance.Event) { e.Reason = grievance.Duplicate }, grievance.RejectionNotice},
		{grievance.Screening, grievance.Reject, func(e *grievance.Event) { e.Reason, e.Notice = grievance.BadFaith, grievance.Told }, grievance.BadFaithEvidence},
		{grievance.Acknowledged, grievance.Refer, func(e *grievance.Event) {}, grievance.ReferralTarget},
		{grievance.Investigation, grievance.Find, func(e *grievance.Event) {}, grievance.FindingResult},
		{grievance.Admitted, grievance.Withdraw, func(e *grievance.Event) {}, grievance.CoercionCheck},
		{grievance.Admitted, grievance.ProposeRemedy, func(e *grievance.Event) {}, grievance.ProposedRemedy},
		{grievance.RemedyProposed, grievance.AgreeRemedy, func(e *grievance.Event) { e.RemedyIDs = []uuid.UUID{grievancetest.ID(77)} }, grievance.KnownRemedy},
		{grievance.RemedyDelivered, grievance.Verify, func(e *grievance.Event) {}, grievance.PersonsView},
		{grievance.InDialogue, grievance.Close, func(e *grievance.Event) {}, grievance.PersonsView},
		{grievance.Admitted, grievance.GiveConsent, func(e *grievance.Event) {}, grievance.ConsentParty},
		{grievance.Admitted, grievance.RevokeConsent, func(e *grievance.Event) {}, grievance.ConsentParty},
		{grievance.Admitted, grievance.ExtendDeadline, func(e *grievance.Event) {}, grievance.ExtensionStage},
		{grievance.Admitted, grievance.ExtendDeadline, func(e *grievance.Event) { e.Stage = grievance.Findings }, grievance.ExtensionDate},
		{grievance.Admitted, grievance.ExtendDeadline, func(e *grievance.Event) { e.Stage, e.Until = grievance.Findings, e.On }, grievance.ExtensionDate},
		{grievance.Admitted, grievance.ExtendDeadline, func(e *grievance.Event) { e.Stage, e.Until = grievance.Findings, e.On.AddDays(9) }, grievance.ExtensionReason},
		{grievance.Admitted, grievance.AssessRetaliationRisk, func(e *grievance.Event) {}, grievance.RiskLevel},
		{grievance.Admitted, grievance.RecordRoutes, func(e *grievance.Event) {}, grievance.RoutesAnswer},
		{grievance.Admitted, grievance.Note, func(e *grievance.Event) { e.On = risk.YearOf(2022) }, grievance.Day},
	} {
		k := at(c.at)
		wantMissing(t, k, next(k, c.kind, c.event), c.want)
	}
}

func TestACaseInWhichHarmWasShownClosesOnEvidenceOfRemedyAndThePersonsView(t *testing.T) {
	shown := at(grievance.Findings)
	bare := next(shown, grievance.Close)
	wantMissing(t, shown, bare, grievance.EvidenceOfRemedy)

	unproven := at(grievance.RemedyAgreed)
	deliver := next(unproven, grievance.DeliverRemedy) // without evidence
	verify := next(unproven, grievance.Verify, func(e *grievance.Event) {
		e.ID, e.View = grievancetest.ID(8), grievance.Adequate
	})
	if err := unproven.Append(grievance.AnyVersion, risk.Date{}, deliver, verify); err != nil {
		t.Fatal(err)
	}
	wantMissing(t, unproven, next(unproven, grievance.Close), grievance.EvidenceOfRemedy)

	two := at(grievance.Findings)
	propose := next(two, grievance.ProposeRemedy, func(e *grievance.Event) {
		e.Remedies = []grievance.Remedy{grievancetest.Remedy(1), grievancetest.Remedy(2)}
	})
	if err := two.Append(grievance.AnyVersion, risk.Date{}, propose); err != nil {
		t.Fatal(err)
	}
	grievancetest.Log(two, grievance.AgreeRemedy)
	one := next(two, grievance.DeliverRemedy, func(e *grievance.Event) {
		e.RemedyIDs, e.Evidence = []uuid.UUID{grievancetest.Remedy(1).ID}, risk.Document
	})
	if err := two.Append(grievance.AnyVersion, risk.Date{}, one); err != nil {
		t.Fatal(err)
	}
	grievancetest.Log(two, grievance.Verify)
	wantMissing(t, two, next(two, grievance.Close), grievance.EvidenceOfRemedy)
	grievancetest.Log(two, grievance.DeliverRemedy, grievance.Verify, grievance.Close)

	for finding, closes := range map[grievance.Finding]bool{
		grievance.Substantiated: false, grievance.PartSubstantiated: false, grievance.Unsubstantiated: true, grievance.Inconclusive: true,
	} {
		c := at(grievance.Investigation)
		find := next(c, grievance.Find, func(e *grievance.Event) { e.Finding = finding })
		if err := c.Append(grievance.AnyVersion, risk.Date{}, find); err != nil {
			t.Fatal(err)
		}
		err := c.Append(grievance.AnyVersion, risk.Date{}, next(c, grievance.Close))
		if closes != (err == nil) {
			t.Errorf("%s: closing gives %v", finding, err)
		}
	}
}

func TestRemedyIsAgreedBeforeItIsDeliveredAndDeliveredBeforeItIsVerified(t *testing.T) {
	c := at(grievance.RemedyAgreed)
	late := next(c, grievance.ProposeRemedy, func(e *grievance.Event) { e.Remedies = []grievance.Remedy{grievancetest.Remedy(2)} })
	if err := c.Append(grievance.AnyVersion, risk.Date{}, late); err != nil {
		t.Fatal(err)
	}
	agreeFirst := next(c, grievance.AgreeRemedy, func(e *grievance.Event) { e.RemedyIDs = []uuid.UUID{grievancetest.Remedy(1).ID} })
	if err := c.Append(grievance.AnyVersion, risk.Date{}, agreeFirst); err != nil {
		t.Fatal(err)
	}
	wantMissing(t, c, next(c, grievance.DeliverRemedy, func(e *grievance.Event) { e.RemedyIDs = []uuid.UUID{grievancetest.Remedy(2).ID} }), grievance.AgreedRemedy)
	grievancetest.Log(c, grievance.DeliverRemedy)
	wantMissing(t, c, next(c, grievance.Verify, func(e *grievance.Event) {
		e.View, e.RemedyIDs = grievance.Adequate, []uuid.UUID{grievancetest.Remedy(2).ID}
	}), grievance.AgreedRemedy)
}

func TestBadEventsAreRefusedWithTheReasonAndNothingIsLost(t *testing.T) {
	today := risk.MustParseDate("2021-06-01")
	for _, c := range []struct {
		name string
		at   grievance.Stage
		kind grievance.EventKind
		with func(*grievance.Event)
		want any
	}{
		{"out of order", grievance.Acknowledged, grievance.Screen, func(e *grievance.Event) { e.On = risk.MustParseDate("2021-01-01") }, new(*grievance.EventError)},
		{"in the future", grievance.Acknowledged, grievance.Screen, func(e *grievance.Event) { e.On = today.AddDays(1) }, new(*grievance.EventError)},
		{"on a closed case", grievance.Closed, grievance.Investigate, func(*grievance.Event) {}, new(*grievance.TransitionError)},
		{"of an unknown case", grievance.Acknowledged, grievance.Screen, func(e *grievance.Event) { e.Case = grievancetest.ID(5) }, new(*grievance.UnknownCaseError)},
		{"without an ID", grievance.Acknowledged, grievance.Screen, func(e *grievance.Event) { e.ID = uuid.Nil }, new(*grievance.EventError)},
		{"with the ID of another", grievance.Acknowledged, grievance.Screen, func(e *grievance.Event) { e.ID = grievancetest.Event(at(grievance.Received), 0, 0, "").ID }, new(*grievance.EventError)},
		{"a remedy to nobody", grievance.Admitted, grievance.ProposeRemedy, func(e *grievance.Event) {
			e.Remedies = []grievance.Remedy{grievancetest.Remedy(1, func(r *grievance.Remedy) { r.People, r.Groups = risk.Count{}, nil })}
		}, new(*grievance.RemedyError)},
		{"a negative amount", grievance.Admitted, grievance.ProposeRemedy, func(e *grievance.Event) {
			e.Remedies = []grievance.Remedy{grievancetest.Remedy(1, func(r *grievance.Remedy) { r.Amount.Minor = -1 })}
		}, new(*grievance.RemedyError)},
	} {
		k := at(c.at)
		good := next(k, grievance.Inform)
		bad := next(k, c.kind, func(e *grievance.Event) { e.ID[15] ^= 0xff }, c.with)
		before := slices.Clone(k.Events)
		err := k.Append(len(k.Events), today, good, bad)
		if err == nil || !errors.As(err, c.want) {
			t.Errorf("%s: got %v", c.name, err)
		}
		if !reflect.DeepEqual(before, k.Events) {
			t.Errorf("%s: half of what was asked for was done", c.name)
		}
	}
}

func TestTheSameEventTwiceChangesNothingAndALostUpdateIsCaught(t *testing.T) {
	c := at(grievance.Acknowledged)
	e := next(c, grievance.Screen, func(e *grievance.Event) { e.Detail = grievance.Seal("why") })
	if err := c.Append(2, risk.Date{}, e); err != nil {
		t.Fatal(err)
	}
	again := e
	again.Detail = grievance.Seal("why")
	if err := c.Append(2, risk.Date{}, again); err != nil || len(c.Events) != 3 {
		t.Errorf("the same event again: %v, %d events", err, len(c.Events))
	}
	var stale *grievance.VersionError
	if err := c.Append(2, risk.Date{}, next(c, grievance.Admit)); !errors.As(err, &stale) || stale.Found != 3 {
		t.Errorf("a writer who has not seen the last event: %v", err)
	}
	other := e
	other.Detail = grievance.Seal("something else")
	var reused *grievance.EventError
	if err := c.Append(3, risk.Date{}, other); !errors.As(err, &reused) || reused.Reason != grievance.IDReused {
		t.Errorf("another event with the same ID: %v", err)
	}
}

func TestWhereACaseStoodOnADay(t *testing.T) {
	c := at(grievance.Findings) // one event a day from 1 March 2021
	for day, want := range map[string]grievance.Stage{
		"2021-02-28": grievance.StageNotStated, "2021-03-01": grievance.Received, "2021-03-03": grievance.Screening,
		"2021-03-05": grievance.Investigation, "2021-03": grievance.Findings, "2022": grievance.Findings, "2020": grievance.StageNotStated,
	} {
		s, err := c.StateAt(risk.MustParseDate(day))
		if err != nil || s.Stage != want {
			t.Errorf("on %s: %s, %v; want %s", day, s.Stage, err, want)
		}
	}
	s, _ := c.StateAt(risk.Date{})
	if got := s.Reached(grievance.Admitted); got != risk.MustParseDate("2021-03-04") {
		t.Errorf("admitted on %s", got)
	}
	if !s.Reached(200).IsZero() || !s.Reached(grievance.Closed).IsZero() {
		t.Error("a stage that was not reached has a date")
	}
}

func TestALogThatBreaksTheTableIsReported(t *testing.T) {
	c := at(grievance.Acknowledged)
	c.Events = append(c.Events, next(c, grievance.Verify))
	s, err := c.StateAt(risk.Date{})
	var broken *grievance.TransitionError
	if !errors.As(err, &broken) || s.Stage != grievance.Acknowledged {
		t.Errorf("%s, %v", s.Stage, err)
	}
	if !strings.Contains(fmt.Sprint(err), "screen") {
		t.Errorf("the error does not say what is possible: %v", err)
	}
}

func TestConcernsAreRaisedAndRefuseNothing(t *testing.T) {
	kinds := func(c *grievance.Case) []grievance.ConcernKind {
		s, err := c.StateAt(risk.Date{})
		if err != nil {
			t.Fatal(err)
		}
		var found []grievance.ConcernKind
		for _, x := range s.Concerns() {
			if x.Source.IsZero() {
				t.Errorf("%s cites nothing", x.Kind)
			}
			found = append(found, x.Kind)
		}
		return found
	}
	want := func(name string, c *grievance.Case, concern grievance.ConcernKind, present bool) {
		if got := kinds(c); slices.Contains(got, concern) != present {
			t.Errorf("%s: concerns %v", name, got)
		}
	}
	waiver := at(grievance.Admitted)
	e := next(waiver, grievance.ProposeRemedy, func(e *grievance.Event) {
		e.Remedies = []grievance.Remedy{grievancetest.Remedy(1, func(r *grievance.Remedy) { r.Waiver = risk.Yes })}
	})
	if err := waiver.Append(grievance.AnyVersion, risk.Date{}, e); err != nil {
		t.Fatal(err)
	}
	want("waiver", waiver, grievance.WaiverOfRights, true)
	blocked := at(grievance.Admitted)
	if err := blocked.Append(grievance.AnyVersion, risk.Date{}, next(blocked, grievance.RecordRoutes, func(e *grievance.Event) { e.Routes = risk.No })); err != nil {
		t.Fatal(err)
	}
	want("routes blocked", blocked, grievance.OtherRoutesBlocked, true)
	want("contact without rating", at(grievance.Investigation), grievance.ContactBeforeRiskRated, true)
	rated := at(grievance.Admitted)
	grievancetest.Log(rated, grievance.AssessRetaliationRisk, grievance.Investigate)
	want("contact after rating", rated, grievance.ContactBeforeRiskRated, false)
	want("referred", at(grievance.Referred), grievance.ReferredWithoutConsent, true)
	consented := at(grievance.Acknowledged)
	grievancetest.Log(consented, grievance.GiveConsent, grievance.Refer)
	want("referred with consent", consented, grievance.ReferredWithoutConsent, false)
	revoked := at(grievance.Acknowledged)
	grievancetest.Log(revoked, grievance.GiveConsent, grievance.RevokeConsent, grievance.Refer)
	want("referred after consent was taken back", revoked, grievance.ReferredWithoutConsent, true)
	reported := at(grievance.Closed)
	grievancetest.Log(reported, grievance.ReportRetaliation)
	want("retaliation after the end", reported, grievance.RetaliationAfterEnd, true)
	want("raised without protection", reported, grievance.RaisedWithoutProtection, true)
	grievancetest.Log(reported, grievance.Protect)
	want("raised with protection", reported, grievance.RaisedWithoutProtection, false)
	grievancetest.Log(reported, grievance.EndProtection)
	want("protection ended", reported, grievance.RaisedWithoutProtection, true)
}

func TestACaseComesBackFromJSONAsItWas(t *testing.T) {
	for c := range grievancetest.Cases(3, 50) {
		for i := range c.Events {
			c.Events[i].Detail = grievance.Secret{}
		}
		b, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		var back grievance.Case
		if err := json.Unmarshal(b, &back); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(c, back) {
			t.Fatalf("%s", b)
		}
	}
}
