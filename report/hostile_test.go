package report_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/assessment/assessmenttest"
	"github.com/hrdd-go/hrdd/report"
	"github.com/hrdd-go/hrdd/risk"
)

func evidenceOf(source string, secret bool) risk.Evidence {
	return risk.Evidence{Kind: risk.Document, Source: source, Confidential: secret}
}

// randomDocument returns a document made up of chance, whose recommendations
// have a history that can be followed.
func randomDocument(seed uint64, sparse int) *assessment.Assessment {
	doc := assessmenttest.Random(seed, assessmenttest.RandomOptions{Sparse: sparse})
	for i := range doc.Recommendations {
		doc.Recommendations[i].Events = assessmenttest.Recommendation(i+1, assessment.Propose, assessment.Accept, assessment.Start).Events
	}
	return doc
}

// payloads returns texts that break pages which do not escape them.
func payloads(t testing.TB) []string {
	t.Helper()
	list := []string{
		"</title><script>window.planted=1;console.log('planted')</script>", "<img src=x onerror=alert(1)>", `"><svg onload=alert(1)>`,
		"'><a href=javascript:alert(1)>x</a>", "\u202Egpj.exe", "a\u2066b", "\xff\xfe\x00broken", "=cmd|' /C calc'!A0", "@SUM(1+1)",
		"| a | b |\n|---|---|", "# heading\n\n- list", "[x](javascript:alert(1))", "]]>", "<!--", "-->", "</style><style>*{display:none}",
		"{{.}}", "&lt;script&gt;", "javascript:alert(1)", "https://example.org/\"onmouseover=\"alert(1)", strings.Repeat("long ", 200),
	}
	if b, err := os.ReadFile("../../shared/data/xss-payloads/xss-payload-list.txt"); err == nil {
		list = append(list, strings.Split(string(b), "\n")...)
	} else {
		t.Logf("without the public list: %v", err)
	}
	if b, err := os.ReadFile("../../shared/data/naughty-strings/blns.json"); err == nil {
		var more []string
		if err := json.Unmarshal(b, &more); err != nil {
			t.Fatal(err)
		}
		list = append(list, more...)
	}
	return list
}

// fill puts a hostile text into every text of a value, names of catalogues and
// extensions included.
func fill(v reflect.Value, next func() string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			switch v.Type().Field(i).Name {
			case "Method", "Extensions", "Redactions":
				continue
			}
			if v.Field(i).CanSet() {
				fill(v.Field(i), next)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			fill(v.Index(i), next)
		}
	case reflect.String:
		v.SetString(next())
	}
}

// hostileEvaluation returns an evaluation whose every text is hostile.
func hostileEvaluation(t testing.TB, seed uint64, list []string) *assessment.Evaluation {
	t.Helper()
	doc := randomDocument(seed, 20)
	i := int(seed) * 7919
	fill(reflect.ValueOf(doc).Elem(), func() string { i++; return list[i%len(list)] })
	ev, err := assessment.Evaluate(context.Background(), doc, assessment.EvaluateOptions{Method: risk.UNGP()})
	if err != nil {
		t.Fatal(err)
	}
	return ev
}

func TestHostileTextStaysText(t *testing.T) {
	list := payloads(t)
	for seed := range uint64(8) {
		ev := hostileEvaluation(t, seed, list)
		name := ""
		if seed == 0 {
			name = "hostile"
		}
		page := written(t, ev, report.Options{Audience: report.Internal}, name)
		harmless := tagsOf(written(t, hostileEvaluation(t, seed, []string{"harmless"}), report.Options{Audience: report.Internal}, ""))
		for tag := range tagsOf(page) {
			if !harmless[tag] && tag != "a" { // an address that may be a link becomes one
				t.Errorf("seed %d: a text of the document became <%s>", seed, tag)
			}
		}
		md := written(t, ev, report.Options{Format: report.Markdown, Audience: report.Internal}, name)
		for _, line := range bytes.Split(md, []byte("\n")) {
			// Addresses that are safe are the one thing that stands between < and >.
			rest := bytes.ReplaceAll(bytes.ReplaceAll(line, []byte("<https://"), nil), []byte("<http://"), nil)
			if bytes.IndexByte(rest, '<') >= 0 && !bytes.Contains(rest, []byte("<mailto:")) {
				t.Errorf("seed %d: markup in Markdown: %.200s", seed, line)
			}
		}
		if !json.Valid(written(t, ev, report.Options{Format: report.JSON}, "")) {
			t.Errorf("seed %d: the JSON report is not JSON", seed)
		}
	}
}

// tagsOf returns the names of the elements of a page, as a browser would see
// the starts of tags.
func tagsOf(page []byte) map[string]bool {
	tags := map[string]bool{}
	_, body, _ := bytes.Cut(page, []byte("</style>"))
	for {
		at := bytes.IndexByte(body, '<')
		if at < 0 {
			return tags
		}
		body = body[at+1:]
		end := bytes.IndexAny(body, " >\t\n")
		if end < 0 {
			return tags
		}
		tags[string(bytes.TrimPrefix(body[:end], []byte("/")))] = true
	}
}

