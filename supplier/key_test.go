package supplier

import (
	"testing"

	"github.com/google/uuid"
)

func TestNoTwoListsOfPartsGiveOneID(t *testing.T) {
	seen := map[uuid.UUID][]string{}
	for _, parts := range [][]string{
		{}, {""}, {"", ""}, {"a"}, {"a", ""}, {"", "a"}, {"a", "b"}, {"ab"}, {"a\x00b"}, {"a\x00", "b"}, {"a", "\x00b"}, {"a\x01b"},
		{"a\x01", "b"}, {"a\x01\x02b"}, {"a\x01\x01b"}, {"a\x01\x01\x02b"}, {"\x00"}, {"\x00\x00"}, {"\x01\x02"}, {"\x01"},
	} {
		id := derivedID(parts...)
		if before, ok := seen[id]; ok {
			t.Errorf("%q and %q give one ID", before, parts)
		}
		seen[id] = parts
	}
}

// IDs are stored by hosts: one that changed would make every import anew.
func TestDerivedIDsNeverChange(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{KeyID("sap", " 4711 ").String(), KeyID("sap", "4711").String()},
		{KeyID("sap", "4711").String(), "eceb4cb8-095e-5274-bcb1-f845c14c4820"},
		{KeyID(SystemOSHub, "CN2021250D1DTN7").String(), "714f0661-c541-5be8-920f-48e5fa4c2c40"},
	} {
		if c.got != c.want {
			t.Errorf("%s, want %s", c.got, c.want)
		}
	}
}
