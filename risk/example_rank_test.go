package risk_test

import (
	"errors"
	"fmt"
	"slices"

	"github.com/hrdd-go/hrdd/risk"
)

// Issue is a risk of a host program.
type Issue struct {
	Name  string
	Rated risk.Rating
}

// Rating is the function by which issues are ranked.
func (i Issue) Rating() risk.Rating { return i.Rated }

func ExampleRank() {
	issues := []Issue{
		{"delayed payslips", risk.MustParseRating("HRS:1/SCA:1/SCO:3/IRR:1/LIK:5/DEL:N")},
		{"unpaid overtime", risk.MustParseRating("HRS:1/SCA:3/SCO:5/IRR:2/LIK:4/DEL:N")},
		{"fatal fire", risk.MustParseRating("HRS:1/SCA:5/SCO:2/IRR:5/LIK:1/DEL:N")},
		{"union busting", risk.MustParseRating("HRS:1/SCA:3/SCO:5/IRR:2/LIK:4/DEL:N")},
		{"solvents", risk.MustParseRating("HRS:1/SCA:3/SCO:2/IRR:X/LIK:3/DEL:N")},
	}
	ranked, err := risk.Rank(risk.UNGP(), slices.Values(issues), Issue.Rating)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range ranked {
		lo, hi := r.Score.Bands()
		fmt.Println(r.Place, r.Item.Name, "-", lo, hi, r.Score.Missing().Len())
	}
	// Output:
	// 1 fatal fire - critical critical 0
	// 2 unpaid overtime - critical critical 0
	// 2 union busting - critical critical 0
	// 4 solvents - medium critical 1
	// 5 delayed payslips - medium medium 0
}

func ExampleRankSlice() {
	ratings := []risk.Rating{{Scale: 1}, {Scale: 9}}
	_, err := risk.RankSlice(risk.UNGP(), ratings, func(r risk.Rating) risk.Rating { return r })
	var item *risk.ItemError
	fmt.Println(errors.As(err, &item), item.Index)
	fmt.Println(err)
	// Output:
	// true 1
	// item 1: scale cannot be 9; use 1 to 5, or 0 for not rated
}

// The assessors differ on how grave forced labour is here: which risks are among
// the first two whatever the truth, and what should be settled?
func ExampleRankRanges() {
	type issue struct {
		name  string
		rated risk.Range
	}
	issues := []issue{
		{"noise", risk.MustParseRange("HRS:1/SCA:2/SCO:2/IRR:3/LIK:4/DEL:N")},
		{"long hours", risk.MustParseRange("HRS:1/SCA:4/SCO:3/IRR:1/LIK:2-4/DEL:N")},
		{"forced labour", risk.MustParseRange("HRS:1/SCA:3-5/SCO:2/IRR:2/LIK:3/DEL:N")},
	}
	ranking, err := risk.RankRanges(risk.UNGP(), slices.Values(issues), func(i issue) risk.Range { return i.rated })
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, r := range ranking.Items {
		s := ranking.Settle(i)
		fmt.Printf("%s: %d to %d; settle %v and %d places are left open\n", r.Item.name, r.Best, r.Worst, s.Dimension, s.Worst-s.Best)
	}
	for r := range ranking.Certain(2) {
		fmt.Println("certainly among the first two:", r.Item.name)
	}
	for r := range ranking.Possible(1) {
		fmt.Println("possibly the first:", r.Item.name)
	}
	// Output:
	// forced labour: 1 to 3; settle scale and 0 places are left open
	// long hours: 1 to 2; settle not-stated and 1 places are left open
	// noise: 2 to 3; settle not-stated and 1 places are left open
	// certainly among the first two: long hours
	// possibly the first: forced labour
	// possibly the first: long hours
}

func ExampleRankRangesSlice() {
	ranges := []risk.Range{{}, risk.RangeOf(risk.MustParseRating("HRS:1/SCA:5/SCO:5/IRR:5/LIK:A/DEL:Y"))}
	ranking, err := risk.RankRangesSlice(risk.UNGP(), ranges, func(r risk.Range) risk.Range { return r })
	for _, r := range ranking.Items {
		fmt.Println(r.Best, r.Worst, r.Item, r.Score.Exact(), err)
	}
	// Output:
	// 1 1 HRS:1/SCA:5/SCO:5/IRR:5/LIK:A/DEL:Y true <nil>
	// 1 2 HRS:1/SCA:X/SCO:X/IRR:X/LIK:X/DEL:X false <nil>
}

// A host program that keeps cells ranks and scores them without making items.
func ExampleMethod_Order() {
	var cells []risk.Cell
	for _, s := range []string{"HRS:1/SCA:2/SCO:1/IRR:1/LIK:3/DEL:N", "HRS:1/SCA:5/SCO:1/IRR:1/LIK:3/DEL:N", "HRS:1/SCA:1/SCO:2/IRR:1/LIK:3/DEL:N"} {
		c, err := risk.MustParseRating(s).Cell()
		if err != nil {
			fmt.Println(err)
			return
		}
		cells = append(cells, c)
	}
	order, err := risk.UNGP().Order(cells)
	fmt.Println(order, err)

	ordinals, err := risk.UNGP().AppendOrdinals(nil, cells)
	fmt.Println(ordinals[0] == ordinals[2], ordinals[1] > ordinals[0], err)

	_, err = risk.UNGP().Order([]risk.Cell{risk.NumCells})
	var ce *risk.CellRangeError
	fmt.Println(errors.As(err, &ce), err)
	// Output:
	// [1 0 2] <nil>
	// true true <nil>
	// true item 0: cell 4536 does not exist; cells go from 0 to 4535
}
