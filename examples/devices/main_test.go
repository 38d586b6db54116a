package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// devices runs the program as a user would and returns what it prints.
func devices(t *testing.T, args ...string) (string, error) {
	t.Helper()
	opts, err := parseFlags(args, io.Discard)
	if err != nil {
		return "", err
	}
	var out bytes.Buffer
	err = run(t.Context(), &out, opts)
	return out.String(), err
}

// files returns the contents of the files of a folder by name.
func files(t *testing.T, folder string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	contents := make(map[string]string)
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		contents[e.Name()] = string(b)
	}
	return contents
}

func TestTheCaseComesOutAsTheSourceSays(t *testing.T) {
	folder := t.TempDir()
	got, err := devices(t, "-out", folder)
	if err != nil {
		t.Fatal(err)
	}
	got = strings.ReplaceAll(filepath.ToSlash(got), filepath.ToSlash(folder), "OUT")
	const golden = "testdata/output.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the output is not that of %s; look at it, then run go test ./examples/devices -update:\n%s", golden, got)
	}
}

func TestTheSameRunTwiceGivesTheSameBytes(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	for _, folder := range []string{first, second} {
		if _, err := devices(t, "-out", folder); err != nil {
			t.Fatal(err)
		}
	}
	a, b := files(t, first), files(t, second)
	if len(a) == 0 || len(a) != len(b) {
		t.Fatalf("%d files and %d files", len(a), len(b))
	}
	for name := range a {
		if a[name] != b[name] {
			t.Errorf("%s differs between two runs", name)
		}
	}
}

func TestReportsSayWhatIsNotStatedAndWhatIsIllustrative(t *testing.T) {
	folder := t.TempDir()
	if _, err := devices(t, "-out", folder); err != nil {
		t.Fatal(err)
	}
	for name, words := range map[string][]string{
		"hria-dev-2021.en.md": {"not stated", "llustrative", "indirectement lié", "UNGP"},
		"hria-dev-2021.fr.md": {"non précisé", "llustrati", "indirectement lié"},
		"sal-2020.en.md":      {"150\u00a0million", "12\u00a0million", "Policing Project", "Article One Advisors"},
	} {
		text := files(t, folder)[name]
		for _, w := range words {
			if !strings.Contains(text, w) {
				t.Errorf("%s does not contain %q", name, w)
			}
		}
	}
}

func TestTheTwoLanguagesOfTheCaseDifferInTheirTextsOnly(t *testing.T) {
	for _, name := range caseDocuments {
		var documents [2]any
		for i, language := range []string{"en", "fr"} {
			b, err := fs.ReadFile(caseIn(language), name)
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(b, &documents[i]); err != nil {
				t.Fatal(err)
			}
		}
		alike(t, name, "", documents[0], documents[1])
	}
}

// texts are the members that hold words for people.
var texts = []string{"title", "text", "name", "role", "how", "result", "expected", "rationale", "mappingNote", "by",
	"publisher", "tasks", "products", "fields", "language"}

// alike compares two JSON values but for their texts.
func alike(t *testing.T, at, member string, a, b any) {
	t.Helper()
	switch a := a.(type) {
	case map[string]any:
		b, _ := b.(map[string]any)
		if len(a) != len(b) {
			t.Errorf("%s: %d members and %d", at, len(a), len(b))
		}
		for k := range a {
			alike(t, at+"/"+k, k, a[k], b[k])
		}
	case []any:
		b, _ := b.([]any)
		if len(a) != len(b) {
			t.Fatalf("%s: %d elements and %d", at, len(a), len(b))
		}
		for i := range a {
			alike(t, fmt.Sprint(at, "/", i), member, a[i], b[i])
		}
	default:
		if _, isText := a.(string); isText && slices.Contains(texts, member) {
			if s, ok := b.(string); !ok || s == "" {
				t.Errorf("%s: there is no French text", at)
			}
			return
		}
		if a != b {
			t.Errorf("%s: %v and %v", at, a, b)
		}
	}
}

