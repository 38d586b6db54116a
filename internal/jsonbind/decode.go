package jsonbind

import (
	"encoding/json"
	"errors"
	"reflect"

	"github.com/hrdd-go/hrdd/internal/jsonpos"
)

// Decoder reads one text by a Plan, and gathers what a plan cannot decide by
// itself. It serves one goroutine.
type Decoder struct {
	Scanner *jsonpos.Scanner
	// KeepUnknown keeps members that the schema does not have as it keeps
	// extensions, instead of taking them as a breach.
	KeepUnknown bool
	// Lenient goes on after a breach and leaves out what broke the schema. Then
	// Breached says whether anything did.
	Lenient  bool
	Breached bool

	Uses   []Use        // of identities, in the order of the text
	Faulty []ValueError // values that the schema accepts and the type does not
	Extra  []Extra      // extensions, and with KeepUnknown unknown members

	words [256]string // strings that were read, by hash
}

// Use is an identity in the text, or a reference to one. There are many: it
// says where the identity stands, and [Use.ID] reads it there again.
type Use struct {
	At       uint32 // offset in the data of the scanner
	List     uint8  // index into [Plan.Lists]
	Declares bool   // it is the identity, not a reference
}

// ID returns the identity, which data holds.
func (u Use) ID(data []byte) [16]byte {
	at := int(u.At) + len(`"`)
	if id, ok := parseUUID(data[at:min(at+uuidLength, len(data))]); ok {
		return id
	}
	b, _ := jsonpos.NewScanner(data[u.At:], jsonpos.Limits{}).String() // an escape is in it
	id, _ := parseUUID(b)
	return id
}

// ValueError says that a value which the schema accepts cannot be held.
type ValueError struct {
	Offset int
	Err    error
}

// Extra is a member that the schema does not have.
type Extra struct {
	Offset int    // of its value
	Raw    []byte // its value, copied
}

// Decode reads one value into what v points to, which has the type of p.
// The error is [ErrBreach] or a fault of the text; in a lenient decoder it is
// a fault only.
func (p *Plan) Decode(d *Decoder, v reflect.Value) error { return p.root.decode(d, p.root, v.Elem()) }

// breach notes that the value that starts at m breaks the schema, and goes on
// behind it if d is lenient.
func (d *Decoder) breach(m jsonpos.Mark) error {
	d.Breached = true
	if !d.Lenient {
		return ErrBreach
	}
	d.Scanner.Rewind(m)
	return d.Scanner.Skip()
}

// object reads a struct.
func (d *Decoder) object(n *node, v reflect.Value) error {
	s := d.Scanner
	if s.Peek() != '{' {
		return d.breach(s.Mark())
	}
	start := s.Offset()
	if err := s.Enter('{'); err != nil {
		return err
	}
	var seen uint64
	var extras nameSet
	next := 0
	for first := true; ; first = false {
		key, ok, err := s.NextKey(first)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		i := n.find(key, next)
		if i < 0 {
			if err := d.extra(n, key, &extras); err != nil {
				return err
			}
			continue
		}
		next = i + 1
		if seen&(1<<i) != 0 {
			if err := s.Duplicate(s.Offset()); err != nil {
				return err
			}
		}
		seen |= 1 << i
		f := &n.fields[i]
		fv := v
		if f.at >= 0 {
			fv = v.Field(f.at)
		} else {
			fv = v.FieldByIndex(f.index)
		}
		if err := f.node.decode(d, f.node, fv); err != nil {
			return err
		}
	}
	if seen&n.required != n.required {
		d.Breached = true
		if !d.Lenient {
			return ErrBreach
		}
	}
	if n.asked {
		d.ask(start, v)
	}
	return nil
}

// InvalidError says that a value's own type calls it invalid, without a reason.
type InvalidError struct{ Type reflect.Type }

// Error names the type, not the value.
func (e *InvalidError) Error() string { return "not a valid " + e.Type.String() }

// ask asks a struct whether it is valid.
func (d *Decoder) ask(start int, v reflect.Value) {
	if x, ok := v.Addr().Interface().(valider); ok && !x.Valid() {
		d.Faulty = append(d.Faulty, ValueError{start, &InvalidError{v.Type()}})
	}
}

// find returns the field with the given name, negative if there is none. It
// looks first where the canonical order would have it.
func (n *node) find(name []byte, next int) int {
	for i := next; i < len(n.fields); i++ {
		if n.fields[i].name == string(name) {
			return i
		}
	}
	for i := range next {
		if n.fields[i].name == string(name) {
			return i
		}
	}
	return -1
}

// extra reads a member that the struct does not have.
func (d *Decoder) extra(n *node, name []byte, names *nameSet) error {
	s := d.Scanner
	if !names.add(name) {
		if err := s.Duplicate(s.Offset()); err != nil {
			return err
		}
	}
	known := n.sh.extension != nil && n.sh.extension(name)
	s.Peek()
	start := s.Offset()
	if !known && !d.KeepUnknown {
		return d.breach(s.Mark())
	}
	if err := s.Skip(); err != nil {
		return err
	}
	d.Extra = append(d.Extra, Extra{start, append([]byte(nil), s.Raw(start)...)})
	return nil
}

// array reads a slice. The elements in front of one that breaks the schema
// keep their places.
func (d *Decoder) array(n *node, v reflect.Value) error {
	s := d.Scanner
	if s.Peek() != '[' {
		return d.breach(s.Mark())
	}
	if err := s.Enter('['); err != nil {
		return err
	}
	v.SetLen(0)
	count := 0
	for ; ; count++ {
		ok, err := s.NextElement(count == 0)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		if count == v.Cap() {
			v.Grow(max(1, count))
		}
		v.SetLen(count + 1)
		if err := n.items.decode(d, n.items, v.Index(count)); err != nil {
			return err
		}
	}
	if count == 0 {
		v.Set(reflect.MakeSlice(n.t, 0, 0))
	}
	if count < n.sh.minItems || n.sh.maxItems >= 0 && count > n.sh.maxItems {
		d.Breached = true
		if !d.Lenient {
			return ErrBreach
		}
	}
	return nil
}

// custom reads a value whose type reads its own JSON.
func (d *Decoder) custom(n *node, v reflect.Value) error {
	s := d.Scanner
	s.Peek()
	mark, start := s.Mark(), s.Offset()
	c := checker{s: s}
	if err := c.check(n.sh); err != nil {
		if errors.Is(err, ErrBreach) {
			return d.breach(mark)
		}
		return err
	}
	raw := s.Raw(start)
	if c.odd {
		raw = canonicalNumbers(raw)
	}
	if err := v.Addr().Interface().(json.Unmarshaler).UnmarshalJSON(raw); err != nil {
		d.Faulty = append(d.Faulty, ValueError{start, err})
	}
	return nil
}

// canonicalNumbers returns a text in which each whole number is written
// plainly.
func canonicalNumbers(raw []byte) []byte {
	v, err := jsonpos.NewScanner(raw, jsonpos.Limits{}).Value()
	if err != nil {
		return raw
	}
	var plain func(v any) any
	plain = func(v any) any {
		switch v := v.(type) {
		case map[string]any:
			for k := range v {
				v[k] = plain(v[k])
			}
		case []any:
			for i := range v {
				v[i] = plain(v[i])
			}
		case json.Number:
			return json.Number(canonicalNumber([]byte(v)))
		}
		return v
	}
	if out, err := json.Marshal(plain(v)); err == nil {
		return out
	}
	return raw
}
