package jsonbind

import (
	"reflect"
	"strconv"

	"github.com/google/uuid"
)

// Places finds the places of a value by JSON pointers. It remembers where the
// things in a list stand by identity, so that looking for many takes no longer
// than going through each list once. The value must not change meanwhile. A
// Places serves one goroutine.
type Places struct {
	root  *node
	v     reflect.Value
	lists map[list]map[uuid.UUID]int
}

// list names a slice.
type list struct {
	at  uintptr
	len int
}

// fewElements is up to which length a list is gone through each time.
const fewElements = 8

// Places returns a finder of places in v, a value of the type of p.
func (p *Plan) Places(v reflect.Value) *Places { return &Places{root: p.root, v: v} }

// ByIndex returns the tokens of a JSON pointer with each element of a list
// named by its index, where it may have been named by its identity. It returns
// false if the value has no such place; it need not have the last token, which
// may name a member that the type does not have.
func (p *Places) ByIndex(tokens []string) ([]string, bool) {
	return p.walk(tokens, func(list reflect.Value, token string) (int, string) {
		i := p.find(list, token)
		return i, strconv.Itoa(i)
	})
}

// ByIdentity returns the tokens of a JSON pointer with each element of a list
// named by its identity, if it has one. It returns false if the value has no
// such place; it need not have the last token.
func (p *Places) ByIdentity(tokens []string) ([]string, bool) {
	return p.walk(tokens, func(list reflect.Value, token string) (int, string) {
		i := p.find(list, token)
		if i >= 0 {
			if id, ok := identity(list.Index(i)); ok {
				return i, id.String()
			}
		}
		return i, token
	})
}

// Holds reports whether the value has the place that the tokens of a JSON
// pointer lead to, elements of lists by index as RFC 6901 has it.
func (p *Places) Holds(tokens []string) bool {
	n, v := p.root, p.v
	for _, t := range tokens {
		switch {
		case n.items != nil:
			i, err := strconv.Atoi(t)
			if err != nil || i < 0 || i >= v.Len() || strconv.Itoa(i) != t {
				return false
			}
			n, v = n.items, v.Index(i)
		case n.field(t) >= 0:
			f := n.fields[n.field(t)]
			n, v = f.node, v.FieldByIndex(f.index)
		default:
			return false
		}
	}
	return true
}

// walk goes down the value by tokens. element finds the element of a list that
// a token names, negative for none, and what to call it.
func (p *Places) walk(tokens []string, element func(list reflect.Value, token string) (int, string)) ([]string, bool) {
	n, v := p.root, p.v
	var out []string
	for k, t := range tokens {
		switch {
		case n != nil && n.items != nil:
			i, name := element(v, t)
			if i < 0 {
				return nil, false
			}
			out = append(out, name)
			n, v = n.items, v.Index(i)
		case n != nil && n.field(t) >= 0:
			f := n.fields[n.field(t)]
			out = append(out, t)
			n, v = f.node, v.FieldByIndex(f.index)
		case k == len(tokens)-1:
			return append(out, t), true
		default:
			return nil, false
		}
	}
	return out, true
}

// find returns the index of the element of a list that a token names by index
// or by identity, negative if there is none.
func (p *Places) find(v reflect.Value, token string) int {
	if i, err := strconv.Atoi(token); err == nil && strconv.Itoa(i) == token {
		if i >= 0 && i < v.Len() {
			return i
		}
		return -1
	}
	want, err := uuid.Parse(token)
	if err != nil {
		return -1
	}
	if v.Len() > fewElements {
		if i, ok := p.index(v)[want]; ok {
			return i
		}
		return -1
	}
	for i := range v.Len() {
		if id, ok := identity(v.Index(i)); ok && id == want {
			return i
		}
	}
	return -1
}

// index returns where each thing of a list stands, the first of those with one
// identity.
func (p *Places) index(v reflect.Value) map[uuid.UUID]int {
	key := list{v.Pointer(), v.Len()}
	if m, ok := p.lists[key]; ok {
		return m
	}
	m := make(map[uuid.UUID]int, v.Len())
	for i := range v.Len() {
		if id, ok := identity(v.Index(i)); ok {
			if _, twice := m[id]; !twice {
				m[id] = i
			}
		}
	}
	if p.lists == nil {
		p.lists = make(map[list]map[uuid.UUID]int)
	}
	p.lists[key] = m
	return m
}

// identity returns the field ID of a struct, if it has one that is set.
func identity(v reflect.Value) (uuid.UUID, bool) {
	if v.Kind() != reflect.Struct {
		return uuid.UUID{}, false
	}
	f := v.FieldByName("ID")
	if !f.IsValid() || f.Type() != reflect.TypeFor[uuid.UUID]() {
		return uuid.UUID{}, false
	}
	id := f.Interface().(uuid.UUID)
	return id, id != uuid.UUID{}
}
