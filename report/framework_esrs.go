package report

import "github.com/hrdd-go/hrdd/risk"

// esrs2023 returns the disclosure requirements on people of the European
// Sustainability Reporting Standards as first adopted.
func esrs2023() *Framework {
	return &Framework{
		ID: "esrs-2023", Title: "European Sustainability Reporting Standards: ESRS S1 to S4",
		Version:    "Delegated Regulation (EU) 2023/2772, as amended by (EU) 2025/1416",
		Milestones: esrs2023Milestones(), Checked: lastLook(), Sources: []risk.Citation{{Instrument: "ESRS-2023"}},
		Note:        "For the financial year 2026 a company may use this version, this version with its reliefs, or that of 2026, and must say which; from the financial year 2027 only that of 2026.",
		Unverified:  "Contents of S1-6 to S1-16 are from memory of the standards.",
		Disclosures: esrs2023Disclosures,
	}
}

// esrs2023Reliefs returns the same version used with its reliefs: a company must say
// so.
func esrs2023Reliefs() *Framework {
	return &Framework{
		ID: "esrs-2023-reliefs", Title: "European Sustainability Reporting Standards: ESRS S1 to S4",
		Version:    "Delegated Regulation (EU) 2023/2772, as amended by (EU) 2025/1416, with the reliefs of Delegated Regulation C(2026) 5010",
		Milestones: esrs2023Milestones(), Checked: lastLook(), Sources: []risk.Citation{{Instrument: "ESRS-2023"}},
		Note:        "Where a relief lets the company leave something out, it says so as the reason why the disclosure does not apply. For the financial year 2026 it must say that it uses the reliefs; from the financial year 2027 only the version of 2026 may be used.",
		Unverified:  "Which disclosures each relief covers is not held here.",
		Disclosures: esrs2023Disclosures, texts: "esrs-2023",
	}
}

func esrs2023Milestones() []Milestone {
	return []Milestone{
		{On: risk.YearOf(2023), Status: Adopted},
		{On: risk.MustParseDate("2024-01-01"), Status: InForce, Unverified: true},
		{On: risk.MustParseDate("2027-01-01"), Status: Repealed}, // for financial years that start from then
	}
}

var esrs2023Disclosures = []Disclosure{
	{ID: "S1-1", Needs: []Need{PolicyStatement, PolicyPublic, SpecificPolicies}, About: AboutOwnWorkers},
	{ID: "S1-2", Needs: []Need{EngagementApproach, GroupsEngaged}, About: AboutOwnWorkers},
	{ID: "S1-3", Needs: []Need{WaysToComplain, RemedyGiven}, About: AboutOwnWorkers},
	{ID: "S1-4", Needs: []Need{ActionsTaken, EffectTracked}, About: AboutOwnWorkers},
	{ID: "S1-5", Needs: []Need{TargetsSet}, About: AboutOwnWorkers},
	{ID: "S1-6", Needs: []Need{OwnWorkforce}},
	{ID: "S1-7", Needs: []Need{OwnWorkforce}},
	{ID: "S1-8", Needs: []Need{OwnWorkforce}},
	{ID: "S1-9", Needs: []Need{OwnWorkforce}},
	{ID: "S1-10", Needs: []Need{OwnWorkforce}},
	{ID: "S1-11", Needs: []Need{OwnWorkforce}},
	{ID: "S1-12", Needs: []Need{OwnWorkforce}},
	{ID: "S1-13", Needs: []Need{OwnWorkforce}},
	{ID: "S1-14", Needs: []Need{OwnWorkforce}},
	{ID: "S1-15", Needs: []Need{OwnWorkforce}},
	{ID: "S1-16", Needs: []Need{OwnWorkforce}},
	{ID: "S1-17", Needs: []Need{HarmDone, ComplaintFigures, ComplianceFigures}, About: AboutOwnWorkers},
	{ID: "S2-1", Needs: []Need{PolicyStatement, PolicyExpectations, SpecificPolicies}, About: AboutValueChainWorkers},
	{ID: "S2-2", Needs: []Need{EngagementApproach, GroupsEngaged}, About: AboutValueChainWorkers},
	{ID: "S2-3", Needs: []Need{WaysToComplain, RemedyGiven}, About: AboutValueChainWorkers},
	{ID: "S2-4", Needs: []Need{ActionsTaken, ActionOnSevereRisks, EffectTracked, HarmDone}, About: AboutValueChainWorkers},
	{ID: "S2-5", Needs: []Need{TargetsSet}, About: AboutValueChainWorkers},
	{ID: "S3-1", Needs: []Need{PolicyStatement, SpecificPolicies}, About: AboutCommunities},
	{ID: "S3-2", Needs: []Need{EngagementApproach, GroupsEngaged}, About: AboutCommunities},
	{ID: "S3-3", Needs: []Need{WaysToComplain, RemedyGiven}, About: AboutCommunities},
	{ID: "S3-4", Needs: []Need{ActionsTaken, EffectTracked, HarmDone}, About: AboutCommunities},
	{ID: "S3-5", Needs: []Need{TargetsSet}, About: AboutCommunities},
	{ID: "S4-1", Needs: []Need{PolicyStatement, SpecificPolicies}, About: AboutConsumers},
	{ID: "S4-2", Needs: []Need{EngagementApproach, GroupsEngaged}, About: AboutConsumers},
	{ID: "S4-3", Needs: []Need{WaysToComplain, RemedyGiven}, About: AboutConsumers},
	{ID: "S4-4", Needs: []Need{ActionsTaken, EffectTracked, HarmDone}, About: AboutConsumers},
	{ID: "S4-5", Needs: []Need{TargetsSet}, About: AboutConsumers},
}

