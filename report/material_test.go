package report

import (
	"context"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/assessment/assessmenttest"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

func idOf(name string) uuid.UUID { return uuid.NewSHA1(uuid.Nil, []byte(name)) }

// someRisk is a risk that is told in full.
func someRisk(name string) assessment.Risk {
	return assessment.Risk{
		ID: idOf(name), Title: name, Status: risk.Actual, Rights: []risk.RightID{"forced-labour"},
		Groups: []risk.GroupID{"supply-chain-workers-tier-n"}, Controls: []uuid.UUID{idOf("control")},
		Ratings: []assessment.RiskRating{{Rating: risk.RangeOf(risk.Rating{Scale: 5, Scope: 3, Irremediability: 2, Likelihood: risk.Occurred})}},
	}
}

func someControl(kind assessment.ControlKind) assessment.Control {
	return assessment.Control{ID: idOf("control"), Title: "measure", Kind: kind, InPlace: risk.Yes, Effect: assessment.Effective}
}

func someAction(kind assessment.ActionKind) assessment.Action {
	return assessment.Action{ID: idOf("action"), Title: "action", Kind: kind, Risks: []uuid.UUID{idOf("a")}}
}

func someMechanism() grievance.Mechanism {
	return grievance.Mechanism{ID: idOf("line"), Name: "line", Kind: grievance.UnionBased, Channels: []grievance.Channel{grievance.Phone},
		Deadlines: []grievance.Deadline{{}}}
}

func assessedMechanism() grievance.MechanismAssessment {
	a := grievance.MechanismAssessment{ID: idOf("assessed"), Mechanism: idOf("line")}
	for c := range grievance.Criteria() {
		a.Criteria = append(a.Criteria, grievance.CriterionAssessment{Criterion: c, Level: grievance.Implemented,
			UsersView: grievance.UsersView{Level: grievance.Implemented, Answered: risk.CountOf(40)}})
	}
	return a
}

func tracked(kinds ...assessment.EventKind) []assessment.Recommendation {
	r := assessmenttest.Recommendation(1, kinds...)
	r.Risks = []uuid.UUID{idOf("a")}
	for i := range r.Events {
		r.Events[i].Owner = "head of purchasing"
	}
	return []assessment.Recommendation{r}
}

type (
	draft       = assessment.Assessment
	with        = func(*draft)
	needExample struct {
		need  Need
		told  with   // makes it met
		empty []with // seem to, and do not meet it in full
	}
)

func risks(list ...assessment.Risk) with {
	return func(a *draft) { a.Risks = append(a.Risks, list...) }
}

// changed returns a risk with a change.
func changed(change func(*assessment.Risk)) with {
	k := someRisk("a")
	change(&k)
	return risks(k)
}

func all(list ...with) with {
	return func(a *draft) {
		for _, f := range list {
			f(a)
		}
	}
}

func control(kind assessment.ControlKind, change func(*assessment.Control)) with {
	return func(a *draft) {
		k := someControl(kind)
		if change != nil {
			change(&k)
		}
		a.Controls = append(a.Controls, k)
	}
}

// unready are measures that are not there, or of which nobody says so.
func unready(kind assessment.ControlKind) []with {
	return []with{
		control(kind, func(k *assessment.Control) { k.InPlace = risk.Unknown }),
		control(kind, func(k *assessment.Control) { k.InPlace = risk.No }),
		control(kind, func(k *assessment.Control) { k.Illustrative = true }),
		control(kind, func(k *assessment.Control) { k.Title = "" }),
	}
}

func action(kind assessment.ActionKind, change func(*assessment.Action)) with {
	return func(a *draft) {
		x := someAction(kind)
		if change != nil {
			change(&x)
		}
		a.Actions = append(a.Actions, x)
	}
}

func engaged(change func(*assessment.Engagement)) with {
	return func(a *draft) {
		e := assessment.Engagement{ID: idOf("engagement"), Groups: []risk.GroupID{"supply-chain-workers-tier-n"}, Directness: assessment.WithAffectedPeople,
			Method: assessment.Interviews, TakenIn: risk.Yes, How: "the plan changed"}
		change(&e)
		a.Engagements = append(a.Engagements, e)
	}
}

func withLinkage(change func(*assessment.Linkage)) with {
	return func(a *draft) {
		l := assessment.Linkage{ID: idOf("linkage"), Risks: []uuid.UUID{idOf("a")}, Involvement: risk.DirectlyLinked,
			Claimed: supplier.Proximity{Upstream: supplier.MustParseTierRange("2")}}
		change(&l)
		a.Linkages = append(a.Linkages, l)
	}
}

func mechanism(change func(*grievance.Mechanism)) with {
	return func(a *draft) {
		m := someMechanism()
		change(&m)
		a.Mechanisms = append(a.Mechanisms, m)
	}
}

func assessed(change func(*grievance.MechanismAssessment)) with {
	return func(a *draft) {
		m := assessedMechanism()
		change(&m)
		a.MechanismAssessments = append(a.MechanismAssessments, m)
	}
}

func withPolicy(p assessment.PolicyCommitment) with { return func(a *draft) { a.Policy = p } }

func same[T any](*T) {}

var lineThere = mechanism(same)

// needExamples has, for each need that an assessment can meet, what meets it and
// what does not.
var needExamples = []needExample{
	{PolicyStatement, withPolicy(assessment.PolicyCommitment{Title: "p"}), []with{withPolicy(assessment.PolicyCommitment{Public: risk.Yes})}},
	{PolicyApproved, withPolicy(assessment.PolicyCommitment{Title: "p", SeniorApproval: risk.Yes}),
		[]with{withPolicy(assessment.PolicyCommitment{Title: "p"}), withPolicy(assessment.PolicyCommitment{Title: "p", SeniorApproval: risk.No}),
			withPolicy(assessment.PolicyCommitment{SeniorApproval: risk.Yes})}},
	{PolicyExpertise, withPolicy(assessment.PolicyCommitment{Title: "p", Expertise: risk.Yes}), []with{withPolicy(assessment.PolicyCommitment{Title: "p"})}},
	{PolicyExpectations, withPolicy(assessment.PolicyCommitment{Title: "p", Expectations: risk.Yes}), []with{withPolicy(assessment.PolicyCommitment{Title: "p"})}},
	{PolicyPublic, withPolicy(assessment.PolicyCommitment{Title: "p", Public: risk.Yes}), []with{withPolicy(assessment.PolicyCommitment{Title: "p"})}},
	{PolicyEmbedded, withPolicy(assessment.PolicyCommitment{Title: "p", InOtherPolicies: risk.Yes}), []with{withPolicy(assessment.PolicyCommitment{Title: "p"})}},
	{SpecificPolicies, all(risks(someRisk("a")), control(assessment.Contract, nil)),
		[]with{all(risks(someRisk("a")), control(assessment.Monitoring, nil)), all(risks(someRisk("a"), someRisk("b")), action(assessment.PolicyChange, nil))}},
	{ResponsibilityAssigned, func(a *draft) { a.Recommendations = tracked(assessment.Propose, assessment.Accept, assessment.Start) },
		[]with{func(a *draft) { a.Recommendations = tracked(assessment.Propose) }, func(a *draft) {
			a.Recommendations = tracked(assessment.Propose, assessment.Accept, assessment.Start)
			for i := range a.Recommendations[0].Events {
				a.Recommendations[0].Events[i].Owner = ""
			}
		}}},
	{TrainingGiven, action(assessment.TrainingAction, nil), append(unready(assessment.Training),
		action(assessment.TrainingAction, func(x *assessment.Action) { x.Title = "" }),
		action(assessment.TrainingAction, func(x *assessment.Action) { x.Period.From = risk.MustParseDate("2030-01-01") }))},
	{PartnerRequirements, control(assessment.Standard, nil), unready(assessment.Standard)},
	{StrategyStated, func(a *draft) { a.Strategies = []assessment.Strategy{{Title: "s", Text: "what"}} },
		[]with{func(a *draft) { a.Strategies = []assessment.Strategy{{}} }, func(a *draft) { a.Strategies = []assessment.Strategy{{Title: "s"}} }}},
	{Memberships, action(assessment.Membership, nil), []with{action(assessment.Membership, func(x *assessment.Action) { x.Title = "" })}},
	{OrganisationDescribed, nil, []with{func(a *draft) { a.Company.Name = "Example" }}},
	{ReportingPractice, nil, []with{func(a *draft) { a.Period.To = risk.MustParseDate("2021-12-31") }}},

	{RisksNamed, risks(someRisk("a")), []with{changed(func(k *assessment.Risk) { k.Title = "" }), changed(func(k *assessment.Risk) { k.Illustrative = true })}},
	{AllRisksNamed, all(risks(someRisk("a")), func(a *draft) { a.RisksComplete = risk.Yes }),
		[]with{risks(someRisk("a")), all(risks(someRisk("a")), func(a *draft) { a.RisksComplete = risk.No })}},
	{RightsNamed, risks(someRisk("a")), []with{changed(func(k *assessment.Risk) { k.Rights = nil })}},
	{RatingsGiven, risks(someRisk("a")), []with{
		changed(func(k *assessment.Risk) { k.Ratings = nil }),
		changed(func(k *assessment.Risk) { k.Ratings[0].Rating = risk.Range{} }),
		changed(func(k *assessment.Risk) { k.Ratings[0].Illustrative = true }),
		changed(func(k *assessment.Risk) { k.Ratings[0].Basis = risk.Residual }),
	}},
	{RankingExplained, risks(someRisk("a")), []with{changed(func(k *assessment.Risk) { k.Ratings = nil }),
		func(a *draft) { a.Method = assessment.MethodRef{ID: risk.UNGP().ID()} }}},
	{PlacesStated, func(a *draft) { a.Scope.Countries = []string{"TH"} }, []with{
		func(a *draft) { a.Scope.Excluded = []assessment.Exclusion{{What: "x"}} },
		func(a *draft) { a.Scope.Excluded = []assessment.Exclusion{{What: "x", Reason: "y"}, {What: "z"}} }}},
	{HarmDone, risks(someRisk("a")), []with{changed(func(k *assessment.Risk) { k.Status = risk.Potential }),
		all(changed(func(k *assessment.Risk) { k.Status = risk.StatusNotStated }), func(a *draft) { a.RisksComplete = risk.Yes })}},

	{InvolvementStated, all(risks(someRisk("a")), withLinkage(same)), []with{
		all(risks(someRisk("a")), withLinkage(func(l *assessment.Linkage) { l.Involvement = risk.Undetermined })),
		all(risks(someRisk("a")), withLinkage(func(l *assessment.Linkage) { l.Illustrative = true })),
		all(risks(someRisk("a"), someRisk("b")), withLinkage(same)),
	}},
	{PlaceInChain, all(risks(someRisk("a")), withLinkage(same)), []with{
		all(risks(someRisk("a")), withLinkage(func(l *assessment.Linkage) { l.Claimed = supplier.Proximity{} })),
		withLinkage(func(l *assessment.Linkage) { l.Risks = nil }),
	}},
	{SupplyChainDescribed, func(a *draft) { a.Suppliers = []supplier.Supplier{{ID: idOf("s"), Name: "s"}} }, []with{
		func(a *draft) { a.Suppliers = []supplier.Supplier{{ID: idOf("s")}} },
		func(a *draft) { a.Suppliers = []supplier.Supplier{{ID: idOf("s"), Name: "s", Illustrative: true}} },
		func(a *draft) { a.Suppliers = []supplier.Supplier{{ID: idOf("s"), Name: "s", Buyer: true}} },
	}},
	{SupplierAssessments, control(assessment.SupplierAssessment, nil), unready(assessment.SupplierAssessment)},
	{OwnWorkforce, nil, []with{func(a *draft) {
		a.Suppliers = []supplier.Supplier{{ID: idOf("s"), Name: "s", Buyer: true, Sites: []supplier.Site{{Workforce: supplier.Workforce{Total: risk.CountOf(90)}}}}}
	}}},

	{EngagementApproach, engaged(same), []with{engaged(func(e *assessment.Engagement) { e.Method, e.Directness = 0, 0 })}},
	{GroupsEngaged, all(risks(someRisk("a")), engaged(same)), []with{engaged(same),
		all(risks(someRisk("a")), engaged(func(e *assessment.Engagement) { e.Groups = []risk.GroupID{"consumers-end-users"} }))}},
	{AffectedHeard, all(risks(someRisk("a")), engaged(same)), []with{
		all(risks(someRisk("a")), engaged(func(e *assessment.Engagement) { e.Directness = assessment.ByProxy })),
		all(risks(someRisk("a")), engaged(func(e *assessment.Engagement) { e.Directness = 0 })),
	}},
	{ViewsTakenIn, engaged(same), []with{engaged(func(e *assessment.Engagement) { e.TakenIn = risk.Unknown }), engaged(func(e *assessment.Engagement) { e.How = "" })}},
	{UnionsEngaged, lineThere, []with{engaged(func(e *assessment.Engagement) { e.Parties = []assessment.Party{{Kind: assessment.TradeUnion}} })}},

	{ActionsTaken, all(risks(someRisk("a")), action(0, nil)), []with{action(0, nil), risks(someRisk("a")),
		all(risks(someRisk("a")), action(0, func(x *assessment.Action) { x.Title = "" }))}},
	{ActionOnSevereRisks, all(risks(someRisk("a")), action(0, nil)), []with{all(risks(someRisk("a"), someRisk("b")), action(0, nil))}},
	{TargetsSet, func(a *draft) {
		a.Commitments = []assessment.Commitment{{Title: "t", Due: risk.MustParseDate("2030-01-01")}}
	}, []with{func(a *draft) {
		a.Commitments = []assessment.Commitment{{Title: "t"}, {Due: risk.MustParseDate("2030-01-01")}}
	}}},
	{EffectTracked, all(risks(someRisk("a")), control(assessment.Monitoring, nil)), []with{
		all(risks(someRisk("a")), control(assessment.Monitoring, func(k *assessment.Control) { k.Effect = 0 })),
		all(risks(someRisk("a")), control(assessment.Monitoring, func(k *assessment.Control) { k.InPlace = risk.Unknown })),
	}},
	{EffectShown, control(assessment.Monitoring, nil), append(unready(assessment.Monitoring),
		control(assessment.Monitoring, func(k *assessment.Control) { k.Effect = assessment.NoEffect }))},
	{RecommendationsTracked, func(a *draft) {
		a.Recommendations, a.RecommendationCount = tracked(assessment.Propose), risk.CountOf(1)
	}, []with{
		func(a *draft) { a.Recommendations = tracked(assessment.Propose) },
		func(a *draft) {
			a.Recommendations, a.RecommendationCount = tracked(assessment.Propose), risk.CountOf(7)
		},
		func(a *draft) {
			a.Recommendations, a.RecommendationCount = tracked(assessment.Propose), risk.CountOf(1)
			a.Recommendations[0].Events[0].Illustrative = true
		},
	}},

	{WaysToComplain, lineThere, append(unready(assessment.GrievanceChannel), control(assessment.GrievanceChannel, nil),
		mechanism(func(m *grievance.Mechanism) { m.Channels = nil }), mechanism(func(m *grievance.Mechanism) { m.Illustrative = true }),
		func(a *draft) { a.Mechanisms = []grievance.Mechanism{{}} })},
	{ComplaintProcedure, lineThere, []with{mechanism(func(m *grievance.Mechanism) { m.Deadlines = nil }), mechanism(func(m *grievance.Mechanism) { m.Illustrative = true })}},
	{MechanismAssessed, all(lineThere, assessed(same)), []with{assessed(same),
		all(lineThere, assessed(func(a *grievance.MechanismAssessment) { a.Criteria = nil })),
		all(lineThere, assessed(func(a *grievance.MechanismAssessment) { a.Criteria[0].Level = grievance.LevelUnknown })),
		all(mechanism(func(m *grievance.Mechanism) { m.Illustrative = true }), assessed(same))}},
	{UsersAsked, all(lineThere, assessed(same)), []with{all(lineThere, assessed(func(a *grievance.MechanismAssessment) {
		for i := range a.Criteria {
			a.Criteria[i].UsersView = grievance.UsersView{Asked: risk.CountOf(40), Answered: risk.CountOf(0)}
		}
	}))}},
	{RemedyGiven, all(risks(someRisk("a")), action(assessment.Remedy, nil)), []with{risks(someRisk("a")), action(assessment.Remedy, nil),
		all(risks(someRisk("a"), someRisk("b")), action(assessment.Remedy, nil)),
		all(risks(someRisk("a")), action(assessment.Remedy, func(x *assessment.Action) { x.Period.From = risk.MustParseDate("2030-01-01") }))}},
}

// gathered evaluates a document at the end of 2021.
func gathered(t *testing.T, f with) *material {
	t.Helper()
	a := &draft{ID: idOf("document")}
	f(a)
	ev, err := assessment.Evaluate(context.Background(), a, assessment.EvaluateOptions{AsOf: risk.MustParseDate("2026-12-31")})
	if err != nil {
		t.Fatal(err)
	}
	return gather(ev, CoverageOptions{}, Public)
}

func TestANeedIsMetByWhatIsStatedAndRealAndByNothingElse(t *testing.T) {
	shown := map[Need]bool{ChangeOverTime: true, ComplaintFigures: true} // beside the document; tests of their own
	for _, e := range needExamples {
		shown[e.need] = true
		if e.told != nil {
			if pointer, have := gathered(t, e.told).look(e.need, AboutEveryone); have != whole || pointer == "" {
				t.Errorf("%s is not met by what tells it: %d at %q", e.need, have, pointer)
			}
		}
		for i, f := range e.empty {
			if _, have := gathered(t, f).look(e.need, AboutEveryone); have == whole {
				t.Errorf("%s is met by empty example %d", e.need, i)
			}
		}
	}
	for n := range needText.All {
		if n != NeedNotStated && lookFor[n] != nil && !shown[n] {
			t.Errorf("%s has no example", n)
		}
	}
}

func TestAnEntryWithoutContentAnswersNothing(t *testing.T) {
	ev := evaluate(t, &assessment.Assessment{
		Risks: []assessment.Risk{{Illustrative: true}}, Controls: make([]assessment.Control, 1), Actions: make([]assessment.Action, 1),
		Commitments: make([]assessment.Commitment, 1), Strategies: make([]assessment.Strategy, 1), Findings: make([]assessment.Finding, 1),
		Engagements: make([]assessment.Engagement, 1), Linkages: make([]assessment.Linkage, 1), Mechanisms: make([]grievance.Mechanism, 1),
		MechanismAssessments: make([]grievance.MechanismAssessment, 1), Benchmarks: make([]assessment.Benchmark, 1),
	})
	for f := range Frameworks() {
		for _, a := range Cover(ev, f, Internal, CoverageOptions{}).Answers {
			if a.Answered != NotYet {
				t.Errorf("%s %s is answered from %v", f.ID, a.Disclosure.ID, a.From)
			}
		}
	}
}

func TestWhatIsDoneForSomeDoesNotAnswerForOthers(t *testing.T) {
	whom := map[Topic]assessment.Risk{
		AboutOwnWorkers:        {Groups: []risk.GroupID{"own-employees"}},
		AboutValueChainWorkers: {Groups: []risk.GroupID{"supply-chain-workers-tier-n"}},
		AboutCommunities:       {Groups: []risk.GroupID{"local-communities"}},
		AboutConsumers:         {Groups: []risk.GroupID{"consumers-end-users"}},
		AboutIndigenousPeoples: {Groups: []risk.GroupID{"indigenous-peoples"}},
		AboutChildLabour:       {Rights: []risk.RightID{"child-labour"}},
		AboutForcedLabour:      {Rights: []risk.RightID{"slavery"}},
		AboutDiscrimination:    {Rights: []risk.RightID{"non-discrimination"}},
		AboutAssociation:       {Rights: []risk.RightID{"trade-union"}},
		AboutSafeWork:          {Rights: []risk.RightID{"safe-work"}},
	}
	also := map[[2]Topic]bool{{AboutIndigenousPeoples, AboutCommunities}: true}
	for topic := AboutEveryone + 1; topic.Valid(); topic++ {
		k := whom[topic]
		k.ID, k.Title, k.Status = idOf("a"), "a", risk.Actual
		m := gathered(t, all(risks(k), action(assessment.Remedy, nil)))
		for other := AboutEveryone + 1; other.Valid(); other++ {
			want := absent
			if other == topic || also[[2]Topic{topic, other}] {
				want = whole
			}
			for _, need := range [...]Need{RisksNamed, HarmDone, ActionsTaken, RemedyGiven} {
				if _, have := m.look(need, other); have != want {
					t.Errorf("a risk %s: %s about %s is %d, want %d", topic, need, other, have, want)
				}
			}
		}
	}
}

func TestWorkersWhoseEmployerIsNotStatedStandOnNeitherSide(t *testing.T) {
	migrants := risks(assessment.Risk{ID: idOf("a"), Title: "a", Groups: []risk.GroupID{"migrant-workers-international"}})
	for name, c := range map[string]struct {
		doc         with
		own, others amount
	}{
		"nothing says where":  {migrants, absent, absent},
		"own operations":      {all(migrants, withLinkage(func(l *assessment.Linkage) { l.Claimed = supplier.Proximity{OwnOperations: true} })), whole, absent},
		"a tier":              {all(migrants, withLinkage(same)), absent, whole},
		"on site":             {all(migrants, withLinkage(func(l *assessment.Linkage) { l.Claimed = supplier.Proximity{OnSite: true} })), absent, whole},
		"an illustrative one": {all(migrants, withLinkage(func(l *assessment.Linkage) { l.Illustrative = true })), absent, absent},
	} {
		m := gathered(t, c.doc)
		_, own := m.look(RisksNamed, AboutOwnWorkers)
		_, others := m.look(RisksNamed, AboutValueChainWorkers)
		if own != c.own || others != c.others {
			t.Errorf("%s: own workers %d, want %d; others %d, want %d", name, own, c.own, others, c.others)
		}
	}
}

func TestWhatIsWithheldAnswersNothingForThePublic(t *testing.T) {
	for _, e := range needExamples {
		if e.told == nil {
			continue
		}
		m := gathered(t, e.told)
		pointer, _ := m.look(e.need, AboutEveryone)
		doc := m.doc
		doc.Redactions = []assessment.Redaction{{Pointer: pointer, Reason: assessment.Confidentiality}}
		switch e.need {
		case RankingExplained:
			doc.Redactions[0].Pointer = "/risks"
		case HarmDone, RatingsGiven, RightsNamed, RisksNamed:
			doc.Redactions[0].Pointer = "/risks/0"
		case InvolvementStated, PlaceInChain:
			doc.Redactions[0].Pointer = "/linkages/0"
		case AllRisksNamed:
			continue // is not shown as a value of its own
		}
		own := &Framework{ID: "one", Disclosures: []Disclosure{{ID: "1", Needs: []Need{e.need}}}}
		ev := evaluate(t, doc)
		if a := Cover(ev, own, Internal, CoverageOptions{}).Answers[0]; a.Answered != Fully || len(a.Withheld) != 0 {
			t.Errorf("%s: inside the company it is %v", e.need, a.Answered)
		}
		for _, to := range [...]Audience{Public, Affected} {
			if a := Cover(ev, own, to, CoverageOptions{}).Answers[0]; a.Answered == Fully || len(a.Withheld) != 1 {
				t.Errorf("%s, %s withheld from %s: %v, withheld %v", e.need, doc.Redactions[0].Pointer, to, a.Answered, a.Withheld)
			}
		}
	}
}

func TestTellingLessNeverAnswersMore(t *testing.T) {
	for seed := range uint64(12) {
		doc := assessmenttest.Random(seed, assessmenttest.RandomOptions{Sparse: 20})
		doc.Recommendations = nil // chance makes histories that cannot be
		ev, err := assessment.Evaluate(context.Background(), doc, assessment.EvaluateOptions{Method: risk.UNGP()})
		if err != nil {
			t.Fatal(err)
		}
		for f := range Frameworks() {
			in, out := Cover(ev, f, Internal, CoverageOptions{}), Cover(ev, f, Public, CoverageOptions{})
			for i := range in.Answers {
				if out.Answers[i].Answered > in.Answers[i].Answered {
					t.Errorf("seed %d: %s %s is %s inside and %s for the public", seed, f.ID, in.Answers[i].Disclosure.ID,
						in.Answers[i].Answered, out.Answers[i].Answered)
				}
			}
		}
	}
}
