package grievance

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// MechanismAssessment holds a mechanism against the eight criteria of UNGP 31.
type MechanismAssessment struct {
	ID        uuid.UUID             `json:"id"`
	Mechanism uuid.UUID             `json:"mechanism"`
	Period    risk.Period           `json:"period,omitzero"` // that the assessment looks at
	Judgement risk.Judgement        `json:"judgement,omitzero"`
	Criteria  []CriterionAssessment `json:"criteria,omitzero"` // a criterion that is not here is unknown
}

// CriterionAssessment is what was found on one criterion.
type CriterionAssessment struct {
	Criterion  Criterion         `json:"criterion"`
	Level      CriterionLevel    `json:"level,omitzero"`
	Indicators []IndicatorResult `json:"indicators,omitzero"`
	UsersView  UsersView         `json:"usersView,omitzero"`
	Gaps       []string          `json:"gaps,omitzero"` // what is missing, in the assessor's words
	Evidence   []risk.Evidence   `json:"evidence,omitzero"`
}

// IndicatorResult is the answer to one indicator with what it rests on. An
// indicator that is not listed is unknown.
type IndicatorResult struct {
	Indicator IndicatorID     `json:"indicator"`
	Answer    IndicatorAnswer `json:"answer,omitzero"`
	Evidence  []risk.Evidence `json:"evidence,omitzero"`
}

// UsersView is what those say whom a mechanism is for, of one criterion. It is
// kept apart from the assessor's own level and is never averaged with it.
type UsersView struct {
	Level       CriterionLevel  `json:"level,omitzero"`
	Groups      []risk.GroupID  `json:"groups,omitzero"`      // who was asked
	Asked       risk.Count      `json:"asked,omitzero"`       // people asked
	Answered    risk.Count      `json:"answered,omitzero"`    // people who answered
	Independent risk.Answer     `json:"independent,omitzero"` // did someone independent of the mechanism ask?
	Evidence    []risk.Evidence `json:"evidence,omitzero"`
	Summary     string          `json:"summary,omitzero"` // what they said; names nobody
}

// IsZero reports whether nobody stated what users say.
func (v UsersView) IsZero() bool {
	return v.Level == LevelUnknown && len(v.Groups) == 0 && v.Asked.IsZero() && v.Answered.IsZero() &&
		v.Independent == risk.Unknown && len(v.Evidence) == 0 && v.Summary == ""
}

// Profile is where a mechanism stands on each criterion. There is no total: a
// mechanism that nobody can reach is not made up for by fine statistics.
type Profile struct {
	Mechanism uuid.UUID         `json:"mechanism,omitzero"`
	Criteria  []CriterionResult `json:"criteria,omitzero"` // the eight, in the order of UNGP 31
	Asked     int               `json:"asked"`             // criteria that are asked of this kind of mechanism: 8 or 7
	Known     int               `json:"known"`             // of these, those whose level is known
	Lowest    CriterionLevel    `json:"lowest,omitzero"`   // the lowest known level, unknown if none is known
}

// CriterionResult is where a mechanism stands on one criterion, and what its
// manager can do about it.
type CriterionResult struct {
	Criterion Criterion      `json:"criterion,omitzero"`
	Source    risk.Citation  `json:"source,omitzero"`
	Applies   risk.Answer    `json:"applies,omitzero"` // No for 31(h) of a mechanism that is not operational-level
	Level     CriterionLevel `json:"level,omitzero"`   // as assessed, lowered to what is shown; see Lowered
	Stated    CriterionLevel `json:"stated,omitzero"`  // as assessed
	// Lowered says why Level is below Stated; zero if it is not.
	Lowered  LevelReason    `json:"lowered,omitzero"`
	UsersSay CriterionLevel `json:"usersSay,omitzero"`
	// Differ says that users put the mechanism lower than the assessor did.
	Differ bool           `json:"differ,omitzero"`
	Gaps   []CriterionGap `json:"gaps,omitzero"`
	Notes  []string       `json:"notes,omitzero"` // the assessor's own words on gaps
	// Evidence is what the level and the answers to the indicators rest on. A known
	// level without any is somebody's word. What the users' view rests on is there.
	Evidence []risk.Evidence `json:"evidence,omitzero"`
}

// LevelReason says why a level that an assessor stated cannot stand.
type LevelReason uint8

const (
	LevelStands       LevelReason = iota // it stands as stated
	UsersNotAsked                        // effective for users, but users were not heard
	UsersSayOtherwise                    // effective for users, but users say otherwise
)

