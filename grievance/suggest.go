package grievance

import (
	"cmp"
	"maps"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
)

// lesson is what the cases of one kind add up to.
type lesson struct {
	cases  int
	people int // the most that one case says; sums would count people twice
}

func (l *lesson) add(rec *record) {
	l.cases++
	people, _ := rec.people.Known()
	l.people = max(l.people, people)
}

// Suggest compares the cases with the assessment and returns what a person should
// look at again, ordered by kind. Only cases in which harm was shown or remedy
// agreed speak of a risk; all speak of signals and of mechanisms. A site, or a
// risk at certain sites, is named only if at least the threshold of cases is
// behind the suggestion; below it the right alone is named.
func (r *Register) Suggest(l Lessons) []Suggestion {
	threshold := cmp.Or(max(l.Threshold, 0), DefaultThreshold)
	s := suggester{r: r, l: l, threshold: threshold}
	s.risks()
	s.recommendations()
	s.signals()
	s.mechanisms()
	slices.SortStableFunc(s.found, func(a, b Suggestion) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), slices.Compare(a.Risk[:], b.Risk[:]), cmp.Compare(a.Right, b.Right),
			slices.Compare(a.Site[:], b.Site[:]), slices.Compare(a.Recommendation[:], b.Recommendation[:]),
			slices.Compare(a.Mechanism[:], b.Mechanism[:]), cmp.Compare(b.Cases.n, a.Cases.n))
	})
	return slices.Compact(s.found)
}

type suggester struct {
	r         *Register
	l         Lessons
	threshold int
	found     []Suggestion
}

// shown yields the cases in which harm was shown or remedy agreed.
func (s *suggester) shown(yield func(*record) bool) {
	for i := range s.r.records {
		rec := &s.r.records[i]
		if rec.state.Remedy().Due && !yield(rec) {
			return
		}
	}
}

// covers reports whether a risk is about a case's site and one of its rights.
func (s *suggester) covers(k *KnownRisk, rec *record, right risk.RightID) bool {
	if k.Right != right {
		return false
	}
	return len(k.Sites) == 0 || rec.site > 0 && slices.Contains(k.Sites, s.r.sites.ID(rec.site-1))
}

func (s *suggester) rights(yield func(*record, risk.RightID) bool) {
	for rec := range s.shown {
		labels := s.r.labels[rec.labels : rec.labels+uint32(rec.nRights)]
		for i, n := range labels {
			if n != 0 && !slices.Contains(labels[:i], n) && !yield(rec, risk.RightID(s.r.rights.text(n))) {
				return
			}
		}
	}
}

// add adds a suggestion about a risk, naming no more than the number of cases
// allows.
func (s *suggester) add(g Suggestion, k *KnownRisk, l lesson) {
	g.Right = k.Right
	if l.cases >= s.threshold || len(k.Sites) == 0 {
		g.Risk = k.ID
	} else {
		g.Recommendation = uuid.Nil
	}
	g.Cases = atLeast(l.cases, s.threshold)
	s.found = append(s.found, g)
}

