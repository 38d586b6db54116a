package supplier

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/hrdd-go/hrdd/internal/textfold"
	"github.com/hrdd-go/hrdd/risk"
)

// topic is what rows of indicators speak of: a country or any, a sector or any,
// a good or any.
type topic struct {
	country      string
	sector, good word
}

// specificity orders topics by how near they are to a supplier.
func (t topic) specificity() int8 {
	switch {
	case t.good != 0:
		return 4
	case t.sector != 0:
		return 3
	case t.country != "":
		return 2
	}
	return 1
}

// topicRows are the indicators of one topic.
type topicRows struct {
	topic
	level int8              // specificity of the topic
	says  []LikelihoodRange // by right, all that the rows say together
	rows  []indexedRow      // in the order of the tables
}

// indexedRow says where an indicator stands.
type indexedRow struct {
	table, row int32
	right      int32 // place in Screener.rights, -1 for all
	says       LikelihoodRange
}

// word is the number of a sector or good that the tables know, 0 for none.
type word int32

// vocabulary holds the sectors and goods of the tables.
type vocabulary struct {
	sectors, goods map[string]word // by folded text
	sectorCodes    []string        // folded sectors that are codes, in order
	aliases        map[string]string
}

// index checks the tables and indexes their rows by topic.
func (s *Screener) index(place map[risk.RightID]int, aliases map[string]string) error {
	s.words = vocabulary{sectors: map[string]word{}, goods: map[string]word{}, aliases: map[string]string{}}
	for _, from := range slices.Sorted(maps.Keys(aliases)) {
		f, to := foldWord(from), foldWord(aliases[from])
		if before, ok := s.words.aliases[f]; ok && before != to {
			return &AliasError{Word: from, Why: "another spelling of it stands for something else"}
		}
		if f == "" || to == "" {
			return &AliasError{Word: from, Why: "it, or what it stands for, has neither letters nor digits"}
		}
		s.words.aliases[f] = to
	}
	ids := make(map[string]bool)
	for t := range s.tables {
		table := &s.tables[t]
		if err := table.Check(); err != nil {
			return err
		}
		if ids[table.ID] {
			return &TableError{Table: table.ID, Row: -1, Why: "another table has its ID"}
		}
		ids[table.ID] = true
		table.Rows = slices.Clone(table.Rows)
		table.Scale.Bands = slices.Clone(table.Scale.Bands)
		for i := range table.Rows {
			right := -1
			if id := table.Rows[i].Right; id != "" {
				var ok bool
				if right, ok = place[id]; !ok {
					return &RightError{Table: table.ID, Row: i, Right: id}
				}
			}
			s.add(t, i, right)
		}
	}
	for _, c := range slices.Sorted(maps.Keys(s.words.sectors)) {
		if isSectorCode(c) {
			s.words.sectorCodes = append(s.words.sectorCodes, c)
		}
	}
	return nil
}

// add indexes a row, about one right or, if right is -1, about all. A figure
// below all bands says nothing.
func (s *Screener) add(table, row, right int) {
	r := &s.tables[table].Rows[row]
	says := s.tables[table].likelihood(row)
	if says == (LikelihoodRange{}) {
		return
	}
	t := topic{country: r.Country, sector: learn(s.words.sectors, r.Sector), good: learn(s.words.goods, r.Good)}
	of := s.topics[t]
	if of == nil {
		of = &topicRows{topic: t, level: t.specificity(), says: make([]LikelihoodRange, len(s.rights))}
		s.topics[t] = of
	}
	of.rows = append(of.rows, indexedRow{table: int32(table), row: int32(row), right: int32(right), says: says})
	for i := range of.says {
		if right < 0 || i == right {
			of.says[i] = of.says[i].join(says)
		}
	}
}

// about returns the topics that a supplier in a country belongs to, the nearest
// to it first.
func (s *Screener) about(country string, sectors, goods []word) []*topicRows {
	var all []*topicRows
	find := func(c string, sector, good word) {
		if t := s.topics[topic{c, sector, good}]; t != nil {
			all = append(all, t)
		}
	}
	each := func(c string) {
		for i := range len(goods) + 1 {
			var good word
			if i > 0 {
				good = goods[i-1]
			}
			find(c, 0, good)
			for _, sector := range sectors {
				find(c, sector, good)
			}
		}
	}
	each("")
	if country != "" {
		each(country)
	}
	if s.combine == MostSpecific {
		slices.SortStableFunc(all, func(a, b *topicRows) int { return cmp.Compare(b.level, a.level) })
	}
	return all
}

// learn returns the number of a text, a new one if it is not known yet.
func learn(words map[string]word, text string) word {
	f := foldWord(text)
	if f == "" {
		return 0
	}
	if _, ok := words[f]; !ok {
		words[f] = word(len(words) + 1)
	}
	return words[f]
}

// foldWord folds a sector or a good. A code of a sector is written in one way,
// "C 23.92" as "c2392".
func foldWord(text string) string {
	f := textfold.Name(text)
	if code := strings.ReplaceAll(f, " ", ""); isSectorCode(code) {
		return code
	}
	return f
}

// within reports whether a folded code of a sector lies in another.
func within(code, of string) bool {
	if strings.HasPrefix(code, of) {
		return true
	}
	digits, ofDigits := sectorDigits(code), sectorDigits(of)
	lettered, ofLettered := digits != code, ofDigits != of
	return lettered != ofLettered && len(ofDigits) >= len("23") && strings.HasPrefix(digits, ofDigits)
}

// sectorDigits returns a folded code of a sector without the letter of its
// section.
func sectorDigits(code string) string { return strings.TrimLeft(code, sectionLetters) }

// sectionLetters are those of ISIC Rev. 4 and NACE Rev. 2.
const sectionLetters = "abcdefghijklmnopqrstu"

// isSectorCode reports whether a folded text is a code of ISIC or NACE: a
// letter, digits, or both.
func isSectorCode(s string) bool {
	digits := sectorDigits(s)
	return s != "" && len(s)-len(digits) <= 1 && strings.Trim(digits, "0123456789") == "" && len(digits) <= 4
}

// folded returns the folded form of a host's word, or of what it stands for.
func (v *vocabulary) folded(text string) string {
	f := foldWord(text)
	if a, ok := v.aliases[f]; ok {
		return a
	}
	return f
}

// sectorWords returns the sectors of the tables that a host's sector is or
// belongs to: C2392 belongs to C23 and to C, and 2392, written without the
// letter of its section, to C23, for a division lies in one section.
func (v *vocabulary) sectorWords(text string) []word {
	var all []word
	f := v.folded(text)
	if w := v.sectors[f]; w != 0 {
		all = append(all, w)
	}
	if isSectorCode(f) {
		for _, c := range v.sectorCodes {
			if c != f && within(f, c) {
				all = append(all, v.sectors[c])
			}
		}
	}
	return all
}
