package assessment

import (
	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Comparison is what changed between two evaluations of the same matter, one
// year and the next for instance. It is made by [Compare] and immutable.
type Comparison struct {
	Before, After *Evaluation // as they were given
	// Method is the one method under which the scores of Risks were made.
	Method *risk.Method
	// MethodChanged says that the two evaluations used different methods: their
	// own places cannot be compared, and those in Risks were made anew under
	// Method.
	MethodChanged bool
	// Caveats say what is not comparable, or only in part, and why.
	Caveats []Caveat

	Risks           []RiskChange // in the order of After, then those that are gone
	Linkages        []LinkageChange
	Recommendations []RecommendationChange
	Commitments     []CommitmentChange
}

// Presence says in which of two evaluations something is.
type Presence uint8

const (
	PresenceNotStated Presence = iota
	InBoth
	New  // only in the later one
	Gone // only in the earlier one; what a document no longer names need not have ended
)

var presenceText = textenum.Table[Presence]{
	Kind: "presence", Names: []string{"", "in-both", "new", "gone"},
}

// Trend says how a risk moved under one method.
type Trend uint8

const (
	TrendNotStated   Trend = iota
	Unchanged              // what is known of it is the same
	Graver                 // robustly: the least that it can be now is more than the gravest it could be
	LessGrave              // robustly: the gravest that it can be now is less than the least it could be
	PerhapsGraver          // only within uncertainty: what is possible has shifted up, and overlaps
	PerhapsLessGrave       // only within uncertainty: what is possible has shifted down, and overlaps
	Settled                // what is possible has narrowed: more is known
	LessSettled            // what is possible has widened: less is known
)

var trendText = textenum.Table[Trend]{
	Kind: "trend of a risk",
	Names: []string{"", "unchanged", "graver", "less-grave", "perhaps-graver", "perhaps-less-grave", "settled",
		"less-settled"},
}

// RiskChange is what changed of one risk.
type RiskChange struct {
	Presence Presence
	// Before and After are the risk with its places and scores under the one
	// method of the comparison; nil where it is not.
	Before, After *RiskResult
	// OwnBefore and OwnAfter are the risk as each evaluation ranked it. Where
	// the method changed, a difference between their places says nothing of the
	// harm.
	OwnBefore, OwnAfter *RiskResult
	// Salient says whether the risk is among those that the source itself calls
	// salient: in both, newly or no longer. It is not stated where the source
	// says nothing, or calls the risk salient in neither.
	Salient       Presence
	Trend         Trend // of the harm itself, by its score; places also move because others do
	StatusChanged bool  // from potential to actual harm or back
}

// LinkageChange is what changed of one linkage.
type LinkageChange struct {
	Presence      Presence
	Before, After *LinkageResult // nil where it is not
	// InvolvementChanged says that the class to act on is another.
	InvolvementChanged bool
	PlaceChanged       bool // where the network has the suppliers
}

// RecommendationChange is what became of one recommendation.
type RecommendationChange struct {
	Presence      Presence
	Before, After *RecommendationStatus // nil where it is not
	Moved         bool                  // it is in another state
	Events        int                   // that happened in between, as far as After tells
}

// CommitmentChange is what became of one commitment.
type CommitmentChange struct {
	Presence      Presence
	Before, After *Commitment // nil where it is not
	Keeping       Keeping     // on the day of the later evaluation
}

// Keeping says whether a commitment was kept by the day of an evaluation.
type Keeping uint8

const (
	KeepingNotStated Keeping = iota // nobody says, and no date has passed
	Kept
	KeptLate    // after its date
	Missed      // its date has passed and it is said not to be kept
	OverdueOpen // its date has passed and nobody says whether it was kept
	Pending     // its date has not come
)

var keepingText = textenum.Table[Keeping]{
	Kind: "keeping of a commitment", Names: []string{"", "kept", "kept-late", "missed", "overdue", "pending"},
}

// KeptAt says whether the commitment was kept by the end of a day. A
// commitment to be kept for good, a value, is Kept only if somebody says so. One
// that was kept in the year or month of its date, but perhaps after the day, is
// Kept: that it was late is not known.
func (c *Commitment) KeptAt(day risk.Date) Keeping {
	due := !c.Due.IsZero() && !day.IsZero() && c.Due.LastDay().Before(day.LastDay())
	keptByThen := c.Kept == risk.Yes && (c.KeptOn.IsZero() || day.IsZero() || !c.KeptOn.LastDay().After(day.LastDay()))
	switch {
	case keptByThen && !c.Due.IsZero() && c.KeptOn.After(c.Due.LastDay()):
		return KeptLate
	case keptByThen:
		return Kept
	case due && c.Kept == risk.No:
		return Missed
	case due:
		return OverdueOpen
	case !c.Due.IsZero() && !day.IsZero():
		return Pending
	}
	return KeepingNotStated
}
