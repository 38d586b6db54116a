package report

import (
	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
)

// plainChapters are the parts of a report for the people the risks are about:
// what was found, what is done and by when, and how to complain. A host that
// asks for further parts by name gets them as other readers do.
var plainChapters = [...]chapter{
	{Risks, always, (*composer).plainRisks},
	{Actions, func(c *composer) bool { return len(c.doc.Actions)+len(c.doc.Controls) > 0 }, (*composer).plainActions},
	{Mechanisms, always, (*composer).complaints},
	{Engagement, always, (*composer).engagement},
	{Methods, always, (*composer).plainMethods},
}

// plainHeadline puts onto the title page what matters most to somebody who was
// harmed: how to complain and that it is safe, and what was found.
func (c *composer) plainHeadline() {
	if !c.shows(Mechanisms) && !c.shows(Risks) {
		return
	}
	c.facts(headlineFacts)
	if c.shows(Mechanisms) {
		c.fact(c.Text("plain.section.mechanisms"))
		if c.opts.Complaint != "" {
			c.say(c.opts.Complaint)
			c.also()
		}
		c.link(Mechanisms.String(), c.Text("plain.headline.how"), true)
		c.also()
		c.say(c.Text("plain.headline.safe"))
	}
	if c.shows(Risks) && !c.withheld.member("risks") {
		c.fact(c.Text("plain.section.risks"))
		c.plainFound()
	}
	c.endFacts()
}

// plainFound says how many harms there are, and how many have happened.
func (c *composer) plainFound() {
	n := len(c.ev.Risks)
	if n == 0 {
		c.notStated()
		return
	}
	c.strong(c.Text("plain.headline.found", n))
	c.also()
	if h := c.harm(); h.happened > 0 {
		c.phrase("plain.headline.happened", h.happened)
	} else {
		c.say(c.Text("plain.headline.open"))
	}
}

// plainRisks says what was found, risk by risk, without levels or places.
func (c *composer) plainRisks() {
	c.lead()
	c.say(c.Text("plain.risks.lead"))
	if c.unratedFirst() {
		c.say(" ")
		c.say(c.Text("plain.risks.unrated-first"))
	}
	if len(c.ev.Risks) == 0 {
		c.note(plainNote)
		c.say(c.Text("risks.none"))
		return
	}
	byRisk := doing{c.recommendationsByRisk(), c.actionsByRisk()}
	kept := 0
	for i := range c.ev.Risks {
		if i%1024 == 0 && c.stopped() {
			break
		}
		r := &c.ev.Risks[i]
		if c.withheld.item("risks", r.Index) {
			kept++
			continue
		}
		c.plainRisk(r, byRisk)
	}
	c.keptBack(kept)
}

func (c *composer) plainRisk(r *assessment.RiskResult, doing doing) {
	hidden := func(name string) bool { return c.withheld.value("risks", r.Index, name) }
	c.record(anchor("risk", r.Index))
	c.recordTitle()
	c.show(hidden("title"), func() { c.givenOr(r.Risk.Title) })
	c.illustrative(r.Risk.Illustrative)
	if r.Risk.Text != "" {
		c.paragraph()
		c.show(hidden("text"), func() { c.given(r.Risk.Text) })
	}
	c.facts(plainFacts)
	c.fact(c.Text("plain.who"))
	c.show(hidden("groups"), func() {
		c.apart(len(r.Risk.Groups), func(i int) { c.say(c.group(r.Risk.Groups[i])) })
	})
	c.fact(c.Text("plain.happened"))
	c.show(hidden("status"), func() { c.say(c.enum("plain.status", r.Risk.Status)) })
	c.fact(c.Text("plain.done"))
	c.plainDone(r, doing)
	c.endFacts()
	c.endRecord()
}

// doing is what is done about each risk of the document.
type doing struct{ recommendations, actions joins }

// plainDone says what is done about a risk: what was asked for and how far it
// is, what the company does and when, and which measures are in place and
// whether they help.
func (c *composer) plainDone(r *assessment.RiskResult, by doing) {
	shown, kept := 0, false
	next := func() {
		if shown > 0 {
			c.also()
		}
		shown++
	}
	for _, n := range by.recommendations.of(r.Index) {
		i, s := int(n), &c.ev.Recommendations.Items[n]
		if c.withheld.item("recommendations", i) || c.withheld.value("recommendations", i, "title") ||
			c.withheld.value("recommendations", i, "events") {
			kept = true
			continue
		}
		if s.Recommendation.Title == "" {
			continue
		}
		next()
		c.given(s.Recommendation.Title)
		c.illustrative(lastIllustrative(s))
		c.line()
		c.say(c.enum("plain.state", s.State))
		switch {
		case !s.State.Open():
		case s.Due.IsZero():
			c.say(c.Text("plain.due.unknown"))
		default:
			c.phrase("plain.due", c.date(s.Due))
			if s.Overdue == risk.Yes {
				c.say(c.Text("plain.late"))
			}
		}
	}
	for _, n := range by.actions.of(r.Index) {
		i, a := int(n), &c.doc.Actions[n]
		if c.withheld.item("actions", i) || c.withheld.value("actions", i, "title") || c.withheld.value("actions", i, "risks") {
			kept = true
			continue
		}
		if a.Title == "" {
			continue
		}
		next()
		c.given(a.Title)
		c.line()
		switch {
		case c.withheld.value("actions", i, "period"):
			c.missing(c.Text("withheld"))
		case a.Period.IsZero():
			c.say(c.Text("plain.when.unknown"))
		default:
			c.say(c.period(a.Period))
		}
	}
	for _, id := range r.Risk.Controls {
		i := c.find(controlList, id)
		if i < 0 || c.doc.Controls[i].InPlace != risk.Yes || c.doc.Controls[i].Title == "" {
			continue
		}
		hidden := func(name string) bool { return c.withheld.value("controls", i, name) }
		if c.withheld.value("risks", r.Index, "controls") || hidden("title") || hidden("inPlace") {
			kept = true
			continue
		}
		next()
		c.given(c.doc.Controls[i].Title)
		c.illustrative(c.doc.Controls[i].Illustrative)
		c.line()
		c.show(hidden("effect"), func() { c.say(c.enum("plain.effect", c.doc.Controls[i].Effect)) })
	}
	switch {
	case kept && shown == 0:
		c.missing(c.Text("withheld"))
	case shown == 0:
		c.say(c.Text("plain.done.nothing"))
	}
}

