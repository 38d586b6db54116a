package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// illustrative marks what is made up to show how the library works.
const illustrative = " *"

func printEvaluation(out io.Writer, ev *assessment.Evaluation) {
	doc := ev.Assessment
	title := doc.Title
	fmt.Fprintf(out, "%s\n%s\n", title, strings.Repeat("=", len([]rune(title))))
	fmt.Fprintf(out, "%s, as of %s\n\n", doc.Company.Name, ev.AsOf)
	printRisks(out, ev)
	printLinkages(out, ev)
	printRecommendations(out, ev)
	if shown(ev) {
		fmt.Fprint(out, "* illustrative: made up to show how the library works, not the company's own statement\n\n")
	}
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
	fmt.Fprintf(out, "Risks to people, ranked by %s %s\n\n", ev.Method.Title(), ev.Method.Version())
	if len(ev.Risks) == 0 {
		fmt.Fprint(out, "  not stated: the source speaks of salient risks and names none\n\n")
		return
	}
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "  place\tseverity\trisk\t")
	for _, r := range ev.Risks {
		severity := "not rated"
		if r.Rated() {
			severity = bands(r.Score)
		}
		fmt.Fprintf(table, "  %s\t%s\t%s %s%s\t\n", span(r.Best, r.Worst), severity, r.Risk.Code, r.Risk.Title, mark(r.Illustrative))
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
	fmt.Fprint(out, "How the company is involved, and where\n\n")
	names := make(map[uuid.UUID]string)
	for _, s := range ev.Assessment.Suppliers {
		names[s.ID] = s.Name
	}
	for i := range ev.Linkages {
		l := &ev.Linkages[i]
		fmt.Fprintf(out, "  %s %s: %s%s\n", l.Linkage.Code, l.Linkage.Title, words(l.Involvement.String()), mark(l.Linkage.Illustrative))
		if label := l.Linkage.SourceLabel; label.Text != "" {
			fmt.Fprintf(out, "     the source says (%s): %q\n", label.Language, label.Text)
		}
		if l.Linkage.MappingNote != "" {
			fmt.Fprintf(out, "     %s\n", l.Linkage.MappingNote)
		}
		if l.Classified {
			printReasons(out, l)
		}
		fmt.Fprintf(out, "     where: %s\n", place(l.Placement.Proximity))
		for _, p := range l.Paths {
			fmt.Fprintf(out, "       tier %d: %s%s\n", p.Tier, chain(p.Steps, names), mark(p.Illustrative))
		}
		for _, d := range l.Disagreements {
			fmt.Fprintf(out, "     the document and the network disagree: %s\n", words(d.Kind.String()))
		}
		fmt.Fprintln(out)
	}
}

// printReasons prints why the facts give the class that they give, and what
// has to be found out where they do not decide.
func printReasons(out io.Writer, l *assessment.LinkageResult) {
	why := l.Classification.Explain()
	for _, reason := range why.Because {
		fmt.Fprintf(out, "     %s\n", reason)
	}
	const most = 3
	for i, q := range why.Questions {
		if i == most {
			fmt.Fprintf(out, "     and %d more questions\n", len(why.Questions)-most)
			break
		}
		fmt.Fprintf(out, "     to find out: %s\n", q)
	}
}

func printRecommendations(out io.Writer, ev *assessment.Evaluation) {
	t := ev.Recommendations
	if len(t.Items) == 0 {
		return
	}
	fmt.Fprintf(out, "Recommendations at the end of %s: %d listed, %s made\n\n", ev.AsOf, len(t.Items), words(t.Total.String()))
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, s := range t.Items {
		fmt.Fprintf(table, "  %s\tsince %s\t%s %s\t\n", words(s.State.String()), s.Since, s.Recommendation.Code, s.Recommendation.Title)
	}
	table.Flush()
	fmt.Fprintln(out)
}

// printComparison prints what moved from one year to the next.
func printComparison(out io.Writer, c *assessment.Comparison) {
	title := fmt.Sprintf("What changed from %s to %s", c.Before.AsOf, c.After.AsOf)
	fmt.Fprintf(out, "%s\n%s\n\n", title, strings.Repeat("=", len(title)))
	for _, r := range c.Recommendations {
		if r.Moved {
			fmt.Fprintf(out, "  %s %s: from %s to %s\n", r.After.Recommendation.Code, r.After.Recommendation.Title,
				words(r.Before.State.String()), words(r.After.State.String()))
		}
	}
	for _, r := range c.Risks {
		switch {
		case r.Presence == assessment.InBoth && r.Trend == assessment.Unchanged:
		case r.Presence == assessment.InBoth:
			fmt.Fprintf(out, "  %s %s: %s, from place %s to %s%s\n", r.After.Risk.Code, r.After.Risk.Title, words(r.Trend.String()),
				span(r.Before.Best, r.Before.Worst), span(r.After.Best, r.After.Worst), mark(r.After.Illustrative))
		case r.Presence == assessment.New:
			fmt.Fprintf(out, "  %s %s: new%s\n", r.After.Risk.Code, r.After.Risk.Title, mark(r.After.Illustrative))
		default:
			fmt.Fprintf(out, "  %s %s: no longer named%s\n", r.Before.Risk.Code, r.Before.Risk.Title, mark(r.Before.Illustrative))
		}
	}
	before, after := c.Before.Assessment, c.After.Assessment
	fmt.Fprintf(out, "  actions: %d named before, %d after; strategies: %d before, %d after\n\n",
		len(before.Actions), len(after.Actions), len(before.Strategies), len(after.Strategies))
}

func printFiles(out io.Writer, files []string) {
	fmt.Fprintln(out, "Reports")
	for _, f := range files {
		fmt.Fprintf(out, "  %s\n", f)
	}
	if len(files) > 0 {
		fmt.Fprintf(out, "\nOpen %s in a browser.\n", best(files))
	}
}

// best returns the report to open first: the newest one in HTML, in the first
// language asked for.
func best(files []string) string {
	first := files[0]
	ending := first[strings.Index(first, "."):]
	for _, f := range files {
		if strings.HasSuffix(f, ending) {
			first = f
		}
	}
	return first
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

// words writes the name of an enumeration as words.
func words(name string) string { return strings.ReplaceAll(name, "-", " ") }

func mark(madeUp bool) string {
	if madeUp {
		return illustrative
	}
	return ""
}
