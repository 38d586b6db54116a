package examplecheck_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hrdd-go/hrdd/internal/examplecheck"
)

func TestEveryPackageCommentHasAnExampleThatRunsAndSaysWhatThePackageDoesNotDo(t *testing.T) {
	for _, name := range []string{
		"risk", "supplier", "grievance", "assessment", "report",
		"risk/risktest", "supplier/suppliertest", "grievance/grievancetest", "assessment/assessmenttest",
	} {
		t.Run(name, func(t *testing.T) {
			if err := examplecheck.Comment(os.DirFS("../../" + name)); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestWhatAPackageCommentLacksIsSaid(t *testing.T) {
	const (
		limits  = "//\n// # What it does not do\n//\n// Much.\n"
		example = "//\n//\ta.Do(\n//\t\t1)\n"
		runs    = "package a_test\nfunc Example() {\n\ta.Do(\n\t\t1)\n}\n"
	)
	for _, c := range []struct{ name, comment, example, want string }{
		{"everything is there", "// Package a does.\n" + example + limits, runs, ""},
		{"no comment", "", runs, "the package has no comment"},
		{"no example", "// Package a does.\n" + limits, runs, "the package comment has no example"},
		{"no limits", "// Package a does.\n" + example, runs, `no part "What it does not do"`},
		{"an example that does not run", "// Package a does.\n" + example + limits, "package a_test\n", "none of its examples"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := examplecheck.Comment(fstest.MapFS{
				"a.go":            {Data: []byte(c.comment + "package a\n")},
				"example_test.go": {Data: []byte(c.example)},
			})
			switch {
			case c.want == "" && err != nil:
				t.Error(err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}
