package grievance

import (
	"cmp"
	"iter"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
)

// Place is a site of the supply network as far as coverage asks for it. The
// package knows the network by identifiers only.
type Place struct {
	Site     uuid.UUID  `json:"site,omitzero"`
	Supplier uuid.UUID  `json:"supplier,omitzero"` // who runs the site
	Country  string     `json:"country,omitzero"`  // ISO 3166-1 alpha-2
	Tier     Tier       `json:"tier,omitzero"`
	Workers  risk.Count `json:"workers,omitzero"` // people who work there
	// Groups are groups of rightsholders among those who work there, or around the
	// site: communities and end users by their group, such as "local-communities".
	Groups []risk.GroupID `json:"groups,omitzero"`
}

// Tier is the tiers at which a site stands, 0 for own operations. The zero
// value is not known.
type Tier struct {
	Min   uint8 `json:"min"`
	Max   uint8 `json:"max"`
	Known bool  `json:"known,omitzero"`
}

// Coverage says who has access to at least one mechanism, who has none, and of
// whom nobody knows. Access is not use: see [Signal] for sites from which
// nothing comes.
type Coverage struct {
	On     risk.Date       `json:"on,omitzero"`
	Total  CoverageLine    `json:"total,omitzero"`
	Places []PlaceCoverage `json:"places,omitzero"` // in the order of the places given
	ByTier []TierCoverage  `json:"byTier,omitzero"` // by nearest tier; sites whose tier is not known last
	Groups []GroupCoverage `json:"groups,omitzero"` // by group, in alphabetical order
}

// CoverageLine counts sites by whether someone there has access, and the people
// who work there by whether they all have. Workers are counted where their number
// is known; Uncounted says at how many sites it is not. Where only some groups of
// them have access nobody knows how many that are.
type CoverageLine struct {
	With           int `json:"with"`           // sites
	Without        int `json:"without"`        // sites
	Unknown        int `json:"unknown"`        // sites
	WorkersWith    int `json:"workersWith"`    // people
	WorkersWithout int `json:"workersWithout"` // people
	WorkersUnknown int `json:"workersUnknown"` // people
	Uncounted      int `json:"uncounted"`      // sites whose number of workers is not known
}

// PlaceCoverage is the access at one site.
type PlaceCoverage struct {
	Place      Place       `json:"place,omitzero"`
	Access     risk.Answer `json:"access,omitzero"`     // has someone at or around the site access to at least one mechanism?
	Workers    risk.Answer `json:"workers,omitzero"`    // have all who work there? Unknown if only some groups of them have
	Mechanisms []uuid.UUID `json:"mechanisms,omitzero"` // those known to be open to them, in the order given
}

// TierCoverage is the coverage of the sites whose nearest tier is the given one.
type TierCoverage struct {
	Tier  uint8 `json:"tier"`
	Known bool  `json:"known,omitzero"`
	CoverageLine
}

// GroupCoverage is the coverage of one group of rightsholders: the sites where
// the group is, by whether that group has access there. Workers are those of
// the whole site, an upper bound for a group of them, and by whether the group has
// access.
type GroupCoverage struct {
	Group risk.GroupID `json:"group,omitzero"`
	CoverageLine
}

// Cover computes who has access to the mechanisms on a date. A mechanism that
// was not in force then does not count; one whose reach or users nobody
// stated makes access unknown, neither given nor missing. State courts and bodies count
// only if they are among the mechanisms. The zero date asks for mechanisms at
// any time.
func Cover(mechanisms []Mechanism, places iter.Seq[Place], on risk.Date) *Coverage {
	c := &Coverage{On: on}
	reaches := make([]reachIndex, len(mechanisms))
	for i := range mechanisms {
		reaches[i] = indexReach(mechanisms[i].Reach)
	}
	tiers, groups := map[Tier]*TierCoverage{}, map[risk.GroupID]*GroupCoverage{}
	for p := range places {
		pc := PlaceCoverage{Place: p, Access: risk.No, Workers: risk.No}
		forGroup := slices.Repeat([]risk.Answer{risk.No}, len(p.Groups))
		for i := range mechanisms {
			m := &mechanisms[i]
			served := m.serves(&reaches[i], p, on)
			own := m.ownAt(p)
			best := both(served, m.openTo("", own))
			pc.Workers = either(pc.Workers, best)
			for j, g := range p.Groups {
				a := both(served, m.openTo(g, own))
				forGroup[j], best = either(forGroup[j], a), either(best, a)
			}
			if best == risk.Yes {
				pc.Mechanisms = append(pc.Mechanisms, m.ID)
			}
			pc.Access = either(pc.Access, best)
		}
		if pc.Workers == risk.No && someOf(p.Groups, forGroup) {
			pc.Workers = risk.Unknown
		}
		c.Places = append(c.Places, pc)
		c.Total.add(p, pc.Access, pc.Workers)
		for j, g := range p.Groups {
			if groups[g] == nil {
				groups[g] = &GroupCoverage{Group: g}
			}
			groups[g].add(p, forGroup[j], forGroup[j])
		}
		key := Tier{Min: p.Tier.Min, Known: p.Tier.Known}
		if tiers[key] == nil {
			tiers[key] = &TierCoverage{Tier: key.Min, Known: key.Known}
		}
		tiers[key].add(p, pc.Access, pc.Workers)
	}
	for _, t := range tiers {
		c.ByTier = append(c.ByTier, *t)
	}
	slices.SortFunc(c.ByTier, func(a, b TierCoverage) int {
		return cmp.Or(-boolCompare(a.Known, b.Known), cmp.Compare(a.Tier, b.Tier))
	})
	for _, g := range groups {
		c.Groups = append(c.Groups, *g)
	}
	slices.SortFunc(c.Groups, func(a, b GroupCoverage) int { return cmp.Compare(a.Group, b.Group) })
	return c
}

