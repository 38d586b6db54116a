package assessment_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/assessment/assessmenttest"
)

// benchDocument is a valid document of about five megabytes.
func benchDocument(b *testing.B) []byte {
	b.Helper()
	a := assessmenttest.Random(1, assessmenttest.RandomOptions{Suppliers: 4000, Risks: 600, Recommendations: 600, Events: 10})
	var doc bytes.Buffer
	if err := assessment.Encode(&doc, a); err != nil {
		b.Fatal(err)
	}
	return doc.Bytes()
}

// Decode is to take at most one and a half times the time and memory of encoding/json.
func BenchmarkDecode(b *testing.B) {
	doc := benchDocument(b)
	b.Run("assessment", func(b *testing.B) {
		b.SetBytes(int64(len(doc)))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := assessment.Decode(bytes.NewReader(doc), assessment.DecodeOptions{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("encoding-json", func(b *testing.B) {
		b.SetBytes(int64(len(doc)))
		b.ReportAllocs()
		for b.Loop() {
			var a assessment.Assessment
			if err := json.Unmarshal(doc, &a); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("always-schema", func(b *testing.B) {
		b.SetBytes(int64(len(doc)))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := assessment.Decode(bytes.NewReader(doc), assessment.DecodeOptions{AlwaysSchema: true}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	a := assessmenttest.Random(1, assessmenttest.RandomOptions{Suppliers: 4000, Risks: 600, Recommendations: 600, Events: 10})
	b.ReportAllocs()
	for b.Loop() {
		if err := assessment.Encode(&bytes.Buffer{}, a); err != nil {
			b.Fatal(err)
		}
	}
}
