package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/report"
)

// writeReports writes every evaluation in every language and format and
// returns the paths of the files, those to read first.
func writeReports(ctx context.Context, evaluations []*assessment.Evaluation, comparisons []*assessment.Comparison, opts options) ([]string, error) {
	if err := os.MkdirAll(opts.folder, 0o755); err != nil {
		return nil, err
	}
	var files []string
	for _, format := range []report.Format{report.HTML, report.Markdown, report.JSON} {
		for _, language := range opts.languages {
			for _, ev := range evaluations {
				name := fileName(ev.Assessment) + "." + language + format.Extension()
				path := filepath.Join(opts.folder, name)
				ropts := report.Options{Format: format, Language: language}
				if err := writeReport(ctx, path, ev, ropts); err != nil {
					return nil, err
				}
				files = append(files, path)
			}
		}
	}
	return files, nil
}

// writeReport writes one report to a temporary file and gives it its name only
// when it is whole, so that nobody ever opens half a report.
func writeReport(ctx context.Context, path string, ev *assessment.Evaluation, opts report.Options) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".report-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // does nothing once it is renamed
	err = report.Write(ctx, f, ev, opts)
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644)
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// fileName makes a file name out of the code of an assessment, or its id.
func fileName(a *assessment.Assessment) string {
	if a.Code == "" {
		return a.ID.String()
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, a.Code)
}
