package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// list is a graph as a list of arcs, the form in which tests think.
type list struct {
	n    int
	arcs [][3]int // from, to, label
}

func (l list) build() *Graph {
	var b Builder
	for _, a := range l.arcs {
		b.Add(uint32(a[0]), ArcTo(uint32(a[1]), uint8(a[2])))
	}
	return b.Build(l.n).Complete()
}

// random returns a graph with up to n nodes, m arcs and the given number of
// labels.
func random(r *rand.Rand, n, m, labels int) list {
	l := list{n: 1 + r.IntN(n)}
	for range r.IntN(m + 1) {
		l.arcs = append(l.arcs, [3]int{r.IntN(l.n), r.IntN(l.n), r.IntN(labels)})
	}
	return l
}

// eachRandom runs check over many small random graphs, sparse and dense.
func eachRandom(t *testing.T, check func(t *testing.T, r *rand.Rand, l list)) {
	t.Helper()
	for seed := range uint64(600) {
		r := rand.New(rand.NewPCG(seed, 5))
		l := random(r, 1+int(seed%9), 1+int(seed%23), 1+int(seed%8))
		t.Run(fmt.Sprint(seed), func(t *testing.T) { check(t, r, l) })
	}
}

func (l list) has(from, to int, via Labels) bool {
	return slices.ContainsFunc(l.arcs, func(a [3]int) bool {
		return a[0] == from && a[1] == to && via.Has(ArcTo(0, uint8(a[2])))
	})
}

// reach returns which node reaches which over one arc or more.
func (l list) reach(via Labels, without Set) [][]bool {
	r := make([][]bool, l.n)
	for i := range r {
		r[i] = make([]bool, l.n)
		for j := range r[i] {
			r[i][j] = l.has(i, j, via) && !without.Has(uint32(i)) && !without.Has(uint32(j))
		}
	}
	for k := range r {
		for i := range r {
			for j := range r {
				r[i][j] = r[i][j] || r[i][k] && r[k][j]
			}
		}
	}
	return r
}

func TestRowsHoldEachArcOnceInBothDirectionsInOrder(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, l list) {
		g := l.build()
		want := slices.Clone(l.arcs)
		slices.SortFunc(want, func(a, b [3]int) int { return slices.Compare(a[:], b[:]) })
		want = slices.Compact(want)
		var out, in [][3]int
		for v := range uint32(l.n) {
			if !slices.IsSorted(g.In(v)) || !slices.IsSorted(g.Out(v)) {
				t.Fatalf("rows of %d are not sorted: in %v, out %v", v, g.In(v), g.Out(v))
			}
			for _, a := range g.Out(v) {
				out = append(out, [3]int{int(v), int(a.Node()), int(a.Label())})
			}
			for _, a := range g.In(v) {
				in = append(in, [3]int{int(a.Node()), int(v), int(a.Label())})
			}
		}
		slices.SortFunc(in, func(a, b [3]int) int { return slices.Compare(a[:], b[:]) })
		if !slices.Equal(out, want) || !slices.Equal(in, want) || g.Arcs() != len(want) {
			t.Fatalf("out %v\nin  %v\nwant %v", out, in, want)
		}
	})
}

func TestEachRepeatedArcIsListedWithItsFirstPlace(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, l list) {
		var b Builder
		b.Skip() // places count what is skipped
		var want [][2]int
		for i, a := range l.arcs {
			b.Add(uint32(a[0]), ArcTo(uint32(a[1]), uint8(a[2])))
			if j := slices.Index(l.arcs, a); j < i {
				want = append(want, [2]int{i + 1, j + 1})
			}
		}
		h := b.Build(l.n)
		var got [][2]int
		h.Places(&b, func(place, first int) bool {
			got = append(got, [2]int{place, first})
			return true
		})
		if !slices.Equal(got, want) || h.Merged != len(want) {
			t.Fatalf("places %v, merged %d, want %v", got, h.Merged, want)
		}
	})
}

