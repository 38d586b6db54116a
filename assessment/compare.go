package assessment

import (
	"context"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
)

// CompareOptions says how two evaluations are compared. The zero value ranks
// both with the method of the later one.
type CompareOptions struct {
	Method *risk.Method // nil means that of the later evaluation
}

// Compare says what changed from one evaluation to a later one. Things are the
// same if their ids are; failing that, if their codes are and no id tells
// otherwise.
//
// Where the two used different methods their places cannot be compared, so
// both are ranked anew under one. What else bounds what can be said is in
// [Comparison.Caveats]. Compare changes neither evaluation. Its errors are those
// of ranking: a *[RiskError], which an evaluation by another method would have
// met as well, or the error of ctx.
func Compare(ctx context.Context, before, after *Evaluation, opts CompareOptions) (*Comparison, error) {
	c := &Comparison{Before: before, After: after, Method: opts.Method}
	if c.Method == nil {
		c.Method = after.Method
	}
	c.MethodChanged = !sameMethod(before.Method, after.Method)
	earlier, err := under(ctx, before, c.Method)
	if err != nil {
		return nil, err
	}
	later, err := under(ctx, after, c.Method)
	if err != nil {
		return nil, err
	}
	c.caveats()
	c.risks(earlier, later)
	c.linkages(before, after)
	c.recommendations(before.Recommendations, after.Recommendations)
	c.commitments(before.Assessment, after)
	return c, nil
}

func sameMethod(a, b *risk.Method) bool { return a.ID() == b.ID() && a.Version() == b.Version() }

// under returns the risks of an evaluation as another method ranks them.
func under(ctx context.Context, e *Evaluation, m *risk.Method) ([]RiskResult, error) {
	if sameMethod(e.Method, m) {
		return e.Risks, nil
	}
	again := &evaluator{ctx: ctx, doc: e.Assessment, out: &Evaluation{Assessment: e.Assessment, AsOf: e.AsOf, Method: m}}
	if err := again.risks(); err != nil {
		return nil, err
	}
	return again.out.Risks, nil
}

func (c *Comparison) risks(before, after []RiskResult) {
	own := func(list []RiskResult) map[int]*RiskResult {
		byIndex := make(map[int]*RiskResult, len(list))
		for i := range list {
			byIndex[list[i].Index] = &list[i]
		}
		return byIndex
	}
	ownBefore, ownAfter := own(c.Before.Risks), own(c.After.Risks)
	for p := range pair(before, after, func(r *RiskResult) (uuid.UUID, string) { return r.Risk.ID, r.Risk.Code }) {
		change := RiskChange{Presence: p.presence(), Before: p.before, After: p.after}
		if p.before != nil {
			change.OwnBefore = ownBefore[p.before.Index]
		}
		if p.after != nil {
			change.OwnAfter = ownAfter[p.after.Index]
		}
		change.Salient = change.salience()
		if change.Presence == InBoth {
			change.Trend = trend(p.before.Score, p.after.Score)
			change.StatusChanged = p.before.Risk.Status != p.after.Risk.Status
		}
		c.Risks = append(c.Risks, change)
	}
}

// salience says whether the risk is among those that the source calls salient.
func (r *RiskChange) salience() Presence {
	salient := func(k *RiskResult) (is, isNot bool) {
		if k == nil {
			return false, true
		}
		return k.Risk.Salient == risk.Yes, k.Risk.Salient == risk.No
	}
	was, wasNot := salient(r.Before)
	is, isNot := salient(r.After)
	switch {
	case was && is:
		return InBoth
	case wasNot && is:
		return New
	case was && isNot:
		return Gone
	}
	return PresenceNotStated
}

