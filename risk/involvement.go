package risk

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// Involvement says how a company is involved in a harm (UNGP 13 and 19). It
// decides what the company must do. It says nothing of where in the supply
// network the harm is, and never changes how severe it is.
//
// The classes are ordered: from NotLinked to Causes the company's part grows.
// The zero value is Undetermined: the facts do not decide it yet. It is no
// lower than the others; it may turn out to be any of them.
type Involvement uint8

const (
	Undetermined   Involvement = iota // the facts do not decide it yet
	NotLinked                         // no connection to operations, products or services
	DirectlyLinked                    // through a business relationship, at any tier (13b)
	Contributes                       // a substantial part of the cause (13a)
	Causes                            // its own act or omission suffices (13a)
)

var involvementText = textenum.Table[Involvement]{
	Kind:  "involvement",
	Names: []string{"undetermined", "not-linked", "directly-linked", "contributes", "causes"},
}

// IndirectlyLinkedError says that a text such as "indirectly linked" or
// "indirectement lié" was given as an involvement. Sources use these words, but
// the Guiding Principles have no such class: in "directly linked" (UNGP 13b)
// the adverb speaks of the link between the harm and the operations, products
// or services, not of the distance between two companies. Its message says
// where the words belong.
type IndirectlyLinkedError struct {
	Found string // the text that was found
}

// Error says why there is no such class and what to state instead.
func (e *IndirectlyLinkedError) Error() string {
	return fmt.Sprintf("%.60q is not an involvement: the Guiding Principles have no such class, "+
		"for a harm is directly linked (UNGP 13b) by its link to operations, products or services, at any tier; "+
		"keep the words as the source's label with a mapping note, "+
		"state as involvement what the link between harm and product makes it "+
		"(directly-linked, not-linked, or undetermined while it is not known), "+
		"and state closeness as the directness of the business relationship", e.Found)
}

// ParseInvolvement returns the involvement with the given name:
// "undetermined", "not-linked", "directly-linked", "contributes" or "causes".
// For a text that speaks of an indirect link, however it is spelt, it returns an
// *[IndirectlyLinkedError]: "indirectly linked", "indirectement lié", "indirekt"
// or "mittelbar verbunden", "indirectamente vinculado" and their like in the
// other languages that share the word. For any other text the error lists the
// names.
func ParseInvolvement(s string) (Involvement, error) {
	if speaksOfIndirect(s) {
		return Undetermined, &IndirectlyLinkedError{Found: s}
	}
	return involvementText.Parse(s)
}

// speaksOfIndirect reports whether s holds the word indirect, whatever stands
// between its letters: "in-directly", "INDIRECTLY_LINKED", "indirectement",
// "indirekt", "indirettamente", or the German "mittelbar", of which "unmittelbar"
// is the contrary. No involvement has such a name.
func speaksOfIndirect(s string) bool {
	if len(s) > 256 { // no label is so long; bound the work on hostile input
		s = s[:256]
	}
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
	return strings.Contains(letters, "indire") ||
		strings.Contains(strings.ReplaceAll(letters, "unmittelbar", ""), "mittelbar")
}

// UnmarshalText sets v as [ParseInvolvement] does and leaves it as it was on an
// error. It implements encoding.TextUnmarshaler.
func (v *Involvement) UnmarshalText(b []byte) error {
	p, err := ParseInvolvement(string(b))
	if err != nil {
		return err
	}
	*v = p
	return nil
}

// Scan reads v from a text column, NULL as Undetermined. It implements
// database/sql.Scanner and refuses what [ParseInvolvement] refuses.
func (v *Involvement) Scan(src any) error {
	switch s := src.(type) {
	case string:
		return v.UnmarshalText([]byte(s))
	case []byte:
		return v.UnmarshalText(s)
	}
	return involvementText.Scan(v, src)
}
