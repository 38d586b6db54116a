package risk

import "slices"

// GroupID names a group of rightsholders in a catalogue, lower-kebab-case:
// "migrant-workers-international".
type GroupID string

// Group is a group of people whose rights a company can affect. Belonging to a
// group does not make a person vulnerable: that depends on the context. What a
// [Catalogue] returns is a copy that belongs to the caller.
type Group struct {
	ID    GroupID `json:"id"`
	Names Names   `json:"names"`

	// Instruments are made for the group, or have a provision for it. All people
	// are protected by the International Bill of Human Rights, and all workers
	// by the fundamental conventions of the ILO, which are not repeated here.
	Instruments []Citation `json:"instruments,omitzero"`
}

// Name returns the name of the group in a language, see [Names.In]; its ID if
// it has no name.
func (g Group) Name(lang string) string { return g.Names.in(lang, string(g.ID)) }

// clone returns a copy of g that shares nothing with it.
func (g Group) clone() Group {
	g.Names, g.Instruments = g.Names.clone(), slices.Clone(g.Instruments)
	return g
}
