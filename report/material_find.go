package report

import (
	"slices"
	"strconv"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// amount says how much of a need is there.
type amount uint8

const (
	absent amount = iota
	some
	whole
)

func has(b bool) amount {
	if b {
		return whole
	}
	return absent
}

// told returns whole for a yes. A no is told as well, and is part of an answer:
// a company that says that its policy is not public has said so.
func told(a risk.Answer) amount {
	switch a {
	case risk.Yes:
		return whole
	case risk.No:
		return some
	}
	return absent
}

// someOf returns whole if all of a set have something, part if some have.
func someOf(n, of int) amount {
	switch {
	case n == 0:
		return absent
	case n < of:
		return some
	}
	return whole
}

// pointerTo returns the pointer of the i-th element of a list.
func pointerTo(list string, i int) string { return "/" + list + "/" + strconv.Itoa(i) }

// best returns the pointer of the first entry of a list of which most is
// there, and how much.
func best(list string, n int, of func(i int) amount) (pointer string, have amount) {
	for i := range n {
		if a := of(i); a > have {
			if pointer, have = pointerTo(list, i), a; have == whole {
				break
			}
		}
	}
	return pointer, have
}

// risksWith returns how many of the risks on a topic have a trait.
func (m *material) risksWith(t Topic, what trait) (string, amount) {
	k := &m.counts[t]
	if k.risks == 0 {
		return "", absent
	}
	return "/risks", someOf(k.count(what), k.risks)
}

// policy returns how far a point of the policy commitment is told. A policy
// that has no name is not described.
func (m *material) policy(name string, a risk.Answer) (string, amount) {
	if m.doc.Policy.Title == "" || m.hidden.field("policy", name) {
		return "", absent
	}
	return "/policy/" + name, told(a)
}

// inPlace returns whether a measure is in place: whole if it is, part if nobody
// says. A measure that is not in place, is illustrative or is withheld is none.
func (m *material) inPlace(i int) amount {
	k := &m.doc.Controls[i]
	if k.Title == "" || k.Illustrative || m.hidden.item("controls", i) || m.hidden.value("controls", i, "inPlace") ||
		m.hidden.value("controls", i, "kind") {
		return absent
	}
	switch k.InPlace {
	case risk.Yes:
		return whole
	case risk.Unknown:
		return some
	}
	return absent
}

// control finds a measure of one of the kinds that is in place.
func (m *material) control(kinds ...assessment.ControlKind) (string, amount) {
	return best("controls", len(m.doc.Controls), func(i int) amount {
		if !slices.Contains(kinds, m.doc.Controls[i].Kind) {
			return absent
		}
		return m.inPlace(i)
	})
}

// action reports whether an action is described and may be seen.
func (m *material) action(i int) bool {
	return m.doc.Actions[i].Title != "" && !m.hidden.item("actions", i) && !m.hidden.value("actions", i, "title")
}

// actionOf finds an action of a kind.
func (m *material) actionOf(kind assessment.ActionKind) (string, amount) {
	return best("actions", len(m.doc.Actions), func(i int) amount {
		a := &m.doc.Actions[i]
		return has(a.Kind == kind && m.action(i) && !m.hidden.value("actions", i, "kind") && m.begun(a.Period))
	})
}

// dated reports whether a commitment is named and has a date.
func (m *material) dated(i int) bool {
	c := &m.doc.Commitments[i]
	return c.Title != "" && !c.Due.IsZero() && !m.hidden.item("commitments", i) &&
		!m.hidden.value("commitments", i, "title") && !m.hidden.value("commitments", i, "due")
}

// tracked reports whether what became of a recommendation is told.
func (m *material) tracked(i int) bool {
	s := &m.ev.Recommendations.Items[i]
	return s.Recommendation != nil && s.Recommendation.Title != "" && s.Events > 0 && !lastIllustrative(s) &&
		!m.hidden.item("recommendations", i) && !m.hidden.value("recommendations", i, "events")
}

// engagement returns how many engagements fit: all, some or none.
func (m *material) engagement(fits func(*assessment.Engagement) bool, names ...string) (string, amount) {
	first, n := -1, 0
	for i := range m.doc.Engagements {
		hidden := func(name string) bool { return m.hidden.value("engagements", i, name) }
		if m.hidden.item("engagements", i) || slices.ContainsFunc(names, hidden) || !fits(&m.doc.Engagements[i]) {
			continue
		}
		n++
		if first < 0 {
			first = i
		}
	}
	if n == 0 {
		return "", absent
	}
	return pointerTo("engagements", first), someOf(n, len(m.doc.Engagements))
}

// mechanism reports whether a mechanism is real and may be seen.
func (m *material) mechanism(i int) bool {
	x := &m.doc.Mechanisms[i]
	return (x.Name != "" || x.Kind != grievance.MechanismKindNotStated) && !x.Illustrative &&
		!m.hidden.item("mechanisms", i) && !m.hidden.above[pointerTo("mechanisms", i)]
}

// mechanisms finds the mechanism of which most is there.
func (m *material) mechanisms(of func(*grievance.Mechanism) amount) (string, amount) {
	return best("mechanisms", len(m.doc.Mechanisms), func(i int) amount {
		if !m.mechanism(i) {
			return absent
		}
		return of(&m.doc.Mechanisms[i])
	})
}

// assessedMechanisms finds the assessment of a real mechanism of which most is
// there.
func (m *material) assessedMechanisms(of func(*grievance.MechanismAssessment, *grievance.Mechanism) amount) (string, amount) {
	at := entriesOf(m.doc, mechanismList)
	return best("mechanismAssessments", len(m.doc.MechanismAssessments), func(j int) amount {
		a := &m.doc.MechanismAssessments[j]
		i := at.find(a.Mechanism)
		if i < 0 || !m.mechanism(i) || m.hidden.item("mechanismAssessments", j) || m.hidden.above[pointerTo("mechanismAssessments", j)] {
			return absent
		}
		return of(a, &m.doc.Mechanisms[i])
	})
}

// sideOf returns on which side of the company's door something stands.
func sideOf(p supplier.Proximity) (has trait) {
	if p.OwnOperations {
		has |= standsInside
	}
	for _, d := range [...]supplier.Direction{supplier.Upstream, supplier.Reverse, supplier.Downstream} {
		if furthest, bounded := p.Tiers(d).Max(); p.Tiers(d).Known() && (!bounded || furthest > 0) {
			has |= standsOutside
		}
	}
	if p.OnSite {
		has |= standsOutside
	}
	return has
}
