// Package idindex numbers UUIDs from zero in the order in which they are added
// and finds the number of a UUID again.
//
// It is an open-addressing hash table whose slots are four bytes each, beside
// one array of the identifiers. The hash has no seed, so that the same input
// costs the same on every run. Identifiers made to collide cannot make it slow:
// no search looks at more than a fixed number of slots, and what finds no place
// within them goes to an ordinary Go map, whose hash is seeded.
package idindex

import (
	"encoding/binary"
	"math/bits"
	"slices"

	"github.com/google/uuid"
)

// None is the number of an identifier that is not in an index.
const None = ^uint32(0)

// maxProbe is how many slots a search looks at before it turns to the map of
// overflowing identifiers. At the load kept here, at most one half, an honest
// identifier practically never needs so many.
const maxProbe = 32

// minBits is the binary logarithm of the least number of slots.
const minBits = 6

// Index maps UUIDs to their numbers. The zero value is empty and ready to use.
// Any number of goroutines may read an Index that nobody writes.
//
// A slot is zero if it is free. Otherwise its lower bits, as many as the
// binary logarithm of the number of slots, hold the number plus one; the bits
// above hold a part of the hash, which spares most looks at an identifier that
// turns out to be another.
type Index struct {
	ids      []uuid.UUID
	slots    []uint32
	bits     uint // binary logarithm of len(slots)
	overflow map[uuid.UUID]uint32
}

// Grow makes room for n more identifiers.
func (x *Index) Grow(n int) {
	x.ids = slices.Grow(x.ids, n)
	for want := 2 * (len(x.ids) + n); want > len(x.slots); {
		x.bits = max(minBits, x.bits, uint(bits.Len(uint(want-1)))) - 1 // grow adds one
		x.grow()
	}
}

// Len returns the number of identifiers.
func (x *Index) Len() int { return len(x.ids) }

// ID returns the identifier with the given number, which must be less than
// Len.
func (x *Index) ID(number uint32) uuid.UUID { return x.ids[number] }

// hash mixes the sixteen bytes of an identifier. Both halves take part in each
// bit of the result, so that identifiers that differ in one byte only, as
// numbered ones do, spread as well as random ones.
func hash(id *uuid.UUID) uint64 {
	const k0, k1, k2 = 0x9e3779b97f4a7c15, 0xd1b54a32d192ed03, 0x8cb92ba72f3d8dd7
	hi, lo := bits.Mul64(word(id[:8])^k0, word(id[8:])^k1)
	hi, lo = bits.Mul64(hi^lo, k2)
	return hi ^ lo
}

// home returns the slot at which the search for a hash starts, and the tag that
// a slot of this hash carries above the number.
func (x *Index) home(h uint64) (slot, tag uint32) {
	return uint32(h >> (64 - x.bits)), uint32(h) &^ (1<<x.bits - 1)
}

// Add returns the number of id, and whether it was added by this call.
func (x *Index) Add(id uuid.UUID) (number uint32, added bool) {
	if 2*(len(x.ids)+1) > len(x.slots) {
		x.grow()
	}
	at, tag := x.home(hash(&id))
	mask := uint32(len(x.slots) - 1)
	for range maxProbe {
		s := x.slots[at]
		if s == 0 {
			number = x.push(id)
			x.slots[at] = tag | (number + 1)
			return number, true
		}
		if s&^mask == tag && x.ids[s&mask-1] == id {
			return s&mask - 1, false
		}
		at = (at + 1) & mask
	}
	if number, ok := x.overflow[id]; ok {
		return number, false
	}
	if x.overflow == nil {
		x.overflow = make(map[uuid.UUID]uint32)
	}
	number = x.push(id)
	x.overflow[id] = number
	return number, true
}

func (x *Index) push(id uuid.UUID) uint32 {
	x.ids = append(x.ids, id)
	return uint32(len(x.ids) - 1)
}

// grow doubles the number of slots and finds a new place for each identifier.
func (x *Index) grow() {
	x.bits = max(minBits, x.bits+1)
	x.slots = make([]uint32, 1<<x.bits)
	x.overflow = nil
	mask := uint32(len(x.slots) - 1)
next:
	for i := range x.ids {
		at, tag := x.home(hash(&x.ids[i]))
		for range maxProbe {
			if x.slots[at] == 0 {
				x.slots[at] = tag | uint32(i+1)
				continue next
			}
			at = (at + 1) & mask
		}
		if x.overflow == nil {
			x.overflow = make(map[uuid.UUID]uint32)
		}
		x.overflow[x.ids[i]] = uint32(i)
	}
}

// Find returns the number of id, [None] if it was never added.
func (x *Index) Find(id uuid.UUID) uint32 {
	if len(x.ids) == 0 {
		return None
	}
	at, tag := x.home(hash(&id))
	return x.search(&id, at, tag)
}

func (x *Index) search(id *uuid.UUID, at, tag uint32) uint32 {
	mask := uint32(len(x.slots) - 1)
	for range maxProbe {
		s := x.slots[at]
		if s == 0 {
			return None
		}
		if s&^mask == tag && x.ids[s&mask-1] == *id {
			return s&mask - 1
		}
		at = (at + 1) & mask
	}
	if number, ok := x.overflow[*id]; ok {
		return number
	}
	return None
}

// batch is how many searches run side by side in FindAll.
const batch = 64

// FindAll sets numbers[i] to the number of ids[i], [None] if it was never
// added. It is faster than a Find for each one: the searches do not wait for
// one another's memory. numbers must be as long as ids.
func (x *Index) FindAll(ids []uuid.UUID, numbers []uint32) {
	if len(x.ids) == 0 {
		for i := range numbers {
			numbers[i] = None
		}
		return
	}
	var at, tag, slot [batch]uint32
	mask := uint32(len(x.slots) - 1)
	for len(ids) > 0 {
		n := min(batch, len(ids))
		for i := range n {
			at[i], tag[i] = x.home(hash(&ids[i]))
		}
		for i := range n {
			slot[i] = x.slots[at[i]]
		}
		for i := range n { // the slots near by are at hand now; an identifier is not looked at before its tag fits
			for probe := 1; slot[i] != 0 && slot[i]&^mask != tag[i] && probe < maxProbe; probe++ {
				at[i] = (at[i] + 1) & mask
				slot[i] = x.slots[at[i]]
			}
		}
		for i := range n {
			if s := slot[i]; s != 0 && x.ids[s&mask-1] == ids[i] {
				numbers[i] = s&mask - 1
			} else {
				numbers[i] = x.Find(ids[i])
			}
		}
		ids, numbers = ids[n:], numbers[n:]
	}
}

func word(b []byte) uint64 { return binary.LittleEndian.Uint64(b) }
