package assessment

import (
	"errors"
	"reflect"
	"sync"

	"github.com/hrdd-go/hrdd/internal/jsonbind"
	"github.com/hrdd-go/hrdd/internal/jsonpos"
	"github.com/hrdd-go/hrdd/supplier"
)

// bound is the schema as it is bound to the Go types, on first use.
var bound struct {
	once sync.Once
	plan *jsonbind.Plan
	err  error
}

func boundPlan() (*jsonbind.Plan, error) {
	bound.once.Do(func() { bound.plan, bound.err = jsonbind.Compile(schemaText, reflect.TypeFor[Assessment]()) })
	return bound.plan, bound.err
}

// decode1 reads a document of version 1. One strict typed pass tells whether
// it is right; if it is not, the reporter finds out everything that is wrong.
func decode1(data []byte, opts DecodeOptions) (*Assessment, error) {
	plan, err := boundPlan()
	if err != nil {
		return nil, err
	}
	a := new(Assessment)
	d := &jsonbind.Decoder{Scanner: jsonpos.NewScanner(data, opts.Limits.scan()), KeepUnknown: opts.KeepUnknown}
	err = plan.Decode(d, reflect.ValueOf(a))
	if err == nil {
		err = d.Scanner.End()
	}
	if err == nil {
		err = a.keepExtensions(data, d, plan, opts.Limits.scan())
	}
	if err != nil || len(d.Faulty) > 0 || !consistent(data, a, d, plan, opts.Transitions) {
		return nil, report(data, opts, plan)
	}
	if opts.AlwaysSchema {
		r := &reporter{data: data, opts: opts}
		if err := r.wholeForm(); err != nil {
			return nil, err
		}
		if err := r.err(); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// report returns everything that is wrong with a document: with its text, with
// its form, for which jsonschema/v5 is asked, and with what it says.
func report(data []byte, opts DecodeOptions, plan *jsonbind.Plan) error {
	r := &reporter{data: data, opts: opts}
	if !r.scan() {
		return r.err()
	}
	if err := r.form(plan); err != nil {
		return err
	}
	if !r.full() { // what comes on top would not be listed
		r.meaning(plan)
	}
	if len(r.findings) == 0 {
		return errDisagree
	}
	return r.err()
}

// errDisagree says that the typed pass found something and the reporter found
// nothing. Tests hold that it does not happen.
var errDisagree = errors.New("the library's own checks and its JSON Schema do not agree about this document; please report it")

// values notes the values that cannot be held, but for those that are known to
// be wrong, and for claimed places that cannot be: checkLinkage says all that is
// wrong with those.
func (r *reporter) values(faulty []jsonbind.ValueError) {
	known := make(map[int]bool, len(r.findings))
	for _, f := range r.findings {
		known[f.offset] = true
	}
	for _, v := range faulty {
		var place *supplier.ProximityError
		if !known[v.Offset] && !errors.As(v.Err, &place) {
			r.note(valueFinding(r.data, v))
		}
	}
}

// meaningOfPart does what the method meaning does, for an entry of a list or a
// member, of which plan is the plan. It returns the ids and references that
// could be read.
func (r *reporter) meaningOfPart(plan *jsonbind.Plan, meaning func(entry any, report reportFunc)) []jsonbind.Use {
	s := jsonpos.NewScanner(nil, r.opts.Limits.scan())
	s.Reset(r.data, 0, r.depth)
	s.Collect = func(*jsonpos.Error) {} // noted already
	d := &jsonbind.Decoder{Scanner: s, KeepUnknown: true, Lenient: true}
	v := reflect.New(plan.Type())
	if err := plan.Decode(d, v); err != nil {
		return nil
	}
	r.values(d.Faulty)
	if meaning != nil {
		meaning(v.Interface(), func(pointer, rule, found, want string) {
			r.add(Problem{Pointer: pointer, Rule: rule, Found: found, Want: want})
		})
	}
	return d.Uses
}

// meaning reads what can be read of a document that may break the schema, and
// notes what is wrong with what it says.
func (r *reporter) meaning(plan *jsonbind.Plan) {
	a := new(Assessment)
	s := jsonpos.NewScanner(r.data, r.opts.Limits.scan())
	s.Collect = func(*jsonpos.Error) {} // noted already
	d := &jsonbind.Decoder{Scanner: s, KeepUnknown: true, Lenient: true}
	if err := plan.Decode(d, reflect.ValueOf(a)); err != nil {
		return
	}
	if err := a.keepExtensions(r.data, d, plan, r.opts.Limits.scan()); err != nil {
		return
	}
	r.values(d.Faulty)
	broken := map[string]bool{}
	for _, list := range plan.Lists() {
		broken[list] = r.listBroken(list)
	}
	for f := range check(r.data, a, d, plan, r.opts.Transitions) {
		if f.Rule == ruleDangling && broken[f.list] {
			continue // the list may have it under an id that cannot be read
		}
		r.note(f)
	}
}
