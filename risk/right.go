package risk

import (
	"slices"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// RightID names a right in a catalogue, lower-kebab-case: "safe-work". IDs are
// never reused.
type RightID string

// Right is an internationally recognised human right, as far as a company can
// be involved in harm to it. What a [Catalogue] returns is a copy that belongs
// to the caller.
type Right struct {
	ID         RightID     `json:"id"`
	Names      Names       `json:"names"`
	Provisions []Provision `json:"provisions,omitzero"` // where it stands, in the order of the instruments

	// Extension marks a right outside the minimum of UNGP 12, which is the
	// International Bill of Human Rights and the fundamental principles of the
	// ILO: a right that was recognised later, that is derived, or that a host
	// has added.
	Extension bool `json:"extension,omitzero"`
}

// Name returns the name of the right in a language, see [Names.In]; its ID if
// it has no name.
func (r Right) Name(lang string) string { return r.Names.in(lang, string(r.ID)) }

// clone returns a copy of r that shares nothing with it.
func (r Right) clone() Right {
	r.Names, r.Provisions = r.Names.clone(), slices.Clone(r.Provisions)
	return r
}

// Provision is a place in an instrument and how it bears on a right.
type Provision struct {
	Citation Citation `json:"citation"`
	Bearing  Bearing  `json:"bearing,omitzero"`
}

// Bearing says how a provision bears on a right.
type Bearing uint8

const (
	BearingNotStated Bearing = iota
	Proclaims                // the provision states the right
	ProclaimsPart            // it states a part of the right
	Implies                  // the right is derived from it
	Relates                  // it concerns the right and is not the source of it
	Specifies                // it states the right again for one group
)

var bearingText = textenum.Table[Bearing]{
	Kind:  "bearing of a provision on a right",
	Names: []string{"", "proclaims", "proclaims-part", "implies", "relates", "specifies"},
}
