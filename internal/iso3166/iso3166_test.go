package iso3166

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/internal/textfold"
)

func TestEveryPublishedCodeAndNameIsFound(t *testing.T) {
	f, err := os.Open("../../../shared/data/iso3166/all.csv")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the list to compare with is not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		for _, s := range row[:3] { // name, alpha-2, alpha-3
			if code, ok := Lookup(s); !ok || code != row[1] {
				t.Errorf("%s: %q, %v; want %s", s, code, ok, row[1])
			}
		}
		if !Valid(row[1]) || Name(row[1]) == "" {
			t.Errorf("%s is not known", row[1])
		}
	}
	n := 0
	for range All() {
		n++
	}
	if want := len(rows) - 1; n != want {
		t.Errorf("%d countries, want %d", n, want)
	}
}

func TestNamesThatListsUse(t *testing.T) {
	for in, want := range map[string]string{
		"us": "US", "USA": "US", "u.s.a.": "US", "United States of America": "US", "VIETNAM": "VN", "Viet Nam": "VN",
		"Burma": "MM", "Slovak Republic": "SK", "Turkey": "TR", "TÜRKIYE": "TR", "Cote d'Ivoire": "CI", "Ivory Coast": "CI",
		"The Netherlands": "NL", "Korea, Republic of": "KR", "North Korea": "KP", "  China ": "CN", "P.R. China": "CN",
		"Congo, Democratic Republic of the": "CD", "Congo": "CG", "UK": "GB", "U.A.E.": "AE", "Bosnia & Herzegovina": "BA",
		"Iran, Islamic Republic of": "IR", "Kyrgyz Republic": "KG",
	} {
		if got, ok := Lookup(in); !ok || got != want {
			t.Errorf("%q: %q, %v; want %s", in, got, ok, want)
		}
	}
	for _, in := range []string{"", " ", "XX", "ZZZ", "Atlantis", ",", "the", "Chin", "12", "Africa"} {
		if got, ok := Lookup(in); ok {
			t.Errorf("%q is taken for %s", in, got)
		}
	}
}

func TestTheTableIsSortedAndNoNameIsUsedTwice(t *testing.T) {
	seen := map[string]string{}
	for i, c := range countries {
		if i > 0 && countries[i-1].alpha2 >= c.alpha2 {
			t.Errorf("%s comes after %s", c.alpha2, countries[i-1].alpha2)
		}
		for _, n := range append(strings.Split(c.names, "|"), c.alpha3) {
			f := textfold.Name(n)
			if other, ok := seen[f]; ok && other != c.alpha2 {
				t.Errorf("%q is both %s and %s", n, other, c.alpha2)
			}
			seen[f] = c.alpha2
		}
		if code, ok := Lookup(c.name()); !ok || code != c.alpha2 {
			t.Errorf("%s does not find itself", c.name())
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Lookup("Viet Nam")
	}
}

func TestUserAssignedCodesAreNoneOfTheStandard(t *testing.T) {
	n := 0
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if code := string([]rune{a, b}); UserAssigned(code) {
				n++
				if Valid(code) {
					t.Errorf("%s is assigned", code)
				}
			}
		}
	}
	if n != 1+14+26+1 {
		t.Errorf("%d codes, want 42", n)
	}
	for _, bad := range []string{"", "X", "Xk", "xk", "XKX", "X1", "QL"} {
		if UserAssigned(bad) {
			t.Errorf("%q is a code left to users", bad)
		}
	}
}
