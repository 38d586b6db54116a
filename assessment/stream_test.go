package assessment_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/assessment/assessmenttest"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/supplier"
)

// gather reads a document as a stream and puts it together again.
func gather(r io.Reader, opts assessment.StreamOptions) (*assessment.Assessment, *assessment.Stream) {
	s := assessment.NewStream(r, opts)
	var a assessment.Assessment
	for e := range s.Entries(context.Background()) {
		switch v := e.Value.(type) {
		case *assessment.Risk:
			a.Risks = append(a.Risks, *v)
		case *assessment.Recommendation:
			a.Recommendations = append(a.Recommendations, *v)
		case *assessment.Event:
			of := &a.Recommendations[len(a.Recommendations)-1]
			of.Events = append(of.Events, *v)
		case *supplier.Supplier:
			a.Suppliers = append(a.Suppliers, *v)
		case *supplier.Relationship:
			a.Relationships = append(a.Relationships, *v)
		case *assessment.Source:
			a.Sources = append(a.Sources, *v)
		case *assessment.Commitment:
			a.Commitments = append(a.Commitments, *v)
		case *assessment.Engagement:
			a.Engagements = append(a.Engagements, *v)
		case *assessment.Benchmark:
			a.Benchmarks = append(a.Benchmarks, *v)
		case *assessment.Finding:
			a.Findings = append(a.Findings, *v)
		case *assessment.Linkage:
			a.Linkages = append(a.Linkages, *v)
		case *assessment.Control:
			a.Controls = append(a.Controls, *v)
		case *assessment.Action:
			a.Actions = append(a.Actions, *v)
		case *assessment.Strategy:
			a.Strategies = append(a.Strategies, *v)
		case *assessment.Waiver:
			a.Waivers = append(a.Waivers, *v)
		case *assessment.Redaction:
			a.Redactions = append(a.Redactions, *v)
		case *supplier.Audit:
			a.Audits = append(a.Audits, *v)
		case *supplier.CorrectiveAction:
			a.CorrectiveActions = append(a.CorrectiveActions, *v)
		case *supplier.Certification:
			a.Certifications = append(a.Certifications, *v)
		case *supplier.Participation:
			a.Participations = append(a.Participations, *v)
		case *grievance.Mechanism:
			a.Mechanisms = append(a.Mechanisms, *v)
		case *grievance.MechanismAssessment:
			a.MechanismAssessments = append(a.MechanismAssessments, *v)
		default:
			panic(reflect.TypeOf(v))
		}
	}
	head := reflect.ValueOf(s.Head()).Elem()
	whole := reflect.ValueOf(&a).Elem()
	for i := range head.NumField() {
		if f := whole.Field(i); f.IsZero() {
			f.Set(head.Field(i))
		}
	}
	return &a, s
}

func TestAStreamReadsWhatDecodeReads(t *testing.T) {
	for seed := range uint64(60) {
		var doc bytes.Buffer
		if err := assessment.Encode(&doc, assessmenttest.Random(seed, assessmenttest.RandomOptions{Suppliers: 5})); err != nil {
			t.Fatal(err)
		}
		want, err := assessment.Decode(bytes.NewReader(doc.Bytes()), assessment.DecodeOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for name, r := range map[string]io.Reader{
			"whole": bytes.NewReader(doc.Bytes()), "byte by byte": iotest.OneByteReader(bytes.NewReader(doc.Bytes())),
			"with the end at once": iotest.DataErrReader(bytes.NewReader(doc.Bytes())),
		} {
			got, s := gather(r, assessment.StreamOptions{AlwaysSchema: seed%2 == 0})
			if err := s.Err(); err != nil {
				t.Fatalf("seed %d, %s: %v", seed, name, err)
			}
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d, %s: the stream gave something else", seed, name)
			}
		}
	}
}

func TestAStreamReportsTheSameProblemsAsDecode(t *testing.T) {
	const doc = `{
  "version": 1,
  "id": "0190b2f4-0000-7000-8000-000000000001",
  "knd": "impact",
  "kind": "impct", "x-a": {"b": [1, 2]},
  "period": {"from": "2021-02-30", "to": "2020"},
  "risks": [
    {"id": "0190b2f4-0000-7000-8000-000000000002", "title": "é", "controls": ["0190b2f4-0000-7000-8000-00000000000f"]},
    {"id": "x", "titel": "é", "ratings": [{"rating": {"scale": 7, "scope": [3, 9]}}]},
    {"id": "0190b2f4-0000-7000-8000-000000000002", "title": "again", "code": 5},
    7
  ],
  "linkages": [{"id": "0190b2f4-0000-7000-8000-000000000003", "sourceLabel": {"text": "indirectement lié"}, "involvement": "indirectly-linked"}],
  "relationships": {"no": "list"},
  "recommendations": [
    {"id": "0190b2f4-0000-7000-8000-000000000004", "titl": "?", "events": [{"id": "0190b2f4-0000-7000-8000-000000000005", "kind": "propos"}]}
  ]
}`
	_, want := decode(t, doc, assessment.DecodeOptions{})
	if want == nil {
		t.Fatal("the document was read")
	}
	for name, r := range map[string]io.Reader{"whole": strings.NewReader(doc), "byte by byte": iotest.OneByteReader(strings.NewReader(doc))} {
		_, s := gather(r, assessment.StreamOptions{})
		var got *assessment.DocumentError
		if !errors.As(s.Err(), &got) {
			t.Fatal(s.Err())
		}
		if len(got.Problems) != len(want.Problems) {
			t.Fatalf("%s: got\n%v\nwant\n%v", name, got, want)
		}
		for i := range got.Problems {
			g, w := got.Problems[i], want.Problems[i]
			if g.Rule == "dangling-reference" || g.Rule == "duplicate-id" { // a stream names the entry
				g.Pointer, w.Pointer = "", ""
			}
			if g != w {
				t.Errorf("%s: got  %v\nwant %v", name, g, w)
			}
		}
	}
}
