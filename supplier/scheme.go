package supplier

import (
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Scheme is what an audit scheme asks for after an audit: by when a plan, by
// when each breach corrected, for how long a result stands. It is a value: a
// host that knows other windows takes one and changes it, see
// [Scheme.WithWindow].
type Scheme struct {
	ID         string            `json:"id"`
	Name       string            `json:"name,omitzero"`
	Owner      string            `json:"owner,omitzero"`
	Severities []FindingSeverity `json:"severities,omitzero"` // the words that it has for findings, gravest first
	Windows    []Window          `json:"windows,omitzero"`    // the first that fits counts
}

// Window is one time limit of a scheme.
type Window struct {
	Milestone Milestone       `json:"milestone,omitzero"`
	Severity  FindingSeverity `json:"severity,omitzero"` // of the finding; SeverityNotStated fits every breach
	Grades    string          `json:"grades,omitzero"`   // of the audit, with spaces between: "A B"; empty fits every audit
	From      DueFrom         `json:"from,omitzero"`
	Days      int             `json:"days"` // calendar days
	// Months are calendar months, counted before Days. They end on the same day of
	// the month or, where a month has no such day, on its last.
	Months int `json:"months"`
	// Agreed says that the scheme names no length of time: the auditor and the
	// site agree on a date, see AuditFinding.Due.
	Agreed bool `json:"agreed,omitzero"`
	// Unverified marks a length that this library could not check against a
	// publication of the scheme's owner. Show it as a default of the library,
	// and replace it where you know better.
	Unverified bool   `json:"unverified,omitzero"`
	Source     string `json:"source,omitzero"` // where the limit is written, as far as it is known
}

// Milestone is something that has to be done by a date after an audit.
type Milestone uint8

const (
	MilestoneNotStated Milestone = iota
	ContainmentDue               // people out of danger
	PlanDue                      // a corrective action plan handed in
	ClosureDue                   // the breach corrected and its closure verified
	FollowUpDue                  // the next audit
)

var milestoneText = textenum.Table[Milestone]{
	Kind: "milestone after an audit", Names: []string{"", "containment", "plan", "closure", "follow-up"},
}

// DueFrom is the day that a window is counted from.
type DueFrom uint8

const (
	DueFromNotStated DueFrom = iota
	FromFound                // when the breach was found or confirmed
	FromReport               // when the site received the final report
	FromAudit                // the last day on site
)

var dueFromText = textenum.Table[DueFrom]{
	Kind: "start of a time limit", Names: []string{"", "found", "report", "audit"},
}

var schemes = [...]Scheme{
	{
		ID: RBAVAP, Name: "Validated Assessment Program", Owner: "Responsible Business Alliance",
		Severities: []FindingSeverity{Priority, Major, Minor, Opportunity, Conformant, NotAuditable},
		Windows: []Window{
			{Milestone: ContainmentDue, Severity: Priority, From: FromFound, Source: vapManual},
			{Milestone: PlanDue, Severity: Priority, From: FromFound, Days: 7, Source: vapManual},
			{Milestone: PlanDue, From: FromReport, Days: 14, Source: vapManual},
			{Milestone: ClosureDue, Severity: Priority, From: FromReport, Days: 30, Unverified: true},
			{Milestone: ClosureDue, Severity: Major, From: FromReport, Days: 90, Unverified: true},
			{Milestone: ClosureDue, Severity: Minor, From: FromReport, Days: 270, Unverified: true},
			{Milestone: FollowUpDue, From: FromAudit, Months: 24, Source: "validity of two years; that it runs from the audit is assumed", Unverified: true},
		},
	},
	{
		ID: SMETA, Name: "Sedex Members Ethical Trade Audit", Owner: "Sedex",
		Severities: []FindingSeverity{BusinessCritical, Critical, Major, Minor, Observation, GoodExample},
		Windows: []Window{
			{Milestone: ClosureDue, Agreed: true, Source: "time scales are agreed under the auditor guidance; their lengths are not verified here"},
		},
	},
	{
		ID: AmforiBSCI, Name: "Business Social Compliance Initiative", Owner: "amfori",
		Severities: []FindingSeverity{ZeroTolerance, Major, Minor, GoodExample},
		Windows: []Window{
			{Milestone: PlanDue, From: FromAudit, Days: 60, Source: "remediation plan within 60 days; that they run from the audit is assumed", Unverified: true},
			{Milestone: FollowUpDue, Grades: "A B", From: FromAudit, Months: 24, Source: "validity of two years; that it runs from the audit is assumed", Unverified: true},
			{Milestone: FollowUpDue, Grades: "C D E", From: FromAudit, Months: 12, Source: "follow-up within 12 months; that they run from the audit is assumed", Unverified: true},
		},
	},
	{
		ID: SA8000, Name: "SA8000", Owner: "Social Accountability International",
		Severities: []FindingSeverity{Critical, Major, Minor},
	},
}

const vapManual = "EICC/RBA VAP manual, chapter on corrective action plans (an older edition)"

// Schemes yields the schemes that this package knows the time limits of. What
// it could not verify is marked so in each [Window].
func Schemes() iter.Seq[Scheme] {
	return func(yield func(Scheme) bool) {
		for _, s := range schemes {
			if !yield(s.clone()) {
				return
			}
		}
	}
}

// SchemeByID returns the scheme with the given ID, and whether it is known.
func SchemeByID(id string) (Scheme, bool) {
	for _, s := range schemes {
		if s.ID == id {
			return s.clone(), true
		}
	}
	return Scheme{}, false
}

func (s Scheme) clone() Scheme {
	s.Severities, s.Windows = slices.Clone(s.Severities), slices.Clone(s.Windows)
	return s
}

// WithWindow returns a copy of s in which w goes before the scheme's own
// windows. One without a severity fits every breach, and so takes the place of
// all windows for its milestone, the shorter ones for the gravest breaches
// among them.
func (s Scheme) WithWindow(w Window) Scheme {
	s = s.clone()
	s.Windows = slices.Insert(s.Windows, 0, w)
	return s
}

// Due is by when something has to be done, and why then.
type Due struct {
	Date   risk.Date `json:"date,omitzero"` // zero where no date follows, see Reason
	Reason DueReason `json:"reason,omitzero"`
	Window Window    `json:"window,omitzero"` // that the date was counted with, if it was
}

// DueReason says where a due date comes from, or why there is none.
type DueReason uint8

const (
	NoRule               DueReason = iota // the scheme says nothing of it
	SetByAuditor                          // the date that the auditor wrote down
	SetByScheme                           // counted with a window of the scheme
	NoFixedDate                           // cannot be closed by the site alone
	ToBeAgreed                            // the scheme leaves it to an agreement, and no date is stated
	StartNotStated                        // the day that the window is counted from is not stated
	NothingToCorrect                      // the finding is no breach
	GradeNotStated                        // the window depends on the grade of the audit
	DueSeverityNotStated                  // the window depends on the severity of the finding
)

var dueReasonText = textenum.Table[DueReason]{
	Kind: "reason of a due date",
	Names: []string{"no-rule", "set-by-auditor", "set-by-scheme", "no-fixed-date", "to-be-agreed",
		"start-not-stated", "nothing-to-correct", "grade-not-stated", "severity-not-stated"},
}

// Due returns by when a milestone is due for a finding of an audit under the
// scheme. A closing date that the auditor set goes before the scheme's window.
// A finding that the site cannot close alone has no fixed date, and one whose
// severity is not stated has none where the scheme has less time for the
// gravest. f is nil for what an audit as a whole asks for, the next audit for
// instance.
func (s Scheme) Due(a *Audit, f *AuditFinding, m Milestone) Due {
	whole := f == nil
	if whole {
		f = &AuditFinding{}
	}
	switch {
	case !f.Severity.Breach() && f.Severity != SeverityNotStated:
		return Due{Reason: NothingToCorrect}
	case m == ClosureDue && !f.Due.IsZero():
		return Due{Date: f.Due, Reason: SetByAuditor}
	case m == ClosureDue && f.Closure == ByCollaboration:
		return Due{Reason: NoFixedDate}
	}
	for _, w := range s.Windows {
		if w.Milestone != m {
			continue
		}
		if w.Severity != SeverityNotStated && w.Severity != f.Severity {
			if !whole && f.Severity == SeverityNotStated {
				return Due{Reason: DueSeverityNotStated, Window: w}
			}
			continue
		}
		if w.Grades != "" {
			if a.Grade == "" {
				return Due{Reason: GradeNotStated, Window: w}
			}
			if !slices.Contains(strings.Fields(w.Grades), a.Grade) {
				continue
			}
		}
		if w.Agreed {
			return Due{Reason: ToBeAgreed, Window: w}
		}
		start := w.start(a, f)
		if start.IsZero() {
			return Due{Reason: StartNotStated, Window: w}
		}
		return Due{Date: risk.DateOf(w.end(start.End())), Reason: SetByScheme, Window: w}
	}
	return Due{Reason: NoRule}
}

// end returns the day on which the window closes that opens on the given day.
func (w Window) end(start time.Time) time.Time {
	year, month, day := start.Date()
	last := time.Date(year, month+time.Month(w.Months)+1, 0, 0, 0, 0, 0, time.UTC)
	return last.AddDate(0, 0, min(day, last.Day())-last.Day()+w.Days)
}

// start returns the day that the window is counted from. A start that is known
// to the month or year only is taken at its end: nothing is called late that
// may not be.
func (w Window) start(a *Audit, f *AuditFinding) risk.Date {
	switch w.From {
	case FromFound:
		return f.Found
	case FromReport:
		return a.Reported
	case FromAudit:
		return a.Period.To
	}
	return risk.Date{}
}

// Overdue tells whether the milestone was missed at the end of the day asOf.
// Unknown if no date follows, or asOf is not stated. A breach that was closed
// by then is not overdue; that it was closed late shows in its dates. f is nil
// for what an audit as a whole asks for.
func (d Due) Overdue(f *AuditFinding, asOf risk.Date) risk.Answer {
	switch {
	case asOf.IsZero():
		return risk.Unknown
	case f != nil && f.closedBy(asOf), d.Reason == NothingToCorrect:
		return risk.No
	case d.Date.IsZero():
		return risk.Unknown
	}
	return risk.AnswerOf(asOf.End().After(d.Date.End()))
}
