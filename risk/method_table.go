package risk

import (
	"fmt"
	"math"
	"slices"
)

// tabulate fills the tables of m from its specification.
func (m *Method) tabulate() error {
	cells := m.scoredCells()
	values, err := m.callKeys(cells)
	if err != nil {
		return err
	}
	k := len(m.spec.Keys)
	order := make([]int, len(cells)) // indices into cells, least grave first
	for i := range order {
		order[i] = i
	}
	tuple := func(i int) []float64 { return values[i*k : (i+1)*k] }
	slices.SortFunc(order, func(a, b int) int { return slices.Compare(tuple(a), tuple(b)) })
	for n, i := range order {
		if n == 0 || slices.Compare(tuple(order[n-1]), tuple(i)) != 0 {
			m.keys = append(m.keys, tuple(i)...)
			m.ordinals++
		}
		m.lo[cells[i]], m.hi[cells[i]] = Ordinal(m.ordinals-1), Ordinal(m.ordinals-1)
	}
	if m.spec.Gaps == GapsSpan {
		m.spanGaps()
	}
	return m.tabulateBands(cells)
}

// scoredCells returns the cells for which the functions of the method are
// called.
func (m *Method) scoredCells() []Cell {
	cells := make([]Cell, 0, NumCells)
	for c := range Cells() {
		if m.spec.Gaps == GapsScored || c.Complete() {
			cells = append(cells, c)
		}
	}
	return cells
}

// callKeys returns the values of all keys for each cell.
func (m *Method) callKeys(cells []Cell) ([]float64, error) {
	values := make([]float64, 0, len(cells)*len(m.spec.Keys))
	for _, c := range cells {
		r := c.Rating()
		for _, key := range m.spec.Keys {
			v, err := m.call(key.ID, key.Value, r)
			if err != nil {
				return nil, err
			}
			values = append(values, v)
		}
	}
	return values, nil
}

// call returns the value of a function of the method, or a *CellError if it
// panics or the value is not finite.
func (m *Method) call(key string, f func(Rating) float64, r Rating) (v float64, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &CellError{Method: m.spec.ID, Key: key, Rating: r, Found: fmt.Sprintf("a panic (%v)", p)}
		}
	}()
	v = f(r)
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return 0, &CellError{Method: m.spec.ID, Key: key, Rating: r, Found: fmt.Sprint(v)}
	}
	return v, nil
}

// spanGaps gives each cell with gaps the least and the gravest of what it can
// still be. Filling one gap after the other reaches every completion, so it is
// enough to fill the first gap of each cell from cells with one gap less.
func (m *Method) spanGaps() {
	for gaps := 1; gaps <= numDimensions; gaps++ {
		for c := range Cells() {
			missing := c.Rating().Missing()
			if missing.Len() != gaps {
				continue
			}
			for d := range missing.All() {
				m.lo[c], m.hi[c] = math.MaxUint16, 0
				for v := range maxima[d] {
					filled := c + Cell(v+1)*strides[d]
					m.lo[c] = min(m.lo[c], m.lo[filled])
					m.hi[c] = max(m.hi[c], m.hi[filled])
				}
				break
			}
		}
	}
}

// tabulateBands gives each ordinal its band, and reports the first pair of
// cells whose bands do not follow the order.
func (m *Method) tabulateBands(cells []Cell) error {
	if len(m.spec.Bands) == 0 {
		return nil
	}
	m.bands = make([]uint8, m.ordinals)
	// Of each ordinal, a cell in the lowest and one in the highest band.
	type extremes struct {
		lo, hi         uint8
		loCell, hiCell Cell
	}
	found := make([]extremes, m.ordinals)
	for i := range found {
		found[i].lo = math.MaxUint8
	}
	for _, c := range cells {
		o := m.lo[c]
		x := m.keyValue(o, 0)
		if m.spec.BandOn != nil {
			var err error
			if x, err = m.call("band", m.spec.BandOn, c.Rating()); err != nil {
				return err
			}
		}
		band, e := uint8(m.spec.Bands.Band(x).Order), &found[o]
		if band <= e.lo {
			e.lo, e.loCell = band, c
		}
		if band >= e.hi {
			e.hi, e.hiCell = band, c
		}
	}
	top := found[0]
	for o, e := range found {
		if e.lo < top.hi { // top is the highest band so far, up to and with this ordinal
			return &RuleError{Method: m.spec.ID, Rule: RuleBands, Graver: e.loCell.Rating(), Other: top.hiCell.Rating()}
		}
		if e.lo != e.hi {
			return &RuleError{Method: m.spec.ID, Rule: RuleBands, Graver: e.loCell.Rating(), Other: e.hiCell.Rating()}
		}
		m.bands[o] = e.hi
		top = e
	}
	return nil
}

// findIgnored returns the dimensions that never make a difference.
func (m *Method) findIgnored() Dimensions {
	var s Dimensions
	for d := DimScale; d <= DimDelay; d++ {
		if !m.distinguishes(d) {
			s = s.With(d)
		}
	}
	return s
}

// distinguishes reports whether two complete cells that differ in d alone can
// differ in rank. Steps of one level are enough to tell.
func (m *Method) distinguishes(d Dimension) bool {
	for c := range Cells() {
		r := c.Rating()
		if r.Complete() && r.at(d) < maxima[d] && m.hi[c] != m.hi[c+strides[d]] {
			return true
		}
	}
	return false
}
