package grievance

import (
	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Outcome says how a case ended, or that it has not.
type Outcome uint8

const (
	Ongoing           Outcome = iota // it has not ended; the zero value
	RemedyConfirmed                  // remedy was given, the person has it and finds it adequate, at least in part
	RemedyDisputed                   // remedy was given; the person has not got it or finds it inadequate
	RemedyUnconfirmed                // remedy was given; the person could not or would not say
	Settled                          // the parties settled it in dialogue, without remedy
	NotShown                         // the facts did not show it; that is not bad faith
	NotDecided                       // the facts could not be established
	NotTakenOn                       // rejected, with a reason
	HandedOver                       // referred to another body
	WithdrawnFreely                  // by the complainant, asked in safety
	WithdrawnNotFree                 // under pressure, or nobody could ask in safety
)

var outcomeText = textenum.Table[Outcome]{
	Kind: "outcome of a case",
	Names: []string{"ongoing", "remedy-confirmed", "remedy-disputed", "remedy-unconfirmed", "settled", "not-shown",
		"not-decided", "not-taken-on", "handed-over", "withdrawn-freely", "withdrawn-not-free"},
}

// Outcome returns how a case that stands at s ended.
func (s *State) Outcome() Outcome {
	switch s.Stage {
	case Rejected:
		return NotTakenOn
	case Referred:
		return HandedOver
	case Withdrawn:
		if s.Withdrawal == Freely {
			return WithdrawnFreely
		}
		return WithdrawnNotFree
	case Closed:
		return s.closedOutcome()
	}
	return Ongoing
}

func (s *State) closedOutcome() Outcome {
	switch standing := s.Remedy(); {
	case standing.Confirmed:
		return RemedyConfirmed
	case standing.Disputed:
		return RemedyDisputed
	case standing.Due:
		return RemedyUnconfirmed
	case s.Finding == Unsubstantiated:
		return NotShown
	case s.Finding == Inconclusive:
		return NotDecided
	}
	return Settled
}

// CaseRemedy is how far the remedy of a case has come as a whole.
type CaseRemedy struct {
	Due       bool `json:"due,omitzero"`       // harm was shown, or remedy agreed to
	Delivered bool `json:"delivered,omitzero"` // all that was agreed was given, as those who give it say
	Confirmed bool `json:"confirmed,omitzero"` // and the person has it and finds it adequate, at least in part
	Disputed  bool `json:"disputed,omitzero"`  // the person has not got some of it, or finds it inadequate
}

// Remedy returns how far the remedy of a case has come. Remedy that was
// offered and never agreed to does not count; an offer in place of one that was
// agreed to does, and is not delivered.
func (s *State) Remedy() CaseRemedy {
	c := CaseRemedy{Due: s.Finding.CallsForRemedy()}
	agreed, delivered, confirmed := 0, 0, 0
	for i := range s.Remedies {
		r := &s.Remedies[i]
		if !r.agreed {
			continue
		}
		agreed++
		if r.Standing >= Delivered {
			delivered++
		}
		if r.Standing == Asked {
			switch {
			case r.Received == risk.No || r.View == NotAdequate:
				c.Disputed = true
			case r.Received == risk.Yes && (r.View == Adequate || r.View == PartlyAdequate):
				confirmed++
			}
		}
	}
	c.Due = c.Due || agreed > 0
	c.Delivered = agreed > 0 && delivered == agreed
	c.Confirmed = agreed > 0 && confirmed == agreed
	return c
}
