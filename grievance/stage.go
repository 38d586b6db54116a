package grievance

import "github.com/hrdd-go/hrdd/internal/textenum"

// Stage is where a case stands.
type Stage uint8

const (
	StageNotStated  Stage = iota
	Received              // it came in
	Acknowledged          // the complainant was told that it came in
	Screening             // it is being decided whether it can be taken on
	Admitted              // it was taken on
	Assessment            // it is being found out what the case needs
	InDialogue            // the parties talk
	Investigation         // facts are being established
	Findings              // it was decided what the facts show
	RemedyProposed        // remedy was offered
	RemedyAgreed          // those to whom it is due agreed to it
	RemedyDelivered       // it was given, as far as the one who gives it says
	Verified              // those to whom it is due were asked whether they have it
	Closed                // the case ended
	Rejected              // it was not taken on, with a reason
	Referred              // it was handed to another body
	Withdrawn             // the complainant withdrew it
	Appealed              // a decision in it is being looked at again
	stages          = iota
)

var stageText = textenum.Table[Stage]{
	Kind: "stage of a case",
	Names: []string{"", "received", "acknowledged", "screening", "admitted", "assessment", "dialogue", "investigation",
		"findings", "remedy-proposed", "remedy-agreed", "remedy-delivered", "verified", "closed", "rejected",
		"referred", "withdrawn", "appealed"},
}

// Ended reports whether nothing more is to be done at the stage, unless someone
// appeals, reopens the case or reports retaliation.
func (s Stage) Ended() bool { return s == Closed || s == Rejected || s == Referred || s == Withdrawn }
