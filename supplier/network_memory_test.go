package supplier

import (
	"context"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"github.com/google/uuid"
)

// chains yields relationships in which each of n suppliers has five buyers
// among those near it.
func chains(ids []uuid.UUID) func(yield func(Relationship) bool) {
	return func(yield func(Relationship) bool) {
		for i := range ids {
			for j := range 5 {
				to := (i*7 + j*j + 1) % len(ids)
				if to != i && !yield(Relationship{From: ids[i], To: ids[to], Kind: Supply, Category: Metals}) {
					return
				}
			}
		}
	}
}

// TestANetworkKeepsAtMost24BytesARelationship holds what is kept after
// compiling a network with five relationships a supplier, identifiers and all,
// to 24 bytes, and the links in both directions to 10 bytes.
func TestANetworkKeepsAtMost24BytesARelationship(t *testing.T) {
	ids := make([]uuid.UUID, 100_000)
	for i := range ids {
		ids[i] = uuid.NewSHA1(uuid.NameSpaceOID, []byte{byte(i), byte(i >> 8), byte(i >> 16)})
	}
	suppliers := make([]Supplier, len(ids))
	for i, id := range ids {
		suppliers[i] = Supplier{ID: id, Buyer: i == 0}
	}
	heap := func() int {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int(m.HeapAlloc)
	}
	before := heap()
	n, report, err := Compile(context.Background(), slices.Values(suppliers), chains(ids), NetworkOptions{})
	if err != nil {
		t.Fatal(err)
	}
	kept := heap() - before
	links := report.Links
	if links < 400_000 {
		t.Fatalf("%d links are too few to measure", links)
	}
	if got := float64(n.links.Bytes()) / float64(links); got > 10 {
		t.Errorf("links take %.1f bytes each, want 10 at most", got)
	}
	if got := float64(kept) / float64(links); got > 24 {
		t.Errorf("%.1f bytes a link are kept, want 24 at most", got)
	}
	runtime.KeepAlive(suppliers)
}

func TestAProximityIsSmall(t *testing.T) {
	if got := reflect.TypeFor[Proximity]().Size(); got > 32 {
		t.Errorf("a proximity takes %d bytes, want 32 at most, so that a classified link stays under 100", got)
	}
}
