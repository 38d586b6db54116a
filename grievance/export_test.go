package grievance

import "github.com/hrdd-go/hrdd/risk"

// Outsiders returns the groups that are not taken to be among workers.
func Outsiders() (groups []risk.GroupID) {
	for _, o := range outsiders {
		groups = append(groups, o.group)
	}
	return groups
}

// TablesUpTo yields every table of the given number of values with at most total
// cases. The slice is reused.
func TablesUpTo(values, total int, yield func([]int)) {
	t := make([]int, values)
	var fill func(i, left int)
	fill = func(i, left int) {
		if i == values {
			yield(t)
			return
		}
		for n := range left + 1 {
			t[i] = n
			fill(i+1, left-n)
		}
		t[i] = 0
	}
	fill(0, total)
}
