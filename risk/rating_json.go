package risk

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// MarshalJSON returns r as an object in which what is not rated is left out:
// {"scale":4,"scope":3,"likelihood":"actual","delay":"yes"}. It returns a
// *[RatingError] if r is not valid.
func (r Rating) MarshalJSON() ([]byte, error) { return RangeOf(r).MarshalJSON() }

// UnmarshalJSON reads the object that MarshalJSON writes. 0 and null also mean
// not rated; null for the whole is a rating in which nothing is stated. It
// returns a *[RatingError] for a value that a dimension does not have and for a
// dimension that is given twice, an error for a member that is no dimension, and
// leaves r as it was on any error.
func (r *Rating) UnmarshalJSON(b []byte) error {
	var x Range
	if err := x.UnmarshalJSON(b); err != nil {
		return err
	}
	plain, ok := x.Plain()
	if !ok {
		for d := range x.Open().All() {
			if lo, hi := x.Lo.at(d), x.Hi.at(d); lo != hi {
				return &RatingError{Dimension: d, Found: fmt.Sprintf("%d to %d", lo, hi), Want: "one value; a plain rating has no range"}
			}
		}
	}
	*r = plain
	return nil
}

// MarshalJSON returns r as an object like that of a [Rating], in which a
// dimension whose ends differ is an array of the two:
// {"scale":[2,4],"scope":3,"delay":["no","yes"]}. It returns a *[RatingError]
// if r is not valid.
func (r Range) MarshalJSON() ([]byte, error) {
	if err := r.Check(); err != nil {
		return nil, err
	}
	b := append(make([]byte, 0, 96), '{')
	for d := DimScale; d <= DimDelay; d++ {
		lo, hi := r.Lo.at(d), r.Hi.at(d)
		if lo == 0 {
			continue
		}
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = append(b, '"')
		b = append(b, dimensionText.String(d)...)
		b = append(b, '"', ':')
		if lo == hi {
			b = appendValue(b, d, lo)
			continue
		}
		b = appendValue(append(b, '['), d, lo)
		b = append(appendValue(append(b, ','), d, hi), ']')
	}
	return append(b, '}'), nil
}

// actualText stands for Occurred in JSON.
const actualText = "actual"

// appendValue appends the JSON of a rated value.
func appendValue(b []byte, d Dimension, v uint8) []byte {
	switch {
	case d == DimDelay:
		return append(append(append(b, '"'), Answer(v).String()...), '"')
	case d == DimLikelihood && Likelihood(v) == Occurred:
		return append(b, `"`+actualText+`"`...)
	}
	return strconv.AppendUint(b, uint64(v), 10)
}

// UnmarshalJSON reads the object that MarshalJSON writes. 0 and null also mean
// not rated; null for the whole is a range in which nothing is stated. It
// returns a *[RatingError] for a value that a dimension does not have and for a
// dimension that is given twice, an error for a member that is no dimension, and
// leaves r as it was on any error.
func (r *Range) UnmarshalJSON(b []byte) error {
	if string(bytes.TrimSpace(b)) == "null" {
		*r = Range{}
		return nil
	}
	x, err := readRange(json.NewDecoder(bytes.NewReader(b)))
	if err != nil {
		return err
	}
	if err := x.Check(); err != nil {
		return err
	}
	*r = x
	return nil
}

// errNoRating says that JSON is not a rating. What was found is not in it: it
// may be anything.
var errNoRating = errors.New("rating: want an object with scale, scope, irremediability, likelihood and delay, and nothing else")

// readRange reads an object whose members are dimensions, each once, spelled as
// they are written.
func readRange(dec *json.Decoder) (Range, error) {
	var x Range
	var seen Dimensions
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return Range{}, errNoRating
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return Range{}, errNoRating
		}
		d, err := dimensionText.Parse(key.(string)) // the key of an object is a string
		if err != nil || d == DimensionNotStated {
			return Range{}, errNoRating
		}
		if seen.Has(d) {
			return Range{}, &RatingError{Dimension: d, Found: "given twice", Want: "it once"}
		}
		seen = seen.With(d)
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return Range{}, errNoRating
		}
		lo, hi, err := readSpan(d, raw)
		if err != nil {
			return Range{}, err
		}
		x.Lo, x.Hi = x.Lo.with(d, lo), x.Hi.with(d, hi)
	}
	if _, err := dec.Token(); err != nil { // the brace at the end
		return Range{}, errNoRating
	}
	if _, err := dec.Token(); err != io.EOF {
		return Range{}, errNoRating
	}
	return x, nil
}

// wantedJSON says what each dimension of a range takes in JSON.
var wantedJSON = [...]string{
	DimScale:           "a whole number from 1 to 5 or an array of two of them, or leave it out if it is not rated",
	DimScope:           "a whole number from 1 to 5 or an array of two of them, or leave it out if it is not rated",
	DimIrremediability: "a whole number from 1 to 5 or an array of two of them, or leave it out if it is not rated",
	DimLikelihood:      "a whole number from 1 to 5, an array of two of them or \"actual\", or leave it out if it is not rated",
	DimDelay:           "\"yes\", \"no\" or [\"no\",\"yes\"], or leave it out if it is not known",
}

// readSpan reads one value of a dimension or an array of two.
func readSpan(d Dimension, raw json.RawMessage) (lo, hi uint8, err error) {
	if len(raw) == 0 || string(raw) == "null" {
		return 0, 0, nil
	}
	if raw[0] != '[' {
		lo, ok := readValue(d, raw)
		if !ok {
			return 0, 0, badValue(d, raw)
		}
		return lo, lo, nil
	}
	var ends []json.RawMessage
	if err := json.Unmarshal(raw, &ends); err != nil || len(ends) != 2 {
		return 0, 0, badValue(d, raw)
	}
	lo, ok := readValue(d, ends[0])
	hi, ok2 := readValue(d, ends[1])
	if !ok || !ok2 || lo == 0 || hi == 0 {
		return 0, 0, badValue(d, raw)
	}
	return lo, hi, nil
}

// readValue reads one value of a dimension.
func readValue(d Dimension, raw json.RawMessage) (v uint8, ok bool) {
	switch s := string(raw); {
	case d == DimDelay && s == `"unknown"`:
		return uint8(Unknown), true
	case d == DimDelay && s == `"no"`:
		return uint8(No), true
	case d == DimDelay && s == `"yes"`:
		return uint8(Yes), true
	case d == DimDelay:
		return 0, false
	case d == DimLikelihood && s == `"`+actualText+`"`:
		return uint8(Occurred), true
	case len(s) == 1 && s[0] >= '0' && s[0] <= '5':
		return s[0] - '0', true
	}
	return 0, false
}

// badValue returns the error of a value that a dimension does not have. It shows
// numbers and says of anything else what kind of thing it is: a text may hold
// what must not be in an error.
func badValue(d Dimension, raw json.RawMessage) error {
	const most = 20
	found := string(raw)
	switch {
	case raw[0] == '"':
		found = "a text"
	case raw[0] == '{':
		found = "an object"
	case strings.ContainsFunc(found, func(r rune) bool { return !strings.ContainsRune("0123456789+-.eE[], \t\r\n", r) }):
		found = "a value of another kind"
	case len(found) > most:
		found = found[:most] + "…"
	}
	return &RatingError{Dimension: d, Found: found, Want: wantedJSON[d]}
}
