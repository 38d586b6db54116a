package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// illustrative marks what is made up to show how the library works.
const illustrative = " *"

// print prints a short result: each assessment, the latest where one updates
// another, and what changed since the one before.
func print(out io.Writer, evaluations []*assessment.Evaluation, comparisons []*assessment.Comparison) {
	for _, ev := range evaluations {
		since := comparisonOf(ev, comparisons)
		if updated(ev, comparisons) {
			continue
		}
		heading(out, title(ev.Assessment), "=")
		printRisks(out, ev)
		printLinkages(out, ev)
		printRecommendations(out, ev, since)
		printActions(out, ev)
		if since != nil {
			printChanges(out, since)
		}
		printReview(out, ev)
		if shown(ev) {
			fmt.Fprint(out, "* illustrative: made up to show how the library works, not the company's own statement\n\n")
		}
	}
}

// comparisonOf returns the comparison of an evaluation with the one before,
// nil if there is none.
func comparisonOf(ev *assessment.Evaluation, comparisons []*assessment.Comparison) *assessment.Comparison {
	for _, c := range comparisons {
		if c.After == ev {
			return c
		}
	}
	return nil
}

// updated reports whether a later evaluation takes the place of this one.
func updated(ev *assessment.Evaluation, comparisons []*assessment.Comparison) bool {
	for _, c := range comparisons {
		if c.Before == ev {
			return true
		}
	}
	return false
}

// title names an assessment by what the document says of it.
func title(doc *assessment.Assessment) string {
	said := slices.DeleteFunc([]string{doc.Company.Name, doc.Title}, func(s string) bool { return s == "" })
	if len(said) == 0 {
		return "Assessment " + doc.ID.String()
	}
	return strings.Join(said, ": ")
}

func heading(out io.Writer, text, line string) {
	fmt.Fprintf(out, "%s\n%s\n\n", text, strings.Repeat(line, len([]rune(text))))
}

// shown reports whether anything illustrative was printed.
func shown(ev *assessment.Evaluation) bool {
	for _, r := range ev.Risks {
		if r.Illustrative {
			return true
		}
	}
	for _, l := range ev.Linkages {
		if l.Illustrative || l.Linkage.Illustrative {
			return true
		}
	}
	return false
}

// printRisks prints the risks, gravest first, with the places that each can
// take: a risk that nobody has rated can take any.
func printRisks(out io.Writer, ev *assessment.Evaluation) {
	day := " at " + ev.AsOf.String()
	if ev.AsOf.IsZero() {
		day = "" // the document states no period, and no flag a day
	}
	heading(out, fmt.Sprintf("Risks to people%s, ranked by: %s", day, ev.Method.Title()), "-")
	if len(ev.Risks) == 0 {
		fmt.Fprint(out, "  not stated: the document names no risk\n\n")
		return
	}
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "  place\tseverity\trisk")
	for _, r := range ev.Risks {
		severity := "not rated"
		if r.Rated() {
			severity = bands(r.Score)
		}
		fmt.Fprintf(table, "  %s\t%s\t%s %s%s\n", span(r.Best, r.Worst), severity, r.Risk.Code, r.Risk.Title, mark(r.Illustrative))
	}
	table.Flush()
	fmt.Fprintln(out)
}

// printLinkages prints how the company is involved, where in the supply
// network that is, and why.
func printLinkages(out io.Writer, ev *assessment.Evaluation) {
	if len(ev.Linkages) == 0 {
		return
	}
	heading(out, "How the company is involved, and where", "-")
	names := make(map[uuid.UUID]string)
	for _, s := range ev.Assessment.Suppliers {
		names[s.ID] = s.Name
	}
	for i := range ev.Linkages {
		l := &ev.Linkages[i]
		fmt.Fprintf(out, "  %s %s: %s%s\n", l.Linkage.Code, l.Linkage.Title, words(l.Involvement.String()), mark(l.Linkage.Illustrative))
		fmt.Fprintf(out, "     where: %s%s\n", place(l.Placement.Proximity), mark(l.Illustrative))
		if len(l.Paths) > 0 {
			fmt.Fprintf(out, "     way:   %s\n", chain(l.Paths[len(l.Paths)-1].Steps, names))
		}
		for _, d := range l.Disagreements {
			fmt.Fprintf(out, "     the document and the network disagree: %s\n", words(d.Kind.String()))
		}
		if label := l.Linkage.SourceLabel; label.Text != "" {
			fmt.Fprintf(out, "     why:   the source says %q (%s). %s\n", label.Text, label.Language, l.Linkage.MappingNote)
		}
		if l.Classified {
			printReasons(out, l)
		}
	}
	fmt.Fprintln(out)
}

