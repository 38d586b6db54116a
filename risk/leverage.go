package risk

import (
	"cmp"
	"slices"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// LeverageFactors are what gives a company leverage over an entity that does
// harm: the ability to bring about change in its wrongful practice (UNGP 19,
// commentary). Each may be unknown, and the zero value is. Leverage says how a
// company responds; it never says which harm comes first.
//
// Source of the factors: the OHCHR Interpretive Guide (2012).
type LeverageFactors struct {
	Control    Degree `json:"control,omitzero"`    // direct control over the entity
	Contract   Degree `json:"contract,omitzero"`   // terms that let the company ask for change
	Business   Degree `json:"business,omitzero"`   // weight of the company in the entity's business; see ShareBands
	Incentives Degree `json:"incentives,omitzero"` // future business, reputation, help with capacity
	Reputation Degree `json:"reputation,omitzero"` // what the company's staying or leaving does to the entity's name
	Peers      Degree `json:"peers,omitzero"`      // others who can be engaged: buyers, sector bodies, government
}

// LeverageFactor names one of the [LeverageFactors].
type LeverageFactor uint8

const (
	FactorNotStated LeverageFactor = iota
	FactorControl
	FactorContract
	FactorBusiness
	FactorIncentives
	FactorReputation
	FactorPeers
)

var leverageFactorText = textenum.Table[LeverageFactor]{
	Kind:  "leverage factor",
	Names: []string{"", "control", "contract", "business", "incentives", "reputation", "peers"},
}

// degree returns the degree of a factor, DegreeUnknown for one that has none.
func (f LeverageFactors) degree(factor LeverageFactor) Degree {
	d := [...]Degree{
		FactorNotStated:  DegreeUnknown,
		FactorControl:    f.Control,
		FactorContract:   f.Contract,
		FactorBusiness:   f.Business,
		FactorIncentives: f.Incentives,
		FactorReputation: f.Reputation,
		FactorPeers:      f.Peers,
	}[factor]
	if !d.Known() {
		return DegreeUnknown
	}
	return d
}

// LeverageKind is a kind of leverage that a company can build. Source: Shift's
// five kinds.
type LeverageKind uint8

const (
	LeverageKindNotStated    LeverageKind = iota
	LeverageCommercial                    // in the course of business: contracts, orders, prequalification, audits
	LeverageBroaderBusiness               // beyond it: training, capacity building, advice
	LeverageWithPartners                  // together with other companies
	LeverageBilateral                     // with one other actor: a government, a union, an organisation
	LeverageMultiStakeholder              // with many
)

var leverageKindText = textenum.Table[LeverageKind]{
	Kind:  "kind of leverage",
	Names: []string{"", "commercial", "broader-business", "with-partners", "bilateral", "multi-stakeholder"},
}

// Leverage is whether a company has leverage over an entity, and why.
type Leverage struct {
	// Has is Yes if one factor reaches the degree that was asked for, No if
	// every factor is known and none does, Unknown otherwise: what nobody has
	// looked at may give leverage yet.
	Has     Answer   `json:"has"`
	Because []Reason `json:"because"`
	// Unknown lists the factors that nobody has judged.
	Unknown []LeverageFactor `json:"unknown,omitzero"`
	// Options lists kinds of leverage that would raise a factor that falls
	// short, the factor that lacks least first.
	Options []LeverageOption `json:"options,omitzero"`
}

// LeverageOption is a way to increase leverage.
type LeverageOption struct {
	Factor LeverageFactor `json:"factor"`
	Kind   LeverageKind   `json:"kind"`
	Reason Reason         `json:"reason"`
}

// AssessLeverage returns whether a company has leverage over an entity. enough
// is the least degree of any one factor that gives it; DegreeUnknown means
// DegreeMarked, the default of this library, for no source publishes one.
//
// The factors do not add up: what a company can bring about by its contract it
// need not also bring about by its reputation.
func AssessLeverage(f LeverageFactors, enough Degree) Leverage {
	if enough < DegreeSlight || enough > DegreeGreat {
		enough = DegreeMarked
	}
	var l Leverage
	var short []LeverageFactor
	for factor := FactorControl; factor <= FactorPeers; factor++ {
		switch d := f.degree(factor); {
		case d == DegreeUnknown:
			l.Unknown = append(l.Unknown, factor)
		case d >= enough:
			l.Has = Yes
			l.Because = append(l.Because, reasonOf("leverage-by-"+factor.String(), d.String()))
		default:
			short = append(short, factor)
		}
	}
	if l.Has != Yes {
		if len(l.Unknown) == 0 {
			l.Has = No
		} else {
			names := make([]string, len(l.Unknown))
			for i, u := range l.Unknown {
				names[i] = u.String()
			}
			l.Because = append(l.Because, reasonOf("leverage-not-judged", names...))
		}
		for _, factor := range short {
			l.Because = append(l.Because, reasonOf("leverage-short-"+factor.String(), f.degree(factor).String()))
		}
	}
	slices.SortStableFunc(short, func(a, b LeverageFactor) int { return cmp.Compare(f.degree(b), f.degree(a)) })
	for _, factor := range short {
		for _, r := range leverageOptions {
			if r.factor == factor {
				l.Options = append(l.Options, LeverageOption{factor, r.kind, reasonOf(r.reason)})
			}
		}
	}
	return l
}

// ShareBands turns the share that a company has in an entity's business into a
// degree of [LeverageFactors].Business. Bounds are shares in hundredths of a
// per cent from which a degree begins; the zero value has the default bounds of
// this library, 1 per cent for slight, 10 for marked and 30 for great. No
// source publishes bounds.
type ShareBands struct {
	Slight, Marked, Great int
}

// Degree returns the degree of a share in hundredths of a per cent; an unknown
// or impossible share has an unknown degree. It takes what
// supplier.Share.Known returns.
func (b ShareBands) Degree(basisPoints int, known bool) Degree {
	if b == (ShareBands{}) {
		b = ShareBands{Slight: 100, Marked: 1000, Great: 3000}
	}
	switch {
	case !known || basisPoints < 0 || basisPoints > 10_000:
		return DegreeUnknown
	case basisPoints >= b.Great:
		return DegreeGreat
	case basisPoints >= b.Marked:
		return DegreeMarked
	case basisPoints >= b.Slight:
		return DegreeSlight
	}
	return DegreeNone
}
