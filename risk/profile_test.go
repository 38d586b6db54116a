package risk_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/risk"
)

// cells returns n cells drawn from all, so that some occur often.
func cells(r *rand.Rand, n int) []risk.Cell {
	all := make([]risk.Cell, n)
	for i := range all {
		all[i] = risk.Cell(r.IntN(risk.NumCells))
		if r.IntN(2) == 0 {
			all[i] %= 50
		}
	}
	return all
}

// slowProfile counts cells in a map.
func slowProfile(cells []risk.Cell) map[risk.Cell]uint64 {
	counts := map[risk.Cell]uint64{}
	for _, c := range cells {
		counts[c]++
	}
	return counts
}

func checkCounts(t *testing.T, p *risk.Profile, want map[risk.Cell]uint64) {
	t.Helper()
	total, before := uint64(0), -1
	for c, n := range p.Counts() {
		if n == 0 || n != want[c] || int(c) <= before {
			t.Fatalf("%d risks at %d after %d, want %d", n, c, before, want[c])
		}
		total, before = total+n, int(c)
	}
	sum := uint64(0)
	for _, n := range want {
		sum += n
	}
	if total != sum || p.Total() != sum {
		t.Fatalf("%d risks, a total of %d, want %d", total, p.Total(), sum)
	}
}

