package grievance

import "slices"

// precedence is the order in which tables are kept where two of them would give
// something away together. It is public. Tables about the cases of one figure come
// with the table of that figure.
var precedence = [...]Dimension{ByOutcome, ByStage, ByPromise, ByCountry, BySite, ByRight, ByGroup, ByMechanism, ByPeriod}

// untangle empties tables of which a figure would give something away together
// with a figure of a table that goes before.
//
// If all cases of one mechanism are from one site, and everybody knows that it
// serves no other, the site's figure less the mechanism's is the number of the
// site's cases from elsewhere. So wherever the cases behind one figure are among
// those behind another, and these are fewer than k more, or none more, the later
// table names nothing. What holds by the cases themselves is taken to be known.
//
// It matters not whether the two figures are named, only that the smaller could be;
// that the larger is none more counts too; and the table is emptied as a whole.
// Otherwise the choice would tell: what is seen is the same for every difference
// from 0 to k-1, and the same as for a table that can name nothing.
func (p *publisher) untangle() {
	var sets figureSets
	kept := make([]bool, len(p.parts))
	pairs := p.nested(&sets)
	for _, d := range precedence {
		for i := range p.parts {
			if p.parts[i].dimension != d || p.orphan(i) {
				continue
			}
			kept[i] = true
			for _, pair := range pairs {
				a, b := sets.of[pair[0]].part, sets.of[pair[1]].part
				if a == i && b != i && kept[b] || b == i && a != i && kept[a] {
					kept[i] = false
				}
			}
			if !kept[i] {
				p.parts[i].split = split{}
			}
		}
	}
	for i := range p.parts {
		kept[i] = !p.orphan(i)
	}
	i := 0
	p.parts = slices.DeleteFunc(p.parts, func(part) bool { i++; return !kept[i-1] })
}

// orphan reports whether a table is about the cases of a figure that is not named;
// that it is there would tell that the figure had been.
func (p *publisher) orphan(i int) bool {
	t := &p.parts[i]
	return t.parent != DimensionNotStated && !slices.ContainsFunc(p.parts, func(u part) bool {
		return u.dimension == t.parent && slices.ContainsFunc(u.split.named, func(c count) bool { return c.key == t.key })
	})
}

// figureSets are the figures of all tables as sets of cases.
type figureSets struct {
	of      []figureSet
	members [][]int32 // of each case, the sets that it is in
}

// figureSet is one figure of a part.
type figureSet struct {
	part, n int
	left    int // cases of the table that it does not count
}

// nested lists the pairs of figures of different tables of which the first counts
// only cases that the second counts too, and the second fewer than k more. A figure
// that counts every case of its table says nothing new and is left out.
func (p *publisher) nested(f *figureSets) [][2]int32 {
	*f = p.sets()
	var pairs [][2]int32
	for a, others := range alwaysWith(f.members, len(f.of)) {
		for _, b := range others {
			if f.of[a].part != f.of[b].part && f.of[a].n >= p.k && f.of[b].left > 0 && f.of[b].n-f.of[a].n < p.k {
				pairs = append(pairs, [2]int32{int32(a), b})
			}
		}
	}
	return pairs
}

// sets lists the figures of all tables, named or not, and the rests of those that
// have one, with the cases behind each.
func (p *publisher) sets() figureSets {
	f := figureSets{members: make([][]int32, len(p.records))}
	for i := range p.parts {
		t := &p.parts[i]
		first := int32(len(f.of))
		for v := range t.counts {
			f.of = append(f.of, figureSet{i, t.counts[v].n, t.cases - t.counts[v].n})
		}
		rest := int32(-1)
		if len(t.split.named) > 0 && !t.multiple {
			rest = int32(len(f.of))
			f.of = append(f.of, figureSet{i, t.split.rest, t.cases - t.split.rest})
		}
		named := t.isNamed(t.split.named)
		for c, values := range t.values {
			for _, v := range values {
				f.members[c] = append(f.members[c], first+int32(v))
				if rest >= 0 && !named[v] {
					f.members[c] = append(f.members[c], rest)
				}
			}
		}
	}
	return f
}
