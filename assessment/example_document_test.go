package assessment_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// named returns an id made from a name, the same on every run.
func named(name string) uuid.UUID { return uuid.NewSHA1(uuid.NameSpaceURL, []byte(name)) }

func ExampleDecode() {
	const document = `{
  "version": 1,
  "id": "0190b2f4-0000-7000-8000-000000000001",
  "knd": "impact",
  "risks": [{"id": "0190b2f4-0000-7000-8000-000000000002", "title": "Fees for jobs", "ratings": [{"rating": {"scale": 7}}]}]
}`
	_, err := assessment.Decode(strings.NewReader(document), assessment.DecodeOptions{})
	var problems *assessment.DocumentError
	if errors.As(err, &problems) {
		for _, p := range problems.Problems {
			fmt.Println(p.Line, p.Pointer, p.Rule)
		}
		fmt.Println(problems.Has("level-range"))
	}
	fmt.Println(err)
	// Output:
	// 4 /knd unknown-field
	// 5 /risks/0/ratings/0/rating/scale level-range
	// true
	// the document has 2 problems:
	// 4:3 /knd: "knd" is not a member that is known here; did you mean "kind"?
	// 5:119 /risks/0/ratings/0/rating/scale: 7 is not a level; use 1 to 5, or 0 for not rated
}

func ExampleDocumentRules() {
	for rule := range assessment.DocumentRules() {
		if strings.HasPrefix(rule.ID, "d") {
			fmt.Printf("%s: %s\n", rule.ID, rule.Doc)
		}
	}
	// Output:
	// duplicate-field: An object has each member once.
	// depth-limit: Arrays and objects stand inside one another no deeper than the limit.
	// date-form: A date is a day, a month or a year, as far as it is known.
	// duplicate-id: Each id is that of one thing in its list.
	// dangling-reference: A reference leads to something in the document.
}

// A host that has the parts in its own database builds the document of them.
func ExampleEncode() {
	fees := named("risk: fees")
	a := &assessment.Assessment{
		Version: assessment.Version, ID: named("assessment 2026"), Kind: assessment.Impact, Title: "Cotton, 2026",
		Period:   risk.Period{From: risk.YearOf(2026), To: risk.YearOf(2026)},
		Triggers: []assessment.Trigger{assessment.Periodic},
		Scope: assessment.Scope{
			Breadth: assessment.ProductLine, ValueChain: []assessment.ChainPart{assessment.DirectSupply, assessment.RawMaterials},
			Excluded: []assessment.Exclusion{{What: "shops", Reason: "assessed in 2025"}},
		},
		Assessor: assessment.Assessor{
			Independence: assessment.ExternalIndependent,
			Advisers:     []assessment.Party{{Name: "A trade union federation", Kind: assessment.TradeUnion}},
		},
		Risks: []assessment.Risk{{
			ID: fees, Title: "Workers pay for their jobs",
			Affected: assessment.CountRange{Min: risk.CountOf(200), Max: risk.CountOf(350)},
		}},
		Suppliers: []supplier.Supplier{{ID: named("supplier: mill"), Name: "A mill"}},
		Linkages: []assessment.Linkage{{
			ID: named("linkage"), Risks: []uuid.UUID{fees}, Involvement: risk.DirectlyLinked,
			Covers:      assessment.SupplierSet{Suppliers: []uuid.UUID{named("supplier: mill")}},
			SourceLabel: assessment.SourceLabel{Text: "indirectly linked"},
			MappingNote: "The cotton is in the company's own products, so the harm is directly linked to them (UNGP 13b).",
		}},
		Redactions: []assessment.Redaction{{Pointer: "/suppliers/0/name", Reason: assessment.RiskToPeople}},
	}
	if err := assessment.Encode(os.Stdout, a); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "version": 1,
	//   "id": "262a6f8a-9ee3-5908-90c1-4e2f4c30da54",
	//   "kind": "impact",
	//   "title": "Cotton, 2026",
	//   "period": {
	//     "from": "2026",
	//     "to": "2026"
	//   },
	//   "triggers": [
	//     "periodic"
	//   ],
	//   "scope": {
	//     "breadth": "product-line",
	//     "valueChain": [
	//       "direct-supply",
	//       "raw-materials"
	//     ],
	//     "excluded": [
	//       {
	//         "what": "shops",
	//         "reason": "assessed in 2025"
	//       }
	//     ]
	//   },
	//   "assessor": {
	//     "independence": "external-independent",
	//     "advisers": [
	//       {
	//         "name": "A trade union federation",
	//         "kind": "trade-union"
	//       }
	//     ]
	//   },
	//   "risks": [
	//     {
	//       "id": "a4bad82a-8966-589b-95ac-29cb99b47b78",
	//       "title": "Workers pay for their jobs",
	//       "affected": {
	//         "min": 200,
	//         "max": 350
	//       }
	//     }
	//   ],
	//   "suppliers": [
	//     {
	//       "id": "757096ee-e629-5945-b040-6097f7885e73",
	//       "name": "A mill"
	//     }
	//   ],
	//   "linkages": [
	//     {
	//       "id": "5a64e08b-f44b-5dc3-800d-307da29c7473",
	//       "risks": [
	//         "a4bad82a-8966-589b-95ac-29cb99b47b78"
	//       ],
	//       "covers": {
	//         "suppliers": [
	//           "757096ee-e629-5945-b040-6097f7885e73"
	//         ]
	//       },
	//       "involvement": "directly-linked",
	//       "sourceLabel": {
	//         "text": "indirectly linked"
	//       },
	//       "mappingNote": "The cotton is in the company's own products, so the harm is directly linked to them (UNGP 13b)."
	//     }
	//   ],
	//   "redactions": [
	//     {
	//       "pointer": "/suppliers/0/name",
	//       "reason": "risk-to-people"
	//     }
	//   ]
	// }
}

