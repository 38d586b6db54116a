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

// grouped is a network of groups. It holds two bytes for each supplier and, while
// it is made, eight for each relationship.
type grouped struct {
	c      *composer
	groups []group
	links  []groupLink
	of     []uint16          // by supplier of the document: its group, counted from 1
	others map[uuid.UUID]int // the same for those whom only relationships name
}

// at returns the group of a supplier, -1 if it has none.
func (g *grouped) at(id uuid.UUID) int {
	if i := g.c.find(supplierList, id); i >= 0 {
		return int(g.of[i]) - 1
	}
	if i, ok := g.others[id]; ok {
		return i
	}
	return -1
}

// put puts a supplier into a group.
func (g *grouped) put(id uuid.UUID, group int) {
	if i := g.c.find(supplierList, id); i >= 0 {
		g.of[i] = uint16(group + 1)
		return
	}
	g.others[id] = group
}

// groupNetwork puts the suppliers of the evaluation into groups.
func (c *composer) groupNetwork() *grouped {
	n := c.ev.Network
	key := func(id uuid.UUID) groupKey {
		k := standsAt(n, id)
		if i := c.find(supplierList, id); k.tier != 0 && i >= 0 && len(c.doc.Suppliers[i].Categories) > 0 {
			k.category = c.doc.Suppliers[i].Categories[0]
		}
		return k
	}
	sizes := map[groupKey]int{}
	for id := range n.All() {
		sizes[key(id)]++
	}
	merged := mergeSmall(sizes)
	g := &grouped{c: c, of: make([]uint16, len(c.doc.Suppliers)), others: map[uuid.UUID]int{}}
	index := map[groupKey]int{}
	for id := range n.All() {
		k := key(id)
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
		g.put(id, i)
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
			if at := g.at(id); at >= 0 && !slices.Contains(g.groups[at].linkages, i) {
				g.groups[at].linkages = append(g.groups[at].linkages, i)
			}
		}
	}
}

// join gathers the links between groups, in the order in which they are met.
func (g *grouped) join(c *composer) {
	real := c.realLinks()
	index := map[[2]int]int{}
	for id := range c.ev.Network.All() {
		for to := range c.ev.Network.Supplied(id) {
			k := [2]int{g.at(id), g.at(to)}
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
			if g.links[i].madeUp && real.has(c, id, to) {
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
				a, b := g.at(p.Steps[j-1].Supplier), g.at(p.Steps[j].Supplier)
				for _, k := range [...][2]int{{a, b}, {b, a}} {
					if at, ok := index[k]; ok {
						g.links[at].path = true
					}
				}
			}
		}
	}
}

// realLinks are the relationships of a document that are not illustrative, as
// pairs of places in its list of suppliers, in order.
type realLinks []uint64

func (c *composer) realLinks() realLinks {
	links := make(realLinks, 0, len(c.doc.Relationships))
	for i := range c.doc.Relationships {
		r := &c.doc.Relationships[i]
		if !r.Illustrative && c.find(supplierList, r.From) >= 0 && c.find(supplierList, r.To) >= 0 {
			links = append(links, c.pair(r.From, r.To))
		}
	}
	slices.Sort(links)
	return links
}

// pair returns the places of two suppliers in the document as one number.
func (c *composer) pair(a, b uuid.UUID) uint64 {
	return uint64(uint32(c.find(supplierList, a)))<<32 | uint64(uint32(c.find(supplierList, b)))
}

// has reports whether there is a relationship between two suppliers of the
// document, in either direction.
func (l realLinks) has(c *composer, a, b uuid.UUID) bool {
	for _, k := range [...]uint64{c.pair(a, b), c.pair(b, a)} {
		if _, found := slices.BinarySearch(l, k); found {
			return true
		}
	}
	return false
}

// label returns what a linkage is called in the picture.
func (c *composer) linkageLabel(i int) string {
	if code := c.ev.Linkages[i].Linkage.Code; code != "" && !c.withheld.value("linkages", i, "code") {
		return code
	}
	return strconv.Itoa(i + 1)
}
