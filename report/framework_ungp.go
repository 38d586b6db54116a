package report

import "github.com/hrdd-go/hrdd/risk"

// ungpReporting returns the UN Guiding Principles Reporting Framework of Shift and
// Mazars: 8 overarching and 23 supporting questions, and 4 pieces of
// information on the focus of reporting.
func ungpReporting() *Framework {
	return &Framework{
		ID: "ungp-reporting-2015", Title: "UN Guiding Principles Reporting Framework", Version: "2015",
		Milestones: []Milestone{{On: risk.YearOf(2015), Status: InForce}}, Checked: lastLook(),
		Sources:    []risk.Citation{{Instrument: "UNGPRF"}},
		Note:       "A framework to be used by choice. The four points of part B are information on the focus of reporting; the other 31 are its questions.",
		Unverified: "The numbers and the count of the questions were checked against public descriptions; the wording of the questions is this library's own.",
		Disclosures: []Disclosure{
			{ID: "A1", Needs: []Need{PolicyStatement, PolicyPublic}},
			{ID: "A1.1", Needs: []Need{PolicyExpertise}},
			{ID: "A1.2", Needs: []Need{PolicyExpectations}},
			{ID: "A1.3", Needs: []Need{PolicyPublic}},
			{ID: "A2", Needs: []Need{PolicyEmbedded, ResponsibilityAssigned}},
			{ID: "A2.1", Needs: []Need{ResponsibilityAssigned}},
			{ID: "A2.2", Needs: []Need{TopLevelOversight}},
			{ID: "A2.3", Needs: []Need{TrainingGiven}},
			{ID: "A2.4", Needs: []Need{PartnerRequirements}},
			{ID: "A2.5", Needs: []Need{ChangeOverTime}},
			{ID: "B1", Needs: []Need{RisksNamed, AllRisksNamed}},
			{ID: "B2", Needs: []Need{RankingExplained, RatingsGiven, GroupsEngaged}},
			{ID: "B3", Needs: []Need{PlacesStated}},
			{ID: "B4", Needs: []Need{AllRisksNamed, HarmDone}},
			{ID: "C1", Needs: []Need{PolicyStatement, SpecificPolicies}},
			{ID: "C1.1", Needs: []Need{PolicyEmbedded}},
			{ID: "C2", Needs: []Need{EngagementApproach, GroupsEngaged}},
			{ID: "C2.1", Needs: []Need{EngagementApproach}},
			{ID: "C2.2", Needs: []Need{GroupsEngaged, AffectedHeard}},
			{ID: "C2.3", Needs: []Need{ViewsTakenIn}},
			{ID: "C3", Needs: []Need{ChangeOverTime}},
			{ID: "C3.1", Needs: []Need{ChangeOverTime}},
			{ID: "C3.2", Needs: []Need{HarmDone}},
			{ID: "C4", Needs: []Need{RecommendationsTracked, ResponsibilityAssigned}},
			{ID: "C4.1", Needs: []Need{ResponsibilityAssigned}},
			{ID: "C4.2", Needs: []Need{Tensions}},
			{ID: "C4.3", Needs: []Need{ActionsTaken, ActionOnSevereRisks}},
			{ID: "C5", Needs: []Need{EffectTracked}},
			{ID: "C5.1", Needs: []Need{EffectShown}},
			{ID: "C6", Needs: []Need{WaysToComplain, RemedyGiven}},
			{ID: "C6.1", Needs: []Need{WaysToComplain}},
			{ID: "C6.2", Needs: []Need{UsersAsked}},
			{ID: "C6.3", Needs: []Need{ComplaintProcedure, MechanismAssessed}},
			{ID: "C6.4", Needs: []Need{ComplaintFigures}},
			{ID: "C6.5", Needs: []Need{RemedyGiven}},
		},
	}
}
