package assessment

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

func id(name string) uuid.UUID { return uuid.NewSHA1(uuid.Nil, []byte(name)) }

// sound returns an assessment in which no rule finds anything, under any
// profile, for publication.
func sound() *Assessment {
	day := risk.MustParseDate
	proof := []risk.Evidence{{Kind: risk.Testimony, Source: "interviews", Date: day("2021-05-01")}}
	company, maker := id("company"), id("maker")
	hours := rated("hours", "HRS:1/SCA:5/SCO:3/IRR:3/LIK:4/DEL:N")
	hours.Rights, hours.Groups = []risk.RightID{"rest-leisure"}, []risk.GroupID{"women", "migrant-workers-international"}
	hours.Salient, hours.Controls = risk.Yes, []uuid.UUID{id("rule")}
	hours.Ratings[0].Rationale = "what workers told"
	residual := hours.Ratings[0]
	residual.Basis = risk.Residual
	hours.Ratings = append(hours.Ratings, residual)
	late := rated("late pay", "HRS:1/SCA:3/SCO:3/IRR:2/LIK:A/DEL:N")
	late.Rights, late.Groups, late.Status, late.Salient = []risk.RightID{"fair-wage"}, []risk.GroupID{"women"}, risk.Actual, risk.No
	late.Ratings[0].Rationale = "pay slips"
	judged := risk.Judgement{By: "an assessor", On: day("2021-01-01"), Evidence: []risk.Evidence{{Kind: risk.Interview}}}
	facts := risk.FactRecord{
		OwnAct:              risk.Judge(risk.No, judged),
		LinkedToOperations:  risk.Judge(risk.Yes, judged),
		ThroughRelationship: risk.Judge(risk.Yes, judged),
	}
	due := day("2022-12-31")
	return &Assessment{
		Version: Version, ID: id("assessment"), Kind: Update, Updates: id("earlier"),
		Period:   risk.Period{From: risk.YearOf(2021), To: risk.YearOf(2021)},
		Triggers: []Trigger{Periodic},
		Scope:    Scope{Breadth: ProductLine, ValueChain: []ChainPart{OwnOperations, DirectSupply}, Excluded: []Exclusion{{"sales", "assessed the year before"}}},
		Assessor: Assessor{Name: "an assessor", Independence: ExternalIndependent, Advisers: []Party{{Name: "an expert"}}, AdviceUsed: risk.Yes},
		Sources:  []Source{{Title: "report"}},
		Policy: PolicyCommitment{Title: "policy", SeniorApproval: risk.Yes, Expertise: risk.Yes, Expectations: risk.Yes,
			Public: risk.Yes, InOtherPolicies: risk.Yes, Evidence: []risk.Evidence{{Confidential: true}}},
		Commitments: []Commitment{{ID: id("c"), Title: "pay on time", Kind: Target, Due: day("2021-06-30"), Kept: risk.Yes}},
		Engagements: []Engagement{
			{ID: id("e"), Groups: []risk.GroupID{"women", "migrant-workers-international"}, Directness: WithAffectedPeople,
				Safe: risk.Yes, People: risk.CountOf(40), Heard: "that the days are long", TakenIn: risk.Yes, How: "in the ratings"},
			{ID: id("p"), Directness: ByProxy, Parties: []Party{{Kind: TradeUnion}}, Reason: "former workers could not be found", TakenIn: risk.No, How: "it was not about this site"},
		},
		Benchmarks:    []Benchmark{{Standard: risk.Cite("ILO", "C1")}},
		Findings:      []Finding{{ID: id("f"), Title: "late orders", RootCauses: []RootCause{{Text: "orders change late", Kind: PurchasingPractices}}, Evidence: proof}},
		Risks:         []Risk{hours, late},
		RisksComplete: risk.Yes,
		Suppliers: []supplier.Supplier{
			{ID: company, Name: "company", Buyer: true},
			{ID: maker, Name: "maker", Categories: []supplier.Category{supplier.Manufacturing},
				Sites: []supplier.Site{{ID: id("site"), Workforce: supplier.Workforce{Women: risk.CountOf(300), Languages: []string{"vi"},
					Groups: []supplier.GroupAtRisk{{Group: "migrant-workers-international"}}}}},
				Recruitment: []supplier.Recruitment{{Migrants: risk.Yes}}},
		},
		Relationships: []supplier.Relationship{{From: maker, To: company, Kind: supplier.Supply}},
		Linkages: []Linkage{
			{ID: id("l1"), Risks: []uuid.UUID{hours.ID}, Covers: SupplierSet{Suppliers: []uuid.UUID{maker}}, Status: risk.Potential,
				Claimed:     supplier.Proximity{Upstream: supplier.MustParseTierRange("1")},
				Involvement: risk.DirectlyLinked, Facts: facts, SourceLabel: SourceLabel{Text: "linked", Language: "en", Citation: risk.Cite("Annual report", "p. 4")}, MappingNote: "the same term",
				Leverage: risk.LeverageFactors{Business: risk.DegreeMarked},
				Decision: Decision{Course: Stay, EndingAssessed: risk.Yes},
				History: risk.InvolvementHistory{{Version: 1, On: day("2021-01-01"), Facts: facts, Class: risk.DirectlyLinked,
					Table: risk.InvolvementTableRef()}}},
			{ID: id("l2"), Risks: []uuid.UUID{late.ID}, Covers: SupplierSet{Suppliers: []uuid.UUID{maker}}, Status: risk.Actual,
				Claimed: supplier.Proximity{Upstream: supplier.MustParseTierRange("1")}, Involvement: risk.Contributes,
				Leverage: risk.LeverageFactors{Business: risk.DegreeMarked}},
		},
		Controls: []Control{
			{ID: id("rule"), Title: "no late orders", Kind: PurchasingRule, InPlace: risk.Yes, Effect: Effective, Evidence: proof},
			{ID: id("audit"), Title: "audits", Kind: SupplierAssessment, InPlace: risk.Yes, Effect: PartlyEffective},
		},
		Mechanisms: []grievance.Mechanism{{ID: id("m"), Name: "line", Kind: grievance.OperationalLevel, Languages: []string{"en", "vi"},
			FreeOfCharge: risk.Yes, PrecludesOtherRemedies: risk.No}},
		MechanismAssessments: []grievance.MechanismAssessment{{ID: id("ma"), Mechanism: id("m"), Criteria: []grievance.CriterionAssessment{
			{Criterion: grievance.Accessible, Level: grievance.Implemented, UsersView: grievance.UsersView{Asked: risk.CountOf(30), Summary: "easy to reach"}}}}},
		Recommendations: []Recommendation{{ID: id("r"), Title: "fix the dates of orders", Findings: []uuid.UUID{id("f")}, Risks: []uuid.UUID{hours.ID},
			Events: []Event{
				{ID: id("r1"), Kind: Propose, On: day("2021-01-10")},
				{ID: id("r2"), Kind: Accept, On: day("2021-02-01"), Owner: "head of purchasing", Due: due},
			}}},
		RecommendationCount: risk.CountOf(1),
		Actions: []Action{
			{ID: id("a"), Title: "order calendar", Kind: PolicyChange, Risks: []uuid.UUID{hours.ID}, Budget: risk.Money{Minor: 100, Currency: "EUR"},
				Indicators: []Indicator{{Title: "hours worked a week", Kind: Outcome}}},
			{ID: id("b"), Title: "back pay", Kind: Remedy, Risks: []uuid.UUID{late.ID}, Indicators: []Indicator{{Title: "people paid", Kind: Outcome}}},
			{ID: id("w"), Title: "pledge", Kind: Pledge, Risks: []uuid.UUID{hours.ID}, Indicators: []Indicator{{Title: "wages", Kind: Outcome}}},
		},
		Waivers:    []Waiver{{Rule: "no-source", Reason: "kept for the test of waivers"}},
		Redactions: []Redaction{{Pointer: "/policy/evidence/0", Reason: Confidentiality}},
	}
}

