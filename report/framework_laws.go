package report

import "github.com/hrdd-go/hrdd/risk"

// csddd returns the duties of the Corporate Sustainability Due Diligence
// Directive of which a company must be able to give account.
func csddd() *Framework {
	return &Framework{
		ID: "csddd-2026", Title: "Corporate Sustainability Due Diligence Directive",
		Version: "Directive (EU) 2024/1760 as amended by Directive (EU) 2026/470",
		Milestones: []Milestone{
			{On: risk.MustParseDate("2026-02-26"), Status: Adopted, Unverified: true}, // the amendment was published
			{On: risk.MustParseDate("2029-07-26"), Status: InForce},
		},
		Checked: lastLook(), Sources: []risk.Citation{{Instrument: "CSDDD"}},
		Note:       "Amended in 2026. To be transposed by 26 July 2028 and applied from 26 July 2029; public statements for financial years from 1 January 2030. The amendment removed the climate plan and the duty to end relationships: the last resort is suspension. Whoever reports under it now does so by choice.",
		Unverified: "Details of the amended articles 10, 11, 13 and 15, and the day of the amendment, were seen in summaries and not in the text.",
		Disclosures: []Disclosure{
			{ID: "7", Needs: []Need{PolicyStatement, PolicyExpectations, PolicyEmbedded}},
			{ID: "8", Needs: []Need{RisksNamed, RightsNamed, PlaceInChain}},
			{ID: "9", Needs: []Need{RankingExplained, RatingsGiven}},
			{ID: "10", Needs: []Need{ActionsTaken, PartnerRequirements}},
			{ID: "11", Needs: []Need{HarmDone, ActionOnSevereRisks}},
			{ID: "12", Needs: []Need{RemedyGiven}},
			{ID: "13", Needs: []Need{EngagementApproach, GroupsEngaged, AffectedHeard}},
			{ID: "14", Needs: []Need{WaysToComplain, ComplaintProcedure}},
			{ID: "15", Needs: []Need{EffectTracked, RecommendationsTracked, ChangeOverTime}},
			{ID: "16", Needs: []Need{RisksNamed, ActionsTaken, EffectTracked, GroupsEngaged}},
		},
	}
}

// lksg returns the duties of the German act.
func lksg() *Framework {
	return &Framework{
		ID: "lksg-2021", Title: "Lieferkettensorgfaltspflichtengesetz (German Supply Chain Due Diligence Act)", Version: "2021",
		Milestones: []Milestone{
			{On: risk.YearOf(2021), Status: Adopted},
			{On: risk.MustParseDate("2023-01-01"), Status: InForce, Unverified: true},
			{On: risk.MustParseDate("2025-09-03"), Status: Amended},
		},
		Checked: lastLook(), Sources: []risk.Citation{{Instrument: "LkSG"}},
		Note:       "A bill of 3 September 2025 removes the duty to report, retroactively, and most fines; the other duties remain. It was before the legislator in mid-2026.",
		Unverified: "Contents of the sections are from memory of the act.",
		Disclosures: []Disclosure{
			{ID: "4", Needs: []Need{ResponsibilityAssigned, TopLevelOversight}},
			{ID: "5", Needs: []Need{RisksNamed, RatingsGiven, RankingExplained}},
			{ID: "6", Needs: []Need{PolicyStatement, PolicyExpectations, PartnerRequirements, SupplierAssessments, TrainingGiven}},
			{ID: "7", Needs: []Need{HarmDone, RemedyGiven, ActionsTaken}},
			{ID: "8", Needs: []Need{WaysToComplain, ComplaintProcedure, MechanismAssessed}},
			{ID: "9", Needs: []Need{PlaceInChain, ActionsTaken}, About: AboutValueChainWorkers},
			{ID: "10", Needs: []Need{RisksNamed, ActionsTaken, EffectTracked, ComplaintFigures}},
		},
	}
}