func ExampleValidate() {
	nobody := named("nobody")
	a := &assessment.Assessment{
		Version: assessment.Version, ID: named("assessment"),
		Findings: []assessment.Finding{{
			ID: named("finding"), Title: "Late orders", Risks: []uuid.UUID{nobody},
			RootCauses: []assessment.RootCause{{Text: "orders change late", Kind: assessment.PurchasingPractices}},
		}},
	}
	fmt.Println(assessment.Validate(a))
	// Output: /findings/0/risks/0: a5d33fe2-1bd0-5c57-8495-e8d61a640b68 is the id of nothing in the list that it refers to; use the id of one of the risks, or add it there
}

func ExampleEngagement() {
	e := assessment.Engagement{
		ID: named("engagement"), Groups: []risk.GroupID{"women"}, Directness: assessment.WithAffectedPeople,
		Method: assessment.GroupDiscussion, People: risk.CountOf(40), Safe: risk.Yes, Safeguards: "away from work, without supervisors",
		Heard: "that the days are long before a launch", TakenIn: risk.Yes, How: "in the rating of working hours",
	}
	text, _ := json.MarshalIndent(e, "", "  ")
	fmt.Printf("%s\n", text)
	// Output:
	// {
	//   "id": "bfe081e7-3a5f-5028-b8c6-fe966145ae8f",
	//   "groups": [
	//     "women"
	//   ],
	//   "directness": "with-affected-people",
	//   "method": "group-discussion",
	//   "people": 40,
	//   "safe": "yes",
	//   "safeguards": "away from work, without supervisors",
	//   "heard": "that the days are long before a launch",
	//   "takenIn": "yes",
	//   "how": "in the rating of working hours"
	// }
}

// Money is what goes in. What comes of it for people is an indicator of its own
// kind.
func ExampleAction() {
	a := assessment.Action{
		ID: named("action"), Title: "Pay back recruitment fees", Kind: assessment.Remedy,
		Budget:   risk.Money{Minor: 500_000_00, Currency: "EUR"},
		Spent:    []assessment.Payment{{Period: risk.Period{From: risk.YearOf(2026), To: risk.YearOf(2026)}, Amount: risk.Money{Minor: 120_000_00, Currency: "EUR"}}},
		Expected: "nobody owes anything for the job",
		Indicators: []assessment.Indicator{
			{Title: "workers repaid in full", Kind: assessment.Outcome, Unit: "people", Baseline: "0", Target: "350", Value: "84"},
		},
	}
	text, _ := json.MarshalIndent(a, "", "  ")
	fmt.Printf("%s\n", text)
	// Output:
	// {
	//   "id": "dccf3ce4-897f-5c33-bddf-d766f173c665",
	//   "title": "Pay back recruitment fees",
	//   "kind": "remedy",
	//   "budget": {
	//     "minor": 50000000,
	//     "currency": "EUR"
	//   },
	//   "spent": [
	//     {
	//       "period": {
	//         "from": "2026",
	//         "to": "2026"
	//       },
	//       "amount": {
	//         "minor": 12000000,
	//         "currency": "EUR"
	//       }
	//     }
	//   ],
	//   "expected": "nobody owes anything for the job",
	//   "indicators": [
	//     {
	//       "title": "workers repaid in full",
	//       "kind": "outcome",
	//       "unit": "people",
	//       "baseline": "0",
	//       "target": "350",
	//       "value": "84"
	//     }
	//   ]
	// }
}

func ExampleControl() {
	c := assessment.Control{Title: "Audits of mills", Kind: assessment.SupplierAssessment, InPlace: risk.Yes, Effect: assessment.NoEffect}
	fmt.Println(c.Kind, c.Effect) // it is there, and was seen not to help
	// Output: supplier-assessment none
}

func ExampleCommitmentKind() {
	c := assessment.Commitment{Title: "No worker pays for a job", Kind: assessment.Foundational}
	fmt.Println(c.Kind)
	// Output: foundational
}

func ExampleCountRange() {
	r := assessment.CountRange{Min: risk.CountOf(350), Max: risk.CountOf(200)}
	fmt.Println(r.Valid(), assessment.CountRange{Min: risk.CountOf(350)}.Valid())
	// Output: false true
}

