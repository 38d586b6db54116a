package jsonbind

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/hrdd-go/hrdd/internal/jsonpos"
)

// Addition is a member to be added to a text.
type Addition struct {
	Tokens []string // its place, elements of lists by index
	Raw    []byte   // its value
}

// branch is a part of the tree of additions.
type branch struct {
	raw      []byte
	children map[string]*branch
}

// Splice returns text, which encoding/json has written from a value of the type
// of p, with members added at the end of their objects, sorted by name. An
// object that was left out because nothing but an addition is in it is made,
// in its place.
func (p *Plan) Splice(text []byte, additions []Addition) ([]byte, error) {
	root := &branch{}
	for _, a := range additions {
		b := root
		for _, t := range a.Tokens {
			if b.children == nil {
				b.children = map[string]*branch{}
			}
			if b.children[t] == nil {
				b.children[t] = &branch{}
			}
			b = b.children[t]
		}
		b.raw = a.Raw
	}
	w := &splicer{s: jsonpos.NewScanner(text, jsonpos.Limits{String: len(text) + 1, Elements: len(text) + 1, Depth: 1000})}
	if err := w.value(p.root, root); err != nil {
		return nil, err
	}
	if w.added != len(additions) {
		return nil, fmt.Errorf("%d of %d members to be added have the place of something else", len(additions)-w.added, len(additions))
	}
	return w.out, nil
}

type splicer struct {
	s     *jsonpos.Scanner
	out   []byte
	added int
}

// value copies one value with the additions in b.
func (w *splicer) value(n *node, b *branch) error {
	c := w.s.Peek()
	if b == nil || n == nil || c != '{' && c != '[' {
		start := w.s.Offset()
		if err := w.s.Skip(); err != nil {
			return err
		}
		w.out = append(w.out, w.s.Raw(start)...)
		return nil
	}
	if err := w.s.Enter(c); err != nil {
		return err
	}
	w.out = append(w.out, c)
	if c == '[' {
		return w.array(n, b)
	}
	return w.object(n, b)
}

func (w *splicer) array(n *node, b *branch) error {
	for i := 0; ; i++ {
		more, err := w.s.NextElement(i == 0)
		if err != nil {
			return err
		}
		if !more {
			w.out = append(w.out, ']')
			return nil
		}
		if i > 0 {
			w.out = append(w.out, ',')
		}
		if err := w.value(n.items, b.children[strconv.Itoa(i)]); err != nil {
			return err
		}
	}
}

func (w *splicer) object(n *node, b *branch) error {
	empty, next := true, 0
	for first := true; ; first = false {
		name, more, err := w.s.NextKey(first)
		if err != nil {
			return err
		}
		i := len(n.fields)
		if more {
			i = n.field(string(name))
		}
		if err := w.missing(n, b, next, i, &empty); err != nil {
			return err
		}
		if !more {
			w.extensions(n, b, &empty)
			w.out = append(w.out, '}')
			return nil
		}
		w.name(n.fields[i].name, &empty)
		if err := w.value(n.fields[i].node, b.children[n.fields[i].name]); err != nil {
			return err
		}
		next = i + 1
	}
}

// missing makes the objects among the fields from next up to end that were left
// out and have additions.
func (w *splicer) missing(n *node, b *branch, next, end int, empty *bool) error {
	for _, f := range n.fields[min(next, end):end] {
		child := b.children[f.name]
		if child == nil {
			continue
		}
		if f.node.fields == nil {
			return fmt.Errorf("%s is not an object that a member can be added to", f.name)
		}
		w.name(f.name, empty)
		w.out = append(w.out, '{')
		inner := true
		if err := w.missing(f.node, child, 0, len(f.node.fields), &inner); err != nil {
			return err
		}
		w.extensions(f.node, child, &inner)
		w.out = append(w.out, '}')
	}
	return nil
}

// extensions writes the additions to one object.
func (w *splicer) extensions(n *node, b *branch, empty *bool) {
	for _, name := range slices.Sorted(maps.Keys(b.children)) {
		if raw := b.children[name].raw; raw != nil && n.field(name) < 0 {
			w.name(name, empty)
			w.out = append(w.out, raw...)
			w.added++
		}
	}
}

// name writes a comma, unless the object is empty, and the name of a member.
func (w *splicer) name(name string, empty *bool) {
	if !*empty {
		w.out = append(w.out, ',')
	}
	*empty = false
	quoted, _ := json.Marshal(name) // a string always can be
	w.out = append(append(w.out, quoted...), ':')
}
