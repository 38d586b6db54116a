package assessmenttest

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

func (m *maker) pick(of ...string) string { return of[m.r.IntN(len(of))] }

// date returns a day, a month or a year of the years 2015 to 2024.
func (m *maker) date() risk.Date {
	day := risk.DateOf(time.Date(2015, 1, 1+m.r.IntN(3650), 0, 0, 0, 0, time.UTC)).String()
	return risk.MustParseDate(day[:[...]int{4, 7, 10}[m.r.IntN(3)]])
}

func (m *maker) period() risk.Period {
	from := risk.YearOf(2015 + m.r.IntN(5))
	return risk.Period{From: from, To: risk.YearOf(from.Year() + m.r.IntN(5))}
}

// proximity returns where something may stand, in any of the directions.
func (m *maker) proximity() supplier.Proximity {
	tiers := func() supplier.TierRange {
		if !m.chance() {
			return supplier.TierRange{}
		}
		lo := 1 + m.r.IntN(3)
		r, _ := supplier.NewTierRange(lo, lo+m.r.IntN(3))
		return r
	}
	p := supplier.Proximity{
		OwnOperations: m.r.IntN(4) == 0, OnSite: m.r.IntN(4) == 0,
		Upstream: tiers(), Downstream: tiers(), Reverse: tiers(), Directness: supplier.Indirect,
	}
	if p.Check() != nil {
		p.OnSite = false
	}
	return p
}

// rating returns a range whose dimensions are rated, spans, or neither.
func (m *maker) rating() risk.Range {
	var r risk.Range
	level := func() (lo, hi risk.Level) {
		if !m.chance() {
			return 0, 0
		}
		lo = risk.Level(1 + m.r.IntN(5))
		return lo, lo + risk.Level(m.r.IntN(int(6-lo)))
	}
	r.Lo.Scale, r.Hi.Scale = level()
	r.Lo.Scope, r.Hi.Scope = level()
	r.Lo.Irremediability, r.Hi.Irremediability = level()
	lo, hi := level()
	r.Lo.Likelihood, r.Hi.Likelihood = risk.Likelihood(lo), risk.Likelihood(hi)
	if m.r.IntN(4) == 0 {
		r.Lo.Likelihood, r.Hi.Likelihood = risk.Occurred, risk.Occurred
	}
	if m.chance() {
		r.Lo.Delay = risk.AnswerOf(m.r.IntN(2) == 0)
		r.Hi.Delay = risk.Yes
	}
	return r
}

// text returns a text for a field: of the form that its type or name asks for,
// else a few words, some of them hard on software.
func (m *maker) text(t reflect.Type, field string) string {
	switch t {
	case reflect.TypeFor[risk.RightID]():
		return m.pick("forced-labour", "safe-work", "privacy", "education")
	case reflect.TypeFor[risk.GroupID]():
		return m.pick("children", "women", "supply-chain-workers")
	case reflect.TypeFor[supplier.Category]():
		return m.pick("manufacturing", "minerals", "own-category-7")
	case reflect.TypeFor[grievance.IndicatorID]():
		return m.pick("independent-oversight", "users-in-design")
	}
	switch {
	case strings.HasPrefix(field, "Countr"):
		return m.pick("DE", "VN", "CD", "BR")
	case strings.HasPrefix(field, "Language"):
		return m.pick("en", "fr", "pt-BR", "zh-Hant-TW")
	case field == "Pointer":
		return "/suppliers/0"
	case field == "System":
		return m.pick("os-hub", "rmi-cid")
	case field == "Currency":
		return "EUR"
	}
	words := make([]string, 1+m.r.IntN(6))
	for i := range words {
		words[i] = m.pick("overtime", "fees", "housing", "Größe", "日本語", "a \"quoted\" word", "back\\slash", "line\nend",
			"</script>", "\u2028", "😀", "=1+1", "tab\t", "and", "of", "the")
	}
	return strings.Join(words, " ")
}

