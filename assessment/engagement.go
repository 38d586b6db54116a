package assessment

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Engagement is one exchange with people who are or may be affected, or with
// those who can speak for them (UNGP 18b).
type Engagement struct {
	ID         uuid.UUID        `json:"id"`
	Groups     []risk.GroupID   `json:"groups,omitzero"`  // whose views were sought
	Parties    []Party          `json:"parties,omitzero"` // with whom
	Directness Directness       `json:"directness,omitzero"`
	Reason     string           `json:"reason,omitzero"` // why not directly, or why nobody
	Method     EngagementMethod `json:"method,omitzero"`
	Period     risk.Period      `json:"period,omitzero"`
	People     risk.Count       `json:"people,omitzero"`
	Safe       risk.Answer      `json:"safe,omitzero"` // could people speak without risk?
	Safeguards string           `json:"safeguards,omitzero"`
	Heard      string           `json:"heard,omitzero"` // what they said, so that nobody can be recognised
	TakenIn    risk.Answer      `json:"takenIn,omitzero"`
	How        string           `json:"how,omitzero"` // how it was taken in, or why not
	Evidence   []risk.Evidence  `json:"evidence,omitzero"`
}

// Directness says whether affected people were heard themselves. UNGP 18,
// commentary, allows credible independent experts, human rights defenders and
// civil society in their place where direct consultation is not possible.
type Directness uint8

const (
	DirectnessNotStated Directness = iota
	WithAffectedPeople             // the people themselves
	WithRepresentatives            // those whom they chose: unions, committees
	ByProxy                        // experts, defenders, civil society
)

var directnessText = textenum.Table[Directness]{
	Kind:  "directness of an engagement",
	Names: []string{"", "with-affected-people", "with-representatives", "by-proxy"},
}

// EngagementMethod says how people were heard.
type EngagementMethod uint8

const (
	MethodNotStated EngagementMethod = iota
	Interviews
	GroupDiscussion
	Survey
	SiteVisit
	PublicMeeting
	ExpertConsultation
	WorkerVoiceTool
)

var engagementMethodText = textenum.Table[EngagementMethod]{
	Kind: "method of engagement",
	Names: []string{"", "interviews", "group-discussion", "survey", "site-visit", "public-meeting",
		"expert-consultation", "worker-voice-tool"},
}

// Benchmark is a standard that results were held against.
type Benchmark struct {
	Standard risk.Citation `json:"standard"`
	Title    string        `json:"title,omitzero"`
	Result   string        `json:"result,omitzero"`
}
