package risk

import "github.com/hrdd-go/hrdd/internal/textenum"

// Status says whether a harm has happened or may happen. Potential harm calls
// for prevention or mitigation, actual harm for remediation (UNGP 17,
// commentary).
type Status uint8

const (
	StatusNotStated Status = iota
	Potential              // may happen
	Actual                 // has happened or is happening
)

var statusText = textenum.Table[Status]{Kind: "status of a harm", Names: []string{"", "potential", "actual"}}
