package grievance

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// Purpose says why a secret is read.
type Purpose uint8

const (
	PurposeNotStated  Purpose = iota
	ToContact                 // to reach the person
	ToInvestigate             // to find out what happened
	ToProtect                 // to protect someone from retaliation
	ToDeliverRemedy           // to give what was agreed
	ToRefer                   // to hand the case to another body, with consent
	ToMeetLegalDuty           // because a law or court requires it
	ToAnswerThePerson         // because the person asked what is held on them
	ToStore                   // to write it to the host's protected store
	ToCompare                 // to find out whether it is the same as another
)

var purposeText = textenum.Table[Purpose]{
	Kind: "purpose of reading a secret",
	Names: []string{"", "to-contact", "to-investigate", "to-protect", "to-deliver-remedy", "to-refer",
		"to-meet-legal-duty", "to-answer-the-person", "to-store", "to-compare"},
}

// Access says who reads a secret and why. It holds nothing of the secret and may
// be kept in an audit trail.
type Access struct {
	Purpose Purpose   `json:"purpose"`
	By      string    `json:"by"`              // who reads: a user or role of the host
	Of      uuid.UUID `json:"of,omitzero"`     // the case or identity that the secret belongs to
	Field   string    `json:"field,omitzero"`  // which secret of it: "name"
	Reason  string    `json:"reason,omitzero"` // more on the purpose, in the reader's words
}

// Audit records an access before the secret is read. If it returns an error the
// secret stays closed: an access that cannot be recorded does not happen.
type Audit func(Access) error

// Refusal says why a secret was not revealed.
type Refusal uint8

const (
	RefusalNotStated Refusal = iota
	NoPurpose                // the access states no purpose
	NoReader                 // the access does not say who reads
	NoAudit                  // there is no function to record the access
	AuditFailed              // the access could not be recorded
	TextWithheld             // the text is not at hand
)

var refusalText = textenum.Table[Refusal]{
	Kind:  "reason for not revealing a secret",
	Names: []string{"", "no-purpose", "no-reader", "no-audit", "audit-failed", "withheld"},
}

// RevealError says why a secret was not revealed.
type RevealError struct {
	Refusal Refusal
	Err     error // from the audit function
}

// Error says why nothing was revealed, and shows nothing of the secret.
func (e *RevealError) Error() string {
	switch e.Refusal {
	case NoPurpose:
		return "grievance: a secret is read for a stated purpose; set Access.Purpose"
	case NoReader:
		return "grievance: a secret is read by someone; set Access.By to a user or role"
	case NoAudit:
		return "grievance: a secret is read on record; pass a function that records the access"
	case TextWithheld:
		return "grievance: the text of this secret is not here; it was read from data that were written without it"
	}
	if e.Err != nil {
		return "grievance: the access was not recorded, so the secret stays closed: " + e.Err.Error()
	}
	return "grievance: the secret was not revealed"
}

// Unwrap returns the error of the audit function.
func (e *RevealError) Unwrap() error { return e.Err }

// Reveal returns the text after audit has recorded the access. It returns a
// *[RevealError] and no text if the access states no purpose or no reader, if
// audit is nil or fails, or if the text is withheld. It is the only way to read
// a secret.
func (s Secret) Reveal(a Access, audit Audit) (string, error) {
	if err := grant(a, audit, s); err != nil {
		return "", err
	}
	if s.open == nil {
		return "", nil
	}
	text, _ := (*s.open)()
	return text, nil
}

// Matches reports whether s and t hold the same text, after audit has recorded the
// access: who may ask it of every name in a list will read the one that is hidden.
// It refuses as [Secret.Reveal] does, and with the same errors. Use it to find out
// whether two records are about one person.
func (s Secret) Matches(t Secret, a Access, audit Audit) (bool, error) {
	if err := grant(a, audit, s, t); err != nil {
		return false, err
	}
	return s.same(t), nil
}

// grant records an access to secrets, or returns why there is none.
func grant(a Access, audit Audit, to ...Secret) error {
	switch {
	case !a.Purpose.Valid() || a.Purpose == PurposeNotStated:
		return &RevealError{Refusal: NoPurpose}
	case a.By == "":
		return &RevealError{Refusal: NoReader}
	case audit == nil:
		return &RevealError{Refusal: NoAudit}
	case slices.ContainsFunc(to, Secret.Withheld):
		return &RevealError{Refusal: TextWithheld}
	}
	if err := audit(a); err != nil {
		return &RevealError{Refusal: AuditFailed, Err: err}
	}
	return nil
}
