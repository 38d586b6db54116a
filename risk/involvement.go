package risk

import "github.com/hrdd-go/hrdd/internal/textenum"

// Involvement says how a company is involved in a harm (UNGP 13 and 19). It
// decides what the company must do. It says nothing of where in the supply
// network the harm is, and never changes how severe it is.
//
// The zero value is Undetermined: the facts do not decide it yet.
type Involvement uint8

const (
	Undetermined   Involvement = iota // the facts do not decide it yet
	NotLinked                         // no connection to operations, products or services
	DirectlyLinked                    // through a business relationship, at any tier (13b)
	Contributes                       // a substantial part of the cause (13a)
	Causes                            // its own act or omission suffices (13a)
)

var involvementText = textenum.Table[Involvement]{
	Kind:  "involvement",
	Names: []string{"undetermined", "not-linked", "directly-linked", "contributes", "causes"},
}
