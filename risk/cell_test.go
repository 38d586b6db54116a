package risk

import "testing"

func TestEveryCellIsOneRatingAndBack(t *testing.T) {
	seen := make(map[Rating]bool)
	n := 0
	for c := range Cells() {
		r := c.Rating()
		if err := r.Check(); err != nil {
			t.Fatalf("cell %d: %v", uint16(c), err)
		}
		if back, err := r.Cell(); err != nil || back != c {
			t.Fatalf("cell %d became %d, %v", uint16(c), back, err)
		}
		if seen[r] {
			t.Fatalf("cell %d: %v seen before", uint16(c), r)
		}
		seen[r] = true
		n++
	}
	if n != NumCells {
		t.Errorf("%d cells, want %d", n, NumCells)
	}
}

func TestANumberThatIsNoCellStatesNothing(t *testing.T) {
	for _, c := range []Cell{NumCells, NumCells + 1, 0xFFFF} {
		if c.Valid() || c.Complete() || c.Rating() != (Rating{}) {
			t.Errorf("cell %d passes for a rating: %v", uint16(c), c.Rating())
		}
	}
}

func TestRaisingIsOneStepInOneDimension(t *testing.T) {
	for c := range Cells() {
		for up := range c.Raised() {
			a, b := c.Rating(), up.Rating()
			changed := 0
			for d := DimScale; d <= DimDelay; d++ {
				switch {
				case a.at(d) == b.at(d):
				case a.at(d) != 0 && b.at(d) == a.at(d)+1:
					changed++
				default:
					t.Fatalf("%v to %v is not a step", a, b)
				}
			}
			if changed != 1 {
				t.Fatalf("%v to %v changes %d dimensions", a, b, changed)
			}
		}
	}
}

func TestOnlyValidRatingsHaveACell(t *testing.T) {
	bad := []Rating{{Scale: 6}, {Scope: 6}, {Irremediability: 255}, {Likelihood: 7}, {Delay: 3}}
	for _, r := range bad {
		c, err := r.Cell()
		if err == nil || r.Valid() || c != 0 {
			t.Errorf("%+v has cell %d, error %v", r, c, err)
		}
	}
}

func TestEveryValueThatIsNotValidIsTold(t *testing.T) {
	good := Rating{1, 2, 3, 4, No}
	for d := DimScale; d <= DimDelay; d++ {
		for v := range 256 {
			r := good.with(d, uint8(v))
			_, err := r.Cell()
			if valid := v <= int(maxima[d]); (err == nil) != valid || r.Valid() != valid {
				t.Fatalf("%v of %d: %v", d, v, err)
			}
		}
	}
	for _, r := range []Rating{{255, 255, 255, 255, 255}, {6, 6, 6, 7, 3}, {5, 5, 5, 6, 3}} {
		if c, err := r.Cell(); err == nil {
			t.Errorf("%v is cell %d", r, uint16(c))
		}
	}
}
