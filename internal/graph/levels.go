package graph

// Root is where a walk starts, and how far away from its true start it stands
// already.
type Root struct {
	Node   uint32
	Level  uint32
	Parent Arc // by which arc the way went so far; meaningless at level 0
}

// Levels says how far each node is from a set of roots, counted in arcs, and by
// which arc a shortest way goes on towards them.
type Levels struct {
	Level  []uint32 // None if the node is not reached
	Parent []Arc    // the next node towards a root; meaningless at level 0 and where not reached
}

// Levels walks from the roots against the arcs with the given labels, breadth
// first. The roots must be in ascending order of their level. Of several
// shortest ways the one found first stands, which depends on the order of the
// roots and of the rows only. The walk enters no node of block, which may be
// nil, except as a root.
func (g *Graph) Levels(roots []Root, via Labels, block Set) Levels {
	n := g.Nodes()
	l := Levels{filled(n), make([]Arc, n)}
	seen := NewSet(n)
	copy(seen, block)
	queue := make([]uint32, 0, n)
	admit := func(upTo uint32) {
		for len(roots) > 0 && roots[0].Level <= upTo {
			r := roots[0]
			roots = roots[1:]
			if l.Level[r.Node] != None {
				continue
			}
			seen.Add(r.Node)
			l.Level[r.Node], l.Parent[r.Node] = r.Level, r.Parent
			queue = append(queue, r.Node)
		}
	}
	for head := 0; head < len(queue) || len(roots) > 0; head++ {
		if head == len(queue) {
			admit(roots[0].Level)
			head--
			continue
		}
		u := queue[head]
		next := l.Level[u] + 1
		admit(next)
		for _, a := range g.in.of(u) {
			v := a.Node()
			if seen.Has(v) || !via.Has(a) {
				continue
			}
			seen.Add(v)
			l.Level[v] = next
			l.Parent[v] = ArcTo(u, a.Label())
			queue = append(queue, v)
		}
	}
	return l
}

func filled(n int) []uint32 {
	s := make([]uint32, n)
	for i := range s {
		s[i] = None
	}
	return s
}
