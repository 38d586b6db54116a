package jsonbind

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/google/uuid"
)

// Plan reads JSON that a schema accepts into a Go type. It is read only and
// may be shared by any number of goroutines.
type Plan struct {
	root  *node
	nodes map[nodeKey]*node
	lists []string // the lists that identities belong to; a Use counts in it
}

// Compile makes the plan of a schema, in the dialect of this package, and a Go
// type. It returns an error if a member of one is not in the other, if one
// requires what the other may leave out, or if a value that the schema accepts
// has no place in the type.
func Compile(schema []byte, root reflect.Type) (*Plan, error) {
	d := json.NewDecoder(bytes.NewReader(schema))
	d.UseNumber()
	var doc map[string]any
	if err := d.Decode(&doc); err != nil {
		return nil, err
	}
	defs, _ := doc["$defs"].(map[string]any)
	r := &schemaReader{defs: defs, shapes: map[string]*shape{}}
	sh, err := r.shape(map[string]any(doc), root.Name())
	if err != nil {
		return nil, err
	}
	p := &Plan{nodes: map[nodeKey]*node{}}
	if p.root, err = p.bind(sh, root); err != nil {
		return nil, err
	}
	return p, nil
}

// For returns the plan of a type that the root of p holds somewhere.
func (p *Plan) For(t reflect.Type) (*Plan, error) {
	for key, n := range p.nodes {
		if key.t == t {
			return &Plan{n, p.nodes, p.lists}, nil
		}
	}
	return nil, fmt.Errorf("%s is not a part of the document", t)
}

// Lists returns the names of the lists that identities belong to.
func (p *Plan) Lists() []string { return slices.Clone(p.lists) }

type nodeKey struct {
	sh *shape
	t  reflect.Type
}

// node reads values of one shape into values of one type.
type node struct {
	sh     *shape
	t      reflect.Type
	decode func(d *Decoder, n *node, v reflect.Value) error

	// Objects.
	fields   []fieldNode
	required uint64 // a bit for each field
	asked    bool   // the type implements valider

	items *node

	enum []uint8 // the value of each name in sh.enum

	lo, hi int64 // of integers

	identifies, refersTo int // indexes into Plan.lists, plus one
	intern               bool
}

type fieldNode struct {
	name  string
	index []int
	at    int // index[0] where that is all of it, else negative
	node  *node
}

// A struct that implements valider is asked once it has been read.
type valider interface{ Valid() bool }

// bind makes the node of a shape and a type.
func (p *Plan) bind(sh *shape, t reflect.Type) (*node, error) {
	key := nodeKey{sh, t}
	if n := p.nodes[key]; n != nil {
		return n, nil
	}
	n := &node{sh: sh, t: t, identifies: p.list(sh.identifies), refersTo: p.list(sh.refersTo)}
	p.nodes[key] = n
	var err error
	switch pointer := reflect.PointerTo(t); {
	case t == reflect.TypeFor[uuid.UUID]():
		if sh.pattern != uuidPattern {
			err = fmt.Errorf("a UUID has the pattern %s", uuidPattern)
		}
		n.decode = (*Decoder).uuid
	case pointer.Implements(reflect.TypeFor[json.Unmarshaler]()):
		n.decode = (*Decoder).custom
	case t.Kind() == reflect.Uint8 && pointer.Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
		err = n.bindEnum()
		n.decode = (*Decoder).enum
	case pointer.Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
		err = n.expect(strs)
		n.decode = (*Decoder).text
	case t.Kind() == reflect.Struct:
		err = p.bindStruct(n)
		n.decode = (*Decoder).object
		n.asked = pointer.Implements(reflect.TypeFor[valider]())
	case t.Kind() == reflect.Slice:
		if err = n.expect(arrays); err == nil && sh.items == nil {
			err = fmt.Errorf("nothing is said of the elements")
		}
		if err == nil {
			n.items, err = p.bind(sh.items, t.Elem())
		}
		n.decode = (*Decoder).array
	case t.Kind() == reflect.String:
		err = n.expect(strs)
		n.intern = sh.match != nil
		n.decode = (*Decoder).str
	case t.Kind() == reflect.Bool:
		err = n.expect(booleans)
		n.decode = (*Decoder).boolean
	case n.whole():
		err = n.bindInteger()
		n.decode = (*Decoder).integer
	case t.Kind() == reflect.Float64:
		err = n.expect(numbers | integers)
		n.decode = (*Decoder).float
	default:
		err = fmt.Errorf("no JSON goes into it")
	}
	if err != nil {
		return nil, fmt.Errorf("%s as %s: %w", sh.name, t, err)
	}
	return n, nil
}

