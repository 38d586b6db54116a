package grievance_test

import (
	"fmt"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

// Who has somewhere to complain, and who has not?
func ExampleCover() {
	assembly, smelter := grievancetest.ID(10), grievancetest.ID(11)
	line := grievance.Mechanism{
		ID:    grievancetest.ID(1),
		Kind:  grievance.OperationalLevel,
		Users: []grievance.User{grievance.OwnWorkers, grievance.SupplyChainWorkers},
		Reach: grievance.Reach{Sites: []uuid.UUID{assembly}},
	}
	places := []grievance.Place{
		{Site: assembly, Tier: grievance.Tier{Min: 1, Max: 1, Known: true}, Workers: risk.CountOf(4000)},
		{Site: smelter, Tier: grievance.Tier{Min: 4, Max: 5, Known: true}},
	}
	c := grievance.Cover([]grievance.Mechanism{line}, slices.Values(places), risk.Date{})
	fmt.Printf("sites with access %d, without %d\n", c.Total.With, c.Total.Without)
	for _, t := range c.ByTier {
		fmt.Printf("tier %d: with %d, without %d\n", t.Tier, t.With, t.Without)
	}
	fmt.Printf("workers with access %d; not counted at %d site\n", c.Total.WorkersWith, c.Total.Uncounted)
	// Output:
	// sites with access 1, without 1
	// tier 1: with 1, without 0
	// tier 4: with 0, without 1
	// workers with access 4000; not counted at 1 site
}

// A manager reads what to do next; that users were not heard is said.
func ExampleMechanismAssessment_Profile() {
	a := grievance.MechanismAssessment{
		Mechanism: grievancetest.ID(1),
		Criteria: []grievance.CriterionAssessment{{
			Criterion: grievance.Predictable,
			Level:     grievance.EffectiveForUsers,
			Indicators: []grievance.IndicatorResult{
				{Indicator: "published-procedure", Answer: grievance.Met},
				{Indicator: "time-per-stage", Answer: grievance.NotMet},
			},
		}},
	}
	p := a.Profile(grievance.OperationalLevel)
	for _, c := range p.Criteria {
		if c.Level == grievance.LevelUnknown {
			continue
		}
		fmt.Printf("%s (%s): %s, stated %s, %s\n", c.Criterion, c.Source, c.Level, c.Stated, c.Lowered)
		fmt.Println(c.Gaps[0].Answer, c.Gaps[0].Indicator.Action)
	}
	fmt.Printf("%d of %d criteria known\n", p.Known, p.Asked)
	// Output:
	// predictable (UNGP:31(c)): implemented, stated effective-for-users, users-not-asked
	// no Set a time limit for each stage, measure how often it is kept, and tell the complainant when it cannot be.
	// 1 of 8 criteria known
}

func ExampleIndicators() {
	for n := range grievance.Indicators() {
		if n.Criterion == grievance.Dialogue {
			fmt.Println(n.ID)
		}
	}
	// Output:
	// users-consulted
	// joint-resolution
	// third-party-adjudication
}

func ExampleIndicatorByID() {
	n, ok := grievance.IndicatorByID("no-waiver")
	fmt.Println(n.Question, ok)
	// Output: Can people take remedy without giving up their right to go to court? true
}

func ExampleCriteria() {
	for c := range grievance.Criteria() {
		fmt.Println(c, c.Citation())
	}
	// Output:
	// legitimate UNGP:31(a)
	// accessible UNGP:31(b)
	// predictable UNGP:31(c)
	// equitable UNGP:31(d)
	// transparent UNGP:31(e)
	// rights-compatible UNGP:31(f)
	// learning UNGP:31(g)
	// dialogue UNGP:31(h)
}

// Seven calendar days are not seven business days.
func ExampleSpan_After() {
	friday := risk.MustParseDate("2021-12-24")
	cal := grievance.Calendar{Holidays: []risk.Date{risk.MustParseDate("2021-12-27")}}
	for _, s := range []grievance.Span{
		{Count: 7, Unit: grievance.CalendarDays},
		{Count: 7, Unit: grievance.BusinessDays},
		{Count: 3, Unit: grievance.Months},
	} {
		fmt.Println(s.Count, s.Unit, s.After(friday, &cal))
	}
	// Output:
	// 7 calendar-days 2021-12-31
	// 7 business-days 2022-01-05
	// 3 months 2022-03-24
}
