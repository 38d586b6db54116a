package assessment

import (
	"bytes"
	"encoding/json"
	"io"
)

// Encode writes a document in its canonical form: members in the order of the
// schema, what is not stated left out, two spaces of indent, one line end at
// the end. The same assessment gives the same bytes, and [Decode] reads them
// to an equal assessment.
func Encode(w io.Writer, a *Assessment) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(a); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}
