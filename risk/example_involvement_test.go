package risk_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
)

// A retailer's supplier gives embroidery to children who work at home, against
// its contract. The retailer did nothing that bears on it; the embroidery is on
// its garments.
func ExampleClassify() {
	c := risk.Classify(risk.Facts{
		OwnAct:              risk.No,
		LinkedToOperations:  risk.Yes,
		ThroughRelationship: risk.Yes, // several tiers away makes no difference
	})
	fmt.Println(c.Class)
	// Output: directly-linked
}

// A buyer changes orders at the last minute without moving deadlines, and
// excessive overtime follows at its supplier.
func ExampleClassification_Explain() {
	e := risk.Classify(risk.Facts{
		OwnAct:          risk.Yes,
		SufficientAlone: risk.No,
		Incentivises:    risk.DegreeMarked,
		Substantial:     risk.Yes,
		Foreseeability:  risk.ShouldHaveKnown,
	}).Explain()
	fmt.Println(e.Class, e.Mode)
	for _, r := range e.Because {
		fmt.Println("-", r)
	}
	// Output:
	// contributes third-party
	// - The company contributes to the harm: its own act or omission is a substantial part of what brings it about, or would.
	// - An act or omission of the company itself bears on the harm.
	// - What the company did or failed to do does not suffice to bring about the harm on its own.
	// - The company's conduct makes it more attractive for someone else to do the harm, to a marked degree.
	// - The company's own part in bringing about the harm is more than minor or trivial.
	// - The company should have known of the harm.
}

// While facts are unknown, the classes still possible are kept, and the
// questions that decide between them are asked.
func ExampleExplanation() {
	e := risk.Classify(risk.Facts{
		OwnAct:              risk.No,
		ThroughRelationship: risk.Yes, // a supplier, but does its material reach the product?
	}).Explain()
	fmt.Println(e.Class, "of", e.Possible)
	for _, q := range e.Questions {
		fmt.Println(q)
		for _, o := range q.Outcomes {
			fmt.Println("  ", o.Answers, "leaves", o.Possible)
		}
	}
	// Output:
	// undetermined of directly-linked, not-linked
	// Is the harm connected to the company's operations, products or services?
	//    [yes] leaves directly-linked
	//    [no] leaves not-linked
}

func ExampleContradiction() {
	e := risk.Classify(risk.Facts{OwnAct: risk.No, Incentivises: risk.DegreeGreat}).Explain()
	for _, c := range e.Contradictions {
		fmt.Printf("%v, %v: %v\n", c.First, c.Second, c.Reason)
	}
	// Output:
	// own-act, incentivises: No act or omission of the company bears on the harm, and yet one is said to make it more attractive.
}

func ExampleRepair() {
	e := risk.Classify(risk.Facts{OwnAct: risk.Yes, SufficientAlone: risk.Yes, LinkedToOperations: risk.No}).Explain()
	for _, r := range e.Repairs {
		fmt.Println("taking back", r.TakeBack, "leaves", r.Possible)
	}
	// Output:
	// taking back [linked-to-operations] leaves causes
	// taking back [own-act sufficient-alone] leaves not-linked
}

func ExampleQuestion() {
	e := risk.Classify(risk.Facts{OwnAct: risk.No, LinkedToOperations: risk.Yes}).Explain()
	fmt.Println(e.Questions[0].Fact, "-", e.Questions[0])
	// Output: through-relationship - Is the harm done by an entity in a business relationship with the company, at any tier?
}

func ExampleOutcome() {
	e := risk.Classify(risk.Facts{OwnAct: risk.No, LinkedToOperations: risk.Yes}).Explain()
	no := e.Questions[0].Outcomes[1]
	fmt.Println(no.Answers, "contradicts what is known:", no.Possible.Len() == 0)
	// Output: [no] contradicts what is known: true
}

func ExampleFacts() {
	var f risk.Facts // nothing is known
	f.Facilitates = risk.DegreeNone
	fmt.Println(f.Known(risk.FactFacilitates), f.Known(risk.FactIncentivises))
	b, _ := json.Marshal(f)
	fmt.Println(string(b))
	// Output:
	// true false
	// {"facilitates":"none"}
}

func ExampleFacts_Text() {
	f := risk.Facts{Mitigation: risk.WeakMitigation}
	fmt.Println(f.Text(risk.FactMitigation), f.Text(risk.FactForeseeability))
	// Output: weak unknown
}

