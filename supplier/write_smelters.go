package supplier

import (
	"io"
	"iter"
	"strings"

	"github.com/hrdd-go/hrdd/internal/iso3166"
)

// WriteSmelters writes a list of smelters as a table that [ReadSmelters] reads.
// Cells that a spreadsheet would run as formulas begin with an apostrophe,
// which the reader takes off. It returns a *[WriteError] for what could not be
// read again as it was, and the first error of w.
func WriteSmelters(w io.Writer, smelters iter.Seq[Smelter]) error {
	t := newTableWriter(w, smelterColumns)
	for s := range smelters {
		t.check(s.identified(), smelterName, "the smelter is not identified")
		t.check(s.CID == strings.ToUpper(s.CID), smelterCID, "a CID is written in capital letters")
		t.set(smelterMetal, s.Metal)
		t.set(smelterCID, s.CID)
		t.set(smelterName, s.Name)
		t.set(smelterReference, s.Reference)
		t.setCountry(smelterCountry, s.Country)
		t.set(smelterRegion, s.Region)
		t.set(smelterCity, s.City)
		t.set(smelterSource, s.Source)
		t.set(smelterStatus, s.Status)
		if s.Recycled.Known() {
			t.set(smelterRecycled, s.Recycled.String())
		}
		t.set(smelterMines, s.Mines)
		for _, c := range s.MineCountries {
			t.check(iso3166.Valid(c), smelterMineCountries, "a country is not an ISO 3166-1 alpha-2 code in capital letters")
		}
		t.setList(smelterMineCountries, s.MineCountries)
		t.set(smelterComments, s.Comments)
		if !t.end() {
			break
		}
	}
	return t.close()
}
