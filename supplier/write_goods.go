package supplier

import (
	"encoding/xml"
	"io"
	"iter"

	"github.com/hrdd-go/hrdd/risk"
)

// WriteGoods writes a list of goods in the XML layout that [ReadGoods] reads.
// Entries of one good that follow each other are written as one good with
// several countries. It returns the first error of w.
func WriteGoods(w io.Writer, goods iter.Seq[ListedGood]) error {
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	root := xml.StartElement{Name: xml.Name{Local: "Goods"}}
	if err := e.EncodeToken(root); err != nil {
		return err
	}
	var g goodXML
	for l := range goods {
		if len(g.Countries) > 0 && (g.Name != l.Good || g.Sector != l.Sector) {
			if err := e.Encode(g); err != nil {
				return err
			}
			g.Countries = g.Countries[:0]
		}
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

func yesNo(a risk.Answer) string {
	switch a {
	case risk.Yes:
		return "Yes"
	case risk.No:
		return "No"
	}
	return ""
}