func ExampleDecision() {
	var d assessment.Decision
	fmt.Println(d.Taken())
	d = assessment.Decision{Course: assessment.Stay, Reason: "the mill has begun to pay back", EndingAssessed: risk.Yes}
	fmt.Println(d.Taken(), d.Course)
	// Output:
	// false
	// true stay
}

// Percent is unknown unless somebody states it.
func ExamplePercent() {
	var nobodySays assessment.Percent
	fmt.Println(nobodySays, risk.CountOf(0))
	// Output: not-stated 0
}

func ExampleExtensions() {
	const document = `{"version": 1, "id": "0190b2f4-0000-7000-8000-000000000001", "mood": "calm",
		"risks": [{"id": "0190b2f4-0000-7000-8000-000000000002", "title": "Fees for jobs", "x-owner": {"team": 7}}]}`
	a, err := assessment.Decode(strings.NewReader(document), assessment.DecodeOptions{KeepUnknown: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(a.Extensions["/risks/0190b2f4-0000-7000-8000-000000000002/x-owner"]))
	fmt.Println(string(a.Extensions["/mood"]))

	// What belongs to something that is gone is not lost in silence.
	a.Risks = nil
	err = assessment.Encode(io.Discard, a)
	var lost *assessment.ExtensionError
	fmt.Println(errors.As(err, &lost), lost)
	// Output:
	// {"team":7}
	// "calm"
	// true extension /risks/0190b2f4-0000-7000-8000-000000000002/x-owner: it belongs to nothing in the document; take it out of Extensions
}

func ExampleSchema() {
	var schema struct {
		Dialect string `json:"$schema"`
		Title   string `json:"title"`
	}
	if err := json.Unmarshal(assessment.Schema(), &schema); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(schema.Dialect)
	// Output: https://json-schema.org/draft/2020-12/schema
}

// A document of any length is ranked, counted and tracked in bounded memory.
func ExampleStream() {
	f, err := os.Open("../examples/devices/case/en/devices-2021.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	var ranks risk.Profile // a histogram, whatever the number of risks
	tracker := assessment.NewTracker(risk.MustParseDate("2021-12-31"))
	suppliers := 0
	s := assessment.NewStream(f, assessment.StreamOptions{})
	for e := range s.Entries(context.Background()) {
		switch v := e.Value.(type) {
		case *assessment.Risk:
			for _, r := range v.Ratings {
				err = errors.Join(err, ranks.Add(r.Rating.Hi)) // at the gravest
			}
		case *supplier.Supplier:
			suppliers++
		case *assessment.Recommendation: // without its events, which follow
			err = errors.Join(err, tracker.Add(v))
		case *assessment.Event:
			err = errors.Join(err, tracker.Event(e.Of, v))
		}
	}
	if err := errors.Join(err, s.Err()); err != nil { // use nothing of a document that is not right
		fmt.Println(err)
		return
	}
	fmt.Println(s.Head().Title)
	fmt.Println(ranks.Total(), "ratings,", suppliers, "suppliers,", s.Unchecked(), "ids unchecked")
	fmt.Println(tracker.Tracking(risk.Count{}).Count(assessment.InProgress), "in progress")
	// Output:
	// Human rights impact assessment of the device supply chain, update 2021
	// 6 ratings, 10 suppliers, 0 ids unchecked
	// 2 in progress
}

func ExampleMethodError() {
	a := &assessment.Assessment{Method: assessment.MethodRef{ID: "our-own", Version: "2"}}
	_, err := assessment.Evaluate(context.Background(), a, assessment.EvaluateOptions{})
	var unknown *assessment.MethodError
	fmt.Println(errors.As(err, &unknown), unknown.Found)
	// Output: true our-own 2
}

func ExampleEncodeWith() {
	// A host lets work that is blocked be finished all the same.
	ours, err := assessment.Transitions{}.With(assessment.Transition{
		From: assessment.Blocked, Event: assessment.Implement, To: assessment.Implemented,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	a := &assessment.Assessment{Version: assessment.Version, ID: named("assessment"), Recommendations: []assessment.Recommendation{{
		ID: named("recommendation"), Title: "Fix the dates of orders", Events: []assessment.Event{
			on(assessment.Propose, "2021-01-10"), on(assessment.Plan, "2021-02-01"),
			on(assessment.Block, "2021-03-01"), on(assessment.Implement, "2021-04-01"),
		},
	}}}
	fmt.Println(assessment.Validate(a))
	fmt.Println(assessment.ValidateWith(ours, a))
	var text bytes.Buffer
	if err := assessment.EncodeWith(ours, &text, a); err != nil {
		fmt.Println(err)
		return
	}
	_, err = assessment.Decode(&text, assessment.DecodeOptions{Transitions: ours})
	fmt.Println(err)
	// Output:
	// /recommendations/0/events/3/kind: implement in state blocked cannot happen; use one of resume, supersede, withdraw, change-due, change-owner, or add what happened in between
	// <nil>
	// <nil>
}
