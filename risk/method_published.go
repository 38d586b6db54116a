package risk

import "math"

// This file holds the methods that bodies publish or whose rules they state,
// read as far as they say anything; what they leave open is said to be this
// library's own. No body publishes an order of all ratings but the library must
// have one.

// Keys that several methods share.
var (
	keyGravest = MethodKey{"gravest-factor", "the gravest of scale, scope and irremediability", Citation{"UNGP", "14"}, gravestFactor}
	keyLikely  = MethodKey{"likelihood", "how likely it is; having happened is as good as certain", Citation{"UNGP", "24"}, likelihoodUpToActual}
)

// actualAsCertain is the reason for which methods that multiply by likelihood
// have a value for harm that has happened.
var actualAsCertain = MethodReason{
	Choice: "harm that has happened counts as almost certain",
	Why:    "the formula has no value without a likelihood; any lower one would rank it below the same harm that may happen",
}

// waiveMean is the waiver of methods that average or multiply the factors.
var waiveMean = Waiver{RuleOneFactor, "the formula lets mild factors water down a grave one; offered to recompute published results"}

// waiveLikelihood is the waiver of methods that let likelihood outweigh
// severity.
var waiveLikelihood = Waiver{RuleSeverityFirst, "the formula lets likelihood outweigh severity, as business risk registers do; offered to recompute published results"}

func esrsSpec() MethodSpec {
	return MethodSpec{
		ID: "esrs-1", Version: "1.0.0", Title: "ESRS 1: severity, then likelihood",
		Sources: []Citation{{"ESRS1-2026", "40"}, {"ESRS1-2026", "43"}, {"ESRS1-2026", "AR 22"}},
		Reasons: []MethodReason{
			{Choice: "the gravest factor", Why: "any one of the three can make an impact severe; the standard sets no formula"},
			{Choice: "severity before likelihood", Why: "it takes precedence for potential impacts on human rights"},
			{Choice: "no bands", Why: "thresholds are the undertaking's own and are disclosed with its method"},
			actualAsCertain,
		},
		Keys: []MethodKey{keyGravest, keyLikely},
	}
}

func dihrSpec() MethodSpec {
	return MethodSpec{
		ID: "dihr", Version: "1.0.0", Title: "Danish Institute for Human Rights: the three factors together",
		Sources: []Citation{{"DIHR-HRIA-2020", "Phase 3"}},
		Reasons: []MethodReason{
			{Choice: "scale, scope and irremediability considered together, no number", Why: "the guidance discourages numeric ranking; severity gives the order of action only"},
			{Choice: "compared from the gravest factor to the least", Why: "the guidance has no order of ties; this one is the library's own and weighs no factor above another"},
			{Choice: "likelihood plays no part", Why: "the ranking of the guidance is by severity"},
		},
		Keys: []MethodKey{
			keyGravest,
			{"factors-at-gravest", "how many of the three factors are that grave", Citation{"UNGP", "14"}, factorsAtGravest},
			{"second-factor", "the second gravest of the three factors", Citation{"UNGP", "14"}, secondFactor},
			{"third-factor", "the least grave of the three factors", Citation{"UNGP", "14"}, thirdFactor},
		},
	}
}

func undpMeanSpec() MethodSpec {
	return MethodSpec{
		ID: "undp-mean", Version: "1.0.0", Title: "UNDP human rights self-assessment: mean severity by likelihood",
		Sources: []Citation{{"UNDP-HRSA", "severity"}},
		Reasons: []MethodReason{
			{Choice: "arithmetic mean of the three factors", Why: "the training tool computes it so"},
			{Choice: "likelihood after severity", Why: "the tool shows it as the second axis of a heat map and does not combine the two"},
			actualAsCertain,
		},
		Index: "mean of the three factors",
		Keys: []MethodKey{
			{"mean", "the mean of scale, scope and irremediability", Citation{"UNDP-HRSA", "severity"},
				func(r Rating) float64 { return mean(sum(r), 3) }},
			keyLikely,
		},
		Waivers: []Waiver{waiveMean},
	}
}

