package assessment

import (
	"slices"

	"github.com/hrdd-go/hrdd/risk"
)

// risks puts the ratings of each risk together and ranks the risks on the
// inherent basis. A rating whose basis is not stated counts as inherent: to
// read it as residual would credit measures that nobody has shown.
func (e *evaluator) risks() error {
	results := make([]RiskResult, len(e.doc.Risks))
	for i := range e.doc.Risks {
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
		r.Range = together(inherent, k.Status)
		if k.Status != risk.Actual && e.measuresWork(k) {
			r.Residual = together(residual, k.Status)
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
	for i := range e.doc.Controls {
		c := &e.doc.Controls[i]
		if c.works() && slices.Contains(k.Controls, c.ID) {
			return true
		}
	}
	return false
}

// together returns the range that holds what every assessor said: in each
// dimension from the least to the gravest that one of them gave. A dimension
// that only some rated is known from those; one that nobody rated stays
// unknown. Harm that has happened has no likelihood, whatever was rated.
func together(ranges []risk.Range, status risk.Status) risk.Range {
	var t risk.Range
	for i, x := range ranges {
		if i == 0 {
			t = x
			continue
		}
		t.Lo.Scale, t.Hi.Scale = span(t.Lo.Scale, t.Hi.Scale, x.Lo.Scale, x.Hi.Scale)
		t.Lo.Scope, t.Hi.Scope = span(t.Lo.Scope, t.Hi.Scope, x.Lo.Scope, x.Hi.Scope)
		t.Lo.Irremediability, t.Hi.Irremediability =
			span(t.Lo.Irremediability, t.Hi.Irremediability, x.Lo.Irremediability, x.Hi.Irremediability)
		t.Lo.Likelihood, t.Hi.Likelihood = span(t.Lo.Likelihood, t.Hi.Likelihood, x.Lo.Likelihood, x.Hi.Likelihood)
		t.Lo.Delay, t.Hi.Delay = span(t.Lo.Delay, t.Hi.Delay, x.Lo.Delay, x.Hi.Delay)
	}
	switch {
	case status == risk.Actual:
		t.Lo.Likelihood, t.Hi.Likelihood = risk.Occurred, risk.Occurred
	case t.Lo.Likelihood != risk.Occurred && t.Hi.Likelihood == risk.Occurred:
		// The assessors do not agree whether it has happened: that is not a
		// matter of degree, and unknown until somebody finds out.
		t.Lo.Likelihood, t.Hi.Likelihood = risk.LikelihoodNotRated, risk.LikelihoodNotRated
	}
	return t
}

// span joins two spans of one dimension, where 0 is not rated.
func span[T ~uint8](lo, hi, lo2, hi2 T) (T, T) {
	switch {
	case lo == 0:
		return lo2, hi2
	case lo2 == 0:
		return lo, hi
	}
	return min(lo, lo2), max(hi, hi2)
}
