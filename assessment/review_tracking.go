package assessment

import "github.com/hrdd-go/hrdd/risk"

// trackingRules look at the recommendations and what becomes of them (UNGP 19,
// 20, 21).
var trackingRules = []Rule{
	{
		ID: "no-recommendation", Level: Advice, Profiles: ProfileUNGP | ProfileOECD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "19"}},
		Title:  "an impact assessment recommends what to change",
		Settle: "List the recommendations, or say that there are none and why.",
		check: func(r *reviewer) {
			if r.doc.Kind == Impact && len(r.doc.Recommendations) == 0 {
				r.gap("/recommendations")
			}
		},
	},
	{
		ID: "recommendations-not-all-listed", Level: Advice, Profiles: ProfileUNGP | ProfileOECD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "20"}, {Instrument: "UNGP", Locator: "21(b)"}},
		Title:  "how many recommendations were made is known, so that a share of them means something",
		Settle: "State recommendationCount, or list every recommendation.",
		check: func(r *reviewer) {
			if n, known := r.doc.RecommendationCount.Known(); len(r.doc.Recommendations) > 0 && (!known || n != len(r.doc.Recommendations)) {
				r.gap("/recommendationCount", r.doc.RecommendationCount.String())
			}
		},
	},
	{
		ID: "recommendation-unanswered", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "19(a)"}},
		Title:  "a recommendation is answered: accepted, in part or not, with the reason",
		Settle: "Decide on it and record the event with its date.",
		check: func(r *reviewer) {
			r.eachRecommendation(func(pointer string, s *RecommendationStatus) {
				if s.State == Proposed || s.State == StateNotStated {
					r.gap(pointer+"/events", label(s.Recommendation.Code, s.Recommendation.Title))
				}
			})
		},
	},
	{
		ID: "recommendation-without-owner", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "19(a)"}},
		Title:  "somebody answers for carrying out a recommendation that was taken up",
		Settle: "Name the owner, a role, in the next event.",
		check: func(r *reviewer) {
			r.eachRecommendation(func(pointer string, s *RecommendationStatus) {
				if s.State.Open() && s.State != Proposed && s.Owner == "" {
					r.gap(pointer+"/events", label(s.Recommendation.Code, s.Recommendation.Title), s.State.String())
				}
			})
		},
	},
	{
		ID: "recommendation-without-date", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "19(a)"}},
		Title:  "a recommendation that was taken up has a date",
		Settle: "Set the due date in the next event.",
		check: func(r *reviewer) {
			r.eachRecommendation(func(pointer string, s *RecommendationStatus) {
				if s.State.Open() && s.State != Proposed && s.Due.IsZero() {
					r.gap(pointer+"/events", label(s.Recommendation.Code, s.Recommendation.Title), s.State.String())
				}
			})
		},
	},
	{
		ID: "recommendation-overdue", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "19"}, {Instrument: "UNGP", Locator: "20"}},
		Title:  "a recommendation is carried out by its date",
		Settle: "Carry it out, or set a new date with the reason.",
		check: func(r *reviewer) {
			r.eachRecommendation(func(pointer string, s *RecommendationStatus) {
				if s.Overdue == risk.Yes {
					r.gap(pointer+"/events", label(s.Recommendation.Code, s.Recommendation.Title), s.Due.String())
				}
			})
		},
	},
	{
		ID: "rejected-without-reason", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "21(b)"}},
		Title:  "a recommendation is turned down with a reason",
		Settle: "Give the reason in the event that rejects it.",
		check: func(r *reviewer) {
			for i, rec := range r.doc.Recommendations {
				for j, e := range rec.Events {
					if e.Kind == Reject && e.Reason == "" {
						r.gap(at("recommendations", i)+at("events", j)+"/reason", label(rec.Code, rec.Title))
					}
				}
			}
		},
	},
	{
		ID: "implemented-not-verified", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "20"}, {Instrument: "UNGPRF", Locator: "C5"}, {Instrument: "CSDDD", Locator: "15"}, {Instrument: "FR-2017-399", Locator: "5"}},
		Title:  "it is verified that what was done works for people",
		Settle: "Look for the effect, ask those affected, and record a verification with its evidence.",
		check: func(r *reviewer) {
			r.eachRecommendation(func(pointer string, s *RecommendationStatus) {
				if s.State == Implemented {
					r.gap(pointer+"/events", label(s.Recommendation.Code, s.Recommendation.Title))
				}
			})
		},
	},
	{
		ID: "ineffective-and-left", Level: Serious, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "20"}},
		Title:  "what was shown not to work is taken up again",
		Settle: "Reopen the recommendation or replace it by another.",
		check: func(r *reviewer) {
			r.eachRecommendation(func(pointer string, s *RecommendationStatus) {
				if s.State == VerifiedIneffective {
					r.gap(pointer+"/events", label(s.Recommendation.Code, s.Recommendation.Title))
				}
			})
		},
	},
	{
		ID: "verified-without-evidence", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "20"}},
		Title:  "a verification rests on evidence",
		Settle: "Add the evidence to the event that verifies.",
		check: func(r *reviewer) {
			for i, rec := range r.doc.Recommendations {
				for j, e := range rec.Events {
					if (e.Kind == VerifyEffective || e.Kind == VerifyIneffective) && len(e.Evidence) == 0 {
						r.gap(at("recommendations", i)+at("events", j)+"/evidence", label(rec.Code, rec.Title))
					}
				}
			}
		},
	},
}

// eachRecommendation calls f for every recommendation with where it stands.
func (r *reviewer) eachRecommendation(f func(pointer string, s *RecommendationStatus)) {
	for i := range r.ev.Recommendations.Items {
		f(at("recommendations", i), &r.ev.Recommendations.Items[i])
	}
}
