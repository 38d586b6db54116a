package risk

import "github.com/hrdd-go/hrdd/internal/textenum"

// Basis says whether a rating looks at a risk before or after the measures
// that are taken against it. Both are kept; identification ranks on Inherent.
type Basis uint8

const (
	BasisNotStated Basis = iota
	Inherent             // before any measure; identification ranks on it
	Residual             // with the measures that are in place and shown to work
)

var basisText = textenum.Table[Basis]{Kind: "basis of a rating", Names: []string{"", "inherent", "residual"}}
