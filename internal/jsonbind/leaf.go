package jsonbind

import (
	"encoding"
	"reflect"
	"strconv"

	"github.com/google/uuid"
)

// str reads a string.
func (d *Decoder) str(n *node, v reflect.Value) error {
	s := d.Scanner
	c := s.Peek()
	mark := s.Mark()
	if c != '"' {
		return d.breach(mark)
	}
	b, err := s.String()
	if err != nil {
		return err
	}
	if !n.sh.accepts(b) {
		return d.breach(mark)
	}
	if n.intern {
		v.SetString(d.word(b))
	} else {
		v.SetString(string(b))
	}
	return nil
}

// word returns b as a string, the same one for a word that was read lately.
func (d *Decoder) word(b []byte) string {
	if len(b) > 32 {
		return string(b)
	}
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	slot := &d.words[(h^h>>16)%uint32(len(d.words))]
	if *slot != string(b) {
		*slot = string(b)
	}
	return *slot
}

// uuid reads an identity.
func (d *Decoder) uuid(n *node, v reflect.Value) error {
	s := d.Scanner
	c := s.Peek()
	mark, at := s.Mark(), uint32(s.Local())
	if c != '"' {
		return d.breach(mark)
	}
	b, err := s.String()
	if err != nil {
		return err
	}
	id, ok := parseUUID(b)
	if !ok {
		return d.breach(mark)
	}
	*v.Addr().Interface().(*uuid.UUID) = id
	switch {
	case n.identifies > 0:
		d.Uses = append(d.Uses, Use{at, uint8(n.identifies - 1), true})
	case n.refersTo > 0:
		d.Uses = append(d.Uses, Use{at, uint8(n.refersTo - 1), false})
	}
	return nil
}

// enum reads a value of an enumeration.
func (d *Decoder) enum(n *node, v reflect.Value) error {
	s := d.Scanner
	c := s.Peek()
	mark := s.Mark()
	if c != '"' {
		return d.breach(mark)
	}
	b, err := s.String()
	if err != nil {
		return err
	}
	for i, name := range n.sh.enum {
		if name == string(b) {
			v.SetUint(uint64(n.enum[i]))
			return nil
		}
	}
	return d.breach(mark)
}

// text reads a value that has a text form of its own.
func (d *Decoder) text(n *node, v reflect.Value) error {
	s := d.Scanner
	c := s.Peek()
	mark, start := s.Mark(), s.Offset()
	if c != '"' {
		return d.breach(mark)
	}
	b, err := s.String()
	if err != nil {
		return err
	}
	if !n.sh.accepts(b) {
		return d.breach(mark)
	}
	if err := v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText(b); err != nil {
		d.Faulty = append(d.Faulty, ValueError{start, err})
	}
	return nil
}

// boolean reads true or false.
func (d *Decoder) boolean(n *node, v reflect.Value) error {
	s := d.Scanner
	c := s.Peek()
	if c != 't' && c != 'f' {
		return d.breach(s.Mark())
	}
	c, err := s.Literal()
	v.SetBool(c == 't')
	return err
}

// integer reads a whole number.
func (d *Decoder) integer(n *node, v reflect.Value) error {
	s := d.Scanner
	c := s.Peek()
	mark := s.Mark()
	if kindAt(c) != numbers {
		return d.breach(mark)
	}
	b, err := s.Number()
	if err != nil {
		return err
	}
	i, whole, fits := integer(b)
	if !whole || !fits || i < n.lo || i > n.hi {
		return d.breach(mark)
	}
	if v.CanInt() {
		v.SetInt(i)
	} else {
		v.SetUint(uint64(i))
	}
	return nil
}

// float reads a number.
func (d *Decoder) float(n *node, v reflect.Value) error {
	s := d.Scanner
	c := s.Peek()
	mark := s.Mark()
	if kindAt(c) != numbers {
		return d.breach(mark)
	}
	b, err := s.Number()
	if err != nil {
		return err
	}
	if !n.sh.within(b) {
		return d.breach(mark)
	}
	f, err := strconv.ParseFloat(string(b), 64)
	if err != nil { // too great for a float64, which bounds would have said
		return d.breach(mark)
	}
	v.SetFloat(f)
	return nil
}
