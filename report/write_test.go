package report_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
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
		for _, lang := range []string{"en", "fr"} {
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
	for _, name := range []string{"salience-2020", "devices-2020", "devices-2021"} {
		for _, audience := range []report.Audience{report.Public, report.Internal} {
			b := written(t, evaluated(t, name), report.Options{Format: report.JSON, Audience: audience}, name)
			d := json.NewDecoder(bytes.NewReader(b))
			d.UseNumber()
			var value any
			if err := d.Decode(&value); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			breaches, err := schema.Check("", value)
			if err != nil || len(breaches) > 0 {
				t.Errorf("%s: %v %v", name, breaches, err)
			}
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
