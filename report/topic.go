package report

import (
	"slices"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Topic says which of the risks of an assessment a disclosure is about. The
// zero value is all of them.
type Topic uint8

const (
	AboutEveryone          Topic = iota // all risks
	AboutOwnWorkers                     // people who work for the company: its employees and agency workers
	AboutValueChainWorkers              // people who work for others in the value chain, on the company's premises too
	AboutCommunities                    // people who live where the company or its partners operate
	AboutConsumers                      // people who buy or use what the company makes
	AboutIndigenousPeoples
	AboutChildLabour
	AboutForcedLabour
	AboutDiscrimination
	AboutAssociation // freedom of association and collective bargaining
	AboutSafeWork    // health and safety at work
)

var topicText = textenum.Table[Topic]{
	Kind: "topic of a disclosure",
	Names: []string{"everyone", "own-workers", "value-chain-workers", "communities", "consumers", "indigenous-peoples",
		"child-labour", "forced-labour", "discrimination", "association", "safe-work"},
}

// topicRow says what makes a risk one on a topic: that it names one of the
// groups or of the rights and, if a side is asked for, that it stands there.
type topicRow struct {
	groups []risk.GroupID
	rights []risk.RightID
	side   trait            // standsInside, standsOutside or 0
	users  []grievance.User // of a mechanism that is open to these people
}

// workerGroups and workRights make a risk one to people who work.
var (
	workerGroups = []risk.GroupID{
		"own-employees", "temporary-agency-workers", "contract-workers", "seasonal-workers", "informal-workers", "home-workers",
		"migrant-workers-internal", "migrant-workers-international", "young-workers-15-17", "trade-unionists",
		"artisanal-miners", "seafarers-fishers", "domestic-workers", "supply-chain-workers-tier-n",
	}
	workRights = []risk.RightID{
		"forced-labour", "child-labour", "trade-union", "collective-bargaining", "maternity", "work", "just-conditions",
		"fair-wage", "equal-pay", "safe-work", "equal-promotion", "rest-leisure",
	}
)

// topicRows describes the topics by the catalogue of rights and groups. Own
// workers and workers in the value chain are told apart as ESRS S1 and S2 do:
// by whom they work for, which the groups or the linkages of a risk say.
var topicRows = [...]topicRow{
	AboutEveryone:          {},
	AboutOwnWorkers:        {workerGroups, workRights, standsInside, []grievance.User{grievance.OwnWorkers}},
	AboutValueChainWorkers: {workerGroups, workRights, standsOutside, []grievance.User{grievance.SupplyChainWorkers}},
	AboutCommunities: {
		[]risk.GroupID{"local-communities", "indigenous-peoples", "smallholders-peasants", "land-users-without-title"},
		[]risk.RightID{"land-resources"}, 0, []grievance.User{grievance.Communities},
	},
	AboutConsumers: {
		[]risk.GroupID{"consumers-end-users", "platform-users"}, nil, 0, []grievance.User{grievance.EndUsers},
	},
	AboutIndigenousPeoples: {[]risk.GroupID{"indigenous-peoples"}, nil, 0, []grievance.User{grievance.Communities}},
	AboutChildLabour:       {nil, []risk.RightID{"child-labour"}, 0, nil},
	AboutForcedLabour:      {nil, []risk.RightID{"forced-labour", "slavery"}, 0, nil},
	AboutDiscrimination:    {nil, []risk.RightID{"non-discrimination", "equal-pay", "equal-promotion"}, 0, nil},
	AboutAssociation:       {nil, []risk.RightID{"trade-union", "collective-bargaining", "association"}, 0, nil},
	AboutSafeWork:          {nil, []risk.RightID{"safe-work"}, 0, nil},
}

// holds reports whether a risk with the traits is on the topic.
func (t *topicRow) holds(k *assessment.Risk, has trait) bool {
	if t.groups == nil && t.rights == nil {
		return true
	}
	if has&t.side != t.side {
		return false
	}
	return slices.ContainsFunc(k.Groups, func(id risk.GroupID) bool { return slices.Contains(t.groups, id) }) ||
		slices.ContainsFunc(k.Rights, func(id risk.RightID) bool { return slices.Contains(t.rights, id) })
}

// side returns on which side the groups of a risk say that it stands.
func side(groups []risk.GroupID) (has trait) {
	for _, id := range groups {
		switch id {
		case "own-employees", "temporary-agency-workers":
			has |= standsInside
		case "supply-chain-workers-tier-n", "contract-workers", "home-workers", "artisanal-miners":
			has |= standsOutside
		}
	}
	return has
}

// serves reports whether a mechanism is said to be open to the people that a
// topic is about; a topic that names no users asks for none.
func (t *topicRow) serves(m *grievance.Mechanism) bool {
	return t.users == nil || slices.ContainsFunc(m.Users, func(u grievance.User) bool {
		return u == grievance.Anyone || slices.Contains(t.users, u)
	}) || slices.ContainsFunc(m.Groups, func(id risk.GroupID) bool { return slices.Contains(t.groups, id) && t.side == 0 })
}
