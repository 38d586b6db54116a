package supplier

import (
	"errors"
	"maps"
	"reflect"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
)

func TestTheTableOfCorrectiveActionsHasNoDefect(t *testing.T) {
	if err := correctiveTable.Check(); err != nil {
		t.Fatal(err)
	}
	if int(CorrectiveWithdrawn)+1 != len(correctiveStateText.Names) || int(WithdrawAction)+1 != len(correctiveEventKindText.Names) {
		t.Fatal("the table does not know all states and events")
	}
}

// correctiveEvent makes an event with its kind's needed fields.
func correctiveEvent(n byte, k CorrectiveEventKind, on string) CorrectiveEvent {
	e := CorrectiveEvent{ID: uuid.UUID{15: n}, Kind: k, On: risk.MustParseDate(on)}
	switch k {
	case SendBackPlan, FailVerifying, WithdrawAction:
		e.Reason = "said why"
	case VerifyDone:
		e.Evidence = []risk.Evidence{{Kind: risk.Observation}}
	case ExtendDue:
		e.Due = risk.MustParseDate("2021-12-31")
	case HandOver:
		e.Owner = "site manager"
	}
	return e
}

func TestACorrectiveActionFromRequestToVerifiedClosure(t *testing.T) {
	var c CorrectiveAction
	today := risk.MustParseDate("2022-01-31")
	request := correctiveEvent(1, RequestPlan, "2021-03-01")
	request.Due, request.Owner = risk.MustParseDate("2021-04-30"), "plant director"
	err := c.Append(0, today, request,
		correctiveEvent(2, ContainHarm, "2021-03-02"),
		correctiveEvent(3, HandInPlan, "2021-03-10"),
		correctiveEvent(4, SendBackPlan, "2021-03-12"),
		correctiveEvent(5, HandInPlan, "2021-03-20"),
		correctiveEvent(6, AgreePlan, "2021-03-25"),
		correctiveEvent(7, HandOver, "2021-04-01"),
		correctiveEvent(8, StartWork, "2021-04-02"),
		correctiveEvent(9, ReportDone, "2021-06-01"),
		correctiveEvent(10, FailVerifying, "2021-07-01"),
		correctiveEvent(11, ExtendDue, "2021-07-02"),
		correctiveEvent(12, ReportDone, "2021-11-01"),
		correctiveEvent(13, VerifyDone, "2022-01-15"),
	)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []struct {
		asOf    string
		state   CorrectiveState
		since   string
		overdue risk.Answer
		owner   string
	}{
		{"2021-02-28", CorrectiveNotStated, "", risk.Unknown, ""},
		{"2021-03-01", CorrectiveRequested, "2021-03-01", risk.No, "plant director"},
		{"2021-03-15", CorrectiveRequested, "2021-03-12", risk.No, "plant director"},
		{"2021-05-01", CorrectiveInProgress, "2021-04-02", risk.Yes, "site manager"},
		{"2021-06-30", CorrectiveReported, "2021-06-01", risk.Yes, "site manager"},
		{"2021-07-02", CorrectiveInProgress, "2021-07-01", risk.No, "site manager"},
		{"2022-01-14", CorrectiveReported, "2021-11-01", risk.Yes, "site manager"},
		{"2022-01-15", CorrectiveVerified, "2022-01-15", risk.No, "site manager"},
	} {
		s, err := c.StatusAt(risk.MustParseDate(w.asOf))
		since := ""
		if !s.Since.IsZero() {
			since = s.Since.String()
		}
		if err != nil || s.State != w.state || since != w.since || s.Overdue != w.overdue || s.Owner != w.owner {
			t.Errorf("%s: %+v, %v; want %+v", w.asOf, s, err, w)
		}
	}
	err = c.Append(3, today, correctiveEvent(13, VerifyDone, "2022-01-15"))
	if err != nil || len(c.Events) != 13 {
		t.Errorf("written twice: %d events, %v", len(c.Events), err)
	}
}

func TestAnEventSaysWhatItsKindNeeds(t *testing.T) {
	before := map[CorrectiveEventKind][]CorrectiveEventKind{
		SendBackPlan:   {HandInPlan},
		FailVerifying:  {HandInPlan, StartWork, ReportDone},
		VerifyDone:     {HandInPlan, StartWork, ReportDone},
		WithdrawAction: {HandInPlan},
		ExtendDue:      {HandInPlan},
		HandOver:       {HandInPlan},
	}
	for kind, events := range before {
		var c CorrectiveAction
		for i, k := range events {
			if err := c.Append(i, risk.Date{}, correctiveEvent(byte(i+1), k, "2021-03-01")); err != nil {
				t.Fatal(err)
			}
		}
		bare := CorrectiveEvent{ID: uuid.UUID{15: 99}, Kind: kind, On: risk.MustParseDate("2021-03-02")}
		var missing *MissingFieldError
		if err := c.Append(AnyVersion, risk.Date{}, bare); !errors.As(err, &missing) || missing.Kind != kind {
			t.Errorf("%s: %v", kind, err)
		}
		if err := c.Append(AnyVersion, risk.Date{}, correctiveEvent(99, kind, "2021-03-02")); err != nil {
			t.Errorf("%s with its field: %v", kind, err)
		}
	}
}

