package supplier

import (
	"cmp"
	"encoding/json"
	"iter"
	"math/bits"
	"slices"
	"strings"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// ScreenProfile is what the indicators say of all suppliers in the same
// countries, of the same sector and with the same goods. It is immutable: any
// number of goroutines may read it.
type ScreenProfile struct {
	screener  *Screener
	countries []string       // "" for one that is not stated
	topics    [][]*topicRows // by country
	rights    []screenCell   // in the order of the catalogue
}

// screenCell is what all topics together say of a right.
type screenCell struct {
	found risk.Range
	gaps  Gaps
}

// RightScreen is what the indicators say of one right. The zero value is about
// no right and says nothing.
type RightScreen struct {
	profile *ScreenProfile
	place   int // of the right
}

// Range returns a rating with the likelihood that the indicators say, not rated
// if none does, and the other dimensions as ScreenOptions.Severity gives them. If
// the supplier works in several places and the indicators speak of some of them
// only, likelihood spans all levels: what holds for one place says nothing of
// another.
func (r RightScreen) Range() risk.Range {
	if r.profile == nil {
		return risk.Range{}
	}
	return r.profile.rights[r.place].found
}

// Gaps returns what the range does not cover.
func (r RightScreen) Gaps() Gaps {
	if r.profile == nil {
		return 0
	}
	return r.profile.rights[r.place].gaps
}

// Right returns the right that r is about, empty for the zero RightScreen.
func (r RightScreen) Right() risk.RightID {
	if r.profile == nil {
		return ""
	}
	return r.profile.screener.rights[r.place]
}

// IndicatorUse is an indicator that counted, with what it says.
type IndicatorUse struct {
	Table string          `json:"table,omitzero"` // its ID, see Screener.Table
	Row   int             `json:"row"`            // place in the table, from 0
	Says  LikelihoodRange `json:"says,omitzero"`
}

// Gaps is a set of reasons why a screening may miss something.
type Gaps uint8

// Gap is a reason why a screening may miss something.
type Gap uint8

const (
	GapNotStated      Gap = iota
	NoIndicator           // no indicator speaks of the right here: nothing is known, which is not low
	CountryNotStated      // a site or the supplier does not say where it is
	CountryNotCovered     // no indicator for the right counts in one of its countries
	SectorNotStated
	SectorNotKnown // no table knows the sector
	GoodsNotStated
	GoodNotKnown // no table knows one of the goods, which clears it of nothing
)

var gapText = textenum.Table[Gap]{
	Kind: "gap of a screening",
	Names: []string{"", "no-indicator", "country-not-stated", "country-not-covered", "sector-not-stated", "sector-not-known",
		"goods-not-stated", "good-not-known"},
}

// GapsOf returns the set of the given gaps.
func GapsOf(gaps ...Gap) Gaps {
	var s Gaps
	for _, g := range gaps {
		s = s.With(g)
	}
	return s
}

// With returns s with g in it. GapNotStated and numbers that are no gap change
// nothing.
func (s Gaps) With(g Gap) Gaps {
	if g == GapNotStated {
		return s
	}
	return s | 1<<g
}

// Has reports whether g is in s.
func (s Gaps) Has(g Gap) bool { return g != GapNotStated && s&(1<<g) != 0 }

// IsZero reports whether s is empty.
func (s Gaps) IsZero() bool { return s.Len() == 0 }

// Len returns how many gaps are in s.
func (s Gaps) Len() int { return bits.OnesCount8(uint8(s) &^ 1) }

// String returns the names of the gaps in s with commas between them, "none"
// for the empty set.
func (s Gaps) String() string {
	if s.IsZero() {
		return "none"
	}
	var names []string
	for g := range s.All() {
		names = append(names, g.String())
	}
	return strings.Join(names, ",")
}

// MarshalJSON returns s as an array of names, empty for the empty set.
func (s Gaps) MarshalJSON() ([]byte, error) {
	names := make([]Gap, 0, s.Len())
	return json.Marshal(slices.AppendSeq(names, s.All()))
}

// All yields the gaps of s in the order of their constants.
func (s Gaps) All() iter.Seq[Gap] {
	return func(yield func(Gap) bool) {
		for g := NoIndicator; g <= GoodNotKnown; g++ {
			if s.Has(g) && !yield(g) {
				return
			}
		}
	}
}

// Countries yields the countries that counted, in alphabetical order.
func (p *ScreenProfile) Countries() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, c := range p.countries {
			if c != "" && !yield(c) {
				return
			}
		}
	}
}