func TestLevelsAreShortestWays(t *testing.T) {
	eachRandom(t, func(t *testing.T, r *rand.Rand, l list) {
		via, free := Labels(r.Uint32()), Labels(r.Uint32()&r.Uint32())
		if r.IntN(2) == 0 {
			free = 0
		}
		block := NewSet(l.n)
		var roots []Root
		for range r.IntN(3) {
			block.Add(uint32(r.IntN(l.n)))
		}
		want, on := filled(l.n), filled(l.n) // level, and level from which ways go on
		for level := range uint32(3) {
			v := uint32(r.IntN(l.n))
			parent := ArcTo(0, uint8(r.IntN(8)))
			for free.Has(parent) {
				parent = ArcTo(0, uint8(r.IntN(8)))
			}
			roots = append(roots, Root{v, level, parent})
			want[v], on[v] = min(want[v], level), min(on[v], level)
		}
		for range 2 * l.n { // Bellman and Ford
			for _, a := range l.arcs {
				from, label := uint32(a[0]), Arc(a[2])
				if !via.Has(label) || block.Has(from) || on[a[1]] == None {
					continue
				}
				want[from] = min(want[from], on[a[1]]+1)
				if free.Has(label) {
					on[from] = min(on[from], on[a[1]])
				} else {
					on[from] = min(on[from], on[a[1]]+1)
				}
			}
		}
		got := l.build().Levels(roots, via, free, block)
		for v := range uint32(l.n) {
			if got.Level[v] != want[v] || got.On(v) != on[v] {
				t.Fatalf("node %d: level %d, on %d; want %d, %d", v, got.Level[v], got.On(v), want[v], on[v])
			}
			root := slices.ContainsFunc(roots, func(r Root) bool { return r.Node == v && r.Parent == got.Parent[v] })
			if got.Level[v] == None || root {
				continue
			}
			p := got.Parent[v]
			if got.On(p.Node()) != got.Level[v]-1 || !l.has(int(v), int(p.Node()), LabelSet(p.Label())&via) {
				t.Fatalf("parent of %d is %d by label %d", v, p.Node(), p.Label())
			}
		}
	})
}

func TestComponentsAreMutualReachInTheOrderOfAWalk(t *testing.T) {
	eachRandom(t, func(t *testing.T, r *rand.Rand, l list) {
		via := Labels(r.Uint32())
		without := NewSet(l.n)
		for range r.IntN(3) {
			without.Add(uint32(r.IntN(l.n)))
		}
		reach := l.reach(via, without)
		c := l.build().Components(via, without)
		groups := c.Groups()
		cyclic := 0
		for k := range uint32(groups.Len()) {
			if len(groups.Members(k)) > 1 {
				cyclic++
			}
		}
		if groups.Len() != c.Count || cyclic != c.Cyclic {
			t.Fatalf("%d groups, %d cyclic; want %d, %d", groups.Len(), cyclic, c.Count, c.Cyclic)
		}
		for i := range l.n {
			if without.Has(uint32(i)) != (c.Of[i] == None) {
				t.Fatalf("node %d: left out %v, component %d", i, without.Has(uint32(i)), c.Of[i])
			}
			for j := range l.n {
				if without.Has(uint32(i)) || without.Has(uint32(j)) {
					continue
				}
				same := i == j || reach[i][j] && reach[j][i]
				if same != (c.Of[i] == c.Of[j]) {
					t.Fatalf("%d and %d: same %v, components %d and %d", i, j, same, c.Of[i], c.Of[j])
				}
				if reach[i][j] && c.Of[j] > c.Of[i] {
					t.Fatalf("%d reaches %d, components %d and %d are out of order", i, j, c.Of[i], c.Of[j])
				}
			}
		}
	})
}

func TestNodesLeftOutAndRejoinedMakeTheComponentsOfAll(t *testing.T) {
	eachRandom(t, func(t *testing.T, r *rand.Rand, l list) {
		via := Labels(r.Uint32())
		without := NewSet(l.n)
		var left []uint32
		for range 1 + r.IntN(l.n) {
			v := uint32(r.IntN(l.n))
			left = append(left, v)
			without.Add(v)
		}
		g := l.build()
		want := g.Components(via, nil)
		var roots []Root
		for _, v := range left {
			roots = append(roots, Root{Node: v})
		}
		walk := g.Levels(roots, via, 0, without)
		got := g.Rejoin(g.Components(via, without), left, via, func(v uint32) bool { return walk.Level[v] != None })
		if got.Cyclic != want.Cyclic {
			t.Fatalf("%d cyclic, want %d", got.Cyclic, want.Cyclic)
		}
		for i := range l.n {
			for j := range l.n {
				if (got.Of[i] == got.Of[j]) != (want.Of[i] == want.Of[j]) {
					t.Fatalf("%d and %d: %v, want %v", i, j, got.Of, want.Of)
				}
			}
		}
	})
}