// everything reviews an assessment by every rule there is.
func everything(t *testing.T, a *Assessment, opts EvaluateOptions) []Gap {
	t.Helper()
	ev, err := Evaluate(t.Context(), a, opts)
	if err != nil {
		t.Fatal(err)
	}
	return Review(ev, ReviewOptions{Profile: profileAll, Public: true, FreshLookDays: 180}).Gaps
}

// breaks says, for each rule, how to break it and nothing before it.
var breaks = map[string]func(a *Assessment){
	"policy-missing":                 func(a *Assessment) { a.Policy = PolicyCommitment{} },
	"policy-not-approved-at-the-top": func(a *Assessment) { a.Policy.SeniorApproval = risk.Unknown },
	"policy-without-expertise":       func(a *Assessment) { a.Policy.Expertise = risk.No },
	"policy-without-expectations":    func(a *Assessment) { a.Policy.Expectations = risk.Unknown },
	"policy-not-public":              func(a *Assessment) { a.Policy.Public = risk.No },
	"policy-not-embedded":            func(a *Assessment) { a.Policy.InOtherPolicies = risk.No },

	"scope-not-stated":         func(a *Assessment) { a.Scope = Scope{Excluded: a.Scope.Excluded} },
	"value-chain-left-out":     func(a *Assessment) { a.Scope = Scope{Breadth: Enterprise, ValueChain: []ChainPart{OwnOperations}} },
	"exclusion-without-reason": func(a *Assessment) { a.Scope.Excluded[0].Reason = "" },
	"period-not-stated":        func(a *Assessment) { a.Period = risk.Period{} },
	"trigger-not-stated":       func(a *Assessment) { a.Triggers = nil },
	"update-of-nothing":        func(a *Assessment) { a.Updates = uuid.Nil },
	"assessment-out-of-date":   func(a *Assessment) { a.Period = risk.Period{From: risk.YearOf(2019), To: risk.YearOf(2019)} },
	"assessor-not-stated":      func(a *Assessment) { a.Assessor = Assessor{} },
	"assessor-not-independent": func(a *Assessment) { a.Kind, a.Assessor.Independence = Impact, Internal },
	"expertise-not-taken-in":   func(a *Assessment) { a.Assessor.AdviceUsed = risk.Unknown },
	"no-benchmark":             func(a *Assessment) { a.Benchmarks = nil },

	"nobody-affected-was-heard":   func(a *Assessment) { a.Engagements = nil },
	"proxy-without-reason":        func(a *Assessment) { a.Engagements[1].Reason = "" },
	"group-not-heard":             func(a *Assessment) { a.Risks[0].Groups = append(a.Risks[0].Groups, "children") },
	"what-was-heard-not-taken-in": func(a *Assessment) { a.Engagements[1].How = "" },
	"safety-of-speaking-unknown":  func(a *Assessment) { a.Engagements[0].Safe = risk.Unknown },
	"people-heard-at-risk":        func(a *Assessment) { a.Engagements[0].Safe = risk.No },

	"no-risk-named":                   func(a *Assessment) { a.Risks, a.Linkages = nil, nil },
	"list-of-risks-not-whole":         func(a *Assessment) { a.RisksComplete = risk.Unknown },
	"risk-without-right":              func(a *Assessment) { a.Risks[0].Rights = nil },
	"part-exceeds-workforce":          func(a *Assessment) { a.Suppliers[1].Sites[0].Workforce.Total = risk.CountOf(299) },
	"right-not-in-catalogue":          func(a *Assessment) { a.Risks[0].Rights[0] = "rest-and-leisure" },
	"group-not-in-catalogue":          func(a *Assessment) { a.Engagements[0].Groups = append(a.Engagements[0].Groups, "woman") },
	"risk-without-group":              func(a *Assessment) { a.Risks[1].Groups = nil },
	"status-not-stated":               func(a *Assessment) { a.Risks[0].Status = risk.StatusNotStated },
	"risk-not-rated":                  func(a *Assessment) { a.Risks[1].Ratings = nil },
	"rating-without-basis":            func(a *Assessment) { a.Risks[0].Ratings[0].Basis = risk.BasisNotStated },
	"rating-without-reason":           func(a *Assessment) { a.Risks[0].Ratings[0].Rationale = "" },
	"likelihood-of-what-happened":     func(a *Assessment) { a.Risks[1].Ratings = a.Risks[0].Ratings[:1] },
	"residual-of-what-happened":       func(a *Assessment) { a.Risks[1].Ratings[0].Basis = risk.Residual },
	"residual-without-effect":         func(a *Assessment) { a.Controls[0].Effect = NoEffect },
	"likelihood-pushes-severity-down": func(a *Assessment) { pushDown(a) },
	"harm-offset-by-good":             func(a *Assessment) { a.Risks[0].OffsetClaim = "a school was built" },
	"vulnerable-group-not-looked-at": func(a *Assessment) {
		a.Suppliers[1].Sites[0].Workforce.Groups = append(a.Suppliers[1].Sites[0].Workforce.Groups, supplier.GroupAtRisk{Group: "young-workers-15-17"})
	},

	"risk-without-linkage":          func(a *Assessment) { a.Linkages = a.Linkages[:1] },
	"involvement-undetermined":      func(a *Assessment) { a.Linkages[1].Involvement = risk.Undetermined },
	"involvement-against-the-facts": func(a *Assessment) { a.Linkages[0].History = nil; a.Linkages[0].Involvement = risk.Causes },
	"source-label-not-mapped":       func(a *Assessment) { a.Linkages[0].MappingNote = "" },
	"source-label-without-origin":   func(a *Assessment) { a.Linkages[0].SourceLabel.Language = "" },
	"tiers-disagree":                func(a *Assessment) { a.Linkages[0].Claimed.Upstream = supplier.MustParseTierRange("2") },
	"linked-in-own-operations":      func(a *Assessment) { a.Linkages[0].Covers.Suppliers = []uuid.UUID{id("company")} },
	"linked-without-leverage":       func(a *Assessment) { a.Linkages[0].Leverage = risk.LeverageFactors{} },
	"linked-harm-without-plan": func(a *Assessment) {
		a.Linkages[0].Status, a.Actions = risk.Actual, a.Actions[1:2]
	},
	"fact-without-judgement":             func(a *Assessment) { a.Linkages[0].History[0].Facts.OwnAct.Evidence = nil },
	"no-remedy-for-harm-done":            func(a *Assessment) { a.Actions[1].Kind = TrainingAction },
	"ending-without-asking-what-it-does": func(a *Assessment) { a.Linkages[0].Decision.EndingAssessed = risk.Unknown },
	"known-link-unattended":              func(a *Assessment) { neglect(a) },

	"severe-risk-without-action":       func(a *Assessment) { a.Actions = a.Actions[1:2] },
	"action-without-risk":              func(a *Assessment) { a.Actions[2].Risks = nil },
	"action-measured-by-money-only":    func(a *Assessment) { a.Actions[0].Indicators[0].Kind = Spending },
	"action-without-outcome-indicator": func(a *Assessment) { a.Actions[1].Indicators = nil },
	"pledges-in-place-of-action":       func(a *Assessment) { a.Actions = a.Actions[2:] },
	"control-effect-unknown":           func(a *Assessment) { a.Controls[1].Effect = EffectNotStated },
	"audits-alone":                     func(a *Assessment) { a.Controls[0].Kind = Monitoring },
	"finding-without-root-cause":       func(a *Assessment) { a.Findings[0].RootCauses = nil },
	"finding-without-recommendation":   func(a *Assessment) { a.Recommendations[0].Findings = nil },
	"commitment-not-named":             func(a *Assessment) { a.Commitments[0].Title = "" },
	"commitment-missed":                func(a *Assessment) { a.Commitments[0].Kept = risk.Unknown },

	"no-recommendation":              func(a *Assessment) { a.Kind, a.Recommendations = Impact, nil },
	"recommendations-not-all-listed": func(a *Assessment) { a.RecommendationCount = risk.Count{} },
	"recommendation-unanswered":      func(a *Assessment) { a.Recommendations[0].Events = a.Recommendations[0].Events[:1] },
	"recommendation-without-owner":   func(a *Assessment) { a.Recommendations[0].Events[1].Owner = "" },
	"recommendation-without-date":    func(a *Assessment) { a.Recommendations[0].Events[1].Due = risk.Date{} },
	"recommendation-overdue":         func(a *Assessment) { a.Recommendations[0].Events[1].Due = risk.MustParseDate("2021-06-30") },
	"rejected-without-reason": func(a *Assessment) {
		happen(a, Event{ID: id("r3"), Kind: Reject, On: risk.MustParseDate("2021-03-01")})
	},
	"implemented-not-verified": func(a *Assessment) { happen(a, event(Implement, "2021-03-01")) },
	"ineffective-and-left":     func(a *Assessment) { happen(a, event(Implement, "2021-03-01"), event(VerifyIneffective, "2021-04-01")) },
	"verified-without-evidence": func(a *Assessment) {
		happen(a, event(Implement, "2021-03-01"), Event{ID: id("r4"), Kind: VerifyEffective, On: risk.MustParseDate("2021-04-01")})
	},

	"alert-set-up-without-unions": func(a *Assessment) { a.Engagements[1].Parties = nil },
	"suppliers-not-evaluated":     func(a *Assessment) { a.Controls[1].InPlace = risk.No },

	"no-grievance-mechanism": func(a *Assessment) { a.Mechanisms = nil },
	"grievance-mechanism-not-described": func(a *Assessment) {
		a.Mechanisms = nil
		a.Controls[1].Kind = GrievanceChannel
	},
	"mechanism-blocks-other-routes": func(a *Assessment) { a.Mechanisms[0].PrecludesOtherRemedies = risk.Yes },
	"mechanism-not-assessed":        func(a *Assessment) { a.MechanismAssessments = nil },
	"criterion-not-met":             func(a *Assessment) { a.MechanismAssessments[0].Criteria[0].Level = grievance.Absent },
	"users-not-asked":               func(a *Assessment) { a.MechanismAssessments[0].Criteria[0].UsersView = grievance.UsersView{} },
	"mechanism-costs-money":         func(a *Assessment) { a.Mechanisms[0].FreeOfCharge = risk.No },
	"mechanism-in-one-language":     func(a *Assessment) { a.Mechanisms[0].Languages = []string{"en"} },

	"no-source":                     func(a *Assessment) { a.Sources, a.Waivers = nil, nil },
	"confidential-in-public":        func(a *Assessment) { a.Redactions = nil },
	"small-group-can-be-recognised": func(a *Assessment) { a.Engagements[0].People = risk.CountOf(4) },
	"illustrative-in-public":        func(a *Assessment) { a.Suppliers[1].Illustrative = true },
	"redaction-without-reason":      func(a *Assessment) { a.Redactions[0].Reason = RedactionReasonNotStated },
	"waiver-without-reason":         func(a *Assessment) { a.Waivers[0].Reason = "" },
	"waiver-of-no-rule":             func(a *Assessment) { a.Waivers[0].Rule = "no-sauce" },
}

