package graph

// Open is a length that has no known end.
const Open = None

// maxKnot is the greatest number of nodes of a cyclic component through which
// longest chains are followed exactly. The work for one component grows with
// two to the power of this number, so it also bounds the work for a node.
const maxKnot = 8

// Longest returns for each node the number of arcs of the longest chain, a way
// that meets no node twice, from a root to the node against the arcs with the
// given labels, plus one; 0 where there is none.
//
// first holds, for each node, the length of the longest known way from a root
// straight to it, plus one, or 0; Longest works in it and returns it. No chain
// goes through a node that c left out.
//
// A chain passes through the components of c one after another, so a chain is
// longest if its parts are. Within a component of more than 8 nodes the longest
// chain is hard to find, and what lies in or behind such a component is [Open].
func (g *Graph) Longest(first []uint32, c *Components, via Labels) []uint32 {
	groups := c.Groups()
	var knot knot
	for k := range uint32(groups.Len()) {
		members := groups.Members(k)
		switch {
		case len(members) == 1:
		case len(members) <= maxKnot:
			knot.solve(g, members, first, via)
		default:
			loosen(members, first)
		}
		for _, u := range members {
			if first[u] == 0 {
				continue
			}
			next := first[u]
			if next != Open {
				next++
			}
			for _, a := range g.in.of(u) {
				v := a.Node()
				if first[v] < next && via.Has(a) && c.Of[v] != k && c.Of[v] != None {
					first[v] = next
				}
			}
		}
	}
	return first
}

// loosen makes the lengths of all members open if any of them is reached.
func loosen(members, first []uint32) {
	for _, u := range members {
		if first[u] != 0 {
			for _, v := range members {
				first[v] = Open
			}
			return
		}
	}
}

// knot finds the longest chains within one small component by trying every set
// of its nodes. Its room is used again from one component to the next.
type knot struct {
	next [maxKnot]uint8                // members at the far end of the arcs of each member, as bits
	best [1 << maxKnot][maxKnot]uint32 // by set of nodes met and last node: longest length plus one
}

func (k *knot) solve(g *Graph, members, first []uint32, via Labels) {
	for _, u := range members {
		if first[u] == Open {
			loosen(members, first)
			return
		}
	}
	for i, u := range members {
		k.next[i] = 0
		for j, v := range members {
			for _, a := range row(g.in.of(u), v) {
				if via.Has(a) {
					k.next[i] |= 1 << j
				}
			}
		}
	}
	for set := range k.best[:1<<len(members)] {
		k.best[set] = [maxKnot]uint32{}
	}
	for i, u := range members {
		k.best[1<<i][i] = first[u]
	}
	for set := 1; set < 1<<len(members); set++ {
		for i, u := range members {
			length := k.best[set][i]
			if length == 0 {
				continue
			}
			first[u] = max(first[u], length)
			for j := range members {
				if k.next[i]&^uint8(set)>>j&1 != 0 {
					to := &k.best[set|1<<j][j]
					*to = max(*to, length+1)
				}
			}
		}
	}
}

// row returns the arcs of a sorted row that lead to v.
func row(arcs []Arc, v uint32) []Arc {
	lo, hi := 0, len(arcs)
	for lo < hi {
		if mid := (lo + hi) / 2; arcs[mid] < ArcTo(v, 0) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	end := lo
	for end < len(arcs) && arcs[end].Node() == v {
		end++
	}
	return arcs[lo:end]
}
