package risk

import "github.com/hrdd-go/hrdd/internal/textenum"

// Facts are the answers on which the involvement of a company in a harm rests.
// Each may be unknown, and the zero value is: nothing has been answered. Facts
// are comparable values and serve as map keys.
//
// The facts are the decision factors that the OHCHR Interpretive Guide (2012),
// the OECD Due Diligence Guidance (2018), the OHCHR advice to BankTrack (2017)
// and the Dutch Banking Sector Agreement's paper (2019) name between them. See
// [Fact] for the question behind each. Where in the supply network the harm is,
// whether there is a contract, how severe the harm is and what good the company
// does elsewhere are not among them: they decide nothing here.
type Facts struct {
	OwnAct              Answer         `json:"ownAct,omitzero"`
	SufficientAlone     Answer         `json:"sufficientAlone,omitzero"`
	InCombination       Answer         `json:"inCombination,omitzero"`
	Facilitates         Degree         `json:"facilitates,omitzero"`
	Incentivises        Degree         `json:"incentivises,omitzero"`
	Substantial         Answer         `json:"substantial,omitzero"`
	Foreseeability      Foreseeability `json:"foreseeability,omitzero"`
	Mitigation          Mitigation     `json:"mitigation,omitzero"`
	LinkedToOperations  Answer         `json:"linkedToOperations,omitzero"`
	ThroughRelationship Answer         `json:"throughRelationship,omitzero"`
}

// Fact names one of the [Facts].
type Fact uint8

const (
	FactNotStated Fact = iota

	// FactOwnAct: does an act or omission of the company itself bear on the
	// harm? Activities are acts and omissions (UNGP 13, commentary).
	FactOwnAct
	// FactSufficientAlone: would that act or omission have brought about the
	// harm on its own, whatever others did?
	FactSufficientAlone
	// FactInCombination: did it bring about the harm together with what others
	// did alongside?
	FactInCombination
	// FactFacilitates: how far did it make it easier for someone else to do the
	// harm?
	FactFacilitates
	// FactIncentivises: how far did it make it more attractive for someone else
	// to do the harm, by prices or lead times for instance?
	FactIncentivises
	// FactSubstantial: is the company's own part in bringing about the harm
	// more than minor or trivial? The OECD guidance asks for it; the Guiding
	// Principles draw no line. A person judges it.
	FactSubstantial
	// FactForeseeability: could the company have known of the harm, should it
	// have, did it?
	FactForeseeability
	// FactMitigation: how good were the company's own measures against the
	// harm, and did they reduce it?
	FactMitigation
	// FactLinkedToOperations: is the harm connected to the company's operations,
	// products or services? Selling or buying something else to or from the one
	// who does the harm is no such connection.
	FactLinkedToOperations
	// FactThroughRelationship: is the harm done by an entity with which the
	// company has a business relationship, with a contract or without, at any
	// tier, State entities included (UNGP 13, commentary)?
	FactThroughRelationship
)

const factCount = int(FactThroughRelationship)

var factText = textenum.Table[Fact]{
	Kind: "fact of involvement",
	Names: []string{
		"", "own-act", "sufficient-alone", "in-combination", "facilitates", "incentivises", "substantial",
		"foreseeability", "mitigation", "linked-to-operations", "through-relationship",
	},
}

// Degree says how far something is the case, as an ordinal. The zero value is
// unknown, which is not none.
type Degree uint8

const (
	DegreeUnknown Degree = iota
	DegreeNone
	DegreeSlight
	DegreeMarked
	DegreeGreat
)

var degreeText = textenum.Table[Degree]{Kind: "degree", Names: []string{"unknown", "none", "slight", "marked", "great"}}

// Known reports whether d is a degree, DegreeNone included.
func (d Degree) Known() bool { return d >= DegreeNone && d <= DegreeGreat }

// Foreseeability says what the company knew of a harm, or could or should have
// known, when it acted or failed to act. The zero value is unknown.
type Foreseeability uint8

const (
	ForeseeabilityUnknown Foreseeability = iota
	NotForeseeable                       // it could not have known
	CouldHaveKnown
	ShouldHaveKnown // due diligence would have shown it
	Knew
)

var foreseeabilityText = textenum.Table[Foreseeability]{
	Kind:  "foreseeability",
	Names: []string{"unknown", "not-foreseeable", "could-have-known", "should-have-known", "knew"},
}

// Known reports whether the foreseeability has been judged.
func (f Foreseeability) Known() bool { return f >= NotForeseeable && f <= Knew }

// Mitigation says how good a company's own measures against a harm are, and
// what came of them. The zero value is unknown, which is not none.
type Mitigation uint8

const (
	MitigationUnknown   Mitigation = iota
	NoMitigation                   // nothing was done
	WeakMitigation                 // measures on paper, or unfit for the risk
	PartialMitigation              // fit for part of the risk
	StrongMitigation               // fit for the risk; that they reduced it is not shown
	EffectiveMitigation            // fit for the risk, and shown to have reduced it
)

