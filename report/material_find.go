package report

import (
	"slices"
	"strconv"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
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

func anyRisk(*assessment.Risk) bool { return true }

// countRisks counts the risks that are not illustrative and fit.
func (m *material) countRisks(fits func(*assessment.Risk) bool) int {
	n := 0
	for i := range m.doc.Risks {
		if k := &m.doc.Risks[i]; !k.Illustrative && fits(k) {
			n++
		}
	}
	return n
}

// about finds the first risk that fits and is not illustrative.
func (m *material) about(fits func(*assessment.Risk) bool) (string, amount) {
	for i := range m.doc.Risks {
		if k := &m.doc.Risks[i]; !k.Illustrative && fits(k) {
			return pointerTo("risks", i), whole
		}
	}
	return "", absent
}

// control finds the first control of one of the kinds.
func (m *material) control(kinds ...assessment.ControlKind) (string, amount) {
	for i := range m.doc.Controls {
		if c := &m.doc.Controls[i]; !c.Illustrative && slices.Contains(kinds, c.Kind) {
			return pointerTo("controls", i), whole
		}
	}
	return "", absent
}

// engagement finds engagements that fit: all, some or none.
func (m *material) engagement(fits func(*assessment.Engagement) bool) (string, amount) {
	first, n := -1, 0
	for i := range m.doc.Engagements {
		if fits(&m.doc.Engagements[i]) {
			n++
			if first < 0 {
				first = i
			}
		}
	}
	return pointerTo("engagements", first), someOf(n, len(m.doc.Engagements))
}

// indicator reports whether an action has an indicator that fits.
func (m *material) indicator(fits func(assessment.Indicator) bool) bool {
	return slices.ContainsFunc(m.doc.Actions, func(a assessment.Action) bool { return slices.ContainsFunc(a.Indicators, fits) })
}

// mechanism reports whether a mechanism fits and is not illustrative.
func (m *material) mechanism(fits func(*grievance.Mechanism) bool) bool {
	for i := range m.doc.Mechanisms {
		if x := &m.doc.Mechanisms[i]; !x.Illustrative && fits(x) {
			return true
		}
	}
	return false
}
