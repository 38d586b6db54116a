package risk

import (
	"fmt"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// ConsensusRule says how several assessors' ratings of a risk become one.
type ConsensusRule uint8

const (
	ConsensusNotStated   ConsensusRule = iota // taken as ConsensusMedianHigh
	ConsensusMedianHigh                       // the middle rating; of two in the middle the graver, as a precaution
	ConsensusGravest                          // the gravest rating that anyone gave
	ConsensusFacilitated                      // the assessors settled on a rating together; see FacilitatedConsensus
)

var consensusRuleText = textenum.Table[ConsensusRule]{
	Kind:  "rule of consensus",
	Names: []string{"", "median-high", "gravest", "facilitated"},
}

// Consensus is the rating that several assessors' ratings come to, with those
// who do not share it. The agreed rating never hides the others.
type Consensus struct {
	Rating  Rating        `json:"rating"`
	Rule    ConsensusRule `json:"rule"`
	Votes   []Votes       `json:"votes"`            // how many gave which value, by dimension
	Dissent []Dissent     `json:"dissent,omitzero"` // by assessor, then by dimension
}

// Dissent is one assessor's value that differs from what was agreed.
type Dissent struct {
	Assessor  int       `json:"assessor"` // index into the ratings, from 0
	Dimension Dimension `json:"dimension"`
	Given     uint8     `json:"given"`  // the assessor's value
	Agreed    uint8     `json:"agreed"` // the value agreed on; 0 if none was
}

// ConsensusOf returns what the ratings that several assessors gave to one risk
// come to by a rule, dimension by dimension, with the dissent. A dimension that
// an assessor did not rate has no vote of theirs; one that nobody rated is not
// rated in the result.
//
// It returns [ErrNoRatings] for an empty set, an *[ItemError] for the first
// rating that is not valid, a *[MixedError] if the assessors differ on whether
// the harm has happened, which is a fact to find out and not to vote on, and an
// *[AgreementError] if the rule is [ConsensusFacilitated] or unknown.
func ConsensusOf(rule ConsensusRule, ratings ...Rating) (Consensus, error) {
	if rule == ConsensusNotStated {
		rule = ConsensusMedianHigh
	}
	if rule != ConsensusMedianHigh && rule != ConsensusGravest {
		return Consensus{}, &AgreementError{fmt.Sprintf("no rating follows from the rule %s; use median-high or gravest, or FacilitatedConsensus with the rating that was settled on", rule)}
	}
	votes, err := checkedVotes(ratings)
	if err != nil {
		return Consensus{}, err
	}
	if err := mixed(ratings); err != nil {
		return Consensus{}, err
	}
	var agreed Rating
	for i := range votes {
		agreed = agreed.with(votes[i].Dimension, votes[i].agreed(rule))
	}
	return Consensus{Rating: agreed, Rule: rule, Votes: votes, Dissent: dissent(agreed, ratings)}, nil
}

// FacilitatedConsensus records the rating that assessors settled on together,
// with the dissent of those whose own rating differs, be it on whether the harm
// has happened. It returns [ErrNoRatings] for an empty set, a *[RatingError] if
// agreed is not valid, and an *[ItemError] for the first rating that is not.
func FacilitatedConsensus(agreed Rating, ratings ...Rating) (Consensus, error) {
	if err := agreed.Check(); err != nil {
		return Consensus{}, err
	}
	votes, err := checkedVotes(ratings)
	if err != nil {
		return Consensus{}, err
	}
	return Consensus{Rating: agreed, Rule: ConsensusFacilitated, Votes: votes, Dissent: dissent(agreed, ratings)}, nil
}

// checkedVotes counts the votes of ratings, which must be valid and at least
// one.
func checkedVotes(ratings []Rating) ([]Votes, error) {
	if len(ratings) == 0 {
		return nil, ErrNoRatings
	}
	for i, r := range ratings {
		if err := r.Check(); err != nil {
			return nil, &ItemError{i, err}
		}
	}
	return countVotes(ratings), nil
}

// mixed returns a *[MixedError] if ratings differ on whether the harm has
// happened.
func mixed(ratings []Rating) error {
	occurred, potential := -1, -1
	for i, r := range ratings {
		switch {
		case r.HasOccurred() && occurred < 0:
			occurred = i
		case r.Likelihood.Rated() && potential < 0:
			potential = i
		}
	}
	if occurred < 0 || potential < 0 {
		return nil
	}
	return &MixedError{Occurred: occurred, Potential: potential}
}

// agreed returns the value that the votes come to, 0 if nobody voted.
func (v *Votes) agreed(rule ConsensusRule) uint8 {
	total, gravest := 0, 0
	for value := 1; value < len(v.Counts); value++ {
		if v.Counts[value] > 0 {
			total, gravest = total+v.Counts[value], value
		}
	}
	if rule == ConsensusGravest {
		return uint8(gravest)
	}
	// The upper of two in the middle is the one with total/2 values under it.
	under := 0
	for value := 1; value <= gravest; value++ {
		under += v.Counts[value]
		if under > total/2 {
			return uint8(value)
		}
	}
	return 0
}

// dissent lists the values that differ from what was agreed. Not to have rated
// a dimension is not dissent.
func dissent(agreed Rating, ratings []Rating) []Dissent {
	var all []Dissent
	for i, r := range ratings {
		for d := DimScale; d <= DimDelay; d++ {
			if given := r.at(d); given != 0 && given != agreed.at(d) {
				all = append(all, Dissent{Assessor: i, Dimension: d, Given: given, Agreed: agreed.at(d)})
			}
		}
	}
	return all
}
