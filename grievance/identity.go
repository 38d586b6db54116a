package grievance

import (
	"encoding/json"

	"github.com/google/uuid"
)

// Identity is who a person in a case is. It is a record of its own, kept apart
// from the case and read by those few who need it; a [Case] names it by ID only.
type Identity struct {
	ID       uuid.UUID `json:"id"`
	Name     Secret    `json:"name,omitzero"`
	Contact  Secret    `json:"contact,omitzero"`
	Token    Secret    `json:"token,omitzero"` // by which someone without a name is answered
	Language string    `json:"language,omitzero"`
	Detail   Secret    `json:"detail,omitzero"` // anything else that could point at the person
}

// MarshalConfidential returns the JSON form with its secrets in clear, for the
// host's protected store. Each secret that is not empty is revealed on record
// with access a, whose Of and Field are filled in. json.Unmarshal reads the form
// back, sealed.
func (p Identity) MarshalConfidential(a Access, audit Audit) ([]byte, error) {
	type plain Identity
	clear := struct {
		plain
		Name    string `json:"name,omitzero"`
		Contact string `json:"contact,omitzero"`
		Token   string `json:"token,omitzero"`
		Detail  string `json:"detail,omitzero"`
	}{plain: plain(p)}
	a.Of = p.ID
	for _, f := range []struct {
		name string
		from Secret
		to   *string
	}{
		{"name", p.Name, &clear.Name},
		{"contact", p.Contact, &clear.Contact},
		{"token", p.Token, &clear.Token},
		{"detail", p.Detail, &clear.Detail},
	} {
		a.Field = f.name
		if err := revealInto(f.to, f.from, a, audit); err != nil {
			return nil, err
		}
	}
	return json.Marshal(clear)
}

// revealInto sets *to to the text of s, on record unless there is none.
func revealInto(to *string, s Secret, a Access, audit Audit) error {
	if s.IsZero() {
		return nil
	}
	text, err := s.Reveal(a, audit)
	*to = text
	return err
}
