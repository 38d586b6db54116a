package report

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/uuid"
)

func TestAFinderFindsTheFirstEntryWithAnID(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct {
		name   string
		n      int
		id     func(i int) uuid.UUID
		memory bool // does it need any?
	}{
		{"an empty list", 0, nil, false},
		{"one entry", 1, func(int) uuid.UUID { return uuid.UUID{7} }, false},
		{"in the order of IDs", 300, func(i int) uuid.UUID { return uuid.UUID{byte(i >> 8), byte(i)} }, false},
		{"in the opposite order", 300, func(i int) uuid.UUID { return uuid.UUID{byte(^i >> 8), byte(^i)} }, true},
		{"by chance", 300, func(int) uuid.UUID { return uuid.UUID{byte(r.Uint32()), byte(r.Uint32())} }, true},
		{"IDs that are not unique", 300, func(i int) uuid.UUID { return uuid.UUID{byte(i % 17)} }, true},
		{"no IDs at all", 300, func(int) uuid.UUID { return uuid.Nil }, true},
	} {
		ids := make([]uuid.UUID, c.n)
		for i := range ids {
			ids[i] = c.id(i)
		}
		f := findIn(c.n, func(i int) uuid.UUID { return ids[i] })
		for _, id := range append([]uuid.UUID{{9, 9, 9}, {}, {255, 255, 255}}, ids...) {
			if got, want := f.find(id), slices.Index(ids, id); got != want {
				t.Errorf("%s: %v is at %d, want %d", c.name, id, got, want)
			}
		}
		if (f.order != nil) != c.memory {
			t.Errorf("%s: holds memory %v, want %v", c.name, f.order != nil, c.memory)
		}
	}
}
