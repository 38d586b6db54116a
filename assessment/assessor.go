package assessment

import (
	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

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
