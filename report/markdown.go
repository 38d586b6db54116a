package report

import (
	"io"
	"strings"

	"github.com/hrdd-go/hrdd/internal/escape"
)

// markdown writes a report as CommonMark with tables. Pictures have no place
// in it; the tables with the same figures have.
type markdown struct {
	stream
	colon, semicolon string
	block            string // ends the block that is open
	depth            int
	inRow            bool
	sentence         bool // what was put last ends one
}

// newMarkdown returns a page that puts the colon after names and the semicolon
// between values as the language has them.
func newMarkdown(w io.Writer, colon, semicolon string) *markdown {
	return &markdown{stream: newStream(w), depth: 2, colon: colon, semicolon: semicolon}
}

func (m *markdown) text(s string) {
	m.sentence = strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
	before := len(m.buf)
	m.buf = escape.Markdown(m.buf, s)
	if len(s) > 0 && len(m.buf) > before {
		// The escaping trims a text; inside a sentence its spaces count.
		if s[len(s)-1] == ' ' {
			m.buf = append(m.buf, ' ')
		}
	}
	m.full()
}

// inside puts words that stand in the middle of a line, with the space that
// they start with.
func (m *markdown) inside(s string) {
	if strings.HasPrefix(s, " ") {
		m.put(" ")
		s = strings.TrimLeft(s, " ")
	}
	m.text(s)
}

func (m *markdown) open(start, end string) {
	m.close()
	m.put(start)
	m.block = end
}

func (m *markdown) close() {
	m.put(m.block)
	m.block = ""
}

func (m *markdown) begin(h heading) {
	m.put("**")
	m.text(h.kicker)
	m.put("**\n\n# ")
	m.text(first(h.title, h.fallback))
	m.put("\n\n")
	if h.company != "" {
		m.put("**")
		m.text(h.company)
		m.put("**\n\n")
	}
}

func (m *markdown) contents(title string, parts []part) {
	m.close()
	m.put("## ")
	m.text(title)
	m.put("\n\n")
	for _, p := range parts {
		m.put("- ")
		m.text(p.title)
		m.put("\n")
	}
	m.put("\n")
}

func (m *markdown) end() {
	m.close()
	m.flush()
}

func (m *markdown) section(_, title string) {
	m.open("## ", "")
	m.text(title)
	m.put("\n\n")
	m.depth = 3
}

func (m *markdown) endSection() { m.close() }

func (m *markdown) heading(text string) {
	m.open("### ", "")
	m.text(text)
	m.put("\n\n")
	m.depth = 4
}

func (m *markdown) paragraph() { m.open("", "\n\n") }
func (m *markdown) lead()      { m.open("", "\n\n") }
func (m *markdown) note(noteKind) {
	m.open("> ", "\n\n")
}

func (m *markdown) list() { m.close() }
func (m *markdown) item() { m.open("- ", "\n") }
func (m *markdown) endList() {
	m.close()
	m.put("\n")
}

func (m *markdown) facts(factsKind) { m.close() }
func (m *markdown) fact(name string) {
	m.open("- **", "\n")
	m.text(name)
	m.put("**" + m.colon)
}
func (m *markdown) endFacts() { m.endList() }

func (m *markdown) record(string) { m.close() }
func (m *markdown) recordTitle() {
	m.open(strings.Repeat("#", m.depth)+" ", "\n\n")
}
func (m *markdown) endRecord() { m.close() }

func (m *markdown) table(t table) {
	m.open("**", "")
	m.text(t.caption)
	m.put("**\n\n|")
	for _, c := range t.columns {
		m.put(" ")
		m.text(c.title)
		m.put(" |")
	}
	m.put("\n|")
	for _, c := range t.columns {
		if c.kind == numberColumn {
			m.put(" ---: |")
		} else {
			m.put(" --- |")
		}
	}
	m.put("\n")
	m.inRow = false
}

func (m *markdown) row(string) {
	m.endRow()
	m.put("|")
	m.inRow = true
}

func (m *markdown) endRow() {
	m.close()
	if m.inRow {
		m.put("\n")
	}
	m.inRow = false
}

func (m *markdown) cell() { m.open(" ", " |") }

func (m *markdown) endTable() {
	m.endRow()
	m.put("\n")
}

func (m *markdown) draws() bool { return false }

// figure puts nothing: what a picture shows, the table that follows says.
func (m *markdown) figure(figure) { m.close() }
func (m *markdown) endFigure()    { m.close() }

func (m *markdown) say(words string) { m.inside(words) }

func (m *markdown) strong(words string) {
	m.put("**")
	m.text(words)
	m.put("**")
}

func (m *markdown) given(text string) { m.text(strings.TrimSpace(text)) }
func (m *markdown) title(text string) { m.text(strings.TrimSpace(text)) }

func (m *markdown) link(_, text string, own bool) { m.given(text) }

func (m *markdown) outside(address string) {
	if !escape.SafeAddress(address) || strings.ContainsAny(address, "<>") {
		m.given(address)
		return
	}
	m.put("<" + address + ">")
}

func (m *markdown) missing(words string) {
	m.put("*")
	m.text(words)
	m.put("*")
}

func (m *markdown) badge(_ badgeKind, words string) {
	m.put("**\\[")
	m.text(words)
	m.put("\\]**")
}

func (m *markdown) levels(_, _, _ int, words string) { m.text(words) }

// also begins a line of its own, where there can be one: not in a table.
func (m *markdown) also() {
	if m.inRow {
		m.line()
		return
	}
	m.put("\\\n  ")
}

func (m *markdown) line() {
	if m.sentence {
		m.put(" ")
		return
	}
	m.put(m.semicolon)
}
