package risk

import (
	"cmp"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"

	"golang.org/x/exp/ebnf"
)

// eachSpan calls f with every valid pair of ends of a dimension.
func eachSpan(d Dimension, f func(lo, hi uint8)) {
	for lo := range maxima[d] + 1 {
		for hi := range maxima[d] + 1 {
			if badSpan(d, lo, hi) == "" {
				f(lo, hi)
			}
		}
	}
}

// eachRange calls f with every valid range.
func eachRange(f func(Range)) {
	var fill func(d Dimension, r Range)
	fill = func(d Dimension, r Range) {
		if d > DimDelay {
			f(r)
			return
		}
		eachSpan(d, func(lo, hi uint8) { fill(d+1, Range{r.Lo.with(d, lo), r.Hi.with(d, hi)}) })
	}
	fill(DimScale, Range{})
}

func TestEveryRatingComesBackFromItsVector(t *testing.T) {
	seen := make(map[string]bool)
	for c := range Cells() {
		r := c.Rating()
		s := r.String()
		if len(s) != vectorLen || seen[s] {
			t.Fatalf("%v is not a vector of its own", s)
		}
		seen[s] = true
		if back, err := ParseRating(s); err != nil || back != r {
			t.Fatalf("%s became %+v, %v", s, back, err)
		}
	}
}

func TestEveryRangeComesBackFromItsVector(t *testing.T) {
	n := 0
	b := make([]byte, 0, maxVectorLen)
	eachRange(func(r Range) {
		n++
		if !r.Valid() {
			t.Fatalf("%+v is not valid: %v", r, r.Check())
		}
		s, err := r.AppendText(b)
		if err != nil {
			t.Fatal(err)
		}
		var back Range
		if err := back.UnmarshalText(s); err != nil || back != r {
			t.Fatalf("%s became %+v, %v", s, back, err)
		}
	})
	if want := 16 * 16 * 16 * 17 * 4; n != want {
		t.Errorf("%d ranges, want %d", n, want)
	}
}

func TestTheOrderOfElementsDoesNotMatterOnReading(t *testing.T) {
	want := MustParseRange("HRS:1/SCA:2-4/SCO:3/IRR:X/LIK:A/DEL:N-Y")
	plain := MustParseRating("HRS:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y")
	permute(strings.Split("SCA:2-4/SCO:3/IRR:X/LIK:A/DEL:N-Y", "/"), func(p []string) {
		s := "HRS:1/" + strings.Join(p, "/")
		if r, err := ParseRange(s); err != nil || r != want {
			t.Errorf("%s became %v, %v", s, r, err)
		}
	})
	permute(strings.Split("SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y", "/"), func(p []string) {
		s := "HRS:1/" + strings.Join(p, "/")
		if r, err := ParseRating(s); err != nil || r != plain {
			t.Errorf("%s became %v, %v", s, r, err)
		}
	})
}

// permute calls f with every order of p.
func permute(p []string, f func([]string)) {
	var step func(k int)
	step = func(k int) {
		if k == len(p) {
			f(p)
			return
		}
		for i := k; i < len(p); i++ {
			p[k], p[i] = p[i], p[k]
			step(k + 1)
			p[k], p[i] = p[i], p[k]
		}
	}
	step(0)
}

