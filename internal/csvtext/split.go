package csvtext

import "bytes"

// split finds the fields of the record that begins at the buffer's position
// and leaves them in r.spans. It returns the length of the record with its
// line end and the number of lines that it takes, a length of -1 if the buffer
// may not hold all of it, and an error if it cannot be split: the record is
// then its first line and nothing more.
func (r *Reader) split() (n, lines int, bad *SyntaxError) {
	data := r.buf[r.pos:]
	r.spans, r.rec.Stray = r.spans[:0], false
	i := 0
	for {
		if i < len(data) && data[i] == '"' {
			end, escaped, state := r.quoted(data, i+1)
			switch state {
			case unknown:
				return -1, 0, nil
			case unclosed:
				return r.firstLine(data, i, "the quote is not closed; close it, or double it if it belongs to the text")
			}
			r.spans = append(r.spans, span{i + 1, end, escaped})
			i = end + 1
			if r.short(data, i) {
				return r.more(data)
			}
			if i < len(data) && data[i] != r.comma && r.end(data, i, len(r.spans)) == 0 {
				return r.firstLine(data, i-1, "text follows a closing quote; double a quote that belongs to the text")
			}
		} else {
			start := i
			for i < len(data) && data[i] != r.comma && data[i] != '\n' && (data[i] != '\r' || r.end(data, i, len(r.spans)+1) == 0) {
				r.rec.Stray = r.rec.Stray || data[i] == '"'
				i++
			}
			r.spans = append(r.spans, span{start, i, false})
		}
		switch {
		case r.short(data, i), i > MaxRecord:
			return r.more(data)
		case i == len(data):
			if r.err != nil {
				return -1, 0, nil
			}
			return i, 1, nil
		case data[i] == r.comma:
			i++
		default:
			end := r.end(data, i, len(r.spans))
			if end < 0 {
				return r.more(data)
			}
			n, lines = i+end, r.countLines(data[:i+end])
			if !r.bare && data[n-1] == '\r' && lines <= bytes.Count(data[:n], []byte{'\n'}) {
				lines++ // the carriage return ends a line of its own here
			}
			return n, lines, nil
		}
	}
}

// short reports whether what stands at data[i] may be the beginning of a line
// end that the buffer cuts off.
func (r *Reader) short(data []byte, i int) bool { return !r.eof && i >= len(data)-len("\r\r\n") }

// more asks for more of the source, unless the record is too long already.
func (r *Reader) more(data []byte) (n, lines int, bad *SyntaxError) {
	if len(data) <= MaxRecord {
		return -1, 0, nil
	}
	return r.firstLine(data, 0, "the line is too long to be a row of a table")
}

// state tells how the search for a closing quote ended.
type state uint8

const (
	closed state = iota
	unclosed
	unknown // the buffer ends first
)

// quoted finds the quote that closes a field whose text begins at i.
func (r *Reader) quoted(data []byte, i int) (end int, escaped bool, s state) {
	lines := 0
	for start := i; ; {
		j := bytes.IndexByte(data[i:], '"')
		if j < 0 {
			j = len(data) - i
		}
		lines += bytes.Count(data[i:i+j], []byte{'\n'})
		if r.bare {
			lines += bytes.Count(data[i:i+j], []byte{'\r'})
		}
		i += j
		switch {
		case i-start > MaxRecord || lines > MaxLines:
			return 0, false, unclosed
		case i == len(data) && r.eof && r.err == nil:
			return 0, false, unclosed
		case i == len(data), i == len(data)-1 && !r.eof:
			return 0, false, unknown
		case i+1 < len(data) && data[i+1] == '"':
			escaped = true
			i += 2
		default:
			return i, escaped, closed
		}
	}
}

