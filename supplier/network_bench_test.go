package supplier_test

import (
	"context"
	"fmt"
	"iter"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
	"github.com/hrdd-go/hrdd/supplier/suppliertest"
)

// benchSample is a sample with its links written out, so that what is measured
// is not the making of it.
type benchSample struct {
	name      string
	suppliers []supplier.Supplier
	links     [][2]uuid.UUID
}

func newBenchSample(name string, s suppliertest.Sample) *benchSample {
	b := &benchSample{name: name, suppliers: slices.Collect(s.Suppliers())}
	for from, to := range s.Links() {
		b.links = append(b.links, [2]uuid.UUID{s.ID(from), s.ID(to)})
	}
	return b
}

func (b *benchSample) relationships() iter.Seq[supplier.Relationship] {
	return func(yield func(supplier.Relationship) bool) {
		for i := range b.links {
			if !yield(supplier.Relationship{From: b.links[i][0], To: b.links[i][1], Kind: supplier.Supply}) {
				return
			}
		}
	}
}

func (b *benchSample) compile(tb testing.TB) (*supplier.Network, *supplier.NetworkReport) {
	n, report, err := supplier.Compile(context.Background(), slices.Values(b.suppliers), b.relationships(), supplier.NetworkOptions{})
	if err != nil {
		tb.Fatal(err)
	}
	return n, report
}

func eachSample(b *testing.B, sizes []int, run func(b *testing.B, s *benchSample)) {
	for _, n := range sizes {
		for _, s := range []*benchSample{
			newBenchSample("random", suppliertest.Random(1, n, 5*n)),
			newBenchSample("scale-free", suppliertest.ScaleFree(1, n, 5*n)),
		} {
			b.Run(fmt.Sprintf("%s/%d", s.name, n), func(b *testing.B) { run(b, s) })
		}
	}
}

// BenchmarkCompile reads relationships by UUID, lays them out, finds the tiers
// of all suppliers and all circles. Memory is what stays after a collection.
func BenchmarkCompile(b *testing.B) {
	eachSample(b, []int{10_000, 100_000, 1_000_000}, func(b *testing.B, s *benchSample) {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		var n *supplier.Network
		for b.Loop() {
			n, _ = s.compile(b)
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(s.links)), "ns/relationship")
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(len(s.links)), "kept-B/relationship")
		runtime.KeepAlive(n)
	})
}

// BenchmarkProximity places every supplier of a compiled network, as the
// classification of that many links does.
func BenchmarkProximity(b *testing.B) {
	eachSample(b, []int{10_000, 100_000, 1_000_000}, func(b *testing.B, s *benchSample) {
		n, _ := s.compile(b)
		places := make([]supplier.Proximity, 0, len(s.suppliers))
		b.ReportAllocs()
		for b.Loop() {
			places = places[:0]
			for i := range s.suppliers {
				places = append(places, n.Proximity(s.suppliers[i].ID))
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(s.suppliers)), "ns/link")
	})
}

// BenchmarkPath explains one supplier after another.
func BenchmarkPath(b *testing.B) {
	eachSample(b, []int{10_000, 1_000_000}, func(b *testing.B, s *benchSample) {
		n, _ := s.compile(b)
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			if path := n.Path(s.suppliers[i].ID); len(path) > len(s.suppliers) {
				b.Fatal(path)
			}
			if i += 7919; i >= len(s.suppliers) {
				i -= len(s.suppliers)
			}
		}
	})
}

// BenchmarkControlPoints finds all control points of a network for the first
// time.
func BenchmarkControlPoints(b *testing.B) {
	eachSample(b, []int{10_000, 100_000, 1_000_000}, func(b *testing.B, s *benchSample) {
		n, _ := s.compile(b)
		for b.Loop() {
			fresh, err := n.For(s.suppliers[0].ID)
			if err != nil {
				b.Fatal(err)
			}
			for range fresh.ControlPoints() {
				break
			}
		}
	})
}

// BenchmarkExposures counts what lies behind each direct supplier.
func BenchmarkExposures(b *testing.B) {
	eachSample(b, []int{10_000, 100_000, 1_000_000}, func(b *testing.B, s *benchSample) {
		n, _ := s.compile(b)
		var direct int
		for b.Loop() {
			e, err := n.Exposures(context.Background(), supplier.ExposureOptions{})
			if err != nil {
				b.Fatal(err)
			}
			direct = len(e.Direct)
		}
		b.ReportMetric(float64(direct), "direct-suppliers")
	})
}

// link is what a host keeps of a classified link: how the company is involved,
// and where.
type link struct {
	Classification risk.Classification
	Proximity      supplier.Proximity
}

// BenchmarkClassifyLinks classifies one link to each supplier, with its
// proximity. B/link is what is kept of each.
func BenchmarkClassifyLinks(b *testing.B) {
	facts := [...]risk.Facts{
		{LinkedToOperations: risk.Yes, ThroughRelationship: risk.Yes},
		{OwnAct: risk.Yes, InCombination: risk.Yes},
		{},
	}
	eachSample(b, []int{10_000, 100_000, 1_000_000}, func(b *testing.B, s *benchSample) {
		n, _ := s.compile(b)
		links := make([]link, len(s.suppliers))
		b.ReportAllocs()
		for b.Loop() {
			for i := range s.suppliers {
				links[i] = link{risk.Classify(facts[i%len(facts)]), n.Proximity(s.suppliers[i].ID)}
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(links)), "ns/link")
		b.ReportMetric(float64(reflect.TypeFor[link]().Size()), "B/link")
	})
}
