package assessment

import "github.com/hrdd-go/hrdd/risk"

// scopeRules look at what was assessed, when and by whom (UNGP 17, 18).
var scopeRules = []Rule{
	{
		ID: "scope-not-stated", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "17(a)"}, {Instrument: "UNGP", Locator: "17(b)"}},
		Title:  "what the assessment covers",
		Settle: "State under scope which businesses, products and parts of the value chain are covered.",
		check: func(r *reviewer) {
			s := &r.doc.Scope
			if s.Breadth == 0 && len(s.Businesses) == 0 && len(s.Products) == 0 && len(s.ValueChain) == 0 && len(s.Countries) == 0 {
				r.gap("/scope")
			}
		},
	},
	{
		ID: "value-chain-left-out", Level: Shortfall, Profiles: ProfileUNGP | ProfileOECD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "17(a)"}, {Instrument: "UNGP", Locator: "13(b)"}},
		Title:  "the assessment looks beyond the company's own operations",
		Settle: "Name under scope.valueChain the parts of the value chain that were looked at, or exclude them with a reason.",
		check: func(r *reviewer) {
			for _, p := range r.doc.Scope.ValueChain {
				if p != OwnOperations {
					return
				}
			}
			if len(r.doc.Scope.Excluded) == 0 {
				r.gap("/scope/valueChain")
			}
		},
	},
	{
		ID: "exclusion-without-reason", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "17(b)"}, {Instrument: "UNGPRF", Locator: "B3"}},
		Title:  "a part is left out with a reason",
		Settle: "Give the reason under scope.excluded.",
		check: func(r *reviewer) {
			for i, x := range r.doc.Scope.Excluded {
				if x.Reason == "" {
					r.gap(at("scope/excluded", i), x.What)
				}
			}
		},
	},
	{
		ID: "period-not-stated", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "17(c)"}},
		Title:  "the period that the assessment speaks of",
		Settle: "State period.from and period.to.",
		check: func(r *reviewer) {
			if r.doc.Period.IsZero() {
				r.gap("/period")
			}
		},
	},
	{
		ID: "trigger-not-stated", Level: Advice, Profiles: ProfileUNGP | ProfileOECD | ProfileLkSG,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "18"}},
		Title:  "what the assessment was made on",
		Settle: "State under triggers whether it was periodic, or made before a decision or on a change.",
		check: func(r *reviewer) {
			if len(r.doc.Triggers) == 0 {
				r.gap("/triggers")
			}
		},
	},
	{
		ID: "update-of-nothing", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "17(c)"}},
		Title:  "an update names the assessment that it updates",
		Settle: "Give the id of the earlier assessment under updates.",
		check: func(r *reviewer) {
			if r.doc.Kind == Update && r.doc.Updates == [16]byte{} {
				r.gap("/updates")
			}
		},
	},
	{
		ID: "assessment-out-of-date", Level: Shortfall, Profiles: ProfileLkSG | ProfileCSDDD,
		Basis:  []risk.Citation{{Instrument: "LkSG", Locator: "5"}, {Instrument: "CSDDD", Locator: "15"}},
		Title:  "the assessment is repeated as often as the law asks",
		Settle: "Assess again: every year under the German act, every five years under the amended directive, and on every significant change.",
		check: func(r *reviewer) {
			years := 5 // CSDDD article 15 as amended by Directive (EU) 2026/470
			if r.opts.Profile&ProfileLkSG != 0 {
				years = 1
			}
			end := r.doc.Period.To
			if !end.IsZero() && !r.ev.AsOf.IsZero() && end.End().AddDate(years, 0, 1).Before(r.ev.AsOf.End()) {
				r.gap("/period/to", end.String())
			}
		},
	},
	{
		ID: "assessor-not-stated", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "18(a)"}},
		Title:  "who assessed",
		Settle: "State under assessor who it was and how independent of the company.",
		check: func(r *reviewer) {
			if r.doc.Assessor.Name == "" && r.doc.Assessor.Independence == 0 {
				r.gap("/assessor")
			}
		},
	},
	{
		ID: "assessor-not-independent", Level: Shortfall, Profiles: ProfileUNGP | ProfileOECD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "18(a)"}},
		Title:  "an impact assessment is made by somebody independent of those assessed",
		Settle: "Have an independent assessor answer for the results, or say under assessor what secured independence.",
		check: func(r *reviewer) {
			i := r.doc.Assessor.Independence
			if r.doc.Kind == Impact && (i == Internal || i == ExternalAdviser) {
				r.gap("/assessor/independence", i.String())
			}
		},
	},
	{
		ID: "expertise-not-taken-in", Level: Advice, Profiles: ProfileUNGP | ProfileOECD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "18(a)"}},
		Title:  "what experts advised is taken into the results",
		Settle: "State under assessor.adviceUsed whether their advice changed the results, and how.",
		check: func(r *reviewer) {
			if len(r.doc.Assessor.Advisers) > 0 && r.doc.Assessor.AdviceUsed != risk.Yes {
				r.gap("/assessor/adviceUsed", r.doc.Assessor.AdviceUsed.String())
			}
		},
	},
	{
		ID: "no-benchmark", Level: Advice, Profiles: ProfileUNGP | ProfileOECD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "12"}},
		Title:  "results are held against internationally recognised human rights",
		Settle: "Name under benchmarks the instruments that the results were held against.",
		check: func(r *reviewer) {
			if len(r.doc.Benchmarks) == 0 {
				r.gap("/benchmarks")
			}
		},
	},
}
