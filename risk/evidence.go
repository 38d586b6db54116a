package risk

import "github.com/hrdd-go/hrdd/internal/textenum"

// EvidenceKind says what kind of thing a piece of evidence is.
type EvidenceKind uint8

const (
	EvidenceNotStated EvidenceKind = iota
	Document                       // a policy, contract, report or record
	Interview                      // what a person told the assessor
	Observation                    // what an assessor saw on site
	Data                           // figures, indicators, measurements
	Publication                    // a public source
	Testimony                      // what affected people say of their own experience
)

var evidenceKindText = textenum.Table[EvidenceKind]{
	Kind:  "kind of evidence",
	Names: []string{"", "document", "interview", "observation", "data", "publication", "testimony"},
}

// Evidence is what a judgement rests on. It describes the source and holds
// none of it; it never names a person who could be harmed by being named.
type Evidence struct {
	Kind         EvidenceKind `json:"kind,omitzero"`
	Source       string       `json:"source,omitzero"` // what and where: title, publisher, address
	Language     string       `json:"language,omitzero"`
	Date         Date         `json:"date,omitzero"`
	Citation     Citation     `json:"citation,omitzero"`
	Note         string       `json:"note,omitzero"`
	Confidential bool         `json:"confidential,omitzero"` // never leaves for the public
}

// Judgement says who judged something, when and on what evidence.
type Judgement struct {
	By       string     `json:"by,omitzero"` // a role or organisation, not a private person
	On       Date       `json:"on,omitzero"`
	Evidence []Evidence `json:"evidence,omitzero"`
}
