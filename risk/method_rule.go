package risk

import (
	"iter"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// MethodRule is a rule that a method of ranking harm must obey, or must say by
// name that it does not. [NewMethod] checks each of them over every pair of
// cells to which it speaks.
type MethodRule uint8

const (
	RuleNotStated MethodRule = iota

	// RuleMonotone: raising scale, scope, irremediability or likelihood by a
	// level never lowers the rank.
	RuleMonotone

	// RuleOccurred: a harm that has happened never ranks below the same harm
	// while it may happen.
	RuleOccurred

	// RuleSeverityFirst: likelihood only decides between harms that severity
	// does not tell apart. If the factors of severity rank one harm above
	// another, likelihood and delay being equal, and it ranks above the other at
	// the same likelihood with the delay that each has, then no likelihood turns
	// them round or makes them equal. Having happened counts as a likelihood
	// here.
	RuleSeverityFirst

	// RuleOneFactor: a harm with a factor of severity at the top level never
	// ranks below one with none, likelihood and delay being equal.
	RuleOneFactor

	// RuleDelay: that delay would make a harm irremediable never lowers its
	// rank.
	RuleDelay

	// RuleNotRated: a rating with a gap never ranks below what it can still be.
	// It holds of itself for methods that leave gaps to the library.
	RuleNotRated

	// RuleBands: a harm that ranks above another is never in a lower band. This
	// rule cannot be waived.
	RuleBands
)

var methodRuleText = textenum.Table[MethodRule]{
	Kind: "rule of methods",
	Names: []string{"", "monotone", "occurred-not-below", "severity-first", "one-factor-suffices",
		"delay-never-lowers", "not-rated-not-low", "bands-follow-order"},
}

// methodRules says what each rule asks and what it rests on, by rule.
var methodRules = [...]struct {
	statement string
	source    Citation
}{
	RuleMonotone: {
		"raising a dimension never lowers the rank", Citation{"UNGP", "14"}},
	RuleOccurred: {
		"a harm that has happened never ranks below the same harm while it may happen", Citation{"ESRS1-2026", "40"}},
	RuleSeverityFirst: {
		"likelihood never outweighs severity", Citation{"UNGP", "24"}},
	RuleOneFactor: {
		"any one factor can make a harm severe", Citation{"ESRS1-2026", "AR 22"}},
	RuleDelay: {
		"that delay would make a harm irremediable never lowers its rank", Citation{"UNGP", "24"}},
	RuleNotRated: {
		"what is not rated is unknown, and unknown is never low", Citation{"UNGP", "18"}},
	RuleBands: {
		"a harm that ranks above another is never in a lower band", Citation{}},
}

// Statement returns what the rule asks, in one English sentence without a full
// stop; empty for RuleNotStated.
func (v MethodRule) Statement() string {
	if int(v) >= len(methodRules) {
		return ""
	}
	return methodRules[v].statement
}

// Source cites what the rule rests on. It is the zero Citation for a rule of
// plain consistency.
func (v MethodRule) Source() Citation {
	if int(v) >= len(methodRules) {
		return Citation{}
	}
	return methodRules[v].source
}

// Waivable reports whether a method may be built that breaks the rule, if it
// says so.
func (v MethodRule) Waivable() bool { return v > RuleNotStated && v < RuleBands }

// MethodRules yields the rules in order.
func MethodRules() iter.Seq[MethodRule] {
	return func(yield func(MethodRule) bool) {
		for v := RuleMonotone; v <= RuleBands; v++ {
			if !yield(v) {
				return
			}
		}
	}
}
