package report_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/report"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// galleryRisks are things that go wrong in supply chains, of several lengths.
var galleryRisks = [...]string{
	"Forced labour of migrant workers who owe fees for their jobs", "Child labour in artisanal mines",
	"Locked fire exits", "Wages below the cost of living", "Unpaid overtime before launches of products",
	"Exposure to solvents without protection", "Dismissal of union organisers", "Violence by security guards",
	"Evictions without consultation or compensation", "Harassment of women on night shifts",
	"Water taken from farming communities", "Passports kept by labour agents", "Surveillance in dormitories",
	"Injuries from repeated movements", "Excessive temperatures in warehouses", "Discrimination in hiring",
	"Loss of land of an indigenous people without its free, prior and informed consent",
	"Drivers without rest", "Dust and silicosis in quarries", "Online abuse that moderators must watch",
}

// galleryDocument returns the made-up assessment of a year: forty risks, rated
// with and without ranges, of which some have happened; a network of n
// suppliers in which harm is linked; and twenty-four recommendations under way.
func galleryDocument(year, n int) *assessment.Assessment {
	r := rand.New(rand.NewPCG(7, 7))
	id := grievancetest.ID
	a := &assessment.Assessment{
		Version: assessment.Version, ID: id(1), Kind: assessment.Impact, Language: "en",
		Title:   fmt.Sprintf("Human rights in the making of our products, %d", year),
		Company: assessment.Company{ID: id(1000), Name: "Example Company"},
		Period:  risk.Period{From: risk.YearOf(year), To: risk.YearOf(year)},
		Scope: assessment.Scope{Breadth: assessment.Enterprise, Countries: []string{"MY", "CD", "FR", "VN"},
			Excluded: []assessment.Exclusion{{What: "Offices and data centres", Reason: "to be assessed next year"}}},
		Assessor: assessment.Assessor{Name: "Example Assessors", Independence: assessment.ExternalIndependent},
		Engagements: []assessment.Engagement{
			{ID: id(2), Groups: []risk.GroupID{"migrant-workers-international", "women"}, Directness: assessment.WithAffectedPeople, Method: assessment.Interviews, People: risk.CountOf(412), Safe: risk.Yes, TakenIn: risk.Yes},
			{ID: id(3), Groups: []risk.GroupID{"indigenous-peoples"}, Directness: assessment.WithAffectedPeople, Method: assessment.Interviews, People: risk.CountOf(96), Safe: risk.Unknown},
		},
		RecommendationCount: risk.CountOf(31),
	}
	for i := range 40 {
		title := galleryRisks[i%len(galleryRisks)]
		if i >= len(galleryRisks) {
			title += ", elsewhere"
		}
		k := assessment.Risk{ID: id(100 + i), Title: title, Status: risk.Potential, Illustrative: i%11 == 4}
		if i%3 > 0 {
			k.Code = fmt.Sprintf("HR-%02d", i+1)
		}
		lo := risk.Rating{Scale: risk.Level(1 + r.IntN(5)), Scope: risk.Level(1 + r.IntN(5)), Irremediability: risk.Level(1 + r.IntN(5)),
			Likelihood: risk.Likelihood(1 + r.IntN(5)), Delay: risk.No}
		if year > 2020 && r.IntN(3) == 0 {
			lo.Scale = max(1, lo.Scale-1)
		}
		hi := lo
		if i%2 == 0 {
			hi.Scale, hi.Scope, hi.Irremediability = min(5, lo.Scale+risk.Level(r.IntN(3))), min(5, lo.Scope+1), min(5, lo.Irremediability+risk.Level(r.IntN(2)))
			hi.Likelihood = min(5, lo.Likelihood+risk.Likelihood(r.IntN(3)))
		}
		if i%5 == 1 {
			k.Status, lo.Likelihood, hi.Likelihood = risk.Actual, risk.Occurred, risk.Occurred
		}
		if i%13 != 12 {
			k.Ratings = []assessment.RiskRating{{Basis: risk.Inherent, Rating: risk.Range{Lo: lo, Hi: hi}}}
		}
		a.Risks = append(a.Risks, k)
	}
	kinds := []supplier.Category{"final-assembly", "manufacturing", "minerals", "metals", "plastics", "logistics", "recruitment", "packaging", "chemicals", "textiles", "glass", "energy", "cleaning"}
	a.Suppliers = append(a.Suppliers, supplier.Supplier{ID: id(1000), Name: "Example Company", Buyer: true})
	for i := 1; i < n; i++ {
		kind := kinds[i%len(kinds)]
		a.Suppliers = append(a.Suppliers, supplier.Supplier{ID: id(1000 + i), Name: fmt.Sprintf("Supplier %d", i), Categories: []supplier.Category{kind}})
		a.Relationships = append(a.Relationships, supplier.Relationship{ID: id(20000 + i), From: id(1000 + i), To: id(1000 + i/7), Kind: supplier.Supply, Category: kind})
	}
	for i, at := range []int{n - 1, n / 2, 3} {
		a.Linkages = append(a.Linkages, assessment.Linkage{ID: id(40000 + i), Code: fmt.Sprintf("L%d", i+1), Title: fmt.Sprintf("Harm at supplier %d", at),
			Risks: []uuid.UUID{a.Risks[i].ID}, Covers: assessment.SupplierSet{Suppliers: []uuid.UUID{id(1000 + at)}},
			Involvement: risk.DirectlyLinked, Status: risk.Potential})
	}
	paths := [][]assessment.EventKind{
		{assessment.Propose}, {assessment.Propose, assessment.Accept}, {assessment.Propose, assessment.Accept, assessment.Start},
		{assessment.Propose, assessment.Accept, assessment.Plan, assessment.Start, assessment.Implement},
		{assessment.Propose, assessment.Accept, assessment.Start, assessment.Implement, assessment.VerifyEffective},
		{assessment.Propose, assessment.Reject}, {assessment.Propose, assessment.Accept, assessment.Start, assessment.Block},
	}
	for i := range 24 {
		rec := assessment.Recommendation{ID: id(50000 + i), Code: fmt.Sprintf("REC%d", i+1), Title: "Do what recommendation " + fmt.Sprint(i+1) + " asks", Risks: []uuid.UUID{a.Risks[i].ID}}
		on := time.Date(year-1, time.Month(1+i%12), 3+i, 0, 0, 0, 0, time.UTC)
		for j, kind := range paths[i%len(paths)] {
			rec.Events = append(rec.Events, assessment.Event{ID: id(60000 + i*10 + j), Kind: kind, On: risk.DateOf(on), By: "Sustainability", Reason: "as agreed",
				Owner: "Purchasing", Due: risk.DateOf(on.AddDate(1, 0, 0)), Evidence: []risk.Evidence{{Kind: risk.Document, Source: "Minutes"}}})
			on = on.AddDate(0, 1+(i+j)%5, 11)
		}
		a.Recommendations = append(a.Recommendations, rec)
	}
	return a
}

