package jsonpos

import (
	"bytes"
	"fmt"
)

// A Scanner reads one JSON text from memory. It is not safe for use by
// several goroutines at once.
//
// The byte slices that its methods return are valid until the next call.
type Scanner struct {
	data     []byte
	pos      int
	base     int // offset of data[0] in the whole text
	limits   Limits
	depth    int
	elements int
	scratch  []byte // an unescaped string
	keys     keyStack
	short    bool // the data ended where more was expected

	// Collect, if set, is told of every fault after which the scanner can go
	// on: then it goes on. Without it the first fault of any kind ends the
	// reading.
	Collect func(*Error)
}

// NewScanner returns a Scanner that reads data.
func NewScanner(data []byte, limits Limits) *Scanner {
	return &Scanner{data: data, limits: limits.orDefaults()}
}

// Reset makes s read data, the part of a longer text that starts at offset
// base and at the given depth. Elements are counted anew.
func (s *Scanner) Reset(data []byte, base, depth int) {
	s.data, s.pos, s.base, s.depth, s.elements, s.short = data, 0, base, depth, 0, false
	s.keys.used = 0
}

// Short reports whether the reading came to the end of the data: if it failed,
// it may succeed with more of the text.
func (s *Scanner) Short() bool { return s.short }

// Offset returns how far s has read, in bytes from the start of the text.
func (s *Scanner) Offset() int { return s.base + s.pos }

// Local returns how far s has read in the data that it was given last.
func (s *Scanner) Local() int { return s.pos }

// Elements returns how many values s has read.
func (s *Scanner) Elements() int { return s.elements }

// Raw returns the text from offset from up to where s has read.
func (s *Scanner) Raw(from int) []byte { return s.data[from-s.base : s.pos] }

// fail ends the reading with a fault at offset at in s.data, or hands the
// fault to Collect and returns nil.
func (s *Scanner) fail(f Fault, at int, detail string) error {
	e := &Error{Fault: f, Offset: s.base + at, Detail: detail}
	if s.Collect != nil && f.recoverable() {
		s.Collect(e)
		return nil
	}
	return e
}

// unexpected ends the reading at the present place, where want was expected.
func (s *Scanner) unexpected(want string) error {
	if s.pos >= len(s.data) {
		s.short = true
		return s.fail(Syntax, s.pos, "the text ends where "+want+" is expected")
	}
	if c := s.data[s.pos]; c > ' ' && c < 0x7f {
		return s.fail(Syntax, s.pos, fmt.Sprintf("found %q where %s is expected", c, want))
	}
	if bytes.HasPrefix(s.data[s.pos:], []byte("\xef\xbb\xbf")) {
		return s.fail(Syntax, s.pos, "found a byte order mark; save the text as UTF-8 without one")
	}
	return s.fail(Syntax, s.pos, fmt.Sprintf("found the byte %#02x where %s is expected", s.data[s.pos], want))
}

// Peek skips white space and returns the first byte of what follows, or 0 at
// the end.
func (s *Scanner) Peek() byte {
	for s.pos < len(s.data) {
		switch c := s.data[s.pos]; c {
		case ' ', '\n', '\t', '\r':
			s.pos++
		default:
			return c
		}
	}
	s.short = true
	return 0
}

// End checks that nothing but white space follows.
func (s *Scanner) End() error {
	if s.Peek(); s.pos < len(s.data) {
		return s.unexpected("the end")
	}
	return nil
}

// count counts one more value.
func (s *Scanner) count() error {
	if s.elements++; s.elements > s.limits.Elements {
		return s.fail(TooManyElements, s.pos, fmt.Sprintf("the text has more than %d values", s.limits.Elements))
	}
	return nil
}

// Enter reads the start of an array or object, which open names.
func (s *Scanner) Enter(open byte) error {
	if s.Peek() != open {
		if open == '{' {
			return s.unexpected("an object")
		}
		return s.unexpected("an array")
	}
	if err := s.count(); err != nil {
		return err
	}
	if s.depth++; s.depth > s.limits.Depth {
		return s.fail(TooDeep, s.pos, fmt.Sprintf("more than %d arrays and objects inside one another", s.limits.Depth))
	}
	s.pos++
	return nil
}

