package grievancetest

import (
	"fmt"
	"iter"
	"math/rand/v2"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
)

// Complete fills in what an event of its kind needs and does not have: a reason
// and notice for a rejection, a remedy for a proposal, and so on. A field that is
// stated is left as it is.
func Complete(e *grievance.Event) {
	switch e.Kind {
	case grievance.Reject:
		e.Reason, e.Notice = or(e.Reason, grievance.OutOfScope), or(e.Notice, grievance.Told)
		e.Evidence = or(e.Evidence, risk.Document)
	case grievance.Refer:
		e.Target = or(e.Target, grievance.StateNonJudicial)
	case grievance.Find:
		e.Finding = or(e.Finding, grievance.Substantiated)
	case grievance.Withdraw:
		e.Withdrawal = or(e.Withdrawal, grievance.Freely)
	case grievance.ProposeRemedy:
		if len(e.Remedies) == 0 {
			e.Remedies = []grievance.Remedy{Remedy(1)}
		}
	case grievance.DeliverRemedy:
		e.Evidence = or(e.Evidence, risk.Document)
	case grievance.Verify:
		e.Received, e.View = or(e.Received, risk.Yes), or(e.View, grievance.Adequate)
	case grievance.Close:
		e.View = or(e.View, grievance.Adequate)
	case grievance.GiveConsent, grievance.RevokeConsent:
		e.Party = or(e.Party, grievance.OtherMechanism)
	case grievance.ExtendDeadline:
		e.Stage = or(e.Stage, grievance.Findings)
		if e.Until.IsZero() {
			e.Until = e.On.AddDays(30)
		}
		if e.Detail.IsZero() {
			e.Detail = grievance.Seal("the witness is away")
		}
	case grievance.AssessRetaliationRisk:
		e.Risk = or(e.Risk, 2)
	case grievance.RecordRoutes:
		e.Routes = or(e.Routes, risk.Yes)
	case grievance.ReportRetaliation:
		e.Retaliation = or(e.Retaliation, grievance.Threats)
	case grievance.DismissRetaliation:
		e.Evidence = or(e.Evidence, risk.Interview)
	}
}

func or[E ~uint8](stated, otherwise E) E {
	if stated != 0 {
		return stated
	}
	return otherwise
}

// Remedy returns the n-th sound remedy: back pay of 100 dollars to one person of
// the migrant workers, with the given changes made to it.
func Remedy(n int, change ...func(*grievance.Remedy)) grievance.Remedy {
	r := grievance.Remedy{
		ID:      ID(2_000_000 + n),
		Form:    grievance.FinancialCompensation,
		Measure: grievance.BackPay,
		Groups:  []risk.GroupID{"migrant-workers-international"},
		People:  risk.CountOf(1),
		Amount:  risk.Money{Minor: 10_000, Currency: "USD"},
	}
	for _, f := range change {
		f(&r)
	}
	return r
}

// Log appends to a case one complete event of each kind in turn, a day apart from
// the last event on. It panics if one is refused, which is a fault of the test.
func Log(c *grievance.Case, kinds ...grievance.EventKind) {
	for _, k := range kinds {
		day := risk.MustParseDate("2021-03-01")
		if n := len(c.Events); n > 0 {
			day = c.Events[n-1].On.AddDays(1)
		}
		e := Event(c, len(c.Events), k, day.String())
		Complete(&e)
		if err := c.Append(len(c.Events), risk.Date{}, e); err != nil {
			panic(fmt.Sprintf("grievancetest.Log: %v", err))
		}
	}
}