func TestADocumentOfTheHostsIsTakenAsWell(t *testing.T) {
	got, err := devices(t, "-out", t.TempDir(), "-lang", "fr", "-date", "2020-12-31", "case/en/devices-2021.json")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(got, "2020-12-31") || !strings.Contains(got, ".fr.html") || strings.Contains(got, ".en.html") {
		t.Errorf("the flags are not heeded:\n%s", got)
	}
}

func TestTwoDocumentsWithOneCodeGetReportsOfTheirOwn(t *testing.T) {
	whole, err := os.ReadFile("case/en/devices-2020.json")
	if err != nil {
		t.Fatal(err)
	}
	const id, other = "ebce3909-3d8f-5c11-a868-7e0b3177f043", "ebce3909-3d8f-5c11-a868-7e0b3177f044"
	path := filepath.Join(t.TempDir(), "other.json")
	if err := os.WriteFile(path, bytes.ReplaceAll(whole, []byte(id), []byte(other)), 0o644); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if _, err := devices(t, "-out", folder, "-lang", "en", "case/en/devices-2020.json", path); err != nil {
		t.Fatal(err)
	}
	got := files(t, folder)
	for _, name := range []string{id + ".en.html", other + ".en.html", id + ".json", other + ".json"} {
		if _, ok := got[name]; !ok {
			t.Errorf("there is no %s", name)
		}
	}
}

func TestBadInputIsOneErrorAndLeavesNothingBehind(t *testing.T) {
	whole, err := os.ReadFile("case/en/devices-2020.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name     string
		old, new string   // in the document
		want     []string // in the error
	}{
		{"malformed JSON", `"version": 1,`, `"version": 1,,`, []string{"2:"}},
		{"an unknown field", `"title": "Human`, `"titel": "Human`, []string{"/titel", `did you mean "title"?`}},
		{"a dangling reference", `"risks": [` + "\n        \"", `"risks": [` + "\n        \"0000", []string{"/linkages/0/risks/0"}},
		{"a duplicate ID", `"id": "cf07c414-e810-59f6-bd82-091d1219f34f"`, `"id": "fcc74706-62ab-5944-b1a9-34522a346fea"`, []string{"/risks/1/id", "an id of its own"}},
		{"an impossible date", `"from": "2020"`, `"from": "2020-02-30"`, []string{"/period/from", "2020-02-30"}},
		{"a level out of range", `"irremediability": 5`, `"irremediability": 7`, []string{"irremediability", "1 to 5"}},
		{"a document of a newer version", `"version": 1`, `"version": 2`, []string{"/version", "2"}},
		{"a method that nobody knows", `"id": "ungp"`, `"id": "ugnp"`, []string{"/method/id", `"ugnp"`}},
		{"an involvement that is none", `"directly-linked"`, `"indirectly-linked"`, []string{"/linkages/0/involvement", "sourceLabel"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(string(whole), c.old, c.new, 1)
			if text == string(whole) {
				t.Fatalf("the document has no %q", c.old)
			}
			path := filepath.Join(t.TempDir(), "bad.json")
			if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			folder := filepath.Join(t.TempDir(), "reports")
			out, err := devices(t, "-out", folder, path)
			if err == nil {
				t.Fatal("no error")
			}
			for _, w := range append(c.want, "bad.json") {
				if !strings.Contains(err.Error(), w) {
					t.Errorf("the error does not say %q:\n%v", w, err)
				}
			}
			if out != "" {
				t.Errorf("something was printed:\n%s", out)
			}
			if _, err := os.Stat(folder); err == nil {
				t.Error("the folder for the reports was made")
			}
		})
	}
	t.Run("a missing file", func(t *testing.T) {
		if _, err := devices(t, "-out", t.TempDir(), "no-such-file.json"); err == nil || !strings.Contains(err.Error(), "no-such-file.json") {
			t.Errorf("got %v", err)
		}
	})
	t.Run("an unknown method", func(t *testing.T) {
		if _, err := devices(t, "-method", "ugnp"); err == nil || !strings.Contains(err.Error(), "ungp") {
			t.Errorf("got %v", err)
		}
	})
	t.Run("an unknown language", func(t *testing.T) {
		folder := t.TempDir()
		out, err := devices(t, "-out", folder, "-lang", "en, xx")
		if err == nil || !strings.Contains(err.Error(), `"xx"`) || !strings.Contains(err.Error(), "fr") {
			t.Errorf("got %v", err)
		}
		if out != "" {
			t.Errorf("something was printed:\n%s", out)
		}
		if left := files(t, folder); len(left) != 0 {
			t.Errorf("%d files were left behind", len(left))
		}
	})
}