func TestAVectorErrorPointsAtThePlace(t *testing.T) {
	tests := []struct {
		name, in string
		offset   int
		want     string // part of what was expected
	}{
		{"nothing", "", 0, "HRS:1"},
		{"lower case", "hrs:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y", 0, "HRS:1"},
		{"another notation", "CVSS:3.1/AV:N", 0, "HRS:1"},
		{"a space in front", " HRS:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y", 0, "HRS:1"},
		{"no version", "HRS:/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y", 4, "version 1"},
		{"a later version", "HRS:2/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y", 4, "version 1"},
		{"a version with a leading 1", "HRS:10/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y", 4, "version 1"},
		{"the version alone", "HRS:1", 5, "/SCA:"},
		{"a missing element", "HRS:1/SCA:4/SCO:3/LIK:2/DEL:Y", 29, "/IRR:"},
		{"an element twice", "HRS:1/SCA:4/SCO:3/IRR:5/SCA:4/DEL:Y", 24, "once"},
		{"an unknown element", "HRS:1/SCA:4/SEV:3/IRR:5/LIK:2/DEL:Y", 12, "one of SCO, IRR, LIK, DEL"},
		{"a lower-case element", "HRS:1/sca:4/SCO:3/IRR:5/LIK:2/DEL:Y", 6, "upper case"},
		{"an element too many", "HRS:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y/AT:2026", 35, "the end"},
		{"a slash at the end", "HRS:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y/", 35, "the end"},
		{"a line break at the end", "HRS:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y\n", 35, "a slash or the end"},
		{"no colon", "HRS:1/SCA4/SCO:3/IRR:5/LIK:2/DEL:Y", 9, "a colon"},
		{"no value", "HRS:1/SCA:/SCO:3/IRR:5/LIK:2/DEL:Y", 10, "1 to 5"},
		{"a value at the end missing", "HRS:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:", 34, "Y or N"},
		{"a level out of range", "HRS:1/SCA:6/SCO:3/IRR:5/LIK:2/DEL:Y", 10, "1 to 5"},
		{"a level of zero", "HRS:1/SCA:0/SCO:3/IRR:5/LIK:2/DEL:Y", 10, "1 to 5"},
		{"a level of two digits", "HRS:1/SCA:44/SCO:3/IRR:5/LIK:2/DEL:Y", 11, "a slash"},
		{"a scale that is actual", "HRS:1/SCA:A/SCO:3/IRR:5/LIK:2/DEL:Y", 10, "1 to 5"},
		{"a delay that is a level", "HRS:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:2", 34, "Y or N"},
		{"an inverted range", "HRS:1/SCA:4-2/SCO:3/IRR:5/LIK:2/DEL:Y", 12, "the lower end first"},
		{"a range with equal ends", "HRS:1/SCA:4-4/SCO:3/IRR:5/LIK:2/DEL:Y", 12, "one value"},
		{"a range from not rated", "HRS:1/SCA:X-4/SCO:3/IRR:5/LIK:2/DEL:Y", 11, "no range"},
		{"a range to not rated", "HRS:1/SCA:4-X/SCO:3/IRR:5/LIK:2/DEL:Y", 12, "upper end"},
		{"a range to nowhere", "HRS:1/SCA:4-/SCO:3/IRR:5/LIK:2/DEL:Y", 12, "upper end"},
		{"a range from a level to actual", "HRS:1/SCA:4/SCO:3/IRR:5/LIK:4-A/DEL:Y", 30, "Occurred at both ends"},
		{"a delay from yes to no", "HRS:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y-N", 36, "the lower end first"},
		{"bytes that are no text", "HRS:1/\xff\xfe\x00", 6, "one of"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := ParseRange(tt.in)
			var ve *VectorError
			if !errors.As(err, &ve) {
				t.Fatalf("read as %v, %v", r, err)
			}
			if ve.Offset != tt.offset || !strings.Contains(ve.Want, tt.want) {
				t.Errorf("%v; want offset %d and %q", err, tt.offset, tt.want)
			}
			if _, err := ParseRating(tt.in); err == nil {
				t.Error("ParseRating takes it")
			}
		})
	}
}

func TestARangeIsNotReadAsARating(t *testing.T) {
	_, err := ParseRating("HRS:1/SCA:2-4/SCO:3/IRR:5/LIK:2/DEL:Y")
	var ve *VectorError
	if !errors.As(err, &ve) || ve.Offset != 11 || !strings.Contains(ve.Want, "ParseRange") {
		t.Errorf("%v", err)
	}
}

