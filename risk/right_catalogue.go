package risk

import (
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/hrdd-go/hrdd/internal/lazy"
	"github.com/hrdd-go/hrdd/internal/textfold"
)

// CatalogueVersion is the version of the library's own catalogue, a semantic
// version: what takes an entry away or changes what it means is a new major
// version, and no ID is ever used again for something else.
const CatalogueVersion = "1.0.0"

// Catalogue holds rights, groups of rightsholders, the instruments that state
// and protect them, and the lists of laws that name them. It is immutable: any
// number of goroutines may use one, and [Catalogue.With] and its kin return a
// new one. What its methods return are copies that belong to the caller. The
// zero value is a catalogue without entries.
type Catalogue struct {
	rights      []Right
	groups      []Group
	instruments []Instrument

	rightAt      map[RightID]int
	groupAt      map[GroupID]int
	instrumentAt map[InstrumentID]int
	words        [][]string // by right: the folded words of its ID and names
}

// standard is the catalogue of this library.
var standard lazy.Value[*Catalogue]

// Rights returns the catalogue of this library: the rights of the International
// Bill of Human Rights and of the fundamental conventions of the ILO, which
// are the minimum of UNGP 12, and a few extensions that are marked as such. It
// always returns the same catalogue.
func Rights() *Catalogue { return standard.Get(newStandard) }

// CatalogueError says why something cannot become part of a catalogue.
type CatalogueError struct {
	Kind string // what it is: "right", "group of rightsholders", "instrument"
	ID   string // the ID that was given
	Why  string // what is wrong with it and what would do
}

// Error names the entry and says why it was not taken.
func (e *CatalogueError) Error() string {
	return fmt.Sprintf("%s %q is not taken into the catalogue: %s", e.Kind, e.ID, e.Why)
}

const (
	kindRight      = "right"
	kindGroup      = "group of rightsholders"
	kindInstrument = "instrument"
)

// Right returns the right with the given ID and whether there is one.
func (c *Catalogue) Right(id RightID) (Right, bool) {
	i, ok := c.rightAt[id]
	if !ok {
		return Right{}, false
	}
	return c.rights[i].clone(), true
}

// Group returns the group with the given ID and whether there is one.
func (c *Catalogue) Group(id GroupID) (Group, bool) {
	i, ok := c.groupAt[id]
	if !ok {
		return Group{}, false
	}
	return c.groups[i].clone(), true
}

// Instrument returns the instrument with the given ID and whether there is one.
func (c *Catalogue) Instrument(id InstrumentID) (Instrument, bool) {
	i, ok := c.instrumentAt[id]
	if !ok {
		return Instrument{}, false
	}
	return c.instruments[i].clone(), true
}

// RightName returns the name of a right in a language, see [Names.In]; the ID
// itself if the catalogue does not know it.
func (c *Catalogue) RightName(id RightID, lang string) string {
	if i, ok := c.rightAt[id]; ok {
		return c.rights[i].Name(lang)
	}
	return string(id)
}

// GroupName returns the name of a group in a language, see [Names.In]; the ID
// itself if the catalogue does not know it.
func (c *Catalogue) GroupName(id GroupID, lang string) string {
	if i, ok := c.groupAt[id]; ok {
		return c.groups[i].Name(lang)
	}
	return string(id)
}

// All yields the rights in the order of the catalogue: those of the library in
// the order of the Covenants, then those of the host in the order they were
// given.
func (c *Catalogue) All() iter.Seq[Right] { return copies(c.rights, Right.clone) }

// Groups yields the groups of rightsholders, the host's own last.
func (c *Catalogue) Groups() iter.Seq[Group] { return copies(c.groups, Group.clone) }

// Instruments yields the instruments, the host's own last.
func (c *Catalogue) Instruments() iter.Seq[Instrument] {
	return copies(c.instruments, Instrument.clone)
}

// copies yields a copy of each of s.
func copies[T any](s []T, clone func(T) T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, v := range s {
			if !yield(clone(v)) {
				return
			}
		}
	}
}