// frVigilance returns the five measures of the French vigilance plan and the
// account of its implementation.
func frVigilance() *Framework {
	return &Framework{
		ID: "fr-vigilance-2017", Title: "Loi sur le devoir de vigilance (French law on the duty of vigilance)", Version: "Loi n° 2017-399",
		Milestones: []Milestone{{On: risk.YearOf(2017), Status: InForce}},
		Checked:    lastLook(), Sources: []risk.Citation{{Instrument: "FR-2017-399"}},
		Note:       "The plan holds five measures; it is published with an account of its effective implementation.",
		Unverified: "The five measures are from memory of the law; its place in the commercial code changed and was not checked.",
		Disclosures: []Disclosure{
			{ID: "1", Needs: []Need{RisksNamed, RatingsGiven, RankingExplained}},
			{ID: "2", Needs: []Need{SupplierAssessments, PlaceInChain}},
			{ID: "3", Needs: []Need{ActionsTaken, ActionOnSevereRisks}},
			{ID: "4", Needs: []Need{WaysToComplain, UnionsEngaged}},
			{ID: "5", Needs: []Need{EffectTracked, RecommendationsTracked}},
			{ID: "account", Needs: []Need{ActionsTaken, EffectTracked, ChangeOverTime}},
		},
	}
}

// noTransparency returns the due diligence, the account and the right to
// information of the Norwegian act.
func noTransparency() *Framework {
	return &Framework{
		ID: "no-transparency-2021", Title: "Åpenhetsloven (Norwegian Transparency Act)", Version: "2021",
		Milestones: []Milestone{
			{On: risk.YearOf(2021), Status: Adopted},
			{On: risk.MustParseDate("2022-07-01"), Status: InForce, Unverified: true},
		},
		Checked: lastLook(), Sources: []risk.Citation{{Instrument: "NO-TRANSPARENCY"}},
		Note:       "The account of section 5 is published by 30 June of each year and when risks change much. Whoever asks for information under section 6 is answered within three weeks, or two months if it is complex (section 7).",
		Unverified: "Contents of sections 4 to 7 are from memory of the act.",
		Disclosures: []Disclosure{
			{ID: "4", Needs: []Need{PolicyEmbedded, RisksNamed, RatingsGiven, ActionsTaken, EffectTracked, GroupsEngaged, RemedyGiven}},
			{ID: "5a", Needs: []Need{PolicyStatement, ResponsibilityAssigned, SupplyChainDescribed}},
			{ID: "5b", Needs: []Need{RisksNamed, HarmDone}},
			{ID: "5c", Needs: []Need{ActionsTaken, EffectTracked}},
			{ID: "6", Needs: []Need{InformationRequests}},
		},
	}
}

// ukModernSlavery returns the six headings of a statement under section 54, with
// its approval.
func ukModernSlavery() *Framework {
	return &Framework{
		ID: "uk-modern-slavery-2015", Title: "Modern Slavery Act (United Kingdom), section 54", Version: "2015",
		Milestones: []Milestone{{On: risk.YearOf(2015), Status: InForce}},
		Checked:    lastLook(), Sources: []risk.Citation{{Instrument: "UK-MSA", Locator: "54"}},
		Note:       "The six headings are what a statement may include; a statement that no steps were taken is lawful too. It is approved by the board, signed by a director and linked from the homepage.",
		Unverified: "The headings are from memory of the act.",
		Disclosures: []Disclosure{
			{ID: "structure", Needs: []Need{SupplyChainDescribed, OrganisationDescribed}},
			{ID: "policies", Needs: []Need{PolicyStatement, SpecificPolicies}, About: AboutForcedLabour},
			{ID: "due-diligence", Needs: []Need{RisksNamed, SupplierAssessments}, About: AboutForcedLabour},
			{ID: "risk-areas", Needs: []Need{RisksNamed, PlaceInChain, ActionsTaken}, About: AboutForcedLabour},
			{ID: "effectiveness", Needs: []Need{EffectTracked}, About: AboutForcedLabour},
			{ID: "training", Needs: []Need{TrainingGiven}},
			{ID: "approval", Needs: []Need{TopLevelOversight}},
		},
	}
}
