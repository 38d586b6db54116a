package supplier_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

func date(s string) risk.Date {
	if s == "" {
		return risk.Date{}
	}
	return risk.MustParseDate(s)
}

func scheme(t *testing.T, id string) supplier.Scheme {
	t.Helper()
	s, ok := supplier.SchemeByID(id)
	if !ok {
		t.Fatalf("%s is not known", id)
	}
	return s
}

func TestDueDatesFollowTheScheme(t *testing.T) {
	audit := supplier.Audit{
		Period:   risk.Period{From: date("2021-02-01"), To: date("2021-02-03")},
		Reported: date("2021-02-20"),
	}
	for _, c := range []struct {
		name      string
		scheme    string
		finding   supplier.AuditFinding
		milestone supplier.Milestone
		want      string
		reason    supplier.DueReason
	}{
		{"RBA: people are taken out of danger at once", supplier.RBAVAP,
			supplier.AuditFinding{Severity: supplier.Priority, Found: date("2021-02-02")}, supplier.ContainmentDue, "2021-02-02", supplier.SetByScheme},
		{"RBA: a plan for a priority finding in 7 days of finding it", supplier.RBAVAP,
			supplier.AuditFinding{Severity: supplier.Priority, Found: date("2021-02-02")}, supplier.PlanDue, "2021-02-09", supplier.SetByScheme},
		{"RBA: another plan in 14 days of the report", supplier.RBAVAP,
			supplier.AuditFinding{Severity: supplier.Major}, supplier.PlanDue, "2021-03-06", supplier.SetByScheme},
		{"RBA: closure of a priority finding", supplier.RBAVAP,
			supplier.AuditFinding{Severity: supplier.Priority}, supplier.ClosureDue, "2021-03-22", supplier.SetByScheme},
		{"RBA: closure of a major finding", supplier.RBAVAP,
			supplier.AuditFinding{Severity: supplier.Major}, supplier.ClosureDue, "2021-05-21", supplier.SetByScheme},
		{"RBA: closure of a minor finding", supplier.RBAVAP,
			supplier.AuditFinding{Severity: supplier.Minor}, supplier.ClosureDue, "2021-11-17", supplier.SetByScheme},
		{"RBA: the next audit", supplier.RBAVAP,
			supplier.AuditFinding{Severity: supplier.Minor}, supplier.FollowUpDue, "2023-02-03", supplier.SetByScheme},
		{"RBA: when it was found is not stated", supplier.RBAVAP,
			supplier.AuditFinding{Severity: supplier.Priority}, supplier.PlanDue, "", supplier.StartNotStated},
		{"RBA: nothing to correct", supplier.RBAVAP,
			supplier.AuditFinding{Severity: supplier.Opportunity}, supplier.ClosureDue, "", supplier.NothingToCorrect},
		{"the auditor's date goes first", supplier.RBAVAP,
			supplier.AuditFinding{Severity: supplier.Major, Due: date("2021-04-01")}, supplier.ClosureDue, "2021-04-01", supplier.SetByAuditor},
		{"amfori: a plan in 60 days", supplier.AmforiBSCI,
			supplier.AuditFinding{Severity: supplier.Major}, supplier.PlanDue, "2021-04-04", supplier.SetByScheme},
		{"amfori: no rule for the closure", supplier.AmforiBSCI,
			supplier.AuditFinding{Severity: supplier.Major}, supplier.ClosureDue, "", supplier.NoRule},
		{"SMETA: dates are agreed", supplier.SMETA,
			supplier.AuditFinding{Severity: supplier.Critical}, supplier.ClosureDue, "", supplier.ToBeAgreed},
		{"SMETA: as agreed", supplier.SMETA,
			supplier.AuditFinding{Severity: supplier.Critical, Due: date("2021-03-01")}, supplier.ClosureDue, "2021-03-01", supplier.SetByAuditor},
		{"SMETA 7: what the site cannot close alone has no fixed date", supplier.SMETA,
			supplier.AuditFinding{Severity: supplier.Major, Closure: supplier.ByCollaboration}, supplier.ClosureDue, "", supplier.NoFixedDate},
	} {
		got := scheme(t, c.scheme).Due(&audit, &c.finding, c.milestone)
		if got.Date != date(c.want) || got.Reason != c.reason {
			t.Errorf("%s: %s, %s; want %q, %s", c.name, got.Date, got.Reason, c.want, c.reason)
		}
	}
}

