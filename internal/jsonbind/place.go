package jsonbind

import (
	"reflect"
	"strconv"

	"github.com/google/uuid"
)

// ByIndex returns the tokens of a JSON pointer into v, a value of the type of
// p, with each element of a list named by its index, where it may have been
// named by its identity. It returns false if v has no such place; it need not
// have the last token, which may name a member that the type does not have.
func (p *Plan) ByIndex(v reflect.Value, tokens []string) ([]string, bool) {
	return p.root.walk(v, tokens, func(list reflect.Value, token string) (int, string) {
		i := find(list, token)
		return i, strconv.Itoa(i)
	})
}

// ByIdentity returns the tokens of a JSON pointer into v with each element of
// a list named by its identity, if it has one. It returns false if v has no
// such place; it need not have the last token.
func (p *Plan) ByIdentity(v reflect.Value, tokens []string) ([]string, bool) {
	return p.root.walk(v, tokens, func(list reflect.Value, token string) (int, string) {
		i := find(list, token)
		if i >= 0 {
			if id, ok := identity(list.Index(i)); ok {
				return i, id.String()
			}
		}
		return i, token
	})
}

// Holds reports whether v, a value of the type of p, has the place that the
// tokens of a JSON pointer lead to.
func (p *Plan) Holds(v reflect.Value, tokens []string) bool {
	n := p.root
	for _, t := range tokens {
		switch {
		case n.items != nil:
			i := find(v, t)
			if i < 0 {
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

// walk goes down v by tokens. element finds the element of a list that a token
// names, negative for none, and what to call it.
func (n *node) walk(v reflect.Value, tokens []string, element func(list reflect.Value, token string) (int, string)) ([]string, bool) {
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
func find(list reflect.Value, token string) int {
	if i, err := strconv.Atoi(token); err == nil && strconv.Itoa(i) == token {
		if i < list.Len() {
			return i
		}
		return -1
	}
	want, err := uuid.Parse(token)
	if err != nil {
		return -1
	}
	for i := range list.Len() {
		if id, ok := identity(list.Index(i)); ok && id == want {
			return i
		}
	}
	return -1
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
