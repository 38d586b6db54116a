package grievance_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

func TestAMechanismComesBackFromJSONAsItWas(t *testing.T) {
	for name, m := range map[string]grievance.Mechanism{
		"full": grievancetest.Mechanism(func(m *grievance.Mechanism) {
			m.Supplier = grievancetest.ID(2)
			m.Period = risk.Period{From: risk.YearOf(2020)}
			m.Groups = []risk.GroupID{"women"}
			m.Reach = grievance.Reach{Sites: []uuid.UUID{grievancetest.ID(3)}, Suppliers: []uuid.UUID{grievancetest.ID(4)}, Countries: []string{"MY"}, MaxTier: 2}
			m.Cost = risk.Money{Minor: 500, Currency: "MYR"}
			m.Calendar = grievance.Calendar{Name: "Kedah", Weekend: []grievance.Weekday{grievance.Friday, grievance.Saturday}, Holidays: []risk.Date{risk.MustParseDate("2021-08-31")}}
		}),
		"nothing stated": {ID: grievancetest.ID(1)},
	} {
		b, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		var back grievance.Mechanism
		if err := json.Unmarshal(b, &back); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(m, back) {
			t.Errorf("%s: came back as %+v", name, back)
		}
		if name == "nothing stated" && string(b) != `{"id":"`+m.ID.String()+`"}` {
			t.Errorf("what is not stated is written: %s", b)
		}
	}
}

func TestDialogueIsAskedOfOperationalLevelMechanismsOnly(t *testing.T) {
	for k := grievance.MechanismKindNotStated; k.Valid(); k++ {
		asked := 0
		for c := range grievance.Criteria() {
			if c.AppliesTo(k) == risk.Yes {
				asked++
			}
		}
		want := 7
		if k.OperationalLevel() {
			want = 8
		}
		if asked != want {
			t.Errorf("%s: %d criteria are asked, want %d", k, asked, want)
		}
	}
	if grievance.Dialogue.AppliesTo(grievance.MechanismKindNotStated) != risk.Unknown {
		t.Error("whether 31(h) applies to a mechanism of unknown kind is said to be known")
	}
}

func TestEachCriterionHasIndicatorsThatAManagerCanActOn(t *testing.T) {
	count, seen := map[grievance.Criterion]int{}, map[grievance.IndicatorID]bool{}
	for n := range grievance.Indicators() {
		if seen[n.ID] || n.Question == "" || n.Action == "" {
			t.Errorf("%s: seen before, or without a question or an action", n.ID)
		}
		if back, ok := grievance.IndicatorByID(n.ID); !ok || back != n {
			t.Errorf("%s: found as %v", n.ID, back)
		}
		seen[n.ID] = true
		count[n.Criterion]++
	}
	for c := range grievance.Criteria() {
		if count[c] < 3 {
			t.Errorf("%s has %d indicators", c, count[c])
		}
		if c.Citation().Instrument != "UNGP" {
			t.Errorf("%s cites %s", c, c.Citation())
		}
	}
	if _, ok := grievance.IndicatorByID("no-such-indicator"); ok {
		t.Error("an indicator that there is not was found")
	}
}

func TestAMechanismIsEffectiveOnlyIfItsUsersSaySo(t *testing.T) {
	for _, c := range []struct {
		name           string
		level, users   grievance.CriterionLevel
		want           grievance.CriterionLevel
		reason         grievance.LevelReason
		usersSayLess   bool
		knownCriterion bool
	}{
		{"users agree", grievance.EffectiveForUsers, grievance.EffectiveForUsers, grievance.EffectiveForUsers, grievance.LevelStands, false, true},
		{"users were not asked", grievance.EffectiveForUsers, grievance.LevelUnknown, grievance.Implemented, grievance.UsersNotAsked, false, true},
		{"users say it is on paper", grievance.EffectiveForUsers, grievance.FormalOnly, grievance.FormalOnly, grievance.UsersSayOtherwise, true, true},
		{"users say there is nothing", grievance.EffectiveForUsers, grievance.Absent, grievance.Absent, grievance.UsersSayOtherwise, true, true},
		{"implemented, users think less", grievance.Implemented, grievance.FormalOnly, grievance.Implemented, grievance.LevelStands, true, true},
		{"implemented, users think more", grievance.Implemented, grievance.EffectiveForUsers, grievance.Implemented, grievance.LevelStands, false, true},
		{"nobody knows", grievance.LevelUnknown, grievance.LevelUnknown, grievance.LevelUnknown, grievance.LevelStands, false, false},
	} {
		a := grievance.MechanismAssessment{Criteria: []grievance.CriterionAssessment{{
			Criterion: grievance.Accessible, Level: c.level, UsersView: grievance.UsersView{Level: c.users},
		}}}
		p := a.Profile(grievance.OperationalLevel)
		r := p.Criteria[1]
		if r.Level != c.want || r.Lowered != c.reason || r.Differ != c.usersSayLess || (p.Known == 1) != c.knownCriterion {
			t.Errorf("%s: level %s because %s, differ %v, known %d", c.name, r.Level, r.Lowered, r.Differ, p.Known)
		}
	}
}

