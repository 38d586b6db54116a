package assessment

import "github.com/hrdd-go/hrdd/internal/textenum"

// Redaction names a part of the document that must not leave for the public,
// with the reason (UNGP 21c).
type Redaction struct {
	Pointer string          `json:"pointer"` // RFC 6901, of the part
	Reason  RedactionReason `json:"reason,omitzero"`
	Note    string          `json:"note,omitzero"`
}

// RedactionReason says why a part is kept back. UNGP 21(c) names the first
// two.
type RedactionReason uint8

const (
	RedactionReasonNotStated RedactionReason = iota
	RiskToPeople                             // it could put affected people or staff at risk
	Confidentiality                          // a legitimate requirement of commercial confidentiality
	LegalProceedings                         // it is the subject of proceedings
)

var redactionReasonText = textenum.Table[RedactionReason]{
	Kind:  "reason for a redaction",
	Names: []string{"", "risk-to-people", "confidentiality", "legal-proceedings"},
}
