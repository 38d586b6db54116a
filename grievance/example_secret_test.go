package grievance_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
)

// A careless program gives nothing away.
func ExampleSecret() {
	who := grievance.Identity{
		ID:      grievancetest.ID(3),
		Name:    grievance.Seal("the complainant's name"),
		Contact: grievance.Seal("+00 000 0000"),
	}
	fmt.Printf("%v %q %x\n", who.Name, who.Name, who.Contact)
	fmt.Println(fmt.Errorf("could not reach %s", who.Name))
	out, _ := json.Marshal(who)
	fmt.Println(string(out))
	logger := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}))
	logger.Info("called", "person", who.Name)
	// Output:
	// [confidential] [confidential] [confidential]
	// could not reach [confidential]
	// {"id":"00000000-0000-7003-8000-000000000003","name":"[confidential]","contact":"[confidential]"}
	// level=INFO msg=called person=[confidential]
}

func ExampleSeal() {
	s := grievance.Seal("what happened, in the person's words")
	fmt.Println(s, s.IsZero(), grievance.Seal("").IsZero())
	// Output: [confidential] false true
}

// A secret is read for a stated purpose, and the host records it.
func ExampleSecret_Reveal() {
	name := grievance.Seal("the complainant's name")
	record := func(a grievance.Access) error {
		fmt.Println("on record:", a.Purpose, "by", a.By)
		return nil
	}
	text, err := name.Reveal(grievance.Access{Purpose: grievance.ToDeliverRemedy, By: "remedy officer"}, record)
	fmt.Println(len(text), err)

	_, err = name.Reveal(grievance.Access{By: "remedy officer"}, record)
	var refused *grievance.RevealError
	fmt.Println(errors.As(err, &refused), refused.Refusal)
	// Output:
	// on record: to-deliver-remedy by remedy officer
	// 22 <nil>
	// true no-purpose
}

// An audit function that fails keeps the secret closed.
func ExampleAudit() {
	full := errors.New("the audit trail is full")
	var audit grievance.Audit = func(grievance.Access) error { return full }
	_, err := grievance.Seal("a name").Reveal(grievance.Access{Purpose: grievance.ToContact, By: "handler"}, audit)
	fmt.Println(err)
	fmt.Println(errors.Is(err, full))
	// Output:
	// grievance: the access was not recorded, so the secret stays closed: the audit trail is full
	// true
}

// Two records are found to be about one person without showing who that is.
func ExampleSecret_Matches() {
	a, b := grievance.Seal("a name"), grievance.Seal("a name")
	same, err := a.Matches(b, grievance.Access{Purpose: grievance.ToCompare, By: "case handler"}, func(a grievance.Access) error {
		fmt.Println("on record:", a.Purpose)
		return nil
	})
	fmt.Println(same, err)
	// Output:
	// on record: to-compare
	// true <nil>
}

// Without a purpose nobody learns whether two secrets are the same.
func ExampleSecret_Equal() {
	a, b := grievance.Seal("a name"), grievance.Seal("a name")
	fmt.Println(a.Equal(a), a.Equal(b))
	// Output: true false
}

// What was written without its secrets says so when it is read again.
func ExampleSecret_Withheld() {
	out, _ := json.Marshal(grievance.Identity{Name: grievance.Seal("a name")})
	var back grievance.Identity
	fmt.Println(json.Unmarshal(out, &back), back.Name.Withheld(), back.Contact.IsZero())
	// Output: <nil> true true
}

// The host's protected store gets everything, on record; what comes back is
// sealed.
func ExampleIdentity_MarshalConfidential() {
	who := grievance.Identity{ID: grievancetest.ID(3), Name: grievance.Seal("a name"), Language: "ne"}
	out, err := who.MarshalConfidential(grievance.Access{Purpose: grievance.ToStore, By: "store"}, func(a grievance.Access) error {
		fmt.Println("on record:", a.Purpose, a.Field)
		return nil
	})
	fmt.Println(string(out), err)
	var back grievance.Identity
	fmt.Println(json.Unmarshal(out, &back), back.Name, grievancetest.Same(back.Name, who.Name))
	// Output:
	// on record: to-store name
	// {"id":"00000000-0000-7003-8000-000000000003","language":"ne","name":"a name"} <nil>
	// <nil> [confidential] true
}

func ExampleEvent_MarshalConfidential() {
	c := grievancetest.Case(1)
	e := c.Events[0]
	e.Detail = grievance.Seal("as told on the phone")
	out, err := e.MarshalConfidential(grievance.Access{Purpose: grievance.ToStore, By: "store"}, func(grievance.Access) error { return nil })
	var back grievance.Event
	fmt.Println(err, json.Unmarshal(out, &back), grievancetest.Same(back.Detail, e.Detail))
	// Output: <nil> <nil> true
}

func ExampleCase_MarshalConfidential() {
	c := grievancetest.Case(1)
	c.Events[0].Detail = grievance.Seal("as told on the phone")
	out, err := c.MarshalConfidential(grievance.Access{Purpose: grievance.ToStore, By: "store"}, func(grievance.Access) error { return nil })
	var back grievance.Case
	fmt.Println(err, json.Unmarshal(out, &back))
	fmt.Printf("%q\n", grievancetest.Diff(back, c))
	// Output:
	// <nil> <nil>
	// ""
}
