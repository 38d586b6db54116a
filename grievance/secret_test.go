package grievance_test

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

func TestASecretIsReadOnRecordOnly(t *testing.T) {
	s := grievance.Seal(planted)
	full := grievance.Access{Purpose: grievance.ToContact, By: "case handler"}
	var trail []grievance.Access
	record := func(a grievance.Access) error { trail = append(trail, a); return nil }
	broken := errors.New("the trail is full")
	var masked grievance.Secret
	if err := masked.UnmarshalText([]byte(grievance.Mask)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		secret grievance.Secret
		access grievance.Access
		audit  grievance.Audit
		want   grievance.Refusal
	}{
		{"no purpose", s, grievance.Access{By: "case handler"}, record, grievance.NoPurpose},
		{"a purpose that there is not", s, grievance.Access{Purpose: 200, By: "case handler"}, record, grievance.NoPurpose},
		{"no reader", s, grievance.Access{Purpose: grievance.ToContact}, record, grievance.NoReader},
		{"no audit", s, full, nil, grievance.NoAudit},
		{"audit fails", s, full, func(grievance.Access) error { return broken }, grievance.AuditFailed},
		{"withheld", masked, full, record, grievance.TextWithheld},
	} {
		text, err := c.secret.Reveal(c.access, c.audit)
		var refused *grievance.RevealError
		if text != "" || !errors.As(err, &refused) || refused.Refusal != c.want {
			t.Errorf("%s: got %q, %v", c.name, text, err)
		}
		if c.want == grievance.AuditFailed && !errors.Is(err, broken) {
			t.Errorf("%s: the audit's own error is lost: %v", c.name, err)
		}
	}
	if len(trail) != 0 {
		t.Errorf("refused readings are on record as readings: %v", trail)
	}
	text, err := s.Reveal(full, record)
	if err != nil || text != planted || len(trail) != 1 || trail[0] != full {
		t.Errorf("got %q, %v, trail %v", text, err, trail)
	}
}

func TestWhetherTwoSecretsAreTheSameIsAskedOnRecordOnly(t *testing.T) {
	a, b, other := grievance.Seal(planted), grievance.Seal(planted), grievance.Seal(planted+"!")
	same := a
	if a != same || a == b || !a.Equal(same) || a.Equal(b) || a.Equal(grievance.Secret{}) || !(grievance.Secret{}).Equal(grievance.Seal("")) {
		t.Error("== and Equal do not tell sealings apart, and nothing else")
	}
	if !reflect.DeepEqual(grievance.Identity{Name: a}, grievance.Identity{Name: same}) {
		t.Error("a record differs from its own copy")
	}
	var masked grievance.Secret
	_ = masked.UnmarshalText([]byte(grievance.Mask))
	if !masked.Withheld() || a.Withheld() {
		t.Error("a withheld secret is taken for one that is at hand")
	}
	asked := 0
	record := func(grievance.Access) error { asked++; return nil }
	who := grievance.Access{Purpose: grievance.ToCompare, By: "case handler"}
	for _, c := range []struct {
		a, b grievance.Secret
		want bool
	}{{a, b, true}, {a, a, true}, {a, other, false}, {a, grievance.Secret{}, false}, {grievance.Secret{}, grievance.Secret{}, true}} {
		before := asked
		if got, err := c.a.Matches(c.b, who, record); got != c.want || err != nil || asked != before+1 {
			t.Errorf("got %v, %v; %d on record", got, err, asked-before)
		}
	}
	for want, ask := range map[grievance.Refusal]func() (bool, error){
		grievance.NoPurpose: func() (bool, error) { return a.Matches(b, grievance.Access{By: "x"}, record) },
		grievance.NoReader:  func() (bool, error) { return a.Matches(b, grievance.Access{Purpose: grievance.ToCompare}, record) },
		grievance.NoAudit:   func() (bool, error) { return a.Matches(b, who, nil) },
		grievance.AuditFailed: func() (bool, error) {
			return a.Matches(b, who, func(grievance.Access) error { return errors.New("full") })
		},
		grievance.TextWithheld: func() (bool, error) { return a.Matches(masked, who, record) },
	} {
		before := asked
		var refused *grievance.RevealError
		if got, err := ask(); got || !errors.As(err, &refused) || refused.Refusal != want || asked != before {
			t.Errorf("%s: got %v, %v", want, got, err)
		}
	}
}

