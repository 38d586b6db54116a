package risk_test

import (
	"errors"
	"fmt"

	"github.com/hrdd-go/hrdd/risk"
)

func ExampleRespond() {
	for _, o := range risk.Respond(risk.DirectlyLinked, risk.Actual).Obligations {
		fmt.Println(o.Duty, "-", o.Force)
	}
	// Output:
	// prevent - required
	// mitigate - required
	// use-leverage - required
	// increase-leverage - conditional
	// remediate - optional
	// consider-ending - conditional
}

// While it is open whether the company contributes, what both classes ask for
// is required, and the rest depends on the answer.
func ExampleClassification_Respond() {
	c := risk.Classify(risk.Facts{SufficientAlone: risk.No, LinkedToOperations: risk.Yes, ThroughRelationship: risk.Yes})
	for _, o := range c.Respond(risk.Actual).Obligations {
		if o.Duty == risk.UseLeverage || o.Duty == risk.Remediate {
			fmt.Println(o.Duty, "-", o.Force, "-", o.Reason)
		}
	}
	// Output:
	// use-leverage - required - It is required whichever the company's involvement turns out to be: contributes or directly linked.
	// remediate - conditional - It is required if the company's involvement turns out to be: contributes.
}

func ExampleResponse_Force() {
	fmt.Println(risk.Respond(risk.Contributes, risk.Actual).Force(risk.Remediate))
	fmt.Println(risk.Respond(risk.NotLinked, risk.Actual).Force(risk.Remediate))
	// Output:
	// required
	// not-called-for
}

func ExampleObligation() {
	o := risk.Respond(risk.Causes, risk.Actual).Obligations[2]
	fmt.Println(o.Duty, o.Force, o.Reason.Sources)
	// Output: remediate required [UNGP:22]
}

func ExampleResponseTable() {
	for _, r := range risk.ResponseTable().Rules {
		if r.Duty == risk.Remediate {
			fmt.Println(r.Class, r.Status, r.Force, r.Reason.Sources)
		}
	}
	// Output:
	// causes actual required [UNGP:22]
	// contributes actual required [UNGP:22]
	// directly-linked actual optional [UNGP:22 commentary]
}

func ExampleDutyTable() {
	t := risk.ResponseTable()
	fmt.Println(t.ID, t.Version)
	// Output: hrdd-response 1.0.0
}

func ExampleRelationshipTable() {
	t := risk.RelationshipTable()
	fmt.Println(t.ID, t.Version)
	r := t.Rules[2]
	fmt.Println(r.Leverage, r.Mitigation, "->", r.Step)
	// Output:
	// hrdd-relationship 1.1.0
	// [yes] [not-tried under-way] -> mitigate
}

func ExampleResponseChecks() {
	for c := range risk.ResponseChecks() {
		fmt.Println(c.ID, c.Grade, c.Reason.Sources[0])
	}
	// Output:
	// R-22a error UNGP:22
	// R-22b gap UNGP:19
	// R-19a gap UNGP:19
	// R-19b gap UNGP:19 commentary
}

func ExampleResponseCheck_Finds() {
	linked := risk.ResponseRecord{Class: risk.DirectlyLinked, Status: risk.Actual, RemediationPlan: risk.No}
	for c := range risk.ResponseChecks() {
		fmt.Println(c.ID, c.Finds(linked))
	}
	// Output:
	// R-22a no
	// R-22b unknown
	// R-19a unknown
	// R-19b unknown
}

func ExampleReviewResponse() {
	for _, g := range risk.ReviewResponse(risk.ResponseRecord{
		Class: risk.Contributes, Status: risk.Actual,
		RemediationPlan: risk.No, EndingDecided: risk.No,
	}) {
		fmt.Println(g.Check.ID, g.Certain, g.Check.Reason)
	}
	// Output: R-22a true The company has a part in harm that has happened, and there is no plan to provide for remediation or cooperate in it.
}

