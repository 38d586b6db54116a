package report

import (
	"slices"
	"strconv"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
)

// anchor names a place of the report by the kind of thing and its index in the
// document, so that no text of the document becomes part of an address.
func anchor(kind string, i int) string { return kind + "-" + strconv.Itoa(i+1) }

// cover writes the title page: what this is, of whom, by whom, how, and what
// must be known before anything in it is believed.
func (c *composer) cover() {
	doc := c.doc
	h := heading{
		lang: c.Tag, dataLang: doc.Language, rtl: c.RightToLeft,
		kicker: c.enum("kind", doc.Kind), fallback: c.Text("untitled"), skip: c.Text("skip"),
		private: c.opts.Audience == Internal,
	}
	if c.withheld.member("title") {
		h.fallback = c.Text("withheld")
	} else {
		h.title = doc.Title
	}
	if !c.withheld.field("company", "name") {
		h.company = doc.Company.Name
	}
	c.begin(h)
	if c.opts.Audience == Affected {
		c.lead()
		c.say(c.Text("plain.lead"))
		c.plainHeadline()
		c.illustrativeNote()
		c.facts(coverFacts)
		c.whatAndWhen(h.company == "")
		c.endFacts()
		return
	}
	if c.opts.Audience == Internal {
		c.note(withheldNote)
		c.say(c.Text("cover.internal"))
	}
	c.illustrativeNote()
	c.headline()
	c.lead()
	c.say(c.Text("cover.lead"))
	c.facts(coverFacts)
	c.whatAndWhen(h.company == "")
	c.howMade()
	c.fact(c.Text("method"))
	c.method()
	c.endFacts()
}

// illustrativeNote says that some values are made up, if any are.
func (c *composer) illustrativeNote() {
	if c.anyIllustrative() {
		c.note(illustrativeNote)
		c.strong(c.Text("cover.illustrative.title"))
		c.say(" ")
		c.say(c.Text("cover.illustrative"))
	}
}

// whatAndWhen says what the report is of. A company that is named below the
// title needs no second mention.
func (c *composer) whatAndWhen(company bool) {
	doc := c.doc
	if company {
		c.fact(c.Text("company"))
		c.show(c.withheld.field("company", "name"), c.notStated)
	}
	c.fact(c.Text("period"))
	c.show(c.withheld.whole("period"), func() { c.or(c.period(doc.Period)) })
	c.fact(c.Text("as-of"))
	day, kept := c.withheld.asOf(c.ev)
	c.show(kept, func() { c.or(c.date(day)) })
	c.fact(c.Text("scope"))
	c.show(c.withheld.whole("scope"), c.scope)
	c.fact(c.Text("countries"))
	c.show(c.withheld.field("scope", "countries"), func() {
		names := c.countries(doc.Scope.Countries)
		c.joinWords(len(names), func(i int) string { return names[i] })
	})
}

// howMade says how the assessment came about, and what must be known before
// anything in it is believed.
func (c *composer) howMade() {
	doc := c.doc
	c.fact(c.Text("assessor"))
	c.show(c.withheld.whole("assessor"), c.assessor)
	c.fact(c.Text("consulted"))
	c.show(c.withheld.member("engagements"), c.consulted)
	c.fact(c.Text("excluded"))
	c.show(c.withheld.field("scope", "excluded"), c.excluded)
	if len(doc.Triggers) > 0 {
		c.fact(c.Text("triggers"))
		c.show(c.withheld.whole("triggers"), func() {
			c.joinWords(len(doc.Triggers), func(i int) string { return c.enum("trigger", doc.Triggers[i]) })
		})
	}
	if doc.Scope.ArmedConflict != risk.Unknown {
		c.fact(c.Text("armed-conflict"))
		c.show(c.withheld.field("scope", "armedConflict"), func() { c.say(c.enum("answer", doc.Scope.ArmedConflict)) })
	}
	if doc.Language != "" && doc.Language != c.Tag {
		c.fact(c.Text("document-language"))
		c.say(c.language(doc.Language))
		c.line()
		c.say(c.Text("document-language.note"))
	}
}

func (c *composer) assessor() {
	a := &c.doc.Assessor
	switch {
	case a.Name != "":
		c.given(a.Name)
		c.line()
		c.say(c.enum("independence", a.Independence))
	case a.Independence != 0:
		c.say(c.enum("independence", a.Independence))
		c.line()
		c.missing(c.Text("assessor.unnamed"))
	default:
		c.notStated()
	}
	if a.Paid != risk.Unknown {
		c.line()
		c.say(c.Text("assessor.paid." + a.Paid.String()))
	}
	if len(a.Advisers) > 0 {
		c.line()
		c.say(c.Text("advised-by"))
		c.say(" ")
		c.parties(a.Advisers)
	}
}

