package jsonbind

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// kinds is a set of kinds of JSON value.
type kinds uint8

const (
	objects kinds = 1 << iota
	arrays
	strs
	integers
	numbers // integers among them
	booleans
	nulls
	anyKind = objects | arrays | strs | integers | numbers | booleans | nulls
)

var kindNames = [...]struct {
	name string
	kind kinds
}{
	{"object", objects}, {"array", arrays}, {"string", strs}, {"integer", integers},
	{"number", numbers | integers}, {"boolean", booleans}, {"null", nulls},
}

// shape is what a part of a schema accepts.
type shape struct {
	name  string // of the definition, for messages
	kinds kinds

	// Objects.
	properties []property
	required   []string
	closed     bool // no members but properties and those that extension matches
	extension  func(name []byte) bool

	// Arrays.
	items              *shape
	minItems, maxItems int // maxItems is negative if there is none

	// Strings.
	minLength, maxLength int // in characters; maxLength is negative if there is none
	match                func(text []byte) bool
	pattern              string
	enum                 []string // nil for none; it applies to strings only

	// Numbers.
	min, max *big.Rat
	lo, hi   int64 // the same, if small
	small    bool  // both are integers, or are not there

	anyOf []*shape

	identifies string // the list in which a string is an identity
	refersTo   string // the list in which a string must be an identity
}

type property struct {
	name  string
	shape *shape
}

// schemaReader makes shapes of a schema.
type schemaReader struct {
	defs   map[string]any
	shapes map[string]*shape // by definition
}

// annotations are the keywords that accept everything.
var annotations = []string{"$schema", "$id", "$comment", "title", "description", "examples", "default", "$defs"}

// shape returns what a part of the schema accepts.
func (r *schemaReader) shape(v any, name string) (*shape, error) {
	if v == true {
		return &shape{name: name, kinds: anyKind, maxItems: -1, maxLength: -1}, nil
	}
	m, ok := v.(map[string]any)
	if !ok {
		return nil, fmt.Errorf("%s: not a schema", name)
	}
	s := &shape{name: name, kinds: anyKind, maxItems: -1, maxLength: -1}
	if ref, ok := m["$ref"].(string); ok {
		target, err := r.def(ref)
		if err != nil {
			return nil, err
		}
		if onlyRef(m) {
			return target, nil
		}
		copied := *target
		s = &copied
	}
	for _, kw := range sorted(m) {
		if err := r.keyword(s, kw, m[kw], m); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", name, kw, err)
		}
	}
	s.shrink()
	return s, nil
}

// onlyRef reports whether a reference stands alone but for annotations.
func onlyRef(m map[string]any) bool {
	for kw := range m {
		if kw != "$ref" && !slices.Contains(annotations, kw) {
			return false
		}
	}
	return true
}

// def returns the shape of a definition.
func (r *schemaReader) def(ref string) (*shape, error) {
	name, ok := strings.CutPrefix(ref, "#/$defs/")
	if s := r.shapes[name]; ok && s != nil {
		return s, nil
	}
	def, there := r.defs[name]
	if !ok || !there {
		return nil, fmt.Errorf("%s is not a definition of the schema", ref)
	}
	r.shapes[name] = &shape{} // for those that refer to themselves
	s, err := r.shape(def, name)
	if err != nil {
		return nil, err
	}
	*r.shapes[name] = *s
	return r.shapes[name], nil
}

