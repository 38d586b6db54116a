package textenum

import "strings"

// maxNear is the greatest edit distance at which a name is still offered as
// what a writer may have meant.
const maxNear = 3

// Nearest returns the name closest to s by edit distance, ignoring case, or ""
// if none is close enough to be what the writer meant. Of several at the same
// distance it returns the first.
func Nearest(s string, names []string) string {
	if len(s) > 64 { // not a slip of the pen; bound the work on hostile input
		return ""
	}
	s = strings.ToLower(s)
	best, bestDist := "", maxNear+1
	for _, n := range names {
		limit := min(maxNear, max(1, len(n)/2))
		if d := distance(s, strings.ToLower(n)); d <= limit && d < bestDist {
			best, bestDist = n, d
		}
	}
	return best
}

// distance returns the Levenshtein distance of a and b in bytes.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diag := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			diag, row[j] = row[j], min(row[j]+1, row[j-1]+1, diag+cost)
		}
	}
	return row[len(b)]
}
