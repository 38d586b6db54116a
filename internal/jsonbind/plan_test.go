package jsonbind_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/internal/jsonbind"
	"github.com/hrdd-go/hrdd/internal/jsonpos"
)

type thing struct {
	Name  string  `json:"name"`
	Size  int     `json:"size,omitzero"`
	Parts []thing `json:"parts,omitzero"`
}

const thingSchema = `{"$ref":"#/$defs/thing","$defs":{"thing":{"type":"object","properties":{
	"name":{"type":"string","minLength":1},"size":{"type":"integer","minimum":0,"maximum":9},
	"parts":{"type":"array","items":{"$ref":"#/$defs/thing"},"maxItems":3}},
	"required":["name"],"patternProperties":{"^x-":true},"additionalProperties":false}}}`

func TestATypeAndASchemaThatDoNotAgreeAreNotBound(t *testing.T) {
	object := func(properties, more string) string {
		return `{"type":"object","properties":{` + properties + `},"additionalProperties":false` + more + `}`
	}
	name, size, parts := `"name":{"type":"string"}`, `"size":{"type":"integer","minimum":0,"maximum":9}`, `"parts":{"type":"array","items":{"$ref":"#"}}`
	for what, c := range map[string]struct{ schema, want string }{
		"a member too few":         {object(name, `,"required":["name"]`), `the type has the member "size"`},
		"not required":             {object(`"name":{"type":"string"}`, ``), `"size"`},
		"open":                     {`{"type":"object","properties":{}}`, "members that the type does not have"},
		"another kind":             {object(`"name":{"type":"integer"}`, ``), "other kinds of value"},
		"no bounds":                {object(name+`,"size":{"type":"integer"}`, `,"required":["name"]`), "bounds"},
		"an unknown keyword":       {object(name+`,"size":{"type":"integer","multipleOf":2}`, ``), "multipleOf"},
		"a reference to nothing":   {object(parts, ``), "not a definition"},
		"a choice with more to it": {object(`"name":{"anyOf":[{"type":"string"}],"type":"string"}`, ``), "stands alone"},
	} {
		_, err := jsonbind.Compile([]byte(c.schema), reflect.TypeFor[thing]())
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", what, err)
		}
	}
	_ = size
}

func TestAMemberTooManyInTheSchemaIsAnError(t *testing.T) {
	type small struct {
		Name string `json:"name"`
	}
	_, err := jsonbind.Compile([]byte(thingSchema), reflect.TypeFor[small]())
	if err == nil || !strings.Contains(err.Error(), `which the type does not have`) {
		t.Errorf("got %v", err)
	}
}

func TestAPlanReadsWhatItsSchemaAccepts(t *testing.T) {
	p, err := jsonbind.Compile([]byte(thingSchema), reflect.TypeFor[thing]())
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]any{
		`{"name":"a"}`: thing{Name: "a"},
		`{"size":9.0,"x-y":[1],"name":"é","parts":[{"name":"b"},{"name":"c","parts":[]}]}`: thing{
			Name: "é", Size: 9, Parts: []thing{{Name: "b"}, {Name: "c", Parts: []thing{}}}},
		`{}`: jsonbind.ErrBreach, `{"name":""}`: jsonbind.ErrBreach, `{"name":null}`: jsonbind.ErrBreach, `{"name":"a","size":10}`: jsonbind.ErrBreach,
		`{"name":"a","more":1}`: jsonbind.ErrBreach, `[]`: jsonbind.ErrBreach, `{"name":"a","parts":[{"name":"b"},{}]}`: jsonbind.ErrBreach,
		`{"name":"a","parts":[{"name":"b"},{"name":"b"},{"name":"b"},{"name":"b"}]}`: jsonbind.ErrBreach,
	} {
		var got thing
		d := &jsonbind.Decoder{Scanner: jsonpos.NewScanner([]byte(text), jsonpos.Limits{})}
		err := p.Decode(d, reflect.ValueOf(&got))
		if wantErr, ok := want.(error); ok {
			if !errors.Is(err, wantErr) {
				t.Errorf("%s: %v", text, err)
			}
			continue
		}
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v", text, got, err)
		}
	}
}

func TestALenientPassKeepsThePlacesOfElements(t *testing.T) {
	p, err := jsonbind.Compile([]byte(thingSchema), reflect.TypeFor[thing]())
	if err != nil {
		t.Fatal(err)
	}
	var got thing
	d := &jsonbind.Decoder{Scanner: jsonpos.NewScanner([]byte(`{"name":7,"parts":[{"name":"a"},"b",{"name":"c","size":-1}]}`), jsonpos.Limits{}), Lenient: true}
	if err := p.Decode(d, reflect.ValueOf(&got)); err != nil || !d.Breached {
		t.Fatalf("%v, breached: %v", err, d.Breached)
	}
	if len(got.Parts) != 3 || got.Parts[0].Name != "a" || got.Parts[2].Name != "c" {
		t.Errorf("got %+v", got)
	}
}
