package assessment_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/assessment/assessmenttest"
)

// mutant returns a document that differs from a valid one in a few places.
func mutant(r *rand.Rand, doc any, times int) []byte {
	for range times {
		doc = mutate(r, doc, 2+r.IntN(8))
	}
	text, err := json.Marshal(doc)
	if err != nil {
		panic(err)
	}
	return text
}

// oddValues take the place of parts of a document.
var oddValues = []string{
	`null`, `true`, `0`, `1`, `-1`, `1.0`, `2e0`, `10e-1`, `1.5`, `-0`, `256`, `65536`, `4294967296`, `9223372036854775807`,
	`9223372036854775808`, `1e300`, `1000000000`, `1000000001`, `90.00000000000000000001`, `-180`, `""`, `"x"`, `"actual"`,
	`"unknown"`, `"not-stated"`, `"2021"`, `"2021-02-30"`, `"2021-2"`, `"0190b2f4-0000-7000-8000-000000000001"`,
	`"0190B2F4-0000-7000-8000-000000000001"`, `"{0190b2f4-0000-7000-8000-000000000001}"`, `"00000000-0000-0000-0000-000000000000"`,
	`"UNGP"`, `"UNGP:"`, `":1"`, `"UNGP:24\n"`, `"DE"`, `"de"`, `"EUR"`, `"1-2"`, `"3+"`, `"2-1"`, `"a--b"`, `"a-b"`, `"/risks/0"`, `"/a~2"`,
	`"\u0000"`, `"é"`, `[]`, `[1]`, `[1,2]`, `[2,1]`, `[0,1]`, `["no","yes"]`, `["yes","no"]`, `[null]`, `{}`, `{"x-a":[1,{"b":null}]}`, `{"id":1}`,
}

// mutate changes one part of a value, at most depth levels down.
func mutate(r *rand.Rand, v any, depth int) any {
	odd := func() any { return json.RawMessage(oddValues[r.IntN(len(oddValues))]) }
	switch v := v.(type) {
	case map[string]any:
		names := slices.Sorted(maps.Keys(v))
		if len(names) == 0 || depth == 0 {
			return odd()
		}
		name := names[r.IntN(len(names))]
		switch r.IntN(10) {
		case 0:
			delete(v, name)
		case 1:
			v[name+"s"] = odd()
		case 2:
			v["x-more"] = odd()
		default:
			v[name] = mutate(r, v[name], depth-1)
		}
		return v
	case []any:
		if len(v) == 0 || depth == 0 {
			return odd()
		}
		i := r.IntN(len(v))
		switch r.IntN(8) {
		case 0:
			return append(v, odd())
		case 1:
			return slices.Delete(v, i, i+1)
		}
		v[i] = mutate(r, v[i], depth-1)
		return v
	}
	return odd()
}

func TestTheTypedPassAcceptsExactlyWhatTheSchemaAccepts(t *testing.T) {
	const documents, mutants = 40, 40
	r := rand.New(rand.NewPCG(1, 2))
	accepted, refused := 0, 0
	for seed := range uint64(documents) {
		var doc bytes.Buffer
		if err := assessment.Encode(&doc, assessmenttest.Random(seed, assessmenttest.RandomOptions{Suppliers: 2, Sparse: 60})); err != nil {
			t.Fatal(err)
		}
		for range mutants {
			var tree any
			d := json.NewDecoder(bytes.NewReader(doc.Bytes()))
			d.UseNumber()
			if err := d.Decode(&tree); err != nil {
				t.Fatal(err)
			}
			text := mutant(r, tree, 1+r.IntN(3))
			ok, err := assessment.Agree(text, assessment.Limits{})
			if err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			if ok {
				accepted++
			} else {
				refused++
			}
		}
	}
	if accepted < 100 || refused < 100 {
		t.Errorf("%d accepted, %d refused: the mutants say too little", accepted, refused)
	}
}

