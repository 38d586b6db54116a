package report

import "github.com/hrdd-go/hrdd/internal/textenum"

// Need is a piece of an assessment that answers disclosures. Several frameworks
// ask for the same pieces in other words: one set of data serves all.
type Need uint8

const (
	NeedNotStated Need = iota

	PolicyStatement        // a policy commitment is described
	PolicyApproved         // at the most senior level
	PolicyExpertise        // whose expertise informed it
	PolicyExpectations     // what it expects, and of whom
	PolicyPublic           // it is public
	PolicyEmbedded         // other policies carry it
	ResponsibilityAssigned // recommendations that were taken up have an owner
	TopLevelOversight      // what board and management discuss and approve; no document of this library holds it
	TrainingGiven          // a control or action of training
	PartnerRequirements    // standards, contracts or purchasing rules
	StrategyStated         // a strategy
	Memberships            // an action of membership

	RisksNamed       // the risks to people
	AllRisksNamed    // the document says that it names all
	RightsNamed      // each risk names rights
	RatingsGiven     // each risk is rated
	RankingExplained // the method of the ranking
	PlacesStated     // countries, or what is left out and why
	HarmDone         // harm that has happened, or that none is known of
	ChangeOverTime   // an earlier assessment that this one was compared with

	InvolvementStated    // each linkage is decided
	PlaceInChain         // where in the supply network
	SupplyChainDescribed // suppliers or their groups
	SupplierAssessments  // a control that assesses suppliers
	OwnWorkforce         // figures of the company's own workforce

	ChildLabourRisks     // the right is looked at
	ForcedLabourRisks    // the rights are looked at
	DiscriminationRisks  // the rights are looked at
	AssociationRisks     // the rights are looked at
	HealthAndSafetyRisks // the rights are looked at
	IndigenousRisks      // the group or right is looked at
	CommunityRisks       // the groups are looked at
	ConsumerRisks        // the groups are looked at

	EngagementApproach // how people are engaged
	GroupsEngaged      // who was engaged
	AffectedHeard      // affected people or those whom they chose were heard
	ViewsTakenIn       // what it changed
	UnionsEngaged      // trade unions took part

	ActionsTaken           // actions
	ActionOnSevereRisks    // every risk that can be severe has an action
	Tensions               // between aims; no document of this library holds it
	TargetsSet             // a commitment with a date or an indicator with a target
	EffectTracked          // the effect of controls or actions is looked at
	EffectShown            // something was shown to work
	RecommendationsTracked // recommendations with events

	WaysToComplain     // grievance mechanisms
	ComplaintProcedure // deadlines of a mechanism
	MechanismAssessed  // against the criteria of UNGP 31
	UsersAsked         // what users of a mechanism say
	ComplaintFigures   // published figures of cases; given beside the evaluation
	RemedyGiven        // an action of remedy
)

var needText = textenum.Table[Need]{
	Kind: "need of a disclosure",
	Names: []string{"",
		"policy-statement", "policy-approved", "policy-expertise", "policy-expectations", "policy-public", "policy-embedded",
		"responsibility-assigned", "top-level-oversight", "training-given", "partner-requirements", "strategy-stated", "memberships",
		"risks-named", "all-risks-named", "rights-named", "ratings-given", "ranking-explained", "places-stated", "harm-done",
		"change-over-time",
		"involvement-stated", "place-in-chain", "supply-chain-described", "supplier-assessments", "own-workforce",
		"child-labour-risks", "forced-labour-risks", "discrimination-risks", "association-risks", "health-and-safety-risks",
		"indigenous-risks", "community-risks", "consumer-risks",
		"engagement-approach", "groups-engaged", "affected-heard", "views-taken-in", "unions-engaged",
		"actions-taken", "action-on-severe-risks", "tensions", "targets-set", "effect-tracked", "effect-shown",
		"recommendations-tracked",
		"ways-to-complain", "complaint-procedure", "mechanism-assessed", "users-asked", "complaint-figures", "remedy-given",
	},
}
