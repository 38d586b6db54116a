package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/hrdd-go/hrdd/assessment"
)

// review writes what a review of the due diligence found: the gaps by level,
// where each is and what would settle it, and the rules that were switched off.
func (c *composer) review() {
	r := c.opts.Review
	c.lead()
	c.say(c.Text("review.lead"))
	if r == nil {
		c.note(plainNote)
		c.say(c.Text("review.none"))
		return
	}
	c.paragraph()
	names := slices.Collect(r.Profile.Names())
	for i, n := range names {
		names[i] = c.named("profile", n)
	}
	c.phrase("review.ran", r.Checked, strings.Join(names, c.Text("semicolon")))
	gaps, kept := c.gapsToShow(r.Gaps)
	c.gapFigures(gaps)
	if len(gaps) == 0 {
		c.note(plainNote)
		c.say(c.Text("review.no-gap"))
	}
	for level := assessment.Serious; level > assessment.GapLevelNotStated; level-- {
		c.gapTable(level, slices.DeleteFunc(slices.Clone(gaps), func(g *assessment.Gap) bool { return g.Level != level }))
	}
	if kept > 0 {
		c.note(withheldNote)
		c.phrase("review.withheld", kept)
	}
	c.switchedOff(r.Waived)
}

// gapsToShow returns the gaps that the audience may see, and how many it may
// not: a gap can tell what a part says that is withheld.
func (c *composer) gapsToShow(all []assessment.Gap) (gaps []*assessment.Gap, kept int) {
	for i := range all {
		if c.withheld.gap(&all[i]) {
			kept++
			continue
		}
		gaps = append(gaps, &all[i])
	}
	return gaps, kept
}

// gap reports whether a gap is kept back: if any part of what it speaks of, or
// of what else its rule looked at, is withheld.
func (w withheld) gap(g *assessment.Gap) bool {
	if !w.any() {
		return false
	}
	if g.Pointer == "" { // the document as a whole
		return w.parts[""]
	}
	return w.covers(partOf(g.Pointer)) || slices.ContainsFunc(sightOf(g.Rule).looked, w.whole)
}

// partOf returns the pointer of the entry that a pointer leads into, or the
// pointer itself if it leads into no list.
func partOf(pointer string) string {
	list, i, ok := entryOf(pointer)
	if !ok {
		return pointer
	}
	return pointerTo(list, i)
}

// gapFigures puts how many gaps there are at each level.
func (c *composer) gapFigures(gaps []*assessment.Gap) {
	var n [int(assessment.Serious) + 1]int
	for _, g := range gaps {
		n[min(int(g.Level), len(n)-1)]++
	}
	c.facts(figures)
	for level := assessment.Serious; level > assessment.GapLevelNotStated; level-- {
		c.fact(c.enum("gap-level", level))
		c.figureOf(n[level])
		c.line()
		c.say(c.Text("gap-level." + level.String() + ".means"))
	}
	c.endFacts()
}

// gapTable writes the gaps of one level, a row for each rule.
func (c *composer) gapTable(level assessment.GapLevel, gaps []*assessment.Gap) {
	if len(gaps) == 0 {
		return
	}
	c.heading(c.enum("gap-level", level))
	c.table(table{"review-" + level.String(), c.Text("review.caption." + level.String()), []column{
		{c.Text("review.looks-for"), nameColumn}, {c.Text("review.where"), textColumn}, {c.Text("review.settle"), textColumn},
	}})
	for start, end := 0, 0; start < len(gaps) && !c.stopped(); start = end {
		for end = start; end < len(gaps) && gaps[end].Rule == gaps[start].Rule; end++ {
		}
		c.gapRow(gaps[start:end])
	}
	c.endTable()
}

// gapRow writes the gaps of one rule.
func (c *composer) gapRow(gaps []*assessment.Gap) {
	rule, known := assessment.RuleByID(gaps[0].Rule)
	c.row("")
	c.cell()
	if !known { // of a later version of the library
		c.given(gaps[0].Rule)
	} else {
		c.say(c.ruleTitle(&rule))
		c.line()
		c.say(c.Text("review.rests-on"))
		c.say(" ")
		basis := rule.BasisFor(c.opts.Review.Profile)
		for i, b := range basis {
			c.say(c.Between(i, len(basis)))
			c.say(c.citation(b))
		}
	}
	c.cell()
	for i, g := range gaps {
		if i > 0 {
			c.also()
		}
		c.gapPlace(g.Pointer)
		c.gapFound(g)
		if c.opts.Audience == Internal && g.Pointer != "" {
			c.line()
			c.given(g.Pointer)
		}
	}
	c.cell()
	if known {
		c.say(c.ruleText("rule."+rule.ID+".settle", rule.Settle))
	}
}

// ruleTitle returns what a rule looks for, as the start of a sentence.
func (w words) ruleTitle(rule *assessment.Rule) string {
	return capital(w.ruleText("rule."+rule.ID, rule.Title))
}

// ruleText returns the text with the key, or the English of the rule itself
// where the language has none.
func (w words) ruleText(key, english string) string {
	if w.Has(key) {
		return w.Text(key)
	}
	return builtin("en").rules().Typeset(english)
}

// capital returns s with its first letter as a capital.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// switchedOff writes the rules that were switched off, with the reasons and
// what they would have shown.
func (c *composer) switchedOff(waived []assessment.Waived) {
	if len(waived) == 0 {
		return
	}
	c.heading(c.Text("review.waived"))
	c.table(table{"review-waived", c.Text("review.waived.caption"), []column{
		{c.Text("review.looks-for"), nameColumn}, {c.Text("reason"), textColumn}, {c.Text("by"), textColumn},
		{c.Text("date"), shortColumn}, {c.Text("review.waived.gaps"), numberColumn},
	}})
	for i := range waived {
		w := &waived[i].Waiver
		at := slices.Index(c.doc.Waivers, *w) // those of the host stand in no document
		hidden := func(name string) bool { return at >= 0 && c.withheld.value("waivers", at, name) }
		c.row("")
		c.cell()
		if rule, ok := assessment.RuleByID(w.Rule); ok {
			c.say(c.ruleTitle(&rule))
		} else {
			c.given(w.Rule)
		}
		c.cell()
		c.show(hidden("reason"), func() { c.givenOr(strings.TrimSpace(w.Reason)) })
		c.cell()
		c.show(hidden("by"), func() { c.givenOr(w.By) })
		c.cell()
		c.or(c.date(w.On))
		c.cell()
		c.say(c.Number(waived[i].Gaps))
	}
	c.endTable()
}
