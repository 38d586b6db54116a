package risk_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/hrdd-go/hrdd/risk"
)

// rated reads ratings of several assessors.
func rated(vectors ...string) []risk.Rating {
	var ratings []risk.Rating
	for _, v := range vectors {
		ratings = append(ratings, risk.MustParseRating(v))
	}
	return ratings
}

// workshop is what three assessors said of four risks; one of them did not rate
// the last.
func workshop() []harm {
	return []harm{
		{"unpaid overtime", rated("HRS:1/SCA:3/SCO:4/IRR:2/LIK:5/DEL:N", "HRS:1/SCA:3/SCO:4/IRR:2/LIK:5/DEL:N", "HRS:1/SCA:3/SCO:5/IRR:2/LIK:4/DEL:N")},
		{"locked fire exits", rated("HRS:1/SCA:5/SCO:3/IRR:5/LIK:3/DEL:Y", "HRS:1/SCA:5/SCO:3/IRR:5/LIK:3/DEL:Y", "HRS:1/SCA:5/SCO:3/IRR:5/LIK:3/DEL:Y")},
		{"withheld passports", rated("HRS:1/SCA:5/SCO:2/IRR:3/LIK:A/DEL:N", "HRS:1/SCA:4/SCO:2/IRR:3/LIK:4/DEL:N", "HRS:1/SCA:5/SCO:2/IRR:3/LIK:A/DEL:N")},
		{"dust", rated("HRS:1/SCA:1/SCO:2/IRR:2/LIK:3/DEL:N", "HRS:1/SCA:4/SCO:2/IRR:5/LIK:3/DEL:Y")},
	}
}

