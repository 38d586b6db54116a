package assessment_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/internal/schemagen"
)

// schemaDocument returns the schema as data.
func schemaDocument(t *testing.T) map[string]any {
	t.Helper()
	var doc map[string]any
	if err := json.Unmarshal(assessment.Schema(), &doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

// resolve follows a reference of the schema.
func resolve(t *testing.T, doc, node map[string]any) map[string]any {
	t.Helper()
	ref, ok := node["$ref"].(string)
	if !ok {
		return node
	}
	name, ok := strings.CutPrefix(ref, "#/$defs/")
	def, there := doc["$defs"].(map[string]any)[name].(map[string]any)
	if !ok || !there {
		t.Fatalf("the schema refers to %s, which it does not hold", ref)
	}
	return def
}

func TestGoTypesAndSchemaHaveTheSameMembers(t *testing.T) {
	doc := schemaDocument(t)
	seen := map[reflect.Type]bool{}
	var walk func(typ reflect.Type, node map[string]any)
	walk = func(typ reflect.Type, node map[string]any) {
		node = resolve(t, doc, node)
		if seen[typ] {
			return
		}
		pointer := reflect.PointerTo(typ)
		switch {
		case pointer.Implements(reflect.TypeFor[json.Unmarshaler]()):
		case typ.Kind() == reflect.Uint8 && pointer.Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
			seen[typ] = true
			var names []string
			for i := range 256 {
				v := reflect.New(typ).Elem()
				v.SetUint(uint64(i))
				if b, err := v.Interface().(encoding.TextMarshaler).MarshalText(); err == nil {
					names = append(names, string(b))
				}
			}
			if got := fmt.Sprint(node["enum"]); got != fmt.Sprint(names) {
				t.Errorf("%s: the schema has %v, the type %v", typ, got, names)
			}
		case typ.Kind() == reflect.Slice && typ.Elem().Kind() != reflect.Uint8:
			walk(typ.Elem(), node["items"].(map[string]any))
		case typ.Kind() == reflect.Struct && !pointer.Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
			seen[typ] = true
			properties := node["properties"].(map[string]any)
			var names, required []string
			for m := range schemagen.Members(typ) {
				p, ok := properties[m.Name].(map[string]any)
				if !ok {
					t.Errorf("%s: the schema lacks %s", typ, m.Name)
					continue
				}
				if d, _ := p["description"].(string); d == "" {
					t.Errorf("%s: %s is not described", typ, m.Name)
				}
				names = append(names, m.Name)
				if m.Required {
					required = append(required, m.Name)
				}
				walk(m.Type, p)
			}
			for name := range properties {
				if !slices.Contains(names, name) {
					t.Errorf("%s: the type lacks %s", typ, name)
				}
			}
			list, _ := node["required"].([]any)
			if fmt.Sprint(list) != fmt.Sprint(required) {
				t.Errorf("%s: the schema requires %v, the type %v", typ, list, required)
			}
			if node["additionalProperties"] != false {
				t.Errorf("%s: the schema lets it have other members", typ)
			}
		}
	}
	walk(reflect.TypeFor[assessment.Assessment](), doc)
	if len(seen) < 40 {
		t.Errorf("only %d types were looked at", len(seen))
	}
}

func TestTheSchemaRefersToNothingOutsideItself(t *testing.T) {
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for name, member := range v {
				if ref, ok := member.(string); ok && strings.HasSuffix(name, "ef") && name[0] == '$' && !strings.HasPrefix(ref, "#/$defs/") {
					t.Errorf("%s: %s", name, ref)
				}
				walk(member)
			}
		case []any:
			for _, e := range v {
				walk(e)
			}
		}
	}
	doc := schemaDocument(t)
	walk(doc)
	if doc["$schema"] != "https://json-schema.org/draft/2020-12/schema" {
		t.Errorf("the schema is of %v", doc["$schema"])
	}
}

// A reference is an id that is not the identity of what holds it. Those that
// lead out of the document are named here.
func TestEveryReferenceIsCheckedToBeOfTheRightKind(t *testing.T) {
	outside := []string{"company.id", "assessment.id", "assessment.updates", "auditFinding.repeats"}
	doc := schemaDocument(t)
	defs := doc["$defs"].(map[string]any)
	defs["assessment"] = doc
	lists := map[string]bool{}
	var refers []string
	for name, def := range defs {
		properties, _ := def.(map[string]any)["properties"].(map[string]any)
		for member, p := range properties {
			node := p.(map[string]any)
			if items, ok := node["items"].(map[string]any); ok {
				node = items
			}
			if node["$ref"] != "#/$defs/id" {
				continue
			}
			identifies, _ := node["x-identifies"].(string)
			refersTo, _ := node["x-refersTo"].(string)
			switch {
			case identifies != "":
				lists[identifies] = true
			case refersTo != "":
				refers = append(refers, refersTo)
			case !slices.Contains(outside, name+"."+member):
				t.Errorf("%s.%s is an id, and nothing is said of what it refers to", name, member)
			}
		}
	}
	for _, list := range refers {
		if !lists[list] {
			t.Errorf("a reference leads to %s, in which nothing has an identity", list)
		}
	}
	if len(refers) < 15 {
		t.Errorf("only %d references were found", len(refers))
	}
}

func TestTheSchemaIsTheCallersOwn(t *testing.T) {
	b := assessment.Schema()
	b[0] = 'x'
	if assessment.Schema()[0] != '{' {
		t.Error("a caller has changed the schema")
	}
}
