package risk_test

import (
	"fmt"
	"slices"

	"github.com/hrdd-go/hrdd/risk"
)

// Harm is what a host program ranks.
type Harm struct {
	Name  string
	Rated risk.Rating
}

// Rating is the function by which harms are ranked.
func (h Harm) Rating() risk.Rating { return h.Rated }

// Severity comes before likelihood: a grave harm that is unlikely goes before a
// slight one that is almost certain.
func Example() {
	if err := printRanking(); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 1 a fire behind locked doors
	// 2 payslips that come late
}

func printRanking() error {
	harms := []Harm{
		{"payslips that come late", risk.MustParseRating("HRS:1/SCA:1/SCO:3/IRR:1/LIK:5/DEL:N")},
		{"a fire behind locked doors", risk.MustParseRating("HRS:1/SCA:5/SCO:2/IRR:5/LIK:1/DEL:N")},
	}
	ranked, err := risk.Rank(risk.UNGP(), slices.Values(harms), Harm.Rating)
	if err != nil {
		return err // which rating is not valid, and why
	}
	for _, r := range ranked {
		fmt.Println(r.Place, r.Item.Name) // the fire first, however unlikely
	}
	return nil
}
