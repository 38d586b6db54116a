package report_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/assessment/assessmenttest"
	"github.com/hrdd-go/hrdd/report"
	"github.com/hrdd-go/hrdd/risk"
)

// marked is a place of a document with a text that stands nowhere else.
type marked struct{ pointer, token string }

// markTexts puts a text of its own into every plain text of a document.
func markTexts(v reflect.Value, pointer string, out *[]marked) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			if !v.Field(i).CanSet() || name == "-" || name == "" && !v.Type().Field(i).Anonymous {
				continue
			}
			at := pointer
			if name != "" {
				at += "/" + name
			}
			switch at {
			case "/method", "/language", "/redactions", "/version", "/waivers":
				continue // chosen by rules of their own, or about the report itself
			}
			markTexts(v.Field(i), at, out)
		}
	case reflect.Slice:
		for i := range v.Len() {
			markTexts(v.Index(i), fmt.Sprintf("%s/%d", pointer, i), out)
		}
	case reflect.String:
		if v.Type() != reflect.TypeFor[string]() || strings.HasSuffix(pointer, "anguage") || strings.HasSuffix(pointer, "urrency") {
			return
		}
		token := fmt.Sprintf("zq%dqz", len(*out))
		v.SetString(token)
		*out = append(*out, marked{pointer, token})
	}
}

// everything returns a report in every format, archives unpacked.
func everything(t *testing.T, ev *assessment.Evaluation, audience report.Audience) map[report.Format]string {
	t.Helper()
	out := map[report.Format]string{}
	review := assessment.Review(ev, assessment.ReviewOptions{Profile: allProfiles, FreshLookDays: 1})
	for f := report.HTML; f.Valid(); f++ {
		var b bytes.Buffer
		opts := report.Options{Format: f, Audience: audience, Review: review}
		if err := report.Write(context.Background(), &b, ev, opts); err != nil {
			t.Fatal(err)
		}
		if audience == report.Affected && f <= report.Markdown { // and what they get only if it is asked for
			for s := report.Summary; s.Valid(); s++ {
				opts.Sections = append(opts.Sections, s)
			}
			if err := report.Write(context.Background(), &b, ev, opts); err != nil {
				t.Fatal(err)
			}
		}
		out[f] = b.String()
		if f != report.CSV {
			continue
		}
		z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			t.Fatal(err)
		}
		var all strings.Builder
		for _, file := range z.File {
			r, err := file.Open()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.Copy(&all, r); err != nil {
				t.Fatal(err)
			}
		}
		out[f] = all.String()
	}
	return out
}

func TestWhatIsRedactedLeavesInNoFormat(t *testing.T) {
	doc := randomDocument(7, 5)
	var texts []marked
	markTexts(reflect.ValueOf(doc).Elem(), "", &texts)
	doc.Redactions = nil
	ev, err := assessment.Evaluate(context.Background(), doc, assessment.EvaluateOptions{Method: risk.UNGP()})
	if err != nil {
		t.Fatal(err)
	}
	open := everything(t, ev, report.Public)
	shown := 0
	for _, m := range texts {
		if !strings.Contains(open[report.HTML], m.token) {
			continue
		}
		shown++
		parents := []string{m.pointer}
		if parts := strings.Split(m.pointer, "/"); len(parts) > 3 { // the item that holds it
			parents = append(parents, strings.Join(parts[:3], "/"))
		}
		for _, pointer := range parents {
			doc.Redactions = []assessment.Redaction{{Pointer: pointer, Reason: assessment.RiskToPeople}}
			for _, audience := range []report.Audience{report.Public, report.Affected} {
				for format, text := range everything(t, ev, audience) {
					if strings.Contains(text, m.token) {
						t.Errorf("%s is redacted, and %s for %s shows the text at %s", pointer, format, audience, m.pointer)
					}
				}
			}
			if !strings.Contains(everything(t, ev, report.Internal)[report.HTML], m.token) {
				t.Errorf("%s does not show inside the company", m.pointer)
			}
		}
	}
	if shown < 20 {
		t.Errorf("the report shows only %d texts of the document; the test shows too little", shown)
	}
}

