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
		{"gri-2021", "3-3-", 6}, {"fr-vigilance-2017", "", 6}, {"no-transparency-2021", "", 3}, {"uk-modern-slavery-2015", "", 7},
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
		if f.Title == "" || f.Status == FrameworkStatusNotStated || len(f.Sources) == 0 || f.Unverified == "" {
			t.Errorf("%s lacks its title, status, source or what was not verified", f.ID)
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
				key := "framework." + f.ID + "." + d.ID
				if got := p.Text(key); got == "" || strings.Contains(got, key) {
					t.Errorf("%s: no text for %s", language, key)
				}
			}
		}
	}
}

func TestEveryNeedIsLookedForOrSaidToBeTheCompanys(t *testing.T) {
	own := map[Need]bool{TopLevelOversight: true, Tensions: true}
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
		c := Cover(ev, f, CoverageOptions{})
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
		for _, a := range Cover(ev, f, CoverageOptions{}).Answers {
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
	got := find(Cover(evaluate(t, a), f, CoverageOptions{}), "A1")
	if got.Answered != Partly || len(got.Missing) != 1 || got.Missing[0] != PolicyPublic || got.From[0].Pointer != "/policy" {
		t.Errorf("got %+v", got)
	}
	a.Policy.Public = risk.Yes
	if got := find(Cover(evaluate(t, a), f, CoverageOptions{}), "A1"); got.Answered != Fully || len(got.Missing) != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestWhatDoesNotApplyNeedsAReason(t *testing.T) {
	ev := evaluate(t, &assessment.Assessment{})
	f, _ := FrameworkByID("fr-vigilance-2017")
	c := Cover(ev, f, CoverageOptions{NotApplicable: map[string]string{"1": "below the thresholds", "2": ""}})
	if c.NotApplicable != 1 || c.Answers[0].Answered != NotApplicable || c.Answers[1].Answered != NotYet || c.Applicable() != 5 {
		t.Errorf("%d not applicable, %d apply", c.NotApplicable, c.Applicable())
	}
}

func TestNoHarmIsToldOnlyIfAllThatWasFoundIsNamed(t *testing.T) {
	a := &assessment.Assessment{Risks: []assessment.Risk{{ID: uuid.NewSHA1(uuid.Nil, []byte("k")), Status: risk.Potential}}}
	m := func() *material { return &material{ev: evaluate(t, a), doc: a} }
	if _, have := m().look(HarmDone); have != absent {
		t.Error("potential harm alone is read as no harm done")
	}
	a.RisksComplete = risk.Yes
	if _, have := m().look(HarmDone); have != whole {
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
	own := &Framework{ID: "ours-1", Title: "House rules", Status: InForce, Disclosures: []Disclosure{{ID: "1", Title: "What we owe <people>", Needs: []Need{RisksNamed}}}}
	var b bytes.Buffer
	if err := Write(context.Background(), &b, evaluate(t, &assessment.Assessment{}), Options{Frameworks: []*Framework{own}}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "What we owe &lt;people&gt;") {
		t.Error("the title of the host's disclosure is not shown as text")
	}
}
