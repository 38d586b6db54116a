package supplier

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/csvtext"
	"github.com/hrdd-go/hrdd/internal/iso3166"
	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/internal/textfold"
	"github.com/hrdd-go/hrdd/risk"
)

// ReadOptions say how to read a file. The zero value reads a file with the
// headers that this package writes, and finds its separator and encoding.
type ReadOptions struct {
	// System names the register that the keys in the file belong to, in
	// lower-kebab-case: "sap". Keys of different systems never mean the same.
	// Empty is taken as "import".
	System string
	// Columns says under which header the file has a column.
	Columns ColumnMap
	// Comma separates fields; 0 finds out from the header.
	Comma byte
	// MaxNotes is the greatest number of notes in the summary; 0 keeps 1000.
	MaxNotes int
	// Progress is called now and then with the number of rows done, from the
	// goroutine of the caller. Nil is silent.
	Progress func(rows int)
}

func (o ReadOptions) system() string {
	if o.System == "" {
		return "import"
	}
	return o.System
}

// ColumnMap gives the header that a file uses for a column of this package, by
// the column's own name: {"name": "Vendor Name", "key": "Vendor No."}. Columns
// that are not in it are looked for under their own names. Case, accents and
// punctuation of headers do not matter.
type ColumnMap map[string]string

// ColumnError says that a file, or a ColumnMap, does not have the columns that
// a reader needs.
type ColumnError struct {
	Column string   // the column's own name
	Header string   // that it was looked for under
	Found  []string // the headers of the file, or the columns that the reader knows
	Why    string
}

// Error names the column and those that the table has.
func (e *ColumnError) Error() string {
	return fmt.Sprintf("column %s: %s; there are %s", e.Column, e.Why, strings.Join(e.Found, ", "))
}

type (
	// SyntaxError says that the header of a file cannot be split into columns.
	// In other rows it costs that row only. Its fields are:
	//
	//	Line, Column int    // of the quote that is wrong, from 1; the column counts bytes
	//	Why          string // what is wrong
	SyntaxError = csvtext.SyntaxError
	// EncodingError says that a file is not written in bytes that can be read. Its
	// field is:
	//
	//	Found string // the encoding that it seems to be in
	EncodingError = csvtext.EncodingError
)

// column is a column that a reader knows.
type column struct {
	name     string
	others   []string // headers by which it is known besides
	required bool
}

// table reads the rows of a file for one of the readers and keeps the account
// of them: each row ends in exactly one of read, skip and merge.
type table struct {
	ctx     context.Context
	csv     *csvtext.Reader
	options ReadOptions
	columns []column
	header  []string
	at      []int // place in a row by column, -1 if the file does not have it
	record  *csvtext.Record
	row     int // as a spreadsheet counts
	summary ReadSummary
	lists   map[listOf]*listIndex // the long ones that merged rows added to
}

// lookEvery is how many rows pass between two looks at the context.
const lookEvery = 1024

// openTable reads the header of a file.
func openTable(ctx context.Context, src io.Reader, columns []column, o ReadOptions) (*table, error) {
	t := &table{ctx: ctx, csv: csvtext.NewReader(src, csvtext.Options{Comma: o.Comma}), options: o, columns: columns}
	for _, name := range slices.Sorted(maps.Keys(o.Columns)) {
		if !slices.ContainsFunc(columns, func(c column) bool { return c.name == name }) {
			why := "it is not known here"
			if near := textenum.Nearest(name, columnNames(columns)); near != "" {
				why += fmt.Sprintf("; did you mean %q?", near)
			}
			return nil, &ColumnError{Column: name, Found: columnNames(columns), Why: why}
		}
	}
	record, err := t.csv.Read()
	switch {
	case errors.Is(err, io.EOF):
		return nil, &ColumnError{Column: columns[0].name, Why: "the file is empty"}
	case err != nil:
		return nil, err
	case record.Err != nil:
		return nil, record.Err
	}
	t.row = 1 + record.Empty
	for _, h := range record.Fields {
		t.header = append(t.header, strings.TrimSpace(csvtext.Restore(h)))
	}
	return t, t.locate()
}

func columnNames(columns []column) []string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}
	return names
}

// locate finds the columns in the header.
func (t *table) locate() error {
	folded := make([]string, len(t.header))
	for i, h := range t.header {
		folded[i] = foldHeader(h)
	}
	used := make([]bool, len(t.header))
	for _, c := range t.columns {
		names := append([]string{c.name}, c.others...)
		if h, ok := t.options.Columns[c.name]; ok {
			names = []string{h}
		}
		place := -1
		for _, n := range names {
			if place = slices.Index(folded, foldHeader(n)); place >= 0 {
				break
			}
		}
		if place < 0 {
			_, declared := t.options.Columns[c.name]
			if c.required || declared {
				return &ColumnError{Column: c.name, Header: names[0], Found: t.header, Why: fmt.Sprintf("the file has no column %q", names[0])}
			}
		} else {
			if twice := slices.Index(folded[place+1:], folded[place]); twice >= 0 {
				return &ColumnError{Column: c.name, Header: t.header[place], Found: t.header, Why: "the file has the column twice"}
			}
			used[place] = true
		}
		t.at = append(t.at, place)
	}
	for i, h := range t.header {
		if !used[i] && h != "" {
			t.summary.Ignored = append(t.summary.Ignored, h)
		}
	}
	return nil
}

