// Package jsonguard is the one door to jsonschema/v5. Behind it the library
// opens no file and no address, asserts formats, cannot be made to panic or to
// compute for minutes by a number, and gives its findings in one order.
//
// What it finds is data: the place, the keyword and the part of the schema,
// not a message, since messages of the library quote values, and values may be
// what a person must not read.
package jsonguard

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/hrdd-go/hrdd/internal/jsonpos"
)

// Schema is a compiled JSON Schema (2020-12). Any number of goroutines may use
// it.
type Schema struct {
	doc      any
	mu       sync.Mutex
	compiler *jsonschema.Compiler
	parts    map[string]*jsonschema.Schema // by pointer into the schema; "" is the whole
}

// ClosedError says that a schema refers to something outside itself.
type ClosedError struct{ Address string }

// Error gives the address that the schema must not need.
func (e *ClosedError) Error() string {
	return fmt.Sprintf("the schema refers to %s; a schema must hold all that it refers to", e.Address)
}

// PanicError says that the validator broke down over a value.
type PanicError struct{ Cause any }

// Error gives what the validator said as it broke down.
func (e *PanicError) Error() string {
	return fmt.Sprintf("the schema validator broke down: %v", e.Cause)
}

// address is where the compiler has the schema; nothing else is anywhere.
const address = "schema:root"

// Compile compiles a schema that refers to nothing outside itself.
func Compile(text []byte) (s *Schema, err error) {
	defer contain(&err)
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	s = &Schema{parts: map[string]*jsonschema.Schema{}}
	if err := d.Decode(&s.doc); err != nil {
		return nil, err
	}
	s.compiler = jsonschema.NewCompiler()
	s.compiler.Draft = jsonschema.Draft2020
	s.compiler.AssertFormat = true
	s.compiler.LoadURL = func(url string) (io.ReadCloser, error) { return nil, &ClosedError{url} }
	if err := s.compiler.AddResource(address, bytes.NewReader(text)); err != nil {
		return nil, err
	}
	_, err = s.part("")
	return s, err
}

// part returns the compiled part of the schema at a JSON pointer.
func (s *Schema) part(pointer string) (*jsonschema.Schema, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.parts[pointer]; c != nil {
		return c, nil
	}
	at := address
	if pointer != "" {
		at += "#" + pointer
	}
	c, err := s.compiler.Compile(at)
	if err == nil {
		s.parts[pointer] = c
	}
	return c, err
}

// contain turns a panic into an error.
func contain(err *error) {
	if cause := recover(); cause != nil {
		*err = &PanicError{cause}
	}
}

// Breach is one place at which a value breaks a schema.
type Breach struct {
	Pointer string         // RFC 6901, of the value, or of the object that lacks a member
	Keyword string         // of JSON Schema: "type", "required", "additionalProperties"
	Node    map[string]any // the part of the schema that holds the keyword
	Def     string         // the definition of which Node is the whole, if it is one
	Members []string       // the members that are missing, or that are too many
	Found   any            // the value at Pointer
}

// NumberKeyword is the keyword of a [Breach] by a number that is too long to
// be computed with.
const NumberKeyword = "number"

// Check holds a value, as [jsonpos.Scanner.Value] or a [json.Decoder] with
// UseNumber gives it, to the part of the schema at a JSON pointer, to the whole
// if it is empty. The breaches are sorted by place.
func (s *Schema) Check(part string, value any) (breaches []Breach, err error) {
	defer contain(&err)
	schema, err := s.part(part)
	if err != nil {
		return nil, err
	}
	if wild := wildNumbers(nil, nil, value); len(wild) > 0 {
		return wild, nil
	}
	err = schema.Validate(value)
	var invalid *jsonschema.ValidationError
	if !errors.As(err, &invalid) {
		return nil, err
	}
	for _, leaf := range leaves(nil, invalid) {
		breaches = append(breaches, s.breach(leaf, value))
	}
	slices.SortFunc(breaches, func(a, b Breach) int {
		return cmp.Or(strings.Compare(a.Pointer, b.Pointer), strings.Compare(a.Keyword, b.Keyword))
	})
	return breaches, nil
}