func TestUnknownIsNotAbsentInAProfile(t *testing.T) {
	a := grievance.MechanismAssessment{Criteria: []grievance.CriterionAssessment{
		{Criterion: grievance.Legitimate, Level: grievance.Implemented},
		{Criterion: grievance.Accessible},
	}}
	p := a.Profile(grievance.Industry)
	if p.Asked != 7 || p.Known != 1 || p.Lowest != grievance.Implemented {
		t.Errorf("asked %d, known %d, lowest %s", p.Asked, p.Known, p.Lowest)
	}
	if n, known := grievance.LevelUnknown.Number(); known || n != 0 {
		t.Error("unknown has a number")
	}
	for l, want := range map[grievance.CriterionLevel]int{grievance.Absent: 0, grievance.FormalOnly: 1, grievance.Implemented: 2, grievance.EffectiveForUsers: 3} {
		if n, known := l.Number(); !known || n != want {
			t.Errorf("%s has number %d", l, n)
		}
	}
}

func TestGapsComeWorstFirst(t *testing.T) {
	a := grievance.MechanismAssessment{Criteria: []grievance.CriterionAssessment{{
		Criterion: grievance.Dialogue,
		Indicators: []grievance.IndicatorResult{
			{Indicator: "users-consulted", Answer: grievance.PartlyMet},
			{Indicator: "third-party-adjudication", Answer: grievance.NotMet},
		},
	}}}
	r := a.Profile(grievance.OperationalLevel).Criteria[7]
	var got []grievance.IndicatorAnswer
	for _, g := range r.Gaps {
		got = append(got, g.Answer)
	}
	if !slices.Equal(got, []grievance.IndicatorAnswer{grievance.NotMet, grievance.PartlyMet, grievance.IndicatorUnknown}) {
		t.Errorf("gaps come as %v", got)
	}
	if gaps := a.Profile(grievance.Industry).Criteria[7].Gaps; len(gaps) != 0 {
		t.Errorf("31(h) has gaps at an industry's mechanism: %v", gaps)
	}
}

func TestNoAnswerOfAnAssessorIsLostAndEvidenceIsKept(t *testing.T) {
	seen := func(note string) []risk.Evidence { return []risk.Evidence{{Kind: risk.Observation, Note: note}} }
	a := grievance.MechanismAssessment{Criteria: []grievance.CriterionAssessment{{
		Criterion: grievance.Dialogue, Level: grievance.Implemented, Evidence: seen("level"),
		UsersView: grievance.UsersView{Level: grievance.Implemented, Evidence: seen("users")},
		Indicators: []grievance.IndicatorResult{
			{Indicator: "users-consulted", Answer: grievance.Met, Evidence: seen("indicator")},
			{Indicator: "joint-resolution", Answer: grievance.Met},
			{Indicator: "third-party-adjudication", Answer: grievance.Met},
			{Indicator: "x-host-workers-chair", Answer: grievance.NotMet},
			{Indicator: "x-host-minutes", Answer: grievance.Met},
			{Indicator: "no-gag", Answer: grievance.PartlyMet}, // of another criterion
		},
	}}}
	r := a.Profile(grievance.EscrowOmbuds).Criteria[7]
	if len(r.Gaps) != 2 || r.Gaps[0].Indicator.ID != "x-host-workers-chair" || r.Gaps[1].Indicator.ID != "no-gag" || r.Gaps[1].Indicator.Action == "" {
		t.Errorf("gaps %+v", r.Gaps)
	}
	if len(r.Evidence) != 2 || r.Evidence[0].Note != "level" || r.Evidence[1].Note != "indicator" {
		t.Errorf("evidence %+v", r.Evidence)
	}
}

