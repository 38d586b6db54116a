package supplier

import (
	"github.com/hrdd-go/hrdd/internal/textenum"
)

// StandardRef names a standard or audit scheme in one of its versions.
type StandardRef struct {
	ID      string `json:"id"`               // lower-kebab-case: "rba-vap", "smeta", "amfori-bsci", or the host's own
	Version string `json:"version,omitzero"` // as its owner writes it: "8.0.2"
}

// IDs of audit schemes. [SchemeByID] has what this package knows of their time
// limits, which for SA8000 and RMAP is nothing.
const (
	RBAVAP     = "rba-vap"     // Validated Assessment Program of the Responsible Business Alliance
	SMETA      = "smeta"       // Sedex Members Ethical Trade Audit
	AmforiBSCI = "amfori-bsci" // amfori Business Social Compliance Initiative
	SA8000     = "sa8000"      // Social Accountability International
	RMAP       = "rmap"        // Responsible Minerals Assurance Process
)

// FindingSeverity is how grave an audit scheme says that a finding is. It is a
// word of the scheme about conformity. It is not a level of severity of the
// Guiding Principles, which is about people, and is never turned into one
// unless the host gives a table that says how.
type FindingSeverity uint8

const (
	SeverityNotStated FindingSeverity = iota
	ZeroTolerance                     // amfori BSCI: child or bonded labour, imminent danger to life
	Priority                          // RBA VAP: the gravest
	BusinessCritical                  // SMETA
	Critical                          // SMETA, SA8000
	Major
	Minor
	Opportunity  // for improvement; not a breach
	Observation  // SMETA before 7.0
	GoodExample  // SMETA: better than asked
	Conformant   // the requirement was looked at and is met
	NotAuditable // the requirement does not apply or could not be looked at
)

var findingSeverityText = textenum.Table[FindingSeverity]{
	Kind: "severity of an audit finding",
	Names: []string{"", "zero-tolerance", "priority", "business-critical", "critical", "major", "minor",
		"opportunity", "observation", "good-example", "conformant", "not-auditable"},
}

// Breach reports whether a finding of this severity is a breach of a
// requirement that has to be corrected.
func (s FindingSeverity) Breach() bool { return s >= ZeroTolerance && s <= Minor }