func TestTheNextBSCIAuditDependsOnTheGrade(t *testing.T) {
	s := scheme(t, supplier.AmforiBSCI)
	for grade, want := range map[string]string{"A": "2023-02-03", "B": "2023-02-03", "C": "2022-02-03", "E": "2022-02-03"} {
		a := supplier.Audit{Grade: grade, Period: risk.Period{To: date("2021-02-03")}}
		if got := s.Due(&a, nil, supplier.FollowUpDue); got.Date != date(want) || !got.Window.Unverified {
			t.Errorf("%s: %s, %s; want %s", grade, got.Date, got.Reason, want)
		}
	}
	for grade, want := range map[string]supplier.DueReason{"": supplier.GradeNotStated, "ZT": supplier.NoRule} {
		a := supplier.Audit{Grade: grade, Period: risk.Period{To: date("2021-02-03")}}
		if got := s.Due(&a, nil, supplier.FollowUpDue); got.Reason != want || !got.Date.IsZero() {
			t.Errorf("%q: %s, %s; want %s", grade, got.Date, got.Reason, want)
		}
	}
}

func TestMonthsEndWithTheMonth(t *testing.T) {
	for _, c := range []struct {
		from         string
		months, days int
		want         string
	}{
		{"2021-01-31", 1, 0, "2021-02-28"},
		{"2024-02-29", 12, 0, "2025-02-28"},
		{"2024-02-29", 48, 0, "2028-02-29"},
		{"2021-10-31", 13, 0, "2022-11-30"},
		{"2021-12-31", 2, 1, "2022-03-01"},
		{"2021-03-15", 24, 0, "2023-03-15"},
		{"2021-02", 1, 0, "2021-03-28"}, // from the last day that it may have been
	} {
		s := supplier.Scheme{Windows: []supplier.Window{{Milestone: supplier.FollowUpDue, From: supplier.FromReport, Months: c.months, Days: c.days}}}
		if got := s.Due(&supplier.Audit{Reported: date(c.from)}, nil, supplier.FollowUpDue); got.Date != date(c.want) {
			t.Errorf("%s and %d months and %d days: %s, want %s", c.from, c.months, c.days, got.Date, c.want)
		}
	}
}

func TestAHostCanPutItsOwnWindowFirst(t *testing.T) {
	s := scheme(t, supplier.RBAVAP)
	mine := s.WithWindow(supplier.Window{Milestone: supplier.ClosureDue, Severity: supplier.Major, From: supplier.FromReport, Days: 60, Source: "manual of 2024"})
	audit, finding := supplier.Audit{Reported: date("2021-01-01")}, supplier.AuditFinding{Severity: supplier.Major}
	if got := mine.Due(&audit, &finding, supplier.ClosureDue); got.Date != date("2021-03-02") || got.Window.Unverified {
		t.Errorf("due %s with %+v", got.Date, got.Window)
	}
	if got := s.Due(&audit, &finding, supplier.ClosureDue); got.Date != date("2021-04-01") || !got.Window.Unverified {
		t.Errorf("the scheme has changed: due %s", got.Date)
	}
	again := scheme(t, supplier.RBAVAP)
	again.Windows[0].Days = 99
	if scheme(t, supplier.RBAVAP).Windows[0].Days == 99 {
		t.Error("a caller has changed the table")
	}
}

func TestOnlySomebodyFromOutsideHasLooked(t *testing.T) {
	to := func(s string) risk.Period { return risk.Period{To: date(s)} }
	audits := []supplier.Audit{
		{Supplier: id(1), Kind: supplier.FullAudit, Period: to("2019-05-01")},
		{Supplier: id(1), Kind: supplier.ClosureAudit, Period: to("2020-05-01")},
		{Supplier: id(1), Kind: supplier.FullAudit, Period: to("2021-05-01")},
		{Supplier: id(2), Kind: supplier.SelfAssessment, Period: to("2020-05-01")},
		{Supplier: id(3), Kind: supplier.FullAudit},
	}
	got := supplier.LastLooks(slices.Values(audits), date("2020-12-31"))
	if len(got) != 1 || got[id(1)] != date("2020-05-01") {
		t.Errorf("%v", got)
	}
	if got := supplier.LastLooks(slices.Values(audits), risk.Date{}); got[id(1)] != date("2021-05-01") {
		t.Errorf("%v", got)
	}
}

