package assessment

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
)

// grievanceRules look at the ways in which people can complain and get remedy
// (UNGP 22, 29, 31).
var grievanceRules = []Rule{
	{
		ID: "no-grievance-mechanism", Level: Serious, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "22"}, {Instrument: "UNGP", Locator: "29"}, {Instrument: "LkSG", Locator: "8"}, {Instrument: "CSDDD", Locator: "14"}, {Instrument: "FR-2017-399", Locator: "4"}},
		Title:  "people have a way to complain and to get remedy",
		Settle: "Describe the mechanism under mechanisms, or set one up with those who would use it.",
		check: func(r *reviewer) {
			if len(r.mechanisms()) == 0 && !r.namesGrievanceChannel() {
				r.gap("/mechanisms")
			}
		},
	},
	{
		ID: "grievance-mechanism-not-described", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "31"}, {Instrument: "UNGPRF", Locator: "C6.1"}},
		Title:  "a grievance mechanism that is mentioned is described: who may use it, how, and who runs it",
		Settle: "Describe the mechanism under mechanisms and name it in the control.",
		check: func(r *reviewer) {
			if len(r.mechanisms()) == 0 && r.namesGrievanceChannel() {
				r.gap("/mechanisms")
			}
		},
	},
	{
		ID: "alert-set-up-without-unions", Level: Shortfall, Profiles: ProfileFrance,
		Basis:  []risk.Citation{{Instrument: "FR-2017-399", Locator: "4"}},
		Title:  "the way to raise an alert is set up with the representative trade unions",
		Settle: "Set it up together with them, and record the exchange under engagements with a party of kind trade-union.",
		check: func(r *reviewer) {
			for _, e := range r.doc.Engagements {
				if slices.ContainsFunc(e.Parties, func(p Party) bool { return p.Kind == TradeUnion }) {
					return
				}
			}
			if len(r.mechanisms()) > 0 || r.namesGrievanceChannel() {
				r.gap("/engagements")
			}
		},
	},
	{
		ID: "mechanism-blocks-other-routes", Level: Serious, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "29"}, {Instrument: "UNGP", Locator: "31(f)"}},
		Title:  "whoever complains keeps the way to courts and other mechanisms",
		Settle: "Take out of the rules of procedure whatever makes people give up other routes.",
		check: func(r *reviewer) {
			r.eachMechanism(func(pointer string, m *grievance.Mechanism) {
				if m.PrecludesOtherRemedies == risk.Yes {
					r.gap(pointer+"/precludesOtherRemedies", label(m.Code, m.Name))
				}
			})
		},
	},
	{
		ID: "mechanism-not-assessed", Level: Shortfall, Profiles: ProfileUNGP | ProfileOECD | ProfileLkSG,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "31"}, {Instrument: "UNGPRF", Locator: "C6.3"}},
		Title:  "a mechanism is held against the effectiveness criteria",
		Settle: "Assess it under mechanismAssessments against the eight criteria of UNGP 31, with those who use it.",
		check: func(r *reviewer) {
			r.eachMechanism(func(pointer string, m *grievance.Mechanism) {
				if !m.Kind.StateBased() && r.assessmentOf(m.ID) == nil {
					r.gap(pointer, label(m.Code, m.Name))
				}
			})
		},
	},
	{
		ID: "criterion-not-met", Level: Shortfall, Profiles: ProfileUNGP | ProfileOECD | ProfileLkSG,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "31"}},
		Title:  "a mechanism meets each effectiveness criterion at least in part",
		Settle: "Close the gaps that the assessment of the criterion names.",
		check: func(r *reviewer) {
			for i := range r.doc.MechanismAssessments {
				for j, c := range r.doc.MechanismAssessments[i].Criteria {
					if c.Level == grievance.Absent {
						r.gap(at("mechanismAssessments", i)+at("criteria", j), c.Criterion.String())
					}
				}
			}
		},
	},
	{
		ID: "users-not-asked", Level: Shortfall, Profiles: ProfileUNGP | ProfileOECD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "31(h)"}, {Instrument: "UNGPRF", Locator: "C6.2"}},
		Title:  "those for whom a mechanism is meant say whether it works",
		Settle: "Ask the people for whom it is meant and record what they say under usersView.",
		check: func(r *reviewer) {
			for i := range r.doc.MechanismAssessments {
				a, asked := &r.doc.MechanismAssessments[i], false
				for _, c := range a.Criteria {
					asked = asked || !c.UsersView.IsZero()
				}
				if !asked {
					r.gap(at("mechanismAssessments", i) + "/criteria")
				}
			}
		},
	},
	{
		ID: "mechanism-costs-money", Level: Shortfall, Profiles: ProfileUNGP | ProfileOECD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "31(b)"}},
		Title:  "a complaint costs the person nothing",
		Settle: "Make the mechanism free of charge, or say how those without means are helped.",
		check: func(r *reviewer) {
			r.eachMechanism(func(pointer string, m *grievance.Mechanism) {
				if !m.Kind.StateBased() && (m.FreeOfCharge == risk.No || m.Cost.Minor > 0) {
					r.gap(pointer+"/freeOfCharge", label(m.Code, m.Name))
				}
			})
		},
	},
	{
		ID: "mechanism-in-one-language", Level: Advice, Profiles: ProfileUNGP | ProfileOECD | ProfileLkSG,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "31(b)"}},
		Title:  "people can complain in a language that they speak",
		Settle: "Add the languages that the workers speak, or state under languages those that there are.",
		check:  (*reviewer).mechanismLanguages,
	},
}

// mechanisms returns the mechanisms that are not illustrative.
func (r *reviewer) mechanisms() []*grievance.Mechanism {
	var list []*grievance.Mechanism
	r.eachMechanism(func(_ string, m *grievance.Mechanism) { list = append(list, m) })
	return list
}

func (r *reviewer) eachMechanism(f func(pointer string, m *grievance.Mechanism)) {
	for i := range r.doc.Mechanisms {
		if m := &r.doc.Mechanisms[i]; !m.Illustrative {
			f(at("mechanisms", i), m)
		}
	}
}

// namesGrievanceChannel reports whether a control is a way to complain.
func (r *reviewer) namesGrievanceChannel() bool {
	for i := range r.doc.Controls {
		if c := &r.doc.Controls[i]; c.Kind == GrievanceChannel && !c.Illustrative {
			return true
		}
	}
	return false
}

// assessmentOf returns the assessment of a mechanism, nil if there is none.
func (r *reviewer) assessmentOf(id uuid.UUID) *grievance.MechanismAssessment {
	for i := range r.doc.MechanismAssessments {
		if r.doc.MechanismAssessments[i].Mechanism == id {
			return &r.doc.MechanismAssessments[i]
		}
	}
	return nil
}

// mechanismLanguages finds mechanisms that speak none of the languages that
// workers at a site are known to speak, where that is known.
func (r *reviewer) mechanismLanguages() {
	spoken := make(map[string]bool)
	for i := range r.doc.Suppliers {
		for _, site := range r.doc.Suppliers[i].Sites {
			for _, lang := range site.Workforce.Languages {
				spoken[lang] = true
			}
		}
	}
	r.eachMechanism(func(pointer string, m *grievance.Mechanism) {
		if m.Kind.StateBased() || len(m.Languages) == 0 {
			return
		}
		offered := make(map[string]bool)
		for _, lang := range m.Languages {
			offered[lang] = true
		}
		for lang := range spoken {
			if !offered[lang] {
				r.gap(pointer+"/languages", label(m.Code, m.Name))
				return
			}
		}
	})
}
