package assessment_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/assessment/assessmenttest"
)

// The documents in testdata/version-N are of version N, as a library of that
// version wrote them, and hold every member that the version has. Those of a
// version that has been released are never changed: whoever keeps documents of
// it relies on their being read. -update writes those of the present version.
func versionFolder(version int) string {
	return filepath.Join("testdata", fmt.Sprintf("version-%d", version))
}

// wholeDocuments returns documents that together hold every member of the schema.
func wholeDocuments(t *testing.T) map[string][]byte {
	t.Helper()
	doc := schemaDocument(t)
	documents, missing := map[string][]byte{}, membersOf(doc)
	for seed := uint64(1); len(missing) > 0; seed++ {
		if seed > 500 {
			t.Fatalf("no random document has %v", slices.Sorted(maps.Keys(missing)))
		}
		a := assessmenttest.Random(seed, assessmenttest.RandomOptions{Suppliers: 2, Risks: 1, Recommendations: 1, Sparse: 5})
		var text bytes.Buffer
		if err := assessment.Encode(&text, a); err != nil {
			t.Fatal(err)
		}
		before := len(missing)
		strike(t, missing, doc, text.Bytes())
		if len(missing) < before {
			documents[fmt.Sprintf("whole-%d.json", len(documents)+1)] = text.Bytes()
		}
	}
	return documents
}

// membersOf returns the members of the definitions of a schema, by definition
// and name.
func membersOf(doc map[string]any) map[string]bool {
	members := map[string]bool{}
	add := func(name string, def any) {
		m, _ := def.(map[string]any)
		properties, _ := m["properties"].(map[string]any)
		for p := range properties {
			members[name+"."+p] = true
		}
	}
	add("", doc)
	for name, def := range doc["$defs"].(map[string]any) {
		add(name, def)
	}
	return members
}

// strike takes the members that a document has out of missing.
func strike(t *testing.T, missing map[string]bool, doc map[string]any, text []byte) {
	t.Helper()
	var value any
	if err := json.Unmarshal(text, &value); err != nil {
		t.Fatal(err)
	}
	var walk func(node map[string]any, name string, v any)
	walk = func(node map[string]any, name string, v any) {
		if ref, ok := node["$ref"].(string); ok {
			name = filepath.Base(ref)
			node = resolve(t, doc, node)
		}
		alternatives, _ := node["anyOf"].([]any)
		for _, a := range alternatives {
			walk(a.(map[string]any), name, v)
		}
		switch v := v.(type) {
		case map[string]any:
			properties, _ := node["properties"].(map[string]any)
			for member, inner := range v {
				if p, ok := properties[member].(map[string]any); ok {
					delete(missing, name+"."+member)
					walk(p, "", inner)
				}
			}
		case []any:
			if items, ok := node["items"].(map[string]any); ok {
				for _, e := range v {
					walk(items, "", e)
				}
			}
		}
	}
	walk(doc, "", value)
}

func TestDocumentsOfEveryVersionAreRead(t *testing.T) {
	if *update {
		if err := os.MkdirAll(versionFolder(assessment.Version), 0o755); err != nil {
			t.Fatal(err)
		}
		for name, text := range wholeDocuments(t) {
			if err := os.WriteFile(filepath.Join(versionFolder(assessment.Version), name), text, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for version := 1; version <= assessment.Version; version++ {
		files, err := filepath.Glob(filepath.Join(versionFolder(version), "*.json"))
		if err != nil || len(files) == 0 {
			t.Errorf("version %d: there is no document in %s", version, versionFolder(version))
		}
		missing := membersOf(schemaDocument(t))
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if want := fmt.Sprintf("\"version\": %d,", version); !bytes.Contains(text[:40], []byte(want)) {
				t.Errorf("%s is not of version %d", file, version)
			}
			a, err := assessment.Decode(bytes.NewReader(text), assessment.DecodeOptions{AlwaysSchema: version == assessment.Version})
			if err != nil {
				t.Errorf("%s is not read any more: %v", file, err)
				continue
			}
			if a.Version != assessment.Version {
				t.Errorf("%s was read as version %d, which is not the newest", file, a.Version)
			}
			var again bytes.Buffer
			if err := assessment.Encode(&again, a); err != nil {
				t.Errorf("%s was read and cannot be written: %v", file, err)
			}
			if version == assessment.Version {
				if !bytes.Equal(again.Bytes(), text) {
					t.Errorf("%s comes back as something else", file)
				}
				strike(t, missing, schemaDocument(t), text)
			}
		}
		if version == assessment.Version && len(missing) > 0 {
			t.Errorf("the documents of version %d lack %v; run go test ./assessment -run TestDocumentsOfEveryVersion -update and look at what changed", version, slices.Sorted(maps.Keys(missing)))
		}
	}
	if _, err := os.Stat(versionFolder(assessment.Version + 1)); err == nil {
		t.Errorf("there are documents of version %d, which the library does not know", assessment.Version+1)
	}
}
