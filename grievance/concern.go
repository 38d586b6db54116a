package grievance

import (
	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// ConcernKind is something about how a case is handled that a person should look
// at. It refuses nothing.
type ConcernKind uint8

const (
	ConcernNotStated        ConcernKind = iota
	WaiverOfRights                      // a remedy asks people to give up legal claims
	OtherRoutesBlocked                  // courts or other mechanisms do not stay open
	ContactBeforeRiskRated              // the other side was met before the risk of retaliation was rated
	ReferredWithoutConsent              // the case went to another body without the person's consent
	WithdrawnUnderPressure              // or nobody could ask in safety
	RaisedWithoutProtection             // a case that goes before others has no interim protection
	RetaliationAfterEnd                 // an ended case has a report of retaliation that nobody has looked into
	RemedyFallsShort                    // the person says that the remedy does not put things right
)

var concernText = textenum.Table[ConcernKind]{
	Kind: "concern about a case",
	Names: []string{"", "waiver-of-rights", "other-routes-blocked", "contact-before-risk-rated",
		"referred-without-consent", "withdrawn-under-pressure", "raised-without-protection",
		"retaliation-after-end", "remedy-falls-short"},
}

// Concern is something about how a case is handled that a person should look at,
// with the principle that it rests on. It holds no detail of the case.
type Concern struct {
	Kind   ConcernKind   `json:"kind,omitzero"`
	Source risk.Citation `json:"source,omitzero"`
}

// Concerns returns what a person should look at in a case that stands at s, in
// the order of the kinds.
func (s *State) Concerns() []Concern {
	waiver, short := false, false
	for i := range s.Remedies {
		waiver = waiver || s.Remedies[i].Remedy.Waiver == risk.Yes
		short = short || s.Remedies[i].View == NotAdequate
	}
	var found []Concern
	for _, c := range [...]struct {
		holds  bool
		kind   ConcernKind
		source risk.Citation
	}{
		{waiver, WaiverOfRights, RightsCompatible.Citation()},
		{s.Routes == risk.No, OtherRoutesBlocked, risk.Principle(29)},
		{s.unassessed, ContactBeforeRiskRated, Legitimate.Citation()},
		{s.Stage == Referred && s.shared, ReferredWithoutConsent, RightsCompatible.Citation()},
		{s.Stage == Withdrawn && s.Withdrawal != Freely, WithdrawnUnderPressure, Legitimate.Citation()},
		{s.Raised() && !s.Protected, RaisedWithoutProtection, Legitimate.Citation()},
		{s.Stage.Ended() && s.OpenReports > 0, RetaliationAfterEnd, Legitimate.Citation()},
		{short, RemedyFallsShort, RightsCompatible.Citation()},
	} {
		if c.holds {
			found = append(found, Concern{c.kind, c.source})
		}
	}
	return found
}