// markFigures gives each count and each date of a document a value that no other
// has, but for dates whose order matters: those of events and of histories.
func markFigures(v reflect.Value, pointer string, out *[]figure) {
	number := 7_000_001 + 13*len(*out)
	switch v.Type() {
	case reflect.TypeFor[risk.Count]():
		if _, stated := v.Interface().(risk.Count).Known(); stated {
			v.Set(reflect.ValueOf(risk.CountOf(number)))
			s := strconv.Itoa(number)
			*out = append(*out, figure{pointer, []string{s, s[:1] + "," + s[1:4] + "," + s[4:]}})
		}
		return
	case reflect.TypeFor[risk.Date]():
		if !v.IsZero() && !strings.Contains(pointer, "/events/") && !strings.Contains(pointer, "/history/") {
			day := risk.MustParseDate(fmt.Sprintf("%d-05-10", 1500+len(*out)))
			v.Set(reflect.ValueOf(day))
			*out = append(*out, figure{pointer, []string{day.String(), fmt.Sprintf("%d %s %d", day.Day(), day.Month(), day.Year())}})
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			if !v.Field(i).CanSet() || name == "-" || name == "" && !v.Type().Field(i).Anonymous {
				continue
			}
			at := pointer
			if name != "" {
				at += "/" + name
			}
			switch at {
			case "/redactions", "/waivers", "/version":
				continue
			}
			markFigures(v.Field(i), at, out)
		}
	case reflect.Slice:
		for i := range v.Len() {
			markFigures(v.Index(i), fmt.Sprintf("%s/%d", pointer, i), out)
		}
	}
}

// figure is a count or a date in a document, and how reports write it.
type figure struct {
	pointer string
	written []string
}

func (f figure) in(text string) bool {
	text = strings.ReplaceAll(text, "\u00a0", " ")
	return slices.ContainsFunc(f.written, func(s string) bool { return strings.Contains(text, s) })
}

func TestAFigureThatIsRedactedLeavesInNoFormat(t *testing.T) {
	doc := randomDocument(7, 5)
	var figures []figure
	doc.RecommendationCount, doc.CommitmentCount = risk.CountOf(1), risk.CountOf(1)
	markFigures(reflect.ValueOf(doc).Elem(), "", &figures)
	doc.Redactions = nil
	ev, err := assessment.Evaluate(context.Background(), doc, assessment.EvaluateOptions{Method: risk.UNGP()})
	if err != nil {
		t.Fatal(err)
	}
	open := everything(t, ev, report.Public)
	shown := 0
	for _, f := range figures {
		if !f.in(open[report.HTML]) && !f.in(open[report.JSON]) {
			continue
		}
		shown++
		doc.Redactions = []assessment.Redaction{{Pointer: f.pointer, Reason: assessment.RiskToPeople}}
		for _, audience := range []report.Audience{report.Public, report.Affected} {
			for format, text := range everything(t, ev, audience) {
				if f.in(text) {
					t.Errorf("%s is redacted, and %s for %s shows it", f.pointer, format, audience)
				}
			}
		}
	}
	if shown < 20 {
		t.Errorf("the report shows only %d figures of the document; the test shows too little", shown)
	}
}

func TestConfidentialEvidenceStaysInside(t *testing.T) {
	doc := assessmenttest.Assessment()
	doc.Findings = []assessment.Finding{{ID: doc.ID, Title: "finding"}}
	evidence := []struct {
		source string
		secret bool
	}{{"open-source-text", false}, {"secret-source-text", true}}
	for _, e := range evidence {
		var k = doc.Findings[0].Evidence
		doc.Findings[0].Evidence = append(k, evidenceOf(e.source, e.secret))
	}
	ev, err := assessment.Evaluate(context.Background(), doc, assessment.EvaluateOptions{Method: risk.UNGP()})
	if err != nil {
		t.Fatal(err)
	}
	for format, text := range everything(t, ev, report.Public) {
		if strings.Contains(text, "secret-source-text") {
			t.Errorf("%s shows confidential evidence to the public", format)
		}
	}
	public, inside := everything(t, ev, report.Public)[report.HTML], everything(t, ev, report.Internal)[report.HTML]
	if !strings.Contains(public, "open-source-text") || !strings.Contains(public, "1 confidential piece of evidence is not shown") {
		t.Error("the public report does not say that evidence is kept back")
	}
	if !strings.Contains(inside, "secret-source-text") {
		t.Error("the internal report lacks the evidence")
	}
}

func TestAFewPeopleAreNotCountedOutsideTheCompany(t *testing.T) {
	doc := assessmenttest.Assessment()
	doc.Engagements = []assessment.Engagement{{ID: doc.ID, People: risk.CountOf(3), Heard: "what-the-three-said"}}
	ev, err := assessment.Evaluate(context.Background(), doc, assessment.EvaluateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, audience := range []report.Audience{report.Public, report.Affected} {
		all := everything(t, ev, audience)
		for format, text := range all {
			if strings.Contains(text, "what-the-three-said") || strings.Contains(text, `"people":3`) {
				t.Errorf("%s for %s shows what three people said, or that they were three", format, audience)
			}
		}
		if !strings.Contains(all[report.HTML], "fewer than 5") {
			t.Errorf("%s: that there were few is not said", audience)
		}
	}
	if !strings.Contains(everything(t, ev, report.Internal)[report.HTML], "what-the-three-said") {
		t.Error("inside the company it does not show")
	}
}
