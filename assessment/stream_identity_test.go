package assessment_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/assessment/assessmenttest"
)

func TestADocumentWithMoreIDsThanFitIsReadUntilAllAreChecked(t *testing.T) {
	a := assessmenttest.Random(5, assessmenttest.RandomOptions{Suppliers: 12, Risks: 6, Recommendations: 6, Sparse: 1})
	var doc bytes.Buffer
	if err := assessment.Encode(&doc, a); err != nil {
		t.Fatal(err)
	}
	good := doc.String()
	last := a.Suppliers[len(a.Suppliers)-1].ID.String()
	cases := map[string]struct{ doc, rule string }{
		"right":                 {good, ""},
		"a supplier is missing": {strings.Replace(good, `"id": "`+last+`"`, `"id": "`+idC+`"`, 1), "dangling-reference"},
		"two of one id":         {strings.Replace(good, `"id": "`+last+`"`, `"id": "`+a.Suppliers[0].ID.String()+`"`, 1), "duplicate-id"},
	}
	for name, c := range cases {
		for _, ids := range []int{7, 30, 100_000} {
			opened := 0
			_, s := gather(strings.NewReader(c.doc), assessment.StreamOptions{Identities: ids, Reopen: func() (io.ReadCloser, error) {
				opened++
				return io.NopCloser(strings.NewReader(c.doc)), nil
			}})
			var e *assessment.DocumentError
			if errors.As(s.Err(), &e); c.rule == "" && s.Err() != nil || c.rule != "" && (e == nil || !e.Has(c.rule)) {
				t.Errorf("%s, %d ids at a time: %v", name, ids, s.Err())
			}
			if ids > 7 && s.Unchecked() != 0 {
				t.Errorf("%s, %d ids at a time: %d were not checked", name, ids, s.Unchecked())
			}
			if ids == 100_000 && opened != 0 || ids == 30 && opened < 2 {
				t.Errorf("%s, %d ids at a time: opened again %d times", name, ids, opened)
			}
		}
	}
	_, s := gather(strings.NewReader(cases["a supplier is missing"].doc), assessment.StreamOptions{Identities: 30})
	if s.Err() != nil || s.Unchecked() == 0 {
		t.Errorf("%v, %d not checked: what is not remembered must be said not to be", s.Err(), s.Unchecked())
	}
}

func TestAStreamAsksForOrder(t *testing.T) {
	for name, doc := range map[string]string{
		"version later":   `{"id": "` + idA + `", "version": 1}`,
		"id after events": `{"version": 1, "id": "` + idA + `", "recommendations": [{"title": "t", "events": [], "id": "` + idA + `"}]}`,
	} {
		_, s := gather(strings.NewReader(doc), assessment.StreamOptions{})
		var e *assessment.DocumentError
		if !errors.As(s.Err(), &e) || !e.Has("order") {
			t.Errorf("%s: %v", name, s.Err())
		}
	}
}

func TestAStreamStopsWhereItMust(t *testing.T) {
	doc := document("")
	t.Run("a newer version", func(t *testing.T) {
		_, s := gather(strings.NewReader(`{"version": 2, "id": 7}`), assessment.StreamOptions{})
		var e *assessment.DocumentError
		if !errors.As(s.Err(), &e) || len(e.Problems) != 1 || e.Problems[0].Rule != "version-newer" || e.Problems[0].Column != 13 {
			t.Errorf("got %v", s.Err())
		}
	})
	t.Run("an entry that is too long", func(t *testing.T) {
		_, s := gather(strings.NewReader(document(`, "title": "`+strings.Repeat("a", 5000)+`"`)), assessment.StreamOptions{Limits: assessment.Limits{Bytes: 1000}})
		var e *assessment.DocumentError
		if !errors.As(s.Err(), &e) || !e.Has("entry-limit") {
			t.Errorf("got %v", s.Err())
		}
	})
	t.Run("the reader fails", func(t *testing.T) {
		broken := errors.New("the disk is gone")
		_, s := gather(io.MultiReader(strings.NewReader(doc[:100]), failing{broken}), assessment.StreamOptions{})
		if !errors.Is(s.Err(), broken) {
			t.Errorf("got %v", s.Err())
		}
	})
	t.Run("the context ends", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		s := assessment.NewStream(newLongDocument(1<<20), assessment.StreamOptions{})
		n := 0
		for range s.Entries(ctx) {
			if n++; n == 10 {
				cancel()
			}
		}
		if !errors.Is(s.Err(), context.Canceled) || n > 300 {
			t.Errorf("%v after %d entries", s.Err(), n)
		}
	})
	t.Run("the caller wants no more", func(t *testing.T) {
		s := assessment.NewStream(newLongDocument(1<<20), assessment.StreamOptions{})
		for range s.Entries(context.Background()) {
			break
		}
		if s.Err() != nil {
			t.Errorf("got %v", s.Err())
		}
	})
	t.Run("progress", func(t *testing.T) {
		var told []int
		s := assessment.NewStream(newLongDocument(4<<20), assessment.StreamOptions{Progress: func(bytes int) { told = append(told, bytes) }})
		for range s.Entries(context.Background()) {
		}
		if s.Err() != nil || len(told) != 4 && len(told) != 3 {
			t.Errorf("%v, told %v", s.Err(), told)
		}
	})
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
