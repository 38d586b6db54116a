package assessment_test

import (
	"bytes"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/assessment/assessmenttest"
)

// publicGaps returns how many gaps of a rule a review for publication finds.
func publicGaps(t *testing.T, a *assessment.Assessment, rule string) int {
	t.Helper()
	a.Method = assessment.MethodRef{}
	ev, err := assessment.Evaluate(t.Context(), a, assessment.EvaluateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, g := range assessment.Review(ev, assessment.ReviewOptions{Public: true}).Gaps {
		if g.Rule == rule {
			n++
		}
	}
	return n
}

func TestConfidentialEvidenceIsFoundWhereverItStands(t *testing.T) {
	found := 0
	for seed := range uint64(40) {
		a := assessmenttest.Random(seed, assessmenttest.RandomOptions{Sparse: 30})
		a.Redactions = nil
		a.Waivers = nil
		var text bytes.Buffer
		if err := assessment.Encode(&text, a); err != nil {
			t.Fatal(err)
		}
		want := bytes.Count(text.Bytes(), []byte(`"confidential": true`))
		if got := publicGaps(t, a, "confidential-in-public"); got != want {
			t.Fatalf("seed %d: %d found of %d", seed, got, want)
		}
		found += want
		a.Redactions = []assessment.Redaction{{Pointer: ""}}
		if got := publicGaps(t, a, "confidential-in-public") + publicGaps(t, a, "illustrative-in-public"); got != 0 {
			t.Errorf("seed %d: %d found in a document that is redacted as a whole", seed, got)
		}
	}
	if found < 100 {
		t.Errorf("only %d pieces of evidence were looked at", found)
	}
}

func TestWhatIsMadeUpIsFoundInEveryList(t *testing.T) {
	for list, make := range map[string]func(a *assessment.Assessment) *bool{
		"audits":         func(a *assessment.Assessment) *bool { return &a.Audits[0].Illustrative },
		"certifications": func(a *assessment.Assessment) *bool { return &a.Certifications[0].Illustrative },
		"participations": func(a *assessment.Assessment) *bool { return &a.Participations[0].Illustrative },
		"actions":        func(a *assessment.Assessment) *bool { return &a.CorrectiveActions[0].Illustrative },
	} {
		a := assessmenttest.Random(1, assessmenttest.RandomOptions{Sparse: 1})
		a.Waivers, a.Redactions = nil, nil
		mark := make(a)
		*mark = false
		before := publicGaps(t, a, "illustrative-in-public")
		*mark = true
		if got := publicGaps(t, a, "illustrative-in-public"); got != before+1 {
			t.Errorf("%s: %d, want %d", list, got, before+1)
		}
	}
}
