package escape

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"html"
	"html/template"
	"io"
	"io/fs"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// hostile returns texts that break programs which do not escape: own ones and,
// where present, public lists.
func hostile(t testing.TB) []string {
	t.Helper()
	texts := []string{
		"", "plain", "O'Neill & Sons <b>\"x\"</b>", "</title><script>alert(1)</script>", "a\x00b\x1bc\x7fd\u0085e",
		"\xff\xfe broken \xc3", "\u202Egnp.exe", "\u2066x\u2069", "שלום\u200F", "tab\tline\nfeed\rreturn",
		"\uFFFE\uFFFF\uFDD0", "]]>", "<!--", "--><svg onload=alert(1)>", "{{.}}", "`${x}`", "+ADw-script+AD4-",
		"|a|b|", "# heading", "1. list", "1) list", "- list", "+ list", "* list", "> quote", "    code", "```",
		"[x](javascript:alert(1))", "![x](https://example.org/x.png)", "<https://example.org>", "https://example.org",
		"www.example.org", "a@example.org", "a\n===", "a\n---", "a\\", "&lt;", "&#60;", "~~x~~", "$x$", "[^1]", "[x]: y",
		"=1+1", "+1", "-1", "@SUM(1)", "\t=1", "  =1", "\"=1", "＝1", "%0A=1", "|calc", strings.Repeat("<", 1<<16),
	}
	for _, file := range []string{"xss-payloads/xss-payload-list.txt", "csv-injection/Intruder/csv-payload.txt"} {
		if b, err := shared(file); err == nil {
			texts = append(texts, strings.Split(string(b), "\n")...)
		} else {
			t.Logf("without the public list %s: %v", file, err)
		}
	}
	if b, err := shared("naughty-strings/blns.json"); err == nil {
		var list []string
		if err := json.Unmarshal(b, &list); err != nil {
			t.Fatal(err)
		}
		texts = append(texts, list...)
	}
	return texts
}

// shared reads a public list that is kept beside the project, if it is there.
func shared(file string) ([]byte, error) {
	dir := "../.." // the module root
	for range 4 {
		b, err := os.ReadFile(dir + "/../shared/data/" + file)
		if !errors.Is(err, fs.ErrNotExist) {
			return b, err
		}
		dir += "/.."
	}
	return nil, fs.ErrNotExist
}

func TestMarkupReadsBackAsTheTextItWas(t *testing.T) {
	for _, s := range hostile(t) {
		got := string(Markup(nil, s))
		if strings.ContainsAny(got, "<>\"'") {
			t.Errorf("%.40q: %.80q holds a character of markup", s, got)
		}
		if want := string(Clean(nil, s)); html.UnescapeString(got) != want {
			t.Errorf("%.40q reads back as %.80q, want %.80q", s, html.UnescapeString(got), want)
		}
	}
}

func TestMarkupSaysTheSameAsHTMLTemplate(t *testing.T) {
	page := template.Must(template.New("").Parse(`<p title="{{.}}">{{.}}</p>`))
	for _, s := range hostile(t) {
		if string(Clean(nil, s)) != s {
			continue // what cannot be shown is ours to name; html/template lets it pass
		}
		var theirs bytes.Buffer
		if err := page.Execute(&theirs, s); err != nil {
			t.Fatal(err)
		}
		ours := string(Markup(nil, s))
		ours = `<p title="` + ours + `">` + ours + `</p>`
		if html.UnescapeString(ours) != html.UnescapeString(theirs.String()) {
			t.Errorf("%.40q: %.80q, html/template has %.80q", s, ours, theirs.String())
		}
	}
}

func TestMarkupIsWellFormedXML(t *testing.T) {
	for _, s := range hostile(t) {
		doc := `<a b="` + string(Markup(nil, s)) + `">` + string(Markup(nil, s)) + `</a>`
		d := xml.NewDecoder(strings.NewReader(doc))
		elements := 0
		for {
			tok, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Errorf("%.40q: %v", s, err)
				break
			}
			if _, ok := tok.(xml.StartElement); ok {
				elements++
			}
		}
		if elements != 1 {
			t.Errorf("%.40q: %d elements, want 1", s, elements)
		}
	}
}

func TestOnlyWebAndMailAddressesBecomeLinks(t *testing.T) {
	for s, want := range map[string]bool{
		"https://example.org/a?b=c&d": true, "HTTP://example.org": true, "mailto:a@example.org": true,
		"javascript:alert(1)": false, " https://example.org": false, "java\nscript:alert(1)": false,
		"data:text/html,x": false, "//example.org": false, "https:/x": false, "https://a b": false, "": false,
		"https://\xff": false, "vbscript:x": false, "https://a\\b": false,
	} {
		if got := SafeAddress(s); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
		if b, ok := Address(nil, s); ok != want || !ok && len(b) > 0 {
			t.Errorf("%q: %q, %v", s, b, ok)
		}
	}
	for _, s := range hostile(t) {
		if strings.Contains(strings.ToLower(s), "script:") && SafeAddress(s) && !strings.HasPrefix(strings.ToLower(s), "http") {
			t.Errorf("%q would become a link", s)
		}
	}
}

