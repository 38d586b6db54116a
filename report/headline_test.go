package report

import (
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/assessment/assessmenttest"
	"github.com/hrdd-go/hrdd/risk"
)

// front returns the title page of a report as Markdown.
func front(t *testing.T, doc *assessment.Assessment, opts Options) string {
	t.Helper()
	page, _, ok := strings.Cut(asMarkdown(t, evaluate(t, doc), opts), "\n## ")
	if !ok {
		t.Fatal("the report has no contents")
	}
	return page
}

func rated(id, title string, status risk.Status, scale risk.Level) assessment.Risk {
	r := risk.Rating{Scale: scale, Scope: scale, Irremediability: scale, Likelihood: 2}
	if status == risk.Actual {
		r.Likelihood = risk.Occurred
	}
	return assessment.Risk{ID: idOf(id), Title: title, Status: status,
		Ratings: []assessment.RiskRating{{Basis: risk.Inherent, Rating: risk.Range{Lo: r, Hi: r}}}}
}

func TestTheTitlePageSaysWhetherHarmHasHappenedAndWhatIsGravestAndLate(t *testing.T) {
	late := assessmenttest.Recommendation(1, assessment.Propose, assessment.Accept, assessment.Start)
	late.Title, late.Risks = "Pay the fees back", []uuid.UUID{idOf("a")}
	for i := range late.Events {
		late.Events[i].Due = risk.MustParseDate("2026-02-01")
	}
	undated := assessmenttest.Recommendation(2, assessment.Propose, assessment.Accept)
	undated.Title = "Post the rules"
	doc := func() *assessment.Assessment {
		d := &assessment.Assessment{
			Risks: []assessment.Risk{rated("a", "Fees for jobs", risk.Actual, 3), rated("b", "Locked doors", risk.Potential, 5),
				{ID: idOf("c"), Title: "Dust"}},
			Recommendations: []assessment.Recommendation{late, undated},
		}
		d.Period.To = risk.MustParseDate("2026-12-31")
		return d
	}
	for name, c := range map[string]struct {
		change  func(*assessment.Assessment)
		want    []string
		without string
	}{
		"all is told": {func(*assessment.Assessment) {}, []string{
			"**Has harm happened?**: **Yes: 1 of 3 risks**", "Fees for jobs", "for 1 risk nobody says", "**Gravest risks**: Locked doors",
			"1 risk is not rated and may be as grave", "**1 recommendation begun or done**; of 2 listed here; how many were made is not stated", "**1 recommendation**", "Pay the fees back",
			"1 open recommendation has no due date stated"}, "Post the rules"},
		"silence is no answer": {func(d *assessment.Assessment) { d.Risks, d.Recommendations = d.Risks[2:], d.Recommendations[1:] }, []string{
			"**Has harm happened?**: *not stated*", "**Gravest risks**: *not stated*", "**What is late**: 1 open recommendation has no due date stated"}, "None"},
		"no harm is reported": {func(d *assessment.Assessment) { d.Risks = d.Risks[1:2] }, []string{
			"**None is reported**", "1 risk of harm that may happen"}, "Yes"},
		"of one risk nobody says": {func(d *assessment.Assessment) { d.Risks = d.Risks[1:] }, []string{
			"**Not said of every risk**", "1 risk of harm that may happen", "for 1 risk nobody says"}, "None"},
		"what is made up is counted as such": {func(d *assessment.Assessment) { d.Risks[1].Illustrative = true }, []string{
			"**Yes: 1 of 3 risks**; for 1 risk nobody says; 1 illustrative"}, "None"},
		"all that were made are listed": {func(d *assessment.Assessment) { d.RecommendationCount = risk.CountOf(2) }, []string{
			"**1 of 2 recommendations begun or done**"}, "listed here"},
		"more were made than are listed": {func(d *assessment.Assessment) { d.RecommendationCount = risk.CountOf(9) }, []string{
			"**1 recommendation begun or done**; of 2 listed here; out of 9 made"}, "not stated; "},
		"how many were made is withheld": {func(d *assessment.Assessment) {
			d.RecommendationCount, d.Redactions = risk.CountOf(9), []assessment.Redaction{{Pointer: "/recommendationCount"}}
		}, []string{"of 2 listed here; how many were made is withheld"}, "9"},
		"nothing is late": {func(d *assessment.Assessment) { d.Period.To = risk.MustParseDate("2026-01-31") }, []string{
			"**Nothing that has a due date**"}, "Pay the fees back"},
		"a withheld status": {func(d *assessment.Assessment) { d.Redactions = []assessment.Redaction{{Pointer: "/risks/0/status"}} }, []string{
			"**Not said of every risk**", "for 1 risk this is withheld"}, "None"},
		"a withheld risk": {func(d *assessment.Assessment) { d.Redactions = []assessment.Redaction{{Pointer: "/risks/1"}} }, []string{
			"**Gravest risks**: Fees for jobs"}, "Locked doors"},
		"withheld events": {func(d *assessment.Assessment) {
			d.Redactions = []assessment.Redaction{{Pointer: "/recommendations/0/events/0"}}
		}, []string{
			"**0 recommendations begun or done**; of 1 listed here", "for 1 recommendation this is withheld"}, "Pay the fees back"},
		"all risks withheld": {func(d *assessment.Assessment) { d.Redactions = []assessment.Redaction{{Pointer: "/risks"}} }, nil, "harm happened"},
	} {
		t.Run(name, func(t *testing.T) {
			d := doc()
			c.change(d)
			got := front(t, d, Options{})
			for _, want := range c.want {
				if !strings.Contains(got, want) {
					t.Errorf("it does not say %q:\n%s", want, got)
				}
			}
			if strings.Contains(got, c.without) {
				t.Errorf("it says %q:\n%s", c.without, got)
			}
		})
	}
	if got := front(t, doc(), Options{Sections: []Section{Engagement}}); strings.Contains(got, "Fees for jobs") {
		t.Errorf("the title page has what the host left out:\n%s", got)
	}
}

func TestThoseAffectedReadFirstHowToComplainAndThatItIsSafe(t *testing.T) {
	doc := &assessment.Assessment{Risks: []assessment.Risk{rated("a", "Fees for jobs", risk.Actual, 3), rated("b", "Locked doors", risk.Potential, 5)}}
	got := front(t, doc, Options{Audience: Affected, Complaint: "Call 0800."})
	for _, want := range []string{"Call 0800.", "Nobody may punish you", "not have to pay", "2 harms", "1 has happened"} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q:\n%s", want, got)
		}
	}
	if got := front(t, &assessment.Assessment{Risks: doc.Risks[1:]}, Options{Audience: Affected}); !strings.Contains(got, "does not say that any of this has happened") {
		t.Errorf("it does not say whether harm has happened:\n%s", got)
	}
}
