package supplier

import (
	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Recognition is the level of recognition that the RBA gives a site after a
// full assessment.
type Recognition uint8

const (
	RecognitionNotStated Recognition = iota // what is known does not decide it
	NotRecognized
	Silver
	Gold
	Platinum
)

var recognitionText = textenum.Table[Recognition]{
	Kind: "recognition", Names: []string{"", "not-recognized", "silver", "gold", "platinum"},
}

// MaxVAPScore is the highest score of an RBA VAP audit.
const MaxVAPScore = 200

// VAPResult is what the RBA's rule of recognition looks at. The score is taken
// as the scheme states it: how findings are weighed is not published. Only a
// full assessment whose closures were verified is eligible.
type VAPResult struct {
	Score    risk.Count `json:"score,omitzero"`    // 0 to MaxVAPScore
	Priority risk.Count `json:"priority,omitzero"` // findings that are still open
	Major    risk.Count `json:"major,omitzero"`
	Minor    risk.Count `json:"minor,omitzero"`
}

// vapRules are the rules of recognition, highest first. Source:
// help.responsiblebusiness.org, VAP recognition.
var vapRules = [...]struct {
	level        Recognition
	score        int
	major, minor bool // must these be closed as well as all priority findings?
}{
	{Platinum, 200, true, true},
	{Gold, 180, true, false},
	{Silver, 160, false, false},
}

// Recognition returns the recognition that the result earns. Where something
// is unknown it is RecognitionNotStated, unless every value that it may have
// gives the same. A score that the scheme does not have is unknown.
func (r VAPResult) Recognition() Recognition {
	worst, best := r.bound(false), r.bound(true)
	if worst != best {
		return RecognitionNotStated
	}
	return worst
}

// bound returns the recognition if every unknown is as good as it can be, or as
// bad.
func (r VAPResult) bound(best bool) Recognition {
	score, ok := r.Score.Known()
	if !ok || score > MaxVAPScore {
		score = 0
		if best {
			score = MaxVAPScore
		}
	}
	closed := func(c risk.Count) bool {
		n, ok := c.Known()
		return ok && n == 0 || !ok && best
	}
	for _, rule := range vapRules {
		if score >= rule.score && closed(r.Priority) && (!rule.major || closed(r.Major)) && (!rule.minor || closed(r.Minor)) {
			return rule.level
		}
	}
	return NotRecognized
}

// VAPResult returns what the rule of recognition looks at, with the findings of
// a that were open at the end of the day asOf. What a does not show is unknown:
// everything, if it is not a full audit under the RBA VAP; the counts, if the
// score says that there were findings and a lists none; that none of a severity
// is open, if an open finding states no severity.
func (a *Audit) VAPResult(asOf risk.Date) VAPResult {
	if a.Standard.ID != RBAVAP || a.Kind != FullAudit {
		return VAPResult{}
	}
	r := VAPResult{Score: a.Score}
	if score, ok := a.Score.Known(); len(a.Findings) == 0 && (!ok || score < MaxVAPScore) {
		return r
	}
	unstated := a.Open(SeverityNotStated, asOf)
	count := func(s FindingSeverity) risk.Count {
		n := a.Open(s, asOf)
		if n == 0 && unstated > 0 {
			return risk.Count{}
		}
		return risk.CountOf(n)
	}
	r.Priority, r.Major, r.Minor = count(Priority), count(Major), count(Minor)
	return r
}

// Open returns how many findings of the given severity were not closed by the
// end of the day asOf, of those that the audit lists; a zero asOf looks at the
// latest that is known.
func (a *Audit) Open(s FindingSeverity, asOf risk.Date) int {
	n := 0
	for i := range a.Findings {
		if f := &a.Findings[i]; f.Severity == s && !f.closedBy(asOf) {
			n++
		}
	}
	return n
}

// closedBy reports whether the finding was closed by the end of the day asOf,
// or, if that is zero, at all.
func (f *AuditFinding) closedBy(asOf risk.Date) bool {
	return !f.Closed.IsZero() && (asOf.IsZero() || !f.Closed.End().After(asOf.End()))
}
