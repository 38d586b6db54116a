package assessment

import (
	"cmp"
	"slices"
)

// streamProblems gathers what is wrong with a document that is read in passes.
type streamProblems struct {
	limit    int
	problems []Problem
	identity []Problem // those of ids and references, of the last passes
	omitted  int
	broken   map[string]bool // lists in which an id could not be read
}

func (p *streamProblems) add(list *[]Problem, problems ...Problem) {
	room := max(0, min(len(problems), p.limit-len(p.problems)-len(p.identity)))
	*list = append(*list, problems[:room]...)
	p.omitted += len(problems) - room
}

// full reports whether as many problems are noted as are to be listed.
func (p *streamProblems) full() bool { return len(p.problems)+len(p.identity) >= p.limit }

// breaks notes that an id in a list could not be read.
func (p *streamProblems) breaks(list string) {
	if p.broken == nil {
		p.broken = map[string]bool{}
	}
	p.broken[list] = true
}

// err returns the problems in the order of their places.
func (p *streamProblems) err() error {
	all := slices.Concat(p.problems, p.identity)
	if len(all) == 0 {
		return nil
	}
	slices.SortStableFunc(all, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	for i := range all {
		all[i].Pointer = discreet(all[i].Pointer)
	}
	return &DocumentError{Problems: all, Omitted: p.omitted}
}
