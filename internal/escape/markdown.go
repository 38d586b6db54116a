package escape

// Markdown appends s escaped for a line of CommonMark with tables, wherever in
// the line it stands: no markup of s takes effect, and line breaks become
// spaces. Markup characters are written as character references where a
// renderer that lets HTML through would act on them.
func Markdown(b []byte, s string) []byte {
	start := len(b)
	prev := byte(' ') // the ASCII character before, whatever stands between
	b = each(b, s, func(b []byte, c byte) []byte {
		first := len(b) == start
		switch c {
		case '\n', '\r', '\t', ' ':
			if first || b[len(b)-1] == ' ' {
				return b
			}
			c = ' '
			b = append(b, ' ')
		case '<':
			b = append(b, "&lt;"...)
		case '>':
			b = append(b, "&gt;"...)
		case '&':
			b = append(b, "&amp;"...)
		case '\\', '`', '*', '_', '[', ']', '|', '~', '$', '@', '^':
			b = append(b, '\\', c)
		case '#', '+', '-', '=':
			if first {
				b = append(b, '\\')
			}
			b = append(b, c)
		case '.', ')':
			// No number of a list item, no address without a scheme.
			if !first && digits(b[start:]) || c == '.' && prev|0x20 == 'w' && len(b)-start >= 3 {
				b = append(b, '\\')
			}
			b = append(b, c)
		case '/':
			if prev == ':' { // no address that a renderer would make a link of
				b = append(b, '\\')
			}
			b = append(b, c)
		default:
			b = append(b, c)
		}
		prev = c
		return b
	})
	if n := len(b); n > start && b[n-1] == ' ' {
		b = b[:n-1]
	}
	return b
}

// digits reports whether b is nothing but digits.
func digits(b []byte) bool {
	for _, c := range b {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}
