package report

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

func TestTheFrameworksHaveTheDisclosuresThatTheirTextsHave(t *testing.T) {
	// Counts as published: see the sources of each framework.
	prefix := func(f *Framework, p string) int {
		n := 0
		for _, d := range f.Disclosures {
			if strings.HasPrefix(d.ID, p) {
				n++
			}
		}
		return n
	}
	for _, c := range []struct {
		framework, prefix string
		want              int
	}{
		{"ungp-reporting-2015", "A", 2 + 8}, {"ungp-reporting-2015", "B", 4}, {"ungp-reporting-2015", "C", 6 + 15},
		{"esrs-2023", "S1-", 17}, {"esrs-2023", "S2-", 5}, {"esrs-2023", "S3-", 5}, {"esrs-2023", "S4-", 5},
		{"esrs-2026", "S1-", 16}, {"esrs-2026", "S2-", 4}, {"esrs-2026", "S3-", 4}, {"esrs-2026", "S4-", 4},
		{"gri-2021", "3-3-", 6}, {"fr-vigilance-2017", "", 6}, {"no-transparency-2021", "5", 3}, {"no-transparency-2021", "", 5}, {"gri-2021", "2-", 30}, {"gri-2021", "403-", 10}, {"lksg-2021", "", 7}, {"csddd-2026", "", 10}, {"uk-modern-slavery-2015", "", 7},
	} {
		f, ok := FrameworkByID(c.framework)
		if !ok {
			t.Fatalf("no framework %s", c.framework)
		}
		if got := prefix(f, c.prefix); got != c.want {
			t.Errorf("%s: %d disclosures %s..., want %d", c.framework, got, c.prefix, c.want)
		}
	}
}

func TestEveryFrameworkIsCompleteAndItsTextsAreThere(t *testing.T) {
	for f := range Frameworks() {
		for what, given := range map[string]bool{
			"Title": f.Title != "", "Version": f.Version != "", "Sources": len(f.Sources) > 0, "Unverified": f.Unverified != "",
			"a milestone before Checked": f.Status() != FrameworkStatusNotStated,
		} {
			if !given {
				t.Errorf("%s has no %s", f.ID, what)
			}
		}
		seen := map[string]bool{}
		for _, d := range f.Disclosures {
			if seen[d.ID] {
				t.Errorf("%s %s is there twice", f.ID, d.ID)
			}
			seen[d.ID] = true
			if len(d.Needs) == 0 {
				t.Errorf("%s %s needs nothing", f.ID, d.ID)
			}
			for _, n := range d.Needs {
				if n == NeedNotStated || !n.Valid() {
					t.Errorf("%s %s needs %s", f.ID, d.ID, n)
				}
			}
			for _, language := range Languages() {
				p, err := (&Options{Language: language}).printer()
				if err != nil {
					t.Fatal(err)
				}
				key := "framework." + first(f.texts, f.ID) + "." + d.ID
				if got := p.Text(key); got == "" || strings.Contains(got, key) {
					t.Errorf("%s: no text for %s", language, key)
				}
			}
		}
	}
}

func TestEveryNeedIsLookedForOrSaidToBeTheCompanys(t *testing.T) {
	own := map[Need]bool{
		TopLevelOversight: true, Tensions: true, SecurityTraining: true, GovernanceDescribed: true, ComplianceFigures: true,
		InformationRequests: true, SupplierFigures: true,
	}
	for n := range needText.All {
		if n == NeedNotStated {
			continue
		}
		looked := int(n) < len(lookFor) && lookFor[n] != nil
		if looked == own[n] {
			t.Errorf("%s: looked for %v", n, looked)
		}
	}
}

