package risk

import "fmt"

// RuleError says that a method breaks a rule that it does not waive, and gives
// two ratings that show it.
type RuleError struct {
	Method string
	Rule   MethodRule
	// Graver must not rank below Other by the rule, yet the method ranks it
	// there. For RuleSeverityFirst, the method ranks the severity of Graver above
	// that of Other, and Graver above Other where their likelihood is equal, yet
	// not so here: they may also share a place. For RuleBands, Graver is in the
	// lower band although it does not rank below Other.
	Graver, Other Rating
}

// Error states the rule and the two ratings that break it, so that anyone can see it.
func (e *RuleError) Error() string {
	verb := "below"
	if e.Rule == RuleSeverityFirst {
		verb = "no higher than"
	}
	msg := fmt.Sprintf("method %q breaks the rule %v (%s): it ranks %v %s %v",
		e.Method, e.Rule, e.Rule.Statement(), e.Graver, verb, e.Other)
	if e.Rule == RuleBands {
		return fmt.Sprintf("method %q breaks the rule %v (%s): it puts %v into a lower band than %v; mend the thresholds or the order",
			e.Method, e.Rule, e.Rule.Statement(), e.Graver, e.Other)
	}
	return msg + "; mend the method, or waive the rule by name and say why"
}

// CellError says that a key of a method has no usable value for a rating.
type CellError struct {
	Method string
	Key    string // the id of the key; "band" for the value that bands are cut on
	Rating Rating
	Found  string // "NaN", "+Inf", or what the function panicked with
}

// Error gives the rating and the key that has no number for it.
func (e *CellError) Error() string {
	return fmt.Sprintf("method %q: key %q gives %s for %v; give a finite number for every rating", e.Method, e.Key, e.Found, e.Rating)
}

// SpecError says what is wrong with a [MethodSpec] before anything is computed.
type SpecError struct {
	Method string
	Field  string // "ID", "Keys[1].Value"
	Want   string
}

// Error names the method, the field and what it takes.
func (e *SpecError) Error() string {
	return fmt.Sprintf("method %q: %s: %s", e.Method, e.Field, e.Want)
}
