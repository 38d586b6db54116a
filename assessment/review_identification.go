package assessment

import (
	"slices"

	"github.com/hrdd-go/hrdd/risk"
)

// identificationRules look at the risks and how they are rated (UNGP 11, 12,
// 14, 17, 18, 24).
var identificationRules = []Rule{
	{
		ID: "no-risk-named", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "18"}, {Instrument: "UNGPRF", Locator: "B1"}, {Instrument: "CSDDD", Locator: "8"}, {Instrument: "LkSG", Locator: "5"}, {Instrument: "FR-2017-399", Locator: "1"}},
		Title:  "the risks to people that were found",
		Settle: "Name the risks under risks.",
		check: func(r *reviewer) {
			if !slices.ContainsFunc(r.doc.Risks, func(k Risk) bool { return !k.Illustrative }) {
				r.gap("/risks")
			}
		},
	},
	{
		ID: "list-of-risks-not-whole", Level: Advice, Profiles: ProfileUNGP | ProfileOECD,
		Basis:  []risk.Citation{{Instrument: "UNGPRF", Locator: "B1"}, {Instrument: "UNGP", Locator: "21(b)"}},
		Title:  "all the salient risks that were found are named",
		Settle: "Name the others, or state under risksComplete that there are none.",
		check: func(r *reviewer) {
			if r.doc.RisksComplete != risk.Yes {
				r.gap("/risksComplete", r.doc.RisksComplete.String())
			}
		},
	},
	{
		ID: "risk-without-right", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "12"}},
		Title:  "a risk names the rights that it threatens",
		Settle: "Name the rights under rights, by their ids in the catalogue.",
		check: func(r *reviewer) {
			r.eachRisk(func(pointer string, k *Risk) {
				if len(k.Rights) == 0 {
					r.gap(pointer+"/rights", label(k.Code, k.Title))
				}
			})
		},
	},
	{
		ID: "risk-without-group", Level: Shortfall, Profiles: ProfileUNGP | ProfileOECD | ProfileCSDDD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "18"}, {Instrument: "UNGP", Locator: "12"}},
		Title:  "a risk names the people whom it threatens",
		Settle: "Name the groups under groups, by their ids in the catalogue.",
		check: func(r *reviewer) {
			r.eachRisk(func(pointer string, k *Risk) {
				if len(k.Groups) == 0 {
					r.gap(pointer+"/groups", label(k.Code, k.Title))
				}
			})
		},
	},
	{
		ID: "status-not-stated", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "17"}, {Instrument: "UNGP", Locator: "18"}},
		Title:  "a risk says whether the harm has happened",
		Settle: "State under status whether it is potential or actual: actual harm calls for remedy.",
		check: func(r *reviewer) {
			r.eachRisk(func(pointer string, k *Risk) {
				if k.Status == risk.StatusNotStated {
					r.gap(pointer+"/status", label(k.Code, k.Title))
				}
			})
		},
	},
	{
		ID: "risk-not-rated", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "24"}, {Instrument: "UNGP", Locator: "14"}, {Instrument: "CSDDD", Locator: "9"}, {Instrument: "LkSG", Locator: "5"}, {Instrument: "FR-2017-399", Locator: "1"}},
		Title:  "a risk is rated, so that the gravest can come first",
		Settle: "Rate scale, scope and irremediability, and likelihood while the harm is potential.",
		check: func(r *reviewer) {
			r.eachRisk(func(pointer string, k *Risk) {
				if !slices.ContainsFunc(k.Ratings, func(x RiskRating) bool { return !x.Illustrative }) {
					r.gap(pointer+"/ratings", label(k.Code, k.Title))
				}
			})
		},
	},
	{
		ID: "rating-without-basis", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "ESRS1-2026", Locator: "43"}},
		Title:  "a rating says whether it looks at the risk before or after measures",
		Settle: "State basis: inherent or residual.",
		check: func(r *reviewer) {
			r.eachRating(func(pointer string, k *Risk, x *RiskRating) {
				if x.Basis == risk.BasisNotStated {
					r.gap(pointer+"/basis", label(k.Code, k.Title))
				}
			})
		},
	},
	{
		ID: "rating-without-reason", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "21(b)"}, {Instrument: "UNGPRF", Locator: "B2"}},
		Title:  "a rating can be explained to the people whom it is about",
		Settle: "Give the rationale of the rating, and who judged it when and on what.",
		check: func(r *reviewer) {
			r.eachRating(func(pointer string, k *Risk, x *RiskRating) {
				if x.Rationale == "" && len(x.Judgement.Evidence) == 0 {
					r.gap(pointer+"/rationale", label(k.Code, k.Title))
				}
			})
		},
	},
	{
		ID: "likelihood-of-what-happened", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "17"}, {Instrument: "ESRS1-2026", Locator: "40-43"}},
		Title:  "harm that has happened has no likelihood",
		Settle: "Write the likelihood of actual harm as \"actual\"; keep how likely it is to recur apart.",
		check: func(r *reviewer) {
			r.eachRating(func(pointer string, k *Risk, x *RiskRating) {
				if k.Status == risk.Actual && (x.Rating.Lo.Likelihood.Rated() || x.Rating.Hi.Likelihood.Rated()) {
					r.gap(pointer+"/rating/likelihood", label(k.Code, k.Title))
				}
			})
		},
	},
	{
		ID: "residual-of-what-happened", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "ESRS1-2026", Locator: "43(a)"}},
		Title:  "what is done after harm does not make the harm less",
		Settle: "Rate actual harm on the inherent basis only; report remedy as remedy.",
		check: func(r *reviewer) {
			r.eachRating(func(pointer string, k *Risk, x *RiskRating) {
				if k.Status == risk.Actual && x.Basis == risk.Residual {
					r.gap(pointer+"/basis", label(k.Code, k.Title))
				}
			})
		},
	},
	{
		ID: "residual-without-effect", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "ESRS1-2026", Locator: "43(b)"}, {Instrument: "UNGP", Locator: "20"}},
		Title:  "a residual rating counts only measures that are in place and shown to work",
		Settle: "Show the effect of a measure that the risk names under controls, or drop the residual rating.",
		check: func(r *reviewer) {
			r.eachRating(func(pointer string, k *Risk, x *RiskRating) {
				if k.Status != risk.Actual && x.Basis == risk.Residual && !r.shownToWork(k) {
					r.gap(pointer+"/basis", label(k.Code, k.Title))
				}
			})
		},
	},
	{
		ID: "likelihood-pushes-severity-down", Level: Serious, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "24"}, {Instrument: "ESRS1-2026", Locator: "40"}, {Instrument: "GRI3-2021", Locator: "3-1"}},
		Title:  "no grave risk is left out of the salient ones while a lesser one is in, because it is less likely",
		Settle: "Count the graver risk as salient too; likelihood orders risks of the same severity only.",
		check:  (*reviewer).likelihoodBeforeSeverity,
	},
	{
		ID: "method-breaks-a-rule", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "24"}},
		Title:  "the method that ranks the risks obeys the Guiding Principles",
		Settle: "Rank with a method that waives no rule, or show both rankings and say why they differ.",
		check:  (*reviewer).waivedMethod,
	},
	{
		ID: "harm-offset-by-good", Level: Serious, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "11"}, {Instrument: "ESRS1-2026", Locator: "41"}},
		Title:  "nothing good done elsewhere makes up for a harm",
		Settle: "Take the claim out; report what is good apart from the harm.",
		check: func(r *reviewer) {
			for i, k := range r.doc.Risks {
				if k.OffsetClaim != "" {
					r.gap(at("risks", i)+"/offsetClaim", label(k.Code, k.Title))
				}
			}
		},
	},
	{
		ID: "vulnerable-group-not-looked-at", Level: Serious, Profiles: ProfileUNGP | ProfileOECD | ProfileCSDDD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "18"}, {Instrument: "UNGP", Locator: "20"}},
		Title:  "women, children, migrant workers and others at heightened risk in the workforce are looked at apart",
		Settle: "Look at the risks of the group separately and name it in a risk, or hear it and record what it said.",
		check:  (*reviewer).groupsInWorkforce,
	},
	{
		// Decode takes such counts: they may be of different dates.
		ID: "part-exceeds-workforce", Level: Advice, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "18"}, {Instrument: "UNGP", Locator: "21(b)"}},
		Title:  "no part of a workforce is said to be larger than the whole",
		Settle: "Correct one of the counts, or state all of them as of one day.",
		check:  (*reviewer).partsOfWorkforces,
	},
}

// eachRisk calls f for every risk that is not illustrative.
func (r *reviewer) eachRisk(f func(pointer string, k *Risk)) {
	for i := range r.doc.Risks {
		if k := &r.doc.Risks[i]; !k.Illustrative {
			f(at("risks", i), k)
		}
	}
}

// eachRating calls f for every rating that is not illustrative.
func (r *reviewer) eachRating(f func(pointer string, k *Risk, x *RiskRating)) {
	r.eachRisk(func(pointer string, k *Risk) {
		for i := range k.Ratings {
			if x := &k.Ratings[i]; !x.Illustrative {
				f(pointer+at("ratings", i), k, x)
			}
		}
	})
}

// shownToWork reports whether one of the risk's controls is in place and was
// seen to have an effect.
func (r *reviewer) shownToWork(k *Risk) bool {
	for _, id := range k.Controls {
		if c := r.controls[id]; c != nil && c.works() {
			return true
		}
	}
	return false
}