func bin(t *testing.T, p *risk.Profile) string {
	t.Helper()
	b, err := p.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestAProfileCountsEveryCell(t *testing.T) {
	var p risk.Profile
	want := map[risk.Cell]uint64{}
	for c := range risk.Cells() {
		if err := p.Add(c.Rating()); err != nil {
			t.Fatal(err)
		}
		if err := p.AddCount(c, uint64(c)); err != nil {
			t.Fatal(err)
		}
		want[c] = 1 + uint64(c)
	}
	checkCounts(t, &p, want)
	for c := range risk.Cells() {
		if err := p.Remove(c.Rating()); err != nil {
			t.Fatal(err)
		}
		if err := p.RemoveCount(c, uint64(c)); err != nil {
			t.Fatal(err)
		}
	}
	if bin(t, &p) != bin(t, new(risk.Profile)) || !p.Equal(new(risk.Profile)) {
		t.Error("a profile from which all was taken is not empty")
	}
}

func TestManyCellsAreAddedAsOneByOne(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for _, n := range []int{0, 1, 3, 4, 5, 4095, 4096, 4097, 20_001} {
		all := cells(r, n)
		var p risk.Profile
		if err := p.AddCells(all); err != nil {
			t.Fatal(err)
		}
		checkCounts(t, &p, slowProfile(all))
		q, err := risk.ProfileOf(func(yield func(risk.Rating) bool) {
			for _, c := range all {
				if !yield(c.Rating()) {
					return
				}
			}
		})
		if err != nil || !p.Equal(q) {
			t.Fatalf("%d: one by one differs, %v", n, err)
		}
		if err := p.RemoveCells(all); err != nil || p.Total() != 0 || !p.Equal(new(risk.Profile)) {
			t.Fatalf("%d: taken away, %d are left, %v", n, p.Total(), err)
		}
	}
}

func TestMergingInAnyOrderGivesTheSameBytes(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	all := cells(r, 5000)
	var whole risk.Profile
	if err := whole.AddCells(all); err != nil {
		t.Fatal(err)
	}
	wantJSON, err := json.Marshal(&whole)
	if err != nil {
		t.Fatal(err)
	}
	for range 50 {
		parts := make([]*risk.Profile, 1+r.IntN(9))
		for i := range parts {
			parts[i] = new(risk.Profile)
		}
		for _, i := range r.Perm(len(all)) {
			if err := parts[r.IntN(len(parts))].AddCount(all[i], 1); err != nil {
				t.Fatal(err)
			}
		}
		for len(parts) > 1 { // in any order and grouping
			i := r.IntN(len(parts) - 1)
			if err := parts[i].Merge(parts[i+1]); err != nil {
				t.Fatal(err)
			}
			parts = slices.Delete(parts, i+1, i+2)
		}
		if bin(t, parts[0]) != bin(t, &whole) || !parts[0].Equal(&whole) {
			t.Fatal("the merged parts have other bytes than the whole")
		}
		if got, err := json.Marshal(parts[0]); err != nil || !bytes.Equal(got, wantJSON) {
			t.Fatal("the merged parts have other JSON than the whole")
		}
	}
}

func TestSubtractingUndoesMerging(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	for range 50 {
		var p, q risk.Profile
		if err := errors.Join(p.AddCells(cells(r, r.IntN(300))), q.AddCells(cells(r, r.IntN(300)))); err != nil {
			t.Fatal(err)
		}
		before, other := bin(t, &p), bin(t, &q)
		if err := errors.Join(p.Merge(&q), p.Subtract(&q)); err != nil {
			t.Fatal(err)
		}
		if bin(t, &p) != before || bin(t, &q) != other {
			t.Fatal("it is not as it was")
		}
		if err := errors.Join(p.Merge(&p), p.Subtract(&p)); err != nil || p.Total() != 0 {
			t.Fatalf("a profile less itself has %d risks, %v", p.Total(), err)
		}
	}
}

func TestWhatIsNotThereCannotBeTakenAway(t *testing.T) {
	a, b := risk.Cell(7), risk.Cell(4000)
	var p risk.Profile
	if err := p.AddCells([]risk.Cell{a, b, b}); err != nil {
		t.Fatal(err)
	}
	before := bin(t, &p)
	var more risk.Profile
	if err := more.AddCells([]risk.Cell{b, b, b, a}); err != nil {
		t.Fatal(err)
	}
	for name, take := range map[string]func() error{
		"a rating":           func() error { return p.Remove(risk.Cell(8).Rating()) },
		"too many":           func() error { return p.RemoveCount(b, 3) },
		"too many in cells":  func() error { return p.RemoveCells([]risk.Cell{a, b, b, b}) },
		"too many in all":    func() error { return p.Subtract(&more) },
		"from an empty one":  func() error { return new(risk.Profile).Subtract(&p) },
		"cells from empty":   func() error { return new(risk.Profile).RemoveCells([]risk.Cell{a}) },
		"a count from empty": func() error { return new(risk.Profile).RemoveCount(a, 1) },
	} {
		var why *risk.ProfileError
		if err := take(); !errors.As(err, &why) || why.Total || why.Given <= why.Have || why.Error() == "" {
			t.Errorf("%s: %v", name, err)
		}
		if bin(t, &p) != before {
			t.Fatalf("%s: the profile changed", name)
		}
	}
}

func TestWhatIsNoRatingIsNotCounted(t *testing.T) {
	var p risk.Profile
	if err := p.AddCells([]risk.Cell{1, 2, 3}); err != nil {
		t.Fatal(err)
	}
	before := bin(t, &p)
	long := make([]risk.Cell, 10_000)
	long[9999] = risk.NumCells
	for name, c := range map[string]struct {
		err error
		at  int
	}{
		"add":          {p.Add(risk.Rating{Scale: 6}), -1},
		"remove":       {p.Remove(risk.Rating{Scale: 6}), -1},
		"add count":    {p.AddCount(risk.NumCells, 1), -1},
		"remove count": {p.RemoveCount(math.MaxUint16, 1), -1},
		"add few":      {p.AddCells([]risk.Cell{1, risk.NumCells}), 1},
		"add many":     {p.AddCells(long), 9999},
		"remove few":   {p.RemoveCells([]risk.Cell{1, 2, 60_000}), 2},
	} {
		var rating *risk.RatingError
		var cell *risk.CellRangeError
		var item *risk.ItemError
		if !errors.As(c.err, &rating) && !errors.As(c.err, &cell) || errors.As(c.err, &item) != (c.at >= 0) || c.at >= 0 && item.Index != c.at {
			t.Errorf("%s: %v", name, c.err)
		}
	}
	if _, err := risk.ProfileOf(slices.Values([]risk.Rating{{}, {Delay: 3}})); err == nil || !strings.Contains(err.Error(), "item 1") {
		t.Errorf("a profile of what is no rating: %v", err)
	}
	if bin(t, &p) != before || p.Count(risk.NumCells) != 0 {
		t.Error("the profile changed")
	}
}

func TestAProfileIsFullBeforeItCountsWrong(t *testing.T) {
	var p risk.Profile
	if err := p.AddCount(5, risk.MaxProfile-1); err != nil {
		t.Fatal(err)
	}
	before := bin(t, &p)
	for name, err := range map[string]error{
		"count": p.AddCount(6, 2), "greatest": p.AddCount(5, math.MaxUint64), "cells": p.AddCells([]risk.Cell{1, 2}), "merge": p.Merge(&p),
	} {
		var why *risk.ProfileError
		if !errors.As(err, &why) || !why.Total || why.Have != risk.MaxProfile-1 || why.Error() == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if bin(t, &p) != before {
		t.Error("the profile changed")
	}
	q := p.Clone()
	if err := p.Add(risk.Rating{}); err != nil || p.Total() != risk.MaxProfile {
		t.Errorf("the last one: %d, %v", p.Total(), err)
	}
	if err := q.AddCells([]risk.Cell{9}); err != nil || q.Total() != risk.MaxProfile {
		t.Errorf("the last one as a cell: %d, %v", q.Total(), err)
	}
	if err := errors.Join(p.AddCells(nil), p.AddCount(3, 0), p.Merge(new(risk.Profile))); err != nil {
		t.Errorf("nothing more: %v", err)
	}
}

func TestACloneSharesNothing(t *testing.T) {
	var p risk.Profile
	if err := p.AddCount(5, 5); err != nil {
		t.Fatal(err)
	}
	q, d := p.Clone(), p.Under(risk.UNGP())
	if err := p.AddCount(5, 1); err != nil {
		t.Fatal(err)
	}
	if q.Total() != 5 || q.Count(5) != 5 || d.Total() != 5 || p.Equal(q) {
		t.Error("what is added later shows")
	}
	if e := new(risk.Profile).Clone(); e.Total() != 0 || e.AddCount(1, 1) != nil {
		t.Error("the clone of an empty profile is not one")
	}
}

func TestBothFormsRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	profiles := []*risk.Profile{{}}
	for range 30 {
		var p risk.Profile
		if err := p.AddCells(cells(r, r.IntN(2000))); err != nil {
			t.Fatal(err)
		}
		if err := p.AddCount(risk.Cell(r.IntN(risk.NumCells)), r.Uint64N(1<<50)); err != nil {
			t.Fatal(err)
		}
		profiles = append(profiles, &p)
	}
	for _, p := range profiles {
		var q, j risk.Profile
		if err := q.AddCount(1, 1); err != nil { // what was there is replaced
			t.Fatal(err)
		}
		if err := q.UnmarshalBinary([]byte(bin(t, p))); err != nil || !q.Equal(p) {
			t.Fatalf("binary: %v", err)
		}
		text, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, &j); err != nil || !j.Equal(p) {
			t.Fatalf("JSON: %v of %.200s", err, text)
		}
	}
}

