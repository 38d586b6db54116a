package assessment

import (
	"fmt"
	"strings"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// Problem is one thing wrong with a document.
type Problem struct {
	// Pointer is the place as RFC 6901 has it: "/risks/3/ratings/0/rating/scope".
	// It ends before the name of a member that the format does not have if that
	// looks like what a person wrote, who may have been named in it.
	Pointer string `json:"pointer"`
	Line    int    `json:"line,omitzero"`   // of the place, from 1; 0 if the document was not text
	Column  int    `json:"column,omitzero"` // of the place, in characters from 1; 0 likewise
	Rule    string `json:"rule"`            // stable id of the rule that is broken: "level-range"
	// Found is what was found. It is empty where that is free text, which may
	// be about a person.
	Found string `json:"found,omitzero"`
	Want  string `json:"want,omitzero"` // what would do
}

// Error returns the problem as one line: where, what, and what would do.
func (p Problem) Error() string {
	var b strings.Builder
	if p.Line > 0 {
		fmt.Fprintf(&b, "%d:%d ", p.Line, p.Column)
	}
	if p.Pointer == "" {
		b.WriteString("the document: ")
	} else {
		b.WriteString(p.Pointer + ": ")
	}
	found := p.Found
	if found == "" {
		found = "what is there"
	}
	b.WriteString(found)
	if says := ruleSays(p.Rule); says != "" {
		b.WriteString(" " + says)
	}
	if p.Want != "" {
		b.WriteString("; " + p.Want)
	}
	return b.String()
}

// discreet returns a pointer up to the first name in it that may be about a
// person.
func discreet(pointer string) string {
	end := 0
	for end < len(pointer) {
		next := strings.IndexByte(pointer[end+1:], '/')
		if next < 0 {
			next = len(pointer) - end - 1
		}
		name := strings.NewReplacer("~1", "/", "~0", "~").Replace(pointer[end+1 : end+1+next])
		if !textenum.Plain(name) {
			return pointer[:end]
		}
		end += 1 + next
	}
	return pointer
}

// DocumentError says what is wrong with a document, all of it at once.
type DocumentError struct {
	Problems []Problem `json:"problems,omitzero"` // in the order of their places; never empty
	// Omitted is how many problems beyond [Limits.Problems] are known to be there
	// and not listed. There may be more: a part of the document in which
	// anything is wrong counts once.
	Omitted int `json:"omitted"`
}

// Error returns the problems, one a line.
func (e *DocumentError) Error() string {
	var b strings.Builder
	switch n := len(e.Problems) + e.Omitted; {
	case n == 1:
		return e.Problems[0].Error()
	case e.Omitted > 0:
		fmt.Fprintf(&b, "the document has at least %d problems:", n)
	default:
		fmt.Fprintf(&b, "the document has %d problems:", n)
	}
	for _, p := range e.Problems {
		b.WriteString("\n" + p.Error())
	}
	if e.Omitted > 0 {
		fmt.Fprintf(&b, "\nand at least %d more", e.Omitted)
	}
	return b.String()
}

// Unwrap returns the problems for errors.As, each a [Problem] and no pointer to
// one.
func (e *DocumentError) Unwrap() []error {
	errs := make([]error, len(e.Problems))
	for i, p := range e.Problems {
		errs[i] = p
	}
	return errs
}

// Has reports whether a rule is among those that are broken.
func (e *DocumentError) Has(rule string) bool {
	for _, p := range e.Problems {
		if p.Rule == rule {
			return true
		}
	}
	return false
}
