package risk

import "math"

// This file holds families of formulas that are found in public software and
// practice. They are here to recompute results that exist and to show how far
// they stray from the principles; each names the rules that it breaks.

func csrdBoundedSpec() MethodSpec {
	return MethodSpec{
		ID: "csrd-bounded", Version: "1.0.0", Title: "Mean severity with bounded likelihood",
		Sources: []Citation{{"PUBLIC-SOFTWARE", "scoring of impacts for the CSRD"}},
		Reasons: []MethodReason{
			{Choice: "mean of the factors times 0.5 + 0.1 times the level of likelihood, to two places", Why: "the published tests of the software expect it"},
			{Choice: "the mean alone for harm that has happened", Why: "the same tests"},
			{Choice: "no number while a factor is missing", Why: "the same tests; the interval of what it can still be is given instead"},
		},
		Index: "mean severity weighted by likelihood",
		Keys: []MethodKey{{"weighted-mean", "the mean of the three factors, down to 0.6 of it for remote harm", Citation{"PUBLIC-SOFTWARE", "scoring of impacts for the CSRD"},
			func(r Rating) float64 { return round2(mean(sum(r)*(5+int(certainty(r))), 30)) }}},
		Waivers: []Waiver{waiveLikelihood, waiveMean},
	}
}

// meanOrTopSpec is the mean with a factor at the top, on four levels, making
// the whole as grave as can be. Other values of top than 4 are for comparison.
func meanOrTopSpec(top int) MethodSpec {
	return MethodSpec{
		ID: "mean-or-top", Version: "1.0.0", Title: "Mean, or the top if a factor is there",
		Sources: []Citation{{"PUBLIC-SOFTWARE", "double materiality, environmental impacts"}},
		Reasons: []MethodReason{
			{Choice: "mean of the factors on four levels, 4 if any is 4", Why: "the published tests of the software expect it"},
			{Choice: "material from 2.5", Why: "the same tests"},
			{Choice: "levels read on the scale four-levels", Why: "the software has four"},
		},
		Index: "mean of the three factors on four levels, or 4",
		Keys: []MethodKey{{"mean-or-top", "the mean of the three factors, the top if one of them is there", Citation{"PUBLIC-SOFTWARE", "double materiality, environmental impacts"},
			func(r Rating) float64 {
				s, c, i := inFour(r.Scale), inFour(r.Scope), inFour(r.Irremediability)
				if max(s, c, i) >= top {
					return 4
				}
				return mean(s+c+i, 3)
			}}},
		Bands: Thresholds{{1, "not-material"}, {2.5, "material"}},
	}
}

func topFactorSpec() MethodSpec {
	return MethodSpec{
		ID: "top-factor", Version: "1.0.0", Title: "The gravest factor alone",
		Sources: []Citation{{"PUBLIC-SOFTWARE", "double materiality, social impacts"}, {"UNGP", "14"}},
		Reasons: []MethodReason{
			{Choice: "the gravest factor on four levels; likelihood plays no part", Why: "the published tests of the software expect it for social impacts"},
			{Choice: "levels read on the scale four-levels", Why: "the software has four"},
		},
		Index: "gravest factor on four levels",
		Keys: []MethodKey{{"gravest-factor", "the gravest of scale, scope and irremediability", Citation{"UNGP", "14"},
			func(r Rating) float64 { return float64(inFour(max(r.Scale, r.Scope, r.Irremediability))) }}},
	}
}

