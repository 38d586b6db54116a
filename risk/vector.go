package risk

import (
	"database/sql/driver"
	"fmt"
	"strconv"
	"strings"
)

// vectorText is what a vector can be read from without being copied.
type vectorText interface{ string | []byte }

// VectorError says what is wrong with a text that should be a vector.
type VectorError struct {
	Offset int    // in bytes from 0, where the text goes wrong
	Found  string // what stands there, shortened; empty at the end, and for a text that does not begin as a vector does
	Want   string // what was expected
}

// Error gives the offset in bytes, what was found there and what would do. A text
// that does not start as a vector is not shown, for it may be anything.
func (e *VectorError) Error() string {
	found := strconv.QuoteToASCII(e.Found)
	switch {
	case e.Offset == 0:
		found = "another text"
	case e.Found == "":
		found = "the end"
	}
	return fmt.Sprintf("vector, offset %d: found %s, want %s", e.Offset, found, e.Want)
}

// ParseRating reads a rating in vector notation. Elements may come in any
// order; each must be there once. It returns a *[VectorError] for anything
// else, also for the vector of a range. It does not allocate.
func ParseRating(s string) (Rating, error) { return parseRating(s) }

// MustParseRating is [ParseRating] for vectors written in source code. It
// panics if s is not the vector of a rating.
func MustParseRating(s string) Rating {
	r, err := ParseRating(s)
	if err != nil {
		panic(err)
	}
	return r
}

// ParseRange reads a range, or a rating as a plain range, in vector notation.
// Elements may come in any order; each must be there once. It returns a
// *[VectorError] for anything else. It does not allocate.
func ParseRange(s string) (Range, error) { return parseRange(s) }

// MustParseRange is [ParseRange] for vectors written in source code. It panics
// if s is not the vector of a range.
func MustParseRange(s string) Range {
	r, err := ParseRange(s)
	if err != nil {
		panic(err)
	}
	return r
}

// UnmarshalText reads the vector of a rating and leaves r as it was on an
// error. It implements encoding.TextUnmarshaler.
func (r *Rating) UnmarshalText(b []byte) error { return assign(r, parseRating, b) }

// UnmarshalText reads the vector of a range and leaves r as it was on an
// error. It implements encoding.TextUnmarshaler.
func (r *Range) UnmarshalText(b []byte) error { return assign(r, parseRange, b) }

// Scan reads r from a text column that holds a vector; NULL is the zero
// Rating. It implements database/sql.Scanner.
func (r *Rating) Scan(src any) error { return scan(r, src, "rating") }

// Scan reads r from a text column that holds a vector; NULL is the zero Range.
// It implements database/sql.Scanner.
func (r *Range) Scan(src any) error { return scan(r, src, "range") }

// Value returns the vector of r. It implements driver.Valuer.
func (r Rating) Value() (driver.Value, error) { return stored(r.MarshalText()) }

// Value returns the vector of r. It implements driver.Valuer.
func (r Range) Value() (driver.Value, error) { return stored(r.MarshalText()) }

// assign sets *v to what parse reads.
func assign[V any](v *V, parse func([]byte) (V, error), b []byte) error {
	p, err := parse(b)
	if err != nil {
		return err
	}
	*v = p
	return nil
}

// scan sets *v from a database column.
func scan[V any, P interface {
	*V
	UnmarshalText([]byte) error
}](v P, src any, kind string) error {
	switch s := src.(type) {
	case nil:
		*v = *new(V)
		return nil
	case string:
		return v.UnmarshalText([]byte(s))
	case []byte:
		return v.UnmarshalText(s)
	}
	return fmt.Errorf("cannot read a %s from a column of type %T; store its vector as text", kind, src)
}

// stored returns the database form of a vector.
func stored(b []byte, err error) (driver.Value, error) {
	if err != nil {
		return nil, err
	}
	return string(b), nil
}

// vectorValues holds, for each dimension, the value that a letter stands for plus
// one, so that 0 is no value.
var vectorValues = [...][256]uint8{
	DimScale:           {'X': 1, '1': 2, '2': 3, '3': 4, '4': 5, '5': 6},
	DimScope:           {'X': 1, '1': 2, '2': 3, '3': 4, '4': 5, '5': 6},
	DimIrremediability: {'X': 1, '1': 2, '2': 3, '3': 4, '4': 5, '5': 6},
	DimLikelihood:      {'X': 1, '1': 2, '2': 3, '3': 4, '4': 5, '5': 6, 'A': 7},
	DimDelay:           {'X': 1, 'N': 2, 'Y': 3},
}

// parseRating reads a rating: canonical vectors by their fixed shape, all
// others, and whatever is wrong, by the parser of ranges.
func parseRating[T vectorText](s T) (Rating, error) {
	if r, ok := parseCanonical(s); ok {
		return r, nil
	}
	p := vectorParser[T]{in: s}
	r, err := p.parse()
	if err != nil {
		return Rating{}, err
	}
	if p.dash > 0 {
		return Rating{}, p.fail(p.dash, "one value for each dimension; a text that may hold a range is read by ParseRange")
	}
	return r.Lo, nil
}

// parseRange reads a range.
func parseRange[T vectorText](s T) (Range, error) {
	if r, ok := parseCanonical(s); ok {
		return RangeOf(r), nil
	}
	p := vectorParser[T]{in: s}
	return p.parse()
}

