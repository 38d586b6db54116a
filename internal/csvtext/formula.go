package csvtext

import "strings"

// Neutral returns s in a form that no spreadsheet runs as a formula when it
// stands in a cell: with an apostrophe in front if it could be one. [Restore]
// gives s back. Plain numbers with a sign stay as they are.
func Neutral(s string) string {
	if runs(s) {
		return "'" + s
	}
	return s
}

// Restore takes off the apostrophe that [Neutral], or a spreadsheet, puts in
// front of a text that looks like a formula. Other texts stay as they are.
func Restore(s string) string {
	if len(s) > 1 && s[0] == '\'' && runs(s[1:]) {
		return s[1:]
	}
	return s
}

// runs reports whether a spreadsheet may run a cell that begins with s, or
// whether s is such a cell behind apostrophes.
func runs(s string) bool {
	if s == "" || number(s) {
		return false
	}
	switch s[0] {
	case '=', '+', '-', '@', '\t', '\r', '\n':
		return true
	case '\'':
		return len(s) > 1 && runs(s[1:])
	}
	for _, wide := range [...]string{"＝", "＋", "－", "＠"} { // some programs take these for the ASCII ones
		if strings.HasPrefix(s, wide) {
			return true
		}
	}
	const dde = "dde" // DDE ("program";"document")
	return len(s) > len(dde) && strings.EqualFold(s[:len(dde)], dde) && strings.HasPrefix(strings.TrimLeft(s[len(dde):], " "), "(")
}

// number reports whether s is a decimal number with a sign and nothing else.
func number(s string) bool {
	if s[0] != '+' && s[0] != '-' {
		return false
	}
	digits, point := 0, false
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] >= '0' && s[i] <= '9':
			digits++
		case s[i] == '.' && !point:
			point = true
		default:
			return false
		}
	}
	return digits > 0
}