// The bytes of a form never change within its version: hosts store them.
func TestTheFormsAreStable(t *testing.T) {
	p, err := risk.ProfileOf(slices.Values([]risk.Rating{
		{}, {Scale: 5, Scope: 5, Irremediability: 5, Likelihood: risk.Occurred, Delay: risk.Yes},
		{Scale: 1, Likelihood: risk.Remote}, {Scale: 1, Likelihood: risk.Remote},
	}))
	if err != nil {
		t.Fatal(err)
	}
	if err := p.AddCount(0, 299); err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprintf("%x", bin(t, p)), "ff4852500101ac02f70502c01d0100"; got != want {
		t.Errorf("binary %s, want %s", got, want)
	}
	text, err := json.Marshal(p)
	want := `{"version":1,"counts":[{"rating":"HRS:1/SCA:X/SCO:X/IRR:X/LIK:X/DEL:X","count":300},` +
		`{"rating":"HRS:1/SCA:1/SCO:X/IRR:X/LIK:1/DEL:X","count":2},{"rating":"HRS:1/SCA:5/SCO:5/IRR:5/LIK:A/DEL:Y","count":1}]}`
	if err != nil || string(text) != want {
		t.Errorf("JSON %s, want %s", text, want)
	}
}

func TestBytesThatAreNoProfileAreRefused(t *testing.T) {
	head := "\xffHRP\x01"
	binary := map[string]string{
		"nothing": "", "other bytes": "PNG....", "cut in the head": head[:4], "version 2": "\xffHRP\x02\x00", "no end": head,
		"cut in a cell": head + "\x80", "cut in a count": head + "\x01\x80", "no count": head + "\x01", "longer than shortest": head + "\x81\x00\x01\x00",
		"count of none": head + "\x01\x00\x00", "beyond the cells": head + "\xb9\x23\x01\x00", "far beyond": head + "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01\x01\x00",
		"back by overflow": head + "\x0b\x01" + strings.Repeat("\xff", 9) + "\x01\x01\x00",
		"beyond by sum":    head + "\xb8\x23\x01\x01\x01\x00", "more after the end": head + "\x00\x00",
		"too many":         head + "\x01\x80\x80\x80\x80\x80\x80\x80\x10\x00",
		"too many in sum":  head + "\x01\xff\xff\xff\xff\xff\xff\xff\x0f\x01\x01\x00",
		"varint of 11":     head + strings.Repeat("\xff", 10) + "\x01\x00",
		"zero not minimal": head + "\x80\x00",
	}
	one := `{"rating":"HRS:1/SCA:1/SCO:X/IRR:X/LIK:X/DEL:X","count":1}`
	texts := map[string]string{
		"a list": `[]`, "a text": `"x"`, "nothing": ``, "cut": `{"version":1,"counts":[`, "no version": `{"counts":[]}`, "no counts": `{"version":1}`,
		"version 2": `{"version":2,"counts":[]}`, "version as text": `{"version":"1","counts":[]}`, "version twice": `{"version":1,"version":1,"counts":[]}`,
		"counts twice": `{"version":1,"counts":[],"counts":[]}`, "unknown member": `{"version":1,"counts":[],"x":1}`, "other case": `{"Version":1,"counts":[]}`,
		"counts not a list": `{"version":1,"counts":{}}`, "entry not an object": `{"version":1,"counts":[1]}`,
		"cell twice": `{"version":1,"counts":[` + one + `,` + one + `]}`, "no rating": `{"version":1,"counts":[{"count":1}]}`,
		"no count": `{"version":1,"counts":[{"rating":"HRS:1/SCA:1/SCO:X/IRR:X/LIK:X/DEL:X"}]}`, "count of none": strings.Replace(`{"version":1,"counts":[`+one+`]}`, `"count":1`, `"count":0`, 1),
		"negative": strings.Replace(`{"version":1,"counts":[`+one+`]}`, `"count":1`, `"count":-1`, 1), "a fraction": strings.Replace(`{"version":1,"counts":[`+one+`]}`, `"count":1`, `"count":1.5`, 1),
		"an exponent": strings.Replace(`{"version":1,"counts":[`+one+`]}`, `"count":1`, `"count":1e3`, 1), "too many": strings.Replace(`{"version":1,"counts":[`+one+`]}`, `"count":1`, `"count":9007199254740992`, 1),
		"count as text": strings.Replace(`{"version":1,"counts":[`+one+`]}`, `"count":1`, `"count":"1"`, 1), "no vector": `{"version":1,"counts":[{"rating":"HRS:2","count":1}]}`,
		"rating is a number": `{"version":1,"counts":[{"rating":1,"count":1}]}`, "rating is a list": `{"version":1,"counts":[{"rating":["x"],"count":1}]}`,
		"rating twice":       `{"version":1,"counts":[{"rating":"HRS:1/SCA:1/SCO:X/IRR:X/LIK:X/DEL:X","rating":"HRS:1/SCA:1/SCO:X/IRR:X/LIK:X/DEL:X","count":1}]}`,
		"more after the end": `{"version":1,"counts":[]}{}`, "member of an entry": `{"version":1,"counts":[{"x":1}]}`,
		"member for a count":  strings.Replace(`{"version":1,"counts":[`+one+`]}`, `"count":1`, `"x":1`, 1),
		"member for a rating": strings.Replace(`{"version":1,"counts":[`+one+`]}`, `"rating":`, `"x":`, 1),
	}
	var p risk.Profile
	if err := p.AddCount(9, 9); err != nil {
		t.Fatal(err)
	}
	before := bin(t, &p)
	check := func(name string, err error) {
		t.Helper()
		var why *risk.ProfileFormatError
		if !errors.As(err, &why) || why.Why == "" || why.Error() == "" {
			t.Errorf("%s: %v", name, err)
		}
		if bin(t, &p) != before {
			t.Fatalf("%s: the profile changed", name)
		}
	}
	for name, b := range binary {
		check("binary, "+name, p.UnmarshalBinary([]byte(b)))
	}
	for name, b := range texts {
		err := p.UnmarshalJSON([]byte(b))
		check("JSON, "+name, err)
		var why *risk.ProfileFormatError
		if errors.As(err, &why) && why.Offset != -1 {
			t.Errorf("JSON, %s: offset %d", name, why.Offset)
		}
	}
	if err := p.UnmarshalJSON([]byte(" null ")); err != nil || bin(t, &p) != before {
		t.Errorf("null: %v", err)
	}
}

