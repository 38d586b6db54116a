package risk

import "github.com/hrdd-go/hrdd/internal/textenum"

// Abuse says whether a harm is of a kind at which some regimes ask a company to
// suspend a business relationship at once; see [Regime].AtOnce. The zero value
// is unknown: nobody has said, which is not AbuseOther.
//
// Source: OECD Due Diligence Guidance for Responsible Supply Chains of Minerals
// from Conflict-Affected and High-Risk Areas, Annex II.
type Abuse uint8

const (
	AbuseUnknown      Abuse = iota
	AbuseOther              // none of the kinds below
	AbuseTorture            // torture, and cruel, inhuman or degrading treatment
	AbuseForcedLabour       // forced or compulsory labour
	AbuseChildLabour        // the worst forms of child labour
	AbuseGross              // other gross human rights abuses, war crimes and crimes against humanity among them
	AbuseArmedSupport       // direct or indirect support to armed groups
)

var abuseText = textenum.Table[Abuse]{
	Kind: "kind of abuse",
	Names: []string{
		"unknown", "other", "torture", "forced-labour", "worst-forms-of-child-labour", "gross-abuse", "support-to-armed-groups",
	},
}

// Known reports whether the kind of abuse has been stated, AbuseOther included.
func (a Abuse) Known() bool { return a >= AbuseOther && a <= AbuseArmedSupport }
