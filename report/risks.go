package report

import (
	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
)

// risks writes the risks in their order, gravest first, with the place or the
// places that each can take.
func (c *composer) risks() {
	c.lead()
	c.say(c.Text("risks.lead"))
	if c.unratedFirst() {
		c.say(" ")
		c.say(c.Text("risks.unrated-first"))
	}
	if len(c.ev.Risks) == 0 {
		c.note(plainNote)
		c.say(c.Text("risks.none"))
		return
	}
	switch {
	case c.withheld.member("risksComplete"):
		c.paragraph()
		c.say(c.Text("risks.complete.withheld"))
	case c.doc.RisksComplete != risk.Yes:
		c.paragraph()
		c.say(c.Text("risks.complete." + c.doc.RisksComplete.String()))
	}
	c.table(table{"risk-table", c.Text("risks.caption"), []column{
		{c.Text("place"), shortColumn}, {c.Text("risk"), nameColumn},
		{c.Text("scale"), levelColumn}, {c.Text("scope-level"), levelColumn},
		{c.Text("irremediability"), levelColumn}, {c.Text("likelihood"), levelColumn},
	}})
	kept := 0
	for i := range c.ev.Risks {
		if i%1024 == 0 && c.stopped() {
			break
		}
		r := &c.ev.Risks[i]
		n := r.Index
		if c.withheld.item("risks", n) {
			kept++
			continue
		}
		c.riskRow(r, n)
	}
	c.endTable()
	c.keptBack(kept)
	c.rankedList()
	c.salienceMap()
}

// unratedFirst reports whether the list that the reader sees begins with a risk
// that nobody has rated.
func (c *composer) unratedFirst() bool {
	for i := range c.ev.Risks {
		r := &c.ev.Risks[i]
		if !c.withheld.item("risks", r.Index) {
			return !r.Rated() && len(c.ev.Risks) > 1 && !c.withheld.value("risks", r.Index, "ratings")
		}
	}
	return false
}

func (c *composer) riskRow(r *assessment.RiskResult, n int) {
	c.row(anchor("risk", n))
	c.cell()
	c.strong(c.span(r.Best, r.Worst))
	c.cell()
	if r.Risk.Code != "" && !c.withheld.value("risks", n, "code") && r.Risk.Code != r.Risk.Title {
		c.given(r.Risk.Code) // as the pictures call it
		c.say(" – ")
	}
	c.show(c.withheld.value("risks", n, "title"), func() { c.givenOr(r.Risk.Title) })
	c.illustrative(r.Illustrative || r.Risk.Illustrative)
	if r.Risk.Status == risk.Actual && !c.withheld.value("risks", n, "status") {
		c.say(" ")
		c.badge(graveBadge, c.enum("status", r.Risk.Status))
	}
	if r.Risk.Text != "" {
		c.line()
		c.show(c.withheld.value("risks", n, "text"), func() { c.given(r.Risk.Text) })
	}
	if len(r.Risk.Rights) > 0 {
		c.line()
		c.show(c.withheld.value("risks", n, "rights"), func() {
			c.apart(len(r.Risk.Rights), func(i int) { c.say(c.right(r.Risk.Rights[i])) })
		})
	}
	if len(r.Risk.Groups) > 0 {
		c.line()
		c.show(c.withheld.value("risks", n, "groups"), func() {
			c.say(c.Text("groups"))
			c.say(" ")
			c.apart(len(r.Risk.Groups), func(i int) { c.say(c.group(r.Risk.Groups[i])) })
		})
	}
	if !r.Risk.Affected.Min.IsZero() || !r.Risk.Affected.Max.IsZero() {
		c.line()
		c.say(c.Text("affected"))
		c.say(" ")
		c.show(c.withheld.value("risks", n, "affected"), func() { c.people(r.Risk.Affected) })
	}
	if len(r.Risk.Countries) > 0 {
		c.line()
		c.show(c.withheld.value("risks", n, "countries"), func() {
			names := c.countries(r.Risk.Countries)
			c.joinWords(len(names), func(i int) string { return names[i] })
		})
	}
	if r.Risk.GrossAbuse == risk.Yes {
		c.line()
		c.show(c.withheld.value("risks", n, "grossAbuse"), func() { c.say(c.Text("gross-abuse")) })
	}
	if r.Risk.LegalConflict != "" {
		c.line()
		c.say(c.Text("legal-conflict"))
		c.say(" ")
		c.show(c.withheld.value("risks", n, "legalConflict"), func() { c.given(r.Risk.LegalConflict) })
	}
	if len(r.Risk.Controls) > 0 {
		c.line()
		c.say(c.Text("measures"))
		c.say(" ")
		c.show(c.withheld.value("risks", n, "controls"), func() { c.refer(r.Risk.Controls) })
	}
	c.decisive(r, n)
	c.rationales(r, n)
	lo, hi := r.Range.Lo, r.Range.Hi
	hidden := c.withheld.value("risks", n, "ratings")
	status := hidden || c.withheld.value("risks", n, "status")
	for _, d := range [...][2]risk.Level{{lo.Scale, hi.Scale}, {lo.Scope, hi.Scope}, {lo.Irremediability, hi.Irremediability}} {
		c.cell()
		c.show(hidden, func() { c.leveled(uint8(d[0]), uint8(d[1])) })
	}
	c.cell()
	c.show(status, func() {
		if r.Risk.Status == risk.Actual || lo.Likelihood == risk.Occurred {
			c.say(c.Text("occurred"))
			return
		}
		c.leveled(uint8(lo.Likelihood), uint8(hi.Likelihood))
	})
}

