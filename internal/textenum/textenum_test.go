package textenum_test

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// tier is an enumeration whose zero value has no name of its own, answer one
// whose zero value has.
type (
	tier   uint8
	answer uint8
)

var (
	tiers   = textenum.Table[tier]{Kind: "tier", Names: []string{"", "own-operations", "tier-1", "tier-2"}}
	answers = textenum.Table[answer]{Kind: "answer", Names: []string{"unknown", "no", "yes"}}
)

func ExampleTable() {
	v, err := tiers.Parse("tier-2")
	fmt.Println(v, tiers.String(v), err)
	_, err = tiers.Parse("teir-2")
	fmt.Println(err)
	// Output:
	// 3 tier-2 <nil>
	// "teir-2" is not a known tier; did you mean "tier-2"?
}

func ExampleNearest() {
	names := []string{"directly-linked", "contributes", "causes"}
	fmt.Printf("%q %q\n", textenum.Nearest("Contribute", names), textenum.Nearest("supplier", names))
	// Output: "contributes" ""
}

// roundTrip checks every value of a table through each of its forms.
func roundTrip[T ~uint8](t *testing.T, table *textenum.Table[T], null bool) {
	t.Helper()
	n := 0
	for v := range table.All {
		n++
		name := table.String(v)
		if !table.Valid(v) || name == "" {
			t.Errorf("%d: valid %v, name %q", v, table.Valid(v), name)
		}
		if got, err := table.Parse(name); err != nil || got != v {
			t.Errorf("%q is parsed as %d, %v; want %d", name, got, err, v)
		}
		if b, err := table.Append([]byte("x"), v); err != nil || string(b) != "x"+name {
			t.Errorf("%d is appended as %q, %v", v, b, err)
		}
		stored, err := table.Value(v)
		if err != nil {
			t.Errorf("%d is stored with %v", v, err)
		}
		if wantNull := v == 0 && null; wantNull != (stored == nil) || !wantNull && stored != name {
			t.Errorf("%d is stored as %v", v, stored)
		}
		columns := []any{stored, name, []byte(name)}
		for _, column := range columns {
			got := ^v
			if err := table.Scan(&got, column); err != nil || got != v {
				t.Errorf("%v comes back as %d, %v; want %d", column, got, err, v)
			}
		}
	}
	if n != len(table.Names) {
		t.Errorf("%d values, want %d", n, len(table.Names))
	}
	for v := len(table.Names); v <= 255; v++ {
		if table.Valid(T(v)) {
			t.Errorf("%d is valid", v)
		}
		if got, want := table.String(T(v)), fmt.Sprintf("%s(%d)", table.Kind, v); got != want {
			t.Errorf("%d is called %q, want %q", v, got, want)
		}
		var why *textenum.RangeError
		b, err := table.Append([]byte("x"), T(v))
		if !errors.As(err, &why) || why.Value != uint8(v) || int(why.Max) != len(table.Names)-1 || why.Kind != table.Kind || string(b) != "x" {
			t.Errorf("%d is appended as %q, %v", v, b, err)
		}
		if stored, err := table.Value(T(v)); !errors.As(err, &why) || stored != nil {
			t.Errorf("%d is stored as %v, %v", v, stored, err)
		}
	}
}

func TestEveryValueComesBackFromEveryForm(t *testing.T) {
	roundTrip(t, &tiers, true)
	roundTrip(t, &answers, false)
}

func TestANameThatIsNotKnownChangesNothing(t *testing.T) {
	for _, text := range []string{"", "Tier-1", "tier-1 ", "tier-3", "1", "NOT-STATED", "tier-1\x00", "\xff"} {
		v := tier(2)
		err := tiers.Unmarshal(&v, []byte(text))
		var why *textenum.UnknownError
		if !errors.As(err, &why) || why.Found != text || why.Kind != "tier" || v != 2 {
			t.Errorf("%q: %d, %v", text, v, err)
		}
		if !slices.IsSorted(why.Want) || len(why.Want) != 4 {
			t.Errorf("%q: known names are %v", text, why.Want)
		}
	}
	v := answer(2)
	if err := answers.Unmarshal(&v, []byte(textenum.NotStated)); err == nil || v != 2 {
		t.Errorf("an enumeration whose zero value has a name takes not-stated as %d", v)
	}
}