// printReasons prints why the facts give the class that they give, and what to
// find out where they do not decide.
func printReasons(out io.Writer, l *assessment.LinkageResult) {
	why := l.Classification.Explain()
	fmt.Fprintf(out, "     why:   %s\n", why.Because[0])
	if n := len(why.Questions); n > 0 {
		fmt.Fprintf(out, "     ask:   %s", why.Questions[0])
		if n > 1 {
			fmt.Fprintf(out, " (and %d more questions)", n-1)
		}
		fmt.Fprintln(out)
	}
}

// printRecommendations prints where each recommendation stands, and where it
// stood the year before.
func printRecommendations(out io.Writer, ev *assessment.Evaluation, since *assessment.Comparison) {
	t := ev.Recommendations
	if len(t.Items) == 0 {
		return
	}
	heading(out, fmt.Sprintf("Recommendations: %d listed; how many were made: %s", len(t.Items), words(t.Total.String())), "-")
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	if since == nil {
		fmt.Fprintf(table, "  %s\trecommendation\n", ev.AsOf)
		for _, s := range t.Items {
			fmt.Fprintf(table, "  %s\t%s %s\n", words(s.State.String()), s.Recommendation.Code, s.Recommendation.Title)
		}
	} else {
		fmt.Fprintf(table, "  %s\t%s\trecommendation\n", since.Before.AsOf, since.After.AsOf)
		for _, r := range since.Recommendations {
			before, after, named := "not listed", "not listed", r.After
			if r.Before != nil {
				before, named = words(r.Before.State.String()), r.Before
			}
			if r.After != nil {
				after, named = words(r.After.State.String()), r.After
			}
			fmt.Fprintf(table, "  %s\t%s\t%s %s\n", before, after, named.Recommendation.Code, named.Recommendation.Title)
		}
	}
	table.Flush()
	fmt.Fprintln(out)
}

// printActions prints what the company does, with the sums that it states.
func printActions(out io.Writer, ev *assessment.Evaluation) {
	actions := ev.Assessment.Actions
	if len(actions) == 0 {
		return
	}
	heading(out, "Actions", "-")
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, a := range actions {
		fmt.Fprintf(table, "  %s\t%s\t%s\t%s\n", a.Code, words(a.Kind.String()), money(a.Budget), a.Title)
	}
	table.Flush()
	fmt.Fprintln(out)
}

// printChanges prints what moved from one year to the next.
func printChanges(out io.Writer, c *assessment.Comparison) {
	heading(out, fmt.Sprintf("What changed from %s to %s", c.Before.AsOf, c.After.AsOf), "-")
	for _, r := range c.Recommendations {
		if r.Moved {
			fmt.Fprintf(out, "  %s: from %s to %s\n", r.After.Recommendation.Code,
				words(r.Before.State.String()), words(r.After.State.String()))
		}
	}
	for _, r := range c.Risks {
		switch {
		case r.Presence == assessment.InBoth && r.Trend == assessment.Unchanged:
		case r.Presence == assessment.InBoth:
			fmt.Fprintf(out, "  %s: %s (place %s before, %s now)%s\n", r.After.Risk.Code, trend(r.Trend),
				span(r.Before.Best, r.Before.Worst), span(r.After.Best, r.After.Worst), mark(r.After.Illustrative))
		case r.Presence == assessment.New:
			fmt.Fprintf(out, "  %s: new%s\n", r.After.Risk.Code, mark(r.After.Illustrative))
		default:
			fmt.Fprintf(out, "  %s: no longer named%s\n", r.Before.Risk.Code, mark(r.Before.Illustrative))
		}
	}
	before, after := c.Before.Assessment, c.After.Assessment
	fmt.Fprintf(out, "  actions: %d before, %d now; strategies: %d before, %d now\n\n",
		len(before.Actions), len(after.Actions), len(before.Strategies), len(after.Strategies))
}