// longest tries every chain.
func (l list) longest(first Lengths, via, free Labels, without Set) Lengths {
	best := Lengths{slices.Clone(first.To), slices.Clone(first.On)}
	met := make([]bool, l.n)
	var try func(v int, on uint32)
	try = func(v int, on uint32) {
		best.On[v] = max(best.On[v], on)
		met[v] = true
		for _, a := range l.arcs {
			w, label := a[0], Arc(a[2])
			if a[1] != v || met[w] || !via.Has(label) || without.Has(uint32(w)) {
				continue
			}
			best.To[w] = max(best.To[w], on+1)
			if free.Has(label) {
				try(w, on)
			} else {
				try(w, on+1)
			}
		}
		met[v] = false
	}
	for v, on := range first.On {
		if on != 0 {
			try(v, on)
		}
	}
	return best
}

func TestLongestTriesEveryChain(t *testing.T) {
	eachRandom(t, func(t *testing.T, r *rand.Rand, l list) {
		if len(l.arcs) > 16 {
			l.arcs = l.arcs[:16] // every chain is many chains
		}
		via, free := Labels(r.Uint32()), Labels(r.Uint32()&r.Uint32())
		if r.IntN(2) == 0 {
			free = 0
		}
		without := NewSet(l.n)
		if r.IntN(2) == 0 {
			without.Add(uint32(r.IntN(l.n)))
		}
		first := NewLengths(l.n, free)
		for range 1 + r.IntN(2) {
			if v := r.IntN(l.n); !without.Has(uint32(v)) {
				first.On[v] = 1 + r.Uint32N(4)
				first.To[v] = max(first.To[v], first.On[v])
			}
		}
		want := l.longest(first, via, free, without)
		g := l.build()
		var c Components
		if r.IntN(2) == 0 {
			c = g.Components(via, without)
		} else {
			c = g.Components(via, nil) // coarser; without still bounds the chains
			if withoutMatters(&c, without) {
				return
			}
		}
		groups := c.Groups()
		large := false
		for k := range uint32(groups.Len()) {
			large = large || len(groups.Members(k)) > maxKnot
		}
		g.Longest(first, &c, via, free, without)
		for v := range l.n {
			if (first.To[v] != want.To[v] || first.On[v] != want.On[v]) && !(large && first.To[v] == Open) {
				t.Fatalf("node %d: longest %d, on %d; want %d, %d", v, first.To[v], first.On[v], want.To[v], want.On[v])
			}
		}
	})
}

// withoutMatters reports whether a node left out is in a component with others,
// so that the components without it are others.
func withoutMatters(c *Components, without Set) bool {
	groups := c.Groups()
	for v := range without.All {
		if len(groups.Members(c.Of[v])) > 1 {
			return true
		}
	}
	return false
}

func TestLongestIsOpenInAndBehindALargeKnot(t *testing.T) {
	l := list{n: 12}
	for v := range 9 { // a ring of nine, then 9 supplies 8, 10 supplies 9, 11 nobody
		l.arcs = append(l.arcs, [3]int{v, (v + 1) % 9, 0})
	}
	l.arcs = append(l.arcs, [3]int{9, 8, 0}, [3]int{10, 9, 0})
	first := NewLengths(l.n, 0)
	first.To[3] = 1
	g := l.build()
	c := g.Components(AllLabels, nil)
	g.Longest(first, &c, AllLabels, 0, nil)
	for v := range 11 {
		if first.To[v] != Open {
			t.Errorf("node %d: longest %d, want open", v, first.To[v])
		}
	}
	if first.To[11] != 0 {
		t.Errorf("node 11: longest %d, want 0 for not reached", first.To[11])
	}
}

