package risk

import (
	"fmt"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// Attempt says what came of trying something. The zero value is unknown.
type Attempt uint8

const (
	AttemptUnknown Attempt = iota
	NotTried
	UnderWay
	Succeeded
	Failed // tried without success, or found not to be possible
)

var attemptText = textenum.Table[Attempt]{
	Kind:  "outcome of an attempt",
	Names: []string{"unknown", "not-tried", "under-way", "succeeded", "failed"},
}

// RelationshipFacts is what the decision of UNGP 19 about a business
// relationship rests on, where an entity does harm to which the company is
// linked or contributes through it. Everything may be unknown.
type RelationshipFacts struct {
	Leverage Answer `json:"leverage,omitzero"` // has the company leverage? See AssessLeverage
	// A relationship is crucial if what it provides is essential to the
	// business and there is no reasonable alternative source (UNGP 19,
	// commentary).
	Essential   Answer  `json:"essential,omitzero"`
	Alternative Answer  `json:"alternative,omitzero"` // is there a reasonable alternative source?
	Mitigation  Attempt `json:"mitigation,omitzero"`  // of the harm, through the leverage that the company now has
	Increase    Attempt `json:"increase,omitzero"`    // of leverage, all reasonable options
	Severity    Level   `json:"severity,omitzero"`    // of the harm, as the host's method rates it
	Abuse       Abuse   `json:"abuse,omitzero"`       // of what kind the harm is, found or reasonably suspected; some regimes ask
	Since       Date    `json:"since,omitzero"`       // from when the company has been trying: the day on which its plan was adopted
	// EndingAssessed says whether it has been assessed what ending would do to
	// people, EndingHarms what came out: would it harm them?
	EndingAssessed Answer `json:"endingAssessed,omitzero"`
	EndingHarms    Answer `json:"endingHarms,omitzero"`
}

// Known reports whether it is known what came of the attempt.
func (a Attempt) Known() bool { return a >= NotTried && a <= Failed }

// Crucial reports whether the relationship is crucial, as far as it is known.
func (f RelationshipFacts) Crucial() Answer {
	switch {
	case f.Essential == No || f.Alternative == Yes:
		return No
	case f.Essential == Yes && f.Alternative == No:
		return Yes
	}
	return Unknown
}

// Patience is how many days a host gives an attempt to bring about change
// before it counts as failed, by the severity of the harm. The Guiding
// Principles give no figures; they say that the more severe the abuse, the
// faster change must come (UNGP 19, commentary). The zero value sets no time.
type Patience struct {
	days [MaxLevel + 1]int
}

// PatienceError says that a [Patience] would wait longer for a graver harm.
type PatienceError struct {
	Level        Level // the graver of two
	Days, Before int   // for it and for the less grave; Days is negative if that is the fault
}

// Error gives the days and the severity, and those that they contradict.
func (e *PatienceError) Error() string {
	if e.Days < 0 {
		return fmt.Sprintf("%d days for severity %d: a number of days cannot be negative", e.Days, e.Level)
	}
	return fmt.Sprintf("%d days for severity %d are more than %d for severity %d; the graver the harm, the faster change must come (UNGP 19)",
		e.Days, e.Level, e.Before, e.Level-1)
}

// NewPatience returns the patience with the given days for the levels of
// severity 1 to 5. It returns a *[PatienceError] if they grow with severity or
// are negative.
func NewPatience(days [MaxLevel]int) (Patience, error) {
	var p Patience
	for i, d := range days {
		level := Level(i + 1)
		if d < 0 || i > 0 && d > days[i-1] {
			before := 0
			if i > 0 {
				before = days[i-1]
			}
			return Patience{}, &PatienceError{level, d, before}
		}
		p.days[level] = d
	}
	return p, nil
}

// IsZero reports whether p sets no time.
func (p Patience) IsZero() bool { return p == Patience{} }
