package grievance

import (
	"encoding/json"
	"strconv"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// SuggestionKind says what a person should look at again.
type SuggestionKind uint8

const (
	SuggestionNotStated  SuggestionKind = iota
	RateAsActual                        // a risk rated as potential: cases show that the harm has happened
	WidenScope                          // a risk: cases show more people than its rating of scope says
	AddRisk                             // a harm that cases show and that the assessment does not know
	LookAtRecommendation                // one that was implemented: the issue came again since
	LookAtSalience                      // a right: more cases than its own past would have
	LookAtSilence                       // a site or right: no cases where there should be some
	LookAtMechanism                     // one that is often late
)

var suggestionText = textenum.Table[SuggestionKind]{
	Kind: "kind of suggestion",
	Names: []string{"", "rate-as-actual", "widen-scope", "add-risk", "look-at-recommendation", "look-at-salience",
		"look-at-silence", "look-at-mechanism"},
}

// Suggestion is something that the cases say about the assessment. It changes
// nothing: a person decides. It names no case and says of their number only that
// it is at least a round figure, or nothing where they are few.
type Suggestion struct {
	Kind           SuggestionKind `json:"kind"`
	Risk           uuid.UUID      `json:"risk,omitzero"`
	Right          risk.RightID   `json:"right,omitzero"`
	Site           uuid.UUID      `json:"site,omitzero"`
	Recommendation uuid.UUID      `json:"recommendation,omitzero"`
	Mechanism      uuid.UUID      `json:"mechanism,omitzero"`
	Cases          AtLeast        `json:"cases,omitzero"`  // behind it
	People         AtLeast        `json:"people,omitzero"` // affected, as the cases say
	Source         risk.Citation  `json:"source,omitzero"`
}

// AtLeast is a number that is told only as a round figure that it reaches: the
// threshold, and then twice, four, ten, twenty, forty, a hundred times it and so
// on. The zero value says nothing: there may be a few or none.
type AtLeast struct{ n int }

// steps are the multiples of the threshold within one power of ten.
var steps = [...]int{1, 2, 4}

// atLeast returns the greatest round figure that n reaches, given a threshold.
func atLeast(n, threshold int) AtLeast {
	best := 0
	for power := threshold; power <= n && power > 0; power *= 10 {
		for _, s := range steps {
			if power*s <= n {
				best = power * s
			}
		}
	}
	return AtLeast{best}
}

// Known returns the round figure, and whether anything is said.
func (a AtLeast) Known() (n int, ok bool) { return a.n, a.n > 0 }

// IsZero reports whether nothing is said.
func (a AtLeast) IsZero() bool { return a.n == 0 }

// String returns "at least" the figure, or "not shown".
func (a AtLeast) String() string {
	if a.n == 0 {
		return "not shown"
	}
	return "at least " + strconv.Itoa(a.n)
}

// MarshalJSON returns the round figure as a number, null if nothing is said.
func (a AtLeast) MarshalJSON() ([]byte, error) {
	if a.n == 0 {
		return []byte("null"), nil
	}
	return json.Marshal(a.n)
}

// KnownRisk is a risk of the assessment as far as lessons ask for it.
type KnownRisk struct {
	ID    uuid.UUID
	Right risk.RightID
	Sites []uuid.UUID // where it is; none for everywhere
	// Status is what the assessment says: cases are compared with it.
	Status risk.Status
	People risk.Count // affected, as its rating of scope supposes; unknown to leave out
}

// KnownRecommendation is a recommendation of the assessment as far as lessons ask
// for it.
type KnownRecommendation struct {
	ID          uuid.UUID
	Risks       []uuid.UUID // that it is to act on
	Implemented risk.Date   // when it was said to be done; not stated if it was not
}

// Lessons says what to compare the cases with.
type Lessons struct {
	Risks           []KnownRisk
	Recommendations []KnownRecommendation
	Threshold       int // the least figure shown; 0 for [DefaultThreshold]
	Signals         Signals
	// LateShare is the share of a mechanism's ended and open cases that missed a
	// deadline from which it should be looked at, in per cent; 0 for 25.
	LateShare int
}