func evaluate(t *testing.T, a *assessment.Assessment) *assessment.Evaluation {
	t.Helper()
	ev, err := assessment.Evaluate(context.Background(), a, assessment.EvaluateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return ev
}

func TestAnEmptyAssessmentAnswersNothing(t *testing.T) {
	ev := evaluate(t, &assessment.Assessment{})
	for f := range Frameworks() {
		c := Cover(ev, f, Public, CoverageOptions{})
		if c.Fully != 0 || c.Partly != 0 || c.NotYet != len(f.Disclosures) {
			t.Errorf("%s: %d answered, %d in part", f.ID, c.Fully, c.Partly)
		}
	}
}

// madeUp is an assessment in which everything that can be marked illustrative
// is.
func madeUp() *assessment.Assessment {
	id := uuid.NewSHA1(uuid.Nil, []byte("x"))
	return &assessment.Assessment{
		Risks:     []assessment.Risk{{ID: id, Illustrative: true, Status: risk.Actual, Rights: []risk.RightID{"child-labour", "forced-labour"}, Groups: []risk.GroupID{"indigenous-peoples"}}},
		Linkages:  []assessment.Linkage{{Illustrative: true, Involvement: risk.Causes, Claimed: supplier.Proximity{OwnOperations: true}}},
		Controls:  []assessment.Control{{Illustrative: true, Kind: assessment.SupplierAssessment, InPlace: risk.Yes, Effect: assessment.Effective}},
		Suppliers: []supplier.Supplier{{ID: id, Illustrative: true}},
	}
}

func TestNothingIllustrativeAnswersADisclosure(t *testing.T) {
	ev := evaluate(t, madeUp())
	for f := range Frameworks() {
		for _, a := range Cover(ev, f, Public, CoverageOptions{}).Answers {
			if a.Answered != NotYet {
				t.Errorf("%s %s is answered from %v", f.ID, a.Disclosure.ID, a.From)
			}
		}
	}
}

func TestADisclosureIsPartlyAnsweredWhileSomethingIsMissing(t *testing.T) {
	a := &assessment.Assessment{Policy: assessment.PolicyCommitment{Title: "policy"}}
	f, _ := FrameworkByID("ungp-reporting-2015")
	find := func(c *Coverage, id string) Answer {
		for _, a := range c.Answers {
			if a.Disclosure.ID == id {
				return a
			}
		}
		t.Fatalf("no %s", id)
		return Answer{}
	}
	got := find(Cover(evaluate(t, a), f, Public, CoverageOptions{}), "A1")
	if got.Answered != Partly || len(got.Missing) != 1 || got.Missing[0] != PolicyPublic || got.From[0].Pointer != "/policy" {
		t.Errorf("got %+v", got)
	}
	a.Policy.Public = risk.Yes
	if got := find(Cover(evaluate(t, a), f, Public, CoverageOptions{}), "A1"); got.Answered != Fully || len(got.Missing) != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestWhatDoesNotApplyNeedsAReason(t *testing.T) {
	ev := evaluate(t, &assessment.Assessment{})
	f, _ := FrameworkByID("fr-vigilance-2017")
	c := Cover(ev, f, Public, CoverageOptions{NotApplicable: map[DisclosureRef]string{
		{f.ID, "1"}: "below the thresholds", {f.ID, "2"}: "", {"esrs-2026", "3"}: "of another framework",
	}})
	if c.NotApplicable != 1 || c.Answers[0].Answered != NotApplicable || c.Answers[1].Answered != NotYet || c.Applicable() != 5 {
		t.Errorf("%d not applicable, %d apply", c.NotApplicable, c.Applicable())
	}
}

func TestNoHarmIsToldOnlyIfAllThatWasFoundIsNamed(t *testing.T) {
	a := &assessment.Assessment{Risks: []assessment.Risk{{ID: uuid.NewSHA1(uuid.Nil, []byte("k")), Status: risk.Potential}}}
	m := func() *material { return gather(evaluate(t, a), CoverageOptions{}, Internal) }
	if _, have := m().look(HarmDone, AboutEveryone); have != absent {
		t.Error("potential harm alone is read as no harm done")
	}
	a.RisksComplete = risk.Yes
	if _, have := m().look(HarmDone, AboutEveryone); have != whole {
		t.Error("a whole list of potential harm does not tell that none was done")
	}
}

func TestAReportShowsTheVersionAndStatusOfEachFramework(t *testing.T) {
	f, _ := FrameworkByID("esrs-2026")
	for language, want := range map[string]string{"en": "adopted, not yet applied", "fr": "adopté, pas encore applicable"} {
		var b bytes.Buffer
		err := Write(context.Background(), &b, evaluate(t, &assessment.Assessment{}), Options{Format: Markdown, Language: language, Frameworks: []*Framework{f}})
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range []string{want, "2026", "S1-16"} {
			if !strings.Contains(b.String(), w) {
				t.Errorf("%s: the report does not say %q", language, w)
			}
		}
	}
}

func TestAHostBringsItsOwnFramework(t *testing.T) {
	own := &Framework{ID: "ours-1", Title: "House rules", Disclosures: []Disclosure{{ID: "1", Title: "What we owe <people>", Needs: []Need{RisksNamed}}}}
	var b bytes.Buffer
	if err := Write(context.Background(), &b, evaluate(t, &assessment.Assessment{}), Options{Frameworks: []*Framework{own}}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "What we owe &lt;people&gt;") {
		t.Error("the title of the host's disclosure is not shown as text")
	}
}

func TestTheStatusOfAVersionFollowsItsMilestones(t *testing.T) {
	for _, c := range []struct {
		framework, day string
		want           FrameworkStatus
	}{
		{"esrs-2026", "2026-07-02", FrameworkStatusNotStated}, {"esrs-2026", "2026-07-03", Adopted}, {"esrs-2026", "2026-11-10", InForce},
		{"esrs-2023", "2026-10-31", InForce}, {"esrs-2023", "2027-01-01", Repealed}, {"esrs-2023-reliefs", "2027-01-01", Repealed},
		{"csddd-2026", "2026-10-31", Adopted}, {"csddd-2026", "2029-07-25", Adopted}, {"csddd-2026", "2029-07-26", InForce},
		{"lksg-2021", "2025-09-02", InForce}, {"lksg-2021", "2025-09-03", Amended},
		{"ungp-reporting-2015", "2014", FrameworkStatusNotStated}, {"ungp-reporting-2015", "2016-01-01", InForce},
	} {
		f, ok := FrameworkByID(c.framework)
		if !ok {
			t.Fatal(c.framework)
		}
		if got := f.StatusOn(risk.MustParseDate(c.day)); got != c.want {
			t.Errorf("%s on %s: %s, want %s", c.framework, c.day, got, c.want)
		}
		if f.StatusOn(risk.Date{}) != FrameworkStatusNotStated {
			t.Errorf("%s has a status on no day", c.framework)
		}
	}
	mixed := Framework{Milestones: []Milestone{
		{On: risk.YearOf(2020), Status: Repealed}, {On: risk.MustParseDate("2019-05-01"), Status: InForce}, {On: risk.MustParseDate("2018-05"), Status: Adopted},
	}}
	for day, want := range map[string]FrameworkStatus{"2018-05-30": 0, "2018-05-31": Adopted, "2020-12-30": InForce, "2020-12-31": Repealed} {
		if got := mixed.StatusOn(risk.MustParseDate(day)); got != want {
			t.Errorf("milestones in any order, %s: %s, want %s", day, got, want)
		}
	}
}

func TestAMilestoneThatIsToComeIsNoStatusYet(t *testing.T) {
	for f := range Frameworks() {
		for i, m := range f.Milestones {
			if m.On.IsZero() || m.Status == FrameworkStatusNotStated || i > 0 && m.On.Before(f.Milestones[i-1].On) {
				t.Errorf("%s: milestone %d", f.ID, i)
			}
		}
		if f.Status() == Repealed {
			t.Errorf("%s is repealed", f.ID)
		}
	}
}

// asMarkdown writes a report as Markdown.
func asMarkdown(t *testing.T, ev *assessment.Evaluation, opts Options) string {
	t.Helper()
	var b bytes.Buffer
	opts.Format = Markdown
	if err := Write(context.Background(), &b, ev, opts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAContentIndexSaysWhereAndWhatIsLeftOutAndWhy(t *testing.T) {
	doc := &assessment.Assessment{
		Company: assessment.Company{Name: "Example"}, Period: risk.Period{To: risk.MustParseDate("2021-12-31")},
		Policy: assessment.PolicyCommitment{Title: "policy", Public: risk.Yes}, Risks: []assessment.Risk{someRisk("a")},
		Controls:   []assessment.Control{someControl(assessment.Standard)},
		Redactions: []assessment.Redaction{{Pointer: "/policy", Reason: assessment.Confidentiality}},
	}
	f, _ := FrameworkByID("gri-2021")
	opts := Options{Frameworks: []*Framework{f}, Coverage: CoverageOptions{NotApplicable: map[DisclosureRef]string{{f.ID, "410-1"}: "no security staff"}}}
	got := asMarkdown(t, evaluate(t, doc), opts)
	for _, want := range []string{
		"## Content index", "This report is about Example (period: until 31 December 2021) and refers to this version: 2021, topics of 2016 and 2018",
		"| 3-3-a | Management of a topic: impacts | Salient risks | – |",
		"| 2-3 | Period, frequency and contact | Title page | Not available:",
		"| 410-1 | Security staff trained in human rights | – | Does not apply: no security staff |",
		"Withheld, for the reasons stated in this report: a described policy commitment",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the index does not say %q", want)
		}
	}
	for audience, want := range map[Audience]bool{Public: true, Internal: false, Affected: false} {
		o := opts
		o.Audience = audience
		if strings.Contains(asMarkdown(t, evaluate(t, doc), o), "Content index") != want {
			t.Errorf("%s: an index is there: %v", audience, !want)
		}
	}
	opts.Sections = []Section{ContentIndex}
	if got := asMarkdown(t, evaluate(t, doc), opts); strings.Contains(got, "| Salient risks |") {
		t.Error("the index points at a section that the report does not have")
	}
}

func TestNoIDOfAHostBecomesMarkup(t *testing.T) {
	own := &Framework{ID: "x\"><script>1</script>", Title: "<i>", Version: "<b>", Note: "<u>", Unverified: "<s>",
		Disclosures: []Disclosure{{ID: "\"><img>", Title: "<p>", Needs: []Need{RisksNamed, 200}, About: 99}}}
	var b bytes.Buffer
	opts := Options{Frameworks: []*Framework{own, own}, Sections: []Section{Disclosures, ContentIndex}}
	if err := Write(context.Background(), &b, evaluate(t, &assessment.Assessment{}), opts); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<script", "<img>", "<i>", "<b>", "<u>", "<s>"} {
		if strings.Contains(b.String(), bad) {
			t.Errorf("the page has %s", bad)
		}
	}
	ids := map[string]bool{}
	for _, part := range strings.Split(b.String(), " id=\"")[1:] {
		id, _, _ := strings.Cut(part, "\"")
		if ids[id] {
			t.Errorf("two elements have the ID %q", id)
		}
		ids[id] = true
	}
}
