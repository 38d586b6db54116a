package report

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"testing"

	"github.com/hrdd-go/hrdd/internal/schemagen"
)

var update = flag.Bool("update", false, "write the golden files and the schema anew")

const schemaFile = "schema/evaluation-1.schema.json"

func TestTheSchemaIsMadeOfTheGoTypesAsTheyAre(t *testing.T) {
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
		module + "report": ".", module + "assessment": "../assessment", module + "risk": "../risk", module + "grievance": "../grievance", module + "supplier": "../supplier",
	})
	if err != nil {
		t.Fatal(err)
	}
	want, err := schemagen.Generate(reflect.TypeFor[document](), base, comments)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(schemaFile, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if have, err := os.ReadFile(schemaFile); err != nil || !bytes.Equal(have, want) {
		t.Errorf("%s is not what the Go types say (%v); look at what changed, then run go test ./report -run Schema -update", schemaFile, err)
	}
}
