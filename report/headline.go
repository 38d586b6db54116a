package report

import (
	"cmp"
	"slices"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
)

// mostInHeadline is how many things of a kind the title page names.
const mostInHeadline = 3

// headline puts onto the title page what a reader with one minute must know:
// whether people have been harmed, which risks are the gravest, what is done
// and what is late. What is withheld is in none of it, nor what the host left out
// of the report.
func (c *composer) headline() {
	risks := c.shows(Risks) && !c.withheld.member("risks")
	recommendations := c.shows(Recommendations) && !c.withheld.member("recommendations") &&
		c.ev.Recommendations != nil && len(c.ev.Recommendations.Items) > 0
	if !risks && !recommendations {
		return
	}
	c.facts(headlineFacts)
	if risks {
		c.fact(c.Text("headline.harm"))
		h := c.harm()
		c.harmed(h)
		c.mentions(h.gravest, true)
		c.fact(c.Text("headline.gravest"))
		c.gravest()
	}
	if recommendations {
		c.followUp()
	}
	c.endFacts()
}

// shows reports whether the report has a section.
func (c *composer) shows(s Section) bool { return slices.Contains(c.sections, s) }

// harm is how many of the risks that the reader may see are harm that has
// happened.
type harm struct {
	happened, potential int
	unknown             int     // nobody says whether it has happened
	hidden              int     // it is withheld whether it has happened
	illustrative        int     // of all but the hidden, those that are made up or whose rating is
	gravest             []place // of what has happened, at most mostInHeadline
}

func (c *composer) harm() harm {
	var h harm
	for i := range c.ev.Risks {
		r := &c.ev.Risks[i]
		switch {
		case c.withheld.value("risks", r.Index, "status"), c.withheld.value("risks", r.Index, "ratings"):
			h.hidden++
			continue
		case r.Risk.Status == risk.Actual:
			h.happened++
			if len(h.gravest) < mostInHeadline {
				h.gravest = append(h.gravest, c.riskPlace(r))
			}
		case r.Risk.Status == risk.Potential:
			h.potential++
		default:
			h.unknown++
		}
		if r.Illustrative || r.Risk.Illustrative {
			h.illustrative++
		}
	}
	return h
}

// harmed says whether harm has happened. Silence about it is no answer.
func (c *composer) harmed(h harm) {
	switch {
	case h.happened > 0:
		c.strong(c.Text("headline.harm.yes", h.happened, len(c.ev.Risks)))
	case h.potential > 0:
		if h.unknown+h.hidden == 0 {
			c.strong(c.Text("headline.harm.no"))
		} else {
			c.strong(c.Text("headline.harm.partly"))
		}
		c.line()
		c.phrase("headline.harm.potential", h.potential)
	case h.hidden > 0 && h.unknown == 0:
		c.missing(c.Text("withheld"))
		return
	default:
		c.notStated()
		return
	}
	if h.unknown > 0 {
		c.line()
		c.phrase("headline.harm.unknown", h.unknown)
	}
	if h.hidden > 0 {
		c.line()
		c.phrase("headline.harm.hidden", h.hidden)
	}
	if h.illustrative > 0 {
		c.line()
		c.phrase("summary.illustrative", h.illustrative)
	}
}

// gravest names the gravest of the rated risks, and says how many nobody has
// rated, which may be as grave.
func (c *composer) gravest() {
	var first []place
	unrated, hidden := 0, 0
	for i := range c.ev.Risks {
		r := &c.ev.Risks[i]
		switch {
		case c.withheld.value("risks", r.Index, "ratings"):
			hidden++
		case !r.Rated():
			unrated++
		case len(first) < mostInHeadline:
			first = append(first, c.riskPlace(r))
		}
	}
	switch {
	case len(first) > 0:
		c.mentions(first, false)
	case hidden > 0 && unrated == 0:
		c.missing(c.Text("withheld"))
	default:
		c.notStated()
	}
	if unrated > 0 {
		c.line()
		c.phrase("headline.unrated", unrated)
	}
}

// followUp says how many recommendations are under way and which are late.
func (c *composer) followUp() {
	var latest []int // those that are late the longest
	begun, open, undated, late, seen := 0, 0, 0, 0, 0
	items := c.ev.Recommendations.Items
	for i := range items {
		if c.withheld.value("recommendations", i, "events") {
			continue
		}
		seen++
		if slices.Contains(begunStates[:], items[i].State) {
			begun++
		}
		if !items[i].State.Open() {
			continue
		}
		open++
		switch items[i].Overdue {
		case risk.Yes:
			late++
			latest = append(latest, i)
			slices.SortStableFunc(latest, func(a, b int) int {
				x, _ := items[a].OverdueDays.Known()
				y, _ := items[b].OverdueDays.Known()
				return cmp.Compare(y, x)
			})
			latest = latest[:min(len(latest), mostInHeadline)]
		case risk.Unknown:
			undated++
		}
	}
	c.fact(c.Text("headline.done"))
	if seen == 0 {
		c.missing(c.Text("withheld"))
		return
	}
	c.begunOf(begun, seen, len(items)-seen)
	if n := len(c.doc.Actions); n > 0 && !c.withheld.whole("actions") {
		c.line()
		c.phrase("headline.actions", n)
	}
	if open == 0 {
		return
	}
	c.fact(c.Text("headline.late"))
	switch {
	case late > 0:
		c.strong(c.Text("headline.late.some", late))
	case undated == open:
		c.phrase("headline.late.undated", undated)
		return
	case seen < len(items):
		c.phrase("headline.begun.hidden", len(items)-seen)
	default:
		c.strong(c.Text("headline.late.none"))
	}
	var names []place
	for _, i := range latest {
		names = append(names, c.placeAt(recommendationList, i))
	}
	c.mentions(names, true)
	if undated > 0 {
		c.line()
		c.phrase("headline.late.undated", undated)
	}
}

// begunOf says how many of the recommendations are begun or done. It gives a share
// only of all that were made: what is listed may be a part, and so may what the
// reader sees of that.
func (c *composer) begunOf(begun, seen, hidden int) {
	total, _ := c.recommendationCount()
	if n, known := total.Known(); known && n == seen && hidden == 0 {
		c.strong(c.Text("headline.begun", begun, n))
		return
	}
	c.strong(c.Text("headline.begun.some", begun))
	c.line()
	c.phrase("headline.listed", seen)
	c.line()
	c.totalMade()
	if hidden > 0 {
		c.line()
		c.phrase("headline.begun.hidden", hidden)
	}
}

// riskPlace returns what a risk is called and where it stands. It is
// illustrative also if only its ratings are.
func (c *composer) riskPlace(r *assessment.RiskResult) place {
	p := c.placeAt(riskList, r.Index)
	p.illustrative = p.illustrative || r.Illustrative
	return p
}

// mentions names things, each on a line of its own; the first too if something
// stands before it.
func (c *composer) mentions(list []place, below bool) {
	for i, p := range list {
		if i > 0 || below {
			c.also()
		}
		c.mention(p)
	}
}