// lineEnd returns the length of the line end at the start of b, 0 if there is
// none. A carriage return too many before a line feed belongs to it.
func (r *Reader) lineEnd(b []byte) int {
	switch {
	case len(b) == 0:
		return 0
	case b[0] == '\n':
		return 1
	case b[0] != '\r':
		return 0
	case len(b) > 1 && b[1] == '\n':
		return 2
	case r.bare:
		return 1
	case len(b) > 2 && b[1] == '\r' && b[2] == '\n':
		return 3
	case r.eof && (len(b) == 1 || len(b) == 2 && b[1] == '\r'):
		return len(b)
	}
	return 0
}

// end returns the length of the line end at data[i], 0 if there is none and -1
// if the buffer ends before that can be told. The record has the given number
// of fields up to there.
//
// A carriage return alone ends a line in a file of other line ends, too, as of
// files put together by hand, if what stands before it and what stands behind
// it each have as many fields as the first record. Any other belongs to a text.
func (r *Reader) end(data []byte, i, fields int) int {
	n := r.lineEnd(data[i:])
	if n > 0 || data[i] != '\r' || fields != r.width {
		return n
	}
	behind, quoted := 1, false
	for j := i + 1; j < len(data) && j-i <= MaxRecord; j++ {
		switch c := data[j]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == r.comma:
			behind++
		case c == '\n', c == '\r':
			if behind == r.width {
				return 1
			}
			return 0
		}
	}
	switch {
	case !r.eof && len(data)-i <= MaxRecord:
		return -1
	case behind == r.width && !quoted:
		return 1
	}
	return 0
}

// countLines returns how many lines b takes, which ends with a line end.
func (r *Reader) countLines(b []byte) int {
	n := bytes.Count(b, []byte{'\n'})
	if r.bare {
		n += bytes.Count(b, []byte{'\r'}) - bytes.Count(b, []byte("\r\n"))
	}
	return max(n, 1)
}

// firstLine gives up a record for its quote at place quote: what is lost is the
// line on which the record begins, and reading goes on at the next.
func (r *Reader) firstLine(data []byte, quote int, why string) (n, lines int, bad *SyntaxError) {
	if n = r.lineLen(data); n == 0 {
		if len(data) < MaxRecord && !r.eof {
			return -1, 0, nil
		}
		n, r.rest = len(data), true
	}
	line, column := r.line, quote+1
	if before := data[:quote]; quote > 0 {
		line += bytes.Count(before, []byte{'\n'})
		last := bytes.LastIndexByte(before, '\n')
		if r.bare {
			line += bytes.Count(before, []byte{'\r'}) - bytes.Count(before, []byte("\r\n"))
			last = max(last, bytes.LastIndexByte(before, '\r'))
		}
		column = quote - last
	}
	return n, 1, &SyntaxError{Line: line, Column: column, Why: why}
}

// lineLen returns the length of the line at the start of data with its line end,
// quotes or not, 0 if data does not hold the end of it.
func (r *Reader) lineLen(data []byte) int {
	end := bytes.IndexByte(data, '\n')
	if cr := bytes.IndexByte(data, '\r'); r.bare && cr >= 0 && (end < 0 || cr < end) {
		end = cr
		if cr+1 < len(data) && data[cr+1] == '\n' {
			end++
		}
	}
	return end + 1
}

// skipRest passes over the rest of a line that was too long to be held: what
// stands in it is no row of its own.
func (r *Reader) skipRest() {
	if n := r.lineLen(r.buf[r.pos:]); n > 0 {
		r.pos += n
		r.rest = false
		return
	}
	r.pos = len(r.buf)
}

// windows1252 holds the characters of the bytes 0x80 to 0x9F.
var windows1252 = [32]rune{
	'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8D, 'Ž', 0x8F,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9D, 'ž', 'Ÿ',
}

// fromWindows1252 decodes s byte by byte. Windows-1252 has all that Latin-1
// has, and the quotes and dashes that are taken for Latin-1.
func fromWindows1252(s string) string {
	out := make([]rune, 0, len(s))
	for i := range len(s) {
		c := rune(s[i])
		if c >= 0x80 && c < 0xA0 {
			c = windows1252[c-0x80]
		}
		out = append(out, c)
	}
	return string(out)
}
