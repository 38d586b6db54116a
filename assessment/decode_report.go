package assessment

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/hrdd-go/hrdd/internal/jsonbind"
	"github.com/hrdd-go/hrdd/internal/jsonpos"
)

// finding is a problem whose place is not yet worked out.
type finding struct {
	Problem
	offset int    // in the text; negative if the pointer says the place
	atName bool   // the place is that of the member's name, not of its value
	list   string // in which an identity was looked for
}

// reporter gathers what is wrong with a text: a document, or a part of one.
type reporter struct {
	data     []byte
	opts     DecodeOptions
	findings []finding         // no more than are to be listed
	more     int               // that were found and are not to be listed
	typed    *jsonbind.Decoder // of the typed pass over parts
	asked    int               // what takes the place of maxAsked, for tests; 0 for that itself

	// Of a part of a document:
	schemaPart   string // JSON pointer into the schema
	prefix       string // JSON pointer of the part
	depth        int    // of the arrays and objects that it stands in
	line, column int    // where it starts, from 0
}

// note notes a finding.
func (r *reporter) note(f finding) {
	if r.full() {
		r.more++
		return
	}
	r.findings = append(r.findings, f)
}

// full reports whether as many findings are noted as are to be listed.
func (r *reporter) full() bool { return len(r.findings) >= r.opts.Limits.Problems }

// scan reads the whole text, and reports whether it is JSON within the limits.
func (r *reporter) scan() bool {
	s := jsonpos.NewScanner(nil, r.opts.Limits.scan())
	s.Reset(r.data, 0, r.depth)
	s.Collect = r.fault
	err := s.Skip()
	if err == nil {
		err = s.End()
	}
	var fault *jsonpos.Error
	if errors.As(err, &fault) {
		r.fault(fault)
	}
	return err == nil
}

// faultRules gives the rule that each fault of a text breaks.
var faultRules = [...]struct{ rule, want string }{
	jsonpos.Syntax:          {ruleSyntax, "write JSON as RFC 8259 has it"},
	jsonpos.Encoding:        {ruleEncoding, "save the document as UTF-8"},
	jsonpos.DuplicateKey:    {ruleDuplicate, "keep the one that is meant"},
	jsonpos.TooDeep:         {ruleDepth, "raise the limit if the document is to be trusted"},
	jsonpos.StringTooLong:   {ruleStringLength, "raise the limit if the document is to be trusted"},
	jsonpos.NumberTooLong:   {ruleNumberLength, "write a number that fits"},
	jsonpos.TooManyElements: {ruleElements, "raise the limit if the document is to be trusted, or read it with a Stream"},
}

// fault notes a fault of the text.
func (r *reporter) fault(e *jsonpos.Error) {
	rule := faultRules[e.Fault]
	r.note(finding{Problem: Problem{Rule: rule.rule, Found: e.Detail, Want: rule.want}, offset: e.Offset})
}

// err returns the findings with their places, in the order of the places.
func (r *reporter) err() error {
	if len(r.findings) == 0 {
		return nil
	}
	r.place()
	e := &DocumentError{Omitted: r.more}
	for _, f := range r.findings {
		f.Pointer = discreet(f.Pointer)
		e.Problems = append(e.Problems, f.Problem)
	}
	return e
}

// place works out pointers, lines and columns, and puts the findings in the
// order of their places.
func (r *reporter) place() {
	limits := r.opts.Limits.scan()
	var offsets []int
	var pointers []string
	for _, f := range r.findings {
		if f.offset >= 0 {
			offsets = append(offsets, f.offset)
		} else {
			pointers = append(pointers, f.Pointer)
		}
	}
	found := jsonpos.PointersAt(r.data, limits, offsets)
	places := jsonpos.Locate(r.data, limits, pointers)
	for i := range r.findings {
		f := &r.findings[i]
		if f.offset >= 0 {
			f.Pointer, found = found[0], found[1:]
		} else if f.offset = places[f.Pointer].Value; f.atName {
			f.offset = places[f.Pointer].Key
		}
	}
	slices.SortStableFunc(r.findings, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.offset, b.offset), strings.Compare(a.Pointer, b.Pointer), strings.Compare(a.Rule, b.Rule), strings.Compare(a.Found, b.Found))
	})
	lines := jsonpos.NewLines(r.data)
	for i := range r.findings {
		f := &r.findings[i]
		if f.Line, f.Column = lines.At(f.offset); f.Line == 1 {
			f.Column += r.column
		}
		f.Line += r.line
		f.Pointer = r.prefix + f.Pointer
	}
}
