package risk

// Settling is what one answer would do for the place of a risk.
type Settling struct {
	// Dimension is the one whose answer would narrow the place the most. It is
	// DimensionNotStated if no single answer would narrow it.
	Dimension Dimension `json:"dimension,omitzero"`

	// Best and Worst are the places that are left if the answer turns out the
	// least helpful; most answers narrow the place further.
	Best  int `json:"best"`
	Worst int `json:"worst"`
}

// Settle returns, for the item at index i of Items, which single dimension would
// narrow its place the most if it were settled, everything else being as it
// is. Dimensions are compared by the widest interval of places that an answer
// can leave; then by the mean of the intervals over all answers; then in the
// order of [Dimension]. It is exact. For an index out of range it returns the
// zero Settling.
func (r *RangeRanking[T]) Settle(i int) Settling {
	if i < 0 || i >= len(r.Items) {
		return Settling{}
	}
	item := &r.Items[i]
	s := Settling{Best: item.Best, Worst: item.Worst}
	mean := float64(s.Worst - s.Best)
	of := item.Score.Range()
	for d := range of.Open().All() {
		lo, hi := of.Lo.at(d), of.Hi.at(d)
		if lo == 0 {
			lo, hi = 1, maxima[d]
		}
		t, m := r.settled(item.Score, d, lo, hi)
		if w, before := t.Worst-t.Best, s.Worst-s.Best; w < before || w == before && m < mean {
			s, mean = t, m
		}
	}
	return s
}

// settled returns the widest interval of places that an answer from lo to hi
// can leave to an item with the given score, and the mean of the intervals over
// these answers.
func (r *RangeRanking[T]) settled(score Score, d Dimension, lo, hi uint8) (Settling, float64) {
	widest, sum := Settling{}, 0
	for v := lo; v <= hi; v++ {
		of := score.Range()
		of.Lo, of.Hi = of.Lo.with(d, v), of.Hi.with(d, v)
		p, _ := of.pack()
		at := r.method.span(p)
		best, worst := 1+r.losAbove[at.hi], 1+r.hisAbove[at.lo]
		if score.hi > at.lo {
			worst-- // it is not above itself
		}
		sum += worst - best
		if v == lo || worst-best > widest.Worst-widest.Best {
			widest = Settling{d, best, worst}
		}
	}
	return widest, float64(sum) / float64(hi-lo+1)
}
