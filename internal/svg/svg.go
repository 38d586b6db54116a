// Package svg writes pictures as SVG that stands inside an HTML page: shapes
// with classes that the page's style colours, and text that is escaped. It
// loads nothing, runs nothing and carries no style of its own, so that a strict
// content security policy holds.
package svg

import (
	"math"
	"strconv"
	"strings"

	"github.com/hrdd-go/hrdd/internal/escape"
)

// Picture is an SVG being drawn. It is not safe for concurrent use.
type Picture struct {
	b []byte
}

// New begins a picture of the given size in user units. id is unique in the
// page and made of letters, digits and hyphens; title names the picture and
// description says what it shows to those who do not see it.
func New(id string, width, height float64, title, description string) *Picture {
	p := &Picture{b: make([]byte, 0, 8<<10)}
	p.raw(`<svg role="img" viewBox="0 0 `)
	p.number(width)
	p.raw(" ")
	p.number(height)
	p.raw(`" aria-labelledby="` + id + `-title ` + id + `-desc"><title id="` + id + `-title">`)
	p.text(title)
	p.raw(`</title><desc id="` + id + `-desc">`)
	p.text(description)
	p.raw("</desc>")
	return p
}

// End ends the picture and returns it. The picture must not be used after.
func (p *Picture) End() []byte {
	p.raw("</svg>")
	return p.b
}

// Anchor says which end of a text stands at its place.
type Anchor string

const (
	Start  Anchor = "start"
	Middle Anchor = "middle"
	End    Anchor = "end"
)

// Group opens a group with a class; title, if not empty, is shown when it is
// pointed at.
func (p *Picture) Group(class, title string) {
	p.raw("<g")
	p.class(class)
	p.raw(">")
	if title != "" {
		p.raw("<title>")
		p.text(title)
		p.raw("</title>")
	}
}

// EndGroup closes the group that was opened last.
func (p *Picture) EndGroup() { p.raw("</g>") }

// Rect draws a rectangle; round is the radius of its corners.
func (p *Picture) Rect(x, y, width, height, round float64, class string) {
	p.raw("<rect")
	p.attr("x", x)
	p.attr("y", y)
	p.attr("width", width)
	p.attr("height", height)
	if round > 0 {
		p.attr("rx", round)
	}
	p.class(class)
	p.raw("/>")
}

// Circle draws a circle.
func (p *Picture) Circle(x, y, radius float64, class string) {
	p.raw("<circle")
	p.attr("cx", x)
	p.attr("cy", y)
	p.attr("r", radius)
	p.class(class)
	p.raw("/>")
}

// Line draws a straight line.
func (p *Picture) Line(x1, y1, x2, y2 float64, class string) {
	p.raw("<line")
	p.attr("x1", x1)
	p.attr("y1", y1)
	p.attr("x2", x2)
	p.attr("y2", y2)
	p.class(class)
	p.raw("/>")
}

// Curve draws a line that leaves its start and reaches its end level, with a
// width in user units; 0 leaves the width to the class.
func (p *Picture) Curve(x1, y1, x2, y2, width float64, class string) {
	mid := (x1 + x2) / 2
	p.raw(`<path fill="none"`)
	if width > 0 {
		p.attr("stroke-width", width)
	}
	p.class(class)
	p.raw(` d="M`)
	for i, v := range [...]float64{x1, y1, mid, y1, mid, y2, x2, y2} {
		switch i {
		case 2:
			p.raw("C")
		case 0:
		default:
			p.raw(" ")
		}
		p.number(v)
	}
	p.raw(`"/>`)
}

// Polyline draws a line through points given as x, y, x, y.
func (p *Picture) Polyline(class string, points ...float64) {
	p.raw(`<polyline fill="none"`)
	p.class(class)
	p.raw(` points="`)
	for i, v := range points {
		if i > 0 {
			p.raw(" ")
		}
		p.number(v)
	}
	p.raw(`"/>`)
}

// Text draws a line of text whose baseline starts, is centred or ends at x, y.
func (p *Picture) Text(x, y float64, anchor Anchor, class, text string) {
	p.raw("<text")
	p.attr("x", x)
	p.attr("y", y)
	if anchor != Start && anchor != "" {
		p.raw(` text-anchor="` + string(anchor) + `"`)
	}
	p.class(class)
	p.raw(">")
	p.text(text)
	p.raw("</text>")
}

func (p *Picture) class(names string) {
	if names != "" {
		p.raw(` class="` + names + `"`)
	}
}

func (p *Picture) attr(name string, v float64) {
	p.raw(" " + name + `="`)
	p.number(v)
	p.raw(`"`)
}

func (p *Picture) raw(s string) { p.b = append(p.b, s...) }

func (p *Picture) text(s string) { p.b = escape.Markup(p.b, s) }

// number appends v with one decimal at most; what is no number is drawn at 0.
func (p *Picture) number(v float64) {
	v = math.Round(v*10) / 10
	if math.IsNaN(v) || math.IsInf(v, 0) || v == 0 {
		v = 0
	}
	p.b = strconv.AppendFloat(p.b, v, 'f', -1, 64)
}

// Fit returns the start of a text that has room in a width, with an ellipsis if
// that is not the whole; size is the height of the letters. Widths are
// estimated on the safe side, as no font is at hand.
func Fit(s string, width, size float64) string {
	if Width(s, size) <= width {
		return s
	}
	room := width - ellipsis*size
	for i, r := range s {
		if room -= advance(r) * size; room < 0 {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}

// Lines breaks a text at its spaces into at most n lines that each have room in
// a width. A word that has none, and what is left after the last line, is cut
// with an ellipsis. It returns at least one line.
func Lines(s string, width, size float64, n int) []string {
	var lines []string
	for len(lines) < n-1 && Width(s, size) > width {
		at, room := -1, width
		for i, r := range s {
			if r == ' ' && i > 0 {
				at = i
			}
			if room -= advance(r) * size; room < 0 {
				break
			}
		}
		if at < 0 {
			break // the first word has no room
		}
		lines, s = append(lines, Fit(s[:at], width, size)), strings.TrimLeft(s[at:], " ")
	}
	return append(lines, Fit(s, width, size))
}

// Width returns about how wide a text is, on the safe side; size is the height
// of its letters.
func Width(s string, size float64) float64 {
	w := 0.0
	for _, r := range s {
		w += advance(r)
	}
	return w * size
}

// Bold is how much wider bold letters are: a text that is set in them has room
// where one of letters that are higher by this has.
const Bold = 1.17

// ellipsis is how wide an ellipsis is in heights of letters.
const ellipsis = 0.8

// advance returns about how wide a letter is in heights of letters. Letters of
// East Asia, and signs that are drawn as pictures, are as wide as they are high.
func advance(r rune) float64 {
	switch {
	case r >= 0x1100 && r <= 0x115F, r >= 0x2E80 && r <= 0xA4CF, r >= 0xAC00 && r <= 0xD7A3, r >= 0xF900 && r <= 0xFAFF,
		r >= 0xFE30 && r <= 0xFE6F, r >= 0xFF00 && r <= 0xFF60, r >= 0x1F300:
		return 1
	case r == ' ', r == 'i', r == 'l', r == '.', r == ',', r == '\'', r == '’':
		return 0.36
	case r >= 'A' && r <= 'Z', r == 'm', r == 'w', r == '—', r == '…':
		return 0.8
	}
	return 0.58
}