// someOf reports whether a group of those who work at a site has access, or may
// have.
func someOf(groups []risk.GroupID, access []risk.Answer) bool {
	for i, g := range groups {
		outside := false
		for _, o := range outsiders {
			outside = outside || o.group == g
		}
		if !outside && access[i] != risk.No {
			return true
		}
	}
	return false
}

// reachIndex is a [Reach] in which a site is looked up at once, for mechanisms
// that list thousands.
type reachIndex struct {
	Reach
	sites, suppliers map[uuid.UUID]struct{}
}

func indexReach(r Reach) reachIndex {
	x := reachIndex{Reach: r, sites: make(map[uuid.UUID]struct{}, len(r.Sites)), suppliers: make(map[uuid.UUID]struct{}, len(r.Suppliers))}
	for _, id := range r.Sites {
		x.sites[id] = struct{}{}
	}
	for _, id := range r.Suppliers {
		x.suppliers[id] = struct{}{}
	}
	return x
}

// holds reports whether p is within reach: Unknown if the reach was not stated,
// or if what would decide is not known of the place.
func (r *reachIndex) holds(p Place) risk.Answer {
	_, site := r.sites[p.Site]
	_, of := r.suppliers[p.Supplier]
	switch {
	case r.IsZero():
		return risk.Unknown
	case r.Everywhere, site, of, slices.Contains(r.Countries, p.Country),
		r.MaxTier > 0 && p.Tier.Known && p.Tier.Min <= r.MaxTier:
		return risk.Yes
	case r.MaxTier > 0 && !p.Tier.Known, len(r.Countries) > 0 && p.Country == "",
		len(r.Suppliers) > 0 && p.Supplier == uuid.Nil, len(r.Sites) > 0 && p.Site == uuid.Nil:
		return risk.Unknown
	}
	return risk.No
}

// serves reports whether the mechanism serves place p on a date, whoever may
// use it.
func (m *Mechanism) serves(r *reachIndex, p Place, on risk.Date) risk.Answer {
	if !on.IsZero() && !m.Period.IsZero() && !m.Period.Contains(on) {
		return risk.No
	}
	return r.holds(p)
}

// ownAt reports whether the people at p work for the business that runs the
// mechanism: the supplier that it names, or else the company itself.
func (m *Mechanism) ownAt(p Place) risk.Answer {
	switch {
	case m.Supplier != uuid.Nil && p.Supplier != uuid.Nil:
		return risk.AnswerOf(m.Supplier == p.Supplier)
	case m.Supplier == uuid.Nil && p.Tier.Known:
		return risk.AnswerOf(p.Tier.Min == 0)
	}
	return risk.Unknown
}

// not is the opposite of an answer.
func not(a risk.Answer) risk.Answer {
	switch a {
	case risk.Yes:
		return risk.No
	case risk.No:
		return risk.Yes
	}
	return risk.Unknown
}

// either is the disjunction of two answers: Yes if one is, No if both are.
func either(a, b risk.Answer) risk.Answer {
	switch {
	case a == risk.Yes || b == risk.Yes:
		return risk.Yes
	case a == risk.No && b == risk.No:
		return risk.No
	}
	return risk.Unknown
}

// both is the conjunction of two answers: No if either is, Yes if both are.
func both(a, b risk.Answer) risk.Answer {
	switch {
	case a == risk.No || b == risk.No:
		return risk.No
	case a == risk.Yes && b == risk.Yes:
		return risk.Yes
	}
	return risk.Unknown
}

func (l *CoverageLine) add(p Place, access, ofWorkers risk.Answer) {
	workers, known := p.Workers.Known()
	if !known {
		l.Uncounted++
	}
	switch access {
	case risk.Yes:
		l.With++
	case risk.No:
		l.Without++
	default:
		l.Unknown++
	}
	switch ofWorkers {
	case risk.Yes:
		l.WorkersWith += workers
	case risk.No:
		l.WorkersWithout += workers
	default:
		l.WorkersUnknown += workers
	}
}

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
