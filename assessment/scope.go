package assessment

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Scope says what an assessment covers.
type Scope struct {
	Breadth    Breadth     `json:"breadth,omitzero"`
	Businesses []string    `json:"businesses,omitzero"` // business units
	Products   []string    `json:"products,omitzero"`
	ValueChain []ChainPart `json:"valueChain,omitzero"`
	Countries  []string    `json:"countries,omitzero"` // ISO 3166-1 alpha-2; empty is not stated
	Excluded   []Exclusion `json:"excluded,omitzero"`
	Note       string      `json:"note,omitzero"`
}

// Exclusion is a part that an assessment leaves out, with the reason.
type Exclusion struct {
	What   string `json:"what"`
	Reason string `json:"reason,omitzero"`
}

// Breadth says how much of a company an assessment covers.
type Breadth uint8

const (
	BreadthNotStated Breadth = iota
	Enterprise               // the whole company
	BusinessUnit
	ProductLine
	CountryOrSite
)

var breadthText = textenum.Table[Breadth]{
	Kind:  "breadth of an assessment",
	Names: []string{"", "enterprise", "business-unit", "product-line", "country-or-site"},
}

// ChainPart is a part of the value chain.
type ChainPart uint8

const (
	ChainPartNotStated ChainPart = iota
	OwnOperations
	DirectSupply // tier 1
	UpperTiers   // suppliers of suppliers
	RawMaterials
	RecycledMaterials
	ReturnsAndRepair
	DistributionChain
	Use // of products and services
	EndOfLife
)

var chainPartText = textenum.Table[ChainPart]{
	Kind: "part of the value chain",
	Names: []string{"", "own-operations", "direct-supply", "upper-tiers", "raw-materials", "recycled-materials",
		"returns-and-repair", "distribution", "use", "end-of-life"},
}

// Assessor is who made an assessment.
type Assessor struct {
	Name         string       `json:"name,omitzero"` // of an organisation
	Independence Independence `json:"independence,omitzero"`
	Paid         risk.Answer  `json:"paid,omitzero"`       // by the company that is assessed
	Tasks        []string     `json:"tasks,omitzero"`      // assess, hold the dialogue with stakeholders, recommend
	Advisers     []Party      `json:"advisers,omitzero"`   // other experts who were asked
	AdviceUsed   risk.Answer  `json:"adviceUsed,omitzero"` // was what the experts said taken into the results?
}

// Independence says how far an assessor stands from the company assessed.
type Independence uint8

const (
	IndependenceNotStated Independence = iota
	Internal                           // the company's own staff
	InternalSeparate                   // own staff outside the line that is assessed
	ExternalAdviser                    // an outside adviser who works with the company
	ExternalIndependent                // an outside assessor who answers for the results
)

var independenceText = textenum.Table[Independence]{
	Kind:  "independence of an assessor",
	Names: []string{"", "internal", "internal-separate", "external-adviser", "external-independent"},
}

// Party is an organisation or group that takes part in something.
type Party struct {
	Name string    `json:"name,omitzero"`
	Kind PartyKind `json:"kind,omitzero"`
	Role string    `json:"role,omitzero"`
}

// PartyKind says what kind of body a party is.
type PartyKind uint8

const (
	PartyNotStated PartyKind = iota
	Consultancy
	CivilSociety
	TradeUnion
	IndustryBody
	InternationalOrganisation
	PublicBody
	Academic
	BusinessPartner
	EmployeeGroup
	HumanRightsExpert
)

var partyKindText = textenum.Table[PartyKind]{
	Kind: "kind of party",
	Names: []string{"", "consultancy", "civil-society", "trade-union", "industry-body",
		"international-organisation", "public-body", "academic", "business-partner", "employee-group",
		"human-rights-expert"},
}

// Engagement is one exchange with people who are or may be affected, or with
// those who can speak for them (UNGP 18b).
type Engagement struct {
	ID         uuid.UUID        `json:"id"`
	Groups     []risk.GroupID   `json:"groups,omitzero"`  // whose views were sought
	Parties    []Party          `json:"parties,omitzero"` // with whom
	Directness Directness       `json:"directness,omitzero"`
	Reason     string           `json:"reason,omitzero"` // why not directly, or why nobody
	Method     EngagementMethod `json:"method,omitzero"`
	Period     risk.Period      `json:"period,omitzero"`
	People     risk.Count       `json:"people,omitzero"`
	Safe       risk.Answer      `json:"safe,omitzero"` // could people speak without risk?
	Safeguards string           `json:"safeguards,omitzero"`
	Heard      string           `json:"heard,omitzero"` // what they said, so that nobody can be recognised
	TakenIn    risk.Answer      `json:"takenIn,omitzero"`
	How        string           `json:"how,omitzero"` // how it was taken in, or why not
	Evidence   []risk.Evidence  `json:"evidence,omitzero"`
}

// Directness says whether affected people were heard themselves. UNGP 18,
// commentary, allows credible independent experts, human rights defenders and
// civil society in their place where direct consultation is not possible.
type Directness uint8

const (
	DirectnessNotStated Directness = iota
	WithAffectedPeople             // the people themselves
	WithRepresentatives            // those whom they chose: unions, committees
	ByProxy                        // experts, defenders, civil society
)

var directnessText = textenum.Table[Directness]{
	Kind:  "directness of an engagement",
	Names: []string{"", "with-affected-people", "with-representatives", "by-proxy"},
}

// EngagementMethod says how people were heard.
type EngagementMethod uint8

const (
	MethodNotStated EngagementMethod = iota
	Interviews
	GroupDiscussion
	Survey
	SiteVisit
	PublicMeeting
	ExpertConsultation
	WorkerVoiceTool
)

var engagementMethodText = textenum.Table[EngagementMethod]{
	Kind: "method of engagement",
	Names: []string{"", "interviews", "group-discussion", "survey", "site-visit", "public-meeting",
		"expert-consultation", "worker-voice-tool"},
}

// Benchmark is a standard that results were held against.
type Benchmark struct {
	Standard risk.Citation `json:"standard"`
	Title    string        `json:"title,omitzero"`
	Result   string        `json:"result,omitzero"`
}
