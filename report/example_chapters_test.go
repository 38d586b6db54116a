package report_test

import (
	"context"
	"fmt"
	"log"
	"strings"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/report"
	"github.com/hrdd-go/hrdd/risk"
)

// tableRows prints the rows of the tables in a Markdown report.
func tableRows(md string) {
	for line := range strings.Lines(md) {
		if strings.HasPrefix(line, "|") && !strings.HasPrefix(line, "| ---") {
			fmt.Print(line)
		}
	}
}

// Where does the due diligence fall short, and what would settle it?
func ExampleWrite_review() {
	a := &assessment.Assessment{
		Risks: []assessment.Risk{{Code: "R1", Title: "Fees for jobs", Status: risk.Actual}},
	}
	ev, err := assessment.Evaluate(context.Background(), a, assessment.EvaluateOptions{})
	if err != nil {
		log.Fatal(err)
	}
	review := assessment.Review(ev, assessment.ReviewOptions{})
	review.Gaps = review.Gaps[:2] // those that weigh most
	var b strings.Builder
	err = report.Write(context.Background(), &b, ev, report.Options{
		Format: report.Markdown, Review: review, Sections: []report.Section{report.Review},
	})
	if err != nil {
		log.Fatal(err)
	}
	tableRows(b.String())
	// Output:
	// | What the review looks for | Where it falls short | What would settle it |
	// | People who are or may be affected were heard, or the reason why not is given; Rests on UNGP 18(b) | Exchanges with those affected; 0 exchanges are recorded. | Hear affected groups and record it under engagements; where that is impossible, give the reason there. |
	// | Something is done about every severe risk; Rests on UNGP 19, UNGP 24 and UNGP Reporting Framework C4.3 | Risk R1: Fees for jobs | Name the risk in an action, or plan one. |
}

// How far does a mechanism meet the criteria of UNGP 31, and what is its manager
// to do next?
func ExampleWrite_mechanisms() {
	line := grievancetest.Mechanism()
	a := &assessment.Assessment{
		Mechanisms: []grievance.Mechanism{line},
		MechanismAssessments: []grievance.MechanismAssessment{{Mechanism: line.ID, Criteria: []grievance.CriterionAssessment{
			{Criterion: grievance.Legitimate, Level: grievance.FormalOnly},
			{Criterion: grievance.Accessible, Level: grievance.EffectiveForUsers}, // which only users can say
		}}},
	}
	ev, err := assessment.Evaluate(context.Background(), a, assessment.EvaluateOptions{})
	if err != nil {
		log.Fatal(err)
	}
	var b strings.Builder
	err = report.Write(context.Background(), &b, ev, report.Options{Format: report.Markdown, Sections: []report.Section{report.Mechanisms}})
	if err != nil {
		log.Fatal(err)
	}
	_, criteria, _ := strings.Cut(b.String(), "**The eight criteria")
	for line := range strings.Lines(criteria) {
		if strings.Contains(line, "Legitimate") || strings.Contains(line, "Accessible") {
			fmt.Print(line)
		}
	}
	// Output:
	// | Legitimate; trusted by those it is for, and accountable for fair conduct (UNGP 31(a)) | **\[on paper only\]**; *no evidence is given for this* | *not stated* | Let the oversight body meet and hear appeals, and ask complainants after each case whether anyone made them pay for it. |
	// | Accessible; known to all whom it is for, with help for those who face barriers (UNGP 31(b)) | **\[done in practice\]**; stated: works, say its users; users were not heard, so this cannot stand; *no evidence is given for this* | *not stated* | Ask those who do not come why, group by group, and change the channels until they say that they could. |
}

// Figures on complaints leave only as they were suppressed.
func ExampleWrite_complaints() {
	register := grievance.NewRegister(risk.MustParseDate("2021-12-31"), nil)
	for n := range 7 {
		c := grievancetest.Case(n)
		if _, err := register.Open(&c); err != nil {
			log.Fatal(err)
		}
	}
	figures, err := register.Publish(grievance.Suppression{Period: risk.Period{From: risk.YearOf(2021), To: risk.YearOf(2021)}})
	if err != nil {
		log.Fatal(err)
	}
	ev, err := assessment.Evaluate(context.Background(), new(assessment.Assessment), assessment.EvaluateOptions{})
	if err != nil {
		log.Fatal(err)
	}
	var b strings.Builder
	err = report.Write(context.Background(), &b, ev, report.Options{
		Format: report.Markdown, Complaints: figures, Sections: []report.Section{report.Complaints},
	})
	if err != nil {
		log.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if strings.Contains(line, "never evidence") || strings.Contains(line, "**Cases**") || strings.Contains(line, "not shown one by one") {
			fmt.Print(line)
		}
	}
	// Output:
	// These figures count complaints, not harm. That there are no cases is never evidence that there is no harm: people may not know of a way to complain, may not reach it, or may be afraid to use it.
	// - **Cases**: **7**; 2021
}
