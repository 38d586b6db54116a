// Command gonum compares supplier.Compile with gonum.org/v1/gonum/graph on the
// same relationships with UUID keys: building the graph, the tiers of all
// suppliers, and all circles.
//
//	go run . [-cpu 1] [-suppliers 1000000] [-rounds 3]
//
// It checks that both find the same tiers and circles, prints a line for each
// size and kind of network, and how many times faster hrdd is, by the clock and
// by the time that processors worked; the latter hardly depends on what else
// the machine does. It is a module of its own, so that gonum is no dependency of
// the library.
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"iter"
	"log"
	"runtime"
	"slices"
	"syscall"
	"time"

	"github.com/google/uuid"
	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"
	"gonum.org/v1/gonum/graph/traverse"

	"github.com/hrdd-go/hrdd/supplier"
	"github.com/hrdd-go/hrdd/supplier/suppliertest"
)

func main() {
	log.SetFlags(0)
	cpu := flag.Int("cpu", 1, "processors that both may use")
	largest := flag.Int("suppliers", 1_000_000, "size of the largest network; each has five times as many relationships")
	rounds := flag.Int("rounds", 3, "how often hrdd runs; the median counts (gonum runs once)")
	flag.Parse()
	runtime.GOMAXPROCS(*cpu)
	fmt.Printf("processors %d, %s\n", *cpu, runtime.Version())
	fmt.Printf("%-10s %9s %13s | %-25s | %-25s | %s\n", "network", "suppliers", "relationships", "gonum", "hrdd", "times faster")
	fmt.Printf("%-34s | %7s %7s %9s | %7s %7s %9s | %5s %6s\n", "", "clock s", "cpu s", "kept B/rel", "clock s", "cpu s", "kept B/rel", "clock", "cpu")
	for size := 10_000; size <= *largest; size *= 10 {
		for _, s := range []sample{
			write("random", suppliertest.Random(1, size, 5*size)),
			write("scale-free", suppliertest.ScaleFree(1, size, 5*size)),
		} {
			compare(s, *rounds)
		}
	}
}

// sample is a network with its relationships written out, so that making it is
// not measured.
type sample struct {
	name  string
	ids   []uuid.UUID // the first is the buyer
	links [][2]uuid.UUID
}

func write(name string, s suppliertest.Sample) sample {
	w := sample{name: name}
	for x := range s.Suppliers() {
		w.ids = append(w.ids, x.ID)
	}
	for from, to := range s.Links() {
		w.links = append(w.links, [2]uuid.UUID{w.ids[from], w.ids[to]})
	}
	return w
}

func (s sample) suppliers(yield func(supplier.Supplier) bool) {
	for i, id := range s.ids {
		if !yield(supplier.Supplier{ID: id, Buyer: i == 0}) {
			return
		}
	}
}

func (s sample) relationships(yield func(supplier.Relationship) bool) {
	for _, l := range s.links {
		if !yield(supplier.Relationship{From: l[0], To: l[1], Kind: supplier.Supply}) {
			return
		}
	}
}

// answer is what both have to find: the tier of each supplier, -1 if it is not
// reached, and the sizes of all circles.
type answer struct {
	tiers   []int
	circles []int
}

func compare(s sample, rounds int) {
	empty := heap()
	start := now()
	g := runGonum(s.suppliers, s.relationships)
	peer := since(start)
	peerBytes := heap() - empty
	want := g.answer(s)
	runtime.KeepAlive(g)
	g = nil

	empty = heap()
	var times []took
	var n *supplier.Network
	for range rounds {
		n = nil
		runtime.GC()
		start = now()
		var err error
		if n, _, err = supplier.Compile(context.Background(), s.suppliers, s.relationships, supplier.NetworkOptions{}); err != nil {
			log.Fatal(err)
		}
		times = append(times, since(start))
	}
	ourBytes := heap() - empty
	slices.SortFunc(times, func(a, b took) int { return cmp.Compare(a.cpu, b.cpu) })
	ours := times[len(times)/2]
	got := answer{}
	for _, id := range s.ids {
		tier, ok := n.Tiers(id)
		nearest, known := tier.Min()
		if !ok || !known {
			nearest = -1
		}
		got.tiers = append(got.tiers, nearest)
	}
	for c := range n.Cycles() {
		got.circles = append(got.circles, c.Len())
	}
	slices.Sort(got.circles)
	if !slices.Equal(got.tiers, want.tiers) || !slices.Equal(got.circles, want.circles) {
		log.Fatalf("%s: the answers differ: %d and %d circles", s.name, len(got.circles), len(want.circles))
	}
	links := len(s.links)
	fmt.Printf("%-10s %9d %13d | %7.3f %7.3f %9.1f | %7.3f %7.3f %9.1f | %4.0fx %5.0fx\n", s.name, len(s.ids), links,
		peer.clock.Seconds(), peer.cpu.Seconds(), float64(peerBytes)/float64(links),
		ours.clock.Seconds(), ours.cpu.Seconds(), float64(ourBytes)/float64(links),
		peer.clock.Seconds()/ours.clock.Seconds(), peer.cpu.Seconds()/ours.cpu.Seconds())
}

// took is how long something took by the clock, and how long processors worked
// on it.
type took struct{ clock, cpu time.Duration }

// moment is a point from which both are measured.
type moment struct {
	clock time.Time
	cpu   time.Duration
}

func now() moment { return moment{time.Now(), worked()} }

func since(m moment) took { return took{time.Since(m.clock), worked() - m.cpu} }

// worked returns the time that processors have worked for this process.
func worked() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		log.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// gonumNetwork is the same network as a user of gonum would hold it. Its arcs
// go from who is supplied to who supplies, the way that tiers are counted.
type gonumNetwork struct {
	nodes      map[uuid.UUID]int64
	graph      *simple.DirectedGraph
	tiers      map[int64]int
	components [][]graph.Node
}

func runGonum(suppliers iter.Seq[supplier.Supplier], relationships iter.Seq[supplier.Relationship]) *gonumNetwork {
	n := &gonumNetwork{nodes: make(map[uuid.UUID]int64), graph: simple.NewDirectedGraph(), tiers: make(map[int64]int)}
	var buyers []int64
	for s := range suppliers {
		no := int64(len(n.nodes))
		n.nodes[s.ID] = no
		n.graph.AddNode(simple.Node(no))
		if s.Buyer {
			buyers = append(buyers, no)
		}
	}
	for r := range relationships {
		n.graph.SetEdge(simple.Edge{F: simple.Node(n.nodes[r.To]), T: simple.Node(n.nodes[r.From])})
	}
	for _, b := range buyers { // one here; several would need a node above them
		var walk traverse.BreadthFirst
		walk.Walk(n.graph, simple.Node(b), func(v graph.Node, depth int) bool {
			n.tiers[v.ID()] = depth
			return false
		})
	}
	n.components = topo.TarjanSCC(n.graph)
	return n
}

func (n *gonumNetwork) answer(s sample) answer {
	var a answer
	for _, id := range s.ids {
		tier, ok := n.tiers[n.nodes[id]]
		if !ok {
			tier = -1
		}
		a.tiers = append(a.tiers, tier)
	}
	for _, c := range n.components {
		if len(c) > 1 {
			a.circles = append(a.circles, len(c))
		}
	}
	slices.Sort(a.circles)
	return a
}