func TestNobodyVerifiesWhatIsNotReported(t *testing.T) {
	var c CorrectiveAction
	err := c.Append(0, risk.Date{}, correctiveEvent(1, HandInPlan, "2021-03-01"), correctiveEvent(2, VerifyDone, "2021-03-02"))
	var refused *TransitionError
	if !errors.As(err, &refused) || refused.Index != 1 || refused.State != "planned" {
		t.Errorf("got %v", err)
	}
}

func TestAFindingIsClosedOnceAllItsActionsAreVerified(t *testing.T) {
	action := func(finding byte, kinds ...CorrectiveEventKind) CorrectiveAction {
		c := CorrectiveAction{Findings: []uuid.UUID{{15: finding}}}
		for i, k := range kinds {
			day := risk.MustParseDate("2021-03-01").AddDays(i)
			c.Events = append(c.Events, correctiveEvent(byte(i+1), k, day.String()))
		}
		return c
	}
	done := []CorrectiveEventKind{HandInPlan, StartWork, ReportDone, VerifyDone} // on 4 March
	later := []CorrectiveEventKind{HandInPlan, AgreePlan, StartWork, ReportDone, VerifyDone}
	actions := []CorrectiveAction{
		action(1, done...), action(1, later...), action(1, HandInPlan, WithdrawAction),
		action(2, done...), action(2, HandInPlan),
		action(3, HandInPlan, WithdrawAction),
		action(4, VerifyDone), // breaks the table
	}
	for asOf, want := range map[string]map[uuid.UUID]risk.Date{
		"2021-03-04": {},
		"2021-03-05": {{15: 1}: risk.MustParseDate("2021-03-05")},
	} {
		if got := ClosedFindings(slices.Values(actions), risk.MustParseDate(asOf)); !maps.Equal(got, want) {
			t.Errorf("%s: %v, want %v", asOf, got, want)
		}
	}
}

func TestTheSeverityOfAFindingLeadsToNoLevelOfTheGuidingPrinciples(t *testing.T) {
	levels := []reflect.Type{reflect.TypeFor[risk.Level](), reflect.TypeFor[risk.Rating](), reflect.TypeFor[risk.Range](), reflect.TypeFor[risk.Likelihood]()}
	for _, of := range []reflect.Type{reflect.TypeFor[FindingSeverity](), reflect.TypeFor[*AuditFinding](), reflect.TypeFor[*Audit](), reflect.TypeFor[BSCIGrade](), reflect.TypeFor[Recognition](), reflect.TypeFor[Certification]()} {
		for m := range of.Methods() {
			for i := range m.Type.NumOut() {
				if slices.Contains(levels, m.Type.Out(i)) {
					t.Errorf("%s.%s returns a %s", of, m.Name, m.Type.Out(i))
				}
			}
		}
	}
}

func TestTheWindowsOfASchemeSpeakOfItsSeverities(t *testing.T) {
	for _, s := range schemes {
		for _, w := range s.Windows {
			if w.Severity != SeverityNotStated && !slices.Contains(s.Severities, w.Severity) {
				t.Errorf("%s has a window for %s and no such finding", s.ID, w.Severity)
			}
		}
	}
}

// People are taken out of danger before anybody asks for a plan.
func TestHarmIsContainedBeforeAPlanIsAskedFor(t *testing.T) {
	var c CorrectiveAction
	err := c.Append(AnyVersion, risk.Date{},
		correctiveEvent(1, ContainHarm, "2021-03-01"), correctiveEvent(2, RequestPlan, "2021-03-04"), correctiveEvent(3, HandInPlan, "2021-03-08"))
	if err != nil {
		t.Fatal(err)
	}
	for on, want := range map[string]CorrectiveState{"2021-03-01": CorrectiveNotStated, "2021-03-04": CorrectiveRequested, "2021-03-08": CorrectivePlanned} {
		if s, err := c.StatusAt(risk.MustParseDate(on)); err != nil || s.State != want || !s.Contained {
			t.Errorf("%s: %+v, %v; want %s", on, s, err, want)
		}
	}
}

// A finding stays open while nobody says when one of its actions was verified.
func TestAVerificationWithoutADateKeepsAFindingOpen(t *testing.T) {
	done := func(n byte, on risk.Date) CorrectiveAction {
		c := CorrectiveAction{ID: uuid.UUID{15: n}, Findings: []uuid.UUID{{15: 99}}}
		for i, k := range []CorrectiveEventKind{HandInPlan, StartWork, ReportDone, VerifyDone} {
			e := correctiveEvent(10*n+byte(i), k, "2021-03-01")
			e.On = on
			c.Events = append(c.Events, e)
		}
		return c
	}
	dated, undated := done(1, risk.MustParseDate("2021-03-01")), done(2, risk.Date{})
	for name, c := range map[string]struct {
		actions []CorrectiveAction
		closed  bool
	}{
		"dated":          {[]CorrectiveAction{dated}, true},
		"undated":        {[]CorrectiveAction{undated}, false},
		"dated, undated": {[]CorrectiveAction{dated, undated}, false},
		"undated, dated": {[]CorrectiveAction{undated, dated}, false},
	} {
		for _, asOf := range []risk.Date{{}, risk.MustParseDate("2021-12-31")} {
			if _, closed := ClosedFindings(slices.Values(c.actions), asOf)[uuid.UUID{15: 99}]; closed != c.closed {
				t.Errorf("%s, as of %v: closed %v, want %v", name, asOf, closed, c.closed)
			}
		}
	}
}
