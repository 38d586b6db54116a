package report

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// dataVersion is the version of the evaluation as data; see [Schema].
const dataVersion = 1

// The rows below are the evaluation as data, for JSON and CSV alike. They are
// flat, so that each member is a column. What is not stated is left out. A
// member that is kept back from the audience is left out too, and named in
// withheld.

// dataRisk is one risk with its place.
type dataRisk struct {
	ID                  uuid.UUID        `json:"id"`
	Code                string           `json:"code,omitzero"`
	Title               string           `json:"title,omitzero"`
	Status              risk.Status      `json:"status,omitzero"`
	BestPlace           int              `json:"bestPlace"`        // the gravest place that it can take, 1 being the first
	WorstPlace          int              `json:"worstPlace"`       // the least grave place that it can take
	Rated               bool             `json:"rated"`            // is any dimension of severity rated?
	Ratings             risk.Count       `json:"ratings,omitzero"` // how many ratings the levels were put together from
	ScaleFrom           int              `json:"scaleFrom,omitzero"`
	ScaleTo             int              `json:"scaleTo,omitzero"`
	ScopeFrom           int              `json:"scopeFrom,omitzero"`
	ScopeTo             int              `json:"scopeTo,omitzero"`
	IrremediabilityFrom int              `json:"irremediabilityFrom,omitzero"`
	IrremediabilityTo   int              `json:"irremediabilityTo,omitzero"`
	LikelihoodFrom      int              `json:"likelihoodFrom,omitzero"` // absent for harm that has happened
	LikelihoodTo        int              `json:"likelihoodTo,omitzero"`
	DelayIrremediable   risk.Answer      `json:"delayIrremediable,omitzero"` // would delay make the harm irremediable (UNGP 24)?
	DecidedBy           []risk.Dimension `json:"decidedBy,omitzero"`         // dimensions that decide the place
	MethodID            string           `json:"methodID,omitzero"`          // of the method that gives the place
	MethodVersion       string           `json:"methodVersion,omitzero"`
	Rights              []string         `json:"rights,omitzero"`
	Groups              []string         `json:"groups,omitzero"`
	Countries           []string         `json:"countries,omitzero"`
	Controls            []uuid.UUID      `json:"controls,omitzero"`
	Illustrative        bool             `json:"illustrative,omitzero"` // the entry or its place is made up
	Withheld            []string         `json:"withheld,omitzero"`
}

// dataFinding is something that was found, with why it happens.
type dataFinding struct {
	ID         uuid.UUID              `json:"id"`
	Code       string                 `json:"code,omitzero"`
	Title      string                 `json:"title,omitzero"`
	RootCauses []assessment.CauseKind `json:"rootCauses,omitzero"` // kinds of causes, as far as they are stated
	Risks      []uuid.UUID            `json:"risks,omitzero"`
	Withheld   []string               `json:"withheld,omitzero"`
}

// dataLinkage is how the company is involved through a part of its network.
type dataLinkage struct {
	ID                 uuid.UUID          `json:"id"`
	Code               string             `json:"code,omitzero"`
	Title              string             `json:"title,omitzero"`
	Status             risk.Status        `json:"status,omitzero"`
	Involvement        string             `json:"involvement,omitzero"` // to act on; undetermined is not "not linked"; absent only if it is withheld
	Stated             risk.Involvement   `json:"stated,omitzero"`      // as the document states it
	FromFacts          risk.Involvement   `json:"fromFacts,omitzero"`   // as it follows from the facts stated
	Contradicts        bool               `json:"contradicts,omitzero"` // the facts do not allow the class stated
	Reasons            []string           `json:"reasons,omitzero"`     // codes of the reasons that follow from the facts
	Possible           []risk.Involvement `json:"possible,omitzero"`    // while it is undetermined
	Duties             []string           `json:"duties,omitzero"`      // what is asked of the company, with its force: "remediate required"
	NextStep           risk.Step          `json:"nextStep,omitzero"`    // in the relationship
	Risks              []uuid.UUID        `json:"risks,omitzero"`
	Categories         []string           `json:"categories,omitzero"`
	Suppliers          risk.Count         `json:"suppliers,omitzero"`       // how many of the document it covers
	ClaimedUpstream    string             `json:"claimedUpstream,omitzero"` // tiers as a source states them: 2, 1-2, 3+
	ClaimedDownstream  string             `json:"claimedDownstream,omitzero"`
	ClaimedReverse     string             `json:"claimedReverse,omitzero"` // in returns and recycling
	PlacedUpstream     string             `json:"placedUpstream,omitzero"` // tiers as the network has them
	PlacedDownstream   string             `json:"placedDownstream,omitzero"`
	PlacedReverse      string             `json:"placedReverse,omitzero"`
	PlacedRelationship string             `json:"placedRelationship,omitzero"` // direct, indirect or both
	Disagreements      []string           `json:"disagreements,omitzero"`      // between what is stated and the network
	SourceLabel        string             `json:"sourceLabel,omitzero"`        // words of the source, not a class
	SourceLanguage     string             `json:"sourceLanguage,omitzero"`
	MappingNote        string             `json:"mappingNote,omitzero"`
	PlaceIllustrative  bool               `json:"placeIllustrative,omitzero"` // the place rests on relationships that are made up
	Illustrative       bool               `json:"illustrative,omitzero"`
	Withheld           []string           `json:"withheld,omitzero"`
}