// risks compares the cases with the risks of the assessment.
func (s *suggester) risks() {
	of := make([]lesson, len(s.l.Risks))
	byRight := make(map[risk.RightID][]int)
	for i := range s.l.Risks {
		byRight[s.l.Risks[i].Right] = append(byRight[s.l.Risks[i].Right], i)
	}
	type place struct {
		right risk.RightID
		site  uint32
	}
	unknown := make(map[place]*lesson)
	for rec, right := range s.rights {
		known := false
		for _, i := range byRight[right] {
			if s.covers(&s.l.Risks[i], rec, right) {
				known = true
				of[i].add(rec)
			}
		}
		if !known {
			at := place{right, rec.site}
			if unknown[at] == nil {
				unknown[at] = new(lesson)
			}
			unknown[at].add(rec)
		}
	}
	for i := range of {
		k, l := &s.l.Risks[i], of[i]
		if l.cases > 0 && k.Status == risk.Potential {
			s.add(Suggestion{Kind: RateAsActual, Source: risk.Principle(17)}, k, l)
		}
		if people, ok := k.People.Known(); ok && l.people > people {
			g := Suggestion{Kind: WidenScope, Source: risk.Principle(14)}
			if l.cases >= s.threshold {
				g.People = atLeast(l.people, s.threshold)
			}
			s.add(g, k, l)
		}
	}
	few := make(map[risk.RightID]int)
	for at, l := range unknown {
		if l.cases < s.threshold || at.site == 0 {
			few[at.right] += l.cases
			continue
		}
		s.found = append(s.found, Suggestion{Kind: AddRisk, Right: at.right, Site: s.r.sites.ID(at.site - 1),
			Cases: atLeast(l.cases, s.threshold), Source: risk.Principle(18)})
	}
	for _, right := range slices.Sorted(maps.Keys(few)) {
		s.found = append(s.found, Suggestion{Kind: AddRisk, Right: right,
			Cases: atLeast(few[right], s.threshold), Source: risk.Principle(18)})
	}
}

// recommendations finds those that were implemented and whose issue came again.
func (s *suggester) recommendations() {
	risks, cases := make(map[uuid.UUID][]int), make(map[risk.RightID][]*record)
	for i := range s.l.Risks {
		risks[s.l.Risks[i].ID] = append(risks[s.l.Risks[i].ID], i)
	}
	for c, right := range s.rights {
		cases[right] = append(cases[right], c)
	}
	for _, rec := range s.l.Recommendations {
		if rec.Implemented.IsZero() {
			continue
		}
		done := dayNumber(rec.Implemented.LastDay())
		var about []int
		for _, id := range rec.Risks {
			about = append(about, risks[id]...)
		}
		slices.Sort(about)
		for _, i := range slices.Compact(about) {
			k := &s.l.Risks[i]
			var after lesson
			for _, c := range cases[k.Right] {
				if s.covers(k, c, k.Right) && dayNumber(c.state.reached[Received]) > done {
					after.add(c)
				}
			}
			if after.cases > 0 {
				s.add(Suggestion{Kind: LookAtRecommendation, Recommendation: rec.ID, Source: risk.Principle(20)}, k, after)
			}
		}
	}
}

// signals turns signals into suggestions where enough cases are behind them.
func (s *suggester) signals() {
	for _, g := range s.r.Figures(Query{Signals: s.l.Signals}).Signals {
		x := Suggestion{Right: g.Right, Site: g.Site, Source: LearningSource.Citation()}
		switch g.Kind {
		case MoreThanPast:
			x.Kind, x.Cases = LookAtSalience, atLeast(g.Cases, s.threshold)
		case SilenceAgainstPast:
			x.Kind, x.Cases = LookAtSilence, atLeast(g.Past, s.threshold)
		case SilenceAgainstPeers:
			x.Kind = LookAtSilence
			s.found = append(s.found, x)
			continue
		}
		if !x.Cases.IsZero() {
			s.found = append(s.found, x)
		}
	}
}

// mechanisms finds those that often miss their deadlines.
func (s *suggester) mechanisms() {
	share := cmp.Or(max(s.l.LateShare, 0), 25)
	type kept struct{ cases, late int }
	of := make([]kept, len(s.r.rules))
	for i := range s.r.records {
		rec := &s.r.records[i]
		if rec.mechanism == 0 {
			continue
		}
		n := &of[rec.mechanism-1]
		dues := rec.state.Dues(&s.r.rules[rec.mechanism-1], s.r.asOf)
		if len(dues) == 0 {
			continue
		}
		n.cases++
		n.late += one(slices.ContainsFunc(dues, func(d Due) bool { return d.Late > 0 }))
	}
	for i, n := range of {
		if n.late >= s.threshold && 100*n.late >= share*n.cases {
			s.found = append(s.found, Suggestion{Kind: LookAtMechanism, Mechanism: s.r.rules[i].ID,
				Cases: atLeast(n.late, s.threshold), Source: Predictable.Citation()})
		}
	}
}