// settle mends what fields that were filled one by one cannot be together.
func (m *maker) settle(a *assessment.Assessment) {
	a.Version = assessment.Version
	if a.Kind == assessment.Update {
		a.Updates = m.id()
	}
	for i := range a.Linkages {
		if l := &a.Linkages[i]; l.SourceLabel.Text != "" && strings.TrimSpace(l.MappingNote) == "" {
			l.MappingNote = "read as the class of UNGP 13(b)"
		}
		settleLinkage(&a.Linkages[i])
	}
	for i := range a.Recommendations {
		m.history(a.Recommendations[i].Events)
	}
	for i := range a.CorrectiveActions {
		m.correctiveHistory(a.CorrectiveActions[i].Events)
	}
	for i := range a.Relationships {
		r := &a.Relationships[i]
		r.From, r.To = a.Suppliers[(i+1)%len(a.Suppliers)].ID, a.Suppliers[m.r.IntN(i+1)].ID
	}
	dropNil(reflect.ValueOf(a).Elem())
}

// settleLinkage takes back answers that contradict one another and puts the
// classifications in an order in which they could have been made.
func settleLinkage(l *assessment.Linkage) {
	if l.Status != risk.StatusNotStated && l.Facts.Status.Value != risk.StatusNotStated {
		l.Facts.Status.Value = l.Status
	}
	settleFacts(&l.Facts)
	if l.Claimed.Check() != nil {
		l.Claimed = supplier.Proximity{}
	}
	slices.SortStableFunc(l.History, func(r, s risk.InvolvementRecord) int { return r.On.LastDay().Compare(s.On.LastDay()) })
	for i := range l.History {
		r := &l.History[i]
		r.Version = i + 1
		settleFacts(&r.Facts)
		if r.Rationale == "" {
			r.Rationale = "agreed with those who were heard"
		}
	}
}

// settleFacts takes back answers that cannot all be right, as few as will do.
func settleFacts(r *risk.FactRecord) {
	if repairs := risk.Classify(r.Facts()).Explain().Repairs; len(repairs) > 0 {
		for _, f := range repairs[0].TakeBack {
			reflect.ValueOf(r).Elem().Field(int(f - risk.FactOwnAct)).SetZero() // the facts come first, in their order
		}
	}
	if r.Status.Value == risk.Potential && r.Ongoing.Value == risk.Yes {
		r.Ongoing.Value = risk.No
	}
}

// history makes events into ones that may follow one another, dated in order.
func (m *maker) history(events []assessment.Event) {
	state, day := assessment.StateNotStated, risk.MustParseDate("2015-01-01")
	for i := range events {
		var kinds []assessment.EventKind
		for k := range (assessment.Transitions{}).Allowed(state) {
			if to, _ := (assessment.Transitions{}).Next(state, k); i == len(events)-1 || !(assessment.Transitions{}).Final(to) {
				kinds = append(kinds, k)
			}
		}
		events[i].Kind = kinds[m.r.IntN(len(kinds))]
		state, _ = (assessment.Transitions{}).Next(state, events[i].Kind)
		day = m.later(day, &events[i].On)
	}
}

// correctiveHistory does the same for the events of a corrective action.
func (m *maker) correctiveHistory(events []supplier.CorrectiveEvent) {
	var c supplier.CorrectiveAction
	day := risk.MustParseDate("2015-01-01")
	for i := range events {
		e := &events[i]
		for e.Kind = 0; ; e.Kind = supplier.CorrectiveEventKind(1 + m.r.IntN(255)) {
			if !e.Kind.Valid() || e.Kind == 0 {
				continue
			}
			c.Events = events[:i+1]
			s, err := c.StatusAt(risk.Date{})
			if err == nil && (i == len(events)-1 || s.State != supplier.CorrectiveVerified && s.State != supplier.CorrectiveWithdrawn) {
				break
			}
		}
		day = m.later(day, &e.On)
	}
}

// later dates something that has a date, a day, month or year, no earlier than
// the given day, and returns the day that what follows may not come before.
func (m *maker) later(day risk.Date, on *risk.Date) risk.Date {
	if on.IsZero() {
		return day
	}
	day = day.AddDays(m.r.IntN(60))
	*on = risk.MustParseDate(day.String()[:len(on.String())])
	return day
}

// dropNil takes references to nothing out of the lists of references in v, and
// leaves out lists that become empty.
func dropNil(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				dropNil(v.Field(i))
			}
		}
	case reflect.Slice:
		if ids, ok := v.Interface().([]uuid.UUID); ok {
			var kept []uuid.UUID
			for _, id := range ids {
				if id != uuid.Nil {
					kept = append(kept, id)
				}
			}
			v.Set(reflect.ValueOf(kept))
			return
		}
		for i := range v.Len() {
			dropNil(v.Index(i))
		}
	}
}
