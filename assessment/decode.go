package assessment

import (
	"bytes"
	"fmt"
	"io"

	"github.com/hrdd-go/hrdd/internal/jsonpos"
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
	// Transitions is the table that the events of recommendations are held to;
	// the zero value is the published one.
	Transitions Transitions
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
		b.Grow(int(min(int64(sized.Len()), limit)) + bytes.MinRead) // room for the read that finds the end
	}
	n, err := b.ReadFrom(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if n > limit {
		return nil, &DocumentError{Problems: []Problem{{
			Rule: ruleDocSize, Found: fmt.Sprintf("more than %d bytes", limit), Want: "raise the limit if the document is to be trusted, or read it with a Stream",
		}}}
	}
	return b.Bytes(), nil
}

// readers reads each version of the format that there has been. Each gives the
// document as the newest version has it.
var readers = [...]struct {
	version int
	read    func(data []byte, opts DecodeOptions) (*Assessment, error)
}{
	{1, decode1},
}

// decode reads a document of any version from memory. A document that does not
// say its version is read as the newest, which will find that missing.
func decode(data []byte, opts DecodeOptions) (*Assessment, error) {
	version, at, ok := documentVersion(data, opts.Limits.scan())
	for _, r := range readers {
		if ok && r.version == version {
			return r.read(data, opts)
		}
	}
	if ok && version > Version {
		line, column := jsonpos.NewLines(data).At(at)
		return nil, &DocumentError{Problems: []Problem{withPlace(newerProblem(version), line, column)}}
	}
	return readers[len(readers)-1].read(data, opts)
}

// documentVersion returns the version that a document says it is of, and where
// it says so; ok is false if it does not say, or is not JSON as far as that.
func documentVersion(data []byte, limits jsonpos.Limits) (version, offset int, ok bool) {
	s := jsonpos.NewScanner(data, limits)
	if s.Enter('{') != nil {
		return 0, 0, false
	}
	for first := true; ; first = false {
		name, more, err := s.NextKey(first)
		if err != nil || !more {
			return 0, 0, false
		}
		if string(name) != "version" {
			if s.Skip() != nil {
				return 0, 0, false
			}
			continue
		}
		s.Peek()
		offset = s.Offset()
		number, err := s.Number()
		if err != nil {
			return 0, 0, false
		}
		version, ok = wholeNumber(number)
		return version, offset, ok
	}
}

// wholeNumber reads a number of up to nine digits.
func wholeNumber(b []byte) (n int, ok bool) {
	if len(b) == 0 || len(b) > 9 {
		return 0, false
	}
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}
