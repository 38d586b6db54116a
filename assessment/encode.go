package assessment

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"reflect"

	"github.com/hrdd-go/hrdd/internal/jsonbind"
	"github.com/hrdd-go/hrdd/internal/jsonpos"
)

// Encode writes a document in its canonical form: members in the order of the
// schema, what is not stated left out, extensions after them by name, two
// spaces of indent, a line end at the end. The same assessment gives the same
// bytes.
//
// What Encode writes, [Decode] reads, to an equal assessment. An assessment
// that Decode would refuse is not written: the error is the *[DocumentError]
// that Decode would return, without lines and columns. An enumeration with a
// value that it does not have, and an extension that belongs to nothing, are
// errors as well. On any error but that of the writer nothing is written.
func Encode(w io.Writer, a *Assessment) error { return EncodeWith(Transitions{}, w, a) }

// EncodeWith is [Encode] of an assessment whose events follow a host's own
// table. Whoever reads the document needs the table as well.
func EncodeWith(t Transitions, w io.Writer, a *Assessment) error {
	text, err := encode(t, a)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	b.Grow(len(text) * 3 / 2)
	if err := json.Indent(&b, text, "", "  "); err != nil {
		return err
	}
	b.WriteByte('\n')
	_, err = w.Write(b.Bytes())
	return err
}

// Validate returns the *[DocumentError] that [Decode] would return for the
// document that [Encode] would write of a, nil if it would read it. A host
// that builds an assessment of its own data asks it before it goes on.
func Validate(a *Assessment) error { return ValidateWith(Transitions{}, a) }

// ValidateWith is [Validate] of an assessment whose events follow a host's own
// table.
func ValidateWith(t Transitions, a *Assessment) error {
	_, err := encode(t, a)
	return err
}

// encode returns the JSON of a without white space, if Decode would read it.
func encode(table Transitions, a *Assessment) ([]byte, error) {
	plan, err := boundPlan()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(a); err != nil {
		return nil, err
	}
	text := bytes.TrimSuffix(b.Bytes(), []byte("\n"))
	if at := invalidUTF8(text); at >= 0 {
		return nil, &DocumentError{Problems: []Problem{{
			Pointer: jsonpos.PointersAt(text, jsonpos.Limits{}, []int{at})[0], Rule: ruleEncoding, Found: "bytes that are not UTF-8",
			Want: "keep texts in UTF-8",
		}}}
	}
	if text, err = a.splice(text, plan); err != nil {
		return nil, err
	}
	opts := DecodeOptions{KeepUnknown: true, Transitions: table, Limits: Limits{
		Bytes: int64(len(text)) + 1, String: len(text) + 1, Elements: len(text) + 1,
	}.orDefaults()}
	d := &jsonbind.Decoder{Scanner: jsonpos.NewScanner(text, opts.Limits.scan()), KeepUnknown: true}
	back := new(Assessment)
	err = plan.Decode(d, reflect.ValueOf(back))
	if err == nil {
		err = back.keepExtensions(text, d, plan, opts.Limits.scan())
	}
	if err == nil && len(d.Faulty) == 0 && consistent(text, back, d, plan, table) {
		return text, nil
	}
	err = report(text, opts, plan)
	var problems *DocumentError
	if errors.As(err, &problems) {
		for i := range problems.Problems {
			problems.Problems[i].Line, problems.Problems[i].Column = 0, 0
		}
	}
	return nil, err
}

// invalidUTF8 returns the offset of the first place where encoding/json had to
// write the escape of the replacement character, since a string was not UTF-8;
// negative if there is none. A replacement character in the string itself is
// written as it is.
func invalidUTF8(text []byte) int {
	escape := []byte(`\ufffd`)
	for from := 0; ; {
		i := bytes.Index(text[from:], escape)
		if i < 0 {
			return -1
		}
		at := from + i
		slashes := 0
		for at-slashes > 0 && text[at-slashes-1] == '\\' {
			slashes++
		}
		if slashes%2 == 0 {
			return at
		}
		from = at + len(escape)
	}
}
