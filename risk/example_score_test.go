package risk_test

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/hrdd-go/hrdd/risk"
)

func ExampleMethod_Score() {
	s, err := risk.UNGP().Score(risk.MustParseRating("HRS:1/SCA:4/SCO:2/IRR:3/LIK:2/DEL:N"))
	fmt.Println(s, err)
	// Output: high (ungp 1.0.0: HRS:1/SCA:4/SCO:2/IRR:3/LIK:2/DEL:N) <nil>
}

// A risk that is not rated in every dimension can still be many things.
func ExampleScore_Bands() {
	s, _ := risk.UNGP().Score(risk.MustParseRating("HRS:1/SCA:3/SCO:2/IRR:X/LIK:3/DEL:N"))
	lo, hi := s.Bands()
	fmt.Println(lo, "to", hi, "- missing", s.Missing(), "- exact", s.Exact())
	fmt.Println("treated as", s.Band())
	least, gravest := s.Ordinals()
	fmt.Println(least < gravest, gravest < risk.Ordinal(s.Method().Ordinals()))
	// Output:
	// medium to critical - missing irremediability - exact false
	// treated as critical
	// true true
}

// A number never leaves without the method that made it and what it was made
// from.
func ExampleScore_MarshalJSON() {
	m, _ := risk.MethodByID("csrd-bounded")
	s, _ := m.Score(risk.MustParseRating("HRS:1/SCA:5/SCO:3/IRR:5/LIK:3/DEL:N"))
	b, _ := json.MarshalIndent(s, "", "  ")
	fmt.Println(string(b))
	// Output:
	// {
	//   "method": "csrd-bounded",
	//   "version": "1.0.0",
	//   "rating": {
	//     "scale": 5,
	//     "scope": 3,
	//     "irremediability": 5,
	//     "likelihood": 3,
	//     "delay": "no"
	//   },
	//   "positions": [
	//     35,
	//     35
	//   ],
	//   "of": 47,
	//   "index": {
	//     "name": "mean severity weighted by likelihood",
	//     "lo": 3.47,
	//     "hi": 3.47
	//   },
	//   "waivers": [
	//     {
	//       "rule": "severity-first",
	//       "why": "the formula lets likelihood outweigh severity, as business risk registers do; offered to recompute published results"
	//     },
	//     {
	//       "rule": "one-factor-suffices",
	//       "why": "the formula lets mild factors water down a grave one; offered to recompute published results"
	//     }
	//   ]
	// }
}

func ExampleScore_Index() {
	m, _ := risk.MethodByID("undp-mean")
	s, _ := m.ScoreRange(risk.MustParseRange("HRS:1/SCA:5/SCO:2-5/IRR:2/LIK:3/DEL:N"))
	lo, hi, ok := s.Index()
	fmt.Println(m.Index(), lo, "to", hi, ok)
	fmt.Println(s.Range())

	_, _, ok = risk.UNGP().ScoreCell(0).Index() // it compares and computes no number
	fmt.Println(ok, risk.Score{}.IsZero())
	// Output:
	// mean of the three factors 3 to 4 true
	// HRS:1/SCA:5/SCO:2-5/IRR:2/LIK:3/DEL:N
	// false true
}

// Many small harms never hide a great one: a site is as grave as its gravest
// risk.
func ExampleMethod_Gravest() {
	site := []risk.Rating{
		risk.MustParseRating("HRS:1/SCA:1/SCO:1/IRR:1/LIK:5/DEL:N"),
		risk.MustParseRating("HRS:1/SCA:5/SCO:1/IRR:5/LIK:1/DEL:N"),
		risk.MustParseRating("HRS:1/SCA:1/SCO:2/IRR:1/LIK:5/DEL:N"),
	}
	s, err := risk.UNGP().Gravest(slices.Values(site))
	fmt.Println(s, err)
	// Output: critical (ungp 1.0.0: HRS:1/SCA:5/SCO:1/IRR:5/LIK:1/DEL:N) <nil>
}

// An explanation is data, to be put into the words of the reader.
func ExampleMethod_Explain() {
	e, err := risk.UNGP().Explain(risk.MustParseRating("HRS:1/SCA:2/SCO:2/IRR:2/LIK:4/DEL:Y"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(e.Score.Band(), "decided by", e.Decisive)
	fmt.Println(e.By.Means, "-", e.By.Source)
	for _, p := range e.Parts {
		fmt.Println(p.Dimension, "falls", p.Fall, "to", p.Without)
	}
	// Output:
	// high decided by delay
	// one of the most severe, or delay would make it irremediable - UNGP:24
	// scale falls 6 to high
	// scope falls 6 to high
	// irremediability falls 6 to high
	// likelihood falls 3 to high
	// delay falls 120 to low
}

func ExampleMethod_ExplainRange() {
	e, _ := risk.UNGP().ExplainRange(risk.MustParseRange("HRS:1/SCA:2-5/SCO:2/IRR:2/LIK:4/DEL:N"))
	for _, k := range e.Keys[:2] {
		fmt.Println(k.ID, k.Lo, "to", k.Hi)
	}
	fmt.Println(e.Parts[0].Open, len(e.Waivers))
	// Output:
	// class 0 to 1
	// gravest-factor 2 to 5
	// true 0
}

// Why is one risk above another?
func ExampleMethod_CompareRatings() {
	c, err := risk.UNGP().CompareRatings(
		risk.MustParseRating("HRS:1/SCA:5/SCO:2/IRR:5/LIK:1/DEL:N"),
		risk.MustParseRating("HRS:1/SCA:3/SCO:5/IRR:2/LIK:4/DEL:N"),
	)
	fmt.Println(c.Order, err)
	fmt.Println(c.ByA.Means+":", c.ByA.Hi, "against", c.ByB.Hi)
	// Output:
	// 1 <nil>
	// how many of the three factors are that grave: 2 against 1
}

func ExampleMethod_Compare() {
	a, _ := risk.MustParseRating("HRS:1/SCA:5/SCO:1/IRR:1/LIK:1/DEL:N").Cell()
	b, _ := risk.MustParseRating("HRS:1/SCA:4/SCO:4/IRR:4/LIK:A/DEL:N").Cell()
	fmt.Println(risk.UNGP().Compare(a, b))
	// Output: 1
}