func ExampleAgree() {
	a, err := risk.Agree(slices.Values(workshop()), harm.ratings, risk.AgreementOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("scale", a.Scale, "scope", a.Scope, "irremediability", a.Irremediability)
	fmt.Println("likelihood", a.Likelihood, "delay", a.Delay, "has it happened", a.Occurrence)
	fmt.Println("order", a.Total, a.Total.Reading())
	for _, d := range a.Disputes {
		fmt.Printf("%s: %.2f of chance, most over %s\n", d.Item.name, d.Disagreement, d.Over)
	}
	// Output:
	// scale 0.697 scope 0.979 irremediability 0.545
	// likelihood 0.938 delay 0.643 has it happened 0.444
	// order 0.393 insufficient
	// dust: 0.92 of chance, most over irremediability
	// withheld passports: 0.49 of chance, most over likelihood
	// unpaid overtime: 0.04 of chance, most over likelihood
}

func ExampleAgreement() {
	a, _ := risk.Agree(slices.Values(workshop()), harm.ratings, risk.AgreementOptions{})
	fmt.Println(a.Method, a.Total)
	// Output:
	// ungp 1.0.0 0.393
}

func ExampleAgreementOptions() {
	a, _ := risk.Agree(slices.Values(workshop()), harm.ratings, risk.AgreementOptions{Metric: risk.MetricNominal})
	fmt.Println(a.Scale.Metric, a.Scale)
	// Output:
	// nominal 0.512
}

func ExampleDispute() {
	a, _ := risk.Agree(slices.Values(workshop()), harm.ratings, risk.AgreementOptions{})
	for _, d := range a.Disputes {
		if d.Occurrence {
			fmt.Println("find out whether it has happened:", d.Item.name)
		}
	}
	// Output:
	// find out whether it has happened: withheld passports
}

func ExampleVotes() {
	c, _ := risk.ConsensusOf(risk.ConsensusMedianHigh, workshop()[0].rated...)
	for _, v := range c.Votes {
		fmt.Println(v.Dimension, v.Counts)
	}
	// Output:
	// scale [0 0 0 3 0 0 0]
	// scope [0 0 0 0 2 1 0]
	// irremediability [0 0 3 0 0 0 0]
	// likelihood [0 0 0 0 1 2 0]
	// delay [0 3 0 0 0 0 0]
}

func ExampleKrippendorffAlpha() {
	// Two observers, three things; the second thing was seen by one of them.
	a, err := risk.KrippendorffAlpha([][]float64{{1, 1}, {3}, {2, 4}, {5, 5}}, risk.MetricOrdinal)
	fmt.Println(a, a.Units, err)
	// Output:
	// 0.949 3 <nil>
}

func ExampleAlpha() {
	a, _ := risk.KrippendorffAlpha([][]float64{{2, 2}, {2, 2}}, risk.MetricOrdinal)
	b, _ := json.Marshal(a)
	fmt.Println(string(b))
	// Output:
	// {"alpha":null,"metric":"ordinal","reading":"undefined","observed":0,"expected":0,"units":2,"values":4}
}

func ExampleAlpha_Value() {
	a := risk.Alpha{Metric: risk.MetricOrdinal, Observed: 1, Expected: 4, Units: 12, Values: 24}
	v, defined := a.Value()
	fmt.Println(v, defined)
	v, defined = risk.Alpha{}.Value()
	fmt.Println(v, defined)
	// Output:
	// 0.75 true
	// 0 false
}

func ExampleAlpha_String() {
	fmt.Println(risk.Alpha{Observed: 1, Expected: 3}, risk.Alpha{})
	// Output:
	// 0.667 undefined
}

func ExampleAlpha_MarshalJSON() {
	b, err := risk.Alpha{Metric: risk.MetricNominal, Observed: 1, Expected: 4, Units: 12, Values: 24}.MarshalJSON()
	fmt.Println(string(b), err)
	// Output:
	// {"alpha":0.75,"metric":"nominal","reading":"tentative","observed":1,"expected":4,"units":12,"values":24} <nil>
}

func ExampleAlpha_Reading() {
	fmt.Println(risk.Alpha{Observed: 1, Expected: 4, Units: 12}.Reading())
	fmt.Println(risk.Alpha{Observed: 1, Expected: 4, Units: 3}.Reading())
	// Output:
	// tentative
	// insufficient
}

func ExampleReliability() {
	for r := risk.ReliabilityUndefined; r <= risk.Reliable; r++ {
		fmt.Println(r)
	}
	// Output:
	// undefined
	// insufficient
	// unreliable
	// tentative
	// reliable
}

func ExampleMetric() {
	units := [][]float64{{1, 2}, {2, 2}, {5, 5}}
	for m := risk.MetricNominal; m <= risk.MetricRatio; m++ {
		a, _ := risk.KrippendorffAlpha(units, m)
		fmt.Println(m, a)
	}
	// Output:
	// nominal 0.545
	// ordinal 0.778
	// interval 0.944
	// ratio 0.761
}

func ExampleAgreementError() {
	_, err := risk.KendallTau([]int{1, 2, 3}, []int{1, 2})
	fmt.Println(err)
	// Output:
	// one ranking has 3 things and the other 2; rank the same things in both
}

func ExampleConsensusOf() {
	c, err := risk.ConsensusOf(risk.ConsensusMedianHigh, workshop()[3].rated...)
	fmt.Println(c.Rating, err)
	for _, d := range c.Dissent {
		fmt.Println("assessor", d.Assessor, "holds", d.Dimension, "to be", d.Given, "and not", d.Agreed)
	}
	// Output:
	// HRS:1/SCA:4/SCO:2/IRR:5/LIK:3/DEL:Y <nil>
	// assessor 0 holds scale to be 1 and not 4
	// assessor 0 holds irremediability to be 2 and not 5
	// assessor 0 holds delay to be 1 and not 2
}

func ExampleConsensus() {
	c, _ := risk.ConsensusOf(risk.ConsensusGravest, workshop()[0].rated...)
	fmt.Println(c.Rule, c.Rating, len(c.Dissent))
	// Output:
	// gravest HRS:1/SCA:3/SCO:5/IRR:2/LIK:5/DEL:N 3
}

func ExampleConsensusRule() {
	for _, rule := range []risk.ConsensusRule{risk.ConsensusMedianHigh, risk.ConsensusGravest} {
		c, _ := risk.ConsensusOf(rule, rated("HRS:1/SCA:2/SCO:3/IRR:1/LIK:3/DEL:N", "HRS:1/SCA:4/SCO:3/IRR:1/LIK:3/DEL:N", "HRS:1/SCA:3/SCO:3/IRR:1/LIK:3/DEL:N")...)
		fmt.Println(rule, c.Rating.Scale)
	}
	// Output:
	// median-high 3
	// gravest 4
}

func ExampleFacilitatedConsensus() {
	// Whether passports were withheld is a fact; the assessors asked the workers.
	_, err := risk.ConsensusOf(risk.ConsensusMedianHigh, workshop()[2].rated...)
	fmt.Println(err)
	c, err := risk.FacilitatedConsensus(risk.MustParseRating("HRS:1/SCA:5/SCO:2/IRR:3/LIK:A/DEL:N"), workshop()[2].rated...)
	fmt.Println(c.Rating, err)
	// Output:
	// rating 0 says that the harm has happened, rating 1 how likely it is; find out which, and rate again
	// HRS:1/SCA:5/SCO:2/IRR:3/LIK:A/DEL:N <nil>
}

func ExampleDissent() {
	c, _ := risk.ConsensusOf(risk.ConsensusMedianHigh, workshop()[0].rated...)
	b, _ := json.Marshal(c.Dissent)
	fmt.Println(string(b))
	// Output:
	// [{"assessor":2,"dimension":"scope","given":5,"agreed":4},{"assessor":2,"dimension":"likelihood","given":4,"agreed":5}]
}

func ExampleKendallTau() {
	// Five risks by two methods: 1 is the gravest, and places may be shared.
	tau, err := risk.KendallTau([]int{1, 2, 3, 3, 5}, []int{1, 3, 2, 4, 5})
	fmt.Println(tau, tau.Discordant, err)
	// Output:
	// 0.738 1 <nil>
}

func ExampleTau() {
	tau, _ := risk.KendallTau([]float64{0.5, 0.2, 0.1}, []string{"a", "b", "b"})
	b, _ := json.Marshal(tau)
	fmt.Println(string(b))
	// Output:
	// {"tauB":-0.8164965809277261,"items":3,"concordant":0,"discordant":2,"tiedA":0,"tiedB":1}
}

func ExampleTau_Value() {
	tau, _ := risk.KendallTau([]int{1, 2, 3}, []int{3, 2, 1})
	fmt.Println(tau.Value())
	// Output:
	// -1 true
}

func ExampleTau_String() {
	fmt.Println(risk.Tau{Items: 3, Concordant: 2, Discordant: 1}, risk.Tau{})
	// Output:
	// 0.333 undefined
}

func ExampleTau_Pairs() {
	fmt.Println(risk.Tau{Items: 5}.Pairs())
	// Output:
	// 10
}

func ExampleTau_MarshalJSON() {
	b, err := risk.Tau{}.MarshalJSON()
	fmt.Println(string(b), err)
	// Output:
	// {"tauB":null,"items":0,"concordant":0,"discordant":0,"tiedA":0,"tiedB":0} <nil>
}

func ExampleCompareRankings() {
	harms := workshop()
	rank := func(assessor int) []risk.Ranked[harm] {
		ranked, _ := risk.RankSlice(risk.UNGP(), harms, func(h harm) risk.Rating { return h.rated[assessor] })
		return ranked
	}
	c, err := risk.CompareRankings(rank(0), rank(1), func(h harm) string { return h.name }, 2)
	fmt.Println("tau-b", c.Tau, "in both tops", c.Top.Shared, err)
	// Output:
	// tau-b 0.000 in both tops 1 <nil>
}

func ExampleRankingComparison() {
	harms := workshop()[:3]
	ranked, _ := risk.RankSlice(risk.UNGP(), harms, func(h harm) risk.Rating { return h.rated[0] })
	c, _ := risk.CompareRankings(ranked, ranked, func(h harm) string { return strings.ToUpper(h.name) }, 1)
	b, _ := json.Marshal(c)
	fmt.Println(string(b))
	// Output:
	// {"tau":{"tauB":1,"items":3,"concordant":3,"discordant":0,"tiedA":0,"tiedB":0},"top":{"k":1,"inA":1,"inB":1,"shared":1}}
}

func ExampleOverlap() {
	o := risk.Overlap{K: 10, InA: 10, InB: 12, Shared: 9}
	fmt.Println(o.Shared, "of the top", o.K)
	// Output:
	// 9 of the top 10
}

func ExampleOverlap_Jaccard() {
	share, defined := risk.Overlap{K: 10, InA: 10, InB: 10, Shared: 8}.Jaccard()
	fmt.Println(share, defined)
	// Output:
	// 0.6666666666666666 true
}

func ExampleKrippendorffAlphaInterval() {
	units := [][]float64{{1, 1}, {3, 4}, {2, 2}, {5, 5}, {4, 4}, {1, 2}}
	in, err := risk.KrippendorffAlphaInterval(context.Background(), units, risk.MetricOrdinal,
		risk.IntervalOptions{Source: rand.NewPCG(1, 2)})
	fmt.Printf("%.2f to %.2f %v\n", in.Lo, in.Hi, err)
	// Output:
	// 0.39 to 1.00 <nil>
}

func ExampleAlphaInterval() {
	in, _ := risk.KrippendorffAlphaInterval(context.Background(), [][]float64{{1, 2}}, risk.MetricOrdinal,
		risk.IntervalOptions{Source: rand.NewPCG(1, 2)})
	fmt.Println("samples:", in.Samples) // nothing to draw from
	// Output:
	// samples: 0
}

func ExampleIntervalOptions() {
	_, err := risk.KrippendorffAlphaInterval(context.Background(), nil, risk.MetricOrdinal, risk.IntervalOptions{})
	fmt.Println(err)
	// Output:
	// no source of random numbers; give one with a seed of your own, for instance rand.NewPCG(1, 2) of math/rand/v2
}
