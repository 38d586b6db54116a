// Package textfold compares words as people do when they search: without
// regard to case, accents and ligatures.
package textfold

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold returns s in lower case and without accents: "Égalité" becomes
// "egalite" and "œuvre" becomes "oeuvre". Accents that stand as characters of
// their own are dropped. Letters outside the Latin script only lose their
// case.
func Fold(s string) string {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		r = unicode.ToLower(r) // first, as it brings some signs to accented letters
		switch {
		case r < utf8.RuneSelf:
			b = append(b, byte(r))
		case unicode.Is(unicode.Mn, r): // a combining accent
		default:
			b = appendLetter(b, r)
		}
	}
	return string(b)
}

// Words returns the words of s, folded: what stands between characters that
// are neither letters nor digits.
func Words(s string) []string {
	return strings.FieldsFunc(Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// Match reports whether each word of query begins some word of text. Both are
// given as [Words] returns them. A query without words matches nothing.
func Match(query, text []string) bool {
	for _, q := range query {
		found := false
		for _, w := range text {
			if strings.HasPrefix(w, q) {
				found = true
				break
			}
		}
		if !found {
			return false
		}
	}
	return len(query) > 0
}