func weightedFloorSpec() MethodSpec {
	return MethodSpec{
		ID: "weighted-floor", Version: "1.0.0", Title: "Weighted severity with a floor, times likelihood",
		Sources: []Citation{{"PUBLIC-SOFTWARE", "weighted impact scoring"}},
		Reasons: []MethodReason{
			{Choice: "0.4 scale, 0.3 scope, 0.3 irremediability; at least 4 if any factor is 5", Why: "the formula of the software"},
			{Choice: "times the level of likelihood", Why: "the formula of the software"},
			actualAsCertain,
		},
		Index: "weighted severity times likelihood",
		Keys: []MethodKey{{"weighted-product", "weighted severity times likelihood", Citation{"PUBLIC-SOFTWARE", "weighted impact scoring"},
			func(r Rating) float64 {
				tenths := 4*int(r.Scale) + 3*int(r.Scope) + 3*int(r.Irremediability)
				if gravestFactor(r) == float64(MaxLevel) {
					tenths = max(tenths, 40)
				}
				return mean(tenths*int(certainty(r)), 10)
			}}},
		Waivers: []Waiver{waiveLikelihood},
	}
}

func severityTimesLikelihoodSpec() MethodSpec {
	return MethodSpec{
		ID: "severity-times-likelihood", Version: "1.0.0", Title: "Matrix of five by five: severity times likelihood",
		Sources: []Citation{{"PRACTICE", "risk matrix"}},
		Reasons: []MethodReason{
			{Choice: "the gravest factor times the level of likelihood", Why: "the usual matrix of business risk registers"},
			actualAsCertain,
		},
		Index: "severity times likelihood",
		Keys: []MethodKey{{"product", "the gravest factor times likelihood", Citation{"PRACTICE", "risk matrix"},
			func(r Rating) float64 { return gravestFactor(r) * float64(certainty(r)) }}},
		Waivers: []Waiver{waiveLikelihood},
	}
}

func matrix4x3Spec() MethodSpec {
	return MethodSpec{
		ID: "matrix-4x3", Version: "1.0.0", Title: "Matrix of four likelihoods by three severities",
		Sources: []Citation{{"UNI-WEIMAR", "guide to hazard assessment"}},
		Reasons: []MethodReason{
			{Choice: "the product of the two", Why: "the published matrix"},
			{Choice: "9 and above is high; what is below has no published name here", Why: "only the name of 9 could be verified, and no other is made up"},
			{Choice: "severity read on the scale three-levels, likelihood on four-levels", Why: "the matrix has three and four"},
			actualAsCertain,
		},
		Index: "severity times likelihood",
		Keys: []MethodKey{{"product", "severity on three levels times likelihood on four", Citation{"UNI-WEIMAR", "guide to hazard assessment"},
			func(r Rating) float64 {
				return float64(inThree(max(r.Scale, r.Scope, r.Irremediability)) * inFour(certainty(r)))
			}}},
		Bands:   Thresholds{{1, "below-high"}, {9, "high"}},
		Waivers: []Waiver{waiveLikelihood},
	}
}

// factorsOnly is a method of one formula over the three factors.
func factorsOnly(id, title, index string, value func(Rating) float64) MethodSpec {
	return MethodSpec{
		ID: id, Version: "1.0.0", Title: title,
		Sources: []Citation{{"PRACTICE", title}},
		Reasons: []MethodReason{
			{Choice: "arithmetic on levels", Why: "it is found in spreadsheets; levels are ordinal, so the number is an index and no measure"},
			{Choice: "no bands", Why: "those in use differ and could not be verified; cut your own with NewMethod"},
		},
		Index:   index,
		Keys:    []MethodKey{{id, index, Citation{"PRACTICE", title}, value}},
		Waivers: []Waiver{waiveMean},
	}
}

func sumSpec() MethodSpec {
	return factorsOnly("sum", "Additive: sum of the factors", "sum of the three factors",
		func(r Rating) float64 { return float64(sum(r)) })
}

func productSpec() MethodSpec {
	return factorsOnly("product", "Product of the factors", "product of the three factors",
		func(r Rating) float64 { return float64(product(r)) })
}

func geometricMeanSpec() MethodSpec {
	return factorsOnly("geometric-mean", "Geometric mean of the factors", "geometric mean of the three factors",
		func(r Rating) float64 { return math.Cbrt(float64(product(r))) })
}

// product is the product of the three factors.
func product(r Rating) int { return int(r.Scale) * int(r.Scope) * int(r.Irremediability) }
