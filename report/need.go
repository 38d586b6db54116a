package report

import "github.com/hrdd-go/hrdd/internal/textenum"

// Need is a piece of an assessment that answers disclosures. Several frameworks
// ask for the same pieces in other words: one set of data serves all.
//
// A need is met by what is stated and real. An entry without content, a measure
// that nobody says is in place, an answer that is unknown, and what is
// illustrative meet nothing. Where the disclosure is about a topic, only what
// concerns the risks on it counts.
type Need uint8

const (
	NeedNotStated Need = iota

	PolicyStatement        // a policy commitment is described
	PolicyApproved         // at the most senior level
	PolicyExpertise        // whose expertise informed it
	PolicyExpectations     // what it expects, and of whom
	PolicyPublic           // it is public
	PolicyEmbedded         // other policies carry it
	SpecificPolicies       // each risk is governed by a standard, contract, purchasing rule or change of policy
	ResponsibilityAssigned // recommendations that were taken up have an owner
	TopLevelOversight      // what board and management discuss and approve; no document of this library holds it
	TrainingGiven          // a measure in place or an action of training
	SecurityTraining       // of security staff; no document of this library holds it
	PartnerRequirements    // standards, contracts or purchasing rules in place
	StrategyStated         // a strategy, with what it says or when it runs
	Memberships            // an action of membership
	OrganisationDescribed  // the company; the document holds its name and seat only
	ReportingPractice      // entities, period and assurance; the document holds the period only
	GovernanceDescribed    // bodies, their members and pay; no document of this library holds it
	ComplianceFigures      // breaches of law, fines and compensation; no document of this library holds them
	InformationRequests    // how requests for information are answered; no document of this library holds it

	RisksNamed       // the risks to people
	AllRisksNamed    // whether the document names all
	RightsNamed      // each risk names rights
	RatingsGiven     // each risk is rated
	RankingExplained // the method of the ranking of risks that are rated
	PlacesStated     // countries, or what is left out and why
	HarmDone         // harm that has happened, or that none is known of
	ChangeOverTime   // an earlier assessment that this one was compared with

	InvolvementStated    // how the company is involved in each risk is decided
	PlaceInChain         // where in the supply network each risk is
	SupplyChainDescribed // suppliers or their groups
	SupplierAssessments  // a measure in place that assesses suppliers
	SupplierFigures      // how many suppliers were screened or assessed; no document of this library holds them
	OwnWorkforce         // figures of the company's own workforce; the document holds counts only

	EngagementApproach // how people are engaged
	GroupsEngaged      // for each risk, a group that it names was engaged
	AffectedHeard      // for each risk, affected people or those whom they chose were heard
	ViewsTakenIn       // what it changed
	UnionsEngaged      // trade unions took part; they run the mechanism, or else it is met in part

	ActionsTaken           // actions on the risks
	ActionOnSevereRisks    // every risk that can be severe has an action
	Tensions               // between aims; no document of this library holds it
	TargetsSet             // a commitment with a date or an indicator with a target
	EffectTracked          // the effect of each measure in place is looked at
	EffectShown            // something was shown to work
	RecommendationsTracked // recommendations with events

	WaysToComplain     // grievance mechanisms with the ways to reach them
	ComplaintProcedure // deadlines of a mechanism
	MechanismAssessed  // against the criteria of UNGP 31
	UsersAsked         // what users of a mechanism say
	ComplaintFigures   // published figures of cases; given beside the evaluation
	RemedyGiven        // an action of remedy for each harm that has happened
)

var needText = textenum.Table[Need]{
	Kind: "need of a disclosure",
	Names: []string{"",
		"policy-statement", "policy-approved", "policy-expertise", "policy-expectations", "policy-public", "policy-embedded",
		"specific-policies", "responsibility-assigned", "top-level-oversight", "training-given", "security-training",
		"partner-requirements", "strategy-stated", "memberships", "organisation-described", "reporting-practice",
		"governance-described", "compliance-figures", "information-requests",
		"risks-named", "all-risks-named", "rights-named", "ratings-given", "ranking-explained", "places-stated", "harm-done",
		"change-over-time",
		"involvement-stated", "place-in-chain", "supply-chain-described", "supplier-assessments", "supplier-figures",
		"own-workforce",
		"engagement-approach", "groups-engaged", "affected-heard", "views-taken-in", "unions-engaged",
		"actions-taken", "action-on-severe-risks", "tensions", "targets-set", "effect-tracked", "effect-shown",
		"recommendations-tracked",
		"ways-to-complain", "complaint-procedure", "mechanism-assessed", "users-asked", "complaint-figures", "remedy-given",
	},
}

// needSections says in which section of a report what meets a need is shown, for
// the content index.
var needSections = [...]Section{
	PolicyStatement: Commitments, PolicyApproved: Commitments, PolicyExpertise: Commitments, PolicyExpectations: Commitments,
	PolicyPublic: Commitments, PolicyEmbedded: Commitments, SpecificPolicies: Controls, ResponsibilityAssigned: Recommendations,
	TrainingGiven: Controls, PartnerRequirements: Controls, StrategyStated: Strategies, Memberships: Actions,
	RisksNamed: Risks, AllRisksNamed: Risks, RightsNamed: Risks, RatingsGiven: Risks, RankingExplained: Methods,
	HarmDone: Risks, ChangeOverTime: Changes,
	InvolvementStated: Linkages, PlaceInChain: Linkages, SupplyChainDescribed: Linkages, SupplierAssessments: Controls,
	EngagementApproach: Engagement, GroupsEngaged: Engagement, AffectedHeard: Engagement, ViewsTakenIn: Engagement,
	UnionsEngaged: Engagement,
	ActionsTaken:  Actions, ActionOnSevereRisks: Actions, TargetsSet: Commitments, EffectTracked: Controls,
	EffectShown: Controls, RecommendationsTracked: Recommendations,
	WaysToComplain: Mechanisms, ComplaintProcedure: Mechanisms, MechanismAssessed: Mechanisms, UsersAsked: Mechanisms,
	ComplaintFigures: Complaints, RemedyGiven: Actions,
}

// shownIn returns the section that shows what meets the need; not stated for
// what is on the title page of a report.
func (n Need) shownIn() Section {
	if int(n) < len(needSections) {
		return needSections[n]
	}
	return SectionNotStated
}
