package risk

import (
	"encoding/json"
	"slices"
	"testing"
)

const filed = `{
	"ownAct": {"value": "no", "by": "outside assessor", "on": "2021-03-04", "evidence": [{"kind": "document", "source": "purchase orders"}]},
	"facilitates": {"value": "none", "by": "outside assessor", "on": "2021-03-04", "evidence": [{"kind": "interview"}]},
	"foreseeability": {"value": "should-have-known"},
	"linkedToOperations": {"value": "yes", "by": "outside assessor", "on": "2021"},
	"through": ["0190b6a0-0000-7000-8000-000000000001"],
	"status": {"value": "actual"},
	"ongoing": {"value": "yes"},
	"knownSince": "2020-11"
}`

func TestAFactRecordIsReadBackAsItIsWritten(t *testing.T) {
	var r FactRecord
	if err := json.Unmarshal([]byte(filed), &r); err != nil {
		t.Fatal(err)
	}
	want := Facts{OwnAct: No, Facilitates: DegreeNone, Foreseeability: ShouldHaveKnown, LinkedToOperations: Yes}
	if got := r.Facts(); got != want {
		t.Errorf("facts: got %+v, want %+v", got, want)
	}
	once, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var again FactRecord
	if err := json.Unmarshal(once, &again); err != nil {
		t.Fatal(err)
	}
	twice, err := json.Marshal(again)
	if err != nil {
		t.Fatal(err)
	}
	if string(once) != string(twice) {
		t.Errorf("written once: %s\nwritten twice: %s", once, twice)
	}
	if got := string(r.Judgement(FactOwnAct).Evidence[0].Source); got != "purchase orders" {
		t.Errorf("the evidence of the own act is %q", got)
	}
}

func TestAnAnswerThatNobodyStandsForIsNamed(t *testing.T) {
	var r FactRecord
	if err := json.Unmarshal([]byte(filed), &r); err != nil {
		t.Fatal(err)
	}
	got := slices.Collect(r.Unjudged())
	want := []Fact{FactForeseeability, FactLinkedToOperations} // no judge; no evidence
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestAnUnansweredRecordIsAnEmptyObject(t *testing.T) {
	b, err := json.Marshal(FactRecord{})
	if err != nil || string(b) != "{}" {
		t.Errorf("got %s, %v", b, err)
	}
}

func FuzzFactRecord(f *testing.F) {
	f.Add([]byte(filed))
	f.Add([]byte(`{"ownAct":{"value":"perhaps"}}`))
	f.Add([]byte(`{"mitigation":{"value":"none","evidence":[{}]},"through":[]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		var r FactRecord
		if json.Unmarshal(b, &r) != nil {
			return
		}
		once, err := json.Marshal(r)
		if err != nil {
			t.Fatalf("%s is read and cannot be written: %v", b, err)
		}
		var again FactRecord
		if err := json.Unmarshal(once, &again); err != nil {
			t.Fatalf("%s: %v", once, err)
		}
		twice, _ := json.Marshal(again)
		if string(once) != string(twice) {
			t.Errorf("written once: %s\nwritten twice: %s", once, twice)
		}
		if a, b := Classify(r.Facts()), Classify(again.Facts()); a != b {
			t.Errorf("%+v became %+v", a, b)
		}
	})
}
