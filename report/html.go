package report

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"io"
	"strings"

	"github.com/hrdd-go/hrdd/internal/escape"
)

//go:embed style.css
var style string

// policy is the content security policy of a page: nothing from outside,
// nothing that runs, and of styles only the one that the page carries.
func policy() string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; img-src data:; base-uri 'none'; form-action 'none'"
}

// html writes a report as one HTML file. It is not safe for concurrent use.
type html struct {
	stream
	lang, dataLang string // dataLang is empty where it is that of the report
	block          string // ends the block that is open
	inner          string // ends the line that is open inside the block
	depth          int    // level of the next heading
	cells          []column
	at             int    // the next cell of the row
	inRow          bool   // a row is open
	pending        string // ends what holds the table of a picture
	name           bool   // the block names what it is about
}

func newHTML(w io.Writer) *html { return &html{stream: newStream(w), depth: 2} }

// text puts text escaped.
func (h *html) text(s string) {
	h.buf = escape.Markup(h.buf, s)
	h.full()
}

// open ends the open block and begins another.
func (h *html) open(tag, end string) {
	h.close()
	h.put(tag)
	h.block = end
}

func (h *html) close() {
	h.put(h.inner)
	h.put(h.block)
	h.inner, h.block, h.name = "", "", false
}

func (h *html) begin(d heading) {
	h.lang, h.dataLang = d.lang, d.dataLang
	if h.dataLang == h.lang || !languageTag(h.dataLang) {
		h.dataLang = ""
	}
	h.put("<!DOCTYPE html>\n<html lang=\"")
	h.text(d.lang)
	h.put("\"")
	if d.rtl {
		h.put(" dir=\"rtl\"")
	}
	h.put(">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
	h.put(policy())
	h.put("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
		"<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
	if d.private {
		h.put("<meta name=\"robots\" content=\"noindex\">\n")
	}
	h.put("<title>")
	h.text(first(shorten(d.title), d.kicker))
	if d.company != "" {
		h.put(" · ")
		h.text(shorten(d.company))
	}
	h.put("</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>")
	h.put(style)
	h.put("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">")
	h.text(d.skip)
	h.put("</a>\n<header class=\"cover\">\n<p class=\"kicker\">")
	h.text(d.kicker)
	h.put("</p>\n<h1>")
	if d.title == "" {
		h.text(d.fallback)
	} else {
		h.given(d.title)
	}
	h.put("</h1>\n")
	if d.company != "" {
		h.put("<p class=\"company\">")
		h.given(d.company)
		h.put("</p>\n")
	}
}

// contents ends the title page and opens the body of the report.
func (h *html) contents(title string, parts []part) {
	h.close()
	h.put("</header>\n<div class=\"body\">\n<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">")
	h.text(title)
	h.put("</h2>\n<ol>\n")
	for _, p := range parts {
		h.put("<li><a href=\"#" + p.id + "\">")
		h.text(p.title)
		h.put("</a></li>\n")
	}
	h.put("</ol>\n</nav>\n<main id=\"main\">\n")
}

func (h *html) end() {
	h.close()
	h.put("</main>\n</div>\n</body>\n</html>\n")
	h.flush()
}

func (h *html) section(id, title string) {
	h.close()
	h.put("<section id=\"" + id + "\" aria-labelledby=\"" + id + "-title\">\n<h2 id=\"" + id + "-title\">")
	h.text(title)
	h.put("</h2>\n")
	h.depth = 3
}

func (h *html) endSection() {
	h.close()
	h.put("</section>\n")
	h.depth = 2
}

func (h *html) heading(text string) {
	h.close()
	h.put("<h3>")
	h.text(text)
	h.put("</h3>\n")
	h.depth = 4
}

func (h *html) paragraph() { h.open("<p>", "</p>\n") }
func (h *html) lead()      { h.open("<p class=\"lead\">", "</p>\n") }

func (h *html) note(kind noteKind) {
	class := [...]string{"note", "note illustrative-note", "note withheld-note"}[kind]
	h.open("<p class=\""+class+"\">", "</p>\n")
}

func (h *html) list() { h.open("<ul>\n", "") }
func (h *html) item() { h.open("<li>", "</li>\n") }
func (h *html) endList() {
	h.close()
	h.put("</ul>\n")
}

func (h *html) facts(kind factsKind) {
	h.open([...]string{"<dl class=\"facts\">\n", "<dl class=\"facts cover-facts\">\n", "<dl class=\"figures\">\n", "<dl class=\"headline\">\n"}[kind], "")
}

func (h *html) fact(name string) {
	h.open("<div><dt>", "")
	h.text(name)
	h.put("</dt><dd>")
	h.block = "</dd></div>\n"
}

func (h *html) endFacts() {
	h.close()
	h.put("</dl>\n")
}

func (h *html) record(id string) {
	h.open("<article class=\"record\"", "")
	if id != "" {
		h.put(" id=\"" + id + "\"")
	}
	h.put(">\n")
}

func (h *html) recordTitle() {
	if h.depth == 4 {
		h.open("<h4>", "</h4>\n")
	} else {
		h.open("<h3>", "</h3>\n")
	}
	h.name = true
}

func (h *html) endRecord() {
	h.close()
	h.put("</article>\n")
}

func (h *html) draws() bool { return true }

func (h *html) figure(f figure) {
	h.close()
	h.put("<figure id=\"" + f.id + "\">\n<figcaption>")
	h.text(f.title)
	h.put("</figcaption>\n")
	if f.description != "" {
		h.put("<p class=\"figure-text\">")
		h.text(f.description)
		h.put("</p>\n")
	}
	h.put("<div class=\"picture\" role=\"group\" tabindex=\"0\" aria-label=\"")
	h.text(f.title)
	h.put("\">\n")
	h.buf = append(h.buf, f.svg...)
	h.put("\n</div>\n</figure>\n") // the table stands outside it: a picture stays on one page, a table need not
	if f.tableTitle != "" {
		if f.again {
			h.put("<details class=\"again\">\n<summary>")
		} else {
			h.put("<details>\n<summary>")
		}
		h.text(f.tableTitle)
		h.put("</summary>\n")
		h.pending = "</details>\n"
	}
}

func (h *html) endFigure() {
	h.close()
	h.put(h.pending)
	h.pending = ""
}

func (h *html) say(words string) { h.text(words) }

func (h *html) strong(words string) {
	h.put("<strong>")
	h.text(words)
	h.put("</strong>")
}

// given puts text of the document: in its own language and direction.
func (h *html) given(text string) {
	h.put("<bdi")
	if h.dataLang != "" {
		h.put(" lang=\"")
		h.text(h.dataLang)
		h.put("\"")
	}
	h.put(">")
	h.text(text)
	h.put("</bdi>")
}

func (h *html) title(text string) {
	if h.name { // the heading is strong as it is
		h.given(text)
		return
	}
	h.put("<strong>")
	h.given(text)
	h.put("</strong>")
}

func (h *html) link(to, text string, own bool) {
	h.put("<a href=\"#" + to + "\">")
	if own {
		h.text(text)
	} else {
		h.given(text)
	}
	h.put("</a>")
}

func (h *html) outside(address string) {
	if !escape.SafeAddress(address) {
		h.given(address)
		return
	}
	h.put("<a class=\"address\" rel=\"noreferrer\" href=\"")
	h.text(address)
	h.put("\">")
	h.text(address)
	h.put("</a>")
}

func (h *html) missing(words string) {
	h.put("<span class=\"missing\">")
	h.text(words)
	h.put("</span>")
}

func (h *html) badge(kind badgeKind, words string) {
	h.put("<span class=\"badge ")
	h.put([...]string{"plain", "illustrative", "grave", "done", "active", "waiting", "stopped"}[kind])
	h.put("\">")
	h.text(words)
	h.put("</span>")
}

const digits = "0123456789"

func (h *html) levels(lo, hi, of int, words string) {
	h.put("<span class=\"levels\">")
	h.text(words)
	h.put("</span>")
	if lo < 1 || hi > of || of > 5 {
		h.put("<span class=\"pips unknown\" aria-hidden=\"true\"></span>")
		return
	}
	h.put("<span class=\"pips from")
	h.put(digits[lo : lo+1])
	h.put(" to")
	h.put(digits[hi : hi+1])
	h.put("\" aria-hidden=\"true\"></span>")
}

func (h *html) line() {
	h.put(h.inner)
	h.put("<span class=\"line\">")
	h.inner = "</span>"
}

func (h *html) also() {
	h.put(h.inner)
	h.put("<span class=\"also\">")
	h.inner = "</span>"
}

// languageTag reports whether a text of the document may stand where a page
// names a language: letters of a language, then further parts (BCP 47).
func languageTag(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if len(part) == 0 || len(part) > 8 || i == 0 && (len(part) < 2 || len(part) > 3) {
			return false
		}
		for _, c := range []byte(part) {
			letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}

// first returns the first text that is not empty.
func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// shorten returns the start of a text where the whole would be out of place,
// as in the title of a window.
func shorten(s string) string {
	const most = 120
	if len(s) <= most {
		return s
	}
	cut := most
	for cut > 0 && s[cut]&0xC0 == 0x80 {
		cut--
	}
	return s[:cut] + "…"
}