func ExampleAssessLeverage() {
	l := risk.AssessLeverage(risk.LeverageFactors{
		Contract: risk.DegreeSlight,
		Business: risk.ShareBands{}.Degree(1800, true), // 18 per cent of the supplier's turnover
	}, risk.DegreeUnknown)
	fmt.Println(l.Has)
	for _, r := range l.Because {
		fmt.Println(r)
	}
	for _, o := range l.Options {
		fmt.Println("could raise", o.Factor, "by", o.Kind)
	}
	// Output:
	// yes
	// The company weighs in the entity's business, to a marked degree.
	// could raise contract by commercial
}

func ExampleLeverage() {
	l := risk.AssessLeverage(risk.LeverageFactors{Contract: risk.DegreeNone}, risk.DegreeMarked)
	fmt.Println(l.Has, l.Unknown)
	// Output: unknown [control business incentives reputation peers]
}

func ExampleLeverageFactors() {
	fmt.Println(risk.AssessLeverage(risk.LeverageFactors{
		Control: risk.DegreeNone, Contract: risk.DegreeNone, Business: risk.DegreeNone,
		Incentives: risk.DegreeNone, Reputation: risk.DegreeNone, Peers: risk.DegreeSlight,
	}, risk.DegreeMarked).Has)
	// Output: no
}

func ExampleShareBands_Degree() {
	own := risk.ShareBands{Slight: 50, Marked: 500, Great: 2000} // a host's own bounds
	fmt.Println(own.Degree(600, true), risk.ShareBands{}.Degree(600, true), own.Degree(0, false))
	// Output: marked slight unknown
}

// A supplier that is not crucial, leverage used without success, under the
// amended European directive.
func ExampleDecideRelationship() {
	regime, _ := risk.RegimeByID("csddd-2026")
	d := risk.DecideRelationship(risk.RelationshipFacts{
		Leverage: risk.Yes, Essential: risk.No, Mitigation: risk.Failed, Severity: 4,
	}, risk.RelationshipPolicy{Regime: regime})
	fmt.Println(d.Cell, d.Step, d.LastResort, d.AssessEnding)
	for _, r := range d.Because {
		fmt.Println("-", r)
	}
	// Output:
	// c take-last-resort suspend true
	// - The relationship is not crucial and leverage was used without success, so the company takes steps towards the last resort.
	// - Under the regime chosen the last resort is to suspend the relationship.
	// - Before that, it is assessed what ending or suspending would do to people.
	// - As long as the harm goes on and the company stays, it is able to show its efforts to mitigate it, and accepts the consequences of staying, for its reputation, its finances and in law.
}

func ExampleRelationshipDecision() {
	d := risk.DecideRelationship(risk.RelationshipFacts{Leverage: risk.Yes, Mitigation: risk.Failed}, risk.RelationshipPolicy{})
	fmt.Println(d.Step, d.Possible)
	fmt.Println(d.Because[0])
	// Output:
	// find-out [increase-leverage last-resort-or-account take-last-resort]
	// The next step depends on what is not known: essential, alternative or increase.
}

func ExampleRelationshipFacts_Crucial() {
	fmt.Println(risk.RelationshipFacts{Essential: risk.Yes, Alternative: risk.No}.Crucial())
	fmt.Println(risk.RelationshipFacts{Essential: risk.Yes}.Crucial())
	fmt.Println(risk.RelationshipFacts{Alternative: risk.Yes}.Crucial())
	// Output:
	// yes
	// unknown
	// no
}

func ExampleAttempt() {
	fmt.Println(risk.NotTried, risk.NotTried.Known(), risk.AttemptUnknown.Known())
	// Output: not-tried true false
}

// The graver the harm, the sooner an attempt without result counts as failed.
func ExampleNewPatience() {
	patience, err := risk.NewPatience([risk.MaxLevel]int{720, 360, 180, 90, 30})
	fmt.Println(patience.IsZero(), err)
	d := risk.DecideRelationship(risk.RelationshipFacts{
		Leverage: risk.Yes, Essential: risk.No, Mitigation: risk.UnderWay,
		Severity: 5, Since: risk.MustParseDate("2021-01-01"),
	}, risk.RelationshipPolicy{Patience: patience, AsOf: risk.MustParseDate("2021-03-01")})
	fmt.Println(d.TimeUp, d.Step)
	// Output:
	// false <nil>
	// yes take-last-resort
}

