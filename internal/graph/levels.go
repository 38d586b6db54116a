package graph

// Root is where a walk starts, and how far away from its true start it stands
// already.
type Root struct {
	Node   uint32
	Level  uint32
	Parent Arc // by which arc the way went so far; meaningless at level 0
}

// Levels says how far each node is from a set of roots and by which arc a
// shortest way goes on towards them.
//
// Arcs with a free label let a way pass through the node that they start from
// for nothing: such a node stands one level beyond the end of its arc, as every
// other, and so does whatever stands right behind it.
type Levels struct {
	Level  []uint32 // None if the node is not reached
	Parent []Arc    // the next node towards a root; meaningless at level 0 and where not reached
	Free   Labels
}

// On returns the level from which a way through v goes on: its own, or the one
// before if v was reached by a free arc.
func (l *Levels) On(v uint32) uint32 {
	if level := l.Level[v]; level == 0 || level == None || !l.Free.Has(l.Parent[v]) {
		return level
	}
	return l.Level[v] - 1
}

// Levels walks from the roots against the arcs with the given labels, breadth
// first. The roots must be in ascending order of their level. Of several
// shortest ways the one found first stands, which depends on the order of the
// roots and of the rows only. The walk enters no node of block, which may be
// nil, except as a root.
func (g *Graph) Levels(roots []Root, via, free Labels, block Set) Levels {
	n := g.Nodes()
	l := Levels{filled(n), make([]Arc, n), free}
	seen := NewSet(n)
	copy(seen, block)
	settled := Set(nil)
	if free != 0 {
		settled = NewSet(n) // a node that a free arc brings nearer stands in line twice
	}
	var now, next []uint32
	for on := uint32(0); len(now) > 0 || len(roots) > 0; on++ {
		if len(now) == 0 {
			on = max(on, roots[0].Level)
		}
		for ; len(roots) > 0 && roots[0].Level <= on; roots = roots[1:] {
			if r := roots[0]; l.Level[r.Node] == None {
				seen.Add(r.Node)
				l.Level[r.Node], l.Parent[r.Node] = r.Level, r.Parent
				now = append(now, r.Node)
			}
		}
		for i := 0; i < len(now); { // free arcs make now longer as it is walked
			some := now[i:min(i+sideBySide, len(now))]
			i += len(some)
			rows := g.in.all(some)
			for j, u := range some {
				if free != 0 {
					if settled.Has(u) {
						continue
					}
					settled.Add(u)
				}
				for _, a := range rows[j] {
					v := a.Node()
					if seen.Has(v) && (free == 0 || !l.nearer(a, on+1)) || !via.Has(a) {
						continue
					}
					seen.Add(v)
					l.Level[v] = on + 1
					l.Parent[v] = ArcTo(u, a.Label())
					if free.Has(a) {
						now = append(now, v)
					} else {
						next = append(next, v)
					}
				}
			}
		}
		now, next = next, now[:0]
	}
	return l
}

// nearer reports whether an arc to a node that is reached already lets ways go
// on from it one level nearer.
func (l *Levels) nearer(a Arc, level uint32) bool {
	v := a.Node()
	return l.Free.Has(a) && l.Level[v] == level && !l.Free.Has(l.Parent[v])
}

func filled(n int) []uint32 {
	s := make([]uint32, n)
	for i := range s {
		s[i] = None
	}
	return s
}
