package report

import (
	"strconv"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
)

// levelBadges gives each level of a criterion its look.
var levelBadges = [...]badgeKind{
	grievance.LevelUnknown:      plainBadge,
	grievance.Absent:            stoppedBadge,
	grievance.FormalOnly:        waitingBadge,
	grievance.Implemented:       activeBadge,
	grievance.EffectiveForUsers: doneBadge,
}

// criteria writes where mechanism i stands on each criterion of UNGP 31 by the
// assessment j, what its users say, and what its manager can do next. What to
// do next is this library's own, informed by the commentary of UNGP 31 and by
// OHCHR's Accountability and Remedy Project (A/HRC/44/32).
func (c *composer) criteria(i, j int) {
	m, a := &c.doc.Mechanisms[i], &c.doc.MechanismAssessments[j]
	kind := c.withheld.kindOf(i, m)
	p := a.Profile(kind)
	partly := c.withheld.covers(pointerTo("mechanismAssessments", j))
	if !partly {
		c.paragraph()
		c.phrase("criteria.known", p.Known, p.Asked)
		if p.Lowest != grievance.LevelUnknown {
			c.say(" ")
			c.phrase("criteria.lowest", c.enum("criterion-level", p.Lowest))
		}
	}
	caption := c.Text("criteria.caption")
	if !partly && !a.Period.IsZero() {
		caption += " (" + c.period(a.Period) + ")"
	}
	c.table(table{anchor("criteria", j), caption, []column{
		{c.Text("criterion"), nameColumn}, {c.Text("criteria.level"), shortColumn},
		{c.Text("criteria.users-say"), textColumn}, {c.Text("criteria.next"), textColumn},
	}})
	for k := range p.Criteria {
		if r := &p.Criteria[k]; r.Applies != risk.No {
			c.criterion(j, r, a)
		}
	}
	c.endTable()
	if kind != grievance.MechanismKindNotStated && !kind.OperationalLevel() {
		c.paragraph()
		c.phrase("criteria.not-asked", c.citation(grievance.Dialogue.Citation()))
	}
}

func (c *composer) criterion(j int, r *grievance.CriterionResult, a *grievance.MechanismAssessment) {
	c.row("")
	c.cell()
	c.say(c.enum("criterion", r.Criterion))
	c.line()
	c.say(c.enum("criterion-means", r.Criterion))
	c.say(" (" + c.citation(r.Source) + ")")
	found, hidden := criterionOf(a, r.Criterion), c.withheld.criterion(j, a, r.Criterion)
	few := fewUsers(&found.UsersView, c.opts.Audience)
	c.cell()
	c.show(hidden, func() {
		c.badge(levelBadges[min(int(r.Level), len(levelBadges)-1)], c.enum("criterion-level", r.Level))
		if r.Lowered != grievance.LevelStands && !few {
			c.line()
			c.phrase("criteria.lowered", c.enum("criterion-level", r.Stated), c.enum("level-reason", r.Lowered))
		}
		if r.Applies == risk.Unknown {
			c.line()
			c.say(c.Text("criteria.kind-unknown"))
		}
		c.restsOn(r)
	})
	c.cell()
	c.show(hidden, func() { c.usersView(&found.UsersView, r.Differ, few) })
	c.cell()
	c.show(hidden, func() { c.nextStep(r) })
}

// criterionOf returns what was found on a criterion, nothing if it was not
// looked at.
func criterionOf(a *grievance.MechanismAssessment, x grievance.Criterion) *grievance.CriterionAssessment {
	for k := range a.Criteria {
		if a.Criteria[k].Criterion == x {
			return &a.Criteria[k]
		}
	}
	return new(grievance.CriterionAssessment)
}

// kindOf returns the kind of mechanism i, not stated where it is withheld: or
// else the last criterion would tell it.
func (w withheld) kindOf(i int, m *grievance.Mechanism) grievance.MechanismKind {
	if w.value("mechanisms", i, "kind") {
		return grievance.MechanismKindNotStated
	}
	return m.Kind
}

// criterion reports whether what assessment j found on a criterion, or any part
// of it, is withheld.
func (w withheld) criterion(j int, a *grievance.MechanismAssessment, x grievance.Criterion) bool {
	criteria := pointerTo("mechanismAssessments", j) + "/criteria"
	for k := range a.Criteria {
		if a.Criteria[k].Criterion == x {
			return w.covers(criteria + "/" + strconv.Itoa(k))
		}
	}
	return w.parts[criteria] // that it was not looked at would tell
}

// fewUsers reports whether so few people were heard that what they say could
// point at one of them. Inside the company it shows.
func fewUsers(v *grievance.UsersView, to Audience) bool {
	few := func(n risk.Count) bool {
		x, known := n.Known()
		return known && x > 0 && x < grievance.DefaultThreshold
	}
	return to != Internal && (few(v.Asked) || few(v.Answered))
}

// usersView puts what those say whom the mechanism is for.
func (c *composer) usersView(v *grievance.UsersView, differ, few bool) {
	switch {
	case v.IsZero():
		c.notStated()
		return
	case few:
		c.missing(c.Text("criteria.few-users"))
		return
	}
	if v.Level == grievance.LevelUnknown {
		c.notStated()
	} else {
		c.say(c.enum("criterion-level", v.Level))
	}
	if differ {
		c.say(" ")
		c.badge(graveBadge, c.Text("criteria.differ"))
	}
	if len(v.Groups) > 0 {
		c.line()
		c.apart(len(v.Groups), func(i int) { c.say(c.group(v.Groups[i])) })
	}
	asked, known := v.Asked.Known()
	answered, told := v.Answered.Known()
	switch {
	case known && told:
		c.line()
		c.phrase("criteria.answered-of", answered, asked)
	case known:
		c.line()
		c.phrase("criteria.asked", asked)
	case told:
		c.line()
		c.phrase("criteria.answered", answered)
	}
	if v.Independent.Known() {
		c.line()
		c.say(c.Text("criteria.independent." + v.Independent.String()))
	}
	if v.Summary != "" {
		c.line()
		c.given(v.Summary)
	}
	if len(v.Evidence) > 0 {
		c.line()
		c.say(c.Text("evidence") + c.Text("colon"))
		c.evidenceList(v.Evidence)
	}
}

// restsOn puts the evidence for a level, and that there is none for one that is
// stated.
func (c *composer) restsOn(r *grievance.CriterionResult) {
	switch {
	case len(r.Evidence) > 0:
		c.line()
		c.say(c.Text("evidence") + c.Text("colon"))
		c.evidenceList(r.Evidence)
	case r.Level != grievance.LevelUnknown:
		c.line()
		c.missing(c.Text("criteria.no-evidence"))
	}
}

// nextStep puts what a mechanism's manager can do to come to the next level,
// and what the assessor found missing.
func (c *composer) nextStep(r *grievance.CriterionResult) {
	c.say(c.Text("criterion-step." + r.Criterion.String() + "." + r.Level.String()))
	for _, g := range r.Gaps {
		if g.Answer == grievance.IndicatorUnknown {
			continue
		}
		c.line()
		c.say(c.enum("indicator-answer", g.Answer))
		c.say(c.Text("colon"))
		if g.Indicator.Action == "" { // of the host's own
			c.given(string(g.Indicator.ID))
			continue
		}
		c.say(c.ruleText("mechanism-indicator."+string(g.Indicator.ID), g.Indicator.Action))
	}
	for _, note := range r.Notes {
		c.line()
		c.given(note)
	}
}
