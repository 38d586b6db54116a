package supplier

import (
	"io"
	"iter"
)

// WriteSmelters writes a list of smelters as a table that [ReadSmelters] reads.
// Cells that a spreadsheet would run as formulas begin with an apostrophe,
// which the reader takes off. It returns a *[WriteError] for what could not be
// read again as it was, and the first error of w.
func WriteSmelters(w io.Writer, smelters iter.Seq[Smelter]) error {
	t := newTableWriter(w, smelterColumns)
	for s := range smelters {
		t.set(smelterMetal, s.Metal)
		t.set(smelterCID, s.CID)
		t.set(smelterName, s.Name)
		t.set(smelterReference, s.Reference)
		t.set(smelterCountry, s.Country)
		t.set(smelterRegion, s.Region)
		t.set(smelterCity, s.City)
		t.set(smelterSource, s.Source)
		t.set(smelterStatus, s.Status)
		if s.Recycled.Known() {
			t.set(smelterRecycled, s.Recycled.String())
		}
		t.set(smelterMines, s.Mines)
		t.setList(smelterMineCountries, s.MineCountries)
		t.set(smelterComments, s.Comments)
		if !t.end() {
			break
		}
	}
	return t.close()
}
