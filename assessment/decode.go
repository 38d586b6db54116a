package assessment

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// DecodeOptions change how [Decode] reads. The zero value is right for a
// server.
type DecodeOptions struct {
	Limits Limits
	// KeepUnknown keeps members that the format does not have in
	// [Assessment.Extensions] instead of refusing them.
	KeepUnknown bool
	// AlwaysSchema asks jsonschema/v5 about every document, not only about
	// those in which the library's own checks find something. It finds the
	// same, takes several times as long, and is for those who want to see it.
	AlwaysSchema bool
}

// Decode reads one document and holds it to the schema and to the rules that
// the schema cannot say; see [DocumentRules]. If the document breaks any, the
// error is a *[DocumentError] that lists every problem with its place. Any
// other error is that of the reader.
//
// Decode reads all of r. It keeps the ids, dates and texts as they are; it
// adds nothing and fills in nothing.
func Decode(r io.Reader, opts DecodeOptions) (*Assessment, error) {
	opts.Limits = opts.Limits.orDefaults()
	data, err := readAll(r, opts.Limits.Bytes)
	if err != nil {
		return nil, err
	}
	return decode(data, opts)
}

// readAll reads all of r, up to limit bytes.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	var b bytes.Buffer
	if sized, ok := r.(interface{ Len() int }); ok {
		b.Grow(min(sized.Len(), int(limit)) + bytes.MinRead) // room for the read that finds the end
	}
	n, err := b.ReadFrom(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if n > limit {
		return nil, &DocumentError{Problems: []Problem{{
			Rule: ruleDocSize, Want: fmt.Sprintf("read it with a limit of more than %d bytes, or with a Stream", limit),
		}}}
	}
	return b.Bytes(), nil
}

// decode reads a document from memory.
func decode(data []byte, opts DecodeOptions) (*Assessment, error) {
	if err := report(data, opts); err != nil {
		return nil, err
	}
	var a Assessment
	if err := json.Unmarshal(data, &a); err != nil {
		return nil, err
	}
	return &a, nil
}
