package supplier

import (
	"iter"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Audit is a visit to a site against a standard, with what was found. A good
// result says that the auditor found little; it never lowers the severity of a
// harm, for audits overlook much of what workers fear to say.
type Audit struct {
	ID           uuid.UUID      `json:"id"`
	Code         string         `json:"code,omitzero"`
	Supplier     uuid.UUID      `json:"supplier"`
	Site         uuid.UUID      `json:"site,omitzero"`
	Standard     StandardRef    `json:"standard"`
	Kind         AuditKind      `json:"kind,omitzero"`
	Announced    Announcement   `json:"announced,omitzero"`
	Period       risk.Period    `json:"period,omitzero"`      // the days on site
	Reported     risk.Date      `json:"reported,omitzero"`    // when the site received the final report
	Auditor      string         `json:"auditor,omitzero"`     // the organisation, not the person
	Interviewed  risk.Count     `json:"interviewed,omitzero"` // workers who were interviewed
	Score        risk.Count     `json:"score,omitzero"`       // as the scheme states it; RBA VAP: 0 to 200
	Grade        string         `json:"grade,omitzero"`       // as the scheme states it
	Areas        []AreaGrade    `json:"areas,omitzero"`       // grades of parts, where the scheme gives them
	ValidUntil   risk.Date      `json:"validUntil,omitzero"`  // as the scheme states it
	Findings     []AuditFinding `json:"findings,omitzero"`
	Illustrative bool           `json:"illustrative,omitzero"`
}

// AreaGrade is the grade of one part of an audit, for instance of a performance
// area of amfori BSCI.
type AreaGrade struct {
	Area  string `json:"area"`  // the scheme's own id
	Grade string `json:"grade"` // the scheme's own letter
}

// AuditFinding is one thing that an auditor found against a requirement.
type AuditFinding struct {
	ID          uuid.UUID       `json:"id"`
	Code        string          `json:"code,omitzero"`
	Requirement string          `json:"requirement,omitzero"` // the standard's own number: "A1.2"
	Severity    FindingSeverity `json:"severity,omitzero"`    // the scheme's word, see FindingSeverity
	Closure     Closure         `json:"closure,omitzero"`
	Found       risk.Date       `json:"found,omitzero"` // when it was found or confirmed
	Due         risk.Date       `json:"due,omitzero"`   // as the auditor set it; goes before the scheme's own window
	Closed      risk.Date       `json:"closed,omitzero"`
	Repeats     uuid.UUID       `json:"repeats,omitzero"` // an earlier finding that came back
	Text        string          `json:"text,omitzero"`
	Rights      []risk.RightID  `json:"rights,omitzero"` // whose enjoyment it concerns
	Groups      []risk.GroupID  `json:"groups,omitzero"` // who is affected
}

// LastLooks returns when somebody from outside last looked at each supplier:
// the last day on site of its latest audit that had ended by the end of the day
// asOf, a zero asOf taking all. What a supplier says of itself is no look, and
// an audit without a date counts as none.
func LastLooks(audits iter.Seq[Audit], asOf risk.Date) map[uuid.UUID]risk.Date {
	last := make(map[uuid.UUID]risk.Date)
	for a := range audits {
		day := a.Period.To
		if a.Kind == SelfAssessment || day.IsZero() || !asOf.IsZero() && day.End().After(asOf.End()) {
			continue
		}
		if before, ok := last[a.Supplier]; !ok || before.Before(day) {
			last[a.Supplier] = day
		}
	}
	return last
}

// AuditKind says what an audit was for.
type AuditKind uint8

const (
	AuditKindNotStated AuditKind = iota
	FullAudit                    // against all requirements
	PartialAudit                 // against some
	ClosureAudit                 // whether earlier findings are corrected
	SelfAssessment               // by the site itself: nobody else looked
)

var auditKindText = textenum.Table[AuditKind]{
	Kind: "kind of audit", Names: []string{"", "full", "partial", "closure", "self-assessment"},
}

// Announcement says whether the site knew that the auditors would come.
type Announcement uint8

const (
	AnnouncementNotStated Announcement = iota
	Announced
	SemiAnnounced // within a window of days
	Unannounced
)

var announcementText = textenum.Table[Announcement]{
	Kind: "announcement of an audit", Names: []string{"", "announced", "semi-announced", "unannounced"},
}

// Closure says who can close a finding.
type Closure uint8

const (
	ClosureNotStated Closure = iota
	BySite                   // the site alone
	ByCollaboration          // only together with buyers or others: no fixed date (SMETA 7.0)
)

var closureText = textenum.Table[Closure]{
	Kind: "closure of a finding", Names: []string{"", "site", "collaborative"},
}
