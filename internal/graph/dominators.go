package graph

// Dominators says through which nodes every way from the roots to a node goes.
type Dominators struct {
	// Order holds the nodes that are reached; each comes after its Parent.
	Order []uint32
	// Parent is the last node before v, by node, that every way to v goes through;
	// None if there is none, or v is not reached.
	Parent []uint32
}

// domInfo is what the search knows of one node, by the number in which it was
// met, from 1; 0 is a root above the roots.
type domInfo struct {
	parent uint32 // in the tree of the search, then an ancestor, shortened as evaluation goes
	label  uint32 // the node with the least semi on the way to the ancestor
	semi   uint32
	tree   uint32 // parent in the tree of the search, then the dominator
}

// Dominators finds the dominators of all nodes that can be reached from the
// roots against the arcs with the given labels. The walk enters no node of
// block, which may be nil, except as a root. g must be complete.
//
// The algorithm is SEMI-NCA (Georgiadis, Linear-Time Algorithms for Dominators
// and Related Problems, 2005) without recursion.
func (g *Graph) Dominators(roots []uint32, via Labels, block Set) Dominators {
	n := g.Nodes()
	number := make([]uint32, n) // 0 is not met
	order := []uint32{None}
	info := []domInfo{{}}
	meet := func(v, parent uint32) {
		no := uint32(len(order))
		number[v] = no
		order = append(order, v)
		info = append(info, domInfo{parent, no, no, parent})
	}
	var way []frame
	for _, r := range roots {
		if number[r] != 0 {
			continue
		}
		meet(r, 0)
		way = append(way, frame{node: r, at: g.in.start[r]})
		for len(way) > 0 {
			f := &way[len(way)-1]
			if f.at == g.in.start[f.node+1] {
				way = way[:len(way)-1]
				continue
			}
			a := g.in.arcs[f.at]
			f.at++
			if v := a.Node(); number[v] == 0 && via.Has(a) && (block == nil || !block.Has(v)) {
				meet(v, number[f.node])
				way = append(way, frame{node: v, at: g.in.start[v]})
			}
		}
	}

	isRoot := NewSet(n)
	for _, r := range roots {
		isRoot.Add(r)
	}
	var stack []uint32
	for no := uint32(len(order) - 1); no > 0; no-- {
		v := order[no]
		if isRoot.Has(v) {
			info[no].semi = 0
			continue
		}
		semi := info[no].parent
		for _, a := range g.out.of(v) {
			u := number[a.Node()]
			if u == 0 || !via.Has(a) {
				continue
			}
			var least uint32
			least, stack = evaluate(info, u, no+1, stack)
			semi = min(semi, info[least].semi)
		}
		info[no].semi = semi
	}
	d := Dominators{Order: order[1:], Parent: filled(n)}
	for no := uint32(1); no < uint32(len(order)); no++ {
		up := info[no].tree
		for up > info[no].semi {
			up = info[up].tree
		}
		info[no].tree = up
		d.Parent[order[no]] = order[up]
	}
	return d
}

// evaluate returns the node with the least semi among u and those above it
// whose number is at least linked, and shortens the way up for the next time.
func evaluate(info []domInfo, u, linked uint32, stack []uint32) (least uint32, room []uint32) {
	if info[u].parent < linked {
		return info[u].label, stack
	}
	for info[u].parent >= linked {
		stack = append(stack, u)
		u = info[u].parent
	}
	for above := u; len(stack) > 0; above = u {
		u = stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		info[u].parent = info[above].parent
		if info[info[above].label].semi < info[info[u].label].semi {
			info[u].label = info[above].label
		}
	}
	return info[u].label, stack
}

// Behind returns for each node the sum of the weights of the nodes that can be
// reached only through it, itself not counted. A nil weight counts each as one.
func (d *Dominators) Behind(weight func(uint32) uint32) []uint32 {
	sum := make([]uint32, len(d.Parent))
	for i := len(d.Order) - 1; i >= 0; i-- {
		v := d.Order[i]
		if p := d.Parent[v]; p != None {
			w := uint32(1)
			if weight != nil {
				w = weight(v)
			}
			sum[p] += sum[v] + w
		}
	}
	return sum
}

// Only yields the nodes that can be reached only through v, in the order of
// Order.
func (d *Dominators) Only(v uint32, yield func(uint32) bool) {
	behind := NewSet(len(d.Parent))
	behind.Add(v)
	for _, u := range d.Order {
		if p := d.Parent[u]; p != None && behind.Has(p) {
			behind.Add(u)
			if !yield(u) {
				return
			}
		}
	}
}
