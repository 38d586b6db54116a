package risk

import (
	"iter"
	"slices"
	"strconv"
)

// Listing is one item of a law's list of human rights, with the rights of the
// catalogue that it names. What a [Catalogue] returns is a copy that belongs
// to the caller.
type Listing struct {
	Law     Citation   `json:"law"` // the item: CSDDD:Annex-I-1(6), LkSG:2(2)(8)
	Rights  []RightID  `json:"rights"`
	Sources []Citation `json:"sources,omitzero"` // the provisions that the item names itself
	Alike   []Citation `json:"alike,omitzero"`   // the items of other laws that cover the same
}

// csdddRow is one item of the Annex, Part I, Section 1 of the Corporate
// Sustainability Due Diligence Directive and the numbers of section 2(2) of
// the Lieferkettensorgfaltspflichtengesetz that cover the same.
type csdddRow struct {
	item    int
	rights  []RightID
	sources string
	lksg    []int
}

// csdddRows are the sixteen items of Directive (EU) 2024/1760, Annex, Part I,
// Section 1, and their counterparts in the LkSG. The pairing of the two is a
// reading aid of this library and not part of either law. The numbers are from
// memory of the texts as adopted and were not looked up again for this
// version; the laws change, so a host that relies on a number checks it.
var csdddRows = [...]csdddRow{
	{1, []RightID{"life"}, "ICCPR:6(1)", []int{11}},
	{2, []RightID{"torture"}, "ICCPR:7", []int{11}},
	{3, []RightID{"liberty-security"}, "ICCPR:9(1)", []int{11}},
	{4, []RightID{"privacy"}, "ICCPR:17", []int{12}},
	{5, []RightID{"thought-religion"}, "ICCPR:18", []int{12}},
	{6, []RightID{"just-conditions", "fair-wage"}, "ICESCR:7, ICESCR:11", []int{8}},
	{7, []RightID{"housing", "food", "clothing", "water-sanitation"}, "ICESCR:11", []int{5, 9}},
	{8, []RightID{"child-protection"}, "CRC:24, CRC:27, CRC:28, CRC:32, CRC:34, CRC:35", []int{1, 2}},
	{9, []RightID{"child-labour"}, "ILO:C138", []int{1}},
	{10, []RightID{"child-labour"}, "ILO:C182:3", []int{2}},
	{11, []RightID{"forced-labour"}, "ILO:C29", []int{3}},
	{12, []RightID{"slavery"}, "ICCPR:8", []int{4}},
	{13, []RightID{"assembly", "association", "trade-union", "collective-bargaining"},
		"ICCPR:21, ICCPR:22, ICESCR:8, ILO:C87, ILO:C98", []int{6}},
	{14, []RightID{"non-discrimination", "equal-pay"}, "ILO:C100, ILO:C111, ICESCR:7", []int{7}},
	{15, []RightID{"food", "water-sanitation", "health"}, "ICCPR:6(1), ICESCR:11, ICESCR:12", []int{9}},
	{16, []RightID{"land-resources", "housing"}, "ICCPR:1, ICCPR:27, ICESCR:1, ICESCR:2, ICESCR:11", []int{10}},
}

// lksgItems is the number of items in section 2(2) of the LkSG.
const lksgItems = 12

func csdddItem(n int) Citation { return Citation{"CSDDD", "Annex-I-1(" + strconv.Itoa(n) + ")"} }
func lksgItem(n int) Citation  { return Citation{"LkSG", "2(2)(" + strconv.Itoa(n) + ")"} }

// Listings yields the items of the laws that list human rights: the sixteen of
// the Corporate Sustainability Due Diligence Directive (Directive (EU)
// 2024/1760, Annex, Part I, Section 1), then the twelve of the German supply
// chain law (LkSG, section 2(2)). The rights of an item of the LkSG are those
// of the items of the Directive that are alike. The pairing and the numbers
// are a reading aid and not legal advice; see the source for how sure they
// are.
func (c *Catalogue) Listings() iter.Seq[Listing] {
	return func(yield func(Listing) bool) {
		for i := range csdddRows {
			row := &csdddRows[i]
			l := Listing{Law: csdddItem(row.item), Rights: slices.Clone(row.rights)}
			for _, s := range list(row.sources) {
				l.Sources = append(l.Sources, citationOf(s))
			}
			for _, n := range row.lksg {
				l.Alike = append(l.Alike, lksgItem(n))
			}
			if !yield(l) {
				return
			}
		}
		for n := 1; n <= lksgItems; n++ {
			if !yield(lksgListing(n)) {
				return
			}
		}
	}
}

// lksgListing returns the n-th item of the LkSG as the items of the Directive
// describe it.
func lksgListing(n int) Listing {
	l := Listing{Law: lksgItem(n)}
	for i := range csdddRows {
		row := &csdddRows[i]
		if !slices.Contains(row.lksg, n) {
			continue
		}
		l.Alike = append(l.Alike, csdddItem(row.item))
		for _, r := range row.rights {
			if !slices.Contains(l.Rights, r) {
				l.Rights = append(l.Rights, r)
			}
		}
	}
	return l
}

// Laws returns the items of laws that name a right, none if no law of
// [Catalogue.Listings] does. A right that no law lists is no less a right.
func (c *Catalogue) Laws(id RightID) []Citation {
	var laws []Citation
	for l := range c.Listings() {
		if slices.Contains(l.Rights, id) {
			laws = append(laws, l.Law)
		}
	}
	return laws
}
