package risktest

import (
	"errors"
	"fmt"
	"testing"

	"github.com/hrdd-go/hrdd/risk"
)

// MethodError says that a method fails a check, and what the check asks.
type MethodError struct {
	Method string
	Check  string // the name of the check: "severity-first", "same-twice"
	Asks   string // what it asks
	Found  string // what was found
}

// Error gives the check, what it asks and what the method does instead.
func (e *MethodError) Error() string {
	return fmt.Sprintf("method %q fails %s: %s; but %s", e.Method, e.Check, e.Asks, e.Found)
}

// CheckMethod builds a method and runs it through every rule, over all pairs of
// complete ratings and all ratings with gaps. It reads the rules straight from
// their text and shares no code with [risk.NewMethod], so it is a second
// opinion; and it checks what NewMethod cannot: that the functions of the
// method give the same when asked again, and that the method says what it
// rests on.
//
// It returns nil, or a *[MethodError] for each check that fails, joined. If the
// method cannot be built it returns the error of NewMethod. It takes about
// a few tenths of a second.
func CheckMethod(spec risk.MethodSpec) error {
	m, err := risk.NewMethod(spec)
	if err != nil {
		return err
	}
	var errs []error
	for _, c := range checks() {
		if found := c.find(m, spec); found != "" {
			errs = append(errs, &MethodError{m.ID(), c.name, c.asks, found})
		}
	}
	return errors.Join(errs...)
}

// TestMethod is [CheckMethod] with a subtest for each check, named after it, so
// that a rule can be run by itself.
func TestMethod(t *testing.T, spec risk.MethodSpec) {
	t.Helper()
	m, err := risk.NewMethod(spec)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range checks() {
		t.Run(c.name, func(t *testing.T) {
			if found := c.find(m, spec); found != "" {
				t.Error(&MethodError{m.ID(), c.name, c.asks, found})
			}
		})
	}
}

// check is one thing that a method must do. find returns what is wrong, or "".
type check struct {
	name, asks string
	find       func(*risk.Method, risk.MethodSpec) string
}

// checks returns the rules of methods, and what else is asked of one.
func checks() []check {
	var all []check
	for rule := range risk.MethodRules() {
		all = append(all, check{rule.String(), rule.Statement(), func(m *risk.Method, _ risk.MethodSpec) string {
			return checkRule(m, rule)
		}})
	}
	return append(all,
		check{"same-twice", "the functions of a method depend on nothing but the rating", checkSameTwice},
		check{"gaps", "a rating with gaps reaches from the least to the gravest that it can still be", checkGaps},
		check{"ranges", "a range reaches from the least to the gravest rating in it", checkRanges},
		check{"sources", "a method says what it rests on, what its keys mean, and why it makes its choices", checkSources},
	)
}

// checkRule looks for a pair that breaks a rule; for a rule that is waived it
// wants one, so that no waiver is idle.
func checkRule(m *risk.Method, rule risk.MethodRule) string {
	waived := false
	for w := range m.Waivers() {
		waived = waived || w.Rule == rule
	}
	graver, other, ok := findPair(m, rule)
	switch {
	case ok && waived:
		return "it is waived and nothing breaks it"
	case !ok && !waived:
		return fmt.Sprintf("%v stands to %v as it must not", graver, other)
	}
	return ""
}

// findPair returns two ratings that break a rule, or ok.
func findPair(m *risk.Method, rule risk.MethodRule) (graver, other risk.Cell, ok bool) {
	if rule == risk.RuleNotRated {
		for c := range risk.Cells() {
			for full := range completions(c) {
				if m.Compare(c, full) < 0 {
					return c, full, false
				}
			}
		}
		return 0, 0, true
	}
	if int(rule) >= len(rules) || rules[rule] == nil {
		return 0, 0, true
	}
	holds := rules[rule]
	var cells []pairSide
	for c := range risk.Cells() {
		if c.Complete() {
			cells = append(cells, pairSide{c, c.Rating()})
		}
	}
	for i := range cells {
		for j := range cells {
			if !holds(m, &cells[i], &cells[j]) {
				return cells[i].cell, cells[j].cell, false
			}
		}
	}
	return 0, 0, true
}
