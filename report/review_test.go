package report_test

import (
	"bytes"
	"context"
	"regexp"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/assessment/assessmenttest"
	"github.com/hrdd-go/hrdd/report"
	"github.com/hrdd-go/hrdd/risk"
)

// allProfiles is every regime that the review knows.
const allProfiles = assessment.ProfileUNGP | assessment.ProfileOECD | assessment.ProfileCSDDD | assessment.ProfileLkSG | assessment.ProfileFrance

// pointerShown finds a JSON pointer that stands as a text of the document.
var pointerShown = regexp.MustCompile(`<bdi[^>]*>/[a-z]`)

func TestAReviewShowsInEveryLanguageAndFormat(t *testing.T) {
	for _, name := range []string{"salience-2020", "devices-2020", "devices-2021"} {
		ev := evaluated(t, name)
		review := assessment.Review(ev, assessment.ReviewOptions{Profile: allProfiles, Public: true})
		for _, lang := range report.Languages() {
			for _, format := range []report.Format{report.HTML, report.Markdown} {
				for _, audience := range []report.Audience{report.Public, report.Internal, report.Affected} {
					got := string(written(t, ev, report.Options{Format: format, Language: lang, Audience: audience, Review: review, Sections: []report.Section{report.Review}},
						name+"-review-"+lang+"-"+audience.String()))
					if format == report.HTML && strings.Contains(got, "[") {
						t.Errorf("%s in %s lacks a text: %s", name, lang, around([]byte(got), '['))
					}
					if internal := pointerShown.MatchString(got); format == report.HTML && internal != (audience == report.Internal) {
						t.Errorf("%s for %s: pointers show: %v", name, audience, internal)
					}
				}
			}
		}
	}
}

// secretive returns an assessment with gaps that speak of what is withheld.
func secretive() *assessment.Assessment {
	id := func(n byte) uuid.UUID { return uuid.UUID{n} }
	rated := func(vector string, basis risk.Basis) assessment.RiskRating {
		return assessment.RiskRating{Rating: risk.RangeOf(risk.MustParseRating(vector)), Basis: basis}
	}
	return &assessment.Assessment{
		Kind: assessment.Impact,
		Risks: []assessment.Risk{
			{ID: id(1), Title: "Unpaid hours at Kappa", Status: risk.Actual, Salient: risk.Yes, Groups: []risk.GroupID{"women"},
				Ratings: []assessment.RiskRating{rated("HRS:1/SCA:3/SCO:3/IRR:2/LIK:A/DEL:N", risk.Inherent)}},
			{ID: id(2), Title: "Locked exits", Status: risk.Potential, Salient: risk.No,
				Ratings: []assessment.RiskRating{rated("HRS:1/SCA:5/SCO:3/IRR:3/LIK:1/DEL:N", risk.Inherent)}},
		},
		Linkages: []assessment.Linkage{{ID: id(3), Title: "Orders", Involvement: risk.Contributes, Status: risk.Actual, Risks: []uuid.UUID{id(1)}}},
		Waivers: []assessment.Waiver{
			{Rule: "no-source", Reason: "the sources are at Kappa"},
			{Rule: "no-benchmark", Reason: "assessed elsewhere"},
		},
		Redactions: []assessment.Redaction{
			{Pointer: "/risks/0/title", Reason: assessment.RiskToPeople},
			{Pointer: "/waivers/0/reason", Reason: assessment.Confidentiality},
			{Pointer: "/waivers/1"},
		},
	}
}

