package report_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/assessment/assessmenttest"
	"github.com/hrdd-go/hrdd/report"
)

// small returns the evaluation of a small document that is made up.
func small() *assessment.Evaluation {
	doc := assessmenttest.Assessment(func(a *assessment.Assessment) {
		a.Title = "Cotton, 2026"
		a.Company.Name = "Example Mills"
	})
	ev, err := assessment.Evaluate(context.Background(), doc, assessment.EvaluateOptions{})
	if err != nil {
		panic(err)
	}
	return ev
}

// A report in French, in plain words for the people it is about.
func Example() {
	ctx, ev, w := context.Background(), small(), new(strings.Builder)
	err := report.Write(ctx, w, ev, report.Options{
		Format:   report.Markdown, // zero is HTML
		Language: "fr",            // zero is English
		Audience: report.Affected, // zero is the public, who are shown least
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for line := range strings.Lines(w.String()) {
		if strings.HasPrefix(line, "#") {
			fmt.Print(line)
		}
	}
	// Output:
	// # Cotton, 2026
	// ## Sommaire
	// ## Ce qui a été constaté
	// ### Risk 1
	// ## Comment déposer une réclamation
	// ## Qui a été écouté
	// ## Ce qu’il faut savoir de ce rapport
	// ### Ce que l’on ne sait pas
	// ### Ce qui n’est pas communiqué
}

func ExampleWrite() {
	var page bytes.Buffer
	err := report.Write(context.Background(), &page, small(), report.Options{
		Format:   report.Markdown,
		Language: "fr",
		Sections: []report.Section{report.Benchmarks},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for line := range strings.Lines(page.String()) {
		if strings.HasPrefix(line, "#") {
			fmt.Print(line)
		}
	}
	// Output:
	// # Cotton, 2026
	// ## Sommaire
	// ## Normes de référence
}

func ExampleTranslation() {
	err := report.Write(context.Background(), io.Discard, small(), report.Options{Language: "nl"})
	if e := new(report.LanguageError); errors.As(err, &e) {
		fmt.Println(err)
	}
	dutch := report.Translation{
		Tag:       "nl",
		Texts:     map[string]string{"section.benchmarks": "Maatstaven", "contents": "Inhoud"},
		GroupMark: ".", DecimalMark: ",",
	}
	var page bytes.Buffer
	err = report.Write(context.Background(), &page, small(), report.Options{
		Format: report.Markdown, Language: "nl", Translations: []report.Translation{dutch},
		Sections: []report.Section{report.Benchmarks},
	})
	fmt.Println(err, strings.Contains(page.String(), "## Maatstaven"))
	// Output:
	// there is no report in "nl"; use one of de, en, es, fr, or bring it as a Translation
	// <nil> true
}

func ExampleWriteTables() {
	var archive bytes.Buffer
	z := zip.NewWriter(&archive)
	if err := report.WriteTables(context.Background(), report.ZipTables(z), small(), report.Options{}); err != nil {
		fmt.Println(err)
		return
	}
	if err := z.Close(); err != nil {
		fmt.Println(err)
		return
	}
	r, err := zip.NewReader(bytes.NewReader(archive.Bytes()), int64(archive.Len()))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.File[0].Name, r.File[1].Name)
	// Output:
	// risks.csv findings.csv
}

func ExampleLanguages() {
	fmt.Println(report.Languages())
	// Output:
	// [de en es fr]
}

func ExampleKeys() {
	for _, key := range report.Keys() {
		if strings.HasPrefix(key, "involvement.") && strings.HasSuffix(key, "linked") {
			text, _ := report.Text("fr", key)
			fmt.Printf("%s: %s\n", key, text)
		}
	}
	// Output:
	// involvement.directly-linked: lien direct
	// involvement.not-linked: aucun lien
}

func ExampleSchema() {
	fmt.Println(bytes.Contains(report.Schema(), []byte("https://json-schema.org/draft/2020-12/schema")))
	// Output:
	// true
}

func ExampleFormat_Extension() {
	for f := report.HTML; f.Valid(); f++ {
		fmt.Print(f, f.Extension(), " ")
	}
	fmt.Println()
	// Output:
	// html.html markdown.md json.json csv.zip
}
