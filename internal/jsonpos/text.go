package jsonpos

import (
	"encoding/binary"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

// String reads a string and returns its text.
func (s *Scanner) String() ([]byte, error) {
	if s.Peek() != '"' {
		return nil, s.unexpected("a string")
	}
	if err := s.count(); err != nil {
		return nil, err
	}
	return s.text()
}

// text reads a string, at whose opening quote s stands. The result is a part
// of the input where nothing in it is escaped.
func (s *Scanner) text() ([]byte, error) {
	start := s.pos
	s.pos++
	from := s.pos // of the part that is not yet in scratch
	s.scratch = s.scratch[:0]
	for {
		s.pos += plain(s.data[s.pos:])
		if s.pos >= len(s.data) {
			return nil, s.endless(start)
		}
		switch c := s.data[s.pos]; {
		case c == '"':
			out := s.data[from:s.pos]
			if len(s.scratch) > 0 {
				s.scratch = append(s.scratch, out...)
				out = s.scratch
			}
			s.pos++
			if s.pos-start-2 > s.limits.String {
				return nil, s.fail(StringTooLong, start, fmt.Sprintf("a string of more than %d bytes", s.limits.String))
			}
			return out, nil
		case c == '\\':
			s.scratch = append(s.scratch, s.data[from:s.pos]...)
			if err := s.escape(); err != nil {
				return nil, err
			}
			from = s.pos
		case c < ' ':
			return nil, s.fail(Syntax, s.pos, fmt.Sprintf("the control character %#02x in a string; write it as an escape", c))
		default:
			if !utf8.FullRune(s.data[s.pos:]) {
				return nil, s.endless(start)
			}
			r, size := utf8.DecodeRune(s.data[s.pos:])
			if r == utf8.RuneError && size == 1 {
				if err := s.fail(Encoding, s.pos, "bytes that are not UTF-8"); err != nil {
					return nil, err
				}
			}
			s.pos += size
		}
	}
}

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// plain returns how many bytes at the start of b stand for themselves in a
// string: ASCII without control characters, quotes and backslashes. It looks
// at eight bytes at a time.
func plain(b []byte) int {
	n := 0
	for len(b)-n >= 8 {
		w := binary.LittleEndian.Uint64(b[n:])
		quote, slash := w^ones*'"', w^ones*'\\'
		if (w|(w-ones*' ')|(quote-ones)&^quote|(slash-ones)&^slash)&highs != 0 {
			break
		}
		n += 8
	}
	for n < len(b) && b[n] >= ' ' && b[n] < utf8.RuneSelf && b[n] != '"' && b[n] != '\\' {
		n++
	}
	return n
}

// escape reads an escape sequence and appends what it stands for to scratch.
func (s *Scanner) escape() error {
	at := s.pos
	if s.pos++; s.pos >= len(s.data) {
		return s.endless(at)
	}
	c := s.data[s.pos]
	s.pos++
	switch c {
	case '"', '\\', '/':
	case 'b':
		c = '\b'
	case 'f':
		c = '\f'
	case 'n':
		c = '\n'
	case 'r':
		c = '\r'
	case 't':
		c = '\t'
	case 'u':
		r, ok := s.hex()
		if !ok {
			s.short = len(s.data)-s.pos < 4
			return s.fail(Syntax, at, `\u without four hexadecimal digits`)
		}
		if utf16.IsSurrogate(r) {
			r = s.otherHalf(r)
			if r == utf8.RuneError {
				if err := s.fail(Encoding, at, "half a surrogate pair"); err != nil {
					return err
				}
			}
		}
		s.scratch = utf8.AppendRune(s.scratch, r)
		return nil
	default:
		return s.fail(Syntax, at, "a backslash before a character that needs none")
	}
	s.scratch = append(s.scratch, c)
	return nil
}

// otherHalf reads the low surrogate after the high one and returns the
// character of both, or the replacement character with nothing read.
func (s *Scanner) otherHalf(high rune) rune {
	before := s.pos
	if len(s.data)-s.pos < len(`\u0000`) {
		s.short = true // half a pair at the end of the data may be whole with more
	}
	if s.at('\\') && s.pos+1 < len(s.data) && s.data[s.pos+1] == 'u' {
		s.pos += 2
		if low, ok := s.hex(); ok {
			if r := utf16.DecodeRune(high, low); r != utf8.RuneError {
				return r
			}
		}
	}
	s.pos = before
	return utf8.RuneError
}

// endless ends the reading of a string, or of an escape in one, that the data do
// not hold the end of.
func (s *Scanner) endless(start int) error {
	s.short = true
	return s.fail(Syntax, start, "a string that does not end")
}

// hex reads four hexadecimal digits.
func (s *Scanner) hex() (rune, bool) {
	if len(s.data)-s.pos < 4 {
		return 0, false
	}
	var r rune
	for _, c := range s.data[s.pos : s.pos+4] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	s.pos += 4
	return r, true
}
