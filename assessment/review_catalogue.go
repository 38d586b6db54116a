package assessment

import (
	"strconv"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// catalogueRules look for rights and groups of rightsholders that the catalogue
// does not have. A host may name its own, and so Decode takes any; but one that
// is spelt in another way is missed wherever rights are looked at together.
var catalogueRules = []Rule{
	{
		ID: "right-not-in-catalogue", Level: Advice, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "12"}},
		Title:  "a risk names rights by their ids in the catalogue, which says where each is protected",
		Settle: "Correct the id, or give the review and the report a catalogue that has the right.",
		check: func(r *reviewer) {
			var rights lookup
			for right := range r.opts.catalogue().All() {
				rights.add(string(right.ID))
			}
			r.eachRisk(func(pointer string, k *Risk) {
				for i, id := range k.Rights {
					r.lookUp(&rights, pointer+"/rights", i, string(id))
				}
			})
		},
	},
	{
		ID: "group-not-in-catalogue", Level: Advice, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "18"}, {Instrument: "UNGP", Locator: "12"}},
		Title:  "the groups whom a risk threatens, and those that were heard, are named by their ids in the catalogue",
		Settle: "Correct the id, or give the review and the report a catalogue that has the group.",
		check: func(r *reviewer) {
			var groups lookup
			for group := range r.opts.catalogue().Groups() {
				groups.add(string(group.ID))
			}
			r.eachRisk(func(pointer string, k *Risk) {
				for i, id := range k.Groups {
					r.lookUp(&groups, pointer+"/groups", i, string(id))
				}
			})
			for i, e := range r.doc.Engagements {
				for j, id := range e.Groups {
					r.lookUp(&groups, at("engagements", i)+"/groups", j, string(id))
				}
			}
		},
	},
}

// lookup knows ids, and the nearest one to each that it was asked for in vain.
type lookup struct {
	ids     []string
	nearest map[string]string // an id that is known is nearest to itself
}

func (l *lookup) add(id string) {
	if l.nearest == nil {
		l.nearest = make(map[string]string)
	}
	l.ids = append(l.ids, id)
	l.nearest[id] = id
}

// near returns the known id that is nearest to id, "" if none is near.
func (l *lookup) near(id string) string {
	near, asked := l.nearest[id]
	if !asked {
		near = textenum.Nearest(id, l.ids)
		l.nearest[id] = near
	}
	return near
}

// lookUp records a gap if the id with number i of a list is not known.
func (r *reviewer) lookUp(known *lookup, list string, i int, id string) {
	if near := known.near(id); near != id {
		r.gap(list+"/"+strconv.Itoa(i), id, near)
	}
}