func TestATitleOfAMegabyteIsWritten(t *testing.T) {
	doc := assessmenttest.Assessment(func(a *assessment.Assessment) { a.Title = strings.Repeat("<b>&", 1<<18) })
	ev, err := assessment.Evaluate(context.Background(), doc, assessment.EvaluateOptions{Method: risk.UNGP()})
	if err != nil {
		t.Fatal(err)
	}
	for f := report.HTML; f.Valid(); f++ {
		if f == report.CSV {
			continue // no table has the title
		}
		if n := len(written(t, ev, report.Options{Format: f}, "")); n < 1<<20 {
			t.Errorf("%v: %d bytes", f, n)
		}
	}
}

// failing is a writer that breaks after some bytes.
type failing struct{ left int }

var errFull = errors.New("the disk is full")

func (f *failing) Write(b []byte) (int, error) {
	if len(b) > f.left {
		n := f.left
		f.left = 0
		return n, errFull
	}
	f.left -= len(b)
	return len(b), nil
}

// short is a writer that writes less than it is given and does not say why.
type short struct{}

func (short) Write(b []byte) (int, error) { return len(b) / 2, nil }

func TestAWriterThatFailsIsReported(t *testing.T) {
	ev := evaluated(t, "devices-2021")
	for f := report.HTML; f.Valid(); f++ {
		opts := report.Options{Format: f}
		size := len(written(t, ev, opts, ""))
		for _, left := range []int{0, 1, size / 2, size - 1} {
			if err := report.Write(context.Background(), &failing{left}, ev, opts); !errors.Is(err, errFull) {
				t.Errorf("%v, room for %d of %d bytes: %v", f, left, size, err)
			}
		}
		if err := report.Write(context.Background(), &failing{size}, ev, opts); err != nil {
			t.Errorf("%v with room for all: %v", f, err)
		}
		if err := report.Write(context.Background(), short{}, ev, opts); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("%v, short writer: %v", f, err)
		}
	}
}

func TestWhatCannotBeWrittenIsRefusedBeforeAnythingIsWritten(t *testing.T) {
	ev := evaluated(t, "salience-2020")
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	languageError, optionError := new(*report.LanguageError), new(*report.OptionError)
	for name, c := range map[string]struct {
		ctx  context.Context
		ev   *assessment.Evaluation
		opts report.Options
		want func(error) bool
	}{
		"no evaluation":         {context.Background(), nil, report.Options{}, func(e error) bool { return errors.Is(e, report.ErrNoEvaluation) }},
		"no such language":      {context.Background(), ev, report.Options{Language: "tlh"}, func(e error) bool { return errors.As(e, languageError) }},
		"no such section":       {context.Background(), ev, report.Options{Sections: []report.Section{99}}, func(e error) bool { return errors.As(e, optionError) }},
		"no such format":        {context.Background(), ev, report.Options{Format: 99}, func(e error) bool { return errors.As(e, optionError) }},
		"no such audience":      {context.Background(), ev, report.Options{Audience: 99}, func(e error) bool { return errors.As(e, optionError) }},
		"context already ended": {cancelled, ev, report.Options{}, func(e error) bool { return errors.Is(e, context.Canceled) }},
		"broken translation": {context.Background(), ev, report.Options{Language: "xx", Translations: []report.Translation{
			{Tag: "xx", Texts: map[string]string{"place": "{0"}}}}, func(e error) bool { return errors.As(e, languageError) }},
	} {
		var b bytes.Buffer
		if err := report.Write(c.ctx, &b, c.ev, c.opts); !c.want(err) || b.Len() > 0 {
			t.Errorf("%s: %v, %d bytes", name, err, b.Len())
		}
	}
}

// cancelling is a writer that ends a context on its first write.
type cancelling struct{ cancel context.CancelFunc }

func (c cancelling) Write(b []byte) (int, error) { c.cancel(); return len(b), nil }

func TestAContextThatEndsStopsTheWriting(t *testing.T) {
	ev := longEvaluation(20_000)
	for f := report.HTML; f.Valid(); f++ {
		ctx, cancel := context.WithCancel(context.Background())
		if err := report.Write(ctx, cancelling{cancel}, ev, report.Options{Format: f}); !errors.Is(err, context.Canceled) {
			t.Errorf("%v: %v", f, err)
		}
	}
}

func TestTheSameEvaluationGivesTheSameBytes(t *testing.T) {
	for f := report.HTML; f.Valid(); f++ {
		for seed := range uint64(4) {
			ev := hostileEvaluation(t, seed, []string{"a", "b", "c"})
			opts := report.Options{Format: f}
			if a, b := written(t, ev, opts, ""), written(t, ev, opts, ""); !bytes.Equal(a, b) {
				t.Errorf("%v of document %d differs from one run to the next", f, seed)
			}
		}
	}
}
