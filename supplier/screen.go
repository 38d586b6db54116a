package supplier

import (
	"encoding/binary"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Screener says of any number of suppliers how likely harm to each right is, by
// tables of indicators about countries, sectors and goods. It is made by
// [NewScreener] and immutable: any number of goroutines may use it.
//
// Screening says where to look first. It finds nothing out about a supplier,
// and a low range clears nobody.
type Screener struct {
	rights   []risk.RightID
	severity []risk.Range // by right; dimensions other than likelihood
	tables   []IndicatorTable
	combine  Combination
	topics   map[topic]*topicRows
	words    vocabulary
}

// ScreenOptions say how to screen. The zero value joins all that the tables
// say.
type ScreenOptions struct {
	// Combine says what several indicators for one right come to.
	Combine Combination
	// Severity gives the dimensions other than likelihood for a right, as the
	// host has rated them on the inherent basis. Indicators say nothing of
	// them: for a right that is not in it they are not rated.
	Severity map[risk.RightID]risk.Range
	// Aliases says which word of the tables a sector or good of the host is:
	// {"mobile phones": "electronics"}. Case, accents and punctuation do not
	// matter.
	Aliases map[string]string
}

// Combination says what several indicators for one right come to.
type Combination uint8

const (
	// Joined spans from the lowest to the highest that any of them says: where
	// sources differ, the range shows it.
	Joined Combination = iota
	// MostSpecific joins only those that speak of the good, if there are any,
	// else those of the sector, else those of the country.
	MostSpecific
)

var combinationText = textenum.Table[Combination]{Kind: "combination of indicators", Names: []string{"joined", "most-specific"}}

// RightError says that something speaks of a right that is not screened for.
type RightError struct {
	Table string // ID of the table of indicators, empty if it is about the options
	Row   int    // from 0
	Right risk.RightID
}

// Error names the right and where it was used.
func (e *RightError) Error() string {
	if e.Table == "" {
		return fmt.Sprintf("severity of %q: there is no such right in the catalogue", e.Right)
	}
	return fmt.Sprintf("indicator table %q, row %d: there is no right %q in the catalogue", e.Table, e.Row, e.Right)
}

// AliasError says that a word of ScreenOptions.Aliases cannot be used.
type AliasError struct {
	Word string // as it was given
	Why  string // what is wrong with it
}

// Error shows at most 60 bytes of the word, and says what is wrong with it.
func (e *AliasError) Error() string { return fmt.Sprintf("alias %.60q: %s", e.Word, e.Why) }

// NewScreener makes a screener for the rights of a catalogue, nil for
// [risk.Rights]. It returns a *[TableError] or *[RightError] for a table that
// cannot be used, an *[AliasError] for an alias that cannot, or a
// *[risk.RatingError] for a severity that is not valid or states a likelihood.
func NewScreener(c *risk.Catalogue, tables []IndicatorTable, o ScreenOptions) (*Screener, error) {
	if c == nil {
		c = risk.Rights()
	}
	s := &Screener{combine: o.Combine, tables: slices.Clone(tables), topics: make(map[topic]*topicRows)}
	place := make(map[risk.RightID]int)
	for r := range c.All() {
		place[r.ID] = len(s.rights)
		s.rights = append(s.rights, r.ID)
	}
	s.severity = make([]risk.Range, len(s.rights))
	for _, id := range slices.Sorted(maps.Keys(o.Severity)) {
		r := o.Severity[id]
		at, ok := place[id]
		if !ok {
			return nil, &RightError{Right: id}
		}
		if err := r.Check(); err != nil {
			return nil, fmt.Errorf("severity of %s: %w", id, err)
		}
		if r.Lo.Likelihood != 0 {
			return nil, fmt.Errorf("severity of %s: %w", id, &risk.RatingError{
				Dimension: risk.DimLikelihood, Found: fmt.Sprint(r.Lo.Likelihood), Want: "none, for the indicators state it",
			})
		}
		s.severity[at] = r
	}
	return s, s.index(place, o.Aliases)
}

// Screening is what the indicators say of one supplier.
type Screening struct {
	Supplier uuid.UUID
	// Profile is what they say of every supplier in the same countries, of the
	// same sector and goods. It is shared among these, and immutable.
	Profile *ScreenProfile
}

// Screen yields what the indicators say of each supplier, in the order in which
// they come. It keeps nothing of them: memory is bounded however many there
// are. A supplier is where its sites are, or where it sits if no site says.
// The sequence may be ranged over several times, also at the same time, if
// suppliers may.
func (s *Screener) Screen(suppliers iter.Seq[Supplier]) iter.Seq[Screening] {
	return func(yield func(Screening) bool) {
		k := s.newKeys()
		for x := range suppliers {
			if !yield(Screening{Supplier: x.ID, Profile: k.profile(&x)}) {
				return
			}
		}
	}
}

// One returns what the indicators say of one supplier. Use [Screener.Screen]
// for many.
func (s *Screener) One(x *Supplier) Screening {
	return Screening{Supplier: x.ID, Profile: s.newKeys().profile(x)}
}

// Screened is what the indicators say of one right at one supplier: an item
// that [risk.RankRanges] can rank by Screened.Range. [ScreenedRights] yields them.
// The zero value is about no right at no supplier.
type Screened struct {
	// The id in two words: an array would be passed in memory, which takes four
	// times as long for each pair.
	high, low uint64
	RightScreen
}

// Supplier returns the id of the supplier.
func (x Screened) Supplier() uuid.UUID {
	var id uuid.UUID
	binary.BigEndian.PutUint64(id[:8], x.high)
	binary.BigEndian.PutUint64(id[8:], x.low)
	return id
}

// ScreenedRights yields what the indicators say of each right at each supplier, in
// the order of the screenings and of the catalogue.
func ScreenedRights(screenings iter.Seq[Screening]) iter.Seq[Screened] {
	return func(yield func(Screened) bool) {
		for s := range screenings {
			if !s.pairs(yield) {
				return
			}
		}
	}
}

// pairs is a function of its own, so that its loop runs over values at hand.
func (s Screening) pairs(yield func(Screened) bool) bool {
	high, low := binary.BigEndian.Uint64(s.Supplier[:8]), binary.BigEndian.Uint64(s.Supplier[8:])
	for i := range s.Profile.rights {
		if !yield(Screened{high, low, RightScreen{s.Profile, i}}) {
			return false
		}
	}
	return true
}
