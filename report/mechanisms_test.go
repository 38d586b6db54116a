package report_test

import (
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/report"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// heard returns an assessment with mechanisms that were held against the
// criteria, and a supply network that they reach in part.
func heard() *assessment.Assessment {
	id := grievancetest.ID
	site := func(n, workers int, country string) supplier.Site {
		s := supplier.Site{ID: id(n), Country: country}
		if workers > 0 {
			s.Workforce = supplier.Workforce{Total: risk.CountOf(workers), Groups: []supplier.GroupAtRisk{{Group: "women"}}}
		}
		return s
	}
	level := func(c grievance.Criterion, l grievance.CriterionLevel) grievance.CriterionAssessment {
		return grievance.CriterionAssessment{Criterion: c, Level: l}
	}
	predictable := level(grievance.Predictable, grievance.EffectiveForUsers)
	predictable.UsersView = grievance.UsersView{Level: grievance.FormalOnly, Asked: risk.CountOf(120), Answered: risk.CountOf(87), Independent: risk.Yes,
		Groups: []risk.GroupID{"women"}, Summary: "Nobody told us how long it takes."}
	predictable.Indicators = []grievance.IndicatorResult{{Indicator: "time-per-stage", Answer: grievance.NotMet}, {Indicator: "published-procedure", Answer: grievance.PartlyMet}}
	equitable := level(grievance.Equitable, grievance.EffectiveForUsers)
	equitable.UsersView = grievance.UsersView{Level: grievance.Absent, Asked: risk.CountOf(3), Answered: risk.CountOf(2), Summary: "Two of us were sent home."}
	learning := level(grievance.LearningSource, grievance.FormalOnly)
	learning.Gaps = []string{"The review of cases ended with the project."}
	return &assessment.Assessment{
		Title: "Ways to complain", Company: assessment.Company{ID: id(20), Name: "Example"},
		Suppliers: []supplier.Supplier{
			{ID: id(20), Name: "Example", Buyer: true, Sites: []supplier.Site{site(30, 200, "FR")}},
			{ID: id(21), Name: "Assembly", Sites: []supplier.Site{site(31, 4000, "MY"), site(32, 0, "VN")}},
			{ID: id(22), Name: "Smelter", Sites: []supplier.Site{site(33, 350, "PE")}},
			{ID: id(23), Name: "Office"},
		},
		Relationships: []supplier.Relationship{
			{From: id(21), To: id(20)}, {From: id(22), To: id(21)}, {From: id(23), To: id(20)},
		},
		Mechanisms: []grievance.Mechanism{
			grievancetest.Mechanism(func(m *grievance.Mechanism) {
				m.Illustrative, m.Name = false, "Workers' line"
				m.Reach = grievance.Reach{Countries: []string{"MY", "FR"}, Sites: []uuid.UUID{id(31)}}
			}),
			{ID: id(2), Name: "Industry portal", Kind: grievance.Industry, Users: []grievance.User{grievance.SupplyChainWorkers},
				Reach: grievance.Reach{Suppliers: []uuid.UUID{id(23)}}, PrecludesOtherRemedies: risk.Yes,
				FreeOfCharge: risk.No, Cost: risk.Money{Minor: 500, Currency: "MYR"}},
		},
		MechanismAssessments: []grievance.MechanismAssessment{
			{ID: id(40), Mechanism: id(1), Period: risk.Period{From: risk.YearOf(2021), To: risk.YearOf(2021)}, Criteria: []grievance.CriterionAssessment{
				level(grievance.Legitimate, grievance.Implemented), level(grievance.Accessible, grievance.Absent), predictable, equitable,
				level(grievance.RightsCompatible, grievance.FormalOnly), learning, level(grievance.Dialogue, grievance.FormalOnly),
			}},
			{ID: id(41), Mechanism: id(2)},
		},
	}
}

func evaluation(t testing.TB, a *assessment.Assessment) *assessment.Evaluation {
	t.Helper()
	ev, err := assessment.Evaluate(t.Context(), a, assessment.EvaluateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return ev
}

// part returns the text of a part of an HTML report.
func part(t testing.TB, b []byte, section report.Section) string {
	t.Helper()
	_, after, ok := strings.Cut(string(b), `<section id="`+section.String()+`"`)
	if !ok {
		t.Fatalf("the report has no part %s", section)
	}
	in, _, _ := strings.Cut(after, "</section>")
	return in
}

func TestMechanismsShowInEveryLanguageAndFormat(t *testing.T) {
	ev := evaluation(t, heard())
	for _, lang := range report.Languages() {
		for _, audience := range []report.Audience{report.Public, report.Internal, report.Affected} {
			for _, format := range []report.Format{report.HTML, report.Markdown} {
				got := written(t, ev, report.Options{Format: format, Language: lang, Audience: audience}, "mechanisms-"+lang+"-"+audience.String())
				if format == report.HTML && strings.Contains(string(got), "[") {
					t.Errorf("%s lacks a text: %s", lang, around(got, '['))
				}
			}
		}
	}
}

func TestALevelThatUsersDoNotConfirmIsNotShownAsTheirs(t *testing.T) {
	got := part(t, written(t, evaluation(t, heard()), report.Options{}, ""), report.Mechanisms)
	for _, want := range []string{
		"stated: works, say its users; users say otherwise, so this cannot stand",
		"lower than the assessor", "87 of 120 people asked answered", "Nobody told us how long it takes.",
		"Set a time limit for each stage", "The review of cases ended with the project.",
		"Open a first channel", // accessible is absent
		"whoever uses it gives up courts", "MYR 5",
	} {
		if !strings.Contains(got, want) && !strings.Contains(strings.ReplaceAll(got, "\u00a0", " "), want) {
			t.Errorf("no %q", want)
		}
	}
}

func TestWhatFewPeopleSaidIsShownInsideTheCompanyOnly(t *testing.T) {
	ev := evaluation(t, heard())
	for audience, shows := range map[report.Audience]bool{report.Public: false, report.Affected: false, report.Internal: true} {
		got := part(t, written(t, ev, report.Options{Audience: audience, Sections: []report.Section{report.Mechanisms}}, ""), report.Mechanisms)
		if strings.Contains(got, "sent home") != shows || strings.Contains(got, "2 of 3 people") != shows {
			t.Errorf("%s: shows: %v, want %v", audience, !shows, shows)
		}
	}
}

func TestDialogueIsAskedOnlyOfMechanismsOfABusiness(t *testing.T) {
	got := part(t, written(t, evaluation(t, heard()), report.Options{}, ""), report.Mechanisms)
	if n := strings.Count(got, "Engagement and dialogue"); n != 1 {
		t.Errorf("the criterion stands in %d tables, want that of the company's own mechanism only", n)
	}
	if !strings.Contains(got, "0 of the 7 criteria") || !strings.Contains(got, "7 of the 8 criteria") {
		t.Error("the criteria that are asked are not counted by kind")
	}
}

func TestThatNobodyKnowsIsNotNone(t *testing.T) {
	a := heard()
	if got := part(t, written(t, evaluation(t, a), report.Options{}, ""), report.Mechanisms); !strings.Contains(got, "Nobody knows") ||
		!strings.Contains(got, "1 supplier names no site") {
		t.Error("coverage does not tell what nobody knows")
	}
	row := func(a *assessment.Assessment) string {
		md := string(written(t, evaluation(t, a), report.Options{Format: report.Markdown}, ""))
		_, after, _ := strings.Cut(md, "| Tier 2 |")
		line, _, _ := strings.Cut(after, "\n")
		return line
	}
	if got := row(a); !strings.Contains(got, "0 sites | 1 site; 350 people work there | 0 sites") {
		t.Errorf("a smelter beyond reach: %s", got)
	}
	a.Mechanisms[1].Reach = grievance.Reach{}
	if got := row(a); !strings.Contains(got, "0 sites | 0 sites | 1 site; 350 people work there") {
		t.Errorf("a smelter of which nobody knows: %s", got)
	}
}

func TestAnIllustrativeMechanismGivesNobodyAccess(t *testing.T) {
	a := heard()
	a.Mechanisms = a.Mechanisms[:1]
	a.Mechanisms[0].Illustrative = true
	got := part(t, written(t, evaluation(t, a), report.Options{}, ""), report.Mechanisms)
	if !strings.Contains(got, "They give nobody access") || !strings.Contains(got, "badge illustrative") {
		t.Error("a mechanism that was made up counts")
	}
}

func TestMechanismsTellNobodyWhatIsWithheld(t *testing.T) {
	for pointer, secrets := range map[string][]string{
		"/mechanisms/0":                                        {"Workers&#39; line", "Workers’ line", "Workers' line", "Nobody told us"},
		"/mechanisms/0/name":                                   {"Workers&#39; line", "Workers’ line", "Workers' line"},
		"/mechanisms/1/cost":                                   {"MYR"},
		"/mechanismAssessments/0":                              {"Nobody told us", "project"},
		"/mechanismAssessments/0/criteria/2":                   {"Nobody told us", "87 of 120", "Set a time limit"},
		"/mechanismAssessments/0/criteria/2/usersView/summary": {"Nobody told us"},
		"/mechanismAssessments/0/criteria":                     {"Nobody told us", "project", "Absent", "absent"},
		"/suppliers/1/sites/0":                                 {"4,000"},
		"/mechanisms":                                          {"Workers", "Nobody told us"},
	} {
		a := heard()
		a.Redactions = []assessment.Redaction{{Pointer: pointer, Reason: assessment.RiskToPeople}}
		ev := evaluation(t, a)
		for _, audience := range []report.Audience{report.Public, report.Affected} {
			got := part(t, written(t, ev, report.Options{Audience: audience, Sections: []report.Section{report.Mechanisms}}, ""), report.Mechanisms)
			for _, secret := range secrets {
				if strings.Contains(got, secret) {
					t.Errorf("%s for %s: %q shows", pointer, audience, secret)
				}
			}
		}
		if got := part(t, written(t, ev, report.Options{Audience: report.Internal, Sections: []report.Section{report.Mechanisms}}, ""), report.Mechanisms); !strings.Contains(got, "Nobody told us") {
			t.Errorf("%s: inside the company something is withheld", pointer)
		}
	}
}
