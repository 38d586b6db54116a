// Command cvss measures scoring, reading, writing and ranking of ratings against
// github.com/pandatix/go-cvss, which scores software vulnerabilities, and
// against the stable sort of the standard library, all in one run.
//
//	go run . [-cpu 1] [-rounds 9]
//
// It prints what one is to the other beside what the library sets itself, times
// and allocations, and exits with status 1 if something falls short. Times are
// of the processor where the system tells them, so that other programs on the
// machine disturb less, and the quickest round of each counts: what disturbs a
// round only ever makes it longer. It is a module of its own, so that go-cvss
// is no dependency of the library.
package main

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"runtime"
)

func main() {
	cpu := flag.Int("cpu", 1, "processors that both may use")
	rounds := flag.Int("rounds", 9, "how often each runs, by turns; the quickest counts")
	flag.Parse()
	runtime.GOMAXPROCS(*cpu)
	in := newInput(rand.New(rand.NewPCG(1, 2)))
	fmt.Printf("processors %d, %s, %s, quickest of %d rounds\n\n", *cpu, runtime.Version(), clock, *rounds)
	fmt.Printf("%-44s %12s %7s %12s %7s %8s   %s\n", "", "hrdd", "allocs", "other", "allocs", "ratio", "asked")
	held := true
	for _, c := range comparisons(in) {
		held = c.run(*rounds) && held
	}
	fmt.Println()
	held = reportMemory(in) && held
	held = reportThroughput(in, *rounds) && held
	if !held {
		fmt.Println("something falls short of what is asked")
		os.Exit(1)
	}
}

// comparison is one thing done by both. Each function does it n times, or for n
// items, and the times are those of one.
type comparison struct {
	name        string
	ours, other func(n int)
	n           int
	// least is how many times faster ours has to be; if it is negative, ours may
	// take at most -least times as long.
	least float64
	// still says that ours may not allocate.
	still bool
}

// run measures both by turns, prints the quickest, and reports whether the ratio
// is the one asked for.
func (c comparison) run(rounds int) bool {
	a, b := nothing(), nothing()
	for range rounds {
		a, b = a.better(measure(c.ours, c.n)), b.better(measure(c.other, c.n))
	}
	ratio, asked, held := b.time/a.time, fmt.Sprintf("at least %.3g times as fast", c.least), b.time/a.time >= c.least
	if c.least < 0 {
		ratio, asked, held = a.time/b.time, fmt.Sprintf("at most %.3g times as long", -c.least), a.time/b.time <= -c.least
	}
	if c.still {
		asked, held = asked+", no allocation", held && a.allocs == 0
	}
	verdict := "holds"
	if !held {
		verdict = "FALLS SHORT"
	}
	fmt.Printf("%-44s %9.2f ns %7.3g %9.2f ns %7.3g %8.2f   %s: %s\n", c.name, a.time, a.allocs, b.time, b.allocs, ratio, asked, verdict)
	return held
}

// cost is what one of n things takes.
type cost struct {
	time   float64 // in nanoseconds
	allocs float64 // how often memory is allocated
}

// nothing is a cost that every other is better than.
func nothing() cost { return cost{math.Inf(1), math.Inf(1)} }

func (c cost) better(d cost) cost { return cost{min(c.time, d.time), min(c.allocs, d.allocs)} }

// measure returns the cost of one of the n things that f does.
func measure(f func(int), n int) cost {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := now()
	f(n)
	took := now() - start
	runtime.ReadMemStats(&after)
	return cost{float64(took.Nanoseconds()) / float64(n), float64(after.Mallocs-before.Mallocs) / float64(n)}
}
