package supplier

import (
	"github.com/hrdd-go/hrdd/risk"
)

// Rights of the catalogue that lists of goods speak of.
const (
	childLabour  risk.RightID = "child-labour"
	forcedLabour risk.RightID = "forced-labour"
)

// listedLikelihood is what a listing says by default.
var listedLikelihood = LikelihoodRange{Lo: risk.Possible, Hi: risk.AlmostCertain}

// GoodsTable adds a row to table for each good and country that a list says
// child or forced labour of, with the given likelihood. Zero takes levels 3 to
// 5: a listing is reason to believe that the practice is more than a single
// case in the country, and says nothing of one supplier. These levels are this
// library's default. What the list does not say, it does not deny: only Yes
// gives a row. Entries whose country has no code are left out, and returned.
func GoodsTable(table IndicatorTable, goods []ListedGood, l LikelihoodRange) (IndicatorTable, []ListedGood) {
	if l == (LikelihoodRange{}) {
		l = listedLikelihood
	}
	rows := table.Rows[:len(table.Rows):len(table.Rows)]
	var without []ListedGood
	for _, g := range goods {
		if g.Country == "" {
			without = append(without, g)
			continue
		}
		for _, r := range [...]struct {
			right risk.RightID
			yes   bool
		}{
			{childLabour, g.ChildLabour == risk.Yes || g.ForcedChildLabour == risk.Yes},
			{forcedLabour, g.ForcedLabour == risk.Yes || g.ForcedChildLabour == risk.Yes},
		} {
			if r.yes {
				rows = append(rows, Indicator{Country: g.Country, Good: g.Good, Right: r.right, Likelihood: l})
			}
		}
	}
	table.Rows = rows
	return table, without
}
