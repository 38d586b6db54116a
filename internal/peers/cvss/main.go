// Command cvss measures scoring, reading, writing and ranking of ratings against
// github.com/pandatix/go-cvss, which scores software vulnerabilities, and
// against the stable sort of the standard library, all in one run.
//
//	go run . [-cpu 1] [-rounds 7]
//
// It prints what one is to the other beside what the library sets itself, and
// exits with status 1 if something falls short. It is a module of its own, so
// that go-cvss is no dependency of the library.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
)

func main() {
	cpu := flag.Int("cpu", 1, "processors that both may use")
	rounds := flag.Int("rounds", 7, "how often each runs, by turns; the median counts")
	flag.Parse()
	runtime.GOMAXPROCS(*cpu)
	in := newInput(rand.New(rand.NewPCG(1, 2)))
	fmt.Printf("processors %d, %s, median of %d rounds\n\n", *cpu, runtime.Version(), *rounds)
	fmt.Printf("%-44s %12s %12s %9s   %s\n", "", "hrdd", "other", "ratio", "asked")
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
}

// run measures both by turns, prints the medians, and reports whether the ratio
// is the one asked for.
func (c comparison) run(rounds int) bool {
	ours, other := make([]float64, rounds), make([]float64, rounds)
	for i := range rounds {
		ours[i], other[i] = timed(c.ours, c.n), timed(c.other, c.n)
	}
	a, b := median(ours), median(other)
	ratio, asked, held := b/a, fmt.Sprintf("at least %.3g times as fast", c.least), b/a >= c.least
	if c.least < 0 {
		ratio, asked, held = a/b, fmt.Sprintf("at most %.3g times as long", -c.least), a/b <= -c.least
	}
	verdict := "holds"
	if !held {
		verdict = "FALLS SHORT"
	}
	fmt.Printf("%-44s %9.2f ns %9.2f ns %9.2f   %s: %s\n", c.name, a, b, ratio, asked, verdict)
	return held
}

// timed returns the nanoseconds that f takes for one of n.
func timed(f func(int), n int) float64 {
	runtime.GC()
	start := now()
	f(n)
	return float64((now() - start).Nanoseconds()) / float64(n)
}

func median(x []float64) float64 {
	slices.Sort(x)
	return x[len(x)/2]
}
