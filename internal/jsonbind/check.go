package jsonbind

import (
	"errors"
	"unicode/utf8"

	"github.com/hrdd-go/hrdd/internal/jsonpos"
)

// ErrBreach says that a text is not what the schema accepts.
var ErrBreach = errors.New("the text breaks the schema")

// checker holds values to shapes without keeping them.
type checker struct {
	s   *jsonpos.Scanner
	odd bool // a whole number was not written as one: 1.0, 1e2
}

// kindAt returns the kind of the value that starts with a byte.
func kindAt(c byte) kinds {
	switch c {
	case '{':
		return objects
	case '[':
		return arrays
	case '"':
		return strs
	case 't', 'f':
		return booleans
	case 'n':
		return nulls
	}
	return numbers
}

// check reads one value. The error is ErrBreach, or a fault of the text.
func (c *checker) check(sh *shape) error {
	if sh.anyOf != nil {
		return c.choose(sh)
	}
	k := kindAt(c.s.Peek())
	if sh.kinds&k == 0 && !(k == numbers && sh.kinds&integers != 0) {
		return ErrBreach
	}
	switch k {
	case objects:
		return c.object(sh)
	case arrays:
		return c.array(sh)
	case strs:
		b, err := c.s.String()
		if err == nil && !sh.accepts(b) {
			return ErrBreach
		}
		return err
	case numbers:
		b, err := c.s.Number()
		if err != nil {
			return err
		}
		if sh.kinds&numbers == 0 {
			if _, whole, _ := integer(b); !whole {
				return ErrBreach
			}
			if _, plain := plainInteger(b); !plain {
				c.odd = true
			}
		}
		if !sh.within(b) {
			return ErrBreach
		}
		return nil
	}
	_, err := c.s.Literal()
	return err
}

// accepts reports whether sh accepts a string.
func (sh *shape) accepts(b []byte) bool {
	if sh.maxLength >= 0 && len(b) > sh.maxLength && utf8.RuneCount(b) > sh.maxLength {
		return false
	}
	if sh.minLength > 0 && len(b) < sh.minLength*utf8.UTFMax && utf8.RuneCount(b) < sh.minLength {
		return false
	}
	if sh.match != nil && !sh.match(b) {
		return false
	}
	if sh.enum == nil {
		return true
	}
	for _, name := range sh.enum {
		if string(b) == name {
			return true
		}
	}
	return false
}

// choose holds the value to the alternatives, one of which must accept it.
func (c *checker) choose(sh *shape) error {
	mark := c.s.Mark()
	for _, a := range sh.anyOf {
		err := c.check(a)
		if err == nil {
			return nil
		}
		if !errors.Is(err, ErrBreach) {
			return err
		}
		c.s.Rewind(mark)
	}
	return ErrBreach
}

func (c *checker) object(sh *shape) error {
	if err := c.s.Enter('{'); err != nil {
		return err
	}
	var seen uint64
	var names nameSet
	for first := true; ; first = false {
		key, ok, err := c.s.NextKey(first)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		if !names.add(key) {
			if err := c.s.Duplicate(c.s.Offset()); err != nil {
				return err
			}
		}
		i := sh.property(key)
		if i < 0 {
			if sh.closed && (sh.extension == nil || !sh.extension(key)) {
				return ErrBreach
			}
			if err := c.s.Skip(); err != nil {
				return err
			}
			continue
		}
		seen |= 1 << i
		if err := c.check(sh.properties[i].shape); err != nil {
			return err
		}
	}
	for _, name := range sh.required {
		if i := sh.property([]byte(name)); i >= 0 && seen&(1<<i) == 0 {
			return ErrBreach
		}
	}
	return nil
}

// property returns the index of a property, negative if there is none.
func (sh *shape) property(name []byte) int {
	for i := range sh.properties {
		if sh.properties[i].name == string(name) {
			return i
		}
	}
	return -1
}

func (c *checker) array(sh *shape) error {
	if err := c.s.Enter('['); err != nil {
		return err
	}
	n := 0
	for ; ; n++ {
		ok, err := c.s.NextElement(n == 0)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		if sh.items == nil {
			err = c.s.Skip()
		} else {
			err = c.check(sh.items)
		}
		if err != nil {
			return err
		}
	}
	if n < sh.minItems || sh.maxItems >= 0 && n > sh.maxItems {
		return ErrBreach
	}
	return nil
}

// nameSet is the set of the names of an object's members.
type nameSet struct {
	few  []string
	many map[string]struct{}
}

// add adds a name, or returns false if it is there.
func (n *nameSet) add(name []byte) bool {
	if n.many == nil {
		for _, have := range n.few {
			if have == string(name) {
				return false
			}
		}
		if n.few = append(n.few, string(name)); len(n.few) == 16 {
			n.many = make(map[string]struct{}, 32)
			for _, have := range n.few {
				n.many[have] = struct{}{}
			}
		}
		return true
	}
	if _, dup := n.many[string(name)]; dup {
		return false
	}
	n.many[string(name)] = struct{}{}
	return true
}
