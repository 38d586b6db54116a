package supplier

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hrdd-go/hrdd/internal/iso3166"
)

// The columns of a list of smelters in the order in which they are written.
const (
	smelterMetal = iota
	smelterCID
	smelterName
	smelterReference
	smelterCountry
	smelterRegion
	smelterCity
	smelterSource
	smelterStatus
	smelterRecycled
	smelterMines
	smelterMineCountries
	smelterComments
)

// smelterColumns are known under the headers of the template too, as far as
// these could be learned without the template; where yours differ, say so in
// ReadOptions.Columns.
var smelterColumns = []column{
	smelterMetal:         {name: "metal", others: []string{"Metal (*)"}, required: true},
	smelterCID:           {name: "smelter_id", others: []string{"Smelter Identification", "Smelter ID", "CID", "Smelter Identification Number Input Column"}},
	smelterName:          {name: "smelter_name", others: []string{"Smelter Name (1)", "Smelter Name (*)", "Standard Smelter Name", "Standard Smelter Names", "name"}, required: true},
	smelterReference:     {name: "reference_name", others: []string{"Smelter Look-up (*)", "Smelter Look-up", "Smelter Reference List", "Smelter Reference List (*)"}},
	smelterCountry:       {name: "country", others: []string{"Smelter Country (*)", "Smelter Country", "Smelter Facility Location: Country", "Country Location"}, required: true},
	smelterRegion:        {name: "region", others: []string{"Smelter Facility Location: State / Province", "State / Province", "State/Province/Region"}},
	smelterCity:          {name: "city", others: []string{"Smelter City", "Smelter Facility Location: City"}},
	smelterSource:        {name: "source_of_id", others: []string{"Source of Smelter Identification Number"}},
	smelterStatus:        {name: "status", others: []string{"RMAP Status", "Assessment Status"}},
	smelterRecycled:      {name: "recycled", others: []string{"Does 100% of the smelter's feedstock originate from recycled or scrap sources?"}},
	smelterMines:         {name: "mines", others: []string{"Name of Mine(s)"}},
	smelterMineCountries: {name: "mine_countries", others: []string{"Location (Country) of Mine(s)"}},
	smelterComments:      {name: "comments"},
}

// ReadSmelters reads a list of smelters and refiners with a row for each, under
// the headers of the smelter list of a Conflict Minerals Reporting Template
// or under those that [WriteSmelters] writes. The CID identifies a smelter;
// without one its metal, name, country and city do. Rows of one smelter are
// merged. A row that says that the smelter is not identified is skipped, and
// noted. For options and errors see [ReadSuppliers].
func ReadSmelters(ctx context.Context, src io.Reader, o ReadOptions) ([]Smelter, ReadSummary, error) {
	t, err := openTable(ctx, src, smelterColumns, o)
	if err != nil {
		return nil, ReadSummary{}, err
	}
	return readRows(t, (*table).smelter, (*Smelter).ID, (*table).mergeSmelter)
}

// smelter reads the smelter of a row. If it names none, the row is skipped and
// ok is false.
func (t *table) smelter() (s Smelter, ok bool) {
	s = Smelter{
		CID: strings.ToUpper(t.get(smelterCID)), Metal: t.get(smelterMetal), Name: t.get(smelterName), Reference: t.get(smelterReference),
		Country: t.country(smelterCountry), Region: t.get(smelterRegion), City: t.get(smelterCity), Source: t.get(smelterSource),
		Status: t.get(smelterStatus), Recycled: t.answer(smelterRecycled), Mines: t.get(smelterMines),
		MineCountries: t.countries(smelterMineCountries), Comments: t.get(smelterComments),
	}
	if !s.identified() {
		t.skip(t.headerOf(smelterName), "", "the smelter is not identified")
		return s, false
	}
	if s.CID != "" && !validCID(s.CID) {
		t.keep(smelterCID, s.CID, "does not look like a CID, which is like CID000035")
	}
	return s, true
}

// countries reads several countries, which bars, semicolons or commas separate
// if the whole text is not a country.
func (t *table) countries(c int) (all []string) {
	s := t.get(c)
	if s == "" {
		return nil
	}
	if code, ok := iso3166.Lookup(s); ok {
		return []string{code}
	}
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '|' || r == ';' || r == ',' }) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		code, ok := iso3166.Lookup(part)
		if !ok {
			t.leaveOut(c, true, "holds what is not a country; use ISO 3166-1 codes or English names")
			continue
		}
		if !slices.Contains(all, code) {
			all = append(all, code)
		}
	}
	return all
}

// mergeSmelter adds what a row says to the smelter of an earlier row.
func (t *table) mergeSmelter(to, s *Smelter, row int) {
	for _, f := range [...]struct {
		c     int
		to, s *string
	}{
		{smelterMetal, &to.Metal, &s.Metal}, {smelterName, &to.Name, &s.Name}, {smelterReference, &to.Reference, &s.Reference},
		{smelterCountry, &to.Country, &s.Country}, {smelterRegion, &to.Region, &s.Region}, {smelterCity, &to.City, &s.City},
		{smelterSource, &to.Source, &s.Source}, {smelterStatus, &to.Status, &s.Status},
		{smelterMines, &to.Mines, &s.Mines}, {smelterComments, &to.Comments, &s.Comments},
	} {
		t.mergeText(f.c, f.to, *f.s, row)
	}
	mergeValue(t, smelterRecycled, &to.Recycled, s.Recycled, row)
	to.MineCountries = union(t, listOf{to.ID(), smelterMineCountries}, to.MineCountries, s.MineCountries)
	t.merge(fmt.Sprintf("is the smelter of row %d", row))
}
