// Package csvtext reads tables of comma-separated values as people really send
// them, and keeps cells from running as formulas when they are written.
//
// It differs from encoding/csv in what real files need: a quote in the wrong
// place costs one row and not the rest of the file, bare carriage returns end
// lines where a file uses them so, throughout or in places, a quoted line end
// stays as it was, bytes that are not UTF-8 are read as Windows-1252, a
// byte-order mark and a "sep=" line are taken off, and the separator is found in
// the first line. Memory is bounded by the longest record, which is bounded too.
package csvtext

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

const (
	// MaxRecord is the greatest length of a record in bytes. A record that
	// does not end before is one whose closing quote is missing.
	MaxRecord = 1 << 20
	// MaxLines is the greatest number of lines that a quoted record may run
	// over, for the same reason.
	MaxLines = 256
	// minBuffer is the size of the first buffer.
	minBuffer = 64 << 10
)

// Options say how to read a table. The zero value finds out.
type Options struct {
	Comma byte // separator of fields; 0 takes the commonest of , ; tab | in the first line
}

// Record is one row of a table.
type Record struct {
	Line   int      // where it begins, from 1
	Empty  int      // how many empty lines stand before it
	Fields []string // nil if Err is set; the slice is used again by the next Read, its strings are not
	// Recoded says that bytes of the record were not UTF-8 and were read as
	// Windows-1252.
	Recoded bool
	// Stray says that a field has a quote inside though it is not quoted; it
	// is kept as text.
	Stray bool
	Err   *SyntaxError
}

// SyntaxError says that a record cannot be split into fields.
type SyntaxError struct {
	Line, Column int // of the quote that is wrong, from 1; the column counts bytes
	Why          string
}

// Error gives line and column, and nothing of what stands there.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.Why)
}

// EncodingError says that a file is not written in bytes that can be read.
type EncodingError struct{ Found string }

// Error names the encoding that was found and the one to save in.
func (e *EncodingError) Error() string {
	return fmt.Sprintf("the file is written in %s; save it as UTF-8", e.Found)
}

// Reader reads records. It is used by one goroutine at a time.
type Reader struct {
	src   io.Reader
	buf   []byte // what is read and not yet given
	pos   int
	eof   bool
	err   error // of src
	line  int   // of buf[pos]
	comma byte
	bare  bool // lines end with a carriage return alone
	rest  bool // what comes next is the rest of a line that was given up
	width int  // fields of the first record, 0 before it
	begun bool
	rec   Record
	spans []span
}

// span is a field in the bytes of its record.
type span struct {
	start, end int
	escaped    bool // has doubled quotes
}

// NewReader returns a reader of the table in src.
func NewReader(src io.Reader, o Options) *Reader {
	return &Reader{src: src, comma: o.Comma, line: 1}
}

// Comma returns the separator of fields, 0 before the first Read.
func (r *Reader) Comma() byte { return r.comma }

// Bare reports whether lines end with a carriage return alone, which is known
// after the first Read.
func (r *Reader) Bare() bool { return r.bare }

// Read returns the next record that is not an empty line, io.EOF after the
// last. A record that cannot be split is returned with its Err set, and the
// next Read goes on behind it. Other errors are those of the source, or an
// *[EncodingError], and end the reading.
func (r *Reader) Read() (*Record, error) {
	if !r.begun {
		if err := r.begin(); err != nil {
			return nil, err
		}
	}
	for empty := 0; ; {
		if r.pos == len(r.buf) && !r.fill() {
			if r.err != nil {
				return nil, r.err
			}
			return nil, io.EOF
		}
		if r.rest {
			r.skipRest()
			continue
		}
		n, lines, bad := r.split()
		if n < 0 { // more is needed to tell where the record ends
			if r.err != nil {
				return nil, r.err // a part of a record is none
			}
			r.fillMore()
			continue
		}
		start, line := r.pos, r.line
		r.pos += n
		r.line += lines
		if bad != nil {
			r.rec = Record{Line: line, Empty: empty, Err: bad}
			return &r.rec, nil
		}
		if len(r.spans) == 1 && r.spans[0].start == r.spans[0].end && r.buf[start] != '"' {
			empty++
			continue
		}
		r.give(r.buf[start:r.pos], line)
		if r.width == 0 {
			r.width = len(r.spans)
		}
		r.rec.Empty = empty
		return &r.rec, nil
	}
}

