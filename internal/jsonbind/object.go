package jsonbind

import "reflect"

// Object reads an object member by member, for a reader that does not hold all
// of it at once.
type Object struct {
	n     *node
	v     reflect.Value
	seen  uint64
	names nameSet // of members that the type does not have
}

// Object returns a reader of an object into what v points to, which has the
// type of p.
func (p *Plan) Object(v reflect.Value) *Object { return &Object{n: p.root, v: v.Elem()} }

// Standing says what a member is to an object.
type Standing uint8

const (
	Field     Standing = iota // the type has it
	Extension                 // the schema lets objects have more, and it is of that kind
	Foreign                   // the schema does not have it
	Duplicate                 // the object has had it
)

// Standing says what the next member is, and takes it as read.
func (o *Object) Standing(name []byte) Standing {
	i := o.n.find(name, 0)
	switch {
	case i >= 0 && o.seen&(1<<i) != 0:
		return Duplicate
	case i >= 0:
		o.seen |= 1 << i
		return Field
	case !o.names.add(name):
		return Duplicate
	case o.n.sh.extension != nil && o.n.sh.extension(name):
		return Extension
	}
	return Foreign
}

// Read reads the value of a field into its place.
func (o *Object) Read(d *Decoder, name string) error {
	f := o.n.fields[o.n.field(name)]
	at := o.v.FieldByIndex(f.index)
	at.SetZero()
	return f.node.decode(d, f.node, at)
}

// Missing returns the names of the fields that are required and were not read.
func (o *Object) Missing() (names []string) {
	for i, f := range o.n.fields {
		if o.n.required&^o.seen&(1<<i) != 0 {
			names = append(names, f.name)
		}
	}
	return names
}

// Entries returns the plan of the elements of a field that is an array of
// objects, nil if it is anything else.
func (p *Plan) Entries(field string) *Plan {
	i := p.root.field(field)
	if i < 0 {
		return nil
	}
	n := p.root.fields[i].node.items
	if n == nil || n.fields == nil {
		return nil
	}
	return &Plan{n, p.nodes, p.lists}
}

// Field returns the plan of a field, nil if there is none.
func (p *Plan) Field(name string) *Plan {
	i := p.root.field(name)
	if i < 0 {
		return nil
	}
	return &Plan{p.root.fields[i].node, p.nodes, p.lists}
}

// Members reports whether p reads an object member by member.
func (p *Plan) Members() bool { return p.root.fields != nil }

// Items returns the plan of the elements of an array, nil if p reads none.
func (p *Plan) Items() *Plan {
	if p.root.items == nil {
		return nil
	}
	return &Plan{p.root.items, p.nodes, p.lists}
}

// Extends reports whether the schema lets an object that p reads have a member
// that the type does not have, by its name.
func (p *Plan) Extends(name string) bool {
	return p.root.sh.extension != nil && p.root.sh.extension([]byte(name))
}

// Type returns the type that p reads into.
func (p *Plan) Type() reflect.Type { return p.root.t }

// Forget empties what d has gathered, so that it can read something else.
func (d *Decoder) Forget() {
	d.Breached, d.Uses, d.Faulty, d.Extra = false, d.Uses[:0], d.Faulty[:0], nil
}