// With returns a catalogue that has the given rights too. Each is marked as an
// Extension, for what UNGP 12 takes as the minimum is not for a host to widen.
// It returns a *[CatalogueError] if an ID is taken or is not in
// lower-kebab-case, or if a right has no name; c is as it was in any case.
func (c *Catalogue) With(rights ...Right) (*Catalogue, error) {
	n := c.copy()
	for _, r := range rights {
		if _, taken := n.rightAt[r.ID]; taken {
			return nil, &CatalogueError{kindRight, string(r.ID), "the ID is taken; choose another, for instance with a prefix of your own"}
		}
		if why := badEntry(string(r.ID), r.Names); why != "" {
			return nil, &CatalogueError{kindRight, string(r.ID), why}
		}
		r = r.clone()
		r.Extension = true
		n.addRight(r)
	}
	return n, nil
}

// Minimum returns a catalogue without the rights that are an Extension: what is
// left is the minimum of UNGP 12. Groups and instruments are those of c. A host
// that reports on the minimum alone leaves the right to a clean environment out
// in this way; [Catalogue.With] adds others back.
func (c *Catalogue) Minimum() *Catalogue {
	n := newCatalogue()
	for _, r := range c.rights {
		if !r.Extension {
			n.addRight(r)
		}
	}
	for _, g := range c.groups {
		n.addGroup(g)
	}
	for _, i := range c.instruments {
		n.addInstrument(i)
	}
	return n
}

// WithGroups returns a catalogue that has the given groups of rightsholders
// too. Its errors are those of [Catalogue.With].
func (c *Catalogue) WithGroups(groups ...Group) (*Catalogue, error) {
	n := c.copy()
	for _, g := range groups {
		if _, taken := n.groupAt[g.ID]; taken {
			return nil, &CatalogueError{kindGroup, string(g.ID), "the ID is taken; choose another, for instance with a prefix of your own"}
		}
		if why := badEntry(string(g.ID), g.Names); why != "" {
			return nil, &CatalogueError{kindGroup, string(g.ID), why}
		}
		n.addGroup(g.clone())
	}
	return n, nil
}

// WithInstruments returns a catalogue that has the given instruments too. An ID
// is the text of a citation; an instrument does not become part of the minimum
// of UNGP 12 or of the ILO's fundamental conventions in this way. It returns a
// *[CatalogueError] as [Catalogue.With] does.
func (c *Catalogue) WithInstruments(instruments ...Instrument) (*Catalogue, error) {
	n := c.copy()
	for _, i := range instruments {
		if _, taken := n.instrumentAt[i.ID]; taken {
			return nil, &CatalogueError{kindInstrument, string(i.ID), "the ID is taken; choose another, for instance with a prefix of your own"}
		}
		var cited Citation
		if err := cited.UnmarshalText([]byte(i.ID)); err != nil || cited.IsZero() {
			return nil, &CatalogueError{kindInstrument, string(i.ID), "the ID is not a citation; write it as an instrument or instrument:part"}
		}
		if noName(i.Names) {
			return nil, &CatalogueError{kindInstrument, string(i.ID), "it has no name; give one in at least one language"}
		}
		i = i.clone()
		i.Minimum, i.Labour = false, LabourNotStated
		n.addInstrument(i)
	}
	return n, nil
}

// Translation holds names in one more language, or better ones in a language
// that the catalogue has.
type Translation struct {
	Language    string // BCP 47, "de"
	Rights      map[RightID]string
	Groups      map[GroupID]string
	Instruments map[InstrumentID]string
}

// Translated returns a catalogue that has the names of t too. It returns a
// *[CatalogueError] for the first ID, by the alphabet, that the catalogue does
// not have, so that a slip does not leave a name untranslated unnoticed.
func (c *Catalogue) Translated(t Translation) (*Catalogue, error) {
	if t.Language == "" {
		return nil, &CatalogueError{"translation", "", "it has no language; give a BCP 47 tag such as \"de\""}
	}
	n := c.copy()
	if id, ok := unknown(t.Rights, n.rightAt); !ok {
		return nil, &CatalogueError{kindRight, string(id), "there is none to translate; add it with With first"}
	}
	if id, ok := unknown(t.Groups, n.groupAt); !ok {
		return nil, &CatalogueError{kindGroup, string(id), "there is none to translate; add it with WithGroups first"}
	}
	if id, ok := unknown(t.Instruments, n.instrumentAt); !ok {
		return nil, &CatalogueError{kindInstrument, string(id), "there is none to translate; add it with WithInstruments first"}
	}
	for id, name := range t.Rights {
		i := n.rightAt[id]
		n.rights[i].Names = n.rights[i].Names.with(t.Language, name)
		n.words[i] = searchWords(n.rights[i])
	}
	for id, name := range t.Groups {
		g := &n.groups[n.groupAt[id]]
		g.Names = g.Names.with(t.Language, name)
	}
	for id, name := range t.Instruments {
		in := &n.instruments[n.instrumentAt[id]]
		in.Names = in.Names.with(t.Language, name)
	}
	return n, nil
}

