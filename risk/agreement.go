package risk

import (
	"cmp"
	"iter"
	"slices"
)

// AgreementOptions vary how the agreement of assessors is measured. The zero
// value is useful.
type AgreementOptions struct {
	Method *Method // in whose order Total is measured; nil means UNGP()
	Metric Metric  // for the levels of scale, scope, irremediability and likelihood; not stated means ordinal
}

// Agreement says how far several assessors agree on the same risks.
type Agreement[T any] struct {
	// Total is the agreement on what follows for the order of the risks: the
	// ordinal alpha of the positions that each assessor's rating takes in the
	// order of the method. A rating that leaves open what matters to the method
	// has no position and is left out.
	Total  Alpha  `json:"total"`
	Method string `json:"method"` // whose order it is, id and version

	Scale           Alpha `json:"scale"`
	Scope           Alpha `json:"scope"`
	Irremediability Alpha `json:"irremediability"`
	Likelihood      Alpha `json:"likelihood"` // of those who hold that the harm has not happened
	Delay           Alpha `json:"delay"`      // nominal
	Occurrence      Alpha `json:"occurrence"` // has the harm happened? nominal

	// Disputes are the risks that at least two assessors rate differently in
	// some dimension, the most disputed first; risks that are equally disputed
	// are in the order in which they came.
	Disputes []Dispute[T] `json:"disputes"`
}

// Dispute is a risk that assessors rate differently.
type Dispute[T any] struct {
	Index int `json:"index"` // of the risk in the sequence, from 0
	Item  T   `json:"item"`

	// Disagreement is how far two assessors differ on this risk, on average
	// over the dimensions that two of them have rated, as a share of what chance
	// would give: 0 for none, 1 for no better than chance.
	Disagreement float64 `json:"disagreement"`

	// Over is the dimension they differ on most; it is DimLikelihood with
	// Occurrence set if they differ most on whether the harm has happened.
	Over       Dimension `json:"over"`
	Occurrence bool      `json:"occurrence,omitzero"`

	Votes []Votes `json:"votes"` // who rated what, by dimension
}

// Votes counts the values that assessors gave a dimension.
type Votes struct {
	Dimension Dimension `json:"dimension"`

	// Counts holds the number of assessors by value: 0 for not rated, then the
	// levels 1 to 5 and 6 for harm that has happened; for delay 1 is no and 2 is
	// yes.
	Counts [7]int `json:"counts"`
}

// The aspects in which ratings are compared: the five dimensions, and whether
// the harm has happened, which is a fact and not a level.
const (
	aspectOccurrence = int(DimDelay) + 1
	numAspects       = aspectOccurrence + 1 // aspect 0 is the position in the order of a method
)

// Agree measures how far assessors agree. ratings returns the ratings that the
// assessors gave to an item, in any order; an assessor who did not rate it is
// left out or has the zero Rating, and a dimension that is not rated is a
// missing value. It is called once for each item, in order.
//
// It returns an *[ItemError] for the first item with a rating that is not
// valid, and an *[AgreementError] if the metric of the options is not one.
func Agree[T any](items iter.Seq[T], ratings func(T) []Rating, o AgreementOptions) (*Agreement[T], error) {
	method := o.Method
	if method == nil {
		method = UNGP()
	}
	if !o.Metric.Valid() {
		return nil, &AgreementError{"there is no metric " + o.Metric.String() + "; use nominal, ordinal, interval or ratio"}
	}
	levels := cmp.Or(o.Metric, MetricOrdinal)
	var all []T
	var units [numAspects][][]float64
	var votes [][]Votes
	for item := range items {
		given := ratings(item)
		var unit [numAspects][]float64
		for _, r := range given {
			if err := r.Check(); err != nil {
				return nil, &ItemError{len(all), err}
			}
			if s := method.ScoreCell(r.cell()); r != (Rating{}) && s.Exact() {
				unit[0] = append(unit[0], float64(s.hi))
			}
			addAspects(&unit, r)
		}
		for a := range units {
			units[a] = append(units[a], unit[a])
		}
		all, votes = append(all, item), append(votes, countVotes(given))
	}
	var metrics [numAspects]Metric
	for a := range metrics {
		metrics[a] = levels
	}
	metrics[0], metrics[DimDelay], metrics[aspectOccurrence] = MetricOrdinal, MetricNominal, MetricNominal
	var measures [numAspects]*disagreement
	var alphas [numAspects]Alpha
	for a := range alphas {
		measures[a] = newDisagreement(units[a], metrics[a])
		alphas[a] = measures[a].alpha(units[a])
	}
	return &Agreement[T]{
		Total: alphas[0], Method: method.String(),
		Scale: alphas[DimScale], Scope: alphas[DimScope], Irremediability: alphas[DimIrremediability],
		Likelihood: alphas[DimLikelihood], Delay: alphas[DimDelay], Occurrence: alphas[aspectOccurrence],
		Disputes: disputes(all, votes, &units, &measures),
	}, nil
}

// addAspects adds the values of a rating to those of the other assessors.
func addAspects(unit *[numAspects][]float64, r Rating) {
	for d := DimScale; d <= DimDelay; d++ {
		v := r.at(d)
		switch {
		case v == 0:
		case d == DimLikelihood:
			happened := 0.0
			if r.HasOccurred() {
				happened = 1
			} else {
				unit[d] = append(unit[d], float64(v))
			}
			unit[aspectOccurrence] = append(unit[aspectOccurrence], happened)
		default:
			unit[d] = append(unit[d], float64(v))
		}
	}
}

// countVotes counts the values that valid ratings give to each dimension.
func countVotes(ratings []Rating) []Votes {
	votes := make([]Votes, 0, numDimensions)
	for d := DimScale; d <= DimDelay; d++ {
		v := Votes{Dimension: d}
		for _, r := range ratings {
			v.Counts[r.at(d)]++
		}
		votes = append(votes, v)
	}
	return votes
}

// disputes returns the items on which assessors differ, the most disputed first.
func disputes[T any](items []T, votes [][]Votes, units *[numAspects][][]float64, measures *[numAspects]*disagreement) []Dispute[T] {
	var disputed []Dispute[T]
	for i := range items {
		x := Dispute[T]{Index: i, Item: items[i], Votes: votes[i]}
		sum, most, rated := 0.0, 0.0, 0
		for a := 1; a < numAspects; a++ {
			if len(units[a][i]) < 2 {
				continue
			}
			rated++
			if measures[a].expected == 0 {
				continue
			}
			share := measures[a].within(units[a][i]) / measures[a].expected
			sum += share
			if share > most {
				most = share
				x.Over, x.Occurrence = Dimension(a), a == aspectOccurrence
			}
		}
		if sum == 0 {
			continue
		}
		if x.Occurrence {
			x.Over = DimLikelihood
		}
		x.Disagreement = sum / float64(rated)
		disputed = append(disputed, x)
	}
	slices.SortStableFunc(disputed, func(a, b Dispute[T]) int { return cmp.Compare(b.Disagreement, a.Disagreement) })
	return disputed
}
