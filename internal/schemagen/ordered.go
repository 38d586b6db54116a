package schemagen

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
)

// ordered is a JSON object whose members keep their order.
type ordered []member

type member struct {
	name  string
	value any
}

// MarshalJSON writes the members in order.
func (o ordered) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := enc.Encode(m.name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := enc.Encode(m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// get returns the value of a member, nil if there is none.
func (o ordered) get(name string) any {
	for _, m := range o {
		if m.name == name {
			return m.value
		}
	}
	return nil
}

// set returns o with a member of the given value, in its old place if it has
// one.
func (o ordered) set(name string, value any) ordered {
	o = slices.Clone(o)
	for i := range o {
		if o[i].name == name {
			o[i].value = value
			return o
		}
	}
	return append(o, member{name, value})
}

// with returns o with the members of m. A reference takes the place of all
// that stood there; a null takes a member away.
func (o ordered) with(m map[string]any) ordered {
	if m["$ref"] != nil {
		o = nil
	}
	for _, name := range slices.SortedFunc(maps.Keys(m), byKeyword) {
		if m[name] == nil {
			o = slices.DeleteFunc(slices.Clone(o), func(have member) bool { return have.name == name })
			continue
		}
		o = o.set(name, m[name])
	}
	return o
}

// byKeyword puts what a reader looks for first in front.
func byKeyword(a, b string) int {
	first := []string{"description", "$ref", "type"}
	rank := func(s string) int {
		if i := slices.Index(first, s); i >= 0 {
			return i
		}
		return len(first)
	}
	if rank(a) != rank(b) {
		return rank(a) - rank(b)
	}
	return bytes.Compare([]byte(a), []byte(b))
}
