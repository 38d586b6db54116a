package report

import "github.com/hrdd-go/hrdd/risk"

// csddd holds the duties of the Corporate Sustainability Due Diligence
// Directive of which a company must be able to give account.
var csddd = Framework{
	ID: "csddd-2026", Title: "Directive (EU) 2024/1760 as amended by Directive (EU) 2026/470",
	Status: Adopted, Sources: []risk.Citation{{Instrument: "CSDDD"}},
	Note:       "To be transposed by 26 July 2028 and applied from 26 July 2029; public statements for financial years from 1 January 2030. The amendment removed the climate plan and the duty to end relationships: the last resort is suspension.",
	Unverified: "Details of the amended articles 10, 11, 13 and 15 were seen in summaries and not in the text.",
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
		{ID: "16", Needs: []Need{RisksNamed, ActionsTaken, EffectTracked}},
	},
}

// lksg holds the duties of the German act.
var lksg = Framework{
	ID: "lksg-2021", Title: "Lieferkettensorgfaltspflichtengesetz (German Supply Chain Due Diligence Act)",
	Status: Amended, Sources: []risk.Citation{{Instrument: "LkSG"}},
	Note:       "A bill of 3 September 2025 removes the duty to report, retroactively, and most fines; the other duties remain. It was before the legislator in mid-2026.",
	Unverified: "Contents of the sections are from memory of the act.",
	Disclosures: []Disclosure{
		{ID: "4", Needs: []Need{ResponsibilityAssigned, TopLevelOversight}},
		{ID: "5", Needs: []Need{RisksNamed, RatingsGiven, RankingExplained}},
		{ID: "6", Needs: []Need{PolicyStatement, PolicyExpectations, PartnerRequirements, SupplierAssessments}},
		{ID: "7", Needs: []Need{HarmDone, RemedyGiven, ActionsTaken}},
		{ID: "8", Needs: []Need{WaysToComplain, ComplaintProcedure, MechanismAssessed}},
		{ID: "9", Needs: []Need{PlaceInChain, ActionsTaken}},
		{ID: "10", Needs: []Need{RisksNamed, ActionsTaken, EffectTracked, ComplaintFigures}},
	},
}

// frVigilance holds the five measures of the French vigilance plan and the
// account of its implementation.
var frVigilance = Framework{
	ID: "fr-vigilance-2017", Title: "Loi n° 2017-399 (French law on the duty of vigilance)",
	Status: InForce, Sources: []risk.Citation{{Instrument: "FR-2017-399"}},
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

// noTransparency holds the account of section 5 of the Norwegian act.
var noTransparency = Framework{
	ID: "no-transparency-2021", Title: "Åpenhetsloven (Norwegian Transparency Act)",
	Status: InForce, Sources: []risk.Citation{{Instrument: "NO-TRANSPARENCY"}},
	Unverified: "Contents of section 5 are from memory of the act.",
	Disclosures: []Disclosure{
		{ID: "5a", Needs: []Need{PolicyStatement, ResponsibilityAssigned, SupplyChainDescribed}},
		{ID: "5b", Needs: []Need{RisksNamed, HarmDone}},
		{ID: "5c", Needs: []Need{ActionsTaken, EffectTracked}},
	},
}

// ukModernSlavery holds the six headings of a statement under section 54, with
// its approval.
var ukModernSlavery = Framework{
	ID: "uk-modern-slavery-2015", Title: "Modern Slavery Act 2015 (United Kingdom), section 54",
	Status: InForce, Sources: []risk.Citation{{Instrument: "UK-MSA", Locator: "54"}},
	Note:       "The six headings are what a statement may include; a statement that no steps were taken is lawful too.",
	Unverified: "The headings are from memory of the act.",
	Disclosures: []Disclosure{
		{ID: "structure", Needs: []Need{SupplyChainDescribed}},
		{ID: "policies", Needs: []Need{PolicyStatement}},
		{ID: "due-diligence", Needs: []Need{ForcedLabourRisks, SupplierAssessments}},
		{ID: "risk-areas", Needs: []Need{ForcedLabourRisks, PlaceInChain, ActionsTaken}},
		{ID: "effectiveness", Needs: []Need{EffectTracked}},
		{ID: "training", Needs: []Need{TrainingGiven}},
		{ID: "approval", Needs: []Need{TopLevelOversight}},
	},
}
