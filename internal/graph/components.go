package graph

// Components are the strong components of a graph: the largest sets of nodes
// each of which can be reached from every other. They are numbered so that a
// walk against the arcs meets them in ascending order.
type Components struct {
	Of    []uint32 // the component of each node; None if the node was left out
	Count int
	// Cyclic is how many components have more than one node.
	Cyclic int
}

// frame is a node on the way that the search has gone, the place in its row at
// which it goes on, and the index that the node was given when it was met.
type frame struct{ node, at, index uint32 }

// Components finds the strong components over the arcs with the given labels.
// Nodes of without, which may be nil, and their arcs are left out.
//
// The algorithm is Pearce's variant of Tarjan's ("A space-efficient algorithm
// for finding strongly connected components", 2016), without recursion: each
// node holds one number, which is its index while its component is open and
// the component, counted down from the top, once it is complete.
func (g *Graph) Components(via Labels, without Set) Components {
	n := uint32(g.Nodes())
	of := make([]uint32, n) // 0 is not met
	index, done, cyclic := uint32(1), n, 0
	var way []frame
	var open []uint32 // met, complete below, component not complete
	for s := range n {
		if of[s] != 0 || without != nil && without.Has(s) {
			continue
		}
		of[s] = index
		way = append(way, frame{s, g.in.start[s], index})
		index++
	walk:
		for len(way) > 0 {
			f := &way[len(way)-1]
			v, low := f.node, of[f.node]
			for end := g.in.start[v+1]; f.at < end; f.at++ {
				a := g.in.arcs[f.at]
				if !via.Has(a) {
					continue
				}
				w := a.Node()
				switch k := of[w]; {
				case k == 0:
					if without != nil && without.Has(w) {
						continue
					}
					of[v] = low
					of[w] = index
					way = append(way, frame{w, g.in.start[w], index})
					index++
					continue walk // f.at stays: w is looked at again when it is complete
				case k < low:
					low = k
				}
			}
			of[v] = low
			first := f.index
			way = way[:len(way)-1]
			if low != first {
				open = append(open, v)
				continue
			}
			index--
			size := 1
			for len(open) > 0 && of[open[len(open)-1]] >= first {
				of[open[len(open)-1]] = done
				open = open[:len(open)-1]
				index--
				size++
			}
			of[v] = done
			done--
			if size > 1 {
				cyclic++
			}
		}
	}
	for v := range of {
		if of[v] == 0 {
			of[v] = None
		} else {
			of[v] -= done + 1
		}
	}
	return Components{of, int(n - done), cyclic}
}

// Groups are the nodes of each component side by side: those of component c
// are Node[Start[c]:Start[c+1]], in ascending order.
type Groups struct {
	Start []uint32
	Node  []uint32
}

// Groups sorts the nodes by component.
func (c *Components) Groups() Groups {
	start := make([]uint32, c.Count+1)
	total := 0
	for _, k := range c.Of {
		if k != None {
			start[k+1]++
			total++
		}
	}
	sum(start)
	nodes := make([]uint32, total)
	for v, k := range c.Of {
		if k != None {
			nodes[start[k]] = uint32(v)
			start[k]++
		}
	}
	unshift(start)
	return Groups{start, nodes}
}

// Members returns the nodes of component c in ascending order. The caller must
// not write to it.
func (g *Groups) Members(c uint32) []uint32 { return g.Node[g.Start[c]:g.Start[c+1]] }

// Len returns the number of components.
func (g *Groups) Len() int { return len(g.Start) - 1 }

// maxRejoin is for how many nodes Rejoin walks; for more it starts afresh.
const maxRejoin = 4

// Rejoin returns the components of the whole graph over the arcs with the given
// labels, where c are those without the nodes left. It takes c over. The
// numbers of the result are in no order, and some stand for no node. g must be
// complete.
//
// reached says whether a node is reached by a walk from those left against the
// arcs.
//
// A node brings together what it reaches and is reached by, and nothing else.
func (g *Graph) Rejoin(c Components, left []uint32, via Labels, reached func(uint32) bool) Components {
	var joining []uint32
	for _, v := range left {
		if c.Of[v] == None {
			c.Of[v] = uint32(c.Count)
			c.Count++
		}
		for _, a := range g.out.of(v) {
			if via.Has(a) {
				joining = append(joining, v)
				break
			}
		}
	}
	if len(joining) > maxRejoin {
		return g.Components(via, nil)
	}
	for _, v := range joining {
		back := NewSet(g.Nodes())
		back.Add(v)
		g.Along(v, via, func(w uint32) bool { back.Add(w); return true })
		together := c.Of[v]
		if len(left) == 1 {
			for w := range back.All {
				if reached(w) {
					c.Of[w] = together
				}
			}
			continue
		}
		queue := []uint32{v}
		back.Remove(v)
		for len(queue) > 0 {
			u := queue[len(queue)-1]
			queue = queue[:len(queue)-1]
			c.Of[u] = together
			for _, a := range g.in.of(u) {
				if w := a.Node(); back.Has(w) && via.Has(a) {
					back.Remove(w)
					queue = append(queue, w)
				}
			}
		}
	}
	if len(joining) > 0 {
		c.recount()
	}
	return c
}

// recount counts the cyclic components anew.
func (c *Components) recount() {
	sizes := make([]uint32, c.Count)
	c.Cyclic = 0
	for _, k := range c.Of {
		if k != None {
			if sizes[k]++; sizes[k] == 2 {
				c.Cyclic++
			}
		}
	}
}