func ExampleFact_Question() {
	fmt.Println(risk.FactSubstantial.Question())
	// Output: Is the company's own part in bringing about the harm more than minor or trivial?
}

func ExampleDegree() {
	fmt.Println(risk.DegreeNone, risk.DegreeNone.Known(), risk.DegreeUnknown, risk.DegreeUnknown.Known())
	// Output: none true unknown false
}

func ExampleForeseeability() {
	fmt.Println(risk.ShouldHaveKnown, risk.ShouldHaveKnown.Known())
	// Output: should-have-known true
}

func ExampleMitigation() {
	fmt.Println(risk.NoMitigation, risk.NoMitigation.Known(), risk.MitigationUnknown.Known())
	// Output: none true false
}

func ExampleMode() {
	c := risk.Classify(risk.Facts{OwnAct: risk.Yes, SufficientAlone: risk.Yes})
	fmt.Println(c.Class, c.Mode)
	// Output: causes sole
}

func ExampleFactRecord() {
	assessor := risk.Judgement{
		By: "outside assessor", On: risk.MustParseDate("2021-03-04"),
		Evidence: []risk.Evidence{{Kind: risk.Document, Source: "purchase orders of two seasons"}},
	}
	record := risk.FactRecord{
		OwnAct:              risk.Judge(risk.No, assessor),
		LinkedToOperations:  risk.Judge(risk.Yes, assessor),
		ThroughRelationship: risk.Judge(risk.Yes, risk.Judgement{By: "outside assessor"}), // when, on what evidence?
		Through:             []uuid.UUID{uuid.MustParse("0190b6a0-0000-7000-8000-000000000001")},
		Status:              risk.Judge(risk.Actual, assessor),
	}
	fmt.Println(risk.Classify(record.Facts()).Class)
	fmt.Println(record.Judgement(risk.FactOwnAct).Evidence[0].Source)
	for fact := range record.Unjudged() {
		fmt.Println("cannot be defended:", fact)
	}
	// Output:
	// directly-linked
	// purchase orders of two seasons
	// cannot be defended: through-relationship
}

func ExampleJudge() {
	j := risk.Judge(risk.Yes, risk.Judgement{By: "outside assessor", On: risk.YearOf(2021)})
	b, _ := json.Marshal(j)
	fmt.Println(string(b))
	// Output: {"value":"yes","by":"outside assessor","on":"2021"}
}

func ExampleJudged() {
	var open risk.Judged[risk.Answer]
	fmt.Println(open.Value)
	// Output: unknown
}

func ExampleClassSet() {
	s := risk.ClassSetOf(risk.Contributes, risk.DirectlyLinked)
	fmt.Println(s, s.Len(), s.Has(risk.Causes), s.Within(risk.AllClasses))
	fmt.Println(s.Only(), risk.ClassSetOf(risk.Causes).Only())
	for class := range s.All() {
		fmt.Println(class)
	}
	b, _ := json.Marshal(s)
	fmt.Println(string(b))
	// Output:
	// contributes, directly-linked 2 false true
	// undetermined causes
	// contributes
	// directly-linked
	// ["contributes","directly-linked"]
}

func ExampleParseInvolvement() {
	fmt.Println(risk.ParseInvolvement("directly-linked"))

	_, err := risk.ParseInvolvement("indirectement lié")
	var label *risk.IndirectlyLinkedError
	fmt.Println(errors.As(err, &label))
	// Output:
	// directly-linked <nil>
	// true
}

func ExampleIndirectlyLinkedError() {
	var v risk.Involvement
	fmt.Println(v.UnmarshalText([]byte("indirectly linked")))
	// Output: "indirectly linked" is not an involvement: the Guiding Principles have no such class, for a harm is directly linked (UNGP 13b) by its link to operations, products or services, at any tier; keep the words as the source's label with a mapping note, state as involvement what the link between harm and product makes it (directly-linked, not-linked, or undetermined while it is not known), and state closeness as the directness of the business relationship
}

// The rules are data: a host can list them, show them, or hold its own table
// against them.
func ExampleInvolvementTable() {
	t := risk.InvolvementTable()
	fmt.Println(t.ID, t.Version)
	rule := t.Rules[0]
	for _, c := range rule.When {
		fmt.Println(c.Fact, c.Answers)
	}
	fmt.Println("->", rule.Class, rule.Sources[0])
	// Output:
	// hrdd-involvement 1.0.0
	// own-act [yes]
	// sufficient-alone [yes]
	// -> causes UNGP:13(a)
}

