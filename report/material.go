package report

import (
	"slices"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
)

// material is what there is to answer disclosures from.
type material struct {
	ev   *assessment.Evaluation
	doc  *assessment.Assessment
	opts CoverageOptions
}

// amount says how much of a need is there.
type amount uint8

const (
	absent amount = iota
	some
	whole
)

// look finds what answers a need and where. A need that no document of this
// library holds is absent: the company writes it itself.
func (m *material) look(n Need) (pointer string, have amount) {
	if n <= NeedNotStated || int(n) >= len(lookFor) || lookFor[n] == nil {
		return "", absent
	}
	return lookFor[n](m)
}

// lookFor has a way to find each need.
var lookFor = [...]func(m *material) (string, amount){
	PolicyStatement:    func(m *material) (string, amount) { return "/policy", has(m.doc.Policy.Title != "") },
	PolicyApproved:     func(m *material) (string, amount) { return "/policy/seniorApproval", told(m.doc.Policy.SeniorApproval) },
	PolicyExpertise:    func(m *material) (string, amount) { return "/policy/expertise", told(m.doc.Policy.Expertise) },
	PolicyExpectations: func(m *material) (string, amount) { return "/policy/expectations", told(m.doc.Policy.Expectations) },
	PolicyPublic:       func(m *material) (string, amount) { return "/policy/public", told(m.doc.Policy.Public) },
	PolicyEmbedded: func(m *material) (string, amount) {
		return "/policy/inOtherPolicies", told(m.doc.Policy.InOtherPolicies)
	},
	ResponsibilityAssigned: func(m *material) (string, amount) {
		taken, owned := 0, 0
		for _, s := range m.ev.Recommendations.Items {
			if s.State.Open() && s.State != assessment.Proposed || s.State.Done() {
				taken++
				if s.Owner != "" {
					owned++
				}
			}
		}
		return "/recommendations", someOf(owned, taken)
	},
	TopLevelOversight: nil, // what a board discusses is for the company to tell
	TrainingGiven: func(m *material) (string, amount) {
		if i := slices.IndexFunc(m.doc.Actions, func(a assessment.Action) bool { return a.Kind == assessment.TrainingAction }); i >= 0 {
			return pointerTo("actions", i), whole
		}
		return m.control(assessment.Training)
	},
	PartnerRequirements: func(m *material) (string, amount) {
		return m.control(assessment.Standard, assessment.Contract, assessment.PurchasingRule)
	},
	StrategyStated: func(m *material) (string, amount) { return "/strategies", has(len(m.doc.Strategies) > 0) },
	Memberships: func(m *material) (string, amount) {
		i := slices.IndexFunc(m.doc.Actions, func(a assessment.Action) bool { return a.Kind == assessment.Membership })
		return pointerTo("actions", i), has(i >= 0)
	},

	RisksNamed:    func(m *material) (string, amount) { return "/risks", has(m.countRisks(anyRisk) > 0) },
	AllRisksNamed: func(m *material) (string, amount) { return "/risksComplete", has(m.doc.RisksComplete == risk.Yes) },
	RightsNamed: func(m *material) (string, amount) {
		return "/risks", someOf(m.countRisks(func(k *assessment.Risk) bool { return len(k.Rights) > 0 }), m.countRisks(anyRisk))
	},
	RatingsGiven: func(m *material) (string, amount) {
		rated := func(k *assessment.Risk) bool {
			return slices.ContainsFunc(k.Ratings, func(r assessment.RiskRating) bool { return !r.Illustrative })
		}
		return "/risks", someOf(m.countRisks(rated), m.countRisks(anyRisk))
	},
	RankingExplained: func(m *material) (string, amount) { return "/method", has(m.doc.Method.ID != "") },
	PlacesStated: func(m *material) (string, amount) {
		return "/scope", has(len(m.doc.Scope.Countries) > 0 || len(m.doc.Scope.Excluded) > 0)
	},
	HarmDone: func(m *material) (string, amount) {
		happened := m.countRisks(func(k *assessment.Risk) bool { return k.Status == risk.Actual })
		stated := m.countRisks(func(k *assessment.Risk) bool { return k.Status != risk.StatusNotStated })
		switch all := m.countRisks(anyRisk); {
		case happened > 0:
			return "/risks", whole
		case all > 0 && stated == all && m.doc.RisksComplete == risk.Yes:
			return "/risks", whole // none is known, and all that was found is named
		}
		return "/risks", absent
	},
	ChangeOverTime: func(m *material) (string, amount) { return "/updates", has(m.opts.Comparison != nil) },

	InvolvementStated: func(m *material) (string, amount) {
		decided, all := 0, 0
		for i := range m.ev.Linkages {
			if l := &m.ev.Linkages[i]; !l.Linkage.Illustrative {
				all++
				if l.Involvement != risk.Undetermined {
					decided++
				}
			}
		}
		return "/linkages", someOf(decided, all)
	},
	PlaceInChain: func(m *material) (string, amount) {
		placed, all := 0, 0
		for i := range m.ev.Linkages {
			if l := &m.ev.Linkages[i]; !l.Linkage.Illustrative {
				all++
				if l.Linkage.Claimed.Known() || l.Placement.Proximity.Known() && !l.Illustrative {
					placed++
				}
			}
		}
		return "/linkages", someOf(placed, all)
	},
	SupplyChainDescribed: func(m *material) (string, amount) {
		stated := 0
		for i := range m.doc.Suppliers {
			if s := &m.doc.Suppliers[i]; !s.Illustrative && !s.Buyer {
				stated++
			}
		}
		return "/suppliers", has(stated > 0)
	},
	SupplierAssessments: func(m *material) (string, amount) { return m.control(assessment.SupplierAssessment) },
	OwnWorkforce: func(m *material) (string, amount) {
		for i := range m.doc.Suppliers {
			for j, site := range m.doc.Suppliers[i].Sites {
				if m.doc.Suppliers[i].Buyer && !site.Workforce.Total.IsZero() {
					return pointerTo("suppliers", i) + pointerTo("sites", j) + "/workforce", some // a count is not yet the metric
				}
			}
		}
		return "", absent
	},

	ChildLabourRisks:  func(m *material) (string, amount) { return m.rights("child-labour", "child-protection") },
	ForcedLabourRisks: func(m *material) (string, amount) { return m.rights("forced-labour", "slavery") },
	DiscriminationRisks: func(m *material) (string, amount) {
		return m.rights("non-discrimination", "equal-pay", "equal-promotion")
	},
	AssociationRisks: func(m *material) (string, amount) {
		return m.rights("association", "trade-union", "collective-bargaining")
	},
	HealthAndSafetyRisks: func(m *material) (string, amount) { return m.rights("safe-work", "health") },
	IndigenousRisks:      func(m *material) (string, amount) { return m.groups("indigenous-peoples") },
	CommunityRisks: func(m *material) (string, amount) {
		return m.groups("local-communities", "indigenous-peoples", "smallholders-peasants", "land-users-without-title")
	},
	ConsumerRisks: func(m *material) (string, amount) { return m.groups("consumers-end-users", "platform-users") },

	EngagementApproach: func(m *material) (string, amount) {
		return m.engagement(func(e *assessment.Engagement) bool { return e.Method != 0 || e.Directness != 0 })
	},
	GroupsEngaged: func(m *material) (string, amount) {
		return m.engagement(func(e *assessment.Engagement) bool { return len(e.Groups) > 0 || len(e.Parties) > 0 })
	},
	AffectedHeard: func(m *material) (string, amount) {
		return m.engagement(func(e *assessment.Engagement) bool {
			return e.Directness == assessment.WithAffectedPeople || e.Directness == assessment.WithRepresentatives
		})
	},
	ViewsTakenIn: func(m *material) (string, amount) {
		return m.engagement(func(e *assessment.Engagement) bool { return e.TakenIn.Known() && e.How != "" })
	},
	UnionsEngaged: func(m *material) (string, amount) {
		return m.engagement(func(e *assessment.Engagement) bool {
			return slices.ContainsFunc(e.Parties, func(p assessment.Party) bool { return p.Kind == assessment.TradeUnion })
		})
	},

	ActionsTaken: func(m *material) (string, amount) { return "/actions", has(len(m.doc.Actions) > 0) },
	ActionOnSevereRisks: func(m *material) (string, amount) {
		severe, acted := 0, 0
		for i := range m.ev.Risks {
			r := &m.ev.Risks[i]
			if r.Risk.Illustrative || r.Illustrative || !r.CanBeSevere() {
				continue
			}
			severe++
			if slices.ContainsFunc(m.doc.Actions, func(a assessment.Action) bool { return slices.Contains(a.Risks, r.Risk.ID) }) {
				acted++
			}
		}
		return "/actions", someOf(acted, severe)
	},
	Tensions: nil, // between aims; for the company to tell
	TargetsSet: func(m *material) (string, amount) {
		if slices.ContainsFunc(m.doc.Commitments, func(c assessment.Commitment) bool { return c.Title != "" && !c.Due.IsZero() }) {
			return "/commitments", whole
		}
		return "/actions", has(m.indicator(func(x assessment.Indicator) bool { return x.Target != "" }))
	},
	EffectTracked: func(m *material) (string, amount) {
		looked, all := 0, 0
		for i := range m.doc.Controls {
			if c := &m.doc.Controls[i]; !c.Illustrative {
				all++
				if c.Effect != assessment.EffectNotStated {
					looked++
				}
			}
		}
		if looked == 0 && m.indicator(func(x assessment.Indicator) bool { return x.Kind == assessment.Outcome && x.Value != "" }) {
			return "/actions", some
		}
		return "/controls", someOf(looked, all)
	},
	EffectShown: func(m *material) (string, amount) {
		works := slices.ContainsFunc(m.doc.Controls, func(c assessment.Control) bool {
			return !c.Illustrative && c.Effect >= assessment.PartlyEffective
		})
		return "/controls", has(works || m.ev.Recommendations.Count(assessment.VerifiedEffective) > 0)
	},
	RecommendationsTracked: func(m *material) (string, amount) {
		if len(m.doc.Recommendations) == 0 {
			return "", absent
		}
		if n, known := m.doc.RecommendationCount.Known(); known && n == len(m.doc.Recommendations) {
			return "/recommendations", whole
		}
		return "/recommendations", some // how many there are is not stated
	},

	WaysToComplain: func(m *material) (string, amount) {
		if m.mechanism(func(*grievance.Mechanism) bool { return true }) {
			return "/mechanisms", whole
		}
		pointer, have := m.control(assessment.GrievanceChannel)
		return pointer, min(have, some) // mentioned, not described
	},
	ComplaintProcedure: func(m *material) (string, amount) {
		return "/mechanisms", has(m.mechanism(func(x *grievance.Mechanism) bool { return len(x.Deadlines) > 0 }))
	},
	MechanismAssessed: func(m *material) (string, amount) {
		return "/mechanismAssessments", has(len(m.doc.MechanismAssessments) > 0)
	},
	UsersAsked: func(m *material) (string, amount) {
		asked := slices.ContainsFunc(m.doc.MechanismAssessments, func(a grievance.MechanismAssessment) bool {
			return slices.ContainsFunc(a.Criteria, func(c grievance.CriterionAssessment) bool { return !c.UsersView.IsZero() })
		})
		return "/mechanismAssessments", has(asked)
	},
	ComplaintFigures: func(m *material) (string, amount) { return "", has(m.opts.ComplaintFigures) },
	RemedyGiven: func(m *material) (string, amount) {
		i := slices.IndexFunc(m.doc.Actions, func(a assessment.Action) bool { return a.Kind == assessment.Remedy })
		return pointerTo("actions", i), has(i >= 0)
	},
}

// rights finds the first risk to one of the rights.
func (m *material) rights(ids ...risk.RightID) (string, amount) {
	return m.about(func(k *assessment.Risk) bool {
		return slices.ContainsFunc(k.Rights, func(id risk.RightID) bool { return slices.Contains(ids, id) })
	})
}

// groups finds the first risk to one of the groups.
func (m *material) groups(ids ...risk.GroupID) (string, amount) {
	return m.about(func(k *assessment.Risk) bool {
		return slices.ContainsFunc(k.Groups, func(id risk.GroupID) bool { return slices.Contains(ids, id) })
	})
}
