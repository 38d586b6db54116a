package graph

// Open is a length that has no known end.
const Open = None

// maxKnot is the greatest number of nodes of a cyclic component through which
// longest chains are followed exactly. The work for one component grows with
// two to the power of this number, so it also bounds the work for a node.
const maxKnot = 8

// Lengths are the lengths of the longest chains to each node, plus one; 0 where
// there is none, [Open] where the end is not known.
type Lengths struct {
	To []uint32 // of chains that end at the node
	On []uint32 // as they count for chains that go on from it; the same slice where no arc is free
}

// NewLengths returns lengths of no chains for n nodes.
func NewLengths(n int, free Labels) Lengths {
	l := Lengths{To: make([]uint32, n)}
	l.On = l.To
	if free != 0 {
		l.On = make([]uint32, n)
	}
	return l
}

// Extend notes a chain of the given length, as it counts where it goes on, that
// is followed by the arc a to its end.
func (l *Lengths) Extend(on uint32, a Arc, free Labels) {
	v, longer := a.Node(), on
	if on != Open {
		longer++
	}
	l.To[v] = max(l.To[v], longer)
	if free.Has(a) {
		longer = on
	}
	l.On[v] = max(l.On[v], longer)
}

// Longest extends chains, ways that meet no node twice, from where they end in
// first against the arcs with the given labels, and notes the longest to each
// node. It works in first. An arc with a free label lengthens the chains that
// end with it and not those that go on. No chain enters a node of without,
// which may be nil, nor one that c left out.
//
// c must be the components over the same arcs. A chain passes through them one
// after another, so it is longest if its parts are. Within a component of more
// than 8 nodes the longest chain is hard to find, and what lies in or behind
// such a component is [Open].
func (g *Graph) Longest(first Lengths, c *Components, via, free Labels, without Set) {
	groups := c.Groups()
	k := knot{g: g, via: via, free: free, lengths: first}
	for no := range uint32(groups.Len()) {
		members := groups.Members(no)
		switch {
		case len(members) == 1:
		case len(members) <= maxKnot:
			k.solve(members)
		default:
			k.loosen(members)
		}
		for _, u := range members {
			on := first.On[u]
			if on == 0 {
				continue
			}
			for _, a := range g.in.of(u) {
				v := a.Node()
				if via.Has(a) && c.Of[v] != no && c.Of[v] != None && (without == nil || !without.Has(v)) {
					first.Extend(on, a, free)
				}
			}
		}
	}
}

// knot finds the longest chains within one small component by trying every set
// of its nodes. Its room is used again from one component to the next.
type knot struct {
	g         *Graph
	via, free Labels
	lengths   Lengths
	next      [maxKnot][maxKnot]step        // from member to member
	best      [1 << maxKnot][maxKnot]uint32 // by set of nodes met and last node: longest length as it goes on
}

// step says whether there is an arc between two nodes, and whether all there
// are are free.
type step struct{ any, free bool }

func (k *knot) solve(members []uint32) {
	on, to := k.lengths.On, k.lengths.To
	for i, u := range members {
		if on[u] == Open {
			k.loosen(members)
			return
		}
		for j, v := range members {
			s := step{free: true}
			for _, a := range row(k.g.in.of(u), v) {
				if k.via.Has(a) {
					s = step{true, s.free && k.free.Has(a)}
				}
			}
			k.next[i][j] = s
		}
	}
	clear(k.best[:1<<len(members)])
	for i, u := range members {
		k.best[1<<i][i] = on[u]
	}
	for set := 1; set < 1<<len(members); set++ {
		for i, u := range members {
			length := k.best[set][i]
			if length == 0 {
				continue
			}
			on[u] = max(on[u], length)
			for j, v := range members {
				if s := k.next[i][j]; s.any && set>>j&1 == 0 {
					to[v] = max(to[v], length+1)
					goes := &k.best[set|1<<j][j]
					if s.free {
						*goes = max(*goes, length)
					} else {
						*goes = max(*goes, length+1)
					}
				}
			}
		}
	}
}

// loosen makes the lengths of all members open if any of them is reached.
func (k *knot) loosen(members []uint32) {
	for _, u := range members {
		if k.lengths.On[u] != 0 {
			for _, v := range members {
				k.lengths.On[v], k.lengths.To[v] = Open, Open
			}
			return
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