func TestWhereNoReportCanBeNothingIsPrinted(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a-file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for name, folder := range map[string]string{
		"a file": file, "a folder in a file": filepath.Join(file, "reports"), "no name": "",
	} {
		t.Run(name, func(t *testing.T) {
			out, err := devices(t, "-lang", "en", "-out", folder)
			if err == nil || !strings.Contains(err.Error(), "-out: ") {
				t.Errorf("got %v", err)
			}
			if out != "" {
				t.Errorf("something was printed:\n%s", out)
			}
		})
	}
}

func TestTheSameDocumentTwiceIsRefused(t *testing.T) {
	const path = "case/en/devices-2020.json"
	_, err := devices(t, "-out", t.TempDir(), path, "case/en/salience-2020.json", path)
	if err == nil || !strings.Contains(err.Error(), "give each of them once") {
		t.Errorf("got %v", err)
	}
}

func TestALanguageNamedTwiceIsWrittenOnce(t *testing.T) {
	opts, err := parseFlags([]string{"-lang", "fr, en,fr"}, io.Discard)
	if err != nil || !slices.Equal(opts.languages, []string{"fr", "en"}) {
		t.Errorf("got %v, %v", opts.languages, err)
	}
}

func TestAWrongFlagIsOneErrorThatPointsToTheHelp(t *testing.T) {
	for name, args := range map[string][]string{
		"unknown": {"-langs", "fr"}, "no value": {"-lang"}, "no day": {"-date", "2021-13-01"},
	} {
		t.Run(name, func(t *testing.T) {
			var help bytes.Buffer
			_, err := parseFlags(args, &help)
			if err == nil || !strings.Contains(err.Error(), args[0]) || !strings.Contains(err.Error(), "-h explains") {
				t.Errorf("got %v", err)
			}
			if help.Len() > 0 {
				t.Errorf("the help was shown without being asked for:\n%s", &help)
			}
		})
	}
}

func TestADocumentThatSaysNextToNothingIsShownAsThat(t *testing.T) {
	const id = "ebce3909-3d8f-5c11-a868-7e0b3177f043"
	path := filepath.Join(t.TempDir(), "bare.json")
	if err := os.WriteFile(path, []byte(`{"version": 1, "id": "`+id+`"}`), 0o644); err != nil {
		t.Fatal(err)
	}
	got, err := devices(t, "-lang", "en", "-out", t.TempDir(), path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(got, "Assessment "+id) || !strings.Contains(got, "the document names no risk") || strings.Contains(got, "not-stated") {
		t.Errorf("got:\n%s", got)
	}
}

func TestEveryProblemIsReportedAtOnce(t *testing.T) {
	whole, err := os.ReadFile("case/en/devices-2020.json")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.NewReplacer(`"irremediability": 5`, `"irremediability": 7`, `"from": "2020"`, `"from": "2020-02-30"`,
		`"kind": "impact"`, `"kind": "impct"`).Replace(string(whole))
	path := filepath.Join(t.TempDir(), "bad.json")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err = devices(t, "-out", t.TempDir(), path)
	if err == nil {
		t.Fatal("no error")
	}
	for _, w := range []string{"/kind", "impact", "/period/from", "irremediability"} {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("the error does not say %q:\n%v", w, err)
		}
	}
}

func TestHelpExplainsEveryFlag(t *testing.T) {
	var help bytes.Buffer
	if _, err := parseFlags([]string{"-h"}, &help); err != flag.ErrHelp {
		t.Fatalf("got %v", err)
	}
	for _, w := range []string{"-lang", "-method", "-date", "-out", "-review", "document.json", "ungp"} {
		if !strings.Contains(help.String(), w) {
			t.Errorf("the help does not say %q:\n%s", w, help.String())
		}
	}
}