func ExamplePatienceError() {
	_, err := risk.NewPatience([risk.MaxLevel]int{30, 90, 90, 90, 90})
	var patience *risk.PatienceError
	fmt.Println(errors.As(err, &patience), patience.Level)
	// Output: true 2
}

func ExampleRegimes() {
	for r := range risk.Regimes() {
		fmt.Println(r.ID, r.LastResort, r.State)
	}
	// Output:
	// ungp end in-force
	// oecd end in-force
	// oecd-minerals end in-force
	// csddd-2024 end superseded
	// csddd-2026 suspend adopted
	// lksg end in-force
}

func ExampleRegimeByID() {
	r, ok := risk.RegimeByID("csddd-2026")
	fmt.Println(ok, r.LastResort)
	fmt.Println("not verified:", r.Unverified)
	// Output:
	// true suspend
	// not verified: the paragraphs, and the conditions of suspension
}

// A host may decide under a regime of its own.
func ExampleRegime() {
	house := risk.Regime{ID: "house-rules", LastResort: risk.SuspendRelationship}
	d := risk.DecideRelationship(risk.RelationshipFacts{
		Leverage: risk.No, Essential: risk.No, Mitigation: risk.NotTried, Increase: risk.Failed,
	}, risk.RelationshipPolicy{Regime: house})
	fmt.Println(d.Step, d.LastResort)
	// Output: consider-last-resort suspend
}

// While the status is open, what holds for both is required.
func ExampleResponse() {
	r := risk.Respond(risk.Causes, risk.StatusNotStated)
	fmt.Println(r.Force(risk.Prevent), r.Force(risk.Remediate))
	fmt.Println(r.Obligations[0].Reason)
	// Output:
	// required conditional
	// What the company must do depends on whether the harm has happened, so it finds out.
}

func ExampleDuty() {
	fmt.Println(risk.UseLeverage, risk.Remediate)
	// Output: use-leverage remediate
}

func ExampleForce() {
	fmt.Println(risk.Required > risk.Conditional, risk.Optional > risk.NotCalledFor)
	// Output: true true
}

func ExampleResponseRule() {
	r := risk.ResponseTable().Rules[0]
	fmt.Println(r.Class, r.Status, r.Duty, r.Force)
	fmt.Println(r.Reason)
	// Output:
	// causes potential cease conditional
	// If the conduct that would cause the harm is under way, the company stops it.
}

func ExampleResponseRecord() {
	r := risk.ResponseRecord{Class: risk.DirectlyLinked, LeverageAssessed: risk.Yes, EndingDecided: risk.Yes, EndingAssessed: risk.No}
	for _, g := range risk.ReviewResponse(r) {
		fmt.Println(g.Check.ID, g.Certain)
	}
	// Output:
	// R-22b false
	// R-19b true
}

func ExampleResponseCheck() {
	for c := range risk.ResponseChecks() {
		if c.Grade == risk.ErrorGap {
			fmt.Println(c.ID, c.Reason)
		}
	}
	// Output: R-22a The company has a part in harm that has happened, and there is no plan to provide for remediation or cooperate in it.
}

// A gap is not certain while what decides it is unknown.
func ExampleResponseGap() {
	g := risk.ReviewResponse(risk.ResponseRecord{Class: risk.Causes, Status: risk.Actual, EndingDecided: risk.No})[0]
	fmt.Println(g.Check.ID, g.Certain)
	// Output: R-22a false
}

func ExampleGapGrade() {
	fmt.Println(risk.PlainGap, risk.ErrorGap)
	// Output: gap error
}

func ExampleLeverageFactor() {
	fmt.Println(risk.FactorBusiness, risk.FactorPeers)
	// Output: business peers
}

func ExampleLeverageKind() {
	fmt.Println(risk.LeverageCommercial, risk.LeverageMultiStakeholder)
	// Output: commercial multi-stakeholder
}