func TestAReviewTellsNobodyWhatIsWithheld(t *testing.T) {
	ev, err := assessment.Evaluate(t.Context(), secretive(), assessment.EvaluateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	review := assessment.Review(ev, assessment.ReviewOptions{Profile: allProfiles})
	told := 0
	for _, g := range review.Gaps {
		for _, a := range g.Args {
			told += strings.Count(a, "Kappa")
		}
	}
	if told < 3 {
		t.Fatalf("only %d gaps name the withheld risk: the test shows too little", told)
	}
	for _, audience := range []report.Audience{report.Public, report.Affected} {
		for _, format := range []report.Format{report.HTML, report.Markdown, report.JSON, report.CSV} {
			var b bytes.Buffer
			if err := report.Write(context.Background(), &b, ev, report.Options{
				Format: format, Audience: audience, Review: review, Sections: []report.Section{report.Review}}); err != nil {
				t.Fatal(err)
			}
			for _, secret := range []string{"Kappa", "assessed elsewhere"} {
				if format != report.CSV && strings.Contains(b.String(), secret) {
					t.Errorf("%s for %s: %q shows", format, audience, secret)
				}
			}
			if format == report.HTML && !strings.Contains(b.String(), "are not shown here") {
				t.Errorf("%s: that gaps are kept back is not said", audience)
			}
		}
	}
	var b bytes.Buffer
	if err := report.Write(context.Background(), &b, ev, report.Options{Audience: report.Internal, Review: review}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "assessed elsewhere") || !strings.Contains(b.String(), "Harm that has happened: ") {
		t.Error("inside the company something is withheld")
	}
}

func TestAGapNamesItsPlaceInWordsAndLeadsThere(t *testing.T) {
	a := secretive()
	a.Redactions = nil
	ev, err := assessment.Evaluate(t.Context(), a, assessment.EvaluateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	review := assessment.Review(ev, assessment.ReviewOptions{})
	for _, c := range []struct {
		sections []report.Section
		want     string
	}{
		{nil, `Risk 2: <a href="#risk-2"><bdi>Locked exits</bdi></a>`},
		{[]report.Section{report.Review}, `Risk 2: <bdi>Locked exits</bdi>`}, // no link to what is not there
	} {
		got := string(written(t, ev, report.Options{Review: review, Sections: c.sections}, ""))
		if !strings.Contains(got, c.want) {
			t.Errorf("%v: no %s", c.sections, c.want)
		}
	}
}

func TestARuleThatWasSwitchedOffIsShownWithItsReason(t *testing.T) {
	a := secretive()
	a.Redactions = nil
	ev, err := assessment.Evaluate(t.Context(), a, assessment.EvaluateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	review := assessment.Review(ev, assessment.ReviewOptions{Waivers: []assessment.Waiver{{Rule: "policy-missing", Reason: "the group's policy applies"}}})
	got := string(written(t, ev, report.Options{Format: report.Markdown, Language: "fr", Review: review}, ""))
	for _, want := range []string{"Règles désactivées", "Un engagement de principe en matière de droits humains", "the group's policy applies", "assessed elsewhere"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q", want)
		}
	}
}

func TestWithoutAReviewThePartSaysSoOnlyIfAskedFor(t *testing.T) {
	ev := evaluated(t, "devices-2021")
	if got := written(t, ev, report.Options{}, ""); bytes.Contains(got, []byte(`id="review"`)) {
		t.Error("there is a part on a review that nobody made")
	}
	if got := written(t, ev, report.Options{Sections: []report.Section{report.Review}}, ""); !bytes.Contains(got, []byte("No review was made")) {
		t.Error("that no review was made is not said")
	}
}

func TestAFactWithoutJudgementIsNamedByItsQuestion(t *testing.T) {
	a := assessmenttest.Assessment(func(a *assessment.Assessment) {
		a.Linkages[0].Facts.OwnAct.Value = risk.No
		a.Linkages[0].Facts.LinkedToOperations.Value = risk.Yes
	})
	ev, err := assessment.Evaluate(context.Background(), a, assessment.EvaluateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	review := assessment.Review(ev, assessment.ReviewOptions{Profile: allProfiles})
	for lang, want := range map[string]string{
		"en": "is there an act or omission of the company’s own? · is the harm linked to",
		"fr": "y a-t-il un acte ou une omission propre à l’entreprise",
	} {
		var b bytes.Buffer
		if err := report.Write(context.Background(), &b, ev, report.Options{Format: report.Markdown, Language: lang, Review: review, Sections: []report.Section{report.Review}}); err != nil {
			t.Fatal(err)
		}
		if got := b.String(); !strings.Contains(got, want) || strings.Contains(got, "ownAct") || strings.Contains(got, "own-act") {
			t.Errorf("in %s the facts are not named by their questions:\n%s", lang, got)
		}
	}
}
