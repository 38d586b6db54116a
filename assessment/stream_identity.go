package assessment

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/idindex"
)

const defaultIdentities = 500_000

// identities checks that ids are unique in their lists and that references
// lead somewhere, in bounded memory. Of a document with more ids than fit, each
// pass checks one part, chosen by the ids themselves, so that all uses of an
// id fall into the same part.
type identities struct {
	limit     int
	lists     []string
	declared  []idindex.Index // by list
	pending   []idindex.Index // references to what has not come yet
	places    [][]place       // of the first such reference, by list and number
	held      int
	seen      int // ids and references in all
	part      uint64
	parts     uint64 // 0 or 1: all
	unchecked int
	dropped   bool // an id was not remembered, so that what leads to it seems to lead nowhere
}

// place is where a use of an id stands: the entry, which is near enough for a
// pointer, and the line and column, from 0.
type place struct {
	entry        entryPlace
	line, column int32
}

// entryPlace names an entry of a document.
type entryPlace struct {
	list  string
	index int32
	event int32 // of a recommendation, plus one
}

// pointer returns the JSON pointer of the entry, or of the document.
func (e entryPlace) pointer() string {
	switch {
	case e.list == "":
		return ""
	case e.event > 0:
		return fmt.Sprintf("/%s/%d/events/%d", e.list, e.index, e.event-1)
	}
	return fmt.Sprintf("/%s/%d", e.list, e.index)
}

// start makes the sets empty, for a pass over one of several parts.
func (x *identities) start(lists []string, limit int, part, parts uint64) {
	x.lists, x.limit, x.part, x.parts = lists, limit, part, parts
	x.declared = make([]idindex.Index, len(lists))
	x.pending = make([]idindex.Index, len(lists))
	x.places = make([][]place, len(lists))
	x.held, x.seen, x.unchecked, x.dropped = 0, 0, 0, false
}

// mine reports whether an id is in the part that this pass checks.
func (x *identities) mine(id uuid.UUID) bool {
	if x.parts < 2 {
		return true
	}
	h := uint64(14695981039346656037) // FNV-1a
	for _, c := range id {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return (h^h>>32)%x.parts == x.part
}

// use takes note of a use of an id, and returns the rule that it breaks, if it
// breaks one by itself.
func (x *identities) use(list uint8, id uuid.UUID, declares bool, at func() place) string {
	if id == uuid.Nil {
		return ruleNilID
	}
	if !x.mine(id) {
		return ""
	}
	x.seen++
	if x.held >= x.limit {
		if x.declared[list].Find(id) == idindex.None {
			x.unchecked++
			x.dropped = x.dropped || declares
		} else if declares {
			return ruleDuplicateID
		}
		return ""
	}
	if declares {
		if _, added := x.declared[list].Add(id); !added {
			return ruleDuplicateID
		}
		x.held++
		return ""
	}
	if x.declared[list].Find(id) != idindex.None {
		return ""
	}
	if _, added := x.pending[list].Add(id); added {
		x.places[list] = append(x.places[list], at())
		x.held++
	}
	return ""
}

// dangling yields the references that lead nowhere, the first to each id. It
// counts those of which that cannot be said.
func (x *identities) dangling(yield func(list string, id uuid.UUID, at place)) {
	for l := range x.pending {
		for n := range x.pending[l].Len() {
			id := x.pending[l].ID(uint32(n))
			switch {
			case x.declared[l].Find(id) != idindex.None:
			case x.dropped:
				x.unchecked++
			default:
				yield(x.lists[l], id, x.places[l][n])
			}
		}
	}
}
