package grievance

import "slices"

// untangle stops naming figures of one table that a figure of another table would
// give away. If all cases of one mechanism are from one site, and everybody knows
// that it serves no other, the site's figure less the mechanism's is the number of
// the site's cases from elsewhere. So wherever the cases behind one published
// figure are among those behind another, the two may be equal or differ by at
// least the threshold; if they do not, the smaller is no longer named. What holds
// by the cases themselves is taken to be known.
func (p *publisher) untangle() {
	for {
		sets := p.sets()
		tangled := p.tangled(sets)
		if len(tangled) == 0 {
			return
		}
		// Figures of one part stand in ascending order: drop the last first. A
		// rest grows by the first figure that is named.
		for _, i := range slices.Backward(tangled) {
			at := sets.of[i]
			if split := &p.parts[at.part].split; len(split.named) > 0 {
				split.drop(max(at.named, 0))
			}
		}
		p.dropOrphans()
	}
}

// dropOrphans takes away each table about the cases of a figure that is no longer
// named: that it is there would tell that the figure had been.
func (p *publisher) dropOrphans() {
	before := slices.Clone(p.parts)
	p.parts = slices.DeleteFunc(p.parts, func(t part) bool {
		return t.parent != DimensionNotStated && !slices.ContainsFunc(before, func(u part) bool {
			return u.dimension == t.parent && slices.ContainsFunc(u.split.named, func(c count) bool { return c.key == t.key })
		})
	})
}

// figureSets are the figures of all tables as sets of cases.
type figureSets struct {
	of      []figureSet
	members [][]int32 // of each case, the sets that it is in
}

// figureSet is one figure: the named-th of a part, or its rest if named is -1.
type figureSet struct {
	part, named, n int
}

// sets lists the figures of all tables with the cases behind each.
func (p *publisher) sets() figureSets {
	f := figureSets{members: make([][]int32, len(p.records))}
	for i := range p.parts {
		t := &p.parts[i]
		set := make([]int32, len(t.counts)) // of each value; the rest for one that is not named
		rest := int32(-1)
		if !t.multiple && t.split.rest > 0 && len(t.split.named) > 0 {
			rest = int32(len(f.of))
			f.of = append(f.of, figureSet{i, -1, t.split.rest})
		}
		for v := range set {
			set[v] = rest
		}
		named := 0
		for v := range t.counts {
			if named < len(t.split.named) && t.split.named[named].key == t.counts[v].key {
				set[v] = int32(len(f.of))
				f.of = append(f.of, figureSet{i, named, t.counts[v].n})
				named++
			}
		}
		for c, values := range t.values {
			for _, v := range values {
				if set[v] >= 0 {
					f.members[c] = append(f.members[c], set[v])
				}
			}
		}
	}
	return f
}

// tangled returns the sets that lie within another and are smaller by 1 to k-1
// cases, in ascending order. For each set it keeps the sets that all of its
// cases so far are in, which soon are few.
func (p *publisher) tangled(f figureSets) []int {
	within := make([][]int32, len(f.of))
	started := make([]bool, len(f.of))
	for _, sets := range f.members {
		for _, a := range sets {
			if !started[a] {
				started[a] = true
				within[a] = append([]int32(nil), sets...)
				continue
			}
			kept := within[a][:0]
			for _, b := range within[a] {
				for _, c := range sets {
					if b == c {
						kept = append(kept, b)
						break
					}
				}
			}
			within[a] = kept
		}
	}
	var found []int
	for a, others := range within {
		if len(p.parts[f.of[a].part].split.named) == 0 {
			continue
		}
		for _, b := range others {
			if d := f.of[b].n - f.of[a].n; d > 0 && d < p.k {
				found = append(found, a)
				break
			}
		}
	}
	return found
}
