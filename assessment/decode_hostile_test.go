package assessment_test

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
)

// hostileDocuments are documents in which very much is wrong, or asks for work,
// n times over.
var hostileDocuments = map[string]func(n int) string{
	"empty entries":      func(n int) string { return document(`, "findings": [` + strings.Repeat(`{},`, n) + `{}]`) },
	"numbers as entries": func(n int) string { return document(`, "findings": [` + strings.Repeat(`7,`, n) + `7]`) },
	"levels without end": func(n int) string { return oneRating(`{"scale": [` + strings.Repeat(`"7",`, n) + `7]}`) },
	"ratings of nothing": func(n int) string { return oneRating(`{}}, ` + strings.Repeat(`{"rating": 7}, `, n) + `{"rating": {}`) },
	"members many times": func(n int) string { return document(strings.Repeat(`, "title": "t"`, n)) },
	"ids many times": func(n int) string {
		return document(`, "actions": [` + strings.Repeat(`{"id": "`+idA+`", "title": "t"},`, n) + `{}]`)
	},
	"references to nobody": func(n int) string {
		return document(`, "findings": [{"id": "` + idA + `", "title": "t", "risks": [` + strings.Repeat(`"`+idC+`",`, n) + `"` + idC + `"]}]`)
	},
	"bytes": func(n int) string { return document(`, "title": "` + strings.Repeat("\xff", n) + `"`) },
	"lines": func(n int) string { return document(strings.Repeat("\n", n) + `, "titel": ""`) },
	"unknown members": func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `, "t%d": 1`, i)
		}
		return document(b.String())
	},
}

// oneRating returns a document with one rating, inside which the text stands.
func oneRating(rating string) string {
	return `{"version": 1, "id": "` + idA + `", "risks": [{"id": "` + idA + `", "title": "t", "ratings": [{"rating": ` + rating + `}]}]}`
}

// spent returns how many bytes are taken from the heap while a document is read
// and refused.
func spent(t *testing.T, doc string) uint64 {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := assessment.Decode(strings.NewReader(doc), assessment.DecodeOptions{})
	runtime.ReadMemStats(&after)
	var e *assessment.DocumentError
	if !errors.As(err, &e) || len(e.Problems) > 1000 {
		t.Errorf("got %d problems, %T", len(e.Problems), err)
	}
	return after.TotalAlloc - before.TotalAlloc
}

func TestWhatIsWrongCostsNoMoreThanItsLength(t *testing.T) {
	const n = 20_000
	for name, make := range hostileDocuments {
		t.Run(name, func(t *testing.T) {
			few, many := spent(t, make(n)), spent(t, make(4*n))
			if many > 6*few+32<<20 {
				t.Errorf("%d MB for a document, %d MB for one that is four times as long", few>>20, many>>20)
			}
			if text := uint64(len(make(4 * n))); many > 32<<20+100*text {
				t.Errorf("%d KB of text took %d MB", text>>10, many>>20)
			}
		})
	}
}

func TestAStreamBoundsWhatIsWrongAsWell(t *testing.T) {
	for name, make := range hostileDocuments {
		_, s := gather(bytes.NewReader([]byte(make(5_000))), assessment.StreamOptions{})
		var e *assessment.DocumentError
		if !errors.As(s.Err(), &e) || len(e.Problems) > 1000 {
			t.Errorf("%s: %d problems, %T", name, len(e.Problems), s.Err())
		}
	}
}
