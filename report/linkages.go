package report

import (
	"strings"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// principle is where the Guiding Principles speak of each involvement.
var principle = [...]risk.Citation{
	risk.NotLinked:      {Instrument: "UNGP", Locator: "13"},
	risk.DirectlyLinked: {Instrument: "UNGP", Locator: "13(b)"},
	risk.Contributes:    {Instrument: "UNGP", Locator: "13(a)"},
	risk.Causes:         {Instrument: "UNGP", Locator: "13(a)"},
}

// linkages writes how the company is involved, where in the network, in whose
// words, and why.
func (c *composer) linkages() {
	c.lead()
	c.say(c.Text("linkages.lead"))
	c.network()
	c.numberResponses()
	kept := 0
	for i := range c.ev.Linkages {
		if c.withheld.item("linkages", i) {
			kept++
			continue
		}
		c.linkage(i, &c.ev.Linkages[i])
	}
	c.keptBack(kept)
	c.responses()
}

// responseKey tells apart what linkages ask for: it follows from the classes
// still possible, whether the harm has happened and how near a company that is
// directly linked stands to contributing.
type responseKey struct {
	possible risk.ClassSet
	status   risk.Status
	duties   int
}

func keyOf(r *assessment.LinkageResult) responseKey {
	return responseKey{r.Response.Possible, r.Response.Status, len(r.Response.Obligations)}
}

// numberResponses gives each linkage the number of its response, counted from
// 0 in the order in which they come; -1 if it asks for nothing that the reader
// may see.
func (c *composer) numberResponses() {
	seen := map[responseKey]int{}
	c.response = make([]int, len(c.ev.Linkages))
	for i := range c.ev.Linkages {
		r := &c.ev.Linkages[i]
		c.response[i] = -1
		if len(r.Response.Obligations) == 0 || c.withheld.item("linkages", i) || c.hidesResponse(i) {
			continue
		}
		n, ok := seen[keyOf(r)]
		if !ok {
			n = len(seen)
			seen[keyOf(r)] = n
		}
		c.response[i] = n
	}
}

// hidesResponse reports whether the reader may not see what a linkage asks for.
func (c *composer) hidesResponse(i int) bool {
	return c.withheld.value("linkages", i, "involvement") || c.withheld.value("linkages", i, "status")
}

// responses writes what each kind of involvement among the linkages asks of
// the company, once for all linkages that ask for the same.
func (c *composer) responses() {
	shown := 0
	for i := range c.ev.Linkages {
		if n := c.response[i]; n == shown {
			if shown == 0 {
				c.heading(c.Text("responses"))
			}
			r := &c.ev.Linkages[i]
			c.record(anchor("response", n))
			c.recordTitle()
			c.say(c.responseTitle(r))
			c.list()
			for _, o := range r.Response.Obligations {
				if o.Force != risk.NotCalledFor {
					c.item()
					c.obligation(&o)
				}
			}
			c.endList()
			c.endRecord()
			shown++
		}
	}
}

// responseTitle names a response by what it follows from.
func (c *composer) responseTitle(r *assessment.LinkageResult) string {
	class := c.enum("involvement", r.Involvement)
	if r.Involvement == risk.Undetermined {
		var possible []string
		for k := range r.Response.Possible.All() {
			possible = append(possible, c.enum("involvement", k))
		}
		if n := len(possible); n > 1 {
			possible[n-2] += c.Text("list.or") + possible[n-1]
			possible = possible[:n-1]
		}
		class += " (" + strings.Join(possible, c.Text("list.comma")) + ")"
	}
	return c.Text("response.for", class, c.enum("status", r.Response.Status))
}

func (c *composer) linkage(i int, r *assessment.LinkageResult) {
	l := r.Linkage
	hidden := func(name string) bool { return c.withheld.value("linkages", i, name) }
	c.record(anchor("linkage", i))
	c.recordTitle()
	c.show(hidden("title"), func() { c.givenOr(l.Title) })
	c.illustrative(l.Illustrative)
	c.facts(plainFacts)
	c.fact(c.Text("involvement"))
	c.show(hidden("involvement"), func() {
		c.strong(c.enum("involvement", r.Involvement))
		if p := principle[min(int(r.Involvement), len(principle)-1)]; !p.IsZero() {
			c.say(" (" + c.citation(p) + ")")
		}
		if r.Contradicts {
			c.line()
			c.phrase("involvement.contradicts", c.enum("involvement", r.Classification.Class))
		}
	})
	if r.Classified {
		c.fact(c.Text("why"))
		c.show(hidden("facts") || hidden("involvement"), func() { c.because(r.Classification.Explain().Because) })
	}
	if len(r.Response.Obligations) > 0 {
		c.fact(c.Text("response"))
		c.show(c.hidesResponse(i), func() { c.link(anchor("response", c.response[i]), c.responseTitle(r), true) })
	}
	if r.Next.Step != risk.StepNotStated && r.Next.Step != risk.StepFindOut {
		c.fact(c.Text("next-step"))
		c.show(hidden("facts") || hidden("decision"), func() {
			c.strong(c.enum("step", r.Next.Step))
			c.line()
			c.because(r.Next.Because)
		})
	}
	if l.Decision.Taken() {
		c.fact(c.Text("decision"))
		c.show(hidden("decision"), func() { c.decision(&l.Decision) })
	}
	c.fact(c.Text("status"))
	c.show(hidden("status"), func() { c.say(c.enum("status", r.Status)) })
	c.fact(c.Text("suppliers"))
	c.show(hidden("covers"), func() { c.covers(&l.Covers) })
	c.fact(c.Text("claimed"))
	c.show(hidden("claimed"), func() { c.proximity(l.Claimed) })
	c.fact(c.Text("placed"))
	c.show(hidden("covers") || c.withheld.whole("relationships") || c.withheld.whole("suppliers"), func() { c.placement(r) })
	if l.SourceLabel.Text != "" {
		c.fact(c.Text("source-label"))
		c.show(hidden("sourceLabel"), func() {
			c.say(c.Open)
			c.given(l.SourceLabel.Text)
			c.say(c.Close)
			if l.SourceLabel.Language != "" {
				c.say(" (" + c.language(l.SourceLabel.Language) + ")")
			}
		})
	}
	if l.MappingNote != "" {
		c.fact(c.Text("mapping-note"))
		c.show(hidden("mappingNote"), func() { c.given(l.MappingNote) })
	}
	if len(l.Risks) > 0 {
		c.fact(c.Text("risks-concerned"))
		c.show(hidden("risks"), func() { c.refer(l.Risks) })
	}
	c.evidence(l.Judgement.Evidence, hidden("judgement"))
	c.endFacts()
	c.endRecord()
}

// covers puts which suppliers something covers.
func (c *composer) covers(s *assessment.SupplierSet) {
	switch {
	case len(s.Categories) > 0:
		c.joinWords(len(s.Categories), func(i int) string { return c.named("category", string(s.Categories[i])) })
		if n := len(s.Suppliers); n > 0 {
			c.line()
			c.phrase("suppliers.named", n)
		}
	case len(s.Suppliers) > 0:
		c.phrase("suppliers.named", len(s.Suppliers))
	default:
		c.notStated()
	}
}

// obligation puts one thing that is asked for, with its force and what it
// rests on.
func (c *composer) obligation(o *risk.Obligation) {
	if o.Force != risk.Required {
		c.badge(forceBadges[min(int(o.Force), len(forceBadges)-1)], c.enum("force", o.Force))
		c.say(" ")
	}
	if strings.HasPrefix(o.Reason.Code, "whatever-") || strings.HasPrefix(o.Reason.Code, "depends-on-") {
		c.strong(c.enum("duty", o.Duty)) // a reason such as "required whichever it is" does not name it
		c.say(c.Text("colon"))
	}
	c.sourced(o.Reason)
}

// forceBadges gives each force of a duty its look.
var forceBadges = [...]badgeKind{
	risk.NotCalledFor: plainBadge, risk.Optional: waitingBadge, risk.Conditional: plainBadge, risk.Required: activeBadge,
}

// because puts the reasons of an explanation.
func (c *composer) because(reasons []risk.Reason) {
	for i, r := range reasons {
		if i > 0 {
			c.also()
		}
		c.sourced(r)
	}
}

// sourced puts a reason with what it rests on.
func (c *composer) sourced(r risk.Reason) {
	c.say(c.reason(r))
	if len(r.Sources) == 0 {
		return
	}
	c.say(" (")
	for i, s := range r.Sources {
		c.say(c.Between(i, len(r.Sources)))
		c.say(c.citation(s))
	}
	c.say(")")
}

// proximity puts where something stands in the supply network.
func (c *composer) proximity(p supplier.Proximity) {
	if !p.Known() && p.Directness == supplier.DirectnessNotStated {
		c.notStated()
		return
	}
	parts := make([]string, 0, 6)
	if p.OwnOperations {
		parts = append(parts, c.Text("own-operations"))
	}
	if p.OnSite {
		parts = append(parts, c.Text("on-site"))
	}
	for _, d := range [...]supplier.Direction{supplier.Upstream, supplier.Reverse, supplier.Downstream} {
		if t := p.Tiers(d); t.Known() {
			parts = append(parts, c.Text("tiers.in", c.enum("direction", d), c.tiers(t)))
		}
	}
	if p.Directness != supplier.DirectnessNotStated {
		parts = append(parts, c.enum("relationship", p.Directness))
	}
	for i, text := range parts {
		if i > 0 {
			c.say(c.Text("semicolon"))
		}
		c.say(text)
	}
}

// placement puts where the network has the suppliers of a linkage, and the way
// that shows it.
func (c *composer) placement(r *assessment.LinkageResult) {
	if !r.Placement.Proximity.Known() {
		c.missing(c.Text("placed.unknown"))
		return
	}
	c.proximity(r.Placement.Proximity)
	c.illustrative(r.Illustrative)
	for i := range r.Paths {
		p := &r.Paths[i]
		c.line()
		for j, step := range p.Steps {
			if j > 0 {
				c.say(" → ")
			}
			c.supplierName(step.Supplier)
		}
		c.illustrative(p.Illustrative)
	}
	for i := range r.Disagreements {
		d := &r.Disagreements[i]
		c.line()
		c.phrase("disagreement."+d.Kind.String(), c.tiers(d.Claimed), c.tiers(d.Found))
	}
}

// supplierName puts the name of a supplier, or how many a group stands for.
func (c *composer) supplierName(id uuid.UUID) {
	switch i := c.find(supplierList, id); {
	case i < 0 || c.withheld.item("suppliers", i):
		c.missing(c.Text("withheld"))
	default:
		s := &c.doc.Suppliers[i]
		c.show(c.withheld.value("suppliers", i, "name"), func() {
			if s.Name == "" {
				c.givenOr(s.Code)
			} else {
				c.given(s.Name)
			}
		})
	}
}

// tiers returns a range of tiers in words.
func (w words) tiers(t supplier.TierRange) string {
	lo, known := t.Min()
	if !known {
		return w.Text("not-stated")
	}
	hi, bounded := t.Max()
	switch {
	case !bounded:
		return w.Text("tiers.from", lo)
	case lo == hi:
		return w.Text("tiers.one", lo)
	}
	return w.Text("tiers.range", w.span(lo, hi))
}

// decision puts what was decided about a relationship, why, and whether it was
// assessed what ending it would do to people (UNGP 19, commentary).
func (c *composer) decision(d *assessment.Decision) {
	c.say(c.enum("course", d.Course))
	if !d.On.IsZero() {
		c.say(", " + c.date(d.On))
	}
	if d.Reason != "" {
		c.line()
		c.given(d.Reason)
	}
	c.line()
	c.say(c.Text("ending-assessed"))
	c.say(" ")
	c.say(c.enum("answer", d.EndingAssessed))
	if d.EffectOfEnding != "" {
		c.line()
		c.given(d.EffectOfEnding)
	}
}