func ExampleDecisionTable() {
	for _, f := range risk.InvolvementTable().Facts[6:8] {
		fmt.Println(f.Fact, f.Less, f.More)
	}
	// Output:
	// foreseeability [not-foreseeable] [could-have-known should-have-known knew]
	// mitigation [strong effective] [none weak partial]
}

func ExampleContradictionRule() {
	r := risk.InvolvementTable().Contradictions[0]
	fmt.Println(r.First.Fact, r.First.Answers, r.Second.Fact, r.Second.Answers, r.Code)
	// Output: own-act [no] sufficient-alone [yes] no-act-yet-sufficient
}

func ExampleReason() {
	r := risk.Reason{Code: "facilitates-some", Args: []string{"great"}}
	fmt.Println(r)
	// Output: The company's conduct makes it easier for someone else to do the harm, to a great degree.
}

func ExampleReason_Say() {
	french := map[string]string{"contributes": "contribuer", "directly-linked": "directement lié"}
	r := risk.Reason{Code: "class-undetermined", Args: []string{"contributes", "directly-linked"}}
	fmt.Println(r.Say("Restent possibles : {or}.", " ou ", func(arg string) string { return french[arg] }))
	// Output: Restent possibles : contribuer ou directement lié.
}

// A translation can be checked against the sentences for completeness.
func ExampleReasonSentences() {
	french := map[string]string{"own-act-no": "Aucun acte ni omission de l'entreprise ne touche à l'atteinte."}
	missing := 0
	for code := range risk.ReasonSentences() {
		if french[code] == "" {
			missing++
		}
	}
	fmt.Println(missing > 0)
	// Output: true
}

func ExampleInvolvement() {
	// The classes are ordered by the company's part; what is undetermined may be any of them.
	fmt.Println(risk.Contributes > risk.DirectlyLinked, risk.Undetermined)
	// Output: true undetermined
}

func ExampleInvolvement_Scan() {
	var v risk.Involvement // from a column of text
	fmt.Println(v.Scan("contributes"), v)
	fmt.Println(v.Scan(nil), v)
	// Output:
	// <nil> contributes
	// <nil> undetermined
}

func ExampleInvolvement_UnmarshalText() {
	var v risk.Involvement
	err := json.Unmarshal([]byte(`"causes"`), &v)
	fmt.Println(v, err)
	// Output: causes <nil>
}

// Classifications are values: they can be compared, counted and kept by the
// million.
func ExampleClassification() {
	count := map[risk.Involvement]int{}
	for _, linked := range []risk.Answer{risk.Yes, risk.No, risk.Unknown} {
		c := risk.Classify(risk.Facts{OwnAct: risk.No, LinkedToOperations: linked, ThroughRelationship: risk.Yes})
		count[c.Class]++
	}
	fmt.Println(count[risk.DirectlyLinked], count[risk.NotLinked], count[risk.Undetermined])
	// Output: 1 1 1
}

func ExampleFact() {
	for f := risk.FactOwnAct; f <= risk.FactInCombination; f++ {
		fmt.Println(f, "-", f.Question())
	}
	// Output:
	// own-act - Does an act or omission of the company itself bear on the harm?
	// sufficient-alone - Would the company's own act or omission bring about the harm on its own, whatever others do?
	// in-combination - Does the company's own act or omission bring about the harm together with what others do alongside?
}

func ExampleDecisionFact() {
	f := risk.InvolvementTable().Facts[5]
	fmt.Println(f.Fact, f.Sources)
	// Output: substantial [OECD-DDG-2018:Annex Q29]
}

func ExampleDecisionRule() {
	for _, r := range risk.InvolvementTable().Rules {
		if r.NearContribution {
			fmt.Println(r.ID, r.Class)
		}
	}
	// Output:
	// near-contribution-in-combination directly-linked
	// near-contribution-facilitating directly-linked
	// near-contribution-incentivising directly-linked
}

func ExampleFactCondition() {
	c := risk.InvolvementTable().Rules[1].When[4]
	fmt.Println(c.Fact, "is one of", c.Answers)
	// Output: mitigation is one of [strong effective]
}
