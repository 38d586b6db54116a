package grievance

import (
	"math"

	"github.com/hrdd-go/hrdd/risk"
)

// That a median is published says that at least 2k cases reached the stage, k on
// either side of it; that none is, that fewer did. So whether a time is published
// must not depend on how many cases reached the stage, but only on what the named
// figures show already: a case that ended with remedy has been acknowledged,
// whoever counts.

// times returns the times to stages that, by the named figures alone, so many
// cases must have reached.
func (p *publisher) times() []PublishedTime {
	var out []PublishedTime
	for s := Acknowledged; s < stages; s++ {
		h, shown := &p.counter.times[s], 0
		for i := range p.parts {
			shown = max(shown, p.parts[i].shown(s))
		}
		if shown < 2*p.k || h.n < shown {
			continue
		}
		t := PublishedTime{Stage: s, Median: risk.CountOf(int(math.Round(h.quantile(0.5))))}
		if shown >= 10*p.k {
			t.P90 = risk.CountOf(int(math.Round(h.quantile(0.9))))
		}
		out = append(out, t)
	}
	return out
}

// shown returns how many cases must have reached stage s by the named figures of
// the table.
func (t *part) shown(s Stage) int {
	n := 0
	for _, c := range t.split.named {
		if impliedBy(t.dimension, c.key, s) {
			n += c.n
		}
	}
	return n
}

// impliedBy reports whether every case in a row has reached stage s, by the table
// of transitions alone.
func impliedBy(d Dimension, key string, s Stage) bool {
	switch d {
	case ByStage:
		at, _ := stageText.Parse(key)
		return dominates(s, at)
	case ByOutcome:
		o, _ := outcomeText.Parse(key)
		for _, at := range ends[o] {
			if dominates(s, at) {
				return true
			}
		}
	}
	return false
}

// ends lists for each outcome stages that a case with it has been at.
var ends = [...][]Stage{
	Ongoing:           {Received},
	RemedyConfirmed:   {Verified, Closed},
	RemedyDisputed:    {Verified, Closed},
	RemedyUnconfirmed: {Verified, Closed},
	Settled:           {Closed},
	NotShown:          {Findings, Closed},
	NotDecided:        {Findings, Closed},
	NotTakenOn:        {Rejected},
	HandedOver:        {Referred},
	WithdrawnFreely:   {Withdrawn},
	WithdrawnNotFree:  {Withdrawn},
}

// resumes reports whether the move takes up remedy after an appeal. It is possible
// only for remedy that came that far before, so that the case has been at the stages
// on the way.
func (m Transition) resumes() bool {
	return m.From == Appealed && (m.Event == AgreeRemedy || m.Event == DeliverRemedy || m.Event == Verify)
}

// dominates reports whether a case that is at stage t must have been at s: without
// s there is no way to t.
func dominates(s, t Stage) bool {
	if s == t {
		return true
	}
	var reached [stages]bool
	reached[StageNotStated] = true
	for grown := true; grown; {
		grown = false
		for _, m := range moves {
			if reached[m.From] && !reached[m.To] && m.To != s && !m.resumes() {
				reached[m.To], grown = true, true
			}
		}
	}
	return !reached[t]
}
