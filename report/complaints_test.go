package report_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/report"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// registered returns a register of cases that were made at random.
func registered(t testing.TB, n int) *grievance.Register {
	t.Helper()
	r := grievance.NewRegister(risk.MustParseDate("2021-12-31"), []grievance.Mechanism{grievancetest.Mechanism()})
	for c := range grievancetest.Cases(1, n) {
		events := c.Events
		c.Events = nil
		if _, err := r.Open(&c); err != nil {
			t.Fatal(err)
		}
		r.Fold(slices.Values(events))
	}
	return r
}

// published returns the figures on cases that may leave.
func published(t testing.TB, n, threshold int) *grievance.Published {
	t.Helper()
	p, err := registered(t, n).Publish(grievance.Suppression{Threshold: threshold})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestComplaintsShowInEveryLanguageAndFormat(t *testing.T) {
	r := registered(t, 400)
	p, err := r.Publish(grievance.Suppression{})
	if err != nil {
		t.Fatal(err)
	}
	ev := evaluation(t, heard())
	lessons := r.Suggest(grievance.Lessons{Signals: grievance.Signals{Places: grievancetest.Places()}})
	for _, lang := range report.Languages() {
		for _, audience := range []report.Audience{report.Public, report.Internal, report.Affected} {
			for _, format := range []report.Format{report.HTML, report.Markdown} {
				got := written(t, ev, report.Options{Format: format, Language: lang, Audience: audience, Complaints: p, Lessons: lessons,
					Sections: []report.Section{report.Complaints}}, "complaints-"+lang+"-"+audience.String())
				if format == report.HTML && strings.Contains(string(got), "[") {
					t.Errorf("%s lacks a text: %s", lang, around(got, '['))
				}
			}
		}
	}
}

func TestASuppressedFigureStaysSuppressed(t *testing.T) {
	ev := evaluation(t, heard())
	for _, threshold := range []int{0, 5, 20} {
		for _, n := range []int{0, 3, 40, 400} {
			p := published(t, n, threshold)
			md := string(written(t, ev, report.Options{Format: report.Markdown, Complaints: p, Sections: []report.Section{report.Complaints}}, ""))
			named := 0
			for line := range strings.Lines(md) {
				cells := strings.Split(strings.TrimSpace(line), "|")
				if len(cells) != 4 { // a table of values and cases
					continue
				}
				if cases, err := strconv.Atoi(strings.TrimSpace(cells[2])); err == nil {
					named++
					if cases < p.Threshold() {
						t.Errorf("%d cases, threshold %d: %s", n, p.Threshold(), line)
					}
				}
			}
			rows := 0
			for table := range p.Tables() {
				rows += len(table.Rows)
				if rest, known := table.Rest.Known(); known && rest > 0 {
					rows++
				}
			}
			if named != rows {
				t.Errorf("%d cases, threshold %d: %d figures show, %d may", n, p.Threshold(), named, rows)
			}
			if !strings.Contains(md, "never evidence that there is no harm") {
				t.Error("that no cases are no evidence of no harm is not said")
			}
			if _, known := p.Cases().Known(); !known && !strings.Contains(md, "not shown") {
				t.Errorf("%d cases are not told apart from none, and show", n)
			}
		}
	}
}

func TestWithoutFiguresNothingIsConcluded(t *testing.T) {
	md := string(written(t, evaluation(t, heard()), report.Options{Format: report.Markdown, Sections: []report.Section{report.Complaints}}, ""))
	if !strings.Contains(md, "No figures on complaints are published") || !strings.Contains(md, "never evidence") {
		t.Errorf("%s", md)
	}
}

func TestLessonsShowInsideTheCompanyOnly(t *testing.T) {
	a := heard()
	a.Risks = []assessment.Risk{{ID: grievancetest.ID(50), Title: "Fees for jobs"}}
	ev := evaluation(t, a)
	lessons := []grievance.Suggestion{{Kind: grievance.RateAsActual, Risk: grievancetest.ID(50), Right: "fair-wage", Source: risk.Principle(17)}}
	for audience, shows := range map[report.Audience]bool{report.Public: false, report.Affected: false, report.Internal: true} {
		got := string(written(t, ev, report.Options{Audience: audience, Lessons: lessons}, ""))
		if strings.Contains(got, "Rate as harm that has happened") != shows || strings.Contains(got, `id="complaints"`) != shows {
			t.Errorf("%s: shows: %v, want %v", audience, !shows, shows)
		}
		if shows && !strings.Contains(part(t, []byte(got), report.Complaints), "Fees for jobs") {
			t.Error("a lesson does not say what it is about")
		}
	}
}

func TestFiguresNameNoMechanismOrSiteThatIsWithheld(t *testing.T) {
	p := published(t, 600, 2)
	a := heard()
	// The sites of the cases, and the mechanism that took them.
	a.Suppliers[1].Sites = nil
	for i := range 100 {
		a.Suppliers[1].Sites = append(a.Suppliers[1].Sites, supplier.Site{ID: grievancetest.ID(100 + i), Name: "Hall " + strconv.Itoa(i)})
	}
	if got := part(t, written(t, evaluation(t, a), report.Options{Complaints: p}, ""), report.Complaints); !strings.Contains(got, "Hall ") || !strings.Contains(got, "Assembly") {
		t.Fatal("no site is named: the test shows too little")
	}
	for _, pointer := range []string{"/suppliers/1/name", "/suppliers/1/sites/3", "/suppliers", "/suppliers/1"} {
		a.Redactions = []assessment.Redaction{{Pointer: pointer, Reason: assessment.RiskToPeople}}
		ev := evaluation(t, a)
		for _, audience := range []report.Audience{report.Public, report.Affected} {
			if got := part(t, written(t, ev, report.Options{Complaints: p, Audience: audience, Sections: []report.Section{report.Complaints}}, ""), report.Complaints); strings.Contains(got, "Assembly") || strings.Contains(got, "Hall ") {
				t.Errorf("%s for %s: a withheld site is named", pointer, audience)
			}
		}
	}
}
