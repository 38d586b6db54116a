package supplier

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Participation says that a supplier or site takes part in a programme: a
// training, a coaching, a joint initiative. It is something that is done, not
// a state of conformity, see [Participation.ConformityWeight].
type Participation struct {
	ID           uuid.UUID     `json:"id"`
	Programme    string        `json:"programme"` // lower-kebab-case: "rba-factory-lead", or the host's own
	Kind         ProgrammeKind `json:"kind,omitzero"`
	Supplier     uuid.UUID     `json:"supplier"`
	Site         uuid.UUID     `json:"site,omitzero"`
	People       risk.Count    `json:"people,omitzero"` // who took part or hold the certificate; never their names
	Period       risk.Period   `json:"period,omitzero"`
	Completed    risk.Answer   `json:"completed,omitzero"`
	Note         string        `json:"note,omitzero"`
	Illustrative bool          `json:"illustrative,omitzero"`
}

// ProgrammeKind says what taking part in a programme means.
type ProgrammeKind uint8

const (
	ProgrammeNotStated ProgrammeKind = iota
	PersonTraining                   // people at a site are trained, and may be certified, as persons
	SiteEngagement                   // a site assesses itself and is coached
	JointInitiative                  // several companies act together
)

var programmeKindText = textenum.Table[ProgrammeKind]{
	Kind: "kind of programme", Names: []string{"", "person-training", "site-engagement", "joint-initiative"},
}

// IDs of the programmes that this package knows.
const (
	// RBAFactoryLead certifies a person at a facility who is responsible for
	// the RBA Code there. More than one person may be certified and the site
	// need not be a member. It is a training of a person, not a grade of a
	// site.
	RBAFactoryLead = "rba-factory-lead"
	// RBAFactoryEngagement is coaching with a self-assessment; it is not an
	// audit.
	RBAFactoryEngagement = "rba-factory-engagement"
)

// ConformityWeight is what taking part says about the conformity of a site with
// a standard: nothing, so it is 0 for every programme. It stands here so that
// the number can be asked for and the rule be read; audits and certificates
// speak of conformity.
func (Participation) ConformityWeight() int { return 0 }
