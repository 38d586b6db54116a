package grievance

import (
	"maps"
	"math"
	"slices"

	"github.com/hrdd-go/hrdd/risk"
)

// minDay and maxDay bound the numbers of days.
const (
	minDay = math.MinInt32
	maxDay = math.MaxInt32
)

// dayNumber returns the number of a day counted from 1 January of the year 0, in
// the proleptic Gregorian calendar. It does without time.Time, as figures need
// it for each stage of each case.
func dayNumber(d risk.Date) int {
	y, m := d.Year(), int(d.Month())
	if m < 3 { // count years from 1 March, so that a leap day comes last
		y, m = y-1, m+12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + d.Day() + 59
}

// histogram counts days, so that quantiles over many cases need no sorting.
type histogram struct {
	n      int
	days   []int32     // how often each number of days up to longWait was seen
	longer map[int]int // the same for longer ones, which are few
}

// longWait is the number of days up to which a histogram counts in a slice: ten
// years.
const longWait = 3660

// add counts a number of days, 0 or more.
func (h *histogram) add(days int) {
	h.n++
	if days > longWait {
		if h.longer == nil {
			h.longer = make(map[int]int)
		}
		h.longer[days]++
		return
	}
	for days >= len(h.days) {
		h.days = append(h.days, make([]int32, max(64, len(h.days)))...)
	}
	h.days[days]++
}

// rank returns the i-th least number of days, i from 0 to n-1.
func (h *histogram) rank(i int) float64 {
	for d, n := range h.days {
		if i -= int(n); i < 0 {
			return float64(d)
		}
	}
	for _, d := range slices.Sorted(maps.Keys(h.longer)) {
		if i -= h.longer[d]; i < 0 {
			return float64(d)
		}
	}
	return 0
}

// quantile returns the q-th quantile, q from 0 to 1, of at least one number.
func (h *histogram) quantile(q float64) float64 {
	at := q * float64(h.n-1)
	below := math.Floor(at)
	lo := h.rank(int(below))
	if at == below {
		return lo
	}
	return lo + float64((at-below)*(h.rank(int(below)+1)-lo))
}

// summary returns the quantiles of the days to a stage, and false if no case
// reached it.
func (h *histogram) summary(stage Stage) (StageTime, bool) {
	if h.n == 0 {
		return StageTime{}, false
	}
	return StageTime{stage, h.n, h.quantile(0.25), h.quantile(0.5), h.quantile(0.75), h.quantile(0.9)}, true
}
