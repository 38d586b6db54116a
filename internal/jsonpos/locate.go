package jsonpos

import (
	"bytes"
	"slices"
	"strconv"
	"unicode/utf8"
)

// Place is where a value stands in a text, in bytes from its start.
type Place struct {
	Key   int // of the member name, or of the value where there is none
	Value int // of the first byte of the value
}

// branch is a part of the tree of pointers that are looked for.
type branch struct {
	pointers []string // that end here, as they were given
	children map[string]*branch
}

// Locate returns the places of those pointers that data has. It reads data
// once, and no further than it is well formed.
func Locate(data []byte, limits Limits, pointers []string) map[string]Place {
	root := &branch{}
	for _, p := range pointers {
		tokens, ok := Tokens(p)
		if !ok {
			continue
		}
		b := root
		for _, t := range tokens {
			if b.children == nil {
				b.children = map[string]*branch{}
			}
			if b.children[t] == nil {
				b.children[t] = &branch{}
			}
			b = b.children[t]
		}
		b.pointers = append(b.pointers, p)
	}
	found := make(map[string]Place, len(pointers))
	s := NewScanner(data, limits)
	s.Collect = func(*Error) {}
	s.Peek()
	_ = s.locate(root, s.Offset(), found) // a text that ends in a fault has the places before it
	return found
}

// locate reads one value and notes the places of the pointers in b.
func (s *Scanner) locate(b *branch, key int, found map[string]Place) error {
	c := s.Peek()
	if b == nil {
		return s.Skip()
	}
	for _, p := range b.pointers {
		found[p] = Place{Key: key, Value: s.Offset()}
	}
	if b.children == nil || c != '{' && c != '[' {
		return s.Skip()
	}
	if err := s.Enter(c); err != nil {
		return err
	}
	for i := 0; ; i++ {
		if c == '[' {
			if ok, err := s.NextElement(i == 0); err != nil || !ok {
				return err
			}
			s.Peek()
			if err := s.locate(b.children[strconv.Itoa(i)], s.Offset(), found); err != nil {
				return err
			}
			continue
		}
		s.Peek()
		at := s.Offset()
		name, ok, err := s.NextKey(i == 0)
		if err != nil || !ok {
			return err
		}
		if err := s.locate(b.children[string(name)], s.keyAt(at, i == 0), found); err != nil {
			return err
		}
	}
}

// PointersAt returns, for each offset, the pointer of the innermost value or
// member that starts at or before it and has not ended. Offsets need no order.
func PointersAt(data []byte, limits Limits, offsets []int) []string {
	order := make([]int, len(offsets))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return offsets[a] - offsets[b] })
	f := finder{offsets: offsets, order: order, out: make([]string, len(offsets))}
	s := NewScanner(data, limits)
	s.Collect = func(*Error) {}
	_ = s.find(&f)
	f.upTo(len(data) + 1)
	return f.out
}

// finder gives each offset the pointer of the value that is being read when
// the scanner comes to it.
type finder struct {
	offsets, order []int // order holds indexes into offsets, by offset
	path           []byte
	out            []string
}

// upTo gives the present path to all offsets before end.
func (f *finder) upTo(end int) {
	for len(f.order) > 0 && f.offsets[f.order[0]] < end {
		f.out[f.order[0]] = string(f.path)
		f.order = f.order[1:]
	}
}

func (s *Scanner) find(f *finder) error {
	c := s.Peek()
	if c != '{' && c != '[' {
		err := s.Skip()
		f.upTo(s.Offset())
		return err
	}
	if err := s.Enter(c); err != nil {
		return err
	}
	here := len(f.path)
	for i := 0; ; i++ {
		s.Peek()
		at := s.Offset()
		var err error
		var name []byte
		ok := false
		if c == '[' {
			ok, err = s.NextElement(i == 0)
		} else {
			name, ok, err = s.NextKey(i == 0)
		}
		if err != nil {
			return err
		}
		if !ok {
			f.upTo(s.Offset())
			return nil
		}
		switch {
		case c == '[':
			s.Peek()
			f.upTo(s.Offset())
			f.path = AppendIndex(f.path, i)
		default:
			f.upTo(s.keyAt(at, i == 0))
			f.path = AppendName(f.path, string(name))
		}
		if err := s.find(f); err != nil {
			return err
		}
		f.path = f.path[:here]
	}
}

// Lines tells lines and columns of a text. It serves one goroutine.
type Lines struct {
	data []byte
	// last is the place that was asked for last: its line and the characters
	// before it in the line, both from 0.
	last struct{ offset, line, column int }
}

// NewLines returns the lines of data.
func NewLines(data []byte) *Lines { return &Lines{data: data} }

// At returns the line and the column of an offset, both from 1. Columns count
// characters, not bytes. It reads the text between the offset and the one
// before if offsets are asked for in their order, else from the start.
func (l *Lines) At(offset int) (line, column int) {
	p := &l.last
	offset = min(max(offset, 0), len(l.data))
	if offset < p.offset {
		*p = struct{ offset, line, column int }{}
	}
	between := l.data[p.offset:offset]
	if newline := bytes.LastIndexByte(between, '\n'); newline < 0 {
		p.column += utf8.RuneCount(between)
	} else {
		p.line += bytes.Count(between, []byte{'\n'})
		p.column = utf8.RuneCount(between[newline+1:])
	}
	p.offset = offset
	return p.line + 1, p.column + 1
}