// trend says how what is possible has moved from one score to another of the
// same method.
func trend(before, after risk.Score) Trend {
	blo, bhi := before.Ordinals()
	alo, ahi := after.Ordinals()
	switch {
	case alo == blo && ahi == bhi:
		return Unchanged
	case alo > bhi:
		return Graver
	case ahi < blo:
		return LessGrave
	case alo >= blo && ahi <= bhi:
		return Settled
	case alo <= blo && ahi >= bhi:
		return LessSettled
	case alo > blo:
		return PerhapsGraver
	}
	return PerhapsLessGrave
}

func (c *Comparison) linkages(before, after *Evaluation) {
	for p := range pair(before.Linkages, after.Linkages, func(l *LinkageResult) (uuid.UUID, string) { return l.Linkage.ID, l.Linkage.Code }) {
		change := LinkageChange{Presence: p.presence(), Before: p.before, After: p.after}
		if change.Presence == InBoth {
			change.InvolvementChanged = p.before.Involvement != p.after.Involvement
			change.PlaceChanged = p.before.Placement.Proximity != p.after.Placement.Proximity
		}
		c.Linkages = append(c.Linkages, change)
	}
}

func (c *Comparison) recommendations(before, after *Tracking) {
	key := func(s *RecommendationStatus) (uuid.UUID, string) {
		if s.Recommendation == nil {
			return s.ID, ""
		}
		return s.ID, s.Recommendation.Code
	}
	for p := range pair(before.Items, after.Items, key) {
		change := RecommendationChange{Presence: p.presence(), Before: p.before, After: p.after}
		switch change.Presence {
		case InBoth:
			change.Moved = p.before.State != p.after.State
			change.Events = max(0, p.after.Events-p.before.Events)
		case New:
			change.Events = p.after.Events
		}
		c.Recommendations = append(c.Recommendations, change)
	}
}

func (c *Comparison) commitments(before *Assessment, after *Evaluation) {
	key := func(x *Commitment) (uuid.UUID, string) { return x.ID, x.Code }
	for p := range pair(before.Commitments, after.Assessment.Commitments, key) {
		change := CommitmentChange{Presence: p.presence(), Before: p.before, After: p.after}
		last := p.after
		if last == nil {
			last = p.before
		}
		change.Keeping = last.KeptAt(after.AsOf)
		c.Commitments = append(c.Commitments, change)
	}
}

// paired is something that is in one or both of two lists.
type paired[T any] struct{ before, after *T }

func (p paired[T]) presence() Presence {
	switch {
	case p.before == nil:
		return New
	case p.after == nil:
		return Gone
	}
	return InBoth
}

// pair yields the elements of after, each with the element of before that has
// its id, or else its code; then the elements of before that were not paired.
func pair[T any](before, after []T, key func(*T) (uuid.UUID, string)) func(yield func(paired[T]) bool) {
	return func(yield func(paired[T]) bool) {
		byID := make(map[uuid.UUID]int, len(before))
		byCode, codes := make(map[string]int, len(before)), make(map[string]int, len(after))
		for i := range before {
			id, code := key(&before[i])
			if id != uuid.Nil {
				byID[id] = i
			}
			if _, twice := byCode[code]; twice || code == "" {
				byCode[code] = -1 // a code that two share identifies neither
			} else {
				byCode[code] = i
			}
		}
		for i := range after {
			_, code := key(&after[i])
			codes[code]++
		}
		match := make([]int, len(after))
		taken := make([]bool, len(before))
		for i := range after {
			id, _ := key(&after[i])
			match[i] = -1
			if j, ok := byID[id]; ok && !taken[j] {
				match[i], taken[j] = j, true
			}
		}
		for i := range after {
			_, code := key(&after[i])
			if j, ok := byCode[code]; match[i] < 0 && ok && j >= 0 && !taken[j] && codes[code] == 1 {
				match[i], taken[j] = j, true
			}
			p := paired[T]{after: &after[i]}
			if match[i] >= 0 {
				p.before = &before[match[i]]
			}
			if !yield(p) {
				return
			}
		}
		for i := range before {
			if !taken[i] && !yield(paired[T]{before: &before[i]}) {
				return
			}
		}
	}
}