// rationales puts why the inherent ratings are as they are, in the words of
// those who gave them.
func (c *composer) rationales(r *assessment.RiskResult, n int) {
	if c.withheld.value("risks", n, "ratings") {
		return
	}
	for i := range r.Risk.Ratings {
		if g := &r.Risk.Ratings[i]; g.Rationale != "" && g.Basis != risk.Residual {
			c.line()
			c.given(g.Rationale)
			c.illustrative(g.Illustrative && !r.Illustrative && !r.Risk.Illustrative)
		}
	}
}

// people puts how many people are affected, as far as it is known and does not
// point at single ones.
func (c *composer) people(n assessment.CountRange) {
	lo, from := n.Min.Known()
	hi, to := n.Max.Known()
	switch {
	case c.fewPeople(n.Max), !to && c.fewPeople(n.Min):
		c.phrase("people.few", grievance.DefaultThreshold)
	case from && to:
		if c.fewPeople(n.Min) {
			c.phrase("people.most", hi)
			return
		}
		c.say(c.span(lo, hi))
	case from:
		c.phrase("people.least", lo)
	case to:
		c.phrase("people.most", hi)
	default:
		c.notStated()
	}
}

// mostExplained is how many risks the table explains one by one; a list longer
// than that is read by programs, which have the method.
const mostExplained = 1000

// decisive says which dimensions decide the place of a risk: with one of them
// at its least, the risk would fall furthest. Those of them that nobody has rated
// are named as such.
func (c *composer) decisive(r *assessment.RiskResult, n int) {
	hidden := c.withheld.value("risks", n, "ratings")
	if c.ev.Method == nil || !r.Rated() || hidden || len(c.ev.Risks) > mostExplained {
		return
	}
	why, err := c.ev.Method.ExplainRange(r.Range)
	if err != nil {
		return
	}
	var rated, missing risk.Dimensions
	for d := range why.Decisive.All() {
		if why.Score.Missing().Has(d) {
			missing = missing.With(d) // it stands so high because nobody has said that it should not
		} else {
			rated = rated.With(d)
		}
	}
	c.dimensionList("decided-by", rated)
	c.dimensionList("to-be-rated", missing)
}

// dimensionList says on a line of its own which dimensions a text is about;
// nothing if there are none.
func (c *composer) dimensionList(key string, set risk.Dimensions) {
	names := c.dimensions(set)
	if len(names) == 0 {
		return
	}
	c.line()
	c.say(c.Text(key))
	c.say(" ")
	c.joinWords(len(names), func(i int) string { return names[i] })
}

// dimensionKeys are the keys of the names of the dimensions of a rating.
var dimensionKeys = [...]string{
	risk.DimScale: "decides.scale", risk.DimScope: "decides.scope", risk.DimIrremediability: "decides.irremediability",
	risk.DimLikelihood: "decides.likelihood", risk.DimDelay: "decides.delay",
}

