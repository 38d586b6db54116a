package grievance

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
)

// publication is all that a reader sees of a table: the total, the named figures
// and the rest.
func publication(t []int, k int) string {
	var counts []count
	total := 0
	for i, n := range t {
		total += n
		if n > 0 {
			counts = append(counts, count{fmt.Sprint(i), n})
		}
	}
	if total < k {
		return "nothing"
	}
	s := suppress(counts, k)
	return fmt.Sprint(total, s.named, s.rest)
}

// The attacker knows every rule and the list of all values, tries every table
// that there can be, and keeps those that give the publication seen.
func TestWhoKnowsTheRulesLearnsNothingOfAFigureBelowTheThreshold(t *testing.T) {
	for _, c := range []struct{ k, values, total int }{{2, 5, 12}, {3, 4, 16}, {3, 5, 12}, {4, 4, 16}, {5, 3, 22}, {5, 4, 16}} {
		possible := map[string][][]bool{} // publication -> value -> figures that it can be
		TablesUpTo(c.values, c.total, func(table []int) {
			key := publication(table, c.k)
			if possible[key] == nil {
				possible[key] = make([][]bool, c.values)
				for i := range possible[key] {
					possible[key][i] = make([]bool, c.total+1)
				}
			}
			for i, n := range table {
				possible[key][i][n] = true
			}
		})
		tried := 0
		TablesUpTo(c.values, c.total, func(table []int) {
			key := publication(table, c.k)
			for i, n := range table {
				if n >= c.k {
					continue
				}
				tried++
				for other := range c.k {
					if !possible[key][i][other] {
						t.Fatalf("threshold %d: in %v, published as %s, the figure of value %d cannot be %d", c.k, table, key, i, other)
					}
				}
			}
		})
		if tried == 0 {
			t.Fatal("nothing was tried")
		}
	}
}

// The same attack on the rule that most offices use, to complement by the
// smallest figure, succeeds. It shows why this library does otherwise.
func TestComplementingByTheSmallestFigureGivesSecretsAway(t *testing.T) {
	const k = 5
	smallest := func(table []int) string {
		var hidden []int
		for i, n := range table {
			if n < k {
				hidden = append(hidden, i)
			}
		}
		rest := 0
		for _, i := range hidden {
			rest += table[i]
		}
		for rest < k && len(hidden) > 0 && len(hidden) < len(table) {
			best := -1
			for i, n := range table {
				if !slices.Contains(hidden, i) && (best < 0 || n < table[best]) {
					best = i
				}
			}
			hidden, rest = append(hidden, best), rest+table[best]
		}
		slices.Sort(hidden)
		return fmt.Sprint(hidden, rest, func() (named []int) {
			for i, n := range table {
				if !slices.Contains(hidden, i) {
					named = append(named, n)
				}
			}
			return named
		}())
	}
	possible := map[string]map[[3]int]bool{}
	TablesUpTo(3, 20, func(table []int) {
		key := smallest(table)
		if possible[key] == nil {
			possible[key] = map[[3]int]bool{}
		}
		possible[key][[3]int(table)] = true
	})
	for key, tables := range possible {
		if len(tables) != 1 {
			continue
		}
		for table := range tables {
			if slices.ContainsFunc(table[:], func(n int) bool { return n > 0 && n < k }) {
				t.Logf("published as %s it can only be %v", key, table)
				return
			}
		}
	}
	t.Error("the attack found nothing; it is too weak to show that the library's rule withstands it")
}

// The same for cases that may have several values.
func TestWhoKnowsTheRulesLearnsNothingOfASmallLabel(t *testing.T) {
	for _, c := range []struct{ k, values, total int }{{2, 3, 7}, {3, 3, 8}, {2, 2, 10}, {4, 2, 13}} {
		types := 1<<c.values - 1 // nonempty sets of values
		type seen struct {
			key    string
			counts []int
			total  int
		}
		var all []seen
		possible := map[string][]map[int]bool{}
		TablesUpTo(types, c.total, func(table []int) {
			counts, total := make([]int, c.values), 0
			for i, n := range table {
				for range n {
					total++
					for v := range c.values {
						if (i+1)>>v&1 == 1 {
							counts[v]++
						}
					}
				}
			}
			key := "nothing"
			if total >= c.k {
				key = publishLabels(table, counts, total, c.k)
			}
			if possible[key] == nil {
				possible[key] = make([]map[int]bool, c.values)
				for v := range possible[key] {
					possible[key][v] = map[int]bool{}
				}
			}
			for v, n := range counts {
				possible[key][v][n] = true
			}
			all = append(all, seen{key, counts, total})
		})
		for _, s := range all {
			for v, n := range s.counts {
				if n < c.k {
					for other := range min(c.k, s.total+1) {
						if !possible[s.key][v][other] {
							t.Fatalf("threshold %d: %v published as %s: the figure of label %d cannot be %d", c.k, s.counts, s.key, v, other)
						}
					}
				}
				if s.total >= c.k && s.total-n < c.k && len(possible[s.key][v]) < c.k {
					t.Fatalf("threshold %d: %v of %d published as %s: label %d can only be %v", c.k, s.counts, s.total, s.key, v, possible[s.key][v])
				}
			}
		}
	}
}

// publishLabels is all that a reader sees of a table by labels.
func publishLabels(table, counts []int, total, k int) string {
	left := func(named []count) int {
		n := 0
		for i, cases := range table {
			if !slices.ContainsFunc(named, func(c count) bool { v, _ := strconv.Atoi(c.key); return (i+1)>>v&1 == 1 }) {
				n += cases
			}
		}
		return n
	}
	var t part
	at := map[int]uint32{}
	for v, n := range counts {
		if n > 0 {
			at[v] = uint32(len(t.counts))
			t.counts = append(t.counts, count{fmt.Sprint(v), n})
		}
	}
	for i, cases := range table {
		var of []uint32
		for v := range counts {
			if (i+1)>>v&1 == 1 && cases > 0 {
				of = append(of, at[v])
			}
		}
		t.values = append(t.values, slices.Repeat([][]uint32{of}, cases)...)
	}
	return fmt.Sprint(total, suppressMultiple(t.counts, total, k, t.tied(k), left).named)
}

func TestNoFigureBelowTheThresholdIsNamedOrLeftOver(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	for range 20_000 {
		k := 2 + rng.IntN(9)
		var counts []count
		total := 0
		for i := range 1 + rng.IntN(12) {
			n := 1 + rng.IntN(1+rng.IntN(3*k))
			counts, total = append(counts, count{fmt.Sprint(i), n}), total+n
		}
		s := suppress(counts, k)
		sum := s.rest
		for _, c := range s.named {
			sum += c.n
			if c.n < k {
				t.Fatalf("threshold %d: %v names %v", k, counts, s.named)
			}
		}
		if sum != total {
			t.Fatalf("%v: figures add up to %d, want %d", counts, sum, total)
		}
		if len(s.named) > 0 && s.rest < 2*k-1 {
			t.Fatalf("threshold %d: %v leaves %d", k, counts, s.rest)
		}
	}
}
