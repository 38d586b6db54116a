package grievance

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// DefaultThreshold is the number of cases below which no figure is published
// unless a host sets another.
const DefaultThreshold = 5

// Suppression says which figures may leave. The zero value has the defaults.
type Suppression struct {
	// Threshold is the least figure that is published: 2 or more, 0 for
	// [DefaultThreshold]. The smaller it is the less it protects.
	Threshold int
	// Period is when the cases came in that the figures are about. The zero
	// Period takes all. Periods that end after the day of the register are
	// refused, for their figures would have to be published twice.
	Period risk.Period
	// Earlier lists the periods that were published before. One that overlaps
	// Period is refused: the difference of two publications about the same cases
	// can be a figure about few. The library keeps no memory of its own; the host
	// does, as in a list of its annual reports.
	Earlier []risk.Period
	Grain   Grain // of the figures by period
	// Mechanisms asks for the figures by mechanism where they cannot go together
	// with those by country, site, group and period, which are then left out.
	// Without it the figures by mechanism are. They can go together only if each
	// mechanism that the register was made with takes complaints from [Anyone]
	// everywhere in the whole Period: the sites that only one mechanism serves add
	// up to it, and a site that is not named is what is missing.
	Mechanisms bool
	// GiveUp names for a dimension the value, by its key in [Row], whose figure is
	// given up first so that others can be named; without it, that is the first by
	// alphabet, the last stage or outcome, the earliest period. Choose it once and
	// before the figures are known: a choice by the figures tells of them.
	GiveUp map[Dimension]string
}

// PublishRefusal says why nothing was published.
type PublishRefusal uint8

const (
	PublishRefusalNotStated PublishRefusal = iota
	ThresholdTooLow                        // 1, or negative: it would protect nobody
	PeriodNotOver                          // the period ends after the day of the register, or has no end
	PeriodOverlaps                         // cases of the period were published before
	PeriodInvalid                          // the period ends before it starts
)

var publishRefusalText = textenum.Table[PublishRefusal]{
	Kind:  "reason for not publishing",
	Names: []string{"", "threshold-too-low", "period-not-over", "period-overlaps", "period-invalid"},
}

// PublishError says why nothing was published.
type PublishError struct {
	Refusal   PublishRefusal
	Threshold int
	Period    risk.Period
	Other     risk.Period // the earlier period that overlaps
}

// Error gives the threshold or the periods and how to mend them, and no figure
// of the register.
func (e *PublishError) Error() string {
	span := func(p risk.Period) string { return p.From.String() + " to " + p.To.String() }
	switch e.Refusal {
	case ThresholdTooLow:
		return fmt.Sprintf("a threshold of %d protects nobody; use 2 or more, or 0 for %d", e.Threshold, DefaultThreshold)
	case PeriodNotOver:
		return fmt.Sprintf("the period %s is not over on the day of the register; publish it once it is", span(e.Period))
	case PeriodOverlaps:
		return fmt.Sprintf("the period %s overlaps %s, which was published before; publish each case in one period only", span(e.Period), span(e.Other))
	case PeriodInvalid:
		return fmt.Sprintf("the period %s ends before it starts", span(e.Period))
	}
	return "nothing was published"
}

// Publish returns the figures of a period that may leave for the public. No
// figure in them is below the threshold, nor can one be worked out from the
// others, from another publication, or from the rules themselves, which may be
// known; see the text on publication at [Published]. It returns a
// *[PublishError] if the threshold or the period does not allow that.
func (r *Register) Publish(s Suppression) (*Published, error) {
	if err := r.refuse(&s); err != nil {
		return nil, err
	}
	c := newCounter(r, Query{Period: s.Period})
	open := r.openToAll(s.Period)
	p := &publisher{r: r, k: s.Threshold, grain: s.Grain, giveUp: s.GiveUp, counter: c,
		mechanisms: r.declared > 0 && (open || s.Mechanisms), places: open || !s.Mechanisms}
	for i := range r.records {
		if rec := &r.records[i]; c.includes(rec) {
			p.records = append(p.records, rec)
			c.add(rec)
		}
	}
	out := &Published{threshold: s.Threshold, period: s.Period, asOf: r.asOf}
	if len(p.records) < s.Threshold {
		return out, nil
	}
	out.cases = risk.CountOf(len(p.records))
	p.makeTables()
	p.untangle()
	out.tables = p.tables()
	out.times = p.times()
	return out, nil
}

