package supplier

import "github.com/hrdd-go/hrdd/internal/textenum"

var relationshipKindText = textenum.Table[RelationshipKind]{
	Kind:  "kind of relationship",
	Names: []string{"", "supply", "subcontract", "on-site-contractor", "intermediary", "return", "distribution"},
}
