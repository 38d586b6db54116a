package report

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// colour is a colour in linear light, red, green and blue from 0 to 1.
type colour [3]float64

// palettes returns the colours of the style by mode: light, dark and paper.
// What a mode does not set it takes from the light one.
func palettes(t *testing.T) map[string]map[string]colour {
	t.Helper()
	set := regexp.MustCompile(`--([a-z0-9-]+): (#[0-9a-f]{3,6});`)
	modes := map[string]map[string]colour{}
	for i, block := range strings.Split(style, ":root {")[1:] {
		mode := [...]string{"light", "dark", "paper"}[i]
		block, _, _ = strings.Cut(block, "}")
		modes[mode] = map[string]colour{}
		for name, c := range modes["light"] {
			modes[mode][name] = c
		}
		for _, m := range set.FindAllStringSubmatch(block, -1) {
			modes[mode][m[1]] = parseColour(t, m[2])
		}
	}
	if len(modes) != 3 {
		t.Fatalf("%d modes of the style, want 3", len(modes))
	}
	return modes
}

func parseColour(t *testing.T, s string) (c colour) {
	t.Helper()
	s = s[1:]
	if len(s) == 3 {
		s = string([]byte{s[0], s[0], s[1], s[1], s[2], s[2]})
	}
	for i := range c {
		n, err := strconv.ParseUint(s[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		v := float64(n) / 255
		if v <= 0.04045 {
			c[i] = v / 12.92
		} else {
			c[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return c
}

func (c colour) luminance() float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }

// contrast returns the contrast of two colours as WCAG 2.2 defines it.
func contrast(a, b colour) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestTextAndPicturesStandOutFromTheirGround(t *testing.T) {
	for mode, p := range palettes(t) {
		for _, c := range []struct {
			least      float64 // 4.5 for text (WCAG 1.4.3), 3 for parts of pictures (1.4.11)
			fore, back string
		}{
			{4.5, "ink", "ground"}, {4.5, "soft", "ground"}, {4.5, "accent", "ground"}, {4.5, "warm", "ground"},
			{4.5, "ink", "panel"}, {4.5, "soft", "panel"}, {4.5, "ink", "warm-ground"}, {4.5, "warm", "warm-ground"},
			{4.5, "accent", "accent-soft"}, {4.5, "ground", "ink"}, {4.5, "ground", "accent"}, {4.5, "soft", "accent-soft"},
			{4.5, "series-a", "ground"}, {4.5, "series-b", "ground"}, {4.5, "series-c", "ground"}, {4.5, "series-d", "ground"},
			{4.5, "ground", "l5"}, {4.5, "on-l2", "l2"},
			{3, "l4", "ground"}, {3, "l5", "ground"}, {3, "ink", "l2"}, {3, "ink", "l1"}, {3, "ground", "ink"},
		} {
			if got := contrast(p[c.fore], p[c.back]); got < c.least {
				t.Errorf("%s: %s on %s has a contrast of %.2f, want %v", mode, c.fore, c.back, got, c.least)
			}
		}
	}
}

// eyes are how people see colours, as linear maps of light: with all three
// kinds of cones, and without one of them (Machado, Oliveira and Fernandes, A
// physiologically-based model for simulation of color vision deficiency, 2009,
// severity 1).
var eyes = map[string][3]colour{
	"all cones":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

func seen(c colour, m [3]colour) (out colour) {
	for i := range out {
		out[i] = min(1, max(0, m[i][0]*c[0]+m[i][1]*c[1]+m[i][2]*c[2]))
	}
	return out
}

// lab returns a colour in CIELAB under D65, in which distances are about as
// large as they look.
func lab(c colour) (out colour) {
	f := func(v float64) float64 {
		if v > 216.0/24389 {
			return math.Cbrt(v)
		}
		return (24389.0/27*v + 16) / 116
	}
	x := f((0.4124564*c[0] + 0.3575761*c[1] + 0.1804375*c[2]) / 0.95047)
	y := f(c.luminance())
	z := f((0.0193339*c[0] + 0.1191920*c[1] + 0.9503041*c[2]) / 1.08883)
	return colour{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func TestLinesAreToldApartWithoutAnyKindOfCone(t *testing.T) {
	const apart = 15.0 // a difference that nobody overlooks; 2.3 is just noticed
	series := []string{"series-a", "series-b", "series-c", "series-d"}
	for mode, p := range palettes(t) {
		for sight, m := range eyes {
			for i, a := range series {
				for _, b := range series[:i] {
					x, y := lab(seen(p[a], m)), lab(seen(p[b], m))
					d := math.Sqrt((x[0]-y[0])*(x[0]-y[0]) + (x[1]-y[1])*(x[1]-y[1]) + (x[2]-y[2])*(x[2]-y[2]))
					if d < apart {
						t.Errorf("%s, %s: %s and %s differ by %.1f, want %v", mode, sight, a, b, d, apart)
					}
				}
			}
		}
	}
}

// TestNothingIsSaidByColourAlone holds the classes that carry meaning to a
// second mark: a dash, a width or an edge.
func TestNothingIsSaidByColourAlone(t *testing.T) {
	for class, mark := range map[string]string{
		`polyline.series-b`: "stroke-dasharray", `polyline.series-c`: "stroke-dasharray", `polyline.series-d`: "stroke-dasharray",
		`.slope.graver line`: "stroke-width", `.slope.less-grave line`: "stroke-dasharray", `.link.made-up`: "stroke-dasharray",
		`.pill.made-up rect`: "stroke-dasharray", `.node.harm rect`: "stroke-width", `.bar.unrated rect`: "fill: none",
		`.part-not`: "stroke-dasharray", `.badge.waiting`: "border-style", `.badge.stopped`: "border-width", `.badge.illustrative`: "border-style",
	} {
		found := false
		for rule := range strings.SplitSeq(style, "}") {
			selectors, body, _ := strings.Cut(rule, "{")
			for s := range strings.SplitSeq(selectors, ",") {
				found = found || strings.TrimSpace(s) == class && strings.Contains(body, mark)
			}
		}
		if !found {
			t.Errorf("%s has no %s beside its colour", class, mark)
		}
	}
}