// consulted says in short who was heard: the groups, and how directly. An
// exchange of which nobody states that is counted as that, and never as one
// without the people themselves.
func (c *composer) consulted() {
	var groups []risk.GroupID
	exchanges, hidden, directness := 0, false, map[assessment.Directness]int{}
	for i := range c.doc.Engagements {
		e := &c.doc.Engagements[i]
		if c.withheld.item("engagements", i) {
			continue
		}
		exchanges++
		if !c.withheld.value("engagements", i, "directness") {
			directness[e.Directness]++
		}
		if c.withheld.value("engagements", i, "groups") {
			hidden = true
			continue
		}
		for _, g := range e.Groups {
			if !slices.Contains(groups, g) {
				groups = append(groups, g)
			}
		}
	}
	switch n := directness[assessment.DirectnessNotStated]; {
	case exchanges == 0:
		c.notStated()
		return
	case len(groups) == 0 && !hidden && n == exchanges: // one line for all that is open
		c.phrase("consulted.exchanges", exchanges)
		c.line()
		c.missing(c.Text("consulted.who-unknown"))
		return
	}
	c.show(hidden && len(groups) == 0, func() {
		c.apart(len(groups), func(i int) { c.say(c.group(groups[i])) })
	})
	c.line()
	c.phrase("consulted.exchanges", exchanges)
	for d := assessment.WithAffectedPeople; d.Valid(); d++ {
		if directness[d] > 0 {
			c.line()
			c.say(c.enum("directness", d) + c.Text("colon") + c.Number(directness[d]))
		}
	}
	switch n := directness[assessment.DirectnessNotStated]; {
	case n == exchanges:
		c.line()
		c.say(c.Text("consulted.directness-unknown"))
	case n > 0:
		c.line()
		c.say(c.Text("consulted.directness-unknown") + c.Text("colon") + c.Number(n))
	}
}

// excluded says what the assessment leaves out, and why.
func (c *composer) excluded() {
	list := c.doc.Scope.Excluded
	if len(list) == 0 {
		c.notStated()
	}
	for i := range list {
		if i > 0 {
			c.also()
		}
		c.givenOr(list[i].What)
		if list[i].Reason != "" {
			c.line()
			c.given(list[i].Reason)
		}
	}
}

// parties puts organisations: by name, else by kind or role.
func (c *composer) parties(list []assessment.Party) {
	c.join(len(list), func(i int) {
		p := &list[i]
		switch {
		case p.Name != "":
			c.given(p.Name)
			if p.Role != "" {
				c.say(" (")
				c.given(p.Role)
				c.say(")")
			}
		case p.Kind != assessment.PartyNotStated:
			c.say(c.enum("party", p.Kind))
			if p.Role != "" {
				c.say(" (")
				c.given(p.Role)
				c.say(")")
			}
		default:
			c.givenOr(p.Role)
		}
	})
}

func (c *composer) scope() {
	s := &c.doc.Scope
	switch {
	case s.Breadth != 0:
		c.say(c.enum("breadth", s.Breadth))
	case len(s.Products)+len(s.Businesses)+len(s.ValueChain) == 0 && s.Note == "":
		c.notStated()
		return
	default:
		c.missing(c.enum("breadth", s.Breadth))
	}
	for _, list := range [][]string{s.Products, s.Businesses} {
		if len(list) > 0 {
			c.line()
			c.join(len(list), func(i int) { c.given(list[i]) })
		}
	}
	if len(s.ValueChain) > 0 {
		c.line()
		c.apart(len(s.ValueChain), func(i int) { c.say(c.enum("chain", s.ValueChain[i])) })
	}
	if s.Note != "" {
		c.line()
		c.given(s.Note)
	}
}

func (c *composer) method() {
	m := c.ev.Method
	if m == nil {
		c.notStated()
		return
	}
	if key := "method." + m.ID(); c.Has(key) {
		c.say(c.Text(key))
	} else {
		c.given(m.Title())
	}
	c.line()
	c.phrase("version", m.ID(), m.Version())
}

// anyIllustrative reports whether anything that the report shows is marked as
// illustrative in the document.
func (c *composer) anyIllustrative() bool {
	for i := range c.ev.Risks {
		if c.ev.Risks[i].Illustrative || c.ev.Risks[i].Risk.Illustrative {
			return true
		}
	}
	for i := range c.doc.Linkages {
		if c.doc.Linkages[i].Illustrative {
			return true
		}
	}
	for i := range c.doc.Controls {
		if c.doc.Controls[i].Illustrative {
			return true
		}
	}
	for i := range c.doc.Relationships {
		if c.doc.Relationships[i].Illustrative {
			return true
		}
	}
	for i := range c.doc.Recommendations {
		for j := range c.doc.Recommendations[i].Events {
			if c.doc.Recommendations[i].Events[j].Illustrative {
				return true
			}
		}
	}
	return false
}