func TestAColumnOfAnotherTypeIsRefused(t *testing.T) {
	for _, column := range []any{int64(1), 1.5, true, struct{}{}, driver.Value(int64(2))} {
		v := tier(2)
		if err := tiers.Scan(&v, column); err == nil || v != 2 || !strings.Contains(err.Error(), "tier") {
			t.Errorf("%v: %d, %v", column, v, err)
		}
	}
	v := tier(2)
	if err := tiers.Scan(&v, nil); err != nil || v != 0 {
		t.Errorf("NULL: %d, %v", v, err)
	}
}

func TestTheMessageSaysWhatWouldDo(t *testing.T) {
	for text, want := range map[string]string{
		"tier1":     `"tier1" is not a known tier; did you mean "tier-1"?`,
		"elsewhere": `"elsewhere" is not a known tier; use one of not-stated, own-operations, tier-1, tier-2`,
	} {
		if _, err := tiers.Parse(text); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if _, err := tiers.Append(nil, 9); err == nil || err.Error() != "9 is not a known tier; values go from 0 to 3" {
		t.Errorf("%v", err)
	}
}

func TestTheWalkOverValuesCanStop(t *testing.T) {
	var seen []tier
	for v := range tiers.All {
		if seen = append(seen, v); v == 1 {
			break
		}
	}
	if !slices.Equal(seen, []tier{0, 1}) {
		t.Errorf("seen %v", seen)
	}
}

func TestTheNearestNameIsTheOneWithTheFewestEdits(t *testing.T) {
	for _, c := range []struct {
		found string
		names []string
		want  string
	}{
		{"causes", []string{"causes"}, "causes"},
		{"cause", []string{"contributes", "causes"}, "causes"},
		{"CAUSES", []string{"causes"}, "causes"},
		{"no", []string{"yes", "no"}, "no"},
		{"n", []string{"yes", "no"}, "no"},
		{"x", []string{"yes", "no"}, ""}, // half of a short name is not near
		{"ab", []string{"aa", "bb"}, "aa"},
		{"abcdefgh", []string{"abcdexyz"}, "abcdexyz"},
		{"abcdefgh", []string{"abcdwxyz"}, ""},
		{"", []string{"a", "abcd"}, "a"},
		{strings.Repeat("a", 65), []string{strings.Repeat("a", 65)}, ""}, // no slip of the pen
		{"x", nil, ""},
	} {
		if got := textenum.Nearest(c.found, c.names); got != c.want {
			t.Errorf("nearest to %q in %q is %q, want %q", c.found, c.names, got, c.want)
		}
	}
}

// Whatever one slip makes of a name, the name is still offered.
func TestOneSlipIsForgiven(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	names := []string{"directly-linked", "contributes", "undetermined"}
	for range 500 {
		name := names[r.IntN(len(names))]
		at := r.IntN(len(name))
		letter := string(rune('a' + r.IntN(26)))
		slip := [...]string{name[:at] + name[at+1:], name[:at] + letter + name[at:], name[:at] + letter + name[at+1:]}[r.IntN(3)]
		if got := textenum.Nearest(slip, names); got != name {
			t.Fatalf("nearest to %q is %q, want %q", slip, got, name)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("tier-1")
	f.Add("not-stated")
	f.Add("teir-1")
	f.Fuzz(func(t *testing.T, s string) {
		v, err := tiers.Parse(s)
		if err == nil && tiers.String(v) != s {
			t.Fatalf("%q is read as %q", s, tiers.String(v))
		}
		if err != nil && (v != 0 || err.Error() == "") {
			t.Fatalf("%q: %d, %v", s, v, err)
		}
	})
}

func TestWhatAPersonWroteIsNotShown(t *testing.T) {
	for text, want := range map[string]string{
		"tier-1":                `"tier-1"`,
		"":                      `""`,
		"Anna told us":          "a text of 12 characters",
		"é":                     "a text of one character",
		strings.Repeat("a", 41): "a text of 41 characters",
	} {
		if got := textenum.Shown(text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