// refuse sets the defaults of s and returns why it cannot be.
func (r *Register) refuse(s *Suppression) error {
	s.Threshold = cmp.Or(s.Threshold, DefaultThreshold)
	e := &PublishError{Threshold: s.Threshold, Period: s.Period}
	switch {
	case s.Threshold < 2:
		e.Refusal = ThresholdTooLow
		return e
	case !s.Period.Valid():
		e.Refusal = PeriodInvalid
		return e
	case !s.Period.IsZero() && !r.asOf.IsZero() && (s.Period.To.IsZero() || s.Period.To.LastDay().After(r.asOf)):
		e.Refusal = PeriodNotOver
		return e
	}
	if s.Period.IsZero() {
		s.Period.To = r.asOf
	}
	for _, other := range s.Earlier {
		if overlap(s.Period, other) {
			e.Refusal, e.Period, e.Other = PeriodOverlaps, s.Period, other
			return e
		}
	}
	return nil
}

// overlap reports whether two periods share a day. An end that is not stated is
// open.
func overlap(a, b risk.Period) bool {
	startsBy := func(p, q risk.Period) bool {
		return p.From.IsZero() || q.To.IsZero() || !p.From.Start().After(q.To.End())
	}
	return startsBy(a, b) && startsBy(b, a)
}

// publisher makes the tables of one publication.
type publisher struct {
	r       *Register
	k       int
	grain   Grain
	giveUp  map[Dimension]string
	records []*record
	counter *counter
	parts   []part

	mechanisms bool // figures by mechanism may leave
	places     bool // figures by country, site, group and period may
}

// part is one table of a publication: of all cases, or of those that another
// table names one figure of.
type part struct {
	dimension Dimension
	parent    Dimension
	key       string // of the figure in the parent table
	multiple  bool
	cases     int        // that are in the table
	counts    []count    // in the public order
	values    [][]uint32 // of each case, places in counts; nil for a case that is not in the table
	split     split
}

// makeTables splits every table. The order of values is public and independent
// of the figures: the value that the host gives up first, then texts and IDs by
// alphabet, with what is not stated first; outcomes and stages from last to first,
// so that ongoing cases are named where possible.
func (p *publisher) makeTables() {
	r := p.r
	id := func(n uint32, text func(uint32) string) string {
		if n == 0 {
			return ""
		}
		return text(n - 1)
	}
	all := func(*record) bool { return true }
	if p.mechanisms {
		p.add(part{dimension: ByMechanism}, all, single(func(rec *record) string {
			if int(rec.mechanism) > r.declared { // nobody knows of it
				return ""
			}
			return id(rec.mechanism, func(n uint32) string { return r.mechanisms.ID(n).String() })
		}))
	}
	p.add(part{dimension: ByRight, multiple: true}, all, func(rec *record) []string {
		return texts(p.counter.rights(rec), &r.rights)
	})
	if p.places {
		p.makePlaces(all, id)
	}
	outcomes := p.add(part{dimension: ByOutcome}, all, single(func(rec *record) string { return rec.state.Outcome().String() }))
	if !slices.ContainsFunc(outcomes, func(c count) bool { return c.key == Ongoing.String() }) {
		return
	}
	ongoing := func(rec *record) bool { return rec.state.Outcome() == Ongoing }
	p.add(part{dimension: ByStage, parent: ByOutcome, key: Ongoing.String()}, ongoing,
		single(func(rec *record) string { return rec.state.Stage.String() }))
	p.add(part{dimension: ByPromise, parent: ByOutcome, key: Ongoing.String()}, ongoing,
		single(func(rec *record) string { return promise(p.counter.overdue(rec)) }))
}

// makePlaces splits the tables of where and when, and of who.
func (p *publisher) makePlaces(all func(*record) bool, id func(uint32, func(uint32) string) string) {
	r := p.r
	p.add(part{dimension: ByGroup, multiple: true}, all, func(rec *record) []string {
		return texts(p.counter.groups(rec), &r.groups)
	})
	p.add(part{dimension: ByPeriod}, all, single(func(rec *record) string { return p.grain.Of(rec.state.reached[Received]) }))
	country := func(rec *record) string { return r.countries.text(rec.country) }
	countries := p.add(part{dimension: ByCountry}, all, single(country))
	for _, c := range countries {
		p.add(part{dimension: BySite, parent: ByCountry, key: c.key},
			func(rec *record) bool { return country(rec) == c.key },
			single(func(rec *record) string {
				return id(rec.site, func(n uint32) string { return r.sites.ID(n).String() })
			}))
	}
}

// single gives each case the one value that key returns.
func single(key func(*record) string) func(*record) []string {
	return func(rec *record) []string { return []string{key(rec)} }
}

