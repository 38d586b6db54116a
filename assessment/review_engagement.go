package assessment

import (
	"slices"
	"strconv"

	"github.com/hrdd-go/hrdd/risk"
)

// engagementRules look at who was heard (UNGP 18b, 20b).
var engagementRules = []Rule{
	{
		ID: "nobody-affected-was-heard", Level: Serious, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "18(b)"}, {Instrument: "CSDDD", Locator: "13"}},
		Title:  "people who are or may be affected were heard, or the reason why not is given",
		Settle: "Hear affected groups and record it under engagements; where that is impossible, give the reason there.",
		check: func(r *reviewer) {
			for _, e := range r.doc.Engagements {
				if e.Directness == WithAffectedPeople || e.Directness == WithRepresentatives || e.Reason != "" {
					return
				}
			}
			r.gap("/engagements", strconv.Itoa(len(r.doc.Engagements)))
		},
	},
	{
		ID: "proxy-without-reason", Level: Shortfall, Profiles: ProfileUNGP | ProfileOECD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "18"}},
		Title:  "others speak for affected people only where those could not be heard themselves",
		Settle: "Give under engagements the reason why affected people were not heard directly.",
		check: func(r *reviewer) {
			for i, e := range r.doc.Engagements {
				if e.Directness == ByProxy && e.Reason == "" {
					r.gap(at("engagements", i) + "/reason")
				}
			}
		},
	},
	{
		ID: "group-not-heard", Level: Shortfall, Profiles: ProfileUNGP | ProfileOECD | ProfileCSDDD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "18(b)"}, {Instrument: "UNGPRF", Locator: "C2.2"}},
		Title:  "every group that a risk threatens was heard, or those who can speak for it",
		Settle: "Hear the group, or name it in the engagement that heard it.",
		check: func(r *reviewer) {
			var heard []risk.GroupID
			for _, e := range r.doc.Engagements {
				heard = append(heard, e.Groups...)
			}
			for i, k := range r.doc.Risks {
				if k.Illustrative {
					continue
				}
				for _, g := range k.Groups {
					if !slices.Contains(heard, g) {
						r.gap(at("risks", i)+"/groups", label(k.Code, k.Title), string(g))
					}
				}
			}
		},
	},
	{
		ID: "what-was-heard-not-taken-in", Level: Shortfall, Profiles: ProfileUNGP | ProfileOECD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "20(b)"}, {Instrument: "UNGPRF", Locator: "C2.3"}},
		Title:  "what people said was taken in, or the reason why not is given",
		Settle: "State under engagements, takenIn and how, what it changed.",
		check: func(r *reviewer) {
			for i, e := range r.doc.Engagements {
				if e.TakenIn == risk.Unknown || e.TakenIn == risk.No && e.How == "" {
					r.gap(at("engagements", i)+"/takenIn", e.TakenIn.String())
				}
			}
		},
	},
	{
		ID: "safety-of-speaking-unknown", Level: Shortfall, Profiles: ProfileUNGP | ProfileOECD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "18"}, {Instrument: "UNGP", Locator: "21(c)"}},
		Title:  "people could speak without putting themselves at risk",
		Settle: "State under engagements, safe and safeguards, how people were kept safe.",
		check: func(r *reviewer) {
			for i, e := range r.doc.Engagements {
				direct := e.Directness == WithAffectedPeople || e.Directness == WithRepresentatives
				if direct && e.Safe == risk.Unknown {
					r.gap(at("engagements", i) + "/safe")
				}
			}
		},
	},
	{
		ID: "people-heard-at-risk", Level: Serious, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "18"}, {Instrument: "UNGP", Locator: "21(c)"}},
		Title:  "nobody is put at risk by being heard",
		Settle: "Say under safeguards what protects those who spoke, and who watches over it.",
		check: func(r *reviewer) {
			for i, e := range r.doc.Engagements {
				if e.Safe == risk.No && e.Safeguards == "" {
					r.gap(at("engagements", i) + "/safeguards")
				}
			}
		},
	},
}