var mitigationText = textenum.Table[Mitigation]{
	Kind:  "mitigation",
	Names: []string{"unknown", "none", "weak", "partial", "strong", "effective"},
}

// Known reports whether the measures have been judged, NoMitigation included.
func (m Mitigation) Known() bool { return m >= NoMitigation && m <= EffectiveMitigation }

// value returns the value of fact f as a number, 0 for unknown, for a value
// that its type does not have, and for a fact that there is not.
func (f Facts) value(fact Fact) uint8 {
	switch fact {
	case FactOwnAct:
		return atMost(uint8(f.OwnAct), uint8(Yes))
	case FactSufficientAlone:
		return atMost(uint8(f.SufficientAlone), uint8(Yes))
	case FactInCombination:
		return atMost(uint8(f.InCombination), uint8(Yes))
	case FactFacilitates:
		return atMost(uint8(f.Facilitates), uint8(DegreeGreat))
	case FactIncentivises:
		return atMost(uint8(f.Incentivises), uint8(DegreeGreat))
	case FactSubstantial:
		return atMost(uint8(f.Substantial), uint8(Yes))
	case FactForeseeability:
		return atMost(uint8(f.Foreseeability), uint8(Knew))
	case FactMitigation:
		return atMost(uint8(f.Mitigation), uint8(EffectiveMitigation))
	case FactLinkedToOperations:
		return atMost(uint8(f.LinkedToOperations), uint8(Yes))
	case FactThroughRelationship:
		return atMost(uint8(f.ThroughRelationship), uint8(Yes))
	}
	return 0
}

// atMost returns v, or 0 if it is above the highest value.
func atMost(v, highest uint8) uint8 {
	if v > highest {
		return 0
	}
	return v
}

// Known reports whether the fact is answered.
func (f Facts) Known(fact Fact) bool { return f.value(fact) != 0 }

// Text returns the answer to the fact as its type writes it, "unknown" if it
// is not answered.
func (f Facts) Text(fact Fact) string { return fact.answer(f.value(fact)) }

// answer returns value v of the fact as its type writes it.
func (f Fact) answer(v uint8) string {
	switch f {
	case FactFacilitates, FactIncentivises:
		return Degree(v).String()
	case FactForeseeability:
		return Foreseeability(v).String()
	case FactMitigation:
		return Mitigation(v).String()
	}
	return Answer(v).String()
}

// valid returns f with every value that its type does not have set to unknown.
func (f Facts) valid() Facts {
	return Facts{
		OwnAct:              Answer(f.value(FactOwnAct)),
		SufficientAlone:     Answer(f.value(FactSufficientAlone)),
		InCombination:       Answer(f.value(FactInCombination)),
		Facilitates:         Degree(f.value(FactFacilitates)),
		Incentivises:        Degree(f.value(FactIncentivises)),
		Substantial:         Answer(f.value(FactSubstantial)),
		Foreseeability:      Foreseeability(f.value(FactForeseeability)),
		Mitigation:          Mitigation(f.value(FactMitigation)),
		LinkedToOperations:  Answer(f.value(FactLinkedToOperations)),
		ThroughRelationship: Answer(f.value(FactThroughRelationship)),
	}
}

// without returns f with the facts of the set unknown.
func (f Facts) without(set factSet) Facts {
	keep := func(fact Fact) uint8 {
		if set.has(fact) {
			return 0
		}
		return f.value(fact)
	}
	return Facts{
		OwnAct:              Answer(keep(FactOwnAct)),
		SufficientAlone:     Answer(keep(FactSufficientAlone)),
		InCombination:       Answer(keep(FactInCombination)),
		Facilitates:         Degree(keep(FactFacilitates)),
		Incentivises:        Degree(keep(FactIncentivises)),
		Substantial:         Answer(keep(FactSubstantial)),
		Foreseeability:      Foreseeability(keep(FactForeseeability)),
		Mitigation:          Mitigation(keep(FactMitigation)),
		LinkedToOperations:  Answer(keep(FactLinkedToOperations)),
		ThroughRelationship: Answer(keep(FactThroughRelationship)),
	}
}

// known returns the set of facts that are answered.
func (f Facts) known() factSet {
	var s factSet
	for fact := FactOwnAct; fact <= FactThroughRelationship; fact++ {
		if f.Known(fact) {
			s |= setOf(fact)
		}
	}
	return s
}

// factSet is a set of facts: bit f-1 is set if fact f is in it.
type factSet uint16

const everyFact factSet = 1<<factCount - 1

func setOf(f Fact) factSet { return 1 << (f - 1) }

func (s factSet) has(f Fact) bool { return s&setOf(f) != 0 }

// list returns the facts of the set in their order.
func (s factSet) list() []Fact {
	var l []Fact
	for f := FactOwnAct; f <= FactThroughRelationship; f++ {
		if s.has(f) {
			l = append(l, f)
		}
	}
	return l
}
