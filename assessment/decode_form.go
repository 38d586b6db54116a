package assessment

import (
	"reflect"
	"slices"

	"github.com/hrdd-go/hrdd/internal/jsonbind"
	"github.com/hrdd-go/hrdd/internal/jsonguard"
	"github.com/hrdd-go/hrdd/internal/jsonpos"
)

// maxAsked is how many values the part of a document that jsonschema/v5 is
// asked about may hold. It takes a thousand times as long over a value that is
// wrong as the typed pass does over one that is right, and holds all that it
// finds in memory, so that a short document with nothing right in it would cost
// a server seconds and gigabytes.
const maxAsked = 256

// atOnce returns how many values a part may hold that is asked about at once.
func (r *reporter) atOnce() int {
	if r.asked > 0 {
		return r.asked
	}
	return maxAsked
}

// formPart is a part of a text with what it is held to.
type formPart struct {
	plan     *jsonbind.Plan
	node     string // JSON pointer of its schema
	pointer  string // of the part, in the text
	from, to int    // where it stands in the text
	depth    int    // of the arrays and objects around it
}

// form notes where the text breaks the schema. The typed pass says which parts
// do, and jsonschema/v5 is asked about those alone, until as many problems are
// known as are to be listed.
func (r *reporter) form(plan *jsonbind.Plan) error {
	s, err := compiledSchema()
	if err != nil {
		return err
	}
	return r.formOf(s, formPart{plan: plan, node: r.schemaPart, to: len(r.data), depth: r.depth})
}

// scanner returns a scanner of a part that goes on after the faults that are
// noted already.
func (r *reporter) scanner(p formPart) *jsonpos.Scanner {
	s := jsonpos.NewScanner(nil, r.opts.Limits.scan())
	s.Reset(r.data[p.from:p.to], p.from, p.depth)
	s.Collect = func(*jsonpos.Error) {}
	return s
}

// formOf does what form does for a part.
func (r *reporter) formOf(schema *jsonguard.Schema, p formPart) error {
	if r.typed == nil {
		r.typed = &jsonbind.Decoder{KeepUnknown: r.opts.KeepUnknown}
	}
	r.typed.Forget()
	r.typed.Scanner = r.scanner(p)
	if p.plan.Decode(r.typed, reflect.New(p.plan.Type())) == nil {
		return nil
	}
	if r.full() {
		r.more++ // at least one
		return nil
	}
	s := r.scanner(p)
	if err := s.Skip(); err != nil {
		return nil // it cannot be, since the text has been scanned
	}
	open := r.data[p.from]
	switch {
	case s.Elements() <= r.atOnce():
	case open == '{' && p.plan.Members():
		return r.formOfObject(schema, p)
	case open == '[' && p.plan.Items() != nil:
		return r.formOfArray(schema, p)
	}
	return r.ask(schema, p, r.small(r.scanner(p)), nil)
}

// ask asks jsonschema/v5 about a part that has the given value. Members of it
// that are missing from the value only, not from the text, are in present.
func (r *reporter) ask(schema *jsonguard.Schema, p formPart, value any, present map[string]bool) error {
	breaches, err := schema.Check(p.node, value)
	if err != nil {
		return err
	}
	for _, b := range breaches {
		if b.Keyword == "required" && b.Pointer == "" && present != nil {
			b.Members = slices.DeleteFunc(b.Members, func(name string) bool { return present[name] })
		}
		b.Pointer = p.pointer + b.Pointer
		r.breach(b)
	}
	return nil
}

// formOfObject asks about the members of a large object one by one, and about
// the object without those that are large themselves.
func (r *reporter) formOfObject(schema *jsonguard.Schema, p formPart) error {
	node := schema.Resolve(p.node)
	shallow, present := map[string]any{}, map[string]bool{}
	var parts []formPart
	s := r.scanner(p)
	if err := s.Enter('{'); err != nil {
		return nil
	}
	for first := true; ; first = false {
		key, more, err := s.NextKey(first)
		if err != nil || !more {
			break
		}
		name := string(key)
		c := s.Peek()
		from := s.Offset()
		member := p.plan.Field(name)
		large := member != nil && (c == '{' && member.Members() || c == '[' && member.Items() != nil)
		if member != nil && !large {
			shallow[name] = r.small(s)
			continue
		}
		if s.Skip() != nil {
			break
		}
		switch {
		case large:
			present[name] = true
			parts = append(parts, formPart{member, node + "/properties/" + name,
				string(jsonpos.AppendName([]byte(p.pointer), name)), from, s.Offset(), p.depth + 1})
		case r.opts.KeepUnknown || p.plan.Extends(name):
		case len(shallow) > r.opts.Limits.Problems:
			r.more++
		default:
			shallow[name] = true
		}
	}
	if err := r.ask(schema, p, shallow, present); err != nil {
		return err
	}
	for _, part := range parts {
		if err := r.formOf(schema, part); err != nil {
			return err
		}
	}
	return nil
}

// formOfArray asks about the elements of a large array one by one.
func (r *reporter) formOfArray(schema *jsonguard.Schema, p formPart) error {
	node := schema.Resolve(p.node) + "/items"
	before := len(r.findings) + r.more
	s := r.scanner(p)
	if err := s.Enter('['); err != nil {
		return nil
	}
	for i := 0; ; i++ {
		more, err := s.NextElement(i == 0)
		if err != nil || !more {
			break
		}
		s.Peek()
		from := s.Offset()
		if s.Skip() != nil {
			break
		}
		pointer := string(jsonpos.AppendIndex([]byte(p.pointer), i))
		if err := r.formOf(schema, formPart{p.plan.Items(), node, pointer, from, s.Offset(), p.depth + 1}); err != nil {
			return err
		}
	}
	if len(r.findings)+r.more > before {
		return nil
	}
	return r.ask(schema, p, r.small(r.scanner(p)), nil) // it is the array that is wrong: its length
}

// small reads a value that the document has a place for, and of its elements and
// members no more than maxAsked in all: a value with more is wrong without them.
func (r *reporter) small(s *jsonpos.Scanner) any {
	room := maxAsked
	return smallValue(s, &room)
}

func smallValue(s *jsonpos.Scanner, room *int) any {
	c := s.Peek()
	if c != '{' && c != '[' {
		v, _ := s.Value()
		return v
	}
	if s.Enter(c) != nil {
		return nil
	}
	members, elements := map[string]any{}, []any{}
	for first := true; ; first = false {
		var name string
		var more bool
		var err error
		if c == '{' {
			var key []byte
			key, more, err = s.NextKey(first)
			name = string(key)
		} else {
			more, err = s.NextElement(first)
		}
		if err != nil || !more {
			break
		}
		switch *room--; {
		case *room < 0:
			_ = s.Skip()
		case c == '{':
			members[name] = smallValue(s, room)
		default:
			elements = append(elements, smallValue(s, room))
		}
	}
	if c == '{' {
		return members
	}
	return elements
}

// wholeForm notes what jsonschema/v5 finds in the whole text at once.
func (r *reporter) wholeForm() error {
	s, err := compiledSchema()
	if err != nil {
		return err
	}
	p := formPart{node: r.schemaPart, to: len(r.data), depth: r.depth}
	value, err := r.scanner(p).Value()
	if err != nil {
		return err
	}
	return r.ask(s, p, value, nil)
}
