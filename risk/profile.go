package risk

import (
	"fmt"
	"iter"
	"slices"
)

// MaxProfile is the greatest number of risks that a [Profile] counts, 2^53-1:
// up to it every JSON reader keeps the counts exact.
const MaxProfile = 1<<53 - 1

// Profile is the distribution of any number of risks over the domain of
// ratings: how many there are in each cell. As methods are tables over the
// same cells, it answers questions of rank, band and share for every method
// without the ratings; see [Profile.Under]. Its size does not grow with the
// number of risks.
//
// Adding is commutative and associative, so any number of machines may each
// profile a part and merge: the result is the same, to the byte, in any order.
//
// The zero value is an empty profile. A Profile must not be copied once it is
// in use; see [Profile.Clone]. It may be read by several goroutines, and
// written by one while no other uses it; to add from several, give each a
// profile of its own and merge.
type Profile struct {
	counts []uint64 // by cell, NumCells long; nil while empty
	total  uint64   // the sum of counts, at most MaxProfile
}

// ProfileError says why risks cannot be added to or taken from a profile. The
// profile is as it was.
type ProfileError struct {
	Cell  Cell   // where it goes wrong; see Total
	Total bool   // the trouble is the number of all risks, not a cell
	Have  uint64 // what the profile holds there
	Given uint64 // what was to be added or taken away
}

// Error gives the counts that do not go together.
func (e *ProfileError) Error() string {
	if e.Total {
		return fmt.Sprintf("a profile of %d risks cannot take %d more; it counts up to %d", e.Have, e.Given, uint64(MaxProfile))
	}
	return fmt.Sprintf("a profile with %d risks at %s cannot give up %d; take away only what was added", e.Have, e.Cell, e.Given)
}

// ProfileOf returns the profile of ratings. It returns an *[ItemError] for the
// first that is not valid.
func ProfileOf(ratings iter.Seq[Rating]) (*Profile, error) {
	p, i := new(Profile), 0
	for r := range ratings {
		if err := p.Add(r); err != nil {
			return nil, &ItemError{i, err}
		}
		i++
	}
	return p, nil
}

// Add adds one risk. It returns a *[RatingError] if r is not valid and a
// *[ProfileError] if the profile is full.
func (p *Profile) Add(r Rating) error {
	c, err := r.Cell()
	if err != nil {
		return err
	}
	return p.AddCount(c, 1)
}

// AddCount adds n risks at a cell. It returns a *[CellRangeError] if c is not a
// cell and a *[ProfileError] if the profile would be more than full.
func (p *Profile) AddCount(c Cell, n uint64) error {
	if !c.Valid() {
		return &CellRangeError{Cell: c}
	}
	if n > MaxProfile-p.total {
		return &ProfileError{Total: true, Have: p.total, Given: n}
	}
	if n > 0 {
		p.grow()
		p.counts[c] += n
		p.total += n
	}
	return nil
}

// AddCells adds a risk for each cell of a slice, much faster than one by one.
// It returns an *[ItemError] that wraps a *[CellRangeError] for the first
// number that is not a cell, and a *[ProfileError] if the profile would be more
// than full; in both cases nothing is added.
func (p *Profile) AddCells(cells []Cell) error {
	if uint64(len(cells)) > MaxProfile-p.total {
		return &ProfileError{Total: true, Have: p.total, Given: uint64(len(cells))}
	}
	if len(cells) == 0 {
		return nil
	}
	if len(cells) < manyCells {
		if err := firstNoCell(cells); err != nil {
			return err
		}
		p.grow()
		for _, c := range cells {
			p.counts[c]++
		}
		p.total += uint64(len(cells))
		return nil
	}
	add, err := countCells(cells)
	if err != nil {
		return err
	}
	p.grow()
	for c, n := range add {
		p.counts[c] += n
	}
	p.total += uint64(len(cells))
	return nil
}

// Remove takes one risk away. It returns a *[RatingError] if r is not valid and
// a *[ProfileError] if the profile has none with that rating.
func (p *Profile) Remove(r Rating) error {
	c, err := r.Cell()
	if err != nil {
		return err
	}
	return p.RemoveCount(c, 1)
}

// RemoveCount takes n risks at a cell away. It returns a *[CellRangeError] if c
// is not a cell and a *[ProfileError] if the profile has fewer than n there.
func (p *Profile) RemoveCount(c Cell, n uint64) error {
	if !c.Valid() {
		return &CellRangeError{Cell: c}
	}
	if have := p.Count(c); n > have {
		return &ProfileError{Cell: c, Have: have, Given: n}
	}
	if n > 0 {
		p.counts[c] -= n
		p.total -= n
	}
	return nil
}

// RemoveCells takes a risk away for each cell of a slice. It returns an
// *[ItemError] that wraps a *[CellRangeError] for the first number that is not
// a cell, and a *[ProfileError] for the first cell, in ascending order, of
// which the profile has too few; in both cases nothing is taken away.
func (p *Profile) RemoveCells(cells []Cell) error {
	if len(cells) == 0 {
		return nil
	}
	less, err := countCells(cells)
	if err != nil {
		return err
	}
	return p.subtract(less, uint64(len(cells)))
}

// Merge adds all risks of q; q is not changed, and may be p itself. It returns
// a *[ProfileError] if the profile would be more than full.
func (p *Profile) Merge(q *Profile) error {
	if q.total > MaxProfile-p.total {
		return &ProfileError{Total: true, Have: p.total, Given: q.total}
	}
	if q.total == 0 {
		return nil
	}
	p.grow()
	for c, n := range q.counts {
		p.counts[c] += n
	}
	p.total += q.total
	return nil
}

// Subtract takes all risks of q away; q is not changed, unless it is p itself,
// which leaves p empty. It returns a *[ProfileError] for the first cell, in
// ascending order, of which p has fewer than q.
func (p *Profile) Subtract(q *Profile) error {
	if q.total == 0 {
		return nil
	}
	return p.subtract(q.counts, q.total)
}

// subtract takes counts by cell away, whose sum is total and greater than 0.
func (p *Profile) subtract(less []uint64, total uint64) error {
	for c, n := range less {
		if have := p.Count(Cell(c)); n > have {
			return &ProfileError{Cell: Cell(c), Have: have, Given: n}
		}
	}
	for c := range less {
		p.counts[c] -= less[c]
	}
	p.total -= total
	return nil
}

// grow makes room for the counts of an empty profile.
func (p *Profile) grow() {
	if p.counts == nil {
		p.counts = make([]uint64, NumCells)
	}
}

// Total returns the number of risks.
func (p *Profile) Total() uint64 { return p.total }

// Count returns the number of risks at a cell, 0 for a number that is no cell.
func (p *Profile) Count(c Cell) uint64 {
	if int(c) >= len(p.counts) {
		return 0
	}
	return p.counts[c]
}

// Counts yields the cells that have risks, in ascending order, with their
// number.
func (p *Profile) Counts() iter.Seq2[Cell, uint64] {
	return func(yield func(Cell, uint64) bool) {
		for c, n := range p.counts {
			if n > 0 && !yield(Cell(c), n) {
				return
			}
		}
	}
}

// Equal reports whether p and q hold the same risks.
func (p *Profile) Equal(q *Profile) bool {
	if p.total != q.total {
		return false
	}
	for c := range p.counts {
		if p.counts[c] != q.Count(Cell(c)) {
			return false
		}
	}
	return true // as the totals are the same, q has nothing else
}

// Clone returns a profile of the same risks that shares nothing with p.
func (p *Profile) Clone() *Profile { return &Profile{counts: slices.Clone(p.counts), total: p.total} }
