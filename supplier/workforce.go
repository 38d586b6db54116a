package supplier

import (
	"fmt"
	"iter"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Workforce is what is known of the people who work at a site, whoever pays
// them: employees, agency workers and workers of contractors on the premises.
// Counts that nobody has stated are unknown, not none.
type Workforce struct {
	AsOf           risk.Date      `json:"asOf,omitzero"`
	Total          risk.Count     `json:"total,omitzero"`
	Women          risk.Count     `json:"women,omitzero"`
	Groups         []GroupAtRisk  `json:"groups,omitzero"`
	Representation Representation `json:"representation,omitzero"`
	Agreement      risk.Answer    `json:"agreement,omitzero"` // is there a collective bargaining agreement?
	Languages      []string       `json:"languages,omitzero"` // that workers speak, BCP 47
	Judgement      risk.Judgement `json:"judgement,omitzero"` // who says so, on what evidence
}

// GroupAtRisk is a group of workers who may be hit harder than others. Whether
// they are depends on the place: it is stated for a site, never assumed from
// the group. Groups may overlap, so their counts are never added up.
type GroupAtRisk struct {
	Group risk.GroupID `json:"group"`
	Count risk.Count   `json:"count,omitzero"`
	Why   string       `json:"why,omitzero"` // what puts them at risk here
}

// Representation says through whom workers speak to the management.
type Representation uint8

const (
	RepresentationNotStated Representation = iota
	NotRepresented                         // nobody speaks for them
	AppointedCommittee                     // a committee whose members the management names
	ElectedCommittee                       // a committee that workers elect
	TradeUnion                             // an independent union
)

var representationText = textenum.Table[Representation]{
	Kind:  "representation of workers",
	Names: []string{"", "not-represented", "appointed-committee", "elected-committee", "trade-union"},
}

// CountError says that a count of people contradicts another one.
type CountError struct {
	Of    string // what was counted: "women", or the id of a group
	Group int    // its number in [Workforce.Groups], from zero; -1 if it is no group there
	Found int
	Total int // the count of the whole, which is smaller
}

// Error gives both counts and what may be wrong.
func (e *CountError) Error() string {
	return fmt.Sprintf("%d %s in a workforce of %d; one of the counts is wrong or they are of different dates", e.Found, e.Of, e.Total)
}

// Check returns a *[CountError] if a part of the workforce is said to be larger
// than the whole, nil otherwise. Unknown counts contradict nothing.
func (w Workforce) Check() error {
	for err := range w.Contradictions() {
		return err
	}
	return nil
}

// Contradictions yields an error for each part of the workforce that is said to be
// larger than the whole: women first, then the groups in their order.
func (w Workforce) Contradictions() iter.Seq[*CountError] {
	return func(yield func(*CountError) bool) {
		total, ok := w.Total.Known()
		if !ok {
			return
		}
		if n, ok := w.Women.Known(); ok && n > total && !yield(&CountError{Of: "women", Group: -1, Found: n, Total: total}) {
			return
		}
		for i, g := range w.Groups {
			if n, ok := g.Count.Known(); ok && n > total && !yield(&CountError{Of: string(g.Group), Group: i, Found: n, Total: total}) {
				return
			}
		}
	}
}
