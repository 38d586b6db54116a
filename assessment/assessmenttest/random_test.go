package assessmenttest_test

import (
	"bytes"
	"reflect"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/assessment/assessmenttest"
)

func TestRandomDocumentsAreValidAndRoundTrip(t *testing.T) {
	for seed := range uint64(300) {
		a := assessmenttest.Random(seed, assessmenttest.RandomOptions{Sparse: int(seed%90) + 5})
		var b, again bytes.Buffer
		if err := assessment.Encode(&b, a); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		back, err := assessment.Decode(bytes.NewReader(b.Bytes()), assessment.DecodeOptions{AlwaysSchema: true})
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, b.Bytes())
		}
		if !reflect.DeepEqual(a, back) {
			t.Fatalf("seed %d: came back as something else", seed)
		}
		if err := assessment.Encode(&again, back); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
			t.Fatalf("seed %d: %v, written twice in two ways", seed, err)
		}
	}
}
