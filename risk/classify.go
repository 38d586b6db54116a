package risk

import "github.com/hrdd-go/hrdd/internal/textenum"

// Mode says in which way a company causes or contributes to a harm. The zero
// value says that it does neither, or that the facts do not show the way.
type Mode uint8

const (
	ModeNotStated                Mode = iota
	ModeCombination                   // together with what others do alongside
	ModeThirdParty                    // by facilitating or incentivising what someone else does
	ModeCombinationAndThirdParty      // both
	ModeSole                          // its own act or omission suffices
)

var modeText = textenum.Table[Mode]{
	Kind:  "mode of involvement",
	Names: []string{"", "combination", "third-party", "combination-and-third-party", "sole"},
}

// Classification is the involvement that follows from facts. It is a
// comparable value. [Classification.Explain] says why.
type Classification struct {
	Facts Facts       `json:"facts,omitzero"`
	Class Involvement `json:"class"` // Undetermined while more than one is possible
	// Mode is the way in which the company causes or contributes, as far as
	// the facts show it.
	Mode Mode `json:"mode,omitzero"`
	// NearContribution says that the company is held directly linked only
	// because it could not foresee the harm and guarded well against it. What
	// goes on after the company knows of the harm is foreseeable.
	NearContribution bool `json:"nearContribution,omitzero"`
	// Contradictory says that the facts cannot all be right. They give no
	// class then, and none is possible; Explain says which answers contradict
	// and what taking some back would leave.
	Contradictory bool `json:"contradictory,omitzero"`
	// Possible holds the classes that the unknown facts leave possible. It is
	// empty only if the facts contradict one another.
	Possible ClassSet `json:"possible"`
}

// Classify returns the involvement of a company in a harm, as far as the facts
// decide it. It looks facts up in a table of every combination, made on first
// use, and does not allocate; any number of goroutines may call it. A value
// that its type does not have counts as unknown.
//
// An unknown fact counts neither as yes nor as no: the class is determined
// only if it is the same whatever the unknown facts turn out to be.
//
// Source: this library's own decision table over the factors of UNGP 13 and
// 19, the OHCHR Interpretive Guide, the OECD Due Diligence Guidance and the
// OHCHR advice to BankTrack; see [InvolvementTable].
func Classify(f Facts) Classification {
	t := involvementTabulated()
	c := t.cell(f)
	if c.contradictory() {
		return Classification{Facts: f, Contradictory: true}
	}
	possible := c.classes()
	r := Classification{Facts: f, Possible: possible}
	if possible&(possible-1) == 0 {
		r.Class = possible.Only()
		r.Mode, r.NearContribution = c.way(r.Class)
	}
	return r
}

// way returns how a company that the cell puts into one class is involved.
func (c cell) way(class Involvement) (mode Mode, near bool) {
	switch class {
	case Causes:
		return ModeSole, false
	case Contributes:
		return Mode(c & cellModes >> 4), false
	case DirectlyLinked:
		return ModeNotStated, c&cellNear != 0
	}
	return ModeNotStated, false
}

// holds reports whether the fact is known to have one of the answers.
func (c condition) holds(f Facts) bool { return c.in>>f.value(c.fact)&1 == 1 }