func TestEveryLengthSaysWhereItComesFromOrThatItIsNotVerified(t *testing.T) {
	for s := range supplier.Schemes() {
		for _, w := range s.Windows {
			if w.Source == "" && !w.Unverified {
				t.Errorf("%s: %s for %s has neither a source nor a mark", s.ID, w.Milestone, w.Severity)
			}
			if !w.Agreed && w.From == supplier.DueFromNotStated {
				t.Errorf("%s: %s for %s starts nowhere", s.ID, w.Milestone, w.Severity)
			}
		}
	}
}

func TestOverdueIsUnknownWithoutADate(t *testing.T) {
	for _, c := range []struct {
		name    string
		due     string
		finding supplier.AuditFinding
		asOf    string
		want    risk.Answer
	}{
		{"on the day", "2021-03-01", supplier.AuditFinding{}, "2021-03-01", risk.No},
		{"the day after", "2021-03-01", supplier.AuditFinding{}, "2021-03-02", risk.Yes},
		{"closed in time", "2021-03-01", supplier.AuditFinding{Closed: date("2021-02-01")}, "2021-03-02", risk.No},
		{"closed later on", "2021-03-01", supplier.AuditFinding{Closed: date("2021-04-01")}, "2021-03-02", risk.Yes},
		{"no date", "", supplier.AuditFinding{}, "2021-03-02", risk.Unknown},
		{"asked for no day", "2021-03-01", supplier.AuditFinding{}, "", risk.Unknown},
	} {
		if got := (supplier.Due{Date: date(c.due)}).Overdue(&c.finding, date(c.asOf)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// The published thresholds of the RBA's recognition.
func TestRecognitionOfAVAPAudit(t *testing.T) {
	n := risk.CountOf
	for _, c := range []struct {
		r    supplier.VAPResult
		want supplier.Recognition
	}{
		{supplier.VAPResult{Score: n(200), Priority: n(0), Major: n(0), Minor: n(0)}, supplier.Platinum},
		{supplier.VAPResult{Score: n(199), Priority: n(0), Major: n(0), Minor: n(0)}, supplier.Gold},
		{supplier.VAPResult{Score: n(179), Priority: n(0), Major: n(0), Minor: n(0)}, supplier.Silver},
		{supplier.VAPResult{Score: n(160), Priority: n(0), Major: n(5), Minor: n(9)}, supplier.Silver},
		{supplier.VAPResult{Score: n(160), Priority: n(1), Major: n(0), Minor: n(0)}, supplier.NotRecognized},
		{supplier.VAPResult{Score: n(159), Priority: n(0), Major: n(0), Minor: n(0)}, supplier.NotRecognized},
		{supplier.VAPResult{Score: n(200), Priority: n(0), Major: n(0), Minor: n(1)}, supplier.Gold},
		{supplier.VAPResult{Score: n(200), Priority: n(0), Major: n(1), Minor: n(0)}, supplier.Silver},
		{supplier.VAPResult{Score: n(180), Priority: n(0), Major: n(0)}, supplier.Gold}, // minor findings do not decide
		{supplier.VAPResult{Score: n(200), Priority: n(0), Major: n(0)}, supplier.RecognitionNotStated},
		{supplier.VAPResult{Priority: n(1)}, supplier.NotRecognized},
		{supplier.VAPResult{Score: n(201), Priority: n(0), Major: n(0), Minor: n(0)}, supplier.RecognitionNotStated}, // no such score
		{supplier.VAPResult{}, supplier.RecognitionNotStated},
	} {
		if got := c.r.Recognition(); got != c.want {
			t.Errorf("%+v: %s, want %s", c.r, got, c.want)
		}
	}
}

func TestOnlyAFullAuditIsRecognized(t *testing.T) {
	a := supplier.Audit{Standard: supplier.StandardRef{ID: supplier.RBAVAP}, Kind: supplier.FullAudit, Score: risk.CountOf(185),
		Findings: []supplier.AuditFinding{{Severity: supplier.Major, Closed: date("2021-05-01")}, {Severity: supplier.Minor}}}
	if got := a.VAPResult(date("2021-05-01")).Recognition(); got != supplier.Gold {
		t.Errorf("%s, want gold", got)
	}
	if got := a.VAPResult(date("2021-04-30")).Recognition(); got != supplier.Silver {
		t.Errorf("before the closure: %s, want silver", got)
	}
	a.Kind = supplier.PartialAudit
	if got := a.VAPResult(date("2021-05-01")).Recognition(); got != supplier.RecognitionNotStated {
		t.Errorf("a partial audit: %s", got)
	}
}

func TestFindingsThatAreNotListedAreNotClosed(t *testing.T) {
	audit := func(score risk.Count, f ...supplier.AuditFinding) *supplier.Audit {
		return &supplier.Audit{Standard: supplier.StandardRef{ID: supplier.RBAVAP}, Kind: supplier.FullAudit, Score: score, Findings: f}
	}
	unstated := supplier.AuditFinding{Requirement: "A1.2"}
	closed := unstated
	closed.Closed = date("2021-01-01")
	for _, c := range []struct {
		name string
		a    *supplier.Audit
		want supplier.Recognition
	}{
		{"points lost and no finding listed", audit(risk.CountOf(185)), supplier.RecognitionNotStated},
		{"too few points whatever was found", audit(risk.CountOf(120)), supplier.NotRecognized},
		{"no points lost and no finding", audit(risk.CountOf(200)), supplier.Platinum},
		{"no score and no finding", audit(risk.Count{}), supplier.RecognitionNotStated},
		{"an open finding without a severity", audit(risk.CountOf(185), unstated), supplier.RecognitionNotStated},
		{"a closed finding without a severity", audit(risk.CountOf(185), closed), supplier.Gold},
		{"an open priority finding beside it", audit(risk.CountOf(185), unstated, supplier.AuditFinding{Severity: supplier.Priority}), supplier.NotRecognized},
	} {
		if got := c.a.VAPResult(risk.Date{}).Recognition(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestBSCIAreaGradesByFulfilment(t *testing.T) {
	for _, c := range []struct {
		bp    int
		round supplier.Rounding
		want  supplier.BSCIGrade
	}{
		{10000, supplier.RoundDown, supplier.BSCIA}, {8600, supplier.RoundDown, supplier.BSCIA},
		{8599, supplier.RoundDown, supplier.BSCIB}, {8550, supplier.RoundDown, supplier.BSCIB},
		{8550, supplier.RoundHalfUp, supplier.BSCIA}, {8549, supplier.RoundHalfUp, supplier.BSCIB}, {8501, supplier.RoundUp, supplier.BSCIA},
		{7100, supplier.RoundDown, supplier.BSCIB}, {7000, supplier.RoundDown, supplier.BSCIC},
		{6000, supplier.RoundDown, supplier.BSCIC}, // the published example: 6 of 10 points
		{5100, supplier.RoundDown, supplier.BSCIC}, {5000, supplier.RoundDown, supplier.BSCID},
		{3000, supplier.RoundDown, supplier.BSCID}, {2999, supplier.RoundDown, supplier.BSCIE}, {0, supplier.RoundDown, supplier.BSCIE},
		{-1, supplier.RoundDown, supplier.BSCINotStated},
	} {
		if got := supplier.BSCIAreaGrade(supplier.ShareOf(c.bp), c.round); got != c.want {
			t.Errorf("%d, rounded %s: %s, want %s", c.bp, c.round, got, c.want)
		}
	}
}

// grades returns the grades of n[0] areas of A, n[1] of B and so on.
func grades(n ...int) (g []supplier.BSCIGrade) {
	for i, n := range n {
		for range n {
			g = append(g, supplier.BSCIA+supplier.BSCIGrade(i))
		}
	}
	return g
}

func TestBSCIOverallGrade(t *testing.T) {
	for _, c := range []struct {
		name  string
		areas []supplier.BSCIGrade
		alert bool
		want  supplier.BSCIGrade
	}{
		{"7A 6B", grades(7, 6), false, supplier.BSCIA},
		{"6A 7B", grades(6, 7), false, supplier.BSCIB},
		{"10A 3C", grades(10, 0, 3), false, supplier.BSCIB},
		{"9A 4C", grades(9, 0, 4), false, supplier.BSCIC},
		{"11A 2D", grades(11, 0, 0, 2), false, supplier.BSCIC},
		{"10A 3D", grades(10, 0, 0, 3), false, supplier.BSCID},
		{"7A 6E", grades(7, 0, 0, 0, 6), false, supplier.BSCID},
		{"6A 7E", grades(6, 0, 0, 0, 7), false, supplier.BSCIE},
		{"13A with an alert", grades(13), true, supplier.BSCIZeroTolerance},
		{"an alert and nothing else", nil, true, supplier.BSCIZeroTolerance},
	} {
		if got, err := supplier.BSCIOverallGrade(c.areas, c.alert); err != nil || got != c.want {
			t.Errorf("%s: %s, %v; want %s", c.name, got, err, c.want)
		}
	}
	for _, areas := range [][]supplier.BSCIGrade{nil, grades(12), grades(14), append(grades(12), supplier.BSCINotStated), append(grades(12), supplier.BSCIZeroTolerance)} {
		got, err := supplier.BSCIOverallGrade(areas, false)
		var count *supplier.AreaCountError
		if !errors.As(err, &count) || got != supplier.BSCINotStated {
			t.Errorf("%v: %s, %v; want an AreaCountError", areas, got, err)
		}
	}
}

func TestAWorseAreaNeverGivesABetterGrade(t *testing.T) {
	const all = supplier.BSCIAreas
	overall := func(n [5]int) supplier.BSCIGrade {
		g, err := supplier.BSCIOverallGrade(grades(n[:]...), false)
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
	for a := 0; a <= all; a++ {
		for b := 0; a+b <= all; b++ {
			for c := 0; a+b+c <= all; c++ {
				for d := 0; a+b+c+d <= all; d++ {
					n := [5]int{a, b, c, d, all - a - b - c - d}
					for i := range 4 {
						if n[i] == 0 {
							continue
						}
						worse := n
						worse[i]--
						worse[i+1]++
						if overall(worse) < overall(n) {
							t.Fatalf("%v is %s, but %v is %s", n, overall(n), worse, overall(worse))
						}
					}
				}
			}
		}
	}
}

// What nobody has graded may be the gravest, for which there is less time.
func TestAFindingWithoutASeverityHasNoDateWhereTheSeverityDecides(t *testing.T) {
	a := supplier.Audit{Period: risk.Period{To: date("2021-02-03")}, Reported: date("2021-02-20")}
	f := supplier.AuditFinding{Found: date("2021-02-02")}
	for _, c := range []struct {
		scheme string
		m      supplier.Milestone
		want   string
		reason supplier.DueReason
	}{
		{supplier.RBAVAP, supplier.ContainmentDue, "", supplier.DueSeverityNotStated},
		{supplier.RBAVAP, supplier.PlanDue, "", supplier.DueSeverityNotStated},
		{supplier.RBAVAP, supplier.ClosureDue, "", supplier.DueSeverityNotStated},
		{supplier.RBAVAP, supplier.FollowUpDue, "2023-02-03", supplier.SetByScheme},
		{supplier.SMETA, supplier.ClosureDue, "", supplier.ToBeAgreed},
		{supplier.AmforiBSCI, supplier.PlanDue, "2021-04-04", supplier.SetByScheme},
		{supplier.AmforiBSCI, supplier.ClosureDue, "", supplier.NoRule},
	} {
		got := scheme(t, c.scheme).Due(&a, &f, c.m)
		if got.Date != date(c.want) || got.Reason != c.reason {
			t.Errorf("%s, %s: %s, %s; want %q, %s", c.scheme, c.m, got.Date, got.Reason, c.want, c.reason)
		}
		if c.reason == supplier.DueSeverityNotStated && got.Overdue(&f, date("2031-01-01")) != risk.Unknown {
			t.Errorf("%s, %s: %s", c.scheme, c.m, got.Overdue(&f, date("2031-01-01")))
		}
	}
	due := date("2021-03-01")
	f.Due = due
	if got := scheme(t, supplier.RBAVAP).Due(&a, &f, supplier.ClosureDue); got.Date != due || got.Reason != supplier.SetByAuditor {
		t.Errorf("the auditor's date: %+v", got)
	}
	mine := scheme(t, supplier.RBAVAP).WithWindow(supplier.Window{Milestone: supplier.PlanDue, From: supplier.FromFound, Days: 3})
	if got := mine.Due(&a, &supplier.AuditFinding{Found: date("2021-02-02")}, supplier.PlanDue); got.Date != date("2021-02-05") {
		t.Errorf("a window for every breach: %+v", got)
	}
}

// A visit of some day in a year has been by the end of the year, and not before.
func TestALookOfAYearCountsWhenTheYearIsOver(t *testing.T) {
	audits := []supplier.Audit{
		{Supplier: id(1), Period: risk.Period{To: date("2019-05-02")}},
		{Supplier: id(1), Period: risk.Period{To: risk.YearOf(2021)}},
	}
	for asOf, want := range map[string]risk.Date{"2021-06-30": date("2019-05-02"), "2021-12-30": date("2019-05-02"), "2021-12-31": risk.YearOf(2021)} {
		if got := supplier.LastLooks(slices.Values(audits), date(asOf))[id(1)]; got != want {
			t.Errorf("%s: %v, want %v", asOf, got, want)
		}
	}
}
