package assessment_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"slices"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/assessment/assessmenttest"
)

const extended = `{
  "version": 1,
  "id": "` + idA + `",
  "x-root": {"a": [1.50, "\u00e9", null], "b": {}},
  "scope": {"x-alone": true},
  "assessor": {"advisers": [{"name": "a"}, {"name": "b", "x-contract": 17}]},
  "risks": [
    {"id": "` + idA + `", "title": "first", "x-owner": "o"},
    {"x-first": 1e2, "id": "` + idB + `", "title": "second", "ratings": [{"rating": {"scale": 3}, "x-form": "paper"}]}
  ],
  "recommendations": [{"id": "` + idA + `", "title": "t", "events": [{"id": "` + idC + `", "kind": "propose", "x-mail": "m"}]}]
}`

var extendedPlaces = map[string]string{
	"/x-root": `{"a":[1.50,"\u00e9",null],"b":{}}`, "/scope/x-alone": `true`, "/assessor/advisers/1/x-contract": `17`,
	"/risks/" + idA + "/x-owner": `"o"`, "/risks/" + idB + "/x-first": `1e2`, "/risks/" + idB + "/ratings/0/x-form": `"paper"`,
	"/recommendations/" + idA + "/events/" + idC + "/x-mail": `"m"`,
}

func encodeText(t *testing.T, a *assessment.Assessment) string {
	t.Helper()
	var b bytes.Buffer
	if err := assessment.Encode(&b, a); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestExtensionsSurviveARoundTripWordForWord(t *testing.T) {
	a, err := decode(t, extended, assessment.DecodeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for place, want := range extendedPlaces {
		if got := string(a.Extensions[place]); got != want {
			t.Errorf("%s: %s, want %s", place, got, want)
		}
	}
	if len(a.Extensions) != len(extendedPlaces) {
		t.Errorf("there are others: %v", slices.Sorted(maps.Keys(a.Extensions)))
	}
	text := encodeText(t, a)
	back, err := decode(t, text, assessment.DecodeOptions{AlwaysSchema: true})
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(a, back) {
		t.Errorf("came back as something else:\n%s", text)
	}
	if again := encodeText(t, back); again != text {
		t.Errorf("written in two ways:\n%s\n%s", text, again)
	}
}

func TestAnExtensionStaysWithWhatItBelongsTo(t *testing.T) {
	a, err := decode(t, extended, assessment.DecodeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(a.Risks)
	back, err := decode(t, encodeText(t, a), assessment.DecodeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if got := string(back.Extensions["/risks/"+idA+"/x-owner"]); got != `"o"` || back.Risks[1].Title != "first" {
		t.Errorf("the owner of the first risk is %s", got)
	}
}

func TestUnknownFieldsAreKeptOnlyWhenAskedFor(t *testing.T) {
	doc := document(`, "future": {"deep": [1, 2]}, "policy": {"grade": "A"}, "actions": [{"id": "` + idA + `", "title": "t", "colour": "blue"}]`)
	if _, err := decode(t, doc, assessment.DecodeOptions{}); err == nil || len(err.Problems) != 3 {
		t.Errorf("got %v", err)
	}
	for _, always := range []bool{false, true} {
		opts := assessment.DecodeOptions{KeepUnknown: true, AlwaysSchema: always}
		a, err := decode(t, doc, opts)
		if err != nil {
			t.Fatal(err)
		}
		back, err := decode(t, encodeText(t, a), opts)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(a, back) || string(back.Extensions["/actions/"+idA+"/colour"]) != `"blue"` || string(back.Extensions["/future"]) != `{"deep":[1,2]}` {
			t.Errorf("kept %s", back.Extensions)
		}
	}
}

func TestAnExtensionOfNothingIsNotWritten(t *testing.T) {
	for place, raw := range map[string]string{
		"/risks/" + idC + "/x-a": "1", "/risks/7/x-a": "1", "/title": `"t"`, "/title/x-a": "1", "x-a": "1", "": "1", "/x-a": "{", "/own": "1 2",
	} {
		a := assessmenttest.Assessment()
		a.Extensions = assessment.Extensions{place: json.RawMessage(raw)}
		var b bytes.Buffer
		if err := assessment.Encode(&b, a); err == nil || b.Len() > 0 {
			t.Errorf("%q: %s was written, %v", place, raw, err)
		}
	}
	var e *assessment.ExtensionError
	a := assessmenttest.Assessment()
	a.Extensions = assessment.Extensions{"/risks/" + idC + "/x-a": json.RawMessage("1")}
	if err := assessment.Encode(&bytes.Buffer{}, a); !errors.As(err, &e) || e.Place != "/risks/"+idC+"/x-a" {
		t.Errorf("got %v", err)
	}
}

func TestAStreamKeepsExtensions(t *testing.T) {
	_, s := gather(bytes.NewReader([]byte(extended)), assessment.StreamOptions{})
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"/x-root": extendedPlaces["/x-root"], "/scope/x-alone": "true", "/assessor/advisers/1/x-contract": "17"}
	for place, raw := range want {
		if got := string(s.Head().Extensions[place]); got != raw {
			t.Errorf("%s: %s", place, got)
		}
	}
	entries := map[string]string{}
	again := assessment.NewStream(bytes.NewReader([]byte(extended)), assessment.StreamOptions{})
	for e := range again.Entries(t.Context()) {
		for place, raw := range e.Extensions {
			entries[e.List+place] = string(raw)
		}
	}
	if !maps.Equal(entries, map[string]string{"risks/x-owner": `"o"`, "risks/x-first": "1e2", "risks/ratings/0/x-form": `"paper"`, "events/x-mail": `"m"`}) {
		t.Errorf("got %v", entries)
	}
}
