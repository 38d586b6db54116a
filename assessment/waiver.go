package assessment

import "github.com/hrdd-go/hrdd/risk"

// Waiver switches off one review rule with the reason, which every report
// shows.
type Waiver struct {
	Rule   string    `json:"rule"`
	Reason string    `json:"reason"`
	By     string    `json:"by,omitzero"` // a role, not a private person
	On     risk.Date `json:"on,omitzero"`
}
