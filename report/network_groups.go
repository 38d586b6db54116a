package report

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/supplier"
)

// Bounds that keep the picture of a network readable whatever its size.
const (
	mostTiers  = 6  // what is further away stands at the last
	mostGroups = 10 // at one tier; the smallest are put together
)

// groupKey tells the groups of a network apart: those who stand on the same
// side at the same tier and do the same.
type groupKey struct {
	direction supplier.Direction // not stated for the company itself and for those to whom no way is known
	tier      int                // 0 for the company, -1 where no way is known
	category  supplier.Category  // empty if not stated, "*" for several put together
}

// group is suppliers that a picture shows as one.
type group struct {
	groupKey
	members  int
	only     uuid.UUID // the member, if it is the only one
	linkages []int     // indices of the linkages that cover a member
	x, y     float64
}

// groupLink joins two groups of a network.
type groupLink struct {
	from, to int
	links    int
	madeUp   bool // every relationship behind it is illustrative
	path     bool // a way that shows where a linkage is goes through it
}

// grouped is a network of groups.
type grouped struct {
	groups []group
	links  []groupLink
	of     map[uuid.UUID]int
}

// groupNetwork puts the suppliers of the evaluation into groups.
func (c *composer) groupNetwork() *grouped {
	n := c.ev.Network
	categories := make(map[uuid.UUID]supplier.Category, len(c.doc.Suppliers))
	for i := range c.doc.Suppliers {
		s := &c.doc.Suppliers[i]
		if len(s.Categories) > 0 {
			categories[s.ID] = s.Categories[0]
		}
	}
	keys, sizes := map[uuid.UUID]groupKey{}, map[groupKey]int{}
	for id := range n.All() {
		k := standsAt(n, id)
		if k.tier != 0 {
			k.category = categories[id]
		}
		keys[id] = k
		sizes[k]++
	}
	merged := mergeSmall(sizes)
	g := &grouped{of: map[uuid.UUID]int{}}
	index := map[groupKey]int{}
	for id := range n.All() {
		k := keys[id]
		if to, ok := merged[k]; ok {
			k = to
		}
		i, ok := index[k]
		if !ok {
			i = len(g.groups)
			index[k] = i
			g.groups = append(g.groups, group{groupKey: k, only: id})
		}
		g.groups[i].members++
		g.of[id] = i
	}
	g.cover(c)
	g.join(c)
	return g
}

// standsAt returns where a supplier stands by a shortest way.
func standsAt(n *supplier.Network, id uuid.UUID) groupKey {
	if n.IsBuyer(id) {
		return groupKey{}
	}
	p := n.Proximity(id)
	for _, d := range [...]supplier.Direction{supplier.Upstream, supplier.Reverse, supplier.Downstream} {
		if tier, ok := p.Tiers(d).Min(); ok {
			return groupKey{direction: d, tier: min(tier, mostTiers)}
		}
	}
	return groupKey{tier: -1}
}

// mergeSmall says which groups are put together with others at their tier.
func mergeSmall(sizes map[groupKey]int) map[groupKey]groupKey {
	byTier := map[groupKey][]groupKey{}
	for k := range sizes {
		at := groupKey{direction: k.direction, tier: k.tier}
		byTier[at] = append(byTier[at], k)
	}
	merged := map[groupKey]groupKey{}
	for at, keys := range byTier {
		if len(keys) <= mostGroups {
			continue
		}
		slices.SortFunc(keys, func(a, b groupKey) int {
			return cmp.Or(cmp.Compare(sizes[b], sizes[a]), cmp.Compare(a.category, b.category))
		})
		at.category = "*"
		for _, k := range keys[mostGroups-1:] {
			merged[k] = at
		}
	}
	return merged
}

// cover notes which linkages speak of which groups.
func (g *grouped) cover(c *composer) {
	for i := range c.ev.Linkages {
		if c.withheld.item("linkages", i) || c.withheld.value("linkages", i, "covers") {
			continue
		}
		for _, id := range c.ev.Linkages[i].Suppliers {
			if at, ok := g.of[id]; ok && !slices.Contains(g.groups[at].linkages, i) {
				g.groups[at].linkages = append(g.groups[at].linkages, i)
			}
		}
	}
}

// join gathers the links between groups, in the order in which they are met.
func (g *grouped) join(c *composer) {
	real := map[[2]uuid.UUID]bool{}
	for i := range c.doc.Relationships {
		if r := &c.doc.Relationships[i]; !r.Illustrative {
			real[[2]uuid.UUID{r.From, r.To}] = true
		}
	}
	index := map[[2]int]int{}
	for id := range c.ev.Network.All() {
		for to := range c.ev.Network.Supplied(id) {
			k := [2]int{g.of[id], g.of[to]}
			if k[0] == k[1] {
				continue
			}
			i, ok := index[k]
			if !ok {
				i = len(g.links)
				index[k] = i
				g.links = append(g.links, groupLink{from: k[0], to: k[1], madeUp: true})
			}
			g.links[i].links++
			if real[[2]uuid.UUID{id, to}] || real[[2]uuid.UUID{to, id}] {
				g.links[i].madeUp = false
			}
		}
	}
	for i := range c.ev.Linkages {
		if c.withheld.item("linkages", i) {
			continue
		}
		for _, p := range c.ev.Linkages[i].Paths {
			for j := 1; j < len(p.Steps); j++ {
				a, b := g.of[p.Steps[j-1].Supplier], g.of[p.Steps[j].Supplier]
				for _, k := range [...][2]int{{a, b}, {b, a}} {
					if at, ok := index[k]; ok {
						g.links[at].path = true
					}
				}
			}
		}
	}
}

// label returns what a linkage is called in the picture.
func (c *composer) linkageLabel(i int) string {
	if code := c.ev.Linkages[i].Linkage.Code; code != "" && !c.withheld.value("linkages", i, "code") {
		return code
	}
	return strconv.Itoa(i + 1)
}
