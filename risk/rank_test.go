package risk

import (
	"cmp"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
)

// someCells returns n cells drawn with a fixed seed.
func someCells(seed uint64, n int) []Cell {
	rnd := rand.New(rand.NewPCG(seed, 0))
	cells := make([]Cell, n)
	for i := range cells {
		cells[i] = Cell(rnd.IntN(NumCells))
	}
	return cells
}

// slowRank ranks by counting, for each item, the items above it.
func slowRank(m *Method, cells []Cell) []Ranked[Cell] {
	var ranked []Ranked[Cell]
	for _, c := range cells {
		place := 1
		for _, other := range cells {
			if m.Compare(other, c) > 0 {
				place++
			}
		}
		ranked = append(ranked, Ranked[Cell]{place, c, m.ScoreCell(c)})
	}
	slices.SortStableFunc(ranked, func(a, b Ranked[Cell]) int { return cmp.Compare(a.Place, b.Place) })
	return ranked
}

func TestRankingIsWhatCountingTheGraverOnesGives(t *testing.T) {
	for m := range Methods() {
		for _, n := range []int{0, 1, 2, 127, 128, 129, 700} {
			cells := someCells(uint64(n), n)
			before := slices.Clone(cells)
			got, err := RankSlice(m, cells, Cell.Rating)
			if err != nil {
				t.Fatal(err)
			}
			if want := slowRank(m, cells); !slices.Equal(got, want) {
				t.Fatalf("%s, %d items: %v, want %v", m.ID(), n, got, want)
			}
			fromSeq, err := Rank(m, slices.Values(cells), Cell.Rating)
			if err != nil || !slices.Equal(fromSeq, got) {
				t.Errorf("%s, %d items: a sequence ranks otherwise than a slice", m.ID(), n)
			}
			if !slices.Equal(cells, before) {
				t.Error("the caller's slice was changed")
			}
			order, err := m.Order(cells)
			if err != nil {
				t.Fatal(err)
			}
			for i, at := range order {
				if cells[at] != got[i].Item {
					t.Fatalf("%s: Order puts %v at %d", m.ID(), cells[at], i)
				}
			}
		}
	}
}

func TestTheOrderOfInputMattersOnlyAmongEquals(t *testing.T) {
	m, cells := UNGP(), someCells(5, 300)
	want, _ := RankSlice(m, cells, Cell.Rating)
	rand.New(rand.NewPCG(6, 0)).Shuffle(len(cells), func(i, j int) { cells[i], cells[j] = cells[j], cells[i] })
	got, _ := RankSlice(m, cells, Cell.Rating)
	for i := range got {
		if got[i].Place != want[i].Place || m.Compare(got[i].Item, want[i].Item) != 0 {
			t.Fatalf("place %d holds %v and %v", got[i].Place, got[i].Item, want[i].Item)
		}
	}
}

func TestABadRatingIsNamedByItsIndex(t *testing.T) {
	good, bad := Rating{1, 1, 1, 1, No}, Rating{1, 1, 9, 1, No}
	ratings := make([]Rating, 300)
	for i := range ratings {
		ratings[i] = good
	}
	ratings[200] = bad
	self := func(r Rating) Rating { return r }
	_, err := RankSlice(UNGP(), ratings, self)
	var item *ItemError
	var re *RatingError
	if !errors.As(err, &item) || item.Index != 200 || !errors.As(err, &re) || re.Dimension != DimIrremediability {
		t.Errorf("%v", err)
	}
	_, err = RankRangesSlice(UNGP(), ratings, RangeOf)
	if !errors.As(err, &item) || item.Index != 200 || !errors.As(err, &re) {
		t.Errorf("%v", err)
	}
	if _, err = UNGP().Gravest(slices.Values(ratings)); !errors.As(err, &item) || item.Index != 200 {
		t.Errorf("%v", err)
	}
	cells := []Cell{1, NumCells}
	var ce *CellRangeError
	if _, err = UNGP().Order(cells); !errors.As(err, &ce) || ce.Cell != NumCells {
		t.Errorf("%v", err)
	}
	dst := []Ordinal{7}
	if dst, err = UNGP().AppendOrdinals(dst, cells); !errors.As(err, &ce) || len(dst) != 1 || dst[0] != 7 {
		t.Errorf("%v, %v", dst, err)
	}
}

func TestOrdinalsOfManyCellsAreThoseOfEach(t *testing.T) {
	cells := slices.Collect(Cells())
	for m := range Methods() {
		got, err := m.AppendOrdinals(nil, cells)
		if err != nil {
			t.Fatal(err)
		}
		for c, o := range got {
			if _, hi := m.ScoreCell(Cell(c)).Ordinals(); o != hi {
				t.Fatalf("%s: cell %d", m.ID(), c)
			}
		}
	}
}

func TestWhatIsPartlyRatedIsRankedByWhatItCanStillBe(t *testing.T) {
	ratings := []Rating{
		MustParseRating("HRS:1/SCA:5/SCO:5/IRR:5/LIK:5/DEL:N"),
		MustParseRating("HRS:1/SCA:1/SCO:1/IRR:X/LIK:5/DEL:N"),
		MustParseRating("HRS:1/SCA:4/SCO:4/IRR:4/LIK:5/DEL:N"),
		{},
	}
	ranked, err := RankSlice(UNGP(), ratings, func(r Rating) Rating { return r })
	if err != nil {
		t.Fatal(err)
	}
	want := []Rating{{}, ratings[0], ratings[1], ratings[2]}
	for i, r := range ranked {
		if r.Item != want[i] || r.Score.Missing() != want[i].Missing() {
			t.Errorf("place %d: %v, missing %v", r.Place, r.Item, r.Score.Missing())
		}
	}
}