func TestSecretsAreSealedAtTheDoor(t *testing.T) {
	var p grievance.Identity
	in := `{"id":"` + uuid.Nil.String() + `","name":"` + planted + `","contact":null}`
	if err := json.Unmarshal([]byte(in), &p); err != nil {
		t.Fatal(err)
	}
	if !grievancetest.Same(p.Name, grievance.Seal(planted)) || !p.Contact.IsZero() {
		t.Error("the name did not arrive, or a contact did")
	}
	for _, bad := range []string{`{"name":4815162342}`, `{"name":{"` + planted + `":1}}`, `{"name":["` + planted + `"]}`, `{"name":true}`} {
		err := json.Unmarshal([]byte(bad), &p)
		if !errors.Is(err, grievance.ErrNotText) {
			t.Errorf("got %v", err)
		}
		if part, ok := leaks(fmt.Sprint(err)); ok || strings.Contains(fmt.Sprint(err), "4815162342") {
			t.Errorf("the error shows %q: %v", part, err)
		}
	}
	var s grievance.Secret
	for _, src := range []any{planted, []byte(planted)} {
		if err := s.Scan(src); err != nil || !grievancetest.Same(s, grievance.Seal(planted)) {
			t.Errorf("from a column: %v", err)
		}
	}
	if err := s.Scan(int64(4815162342)); !errors.Is(err, grievance.ErrNotText) {
		t.Errorf("from a column of numbers: %v", err)
	}
	if v, err := grievance.Seal(planted).Value(); v != nil || !errors.Is(err, grievance.ErrColumn) {
		t.Errorf("to a column: %v, %v", v, err)
	}
	var bin grievance.Secret
	if err := bin.UnmarshalBinary([]byte(planted)); err != nil || !grievancetest.Same(bin, grievance.Seal(planted)) {
		t.Errorf("from binary: %v", err)
	}
}

func TestARecordWrittenWithoutItsSecretsSaysSoWhenReadAgain(t *testing.T) {
	p := grievance.Identity{ID: grievancetest.ID(3), Name: grievance.Seal(planted)}
	b, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var back grievance.Identity
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if !back.Name.Withheld() || !back.Contact.IsZero() {
		t.Error("a name that was held back looks like a name, or like none")
	}
	if _, err := back.MarshalConfidential(grievance.Access{Purpose: grievance.ToStore, By: "store"}, func(grievance.Access) error { return nil }); err == nil {
		t.Error("the mask would be stored in place of the name")
	}
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(p); err != nil {
		t.Fatal(err)
	}
	var fromGob grievance.Identity
	if err := gob.NewDecoder(&buf).Decode(&fromGob); err != nil || !fromGob.Name.Withheld() {
		t.Errorf("through gob: %v", err)
	}
}

func TestTheConfidentialFormKeepsEverything(t *testing.T) {
	s := grievance.Seal(planted)
	c := grievance.Case{ID: grievancetest.ID(2), Rights: []risk.RightID{"safe-work"}, Events: []grievance.Event{
		{ID: grievancetest.ID(4), Case: grievancetest.ID(2), Kind: grievance.Receive, On: risk.MustParseDate("2021-03-01"), Detail: s},
		{ID: grievancetest.ID(5), Case: grievancetest.ID(2), Kind: grievance.Acknowledge, On: risk.MustParseDate("2021-03-02")},
	}}
	var trail []grievance.Access
	record := func(a grievance.Access) error { trail = append(trail, a); return nil }
	store := grievance.Access{Purpose: grievance.ToStore, By: "store"}
	b, err := c.MarshalConfidential(store, record)
	if err != nil {
		t.Fatal(err)
	}
	if len(trail) != 1 || trail[0].Of != c.ID || trail[0].Field != "detail" {
		t.Errorf("trail %v", trail)
	}
	var back grievance.Case
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if !grievancetest.Same(back.Events[0].Detail, s) {
		t.Error("the detail is lost")
	}
	back.Events[0].Detail = c.Events[0].Detail
	if !reflect.DeepEqual(c, back) {
		t.Errorf("came back as %+v", back)
	}
	p := grievance.Identity{ID: grievancetest.ID(3), Name: s, Contact: s, Token: s, Detail: s, Language: "ne"}
	trail = nil
	b, err = p.MarshalConfidential(store, record)
	if err != nil || len(trail) != 4 {
		t.Fatalf("%v, trail %v", err, trail)
	}
	var who grievance.Identity
	if err := json.Unmarshal(b, &who); err != nil {
		t.Fatal(err)
	}
	if !grievancetest.Same(who.Name, s) || !grievancetest.Same(who.Contact, s) || !grievancetest.Same(who.Token, s) || !grievancetest.Same(who.Detail, s) || who.Language != "ne" || who.ID != p.ID {
		t.Errorf("came back as %v", who)
	}
	if _, err := c.MarshalConfidential(store, func(grievance.Access) error { return errors.New("no") }); err == nil {
		t.Error("details were written although the access could not be recorded")
	}
}
