package report

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
)

// changes writes what became of an earlier assessment.
func (c *composer) changes() {
	k := c.opts.Comparison
	c.lead()
	c.say(c.Text("changes.lead"))
	if k == nil {
		c.note(plainNote)
		c.say(c.Text("changes.none"))
		return
	}
	c.facts(plainFacts)
	c.fact(c.Text("changes.before"))
	c.compared(k.Before, c.before)
	c.fact(c.Text("changes.after"))
	c.compared(k.After, c.withheld)
	c.endFacts()
	if k.MethodChanged {
		c.note(plainNote)
		c.phrase("changes.method", k.Method.ID(), k.Method.Version())
	}
	for _, x := range k.Caveats {
		if x.Code != assessment.MethodDiffers { // said already
			c.note(plainNote)
			c.say(c.enum("caveat", x.Code))
		}
	}
	c.slope()
	c.riskChanges()
	c.linkageChanges()
	c.recommendationChanges()
	c.commitmentChanges()
}

// compared puts which assessment is compared.
func (c *composer) compared(ev *assessment.Evaluation, w withheld) {
	if w.member("title") {
		c.missing(c.Text("withheld"))
	} else {
		c.givenOr(ev.Assessment.Title)
	}
	c.line()
	c.say(c.Text("as-of"))
	c.say(c.Text("colon"))
	if day, kept := w.asOf(ev); kept {
		c.missing(c.Text("withheld"))
	} else {
		c.or(c.date(day))
	}
}

// changedTitle returns what a thing is called in a comparison: as the later
// document has it, else as the earlier one has it. ok is false if the reader
// may not see the thing at all; a title that is withheld is empty.
func (c *composer) changedTitle(list string, before, after int, old, now string) (title string, ok bool) {
	w, i, title := c.withheld, after, now
	if after < 0 {
		w, i, title = c.before, before, old
	}
	switch {
	case before >= 0 && c.before.item(list, before), after >= 0 && c.withheld.item(list, after):
		return "", false
	case w.value(list, i, "title"):
		return "", true
	}
	return title, true
}

// changed puts the title of a thing that is compared.
func (c *composer) changed(title string, p assessment.Presence) {
	if title == "" {
		c.missing(c.Text("untitled"))
	} else {
		c.given(title)
	}
	if p == assessment.New || p == assessment.Gone {
		c.say(" ")
		c.badge(plainBadge, c.enum("presence", p))
	}
}

// riskTitle returns the title of a risk that is compared.
func (c *composer) riskTitle(r *assessment.RiskChange) (string, bool) {
	before, after, old, now := -1, -1, "", ""
	if r.Before != nil {
		before, old = r.Before.Index, r.Before.Risk.Title
	}
	if r.After != nil {
		after, now = r.After.Index, r.After.Risk.Title
	}
	return c.changedTitle("risks", before, after, old, now)
}

// riskHides reports whether either document withholds a value of a risk that is
// compared.
func (c *composer) riskHides(r *assessment.RiskChange, name string) bool {
	return r.Before != nil && c.before.value("risks", r.Before.Index, name) ||
		r.After != nil && c.withheld.value("risks", r.After.Index, name)
}

func (c *composer) riskChanges() {
	list := c.opts.Comparison.Risks
	if len(list) == 0 {
		return
	}
	c.table(table{"change-table", c.Text("changes.risks"), []column{
		{c.Text("risk"), nameColumn}, {c.Text("changes.place-before"), shortColumn},
		{c.Text("changes.place-after"), shortColumn}, {c.Text("changes.trend"), textColumn},
	}})
	kept := 0
	for i := range list {
		r := &list[i]
		title, ok := c.riskTitle(r)
		if !ok {
			kept++
			continue
		}
		c.row("")
		c.cell()
		c.changed(title, r.Presence)
		c.illustrative(riskMadeUp(r.Before) || riskMadeUp(r.After))
		for _, side := range [...]*assessment.RiskResult{r.Before, r.After} {
			c.cell()
			if side == nil {
				c.say("–")
			} else {
				c.say(c.span(side.Best, side.Worst))
			}
		}
		c.cell()
		c.show(c.riskHides(r, "ratings"), func() { c.say(c.enum("trend", r.Trend)) })
		if r.StatusChanged && r.After != nil && !c.riskHides(r, "status") {
			c.say(" ")
			c.badge(graveBadge, c.enum("status", r.After.Risk.Status))
		}
	}
	c.endTable()
	c.keptBack(kept)
}

// riskMadeUp reports whether a risk or its place is illustrative.
func riskMadeUp(r *assessment.RiskResult) bool {
	return r != nil && (r.Illustrative || r.Risk.Illustrative)
}

