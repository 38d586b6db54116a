package supplier

import (
	"strings"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textfold"
)

// keySpace is the name space of all IDs that are derived from outside keys. It
// never changes, or every import would make everything anew.
var keySpace = uuid.UUID{0x15, 0x0a, 0xcf, 0xce, 0x79, 0x0e, 0x41, 0xca, 0xa7, 0x06, 0x6c, 0x0d, 0xab, 0xf0, 0x9b, 0x6d}

// Systems of outside keys that the readers of this package use.
const (
	SystemOSHub = "os-hub"  // Open Supply Hub IDs of production locations
	SystemCID   = "rmi-cid" // smelter and refiner IDs of the Responsible Minerals Initiative
)

// KeyID returns the ID of what an outside register knows under a key: a UUID of
// version 5, always the same for the same system and key, so that a second
// import changes nothing. The key is taken as it stands, spaces at its ends
// apart.
func KeyID(system, key string) uuid.UUID {
	return derivedID(system, strings.TrimSpace(key))
}

// ID returns the ID that [KeyID] derives from the key.
func (k OutsideKey) ID() uuid.UUID { return KeyID(k.System, k.Key) }

// derivedID returns a UUID of version 5 of several parts. No two lists of parts
// give the same text: each ends with a zero byte, and a zero byte of its own is
// written as two bytes.
func derivedID(parts ...string) uuid.UUID {
	var b []byte
	for _, p := range parts {
		if strings.ContainsAny(p, "\x00\x01") {
			p = strings.ReplaceAll(strings.ReplaceAll(p, "\x01", "\x01\x01"), "\x00", "\x01\x02")
		}
		b = append(b, p...)
		b = append(b, 0)
	}
	return uuid.NewSHA1(keySpace, b)
}

// placeID derives an ID from what a facility is called and where it is, for
// lists that give no key. Spelling counts only as far as letters and digits.
func placeID(kind, name, country, address string) uuid.UUID {
	return derivedID(kind, textfold.Name(name), country, textfold.Name(address))
}
