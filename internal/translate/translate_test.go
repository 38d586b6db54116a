package translate

import (
	"errors"
	"strings"
	"testing"
	"unicode"
)

func printer(t *testing.T, r Rules, lines string) *Printer {
	t.Helper()
	table, err := ParseTable(lines, r.Typeset)
	if err != nil {
		t.Fatal(err)
	}
	return NewPrinter(r, table)
}

func TestPluralFormsFollowTheLanguage(t *testing.T) {
	en := printer(t, English(), "risks = {0|# risk|# risks}")
	fr := printer(t, French(), "risks = {0|# risque|# risques}")
	for n, want := range map[int][2]string{
		0: {"0 risks", "0 risque"}, 1: {"1 risk", "1 risque"}, 2: {"2 risks", "2 risques"},
		1234: {"1,234 risks", "1\u202f234 risques"},
	} {
		if got := en.Text("risks", n); got != want[0] {
			t.Errorf("en %d: %q, want %q", n, got, want[0])
		}
		if got := fr.Text("risks", n); got != want[1] {
			t.Errorf("fr %d: %q, want %q", n, got, want[1])
		}
	}
}

func TestFrenchPunctuationIsKeptOnItsLine(t *testing.T) {
	fr := printer(t, French(), "a = L'entreprise « Exemple » : oui ? Non ; 12 % !")
	got := fr.Text("a")
	if want := "L’entreprise «\u202fExemple\u202f»\u00a0: oui\u202f? Non\u202f; 12\u202f%\u202f!"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

const dates = `
date.year = {0}
date.month = {0} {1}
date.day = {0} {1} {2}
date.first-day = 1er {0} {1}
month.3 = mars
money = {0}~{1}
money.million = {0}~{2|million|millions} {1}
list.comma = ", "
list.and = " et "
`

func TestADateSaysNoMoreThanIsKnown(t *testing.T) {
	fr := printer(t, French(), dates)
	for _, c := range []struct {
		y, m, d int
		want    string
	}{{2021, 0, 0, "2021"}, {2021, 3, 0, "mars 2021"}, {2021, 3, 14, "14 mars 2021"}, {2021, 3, 1, "1er mars 2021"}} {
		if got := fr.Date(c.y, c.m, c.d); got != c.want {
			t.Errorf("%d-%d-%d: %q, want %q", c.y, c.m, c.d, got, c.want)
		}
	}
}

func TestMoneyIsSaidInTheWayOfTheLanguage(t *testing.T) {
	fr := printer(t, French(), dates)
	for _, c := range []struct {
		minor  int64
		digits int
		want   string
	}{
		{15_000_000_000, 2, "150 millions X"}, {100_000_000, 2, "1 million X"}, {150_000_000, 2, "1,5 million X"},
		{123_456_750, 2, "1|234|567,50 X"}, {0, 2, "0 X"}, {5, 2, "0,05 X"}, {1200, 0, "1|200 X"}, {-150, 2, "−1,50 X"},
		{-9223372036854775808, 0, "−9|223|372|036|854|775|808 X"},
	} {
		got := strings.NewReplacer("\u202f", "|", "\u00a0", " ").Replace(fr.Money(c.minor, c.digits, "X"))
		if got != c.want {
			t.Errorf("%d (%d digits): %q, want %q", c.minor, c.digits, got, c.want)
		}
	}
}

func TestListsReadAsSentences(t *testing.T) {
	fr := printer(t, French(), dates)
	for want, items := range map[string][]string{
		"": nil, "a": {"a"}, "a et b": {"a", "b"}, "a, b et c": {"a", "b", "c"},
	} {
		if got := fr.List(items...); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestASpanishListFitsItsLastWord(t *testing.T) {
	es := printer(t, Spanish(), "list.comma = \", \"\nlist.and = \" y \"")
	for want, items := range map[string][]string{
		"Francia e India": {"Francia", "India"}, "Perú, Francia e Islas Cook": {"Perú", "Francia", "Islas Cook"},
		"agua y hielo": {"agua", "hielo"}, "padre e hijo": {"padre", "hijo"}, "Iraq y Yemen": {"Iraq", "Yemen"},
		"a y b": {"a", "b"}, "Italia": {"Italia"},
	} {
		if got := es.List(items...); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestSpanishGroupsFromFiveDigits(t *testing.T) {
	es := NewPrinter(Spanish())
	if a, b := es.Number(1234), es.Number(12345); a != "1234" || b != "12\u00a0345" {
		t.Errorf("%q and %q", a, b)
	}
	de := NewPrinter(German())
	if got := de.Number(-1234567); got != "−1.234.567" {
		t.Errorf("%q", got)
	}
}

func TestAGapIsSeen(t *testing.T) {
	en := NewPrinter(English())
	if got := en.Text("no.such.key"); got != "[no.such.key]" {
		t.Errorf("%q", got)
	}
	var said []string
	en.Walk("no.such.key", nil, func(s string) { said = append(said, s) }, func(int) { t.Error("no value to put") })
	if len(said) != 1 || said[0] != "[no.such.key]" || en.Has("no.such.key") {
		t.Errorf("%q", said)
	}
}

func TestTheFirstTableThatHasAKeyWins(t *testing.T) {
	own := Table{}
	if err := own.Set("b", "mine", nil); err != nil {
		t.Fatal(err)
	}
	base, err := ParseTable("a = one\nb = two", nil)
	if err != nil {
		t.Fatal(err)
	}
	p := NewPrinter(English(), own, base)
	if p.Text("a") != "one" || p.Text("b") != "mine" {
		t.Errorf("%q, %q", p.Text("a"), p.Text("b"))
	}
}

func TestWalkLeavesValuesToTheCaller(t *testing.T) {
	p := printer(t, English(), "a = {1} of {0|# risk|# risks} {2}")
	var b strings.Builder
	p.Walk("a", []any{3, "x", 1000}, func(s string) { b.WriteString(s) }, func(i int) { b.WriteString("<" + string(rune('0'+i)) + ">") })
	if got := b.String(); got != "<1> of 3 risks 1,000" {
		t.Errorf("%q", got)
	}
}

func TestALongTextGoesOnOverLines(t *testing.T) {
	p := printer(t, English(), "# a comment\na = one\n  two\n\nb = \" x \"\n")
	if p.Text("a") != "one two" || p.Text("b") != " x " {
		t.Errorf("%q, %q", p.Text("a"), p.Text("b"))
	}
}

func TestAWrongLineIsNamed(t *testing.T) {
	for lines, key := range map[string]string{
		"a = {0": "a", "a = {x}": "a", "a = {10}": "a", "a = 1\na = 2": "a", "no equals sign": "",
	} {
		_, err := ParseTable(lines, nil)
		if e, ok := errors.AsType[*MessageError](err); !ok || e.Key != key || !strings.Contains(e.Error(), "is not a message") {
			t.Errorf("%q: %v", lines, err)
		}
	}
}

func TestAMessageKnowsItsPlacesAndForms(t *testing.T) {
	m, err := ParseMessage("{0|a|b} {2} {1|a|b|c}")
	if err != nil {
		t.Fatal(err)
	}
	least, most := m.Forms()
	if m.Places() != 3 || least != 2 || most != 3 {
		t.Errorf("%d places, %d to %d forms", m.Places(), least, most)
	}
}

func FuzzParseMessage(f *testing.F) {
	for _, s := range []string{"", "{0}", "{0|a|b}", "{", "}", "{0|", "{9|#}"} {
		f.Add(s)
	}
	p := NewPrinter(French())
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ParseMessage(s)
		if err != nil {
			return
		}
		table := Table{"k": m}
		p.tables = []Table{table}
		if m.String() != s {
			t.Fatalf("%q is written %q", s, m.String())
		}
		if got := p.Text("k", 1, 2); !strings.ContainsFunc(s, func(r rune) bool { return r == '{' || unicode.IsControl(r) }) && got != s {
			t.Fatalf("%q became %q", s, got)
		}
	})
}