// openToAll reports whether every mechanism of which the register knows takes
// complaints from anyone everywhere in a period. It rests on what is declared and
// not on the cases, so that nothing follows from it.
func (r *Register) openToAll(period risk.Period) bool {
	return !slices.ContainsFunc(r.rules[:r.declared], func(m Mechanism) bool {
		return !m.Reach.Everywhere || !slices.Contains(m.Users, Anyone) || !m.covers(period)
	})
}

// promise names whether a deadline has passed.
func promise(overdue bool) string {
	if overdue {
		return "overdue"
	}
	return "in-time"
}

func texts(labels []uint16, n *names) []string {
	if len(labels) == 0 {
		return []string{""}
	}
	var out []string
	for i, l := range labels {
		if !slices.Contains(labels[:i], l) {
			out = append(out, n.text(l))
		}
	}
	return out
}

// add makes a table of the cases that belong to it and returns the figures that
// it names.
func (p *publisher) add(t part, belongs func(*record) bool, keys func(*record) []string) []count {
	places, members := map[string]uint32{}, 0
	t.values = make([][]uint32, len(p.records))
	for i, rec := range p.records {
		if !belongs(rec) {
			continue
		}
		members++
		for _, key := range keys(rec) {
			place, ok := places[key]
			if !ok {
				place = uint32(len(t.counts))
				places[key] = place
				t.counts = append(t.counts, count{key: key})
			}
			t.counts[place].n++
			t.values[i] = append(t.values[i], place)
		}
	}
	t.cases = members
	t.order(p.giveUp)
	if t.multiple {
		t.split = suppressMultiple(t.counts, members, p.k, t.tied(p.k), t.without)
	} else {
		t.split = suppress(t.counts, p.k)
	}
	p.parts = append(p.parts, t)
	return t.split.named
}

// tied reports for each value whether it goes with another so closely that the two
// figures cannot be named: all cases of one, k or more, are cases of the other, which
// has fewer than k more. The difference is one of the figures that nobody may work
// out; which of the two is the larger must not be seen either.
func (t *part) tied(k int) []bool {
	tied := make([]bool, len(t.counts))
	for a, others := range alwaysWith(t.values, len(t.counts)) {
		for _, b := range others {
			if int(b) != a && t.counts[a].n >= k && t.counts[b].n-t.counts[a].n < k {
				tied[a], tied[b] = true, true
			}
		}
	}
	return tied
}

// alwaysWith returns for each of n values those that each of its cases has, itself
// among them, given the values of each case. Of each value it keeps the others that
// all of its cases so far have, which soon are few.
func alwaysWith[V ~int32 | ~uint32](values [][]V, n int) [][]V {
	with := make([][]V, n)
	for _, of := range values {
		for _, a := range of {
			if with[a] == nil {
				with[a] = slices.Clone(of)
				continue
			}
			with[a] = slices.DeleteFunc(with[a], func(b V) bool { return !slices.Contains(of, b) })
		}
	}
	return with
}

// without returns how many cases of the table have none of the named values.
func (t *part) without(named []count) int {
	is, n := t.isNamed(named), 0
	for _, values := range t.values {
		n += one(len(values) > 0 && !slices.ContainsFunc(values, func(v uint32) bool { return is[v] }))
	}
	return n
}

// isNamed reports of each value whether it is among the named ones, which are in the
// public order too.
func (t *part) isNamed(named []count) []bool {
	is := make([]bool, len(t.counts))
	for i, c := range t.counts {
		if len(named) > 0 && named[0].key == c.key {
			is[i], named = true, named[1:]
		}
	}
	return is
}

// order puts the values into the public order.
func (t *part) order(giveUp map[Dimension]string) {
	first, chosen := giveUp[t.dimension]
	places := make([]int, len(t.counts))
	for i := range places {
		places[i] = i
	}
	rank := func(key string) int {
		switch {
		case chosen && key == first:
			return math.MinInt
		case t.dimension == ByOutcome:
			o, _ := outcomeText.Parse(key)
			return -int(o)
		case t.dimension == ByStage:
			s, _ := stageText.Parse(key)
			return -int(s)
		}
		return 0
	}
	slices.SortFunc(places, func(a, b int) int {
		return cmp.Or(cmp.Compare(rank(t.counts[a].key), rank(t.counts[b].key)), cmp.Compare(t.counts[a].key, t.counts[b].key))
	})
	counts, to := make([]count, len(places)), make([]uint32, len(places))
	for place, from := range places {
		counts[place], to[from] = t.counts[from], uint32(place)
	}
	t.counts = counts
	for _, values := range t.values {
		for i := range values {
			values[i] = to[values[i]]
		}
	}
}
