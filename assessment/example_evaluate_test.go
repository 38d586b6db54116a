package assessment_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
)

// devices decodes a document of the example case.
func devices(name string) *assessment.Assessment {
	f, err := os.Open("../examples/devices/case/en/" + name)
	if err != nil {
		panic(err)
	}
	defer f.Close()
	doc, err := assessment.Decode(f, assessment.DecodeOptions{})
	if err != nil {
		panic(err)
	}
	return doc
}

// evaluation evaluates a document of the example case.
func evaluation(name string) *assessment.Evaluation {
	ev, err := assessment.Evaluate(context.Background(), devices(name), assessment.EvaluateOptions{})
	if err != nil {
		panic(err)
	}
	return ev
}

// From a document to the places that its risks can take.
func Example() {
	f, err := os.Open("../examples/devices/case/en/devices-2021.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	if err := printPlaces(context.Background(), f); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 1 9 Potential risks at manufacturing suppliers
	// 1 9 Potential risks at returns-logistics suppliers
	// 1 9 Potential risks at suppliers of minerals, metals, plastics and synthetic materials
	// 1 4 Child labour in artisanal mining
	// 2 5 Debt bondage of migrant workers through recruitment fees
	// 3 6 Excessive working hours before product launches
	// 4 7 Harmful chemicals in manufacturing without sufficient protection
	// 5 9 Workers hindered from organising
	// 5 9 Unsafe handling of returned batteries and devices
}

func printPlaces(ctx context.Context, r io.Reader) error {
	doc, err := assessment.Decode(r, assessment.DecodeOptions{})
	if err != nil {
		return err // every problem, with line and column and what would do
	}
	ev, err := assessment.Evaluate(ctx, doc, assessment.EvaluateOptions{})
	if err != nil {
		return err
	}
	for _, r := range ev.Risks {
		fmt.Println(r.Best, r.Worst, r.Risk.Title) // the places that it can take
	}
	return nil
}

func ExampleEvaluate() {
	ev, err := assessment.Evaluate(context.Background(), devices("devices-2021.json"), assessment.EvaluateOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range ev.Risks[:4] {
		fmt.Printf("%d to %d: %s\n", r.Best, r.Worst, r.Risk.Title)
	}
	for _, l := range ev.Linkages[:3] {
		fmt.Printf("%s: %s\n", l.Linkage.Title, l.Involvement)
	}
	// Output:
	// 1 to 9: Potential risks at manufacturing suppliers
	// 1 to 9: Potential risks at returns-logistics suppliers
	// 1 to 9: Potential risks at suppliers of minerals, metals, plastics and synthetic materials
	// 1 to 4: Child labour in artisanal mining
	// Manufacturing suppliers: directly-linked
	// Returns-logistics suppliers: directly-linked
	// Suppliers of minerals, metals, plastics and synthetic materials: directly-linked
}

func ExampleEvaluation_notes() {
	ev := evaluation("devices-2020.json")
	for _, n := range ev.Notes {
		if n.Code == assessment.SourceLabelMapped || n.Code == assessment.TotalUnknown {
			fmt.Println(n.Code, n.Pointer, n.Args)
		}
	}
	// Output:
	// source-label-mapped /linkages/0/sourceLabel [directement lié directly-linked]
	// source-label-mapped /linkages/1/sourceLabel [directement lié directly-linked]
	// source-label-mapped /linkages/2/sourceLabel [indirectement lié directly-linked]
	// total-unknown /recommendationCount [2]
}

func ExampleLinkageResult() {
	ev := evaluation("devices-2021.json")
	l := ev.Linkages[5] // working hours: what the company's own orders do is not settled
	fmt.Println(l.Involvement, "of", l.Classification.Possible)
	for _, q := range l.Classification.Explain().Questions {
		fmt.Println(q)
	}
	for _, o := range l.Response.Obligations[:2] {
		fmt.Println(o.Duty, o.Force)
	}
	// Output:
	// undetermined of contributes, directly-linked
	// Is the company's own part in bringing about the harm more than minor or trivial?
	// clarify required
	// cease conditional
}

func ExampleCompare() {
	before, after := evaluation("devices-2020.json"), evaluation("devices-2021.json")
	c, err := assessment.Compare(context.Background(), before, after, assessment.CompareOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range c.Recommendations {
		fmt.Println(r.After.Recommendation.Code, r.Before.State, "to", r.After.State)
	}
	for _, r := range c.Risks {
		if r.Trend != assessment.Unchanged {
			fmt.Println(r.After.Risk.Code, r.Trend)
		}
	}
	// Output:
	// REC1 proposed to in-progress
	// REC2 proposed to in-progress
	// X5 settled
}

// What bounds a comparison comes before what it says.
func ExampleCaveat() {
	before, after := evaluation("salience-2020.json"), evaluation("devices-2021.json")
	c, err := assessment.Compare(context.Background(), before, after, assessment.CompareOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, x := range c.Caveats {
		if x.Code != assessment.NotLater { // both look at the end of 2021
			fmt.Println(x.Code, x.Args)
		}
	}
	// Output:
	// scope-differs [breadth]
	// risks-not-all-named [no unknown]
	// recommendations-not-all-listed []
	// risk-count-differs [1 9]
	// not-its-update []
}

func ExampleComparison() {
	due := risk.MustParseDate("2021-06-30")
	a := &assessment.Assessment{Commitments: []assessment.Commitment{{ID: named("c"), Title: "Pay back fees", Due: due}}}
	b := &assessment.Assessment{Commitments: []assessment.Commitment{
		{ID: named("c"), Title: "Pay back fees", Due: due, Kept: risk.Yes, KeptOn: risk.MustParseDate("2021-09-01")},
		{ID: named("d"), Title: "Publish the list of mills"},
	}}
	before, err := assessment.Evaluate(context.Background(), a, assessment.EvaluateOptions{AsOf: risk.YearOf(2020)})
	if err != nil {
		fmt.Println(err)
		return
	}
	after, err := assessment.Evaluate(context.Background(), b, assessment.EvaluateOptions{AsOf: risk.YearOf(2021)})
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := assessment.Compare(context.Background(), before, after, assessment.CompareOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, k := range c.Commitments {
		fmt.Println(k.After.Title, k.Presence == assessment.New, k.Keeping)
	}
	fmt.Println(c.Commitments[0].Keeping == assessment.KeptLate)
	// Output:
	// Pay back fees false kept-late
	// Publish the list of mills true not-stated
	// true
}

func ExampleRiskResult() {
	for _, r := range evaluation("devices-2021.json").Risks[:4] {
		fmt.Println(r.Risk.Code, "rated:", r.Rated(), "can be severe:", r.CanBeSevere())
	}
	// Output:
	// R1 rated: false can be severe: true
	// R2 rated: false can be severe: true
	// R3 rated: false can be severe: true
	// X1 rated: true can be severe: true
}

func ExamplePath() {
	ev := evaluation("devices-2021.json")
	l := &ev.Linkages[2] // raw materials
	for _, p := range l.Paths {
		fmt.Println("tier", p.Tier, "in", len(p.Steps)-1, "steps; made up:", p.Illustrative)
	}
	fmt.Println(l.TiersDisagree(), l.InOwnOperationsOnly())
	fmt.Println(l.FreshLook(ev.AsOf, 365).Needed)
	// Output:
	// tier 3 in 3 steps; made up: true
	// false false
	// unknown
}

func ExampleRule_BasisFor() {
	rule, _ := assessment.RuleByID("no-grievance-mechanism")
	for _, p := range []assessment.Profile{assessment.ProfileUNGP, assessment.ProfileLkSG, assessment.ProfileLkSG | assessment.ProfileFrance} {
		fmt.Println(slices.Collect(p.Names()), rule.BasisFor(p))
	}
	// Output:
	// [ungp] [UNGP:22 UNGP:29]
	// [lksg] [UNGP:22 UNGP:29 LkSG:8]
	// [lksg fr-vigilance] [UNGP:22 UNGP:29 LkSG:8 FR-2017-399:4]
}

func ExampleReview() {
	result := assessment.Review(evaluation("devices-2021.json"), assessment.ReviewOptions{})
	fmt.Println(result.Checked, "rules")
	for _, g := range result.Gaps {
		if g.Level == assessment.Serious {
			rule, _ := assessment.RuleByID(g.Rule)
			fmt.Println(rule.Title)
			fmt.Println("  rests on", rule.Basis[0])
			fmt.Println("  settle:", rule.Settle)
			break
		}
	}
	// Output:
	// 89 rules
	// people who are or may be affected were heard, or the reason why not is given
	//   rests on UNGP:18(b)
	//   settle: Hear affected groups and record it under engagements; where that is impossible, give the reason there.
}

func ExampleRules() {
	for rule := range assessment.Rules() {
		if slices.Contains(rule.Basis, risk.Principle(24)) {
			fmt.Println(rule.ID)
		}
	}
	// Output:
	// risk-not-rated
	// likelihood-pushes-severity-down
	// method-breaks-a-rule
	// severe-risk-without-action
}
