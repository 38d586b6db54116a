package supplier

import (
	"fmt"
	"io"
	"iter"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
)

// WriteRelationships writes relationships as a table that [ReadRelationships]
// reads, with both ends by ID. Cells that a spreadsheet would run as formulas
// begin with an apostrophe, which the reader takes off. A relationship without
// an ID gets one when it is read. It returns a *[WriteError] for what could not
// be read again as it was, and the first error of w.
func WriteRelationships(w io.Writer, relationships iter.Seq[Relationship]) error {
	t := newTableWriter(w, relationshipColumns)
	for r := range relationships {
		t.setID(relationshipID, r.ID)
		t.check(r.From != uuid.Nil, relationshipFrom, "it does not say who supplies")
		t.check(r.To != uuid.Nil, relationshipTo, "it does not say who is supplied")
		t.check(r.Kind.Valid(), relationshipKind, "there is no such kind of relationship")
		t.check(r.Category == CategoryOf(string(r.Category)), relationshipCategory, "a category is not in lower-kebab-case; see CategoryOf")
		t.check(r.Period.Valid(), relationshipEnd, "it is before the start")
		t.setID(relationshipFrom, r.From)
		t.setID(relationshipTo, r.To)
		if r.Kind != KindNotStated {
			t.set(relationshipKind, r.Kind.String())
		}
		t.set(relationshipCategory, string(r.Category))
		t.setList(relationshipGoods, r.Goods)
		if bp, ok := r.Share.Known(); ok {
			t.set(relationshipShare, fmt.Sprintf("%d.%02d", bp/100, bp%100))
		}
		t.setDate(relationshipStart, r.Period.From)
		t.setDate(relationshipEnd, r.Period.To)
		t.setBool(relationshipIllustrative, r.Illustrative)
		if !t.end() {
			break
		}
	}
	return t.close()
}

func (t *tableWriter) setDate(c int, d risk.Date) {
	if !d.IsZero() {
		t.set(c, d.String())
	}
}
