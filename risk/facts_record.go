package risk

import (
	"iter"

	"github.com/google/uuid"
)

// Judged is a value together with who judged it, when, and on what evidence. In
// JSON the parts stand side by side:
//
//	{"value": "yes", "by": "outside assessor", "on": "2021-03-04", "evidence": […]}
type Judged[T any] struct {
	Value T `json:"value,omitzero"`
	Judgement
}

// Judge returns the value as judged.
func Judge[T any](value T, by Judgement) Judged[T] { return Judged[T]{value, by} }

// FactRecord is the [Facts] of a company's involvement in a harm as they stand
// in a file: each with its own judgement, and what else a reader needs to see
// in order to agree or disagree. Facts that nobody has answered are left out.
//
// A FactRecord is plain data. Treat one that has been filed as read only; a
// change is a new [InvolvementRecord].
type FactRecord struct {
	OwnAct              Judged[Answer]         `json:"ownAct,omitzero"`
	SufficientAlone     Judged[Answer]         `json:"sufficientAlone,omitzero"`
	InCombination       Judged[Answer]         `json:"inCombination,omitzero"`
	Facilitates         Judged[Degree]         `json:"facilitates,omitzero"`
	Incentivises        Judged[Degree]         `json:"incentivises,omitzero"`
	Substantial         Judged[Answer]         `json:"substantial,omitzero"`
	Foreseeability      Judged[Foreseeability] `json:"foreseeability,omitzero"`
	Mitigation          Judged[Mitigation]     `json:"mitigation,omitzero"`
	LinkedToOperations  Judged[Answer]         `json:"linkedToOperations,omitzero"`
	ThroughRelationship Judged[Answer]         `json:"throughRelationship,omitzero"`

	// Through lists the business relationships through which the harm is
	// linked, by the ID that the supply network gives them.
	Through []uuid.UUID `json:"through,omitzero"`
	// Status says whether the harm has happened. It does not change the class;
	// it changes what the company must do.
	Status Judged[Status] `json:"status,omitzero"`
	// Ongoing says whether harm that has happened still goes on.
	Ongoing Judged[Answer] `json:"ongoing,omitzero"`
	// KnownSince is the day from which the company knew of the harm.
	KnownSince Date `json:"knownSince,omitzero"`
}

// Facts returns the values without their judgements.
func (r *FactRecord) Facts() Facts {
	return Facts{
		OwnAct:              r.OwnAct.Value,
		SufficientAlone:     r.SufficientAlone.Value,
		InCombination:       r.InCombination.Value,
		Facilitates:         r.Facilitates.Value,
		Incentivises:        r.Incentivises.Value,
		Substantial:         r.Substantial.Value,
		Foreseeability:      r.Foreseeability.Value,
		Mitigation:          r.Mitigation.Value,
		LinkedToOperations:  r.LinkedToOperations.Value,
		ThroughRelationship: r.ThroughRelationship.Value,
	}
}

// Judgement returns who judged a fact, when and on what evidence; the zero
// Judgement if nobody has.
func (r *FactRecord) Judgement(f Fact) Judgement {
	switch f {
	case FactOwnAct:
		return r.OwnAct.Judgement
	case FactSufficientAlone:
		return r.SufficientAlone.Judgement
	case FactInCombination:
		return r.InCombination.Judgement
	case FactFacilitates:
		return r.Facilitates.Judgement
	case FactIncentivises:
		return r.Incentivises.Judgement
	case FactSubstantial:
		return r.Substantial.Judgement
	case FactForeseeability:
		return r.Foreseeability.Judgement
	case FactMitigation:
		return r.Mitigation.Judgement
	case FactLinkedToOperations:
		return r.LinkedToOperations.Judgement
	case FactThroughRelationship:
		return r.ThroughRelationship.Judgement
	}
	return Judgement{}
}

// Unjudged yields the facts that are answered although the record does not say
// who judged them, when, or on what evidence: answers that cannot be defended.
func (r *FactRecord) Unjudged() iter.Seq[Fact] {
	return func(yield func(Fact) bool) {
		facts := r.Facts()
		for f := FactOwnAct; f <= FactThroughRelationship; f++ {
			if !facts.Known(f) {
				continue
			}
			j := r.Judgement(f)
			if (j.By == "" || j.On.IsZero() || len(j.Evidence) == 0) && !yield(f) {
				return
			}
		}
	}
}