// foldHeader returns a header in a form in which spellings of it are equal. One
// of signs alone, as "#", is the same as itself only.
func foldHeader(h string) string {
	if f := textfold.Name(h); f != "" {
		return f
	}
	return h
}

// next moves to the next row that has the fields that the header promises. It
// returns false at the end of the file; an error is one of the source or of
// the context.
func (t *table) next() (bool, error) {
	for {
		if t.summary.Rows%lookEvery == 0 {
			if err := t.ctx.Err(); err != nil {
				return false, err
			}
			if t.options.Progress != nil && t.summary.Rows > 0 {
				t.options.Progress(t.summary.Rows)
			}
		}
		record, err := t.csv.Read()
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		t.row += 1 + record.Empty
		if record.Err == nil && blank(record.Fields) {
			continue // what a spreadsheet leaves below a table
		}
		t.summary.Rows++
		t.record = record
		if record.Recoded {
			t.summary.Recoded++
		}
		switch fields := trimExtra(record.Fields, len(t.header)); {
		case record.Err != nil:
			t.skip("", "", fmt.Sprintf("at line %d, column %d, %s", record.Err.Line, record.Err.Column, record.Err.Why))
		case len(fields) != len(t.header):
			t.skip("", "", fmt.Sprintf("it has %d fields and the header %d; quote a field that holds the separator", len(fields), len(t.header)))
		default:
			record.Fields = fields
			return true, nil
		}
	}
}

// readRows reads all rows of t. row makes a value of a row, or skips it and
// returns false; merge adds a value to an earlier one of the same ID, of the
// given row, and closes the account of the row.
func readRows[T any](t *table, row func(*table) (T, bool), id func(*T) uuid.UUID, merge func(t *table, to, again *T, row int)) ([]T, ReadSummary, error) {
	type place struct{ index, row int }
	var all []T
	first := make(map[uuid.UUID]place)
	for {
		ok, err := t.next()
		if !ok {
			return all, t.summary, err
		}
		v, ok := row(t)
		if !ok {
			continue
		}
		key := id(&v)
		if at, again := first[key]; again {
			merge(t, &all[at.index], &v, at.row)
			continue
		}
		first[key] = place{index: len(all), row: t.row}
		all = append(all, v)
		t.read()
	}
}

func blank(fields []string) bool {
	return !slices.ContainsFunc(fields, func(f string) bool { return strings.TrimSpace(f) != "" })
}

// trimExtra takes off empty fields beyond the header, which some programs
// write.
func trimExtra(fields []string, want int) []string {
	for len(fields) > want && strings.TrimSpace(fields[len(fields)-1]) == "" {
		fields = fields[:len(fields)-1]
	}
	return fields
}

// get returns the text of a column in the row, empty if the file does not have
// the column.
func (t *table) get(c int) string {
	if t.at[c] < 0 {
		return ""
	}
	return strings.TrimSpace(csvtext.Restore(strings.TrimSpace(t.record.Fields[t.at[c]])))
}

// list returns the texts in a cell that bars separate.
func (t *table) list(c int) []string { return splitList(t.get(c)) }

func splitList(s string) (all []string) {
	if s == "" {
		return nil
	}
	for part := range strings.SplitSeq(s, "|") {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}

// headerOf returns the header of a column, its own name if the file does not
// have it.
func (t *table) headerOf(c int) string {
	if t.at[c] < 0 {
		return t.columns[c].name
	}
	return t.header[t.at[c]]
}

// read, skip and merge close the account of the row.
func (t *table) read() { t.summary.Read++ }

func (t *table) skip(column, found, why string) {
	t.summary.Skipped++
	t.say(column, RowSkipped, found, why)
}

func (t *table) merge(why string) {
	t.summary.Merged++
	t.say("", RowMerged, "", why)
}

// leaveOut notes that a cell could not be read. quote says whether the cell
// may be quoted.
func (t *table) leaveOut(c int, quote bool, why string) {
	found := ""
	if quote {
		found = t.get(c)
	}
	t.say(t.headerOf(c), CellLeftOut, found, why)
}

// keep notes that a cell was read though it is not as it should be.
func (t *table) keep(c int, found, why string) { t.say(t.headerOf(c), CellKept, found, why) }

func (t *table) say(column string, e RowEffect, found, why string) {
	t.summary.note(t.options.MaxNotes, RowNote{Row: t.row, Line: t.record.Line, Column: column, Effect: e, Found: found, Why: why})
}

// country reads a country by code or name. A text that names none is left out;
// a code that ISO 3166-1 leaves to its users is kept, as the host may use it.
func (t *table) country(c int) string {
	s := t.get(c)
	if s == "" {
		return ""
	}
	code, ok := iso3166.Lookup(s)
	switch {
	case ok:
	case iso3166.UserAssigned(s):
		t.keep(c, s, "is a code that ISO 3166-1 leaves to its users; it means what you agree on")
		return s
	default:
		t.leaveOut(c, true, "is not a country; use an ISO 3166-1 code or an English name")
	}
	return code
}

// answer reads a yes or no, Unknown if nothing is stated.
func (t *table) answer(c int) risk.Answer {
	switch strings.ToLower(t.get(c)) {
	case "yes", "true", "y", "1":
		return risk.Yes
	case "no", "false", "n", "0":
		return risk.No
	case "", "unknown":
	default:
		t.leaveOut(c, true, "is neither yes nor no")
	}
	return risk.Unknown
}

// bool reads a mark that is either there or not.
func (t *table) bool(c int) bool { return t.answer(c) == risk.Yes }
