package report_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/internal/jsonguard"
	"github.com/hrdd-go/hrdd/report"
)

var keep = flag.String("keep", "", "folder to keep the reports that tests write, for the browser check and for looking at")

// evaluated returns the evaluation of a document of the example.
func evaluated(t testing.TB, name string) *assessment.Evaluation { return evaluatedIn(t, "en", name) }

// evaluatedIn is evaluated for the document in a language.
func evaluatedIn(t testing.TB, lang, name string) *assessment.Evaluation {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "examples", "devices", "case", lang, name+".json"))
	if errors.Is(err, fs.ErrNotExist) && lang != "en" { // the case has its texts in English and French
		return evaluatedIn(t, "en", name)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	a, err := assessment.Decode(f, assessment.DecodeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	ev, err := assessment.Evaluate(context.Background(), a, assessment.EvaluateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return ev
}

// written returns the report, which is also kept if the test asks for it.
func written(t testing.TB, ev *assessment.Evaluation, opts report.Options, name string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := report.Write(context.Background(), &b, ev, opts); err != nil {
		t.Fatal(err)
	}
	if *keep != "" && name != "" {
		if err := os.WriteFile(filepath.Join(*keep, name+opts.Format.Extension()), b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

func TestReportsOfTheExample(t *testing.T) {
	for _, name := range []string{"salience-2020", "devices-2020", "devices-2021"} {
		for _, lang := range report.Languages() {
			ev := evaluatedIn(t, lang, name)
			for _, format := range []report.Format{report.HTML, report.Markdown} {
				got := written(t, ev, report.Options{Format: format, Language: lang}, name+"-"+lang)
				if bytes.Contains(got, []byte("[")) && format == report.HTML {
					t.Errorf("%s in %s lacks a text: %s", name, lang, around(got, '['))
				}
			}
		}
	}
}

// around returns what stands around the first c.
func around(b []byte, c byte) []byte {
	i := bytes.IndexByte(b, c)
	return b[max(0, i-40):min(len(b), i+60)]
}

func TestAJSONReportKeepsToItsSchema(t *testing.T) {
	schema, err := jsonguard.Compile(report.Schema())
	if err != nil {
		t.Fatal(err)
	}
	held := map[string]bool{} // lists of which a row was held against the schema
	check := func(name string, b []byte) {
		d := json.NewDecoder(bytes.NewReader(b))
		d.UseNumber()
		var value map[string]any
		if err := d.Decode(&value); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for key, list := range value {
			if rows, ok := list.([]any); ok && len(rows) > 0 {
				held[key] = true
			}
		}
		breaches, err := schema.Check("", any(value))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, x := range breaches {
			t.Errorf("%s: %s breaks %s", name, x.Pointer, x.Keyword)
		}
	}
	for _, name := range []string{"salience-2020", "devices-2020", "devices-2021"} {
		for _, audience := range []report.Audience{report.Public, report.Internal} {
			check(name, written(t, evaluated(t, name), report.Options{Format: report.JSON, Audience: audience}, name))
		}
	}
	frameworks, complaints := slices.Collect(report.Frameworks()), published(t, 400, 0)
	for seed := range uint64(20) {
		ev := hostileEvaluation(t, seed, []string{"a", "b", "c"})
		before := hostileEvaluation(t, seed+7, []string{"a", "b", "c"})
		comparison, err := assessment.Compare(context.Background(), before, ev, assessment.CompareOptions{})
		if err != nil {
			t.Fatal(err)
		}
		review := assessment.Review(ev, assessment.ReviewOptions{Profile: allProfiles, FreshLookDays: 1})
		for audience := report.Public; audience.Valid(); audience++ {
			check(fmt.Sprintf("document %d for %s", seed, audience), written(t, ev, report.Options{
				Format: report.JSON, Audience: audience, Review: review, Comparison: comparison, Frameworks: frameworks,
				Complaints: complaints,
			}, ""))
		}
	}
	for _, list := range []string{
		"risks", "findings", "linkages", "controls", "recommendations", "actions", "commitments", "engagements", "mechanisms", "criteria",
		"figures", "gaps", "riskChanges", "changes", "frameworks", "disclosures", "notes", "redactions",
	} {
		if !held[list] {
			t.Errorf("no row of %s was held against the schema", list)
		}
	}
}

func TestTablesReadBackAsTheRowsTheyAre(t *testing.T) {
	b := written(t, evaluated(t, "devices-2021"), report.Options{Format: report.CSV}, "devices-2021")
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int{"risks.csv": 9, "recommendations.csv": 2, "controls.csv": 3, "actions.csv": 1, "commitments.csv": 0}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		records, err := csv.NewReader(r).ReadAll()
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
			continue
		}
		if n, ok := want[f.Name]; ok && len(records) != n+1 {
			t.Errorf("%s: %d rows, want %d", f.Name, len(records)-1, n)
		}
		if f.Name != "risks.csv" {
			continue
		}
		for _, row := range records[1:] {
			for i, column := range records[0] {
				if column == "scaleFrom" && row[i] == "0" {
					t.Errorf("%s: a level that nobody has given shows as 0", row[2])
				}
			}
		}
	}
}
