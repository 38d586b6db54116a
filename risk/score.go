package risk

import (
	"encoding/json"
	"iter"
)

// Score is what a method says of a rating or a range: from the least grave that
// it can be to the gravest. The two are equal where nothing that matters to
// the method is left open.
//
// A Score carries its method and what it was made from, and gives its figures
// only through them. It is comparable. The zero value is no score.
type Score struct {
	method *Method
	lo, hi Ordinal
	of     cellPair
}

// Score scores a rating. A dimension that is not rated counts as everything
// that it can still be: for likelihood, the five levels and having happened;
// for delay, no and yes. It returns a *[RatingError] if r is not valid. It
// does not allocate.
func (m *Method) Score(r Rating) (Score, error) {
	c := r.pack()
	if c >= NumCells {
		return Score{}, &invalidRating{r}
	}
	return Score{m, m.lo[c], m.hi[c], cellPair{c, c}}, nil
}

// ScoreCell scores the rating that c packs. A number that is no cell scores as
// the rating in which nothing is stated.
func (m *Method) ScoreCell(c Cell) Score {
	if c >= NumCells {
		c = 0
	}
	return Score{m, m.lo[c], m.hi[c], cellPair{c, c}}
}

// ScoreRange scores a range: exactly, by its two corners, where the method is
// monotone; else by every rating in it. It returns a *[RatingError] if r is
// not valid. It does not allocate.
func (m *Method) ScoreRange(r Range) (Score, error) {
	p, ok := r.pack()
	if !ok {
		return Score{}, r.Check()
	}
	at := m.span(p)
	return Score{m, at.lo, at.hi, p}, nil
}

// Gravest scores several ratings as one: the harm of a topic, a site or a
// product is as grave as its gravest part, so that many small harms never hide
// a great one. It returns the zero Score for an empty sequence, and an
// *[ItemError] for the first rating that is not valid.
func (m *Method) Gravest(ratings iter.Seq[Rating]) (Score, error) {
	var gravest Score
	i := 0
	for r := range ratings {
		s, err := m.Score(r)
		if err != nil {
			return Score{}, &ItemError{Index: i, Err: err}
		}
		if gravest.IsZero() || s.hi > gravest.hi || s.hi == gravest.hi && s.lo > gravest.lo {
			gravest = s
		}
		i++
	}
	return gravest, nil
}

// IsZero reports whether s is no score.
func (s Score) IsZero() bool { return s.method == nil }

// Method returns the method that gave the score, nil if there is none.
func (s Score) Method() *Method { return s.method }

// Range returns what was scored.
func (s Score) Range() Range { return s.of.unpack() }

// Ordinals returns the least and the gravest position in the order of the
// method that what was scored can take.
func (s Score) Ordinals() (lo, hi Ordinal) { return s.lo, s.hi }

// Exact reports whether nothing that matters to the method is left open.
func (s Score) Exact() bool { return s.lo == s.hi }

// Missing returns the dimensions that are not rated.
func (s Score) Missing() Dimensions { return s.Range().Missing() }

// Band returns the band of the gravest that the risk can still be; it is the
// zero Band if the method has no bands.
func (s Score) Band() Band {
	_, hi := s.Bands()
	return hi
}

// Bands returns the bands of the least and the gravest that the risk can still
// be.
func (s Score) Bands() (lo, hi Band) {
	if s.method == nil {
		return Band{}, Band{}
	}
	return s.method.band(s.lo), s.method.band(s.hi)
}

// Index returns the least and the greatest number that the method computes,
// and whether it computes one that is to be shown; see [Method.Index]. It is
// an index of an ordinal scale, never a measure.
func (s Score) Index() (lo, hi float64, ok bool) {
	if s.method == nil || s.method.spec.Index == "" {
		return 0, 0, false
	}
	return s.method.keyValue(s.lo, 0), s.method.keyValue(s.hi, 0), true
}

// String returns the band or position, the method and what was scored.
func (s Score) String() string {
	if s.IsZero() {
		return "no score"
	}
	lo, hi := s.Bands()
	text := hi.String()
	if lo != hi {
		text = lo.String() + " to " + text
	}
	if hi.IsZero() {
		text = "scored"
	}
	return text + " (" + s.method.String() + ": " + s.Range().String() + ")"
}

// MarshalJSON returns the score with its method, its parts, what is missing
// and what the method waives. The zero Score is null.
func (s Score) MarshalJSON() ([]byte, error) {
	if s.IsZero() {
		return []byte("null"), nil
	}
	type index struct {
		Name string  `json:"name"`
		Lo   float64 `json:"lo"`
		Hi   float64 `json:"hi"`
	}
	out := struct {
		Method    string     `json:"method"`
		Version   string     `json:"version"`
		Rating    Range      `json:"rating"`
		Missing   Dimensions `json:"missing,omitzero"`
		Positions [2]Ordinal `json:"positions"` // least and gravest, 0 being the lowest
		Of        int        `json:"of"`        // how many positions there are
		Bands     []Band     `json:"bands,omitzero"`
		Index     index      `json:"index,omitzero"`
		Waivers   []Waiver   `json:"waivers,omitzero"`
	}{
		Method: s.method.spec.ID, Version: s.method.spec.Version, Rating: s.Range(), Missing: s.Missing(),
		Positions: [2]Ordinal{s.lo, s.hi}, Of: s.method.ordinals, Waivers: s.method.spec.Waivers,
	}
	if len(s.method.spec.Bands) > 0 {
		lo, hi := s.Bands()
		out.Bands = []Band{lo, hi}
	}
	if lo, hi, ok := s.Index(); ok {
		out.Index = index{s.method.spec.Index, lo, hi}
	}
	return json.Marshal(out)
}