func (n *node) whole() bool { return n.t.Kind() >= reflect.Int && n.t.Kind() <= reflect.Uint64 }

// expect checks that the shape accepts nothing but values of kind k.
func (n *node) expect(k kinds) error {
	if n.sh.kinds != k || n.sh.anyOf != nil {
		return fmt.Errorf("the schema accepts other kinds of value than the type holds")
	}
	return nil
}

// list returns the number of a list of identities, from 1.
func (p *Plan) list(name string) int {
	if name == "" {
		return 0
	}
	if i := slices.Index(p.lists, name); i >= 0 {
		return i + 1
	}
	p.lists = append(p.lists, name)
	return len(p.lists)
}

func (n *node) bindEnum() error {
	if err := n.expect(strs); err != nil {
		return err
	}
	if n.sh.enum == nil {
		return fmt.Errorf("the schema does not list the names")
	}
	for _, name := range n.sh.enum {
		v := reflect.New(n.t)
		if err := v.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(name)); err != nil {
			return err
		}
		n.enum = append(n.enum, uint8(v.Elem().Uint()))
	}
	return nil
}

func (n *node) bindInteger() error {
	if err := n.expect(integers); err != nil {
		return err
	}
	v := reflect.New(n.t).Elem()
	if n.sh.min == nil || n.sh.max == nil || !n.sh.small {
		return fmt.Errorf("an integer has bounds that an int64 holds")
	}
	n.lo, n.hi = n.sh.lo, n.sh.hi
	if v.CanInt() && (v.OverflowInt(n.lo) || v.OverflowInt(n.hi)) || v.CanUint() && (n.lo < 0 || v.OverflowUint(uint64(n.hi))) {
		return fmt.Errorf("the bounds are greater than the type holds")
	}
	return nil
}

// maxFields is the greatest number of members of a struct, for which there is
// a bit each in a word.
const maxFields = 64

func (p *Plan) bindStruct(n *node) error {
	if err := n.expect(objects); err != nil {
		return err
	}
	if !n.sh.closed {
		return fmt.Errorf("the schema accepts members that the type does not have")
	}
	if err := p.bindFields(n, n.t, nil); err != nil {
		return err
	}
	if len(n.fields) > maxFields {
		return fmt.Errorf("more than %d members", maxFields)
	}
	if len(n.fields) != len(n.sh.properties) {
		for _, prop := range n.sh.properties {
			if n.field(prop.name) < 0 {
				return fmt.Errorf("the schema has the member %q, which the type does not have", prop.name)
			}
		}
	}
	for i, f := range n.fields {
		required := slices.Contains(n.sh.required, f.name)
		if required != (n.required&(1<<i) != 0) {
			return fmt.Errorf("the schema and the type do not agree whether %q is required", f.name)
		}
	}
	return nil
}

// bindFields binds the fields of t, a struct embedded in n.t at index or n.t
// itself, as encoding/json sees them.
func (p *Plan) bindFields(n *node, t reflect.Type, index []int) error {
	for i := range t.NumField() {
		f := t.Field(i)
		at := append(index[:len(index):len(index)], i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous && name == "" {
			if err := p.bindFields(n, f.Type, at); err != nil {
				return err
			}
			continue
		}
		if !f.IsExported() || name == "-" {
			continue
		}
		prop := n.sh.property([]byte(name))
		if prop < 0 {
			return fmt.Errorf("the type has the member %q, which the schema does not have", name)
		}
		child, err := p.bind(n.sh.properties[prop].shape, f.Type)
		if err != nil {
			return err
		}
		if !strings.Contains(options, "omit") {
			n.required |= 1 << len(n.fields)
		}
		fn := fieldNode{name: name, index: at, at: -1, node: child}
		if len(at) == 1 {
			fn.at = i
		}
		n.fields = append(n.fields, fn)
	}
	return nil
}

// field returns the index of a field, negative if there is none.
func (n *node) field(name string) int {
	return slices.IndexFunc(n.fields, func(f fieldNode) bool { return f.name == name })
}
