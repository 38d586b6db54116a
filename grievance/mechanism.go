package grievance

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Mechanism is a routine way to raise a grievance and seek remedy: a company's
// own, a supplier's, an industry's, or the State's (UNGP 25 to 31).
//
// A Mechanism is plain data. It may be read by any number of goroutines as long
// as none writes.
type Mechanism struct {
	ID        uuid.UUID     `json:"id"`
	Code      string        `json:"code,omitzero"` // the host's own human code
	Name      string        `json:"name,omitzero"`
	Kind      MechanismKind `json:"kind,omitzero"`
	RunBy     string        `json:"runBy,omitzero"`    // the organisation that runs it
	Supplier  uuid.UUID     `json:"supplier,omitzero"` // the supplier that runs it, if one does
	Period    risk.Period   `json:"period,omitzero"`   // in which it takes complaints; open ends are allowed
	Channels  []Channel     `json:"channels,omitzero"`
	Languages []string      `json:"languages,omitzero"` // BCP 47

	// Users and Groups say who may complain. Where neither is stated, nobody
	// knows.
	Users  []User         `json:"users,omitzero"`
	Groups []risk.GroupID `json:"groups,omitzero"`
	Reach  Reach          `json:"reach,omitzero"` // the sites and suppliers that it serves

	FreeOfCharge risk.Answer `json:"freeOfCharge,omitzero"`
	Cost         risk.Money  `json:"cost,omitzero"`      // what a complaint costs the person, if it is not free
	Anonymous    risk.Answer `json:"anonymous,omitzero"` // does it take complaints without a name?
	// PrecludesOtherRemedies says whether a complainant gives up courts or other
	// mechanisms. It must not be so (UNGP 29, commentary).
	PrecludesOtherRemedies risk.Answer `json:"precludesOtherRemedies,omitzero"`

	Deadlines []Deadline `json:"deadlines,omitzero"` // the time that it gives itself for each stage
	Calendar  Calendar   `json:"calendar,omitzero"`  // of business days, for the deadlines
	// Watch is how long after a case ends the complainant is asked about
	// retaliation; see [DefaultWatch].
	Watch Span `json:"watch,omitzero"`
	// Illustrative marks an entry made up to show how the library works.
	Illustrative bool `json:"illustrative,omitzero"`
}

// MechanismKind says what kind of mechanism it is. UNGP 26 to 30 name the
// families; the kinds within them are this library's own.
type MechanismKind uint8

const (
	MechanismKindNotStated MechanismKind = iota
	OperationalLevel                     // a company's own, close to those it affects (29)
	CompanyHotline                       // a company-wide line, far from most sites
	SupplierLevel                        // a supplier's own, for its workers and neighbours
	Industry                             // an industry association's (30)
	MultiStakeholder                     // a multi-stakeholder initiative's (30)
	CertificationScheme                  // a standard's, against certified holders
	UnionBased                           // under a framework agreement with a union
	NationalContactPoint                 // under the OECD Guidelines: State, non-judicial (27)
	DevelopmentFinance                   // a development bank's accountability mechanism
	StateJudicial                        // courts and tribunals (26)
	StateNonJudicial                     // labour inspectorate, ombudsman, national institution (27)
	International                        // a regional or United Nations body (28)
	EscrowOmbuds                         // an outside person or body that both sides accept, who keeps complaints in trust (29)
)

var mechanismKindText = textenum.Table[MechanismKind]{
	Kind: "kind of grievance mechanism",
	Names: []string{"", "operational-level", "company-hotline", "supplier-level", "industry", "multi-stakeholder",
		"certification-scheme", "union-based", "national-contact-point", "development-finance", "state-judicial",
		"state-non-judicial", "international", "escrow-ombuds"},
}

// OperationalLevel reports whether the mechanism is one of a business for those
// whom it affects, so that the eighth criterion of UNGP 31 applies to it: a
// company's own, its hotline, a supplier's, or an outside person or body to whom a
// business turns (UNGP 29, commentary).
func (k MechanismKind) OperationalLevel() bool {
	return k == OperationalLevel || k == CompanyHotline || k == SupplierLevel || k == EscrowOmbuds
}

// StateBased reports whether a State runs the mechanism (UNGP 26 and 27).
func (k MechanismKind) StateBased() bool {
	return k == NationalContactPoint || k == StateJudicial || k == StateNonJudicial
}

// Channel is a way to bring a complaint.
type Channel uint8

const (
	ChannelNotStated     Channel = iota
	InPerson                     // at an office or to a person in charge
	Phone                        // a line that people call
	TextMessage                  // text or messenger
	App                          // an application on a phone
	WebForm                      // a form on a web site
	Email                        // electronic mail
	Post                         // letters
	SuggestionBox                // a box on site
	WorkerRepresentative         // a worker representative or committee
	Union                        // a trade union
	CivilSociety                 // a community or civil society organisation
)

var channelText = textenum.Table[Channel]{
	Kind: "channel",
	Names: []string{"", "in-person", "phone", "text-message", "app", "web-form", "email", "post", "suggestion-box",
		"worker-representative", "union", "civil-society"},
}

// User is a kind of person that a mechanism is open to.
type User uint8

