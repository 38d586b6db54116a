package grievance

import (
	"crypto/subtle"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
)

// Mask is what stands for a [Secret] wherever one is printed or encoded.
const Mask = "[confidential]"

// Secret is a text about a person that must not come out by accident: a name,
// an address, what happened to someone, where and when.
//
// Printed with any verb, logged, marshalled to JSON, text, XML, binary or gob,
// put into an error, a template or a test failure, it shows [Mask] and nothing
// of the text, not even its length. A database column refuses it. The text is
// read by [Secret.Reveal] only. That holds for a Secret deep inside other
// values too, in unexported fields and behind pointers: the text is held by a
// function, where printing by reflection cannot follow.
//
// A Secret read from JSON, text or a column is sealed at once. One read from
// what was marshalled without its text, that is from Mask, is withheld: it is
// known to be there and cannot be revealed, see [Secret.Withheld].
//
// Secrets are immutable and may be shared by any number of goroutines. The
// operator == says whether two are the same sealing; whether two hold the same text
// is asked with [Secret.Matches]. The zero value holds nothing.
type Secret struct {
	open *opener
}

// opener returns the text of a secret, and false if it is not at hand. Nothing
// but a call gets at what it holds.
type opener func() (string, bool)

// withheld is the opener of every secret whose text is elsewhere.
var withheld opener = func() (string, bool) { return "", false }

// Seal returns a secret that holds text, the zero Secret for an empty text. The
// caller drops its own copy.
func Seal(text string) Secret {
	if text == "" {
		return Secret{}
	}
	open := opener(func() (string, bool) { return text, true })
	return Secret{&open}
}

// IsZero reports whether there is nothing to hide.
func (s Secret) IsZero() bool { return s.open == nil }

// Withheld reports whether there is a text that is not at hand, because the
// secret was read from data that were written without it.
func (s Secret) Withheld() bool {
	if s.open == nil {
		return false
	}
	_, ok := (*s.open)()
	return !ok
}

// Equal reports whether s and t are the same sealing, as == does. It says nothing
// of their texts: whether two sealings hold the same text could be tried with one
// name after the other, and is asked on record with [Secret.Matches]. All withheld
// secrets are one sealing.
func (s Secret) Equal(t Secret) bool { return s.open == t.open }

// same reports whether s and t hold the same text, in a time that depends on the
// lengths of the texts only. A withheld secret is the same as itself only.
func (s Secret) same(t Secret) bool {
	if s.open == nil || t.open == nil || s.open == t.open {
		return s.open == t.open
	}
	a, ok := (*s.open)()
	b, known := (*t.open)()
	return ok && known && subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1
}

// Format writes [Mask], whatever the verb and its flags. It implements
// fmt.Formatter.
func (s Secret) Format(f fmt.State, _ rune) { io.WriteString(f, Mask) }

// String returns [Mask].
func (s Secret) String() string { return Mask }

// GoString returns [Mask].
func (s Secret) GoString() string { return Mask }

// LogValue returns [Mask]. It implements slog.LogValuer.
func (s Secret) LogValue() slog.Value { return slog.StringValue(Mask) }

// AppendText appends [Mask], nothing for the zero Secret.
func (s Secret) AppendText(b []byte) ([]byte, error) {
	if s.open == nil {
		return b, nil
	}
	return append(b, Mask...), nil
}

// MarshalText returns [Mask], an empty text for the zero Secret. To write the
// text itself see [Case.MarshalConfidential].
func (s Secret) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText seals a text; [Mask] gives a withheld secret.
func (s *Secret) UnmarshalText(b []byte) error {
	if string(b) == Mask {
		*s = Secret{&withheld}
		return nil
	}
	*s = Seal(string(b))
	return nil
}

// ErrNotText says that a secret was read from something other than text. It
// does not say from what.
var ErrNotText = errors.New("grievance: a secret is a text; what was found is not shown")

// MarshalJSON returns [Mask] as a string.
func (s Secret) MarshalJSON() ([]byte, error) {
	if s.open == nil {
		return []byte(`""`), nil
	}
	return []byte(`"` + Mask + `"`), nil
}

// UnmarshalJSON seals a string, null as the zero Secret; [Mask] gives a withheld
// secret. For anything else it returns [ErrNotText], which does not quote it.
func (s *Secret) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*s = Secret{}
		return nil
	}
	var text string
	if len(b) == 0 || b[0] != '"' || json.Unmarshal(b, &text) != nil {
		return ErrNotText
	}
	return s.UnmarshalText([]byte(text))
}

// MarshalBinary returns [Mask], nothing for the zero Secret. It serves
// encoding/gob.
func (s Secret) MarshalBinary() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalBinary seals a text; [Mask] gives a withheld secret.
func (s *Secret) UnmarshalBinary(b []byte) error { return s.UnmarshalText(b) }

// ErrColumn says that a secret was given to a database as it is.
var ErrColumn = errors.New("grievance: a secret is not written to a column by itself; reveal it with a purpose, or write the confidential form of its record")

// Value returns [ErrColumn]: neither the text nor the mask belongs in a column
// by accident. It implements driver.Valuer.
func (s Secret) Value() (driver.Value, error) {
	if s.open == nil {
		return nil, nil
	}
	return nil, ErrColumn
}

// Scan seals the text of a column, NULL as the zero Secret. It implements
// database/sql.Scanner.
func (s *Secret) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*s = Secret{}
		return nil
	case string:
		return s.UnmarshalText([]byte(v))
	case []byte:
		return s.UnmarshalText(v)
	}
	return ErrNotText
}
