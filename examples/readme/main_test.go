package main

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// block returns the first block of the given language in the README.
func block(t *testing.T, language string) string {
	t.Helper()
	b, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, ok := strings.Cut(string(b), "\n```"+language+"\n")
	if !ok {
		t.Fatalf("the README has no %s block", language)
	}
	code, _, _ := strings.Cut(after, "\n```")
	return code
}

func TestTheExampleOfTheReadmeIsCodeThatCompiles(t *testing.T) {
	b, err := os.ReadFile("main.go")
	if err != nil {
		t.Fatal(err)
	}
	example := block(t, "go")
	indented := "\t" + strings.ReplaceAll(example, "\n", "\n\t")
	if !strings.Contains(string(b), indented) {
		t.Errorf("main.go does not contain the example of the README:\n%s", example)
	}
	if n := strings.Count(example, "\n") + 1; n > 10 {
		t.Errorf("the example has %d lines, want at most 10", n)
	}
}

func TestTheExampleOfTheReadmeWritesAReport(t *testing.T) {
	doc, err := os.Open("../devices/case/en/devices-2021.json")
	if err != nil {
		t.Fatal(err)
	}
	defer doc.Close()
	var out bytes.Buffer
	if err := writeReport(context.Background(), doc, &out); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), `<html lang="fr"`) {
		t.Error("no French report in HTML was written")
	}
}

var (
	link     = regexp.MustCompile(`\]\(([^)#:]+)\)`)                    // to a place in this repository
	code     = regexp.MustCompile("`([^`\n]+)`")                        // between two words
	place    = regexp.MustCompile(`^(\./)?[\w.-]+(/[\w.-]+)+$`)         // a path as code
	testName = regexp.MustCompile(`\b(Test|Fuzz|Example)[A-Z]\w*`)      // of a function
	module   = regexp.MustCompile(`^(github\.com|golang\.org|google)/`) // a module as code
)

// Every link, file and test that the guides name is there: a guide that leads
// nowhere is worse than none.
func TestWhatTheGuidesNameIsThere(t *testing.T) {
	root := os.DirFS("../..")
	tests := testsOf(t, root)
	for _, guide := range []string{"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/devices/README.md"} {
		b, err := fs.ReadFile(root, guide)
		if err != nil {
			t.Fatal(err)
		}
		there := func(named string) { // seen from the guide, or from the root
			_, near := fs.Stat(root, path.Join(path.Dir(guide), named))
			_, far := fs.Stat(root, path.Clean(named))
			if near != nil && far != nil {
				t.Errorf("%s names %s, which is not there", guide, named)
			}
		}
		for _, m := range link.FindAllSubmatch(b, -1) {
			there(string(m[1]))
		}
		for _, m := range code.FindAllSubmatch(b, -1) {
			for word := range strings.FieldsSeq(string(m[1])) {
				if place.MatchString(word) && !module.MatchString(word) && !strings.Contains(word, "...") {
					there(word)
				}
			}
		}
		for _, name := range testName.FindAll(b, -1) {
			if !bytes.Contains(tests, append([]byte("func "), append(name, '(')...)) {
				t.Errorf("%s names %s, and there is no such test", guide, name)
			}
		}
	}
}

// testsOf returns the source of all tests.
func testsOf(t *testing.T, root fs.FS) []byte {
	t.Helper()
	var source []byte
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, "_test.go") {
			return err
		}
		b, err := fs.ReadFile(root, name)
		source = append(source, b...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return source
}