// NextElement reads up to the next element of an array, first being true for
// the first one. It returns false after the last, with the array read.
func (s *Scanner) NextElement(first bool) (bool, error) {
	c := s.Peek()
	if c == ']' {
		s.pos++
		s.depth--
		return false, nil
	}
	if first {
		return true, nil
	}
	if c != ',' {
		return false, s.unexpected("a comma or the end of the array")
	}
	s.pos++
	if s.Peek() == ']' {
		return false, s.unexpected("an element")
	}
	return true, nil
}

// NextKey reads the name of the next member of an object and the colon after
// it, first being true for the first one. It returns false after the last,
// with the object read. It does not look for duplicates.
func (s *Scanner) NextKey(first bool) (key []byte, ok bool, err error) {
	c := s.Peek()
	if c == '}' {
		s.pos++
		s.depth--
		return nil, false, nil
	}
	if !first {
		if c != ',' {
			return nil, false, s.unexpected("a comma or the end of the object")
		}
		s.pos++
		c = s.Peek()
	}
	if c != '"' {
		return nil, false, s.unexpected("the name of a member")
	}
	if key, err = s.text(); err != nil {
		return nil, false, err
	}
	if s.Peek() != ':' {
		return nil, false, s.unexpected("a colon")
	}
	s.pos++
	return key, true, nil
}

// Duplicate reports the member name at offset at, already read, as one that
// its object has twice.
func (s *Scanner) Duplicate(at int) error {
	return s.fail(DuplicateKey, at-s.base, "the object already has a member of this name")
}

// Literal reads true, false or null and returns its first letter.
func (s *Scanner) Literal() (byte, error) {
	c := s.Peek()
	word := ""
	switch c {
	case 't':
		word = "true"
	case 'f':
		word = "false"
	case 'n':
		word = "null"
	}
	if rest := s.data[s.pos:]; word == "" || !bytes.HasPrefix(rest, []byte(word)) {
		s.short = word != "" && bytes.HasPrefix([]byte(word), rest)
		return 0, s.unexpected("a value")
	}
	if err := s.count(); err != nil {
		return 0, err
	}
	s.pos += len(word)
	return c, nil
}

// Number reads a number and returns it as it is written.
func (s *Scanner) Number() ([]byte, error) {
	s.Peek()
	start := s.pos
	if err := s.count(); err != nil {
		return nil, err
	}
	if s.at('-') {
		s.pos++
	}
	if s.at('0') {
		s.pos++
	} else if !s.digits() {
		return nil, s.unexpected("a value")
	}
	if s.at('.') {
		s.pos++
		if !s.digits() {
			return nil, s.unexpected("a digit")
		}
	}
	exponent := 0
	if s.at('e') || s.at('E') {
		s.pos++
		if s.at('+') || s.at('-') {
			s.pos++
		}
		from := s.pos
		if !s.digits() {
			return nil, s.unexpected("a digit")
		}
		for _, c := range s.data[from:s.pos] {
			exponent = min(exponent*10+int(c-'0'), maxExponent+1)
		}
	}
	s.short = s.short || s.pos == len(s.data) // there may be more digits
	if n := s.pos - start; n > s.limits.Number || exponent > maxExponent {
		return []byte("0"), s.fail(NumberTooLong, start,
			fmt.Sprintf("a number of more than %d characters or an exponent over %d", s.limits.Number, maxExponent))
	}
	return s.data[start:s.pos], nil
}

func (s *Scanner) at(c byte) bool { return s.pos < len(s.data) && s.data[s.pos] == c }

// digits reads at least one digit, or returns false.
func (s *Scanner) digits() bool {
	from := s.pos
	for s.pos < len(s.data) && s.data[s.pos]-'0' <= 9 {
		s.pos++
	}
	return s.pos > from
}

// Mark is a place in a text to which a Scanner can go back.
type Mark struct{ pos, depth, elements int }

// Mark returns the present place.
func (s *Scanner) Mark() Mark { return Mark{s.pos, s.depth, s.elements} }

// Rewind goes back to m.
func (s *Scanner) Rewind(m Mark) { s.pos, s.depth, s.elements = m.pos, m.depth, m.elements }
