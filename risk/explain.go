package risk

import "cmp"

// ScoreExplanation says why a rating has its score, as data: it can be put into the
// words of any language and shown to the people it is about.
type ScoreExplanation struct {
	Score Score `json:"score"`

	// Decisive holds the dimensions that decide the score: with one of them at
	// its least, the risk would fall further than with any other. It is empty if
	// none makes a difference, as when all are at their least.
	Decisive Dimensions `json:"decisive"`

	// By is the key through which they decide, with the citation that it rests
	// on; the zero KeyValue if Decisive is empty.
	By KeyValue `json:"by,omitzero"`

	Parts   []ScorePart `json:"parts"` // every dimension, in order
	Keys    []KeyValue  `json:"keys"`  // all that the method compares, most important first
	Waivers []Waiver    `json:"waivers,omitzero"`
}

// KeyValue is the value of a key of a method for a rating; Lo and Hi differ if
// the rating leaves it open.
type KeyValue struct {
	ID     string   `json:"id"`
	Means  string   `json:"means"`
	Source Citation `json:"source,omitzero"`
	Lo     float64  `json:"lo"`
	Hi     float64  `json:"hi"`
}

// ScorePart is what one dimension adds to a score.
type ScorePart struct {
	Dimension Dimension `json:"dimension"`
	Open      bool      `json:"open"`    // it is not rated, or a range
	Fall      Ordinal   `json:"fall"`    // positions that the risk would fall with this dimension at its least
	Without   Band      `json:"without"` // the band that it would then be in
}

// Explain explains the score of a rating. It returns a *[RatingError] if r is
// not valid.
func (m *Method) Explain(r Rating) (ScoreExplanation, error) { return m.ExplainRange(RangeOf(r)) }

// ExplainRange explains the score of a range: why it can be as grave as it can
// be. It returns a *[RatingError] if r is not valid.
func (m *Method) ExplainRange(r Range) (ScoreExplanation, error) {
	s, err := m.ScoreRange(r)
	if err != nil {
		return ScoreExplanation{}, err
	}
	e := ScoreExplanation{Score: s, Waivers: m.spec.Waivers}
	open, greatest := r.Open(), Ordinal(0)
	var without Ordinal // where the risk would be with a decisive dimension at its least
	for d := DimScale; d <= DimDelay; d++ {
		least := m.atLeast(r, d)
		p := ScorePart{Dimension: d, Open: open.Has(d), Without: m.band(least)}
		if least < s.hi {
			p.Fall = s.hi - least
		}
		switch {
		case p.Fall > greatest:
			greatest, without, e.Decisive = p.Fall, least, DimensionsOf(d)
		case p.Fall == greatest && greatest > 0:
			e.Decisive = e.Decisive.With(d)
		}
		e.Parts = append(e.Parts, p)
	}
	for k := range m.spec.Keys {
		v := m.explainKey(s, r, k)
		if !e.Decisive.IsZero() && e.By == (KeyValue{}) && m.keyValue(without, k) != m.keyValue(s.hi, k) {
			e.By = v
		}
		e.Keys = append(e.Keys, v)
	}
	return e, nil
}

// atLeast returns the gravest that r can be with dimension d at its least.
func (m *Method) atLeast(r Range, d Dimension) Ordinal {
	r.Lo, r.Hi = r.Lo.with(d, 1), r.Hi.with(d, 1)
	s, _ := m.ScoreRange(r) // valid, as r was
	return s.hi
}

// explainKey returns the value of key k. Only the first key follows the order
// of the method; the others are looked up over everything that r can be.
func (m *Method) explainKey(s Score, r Range, k int) KeyValue {
	key := m.spec.Keys[k]
	v := KeyValue{ID: key.ID, Means: key.Means, Source: key.Source, Lo: m.keyValue(s.lo, k), Hi: m.keyValue(s.hi, k)}
	for c := range r.filled(m.spec.Gaps) {
		x := m.keyValue(m.lo[c], k)
		v.Lo, v.Hi = min(v.Lo, x), max(v.Hi, x)
	}
	return v
}

// Comparison says which of two ratings ranks higher, and why.
type Comparison struct {
	Order int   `json:"order"` // 1 if A ranks above B, -1 if below, 0 if they share a place
	A     Score `json:"a"`
	B     Score `json:"b"`

	// ByA and ByB are the values of the key that decides: the first in which the
	// gravest that each can be differs. They are zero if Order is 0.
	ByA KeyValue `json:"byA,omitzero"`
	ByB KeyValue `json:"byB,omitzero"`
}

// CompareRatings compares two ratings and says which key decides. It returns a
// *[RatingError] if either is not valid.
func (m *Method) CompareRatings(a, b Rating) (Comparison, error) {
	x, err := m.Score(a)
	if err != nil {
		return Comparison{}, err
	}
	y, err := m.Score(b)
	if err != nil {
		return Comparison{}, err
	}
	c := Comparison{Order: cmp.Compare(x.hi, y.hi), A: x, B: y}
	for k := range m.spec.Keys {
		if m.keyValue(x.hi, k) != m.keyValue(y.hi, k) {
			c.ByA, c.ByB = m.explainKey(x, RangeOf(a), k), m.explainKey(y, RangeOf(b), k)
			break
		}
	}
	return c, nil
}

// Compare compares two cells: it is positive if a ranks above b, negative if
// below, and 0 if they share a place. A cell with gaps ranks by the gravest
// that it can still be. Numbers that are no cells compare as the cell in which
// nothing is stated.
func (m *Method) Compare(a, b Cell) int { return cmp.Compare(m.ScoreCell(a).hi, m.ScoreCell(b).hi) }
