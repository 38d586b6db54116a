package assessment

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"github.com/hrdd-go/hrdd/internal/jsonbind"
	"github.com/hrdd-go/hrdd/internal/jsonpos"
)

// Extensions are members of a document that the format does not have: those
// whose names start with x-, and, if [DecodeOptions.KeepUnknown] asks for it,
// all others. They are kept word for word and written again by [Encode].
//
// The key is the place of a member: a JSON pointer in which an element of a
// list is named by its id, if it has one, so that a member stays with the
// thing that it belongs to when lists change:
//
//	/x-case-file
//	/risks/0190b2f4-…/x-owner
//	/assessor/advisers/0/x-contract
//
// The value is the JSON text without white space.
type Extensions map[string]json.RawMessage

// ExtensionError says that an extension cannot be written.
type ExtensionError struct {
	Place string // the key in [Extensions]
	Why   string
}

// Error gives the place of the extension and what is wrong there, without its content.
func (e *ExtensionError) Error() string { return fmt.Sprintf("extension %s: %s", e.Place, e.Why) }

// keepExtensions fills a.Extensions with the members that d has put aside.
func (a *Assessment) keepExtensions(data []byte, d *jsonbind.Decoder, plan *jsonbind.Plan, limits jsonpos.Limits) error {
	if len(d.Extra) == 0 {
		return nil
	}
	offsets := make([]int, len(d.Extra))
	for i, x := range d.Extra {
		offsets[i] = x.Offset
	}
	places := plan.Places(reflect.ValueOf(a).Elem())
	for i, pointer := range jsonpos.PointersAt(data, limits, offsets) {
		place, err := placeOf(places, pointer)
		if err != nil {
			return err
		}
		if err := a.Extensions.put(place, d.Extra[i].Raw); err != nil {
			return err
		}
	}
	return nil
}

// put adds an extension.
func (e *Extensions) put(place string, raw []byte) error {
	var compact bytes.Buffer
	if err := json.Compact(&compact, raw); err != nil {
		return err
	}
	if *e == nil {
		*e = Extensions{}
	}
	(*e)[place] = compact.Bytes()
	return nil
}

// placeOf returns the key in Extensions of the member at a JSON pointer.
func placeOf(places *jsonbind.Places, pointer string) (string, error) {
	tokens, ok := jsonpos.Tokens(pointer)
	if ok {
		tokens, ok = places.ByIdentity(tokens)
	}
	if !ok {
		return "", &ExtensionError{pointer, "it belongs to nothing in the document"}
	}
	var place []byte
	for _, t := range tokens {
		place = jsonpos.AppendName(place, t)
	}
	return string(place), nil
}

// splice returns the JSON text of a with its extensions.
func (a *Assessment) splice(text []byte, plan *jsonbind.Plan) ([]byte, error) {
	if len(a.Extensions) == 0 {
		return text, nil
	}
	additions := make([]jsonbind.Addition, 0, len(a.Extensions))
	places := plan.Places(reflect.ValueOf(a).Elem())
	for _, place := range slices.Sorted(maps.Keys(a.Extensions)) {
		tokens, ok := jsonpos.Tokens(place)
		if ok && len(tokens) > 0 {
			tokens, ok = places.ByIndex(tokens)
		}
		if !ok || len(tokens) == 0 {
			return nil, &ExtensionError{place, "it belongs to nothing in the document; take it out of Extensions"}
		}
		raw := a.Extensions[place]
		if !json.Valid(raw) {
			return nil, &ExtensionError{place, "its value is not JSON"}
		}
		additions = append(additions, jsonbind.Addition{Tokens: tokens, Raw: raw})
	}
	return plan.Splice(text, additions)
}
