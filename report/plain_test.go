package report

import (
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/assessment/assessmenttest"
	"github.com/hrdd-go/hrdd/risk"
)

func TestThoseAffectedReadWhatIsDoneAboutEachHarmAndByWhen(t *testing.T) {
	asked := assessmenttest.Recommendation(1, assessment.Propose, assessment.Accept, assessment.Start)
	asked.Title, asked.Risks = "Pay the fees back", []uuid.UUID{idOf("a")}
	for i := range asked.Events {
		asked.Events[i].Due = risk.MustParseDate("2026-02-01")
	}
	done := assessmenttest.Recommendation(2, assessment.Propose, assessment.Accept, assessment.Start, assessment.Implement)
	done.Title, done.Risks = "Post the rules", []uuid.UUID{idOf("a")}
	doc := &assessment.Assessment{
		Risks: []assessment.Risk{{ID: idOf("a"), Title: "Fees for jobs", Status: risk.Actual, Controls: []uuid.UUID{idOf("control"), idOf("other")}},
			{ID: idOf("b"), Title: "Locked doors"}},
		Recommendations: []assessment.Recommendation{asked, done},
		Actions: []assessment.Action{{Title: "Hotline in four languages", Risks: []uuid.UUID{idOf("a")}, Period: risk.Period{From: risk.YearOf(2026)}},
			{Title: "Training", Risks: []uuid.UUID{idOf("a")}}},
		Controls: []assessment.Control{{ID: idOf("control"), Title: "No-fee rule", InPlace: risk.Yes, Effect: assessment.PartlyEffective},
			{ID: idOf("other"), Title: "A promise", InPlace: risk.No}},
	}
	doc.Period.To = risk.MustParseDate("2026-12-31")
	read := func() string {
		return asMarkdown(t, evaluate(t, doc), Options{Audience: Affected, Sections: []Section{Risks}})
	}
	got := read()
	for _, want := range []string{
		"Pay the fees back; being done, by 1\u00a0February 2026; this is late", "Post the rules; the company says that it is done\\\n",
		"Hotline in four languages; since 2026", "Training; when is not stated",
		"No-fee rule; in place; it was seen to help in part", "The report does not say that anything is being done about this",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "A promise") {
		t.Error("a measure that is not in place is said to be done")
	}
	doc.Redactions = []assessment.Redaction{{Pointer: "/recommendations"}, {Pointer: "/actions"}, {Pointer: "/controls"}}
	if got := read(); !strings.Contains(got, "**What is being done**: *withheld*") || strings.Contains(got, "No-fee") {
		t.Errorf("what is withheld is read as nothing, or shown:\n%s", got)
	}
}