const (
	UserNotStated      User = iota
	OwnWorkers              // of the business that runs it, however employed
	SupplyChainWorkers      // of suppliers at any tier that it reaches
	Communities             // people who live near or are affected by operations
	EndUsers                // consumers and users of products
	Representatives         // unions and organisations on behalf of others
	Anyone                  // everybody
)

var userText = textenum.Table[User]{
	Kind:  "kind of user of a mechanism",
	Names: []string{"", "own-workers", "supply-chain-workers", "communities", "end-users", "representatives", "anyone"},
}

// Reach names what a mechanism serves, by the identifiers of the supply
// network. A site is within reach if any of the fields holds it. The zero value
// says that nobody stated it: reach is then unknown, not none.
type Reach struct {
	Everywhere bool        `json:"everywhere,omitzero"`
	Sites      []uuid.UUID `json:"sites,omitzero"`
	Suppliers  []uuid.UUID `json:"suppliers,omitzero"` // with all their sites
	Countries  []string    `json:"countries,omitzero"` // ISO 3166-1 alpha-2
	MaxTier    uint8       `json:"maxTier,omitzero"`   // every site at tier 0 to this one; 0 for no such rule
}

// IsZero reports whether nothing was stated.
func (r Reach) IsZero() bool {
	return !r.Everywhere && len(r.Sites) == 0 && len(r.Suppliers) == 0 && len(r.Countries) == 0 && r.MaxTier == 0
}

// covers reports whether the mechanism takes complaints on every day of a period.
func (m *Mechanism) covers(p risk.Period) bool {
	from := m.Period.From.IsZero() || !p.From.IsZero() && !m.Period.From.Start().After(p.From.Start())
	return from && (m.Period.To.IsZero() || !p.To.IsZero() && !m.Period.To.End().Before(p.To.End()))
}

// outsiders are the groups of the catalogue that are not at a workplace by being
// there to work, with the kind of user that they are. Every other group at a site
// is taken to be among those who work there. This library's own reading of the
// catalogue's names.
var outsiders = [...]struct {
	group risk.GroupID
	user  User
}{
	{"local-communities", Communities},
	{"indigenous-peoples", Communities},
	{"land-users-without-title", Communities},
	{"consumers-end-users", EndUsers},
	{"platform-users", EndUsers},
}

// openTo reports whether the people of group g at a site may complain: Unknown
// if nobody stated who may. An empty group asks for workers at large. own says
// whether they work for the business that runs the mechanism.
func (m *Mechanism) openTo(g risk.GroupID, own risk.Answer) risk.Answer {
	has := func(u User) risk.Answer { return risk.AnswerOf(slices.Contains(m.Users, u)) }
	switch {
	case len(m.Users) == 0 && len(m.Groups) == 0:
		return risk.Unknown
	case has(Anyone) == risk.Yes, g != "" && slices.Contains(m.Groups, g):
		return risk.Yes
	}
	may := either(both(own, has(OwnWorkers)), both(not(own), has(SupplyChainWorkers)))
	if has(OwnWorkers) == risk.Yes && has(SupplyChainWorkers) == risk.Yes {
		may = risk.Yes
	}
	for _, o := range outsiders {
		if o.group == g {
			may = has(o.user)
		}
	}
	if may == risk.No && has(UserNotStated) == risk.Yes {
		return risk.Unknown
	}
	return may
}

// Implied returns the answers to indicators that the mechanism's own description
// implies, in the order of [Indicators]: that it is free, takes complaints without
// a name, and so on. What is described is not yet done; an assessor goes to see.
func (m *Mechanism) Implied() []IndicatorResult {
	var out []IndicatorResult
	imply := func(id IndicatorID, a IndicatorAnswer) {
		if a != IndicatorUnknown {
			out = append(out, IndicatorResult{Indicator: id, Answer: a})
		}
	}
	imply("several-channels", m.severalChannels())
	imply("free-of-charge", met(m.FreeOfCharge))
	imply("anonymous-complaints", met(m.Anonymous))
	if len(m.Users) > 0 {
		outside := slices.ContainsFunc(m.Users, func(u User) bool { return u != OwnWorkers && u != UserNotStated })
		imply("open-to-value-chain", met(risk.AnswerOf(outside)))
	}
	if len(m.Deadlines) > 0 {
		imply("time-per-stage", PartlyMet) // set; whether they are kept is another matter
	}
	if m.PrecludesOtherRemedies == risk.Yes {
		imply("no-waiver", NotMet)
	}
	return out
}

// severalChannels answers whether there are two kinds of channel, one of them in
// person or by voice.
func (m *Mechanism) severalChannels() IndicatorAnswer {
	voice := slices.ContainsFunc(m.Channels, func(c Channel) bool {
		return c == InPerson || c == Phone || c == WorkerRepresentative || c == Union || c == CivilSociety
	})
	switch several := len(m.Channels) > 1; {
	case len(m.Channels) == 0:
		return IndicatorUnknown
	case voice && several:
		return Met
	case voice || several:
		return PartlyMet
	}
	return NotMet
}

// met is the answer to an indicator that a fact decides.
func met(a risk.Answer) IndicatorAnswer {
	switch a {
	case risk.Yes:
		return Met
	case risk.No:
		return NotMet
	}
	return IndicatorUnknown
}