// leveled puts a level or a range of levels.
func (c *composer) leveled(from, to uint8) {
	lo, hi, text := c.level(from, to)
	if lo == 0 {
		c.missing(text)
		return
	}
	c.levels(lo, hi, 5, text)
}

// findings writes what was found, with its causes.
func (c *composer) findings() {
	kept := 0
	for i := range c.doc.Findings {
		f := &c.doc.Findings[i]
		if c.withheld.item("findings", i) {
			kept++
			continue
		}
		c.record(anchor("finding", i))
		c.recordTitle()
		c.show(c.withheld.value("findings", i, "title"), func() { c.title(f.Title) })
		if f.Text != "" {
			c.paragraph()
			c.show(c.withheld.value("findings", i, "text"), func() { c.given(f.Text) })
		}
		c.facts(plainFacts)
		if len(f.RootCauses) > 0 {
			c.fact(c.Text("root-causes"))
			c.show(c.withheld.value("findings", i, "rootCauses"), func() {
				for j, cause := range f.RootCauses {
					if j > 0 {
						c.also()
					}
					c.given(cause.Text)
					if cause.Kind != 0 {
						c.say(" (")
						c.say(c.enum("cause", cause.Kind))
						c.say(")")
					}
				}
			})
		}
		if len(f.Views) > 0 {
			c.fact(c.Text("views"))
			c.show(c.withheld.value("findings", i, "views"), func() {
				for j, v := range f.Views {
					if j > 0 {
						c.also()
					}
					c.given(v)
				}
			})
		}
		c.fact(c.Text("risks-concerned"))
		c.refer(f.Risks)
		c.evidence(f.Evidence, c.withheld.value("findings", i, "evidence"))
		c.endFacts()
		c.endRecord()
	}
	c.keptBack(kept)
}

// evidence puts what a judgement rests on. Confidential evidence shows only
// inside the company; elsewhere it is counted.
func (c *composer) evidence(list []risk.Evidence, hidden bool) {
	if len(list) == 0 {
		return
	}
	c.fact(c.Text("evidence"))
	c.show(hidden, func() { c.evidenceList(list) })
}

func (c *composer) evidenceList(list []risk.Evidence) {
	shown, secret := 0, 0
	for i := range list {
		e := &list[i]
		if e.Confidential && c.opts.Audience != Internal {
			secret++
			continue
		}
		if shown > 0 {
			c.also()
		}
		shown++
		c.say(c.enum("evidence", e.Kind))
		if e.Source != "" {
			c.say(" – ")
			c.given(e.Source)
		}
		if !e.Date.IsZero() {
			c.say(", " + c.date(e.Date))
		}
		if e.Note != "" {
			c.line()
			c.given(e.Note)
		}
	}
	if secret > 0 {
		if shown > 0 {
			c.also()
		}
		c.phrase("evidence.confidential", secret)
	}
}

// controls writes the measures against the risks.
func (c *composer) controls() {
	c.lead()
	c.say(c.Text("controls.lead"))
	c.table(table{"control-table", c.Text("controls.caption"), []column{
		{c.Text("control"), nameColumn}, {c.Text("kind-of"), textColumn}, {c.Text("in-place"), shortColumn},
		{c.Text("effect"), textColumn},
	}})
	kept := 0
	for i := range c.doc.Controls {
		k := &c.doc.Controls[i]
		if c.withheld.item("controls", i) {
			kept++
			continue
		}
		c.row(anchor("control", i))
		c.cell()
		c.show(c.withheld.value("controls", i, "title"), func() { c.givenOr(k.Title) })
		c.illustrative(k.Illustrative)
		if k.Text != "" {
			c.line()
			c.show(c.withheld.value("controls", i, "text"), func() { c.given(k.Text) })
		}
		c.cell()
		c.show(c.withheld.value("controls", i, "kind"), func() { c.say(c.enum("control", k.Kind)) })
		c.cell()
		c.show(c.withheld.value("controls", i, "inPlace"), func() { c.say(c.enum("answer", k.InPlace)) })
		c.cell()
		c.show(c.withheld.value("controls", i, "effect"), func() { c.say(c.enum("effect", k.Effect)) })
	}
	c.endTable()
	c.keptBack(kept)
}