// esrs2026 returns the same in the simplified standards, which number them anew:
// engagement, channels and remedy are one disclosure.
func esrs2026() *Framework {
	return &Framework{
		ID: "esrs-2026", Title: "European Sustainability Reporting Standards: ESRS S1 to S4",
		Version: "Delegated Regulation C(2026) 5010",
		Milestones: []Milestone{
			{On: risk.MustParseDate("2026-07-03"), Status: Adopted},
			{On: risk.MustParseDate("2026-11-10"), Status: InForce, Unverified: true},
		},
		Checked: lastLook(), Sources: []risk.Citation{{Instrument: "ESRS-2026"}},
		Note:       "For the financial year 2026 it may be used, and the company must say so; from the financial year 2027 it must be used.",
		Unverified: "Publication on 21 September 2026 and entry into force on 10 November 2026 are reported second-hand.",
		Disclosures: []Disclosure{
			{ID: "S1-1", Needs: []Need{PolicyStatement, PolicyPublic, SpecificPolicies}, About: AboutOwnWorkers},
			{ID: "S1-2", Needs: []Need{EngagementApproach, GroupsEngaged, WaysToComplain, RemedyGiven}, About: AboutOwnWorkers},
			{ID: "S1-3", Needs: []Need{ActionsTaken, EffectTracked}, About: AboutOwnWorkers},
			{ID: "S1-4", Needs: []Need{TargetsSet}, About: AboutOwnWorkers},
			{ID: "S1-5", Needs: []Need{OwnWorkforce}},
			{ID: "S1-6", Needs: []Need{OwnWorkforce}},
			{ID: "S1-7", Needs: []Need{OwnWorkforce}},
			{ID: "S1-8", Needs: []Need{OwnWorkforce}},
			{ID: "S1-9", Needs: []Need{OwnWorkforce}},
			{ID: "S1-10", Needs: []Need{OwnWorkforce}},
			{ID: "S1-11", Needs: []Need{OwnWorkforce}},
			{ID: "S1-12", Needs: []Need{OwnWorkforce}},
			{ID: "S1-13", Needs: []Need{OwnWorkforce}},
			{ID: "S1-14", Needs: []Need{OwnWorkforce}},
			{ID: "S1-15", Needs: []Need{OwnWorkforce}},
			{ID: "S1-16", Needs: []Need{HarmDone, ComplaintFigures, ComplianceFigures}, About: AboutOwnWorkers},
			{ID: "S2-1", Needs: []Need{PolicyStatement, PolicyExpectations, SpecificPolicies}, About: AboutValueChainWorkers},
			{ID: "S2-2", Needs: []Need{EngagementApproach, GroupsEngaged, WaysToComplain, RemedyGiven}, About: AboutValueChainWorkers},
			{ID: "S2-3", Needs: []Need{ActionsTaken, ActionOnSevereRisks, EffectTracked, HarmDone}, About: AboutValueChainWorkers},
			{ID: "S2-4", Needs: []Need{TargetsSet}, About: AboutValueChainWorkers},
			{ID: "S3-1", Needs: []Need{PolicyStatement, SpecificPolicies}, About: AboutCommunities},
			{ID: "S3-2", Needs: []Need{EngagementApproach, GroupsEngaged, WaysToComplain, RemedyGiven}, About: AboutCommunities},
			{ID: "S3-3", Needs: []Need{ActionsTaken, EffectTracked, HarmDone}, About: AboutCommunities},
			{ID: "S3-4", Needs: []Need{TargetsSet}, About: AboutCommunities},
			{ID: "S4-1", Needs: []Need{PolicyStatement, SpecificPolicies}, About: AboutConsumers},
			{ID: "S4-2", Needs: []Need{EngagementApproach, GroupsEngaged, WaysToComplain, RemedyGiven}, About: AboutConsumers},
			{ID: "S4-3", Needs: []Need{ActionsTaken, EffectTracked, HarmDone}, About: AboutConsumers},
			{ID: "S4-4", Needs: []Need{TargetsSet}, About: AboutConsumers},
		},
	}
}
