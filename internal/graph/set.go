package graph

import "math/bits"

// Set is a set of nodes, one bit each.
type Set []uint64

// NewSet returns an empty set for nodes less than n.
func NewSet(n int) Set { return make(Set, (n+63)/64) }

// Has reports whether v is in s.
func (s Set) Has(v uint32) bool { return s[v/64]>>(v%64)&1 != 0 }

// Add puts v into s.
func (s Set) Add(v uint32) { s[v/64] |= 1 << (v % 64) }

// Remove takes v out of s.
func (s Set) Remove(v uint32) { s[v/64] &^= 1 << (v % 64) }

// Len returns the number of nodes in s.
func (s Set) Len() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// All yields the nodes of s in ascending order.
func (s Set) All(yield func(uint32) bool) {
	for i, w := range s {
		for ; w != 0; w &= w - 1 {
			if !yield(uint32(i*64 + bits.TrailingZeros64(w))) {
				return
			}
		}
	}
}
