package graph

import (
	"context"
	"math/bits"
)

// lanes is how many words of starts one pass over the arcs carries.
const lanes = 4

// startsAPass is how many starts one pass over the arcs carries.
const startsAPass = 64 * lanes

// starts is a set of the starts of one pass.
type starts [lanes]uint64

func (s *starts) empty() bool { return s[0]|s[1]|s[2]|s[3] == 0 }

// CountAgainst returns for each start the sum of the weights of the nodes from
// which it can be reached over the arcs with the given labels, itself not
// counted. It neither starts in nor enters a node of without. c must be the
// components over the same arcs. Each node counts once for each start, however
// many ways there are to it.
//
// One pass over the arcs serves 256 starts; progress is told after each how
// many starts are done, and may be nil. The error is that of ctx.
func (g *Graph) CountAgainst(ctx context.Context, from []uint32, c *Components, via Labels, without Set, weight func(uint32) uint32, progress func(done int)) ([]uint32, error) {
	groups := c.Groups()
	weights := make([]uint32, groups.Len())
	for k := range weights {
		for _, v := range groups.Members(uint32(k)) {
			weights[k] += weight(v)
		}
	}
	p := pass{g: g, c: c, groups: groups, weights: weights, via: via, without: without, met: make([]starts, groups.Len())}
	sums := make([]uint32, 0, len(from))
	for len(sums) < len(from) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		some := from[len(sums):min(len(sums)+startsAPass, len(from))]
		p.run(some)
		for i, v := range some {
			sum := p.sums[i]
			if c.Of[v] != None {
				sum -= weight(v)
			}
			sums = append(sums, sum)
		}
		if progress != nil {
			progress(len(sums))
		}
	}
	return sums, nil
}

// pass carries up to 256 starts over all components in the order of a walk.
type pass struct {
	g       *Graph
	c       *Components
	groups  Groups
	weights []uint32 // by component
	via     Labels
	without Set
	met     []starts // by component: which starts it can reach
	sums    [startsAPass]uint32
	ones    counter
}

func (p *pass) run(some []uint32) {
	clear(p.met)
	p.sums = [startsAPass]uint32{}
	for i, v := range some {
		if k := p.c.Of[v]; k != None {
			p.met[k][i/64] |= 1 << (i % 64)
		}
	}
	for k := range p.met {
		m := p.met[k]
		if m.empty() {
			continue
		}
		switch w := p.weights[k]; w {
		case 0:
		case 1:
			p.ones.add(&m, &p.sums)
		default:
			m.each(func(i int) { p.sums[i] += w })
		}
		for _, u := range p.groups.Members(uint32(k)) {
			for _, a := range p.g.in.of(u) {
				v := a.Node()
				to := p.c.Of[v]
				if to == None || to == uint32(k) || !p.via.Has(a) || p.without != nil && p.without.Has(v) {
					continue
				}
				t := &p.met[to]
				for j := range t {
					t[j] |= m[j]
				}
			}
		}
	}
	p.ones.flush(&p.sums)
}

func (s *starts) each(do func(i int)) {
	for j, w := range s {
		for ; w != 0; w &= w - 1 {
			do(64*j + bits.TrailingZeros64(w))
		}
	}
}

// counter counts, for each start at once, in how many sets it was: bit i of
// plane p is bit p of the count of start i. Adding a set is a carry through the
// planes, which nearly always ends at once.
type counter struct {
	planes [16]starts
	added  int
}

func (c *counter) add(s *starts, sums *[startsAPass]uint32) {
	carry := *s
	for p := 0; p < len(c.planes) && !carry.empty(); p++ {
		for j := range carry {
			c.planes[p][j], carry[j] = c.planes[p][j]^carry[j], c.planes[p][j]&carry[j]
		}
	}
	if c.added++; c.added == 1<<len(c.planes)-1 {
		c.flush(sums)
	}
}

func (c *counter) flush(sums *[startsAPass]uint32) {
	for p := range c.planes {
		c.planes[p].each(func(i int) { sums[i] += 1 << p })
	}
	*c = counter{}
}
