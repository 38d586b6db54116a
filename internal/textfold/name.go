package textfold

import (
	"unicode"
	"unicode/utf8"
)

// pairs are the letters that two ASCII letters stand for.
var pairs = [...]struct {
	letter rune
	ascii  string
}{{'æ', "ae"}, {'œ', "oe"}, {'ß', "ss"}, {'þ', "th"}, {'ĳ', "ij"}}

// AppendName appends a name to b in a form in which two spellings of one name
// are equal: letters without accents, in lower case, words set apart by one
// space, everything else dropped. Letters and digits of other
// scripts stay as they are, in lower case. An ampersand becomes the word
// "and"; apostrophes and points vanish without a trace, so that "S.A." is "sa"
// and "Côte d'Ivoire" is "cote divoire".
func AppendName(b []byte, s string) []byte {
	start, gap := len(b), false
	word := func() {
		if gap && len(b) > start {
			b = append(b, ' ')
		}
		gap = false
	}
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			word()
			b = append(b, byte(r))
		case 'A' <= r && r <= 'Z':
			word()
			b = append(b, byte(r)+'a'-'A')
		case r == '\'' || r == '.' || r == '’' || r == '‘' || r == '`' || r == '´':
		case r == '&':
			gap = true
			word()
			b = append(b, "and"...)
			gap = true
		case r < utf8.RuneSelf:
			gap = true
		case r >= 0xFF01 && r <= 0xFF5E: // full-width forms of ASCII
			r -= 0xFF01 - '!'
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				word()
				b = append(b, byte(unicode.ToLower(r)))
			} else {
				gap = true
			}
		case unicode.Is(unicode.Mn, r): // a mark on the letter before
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			word()
			b = appendLetter(b, r)
		default:
			gap = true
		}
	}
	return b
}

// Name returns the form of a name that [AppendName] appends.
func Name(s string) string { return string(AppendName(make([]byte, 0, len(s)), s)) }

// appendLetter appends the ASCII letters that r stands for, or r in lower case
// if it stands for none.
func appendLetter(b []byte, r rune) []byte {
	r = unicode.ToLower(r)
	for _, t := range plain {
		if r < t.first || r > t.last {
			continue
		}
		switch c := t.letters[r-t.first]; c {
		case ' ':
		case '*':
			for _, p := range pairs {
				if p.letter == r {
					return append(b, p.ascii...)
				}
			}
		default:
			return append(b, c)
		}
	}
	return utf8.AppendRune(b, r)
}