// All yields what the indicators say of each right, in the order of the
// catalogue.
func (p *ScreenProfile) All() iter.Seq[RightScreen] {
	return func(yield func(RightScreen) bool) {
		for i := range p.rights {
			if !yield(RightScreen{p, i}) {
				return
			}
		}
	}
}

// Right returns what the indicators say of one right, and whether it is
// screened for.
func (p *ScreenProfile) Right(id risk.RightID) (RightScreen, bool) {
	if i := slices.Index(p.screener.rights, id); i >= 0 {
		return RightScreen{p, i}, true
	}
	return RightScreen{}, false
}

// Uses returns the indicators behind the range, in the order of the tables.
func (r RightScreen) Uses() []IndicatorUse {
	if r.profile == nil {
		return nil
	}
	p, place := r.profile, r.place
	var rows []indexedRow
	for _, topics := range p.topics {
		for t := range p.screener.counting(topics, place) {
			for _, row := range t.rows {
				if row.right < 0 || int(row.right) == place {
					rows = append(rows, row)
				}
			}
		}
	}
	slices.SortFunc(rows, func(a, b indexedRow) int { return cmp.Or(cmp.Compare(a.table, b.table), cmp.Compare(a.row, b.row)) })
	rows = slices.Compact(rows) // a row about any country counts once
	uses := make([]IndicatorUse, len(rows))
	for i, row := range rows {
		uses[i] = IndicatorUse{Table: p.screener.tables[row.table].ID, Row: int(row.row), Says: row.says}
	}
	return uses
}

// Table returns the table of indicators with the given ID, without its rows,
// and whether there is one: its title, date and licence are what to show beside
// a rating.
func (s *Screener) Table(id string) (IndicatorTable, bool) {
	for _, t := range s.tables {
		if t.ID == id {
			t.Rows, t.Scale.Bands = nil, slices.Clone(t.Scale.Bands)
			return t, true
		}
	}
	return IndicatorTable{}, false
}

// Indicator returns the row of a table that was used, and whether there is one.
func (s *Screener) Indicator(u IndicatorUse) (Indicator, bool) {
	for i := range s.tables {
		if t := &s.tables[i]; t.ID == u.Table && u.Row >= 0 && u.Row < len(t.Rows) {
			return t.Rows[u.Row], true
		}
	}
	return Indicator{}, false
}

// profile works out what the indicators say for a set of countries, which may
// hold "", of sectors and of goods. gaps are those of every right.
func (s *Screener) profile(countries []string, sectors, goods []word, gaps Gaps) *ScreenProfile {
	p := &ScreenProfile{
		screener: s, countries: slices.Clone(countries),
		topics: make([][]*topicRows, len(countries)), rights: make([]screenCell, len(s.rights)),
	}
	says := make([]LikelihoodRange, len(s.rights))
	open := make([]bool, len(s.rights)) // is there a place of which nothing is said?
	for right := range p.rights {
		p.rights[right].gaps = gaps
	}
	for i, c := range countries {
		p.topics[i] = s.about(c, sectors, goods)
		for right := range p.rights {
			var here LikelihoodRange
			for t := range s.counting(p.topics[i], right) {
				here = here.join(t.says[right])
			}
			says[right] = says[right].join(here)
			if here != (LikelihoodRange{}) {
				continue
			}
			open[right] = true
			if c != "" {
				p.rights[right].gaps = p.rights[right].gaps.With(CountryNotCovered)
			}
		}
	}
	for right := range p.rights {
		cell := &p.rights[right]
		cell.found = s.severity[right]
		cell.found.Lo.Likelihood, cell.found.Hi.Likelihood = says[right].Lo, says[right].Hi
		if says[right] == (LikelihoodRange{}) {
			cell.gaps = cell.gaps.With(NoIndicator)
		} else if open[right] {
			cell.found.Lo.Likelihood, cell.found.Hi.Likelihood = risk.Remote, risk.AlmostCertain
		}
	}
	return p
}

// counting yields the topics, nearest first, that count for a right: all that
// say something, or the nearest of them.
func (s *Screener) counting(topics []*topicRows, right int) iter.Seq[*topicRows] {
	return func(yield func(*topicRows) bool) {
		nearest := int8(0)
		for _, t := range topics {
			if t.says[right] == (LikelihoodRange{}) {
				continue
			}
			if nearest == 0 {
				nearest = t.level
			}
			if s.combine == MostSpecific && t.level < nearest {
				return
			}
			if !yield(t) {
				return
			}
		}
	}
}
