package report

import (
	"iter"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
)

// dataGap is a place where the due diligence falls short of a rule.
type dataGap struct {
	Rule    string              `json:"rule"` // its id
	Level   assessment.GapLevel `json:"level"`
	Pointer string              `json:"pointer,omitzero"` // RFC 6901, where in the document; absent for the whole of it
	Args    []string            `json:"args,omitzero"`    // what the rule found; left out where anything is withheld
	Basis   []string            `json:"basis,omitzero"`   // what the rule rests on, as UNGP:16(a)
}

// dataWaived is a rule of the review that was switched off.
type dataWaived struct {
	Rule     string    `json:"rule"`            // its id
	Reason   string    `json:"reason,omitzero"` // in writing
	By       string    `json:"by,omitzero"`     // the role that switched it off
	On       risk.Date `json:"on,omitzero"`     // when it was switched off
	Gaps     int       `json:"gaps"`            // how many it would have shown
	Withheld []string  `json:"withheld,omitzero"`
}

// dataCriterion is where a grievance mechanism stands on one criterion of UNGP
// 31.
type dataCriterion struct {
	ID           uuid.UUID                `json:"id"`                   // of the assessment of the mechanism
	Mechanism    uuid.UUID                `json:"mechanism"`            // its identity
	Criterion    grievance.Criterion      `json:"criterion"`            // one of the eight; 31(h) is asked of mechanisms of a business only
	Level        grievance.CriterionLevel `json:"level,omitzero"`       // that can stand; absent if nobody knows
	Stated       grievance.CriterionLevel `json:"stated,omitzero"`      // by the assessor
	Lowered      grievance.LevelReason    `json:"lowered,omitzero"`     // why level is below stated
	UsersSay     grievance.CriterionLevel `json:"usersSay,omitzero"`    // level in the eyes of those it is for
	Asked        risk.Count               `json:"asked,omitzero"`       // people asked
	Answered     risk.Count               `json:"answered,omitzero"`    // people who answered
	Independent  risk.Answer              `json:"independent,omitzero"` // did somebody independent of the mechanism ask?
	Missing      []string                 `json:"missing,omitzero"`     // ids of indicators that are not met, or in part
	Illustrative bool                     `json:"illustrative,omitzero"`
	Withheld     []string                 `json:"withheld,omitzero"`
}

func (d *data) gaps() iter.Seq[any] {
	return func(yield func(any) bool) {
		if d.review == nil {
			return
		}
		for i := range d.review.Gaps {
			g := &d.review.Gaps[i]
			if d.withheld.gap(g) {
				d.kept++
				continue
			}
			row := &dataGap{Rule: g.Rule, Level: g.Level, Pointer: g.Pointer}
			if !d.withheld.any() {
				row.Args = g.Args
			}
			if rule, ok := assessment.RuleByID(g.Rule); ok {
				for _, b := range rule.BasisFor(d.review.Profile) {
					row.Basis = append(row.Basis, b.String())
				}
			}
			if !yield(row) {
				return
			}
		}
	}
}

func (d *data) waived() iter.Seq[any] {
	return func(yield func(any) bool) {
		if d.review == nil {
			return
		}
		for i := range d.review.Waived {
			w := d.review.Waived[i].Waiver
			row := &dataWaived{Rule: w.Rule, Reason: w.Reason, By: w.By, On: w.On, Gaps: d.review.Waived[i].Gaps}
			if at := slices.Index(d.doc.Waivers, w); at >= 0 {
				h := &hiding{withheld: d.withheld, list: "waivers", index: at}
				row.Reason, row.By, row.On = keep(h, "reason", w.Reason), keep(h, "by", w.By), keep(h, "on", w.On)
				row.Withheld = h.names
			}
			if !yield(row) {
				return
			}
		}
	}
}

func (d *data) criteria() iter.Seq[any] {
	return func(yield func(any) bool) {
		mechanisms := entriesOf(d.doc, mechanismList)
		for j := range d.doc.MechanismAssessments {
			a := &d.doc.MechanismAssessments[j]
			i := mechanisms.find(a.Mechanism)
			if i < 0 || d.withheld.item("mechanisms", i) || d.withheld.item("mechanismAssessments", j) {
				d.kept++
				continue
			}
			m := &d.doc.Mechanisms[i]
			p := a.Profile(d.withheld.kindOf(i, m))
			for k := range p.Criteria {
				if r := &p.Criteria[k]; r.Applies != risk.No && !yield(d.criterion(j, m, a, r)) {
					return
				}
			}
		}
	}
}

func (d *data) criterion(j int, m *grievance.Mechanism, a *grievance.MechanismAssessment, r *grievance.CriterionResult) *dataCriterion {
	row := &dataCriterion{ID: a.ID, Mechanism: a.Mechanism, Criterion: r.Criterion, Illustrative: m.Illustrative}
	if d.withheld.criterion(j, a, r.Criterion) {
		row.Withheld = []string{"level"}
		return row
	}
	row.Level = r.Level
	for _, g := range r.Gaps {
		if g.Answer != grievance.IndicatorUnknown {
			row.Missing = append(row.Missing, string(g.Indicator.ID))
		}
	}
	v := &criterionOf(a, r.Criterion).UsersView
	if fewUsers(v, d.audience) {
		row.Withheld = []string{"usersSay"}
		return row
	}
	row.Stated, row.Lowered, row.UsersSay = r.Stated, r.Lowered, r.UsersSay
	row.Asked, row.Answered, row.Independent = v.Asked, v.Answered, v.Independent
	return row
}
