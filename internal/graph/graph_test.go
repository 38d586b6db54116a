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
		via := Labels(r.Uint32())
		block := NewSet(l.n)
		var roots []Root
		want := filled(l.n)
		for range r.IntN(3) {
			block.Add(uint32(r.IntN(l.n)))
		}
		for level := range uint32(3) {
			v := uint32(r.IntN(l.n))
			roots = append(roots, Root{v, level, 0})
			want[v] = min(want[v], level)
		}
		for range l.n { // Bellman and Ford
			for _, a := range l.arcs {
				if from := uint32(a[0]); via.Has(Arc(a[2])) && !block.Has(from) && want[a[1]] != None {
					want[from] = min(want[from], want[a[1]]+1)
				}
			}
		}
		got := l.build().Levels(roots, via, block)
		if !slices.Equal(got.Level, want) {
			t.Fatalf("levels %v, want %v", got.Level, want)
		}
		for v, level := range got.Level {
			root := slices.ContainsFunc(roots, func(r Root) bool { return r.Node == uint32(v) && r.Level == level })
			if level == None || root {
				continue
			}
			p := got.Parent[v]
			if got.Level[p.Node()] != level-1 || !l.has(v, int(p.Node()), LabelSet(p.Label())&via) {
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

// longest tries every chain.
func (l list) longest(first []uint32, via Labels, without Set) []uint32 {
	best := slices.Clone(first)
	met := make([]bool, l.n)
	var try func(v int, length uint32)
	try = func(v int, length uint32) {
		best[v] = max(best[v], length)
		met[v] = true
		for w := range l.n {
			if !met[w] && l.has(w, v, via) && !without.Has(uint32(w)) {
				try(w, length+1)
			}
		}
		met[v] = false
	}
	for v, f := range first {
		if f != 0 {
			try(v, f)
		}
	}
	return best
}

func TestLongestTriesEveryChain(t *testing.T) {
	eachRandom(t, func(t *testing.T, r *rand.Rand, l list) {
		via := Labels(r.Uint32())
		without := NewSet(l.n)
		if r.IntN(2) == 0 {
			without.Add(uint32(r.IntN(l.n)))
		}
		first := make([]uint32, l.n)
		for range 1 + r.IntN(2) {
			if v := r.IntN(l.n); !without.Has(uint32(v)) {
				first[v] = 1 + r.Uint32N(4)
			}
		}
		want := l.longest(first, via, without)
		g := l.build()
		c := g.Components(via, without)
		groups := c.Groups()
		got := g.Longest(slices.Clone(first), &c, via)
		if l.n <= maxKnot && !slices.Equal(got, want) {
			t.Fatalf("longest %v, want %v", got, want)
		}
		for v := range got {
			exact := l.n <= maxKnot || len(groups.Members(0)) <= maxKnot
			if got[v] != want[v] && (exact || got[v] != Open) {
				t.Fatalf("node %d: longest %d, want %d", v, got[v], want[v])
			}
		}
	})
}

func TestLongestIsOpenInAndBehindALargeKnot(t *testing.T) {
	l := list{n: 12}
	for v := range 9 { // a ring of nine, then 9 supplies 8, 10 supplies 9, 11 nobody
		l.arcs = append(l.arcs, [3]int{v, (v + 1) % 9, 0})
	}
	l.arcs = append(l.arcs, [3]int{9, 8, 0}, [3]int{10, 9, 0})
	first := make([]uint32, l.n)
	first[3] = 1
	g := l.build()
	c := g.Components(AllLabels, nil)
	got := g.Longest(first, &c, AllLabels)
	for v := range 11 {
		if got[v] != Open {
			t.Errorf("node %d: longest %d, want open", v, got[v])
		}
	}
	if got[11] != 0 {
		t.Errorf("node 11: longest %d, want 0 for not reached", got[11])
	}
}