// pushDown makes the graver risk not salient because it is less likely, and
// the lesser one salient.
func pushDown(a *Assessment) {
	a.Risks[0].Salient, a.Risks[1].Salient = risk.No, risk.Yes
	a.Risks[0].Ratings[0].Rating = risk.RangeOf(risk.MustParseRating("HRS:1/SCA:5/SCO:3/IRR:3/LIK:1/DEL:N"))
	a.Risks[1].Status = risk.Potential
	a.Risks[1].Ratings[0].Rating = risk.RangeOf(risk.MustParseRating("HRS:1/SCA:3/SCO:3/IRR:2/LIK:5/DEL:N"))
}

// neglect makes the company know of a harm that goes on and do nothing.
func neglect(a *Assessment) {
	r := &a.Linkages[0].History[0]
	r.Facts.Foreseeability.Value = risk.Knew
	r.Facts.Mitigation.Value = risk.NoMitigation
	r.Facts.Status.Value, r.Facts.Ongoing.Value = risk.Actual, risk.Yes
	r.Facts.KnownSince = risk.MustParseDate("2021-01-01")
}

// happen adds events to the recommendation without asking whether they carry
// what they should.
func happen(a *Assessment, events ...Event) {
	a.Recommendations[0].Events = append(a.Recommendations[0].Events, events...)
}

