package report

import (
	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
)

// stateBadges gives each state of a recommendation its look.
var stateBadges = [...]badgeKind{
	assessment.StateNotStated:      plainBadge,
	assessment.Proposed:            waitingBadge,
	assessment.Accepted:            waitingBadge,
	assessment.PartlyAccepted:      waitingBadge,
	assessment.Rejected:            stoppedBadge,
	assessment.Planned:             waitingBadge,
	assessment.InProgress:          activeBadge,
	assessment.Blocked:             stoppedBadge,
	assessment.Implemented:         doneBadge,
	assessment.VerifiedEffective:   doneBadge,
	assessment.VerifiedIneffective: stoppedBadge,
	assessment.Superseded:          plainBadge,
	assessment.Withdrawn:           plainBadge,
}

// recommendations writes where each recommendation stands at the date.
func (c *composer) recommendations() {
	t := c.ev.Recommendations
	c.lead()
	if day, _ := c.withheld.asOf(c.ev); day.IsZero() {
		c.say(c.Text("recommendations.lead.undated"))
	} else {
		c.phrase("recommendations.lead", c.date(day))
	}
	if t == nil {
		c.paragraph()
		n, _ := c.recommendationCount()
		c.phrase("recommendations.count", c.count(n))
		return
	}
	c.paragraph()
	total, hidden := c.recommendationCount()
	if n, ok := total.Known(); ok {
		c.phrase("recommendations.total", n, len(t.Items))
	} else if hidden {
		c.phrase("recommendations.total.withheld", len(t.Items))
	} else {
		c.phrase("recommendations.total.unknown", len(t.Items))
	}
	if len(t.Items) == 0 {
		return
	}
	has := c.trackedColumns(t)
	columns := []column{{c.Text("recommendation"), nameColumn}, {c.Text("state"), shortColumn}, {c.Text("since"), shortColumn}}
	var silent []string
	for _, k := range [...]struct {
		has  bool
		name string
		kind columnKind
	}{{has.owner, "owner", textColumn}, {has.due, "due", shortColumn}, {has.progress, "progress", numberColumn}} {
		if k.has {
			columns = append(columns, column{c.Text(k.name), k.kind})
		} else {
			silent = append(silent, c.Text(k.name))
		}
	}
	if len(silent) > 0 {
		c.paragraph()
		c.say(c.Text("recommendations.silent"))
		c.say(" ")
		c.apart(len(silent), func(i int) { c.say(silent[i]) })
	}
	c.table(table{"recommendation-table", c.Text("recommendations.caption"), columns})
	kept := 0
	for i := range t.Items {
		if i%1024 == 0 && c.stopped() {
			break
		}
		if c.withheld.item("recommendations", i) {
			kept++
			continue
		}
		c.recommendationRow(i, &t.Items[i], has)
	}
	c.endTable()
	c.keptBack(kept)
	c.burnUp()
	c.states()
}

// statedColumns are the columns of the table of recommendations that anything is
// stated for.
type statedColumns struct{ owner, due, progress bool }

// trackedColumns returns which columns the table needs: a column of nothing but
// 'not stated' is said in one line. Where something is withheld all stay, so
// that none tells what it is about.
func (c *composer) trackedColumns(t *assessment.Tracking) statedColumns {
	if c.withheld.whole("recommendations") {
		return statedColumns{true, true, true}
	}
	var has statedColumns
	for i := range t.Items {
		s := &t.Items[i]
		_, known := s.Progress.Known()
		has = statedColumns{has.owner || s.Owner != "", has.due || !s.Due.IsZero() || s.Overdue == risk.Yes, has.progress || known}
	}
	return has
}

func (c *composer) recommendationRow(i int, s *assessment.RecommendationStatus, has statedColumns) {
	hidden := func(name string) bool { return c.withheld.value("recommendations", i, name) }
	c.row(anchor("recommendation", i))
	c.cell()
	if r := s.Recommendation; r == nil {
		c.notStated()
	} else {
		c.show(hidden("title"), func() { c.givenOr(r.Title) })
		if r.Text != "" {
			c.line()
			c.show(hidden("text"), func() { c.given(r.Text) })
		}
		if r.Addressee != "" {
			c.line()
			c.say(c.Text("addressee"))
			c.say(" ")
			c.show(hidden("addressee"), func() { c.given(r.Addressee) })
		}
		if len(r.Risks) > 0 {
			c.line()
			c.say(c.Text("concerns"))
			c.say(" ")
			c.show(hidden("risks"), func() { c.refer(r.Risks) })
		}
		if len(r.Actions) > 0 {
			c.line()
			c.say(c.Text("done-through"))
			c.say(" ")
			c.show(hidden("actions"), func() { c.refer(r.Actions) })
		}
	}
	events := hidden("events")
	c.cell()
	c.show(events, func() {
		c.badge(stateBadges[min(int(s.State), len(stateBadges)-1)], c.enum("state", s.State))
		if s.Recommendation != nil {
			c.illustrative(lastIllustrative(s))
		}
	})
	c.cell()
	c.show(events, func() { c.or(c.date(s.Since)) })
	if has.owner {
		c.cell()
		c.show(events, func() { c.givenOr(s.Owner) })
	}
	if has.due {
		c.cell()
		c.show(events, func() {
			c.or(c.date(s.Due))
			if s.Overdue == risk.Yes {
				c.say(" ")
				c.badge(graveBadge, c.Text("overdue"))
			}
		})
	}
	if has.progress {
		c.cell()
		c.show(events, func() {
			if n, ok := s.Progress.Known(); ok {
				c.say(c.PerCent(n))
			} else {
				c.notStated()
			}
		})
	}
}

// lastIllustrative reports whether any event behind a status is illustrative.
func lastIllustrative(s *assessment.RecommendationStatus) bool {
	for i := range min(s.Events, len(s.Recommendation.Events)) {
		if s.Recommendation.Events[i].Illustrative {
			return true
		}
	}
	return false
}