// TestAGalleryOfPictures writes a rich report in every language: every picture,
// with more in it than has room. The browser check opens what -keep keeps.
func TestAGalleryOfPictures(t *testing.T) {
	before, after := galleryDocument(2020, 300), galleryDocument(2021, 10_000)
	after.ID, after.Updates = grievancetest.ID(9), before.ID
	k, err := assessment.Compare(t.Context(), evaluation(t, before), evaluation(t, after), assessment.CompareOptions{})
	if err != nil {
		t.Fatal(err)
	}
	pictures := []string{"ranked", "salience-map", "network", "burn-up", "states", "state-times", "slope", "coverage"}
	for _, lang := range report.Languages() {
		got := string(written(t, k.After, report.Options{
			Language: lang, Comparison: k, Complaints: published(t, 400, 0), Frameworks: slices.Collect(report.Frameworks()),
		}, "gallery-"+lang))
		bars := "complaints-bars"
		if _, after, ok := strings.Cut(got, `<figure id="complaints-bars-`); ok { // the first table with more than one figure
			n, _, _ := strings.Cut(after, `"`)
			bars += "-" + n
		}
		for _, id := range append([]string{bars}, pictures...) {
			_, figure, ok := strings.Cut(got, `<figure id="`+id+`">`)
			if !ok {
				t.Errorf("%s: no picture %s", lang, id)
				continue
			}
			figure, after, _ := strings.Cut(figure, "</figure>")
			for _, part := range []string{"<figcaption>", `role="img"`, "<title id=", "<desc id="} {
				if !strings.Contains(figure, part) {
					t.Errorf("%s: the picture %s has no %s", lang, id, part)
				}
			}
			if strings.Contains(figure, "<desc id=\""+id+"-picture-desc\"></desc>") {
				t.Errorf("%s: the picture %s says nothing to those who do not see it", lang, id)
			}
			if next := strings.TrimSpace(after); !strings.HasPrefix(next, "<details") && !strings.HasPrefix(next, `<div class="scroll"`) {
				t.Errorf("%s: the picture %s has no table with the same figures", lang, id)
			}
		}
		if heard, _, _ := strings.Cut(got, `id="main"`); !strings.Contains(heard, "Offices and data centres") {
			t.Errorf("%s: the first page does not say what is not assessed", lang)
		}
	}
}

// TestHowDirectlyPeopleWereHeardIsNotGuessed holds the first page to what the
// document states: an exchange of which nobody says how direct it was is not
// one without those affected.
func TestHowDirectlyPeopleWereHeardIsNotGuessed(t *testing.T) {
	a := galleryDocument(2021, 2)
	for directness, want := range map[assessment.Directness]string{
		assessment.DirectnessNotStated: "how directly is not stated", assessment.ByProxy: "civil society: 2",
		assessment.WithAffectedPeople: "with affected people themselves: 2",
	} {
		for i := range a.Engagements {
			a.Engagements[i].Directness = directness
		}
		page := string(written(t, evaluation(t, a), report.Options{}, ""))
		front, _, _ := strings.Cut(page, `id="main"`)
		if !strings.Contains(front, "2 exchanges") || !strings.Contains(front, want) {
			t.Errorf("%v: the first page does not say %q", directness, want)
		}
	}
	a.Engagements = nil
	page := string(written(t, evaluation(t, a), report.Options{}, ""))
	front, _, _ := strings.Cut(page, `id="main"`)
	if _, heard, ok := strings.Cut(front, "<dt>Who was heard</dt>"); !ok || !strings.HasPrefix(heard, `<dd><span class="missing">not stated`) {
		t.Error("that nobody was heard is concluded from silence")
	}
}
