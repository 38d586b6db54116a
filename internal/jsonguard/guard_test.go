package jsonguard_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/hrdd-go/hrdd/internal/jsonguard"
)

func compile(t *testing.T, schema string) *jsonguard.Schema {
	t.Helper()
	s, err := jsonguard.Compile([]byte(schema))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func check(t *testing.T, s *jsonguard.Schema, text string) []jsonguard.Breach {
	t.Helper()
	var v any
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		t.Fatal(err)
	}
	b, err := s.Check("", v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestHugeNumbersNeitherBreakNorDelayTheValidator(t *testing.T) {
	for _, keyword := range []string{`"type":"integer"`, `"const":1`, `"enum":[1]`, `"maximum":5`, `"minimum":5`, `"multipleOf":2`} {
		s := compile(t, `{`+keyword+`}`)
		for _, n := range []string{"1e3000000", "1e1000000", "-1e999999999", strings.Repeat("9", 100_000)} {
			if b := check(t, s, n); len(b) != 1 || b[0].Keyword != jsonguard.NumberKeyword || b[0].Pointer != "" {
				t.Errorf("%s, %.20s: %v", keyword, n, b)
			}
		}
	}
	b := check(t, compile(t, `{"properties":{"a":{"type":"integer"}}}`), `{"a":1e3000000,"b":[0,1e3000000]}`)
	if len(b) != 2 || b[0].Pointer != "/a" || b[1].Pointer != "/b/1" {
		t.Errorf("got %v", b)
	}
}

func TestAMalformedNumberIsNotLetThrough(t *testing.T) {
	s := compile(t, `{"type":"integer"}`)
	for _, n := range []json.Number{"", "x", "NaN", "Inf", "1e", "0x10"} {
		if b, err := s.Check("", n); err != nil || len(b) != 1 {
			t.Errorf("%q: %v, %v", n, b, err)
		}
	}
}

func TestWhatNoDecoderGivesIsAnErrorAndNoPanic(t *testing.T) {
	s := compile(t, `{"type":"integer"}`)
	for _, v := range []any{struct{}{}, map[string]int{}, make(chan int), func() {}} {
		if _, err := s.Check("", v); err == nil {
			t.Errorf("%T was checked", v)
		}
	}
}

func TestNothingOutsideIsOpened(t *testing.T) {
	file := filepath.Join(t.TempDir(), "other.json")
	if err := os.WriteFile(file, []byte(`{"type":"string"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{"file://" + filepath.ToSlash(file), "https://example.org/schema.json", "other.json"} {
		_, err := jsonguard.Compile([]byte(`{"$ref":"` + address + `"}`))
		var closed *jsonguard.ClosedError
		if !errors.As(err, &closed) && err == nil {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestFormatsAreAsserted(t *testing.T) {
	s := compile(t, `{"$schema":"https://json-schema.org/draft/2020-12/schema","properties":{"a":{"format":"uuid"},"b":{"format":"date"}}}`)
	if b := check(t, s, `{"a":"nope","b":"2021-02-30"}`); len(b) != 2 {
		t.Errorf("got %v", b)
	}
}

func TestFindingsComeInOneOrder(t *testing.T) {
	s := compile(t, `{"properties":{"a":{"type":"integer"},"b":{"type":"integer"},"c":{"items":{"type":"integer","minimum":0}},"d":{"type":"integer"}},
		"required":["y","x"],"additionalProperties":false}`)
	const text = `{"a":"1","b":"2","c":["3",-1,"4"],"d":"5","z":1,"w":2}`
	want := fmt.Sprint(check(t, s, text))
	for range 200 {
		if got := fmt.Sprint(check(t, s, text)); got != want {
			t.Fatalf("got\n%s\nand\n%s", got, want)
		}
	}
	b := check(t, s, text)
	var got []string
	for _, x := range b {
		got = append(got, x.Pointer+" "+x.Keyword+" "+strings.Join(x.Members, ","))
	}
	if !reflect.DeepEqual(got, []string{" additionalProperties w,z", " required y,x", "/a type ", "/b type ", "/c/0 type ", "/c/1 minimum ", "/c/2 type ", "/d type "}) {
		t.Errorf("got %q", got)
	}
}

func TestTheAlternativeThatFitsTheKindSpeaks(t *testing.T) {
	s := compile(t, `{"anyOf":[{"type":"integer","maximum":5},{"type":"array","items":{"type":"integer","minimum":1},"maxItems":2},{"const":"actual"}]}`)
	for text, want := range map[string]string{
		`7`: " maximum", `[1,0]`: "/1 minimum", `[1,2,3]`: " maxItems", `"x"`: " anyOf", `true`: " anyOf", `["x"]`: "/0 type",
	} {
		b := check(t, s, text)
		if len(b) != 1 || b[0].Pointer+" "+b[0].Keyword != want {
			t.Errorf("%s: %v", text, b)
		}
	}
	for _, text := range []string{`5`, `[1,2]`, `"actual"`} {
		if b := check(t, s, text); len(b) != 0 {
			t.Errorf("%s: %v", text, b)
		}
	}
}

func TestPointersAreThoseOfTheValue(t *testing.T) {
	s := compile(t, `{"additionalProperties":{"type":"integer"}}`)
	b := check(t, s, `{"a/b~c %25é":"x"}`)
	if len(b) != 1 || b[0].Pointer != "/a~1b~0c %25é" || b[0].Found != "x" {
		t.Errorf("got %+v", b)
	}
}

func TestOneSchemaServesManyGoroutines(t *testing.T) {
	s := compile(t, `{"$defs":{"a":{"type":"integer"},"b":{"type":"string"}},"properties":{"a":{"$ref":"#/$defs/a"}}}`)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for range 100 {
				part := [...]string{"", "/$defs/a", "/$defs/b", "/properties/a"}[i%4]
				if _, err := s.Check(part, json.Number("1")); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}