func FuzzTheTypedPassAndTheSchemaAgree(f *testing.F) {
	var doc bytes.Buffer
	if err := assessment.Encode(&doc, assessmenttest.Random(7, assessmenttest.RandomOptions{Suppliers: 2, Risks: 1, Recommendations: 1})); err != nil {
		f.Fatal(err)
	}
	f.Add(doc.Bytes())
	for _, v := range oddValues {
		f.Add([]byte(v))
		f.Add([]byte(`{"version":1,"id":"0190b2f4-0000-7000-8000-000000000001","commitmentCount":` + v + `,"period":{"from":` + v + `},"risks":[{"id":"0190b2f4-0000-7000-8000-000000000001","title":"t","ratings":[{"rating":{"scale":` + v + `,"likelihood":` + v + `,"delay":` + v + `}}]}]}`))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := assessment.Agree(data, assessment.Limits{}); err != nil {
			t.Fatalf("%v\n%q", err, data)
		}
		a, err := assessment.Decode(bytes.NewReader(data), assessment.DecodeOptions{KeepUnknown: true})
		if err != nil {
			return
		}
		var once, twice bytes.Buffer
		if err := assessment.Encode(&once, a); err != nil {
			t.Fatalf("read and not written: %v\n%q", err, data)
		}
		b, err := assessment.Decode(bytes.NewReader(once.Bytes()), assessment.DecodeOptions{KeepUnknown: true})
		if err != nil {
			t.Fatalf("written and not read: %v\n%s", err, once.Bytes())
		}
		if err := assessment.Encode(&twice, b); err != nil || !bytes.Equal(once.Bytes(), twice.Bytes()) {
			t.Fatalf("%v, written in two ways\n%s\n%s", err, once.Bytes(), twice.Bytes())
		}
	})
}

// corpus returns the files of a folder of the shared data, which is not a part
// of this project.
func corpus(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("../../shared/data", pattern))
	if err != nil || len(files) == 0 {
		t.Skip("the shared data are not here")
	}
	return files
}

func TestTheJSONParsingCorpusGivesErrorsAndNoPanic(t *testing.T) {
	for _, file := range corpus(t, "json-parsing/test_parsing/*.json") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := assessment.Agree(data, assessment.Limits{}); err != nil {
			t.Errorf("%s: %v", filepath.Base(file), err)
		}
		for _, doc := range [][]byte{data, []byte(`{"version":1,"id":"0190b2f4-0000-7000-8000-000000000001","x-part":` + string(data) + `}`)} {
			a, err := assessment.Decode(bytes.NewReader(doc), assessment.DecodeOptions{})
			if err == nil && a.Extensions["/x-part"] == nil {
				t.Errorf("%s was read as an assessment", filepath.Base(file))
			}
			twice := strings.Contains(file, "y_object_duplicated_key") // which RFC 8259 leaves open, and a document must not have
			if valid := json.Valid(doc); err == nil && !valid {
				t.Errorf("%s: not JSON, and read", filepath.Base(file))
			} else if err != nil && valid && filepath.Base(file)[0] == 'y' && !twice && bytes.HasPrefix(doc, []byte(`{"version"`)) {
				t.Errorf("%s: %v", filepath.Base(file), err)
			}
		}
	}
}

func TestNaughtyStringsSurviveAsData(t *testing.T) {
	data, err := os.ReadFile(corpus(t, "naughty-strings/blns.json")[0])
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	if err := json.Unmarshal(data, &texts); err != nil {
		t.Fatal(err)
	}
	a := assessmenttest.Random(1, assessmenttest.RandomOptions{})
	a.Risks = nil
	a.Findings, a.Linkages, a.Recommendations, a.Actions, a.Strategies, a.Commitments, a.Redactions = nil, nil, nil, nil, nil, nil, nil
	for i, s := range texts {
		r := assessmenttest.Risk(i)
		r.Title, r.Text = "title "+s, s
		a.Risks = append(a.Risks, r)
	}
	var b bytes.Buffer
	if err := assessment.Encode(&b, a); err != nil {
		t.Fatal(err)
	}
	back, err := assessment.Decode(&b, assessment.DecodeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range texts {
		if back.Risks[i].Text != s {
			t.Errorf("%q came back as %q", s, back.Risks[i].Text)
		}
	}
}
