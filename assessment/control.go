package assessment

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Control is a measure that is meant to prevent, find or mend harm.
type Control struct {
	ID           uuid.UUID       `json:"id"`
	Code         string          `json:"code,omitzero"`
	Title        string          `json:"title"`
	Text         string          `json:"text,omitzero"`
	Kind         ControlKind     `json:"kind,omitzero"`
	InPlace      risk.Answer     `json:"inPlace,omitzero"`
	Effect       Effect          `json:"effect,omitzero"` // seen, not hoped for
	Evidence     []risk.Evidence `json:"evidence,omitzero"`
	Mechanisms   []uuid.UUID     `json:"mechanisms,omitzero"` // grievance mechanisms that it consists of
	Illustrative bool            `json:"illustrative,omitzero"`
}

// ControlKind says what kind of measure a control is.
type ControlKind uint8

const (
	ControlNotStated   ControlKind = iota
	Standard                       // a rule that suppliers or staff are held to
	SupplierAssessment             // audits and assessments
	GrievanceChannel
	Training
	PurchasingRule
	Monitoring
	Contract
)

var controlKindText = textenum.Table[ControlKind]{
	Kind: "kind of control",
	Names: []string{"", "standard", "supplier-assessment", "grievance-channel", "training", "purchasing-rule",
		"monitoring", "contract"},
}

// Effect says what a measure was seen to do for people. Only a measure that is
// in place and shown to work counts towards a residual rating.
type Effect uint8

const (
	EffectNotStated Effect = iota // nobody has looked, or nobody says
	NoEffect                      // looked for and not found
	PartlyEffective
	Effective
)

var effectText = textenum.Table[Effect]{
	Kind: "effect of a measure", Names: []string{"", "none", "partly-effective", "effective"},
}

// works reports whether a control is in place and was seen to have an effect.
func (c *Control) works() bool {
	return c.InPlace == risk.Yes && (c.Effect == PartlyEffective || c.Effect == Effective)
}
