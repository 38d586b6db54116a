package report

import (
	"archive/zip"
	"context"
	"encoding"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/internal/escape"
)

// Tables takes the tables of an evaluation, one file each. Create is called
// once a table with a name such as "risks.csv"; what it returns is written to
// and then closed before the next call. *[zip.Writer] needs [ZipTables]; a
// folder is a Tables of a few lines that opens files in it.
type Tables interface {
	Create(name string) (io.WriteCloser, error)
}

// WriteTables writes an evaluation as CSV, one table a file, to a sink of the
// host. The format of opts plays no part. Fields are separated by commas, rows
// end with CRLF (RFC 4180), texts are UTF-8 and in quotes; a text that a
// spreadsheet could take for a formula starts with an apostrophe, and so does
// one after a semicolon or a line break inside a field. Several values in one
// field are separated by a semicolon and a space.
//
// It returns the errors of [Write], and that of the sink as soon as there is
// one: the table that is being written is then closed, and the sink has to drop
// what it has.
func WriteTables(ctx context.Context, to Tables, ev *assessment.Evaluation, opts Options) error {
	c, err := compose(ctx, ev, &opts)
	if err != nil {
		return err
	}
	return c.writeTables(to)
}

// ZipTables returns a sink that puts tables into a zip archive. The times in
// the archive are fixed, so that the same evaluation gives the same bytes. The
// caller closes the archive.
func ZipTables(z *zip.Writer) Tables { return zipTables{z} }

type zipTables struct{ z *zip.Writer }

func (t zipTables) Create(name string) (io.WriteCloser, error) {
	w, err := t.z.CreateHeader(&zip.FileHeader{
		Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC),
	})
	return openEnd{w}, err
}

// openEnd is a writer that its container closes.
type openEnd struct{ io.Writer }

func (openEnd) Close() error { return nil }

// writeZip writes the tables as a zip archive.
func (c *composer) writeZip(w io.Writer) error {
	z := zip.NewWriter(w)
	if err := c.writeTables(ZipTables(z)); err != nil {
		return err
	}
	return z.Close()
}

func (c *composer) writeTables(to Tables) error {
	d := c.data()
	for i, t := range dataTables {
		if err := c.writeTable(to, d, &t); err != nil {
			return err
		}
		if c.opts.Progress != nil {
			c.opts.Progress(i+1, len(dataTables))
		}
	}
	return nil
}

func (c *composer) writeTable(to Tables, d *data, t *dataTable) (err error) {
	w, err := to.Create(t.name + ".csv")
	if err != nil {
		return err
	}
	defer func() {
		if e := w.Close(); err == nil {
			err = e
		}
	}()
	s := newStream(w)
	columns := reflect.TypeOf(t.of)
	for i := range columns.NumField() {
		if i > 0 {
			s.put(",")
		}
		name, _, _ := strings.Cut(columns.Field(i).Tag.Get("json"), ",")
		s.put(name)
	}
	s.put("\r\n")
	for row := range t.rows(d) {
		if s.failed != nil {
			break
		}
		if err := c.ctx.Err(); err != nil {
			return err
		}
		v := reflect.ValueOf(row).Elem()
		for i := range v.NumField() {
			if i > 0 {
				s.buf = append(s.buf, ',')
			}
			if v.Field(i).IsZero() && strings.HasSuffix(columns.Field(i).Tag.Get("json"), ",omitzero") {
				continue // not stated
			}
			if s.buf, err = appendField(s.buf, v.Field(i)); err != nil {
				return err
			}
		}
		s.put("\r\n")
	}
	s.flush()
	return s.failed
}

// appendField appends a value as one field.
func appendField(b []byte, v reflect.Value) ([]byte, error) {
	switch x := v.Interface().(type) {
	case encoding.TextMarshaler:
		text, err := x.MarshalText()
		return escape.Cell(b, string(text)), err
	case fmt.Stringer: // a count, which is known here
		return append(b, x.String()...), nil
	}
	switch v.Kind() {
	case reflect.String:
		return escape.Cell(b, v.String()), nil
	case reflect.Bool:
		return strconv.AppendBool(b, v.Bool()), nil
	case reflect.Int, reflect.Int64:
		return strconv.AppendInt(b, v.Int(), 10), nil
	case reflect.Slice:
		parts := make([]string, v.Len())
		for i := range parts {
			parts[i] = fmt.Sprint(v.Index(i).Interface())
		}
		return escape.Cell(b, strings.Join(parts, "; ")), nil
	}
	return b, fmt.Errorf("report: a field of type %v has no form in a table", v.Type())
}