func TestMarkdownStaysOnItsLineAndHoldsNoMarkup(t *testing.T) {
	for _, s := range hostile(t) {
		got := string(Markdown(nil, s))
		if strings.ContainsAny(got, "\n\r\t<>") {
			t.Errorf("%.40q: %.80q", s, got)
		}
		for i, c := range []byte(got) {
			if strings.IndexByte("`*_[]|~$", c) >= 0 && (i == 0 || got[i-1] != '\\') {
				t.Errorf("%.40q: %q stands bare in %.80q", s, c, got)
				break
			}
		}
		if strings.Contains(got, "://") || strings.HasPrefix(got, " ") || strings.HasPrefix(got, "#") {
			t.Errorf("%.40q: %.80q", s, got)
		}
	}
	for s, want := range map[string]string{
		"1. x": `1\. x`, "12) x": `12\) x`, "v1.2": "v1.2", "- x": `\- x`, "a - b": "a - b", "a\n\n b": "a b",
		"www.x.org": `www\.x.org`, "a|b": `a\|b`, "UNGP 13(b)": "UNGP 13(b)", " x ": "x",
		"dû à l'eau": "dû à l'eau", "a  b": "a b", "é\n\né": "é é",
	} {
		if got := string(Markdown(nil, s)); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestNoCellIsAFormula(t *testing.T) {
	for _, s := range hostile(t) {
		row := append(Cell(nil, s), "\r\n"...)
		records, err := csv.NewReader(bytes.NewReader(row)).ReadAll()
		if s == "" {
			continue
		}
		if err != nil || len(records) != 1 || len(records[0]) != 1 {
			t.Errorf("%.40q: %d records, %v", s, len(records), err)
			continue
		}
		if got := records[0][0]; got != "" && strings.ContainsAny(got[:1], "=+-@\t\r|%") {
			t.Errorf("%.40q starts a formula: %.40q", s, got)
		}
	}
	for s, want := range map[string]string{
		"plain": `"plain"`, `a "b"`: `"a ""b"""`, "=1": `"'=1"`, "a=b": `"a=b"`, "1,2": `"1,2"`, "": `""`,
	} {
		if got := string(Cell(nil, s)); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}

func TestNoCellIsAFormulaWhereSemicolonsSeparateCells(t *testing.T) {
	for _, s := range append(hostile(t), "x;=1+1", "x; =1", "a\n=1", "a\r\n@x", "a\t+1", ";;;=1", "= ;-1", "a;\"=1", "a;'=1", "; ;", "a;b") {
		for line := range strings.FieldsFuncSeq(string(Cell(nil, s)), func(r rune) bool { return strings.ContainsRune(separators, r) }) {
			if cell := strings.TrimLeft(line, " \""); starts(cell) {
				t.Errorf("%.60q: the cell %.60q is a formula", s, cell)
			}
		}
	}
	for s, want := range map[string]string{"a;b": `"a;b"`, "a;=1": `"a;'=1"`, "a; -b": `"a;' -b"`, "a\n\n=b": "\"a\n\n'=b\"", ";;=": `"';;'="`} {
		if got := string(Cell(nil, s)); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}

func TestACellOfAMegabyteTakesTimeInProportionToIt(t *testing.T) {
	for _, s := range []string{";", " ;", "\n", "; =", "\""} {
		n := 1 << 20 / len(s)
		if got := len(Cell(nil, strings.Repeat(s, n))); got < n || got > 3*len(s)*n+4 { // and it ends
			t.Errorf("%q: %d bytes", s, got)
		}
	}
}

func FuzzEveryFormat(f *testing.F) {
	for _, s := range []string{"", "<b>", "\u202E", "\xff", "=1", "a|b", "1."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		clean := string(Clean(nil, s))
		if !utf8.ValidString(clean) {
			t.Fatalf("%q stays broken: %q", s, clean)
		}
		if got := string(Markup(nil, s)); html.UnescapeString(got) != clean || strings.ContainsAny(got, `<>"'`) {
			t.Fatalf("%q: markup %q", s, got)
		}
		if got := string(Markdown(nil, s)); strings.ContainsAny(got, "\n\r\t<>") {
			t.Fatalf("%q: markdown %q", s, got)
		}
		if got := string(Cell(nil, s)); len(got) > 1 && strings.ContainsAny(got[1:2], "=+-@\t\r|%") {
			t.Fatalf("%q: cell %q", s, got)
		}
	})
}

func BenchmarkMarkup(b *testing.B) {
	s := strings.Repeat("Suppliers of minerals & metals (not named). ", 20)
	buf := make([]byte, 0, 2*len(s))
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		buf = Markup(buf[:0], s)
	}
}
