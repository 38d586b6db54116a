package supplier

import "slices"

// duplicateKeys says which suppliers have an outside key in common. A supplier
// may have as many keys as it has sites, so only keys of several suppliers are
// kept by supplier: most have none.
type duplicateKeys struct {
	numbers map[OutsideKey]int32
	holders [][]int32 // by key: the suppliers that have it, each once, in order
	common  [][]int32 // by supplier: its keys that others have too, in order
	asked   map[[2]int32]bool
}

// manyKeys is how many common keys both of two suppliers must have for the
// answer about them to be remembered: their sites are compared one by one, and
// each comparison would look through the keys of both.
const manyKeys = 64

// of takes in keys of the supplier that is read.
func (k *duplicateKeys) of(supplier int32, keys []OutsideKey) {
	for _, key := range keys {
		no, ok := k.numbers[key]
		if !ok {
			if k.numbers == nil {
				k.numbers = make(map[OutsideKey]int32)
			}
			no = int32(len(k.holders))
			k.numbers[key] = no
			k.holders = append(k.holders, nil)
		}
		if h := k.holders[no]; len(h) == 0 || h[len(h)-1] != supplier { // suppliers come one after the other
			k.holders[no] = append(h, supplier)
		}
	}
}

// index closes the reading of the given number of suppliers.
func (k *duplicateKeys) index(suppliers int) {
	k.numbers = nil
	k.common = make([][]int32, suppliers)
	for no, holders := range k.holders {
		if len(holders) < 2 {
			continue
		}
		for _, n := range holders {
			k.common[n] = append(k.common[n], int32(no))
		}
	}
}

// shared reports whether two suppliers have a key in common.
func (k *duplicateKeys) shared(a, b int32) bool {
	x, y := k.common[a], k.common[b]
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) <= manyKeys {
		return inCommon(x, y)
	}
	pair := [2]int32{min(a, b), max(a, b)}
	answer, ok := k.asked[pair]
	if !ok {
		if k.asked == nil {
			k.asked = make(map[[2]int32]bool)
		}
		answer = inCommon(x, y)
		k.asked[pair] = answer
	}
	return answer
}

// inCommon reports whether two ascending lists share a number, looking each of
// the shorter one up in the longer.
func inCommon(short, long []int32) bool {
	for _, no := range short {
		at, ok := slices.BinarySearch(long, no)
		if ok {
			return true
		}
		long = long[at:]
	}
	return false
}
