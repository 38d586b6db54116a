package escape

import "unicode/utf8"

// Markup appends s escaped for the text of an element and for an attribute
// value in quotes, in HTML and in XML (and so in SVG) alike. It does not serve
// inside scripts, styles, comments or addresses.
func Markup(b []byte, s string) []byte {
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			entity := ""
			switch {
			case c == '&':
				entity = "&amp;"
			case c == '<':
				entity = "&lt;"
			case c == '>':
				entity = "&gt;"
			case c == '"':
				entity = "&#34;"
			case c == '\'':
				entity = "&#39;"
			case c == '\r':
				entity = "&#13;" // parsers turn a bare one into a line feed
			case c == 0x7F || c < 0x20 && c != '\t' && c != '\n':
				entity = replacement
			}
			if entity != "" {
				b = append(append(b, s[from:i]...), entity...)
				from = i + 1
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if k := classify(r, size); k != shown {
			b = append(b, s[from:i]...)
			if k == directional {
				b = name(b, r)
			} else {
				b = append(b, replacement...)
			}
			from = i + size
		}
		i += size
	}
	return append(b, s[from:]...)
}

// Address appends an address for the href attribute of a link, escaped, and
// reports whether it may stand there at all. Only https, http and mailto
// addresses may; for any other, such as javascript:, nothing is appended.
func Address(b []byte, s string) ([]byte, bool) {
	if !SafeAddress(s) {
		return b, false
	}
	return Markup(b, s), true
}

// SafeAddress reports whether s is an address that may stand in a link.
func SafeAddress(s string) bool {
	for _, scheme := range [...]string{"https://", "http://", "mailto:"} {
		if len(s) > len(scheme) && equalFold(s[:len(scheme)], scheme) {
			for i := range len(s) {
				if s[i] <= ' ' || s[i] == 0x7F || s[i] == '\\' {
					return false
				}
			}
			return utf8.ValidString(s)
		}
	}
	return false
}

// equalFold compares ASCII without case.
func equalFold(s, lower string) bool {
	for i := range len(lower) {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}
