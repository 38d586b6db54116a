// Package iso3166 knows the countries and areas of ISO 3166-1 by their codes
// and by the names that lists use for them.
package iso3166

import (
	"iter"
	"strings"
	"sync"

	"github.com/hrdd-go/hrdd/internal/textfold"
)

// country is one country or area. Names holds the name by which it is shown
// and, after bars, others.
type country struct{ alpha2, alpha3, names string }

// name returns the name by which c is shown.
func (c country) name() string {
	first, _, _ := strings.Cut(c.names, "|")
	return first
}

// byName finds countries by folded name and by alpha-3 code. It is made on
// first use.
var byName struct {
	once  sync.Once
	index map[string]uint8
}

func names() map[string]uint8 {
	byName.once.Do(func() {
		byName.index = make(map[string]uint8, 3*len(countries))
		for i, c := range countries {
			byName.index[strings.ToLower(c.alpha3)] = uint8(i)
			for n := range strings.SplitSeq(c.names, "|") {
				byName.index[textfold.Name(n)] = uint8(i)
			}
		}
	})
	return byName.index
}

// Valid reports whether code is an assigned alpha-2 code in capital letters.
func Valid(code string) bool { return find(code) >= 0 }

// UserAssigned reports whether code is one of the alpha-2 codes that the
// standard leaves to its users and will never assign: AA, QM to QZ, XA to XZ and
// ZZ. XK, for instance, is widely used for Kosovo.
func UserAssigned(code string) bool {
	if len(code) != 2 || code[1] < 'A' || code[1] > 'Z' {
		return false
	}
	return code == "AA" || code == "ZZ" || code[0] == 'X' || code[0] == 'Q' && code[1] >= 'M'
}

// Name returns the English name of the country with the given alpha-2 code,
// empty if there is none.
func Name(code string) string {
	if i := find(code); i >= 0 {
		return countries[i].name()
	}
	return ""
}

// find returns the place of an alpha-2 code, -1 if it is not assigned.
func find(code string) int {
	if len(code) != 2 {
		return -1
	}
	lo, hi := 0, len(countries)
	for lo < hi {
		mid := (lo + hi) / 2
		if countries[mid].alpha2 < code {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(countries) && countries[lo].alpha2 == code {
		return lo
	}
	return -1
}

// Lookup returns the alpha-2 code for an alpha-2 or alpha-3 code or an English
// name, whatever its case, marks and punctuation, and whether there is one. A
// name may begin with its article and may be turned round at a comma, as in
// "Iran, Islamic Republic of".
func Lookup(s string) (code string, ok bool) {
	if len(s) > 128 {
		return "", false
	}
	s = strings.TrimSpace(s)
	if len(s) == 2 {
		if i := find(strings.ToUpper(s)); i >= 0 {
			return countries[i].alpha2, true
		}
	}
	folded := textfold.Name(s)
	forms := [...]string{folded, strings.TrimPrefix(folded, "the "), turned(s)}
	for _, f := range forms {
		if i, ok := names()[f]; ok && f != "" {
			return countries[i].alpha2, true
		}
	}
	return "", false
}

// turned folds "Iran, Islamic Republic of" as "islamic republic of iran".
func turned(s string) string {
	name, style, ok := strings.Cut(s, ",")
	if !ok {
		return ""
	}
	return strings.TrimPrefix(textfold.Name(style+" "+name), "the ")
}

// All yields the alpha-2 codes with the names, in the order of the codes.
func All() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, c := range countries {
			if !yield(c.alpha2, c.name()) {
				return
			}
		}
	}
}