func ExampleLeverageOption() {
	l := risk.AssessLeverage(risk.LeverageFactors{Peers: risk.DegreeSlight}, risk.DegreeMarked)
	for _, o := range l.Options {
		fmt.Println(o.Factor, o.Kind, "-", o.Reason)
	}
	// Output:
	// peers with-partners - Engage other companies in the sector with the same expectations.
	// peers multi-stakeholder - Join or found an initiative with unions, civil society and government.
}

func ExampleShareBands() {
	var defaults risk.ShareBands // of this library; no source publishes bounds
	for _, basisPoints := range []int{50, 500, 1500, 4000} {
		fmt.Print(defaults.Degree(basisPoints, true), " ")
	}
	// Output: none slight marked great
}

func ExampleRelationshipFacts() {
	f := risk.RelationshipFacts{Leverage: risk.Yes, Mitigation: risk.UnderWay}
	fmt.Println(risk.DecideRelationship(f, risk.RelationshipPolicy{}).Step, f.Crucial())
	// Output: mitigate unknown
}

// The same relationship under two regimes.
func ExampleRelationshipPolicy() {
	failed := risk.RelationshipFacts{Leverage: risk.Yes, Alternative: risk.Yes, Mitigation: risk.Failed}
	for _, id := range []string{"ungp", "csddd-2026"} {
		regime, _ := risk.RegimeByID(id)
		fmt.Println(id, risk.DecideRelationship(failed, risk.RelationshipPolicy{Regime: regime}).LastResort)
	}
	// Output:
	// ungp end
	// csddd-2026 suspend
}

func ExampleMatrixCell() {
	d := risk.DecideRelationship(risk.RelationshipFacts{
		Leverage: risk.No, Essential: risk.Yes, Alternative: risk.No, Mitigation: risk.NotTried, Increase: risk.NotTried,
	}, risk.RelationshipPolicy{})
	fmt.Println(d.Cell, d.Step)
	// Output: b increase-leverage
}

func ExampleStep() {
	fmt.Println(risk.StepMitigate, risk.StepKeepUp, risk.StepEndOrAccount)
	// Output: mitigate keep-up last-resort-or-account
}

func ExampleStepTable() {
	for _, r := range risk.RelationshipTable().Rules {
		if r.Step == risk.StepEnd {
			fmt.Println(r.Leverage, r.Crucial, r.Mitigation, r.Increase)
		}
	}
	// Output:
	// [yes] [no] [failed] []
	// [no] [no] [failed] [succeeded]
}

func ExampleStepRule() {
	r := risk.RelationshipTable().Rules[1] // whatever the leverage, and crucial or not
	fmt.Println(r.Mitigation, r.Step, "-", r.Reason)
	// Output: [succeeded] keep-up - Mitigation works; the company keeps it up and tracks whether it lasts.
}

// Forced labour at a smelter, under the OECD guidance on minerals: it does not
// matter that the relationship is crucial and that there is leverage.
func ExampleAbuse() {
	regime, _ := risk.RegimeByID("oecd-minerals")
	d := risk.DecideRelationship(risk.RelationshipFacts{
		Abuse: risk.AbuseForcedLabour, Leverage: risk.Yes, Essential: risk.Yes, Alternative: risk.No, Mitigation: risk.NotTried,
	}, risk.RelationshipPolicy{Regime: regime})
	fmt.Println(d.Step, d.AssessEnding)
	fmt.Println(d.Because[0], d.Because[0].Sources)

	fmt.Println(risk.AbuseUnknown.Known(), risk.AbuseOther.Known())
	// Output:
	// suspend-at-once true
	// The harm is, or is reasonably suspected to be, of a kind (forced labour) at which the regime chosen asks the company to suspend the relationship or to end it at once, whatever its leverage and however crucial the relationship. [OECD-MINERALS:Annex II]
	// false true
}

func ExamplePatience() {
	var none risk.Patience
	fmt.Println(none.IsZero())
	// Output: true
}

func ExampleLastResort() {
	fmt.Println(risk.EndRelationship, risk.SuspendRelationship)
	// Output: end suspend
}

func ExampleRegimeState() {
	for r := range risk.Regimes() {
		if r.State == risk.RegimeAdopted {
			fmt.Println(r.ID, "applies later")
		}
	}
	// Output: csddd-2026 applies later
}
