package jsonpos_test

import (
	"testing"

	"github.com/hrdd-go/hrdd/internal/jsonpos"
)

const places = `{
  "a": [10, {"é": true, "": 5}],
  "m~n/o": "x",  "z" : {}
}`

func TestPointersAndPlacesBelongTogether(t *testing.T) {
	want := map[string]struct{ key, value string }{
		"":           {"{", "{"},
		"/a":         {`"a"`, "[10"},
		"/a/0":       {"10", "10"},
		"/a/1":       {`{"é"`, `{"é"`},
		"/a/1/é":     {`"é"`, "true"},
		"/a/1/":      {`""`, "5"},
		"/m~0n~1o":   {`"m~n/o"`, `"x"`},
		"/z":         {`"z"`, "{}"},
		"/a/2":       {},
		"/a/b":       {},
		"/nowhere/0": {},
		"broken":     {},
		"/a~2":       {},
	}
	var pointers []string
	for p := range want {
		pointers = append(pointers, p)
	}
	found := jsonpos.Locate([]byte(places), jsonpos.Limits{}, pointers)
	var offsets []int
	var of []string
	for p, w := range want {
		got, ok := found[p]
		if ok != (w.value != "") {
			t.Errorf("%q: found %v", p, ok)
			continue
		}
		if !ok {
			continue
		}
		if got := places[got.Key:]; len(got) < len(w.key) || got[:len(w.key)] != w.key {
			t.Errorf("%q: the name is at %q", p, got)
		}
		if got := places[got.Value:]; len(got) < len(w.value) || got[:len(w.value)] != w.value {
			t.Errorf("%q: the value is at %q", p, got)
		}
		offsets, of = append(offsets, got.Value, got.Key), append(of, p, p)
	}
	for i, p := range jsonpos.PointersAt([]byte(places), jsonpos.Limits{}, offsets) {
		if p != of[i] {
			t.Errorf("at %d: %q, want %q", offsets[i], p, of[i])
		}
	}
}

func TestPointersAreReadAsRFC6901HasThem(t *testing.T) {
	for pointer, want := range map[string][]string{
		"": {}, "/": {""}, "/foo/0": {"foo", "0"}, "/a~1b": {"a/b"}, "/m~0n": {"m~n"}, "/~01": {"~1"}, "/ ": {" "},
	} {
		got, ok := jsonpos.Tokens(pointer)
		if !ok || len(got) != len(want) {
			t.Errorf("%q: %q, %v", pointer, got, ok)
			continue
		}
		var back []byte
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%q: %q", pointer, got)
			}
			back = jsonpos.AppendName(back, got[i])
		}
		if string(back) != pointer {
			t.Errorf("%q came back as %q", pointer, back)
		}
	}
	for _, bad := range []string{"a", "/~", "/~2", "/a~"} {
		if _, ok := jsonpos.Tokens(bad); ok {
			t.Errorf("%q was read", bad)
		}
	}
}

func TestColumnsCountCharacters(t *testing.T) {
	text := "é😀x\n\ny"
	lines := jsonpos.NewLines([]byte(text))
	for offset, want := range map[int][2]int{0: {1, 1}, 2: {1, 2}, 6: {1, 3}, 7: {1, 4}, 8: {2, 1}, 9: {3, 1}, 10: {3, 2}, 99: {3, 2}, -1: {1, 1}} {
		if line, column := lines.At(offset); line != want[0] || column != want[1] {
			t.Errorf("offset %d: %d:%d, want %v", offset, line, column, want)
		}
	}
}
