package assessment_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/assessment/assessmenttest"
)

// agree fails if a stream and Decode are not of one mind whether a text is right. A
// stream asks more of the order of a document.
func agree(t *testing.T, text []byte) {
	t.Helper()
	_, want := assessment.Decode(bytes.NewReader(text), assessment.DecodeOptions{})
	_, s := gather(bytes.NewReader(text), assessment.StreamOptions{})
	got, _ := s.Err().(*assessment.DocumentError)
	if (s.Err() == nil) != (want == nil) && (got == nil || !got.Has("order")) {
		t.Fatalf("decoded: %v\nstreamed: %v\n%q", want, s.Err(), text)
	}
}

// smallDocument has lists, recommendations with events, and extensions.
const smallDocument = `{"version": 1, "id": "0190b2f4-0000-7000-8000-000000000001", "kind": "impact", "title": "A",
 "x-a": [1, {"b": null}],
 "risks": [{"id": "0190b2f4-0000-7000-8000-000000000002", "title": "é", "x-b": "\u00e9"}],
 "recommendations": [{"id": "0190b2f4-0000-7000-8000-000000000004", "title": "R", "risks": ["0190b2f4-0000-7000-8000-000000000002"],
  "events": [{"id": "0190b2f4-0000-7000-8000-000000000005", "kind": "propose", "on": "2021"}]}]}
`

func TestAStreamFindsWhatBreaksATextAtAnyOfItsBytes(t *testing.T) {
	if _, err := assessment.Decode(bytes.NewReader([]byte(smallDocument)), assessment.DecodeOptions{}); err != nil {
		t.Fatal(err)
	}
	for i := range smallDocument {
		agree(t, []byte(smallDocument[:i]))
		for _, c := range []byte("\x00\"\\{],1") {
			text := []byte(smallDocument)
			text[i] = c
			agree(t, text)
		}
		agree(t, slices.Insert([]byte(smallDocument), i, '\xff'))
	}
}

func TestAStreamEndsWithItsContextThoughNothingInItIsRight(t *testing.T) {
	text := `{"version": 1, "id": "0190b2f4-0000-7000-8000-000000000001", "kind": "impact", "title": "A", "risks": [` +
		strings.Repeat("{},", 5000) + "{}]}"
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	read := iotest.OneByteReader(strings.NewReader(text))
	s := assessment.NewStream(read, assessment.StreamOptions{})
	for e := range s.Entries(ctx) {
		t.Errorf("got %s %d", e.List, e.Index)
	}
	if !errors.Is(s.Err(), context.Canceled) {
		t.Errorf("got %.200v", s.Err())
	}
	told := 0
	s = assessment.NewStream(strings.NewReader(strings.Replace(text, "{},", strings.Repeat(" ", 3<<20)+"{},", 1)),
		assessment.StreamOptions{Progress: func(bytes int) { told = bytes }})
	for range s.Entries(t.Context()) {
		t.Error("an entry that is not right")
	}
	if told < 3<<20 {
		t.Errorf("progress was told up to byte %d", told)
	}
}

func TestMembersThatTheFormatDoesNotHaveTakeNoMoreMemoryThanAnEntry(t *testing.T) {
	const head = `{"version": 1, "id": "0190b2f4-0000-7000-8000-000000000001", "kind": "impact", "title": "A"`
	const recommendation = `, "recommendations": [{"id": "0190b2f4-0000-7000-8000-000000000002", "title": "R"`
	members := func(name string, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `, "%s%d": "0123456789"`, name, i)
		}
		return b.String()
	}
	for name, text := range map[string]string{
		"beside the lists":    head + members("x-", 300) + "}",
		"in a recommendation": head + recommendation + members("x-", 300) + "}]}",
		"unknown":             head + members("y", 300) + "}",
	} {
		for limit, want := range map[int64]bool{64 << 10: true, 256 << 10: false} {
			_, s := gather(strings.NewReader(text), assessment.StreamOptions{Limits: assessment.Limits{Bytes: limit}})
			err, _ := s.Err().(*assessment.DocumentError)
			if refused := err != nil && err.Has("entry-limit"); refused != want {
				t.Errorf("%s, with a limit of %d bytes: %.300v", name, limit, s.Err())
			}
		}
	}
}

func FuzzAStreamAndDecodeAgree(f *testing.F) {
	f.Add([]byte(smallDocument))
	for seed := range uint64(4) {
		var doc bytes.Buffer
		if err := assessment.Encode(&doc, assessmenttest.Random(seed, assessmenttest.RandomOptions{Suppliers: 1, Sparse: 60})); err != nil {
			f.Fatal(err)
		}
		f.Add(doc.Bytes())
	}
	f.Fuzz(agree)
}
