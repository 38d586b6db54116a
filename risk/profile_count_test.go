package risk

import (
	"errors"
	"testing"
)

func TestCellsAreCountedAlikeInRunsOfAnyLength(t *testing.T) {
	cells := make([]Cell, 3*NumCells)
	for i := range cells {
		cells[i] = Cell(i * i % NumCells)
	}
	want := make([]uint64, NumCells)
	for _, c := range cells {
		want[c]++
	}
	for _, run := range []uint64{1000, NumCells, 1 << 40} {
		got, err := countRuns(cells, run)
		if err != nil {
			t.Fatal(err)
		}
		for c := range want {
			if got[c] != want[c] {
				t.Fatalf("runs of %d: %d at cell %d, want %d", run, got[c], c, want[c])
			}
		}
	}
}

// Every number of 16 bits that is not a cell is found, wherever it stands.
func TestEveryNumberThatIsNoCellIsFound(t *testing.T) {
	for n := NumCells; n < 1<<16; n++ {
		cells := make([]Cell, 9)
		at := n % len(cells)
		cells[at] = Cell(n)
		_, err := countRuns(cells, 1<<40)
		var item *ItemError
		var cell *CellRangeError
		if !errors.As(err, &item) || item.Index != at || !errors.As(err, &cell) || cell.Cell != Cell(n) {
			t.Fatalf("%d at %d: %v", n, at, err)
		}
		if n > 2*tableSize {
			n += 97 // above the table one is like another
		}
	}
}
