package examplecheck

import (
	"errors"
	"fmt"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"io/fs"
	"slices"
	"strings"
)

// Limits is the heading under which a package comment says what the package
// does not do.
const Limits = "What it does not do"

// Comment checks the comment of the package in a folder: that it has an example
// whose lines stand together in one of the files whose names start with
// "example_", and a part on what the package does not do.
func Comment(folder fs.FS) error {
	text, err := packageComment(folder)
	if err != nil {
		return err
	}
	var (
		example string
		limits  bool
	)
	for _, block := range new(comment.Parser).Parse(text).Content {
		switch block := block.(type) {
		case *comment.Code:
			if example == "" {
				example = block.Text
			}
		case *comment.Heading:
			limits = limits || slices.Contains(block.Text, comment.Text(comment.Plain(Limits)))
		}
	}
	var wrong []error
	if !limits {
		wrong = append(wrong, fmt.Errorf("the package comment has no part %q", Limits))
	}
	if example == "" {
		return errors.Join(append(wrong, errors.New("the package comment has no example"))...)
	}
	files, err := fs.Glob(folder, "example_*.go")
	if err != nil {
		return err
	}
	for _, name := range files {
		b, err := fs.ReadFile(folder, name)
		if err != nil {
			return err
		}
		if strings.Contains(unindented(string(b)), unindented(example)) {
			return errors.Join(wrong...)
		}
	}
	return errors.Join(append(wrong, fmt.Errorf("the example of the package comment is in none of its examples that run:\n%s", example))...)
}

// packageComment returns the text of the comment of the package in a folder.
func packageComment(folder fs.FS) (string, error) {
	files, err := fs.Glob(folder, "*.go")
	if err != nil {
		return "", err
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		b, err := fs.ReadFile(folder, name)
		if err != nil {
			return "", err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, b, parser.ParseComments|parser.PackageClauseOnly)
		if err != nil {
			return "", err
		}
		if f.Doc != nil {
			return f.Doc.Text(), nil
		}
	}
	return "", errors.New("the package has no comment")
}

// unindented returns code without the white space at the ends of its lines, so
// that it can be found in other code however deep it stands there.
func unindented(code string) string {
	var b strings.Builder
	for line := range strings.Lines(code) {
		b.WriteString(strings.TrimSpace(line))
		b.WriteByte('\n')
	}
	return b.String()
}
