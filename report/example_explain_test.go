package report_test

import (
	"fmt"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/report"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// explainer returns an explainer in a language of the library.
func explainer(language string) *report.Explainer {
	e, err := report.NewExplainer(report.ExplainOptions{Language: language})
	if err != nil {
		panic(err)
	}
	return e
}

// Why does a risk have its place? In words for the person it is about.
func ExampleExplainer_Score() {
	x, err := risk.UNGP().Explain(risk.Rating{Scale: 5, Scope: 2, Irremediability: 3, Likelihood: 2, Delay: risk.No})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, language := range []string{"en", "fr"} {
		for _, s := range explainer(language).Score(x) {
			fmt.Println(s.Text, s.Basis)
		}
	}
	// Output:
	// It is placed by scale. []
	// What decides: one of the most severe, or delay would make it irremediable. [UNGP 24]
	// Ce qui détermine sa place : ampleur. []
	// Le critère décisif : compte parmi les plus graves, ou deviendrait irrémédiable en cas de retard. [Principe directeur 24]
}

func ExampleExplainer_Method() {
	for _, s := range explainer("en").Method(risk.UNGP())[:2] {
		fmt.Println(s.Text)
	}
	// Output:
	// The gravest factor, not a mean: any one factor can make a harm severe; levels are ordinal and have no mean
	// Delay puts a harm into the first class: UNGP 24 joins the most severe and those that delay would make irremediable with an or
}

func ExampleExplainer_Reason() {
	r := risk.Respond(risk.Causes, risk.Actual)
	var s report.Sentence = explainer("en").Reason(r.Obligations[0].Reason)
	fmt.Println(s.Text, s.Basis)
	fmt.Println(explainer("fr").Citation(risk.Principle(22)))
	// Output:
	// The company stops the conduct that causes the harm. [UNGP 13(a) UNGP 19, commentary]
	// Principe directeur 22
}

// Every package says why by codes; these are their words.
func ExampleExplainer_Code() {
	e := explainer("fr")
	for _, code := range []fmt.Stringer{supplier.ToBeAgreed, grievance.WithdrawnUnderPressure, risk.MeasureNotShownToWork} {
		s, ok := e.Code(code)
		fmt.Println(ok, s.Text, s.Basis)
	}
	_, ok := e.Code(risk.HighConfidence) // says what is, and not why
	fmt.Println(ok)
	// Output:
	// true aucune date à ce jour : le référentiel s’en remet à un accord, et aucun n’est indiqué []
	// true la réclamation a été retirée sous la pression, ou personne n’a pu s’en assurer en sécurité []
	// true non prise en compte : aucun effet sur les personnes n’a été démontré [ESRS 1 (2026), paragraphe 43(b)]
	// false
}

func ExampleExplainer_Gap() {
	e := explainer("en")
	for _, s := range e.Gap(assessment.Gap{Rule: "users-not-asked"}) {
		fmt.Println(s.Text, s.Basis)
	}
	fmt.Println(e.Note(assessment.Note{Code: assessment.TotalUnknown}).Text)
	// Output:
	// Those for whom a mechanism is meant say whether it works [UNGP 31(h) UNGP Reporting Framework C6.2]
	// Ask the people for whom it is meant and record what they say under usersView. []
	// How many recommendations were made in all is not stated.
}

func ExampleExplainer_Concern() {
	e := explainer("en")
	fmt.Println(e.Concern(grievance.Concern{Kind: grievance.RemedyFallsShort, Source: risk.Cite("UNGP", "31(f)")}))
	fmt.Println(e.Suggestion(grievance.Suggestion{Kind: grievance.RateAsActual}).Text)
	fmt.Println(e.Disagreement(supplier.Disagreement{
		Kind: supplier.TierNotClaimed, Claimed: supplier.MustParseTierRange("1"), Found: supplier.MustParseTierRange("1-3"),
	}).Text)
	// Output:
	// {the person says that the remedy does not put things right [UNGP 31(f)]}
	// Rate as harm that has happened: cases show it
	// The network also finds suppliers at a tier that is not stated (tiers 1–3).
}
