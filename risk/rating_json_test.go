package risk

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

func TestEveryRatingComesBackFromJSON(t *testing.T) {
	for c := range Cells() {
		r := c.Rating()
		b, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var back Rating
		if err := json.Unmarshal(b, &back); err != nil || back != r {
			t.Fatalf("%v became %s became %v, %v", r, b, back, err)
		}
		var span Range
		if err := json.Unmarshal(b, &span); err != nil || span != RangeOf(r) {
			t.Fatalf("%s is the range %v, %v", b, span, err)
		}
	}
}

func TestRatingsAndRangesInJSON(t *testing.T) {
	tests := []struct {
		name string
		r    Range
		want string
	}{
		{"nothing stated", Range{}, `{}`},
		{"a plain rating", RangeOf(Rating{4, 3, 5, 2, Yes}), `{"scale":4,"scope":3,"irremediability":5,"likelihood":2,"delay":"yes"}`},
		{"harm that has happened", RangeOf(Rating{Scale: 4, Likelihood: Occurred}), `{"scale":4,"likelihood":"actual"}`},
		{"a range", Range{Rating{Scale: 2, Scope: 3, Delay: No}, Rating{Scale: 4, Scope: 3, Delay: Yes}}, `{"scale":[2,4],"scope":3,"delay":["no","yes"]}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b, err := json.Marshal(tt.r)
			if err != nil || string(b) != tt.want {
				t.Fatalf("%s, %v; want %s", b, err, tt.want)
			}
			var back Range
			if err := json.Unmarshal(b, &back); err != nil || back != tt.r {
				t.Errorf("came back as %+v, %v", back, err)
			}
		})
	}
}

func TestBadJSONIsRefusedAndChangesNothing(t *testing.T) {
	tests := []struct {
		name, json string
		dimension  Dimension
	}{
		{"a level out of range", `{"scale":6}`, DimScale},
		{"a negative level", `{"scope":-1}`, DimScope},
		{"a broken level", `{"irremediability":2.5}`, DimIrremediability},
		{"a level with an exponent", `{"scale":1e0}`, DimScale},
		{"a level as text", `{"scale":"4"}`, DimScale},
		{"an inverted range", `{"scale":[4,2]}`, DimScale},
		{"a range of one", `{"scale":[4]}`, DimScale},
		{"a range of three", `{"scale":[1,2,3]}`, DimScale},
		{"a range from not rated", `{"scale":[0,3]}`, DimScale},
		{"a range from a level to actual", `{"likelihood":[4,"actual"]}`, DimLikelihood},
		{"a likelihood of six", `{"likelihood":6}`, DimLikelihood},
		{"a word for delay", `{"delay":"maybe"}`, DimDelay},
		{"a delay from yes to no", `{"delay":["yes","no"]}`, DimDelay},
		{"an object", `{"delay":{}}`, DimDelay},
		{"a dimension twice", `{"scale":4,"scope":1,"scale":2}`, DimScale},
		{"a dimension twice, once not rated", `{"delay":"yes","delay":null}`, DimDelay},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := RangeOf(Rating{1, 2, 3, 4, No})
			r := before
			err := json.Unmarshal([]byte(tt.json), &r)
			var re *RatingError
			if !errors.As(err, &re) || re.Dimension != tt.dimension {
				t.Errorf("error %v, want one about %v", err, tt.dimension)
			}
			if r != before {
				t.Errorf("the range became %v", r)
			}
		})
	}
	for _, bad := range []string{``, `[]`, `7`, `"HRS:1"`, `{"severity":5}`, `{"scale":4`, `{"Scale":4}`, `{"not-stated":4}`, `{"":4}`, `{"scale":4} 7`} {
		r := Rating{Scale: 1}
		if err := json.Unmarshal([]byte(bad), &r); err == nil || r != (Rating{Scale: 1}) {
			t.Errorf("%s was read as %v, %v", bad, r, err)
		}
		if err := r.UnmarshalJSON([]byte(bad)); err == nil || r != (Rating{Scale: 1}) {
			t.Errorf("%s was read by itself as %v, %v", bad, r, err)
		}
	}
	for _, bad := range []string{`{"scope":"Jane Doe"}`, `{"Jane Doe":1}`, `{"scale":[1,"Jane Doe"]}`, `{"scale":{"name":"Jane Doe"}}`, `"Jane Doe"`} {
		if err := new(Range).UnmarshalJSON([]byte(bad)); err == nil || strings.Contains(err.Error(), "Jane") {
			t.Errorf("%s: %v", bad, err)
		}
	}
	stale := Rating{Scale: 1}
	if err := json.Unmarshal([]byte(`null`), &stale); err != nil || stale != (Rating{}) {
		t.Errorf("null leaves %v, %v", stale, err)
	}
	var r Rating
	var re *RatingError
	if err := json.Unmarshal([]byte(`{"scope":[2,3]}`), &r); !errors.As(err, &re) || re.Dimension != DimScope {
		t.Errorf("a plain rating took a range: %v, %v", r, err)
	}
}

func FuzzRangeJSON(f *testing.F) {
	f.Add([]byte(`{"scale":[2,4],"scope":3,"likelihood":"actual","delay":["no","yes"]}`))
	f.Add([]byte(` {"irremediability" : null, "delay":"unknown"} `))
	f.Add([]byte(`{"scale":4,"scale":2}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		before := RangeOf(Rating{1, 2, 3, 4, No})
		r := before
		if err := r.UnmarshalJSON(b); err != nil {
			if r != before {
				t.Fatalf("%q: refused, and the range became %v", b, r)
			}
			return
		}
		if !json.Valid(b) || !r.Valid() {
			t.Fatalf("%q is read as %v", b, r)
		}
		text, err := r.MarshalJSON()
		back := before
		if err != nil || back.UnmarshalJSON(text) != nil || back != r {
			t.Fatalf("%q is read as %v, written as %s, read as %v", b, r, text, back)
		}
	})
}
