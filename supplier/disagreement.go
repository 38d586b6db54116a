package supplier

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// DisagreementKind says in what a claim about where suppliers stand and the
// network disagree.
type DisagreementKind uint8

const (
	DisagreementNotStated   DisagreementKind = iota
	TierNotClaimed                           // one is found at a tier that the claim leaves out
	ChainNotClaimed                          // a longer chain leads to a tier that the claim leaves out; no shortest way does
	TierNotFound                             // none is found at some of the tiers claimed; a network that is not fully known does not refute them
	OwnOperationsNotClaimed                  // one is the company itself
	OwnOperationsNotFound                    // the company itself is claimed, and none of them is
	OnSiteNotClaimed                         // one works on the company's own premises
	OnSiteNotFound                           // on-site work is claimed, and none of them is known to do it
	DirectnessDiffers                        // the claim says direct, indirect or both, and the network something else
)

var disagreementKindText = textenum.Table[DisagreementKind]{
	Kind: "kind of disagreement",
	Names: []string{
		"", "tier-not-claimed", "chain-not-claimed", "tier-not-found", "own-operations-not-claimed",
		"own-operations-not-found", "on-site-not-claimed", "on-site-not-found", "directness-differs",
	},
}

// Disagreement is one thing in which a claim about where suppliers stand and
// the network disagree.
type Disagreement struct {
	Kind      DisagreementKind `json:"kind"`
	Direction Direction        `json:"direction,omitzero"` // of the tiers
	Claimed   TierRange        `json:"claimed,omitzero"`   // unknown where the claim does not speak of the direction
	Found     TierRange        `json:"found,omitzero"`     // unknown where nobody is found in the direction
	// Supplier stands at a tier that is not claimed, by a shortest way; see
	// [Network.PathIn]. It is given with TierNotClaimed only.
	Supplier uuid.UUID `json:"supplier,omitzero"`
	// ClaimedDirectness and FoundDirectness go with DirectnessDiffers.
	ClaimedDirectness Directness `json:"claimedDirectness,omitzero"`
	FoundDirectness   Directness `json:"foundDirectness,omitzero"`
}

// Disagreements compares what a document claims of the suppliers with where
// the network places them. A claim of which nothing is known claims nothing,
// and nothing disagrees with it; a directness that is not stated on either side
// is not compared.
func (p *Placement) Disagreements(claimed Proximity) []Disagreement {
	if !claimed.Known() && claimed.Directness == DirectnessNotStated {
		return nil
	}
	var all []Disagreement
	note := func(k DisagreementKind) { all = append(all, Disagreement{Kind: k}) }
	if claimed.Known() {
		switch found := p.Proximity.OwnOperations; {
		case found && !claimed.OwnOperations:
			note(OwnOperationsNotClaimed)
		case !found && claimed.OwnOperations:
			note(OwnOperationsNotFound)
		}
		switch found := p.Proximity.OnSite; {
		case found && !claimed.OnSite:
			note(OnSiteNotClaimed)
		case !found && claimed.OnSite:
			note(OnSiteNotFound)
		}
		for _, d := range directions {
			all = p.compareTiers(all, d.direction, claimed.Tiers(d.direction))
		}
	}
	if c, f := claimed.Directness, p.Proximity.Directness; c != f && c != DirectnessNotStated && f != DirectnessNotStated {
		all = append(all, Disagreement{Kind: DirectnessDiffers, ClaimedDirectness: c, FoundDirectness: f})
	}
	return all
}

func (p *Placement) compareTiers(all []Disagreement, d Direction, claimed TierRange) []Disagreement {
	found, shortest := p.Proximity.Tiers(d), p.Shortest.Tiers(d)
	x := Disagreement{Direction: d, Claimed: claimed, Found: found}
	switch {
	case !shortest.Within(claimed):
		x.Kind, x.Supplier = TierNotClaimed, p.outside(d, claimed)
		all = append(all, x)
	case !found.Within(claimed):
		x.Kind = ChainNotClaimed
		all = append(all, x)
	}
	if x.Supplier = uuid.Nil; !claimed.Within(found) && !(claimed.Open() && sameStart(claimed, found)) {
		x.Kind = TierNotFound
		all = append(all, x)
	}
	return all
}

// sameStart reports whether two ranges start at the same tier. A claim of 'at
// least 3' is met by a network that ends at some tier from 3.
func sameStart(a, b TierRange) bool { return a.lo == b.lo }

// outside returns one who stands at a tier that is not claimed, the furthest
// first.
func (p *Placement) outside(d Direction, claimed TierRange) uuid.UUID {
	for _, e := range p.Extremes {
		if e.Direction != d {
			continue
		}
		if !claimed.Contains(e.FurthestTier) {
			return e.Furthest
		}
		return e.Nearest
	}
	return uuid.Nil
}
