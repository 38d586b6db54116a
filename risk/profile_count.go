package risk

// manyCells is the length of a slice from which it pays to count into tables of
// their own.
const manyCells = 4096

// A countTable counts cells in a table of a power of two, so that an index cut
// to its size needs no check. Its part beyond NumCells catches numbers that
// are no cells. Counts of 32 bits keep the part that is used within the
// fastest cache.
type countTable [tableSize]uint32

const tableSize = 8192 // the least power of two that holds NumCells

// tableRun is how many cells the tables count before they are added up: no
// count of 32 bits can overflow.
const tableRun = 1<<32 - 1

// countCells counts a slice of cells. It returns an *[ItemError] that wraps a
// *[CellRangeError] for the first number that is not a cell. The result
// belongs to the caller and is NumCells long.
//
// Two tables are written in turn: a processor that has to add to the same
// count again must wait for the last addition, and runs of one cell are common
// where risks come sorted.
func countCells(cells []Cell) ([]uint64, error) { return countRuns(cells, tableRun) }

// countRuns is [countCells] with the length of a run as an argument.
func countRuns(cells []Cell, run uint64) ([]uint64, error) {
	counts := make([]uint64, NumCells)
	for rest := cells; len(rest) > 0; {
		part := rest[:min(uint64(len(rest)), run)]
		rest = rest[len(part):]
		tables := new([2]countTable)
		if !countRun(tables, part) {
			return nil, firstNoCell(cells)
		}
		for c := range counts {
			counts[c] += uint64(tables[0][c]) + uint64(tables[1][c])
		}
	}
	return counts, nil
}

// countRun counts cells into two tables that hold nothing, and reports whether
// all were cells.
func countRun(tables *[2]countTable, cells []Cell) bool {
	a, b := &tables[0], &tables[1]
	seen := Cell(0)
	for len(cells) >= 4 {
		w, x, y, z := cells[0], cells[1], cells[2], cells[3]
		cells = cells[4:]
		seen |= w | x | y | z
		a[w%tableSize]++
		b[x%tableSize]++
		a[y%tableSize]++
		b[z%tableSize]++
	}
	for _, c := range cells {
		seen |= c
		a[c%tableSize]++
	}
	if seen >= tableSize {
		return false
	}
	for c := NumCells; c < tableSize; c++ {
		if a[c] != 0 || b[c] != 0 {
			return false
		}
	}
	return true
}

// firstNoCell returns an *[ItemError] for the first number that is not a cell,
// nil if all are.
func firstNoCell(cells []Cell) error {
	for i, c := range cells {
		if !c.Valid() {
			return &ItemError{i, &CellRangeError{Cell: c}}
		}
	}
	return nil
}
