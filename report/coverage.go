package report

import (
	"slices"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/internal/textenum"
)

// Answered says how far an assessment answers a disclosure. It speaks of
// completeness, never of performance: a company that tells everything about
// harm it does has answered.
type Answered uint8

const (
	AnsweredNotStated Answered = iota
	NotYet                     // nothing in the assessment answers it
	Partly                     // something does, and something is missing
	Fully                      // everything that it needs is there
	NotApplicable              // the company says, with its reason, that it does not apply
)

var answeredText = textenum.Table[Answered]{
	Kind: "answer to a disclosure", Names: []string{"", "not-yet", "partly", "answered", "not-applicable"},
}

// Answer is how far an assessment answers one disclosure, and from what.
type Answer struct {
	Disclosure Disclosure `json:"disclosure,omitzero"`
	Answered   Answered   `json:"answered,omitzero"`
	From       []Piece    `json:"from,omitzero"`    // what answers it, whole or in part
	Missing    []Need     `json:"missing,omitzero"` // what is not there, or only in part
	// Withheld are those of Missing that the assessment holds, or holds more of,
	// and that must not leave for the audience.
	Withheld []Need `json:"withheld,omitzero"`
	Reason   string `json:"reason,omitzero"` // why it does not apply, in the company's words
}

// withholds reports whether a need is one of those that are withheld.
func (a *Answer) withholds(n Need) bool { return slices.Contains(a.Withheld, n) }

// Piece is a part of an assessment that answers a need.
type Piece struct {
	Need    Need `json:"need,omitzero"`
	Partial bool `json:"partial,omitzero"` // some of it is there
	// Pointer says where in the document, or where it starts (RFC 6901). It is
	// empty for what stands beside the document.
	Pointer string `json:"pointer,omitzero"`
}

// Coverage is how far an assessment answers a framework. Its figures count
// disclosures that are told; they say nothing of how well people fare.
type Coverage struct {
	Framework     *Framework `json:"framework,omitzero"`
	Answers       []Answer   `json:"answers,omitzero"` // in the order of the framework
	Fully         int        `json:"fully"`
	Partly        int        `json:"partly"`
	NotYet        int        `json:"notYet"`
	NotApplicable int        `json:"notApplicable"`
}

// DisclosureRef names a disclosure of a framework.
type DisclosureRef struct {
	Framework  string `json:"framework,omitzero"`  // its id: "esrs-2026"
	Disclosure string `json:"disclosure,omitzero"` // its id within: "S1-2"
}

// CoverageOptions brings what an evaluation does not hold.
type CoverageOptions struct {
	// Comparison with an earlier evaluation answers disclosures about change
	// over time. Nil means that there is none.
	Comparison *assessment.Comparison
	// Complaints are figures on complaints that are published beside the
	// evaluation. Nil means that there are none.
	Complaints *grievance.Published
	// NotApplicable gives the reason for each disclosure that the company says
	// does not apply. One without a reason is not heeded.
	NotApplicable map[DisclosureRef]string
}

// Cover holds an evaluated assessment against a framework, for an audience:
// what is withheld from it answers nothing. Nor does what is illustrative, or
// unknown, or an entry without content; see [Need].
//
// Time and memory are in proportion to the document, with a few bytes held for
// each risk. Cover only reads its arguments and may be called by any number of
// goroutines at once.
func Cover(ev *assessment.Evaluation, f *Framework, to Audience, opts CoverageOptions) *Coverage {
	return gatherer{gather(ev, opts, to), gatherAll(ev, opts, to)}.cover(f)
}

// gatherer is the material for an audience, and all there is if that is more.
type gatherer struct {
	seen, all *material // all is nil if nothing is withheld
}

// gatherAll gathers what there is for the company itself, or returns nil if
// nothing is withheld from the audience.
func gatherAll(ev *assessment.Evaluation, opts CoverageOptions, to Audience) *material {
	if !withhold(ev.Assessment, to).any() {
		return nil
	}
	return gather(ev, opts, Internal)
}

func (g gatherer) cover(f *Framework) *Coverage {
	c := &Coverage{Framework: f, Answers: make([]Answer, 0, len(f.Disclosures))}
	for _, d := range f.Disclosures {
		a := g.answer(f, d)
		switch a.Answered {
		case Fully:
			c.Fully++
		case Partly:
			c.Partly++
		case NotApplicable:
			c.NotApplicable++
		default:
			c.NotYet++
		}
		c.Answers = append(c.Answers, a)
	}
	return c
}

// Applicable returns how many disclosures apply.
func (c *Coverage) Applicable() int { return len(c.Answers) - c.NotApplicable }

// answer says how far the material answers a disclosure.
func (g gatherer) answer(f *Framework, d Disclosure) Answer {
	a := Answer{Disclosure: d}
	if reason := g.seen.beside.NotApplicable[DisclosureRef{f.ID, d.ID}]; reason != "" {
		a.Answered, a.Reason = NotApplicable, reason
		return a
	}
	for _, need := range d.Needs {
		pointer, have := g.seen.look(need, d.About)
		if have != absent {
			a.From = append(a.From, Piece{Need: need, Partial: have == some, Pointer: pointer})
		}
		if have == whole {
			continue
		}
		a.Missing = append(a.Missing, need)
		if g.all == nil {
			continue
		}
		if _, held := g.all.look(need, d.About); held > have {
			a.Withheld = append(a.Withheld, need)
		}
	}
	switch {
	case len(a.From) == 0:
		a.Answered = NotYet
	case len(a.Missing) > 0:
		a.Answered = Partly
	default:
		a.Answered = Fully
	}
	return a
}
