package report

import (
	"slices"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
)

// look finds what meets a need on a topic and where. A need that no document of
// this library holds is absent: the company writes it itself.
func (m *material) look(n Need, t Topic) (pointer string, have amount) {
	if n <= NeedNotStated || int(n) >= len(lookFor) || lookFor[n] == nil || int(t) >= len(m.counts) {
		return "", absent
	}
	return lookFor[n](m, t)
}

// lookFor has a way to find each need.
var lookFor = [...]func(m *material, t Topic) (string, amount){
	PolicyStatement: func(m *material, _ Topic) (string, amount) {
		return "/policy", has(m.doc.Policy.Title != "" && !m.hidden.field("policy", "title"))
	},
	PolicyApproved: func(m *material, _ Topic) (string, amount) {
		return m.policy("seniorApproval", m.doc.Policy.SeniorApproval)
	},
	PolicyExpertise: func(m *material, _ Topic) (string, amount) { return m.policy("expertise", m.doc.Policy.Expertise) },
	PolicyExpectations: func(m *material, _ Topic) (string, amount) {
		return m.policy("expectations", m.doc.Policy.Expectations)
	},
	PolicyPublic: func(m *material, _ Topic) (string, amount) { return m.policy("public", m.doc.Policy.Public) },
	PolicyEmbedded: func(m *material, _ Topic) (string, amount) {
		return m.policy("inOtherPolicies", m.doc.Policy.InOtherPolicies)
	},
	SpecificPolicies: func(m *material, t Topic) (string, amount) { return m.risksWith(t, isGoverned) },
	ResponsibilityAssigned: func(m *material, _ Topic) (string, amount) {
		if m.ev.Recommendations == nil {
			return "", absent
		}
		taken, owned := 0, 0
		for i := range m.ev.Recommendations.Items {
			s := &m.ev.Recommendations.Items[i]
			if m.tracked(i) && (s.State.Open() && s.State != assessment.Proposed || s.State.Done()) {
				taken++
				if s.Owner != "" {
					owned++
				}
			}
		}
		return "/recommendations", someOf(owned, taken)
	},
	TopLevelOversight: nil, // what a board discusses is for the company to tell
	TrainingGiven: func(m *material, _ Topic) (string, amount) {
		if pointer, have := m.actionOf(assessment.TrainingAction); have == whole {
			return pointer, have
		}
		return m.control(assessment.Training)
	},
	SecurityTraining: nil,
	PartnerRequirements: func(m *material, _ Topic) (string, amount) {
		return m.control(assessment.Standard, assessment.Contract, assessment.PurchasingRule)
	},
	StrategyStated: func(m *material, _ Topic) (string, amount) {
		return best("strategies", len(m.doc.Strategies), func(i int) amount {
			s := &m.doc.Strategies[i]
			hidden := func(name string) bool { return m.hidden.value("strategies", i, name) }
			switch {
			case s.Title == "" || m.hidden.item("strategies", i) || hidden("title"):
				return absent
			case s.Text != "" && !hidden("text"), !s.Period.IsZero() && !hidden("period"):
				return whole
			}
			return some // a name is not yet a strategy
		})
	},
	Memberships: func(m *material, _ Topic) (string, amount) { return m.actionOf(assessment.Membership) },
	OrganisationDescribed: func(m *material, _ Topic) (string, amount) {
		if m.doc.Company.Name == "" || m.hidden.field("company", "name") {
			return "", absent
		}
		return "/company", some
	},
	ReportingPractice: func(m *material, _ Topic) (string, amount) {
		if m.doc.Period.IsZero() || m.hidden.whole("period") {
			return "", absent
		}
		return "/period", some
	},
	GovernanceDescribed: nil,
	ComplianceFigures:   nil,
	InformationRequests: nil,

	RisksNamed: func(m *material, t Topic) (string, amount) {
		pointer, have := m.risksWith(t, isNamed)
		if t != AboutEveryone && have != absent {
			pointer = pointerTo("risks", m.counts[t].first)
		}
		return pointer, have
	},
	AllRisksNamed: func(m *material, _ Topic) (string, amount) {
		if m.counts[AboutEveryone].risks == 0 && m.doc.RisksComplete != risk.Yes {
			return "", absent
		}
		return "/risksComplete", told(m.doc.RisksComplete)
	},
	RightsNamed:  func(m *material, t Topic) (string, amount) { return m.risksWith(t, namesRight) },
	RatingsGiven: func(m *material, t Topic) (string, amount) { return m.risksWith(t, isRated) },
	RankingExplained: func(m *material, t Topic) (string, amount) {
		if m.ev.Method == nil || m.counts[t].count(isRated) == 0 {
			return "", absent // a method that ranks nothing explains nothing
		}
		return "/method", whole
	},
	PlacesStated: func(m *material, _ Topic) (string, amount) {
		s := &m.doc.Scope
		switch {
		case m.hidden.whole("scope"):
			return "", absent
		case len(s.Countries) > 0:
			return "/scope/countries", whole
		}
		reasons := 0
		for _, x := range s.Excluded {
			if x.What != "" && x.Reason != "" {
				reasons++
			}
		}
		return "/scope/excluded", someOf(reasons, len(s.Excluded))
	},
	HarmDone: func(m *material, t Topic) (string, amount) {
		switch k := &m.counts[t]; {
		case k.count(isActual) > 0:
			return "/risks", whole
		case k.risks > 0 && k.count(hasStatus) == k.risks && m.doc.RisksComplete == risk.Yes:
			return "/risks", whole // none is known, and all that was found is named
		}
		return "", absent
	},
	ChangeOverTime: func(m *material, t Topic) (string, amount) {
		_, have := m.risksWith(t, isCompared)
		return "/updates", have
	},

	InvolvementStated: func(m *material, t Topic) (string, amount) {
		k := &m.counts[t]
		return "/linkages", someOf(k.count(isLinked)-k.count(isUndecided), k.risks)
	},
	PlaceInChain: func(m *material, t Topic) (string, amount) {
		return "/linkages", someOf(m.counts[t].count(isPlaced), m.counts[t].risks)
	},
	SupplyChainDescribed: func(m *material, _ Topic) (string, amount) {
		return best("suppliers", len(m.doc.Suppliers), func(i int) amount {
			s := &m.doc.Suppliers[i]
			return has(!s.Illustrative && !s.Buyer && (s.Name != "" || s.Code != "" || len(s.Categories) > 0) &&
				!m.hidden.item("suppliers", i))
		})
	},
	SupplierAssessments: func(m *material, _ Topic) (string, amount) { return m.control(assessment.SupplierAssessment) },
	SupplierFigures:     nil,
	OwnWorkforce: func(m *material, _ Topic) (string, amount) {
		return best("suppliers", len(m.doc.Suppliers), func(i int) amount {
			s := &m.doc.Suppliers[i]
			if !s.Buyer || s.Illustrative || m.hidden.covers(pointerTo("suppliers", i)) {
				return absent
			}
			for j := range s.Sites {
				if !s.Sites[j].Workforce.Total.IsZero() {
					return some // a count is not yet the metric
				}
			}
			return absent
		})
	},

	EngagementApproach: func(m *material, _ Topic) (string, amount) {
		return m.engagement(func(e *assessment.Engagement) bool { return e.Method != 0 || e.Directness != 0 }, "method", "directness")
	},
	GroupsEngaged: func(m *material, t Topic) (string, amount) {
		if k := &m.counts[t]; k.count(isEngaged) > 0 {
			return "/engagements", someOf(k.count(isEngaged), k.risks)
		}
		if t != AboutEveryone {
			return "", absent
		}
		pointer, have := m.engagement(func(e *assessment.Engagement) bool { return len(e.Groups)+len(e.Parties) > 0 }, "groups", "parties")
		return pointer, min(have, some) // somebody was engaged, on which risks is not said
	},
	AffectedHeard: func(m *material, t Topic) (string, amount) {
		if k := &m.counts[t]; k.count(isHeard) > 0 {
			return "/engagements", someOf(k.count(isHeard), k.risks)
		}
		if t != AboutEveryone {
			return "", absent
		}
		pointer, have := m.engagement(func(e *assessment.Engagement) bool { return direct(e.Directness) }, "directness")
		return pointer, min(have, some)
	},
	ViewsTakenIn: func(m *material, _ Topic) (string, amount) {
		return m.engagement(func(e *assessment.Engagement) bool { return e.TakenIn.Known() && e.How != "" }, "takenIn", "how")
	},
	UnionsEngaged: func(m *material, _ Topic) (string, amount) {
		pointer, have := m.mechanisms(func(x *grievance.Mechanism) amount { return has(x.Kind == grievance.UnionBased) })
		if have == whole {
			return pointer, have
		}
		pointer, have = m.engagement(func(e *assessment.Engagement) bool {
			return slices.ContainsFunc(e.Parties, func(p assessment.Party) bool { return p.Kind == assessment.TradeUnion })
		}, "parties")
		return pointer, min(have, some)
	},

	ActionsTaken: func(m *material, t Topic) (string, amount) {
		if k := &m.counts[t]; k.count(isActedOn) > 0 {
			return "/actions", whole
		}
		if t != AboutEveryone {
			return "", absent
		}
		pointer, have := best("actions", len(m.doc.Actions), func(i int) amount { return has(m.action(i)) })
		return pointer, min(have, some) // against which risk is not said
	},
	ActionOnSevereRisks: func(m *material, t Topic) (string, amount) {
		return "/actions", someOf(m.counts[t].acted, m.counts[t].count(canBeSevere))
	},
	Tensions: nil, // between aims; for the company to tell
	TargetsSet: func(m *material, t Topic) (string, amount) {
		if t != AboutEveryone {
			return m.risksWith(t, hasTarget)
		}
		pointer, have := best("commitments", len(m.doc.Commitments), func(i int) amount { return has(m.dated(i)) })
		if have == whole {
			return pointer, have
		}
		return best("actions", len(m.doc.Actions), func(i int) amount {
			target := func(x assessment.Indicator) bool { return x.Target != "" }
			return has(m.action(i) && !m.hidden.value("actions", i, "indicators") && slices.ContainsFunc(m.doc.Actions[i].Indicators, target))
		})
	},
	EffectTracked: func(m *material, t Topic) (string, amount) {
		switch k := &m.counts[t]; {
		case k.count(isMeasured) > 0:
			return "/controls", someOf(k.followed, k.count(isMeasured))
		case k.count(isFollowed) > 0: // by an outcome of an action, without a measure in place
			return "/actions", some
		case t != AboutEveryone:
			return "", absent
		}
		looked, all := 0, 0 // measures that are not tied to risks
		for i := range m.doc.Controls {
			if m.inPlace(i) == whole {
				all++
				if m.doc.Controls[i].Effect != assessment.EffectNotStated && !m.hidden.value("controls", i, "effect") {
					looked++
				}
			}
		}
		return "/controls", min(someOf(looked, all), some)
	},
	EffectShown: func(m *material, t Topic) (string, amount) {
		if m.counts[t].count(isShown) > 0 {
			return "/controls", whole
		}
		if t != AboutEveryone {
			return "", absent
		}
		pointer, have := best("controls", len(m.doc.Controls), func(i int) amount {
			return has(m.inPlace(i) == whole && m.doc.Controls[i].Effect >= assessment.PartlyEffective && !m.hidden.value("controls", i, "effect"))
		})
		if have == whole || m.ev.Recommendations == nil {
			return pointer, have
		}
		return best("recommendations", len(m.ev.Recommendations.Items), func(i int) amount {
			return has(m.tracked(i) && m.ev.Recommendations.Items[i].State == assessment.VerifiedEffective)
		})
	},
	RecommendationsTracked: func(m *material, _ Topic) (string, amount) {
		if m.ev.Recommendations == nil {
			return "", absent
		}
		n := 0
		for i := range m.ev.Recommendations.Items {
			if m.tracked(i) {
				n++
			}
		}
		if all, known := m.doc.RecommendationCount.Known(); n > 0 && known && n == max(all, len(m.doc.Recommendations)) {
			return "/recommendations", whole
		}
		return "/recommendations", min(someOf(n, n), some) // how many there are is not stated, or not all are told
	},

	WaysToComplain: func(m *material, t Topic) (string, amount) {
		pointer, have := m.mechanisms(func(x *grievance.Mechanism) amount {
			if len(x.Channels) > 0 && topicRows[t].serves(x) {
				return whole
			}
			return some // how to reach it, or whom it is for, is not said
		})
		if have != absent {
			return pointer, have
		}
		pointer, have = m.control(assessment.GrievanceChannel)
		return pointer, min(have, some) // mentioned, not described
	},
	ComplaintProcedure: func(m *material, _ Topic) (string, amount) {
		return m.mechanisms(func(x *grievance.Mechanism) amount { return has(len(x.Deadlines) > 0) })
	},
	MechanismAssessed: func(m *material, _ Topic) (string, amount) {
		return m.assessedMechanisms(func(a *grievance.MechanismAssessment, x *grievance.Mechanism) amount {
			p := a.Profile(x.Kind)
			return someOf(p.Known, p.Asked)
		})
	},
	UsersAsked: func(m *material, _ Topic) (string, amount) {
		return m.assessedMechanisms(func(a *grievance.MechanismAssessment, _ *grievance.Mechanism) amount {
			return has(slices.ContainsFunc(a.Criteria, func(c grievance.CriterionAssessment) bool {
				n, known := c.UsersView.Answered.Known()
				return c.UsersView.Level != grievance.LevelUnknown || known && n > 0 || c.UsersView.Summary != ""
			}))
		})
	},
	ComplaintFigures: func(m *material, _ Topic) (string, amount) {
		p := m.beside.Complaints
		switch {
		case p == nil:
			return "", absent
		case p.Cases().IsZero():
			return "", some // so few that no figure may be named, or none
		}
		return "", whole
	},
	RemedyGiven: func(m *material, t Topic) (string, amount) {
		if actual := m.counts[t].count(isActual); actual > 0 {
			return "/actions", someOf(m.counts[t].remedied, actual)
		}
		if t != AboutEveryone {
			return "", absent
		}
		pointer, have := m.actionOf(assessment.Remedy)
		return pointer, min(have, some) // for which harm is not said
	},
}
