package report

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
)

// material is what there is to answer disclosures from: what an audience may
// see of an assessment and is real.
type material struct {
	ev     *assessment.Evaluation
	doc    *assessment.Assessment
	beside CoverageOptions
	hidden withheld
	counts [len(topicRows)]tally
	risks  finder
	has    []trait // by risk of the document; 0 for one that does not count
}

// trait is something that is said of a risk. Traits form a set.
type trait uint32

const (
	counts     trait = 1 << iota // it is neither illustrative nor withheld
	isNamed                      // it has a title
	namesRight                   // it names a right
	isRated                      // somebody has rated its severity
	hasStatus                    // whether it has happened is stated
	isActual
	canBeSevere
	isGoverned // a standard, contract, purchasing rule or change of policy is about it
	isActedOn
	isRemedied
	isMeasured    // a measure against it is in place
	isFollowed    // the effect of one is looked at
	isShown       // one was shown to work
	hasTarget     // a dated commitment or an indicator with a target
	isTracked     // a recommendation with events is about it
	isLinked      // a linkage speaks of it
	isUndecided   // one of them leaves open how the company is involved
	isPlaced      // one of them says where it is
	standsInside  // in the company's own operations
	standsOutside // in the value chain
	isEngaged     // a group that it names was engaged
	isHeard       // so were the people themselves or those whom they chose
	isCompared    // an earlier assessment knew it
	traits        = iota
)

// tally counts the risks on one topic.
type tally struct {
	risks    int
	first    int // index in the document of the first, if there is one
	with     [traits]int
	acted    int // of those that can be severe
	remedied int // of those that are actual
	followed int // of those against which a measure is in place
}

// count returns how many of the risks have a trait.
func (t *tally) count(has trait) int {
	for i := range t.with {
		if has == 1<<i {
			return t.with[i]
		}
	}
	return 0
}

// gather gathers what an audience may see. It goes over the document once,
// whatever the number of frameworks, and holds four bytes for each risk, and
// four more if risks are not in the order of their IDs.
func gather(ev *assessment.Evaluation, beside CoverageOptions, to Audience) *material {
	m := &material{ev: ev, doc: ev.Assessment, beside: beside, hidden: withhold(ev.Assessment, to)}
	m.risks, m.has = entriesOf(m.doc, riskList), make([]trait, len(m.doc.Risks))
	for i := range ev.Risks {
		r := &ev.Risks[i]
		if r.Index < len(m.has) && !r.Risk.Illustrative && !m.hidden.item("risks", r.Index) {
			m.has[r.Index] = counts | m.ofRisk(r)
		}
	}
	m.ofControls()
	m.ofActions()
	m.ofCommitments()
	m.ofRecommendations()
	m.ofLinkages()
	m.ofEngagements()
	m.ofComparison()
	for i, has := range m.has {
		if has == 0 {
			continue
		}
		for topic := range topicRows {
			if topicRows[topic].holds(&m.doc.Risks[i], has) {
				m.counts[topic].add(i, has)
			}
		}
	}
	return m
}

func (t *tally) add(i int, has trait) {
	if t.risks == 0 {
		t.first = i
	}
	t.risks++
	for b := range t.with {
		if has&(1<<b) != 0 {
			t.with[b]++
		}
	}
	all := func(of trait) int {
		if has&of == of {
			return 1
		}
		return 0
	}
	t.acted += all(canBeSevere | isActedOn)
	t.remedied += all(isActual | isRemedied)
	t.followed += all(isMeasured | isFollowed)
}

// give gives a trait to risks. Those that do not count get none.
func (m *material) give(ids []uuid.UUID, what trait) {
	for _, id := range ids {
		if i := m.risks.find(id); i >= 0 && m.has[i] != 0 {
			m.has[i] |= what
		}
	}
}

func (m *material) ofRisk(r *assessment.RiskResult) (has trait) {
	k := r.Risk
	open := func(name string) bool { return !m.hidden.value("risks", r.Index, name) }
	if k.Title != "" && open("title") {
		has |= isNamed
	}
	if open("rights") && len(k.Rights) > 0 {
		has |= namesRight
	}
	if open("groups") {
		has |= side(k.Groups)
	}
	if open("ratings") {
		for i := range k.Ratings {
			if g := &k.Ratings[i]; !g.Illustrative && g.Basis != risk.Residual && rates(g.Rating) {
				has |= isRated
			}
		}
		if r.CanBeSevere() {
			has |= canBeSevere
		}
	}
	if open("status") && k.Status != risk.StatusNotStated {
		has |= hasStatus
		if k.Status == risk.Actual {
			has |= isActual
		}
	}
	return has
}

// rates reports whether a rating rates any dimension of severity.
func rates(r risk.Range) bool {
	return r.Hi.Scale.Rated() || r.Hi.Scope.Rated() || r.Hi.Irremediability.Rated() ||
		r.Lo.Scale.Rated() || r.Lo.Scope.Rated() || r.Lo.Irremediability.Rated()
}

