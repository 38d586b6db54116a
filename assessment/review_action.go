package assessment

import (
	"slices"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// actionRules look at what is done and how its effect is measured (UNGP 19,
// 20).
var actionRules = []Rule{
	{
		ID: "severe-risk-without-action", Level: Serious, Profiles: profileAll,
		Basis: []risk.Citation{{Instrument: "UNGP", Locator: "19"}, {Instrument: "UNGP", Locator: "24"}, {Instrument: "UNGPRF", Locator: "C4.3"},
			{Instrument: "CSDDD", Locator: "10"}, {Instrument: "CSDDD", Locator: "11"}, {Instrument: "LkSG", Locator: "6"}, {Instrument: "FR-2017-399", Locator: "3"}},
		Title:  "something is done about every severe risk",
		Settle: "Name the risk in an action, or plan one.",
		check: func(r *reviewer) {
			for i := range r.ev.Risks {
				k := &r.ev.Risks[i]
				if !k.Risk.Illustrative && !k.Illustrative && k.CanBeSevere() && !r.actedOn[k.Risk.ID].some {
					r.gap(at("risks", k.Index), label(k.Risk.Code, k.Risk.Title))
				}
			}
		},
	},
	{
		ID: "action-without-risk", Level: Advice, Profiles: ProfileUNGP | ProfileOECD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "19"}, {Instrument: "UNGPRF", Locator: "C4"}},
		Title:  "an action says which risk to people it answers",
		Settle: "Name the risks under the action's risks.",
		check: func(r *reviewer) {
			for i, a := range r.doc.Actions {
				if len(a.Risks) == 0 {
					r.gap(at("actions", i)+"/risks", label(a.Code, a.Title))
				}
			}
		},
	},
	{
		ID: "action-measured-by-money-only", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "20"}, {Instrument: "UNGPRF", Locator: "C5"}},
		Title:  "an action is measured by what it does for people, not by what is spent",
		Settle: "Add an indicator of kind outcome: what changes for the people concerned, from what to what.",
		check: func(r *reviewer) {
			for i, a := range r.doc.Actions {
				money := !a.Budget.IsZero() || hasIndicator(a.Indicators, Spending)
				if money && !hasIndicator(a.Indicators, Outcome) && !hasIndicator(a.Indicators, Process) {
					r.gap(at("actions", i)+"/indicators", label(a.Code, a.Title))
				}
			}
		},
	},
	{
		ID: "action-without-outcome-indicator", Level: Advice, Profiles: ProfileUNGP | ProfileOECD | ProfileCSDDD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "20(a)"}},
		Title:  "the effect of an action on people is tracked with an indicator",
		Settle: "Add an indicator of kind outcome with its baseline and target.",
		check: func(r *reviewer) {
			for i, a := range r.doc.Actions {
				if a.Budget.IsZero() && !hasIndicator(a.Indicators, Outcome) && !hasIndicator(a.Indicators, Spending) {
					r.gap(at("actions", i)+"/indicators", label(a.Code, a.Title))
				}
			}
		},
	},
	{
		ID: "pledges-in-place-of-action", Level: Shortfall, Profiles: ProfileUNGP | ProfileOECD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "19"}, {Instrument: "UNGP", Locator: "20"}},
		Title:  "pledges and memberships are not all that is done",
		Settle: "Add what is done to prevent, mitigate or remedy the risks.",
		check: func(r *reviewer) {
			talk := func(a Action) bool { return a.Kind == Pledge || a.Kind == Membership }
			if len(r.doc.Actions) > 0 && !slices.ContainsFunc(r.doc.Actions, func(a Action) bool { return !talk(a) }) {
				r.gap("/actions")
			}
		},
	},
	{
		ID: "control-effect-unknown", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "20"}, {Instrument: "UNGPRF", Locator: "C5"}, {Instrument: "CSDDD", Locator: "15"}, {Instrument: "FR-2017-399", Locator: "5"}},
		Title:  "it is known whether a control works",
		Settle: "Look for the effect on people and state it under effect, with evidence; a control that exists is not yet one that works.",
		check: func(r *reviewer) {
			for i, c := range r.doc.Controls {
				if !c.Illustrative && c.InPlace == risk.Yes && c.Effect == EffectNotStated {
					r.gap(at("controls", i)+"/effect", label(c.Code, c.Title))
				}
			}
		},
	},
	{
		ID: "audits-alone", Level: Advice, Profiles: ProfileUNGP | ProfileOECD | ProfileCSDDD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "20"}, {Instrument: "CSDDD", Locator: "10"}},
		Title:  "audits are not the only control: they miss much of what people live through",
		Settle: "Add what lets people speak, and what changes the causes: grievance channels, purchasing rules, training.",
		check: func(r *reviewer) {
			notAudit := func(c Control) bool { return c.Kind != SupplierAssessment && c.Kind != Monitoring }
			if len(r.doc.Controls) > 0 && !slices.ContainsFunc(r.doc.Controls, notAudit) {
				r.gap("/controls")
			}
		},
	},
	{
		ID: "suppliers-not-evaluated", Level: Shortfall, Profiles: ProfileLkSG | ProfileFrance,
		Basis:  []risk.Citation{{Instrument: "FR-2017-399", Locator: "2"}, {Instrument: "LkSG", Locator: "6"}},
		Title:  "suppliers and subcontractors are evaluated regularly",
		Settle: "Describe under controls how suppliers are assessed, or list their audits.",
		check: func(r *reviewer) {
			assessed := func(c Control) bool {
				return !c.Illustrative && c.InPlace == risk.Yes && (c.Kind == SupplierAssessment || c.Kind == Monitoring)
			}
			audited := func(a supplier.Audit) bool { return !a.Illustrative }
			if !slices.ContainsFunc(r.doc.Controls, assessed) && !slices.ContainsFunc(r.doc.Audits, audited) {
				r.gap("/controls")
			}
		},
	},
	{
		ID: "finding-without-root-cause", Level: Shortfall, Profiles: ProfileUNGP | ProfileOECD | ProfileCSDDD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "18"}, {Instrument: "UNGP", Locator: "19"}},
		Title:  "a finding says why it is so",
		Settle: "Name the root causes under rootCauses; what treats a symptom does not last.",
		check: func(r *reviewer) {
			for i, f := range r.doc.Findings {
				if len(f.RootCauses) == 0 {
					r.gap(at("findings", i)+"/rootCauses", label(f.Code, f.Title))
				}
			}
		},
	},
	{
		ID: "finding-without-recommendation", Level: Shortfall, Profiles: ProfileUNGP | ProfileOECD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "19"}},
		Title:  "something follows from each finding",
		Settle: "Make a recommendation that names the finding, or say in the finding why none is needed.",
		check: func(r *reviewer) {
			for i, f := range r.doc.Findings {
				if r.recommend[f.ID] == 0 {
					r.gap(at("findings", i), label(f.Code, f.Title))
				}
			}
		},
	},
	{
		ID: "commitment-not-named", Level: Advice, Profiles: ProfileUNGP | ProfileOECD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "21(b)"}, {Instrument: "UNGPRF", Locator: "A1"}},
		Title:  "a commitment says what is committed to",
		Settle: "Name the commitment under title.",
		check: func(r *reviewer) {
			for i, c := range r.doc.Commitments {
				if c.Title == "" {
					r.gap(at("commitments", i)+"/title", c.Code)
				}
			}
		},
	},
	{
		ID: "commitment-missed", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "20"}, {Instrument: "UNGP", Locator: "21"}},
		Title:  "a commitment is kept by its date, or the reason why not is told",
		Settle: "State under kept whether it was kept; set a new date with the reason.",
		check: func(r *reviewer) {
			for i, c := range r.doc.Commitments {
				due := !c.Due.IsZero() && c.Due.End().Before(r.ev.AsOf.End())
				if due && c.Kept != risk.Yes {
					r.gap(at("commitments", i)+"/kept", label(c.Code, c.Title), c.Due.String(), c.Kept.String())
				}
			}
		},
	},
}

// hasIndicator reports whether there is an indicator of the kind.
func hasIndicator(list []Indicator, kind IndicatorKind) bool {
	return slices.ContainsFunc(list, func(x Indicator) bool { return x.Kind == kind })
}
