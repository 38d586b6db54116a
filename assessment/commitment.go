package assessment

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// PolicyCommitment is a company's statement that it respects human rights,
// with the five tests of UNGP 16.
type PolicyCommitment struct {
	Title           string          `json:"title,omitzero"`
	Date            risk.Date       `json:"date,omitzero"`
	SeniorApproval  risk.Answer     `json:"seniorApproval,omitzero"`  // (a) approved at the most senior level
	Expertise       risk.Answer     `json:"expertise,omitzero"`       // (b) informed by internal or external expertise
	Expectations    risk.Answer     `json:"expectations,omitzero"`    // (c) says what is expected of staff and partners
	Public          risk.Answer     `json:"public,omitzero"`          // (d) public and communicated
	InOtherPolicies risk.Answer     `json:"inOtherPolicies,omitzero"` // (e) reflected in operational policies
	Frameworks      []risk.Citation `json:"frameworks,omitzero"`      // that it rests on
	Evidence        []risk.Evidence `json:"evidence,omitzero"`
}

// Commitment is a value that a company holds to or something that it has bound
// itself to do.
type Commitment struct {
	ID     uuid.UUID      `json:"id"`
	Code   string         `json:"code,omitzero"`
	Title  string         `json:"title,omitzero"` // empty where a source counts commitments without naming them
	Kind   CommitmentKind `json:"kind,omitzero"`
	Made   risk.Date      `json:"made,omitzero"`
	Due    risk.Date      `json:"due,omitzero"`
	Kept   risk.Answer    `json:"kept,omitzero"`
	KeptOn risk.Date      `json:"keptOn,omitzero"`
	Risks  []uuid.UUID    `json:"risks,omitzero"`
}

// CommitmentKind tells a value from a commitment to act.
type CommitmentKind uint8

const (
	CommitmentNotStated CommitmentKind = iota
	Value                              // what the company holds to
	Foundational                       // what it builds its strategy on
	Target                             // something to be done by a date
)

var commitmentKindText = textenum.Table[CommitmentKind]{
	Kind: "kind of commitment", Names: []string{"", "value", "foundational", "target"},
}

// Action is something that a company does about risks to people. Money spent
// and pledges signed are what goes in; Outcomes says what came of it for
// people (UNGP 20).
type Action struct {
	ID           uuid.UUID      `json:"id"`
	Code         string         `json:"code,omitzero"`
	Title        string         `json:"title"`
	Text         string         `json:"text,omitzero"`
	Kind         ActionKind     `json:"kind,omitzero"`
	Period       risk.Period    `json:"period,omitzero"` // from when to when it runs
	Years        int            `json:"years,omitzero"`  // length where stated without dates
	Budget       risk.Money     `json:"budget,omitzero"` // over the whole of it
	Partners     []Party        `json:"partners,omitzero"`
	Suppliers    SupplierSet    `json:"suppliers,omitzero"`    // who takes part
	Participants risk.Count     `json:"participants,omitzero"` // suppliers who take part; unknown unless stated
	Programme    string         `json:"programme,omitzero"`    // name of a programme that is run by others
	Published    []Source       `json:"published,omitzero"`    // what was published of it
	Risks        []uuid.UUID    `json:"risks,omitzero"`
	Commitments  []uuid.UUID    `json:"commitments,omitzero"`
	Groups       []risk.GroupID `json:"groups,omitzero"`   // whom it is for
	Expected     string         `json:"expected,omitzero"` // outcome for people that is hoped for
	Indicators   []Indicator    `json:"indicators,omitzero"`
	Widens       bool           `json:"widens,omitzero"` // widens something that existed before
}

// ActionKind says what kind of action it is.
type ActionKind uint8

const (
	ActionNotStated ActionKind = iota
	Programme
	Partnership
	Pledge     // a public undertaking that was signed
	Membership // of an initiative
	ExternalAudit
	TrainingAction
	Remedy
	PolicyChange
)

var actionKindText = textenum.Table[ActionKind]{
	Kind: "kind of action",
	Names: []string{"", "programme", "partnership", "pledge", "membership", "external-audit", "training", "remedy",
		"policy-change"},
}

// Indicator is something that is measured to see whether an action works.
type Indicator struct {
	Title    string        `json:"title"`
	Kind     IndicatorKind `json:"kind,omitzero"`
	Unit     string        `json:"unit,omitzero"`
	Baseline string        `json:"baseline,omitzero"`
	Target   string        `json:"target,omitzero"`
	Value    string        `json:"value,omitzero"`
	On       risk.Date     `json:"on,omitzero"`
}

// IndicatorKind tells what an indicator measures. The kinds follow the OHCHR
// indicator model (structural, process, outcome), with spending apart, since
// money is neither process nor outcome.
type IndicatorKind uint8

const (
	IndicatorNotStated IndicatorKind = iota
	Structural                       // a rule or body exists
	Process                          // something is done
	Outcome                          // people are better off
	Spending                         // money goes out
)

var indicatorKindText = textenum.Table[IndicatorKind]{
	Kind: "kind of indicator", Names: []string{"", "structural", "process", "outcome", "spending"},
}

// Strategy is a plan over several years, with whose advice it was made.
type Strategy struct {
	ID        uuid.UUID   `json:"id"`
	Title     string      `json:"title"`
	Text      string      `json:"text,omitzero"`
	Period    risk.Period `json:"period,omitzero"`
	Begun     risk.Date   `json:"begun,omitzero"`
	MultiYear risk.Answer `json:"multiYear,omitzero"`
	Advisers  []Party     `json:"advisers,omitzero"`
	Fields    []string    `json:"fields,omitzero"` // of expertise that was asked for
	Risks     []uuid.UUID `json:"risks,omitzero"`
}