// linkageChanges writes the linkages that are new, gone or different; the
// comparison keeps them in the order of the later document.
func (c *composer) linkageChanges() {
	k := c.opts.Comparison
	c.heading(c.Text("changes.linkages"))
	before, after := linkagesOf(k.Before), linkagesOf(k.After)
	shown := 0
	c.list()
	for i := range k.Linkages {
		l := &k.Linkages[i]
		if l.Presence == assessment.InBoth && !l.InvolvementChanged && !l.PlaceChanged {
			continue
		}
		was, is, old, now := -1, -1, "", ""
		if l.Before != nil {
			was, old = before.find(l.Before.Linkage.ID), l.Before.Linkage.Title
		}
		if l.After != nil {
			is, now = after.find(l.After.Linkage.ID), l.After.Linkage.Title
		}
		title, ok := c.changedTitle("linkages", was, is, old, now)
		if !ok {
			continue
		}
		shown++
		c.item()
		c.changed(title, l.Presence)
		if l.InvolvementChanged && !c.withheld.value("linkages", is, "involvement") && !c.before.value("linkages", was, "involvement") {
			c.say(c.Text("colon"))
			c.phrase("changes.involvement", c.enum("involvement", l.Before.Involvement), c.enum("involvement", l.After.Involvement))
		}
		if l.PlaceChanged && !c.hidesNetwork() {
			c.line()
			c.say(c.Text("changes.place"))
		}
	}
	c.endList()
	if shown == 0 {
		c.paragraph()
		c.say(c.Text("changes.same"))
	}
}

// linkagesOf returns a finder for the linkages of an evaluation.
func linkagesOf(ev *assessment.Evaluation) finder {
	return findIn(len(ev.Linkages), func(i int) uuid.UUID { return ev.Linkages[i].Linkage.ID })
}

// hidesNetwork reports whether either document withholds where suppliers stand.
func (c *composer) hidesNetwork() bool {
	for _, w := range [...]withheld{c.before, c.withheld} {
		if w.whole("relationships") || w.whole("suppliers") {
			return true
		}
	}
	return false
}

func (c *composer) recommendationChanges() {
	k := c.opts.Comparison
	if len(k.Recommendations) == 0 {
		return
	}
	before, after := entriesOf(k.Before.Assessment, recommendationList), entriesOf(k.After.Assessment, recommendationList)
	c.table(table{"moved-table", c.Text("changes.recommendations"), []column{
		{c.Text("recommendation"), nameColumn}, {c.Text("changes.state-before"), shortColumn},
		{c.Text("changes.state-after"), shortColumn}, {c.Text("changes.events"), numberColumn},
	}})
	kept := 0
	for i := range k.Recommendations {
		r := &k.Recommendations[i]
		was, is := -1, -1
		if r.Before != nil {
			was = before.find(r.Before.ID)
		}
		if r.After != nil {
			is = after.find(r.After.ID)
		}
		title, ok := c.changedTitle("recommendations", was, is, titleOf(r.Before), titleOf(r.After))
		if !ok || c.before.value("recommendations", was, "events") || c.withheld.value("recommendations", is, "events") {
			kept++
			continue
		}
		c.row("")
		c.cell()
		c.changed(title, r.Presence)
		for _, s := range [...]*assessment.RecommendationStatus{r.Before, r.After} {
			c.cell()
			if s == nil {
				c.say("–")
			} else {
				c.badge(stateBadges[min(int(s.State), len(stateBadges)-1)], c.enum("state", s.State))
			}
		}
		c.cell()
		c.say(c.Number(r.Events))
	}
	c.endTable()
	c.keptBack(kept)
}

func titleOf(s *assessment.RecommendationStatus) string {
	if s == nil || s.Recommendation == nil {
		return ""
	}
	return s.Recommendation.Title
}

func (c *composer) commitmentChanges() {
	k := c.opts.Comparison
	if len(k.Commitments) == 0 {
		return
	}
	before, after := entriesOf(k.Before.Assessment, commitmentList), entriesOf(k.After.Assessment, commitmentList)
	c.table(table{"kept-table", c.Text("changes.commitments"), []column{
		{c.Text("commitment"), nameColumn}, {c.Text("changes.keeping"), shortColumn},
	}})
	kept := 0
	for i := range k.Commitments {
		m := &k.Commitments[i]
		was, is, old, now := -1, -1, "", ""
		if m.Before != nil {
			was, old = before.find(m.Before.ID), m.Before.Title
		}
		if m.After != nil {
			is, now = after.find(m.After.ID), m.After.Title
		}
		title, ok := c.changedTitle("commitments", was, is, old, now)
		if !ok || c.hidesKeeping(was, is) {
			kept++
			continue
		}
		c.row("")
		c.cell()
		c.changed(title, m.Presence)
		c.cell()
		c.say(c.enum("keeping", m.Keeping))
	}
	c.endTable()
	c.keptBack(kept)
}

// hidesKeeping reports whether either document withholds what says whether a
// commitment was kept.
func (c *composer) hidesKeeping(was, is int) bool {
	for _, name := range [...]string{"kept", "keptOn", "due"} {
		if was >= 0 && c.before.value("commitments", was, name) || is >= 0 && c.withheld.value("commitments", is, name) {
			return true
		}
	}
	return false
}
