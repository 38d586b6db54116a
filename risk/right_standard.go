package risk

import "strings"

// newStandard builds the catalogue of this library from its tables.
func newStandard() *Catalogue {
	c := newCatalogue()
	for i := range instrumentRows {
		c.addInstrument(instrumentRows[i].instrument())
	}
	for i := range rightRows {
		c.addRight(rightRows[i].right())
	}
	for i := range groupRows {
		c.addGroup(groupRows[i].group())
	}
	return c
}

func (row *rightRow) right() Right {
	r := Right{ID: row.id, Names: Names{"en": row.en, "fr": row.fr}, Extension: row.extension}
	for _, column := range [...]struct {
		text, prefix string
		unmarked     Bearing
	}{
		{row.udhr, "UDHR:", Proclaims}, {row.iccpr, "ICCPR:", Proclaims}, {row.icescr, "ICESCR:", Proclaims},
		{row.ilo, "ILO:", Proclaims}, {row.other, "", Specifies},
	} {
		for _, article := range list(column.text) {
			p := Provision{Bearing: column.unmarked}
			for _, m := range bearingMarks {
				if article[0] == m.mark {
					p.Bearing, article = m.bearing, article[1:]
					break
				}
			}
			p.Citation = citationOf(column.prefix + article)
			r.Provisions = append(r.Provisions, p)
		}
	}
	return r
}

func (row *groupRow) group() Group {
	g := Group{ID: row.id, Names: Names{"en": row.en, "fr": row.fr}}
	for _, cited := range list(row.instruments) {
		g.Instruments = append(g.Instruments, citationOf(cited))
	}
	return g
}

func (row *instrumentRow) instrument() Instrument {
	return Instrument{
		ID: row.id, Names: Names{"en": row.en, "fr": row.fr}, Year: row.year, LastArticle: row.last,
		Articles: list(row.articles), Minimum: row.minimum, Labour: row.labour,
	}
}

// list returns the parts of a text with commas between them, none for an empty
// text.
func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ", ")
}

// citationOf returns the citation written in a table of this library.
func citationOf(s string) Citation {
	instrument, locator, _ := strings.Cut(s, ":")
	return Citation{instrument, locator}
}