// begin looks at the start of the file for what holds for all of it.
func (r *Reader) begin() error {
	r.begun = true
	for len(r.buf) < minBuffer && r.fill() {
	}
	switch {
	case bytes.HasPrefix(r.buf, []byte("\xef\xbb\xbf")):
		r.pos = 3
	case bytes.HasPrefix(r.buf, []byte("\xff\xfe")), bytes.HasPrefix(r.buf, []byte("\xfe\xff")):
		return &EncodingError{Found: "UTF-16"}
	}
	end, after := firstEnd(r.buf[r.pos:])
	r.bare = after == '\r'
	first := r.buf[r.pos : r.pos+end]
	if len(first) == 5 && bytes.EqualFold(first[:4], []byte("sep=")) { // written by a spreadsheet for itself
		if r.comma == 0 {
			r.comma = first[4]
		}
		r.pos += end
		r.pos += r.lineEnd(r.buf[r.pos:])
		r.line++
	}
	if r.comma == 0 {
		r.comma = commonest(first)
	}
	return nil
}

// firstEnd returns the length of the first line, quoted line ends apart, and
// which byte ends it: a line feed, a carriage return alone, or 0.
func firstEnd(b []byte) (int, byte) {
	quoted := false
	for i, c := range b {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n':
			return i, c
		case c == '\r' && i+1 < len(b) && b[i+1] != '\n' && b[i+1] != '\r':
			return i, c
		case c == '\r' && (i+1 == len(b) || b[i+1] == '\n'):
			return i, '\n'
		}
	}
	return len(b), 0
}

// commonest returns the separator that the first line has most of.
func commonest(line []byte) byte {
	const separators = ",;\t|"
	best, most, quoted := byte(','), 0, false
	var counts [len(separators)]int
	for _, c := range line {
		if c == '"' {
			quoted = !quoted
		} else if i := strings.IndexByte(separators, c); i >= 0 && !quoted {
			counts[i]++
		}
	}
	for i, n := range counts {
		if n > most {
			best, most = separators[i], n
		}
	}
	return best
}

// fill reads more of the source behind what is left in the buffer. It reports
// whether there was any.
func (r *Reader) fill() bool {
	if r.eof {
		return false
	}
	left := len(r.buf) - r.pos
	switch {
	case cap(r.buf) < minBuffer:
		r.buf = append(make([]byte, 0, minBuffer), r.buf[r.pos:]...)
	case left > cap(r.buf)/2:
		r.buf = append(make([]byte, 0, 2*cap(r.buf)), r.buf[r.pos:]...)
	case r.pos > 0:
		copy(r.buf, r.buf[r.pos:])
		r.buf = r.buf[:left]
	}
	r.pos = 0
	for empty := 0; empty < 100; empty++ {
		n, err := r.src.Read(r.buf[left:cap(r.buf)])
		r.buf = r.buf[:left+n]
		if err != nil {
			r.eof = true
			if err != io.EOF {
				r.err = err
			}
		}
		if n > 0 || r.eof {
			return n > 0
		}
	}
	r.eof, r.err = true, io.ErrNoProgress
	return false
}

// fillMore reads at least as much again as is left in the buffer, so that a
// long record from a source that gives little at a time is looked at few times.
func (r *Reader) fillMore() {
	for want := 2*(len(r.buf)-r.pos) + 1024; len(r.buf)-r.pos < want && r.fill(); {
	}
}

// give makes the record of the bytes in raw, which r.spans split.
func (r *Reader) give(raw []byte, line int) {
	fields := r.rec.Fields[:0]
	if fields == nil {
		fields = make([]string, 0, len(r.spans))
	}
	r.rec = Record{Line: line, Stray: r.rec.Stray}
	if utf8.Valid(raw) {
		text := string(raw)
		for _, s := range r.spans {
			f := text[s.start:s.end]
			if s.escaped {
				f = strings.ReplaceAll(f, `""`, `"`)
			}
			fields = append(fields, f)
		}
	} else {
		for _, s := range r.spans {
			f := string(raw[s.start:s.end])
			if !utf8.ValidString(f) {
				f, r.rec.Recoded = fromWindows1252(f), true
			}
			if s.escaped {
				f = strings.ReplaceAll(f, `""`, `"`)
			}
			fields = append(fields, f)
		}
	}
	r.rec.Fields = fields
}