// parseCanonical reads the vector of a rating that has its elements in
// canonical order, which is how nearly all vectors are written.
func parseCanonical[T vectorText](s T) (r Rating, ok bool) {
	if len(s) != vectorLen ||
		string(s[:10]) != "HRS:1/SCA:" || string(s[11:16]) != "/SCO:" || string(s[17:22]) != "/IRR:" ||
		string(s[23:28]) != "/LIK:" || string(s[29:34]) != "/DEL:" {
		return Rating{}, false
	}
	scale, scope, irr := vectorValues[DimScale][s[10]], vectorValues[DimScope][s[16]], vectorValues[DimIrremediability][s[22]]
	lik, delay := vectorValues[DimLikelihood][s[28]], vectorValues[DimDelay][s[34]]
	if scale == 0 || scope == 0 || irr == 0 || lik == 0 || delay == 0 {
		return Rating{}, false
	}
	return Rating{Level(scale - 1), Level(scope - 1), Level(irr - 1), Likelihood(lik - 1), Answer(delay - 1)}, true
}

// vectorParser reads a vector from left to right.
type vectorParser[T vectorText] struct {
	in   T
	at   int // the next byte to read
	dash int // the offset of the first range, 0 for none
}

// parse reads the whole text.
func (p *vectorParser[T]) parse() (Range, error) {
	if !p.skip("HRS:") {
		return Range{}, p.fail(p.at, `HRS:1 in front of every vector, in upper case`)
	}
	if !p.skip("1") || p.at < len(p.in) && p.in[p.at] != '/' {
		return Range{}, p.fail(len("HRS:"), "version 1, the only one that this library reads, and then a slash")
	}
	var r Range
	var seen Dimensions
	for p.at < len(p.in) {
		d, err := p.key(seen)
		if err != nil {
			return Range{}, err
		}
		seen = seen.With(d)
		lo, hi, err := p.span(d)
		if err != nil {
			return Range{}, err
		}
		r.Lo, r.Hi = r.Lo.with(d, lo), r.Hi.with(d, hi)
	}
	for d := DimScale; d <= DimDelay; d++ {
		if !seen.Has(d) {
			return Range{}, p.fail(p.at, "/"+vectorKeys[d]+": and a value, X if it is not rated")
		}
	}
	return r, nil
}

// key reads the slash, the name and the colon of an element.
func (p *vectorParser[T]) key(seen Dimensions) (Dimension, error) {
	if !p.skip("/") {
		return 0, p.fail(p.at, "a slash or the end")
	}
	for d := DimScale; d <= DimDelay; d++ {
		start := p.at
		if !p.skip(vectorKeys[d]) {
			continue
		}
		if seen.Has(d) {
			return 0, p.fail(start, "each element once; this one has been given before")
		}
		if !p.skip(":") {
			return 0, p.fail(p.at, "a colon")
		}
		return d, nil
	}
	var left []string
	for d := DimScale; d <= DimDelay; d++ {
		if !seen.Has(d) {
			left = append(left, vectorKeys[d])
		}
	}
	if len(left) == 0 {
		return 0, p.fail(p.at-1, "the end")
	}
	return 0, p.fail(p.at, "one of "+strings.Join(left, ", ")+", in upper case")
}

// span reads a value or two with a dash between them.
func (p *vectorParser[T]) span(d Dimension) (lo, hi uint8, err error) {
	start := p.at
	lo, ok := p.value(d)
	if !ok {
		return 0, 0, p.fail(start, wantedLetters[d])
	}
	dash := p.at
	if !p.skip("-") {
		return lo, lo, nil
	}
	if p.dash == 0 {
		p.dash = dash
	}
	if start = p.at; lo == 0 {
		return 0, 0, p.fail(dash, "a slash or the end; what is not rated has no range")
	}
	if hi, ok = p.value(d); !ok || hi == 0 {
		return 0, 0, p.fail(start, "the upper end of the range")
	}
	if hi == lo {
		return 0, 0, p.fail(start, "a value above the lower end; a range with equal ends is written as one value")
	}
	if why := badSpan(d, lo, hi); why != "" {
		return 0, 0, p.fail(start, why)
	}
	return lo, hi, nil
}

// wantedLetters says what each dimension takes in a vector.
var wantedLetters = [...]string{
	DimScale:           "1 to 5, or X if it is not rated",
	DimScope:           "1 to 5, or X if it is not rated",
	DimIrremediability: "1 to 5, or X if it is not rated",
	DimLikelihood:      "1 to 5, A for harm that has happened, or X if it is not rated",
	DimDelay:           "Y or N, or X if it is not known",
}

// value reads the letter of a value.
func (p *vectorParser[T]) value(d Dimension) (v uint8, ok bool) {
	if p.at >= len(p.in) || vectorValues[d][p.in[p.at]] == 0 {
		return 0, false
	}
	v = vectorValues[d][p.in[p.at]] - 1
	p.at++
	return v, true
}

// skip moves past want if the text goes on with it.
func (p *vectorParser[T]) skip(want string) bool {
	if len(p.in)-p.at < len(want) || string(p.in[p.at:p.at+len(want)]) != want {
		return false
	}
	p.at += len(want)
	return true
}

// fail returns the error at an offset. It shows the rest of the element there,
// but nothing of a text that is no vector at all: where a wrong column is read
// that may be the name of a person.
func (p *vectorParser[T]) fail(offset int, want string) error {
	const most = 16
	if offset == 0 {
		return &VectorError{Want: want}
	}
	end := offset
	for end < len(p.in) && end-offset < most && (end == offset || p.in[end] != '/') {
		end++
	}
	return &VectorError{Offset: offset, Found: string(p.in[offset:end]), Want: want}
}
