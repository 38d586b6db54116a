// Command devices shows the main job of hrdd on a real case: a company's
// published account of its human rights due diligence in 2020 and 2021.
//
// It reads the case from JSON documents, evaluates them, prints a short result
// and writes reports into a folder. From the root of the module:
//
//	go run ./examples/devices
//
// Given documents of your own, it does the same with them:
//
//	go run ./examples/devices -lang fr -date 2021-12-31 mine.json
//
// The program uses nothing but the public packages, as a host application
// would: read main.go for the order of things, summary.go for what an
// evaluation holds, and reports.go for how reports are written.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/report"
	"github.com/hrdd-go/hrdd/risk"
)

func main() {
	opts, err := parseFlags(os.Args[1:], os.Stderr)
	if err == nil {
		err = run(context.Background(), os.Stdout, opts)
	}
	switch {
	case errors.Is(err, flag.ErrHelp): // the flags have been explained
	case err != nil:
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// options are what the flags say.
type options struct {
	documents []string     // paths; empty for the case that comes with the program
	languages []string     // of the reports
	method    *risk.Method // nil for the one that each document names
	date      risk.Date    // zero for the end of each document's period
	folder    string       // for the reports
	review    bool         // show in the reports where the due diligence falls short
}

// usage stands before the flags in the help.
const usage = `Usage: devices [flags] [document.json ...]

Evaluates human rights assessments and writes reports of them. Without a
document it takes the case that comes with it. If one document updates
another, it says what changed between them.

Flags:
`

// parseFlags reads the flags, and explains them if they ask for it.
func parseFlags(args []string, help io.Writer) (options, error) {
	opts := options{folder: "hrdd-report"}
	flags := flag.NewFlagSet("devices", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // main prints the error
	languages := flags.String("lang", "en,fr", "`languages` of the reports, separated by commas; there are "+strings.Join(report.Languages(), ", "))
	flags.StringVar(&opts.folder, "out", opts.folder, "`folder` for the reports")
	flags.TextVar(&opts.date, "date", risk.Date{}, "look at things at the end of this `day`, 2006-01-02 (default: the end of each document's period)")
	flags.BoolVar(&opts.review, "review", false, "show in the reports where the due diligence falls short of the Guiding Principles")
	method := flags.String("method", "", "rank the risks with this built-in `method` (default: the one that each document names)\n"+methodList())
	flags.Usage = func() {} // for -h alone: a slip of the pen deserves one line
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(help, usage)
		flags.SetOutput(help)
		flags.PrintDefaults()
		return opts, err
	case err != nil:
		return opts, fmt.Errorf("%w\n-h explains the flags", err)
	}
	opts.documents = flags.Args()
	for language := range strings.SplitSeq(*languages, ",") {
		language = strings.TrimSpace(language)
		if !slices.Contains(report.Languages(), language) {
			return opts, fmt.Errorf("-lang: there is no report in %q; use some of %s", language, strings.Join(report.Languages(), ", "))
		}
		if !slices.Contains(opts.languages, language) {
			opts.languages = append(opts.languages, language)
		}
	}
	if opts.folder == "" {
		return opts, errors.New("-out: name the folder for the reports")
	}
	if *method != "" {
		m, ok := risk.MethodByID(*method)
		if !ok {
			return opts, fmt.Errorf("-method: no method %q is built in; use one of\n%s", *method, methodList())
		}
		opts.method = m
	}
	return opts, nil
}

// methodList lists the built-in methods, one a line.
func methodList() string {
	var list strings.Builder
	for m := range risk.Methods() {
		fmt.Fprintf(&list, "  %-25s %s\n", m.ID(), m.Title())
	}
	return strings.TrimSuffix(list.String(), "\n")
}

// run reads, evaluates, writes and prints: the whole of what a host does. The
// short result is of the documents in the first language asked for. It is
// printed when the reports are written, so that no error hides at its end.
func run(ctx context.Context, out io.Writer, opts options) error {
	var (
		summary strings.Builder
		plans   []plan
	)
	for i, language := range opts.languages {
		evaluations, err := evaluate(ctx, opts, language)
		if err != nil {
			return err
		}
		comparisons, err := compare(ctx, evaluations)
		if err != nil {
			return err
		}
		if i == 0 {
			print(&summary, evaluations, comparisons)
		}
		plans = append(plans, reportsOf(evaluations, comparisons, language, i == 0, opts.review)...)
	}
	files, err := writeReports(ctx, opts.folder, plans)
	if err != nil {
		return err
	}
	fmt.Fprint(out, summary.String())
	printFiles(out, files)
	return nil
}

// evaluate reads the documents and evaluates each.
func evaluate(ctx context.Context, opts options, language string) ([]*assessment.Evaluation, error) {
	documents, err := read(opts.documents, language)
	if err != nil {
		return nil, err
	}
	var evaluations []*assessment.Evaluation
	for _, doc := range documents {
		ev, err := assessment.Evaluate(ctx, doc.Assessment, assessment.EvaluateOptions{Method: opts.method, AsOf: opts.date})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", doc.path, err)
		}
		evaluations = append(evaluations, ev)
	}
	return evaluations, nil
}

// compare compares every evaluation with that of the assessment that it
// updates, if that is here.
func compare(ctx context.Context, evaluations []*assessment.Evaluation) ([]*assessment.Comparison, error) {
	var comparisons []*assessment.Comparison
	for _, after := range evaluations {
		for _, before := range evaluations {
			if after.Assessment.Updates != before.Assessment.ID {
				continue
			}
			c, err := assessment.Compare(ctx, before, after, assessment.CompareOptions{})
			if err != nil {
				return nil, err
			}
			comparisons = append(comparisons, c)
		}
	}
	return comparisons, nil
}
