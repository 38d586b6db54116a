package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/report"
)

// formats are written for every evaluation, those to read first.
var formats = []report.Format{report.HTML, report.Markdown, report.JSON}

// writeReports writes every evaluation in every language and format and
// returns the paths of the files. Each report goes to a temporary file and gets
// its name only when all are whole, so that nobody ever opens half a report.
func writeReports(ctx context.Context, evaluations []*assessment.Evaluation, opts options) ([]string, error) {
	if err := os.MkdirAll(opts.folder, 0o755); err != nil {
		return nil, err
	}
	var files, temporary []string
	defer func() {
		for _, name := range temporary {
			os.Remove(name) // does nothing once it is renamed
		}
	}()
	for _, format := range formats {
		for _, language := range opts.languages {
			for _, ev := range evaluations {
				name, err := writeReport(ctx, opts.folder, ev, report.Options{Format: format, Language: language})
				if name != "" {
					temporary = append(temporary, name)
				}
				if err != nil {
					return nil, err
				}
				files = append(files, filepath.Join(opts.folder, fileName(ev.Assessment)+"."+language+format.Extension()))
			}
		}
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
func writeReport(ctx context.Context, folder string, ev *assessment.Evaluation, opts report.Options) (string, error) {
	f, err := os.CreateTemp(folder, ".report-*")
	if err != nil {
		return "", err
	}
	err = errors.Join(report.Write(ctx, f, ev, opts), f.Chmod(0o644), f.Close())
	return f.Name(), err
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