func TestReachIsNearestFirstAndComplete(t *testing.T) {
	eachRandom(t, func(t *testing.T, r *rand.Rand, l list) {
		via := Labels(r.Uint32())
		reach := l.reach(via, NewSet(l.n))
		g := l.build()
		for v := range l.n {
			var against, along, wantAgainst, wantAlong []int
			g.Against(uint32(v), via, func(w uint32) bool { against = append(against, int(w)); return true })
			g.Along(uint32(v), via, func(w uint32) bool { along = append(along, int(w)); return true })
			levels := g.Levels([]Root{{Node: uint32(v)}}, via, 0, nil).Level
			if !slices.IsSortedFunc(against, func(a, b int) int { return int(levels[a]) - int(levels[b]) }) {
				t.Fatalf("against %d: %v is not nearest first", v, against)
			}
			for w := range l.n {
				if w != v && reach[w][v] {
					wantAgainst = append(wantAgainst, w)
				}
				if w != v && reach[v][w] {
					wantAlong = append(wantAlong, w)
				}
			}
			slices.Sort(against)
			slices.Sort(along)
			if !slices.Equal(against, wantAgainst) || !slices.Equal(along, wantAlong) {
				t.Fatalf("node %d: against %v, along %v; want %v, %v", v, against, along, wantAgainst, wantAlong)
			}
		}
	})
}

func TestADominatorIsWhatReachIsLostWithout(t *testing.T) {
	eachRandom(t, func(t *testing.T, r *rand.Rand, l list) {
		via := Labels(r.Uint32())
		block := NewSet(l.n)
		var roots []uint32
		for range 1 + r.IntN(2) {
			v := uint32(r.IntN(l.n))
			roots = append(roots, v)
			block.Add(v)
		}
		g := l.build()
		reached := func(without int) []bool {
			b := slices.Clone(block)
			var from []Root
			for _, v := range roots {
				if int(v) != without {
					from = append(from, Root{Node: v})
				}
			}
			if without >= 0 {
				b.Add(uint32(without))
			}
			met := make([]bool, l.n)
			for v, level := range g.Levels(from, via, 0, b).Level {
				met[v] = level != None
			}
			return met
		}
		d := g.Dominators(roots, via, block)
		behind := d.Behind(nil)
		all := reached(-1)
		for v := range l.n {
			var want, got []int
			for w, ok := range reached(v) {
				if w != v && all[w] && !ok {
					want = append(want, w)
				}
			}
			d.Only(uint32(v), func(w uint32) bool { got = append(got, int(w)); return true })
			slices.Sort(got)
			if !slices.Equal(got, want) || int(behind[v]) != len(want) {
				t.Fatalf("only through %d: %v (%d), want %v", v, got, behind[v], want)
			}
			if all[v] != slices.Contains(d.Order, uint32(v)) {
				t.Fatalf("node %d: reached %v, order %v", v, all[v], d.Order)
			}
		}
	})
}

func TestEachNodeCountsOnceForEachStart(t *testing.T) {
	check := func(t *testing.T, l list, from []uint32, via Labels, without Set, weight func(uint32) uint32) {
		t.Helper()
		g := l.build()
		c := g.Components(via, without)
		got, err := g.CountAgainst(t.Context(), from, &c, via, without, weight, nil)
		if err != nil {
			t.Fatal(err)
		}
		for i, v := range from {
			want := uint32(0)
			if !without.Has(v) {
				for w, level := range g.Levels([]Root{{Node: v}}, via, 0, without).Level {
					if level != None && level > 0 {
						want += weight(uint32(w))
					}
				}
			}
			if got[i] != want {
				t.Fatalf("start %d: %d, want %d", v, got[i], want)
			}
		}
	}
	eachRandom(t, func(t *testing.T, r *rand.Rand, l list) {
		without := NewSet(l.n)
		without.Add(uint32(r.IntN(l.n)))
		var from []uint32
		for range r.IntN(5) {
			from = append(from, uint32(r.IntN(l.n)))
		}
		check(t, l, from, Labels(r.Uint32()), without, func(v uint32) uint32 { return v % 3 })
	})
	t.Run("more starts than a pass carries", func(t *testing.T) {
		r := rand.New(rand.NewPCG(7, 7))
		l := list{n: 700}
		for range 900 {
			l.arcs = append(l.arcs, [3]int{r.IntN(l.n), r.IntN(l.n), 0})
		}
		from := make([]uint32, l.n)
		for v := range from {
			from[v] = uint32(v)
		}
		check(t, l, from, AllLabels, NewSet(l.n), func(uint32) uint32 { return 1 })
	})
	t.Run("more nodes than a counter holds", func(t *testing.T) {
		l := list{n: 150_000}
		for v := 2; v < l.n; v++ {
			l.arcs = append(l.arcs, [3]int{v, v % 2, 0})
		}
		check(t, l, []uint32{0, 1, 2}, AllLabels, NewSet(l.n), func(uint32) uint32 { return 1 })
	})
}