// dataRecommendation is where one recommendation stands.
type dataRecommendation struct {
	ID           uuid.UUID        `json:"id"`
	Code         string           `json:"code,omitzero"`
	Title        string           `json:"title,omitzero"`
	State        assessment.State `json:"state,omitzero"`
	Since        risk.Date        `json:"since,omitzero"`
	Owner        string           `json:"owner,omitzero"`
	Due          risk.Date        `json:"due,omitzero"`
	Overdue      risk.Answer      `json:"overdue,omitzero"`  // absent where it is open and no due date is stated
	Progress     risk.Count       `json:"progress,omitzero"` // per cent
	Events       risk.Count       `json:"events,omitzero"`   // how many had happened by the day
	Risks        []uuid.UUID      `json:"risks,omitzero"`
	Actions      []uuid.UUID      `json:"actions,omitzero"`
	Illustrative bool             `json:"illustrative,omitzero"`
	Withheld     []string         `json:"withheld,omitzero"`
}

// dataAction is something that the company does.
type dataAction struct {
	ID             uuid.UUID             `json:"id"`
	Code           string                `json:"code,omitzero"`
	Title          string                `json:"title,omitzero"`
	Kind           assessment.ActionKind `json:"kind,omitzero"`
	From           risk.Date             `json:"from,omitzero"`
	To             risk.Date             `json:"to,omitzero"`
	Years          int                   `json:"years,omitzero"`
	BudgetMinor    int64                 `json:"budgetMinor,omitzero"` // in minor units of the currency
	BudgetCurrency string                `json:"budgetCurrency,omitzero"`
	Partners       []string              `json:"partners,omitzero"`
	Participants   risk.Count            `json:"participants,omitzero"` // suppliers that take part
	Programme      string                `json:"programme,omitzero"`
	Widens         bool                  `json:"widens,omitzero"` // widens something that existed before
	Groups         []string              `json:"groups,omitzero"`
	Risks          []uuid.UUID           `json:"risks,omitzero"`
	Commitments    []uuid.UUID           `json:"commitments,omitzero"`
	Expected       string                `json:"expected,omitzero"` // outcome for people that is hoped for
	Withheld       []string              `json:"withheld,omitzero"`
}

// dataCommitment is a value or commitment that the company states.
type dataCommitment struct {
	ID       uuid.UUID                 `json:"id"`
	Code     string                    `json:"code,omitzero"`
	Title    string                    `json:"title,omitzero"`
	Kind     assessment.CommitmentKind `json:"kind,omitzero"`
	Made     risk.Date                 `json:"made,omitzero"`
	Due      risk.Date                 `json:"due,omitzero"`
	Kept     risk.Answer               `json:"kept,omitzero"`
	KeptOn   risk.Date                 `json:"keptOn,omitzero"`
	Withheld []string                  `json:"withheld,omitzero"`
}

// dataControl is a measure against harm.
type dataControl struct {
	ID           uuid.UUID              `json:"id"`
	Code         string                 `json:"code,omitzero"`
	Title        string                 `json:"title,omitzero"`
	Kind         assessment.ControlKind `json:"kind,omitzero"`
	InPlace      risk.Answer            `json:"inPlace,omitzero"`
	Effect       assessment.Effect      `json:"effect,omitzero"` // seen, not hoped for
	Illustrative bool                   `json:"illustrative,omitzero"`
	Withheld     []string               `json:"withheld,omitzero"`
}

// dataEngagement is one exchange with affected people or those who speak for
// them.
type dataEngagement struct {
	ID         uuid.UUID                   `json:"id"`
	Groups     []string                    `json:"groups,omitzero"`
	Parties    []string                    `json:"parties,omitzero"`
	Directness assessment.Directness       `json:"directness,omitzero"`
	Method     assessment.EngagementMethod `json:"method,omitzero"`
	From       risk.Date                   `json:"from,omitzero"`
	To         risk.Date                   `json:"to,omitzero"`
	People     risk.Count                  `json:"people,omitzero"`
	Safe       risk.Answer                 `json:"safe,omitzero"`
	TakenIn    risk.Answer                 `json:"takenIn,omitzero"`
	Withheld   []string                    `json:"withheld,omitzero"`
}

// dataNote is something that a reader of an evaluation has to know.
type dataNote struct {
	Code    assessment.NoteCode `json:"code"`
	Pointer string              `json:"pointer,omitzero"` // RFC 6901, where in the document
	Args    []string            `json:"args,omitzero"`
}

// dataRedaction says how many parts of the document are withheld for a reason.
type dataRedaction struct {
	Reason assessment.RedactionReason `json:"reason,omitzero"`
	Parts  int                        `json:"parts"`
}

// hiding gathers which values of an item are kept back.
type hiding struct {
	withheld
	list  string
	index int
	names []string
}

// keep returns v, or nothing if the value with the name is kept back.
func keep[T any](h *hiding, name string, v T) T {
	if h.value(h.list, h.index, name) {
		if !slices.Contains(h.names, name) {
			h.names = append(h.names, name)
		}
		var none T
		return none
	}
	return v
}

// texts returns values with a text form as strings.
func texts[T ~string](list []T) []string {
	if len(list) == 0 {
		return nil
	}
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}

// tierText returns tiers as text, empty if they are unknown.
func tierText(p supplier.Proximity, d supplier.Direction) string {
	if t := p.Tiers(d); t.Known() {
		return t.String()
	}
	return ""
}

// partyNames returns the names of parties, the kind or role of those without.
func partyNames(list []assessment.Party) []string {
	var out []string
	for _, p := range list {
		name := p.Name
		if name == "" && p.Kind != assessment.PartyNotStated {
			name = p.Kind.String()
		}
		if name == "" {
			name = p.Role
		}
		if name != "" {
			out = append(out, name)
		}
	}
	return out
}
