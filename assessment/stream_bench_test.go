package assessment_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/assessment/assessmenttest"
	"github.com/hrdd-go/hrdd/supplier"
)

// longDocument is a reader of a valid document of about size bytes, made as it
// is read: suppliers, each with a relationship to the first, then risks.
type longDocument struct {
	size, made int
	buf        bytes.Buffer
	supplier   []byte // JSON of a supplier, with the id in front
	risk       []byte
	n          int
	stage      int
}

func newLongDocument(size int) *longDocument {
	l := &longDocument{size: size}
	a := assessmenttest.Random(3, assessmenttest.RandomOptions{Sparse: 30})
	s := a.Suppliers[1]
	s.Sites, s.Recruitment = nil, nil
	l.supplier, _ = json.Marshal(s)
	r := a.Risks[0]
	r.Controls = nil
	l.risk, _ = json.Marshal(r)
	fmt.Fprintf(&l.buf, `{"version":1,"id":%q,"suppliers":[`, uuid.NewSHA1(uuid.Nil, []byte("a")))
	return l
}

// entry writes an entry with the id of number n.
func (l *longDocument) entry(text []byte, n int, first bool) {
	if !first {
		l.buf.WriteByte(',')
	}
	id := fmt.Sprintf("%08x-0000-4000-8000-%012x", n*2654435761&0xffffffff, n)
	l.buf.WriteString(`{"id":"` + id)
	l.buf.Write(text[len(`{"id":"`)+len(id):])
}

func (l *longDocument) Read(p []byte) (int, error) {
	for l.buf.Len() < len(p) && l.stage < 2 {
		switch l.stage {
		case 0:
			l.entry(l.supplier, l.n, l.n == 0)
			if l.n++; l.made+l.buf.Len() > l.size/2 {
				l.buf.WriteString(`],"risks":[`)
				l.stage, l.n = 1, 0
			}
		case 1:
			l.entry(l.risk, l.n, l.n == 0)
			if l.n++; l.made+l.buf.Len() > l.size {
				l.buf.WriteString("]}\n")
				l.stage = 2
			}
		}
	}
	n, err := l.buf.Read(p)
	l.made += n
	if err == io.EOF && l.stage < 2 {
		err = nil
	}
	return n, err
}

// peakHeap returns a function to be called now and then, and the greatest heap
// that it saw.
func peakHeap() (look func(), peak *uint64) {
	peak = new(uint64)
	n := 0
	return func() {
		if n++; n%2000 == 0 {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			*peak = max(*peak, m.HeapInuse)
		}
	}, peak
}

func TestAStreamDoesNotGrowWithTheDocument(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads 120 MB")
	}
	const size = 120 << 20
	runtime.GC()
	look, peak := peakHeap()
	s := assessment.NewStream(newLongDocument(size), assessment.StreamOptions{})
	risks, suppliers := 0, 0
	for e := range s.Entries(context.Background()) {
		switch e.Value.(type) {
		case *assessment.Risk:
			risks++
		case *supplier.Supplier:
			suppliers++
		}
		look()
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	if risks < 10_000 || suppliers < 10_000 {
		t.Fatalf("%d risks, %d suppliers", risks, suppliers)
	}
	if *peak > 64<<20 {
		t.Errorf("a document of %d MiB took %d MiB", size>>20, *peak>>20)
	}
}

// The rate of a Stream is to be that of Decode of the same document.
func BenchmarkStreamBesideDecode(b *testing.B) {
	doc, err := io.ReadAll(newLongDocument(16 << 20))
	if err != nil {
		b.Fatal(err)
	}
	b.Run("decode", func(b *testing.B) {
		b.SetBytes(int64(len(doc)))
		for b.Loop() {
			if _, err := assessment.Decode(bytes.NewReader(doc), assessment.DecodeOptions{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("stream", func(b *testing.B) {
		b.SetBytes(int64(len(doc)))
		for b.Loop() {
			s := assessment.NewStream(bytes.NewReader(doc), assessment.StreamOptions{})
			for range s.Entries(context.Background()) {
			}
			if err := s.Err(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// The heap of a Stream is to stay below 64 MiB however long the document is. The
// time includes that of making the document.
func BenchmarkStream(b *testing.B) {
	for _, size := range []int{16 << 20, 256 << 20} {
		b.Run(fmt.Sprintf("%dMiB", size>>20), func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			look, peak := peakHeap()
			for b.Loop() {
				s := assessment.NewStream(newLongDocument(size), assessment.StreamOptions{})
				for range s.Entries(context.Background()) {
					look()
				}
				if err := s.Err(); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(s.Unchecked()), "unchecked")
			}
			b.ReportMetric(float64(*peak)/(1<<20), "peak-MiB")
		})
	}
	doc, err := io.ReadAll(newLongDocument(16 << 20))
	if err != nil {
		b.Fatal(err)
	}
	b.Run("decode-16MiB", func(b *testing.B) {
		b.SetBytes(int64(len(doc)))
		for b.Loop() {
			if _, err := assessment.Decode(bytes.NewReader(doc), assessment.DecodeOptions{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