var levelReasonText = textenum.Table[LevelReason]{
	Kind: "reason for a lower level", Names: []string{"", "users-not-asked", "users-say-otherwise"},
}

// CriterionGap is an indicator that is not met, met in part only, or unknown. Of an
// indicator of the host's own no more is known than its ID.
type CriterionGap struct {
	Indicator Indicator       `json:"indicator,omitzero"`
	Answer    IndicatorAnswer `json:"answer,omitzero"`
}

// Profile holds the assessment against the eight criteria for a mechanism of
// the given kind. Effectiveness for users is theirs to say: a level of
// [EffectiveForUsers] without their view counts as [Implemented], and if they
// put it lower, as what they say. A view of which it is said that nobody was asked,
// or nobody answered, is none. Gaps come worst first: not met, in part, unknown.
// They are of the library's indicators, and of others that the assessment answers.
func (a *MechanismAssessment) Profile(kind MechanismKind) Profile {
	p := Profile{Mechanism: a.Mechanism, Criteria: make([]CriterionResult, 0, int(Dialogue))}
	for c := range Criteria() {
		r := a.result(c, kind)
		p.Criteria = append(p.Criteria, r)
		if r.Applies == risk.No {
			continue
		}
		p.Asked++
		if _, known := r.Level.Number(); known {
			p.Known++
			if p.Lowest == LevelUnknown || r.Level < p.Lowest {
				p.Lowest = r.Level
			}
		}
	}
	return p
}

func (a *MechanismAssessment) result(c Criterion, kind MechanismKind) CriterionResult {
	r := CriterionResult{Criterion: c, Source: c.Citation(), Applies: c.AppliesTo(kind)}
	if r.Applies == risk.No {
		return r
	}
	var found CriterionAssessment
	if i := slices.IndexFunc(a.Criteria, func(x CriterionAssessment) bool { return x.Criterion == c }); i >= 0 {
		found = a.Criteria[i]
	}
	r.Stated, r.Level, r.Notes = found.Level, found.Level, found.Gaps
	r.UsersSay, r.Evidence = found.UsersView.heard(), found.evidence()
	if r.Stated == EffectiveForUsers && r.UsersSay != EffectiveForUsers {
		if r.UsersSay == LevelUnknown {
			r.Level, r.Lowered = Implemented, UsersNotAsked
		} else {
			r.Level, r.Lowered = r.UsersSay, UsersSayOtherwise
		}
	}
	r.Differ = r.UsersSay != LevelUnknown && r.UsersSay < r.Stated
	r.Gaps = found.gaps(c)
	return r
}

// heard returns where users put the mechanism, unknown if none of them was heard.
func (v *UsersView) heard() CriterionLevel {
	for _, n := range [...]risk.Count{v.Asked, v.Answered} {
		if people, known := n.Known(); known && people == 0 {
			return LevelUnknown
		}
	}
	return v.Level
}

func (a *CriterionAssessment) evidence() []risk.Evidence {
	all := slices.Clone(a.Evidence)
	for i := range a.Indicators {
		all = append(all, a.Indicators[i].Evidence...)
	}
	return all
}

// gaps returns the library's indicators of criterion c that are not shown to be
// met, and others that were looked at and are not, worst first.
func (a *CriterionAssessment) gaps(c Criterion) []CriterionGap {
	var gaps []CriterionGap
	for _, n := range indicators {
		if n.Criterion != c {
			continue
		}
		answer := IndicatorUnknown
		if i := slices.IndexFunc(a.Indicators, func(r IndicatorResult) bool { return r.Indicator == n.ID }); i >= 0 {
			answer = a.Indicators[i].Answer
		}
		if answer != Met {
			gaps = append(gaps, CriterionGap{n, answer})
		}
	}
	for _, r := range a.Indicators {
		n, known := IndicatorByID(r.Indicator)
		if known && n.Criterion == c || r.Answer == Met {
			continue
		}
		if !known {
			n = Indicator{ID: r.Indicator, Criterion: c}
		}
		gaps = append(gaps, CriterionGap{n, r.Answer})
	}
	slices.SortStableFunc(gaps, func(a, b CriterionGap) int { return urgency(a.Answer) - urgency(b.Answer) })
	return gaps
}

// urgency orders answers for a manager: what is known to be missing first.
func urgency(a IndicatorAnswer) int {
	switch a {
	case NotMet:
		return 0
	case PartlyMet:
		return 1
	}
	return 2
}
