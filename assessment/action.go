package assessment

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Action is something that a company does about risks to people. Money spent
// and pledges signed are what goes in; indicators of kind outcome say what came
// of it for people (UNGP 20).
type Action struct {
	ID           uuid.UUID      `json:"id"`
	Code         string         `json:"code,omitzero"`
	Title        string         `json:"title"`
	Text         string         `json:"text,omitzero"`
	Kind         ActionKind     `json:"kind,omitzero"`
	Period       risk.Period    `json:"period,omitzero"` // from when to when it runs
	Years        int            `json:"years,omitzero"`  // length where stated without dates
	Budget       risk.Money     `json:"budget,omitzero"` // over the whole of it
	Spent        []Payment      `json:"spent,omitzero"`  // of the budget, as far as it is stated
	Owner        string         `json:"owner,omitzero"`  // who answers for it (UNGP 19a), as a role
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
	Feedback     string         `json:"feedback,omitzero"` // of those affected (UNGP 20b), so that nobody can be recognised
	Widens       bool           `json:"widens,omitzero"`   // widens something that existed before
}

// Payment is money that went out for an action. It is what goes in, and says
// nothing of what came of it.
type Payment struct {
	Period risk.Period `json:"period,omitzero"`
	Amount risk.Money  `json:"amount"`
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
	// Groups are those for whom the values are looked at separately (UNGP 20,
	// commentary).
	Groups []risk.GroupID `json:"groups,omitzero"`
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
