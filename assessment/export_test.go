package assessment

import (
	"fmt"
	"reflect"

	"github.com/hrdd-go/hrdd/internal/jsonbind"
	"github.com/hrdd-go/hrdd/internal/jsonpos"
)

// Agree returns an error if the typed pass and jsonschema/v5 do not agree
// whether a text is what the schema accepts.
func Agree(data []byte, limits Limits) (accepted bool, err error) {
	opts := DecodeOptions{Limits: limits.orDefaults()}
	plan, err := boundPlan()
	if err != nil {
		return false, err
	}
	d := &jsonbind.Decoder{Scanner: jsonpos.NewScanner(data, opts.Limits.scan())}
	fast := plan.Decode(d, reflect.ValueOf(new(Assessment)))
	if fast == nil {
		fast = d.Scanner.End()
	}
	r := &reporter{data: data, opts: opts}
	ok := r.scan()
	if ok {
		if err := r.wholeForm(); err != nil {
			return false, err
		}
	}
	if ok {
		for _, n := range []int{1, 20, maxAsked} {
			parts := &reporter{data: data, opts: opts, asked: n}
			parts.scan()
			if err := parts.form(plan); err != nil {
				return false, err
			}
			if got, want := fmt.Sprint(parts.err()), fmt.Sprint(r.err()); got != want {
				return false, fmt.Errorf("asked about parts of %d values the schema says %s\nabout the whole %s", n, got, want)
			}
		}
	}
	slow := len(r.findings) > 0
	if slow != (fast != nil) {
		return false, fmt.Errorf("the typed pass says %v, the schema %v", fast, r.err())
	}
	s := jsonpos.NewScanner(data, opts.Limits.scan())
	s.Collect = func(*jsonpos.Error) {}
	lenient := &jsonbind.Decoder{Scanner: s, Lenient: true}
	if err := plan.Decode(lenient, reflect.ValueOf(new(Assessment))); ok && err != nil {
		return false, fmt.Errorf("the lenient pass stops: %w", err)
	}
	faults := false
	for _, f := range r.findings {
		switch f.Rule {
		case ruleEncoding, ruleDuplicate, ruleStringLength, ruleNumberLength:
			faults = true
		}
	}
	if ok && !faults && lenient.Breached != slow {
		return false, fmt.Errorf("the lenient pass found a breach: %v, the schema: %v", lenient.Breached, r.err())
	}
	return fast == nil, nil
}