func TestAnErrorShowsNothingOfATextThatIsNoVector(t *testing.T) {
	var r Rating
	for name, err := range map[string]error{"text": r.UnmarshalText([]byte("Jane Doe, 12 Main Street")), "column": r.Scan("Jane Doe, 12 Main Street")} {
		if err == nil || strings.Contains(err.Error(), "Jane") || !strings.Contains(err.Error(), "HRS:1") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAVectorErrorIsShortWhateverItIsGiven(t *testing.T) {
	_, err := ParseRating("HRS:1/" + strings.Repeat("A", 1<<20))
	if err == nil || len(err.Error()) > 200 {
		t.Errorf("%.300s", err)
	}
}

func TestReadingAndWritingVectorsDoesNotAllocate(t *testing.T) {
	buf := make([]byte, 0, maxVectorLen)
	plain, mixed, open := "HRS:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y", "HRS:1/DEL:Y/SCA:4/SCO:3/IRR:5/LIK:2", "HRS:1/SCA:2-4/SCO:3/IRR:X/LIK:A/DEL:N-Y"
	rating, span := MustParseRating(plain), MustParseRange(open)
	tests := []struct {
		name string
		f    func() error
	}{
		{"ParseRating", func() error { _, err := ParseRating(plain); return err }},
		{"ParseRating in another order", func() error { _, err := ParseRating(mixed); return err }},
		{"ParseRange", func() error { _, err := ParseRange(open); return err }},
		{"Rating.AppendText", func() error { _, err := rating.AppendText(buf); return err }},
		{"Range.AppendText", func() error { _, err := span.AppendText(buf); return err }},
	}
	text := []byte(open)
	tests = append(tests, struct {
		name string
		f    func() error
	}{"UnmarshalText", func() error { return span.UnmarshalText(text) }})
	for _, tt := range tests {
		if n := testing.AllocsPerRun(100, func() {
			if err := tt.f(); err != nil {
				t.Fatal(err)
			}
		}); n != 0 {
			t.Errorf("%s allocates %v times", tt.name, n)
		}
	}
}

func TestVectorsInADatabase(t *testing.T) {
	r := MustParseRange("HRS:1/SCA:2-4/SCO:3/IRR:X/LIK:A/DEL:N-Y")
	v, err := r.Value()
	if err != nil || v != "HRS:1/SCA:2-4/SCO:3/IRR:X/LIK:A/DEL:N-Y" {
		t.Fatalf("%v, %v", v, err)
	}
	for _, src := range []any{v, []byte(v.(string))} {
		var back Range
		if err := back.Scan(src); err != nil || back != r {
			t.Errorf("%T: %v, %v", src, back, err)
		}
	}
	if err := r.Scan(7); err == nil {
		t.Error("a number was read as a range")
	}
	if err := r.Scan(nil); err != nil || r != (Range{}) {
		t.Errorf("NULL became %v, %v", r, err)
	}
	plain := Rating{4, 3, 5, 2, Yes}
	v, err = plain.Value()
	var back Rating
	if err != nil || back.Scan(v) != nil || back != plain {
		t.Errorf("%v became %v, %v", v, back, err)
	}
	if _, err := (Rating{Scale: 9}).Value(); err == nil {
		t.Error("an invalid rating was stored")
	}
}

// grammar returns the grammar in the package comment.
func grammar(t *testing.T) string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "doc.go", nil, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.SplitSeq((&ast.CommentGroup{List: f.Doc.List}).Text(), "\n") {
		if strings.HasPrefix(line, "\t") && strings.HasSuffix(line, " .") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

func TestThePublishedGrammarIsSound(t *testing.T) {
	g, err := ebnf.Parse("doc.go", strings.NewReader(grammar(t)))
	if err != nil {
		t.Fatal(err)
	}
	if err := ebnf.Verify(g, "Vector"); err != nil {
		t.Fatal(err)
	}
	eachRange(func(r Range) {
		s := r.String()
		if rest := match(g, g["Vector"].Expr, []string{s}); !slices.Contains(rest, "") {
			t.Fatalf("the grammar does not produce %s", s)
		}
	})
	// What the grammar produces and is no vector is what the text beside it adds:
	// ranges whose second level is not greater than the first.
	for d := DimScale; d <= DimDelay; d++ {
		values := sentences(g, g[grammarNames[d]].Expr)
		if want := map[Dimension]int{DimLikelihood: 32, DimDelay: 4}[d]; len(values) != cmp.Or(want, 31) {
			t.Errorf("%s has the values %q", grammarNames[d], values)
		}
		for _, value := range values {
			var b strings.Builder
			b.WriteString("HRS:1")
			for e := DimScale; e <= DimDelay; e++ {
				if e == d {
					b.WriteString(value)
				} else {
					b.WriteString("/" + vectorKeys[e] + ":X")
				}
			}
			lo, hi, isRange := strings.Cut(value[len("/SCA:"):], "-")
			_, err := ParseRange(b.String())
			if sound := !isRange || d == DimDelay || hi > lo; (err == nil) != sound {
				t.Errorf("the grammar produces %s: %v", b.String(), err)
			}
		}
	}
	for _, bad := range []string{"HRS:1", "HRS:1/SCA:6/SCO:3/IRR:5/LIK:2/DEL:Y", "HRS:1/SCA:4/SCO:3/IRR:5/LIK:2-A/DEL:Y", "HRS:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y-N"} {
		if slices.Contains(match(g, g["Vector"].Expr, []string{bad}), "") {
			t.Errorf("the grammar produces %s", bad)
		}
	}
}

// grammarNames are the names of the dimensions in the grammar, by dimension.
var grammarNames = [...]string{
	DimScale: "Scale", DimScope: "Scope", DimIrremediability: "Irremediability", DimLikelihood: "Likelihood", DimDelay: "Delay",
}

// sentences returns every text that an expression produces.
func sentences(g ebnf.Grammar, x ebnf.Expression) []string {
	var out []string
	switch x := x.(type) {
	case ebnf.Alternative:
		for _, a := range x {
			out = append(out, sentences(g, a)...)
		}
	case ebnf.Sequence:
		out = []string{""}
		for _, e := range x {
			var longer []string
			for _, s := range out {
				for _, next := range sentences(g, e) {
					longer = append(longer, s+next)
				}
			}
			out = longer
		}
	case *ebnf.Name:
		out = sentences(g, g[x.String].Expr)
	case *ebnf.Group:
		out = sentences(g, x.Body)
	case *ebnf.Option:
		out = append([]string{""}, sentences(g, x.Body)...)
	case *ebnf.Token:
		out = []string{x.String}
	case *ebnf.Range:
		for c := x.Begin.String[0]; c <= x.End.String[0]; c++ {
			out = append(out, string(c))
		}
	}
	return out
}

// match returns what can be left of each text after x has taken its part.
func match(g ebnf.Grammar, x ebnf.Expression, in []string) []string {
	var out []string
	switch x := x.(type) {
	case ebnf.Alternative:
		for _, a := range x {
			out = append(out, match(g, a, in)...)
		}
	case ebnf.Sequence:
		out = in
		for _, e := range x {
			out = match(g, e, out)
		}
	case *ebnf.Name:
		out = match(g, g[x.String].Expr, in)
	case *ebnf.Group:
		out = match(g, x.Body, in)
	case *ebnf.Option:
		out = append(out, in...)
		out = append(out, match(g, x.Body, in)...)
	case *ebnf.Token:
		for _, s := range in {
			if rest, ok := strings.CutPrefix(s, x.String); ok {
				out = append(out, rest)
			}
		}
	case *ebnf.Range:
		for _, s := range in {
			if s != "" && s[:1] >= x.Begin.String && s[:1] <= x.End.String {
				out = append(out, s[1:])
			}
		}
	}
	return out
}

func FuzzParseVector(f *testing.F) {
	f.Add("HRS:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y")     // a rating
	f.Add("HRS:1/SCA:2-4/SCO:3/IRR:X/LIK:A/DEL:N-Y") // a range
	f.Add("HRS:1/DEL:X/LIK:1-5/IRR:1/SCO:2/SCA:3")   // another order
	f.Add("HRS:1/SCA:4-4/SCO:3/IRR:5/LIK:2/DEL:Y")   // equal ends
	f.Add("HRS:2/SCA:4")                             // another version
	f.Add("HRS:1/SCA:4/SCA:4/SCA:4/SCA:4/SCA:4")     // one element again and again
	f.Fuzz(func(t *testing.T, s string) {
		r, err := ParseRange(s)
		slow, slowErr := slowParse(s)
		if (err == nil) != (slowErr == nil) || r != slow {
			t.Fatalf("%q: %v, %v; the slow parser says %v, %v", s, r, err, slow, slowErr)
		}
		var ve *VectorError
		if err != nil {
			if !errors.As(err, &ve) || ve.Offset < 0 || ve.Offset > len(s) || r != (Range{}) {
				t.Fatalf("%q: %v, %v", s, r, err)
			}
			return
		}
		if back, err := ParseRange(r.String()); err != nil || back != r {
			t.Fatalf("%q became %v became %v, %v", s, r, back, err)
		}
		plain, err := ParseRating(s)
		if _, ok := r.Plain(); ok != (err == nil) || ok && plain != r.Lo {
			t.Fatalf("%q: as a rating %v, %v", s, plain, err)
		}
	})
}

// slowParse reads a vector for readability above speed; the parser is held
// against it.
func slowParse(s string) (Range, error) {
	bad := errors.New("bad vector")
	parts := strings.Split(s, "/")
	if parts[0] != "HRS:1" || len(parts) != 1+numDimensions {
		return Range{}, bad
	}
	elements := make(map[string]string)
	for _, p := range parts[1:] {
		key, value, _ := strings.Cut(p, ":")
		elements[key] = value
	}
	var r Range
	for d := DimScale; d <= DimDelay; d++ {
		value, ok := elements[vectorKeys[d]]
		lo, hi, isRange := strings.Cut(value, "-")
		if !isRange {
			hi = lo
		}
		l, h := strings.Index(vectorLetters[d], lo), strings.Index(vectorLetters[d], hi)
		if !ok || len(lo) != 1 || len(hi) != 1 || l < 0 || h < 0 || isRange && (l == h || badSpan(d, uint8(l), uint8(h)) != "") {
			return Range{}, bad
		}
		r.Lo, r.Hi = r.Lo.with(d, uint8(l)), r.Hi.with(d, uint8(h))
	}
	return r, nil
}
