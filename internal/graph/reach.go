package graph

// Against yields the nodes from which v can be reached over the arcs with the
// given labels, the nearest first, without v itself.
func (g *Graph) Against(v uint32, via Labels, yield func(uint32) bool) { g.in.reach(v, via, yield) }

// Along yields the nodes that can be reached from v, as Against does.
func (g *Graph) Along(v uint32, via Labels, yield func(uint32) bool) { g.out.reach(v, via, yield) }

func (r *rows) reach(v uint32, via Labels, yield func(uint32) bool) {
	seen := NewSet(len(r.start) - 1)
	seen.Add(v)
	queue := []uint32{v}
	for head := 0; head < len(queue); {
		some := queue[head:min(head+sideBySide, len(queue))]
		head += len(some)
		for _, row := range r.all(some) {
			for _, a := range row {
				w := a.Node()
				if seen.Has(w) || !via.Has(a) {
					continue
				}
				if !yield(w) {
					return
				}
				seen.Add(w)
				queue = append(queue, w)
			}
		}
	}
}