func TestEveryProfileThatIsCutOffIsRefused(t *testing.T) {
	var p, q risk.Profile
	if err := p.AddCells(cells(rand.New(rand.NewPCG(17, 18)), 500)); err != nil {
		t.Fatal(err)
	}
	b := []byte(bin(t, &p))
	text, err := json.Marshal(&p)
	if err != nil {
		t.Fatal(err)
	}
	for n := range b {
		if q.UnmarshalBinary(b[:n]) == nil {
			t.Fatalf("%d of %d bytes are read as a whole", n, len(b))
		}
	}
	for n := 0; n < len(text); n += 13 {
		if q.UnmarshalJSON(text[:n]) == nil {
			t.Fatalf("%d of %d bytes of JSON are read as a whole", n, len(text))
		}
	}
}

// Hostile bytes make the decoders use no more memory than a profile, however
// long they are.
func TestTheBinaryDecoderNeedsTheMemoryOfOneProfile(t *testing.T) {
	var p risk.Profile
	for c := range risk.Cells() {
		if err := p.AddCount(c, 1<<40); err != nil {
			t.Fatal(err)
		}
	}
	b := []byte(bin(t, &p))
	hostile := append(bytes.Clone(b[:len(b)-1]), bytes.Repeat([]byte{1, 1}, 1<<20)...)
	for name, in := range map[string][]byte{"sound": b, "hostile": hostile} {
		if n := testing.AllocsPerRun(10, func() { _ = new(risk.Profile).UnmarshalBinary(in) }); n > 6 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

func FuzzProfileBinary(f *testing.F) {
	f.Add([]byte("\xffHRP\x01\x00"))
	f.Add([]byte("\xffHRP\x01\x01\xac\x02\xf7\x05\x02\xc0\x1d\x01\x00"))
	f.Add([]byte("\xffHRP\x01\xb8\x23\x01\x01\x01\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		p := new(risk.Profile)
		if err := p.AddCount(3, 3); err != nil {
			t.Fatal(err)
		}
		err := p.UnmarshalBinary(b)
		var why *risk.ProfileFormatError
		switch {
		case err == nil:
			if bin(t, p) != string(b) {
				t.Fatalf("%x is read and written as %x", b, bin(t, p))
			}
			checkCounts(t, p, collect(p))
		case !errors.As(err, &why) || why.Offset < 0 || why.Offset > len(b):
			t.Fatalf("%v", err)
		case p.Total() != 3 || p.Count(3) != 3:
			t.Fatal("the profile changed")
		}
	})
}

func FuzzProfileJSON(f *testing.F) {
	f.Add([]byte(`{"version":1,"counts":[]}`))
	f.Add([]byte(`{"counts":[{"count":2,"rating":"HRS:1/DEL:Y/SCA:4/SCO:3/IRR:5/LIK:2"}],"version":1}`))
	f.Add([]byte(`{"version":1,"counts":[{"rating":"HRS:1/SCA:X/SCO:X/IRR:X/LIK:X/DEL:X","count":9007199254740991}]} `))
	f.Fuzz(func(t *testing.T, b []byte) {
		p := new(risk.Profile)
		if err := p.AddCount(3, 3); err != nil {
			t.Fatal(err)
		}
		err := p.UnmarshalJSON(b)
		var why *risk.ProfileFormatError
		switch {
		case err == nil:
			text, err := json.Marshal(p)
			q := new(risk.Profile)
			if err != nil || q.UnmarshalJSON(text) != nil || !q.Equal(p) {
				t.Fatalf("%q is read and written as %q, %v", b, text, err)
			}
			if !json.Valid(b) {
				t.Fatalf("%q is read and is not JSON", b)
			}
		case !errors.As(err, &why):
			t.Fatalf("%v", err)
		case p.Total() != 3 || p.Count(3) != 3:
			t.Fatal("the profile changed")
		}
	})
}

// collect returns the counts of a profile.
func collect(p *risk.Profile) map[risk.Cell]uint64 {
	counts := map[risk.Cell]uint64{}
	for c, n := range p.Counts() {
		counts[c] = n
	}
	return counts
}
