package risk

import "math"

// Distribution is a [Profile] in the order of a method. It is a snapshot: what
// is added to the profile later does not show. It is immutable; any number of
// goroutines may use it. It is made by [Profile.Under]; the zero value is not
// usable.
type Distribution struct {
	method *Method
	counts []uint64 // by cell
	total  uint64

	// By ordinal: the risks whose gravest, and whose least, is graver than it.
	gravestAbove, leastAbove []uint64
}

// Under returns the distribution of the risks in the order of a method.
func (p *Profile) Under(m *Method) *Distribution {
	d := &Distribution{method: m, counts: p.Clone().counts, total: p.total}
	d.gravestAbove, d.leastAbove = make([]uint64, m.ordinals), make([]uint64, m.ordinals)
	for c, n := range d.counts {
		d.gravestAbove[m.hi[c]] += n
		d.leastAbove[m.lo[c]] += n
	}
	sumAbove(d.gravestAbove)
	sumAbove(d.leastAbove)
	return d
}

// sumAbove replaces each count by the sum of those after it.
func sumAbove(counts []uint64) {
	sum := uint64(0)
	for o := len(counts) - 1; o >= 0; o-- {
		counts[o], sum = sum, sum+counts[o]
	}
}

// Method returns the method in whose order the distribution is.
func (d *Distribution) Method() *Method { return d.method }

// Total returns the number of risks.
func (d *Distribution) Total() uint64 { return d.total }

// Standing says where a rating stands among the risks of a distribution. A risk
// of the distribution that is not rated in every dimension counts as the
// gravest that it can still be, as in [Rank].
type Standing struct {
	Above uint64 `json:"above"` // risks that are graver
	Same  uint64 `json:"same"`  // risks that the method does not tell apart from it
	Below uint64 `json:"below"` // risks that are less grave

	// Best and Worst are the places that the rating can take, whatever the truth
	// about it and about the others is; 1 is the gravest. If the distribution
	// has a risk with this rating, they are the places of that risk, as in
	// [RankRanges]; else those of one more risk.
	Best  uint64 `json:"best"`
	Worst uint64 `json:"worst"`
}

// Place returns the place of the rating, 1 for the gravest, as [Rank] gives it.
func (s Standing) Place() uint64 { return s.Above + 1 }

// Percentile returns the share of the risks that are no graver than the rating,
// in per cent from 0 to 100. It is undefined for a distribution without risks.
func (s Standing) Percentile() (percent float64, defined bool) {
	total := s.Above + s.Same + s.Below
	if total == 0 {
		return 0, false
	}
	return 100 * float64(s.Same+s.Below) / float64(total), true
}

// Standing returns where a rating stands. It returns a *[RatingError] if r is
// not valid.
func (d *Distribution) Standing(r Rating) (Standing, error) {
	score, err := d.method.Score(r)
	if err != nil {
		return Standing{}, err
	}
	s := Standing{Above: d.gravestAbove[score.hi]}
	upTo := d.total // the risks that are no less grave
	if score.hi > 0 {
		upTo = d.gravestAbove[score.hi-1]
	}
	s.Same, s.Below = upTo-s.Above, d.total-upTo
	s.Best, s.Worst = 1+d.leastAbove[score.hi], 1+d.gravestAbove[score.lo]
	if score.hi > score.lo && d.total > 0 && d.counts[r.cell()] > 0 {
		s.Worst-- // it is not above itself
	}
	return s, nil
}

// BandCount is the number of risks in a band.
type BandCount struct {
	Band Band `json:"band"` // the zero Band for risks in none

	// Count counts the risks whose gravest is in the band, Certain those of them
	// that are in it whatever the truth is, and Possible the risks that some
	// truth puts there.
	Count    uint64 `json:"count"`
	Certain  uint64 `json:"certain"`
	Possible uint64 `json:"possible"`
}

// Bands returns the number of risks in each band of the method, lowest first.
// If some are in no band they come before; a method without bands has them all
// there.
func (d *Distribution) Bands() []BandCount {
	bands := d.method.Bands()
	counts := make([]BandCount, len(bands)+1)
	for i, b := range bands {
		counts[i+1].Band = b
	}
	for c, n := range d.counts {
		if n == 0 {
			continue
		}
		lo, hi := d.method.band(d.method.lo[c]).Order, d.method.band(d.method.hi[c]).Order
		counts[hi].Count += n
		if lo == hi {
			counts[hi].Certain += n
		}
		for o := min(lo, hi); o <= max(lo, hi); o++ {
			counts[o].Possible += n
		}
	}
	if counts[0] == (BandCount{}) && len(bands) > 0 {
		return counts[1:]
	}
	return counts
}

// fewest returns the least number of total, which is at most MaxProfile, that is
// at least the share of it. The product alone may be rounded to either side of a
// whole number: 0.07 of 100 is 7 and not 8.
func fewest(share float64, total uint64) uint64 {
	n := uint64(math.Ceil(share * float64(total)))
	for n > 0 && float64(n-1)/float64(total) >= share {
		n--
	}
	for n < total && float64(n)/float64(total) < share {
		n++
	}
	return n
}

// Gravest says where a share of the risks begins, counted from the gravest: it
// returns the least grave score among the fewest of the gravest risks that make
// up the share. A share of 0 is the gravest risk alone and of 1 all of them; at
// least half of the risks are as grave as Gravest(0.5) says, or graver. It is
// false for a distribution without risks and for a share that is not in 0 to 1.
func (d *Distribution) Gravest(share float64) (Score, bool) {
	if d.total == 0 || !(share >= 0 && share <= 1) {
		return Score{}, false
	}
	wanted := max(1, fewest(share, d.total))
	o := d.method.ordinals - 1
	for o > 0 && d.gravestAbove[o-1] < wanted {
		o--
	}
	// The cell with the lowest number stands for those of the same position.
	for c, n := range d.counts {
		if n > 0 && int(d.method.hi[c]) == o {
			return d.method.ScoreCell(Cell(c)), true
		}
	}
	return Score{}, false
}
