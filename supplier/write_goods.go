package supplier

import (
	"encoding/xml"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/hrdd-go/hrdd/internal/iso3166"
	"github.com/hrdd-go/hrdd/risk"
)

// WriteGoods writes a list of goods in the XML layout that [ReadGoods] reads.
// Entries of one good that follow each other are written as one good with
// several countries, as far as a good that is read may be long. An entry that
// gives only the code of its country is written with the country's English
// name, and one that gives only the name gets the code when it is read. Spaces
// at the ends of texts are not kept. It returns a *[WriteError] for what could
// not be read again, its row being the place of the entry from 1, and the first
// error of w.
func WriteGoods(w io.Writer, goods iter.Seq[ListedGood]) error {
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	root := xml.StartElement{Name: xml.Name{Local: "Goods"}}
	if err := e.EncodeToken(root); err != nil {
		return err
	}
	var g goodXML
	row, size := 0, 0
	for l := range goods {
		if row++; l.CountryName == "" {
			l.CountryName = iso3166.Name(l.Country)
		}
		if column, why := unreadable(&l); why != "" {
			return &WriteError{Row: row, Column: column, Why: why}
		}
		more := mostBytes(&l)
		if more > maxGoodBytes {
			return &WriteError{Row: row, Column: "Good_Name", Why: "the entry is longer than a good that is read may be"}
		}
		if len(g.Countries) > 0 && (g.Name != l.Good || g.Sector != l.Sector || size+more > maxGoodBytes) {
			if err := e.Encode(g); err != nil {
				return err
			}
			g.Countries, size = g.Countries[:0], 0
		}
		size += more
		g.Name, g.Sector = l.Good, l.Sector
		g.Countries = append(g.Countries, goodCountryXML{
			Name: l.CountryName, Region: l.Region,
			ChildLabour: yesNo(l.ChildLabour), ForcedLabour: yesNo(l.ForcedLabour), ForcedChildLabour: yesNo(l.ForcedChildLabour),
		})
	}
	if len(g.Countries) > 0 {
		if err := e.Encode(g); err != nil {
			return err
		}
	}
	if err := e.EncodeToken(root.End()); err != nil {
		return err
	}
	return e.Close()
}

// mostBytes returns how many bytes an entry takes at most: escaped, a character
// may take six times its own, and the elements and their indents take some
// hundreds.
func mostBytes(l *ListedGood) int {
	return 6*(len(l.Good)+len(l.Sector)+len(l.CountryName)+len(l.Region)) + 1000
}

func yesNo(a risk.Answer) string {
	switch a {
	case risk.Yes:
		return "Yes"
	case risk.No:
		return "No"
	}
	return ""
}

// unreadable says which element of an entry could not be read again, and why
// not. why is empty if all can.
func unreadable(l *ListedGood) (element, why string) {
	for _, f := range [...]struct{ element, text string }{
		{"Good_Name", l.Good}, {"Good_Sector", l.Sector}, {"Country_Name", l.CountryName}, {"Country_Region", l.Region},
	} {
		if strings.ContainsFunc(f.text, notXML) || !utf8.ValidString(f.text) {
			return f.element, "it holds a character that XML has no way to write"
		}
	}
	switch code, _ := iso3166.Lookup(l.CountryName); {
	case strings.TrimSpace(l.Good) == "":
		return "Good_Name", "no good is named"
	case strings.TrimSpace(l.CountryName) == "":
		return "Country_Name", "no country is named"
	case l.Country != "" && code != l.Country:
		return "Country_Name", "the code of the country is not that of its name, by which alone the layout gives it"
	}
	return "", ""
}

// notXML reports whether XML 1.0 has no way to write a character (section 2.2).
func notXML(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF
}