// ofControls looks at the measures in place.
func (m *material) ofControls() {
	controls := entriesOf(m.doc, controlList)
	for i := range m.doc.Risks {
		if m.has[i] == 0 || m.hidden.value("risks", i, "controls") {
			continue
		}
		for _, id := range m.doc.Risks[i].Controls {
			at := controls.find(id)
			if at < 0 || m.inPlace(at) != whole {
				continue
			}
			k := &m.doc.Controls[at]
			m.has[i] |= isMeasured
			if governs(k.Kind) {
				m.has[i] |= isGoverned
			}
			if k.Effect != assessment.EffectNotStated && !m.hidden.value("controls", at, "effect") {
				m.has[i] |= isFollowed
				if k.Effect >= assessment.PartlyEffective {
					m.has[i] |= isShown
				}
			}
		}
	}
}

// governs reports whether a measure is a rule that people are held to.
func governs(k assessment.ControlKind) bool {
	return k == assessment.Standard || k == assessment.Contract || k == assessment.PurchasingRule
}

func (m *material) ofActions() {
	for i := range m.doc.Actions {
		a := &m.doc.Actions[i]
		if !m.action(i) || m.hidden.value("actions", i, "risks") {
			continue
		}
		what := isActedOn
		if a.Kind == assessment.PolicyChange {
			what |= isGoverned
		}
		if a.Kind == assessment.Remedy && m.begun(a.Period) {
			what |= isRemedied
		}
		if !m.hidden.value("actions", i, "indicators") {
			for _, x := range a.Indicators {
				if x.Target != "" {
					what |= hasTarget
				}
				if x.Kind == assessment.Outcome && x.Value != "" {
					what |= isFollowed
				}
			}
		}
		m.give(a.Risks, what)
	}
}

// begun reports whether a period is not known to lie ahead.
func (m *material) begun(p risk.Period) bool {
	return p.From.IsZero() || m.ev.AsOf.IsZero() || !p.From.After(m.ev.AsOf)
}

func (m *material) ofCommitments() {
	for i := range m.doc.Commitments {
		if m.dated(i) && !m.hidden.value("commitments", i, "risks") {
			m.give(m.doc.Commitments[i].Risks, hasTarget)
		}
	}
}

func (m *material) ofRecommendations() {
	if m.ev.Recommendations == nil {
		return
	}
	for i := range m.ev.Recommendations.Items {
		if s := &m.ev.Recommendations.Items[i]; m.tracked(i) && !m.hidden.value("recommendations", i, "risks") {
			m.give(s.Recommendation.Risks, isTracked)
		}
	}
}

func (m *material) ofLinkages() {
	network := m.hidden.whole("relationships") || m.hidden.whole("suppliers")
	for i := range m.ev.Linkages {
		l := &m.ev.Linkages[i]
		if l.Linkage.Illustrative || m.hidden.item("linkages", i) || m.hidden.value("linkages", i, "risks") {
			continue
		}
		what := isLinked
		if l.Involvement == risk.Undetermined || m.hidden.value("linkages", i, "involvement") {
			what |= isUndecided
		}
		if p := l.Linkage.Claimed; p.Known() && !m.hidden.value("linkages", i, "claimed") {
			what |= isPlaced | sideOf(p)
		}
		if p := l.Placement.Proximity; p.Known() && !l.Illustrative && !network && !m.hidden.value("linkages", i, "covers") {
			what |= isPlaced | sideOf(p)
		}
		m.give(l.Linkage.Risks, what)
	}
}

func (m *material) ofEngagements() {
	heard := map[risk.GroupID]trait{}
	for i := range m.doc.Engagements {
		e := &m.doc.Engagements[i]
		if m.hidden.item("engagements", i) || m.hidden.value("engagements", i, "groups") {
			continue
		}
		what := isEngaged
		if direct(e.Directness) && !m.hidden.value("engagements", i, "directness") {
			what |= isHeard
		}
		for _, id := range e.Groups {
			heard[id] |= what
		}
	}
	if len(heard) == 0 {
		return
	}
	for i := range m.doc.Risks {
		if m.has[i] == 0 || m.hidden.value("risks", i, "groups") {
			continue
		}
		for _, id := range m.doc.Risks[i].Groups {
			m.has[i] |= heard[id]
		}
	}
}

// direct reports whether the people themselves were heard, or those whom they
// chose.
func direct(d assessment.Directness) bool {
	return d == assessment.WithAffectedPeople || d == assessment.WithRepresentatives
}

func (m *material) ofComparison() {
	if m.beside.Comparison == nil {
		return
	}
	for i := range m.beside.Comparison.Risks {
		if r := &m.beside.Comparison.Risks[i]; r.Presence == assessment.InBoth && !riskMadeUp(r.Before) {
			m.give([]uuid.UUID{r.After.Risk.ID}, isCompared)
		}
	}
}
