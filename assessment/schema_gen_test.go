package assessment_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/internal/schemagen"
)

var update = flag.Bool("update", false, "write the golden files and the schema anew")

const schemaFile = "schema/assessment-1.schema.json"

// generatedSchema makes the schema of the Go types as they are now.
func generatedSchema(t *testing.T) []byte {
	t.Helper()
	text, err := os.ReadFile("schema/base.json")
	if err != nil {
		t.Fatal(err)
	}
	var base schemagen.Base
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	d.UseNumber()
	if err := d.Decode(&base); err != nil {
		t.Fatal(err)
	}
	const module = "github.com/hrdd-go/hrdd/"
	comments, err := schemagen.SourceComments(map[string]string{
		module + "assessment": ".", module + "risk": "../risk",
		module + "supplier": "../supplier", module + "grievance": "../grievance",
	})
	if err != nil {
		t.Fatal(err)
	}
	schema, err := schemagen.Generate(reflect.TypeFor[assessment.Assessment](), base, comments)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestTheSchemaIsMadeOfTheGoTypesAsTheyAre(t *testing.T) {
	want := generatedSchema(t)
	if *update {
		if err := os.WriteFile(schemaFile, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, want) {
		t.Errorf("%s is not what the Go types say; look at what changed, then run go test ./assessment -run TestTheSchemaIsMade -update", schemaFile)
	}
}