// trend says which way a risk went. Where knowledge alone has changed it says
// so: a place that has narrowed need not be settled.
func trend(t assessment.Trend) string {
	switch t {
	case assessment.Settled:
		return "more is known"
	case assessment.LessSettled:
		return "less is known"
	}
	return words(t.String())
}

// printReview prints how many gaps a review finds, by how much they weigh. The
// reports tell each with what would settle it, if they are asked to.
func printReview(out io.Writer, ev *assessment.Evaluation) {
	result := assessment.Review(ev, assessment.ReviewOptions{})
	counts := make(map[assessment.GapLevel]int)
	for _, g := range result.Gaps {
		counts[g.Level]++
	}
	heading(out, "Review of what the document shows, against the Guiding Principles", "-")
	fmt.Fprintf(out, "  %d rules: %d gaps that are serious, %d shortfalls, %d pieces of advice; -review puts them into the reports\n\n",
		result.Checked, counts[assessment.Serious], counts[assessment.Shortfall], counts[assessment.Advice])
}

// printFiles prints the reports that were written, and which to open.
func printFiles(out io.Writer, files []string) {
	fmt.Fprintln(out, "Reports")
	for _, f := range files {
		fmt.Fprintf(out, "  %s\n", f)
	}
	fmt.Fprintf(out, "\nOpen %s in a browser.\n", files[0])
}

// span returns "3", or "3 to 7" where the place is not settled.
func span(best, worst int) string {
	if best == worst {
		return fmt.Sprint(best)
	}
	return fmt.Sprintf("%d to %d", best, worst)
}

// bands returns the band of a score, or the two between which it lies.
func bands(s risk.Score) string {
	lo, hi := s.Bands()
	if lo == hi {
		return hi.String()
	}
	return lo.String() + " to " + hi.String()
}

// place says where in the supply network something stands.
func place(p supplier.Proximity) string {
	if !p.Known() {
		return "not known"
	}
	var parts []string
	if p.OwnOperations {
		parts = append(parts, "own operations")
	}
	for _, d := range []struct {
		tiers supplier.TierRange
		name  string
	}{{p.Upstream, "upstream"}, {p.Reverse, "returns and repair"}, {p.Downstream, "downstream"}} {
		if d.tiers.Known() {
			parts = append(parts, fmt.Sprintf("tier %s (%s)", d.tiers, d.name))
		}
	}
	if p.Directness != supplier.DirectnessNotStated {
		parts = append(parts, words(p.Directness.String())+" relationship")
	}
	return strings.Join(parts, ", ")
}

// chain writes a supply path from the supplier to the company.
func chain(steps []supplier.Step, names map[uuid.UUID]string) string {
	parts := make([]string, len(steps))
	for i, s := range steps {
		parts[i] = names[s.Supplier]
	}
	return strings.Join(parts, " > ")
}

// money writes an amount as people say it.
func money(m risk.Money) string {
	const million = 1_000_000_00 // of a currency with cents
	switch {
	case m.IsZero():
		return "no sum stated"
	case m.Digits() == 2 && m.Minor%million == 0:
		return fmt.Sprintf("%d million %s", m.Minor/million, m.Currency)
	}
	return m.String()
}

// words writes the name of an enumeration as words.
func words(name string) string { return strings.ReplaceAll(name, "-", " ") }

func mark(madeUp bool) string {
	if madeUp {
		return illustrative
	}
	return ""
}
