package assessment

import (
	"errors"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
)

// risks puts the ratings of each risk together and ranks the risks on the
// inherent basis. A rating whose basis is not stated counts as inherent: to
// read it as residual would credit measures that nobody has shown.
func (e *evaluator) risks() error {
	results := make([]RiskResult, len(e.doc.Risks))
	for i := range e.doc.Risks {
		if i%checkEvery == 0 {
			if err := e.ctx.Err(); err != nil {
				return err
			}
		}
		k := &e.doc.Risks[i]
		r := &results[i]
		r.Risk, r.Index, r.Illustrative = k, i, k.Illustrative
		var inherent, residual []risk.Range
		for _, x := range k.Ratings {
			if x.Basis == risk.Residual {
				residual = append(residual, x.Rating)
				continue
			}
			inherent = append(inherent, x.Rating)
			r.Illustrative = r.Illustrative || x.Illustrative
		}
		r.Ratings = len(inherent)
		var err error
		if r.Range, err = e.together(inherent, r); err != nil {
			return &RiskError{k.ID, i, err}
		}
		if k.Status != risk.Actual && e.measuresWork(k) {
			if r.Residual, err = e.together(residual, r); err != nil {
				return &RiskError{k.ID, i, err}
			}
		}
		e.noteRating(r)
	}
	ranking, err := risk.RankRanges(e.out.Method, slices.Values(results), func(r RiskResult) risk.Range { return r.Range })
	if err != nil {
		return err
	}
	e.out.Risks = make([]RiskResult, len(ranking.Items))
	for i, x := range ranking.Items {
		e.out.Risks[i] = x.Item
		r := &e.out.Risks[i]
		r.Best, r.Worst, r.Score = x.Best, x.Worst, x.Score
	}
	if len(results) == 0 {
		e.note(NoRisksNamed, "/risks")
	}
	if e.doc.RisksComplete != risk.Yes {
		e.note(MoreRisksThanNamed, "/risksComplete", e.doc.RisksComplete.String())
	}
	return nil
}

// RiskError says whose ratings cannot be ranked.
type RiskError struct {
	Risk  uuid.UUID
	Index int // in the risks of the document
	Err   error
}

// Error points at the ratings of the risk, by its number and not by its title.
func (e *RiskError) Error() string {
	return fmt.Sprintf("/risks/%d/ratings: %v", e.Index, e.Err)
}

// Unwrap returns what is wrong with the ratings.
func (e *RiskError) Unwrap() error { return e.Err }

// noteRating records what is not rated of a risk.
func (e *evaluator) noteRating(r *RiskResult) {
	name, pointer := label(r.Risk.Code, r.Risk.Title), at("risks", r.Index)+"/ratings"
	if !r.Rated() {
		e.note(RiskNotRated, pointer, name)
		return
	}
	if missing := r.Range.Missing(); missing != 0 {
		args := []string{name}
		for d := range missing.All() {
			if d != risk.DimDelay { // that nobody has asked of delay is the rule, not a gap
				args = append(args, d.String())
			}
		}
		if len(args) > 1 {
			e.note(RiskPartlyRated, pointer, args...)
		}
	}
}

// measuresWork reports whether a measure of the risk is in place and was seen
// to have an effect (ESRS 1 (2026), paragraph 43(b)).
func (e *evaluator) measuresWork(k *Risk) bool {
	if e.working == nil {
		e.working = make(map[uuid.UUID]bool)
		for i := range e.doc.Controls {
			if c := &e.doc.Controls[i]; c.works() {
				e.working[c.ID] = true
			}
		}
	}
	return slices.ContainsFunc(k.Controls, func(id uuid.UUID) bool { return e.working[id] })
}

// together puts together what every assessor says; see [risk.Span]. Harm that
// has happened has no likelihood, whatever was rated. Where assessors differ on
// whether it has happened, that stays unknown until somebody finds out.
func (e *evaluator) together(ranges []risk.Range, r *RiskResult) (risk.Range, error) {
	likelihood := func(l risk.Likelihood) {
		for i := range ranges {
			ranges[i].Lo.Likelihood, ranges[i].Hi.Likelihood = l, l
		}
	}
	if r.Risk.Status == risk.Actual {
		likelihood(risk.Occurred)
		if len(ranges) == 0 {
			happened := risk.Rating{Likelihood: risk.Occurred}
			return risk.RangeOf(happened), nil
		}
	}
	if len(ranges) == 0 {
		return risk.Range{}, nil
	}
	all, err := risk.Span(ranges...)
	if mixed, ok := errors.AsType[*risk.MixedError](err); ok {
		e.note(StatusDisagreed, at("risks", r.Index)+at("ratings", mixed.Occurred), label(r.Risk.Code, r.Risk.Title))
		likelihood(risk.LikelihoodNotRated)
		return risk.Span(ranges...)
	}
	return all, err
}
