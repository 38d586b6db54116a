package assessmenttest_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/assessment/assessmenttest"
	"github.com/hrdd-go/hrdd/risk"
)

// In a test of a host program, which writes assessments.
func TestWhatIsWrittenComesBack(t *testing.T) {
	var buffer bytes.Buffer
	if err := assessment.Encode(&buffer, assessmenttest.Assessment(func(a *assessment.Assessment) { a.Title = "Cotton, 2026" })); err != nil {
		t.Fatal(err)
	}
	written := buffer.Bytes()

	want := assessmenttest.Assessment(func(a *assessment.Assessment) { a.Title = "Cotton, 2026" })
	got, err := assessment.Decode(bytes.NewReader(written), assessment.DecodeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if d := assessmenttest.Diff(got, want); d != "" {
		t.Error(d) // one place a line, with what was found and wanted there
	}
}

func ExampleAssessment() {
	a := assessmenttest.Assessment(func(a *assessment.Assessment) {
		a.Risks = append(a.Risks, assessmenttest.Risk(1))
		a.Suppliers = append(a.Suppliers, assessmenttest.Supplier(3))
		a.Relationships = append(a.Relationships, assessmenttest.Relationship(2))
	})
	fmt.Println(a.Title, len(a.Risks), len(a.Suppliers), assessment.Validate(a))
	// Output: Impact assessment 2 4 <nil>
}

func ExampleDiff() {
	want := assessmenttest.Assessment()
	got := assessmenttest.Assessment(func(a *assessment.Assessment) {
		a.Risks[0].Title = "Overtime"
		a.Suppliers = append(a.Suppliers[1:], assessmenttest.Supplier(7))
		a.Recommendations[0].Events = a.Recommendations[0].Events[:1]
	})
	fmt.Print(assessmenttest.Diff(got, want))
	// Output:
	// recommendations/REC1/events/68726464-0005-8000-8000-000000000002: nothing, want an entry
	// risks/R1/title: "Overtime", want "Risk 1"
	// suppliers/S1: nothing, want an entry
	// suppliers/S8: an entry, want nothing
}

// A host runs its own importer through the rules in its tests. This one makes
// new IDs each time.
func ExampleCheckImporter() {
	n := 0
	var own assessmenttest.Importer = func() (*assessment.Assessment, error) {
		n++
		return assessmenttest.Assessment(func(a *assessment.Assessment) {
			a.ID = uuid.NewSHA1(uuid.NameSpaceURL, []byte{byte(n)})
		}), nil
	}
	err := assessmenttest.CheckImporter(own)
	broken := new(*assessmenttest.RuleError)
	fmt.Println(errors.As(err, broken), (*broken).Rule, (*broken).Where)
	fmt.Println(err)
	// Output:
	// true second-import-changes-nothing id
	// second-import-changes-nothing: IDs come from outside keys, so that importing again meets the same things: id
}

// A host runs its own store through the rules in its tests.
func ExampleCheckStore() {
	err := assessmenttest.CheckStore(context.Background(), func() assessmenttest.Store { return new(assessmenttest.Memory) })
	fmt.Println(err)
	// Output: <nil>
}

// A host's service can be tested with a store in memory.
func ExampleMemory() {
	ctx, store, a := context.Background(), new(assessmenttest.Memory), assessmenttest.Assessment()
	if err := store.Save(ctx, a); err != nil {
		fmt.Println(err)
		return
	}
	made := a.Recommendations[0]
	plan := assessmenttest.Recommendation(0, assessment.Propose, assessment.Accept, assessment.Plan).Events[2]
	plan.Owner = "Head of sourcing"
	if err := store.Append(ctx, a.ID, made.ID, len(made.Events), plan); err != nil {
		fmt.Println(err)
		return
	}
	loaded, err := store.Load(ctx, a.ID)
	fmt.Println(len(loaded.Recommendations[0].Events), len(made.Events), err)
	// Output: 3 2 <nil>
}

func ExampleRecommendation() {
	r := assessmenttest.Recommendation(0, assessment.Propose, assessment.Accept, assessment.Plan)
	state, err := r.StateAt(assessmenttest.Today())
	fmt.Println(r.Code, state, err, assessmenttest.Now().Year())
	// Output: REC1 planned <nil> 2021
}

// The same seed gives the same document.
func ExampleRandom() {
	opts := assessmenttest.RandomOptions{Risks: 5}
	a, b := assessmenttest.Random(7, opts), assessmenttest.Random(7, opts)
	fmt.Println(len(a.Risks), assessment.Validate(a), assessmenttest.Diff(a, b) == "")
	fmt.Println(risk.DateOf(assessmenttest.Now()) == assessmenttest.Today())
	// Output:
	// 5 <nil> true
	// true
}
