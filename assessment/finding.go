package assessment

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Finding is something that an assessment found, with its causes.
type Finding struct {
	ID         uuid.UUID       `json:"id"`
	Code       string          `json:"code,omitzero"`
	Title      string          `json:"title"`
	Text       string          `json:"text,omitzero"`
	RootCauses []RootCause     `json:"rootCauses,omitzero"`
	Risks      []uuid.UUID     `json:"risks,omitzero"`
	Views      []string        `json:"views,omitzero"` // of those affected, so that nobody can be recognised
	Evidence   []risk.Evidence `json:"evidence,omitzero"`
}

// RootCause is why something happens, not merely what.
type RootCause struct {
	Text string    `json:"text"`
	Kind CauseKind `json:"kind,omitzero"`
}

// CauseKind says where a root cause lies.
type CauseKind uint8

const (
	CauseNotStated      CauseKind = iota
	PurchasingPractices           // price, lead time, late changes
	ManagementSystems             // of the supplier or the company
	LawAndEnforcement             // of the place
	SocialConditions              // poverty, discrimination, conflict
	LackOfVoice                   // people cannot organise or be heard
	LackOfTraceability            // the origin is not known
	BusinessModel
)

var causeKindText = textenum.Table[CauseKind]{
	Kind: "kind of root cause",
	Names: []string{"", "purchasing-practices", "management-systems", "law-and-enforcement", "social-conditions",
		"lack-of-voice", "lack-of-traceability", "business-model"},
}

// Risk is a harm to people that the company may be or is involved in. It is a
// risk to people, not to the company (UNGP 17, commentary).
type Risk struct {
	ID        uuid.UUID      `json:"id"`
	Code      string         `json:"code,omitzero"`
	Title     string         `json:"title"`
	Text      string         `json:"text,omitzero"`
	Rights    []risk.RightID `json:"rights,omitzero"`
	Groups    []risk.GroupID `json:"groups,omitzero"`
	Affected  CountRange     `json:"affected,omitzero"` // people
	Status    risk.Status    `json:"status,omitzero"`
	Salient   risk.Answer    `json:"salient,omitzero"` // does the source itself call it salient?
	Countries []string       `json:"countries,omitzero"`
	Ratings   []RiskRating   `json:"ratings,omitzero"`
	Controls  []uuid.UUID    `json:"controls,omitzero"` // measures against it
	// OffsetClaim is a source's claim, word for word, that something good makes
	// up for the harm. It changes nothing: UNGP 11 allows no such thing, and a
	// review shows it.
	OffsetClaim  string `json:"offsetClaim,omitzero"`
	Illustrative bool   `json:"illustrative,omitzero"`
}

// RiskRating is one assessor's rating of a risk, inherent or residual.
type RiskRating struct {
	Basis     risk.Basis     `json:"basis,omitzero"`
	Rating    risk.Range     `json:"rating"` // a plain rating or a range
	Judgement risk.Judgement `json:"judgement,omitzero"`
	Rationale string         `json:"rationale,omitzero"`
	// Illustrative marks a rating made up to show how the library works, not
	// one that the company or its assessor gave.
	Illustrative bool `json:"illustrative,omitzero"`
}

// CountRange is a number of people known to lie between two others. Either may
// be unknown.
type CountRange struct {
	Min risk.Count `json:"min,omitzero"`
	Max risk.Count `json:"max,omitzero"`
}

// Valid reports whether the bounds of r are not the wrong way round. Unknown
// bounds are valid.
func (r CountRange) Valid() bool {
	lo, okLo := r.Min.Known()
	hi, okHi := r.Max.Known()
	return !okLo || !okHi || lo <= hi
}

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
