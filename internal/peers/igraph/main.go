// Command igraph compares internal/graph with the C library igraph on the same
// graphs: tiers alone and cycles alone, each on one processor.
//
//	go run . [-suppliers 1000000] [-python /usr/bin/python3]
//
// It needs the C library igraph with its Python binding: on Debian,
//
//	apt-get install python3-igraph
//
// which is for Debian's own Python, /usr/bin/python3. It writes each graph to a
// file in the folder for temporary files, lets compare.py read and time it,
// checks that both find the same, and prints what one is to the other. Times are
// the best of five rounds, of the time that the processor worked. Reading the
// file is not measured. It is a module of its own, as its peers are.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"time"

	_ "embed"

	"github.com/hrdd-go/hrdd/internal/graph"
	"github.com/hrdd-go/hrdd/supplier/suppliertest"
)

//go:embed compare.py
var script string

const rounds = 5

// measured is what compare.py prints.
type measured struct {
	Version       string
	TiersSeconds  float64
	CyclesSeconds float64
	found
}

// found is what both have to find.
type found struct {
	Reached, SumOfTiers, Cycles, InCycles int
}

func main() {
	log.SetFlags(0)
	python := flag.String("python", "/usr/bin/python3", "Python that has igraph")
	largest := flag.Int("suppliers", 1_000_000, "size of the largest network; each has five times as many relationships")
	flag.Parse()
	runtime.GOMAXPROCS(1)
	fmt.Printf("%-10s %9s | %9s %9s %7s | %9s %9s %7s\n", "network", "suppliers",
		"igraph s", "tiers s", "faster", "igraph s", "cycles s", "faster")
	for size := 10_000; size <= *largest; size *= 10 {
		for _, s := range []struct {
			name   string
			sample suppliertest.Sample
		}{
			{"random", suppliertest.Random(1, size, 5*size)},
			{"scale-free", suppliertest.ScaleFree(1, size, 5*size)},
		} {
			if err := compare(*python, s.name, size, s.sample); err != nil {
				log.Fatal(err)
			}
		}
	}
}

func compare(python, name string, size int, s suppliertest.Sample) error {
	peer, err := runIgraph(python, s)
	if err != nil {
		return err
	}
	var b graph.Builder
	for from, to := range s.Links() {
		b.Add(uint32(from), graph.ArcTo(uint32(to), 0))
	}
	g := b.Build(size).Complete()
	tiers, cycles := math.Inf(1), math.Inf(1)
	var levels graph.Levels
	var parts graph.Components
	for range rounds {
		start := worked()
		levels = g.Levels([]graph.Root{{}}, graph.AllLabels, 0, nil)
		tiers = min(tiers, (worked() - start).Seconds())
		start = worked()
		parts = g.Components(graph.AllLabels, nil)
		cycles = min(cycles, (worked() - start).Seconds())
	}
	if got := sumUp(levels, parts); got != peer.found {
		return fmt.Errorf("%s: the answers differ: %+v, igraph %s has %+v", name, got, peer.Version, peer.found)
	}
	fmt.Printf("%-10s %9d | %9.4f %9.4f %6.1fx | %9.4f %9.4f %6.1fx\n", name, size,
		peer.TiersSeconds, tiers, peer.TiersSeconds/tiers, peer.CyclesSeconds, cycles, peer.CyclesSeconds/cycles)
	return nil
}

// worked returns the time that processors have worked for this process, the
// collection of garbage included.
func worked() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		log.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func sumUp(levels graph.Levels, parts graph.Components) found {
	var f found
	for _, level := range levels.Level {
		if level != graph.None {
			f.Reached++
			f.SumOfTiers += int(level)
		}
	}
	groups := parts.Groups()
	for k := range uint32(groups.Len()) {
		if n := len(groups.Members(k)); n > 1 {
			f.Cycles++
			f.InCycles += n
		}
	}
	return f
}

// runIgraph writes the graph as lines of two numbers and lets igraph time it.
func runIgraph(python string, s suppliertest.Sample) (measured, error) {
	var m measured
	dir, err := os.MkdirTemp("", "igraph")
	if err != nil {
		return m, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "edges")
	f, err := os.Create(path)
	if err != nil {
		return m, err
	}
	w := bufio.NewWriter(f)
	for from, to := range s.Links() {
		w.WriteString(strconv.Itoa(from) + " " + strconv.Itoa(to) + "\n") // Flush reports its errors
	}
	if err := w.Flush(); err != nil {
		return m, err
	}
	if err := f.Close(); err != nil {
		return m, err
	}
	cmd := exec.Command(python, "-c", script, path, strconv.Itoa(rounds))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return m, fmt.Errorf("%s: %w; it needs the package igraph, on Debian: apt-get install python3-igraph", python, err)
	}
	return m, json.Unmarshal(out, &m)
}
