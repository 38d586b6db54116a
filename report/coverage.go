package report

import (
	"github.com/hrdd-go/hrdd/assessment"
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
	Disclosure Disclosure
	Answered   Answered
	From       []Piece // what answers it, whole or in part
	Missing    []Need  // what is not there, or only in part
	Reason     string  // why it does not apply, in the company's words
}

// Piece is a part of an assessment that answers a need.
type Piece struct {
	Need    Need
	Partial bool   // some of it is there
	Pointer string // RFC 6901, where in the document
}

// Coverage is how far an assessment answers a framework. Its figures count
// disclosures that are told; they say nothing of how well people fare.
type Coverage struct {
	Framework     *Framework
	Answers       []Answer // in the order of the framework
	Fully         int
	Partly        int
	NotYet        int
	NotApplicable int
}

// CoverageOptions brings what an evaluation does not hold.
type CoverageOptions struct {
	// Comparison with an earlier evaluation answers disclosures about change
	// over time. Nil means that there is none.
	Comparison *assessment.Comparison
	// ComplaintFigures says that figures of grievance cases are published
	// beside the evaluation.
	ComplaintFigures bool
	// NotApplicable gives the reason for each disclosure, by its id, that the
	// company says does not apply. One without a reason is not heeded.
	NotApplicable map[string]string
}

// Cover holds an evaluated assessment against a framework. What is marked
// illustrative answers nothing.
func Cover(ev *assessment.Evaluation, f *Framework, opts CoverageOptions) *Coverage {
	m := material{ev: ev, doc: ev.Assessment, opts: opts}
	c := &Coverage{Framework: f, Answers: make([]Answer, 0, len(f.Disclosures))}
	for _, d := range f.Disclosures {
		a := m.answer(d)
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
func (m *material) answer(d Disclosure) Answer {
	a := Answer{Disclosure: d}
	if reason := m.opts.NotApplicable[d.ID]; reason != "" {
		a.Answered, a.Reason = NotApplicable, reason
		return a
	}
	for _, need := range d.Needs {
		pointer, have := m.look(need)
		if have != absent {
			a.From = append(a.From, Piece{Need: need, Partial: have == some, Pointer: pointer})
		}
		if have != whole {
			a.Missing = append(a.Missing, need)
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
