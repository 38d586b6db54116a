package grievance

import (
	"math"

	"github.com/hrdd-go/hrdd/risk"
)

// That a median is published says that at least 2k cases reached the stage, k on
// either side of it. If few cases are left beside those, it says how few. So a time
// is published only while there is room for it: in each table that goes by how
// far cases have come, either the named figures show by themselves that so many
// cases reached the stage, or the cases that are not named are enough for all
// times that were published on their account and for a small figure beside.

// timesFirst are the stages whose times are published first, as far as there is
// room; the others follow in their order. The order is public.
var timesFirst = [...]Stage{Acknowledged, Closed, RemedyDelivered, Findings, Verified, Admitted, Rejected}

// room is how many cases of a table are left to account for published times.
type room struct {
	t    *part // nil for all cases
	left int
}

// times returns the times to stages that may be published.
func (p *publisher) times() []PublishedTime {
	rooms := []room{{nil, len(p.records) - (p.k - 1)}}
	for i := range p.parts {
		if t := &p.parts[i]; t.dimension == ByOutcome || t.parent == ByOutcome {
			rooms = append(rooms, room{t, t.split.rest - (p.k - 1)})
		}
	}
	var found [stages]PublishedTime
	try := func(s Stage) {
		h := &p.counter.times[s]
		if h.n == 0 || !found[s].Median.IsZero() || h.n < 2*p.k || !afford(rooms, s, 2*p.k) {
			return
		}
		found[s] = PublishedTime{Stage: s, Median: risk.CountOf(int(math.Round(h.quantile(0.5))))}
		if h.n >= 10*p.k && afford(rooms, s, 8*p.k) { // ten times the threshold in all
			found[s].P90 = risk.CountOf(int(math.Round(h.quantile(0.9))))
		}
	}
	for _, s := range timesFirst {
		try(s)
	}
	for s := Acknowledged; s < stages; s++ {
		try(s)
	}
	var out []PublishedTime
	for _, t := range found {
		if !t.Median.IsZero() {
			out = append(out, t)
		}
	}
	return out
}

// afford takes room for a time to stage s that says that cost cases, beside those
// said before, reached it, and reports whether there was room everywhere.
func afford(rooms []room, s Stage, cost int) bool {
	free := make([]bool, len(rooms))
	for i, r := range rooms {
		free[i] = r.shown(s) >= cost
		if !free[i] && r.left < cost {
			return false
		}
	}
	for i := range rooms {
		if !free[i] {
			rooms[i].left -= cost
		}
	}
	return true
}

// shown returns how many cases must have reached stage s by the named figures of
// the table alone.
func (r room) shown(s Stage) int {
	if r.t == nil {
		return 0
	}
	n := 0
	for _, c := range r.t.split.named {
		if impliedBy(r.t.dimension, c.key, s) {
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
			if reached[m.From] && !reached[m.To] && m.To != s {
				reached[m.To], grown = true, true
			}
		}
	}
	return !reached[t]
}