// actionsByRisk returns the actions on each risk of the document.
func (c *composer) actionsByRisk() joins {
	return joined(len(c.doc.Risks), len(c.doc.Actions), func(i int, to func(int)) {
		for _, id := range c.doc.Actions[i].Risks {
			if k := c.find(riskList, id); k >= 0 {
				to(k)
			}
		}
	})
}

// recommendationsByRisk returns the recommendations that concern each risk of
// the document.
func (c *composer) recommendationsByRisk() joins {
	if c.ev.Recommendations == nil {
		return joins{}
	}
	return joined(len(c.doc.Risks), len(c.ev.Recommendations.Items), func(i int, to func(int)) {
		if r := c.ev.Recommendations.Items[i].Recommendation; r != nil {
			for _, id := range r.Risks {
				if k := c.find(riskList, id); k >= 0 {
					to(k)
				}
			}
		}
	})
}

// plainActions says what the company does.
func (c *composer) plainActions() {
	c.lead()
	c.say(c.Text("plain.actions.lead"))
	kept := 0
	c.list()
	for i := range c.doc.Controls {
		if k := &c.doc.Controls[i]; k.InPlace == risk.Yes && !c.withheld.item("controls", i) {
			c.item()
			c.show(c.withheld.value("controls", i, "title"), func() { c.givenOr(k.Title) })
			c.illustrative(k.Illustrative)
		}
	}
	for i := range c.doc.Actions {
		if c.withheld.item("actions", i) {
			kept++
			continue
		}
		a := &c.doc.Actions[i]
		c.item()
		c.show(c.withheld.value("actions", i, "title"), func() { c.givenOr(a.Title) })
		if !a.Period.IsZero() && !c.withheld.value("actions", i, "period") {
			c.say(" (" + c.period(a.Period) + ")")
		}
		if len(a.Groups) > 0 {
			c.line()
			c.say(c.Text("for-whom"))
			c.say(c.Text("colon"))
			c.show(c.withheld.value("actions", i, "groups"), func() {
				c.apart(len(a.Groups), func(j int) { c.say(c.group(a.Groups[j])) })
			})
		}
	}
	c.endList()
	c.keptBack(kept)
}

// complaints says how people can complain, in the words of the host and from
// the mechanisms of the document.
func (c *composer) complaints() {
	c.lead()
	c.say(c.Text("plain.complaints.lead"))
	if c.opts.Complaint != "" {
		c.paragraph()
		c.say(c.opts.Complaint)
	}
	if c.opts.Complaint == "" && len(c.doc.Mechanisms) == 0 {
		c.note(plainNote)
		c.say(c.Text("plain.complaints.unknown"))
	}
	kept := 0
	for i := range c.doc.Mechanisms {
		if c.withheld.item("mechanisms", i) || c.withheld.whole("mechanisms") && c.withheld.above["/mechanisms/"+indexText(i)] {
			kept++
			continue
		}
		c.plainMechanism(i, &c.doc.Mechanisms[i])
	}
	c.keptBack(kept)
	c.paragraph()
	c.say(c.Text("plain.complaints.rights"))
}

func (c *composer) plainMechanism(i int, m *grievance.Mechanism) {
	c.record(anchor("mechanism", i))
	c.recordTitle()
	c.givenOr(m.Name)
	c.illustrative(m.Illustrative)
	c.facts(plainFacts)
	if m.RunBy != "" {
		c.fact(c.Text("plain.run-by"))
		c.given(m.RunBy)
	}
	c.fact(c.Text("plain.channels"))
	c.joinWords(len(m.Channels), func(j int) string { return c.enum("channel", m.Channels[j]) })
	c.fact(c.Text("plain.languages"))
	c.joinWords(len(m.Languages), func(j int) string { return c.language(m.Languages[j]) })
	c.fact(c.Text("plain.free"))
	c.say(c.enum("answer", m.FreeOfCharge))
	c.fact(c.Text("plain.anonymous"))
	c.say(c.enum("answer", m.Anonymous))
	c.endFacts()
	c.endRecord()
}

// plainMethods says what the reader should know of how the report came about.
func (c *composer) plainMethods() {
	c.paragraph()
	c.say(c.Text("plain.methods"))
	c.facts(plainFacts)
	c.howMade()
	c.endFacts()
	c.unknowns()
	c.redactions()
}
