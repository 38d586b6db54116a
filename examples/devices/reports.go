package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/report"
)

// plan is one report to write.
type plan struct {
	name string // of the file
	ev   *assessment.Evaluation
	opts report.Options
}

// reportsOf plans the reports in one language: for people as HTML and Markdown,
// and the figures as JSON, which have no language and are planned once.
func reportsOf(evaluations []*assessment.Evaluation, comparisons []*assessment.Comparison, language string, figures, review bool) []plan {
	var plans []plan
	names := fileNames(evaluations)
	framework, _ := report.FrameworkByID("ungp-reporting-2015")
	for i, ev := range slices.Backward(evaluations) { // the newest first
		name := names[i]
		for _, format := range []report.Format{report.HTML, report.Markdown} {
			opts := report.Options{
				Format: format, Language: language,
				Comparison: comparisonOf(ev, comparisons),
				Frameworks: []*report.Framework{framework},
			}
			if review {
				opts.Review = assessment.Review(ev, assessment.ReviewOptions{})
			}
			plans = append(plans, plan{name + "." + language + format.Extension(), ev, opts})
		}
		if figures {
			plans = append(plans, plan{name + report.JSON.Extension(), ev, report.Options{Format: report.JSON}})
		}
	}
	return plans
}

// writeReports writes the reports into a folder and returns the paths of the
// files. Each report goes to a temporary file and gets its name only when all
// are whole, so that nobody ever opens half a report.
func writeReports(ctx context.Context, folder string, plans []plan) ([]string, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, fmt.Errorf("-out: there can be no reports in %q: %w", folder, err)
	}
	var files, temporary []string
	defer func() {
		for _, name := range temporary {
			os.Remove(name) // does nothing once it is renamed
		}
	}()
	for _, p := range plans {
		name, err := writeReport(ctx, folder, p)
		if name != "" {
			temporary = append(temporary, name)
		}
		if err != nil {
			return nil, err
		}
		files = append(files, filepath.Join(folder, p.name))
	}
	for i, name := range temporary {
		if err := os.Rename(name, files[i]); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// writeReport writes one report to a temporary file in a folder and returns
// its path, also if it fails half-way.
func writeReport(ctx context.Context, folder string, p plan) (string, error) {
	f, err := os.CreateTemp(folder, ".report-*")
	if err != nil {
		return "", fmt.Errorf("-out: there can be no reports in %q: %w", folder, err)
	}
	err = errors.Join(report.Write(ctx, f, p.ev, p.opts), f.Chmod(0o644), f.Close())
	return f.Name(), err
}

// fileNames makes a file name out of the code of each assessment. One without a
// code, or whose code makes the same name as that of another, is named by its
// id, so that no report takes the place of another.
func fileNames(evaluations []*assessment.Evaluation) []string {
	names := make([]string, len(evaluations))
	count := make(map[string]int)
	for i, ev := range evaluations {
		names[i] = strings.Map(fileRune, ev.Assessment.Code)
		count[names[i]]++
	}
	for i, ev := range evaluations {
		if names[i] == "" || count[names[i]] > 1 {
			names[i] = ev.Assessment.ID.String()
		}
	}
	return names
}

// fileRune returns what stands for r in the name of a file.
func fileRune(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-':
		return r
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	}
	return '-'
}
