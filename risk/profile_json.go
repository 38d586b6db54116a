package risk

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
)

// MarshalJSON returns the JSON form: the version, and for each cell that has
// risks, in ascending order, its vector and their number. Equal profiles have
// equal bytes.
func (p *Profile) MarshalJSON() ([]byte, error) {
	b := []byte(`{"version":` + strconv.Itoa(ProfileVersion) + `,"counts":[`)
	for c, n := range p.Counts() {
		if b[len(b)-1] != '[' {
			b = append(b, ',')
		}
		b = append(b, `{"rating":"`...)
		b, _ = c.Rating().AppendText(b) // a cell is valid
		b = append(b, `","count":`...)
		b = strconv.AppendUint(b, n, 10)
		b = append(b, '}')
	}
	return append(b, "]}"...), nil
}

// UnmarshalJSON reads the JSON form, with the cells in any order but each once
// at most. It returns a *[ProfileFormatError] for anything else, also for a
// member that it does not know. Its memory is that of one profile and of the
// longest text in b. As is the custom, null changes nothing.
func (p *Profile) UnmarshalJSON(b []byte) error {
	if string(bytes.TrimSpace(b)) == "null" {
		return nil
	}
	r := profileReader{dec: json.NewDecoder(bytes.NewReader(b))}
	r.dec.UseNumber()
	if err := r.document(); err != nil {
		return err
	}
	*p = r.profile
	return nil
}

// profileReader reads the JSON form token by token.
type profileReader struct {
	dec     *json.Decoder
	profile Profile
}

// malformed is an error of the JSON form.
func malformed(why string) error { return &ProfileFormatError{-1, why} }

// token returns the next token; it must be want, unless want is nil.
func (r *profileReader) token(want json.Token, what string) (json.Token, error) {
	t, err := r.dec.Token()
	if err != nil {
		return nil, malformed("not JSON, or cut off, where there should be " + what)
	}
	if want != nil && t != want {
		return nil, malformed("there should be " + what)
	}
	return t, nil
}

// document reads the whole of it.
func (r *profileReader) document() error {
	var version, counts bool
	err := r.object("a profile", func(key string) error {
		switch {
		case key == "version" && !version:
			version = true
			_, err := r.token(json.Number(strconv.Itoa(ProfileVersion)), fmt.Sprintf("version %d, the only one that is known", ProfileVersion))
			return err
		case key == "counts" && !counts:
			counts = true
			return r.counts()
		}
		return malformed("a member that is not known or is there twice; a profile has version and counts")
	})
	if err != nil {
		return err
	}
	if !version || !counts {
		return malformed("a profile has both version and counts")
	}
	if _, err := r.dec.Token(); err != io.EOF {
		return malformed("something stands after the end")
	}
	return nil
}

// object reads an object; member reads the value of each key.
func (r *profileReader) object(what string, member func(key string) error) error {
	if _, err := r.token(json.Delim('{'), what); err != nil {
		return err
	}
	for r.dec.More() {
		key, err := r.token(nil, "a member")
		if err != nil {
			return err
		}
		name, _ := key.(string)
		if err := member(name); err != nil {
			return err
		}
	}
	_, err := r.token(json.Delim('}'), "the end of an object")
	return err
}

// counts reads the list of cells.
func (r *profileReader) counts() error {
	if _, err := r.token(json.Delim('['), "a list of counts"); err != nil {
		return err
	}
	for r.dec.More() {
		if err := r.entry(); err != nil {
			return err
		}
	}
	_, err := r.token(json.Delim(']'), "the end of the list of counts")
	return err
}

// entry reads one cell with its number of risks.
func (r *profileReader) entry() error {
	var rating, count bool
	var cell Cell
	var n uint64
	err := r.object("a rating with its count", func(key string) error {
		value, err := r.token(nil, "a rating or a count")
		if err != nil {
			return err
		}
		switch {
		case key == "rating" && !rating:
			rating = true
			text, ok := value.(string)
			parsed, err := ParseRating(text)
			if !ok || err != nil {
				return malformed("a rating that is not the vector of one")
			}
			cell = parsed.cell()
			return nil
		case key == "count" && !count:
			count = true
			number, _ := value.(json.Number)
			n, err = strconv.ParseUint(number.String(), 10, 64)
			if err != nil || n == 0 {
				return malformed("a count that is not a whole number from 1")
			}
			return nil
		}
		return malformed("a member that is not known or is there twice; a count has rating and count")
	})
	switch {
	case err != nil:
		return err
	case !rating || !count:
		return malformed("a count has both rating and count")
	case r.profile.Count(cell) != 0:
		return malformed("the rating " + cell.String() + " is counted twice")
	case r.profile.AddCount(cell, n) != nil:
		return malformed(fmt.Sprintf("more risks than the %d that a profile counts", uint64(MaxProfile)))
	}
	return nil
}
