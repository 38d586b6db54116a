package grievance

import (
	"iter"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Criterion is one of the eight effectiveness criteria of UNGP 31.
type Criterion uint8

const (
	CriterionNotStated Criterion = iota
	Legitimate                   // 31(a): trusted by its users, accountable for fair conduct
	Accessible                   // 31(b): known to all groups, with help for those with barriers
	Predictable                  // 31(c): a clear procedure with time frames, outcomes and follow-up
	Equitable                    // 31(d): fair access to information, advice and expertise
	Transparent                  // 31(e): keeps parties informed, and the public about its performance
	RightsCompatible             // 31(f): outcomes and remedies accord with human rights
	LearningSource               // 31(g): lessons improve the mechanism and prevent harm
	Dialogue                     // 31(h): operational level only: engagement and dialogue
)

var criterionText = textenum.Table[Criterion]{
	Kind: "effectiveness criterion",
	Names: []string{"", "legitimate", "accessible", "predictable", "equitable", "transparent", "rights-compatible",
		"learning", "dialogue"},
}

var criterionCitations = [...]risk.Citation{
	Legitimate:       {Instrument: "UNGP", Locator: "31(a)"},
	Accessible:       {Instrument: "UNGP", Locator: "31(b)"},
	Predictable:      {Instrument: "UNGP", Locator: "31(c)"},
	Equitable:        {Instrument: "UNGP", Locator: "31(d)"},
	Transparent:      {Instrument: "UNGP", Locator: "31(e)"},
	RightsCompatible: {Instrument: "UNGP", Locator: "31(f)"},
	LearningSource:   {Instrument: "UNGP", Locator: "31(g)"},
	Dialogue:         {Instrument: "UNGP", Locator: "31(h)"},
}

// Criteria yields the eight criteria in the order of UNGP 31.
func Criteria() iter.Seq[Criterion] {
	return func(yield func(Criterion) bool) {
		for c := Legitimate; c <= Dialogue; c++ {
			if !yield(c) {
				return
			}
		}
	}
}

// Citation returns the place in the Guiding Principles, the zero Citation for a
// criterion that is not stated.
func (c Criterion) Citation() risk.Citation {
	if int(c) < len(criterionCitations) {
		return criterionCitations[c]
	}
	return risk.Citation{}
}

// AppliesTo reports whether the criterion is asked of mechanisms of kind k.
// 31(h) is asked of operational-level mechanisms only. Of a mechanism whose
// kind is not stated nobody knows.
func (c Criterion) AppliesTo(k MechanismKind) risk.Answer {
	switch {
	case c == CriterionNotStated:
		return risk.Unknown
	case c != Dialogue:
		return risk.Yes
	case k == MechanismKindNotStated:
		return risk.Unknown
	}
	return risk.AnswerOf(k.OperationalLevel())
}

// CriterionLevel says how far a mechanism meets a criterion: 0 absent, 1 formal
// only, 2 implemented, 3 effective in the eyes of its users. The zero value says
// that nobody knows, which is not absent. That a procedure exists is not that
// it works: the step from 2 to 3 is the users' to judge.
//
// Source of the four levels: this library's own.
type CriterionLevel uint8

const (
	LevelUnknown      CriterionLevel = iota
	Absent                           // 0: there is nothing
	FormalOnly                       // 1: it is written down
	Implemented                      // 2: it is done
	EffectiveForUsers                // 3: those it is for say that it works
)

var criterionLevelText = textenum.Table[CriterionLevel]{
	Kind:  "level of a criterion",
	Names: []string{"unknown", "absent", "formal-only", "implemented", "effective-for-users"},
}

// Number returns the level as a number from 0 to 3, and whether it is known.
func (l CriterionLevel) Number() (n int, known bool) {
	if l == LevelUnknown || l > EffectiveForUsers {
		return 0, false
	}
	return int(l) - 1, true
}

// IndicatorAnswer says whether a mechanism meets one indicator of a criterion.
// The zero value says that nobody knows.
type IndicatorAnswer uint8

const (
	IndicatorUnknown IndicatorAnswer = iota
	NotMet                           // no
	PartlyMet                        // in part, or for some users only
	Met                              // yes
)

var indicatorAnswerText = textenum.Table[IndicatorAnswer]{
	Kind: "answer to an indicator", Names: []string{"unknown", "no", "partial", "yes"},
}