func huderafSpec() MethodSpec {
	return MethodSpec{
		ID: "huderaf-rin", Version: "1.0.0", Title: "HUDERAF: risk index number",
		Sources: []Citation{{"HUDERAF", "risk index number"}},
		Reasons: []MethodReason{
			{Choice: "gravity plus people plus likelihood, and the four bands", Why: "the sum is the index that the framework describes", Unverified: true},
			{Choice: "levels read on the scale four-levels", Why: "the framework has four values of gravity and likelihood, and four classes of numbers of people that count 0.5 to 2", Unverified: true},
			{Choice: "irremediability plays no part", Why: "the index has no place for it"},
			actualAsCertain,
		},
		Index: "risk index number",
		Keys: []MethodKey{{"risk-index-number", "gravity plus people affected plus likelihood", Citation{"HUDERAF", "risk index number"},
			func(r Rating) float64 {
				return mean(2*inFour(r.Scale)+inFour(r.Scope)+2*inFour(certainty(r)), 2)
			}}},
		Bands: Thresholds{{2.5, "low"}, {5.5, "moderate"}, {6.5, "high"}, {8, "very-high"}},
		Waivers: []Waiver{
			waiveLikelihood,
			{RuleOneFactor, "the index adds likelihood and numbers to gravity and leaves irremediability out; offered to recompute published results"},
		},
	}
}

func nomogaiaSpec() MethodSpec {
	return MethodSpec{
		ID: "nomogaia", Version: "1.0.0", Title: "NomoGaia: intensity by extent",
		Sources: []Citation{{"NOMOGAIA", "Salcito et al. 2013, Environmental Impact Assessment Review 42:39-50"}},
		Reasons: []MethodReason{
			{Choice: "the product of intensity and extent, shown without its sign", Why: "published values run from -25 to 25; a rating here is of harm, and good effects are not set off against it (UNGP 11)"},
			{Choice: "12 is strong", Why: "the published bands overlap at -12; the graver is taken"},
			{Choice: "likelihood and irremediability play no part", Why: "the product has no place for them"},
		},
		Index: "intensity by extent",
		Keys: []MethodKey{{"intensity-by-extent", "scale times scope", Citation{"NOMOGAIA", "bands"},
			func(r Rating) float64 { return float64(r.Scale) * float64(r.Scope) }}},
		Bands:   Thresholds{{0.5, "negative"}, {12, "strong-negative"}},
		Waivers: []Waiver{waiveMean},
	}
}

func netceroSpec() MethodSpec {
	return MethodSpec{
		ID: "netcero-human-rights", Version: "1.0.0", Title: "netcero: level of an impact on human rights",
		Sources: []Citation{{"NETCERO-HELP", "10167358"}},
		Reasons: []MethodReason{
			{Choice: "mean of the three factors, whether it has happened or may", Why: "the published page gives potential impacts on human rights the same level as actual ones"},
		},
		Index: "level",
		Keys: []MethodKey{{"level", "the mean of the three factors", Citation{"NETCERO-HELP", "10167358"},
			func(r Rating) float64 { return mean(sum(r), 3) }}},
		Waivers: []Waiver{waiveMean},
	}
}

func netceroGeneralSpec() MethodSpec {
	return MethodSpec{
		ID: "netcero-general", Version: "1.0.0", Title: "netcero: level of an impact not on human rights",
		Sources: []Citation{{"NETCERO-HELP", "10167358"}},
		Reasons: []MethodReason{
			{Choice: "the lesser of severity and the mean of severity and probability; severity alone if it has happened", Why: "the published page computes it so"},
			{Choice: "a level of likelihood is half a point more than the probability", Why: "the page has probabilities from 0.5 to 4.5"},
			{Choice: "not for human rights", Why: "the page has another rule for them, netcero-human-rights; this one is here to compare"},
		},
		Index: "level",
		Keys: []MethodKey{{"level", "severity, lowered by half of what probability lacks to it", Citation{"NETCERO-HELP", "10167358"},
			func(r Rating) float64 {
				if r.Likelihood == Occurred {
					return mean(4*sum(r), 12)
				}
				return mean(min(4*sum(r), 2*sum(r)+6*int(r.Likelihood)-3), 12)
			}}},
		Waivers: []Waiver{waiveLikelihood, waiveMean},
	}
}

// sum is the sum of the three factors.
func sum(r Rating) int { return int(r.Scale) + int(r.Scope) + int(r.Irremediability) }

// mean divides a sum of whole numbers once, at the end, so that equal sums have
// equal means whatever the order of their parts.
func mean(sum, n int) float64 { return float64(sum) / float64(n) }

// certainty is the level of likelihood; the top for harm that has happened.
func certainty(r Rating) Level { return Level(min(r.Likelihood, AlmostCertain)) }

// secondFactor is the second gravest of the three factors.
func secondFactor(r Rating) float64 { return factor(r, 1) }

// thirdFactor is the least grave of the three factors.
func thirdFactor(r Rating) float64 { return factor(r, 2) }

// inFour reads a level on the scale four-levels, inThree on three-levels.
func inFour(l Level) int  { return [...]int{0, 1, 2, 3, 3, 4}[l] }
func inThree(l Level) int { return [...]int{0, 1, 2, 2, 3, 3}[l] }

// round2 rounds to two places, half away from zero.
func round2(x float64) float64 { return math.Round(x*100) / 100 }
