package grievance_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

// Bad faith is shown and not presumed, and whoever is not heard is told.
func ExampleNotice() {
	c := grievancetest.Case(1)
	reject := grievancetest.Event(&c, 2, grievance.Reject, "2021-03-05", func(e *grievance.Event) {
		e.Reason, e.Notice = grievance.BadFaith, grievance.Posted
	})
	err := c.Append(2, risk.Date{}, reject)
	var lacks *grievance.GuardError
	fmt.Println(errors.As(err, &lacks), lacks.Missing)
	// Output: true bad-faith-evidence
}

// A withdrawal is checked for coercion; one that was not free raises the case.
func ExampleWithdrawal() {
	for _, w := range []grievance.Withdrawal{grievance.Freely, grievance.UnderPressure, grievance.CouldNotAsk} {
		c := grievancetest.Case(1)
		e := grievancetest.Event(&c, 2, grievance.Withdraw, "2021-03-05", func(e *grievance.Event) { e.Withdrawal = w })
		if err := c.Append(2, risk.Date{}, e); err != nil {
			fmt.Println(err)
		}
		s, _ := c.StateAt(risk.Date{})
		fmt.Println(w, s.Outcome(), s.Raised())
	}
	// Output:
	// freely withdrawn-freely false
	// under-pressure withdrawn-not-free true
	// could-not-ask withdrawn-not-free true
}

// Retaliation opens a case of its own that points back.
func ExampleRetaliationForm() {
	c := grievancetest.Case(1)
	child := grievancetest.Case(2, func(k *grievance.Case) { k.Kind, k.Parent = grievance.RetaliationCase, c.ID })
	report := grievancetest.Event(&c, 2, grievance.ReportRetaliation, "2021-03-05", func(e *grievance.Event) {
		e.Retaliation, e.Child = grievance.Eviction, child.ID
	})
	fmt.Println(c.Append(2, risk.Date{}, report), report.Retaliation, child.Kind)
	// Output: <nil> eviction retaliation
}

func ExampleEventReason() {
	c := grievancetest.Case(1)
	err := c.Append(2, risk.Date{}, grievancetest.Event(&c, 2, grievance.Admit, "2021-01-05"))
	var refused *grievance.EventError
	if errors.As(err, &refused) {
		var why grievance.EventReason = refused.Reason
		fmt.Println(why == grievance.OutOfOrder, why == grievance.NoID)
	}
	// Output: true false
}

func ExampleRemedyDefect() {
	r := grievancetest.Remedy(1, func(r *grievance.Remedy) { r.Amount.Minor = -100 })
	var unsound *grievance.RemedyError
	fmt.Println(errors.As(r.Check(), &unsound), unsound.Defect, unsound.Found)
	// Output: true negative-amount -100
}

// A concern is for a person to look at and refuses nothing.
func ExampleConcernKind() {
	c := grievancetest.Case(1)
	e := grievancetest.Event(&c, 2, grievance.RecordRoutes, "2021-03-05", func(e *grievance.Event) { e.Routes = risk.No })
	fmt.Println(c.Append(2, risk.Date{}, e))
	s, _ := c.StateAt(risk.Date{})
	fmt.Println(s.Concerns()[0].Kind == grievance.OtherRoutesBlocked)
	// Output:
	// <nil>
	// true
}

// Users put a mechanism lower than its assessor; what they say stands.
func ExampleLevelReason() {
	a := grievance.MechanismAssessment{Criteria: []grievance.CriterionAssessment{{
		Criterion: grievance.Legitimate, Level: grievance.EffectiveForUsers,
		UsersView: grievance.UsersView{Level: grievance.FormalOnly, Asked: risk.CountOf(200), Answered: risk.CountOf(140)},
	}}}
	r := a.Profile(grievance.OperationalLevel).Criteria[0]
	fmt.Println(r.Level, r.Lowered == grievance.UsersSayOtherwise)
	// Output: formal-only true
}

// A host asks for indicators of its own beside those of the library.
func ExampleIndicatorID() {
	own := grievance.IndicatorID("acme-night-shift")
	_, known := grievance.IndicatorByID(own)
	fmt.Println(own, known)
	// Output: acme-night-shift false
}

func ExampleGroupCoverage() {
	m := grievancetest.Mechanism(func(m *grievance.Mechanism) {
		m.Users, m.Groups = []grievance.User{grievance.Communities}, []risk.GroupID{"local-communities"}
	})
	c := grievance.Cover([]grievance.Mechanism{m}, func(yield func(grievance.Place) bool) {
		yield(grievance.Place{Site: grievancetest.ID(10), Groups: []risk.GroupID{"local-communities", "migrant-workers-international"}})
	}, risk.Date{})
	for _, g := range c.Groups {
		fmt.Println(g.Group, "sites with access", g.With, "without", g.Without)
	}
	// Output:
	// local-communities sites with access 1 without 0
	// migrant-workers-international sites with access 0 without 1
}

func ExampleSignalKind() {
	s := grievance.Signal{Kind: grievance.SilenceAgainstPeers, Dimension: grievance.BySite, Past: 40, Expected: 7.5}
	fmt.Println(s.Kind, "by", s.Dimension)
	// Output: silence-against-peers by site
}

func ExampleSuggestionKind() {
	out, err := json.Marshal(grievance.Suggestion{Kind: grievance.LookAtSilence, Right: "privacy"})
	fmt.Println(string(out), err)
	// Output: {"kind":"look-at-silence","right":"privacy"} <nil>
}

func ExamplePublishRefusal() {
	_, err := exampleRegister().Publish(grievance.Suppression{Threshold: 1})
	var refused *grievance.PublishError
	fmt.Println(errors.As(err, &refused), refused.Refusal == grievance.ThresholdTooLow)
	// Output: true true
}

// What is not a text is refused and not quoted.
func ExampleErrNotText() {
	var who grievance.Identity
	err := json.Unmarshal([]byte(`{"contact": 5550100}`), &who)
	fmt.Println(errors.Is(err, grievance.ErrNotText))
	fmt.Println(err)
	// Output:
	// true
	// grievance: a secret is a text; what was found is not shown
}

func ExampleErrColumn() {
	_, err := grievance.Seal("a name").Value()
	fmt.Println(errors.Is(err, grievance.ErrColumn))
	// Output: true
}
