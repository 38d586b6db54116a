package assessment

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// Version is the version of the document format that this package writes.
const Version = 1

// Assessment is a human rights assessment: the document that systems exchange.
// Its JSON form is described by [Schema].
//
// An Assessment is plain data. Whoever fills it owns it: it may be read by any
// number of goroutines as long as none writes.
type Assessment struct {
	Version  int         `json:"version"` // of the document format: [Version]
	ID       uuid.UUID   `json:"id"`
	Code     string      `json:"code,omitzero"` // the host's own human code
	Kind     Kind        `json:"kind,omitzero"`
	Updates  uuid.UUID   `json:"updates,omitzero"` // the assessment that this one updates
	Title    string      `json:"title,omitzero"`
	Language string      `json:"language,omitzero"` // BCP 47, of the texts in the document
	Company  Company     `json:"company,omitzero"`
	Period   risk.Period `json:"period,omitzero"` // that the assessment speaks of
	Triggers []Trigger   `json:"triggers,omitzero"`
	Scope    Scope       `json:"scope,omitzero"`
	Assessor Assessor    `json:"assessor,omitzero"`
	Method   MethodRef   `json:"method,omitzero"` // that the ratings were made for
	Sources  []Source    `json:"sources,omitzero"`

	Policy            PolicyCommitment            `json:"policy,omitzero"`
	Commitments       []Commitment                `json:"commitments,omitzero"`
	CommitmentCount   risk.Count                  `json:"commitmentCount,omitzero"` // stated by the source, named here or not
	Engagements       []Engagement                `json:"engagements,omitzero"`
	Benchmarks        []Benchmark                 `json:"benchmarks,omitzero"`
	Findings          []Finding                   `json:"findings,omitzero"`
	Risks             []Risk                      `json:"risks,omitzero"`
	RisksComplete     risk.Answer                 `json:"risksComplete,omitzero"` // does Risks name all that were found?
	Suppliers         []supplier.Supplier         `json:"suppliers,omitzero"`
	Relationships     []supplier.Relationship     `json:"relationships,omitzero"`
	Audits            []supplier.Audit            `json:"audits,omitzero"`
	CorrectiveActions []supplier.CorrectiveAction `json:"correctiveActions,omitzero"`
	Certifications    []supplier.Certification    `json:"certifications,omitzero"`
	Participations    []supplier.Participation    `json:"participations,omitzero"`
	Linkages          []Linkage                   `json:"linkages,omitzero"`
	Controls          []Control                   `json:"controls,omitzero"`
	Mechanisms        []grievance.Mechanism       `json:"mechanisms,omitzero"`
	// MechanismAssessments hold mechanisms against the eight criteria of UNGP 31.
	MechanismAssessments []grievance.MechanismAssessment `json:"mechanismAssessments,omitzero"`
	Recommendations      []Recommendation                `json:"recommendations,omitzero"`
	// RecommendationCount is how many recommendations were made, listed here
	// or not. It is unknown unless a source states it.
	RecommendationCount risk.Count  `json:"recommendationCount,omitzero"`
	Actions             []Action    `json:"actions,omitzero"`
	Strategies          []Strategy  `json:"strategies,omitzero"`
	Waivers             []Waiver    `json:"waivers,omitzero"`
	Redactions          []Redaction `json:"redactions,omitzero"`

	// Extensions holds the members that the format does not have, word for word.
	Extensions Extensions `json:"-"`
}

// Kind says what kind of assessment a document holds.
type Kind uint8

const (
	KindNotStated Kind = iota
	Salience           // which harms are the gravest across the company (UNGP 18, 24)
	Impact             // a human rights impact assessment of a part in depth
	Update             // what became of an earlier assessment, see Assessment.Updates
)

var kindText = textenum.Table[Kind]{
	Kind: "kind of assessment", Names: []string{"", "salience", "impact", "update"},
}

// Company is the company whose involvement in harm is assessed.
type Company struct {
	ID      uuid.UUID `json:"id,omitzero"`
	Name    string    `json:"name,omitzero"`
	Country string    `json:"country,omitzero"` // of its seat, ISO 3166-1 alpha-2
}

// Trigger says what an assessment was made on. UNGP 18, commentary, names the
// first four.
type Trigger uint8

const (
	TriggerNotStated  Trigger = iota
	NewActivity               // before a new activity or relationship
	MajorDecision             // before a major decision or change in operations
	ChangeOfContext           // when the operating environment changes
	Periodic                  // periodically through the life of an activity
	GrievanceRaised           // because of what people complained of
	StakeholderDemand         // because affected people, workers or others asked
)

var triggerText = textenum.Table[Trigger]{
	Kind: "trigger of an assessment",
	Names: []string{"", "new-activity", "major-decision", "change-of-context", "periodic",
		"grievance-raised", "stakeholder-demand"},
}

// MethodRef names a salience method with the version that was used.
type MethodRef struct {
	ID      string `json:"id"`
	Version string `json:"version,omitzero"`
}

// Source is a published or internal text that statements of the document come
// from.
type Source struct {
	ID        uuid.UUID `json:"id,omitzero"`
	Title     string    `json:"title"`
	Publisher string    `json:"publisher,omitzero"`
	Address   string    `json:"address,omitzero"` // where to find it
	Language  string    `json:"language,omitzero"`
	Date      risk.Date `json:"date,omitzero"`
}
