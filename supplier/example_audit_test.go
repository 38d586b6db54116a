package supplier_test

import (
	"errors"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

func ExampleAudit() {
	a := supplier.Audit{
		Standard: supplier.StandardRef{ID: supplier.RBAVAP, Version: "8.0.2"}, Kind: supplier.FullAudit, Announced: supplier.SemiAnnounced,
		Period: risk.Period{From: risk.MustParseDate("2021-02-01"), To: risk.MustParseDate("2021-02-03")}, Score: risk.CountOf(168),
		Findings: []supplier.AuditFinding{{Code: "F1", Requirement: "A1.2", Severity: supplier.Major, Rights: []risk.RightID{"forced-labour"}}},
	}
	for _, f := range a.Findings {
		fmt.Println(f.Code, f.Requirement, f.Severity, f.Severity.Breach())
	}
	// Output:
	// F1 A1.2 major true
}

func ExampleAudit_Open() {
	a := supplier.Audit{Findings: []supplier.AuditFinding{
		{Severity: supplier.Major}, {Severity: supplier.Major, Closed: risk.MustParseDate("2021-05-01")},
	}}
	fmt.Println(a.Open(supplier.Major, risk.MustParseDate("2021-04-30")), a.Open(supplier.Major, risk.MustParseDate("2021-05-01")))
	// Output:
	// 2 1
}

func ExampleAudit_VAPResult() {
	a := supplier.Audit{Standard: supplier.StandardRef{ID: supplier.RBAVAP}, Kind: supplier.FullAudit, Score: risk.CountOf(185),
		Findings: []supplier.AuditFinding{{Severity: supplier.Minor}}}
	fmt.Println(a.VAPResult(risk.Date{}).Recognition())
	a.Kind = supplier.PartialAudit // not eligible
	fmt.Println(a.VAPResult(risk.Date{}).Recognition())
	// Output:
	// gold
	// not-stated
}

func ExampleLastLooks() {
	day := risk.MustParseDate("2021-02-03")
	looks := supplier.LastLooks(slices.Values([]supplier.Audit{
		{Supplier: id(1), Kind: supplier.FullAudit, Period: risk.Period{To: day}},
		{Supplier: id(2), Kind: supplier.SelfAssessment, Period: risk.Period{To: day}}, // nobody else looked
	}), risk.YearOf(2021))
	fmt.Println(looks[id(1)], looks[id(2)])
	// Output:
	// 2021-02-03 not-stated
}

func ExampleVAPResult() {
	r := supplier.VAPResult{Score: risk.CountOf(160), Priority: risk.CountOf(0), Major: risk.CountOf(5), Minor: risk.CountOf(9)}
	fmt.Println(r.Recognition())
	// Output:
	// silver
}

func ExampleVAPResult_Recognition() {
	unknown := supplier.VAPResult{Score: risk.CountOf(200), Priority: risk.CountOf(0), Major: risk.CountOf(0)} // minor findings: not stated
	fmt.Println(unknown.Recognition())
	fmt.Println(supplier.VAPResult{Priority: risk.CountOf(1)}.Recognition()) // whatever the score
	// Output:
	// not-stated
	// not-recognized
}

func ExampleRecognition() {
	fmt.Println(supplier.Silver < supplier.Gold, supplier.Platinum)
	// Output:
	// true platinum
}

func ExampleAuditFinding() {
	f := supplier.AuditFinding{Requirement: "A1.2", Severity: supplier.Priority, Found: risk.MustParseDate("2021-02-02"), Closure: supplier.BySite}
	fmt.Println(f.Requirement, f.Severity, f.Closure, f.Closed)
	// Output:
	// A1.2 priority site not-stated
}

func ExampleAuditKind() {
	fmt.Println(supplier.FullAudit, supplier.ClosureAudit, supplier.SelfAssessment)
	// Output:
	// full closure self-assessment
}

func ExampleAnnouncement() {
	fmt.Println(supplier.Announced, supplier.SemiAnnounced, supplier.Unannounced)
	// Output:
	// announced semi-announced unannounced
}

func ExampleClosure() {
	fmt.Println(supplier.BySite, supplier.ByCollaboration)
	// Output:
	// site collaborative
}

func ExampleAreaGrade() {
	a := supplier.Audit{Grade: "C", Areas: []supplier.AreaGrade{{Area: "PA5", Grade: "D"}}}
	fmt.Println(a.Grade, a.Areas[0].Area, a.Areas[0].Grade)
	// Output:
	// C PA5 D
}

func ExampleFindingSeverity() {
	var s supplier.FindingSeverity
	fmt.Println(s.UnmarshalText([]byte("business-critical")), s)
	// Output:
	// <nil> business-critical
}

func ExampleFindingSeverity_Breach() {
	fmt.Println(supplier.Minor.Breach(), supplier.Opportunity.Breach(), supplier.GoodExample.Breach())
	// Output:
	// true false false
}

func ExampleStandardRef() {
	fmt.Println(supplier.StandardRef{ID: supplier.SMETA, Version: "7.0"})
	// Output:
	// {smeta 7.0}
}

func ExampleSchemes() {
	for s := range supplier.Schemes() {
		fmt.Println(s.ID, s.Owner, len(s.Windows))
	}
	// Output:
	// rba-vap Responsible Business Alliance 7
	// smeta Sedex 1
	// amfori-bsci amfori 3
	// sa8000 Social Accountability International 0
}

func ExampleSchemeByID() {
	s, ok := supplier.SchemeByID(supplier.RBAVAP)
	fmt.Println(s.Name, ok)
	// Output:
	// Validated Assessment Program true
}

func ExampleScheme() {
	s, _ := supplier.SchemeByID(supplier.RBAVAP)
	for _, w := range s.Windows {
		fmt.Println(w.Milestone, w.Severity, w.Days, w.From, w.Unverified)
	}
	// Output:
	// containment priority 0 found false
	// plan priority 7 found false
	// plan not-stated 14 report false
	// closure priority 30 report true
	// closure major 90 report true
	// closure minor 270 report true
	// follow-up not-stated 0 audit true
}

func ExampleScheme_Due() {
	s, _ := supplier.SchemeByID(supplier.RBAVAP)
	audit := supplier.Audit{Reported: risk.MustParseDate("2021-02-20")}
	finding := supplier.AuditFinding{Severity: supplier.Major}
	d := s.Due(&audit, &finding, supplier.PlanDue)
	fmt.Println(d.Date, d.Reason, d.Window.Source)
	// Output:
	// 2021-03-06 set-by-scheme EICC/RBA VAP manual, chapter on corrective action plans (an older edition)
}

func ExampleScheme_WithWindow() {
	s, _ := supplier.SchemeByID(supplier.RBAVAP)
	s = s.WithWindow(supplier.Window{Milestone: supplier.ClosureDue, Severity: supplier.Major, From: supplier.FromReport, Days: 60, Source: "our manual of 2024"})
	audit := supplier.Audit{Reported: risk.MustParseDate("2021-02-20")}
	fmt.Println(s.Due(&audit, &supplier.AuditFinding{Severity: supplier.Major}, supplier.ClosureDue).Date)
	// Output:
	// 2021-04-21
}

func ExampleWindow() {
	w := supplier.Window{Milestone: supplier.PlanDue, From: supplier.FromReport, Days: 14}
	fmt.Println(w.Milestone, w.Days, w.From)
	// Output:
	// plan 14 report
}

func ExampleMilestone() {
	fmt.Println(supplier.ContainmentDue, supplier.PlanDue, supplier.ClosureDue, supplier.FollowUpDue)
	// Output:
	// containment plan closure follow-up
}

func ExampleDueFrom() {
	fmt.Println(supplier.FromFound, supplier.FromReport, supplier.FromAudit)
	// Output:
	// found report audit
}

func ExampleDue() {
	s, _ := supplier.SchemeByID(supplier.SMETA)
	d := s.Due(&supplier.Audit{}, &supplier.AuditFinding{Severity: supplier.Major, Closure: supplier.ByCollaboration}, supplier.ClosureDue)
	fmt.Println(d.Date, d.Reason)
	// Output:
	// not-stated no-fixed-date
}

func ExampleDue_Overdue() {
	d := supplier.Due{Date: risk.MustParseDate("2021-03-06")}
	fmt.Println(d.Overdue(&supplier.AuditFinding{}, risk.MustParseDate("2021-03-07")))
	fmt.Println(supplier.Due{}.Overdue(&supplier.AuditFinding{}, risk.MustParseDate("2021-03-07"))) // no date follows
	// Output:
	// yes
	// unknown
}

func ExampleDueReason() {
	fmt.Println(supplier.SetByAuditor, supplier.NoFixedDate, supplier.StartNotStated)
	// Output:
	// set-by-auditor no-fixed-date start-not-stated
}

func ExampleBSCIGrade() {
	fmt.Println(supplier.BSCIA, supplier.BSCIZeroTolerance, supplier.BSCINotStated)
	// Output:
	// A ZT not-stated
}

func ExampleBSCIAreaGrade() {
	sixOfTen := supplier.ShareOf(6000)
	fmt.Println(supplier.BSCIAreaGrade(sixOfTen, supplier.RoundDown), supplier.BSCIAreaGrade(supplier.Share{}, supplier.RoundDown))
	// Output:
	// C not-stated
}

func ExampleBSCIOverallGrade() {
	fmt.Println(supplier.BSCIOverallGrade(grades(11, 0, 0, 2), false)) // 11 areas of A, 2 of D
	fmt.Println(supplier.BSCIOverallGrade(grades(13), true))           // all A, but an alert
	// Output:
	// C <nil>
	// ZT <nil>
}

func ExampleAreaCountError() {
	_, err := supplier.BSCIOverallGrade(grades(12), false)
	fmt.Println(err)
	// Output:
	// 12 graded areas; the overall grade needs all 13
}

func ExampleRounding() {
	between := supplier.ShareOf(8550) // the bands are published in whole per cents
	for _, r := range []supplier.Rounding{supplier.RoundDown, supplier.RoundHalfUp} {
		fmt.Println(r, supplier.BSCIAreaGrade(between, r))
	}
	// Output:
	// down B
	// half-up A
}

// eventID makes the ID of an event; a host would take a UUID of version 7.
func eventID(n byte) uuid.UUID { return uuid.UUID{15: n} }

func ExampleCorrectiveAction() {
	c := supplier.CorrectiveAction{Code: "CA-1", Corrective: "Repay the fees", Preventive: "Pay the agency's fee directly"}
	today := risk.MustParseDate("2021-06-30")
	err := c.Append(0, today,
		supplier.CorrectiveEvent{ID: eventID(1), Kind: supplier.RequestPlan, On: risk.MustParseDate("2021-03-01"), Due: risk.MustParseDate("2021-05-31")},
		supplier.CorrectiveEvent{ID: eventID(2), Kind: supplier.HandInPlan, On: risk.MustParseDate("2021-03-12")},
		supplier.CorrectiveEvent{ID: eventID(3), Kind: supplier.AgreePlan, On: risk.MustParseDate("2021-03-20")},
	)
	fmt.Println(err)
	for _, day := range []string{"2021-03-05", "2021-06-30"} {
		s, _ := c.StatusAt(risk.MustParseDate(day))
		fmt.Println(day, s.State, s.Overdue)
	}
	// Output:
	// <nil>
	// 2021-03-05 requested no
	// 2021-06-30 agreed yes
}

func ExampleClosedFindings() {
	finding, day := id(7), risk.MustParseDate("2021-06-01")
	c := supplier.CorrectiveAction{Findings: []uuid.UUID{finding}}
	err := c.Append(0, day,
		supplier.CorrectiveEvent{ID: eventID(1), Kind: supplier.HandInPlan, On: day},
		supplier.CorrectiveEvent{ID: eventID(2), Kind: supplier.StartWork, On: day},
		supplier.CorrectiveEvent{ID: eventID(3), Kind: supplier.ReportDone, On: day},
		supplier.CorrectiveEvent{ID: eventID(4), Kind: supplier.VerifyDone, On: day, Evidence: []risk.Evidence{{Kind: risk.Interview}}},
	)
	fmt.Println(supplier.ClosedFindings(slices.Values([]supplier.CorrectiveAction{c}), day)[finding], err)
	// Output:
	// 2021-06-01 <nil>
}

func ExampleCorrectiveAction_Append() {
	var c supplier.CorrectiveAction
	verify := supplier.CorrectiveEvent{ID: eventID(1), Kind: supplier.VerifyDone, On: risk.MustParseDate("2021-03-01")}
	err := c.Append(0, risk.MustParseDate("2021-06-30"), verify)
	fmt.Println(err)
	// Output:
	// corrective action, event 1: verify-done is not possible in state not-stated; possible are request-plan, contain-harm, hand-in-plan
}

func ExampleCorrectiveAction_StatusAt() {
	c := supplier.CorrectiveAction{Events: []supplier.CorrectiveEvent{{ID: eventID(1), Kind: supplier.RequestPlan, On: risk.YearOf(2021), Owner: "plant director"}}}
	for _, year := range []int{2020, 2021} {
		s, err := c.StatusAt(risk.YearOf(year))
		fmt.Println(year, s.State, s.Since, s.Owner, err)
	}
	// Output:
	// 2020 not-stated not-stated  <nil>
	// 2021 requested 2021 plant director <nil>
}

func ExampleCorrectiveEvent() {
	e := supplier.CorrectiveEvent{ID: eventID(1), Kind: supplier.ExtendDue, On: risk.MustParseDate("2021-07-02"), Due: risk.MustParseDate("2021-12-31"), By: "buyer"}
	fmt.Println(e.Kind, e.Due)
	// Output:
	// extend-due 2021-12-31
}

func ExampleCorrectiveEventKind() {
	fmt.Println(supplier.RequestPlan, supplier.ContainHarm, supplier.VerifyDone)
	// Output:
	// request-plan contain-harm verify-done
}

func ExampleCorrectiveState() {
	fmt.Println(supplier.CorrectiveNotStated, supplier.CorrectiveReported, supplier.CorrectiveVerified)
	// Output:
	// not-stated reported verified
}

func ExampleCorrectiveStatus() {
	var s supplier.CorrectiveStatus
	fmt.Println(s.State, s.Due, s.Overdue) // no date is stated, so nobody knows
	// Output:
	// not-stated not-stated unknown
}

func ExampleTransitionError() {
	c := supplier.CorrectiveAction{Events: []supplier.CorrectiveEvent{{ID: eventID(1), Kind: supplier.ReportDone}}}
	_, err := c.StatusAt(risk.Date{})
	var refused *supplier.TransitionError
	fmt.Println(errors.As(err, &refused), refused.Allowed)
	// Output:
	// true [request-plan contain-harm hand-in-plan]
}

func ExampleEventError() {
	var c supplier.CorrectiveAction
	err := c.Append(0, risk.MustParseDate("2021-06-30"), supplier.CorrectiveEvent{ID: eventID(1), Kind: supplier.RequestPlan, On: risk.MustParseDate("2021-07-01")})
	fmt.Println(err)
	// Output:
	// corrective action, event 1: dated 2021-07-01T00:00:00Z, which is after 2021-06-30T23:59:59Z; add an event once it has happened
}

func ExampleVersionError() {
	var c supplier.CorrectiveAction
	err := c.Append(3, risk.Date{}, supplier.CorrectiveEvent{ID: eventID(1), Kind: supplier.RequestPlan})
	fmt.Println(err)
	// Output:
	// corrective action: expected version 3, found 0; read it again and decide anew
}

func ExampleMissingFieldError() {
	var c supplier.CorrectiveAction
	_ = c.Append(0, risk.Date{}, supplier.CorrectiveEvent{ID: eventID(1), Kind: supplier.RequestPlan})
	err := c.Append(1, risk.Date{}, supplier.CorrectiveEvent{ID: eventID(2), Kind: supplier.WithdrawAction})
	fmt.Println(err)
	// Output:
	// withdraw-action: give reason
}
