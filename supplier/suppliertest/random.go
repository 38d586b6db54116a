package suppliertest

import (
	"encoding/binary"
	"iter"
	"math/rand/v2"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/supplier"
)

// Sample is a made-up network of any size. Its sequences may be walked any
// number of times, by several goroutines too, and yield the same each time.
type Sample struct {
	seed                     uint64
	suppliers, relationships int
	scaleFree                bool
}

// Random returns a network in which each relationship joins two suppliers
// chosen at random. The first supplier is the buyer. Repeated relationships
// occur, self-supply does not. There must be two suppliers or more.
func Random(seed uint64, suppliers, relationships int) Sample {
	return Sample{seed, suppliers, relationships, false}
}

// ScaleFree returns a network in which few buy from very many, as in real
// ones: each supplier in turn supplies some of those before it, the more
// likely the more they deal with already. One relationship in twenty is turned
// round, so that there are circles. The first supplier is the buyer. There
// must be two suppliers or more, and no fewer relationships than suppliers.
func ScaleFree(seed uint64, suppliers, relationships int) Sample {
	return Sample{seed, suppliers, relationships, true}
}

// ID returns the ID of the supplier with a number from 0, in the form of a
// random UUID.
func (s Sample) ID(number int) uuid.UUID {
	var id uuid.UUID
	x := s.seed<<32 + uint64(number)
	binary.BigEndian.PutUint64(id[:], mix(2*x+1))
	binary.BigEndian.PutUint64(id[8:], mix(2*x+2))
	id[6] = id[6]&0x0f | 0x40
	id[8] = id[8]&0x3f | 0x80
	return id
}

// mix is the last step of the generator SplitMix64, which spreads every input
// to another output.
func mix(x uint64) uint64 {
	x *= 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Suppliers yields the suppliers, the buyer first.
func (s Sample) Suppliers() iter.Seq[supplier.Supplier] {
	return func(yield func(supplier.Supplier) bool) {
		for i := range s.suppliers {
			if !yield(supplier.Supplier{ID: s.ID(i), Buyer: i == 0, Illustrative: true}) {
				return
			}
		}
	}
}

// Relationships yields the relationships, all of kind Supply.
func (s Sample) Relationships() iter.Seq[supplier.Relationship] {
	return func(yield func(supplier.Relationship) bool) {
		for from, to := range s.Links() {
			if !yield(supplier.Relationship{From: s.ID(from), To: s.ID(to), Kind: supplier.Supply, Illustrative: true}) {
				return
			}
		}
	}
}

// Links yields the relationships as the numbers of who supplies and who is
// supplied.
func (s Sample) Links() iter.Seq2[int, int] {
	if s.scaleFree {
		return s.scaleFreeLinks
	}
	return func(yield func(from, to int) bool) {
		r := rand.New(rand.NewPCG(s.seed, 1))
		for range s.relationships {
			from, to := r.IntN(s.suppliers), r.IntN(s.suppliers-1)
			if to >= from {
				to++
			}
			if !yield(from, to) {
				return
			}
		}
	}
}

func (s Sample) scaleFreeLinks(yield func(from, to int) bool) {
	r := rand.New(rand.NewPCG(s.seed, 2))
	ends := make([]uint32, 1, 2*s.relationships+1) // each supplier once for each link that it has; the buyer to begin with
	left := s.relationships
	for v := 1; v < s.suppliers; v++ {
		links := left / (s.suppliers - v)
		left -= links
		known := len(ends)
		for range links {
			w := ends[r.IntN(known)]
			ends = append(ends, w, uint32(v))
			from, to := v, int(w)
			if r.IntN(20) == 0 {
				from, to = to, from
			}
			if !yield(from, to) {
				return
			}
		}
	}
}
