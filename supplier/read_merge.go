package supplier

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textfold"
)

// mergeText takes what a later row of one ID says in a column if the earlier
// row says nothing, and notes it if the two differ. The text is not quoted.
func (t *table) mergeText(c int, to *string, s string, row int) { mergeValue(t, c, to, s, row) }

// mergeSpelling does the same for names and addresses, of which two spellings
// are one.
func (t *table) mergeSpelling(c int, to *string, s string, row int) {
	if textfold.Name(*to) != textfold.Name(s) || *to == "" {
		mergeValue(t, c, to, s, row)
	}
}

// mergeValue does the same for any value whose zero says nothing.
func mergeValue[T comparable](t *table, c int, to *T, v T, row int) {
	var nothing T
	switch {
	case v == nothing || v == *to:
	case *to == nothing:
		*to = v
	default:
		t.leaveOut(c, false, fmt.Sprintf("it differs from row %d, which has the same id", row))
	}
}

// listOf names a list that merged rows add to: of the thing with an ID, in a
// column.
type listOf struct {
	id     uuid.UUID
	column int
}

// listIndex finds the items of a long list.
type listIndex struct {
	places map[any]int
	known  int // items of the list that are in places
}

// shortList is the length up to which a list is looked through. Thousands of
// rows may add to one supplier, and work would grow with their square.
const shortList = 32

// union adds what is not in a list yet.
func union[T comparable](t *table, of listOf, list, more []T) []T {
	for _, v := range more {
		if placeOf(t, of, len(list), func(i int) T { return list[i] }, v) < 0 {
			list = append(list, v)
		}
	}
	return list
}

// placeOf returns the place of v among n items of a list, -1 if it is not
// there. Lists grow at their end only.
func placeOf[T comparable](t *table, of listOf, n int, item func(int) T, v T) int {
	if n <= shortList {
		for i := range n {
			if item(i) == v {
				return i
			}
		}
		return -1
	}
	x := t.lists[of]
	if x == nil {
		if t.lists == nil {
			t.lists = make(map[listOf]*listIndex)
		}
		x = &listIndex{places: make(map[any]int)}
		t.lists[of] = x
	}
	for ; x.known < n; x.known++ {
		if _, twice := x.places[item(x.known)]; !twice {
			x.places[item(x.known)] = x.known
		}
	}
	if at, ok := x.places[v]; ok {
		return at
	}
	return -1
}
