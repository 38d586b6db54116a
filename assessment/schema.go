package assessment

import (
	"bytes"
	_ "embed"
	"sync"

	"github.com/hrdd-go/hrdd/internal/jsonguard"
)

//go:embed schema/assessment-1.schema.json
var schemaText []byte

// Schema returns the JSON Schema (2020-12) of the document format, version
// [Version]. It refers to nothing outside itself, and describes every member.
// The bytes are the caller's own.
func Schema() []byte { return bytes.Clone(schemaText) }

// compiled is the schema as jsonschema/v5 has compiled it, on first use.
var compiled struct {
	once   sync.Once
	schema *jsonguard.Schema
	err    error
}

func compiledSchema() (*jsonguard.Schema, error) {
	compiled.once.Do(func() { compiled.schema, compiled.err = jsonguard.Compile(schemaText) })
	return compiled.schema, compiled.err
}