func TestAViewThatNobodyGaveIsNone(t *testing.T) {
	for name, view := range map[string]grievance.UsersView{
		"nobody asked":    {Level: grievance.EffectiveForUsers, Asked: risk.CountOf(0)},
		"nobody answered": {Level: grievance.EffectiveForUsers, Asked: risk.CountOf(40), Answered: risk.CountOf(0)},
	} {
		a := grievance.MechanismAssessment{Criteria: []grievance.CriterionAssessment{{Criterion: grievance.Legitimate, Level: grievance.EffectiveForUsers, UsersView: view}}}
		r := a.Profile(grievance.Industry).Criteria[0]
		if r.Level != grievance.Implemented || r.Lowered != grievance.UsersNotAsked || r.UsersSay != grievance.LevelUnknown {
			t.Errorf("%s: %s because %s", name, r.Level, r.Lowered)
		}
	}
}

func TestWhatAMechanismSaysOfItselfAnswersIndicators(t *testing.T) {
	answers := func(m grievance.Mechanism) map[grievance.IndicatorID]grievance.IndicatorAnswer {
		out := map[grievance.IndicatorID]grievance.IndicatorAnswer{}
		for _, r := range m.Implied() {
			if _, ok := grievance.IndicatorByID(r.Indicator); !ok {
				t.Errorf("there is no indicator %s", r.Indicator)
			}
			out[r.Indicator] = r.Answer
		}
		return out
	}
	for _, c := range []struct {
		name      string
		m         grievance.Mechanism
		indicator grievance.IndicatorID
		want      grievance.IndicatorAnswer
	}{
		{"nothing stated", grievance.Mechanism{}, "free-of-charge", grievance.IndicatorUnknown},
		{"free", grievance.Mechanism{FreeOfCharge: risk.Yes}, "free-of-charge", grievance.Met},
		{"not free", grievance.Mechanism{FreeOfCharge: risk.No}, "free-of-charge", grievance.NotMet},
		{"names only", grievance.Mechanism{Anonymous: risk.No}, "anonymous-complaints", grievance.NotMet},
		{"a box", grievance.Mechanism{Channels: []grievance.Channel{grievance.SuggestionBox}}, "several-channels", grievance.NotMet},
		{"a box and a form", grievance.Mechanism{Channels: []grievance.Channel{grievance.SuggestionBox, grievance.WebForm}}, "several-channels", grievance.PartlyMet},
		{"a line", grievance.Mechanism{Channels: []grievance.Channel{grievance.Phone}}, "several-channels", grievance.PartlyMet},
		{"a box and a line", grievance.Mechanism{Channels: []grievance.Channel{grievance.SuggestionBox, grievance.Phone}}, "several-channels", grievance.Met},
		{"own workers", grievance.Mechanism{Users: []grievance.User{grievance.OwnWorkers}}, "open-to-value-chain", grievance.NotMet},
		{"communities", grievance.Mechanism{Users: []grievance.User{grievance.OwnWorkers, grievance.Communities}}, "open-to-value-chain", grievance.Met},
		{"deadlines are set, not kept", grievancetest.Mechanism(), "time-per-stage", grievance.PartlyMet},
		{"bars the way to court", grievance.Mechanism{PrecludesOtherRemedies: risk.Yes}, "no-waiver", grievance.NotMet},
		{"leaves the way to court open, as it says", grievance.Mechanism{PrecludesOtherRemedies: risk.No}, "no-waiver", grievance.IndicatorUnknown},
	} {
		if got := answers(c.m)[c.indicator]; got != c.want {
			t.Errorf("%s: %s is %s", c.name, c.indicator, got)
		}
	}
}
