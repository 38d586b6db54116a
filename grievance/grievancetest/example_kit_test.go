package grievancetest_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

func ExampleDiff() {
	a, b := grievancetest.Case(1), grievancetest.Case(1)
	b.Country = "TH"
	b.Events = b.Events[:1]
	a.Events[0].Detail, b.Events[0].Detail = grievance.Seal("one name"), grievance.Seal("another")
	fmt.Println(grievancetest.Diff(a, b))
	// Output:
	// Country: got MY, want TH
	// Events[0].Detail: the secrets differ
	// Events[1]: is one too many
}

// In a test of a host program, which logs a case.
func TestWhatIsSealedDoesNotComeOut(t *testing.T) {
	const planted = "Vwqzkxj-Jhgtrpm"
	c := grievancetest.Case(1, func(c *grievance.Case) { c.Country = "TH" })
	c.Events[0].Detail = grievance.Seal(planted)
	if _, leaked := grievancetest.Leak(fmt.Sprintf("%+v", c), planted); leaked {
		t.Error("a secret came out")
	}
}

func ExampleSame() {
	fmt.Println(grievancetest.Same(grievance.Seal("a name"), grievance.Seal("a name")))
	// Output: true
}

// A host runs its own store through the rules in its tests.
func ExampleCheckStore() {
	err := grievancetest.CheckStore(context.Background(), func() grievancetest.Store { return new(grievancetest.Memory) })
	fmt.Println(err)
	// Output: <nil>
}

// A host looks for a planted secret in what its program writes.
func ExampleLeak() {
	_, leaked := grievancetest.Leak(fmt.Sprintf("%+v", grievance.Identity{Name: grievance.Seal("Vwqzkxj-Jhgtrpm")}), "Vwqzkxj-Jhgtrpm")
	fmt.Println(leaked)
	// Output: false
}

func ExampleLog() {
	c := grievancetest.Case(1)
	grievancetest.Log(&c, grievance.Admit, grievance.Investigate, grievance.Find)
	s, _ := c.StateAt(risk.Date{})
	fmt.Println(s.Stage, s.Since, s.Finding)
	// Output: findings 2021-03-06 substantiated
}

// A sound case, mechanism or remedy with what the test is about changed.
func ExampleCase() {
	c := grievancetest.Case(1, func(c *grievance.Case) { c.Country = "TH" })
	m := grievancetest.Mechanism(func(m *grievance.Mechanism) { m.Anonymous = risk.No })
	r := grievancetest.Remedy(1, func(r *grievance.Remedy) { r.Amount.Minor = 250_000 })
	fmt.Println(c.Country, len(c.Events), m.Anonymous, r.Amount, r.Check())
	// Output: TH 2 no 2500.00 USD <nil>
}

func ExampleID() {
	fmt.Println(grievancetest.ID(7))
	// Output: 00000000-0000-7007-8000-000000000007
}

// Complete fills in what an event needs, so that a test states only what it is
// about.
func ExampleComplete() {
	c := grievancetest.Case(1)
	e := grievancetest.Event(&c, 2, grievance.Reject, "2021-03-05")
	fmt.Println(c.Append(2, risk.Date{}, e) != nil)
	grievancetest.Complete(&e)
	fmt.Println(c.Append(2, risk.Date{}, e), e.Reason, e.Notice)
	// Output:
	// true
	// <nil> out-of-scope told
}

// Many cases to try figures and stores with, the same on every run.
func ExampleCases() {
	events := 0
	for c := range grievancetest.Cases(1, 1000) {
		events += len(c.Events)
	}
	places := grievancetest.Places()
	fmt.Println(events > 5000, len(places), slices.IndexFunc(places, func(p grievance.Place) bool { return p.Site == grievancetest.ID(100) }))
	// Output: true 101 0
}

func ExampleMemory() {
	var store grievancetest.Memory
	c := grievancetest.Case(1)
	ctx := context.Background()
	fmt.Println(store.Create(ctx, &c), store.Append(ctx, c.ID, 2, grievancetest.Event(&c, 2, grievance.Admit, "2021-03-05")))
	got, err := store.Load(ctx, c.ID)
	fmt.Println(len(got.Events), err)
	// Output:
	// <nil> <nil>
	// 3 <nil>
}

// What a store breaks has a stable name.
func ExampleRuleError() {
	err := error(&grievancetest.RuleError{Rule: "created-once", Asks: "a case is created once", Err: errors.New("it was created twice")})
	var broken *grievancetest.RuleError
	fmt.Println(errors.As(err, &broken), broken.Rule)
	fmt.Println(err)
	// Output:
	// true created-once
	// created-once: a case is created once: it was created twice
}