// unknown returns the first key of names, by the alphabet, that is not in at;
// ok if there is none.
func unknown[ID ~string](names map[ID]string, at map[ID]int) (first ID, ok bool) {
	ok = true
	for id := range names {
		if _, known := at[id]; !known && (ok || id < first) {
			first, ok = id, false
		}
	}
	return first, ok
}

// badEntry says what is wrong with an ID in lower-kebab-case or with names, ""
// if nothing is.
func badEntry(id string, names Names) string {
	if !isKebab(id) {
		return "the ID is not in lower-kebab-case; use letters a to z and digits with single hyphens between them, as in \"safe-work\""
	}
	if noName(names) {
		return "it has no name; give one in at least one language"
	}
	return ""
}

// noName reports whether no language has a name.
func noName(names Names) bool {
	for _, n := range names {
		if strings.TrimSpace(n) != "" {
			return false
		}
	}
	return true
}

// isKebab reports whether s is words of a to z and digits with single hyphens
// between them.
func isKebab(s string) bool {
	hyphen := true // what came before
	for i := range len(s) {
		switch b := s[i]; {
		case b >= 'a' && b <= 'z' || b >= '0' && b <= '9':
			hyphen = false
		case b == '-' && !hyphen:
			hyphen = true
		default:
			return false
		}
	}
	return !hyphen
}

// MarshalJSON returns all of the catalogue as data: the version of the library's
// part, rights, groups, instruments and listings, in the order in which the
// methods yield them.
func (c *Catalogue) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Version     string       `json:"version"`
		Rights      []Right      `json:"rights"`
		Groups      []Group      `json:"groups"`
		Instruments []Instrument `json:"instruments"`
		Listings    []Listing    `json:"listings"`
	}{CatalogueVersion, c.rights, c.groups, c.instruments, slices.Collect(c.Listings())})
}

// newCatalogue returns a catalogue without entries, to which things may be
// added.
func newCatalogue() *Catalogue {
	return &Catalogue{rightAt: map[RightID]int{}, groupAt: map[GroupID]int{}, instrumentAt: map[InstrumentID]int{}}
}

// copy returns a catalogue to which things may be added without c changing. The
// entries are shared: they are replaced, never written to.
func (c *Catalogue) copy() *Catalogue {
	n := newCatalogue()
	n.rights, n.groups, n.instruments = slices.Clone(c.rights), slices.Clone(c.groups), slices.Clone(c.instruments)
	n.words = slices.Clone(c.words)
	maps.Copy(n.rightAt, c.rightAt)
	maps.Copy(n.groupAt, c.groupAt)
	maps.Copy(n.instrumentAt, c.instrumentAt)
	return n
}

func (c *Catalogue) addRight(r Right) {
	c.rightAt[r.ID] = len(c.rights)
	c.rights = append(c.rights, r)
	c.words = append(c.words, searchWords(r))
}

func (c *Catalogue) addGroup(g Group) {
	c.groupAt[g.ID] = len(c.groups)
	c.groups = append(c.groups, g)
}

func (c *Catalogue) addInstrument(i Instrument) {
	c.instrumentAt[i.ID] = len(c.instruments)
	c.instruments = append(c.instruments, i)
}

// searchWords returns the folded words by which a right is found.
func searchWords(r Right) []string {
	words := textfold.Words(string(r.ID))
	for _, name := range r.Names {
		words = append(words, textfold.Words(name)...)
	}
	return words
}
