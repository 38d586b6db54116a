package idindex

import (
	"encoding/binary"
	"math/bits"
	"math/rand/v2"
	"testing"

	"github.com/google/uuid"
)

// check compares an index of the given identifiers with an ordinary map.
func check(t *testing.T, ids []uuid.UUID) *Index {
	t.Helper()
	var x Index
	want := make(map[uuid.UUID]uint32)
	for _, id := range ids {
		no, ok := want[id]
		if !ok {
			no = uint32(len(want))
		}
		got, added := x.Add(id)
		if got != no || added == ok {
			t.Fatalf("Add is %d, %v; want %d, %v", got, added, no, !ok)
		}
		want[id] = no
	}
	if x.Len() != len(want) {
		t.Fatalf("Len is %d, want %d", x.Len(), len(want))
	}
	asked := append([]uuid.UUID{{15: 1}, {0: 0xff}}, ids...)
	numbers := make([]uint32, len(asked))
	x.FindAll(asked, numbers)
	for i, id := range asked {
		no, ok := want[id]
		if !ok {
			no = None
		}
		if got := x.Find(id); got != no || numbers[i] != no {
			t.Fatalf("%v: Find is %d, FindAll %d; want %d", id, got, numbers[i], no)
		}
		if ok && x.ID(no) != id {
			t.Fatalf("ID(%d) is %v, want %v", no, x.ID(no), id)
		}
	}
	return &x
}

func TestAnIndexAgreesWithAMap(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 31, 32, 33, 1000, 50_000} {
		ids := make([]uuid.UUID, n)
		for i := range ids {
			binary.LittleEndian.PutUint64(ids[i][:], r.Uint64())
			binary.LittleEndian.PutUint64(ids[i][8:], r.Uint64N(uint64(n))) // repeats in one half
			if r.IntN(4) == 0 {
				ids[i] = ids[r.IntN(i+1)]
			}
		}
		check(t, ids)
	}
}

func TestNumberedIdentifiersSpread(t *testing.T) {
	for byteNo := range 16 {
		var ids []uuid.UUID
		for i := range 1 << 14 {
			var id uuid.UUID
			id[byteNo] = byte(i)
			id[(byteNo+15)%16] = byte(i >> 8)
			ids = append(ids, id)
		}
		if x := check(t, ids); len(x.overflow) > len(ids)/100 {
			t.Errorf("counted in byte %d: %d of %d overflow", byteNo, len(x.overflow), len(ids))
		}
	}
}

// TestIdentifiersMadeToCollideAreFoundAllTheSame makes one factor of the first
// product zero, so that all have the same hash.
func TestIdentifiersMadeToCollideAreFoundAllTheSame(t *testing.T) {
	ids := make([]uuid.UUID, 20_000)
	for i := range ids {
		binary.LittleEndian.PutUint64(ids[i][:], 0x9e3779b97f4a7c15)
		binary.LittleEndian.PutUint64(ids[i][8:], bits.Reverse64(uint64(i)))
		if hash(&ids[i]) != hash(&ids[0]) {
			t.Fatal("the identifiers do not collide; the test has to be made anew for the hash")
		}
	}
	if x := check(t, ids); len(x.overflow) == 0 {
		t.Error("nothing overflows: probing is not bounded")
	}
}

func BenchmarkFindAll(b *testing.B) {
	const n = 1_000_000
	r := rand.New(rand.NewPCG(1, 2))
	var x Index
	ids := make([]uuid.UUID, n)
	for i := range ids {
		binary.LittleEndian.PutUint64(ids[i][:], r.Uint64())
		binary.LittleEndian.PutUint64(ids[i][8:], r.Uint64())
		x.Add(ids[i])
	}
	r.Shuffle(n, func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	numbers := make([]uint32, 128)
	b.ReportAllocs()
	at := 0
	for b.Loop() {
		x.FindAll(ids[at:at+128], numbers)
		at = (at + 128) % (n - 128)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/128, "ns/id")
}

func BenchmarkFind(b *testing.B) {
	const n = 1_000_000
	r := rand.New(rand.NewPCG(1, 2))
	var x Index
	ids := make([]uuid.UUID, n)
	for i := range ids {
		binary.LittleEndian.PutUint64(ids[i][:], r.Uint64())
		binary.LittleEndian.PutUint64(ids[i][8:], r.Uint64())
		x.Add(ids[i])
	}
	r.Shuffle(n, func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	b.ReportAllocs()
	at := 0
	for b.Loop() {
		x.Find(ids[at])
		if at++; at == n {
			at = 0
		}
	}
}
