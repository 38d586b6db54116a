package supplier

import (
	"errors"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// Direction says on which side of the company's own operations something
// stands in its supply network.
type Direction uint8

const (
	DirectionNotStated Direction = iota
	Upstream                     // what goes into products and services
	Downstream                   // distribution to users
	Reverse                      // what comes back: returns, repair, recycling
)

var directionText = textenum.Table[Direction]{
	Kind:  "direction",
	Names: []string{"", "upstream", "downstream", "reverse"},
}

// Directness says whether the company deals with someone itself. It is what
// many sources mean by "directly" and "indirectly linked"; it is not the
// involvement of the company in a harm (UNGP 13).
type Directness uint8

const (
	DirectnessNotStated Directness = iota
	Direct                         // by a relationship with the company itself
	Indirect                       // by relationships with others who stand in its network
	DirectAndIndirect              // both
)

var directnessText = textenum.Table[Directness]{
	Kind:  "directness",
	Names: []string{"", "direct", "indirect", "direct-and-indirect"},
}

// Proximity says where in the supply network of a company something stands:
// one supplier, or several together. It says nothing of how the company is
// involved in a harm there, and never changes how severe the harm is.
//
// Proximities are comparable values. The zero value is unknown: nothing is
// known of any way to it, which is not the same as far away.
type Proximity struct {
	// OwnOperations: it is the company itself or one of its business units.
	OwnOperations bool `json:"ownOperations,omitzero"`
	// OnSite: it works on the company's own premises under a contract with it,
	// as a labour agency does. It stands at tier 1 as well.
	OnSite     bool       `json:"onSite,omitzero"`
	Upstream   TierRange  `json:"upstream,omitzero"`
	Downstream TierRange  `json:"downstream,omitzero"`
	Reverse    TierRange  `json:"reverse,omitzero"`
	Directness Directness `json:"directness,omitzero"`
}

// Known reports whether any place in the network is known.
func (p Proximity) Known() bool {
	return p.OwnOperations || p.OnSite || p.Upstream.Known() || p.Downstream.Known() || p.Reverse.Known()
}

// Tiers returns the tiers in a direction, unknown for a direction that is not
// stated.
func (p Proximity) Tiers(d Direction) TierRange {
	switch d {
	case Upstream:
		return p.Upstream
	case Downstream:
		return p.Downstream
	case Reverse:
		return p.Reverse
	}
	return TierRange{}
}

// Union returns the proximity of two things taken together. Unknown adds
// nothing.
func (p Proximity) Union(q Proximity) Proximity {
	return Proximity{
		OwnOperations: p.OwnOperations || q.OwnOperations,
		OnSite:        p.OnSite || q.OnSite,
		Upstream:      p.Upstream.Union(q.Upstream),
		Downstream:    p.Downstream.Union(q.Downstream),
		Reverse:       p.Reverse.Union(q.Reverse),
		Directness:    p.Directness | q.Directness, // Direct is 1, Indirect 2, both 3
	}
}

// Check reports everything in p that cannot be, as *[ProximityError] values
// joined: tier 0 in a direction, which is the company's own operations; a
// direct relationship where all tiers known are further away than 1; on-site
// work further away than tier 1.
func (p Proximity) Check() error {
	var errs []error
	nearest, known := 0, false
	for _, d := range [...]Direction{Upstream, Downstream, Reverse} {
		r := p.Tiers(d)
		tier, ok := r.Min()
		if !ok {
			continue
		}
		if tier == 0 {
			errs = append(errs, &ProximityError{d.String(), r.String(), "tier 0 is the company's own operations; set ownOperations and start at tier 1"})
		}
		if !known || tier < nearest {
			nearest, known = tier, true
		}
	}
	if known && nearest > 1 {
		if p.Directness == Direct || p.Directness == DirectAndIndirect {
			errs = append(errs, &ProximityError{"directness", p.Directness.String(), "a direct relationship stands at tier 1, and no tier given is that near"})
		}
		if p.OnSite {
			errs = append(errs, &ProximityError{"onSite", "true", "who works on the company's own premises stands at tier 1, and no tier given is that near"})
		}
	}
	if !p.Directness.Valid() {
		errs = append(errs, &ProximityError{"directness", p.Directness.String(), "there is no such value"})
	}
	return errors.Join(errs...)
}

// ProximityError says that a field of a [Proximity] cannot be as it is.
type ProximityError struct {
	Field string // its name in JSON
	Found string
	Why   string
}

// Error gives the field, what was found and why it will not do.
func (e *ProximityError) Error() string { return e.Field + " " + e.Found + ": " + e.Why }
