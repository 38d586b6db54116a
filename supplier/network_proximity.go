package supplier

import (
	"iter"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/graph"
	"github.com/hrdd-go/hrdd/internal/idindex"
)

// Tiers returns the tiers at which a supplier stands upstream, 0 for a buyer,
// and whether the supplier is in the network. The range is unknown if no way
// upstream to it is known.
//
// The nearest tier is the number of relationships on a shortest way from the
// company. The furthest is that on the longest chain in which nobody occurs
// twice and no buyer stands between. It is exact unless more than 8 suppliers
// that supply one another in a circle lie on the way; then the range is open.
func (n *Network) Tiers(id uuid.UUID) (TierRange, bool) {
	v := n.index.Find(id)
	if v == idindex.None {
		return TierRange{}, false
	}
	if n.marks[v]&buyer != 0 {
		return TierRange{1, 1}, true
	}
	return n.stands[0].tiers(v), true
}

// Proximity returns where a supplier stands; see [Network.Tiers] for what the
// tiers mean. It is unknown if no way to the supplier is known or it is not in
// the network.
func (n *Network) Proximity(id uuid.UUID) Proximity {
	v := n.index.Find(id)
	if v == idindex.None {
		return Proximity{}
	}
	return n.proximity(v)
}

func (n *Network) proximity(v uint32) Proximity {
	m := n.marks[v]
	if m&buyer != 0 {
		return Proximity{OwnOperations: true}
	}
	p := Proximity{
		OnSite:     m&onSite != 0,
		Upstream:   n.stands[0].tiers(v),
		Downstream: n.stands[1].tiers(v),
		Reverse:    n.stands[2].tiers(v),
	}
	if m&direct != 0 {
		p.Directness |= Direct
	}
	if m&indirect != 0 {
		p.Directness |= Indirect
	}
	return p
}

// Placement says where several suppliers stand together, and who shows it.
type Placement struct {
	// Proximity holds the places of all of them.
	Proximity Proximity `json:"proximity"`
	// Shortest is the same by shortest ways alone: the tier of each supplier as it
	// is usually given, without the longer chains by which it also supplies.
	Shortest    Proximity `json:"shortest"`
	Suppliers   int       `json:"suppliers"`            // in the network
	Groups      int       `json:"groups,omitzero"`      // of these, how many stand for suppliers that are not named, so that there are more
	Unreachable int       `json:"unreachable,omitzero"` // of these, how many no way is known to
	NotFound    int       `json:"notFound,omitzero"`    // asked for and not in the network
	// Extremes says, for each direction in which any of them stands, who stands
	// nearest and furthest. [Network.PathIn] gives the way.
	Extremes []Extreme `json:"extremes,omitzero"`
}

// Extreme names the suppliers of a [Placement] that stand nearest and furthest
// in a direction, by a shortest way; of several, the one asked for first.
type Extreme struct {
	Direction    Direction `json:"direction"`
	Nearest      uuid.UUID `json:"nearest"`
	NearestTier  int       `json:"nearestTier"`
	Furthest     uuid.UUID `json:"furthest"`
	FurthestTier int       `json:"furthestTier"`
}

// ProximityOf returns where the given suppliers stand together, for instance
// those that [Network.InCategory] yields. A supplier given twice counts twice.
func (n *Network) ProximityOf(ids iter.Seq[uuid.UUID]) Placement {
	var p Placement
	var found [len(directions)]Extreme
	for id := range ids {
		v := n.index.Find(id)
		if v == idindex.None {
			p.NotFound++
			continue
		}
		p.Suppliers++
		if n.marks[v]&aggregate != 0 {
			p.Groups++
		}
		at := n.proximity(v)
		if !at.Known() {
			p.Unreachable++
			continue
		}
		p.Proximity = p.Proximity.Union(at)
		for i := range n.stands {
			s := &n.stands[i]
			if at.OwnOperations || s.empty() || s.near.Level[v] == graph.None {
				continue
			}
			found[i].extend(directions[i].direction, id, int(s.near.Level[v]))
		}
	}
	p.Shortest = p.Proximity
	p.Shortest.Upstream = found[0].tiers()
	p.Shortest.Downstream = found[1].tiers()
	p.Shortest.Reverse = found[2].tiers()
	for _, e := range found {
		if e.Direction != DirectionNotStated {
			p.Extremes = append(p.Extremes, e)
		}
	}
	return p
}

func (e *Extreme) extend(d Direction, id uuid.UUID, tier int) {
	if e.Direction == DirectionNotStated {
		*e = Extreme{d, id, tier, id, tier}
	}
	if tier < e.NearestTier {
		e.Nearest, e.NearestTier = id, tier
	}
	if tier > e.FurthestTier {
		e.Furthest, e.FurthestTier = id, tier
	}
}

func (e *Extreme) tiers() TierRange {
	if e.Direction == DirectionNotStated {
		return TierRange{}
	}
	return TierRange{uint32(e.NearestTier) + 1, uint32(e.FurthestTier) + 1}
}