// wildNumbers appends a breach for each number in v that the validator could
// break down over.
func wildNumbers(breaches []Breach, path []byte, v any) []Breach {
	switch v := v.(type) {
	case map[string]any:
		for name, m := range v {
			breaches = wildNumbers(breaches, jsonpos.AppendName(path[:len(path):len(path)], name), m)
		}
	case []any:
		for i, e := range v {
			breaches = wildNumbers(breaches, jsonpos.AppendIndex(path[:len(path):len(path)], i), e)
		}
	case json.Number:
		s := jsonpos.NewScanner([]byte(v), jsonpos.Limits{})
		if _, err := s.Number(); err != nil || s.End() != nil {
			breaches = append(breaches, Breach{Pointer: string(path), Keyword: NumberKeyword})
		}
	}
	if len(path) == 0 {
		slices.SortFunc(breaches, func(a, b Breach) int { return strings.Compare(a.Pointer, b.Pointer) })
	}
	return breaches
}

// leaves appends the innermost findings of an error. Where none of several
// alternatives fits, they are those of the one alternative that fits the kind
// of the value, if there is just one; else the choice itself is the finding.
func leaves(out []*jsonschema.ValidationError, e *jsonschema.ValidationError) []*jsonschema.ValidationError {
	if len(e.Causes) == 0 {
		return append(out, e)
	}
	if kw := keyword(e.AbsoluteKeywordLocation); kw != "anyOf" && kw != "oneOf" {
		for _, c := range e.Causes {
			out = leaves(out, c)
		}
		return out
	}
	var fitting [][]*jsonschema.ValidationError
	for _, c := range e.Causes {
		if in := leaves(nil, c); !slices.ContainsFunc(in, func(l *jsonschema.ValidationError) bool {
			kw := keyword(l.AbsoluteKeywordLocation)
			return l.InstanceLocation == e.InstanceLocation && (kw == "type" || kw == "const" || kw == "anyOf" || kw == "oneOf")
		}) {
			fitting = append(fitting, in)
		}
	}
	if len(fitting) == 1 {
		return append(out, fitting[0]...)
	}
	return append(out, &jsonschema.ValidationError{AbsoluteKeywordLocation: e.AbsoluteKeywordLocation, InstanceLocation: e.InstanceLocation})
}

func keyword(location string) string { return location[strings.LastIndexByte(location, '/')+1:] }

// breach returns the finding as data.
func (s *Schema) breach(e *jsonschema.ValidationError, value any) Breach {
	b := Breach{Pointer: unescape(e.InstanceLocation), Keyword: keyword(e.AbsoluteKeywordLocation)}
	b.Found = lookup(value, b.Pointer)
	if _, at, ok := strings.Cut(e.AbsoluteKeywordLocation, "#"); ok {
		at = unescape(at)
		at = at[:max(0, strings.LastIndexByte(at, '/'))]
		b.Node = object(s.lookup(at))
		if name, ok := strings.CutPrefix(at, "/$defs/"); ok && !strings.Contains(name, "/") {
			b.Def = name
		}
	}
	found := object(b.Found)
	switch b.Keyword {
	case "required":
		list, _ := b.Node["required"].([]any)
		for _, name := range list {
			n, _ := name.(string)
			if _, has := found[n]; !has {
				b.Members = append(b.Members, n)
			}
		}
	case "additionalProperties":
		b.Members = Unknown(b.Node, found)
	}
	return b
}

// lookup returns the part of the schema at a pointer.
func (s *Schema) lookup(pointer string) any { return lookup(s.doc, pointer) }

// Lookup returns the part of the schema at a pointer, nil if there is none.
// It must not be changed.
func (s *Schema) Lookup(pointer string) map[string]any { return object(s.lookup(pointer)) }

// Resolve returns the pointer of the part of the schema that the part at a
// pointer is: itself, or the definition that it refers to.
func (s *Schema) Resolve(pointer string) string {
	if ref, ok := s.Lookup(pointer)["$ref"].(string); ok {
		return strings.TrimPrefix(ref, "#")
	}
	return pointer
}

func lookup(v any, pointer string) any {
	tokens, _ := jsonpos.Tokens(pointer)
	for _, t := range tokens {
		switch at := v.(type) {
		case map[string]any:
			v = at[t]
		case []any:
			i := 0
			if _, err := fmt.Sscan(t, &i); err != nil || i >= len(at) {
				return nil
			}
			v = at[i]
		default:
			return nil
		}
	}
	return v
}

func object(v any) map[string]any {
	m, _ := v.(map[string]any)
	return m
}

// unescape undoes the percent encoding that the library adds to pointers.
func unescape(pointer string) string {
	if p, err := url.PathUnescape(pointer); err == nil {
		return p
	}
	return pointer
}
