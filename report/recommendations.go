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
	if c.ev.AsOf.IsZero() {
		c.say(c.Text("recommendations.lead.undated"))
	} else {
		c.phrase("recommendations.lead", c.date(c.ev.AsOf))
	}
	if t == nil {
		c.paragraph()
		c.phrase("recommendations.count", c.count(c.doc.RecommendationCount))
		return
	}
	c.paragraph()
	if n, ok := t.Total.Known(); ok {
		c.phrase("recommendations.total", n, len(t.Items))
	} else {
		c.phrase("recommendations.total.unknown", len(t.Items))
	}
	if len(t.Items) == 0 {
		return
	}
	c.table(table{"recommendation-table", c.Text("recommendations.caption"), []column{
		{c.Text("recommendation"), nameColumn}, {c.Text("state"), shortColumn}, {c.Text("since"), shortColumn},
		{c.Text("owner"), textColumn}, {c.Text("due"), shortColumn}, {c.Text("progress"), numberColumn},
	}})
	kept := 0
	for i := range t.Items {
		if i%1024 == 0 && c.stopped() {
			break
		}
		if c.withheld.item("recommendations", i) {
			kept++
			continue
		}
		c.recommendationRow(i, &t.Items[i])
	}
	c.endTable()
	c.keptBack(kept)
	c.burnUp()
	c.states()
}

func (c *composer) recommendationRow(i int, s *assessment.RecommendationStatus) {
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
	c.cell()
	c.show(events, func() { c.givenOr(s.Owner) })
	c.cell()
	c.show(events, func() {
		c.or(c.date(s.Due))
		if s.Overdue == risk.Yes {
			c.say(" ")
			c.badge(graveBadge, c.Text("overdue"))
		}
	})
	c.cell()
	c.show(events, func() {
		if n, ok := s.Progress.Known(); ok {
			c.say(c.PerCent(n))
		} else {
			c.notStated()
		}
	})
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
