package escape

import (
	"strings"
	"unicode"
)

// Cell appends s as one quoted field of a CSV file (RFC 4180). A text that a
// spreadsheet would take for a formula gets an apostrophe in front, which
// spreadsheets read as "this is text". Use it for text; numbers that the
// program itself writes need none of it.
func Cell(b []byte, s string) []byte {
	b = append(b, '"')
	if Formula(s) {
		b = append(b, '\'')
	}
	b = each(b, s, func(b []byte, c byte) []byte {
		if c == '"' {
			b = append(b, '"')
		}
		return append(b, c)
	})
	return append(b, '"')
}

// Formula reports whether a spreadsheet could take s for a formula or a
// command: whether the first character that is not white space, a quote or
// unshowable is one of = + - @ | %, also in their wide forms, or s starts with
// a tab or a line break.
func Formula(s string) bool {
	if s != "" && strings.IndexByte("\t\r\n", s[0]) >= 0 {
		return true
	}
	rest := strings.TrimLeftFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) ||
			r == unicode.ReplacementChar || r == '"' || r == '\'' || r == '`' || r == ';' || r == ','
	})
	for _, r := range rest {
		return strings.ContainsRune("=+-@|%＝＋－＠", r)
	}
	return false
}