// Cases yields n cases with sound random logs: the same for the same seed on
// every platform. They are of ten mechanisms, a hundred sites in four countries
// and eight rights, and came in over three years from 2019 on. Their IDs are
// those of [Case].
func Cases(seed uint64, n int) iter.Seq[grievance.Case] {
	countries := []string{"MY", "CN", "IN", "MX"}
	rights := []risk.RightID{"safe-work", "fair-wage", "forced-labour", "child-labour", "association",
		"non-discrimination", "health", "privacy"}
	groups := []risk.GroupID{"women", "migrant-workers-international", "young-workers-15-17", "contract-workers"}
	return func(yield func(grievance.Case) bool) {
		rng := rand.New(rand.NewPCG(seed, 0))
		start := risk.MustParseDate("2019-01-01")
		for i := range n {
			site := rng.IntN(100)
			c := Case(i, func(c *grievance.Case) {
				c.Mechanism = ID(1 + rng.IntN(10))
				c.Site, c.Country = ID(100+site), countries[site%len(countries)]
				c.Rights = some(rng, rights)
				c.Groups = some(rng, groups)
				c.People = risk.CountOf(1 + rng.IntN(20))
				c.Events = nil
			})
			walk(rng, &c, start.AddDays(rng.IntN(1000)))
			if !yield(c) {
				return
			}
		}
	}
}

// some returns one value, sometimes a second, sometimes none.
func some[T any](rng *rand.Rand, of []T) []T {
	i := rng.IntN(len(of))
	switch rng.IntN(10) {
	case 0:
		return nil
	case 1, 2:
		return []T{of[i], of[(i+1)%len(of)]}
	}
	return []T{of[i]}
}

// onward is the event by which a case goes its way from each stage.
var onward = [...]grievance.EventKind{
	grievance.StageNotStated:  grievance.Receive,
	grievance.Received:        grievance.Acknowledge,
	grievance.Acknowledged:    grievance.Admit,
	grievance.Screening:       grievance.Admit,
	grievance.Admitted:        grievance.Investigate,
	grievance.Assessment:      grievance.OpenDialogue,
	grievance.InDialogue:      grievance.ProposeRemedy,
	grievance.Investigation:   grievance.Find,
	grievance.Findings:        grievance.ProposeRemedy,
	grievance.RemedyProposed:  grievance.AgreeRemedy,
	grievance.RemedyAgreed:    grievance.DeliverRemedy,
	grievance.RemedyDelivered: grievance.Verify,
	grievance.Verified:        grievance.Close,
	grievance.Closed:          grievance.Inform,
	grievance.Rejected:        grievance.Inform,
	grievance.Referred:        grievance.Inform,
	grievance.Withdrawn:       grievance.Inform,
	grievance.Appealed:        grievance.Investigate,
}

// walk gives a case a log of up to 15 events, each allowed where it stands.
func walk(rng *rand.Rand, c *grievance.Case, day risk.Date) {
	var allowed [256][]grievance.EventKind
	for t := range grievance.Transitions() {
		allowed[t.From] = append(allowed[t.From], t.Event)
	}
	for range 4 + rng.IntN(12) {
		s, err := c.StateAt(risk.Date{})
		if err != nil {
			panic(err)
		}
		if s.Stage.Ended() && rng.IntN(4) > 0 {
			return
		}
		kinds := allowed[s.Stage]
		k := onward[s.Stage]
		if rng.IntN(4) == 0 {
			k = kinds[rng.IntN(len(kinds))]
		}
		e := Event(c, len(c.Events), k, day.String())
		e.Withdrawal = grievance.Withdrawal(1 + rng.IntN(3))
		e.Finding = grievance.Finding(1 + rng.IntN(4))
		e.View = grievance.View(1 + rng.IntN(5))
		e.Received = risk.Answer(1 + rng.IntN(2))
		e.Risk = risk.Level(1 + rng.IntN(5))
		if k == grievance.ProposeRemedy {
			e.Remedies = []grievance.Remedy{Remedy(rng.IntN(3))}
		}
		Complete(&e)
		if c.Append(len(c.Events), risk.Date{}, e) == nil {
			day = day.AddDays(rng.IntN(30))
		}
	}
}

// Places returns the sites of [Cases] with 100 to 1090 workers each, and one of
// 5000 from which no case comes.
func Places() []grievance.Place {
	var places []grievance.Place
	for i := range 101 {
		places = append(places, grievance.Place{Site: ID(100 + i), Supplier: uuid.Nil, Workers: risk.CountOf(100 + 10*i)})
	}
	places[100].Workers = risk.CountOf(5000)
	return places
}
