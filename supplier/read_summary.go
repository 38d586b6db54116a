package supplier

import (
	"fmt"
	"strings"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// ReadSummary says what became of each row of a file:
// Read + Skipped + Merged = Rows, always.
type ReadSummary struct {
	Rows    int `json:"rows"`    // all but the header and empty lines
	Read    int `json:"read"`    // rows that something was made of
	Skipped int `json:"skipped"` // rows that nothing could be made of
	Merged  int `json:"merged"`  // rows that say what an earlier row says, or add to it
	Recoded int `json:"recoded"` // rows with bytes that are not UTF-8, read as Windows-1252
	// Notes say what was skipped, merged or left out, where and why, in the
	// order of the rows. They are at most ReadOptions.MaxNotes.
	Notes []RowNote `json:"notes,omitzero"`
	// MoreNotes is how many notes there would have been beyond these.
	MoreNotes int `json:"moreNotes"`
	// Ignored are the columns of the file that nothing was made of.
	Ignored []string `json:"ignored,omitzero"`
}

// RowNote says what became of a row, or of one of its cells, that was not
// simply read. It is an error, so that a host can collect, match and print it.
//
// What was found is quoted only from columns that hold codes, numbers and
// dates. Names and addresses may be those of a person, and are not quoted.
type RowNote struct {
	Row    int       `json:"row"`             // as a spreadsheet counts: empty rows too; row 1 is the header
	Line   int       `json:"line"`            // of the file, where the row begins
	Column string    `json:"column,omitzero"` // header of the column, empty if it is about the whole row
	Effect RowEffect `json:"effect,omitzero"`
	Found  string    `json:"found,omitzero"` // what the cell holds, if it may be quoted
	Why    string    `json:"why,omitzero"`   // what is wrong, or why it was merged, and what would do
}

// Error gives row, line and column, and what became of the row. It shows what was
// found if that looks like a code, and its length if it may be about a person: a
// cell that has slipped into the wrong column can hold a name. Found has it whole.
func (n RowNote) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "row %d (line %d)", n.Row, n.Line)
	if n.Column != "" {
		fmt.Fprintf(&b, ", column %s", n.Column)
	}
	b.WriteString(": ")
	if n.Found != "" {
		b.WriteString(textenum.Shown(n.Found) + " ")
	}
	fmt.Fprintf(&b, "%s (%s)", n.Why, n.Effect)
	return b.String()
}

// RowEffect says what became of a row or cell.
type RowEffect uint8

const (
	EffectNotStated RowEffect = iota
	RowSkipped                // nothing was made of the row
	RowMerged                 // the row says what an earlier one says, or adds to it
	CellLeftOut               // the row was read without what this cell says
	CellKept                  // the cell was read, but is not as it should be
)

var rowEffectText = textenum.Table[RowEffect]{
	Kind: "effect on a row", Names: []string{"", "row-skipped", "row-merged", "cell-left-out", "cell-kept"},
}

// defaultMaxNotes is the number of notes kept if a reader is told no other.
const defaultMaxNotes = 1000

// note keeps a note, or counts it if there are many.
func (s *ReadSummary) note(most int, n RowNote) {
	if most == 0 {
		most = defaultMaxNotes
	}
	if len(s.Notes) >= most {
		s.MoreNotes++
		return
	}
	s.Notes = append(s.Notes, n)
}
