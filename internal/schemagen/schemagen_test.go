package schemagen_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/internal/schemagen"
)

type inner struct {
	Note string `json:"note,omitzero"`
}

type colour uint8

func (c colour) MarshalText() ([]byte, error) {
	if c > 1 {
		return nil, &json.UnsupportedValueError{}
	}
	return []byte([]string{"red", "blue"}[c]), nil
}
func (c *colour) UnmarshalText([]byte) error { return nil }

type outer struct {
	ID string `json:"id"`
	inner
	Count   int      `json:"count,omitzero"`
	Colours []colour `json:"colours,omitempty"`
	hidden  int
	Not     int `json:"-"`
}

func comments(t reflect.Type, field string) string {
	return map[string]string{"ID": "who it is", "Note": "What [it] says.\n  Twice.", "Count": "how many"}[field]
}

func TestASchemaHasTheMembersOfItsType(t *testing.T) {
	base := schemagen.Base{
		Schema: "s", ID: "i", Title: "t", Description: "d",
		Kinds:  map[string]map[string]any{"string": {"maxLength": 9}, "required string": {"minLength": 1}},
		Fields: map[string]map[string]any{"colours": {"description": "Which.", "maxItems": 3}, "schemagen_test.outer.count": {"maximum": 7}},
	}
	text, err := schemagen.Generate(reflect.TypeFor[outer](), base, comments)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"$schema":"s","$id":"i","title":"t","description":"d","type":"object","properties":{` +
		`"id":{"description":"Who it is.","type":"string","maxLength":9,"minLength":1},` +
		`"note":{"description":"What it says. Twice.","type":"string","maxLength":9},` +
		`"count":{"description":"How many.","type":"integer","maximum":7},` +
		`"colours":{"description":"Which.","type":"array","items":{"$ref":"#/$defs/colour"},"maxItems":3}},` +
		`"required":["id"],"additionalProperties":false,"$defs":{"colour":{"description":"","type":"string","enum":["red","blue"]}}}`
	var got strings.Builder
	for line := range strings.Lines(string(text)) {
		got.WriteString(strings.TrimSpace(line))
	}
	if plain := strings.ReplaceAll(got.String(), `": `, `":`); plain != want {
		t.Errorf("got\n%s\nwant\n%s", plain, want)
	}
	_ = outer{hidden: 1}
}

func TestWhatIsNotDescribedOrNotThereIsAnError(t *testing.T) {
	for what, base := range map[string]schemagen.Base{
		"no description for schemagen_test.outer.colours": {},
		"the base speaks of nobody.nothing": {Fields: map[string]map[string]any{
			"colours": {"description": "Which."}, "nobody.nothing": {"minimum": 1}}},
	} {
		_, err := schemagen.Generate(reflect.TypeFor[outer](), base, comments)
		if err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: %v", what, err)
		}
	}
	type writesItsOwn struct {
		Raw json.RawMessage `json:"raw"`
	}
	if _, err := schemagen.Generate(reflect.TypeFor[writesItsOwn](), schemagen.Base{}, comments); err == nil {
		t.Error("a type of which nothing is known was described")
	}
}

func TestCommentsAreThoseOfTheSource(t *testing.T) {
	c, err := schemagen.SourceComments(map[string]string{"github.com/hrdd-go/hrdd/internal/schemagen": "."})
	if err != nil {
		t.Fatal(err)
	}
	if got := c(reflect.TypeFor[schemagen.Member](), ""); !strings.HasPrefix(got, "Member is a member") {
		t.Errorf("got %q", got)
	}
	if got := strings.TrimSpace(c(reflect.TypeFor[schemagen.Member](), "Required")); got != "it is always written" {
		t.Errorf("got %q", got)
	}
}