// keyword adds what a keyword says to s, which may be the copy of a definition.
func (r *schemaReader) keyword(s *shape, kw string, v any, all map[string]any) (err error) {
	switch kw {
	case "$ref":
	case "type":
		s.kinds, err = kindsOf(v)
	case "properties":
		m, _ := v.(map[string]any)
		for _, name := range sorted(m) {
			p, err := r.shape(m[name], name)
			if err != nil {
				return err
			}
			s.properties = append(s.properties, property{name, p})
		}
	case "required":
		s.required, err = texts(v)
	case "additionalProperties":
		if v != false {
			return fmt.Errorf("only false is known")
		}
		s.closed = true
	case "patternProperties":
		m, _ := v.(map[string]any)
		if len(m) != 1 {
			return fmt.Errorf("only one is known")
		}
		for pattern, accepts := range m {
			if accepts != true {
				return fmt.Errorf("only true is known as the value")
			}
			s.extension, err = matcher(pattern)
		}
	case "items":
		s.items, err = r.shape(v, s.name+"[]")
	case "minItems", "maxItems", "minLength", "maxLength":
		err = s.length(kw, v)
	case "pattern":
		if s.pattern != "" {
			return fmt.Errorf("%s has one already", s.name)
		}
		s.pattern, _ = v.(string)
		s.match, err = matcher(s.pattern)
	case "enum":
		if s.enum, err = texts(v); s.kinds&^strs != 0 && all["type"] == nil {
			s.kinds &= strs
		}
	case "const":
		switch c := v.(type) {
		case string:
			s.kinds, s.enum = s.kinds&strs, []string{c}
		case json.Number:
			s.kinds &= numbers | integers
			err = s.bound(v, true, true)
		default:
			return fmt.Errorf("only strings and numbers are known")
		}
	case "minimum":
		err = s.bound(v, true, false)
	case "maximum":
		err = s.bound(v, false, true)
	case "anyOf":
		for other := range all {
			if other != "anyOf" && !slices.Contains(annotations, other) {
				return fmt.Errorf("it stands alone only")
			}
		}
		list, _ := v.([]any)
		for _, alternative := range list {
			a, err := r.shape(alternative, s.name)
			if err != nil {
				return err
			}
			s.anyOf = append(s.anyOf, a)
		}
	case "x-identifies":
		s.identifies, _ = v.(string)
	case "x-refersTo":
		s.refersTo, _ = v.(string)
	default:
		if !slices.Contains(annotations, kw) {
			return fmt.Errorf("not a keyword that this package knows")
		}
	}
	return err
}

// length narrows the length of strings or arrays.
func (s *shape) length(kw string, v any) error {
	n, err := whole(v)
	switch kw {
	case "minItems":
		s.minItems = max(s.minItems, n)
	case "maxItems":
		s.maxItems = narrower(s.maxItems, n)
	case "minLength":
		s.minLength = max(s.minLength, n)
	case "maxLength":
		s.maxLength = narrower(s.maxLength, n)
	}
	return err
}

// narrower returns the smaller of two lengths, of which a negative one is none.
func narrower(have, n int) int {
	if have < 0 {
		return n
	}
	return min(have, n)
}

// bound narrows the bounds of numbers.
func (s *shape) bound(v any, lower, upper bool) error {
	r, err := rational(v)
	if err != nil {
		return err
	}
	if lower && (s.min == nil || r.Cmp(s.min) > 0) {
		s.min = r
	}
	if upper && (s.max == nil || r.Cmp(s.max) < 0) {
		s.max = r
	}
	return nil
}

func sorted(m map[string]any) []string {
	names := make([]string, 0, len(m))
	for n := range m {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}

func kindsOf(v any) (k kinds, err error) {
	names, err := texts(v)
	if one, ok := v.(string); ok {
		names, err = []string{one}, nil
	}
	for _, n := range names {
		i := slices.IndexFunc(kindNames[:], func(row struct {
			name string
			kind kinds
		}) bool {
			return row.name == n
		})
		if i < 0 {
			return 0, fmt.Errorf("%q is not a type", n)
		}
		k |= kindNames[i].kind
	}
	return k, err
}

func texts(v any) ([]string, error) {
	list, ok := v.([]any)
	out := make([]string, len(list))
	for i := range list {
		s, isText := list[i].(string)
		out[i], ok = s, ok && isText
	}
	if !ok {
		return nil, fmt.Errorf("not a list of strings")
	}
	return out, nil
}

func whole(v any) (int, error) {
	n, _ := v.(json.Number)
	i, err := n.Int64()
	return int(i), err
}

func rational(v any) (*big.Rat, error) {
	n, _ := v.(json.Number)
	r, ok := new(big.Rat).SetString(n.String())
	if !ok {
		return nil, fmt.Errorf("not a number")
	}
	return r, nil
}