func TestNoRuleFindsAnythingInASoundAssessment(t *testing.T) {
	for _, g := range everything(t, sound(), EvaluateOptions{}) {
		t.Errorf("%s at %s: %v", g.Rule, g.Pointer, g.Args)
	}
}

func TestEveryRuleIsTriggeredByADocumentThatBreaksIt(t *testing.T) {
	for rule := range Rules() {
		t.Run(rule.ID, func(t *testing.T) {
			var gaps []Gap
			if rule.ID == "method-breaks-a-rule" {
				gaps = everything(t, sound(), EvaluateOptions{Method: waivingMethod(t)})
			} else {
				break_, ok := breaks[rule.ID]
				if !ok {
					t.Fatal("no document of the test breaks this rule")
				}
				a := sound()
				break_(a)
				opts := EvaluateOptions{}
				if a.Period.IsZero() || rule.ID == "assessment-out-of-date" {
					opts.AsOf = risk.YearOf(2021)
				}
				gaps = everything(t, a, opts)
			}
			i := slices.IndexFunc(gaps, func(g Gap) bool { return g.Rule == rule.ID })
			if i < 0 {
				t.Fatalf("not triggered; found %v", gaps)
			}
			if gaps[i].Level != rule.Level {
				t.Errorf("level %s, want %s", gaps[i].Level, rule.Level)
			}
			for _, g := range gaps {
				if !inFormat(t, g.Pointer) {
					t.Errorf("%s points at %s, which a document cannot have", g.Rule, g.Pointer)
				}
			}
		})
	}
	for name := range breaks {
		if _, ok := RuleByID(name); !ok {
			t.Errorf("%s is no rule", name)
		}
	}
}

