package supplier

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/hrdd-go/hrdd/internal/csvtext"
)

// WriteError says that something cannot be written so that it can be read
// again as it was.
type WriteError struct {
	Row    int    // that would have been written, the header being 1
	Column string // by its own name
	Why    string
}

// Error gives row, column and why the value cannot be written.
func (e *WriteError) Error() string {
	return fmt.Sprintf("row %d, column %s: %s", e.Row, e.Column, e.Why)
}

// tableWriter writes rows that no spreadsheet runs as formulas.
type tableWriter struct {
	csv     *csv.Writer
	columns []column
	cells   []string
	row     int
	bytes   int // that the row may take so far
	err     error
}

func newTableWriter(w io.Writer, columns []column) *tableWriter {
	t := &tableWriter{csv: csv.NewWriter(w), columns: columns, cells: make([]string, len(columns)), row: 1}
	t.err = t.csv.Write(columnNames(columns))
	return t
}

// check stops the writing if what stands in a column of the row would not be
// read again as it is.
func (t *tableWriter) check(ok bool, c int, why string) {
	if !ok && t.err == nil {
		t.err = &WriteError{Row: t.row + 1, Column: t.columns[c].name, Why: why}
	}
}

// set puts a text in a column of the row.
func (t *tableWriter) set(c int, s string) {
	t.check(strings.Count(s, "\n") <= csvtext.MaxLines, c, "a text has more lines than a cell that is read may have")
	if t.bytes += 2*len(s) + len(`"",`); t.bytes > csvtext.MaxRecord { // twice, as if all of it were quotes
		t.check(false, c, "the row is longer than one that is read may be")
	}
	t.cells[c] = csvtext.Neutral(strings.TrimSpace(strings.ToValidUTF8(s, "\uFFFD")))
}

// setList puts several texts in a column, with bars between them.
func (t *tableWriter) setList(c int, all []string) {
	for _, s := range all {
		t.check(!strings.Contains(s, "|"), c, "a text in a list holds a bar, which separates texts; take it out")
		t.check(strings.TrimSpace(s) != "", c, "a text in a list is empty")
	}
	t.set(c, strings.Join(all, "|"))
}

// setCountry puts the code of a country in a column.
func (t *tableWriter) setCountry(c int, code string) {
	t.check(code == "" || isCountry(code), c, "a country is not an ISO 3166-1 alpha-2 code in capital letters")
	t.set(c, code)
}

// setPlace puts a point on the earth in two columns.
func (t *tableWriter) setPlace(lat, lng int, p Place) {
	t.check(p.Valid(), lat, "it and the longitude are not degrees of -90 to 90 and -180 to 180")
	if p != (Place{}) {
		t.set(lat, strconv.FormatFloat(p.Latitude, 'f', -1, 64))
		t.set(lng, strconv.FormatFloat(p.Longitude, 'f', -1, 64))
	}
}

// end writes the row. It returns false after an error.
func (t *tableWriter) end() bool {
	if t.err == nil {
		t.err = t.csv.Write(t.cells)
	}
	clear(t.cells)
	t.row++
	t.bytes = 0
	return t.err == nil
}

// close writes what is left and returns the first error.
func (t *tableWriter) close() error {
	t.csv.Flush()
	if t.err != nil {
		return t.err
	}
	return t.csv.Error()
}
