// Package textfold compares words as people do when they search: without
// regard to case, accents and ligatures.
package textfold

import (
	"strings"
	"unicode"
)

// latin1 and extended are the base letters of U+00C0 to U+00FF and of U+0100
// to U+017F, both in lower case; a space stands for a character that is not a
// letter or that folds to two (see ligature).
const (
	latin1   = "aaaaaa ceeeeiiiidnooooo ouuuuy  aaaaaa ceeeeiiiidnooooo ouuuuy y"
	extended = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkkkllllllllllnnnnnnnnnoooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
)

// Fold returns s in lower case and without accents: "Égalité" becomes
// "egalite" and "œuvre" becomes "oeuvre". Accents that stand as characters of
// their own are dropped. Letters outside the Latin script only lose their
// case.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		r = unicode.ToLower(r) // first, as it brings some signs to accented letters
		switch {
		case r < 0x80:
			b.WriteByte(byte(r))
		case ligature(r) != "":
			b.WriteString(ligature(r))
		case r >= 0xC0 && r < 0x100 && latin1[r-0xC0] != ' ':
			b.WriteByte(latin1[r-0xC0])
		case r >= 0x100 && r < 0x180 && extended[r-0x100] != ' ':
			b.WriteByte(extended[r-0x100])
		case unicode.Is(unicode.Mn, r): // a combining accent
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// ligature returns the two letters that r, in lower case, stands for, "" if it is not one.
func ligature(r rune) string {
	switch r {
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ß':
		return "ss"
	case 'þ':
		return "th"
	case 'ĳ':
		return "ij"
	}
	return ""
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
