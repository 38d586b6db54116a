package escape

import (
	"strings"
	"unicode"
)

// Cell appends s as one quoted field of a CSV file (RFC 4180). A text that a
// spreadsheet would take for a formula gets an apostrophe in front, which
// spreadsheets read as "this is text". So does what follows a semicolon, a tab
// or a line break inside the text: where a spreadsheet separates cells by
// semicolons, as it does in many countries, it does not see the quotes of a
// field that is not the first, and starts a cell there. Use it for text;
// numbers that the program itself writes need none of it.
func Cell(b []byte, s string) []byte {
	b = append(b, '"')
	if Formula(s) {
		b = append(b, '\'')
	}
	// word is where the text after the blanks at start begins; it is looked for
	// once, however many separators there are among the blanks.
	for start, word := 0, -1; ; {
		if word < start {
			word = start + blanks(s[start:])
		}
		next := strings.IndexAny(s[start:], separators)
		if start > 0 && (next < 0 || start+next >= word) && starts(s[word:]) {
			b = append(b, '\'')
		}
		if next < 0 {
			return append(quoted(b, s[start:]), '"')
		}
		next += start + 1
		b = quoted(b, s[start:next])
		start = next
	}
}

// breaks are what must not stand at the start of a cell; separators are what
// may start a new one inside a field.
const (
	breaks     = "\t\r\n"
	separators = ";" + breaks
)

// quoted appends what stands between the quotes of a field.
func quoted(b []byte, s string) []byte {
	return each(b, s, func(b []byte, c byte) []byte {
		if c == '"' {
			b = append(b, '"')
		}
		return append(b, c)
	})
}

// Formula reports whether a spreadsheet could take s for a formula or a
// command: whether the first character that is not white space, a quote or
// unshowable is one of = + - @ | %, also in their wide forms, or s starts with
// a tab or a line break.
func Formula(s string) bool {
	return s != "" && strings.IndexByte(breaks, s[0]) >= 0 || starts(s[blanks(s):])
}

// blanks returns how many bytes at the start of s a spreadsheet could pass over.
func blanks(s string) int {
	return len(s) - len(strings.TrimLeftFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) ||
			r == unicode.ReplacementChar || r == '"' || r == '\'' || r == '`' || r == ';' || r == ','
	}))
}

// starts reports whether s starts with a sign of a formula or a command.
func starts(s string) bool {
	for _, r := range s {
		return strings.ContainsRune("=+-@|%＝＋－＠", r)
	}
	return false
}