// inFormat reports whether the format has a place for a pointer.
func inFormat(t *testing.T, pointer string) bool {
	t.Helper()
	var doc map[string]any
	if err := json.Unmarshal(schemaText, &doc); err != nil {
		t.Fatal(err)
	}
	node := doc
	for _, token := range strings.Split(pointer, "/")[1:] {
		if ref, ok := node["$ref"].(string); ok {
			node = doc["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
		}
		properties, _ := node["properties"].(map[string]any)
		next, _ := properties[token].(map[string]any)
		if _, err := strconv.Atoi(token); err == nil {
			next, _ = node["items"].(map[string]any)
		}
		if next == nil {
			return false
		}
		node = next
	}
	return true
}

// waivingMethod returns a built-in method that waives a rule.
func waivingMethod(t *testing.T) *risk.Method {
	t.Helper()
	for m := range risk.Methods() {
		for range m.Waivers() {
			return m
		}
	}
	t.Fatal("no built-in method waives a rule")
	return nil
}

func TestRulesAreCompleteAndCiteWhatTheyRestOn(t *testing.T) {
	seen := make(map[string]bool)
	for rule := range Rules() {
		if seen[rule.ID] {
			t.Errorf("%s is there twice", rule.ID)
		}
		seen[rule.ID] = true
		if rule.ID == "" || strings.ToLower(rule.ID) != rule.ID || strings.ContainsAny(rule.ID, " _") {
			t.Errorf("%q is not a lower-kebab-case id", rule.ID)
		}
		if len(rule.Basis) == 0 || rule.Level == GapLevelNotStated || rule.Profiles == 0 || rule.Title == "" || rule.Settle == "" {
			t.Errorf("%s lacks its basis, level, profile, title or remedy", rule.ID)
		}
	}
	if len(seen) < 40 {
		t.Errorf("%d rules, want at least 40", len(seen))
	}
}

func TestARightThatIsNotInTheCatalogueIsToldWithTheNearestThatIs(t *testing.T) {
	own, err := risk.Rights().With(risk.Right{ID: "quiet-of-night", Names: risk.Names{"en": "quiet of the night"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name      string
		right     risk.RightID
		catalogue *risk.Catalogue
		found     []string
	}{
		{"known", "fair-wage", nil, nil},
		{"misspelt", "fair-wages", nil, []string{"fair-wages", "fair-wage"}},
		{"like no other", "quiet-of-night", nil, []string{"quiet-of-night", ""}},
		{"the host's own", "quiet-of-night", own, nil},
		{"the host's own, misspelt", "quiet-of-nights", own, []string{"quiet-of-nights", "quiet-of-night"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := sound()
			a.Risks[1].Rights = append(a.Risks[1].Rights, c.right)
			ev, err := Evaluate(t.Context(), a, EvaluateOptions{})
			if err != nil {
				t.Fatal(err)
			}
			var found []string
			for _, g := range Review(ev, ReviewOptions{Catalogue: c.catalogue}).Gaps {
				if g.Rule == "right-not-in-catalogue" {
					if g.Pointer != "/risks/1/rights/1" {
						t.Errorf("points at %s", g.Pointer)
					}
					found = append(found, g.Args...)
				}
			}
			if !slices.Equal(found, c.found) {
				t.Errorf("found %q, want %q", found, c.found)
			}
		})
	}
}

func TestARuleIsSwitchedOffOnlyWithAReason(t *testing.T) {
	for reason, off := range map[string]bool{"assessed elsewhere": true, "": false, " \n": false} {
		a := sound()
		a.Benchmarks = nil
		a.Waivers = []Waiver{{Rule: "no-benchmark", Reason: reason}}
		ev, err := Evaluate(t.Context(), a, EvaluateOptions{})
		if err != nil {
			t.Fatal(err)
		}
		result := Review(ev, ReviewOptions{})
		found := slices.ContainsFunc(result.Gaps, func(g Gap) bool { return g.Rule == "no-benchmark" })
		if found == off {
			t.Errorf("reason %q: the gap shows: %v", reason, found)
		}
		if off && (len(result.Waived) != 1 || result.Waived[0].Gaps != 1) {
			t.Errorf("what was switched off is not told: %v", result.Waived)
		}
	}
}

func TestAProfileChoosesItsRules(t *testing.T) {
	ev, err := Evaluate(t.Context(), sound(), EvaluateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for name := range profileAll.Names() {
		p, err := ParseProfile(name)
		if err != nil {
			t.Fatal(err)
		}
		want := 0
		for rule := range Rules() {
			if rule.Profiles&p != 0 {
				want++
			}
		}
		result := Review(ev, ReviewOptions{Profile: p})
		if got := result.Checked + len(result.Waived); got != want || want == 0 {
			t.Errorf("%s: %d rules ran, want %d", name, got, want)
		}
	}
	if _, err := ParseProfile("ugnp"); err == nil || !strings.Contains(err.Error(), "ungp") {
		t.Errorf("%v does not offer the nearest name", err)
	}
}

func TestNothingIllustrativeIsHeldAgainstTheCompany(t *testing.T) {
	a := sound()
	made := rated("made up", "")
	made.Illustrative = true
	a.Risks = append(a.Risks, made)
	ev, err := Evaluate(t.Context(), a, EvaluateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range Review(ev, ReviewOptions{Profile: profileAll}).Gaps {
		t.Errorf("%s at %s: %v", g.Rule, g.Pointer, g.Args)
	}
}

func TestARuleRestsOnTheLawOfThoseWhomItConcerns(t *testing.T) {
	rule, _ := RuleByID("no-grievance-mechanism")
	for p, want := range map[Profile]string{
		0: "[UNGP:22 UNGP:29]", ProfileLkSG: "[UNGP:22 UNGP:29 LkSG:8]", ProfileFrance: "[UNGP:22 UNGP:29 FR-2017-399:4]",
		ProfileCSDDD | ProfileLkSG: "[UNGP:22 UNGP:29 LkSG:8 CSDDD:14]",
	} {
		if got := fmt.Sprint(rule.BasisFor(p)); got != want {
			t.Errorf("%d: %s, want %s", p, got, want)
		}
	}
	if unions, _ := RuleByID("alert-set-up-without-unions"); len(unions.BasisFor(ProfileUNGP)) != 1 {
		t.Error("a rule is left without a basis")
	}
}

// Every regime has an instrument of its own that a rule rests on, and no rule
// cites an instrument of a regime that does not ask for it.
func TestProfilesCiteTheirOwnLaw(t *testing.T) {
	cited := map[string]bool{}
	for rule := range Rules() {
		for _, c := range rule.Basis {
			cited[c.Instrument] = true
			for _, x := range regimes {
				if x.instrument == c.Instrument && rule.Profiles&x.profile == 0 {
					t.Errorf("%s cites %s, whose profile does not have the rule", rule.ID, c)
				}
			}
		}
	}
	for _, x := range regimes {
		if !cited[x.instrument] {
			t.Errorf("no rule cites %s", x.instrument)
		}
	}
}
