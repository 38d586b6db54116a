package svg

import (
	"encoding/xml"
	"io"
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

// hostile is text that breaks a picture which does not escape it.
const hostile = "</title><script>alert(1)</script>\"'&\x00\u202E\xff"

func TestAPictureIsWellFormedWhateverTheTextSays(t *testing.T) {
	p := New("a", 100, 50, hostile, hostile)
	p.Group("g", hostile)
	p.Rect(0, 0, 10, 10, 2, "r")
	p.Circle(1, 1, 1, "c")
	p.Line(0, 0, 1, 1, "")
	p.Curve(0, 0, 1, 1, 2, "k")
	p.Polyline("l", 0, 0, 1, 1)
	p.Text(1, 1, Middle, "t", hostile)
	p.EndGroup()
	got := string(p.End())
	elements := map[string]int{}
	d := xml.NewDecoder(strings.NewReader(got))
	for {
		tok, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v in %s", err, got)
		}
		if e, ok := tok.(xml.StartElement); ok {
			elements[e.Name.Local]++
		}
	}
	want := map[string]int{"svg": 1, "title": 2, "desc": 1, "g": 1, "rect": 1, "circle": 1, "line": 1, "path": 1, "polyline": 1, "text": 1}
	for name, n := range want {
		if elements[name] != n {
			t.Errorf("%d <%s>, want %d", elements[name], name, n)
		}
	}
	if len(elements) != len(want) {
		t.Errorf("elements that nobody drew: %v", elements)
	}
	if !strings.Contains(got, `aria-labelledby="a-title a-desc"`) {
		t.Error("the picture has no name")
	}
}

func TestNumbersAreShort(t *testing.T) {
	p := &Picture{}
	for _, v := range []float64{1.0 / 3, 2, -0.04, math.NaN(), math.Inf(1), 1e3} {
		p.number(v)
		p.raw(" ")
	}
	if got := string(p.b); got != "0.3 2 0 0 0 1000 " {
		t.Errorf("%q", got)
	}
}

func TestTextThatHasNoRoomIsShortened(t *testing.T) {
	for _, c := range []struct {
		s     string
		width float64
		want  string
	}{{"short", 100, "short"}, {"élément très long", 56, "élément…"}, {"x", 0, "…"}, {"", 0, ""}} {
		got := Fit(c.s, c.width, 10)
		if got != c.want || !utf8.ValidString(got) {
			t.Errorf("%q in %v: %q, want %q", c.s, c.width, got, c.want)
		}
	}
	if Width("abc", 10) <= 0 {
		t.Error("text takes no room")
	}
}
