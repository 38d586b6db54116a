package assessment

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// linkages computes, for each linkage, the class that follows from its facts
// and where the network has the suppliers that it covers.
func (e *evaluator) linkages() error {
	index := make(map[uuid.UUID]int, len(e.doc.Suppliers))
	for i := range e.doc.Suppliers {
		index[e.doc.Suppliers[i].ID] = i
	}
	e.statuses = make(map[uuid.UUID]risk.Status, len(e.doc.Risks))
	for i := range e.doc.Risks {
		e.statuses[e.doc.Risks[i].ID] = e.doc.Risks[i].Status
	}
	e.out.Linkages = make([]LinkageResult, len(e.doc.Linkages))
	for i := range e.doc.Linkages {
		if err := e.ctx.Err(); err != nil {
			return err
		}
		l := &e.out.Linkages[i]
		l.Linkage = &e.doc.Linkages[i]
		record := l.Linkage.standing(e.out.AsOf)
		e.classify(at("linkages", i), l, &record)
		l.Status = e.status(l.Linkage, &record)
		e.respond(l)
		e.place(at("linkages", i), l, index)
	}
	return nil
}

// standing returns the classification that stands on a day: of a history the
// one that stood then, else what the linkage states itself.
func (l *Linkage) standing(asOf risk.Date) risk.InvolvementRecord {
	if r, ok := l.History.At(asOf); ok && !asOf.IsZero() {
		return r
	}
	return risk.InvolvementRecord{On: l.Judgement.On, By: l.Judgement.By, Class: l.Involvement, Facts: l.Facts}
}

// classify decides the class to act on. A class that somebody stated stands:
// the library says so where the facts do not allow it, and does not overrule
// the person.
func (e *evaluator) classify(pointer string, l *LinkageResult, record *risk.InvolvementRecord) {
	name := label(l.Linkage.Code, l.Linkage.Title)
	stated, facts := record.Class, record.Facts.Facts()
	l.Rationale = record.Rationale
	l.Classified = facts != risk.Facts{}
	l.Involvement = stated
	possible := risk.AllClasses
	if l.Classified {
		l.Classification = risk.Classify(facts)
		possible = l.Classification.Possible
		if l.Classification.Contradictory {
			possible = e.contradictory(pointer, name, l.Classification)
		}
		switch {
		case stated == risk.Undetermined:
			l.Involvement = l.Classification.Class
		case !possible.Has(stated):
			l.Contradicts = true
			e.note(InvolvementContradicted, pointer+"/involvement", name, stated.String(), possible.String())
		}
	}
	if l.Involvement == risk.Undetermined {
		e.note(InvolvementUndetermined, pointer+"/involvement", name, possible.String())
	}
	if text := l.Linkage.SourceLabel.Text; text != "" {
		e.note(SourceLabelMapped, pointer+"/sourceLabel", text, l.Involvement.String())
	}
}

// contradictory notes the answers that cannot all be right, and returns the
// classes that are possible once some of them are taken back.
func (e *evaluator) contradictory(pointer, name string, c risk.Classification) (possible risk.ClassSet) {
	x := c.Explain()
	for _, pair := range x.Contradictions {
		e.note(FactsContradict, pointer+"/facts", name, pair.First.String(), pair.Second.String())
	}
	for _, r := range x.Repairs {
		possible |= r.Possible
	}
	return possible
}

// respond works out what the class and status ask of the company, what
// leverage it has, and what comes next in the relationship.
func (e *evaluator) respond(l *LinkageResult) {
	if l.Classified && l.Involvement == risk.Undetermined {
		l.Response = l.Classification.Respond(l.Status)
	} else {
		l.Response = risk.Respond(l.Involvement, l.Status)
	}
	facts := l.Linkage.Relationship
	l.LeverageAssessed = l.Linkage.Leverage != risk.LeverageFactors{} || facts.Leverage.Known()
	if l.Linkage.Leverage != (risk.LeverageFactors{}) {
		l.Leverage = risk.AssessLeverage(l.Linkage.Leverage, e.opts.EnoughLeverage)
		if facts.Leverage == risk.Unknown {
			facts.Leverage = l.Leverage.Has
		}
	}
	if facts.EndingAssessed == risk.Unknown {
		facts.EndingAssessed = l.Linkage.Decision.EndingAssessed
	}
	linked := l.Involvement == risk.DirectlyLinked || l.Involvement == risk.Contributes
	if linked && facts != (risk.RelationshipFacts{}) {
		l.Next = risk.DecideRelationship(facts, risk.RelationshipPolicy{
			Regime: e.opts.Regime, Patience: e.opts.Patience, AsOf: e.out.AsOf,
		})
	}
}

// status returns the status of a linkage: that of a classification in its
// history, else the one stated for it or among its facts, else that of its
// risks where they agree.
func (e *evaluator) status(l *Linkage, record *risk.InvolvementRecord) risk.Status {
	dated := risk.StatusNotStated
	if len(l.History) > 0 {
		dated = record.Facts.Status.Value
	}
	if s := cmp.Or(dated, l.Status, record.Facts.Status.Value); s != risk.StatusNotStated {
		return s
	}
	status := risk.StatusNotStated
	for i, id := range l.Risks {
		s := e.statuses[id]
		if i > 0 && s != status {
			return risk.StatusNotStated
		}
		status = s
	}
	return status
}

// place finds the suppliers that a linkage covers and where they stand.
func (e *evaluator) place(pointer string, l *LinkageResult, index map[uuid.UUID]int) {
	name := label(l.Linkage.Code, l.Linkage.Title)
	where := e.placed(l.Linkage.Covers, index)
	l.Suppliers, l.Placement, l.Paths = where.suppliers, where.placement, where.paths
	e.notFound(pointer, name, l.Linkage.Covers, index)
	if len(l.Suppliers) == 0 {
		if !l.Linkage.Claimed.Known() {
			e.note(PlaceUnknown, pointer+"/covers", name)
		}
		return
	}
	l.Disagreements = l.Placement.Disagreements(l.Linkage.Claimed)
	for _, p := range l.Paths {
		l.Illustrative = l.Illustrative || p.Illustrative
	}
	switch n := l.Placement.Unreachable; {
	case !l.Placement.Proximity.Known():
		e.note(PlaceUnknown, pointer+"/covers", name)
	case n > 0:
		e.note(PlacePartlyUnknown, pointer+"/covers", name, strconv.Itoa(n))
	}
	for _, d := range l.Disagreements {
		e.note(PlaceDisagrees, pointer+"/claimed", name, d.Kind.String(), d.Claimed.String(), d.Found.String())
	}
}

// placed is where the suppliers of a set stand. Of the linkages that cover the same
// categories, of which there may be many, each with all the suppliers of a document,
// all have the one.
type placed struct {
	suppliers []uuid.UUID
	placement supplier.Placement
	paths     []Path
}

func (e *evaluator) placed(set SupplierSet, index map[uuid.UUID]int) *placed {
	var key strings.Builder
	for _, c := range set.Categories {
		key.WriteString(strconv.Quote(string(c)))
	}
	shared := len(set.Suppliers) == 0
	if p := e.byCategories[key.String()]; p != nil && shared {
		return p
	}
	p := &placed{suppliers: e.covered(set, index)}
	if len(p.suppliers) > 0 {
		p.placement = e.out.Network.ProximityOf(slices.Values(p.suppliers))
		p.paths = e.paths(p.suppliers)
	}
	if shared {
		if e.byCategories == nil {
			e.byCategories = make(map[string]*placed)
		}
		e.byCategories[key.String()] = p
	}
	return p
}

// notFound notes what a linkage covers that is not among the suppliers of the
// document: a supplier named, or everyone in a category.
func (e *evaluator) notFound(pointer, name string, set SupplierSet, index map[uuid.UUID]int) {
	for i, id := range set.Suppliers {
		if _, ok := index[id]; !ok {
			e.note(CoveredNotFound, pointer+at("covers/suppliers", i), name, id.String())
		}
	}
	for i, c := range set.Categories {
		found := false
		for range e.out.Network.InCategory(c) {
			found = true
			break
		}
		if !found {
			e.note(CoveredNotFound, pointer+at("covers/categories", i), name, string(c))
		}
	}
}

// covered returns the suppliers of a set: those named, then those that belong
// to a category named, each once and in the order of the document.
func (e *evaluator) covered(set SupplierSet, index map[uuid.UUID]int) []uuid.UUID {
	var places []int
	named := make(map[int]bool, len(set.Suppliers))
	for _, id := range set.Suppliers {
		if i, ok := index[id]; ok {
			places, named[i] = append(places, i), true
		}
	}
	for _, c := range set.Categories {
		for id := range e.out.Network.InCategory(c) {
			if i, ok := index[id]; ok {
				places = append(places, i)
			}
		}
	}
	slices.Sort(places)
	var ids []uuid.UUID
	for _, i := range slices.Compact(places) {
		// The company itself belongs to a category only if a linkage names it.
		if id := e.doc.Suppliers[i].ID; named[i] || !e.out.Network.IsBuyer(id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// pathTries is how many suppliers of one tier are asked for a way that does not
// rest on made-up relationships, before one that does is shown.
const pathTries = 16

// paths returns a shortest way for one supplier at each tier, the first that is
// found, and rather one that rests on nothing made up.
func (e *evaluator) paths(ids []uuid.UUID) []Path {
	byTier, tries := make(map[int]Path), make(map[int]int)
	for _, id := range ids {
		tier, ok := e.shortest(id)
		if found, seen := byTier[tier]; !ok || seen && !found.Illustrative || tries[tier] == pathTries {
			continue
		}
		tries[tier]++
		p := Path{Tier: tier, Steps: e.out.Network.Path(id)}
		for i := range len(p.Steps) - 1 {
			// Downstream the company supplies, so the link is the other way round.
			a, b := p.Steps[i].Supplier, p.Steps[i+1].Supplier
			p.Illustrative = p.Illustrative || e.madeUp[[2]uuid.UUID{a, b}] || e.madeUp[[2]uuid.UUID{b, a}]
		}
		if _, seen := byTier[tier]; !seen || !p.Illustrative {
			byTier[tier] = p
		}
	}
	return slices.SortedFunc(maps.Values(byTier), func(a, b Path) int { return a.Tier - b.Tier })
}

// shortest returns the tier of a supplier in the first direction in which
// there is a way to it, as [supplier.Network.Path] looks for one.
func (e *evaluator) shortest(id uuid.UUID) (tier int, ok bool) {
	p := e.out.Network.Proximity(id)
	for _, r := range [...]supplier.TierRange{p.Upstream, p.Reverse, p.Downstream} {
		if tier, ok := r.Min(); ok {
			return tier, true
		}
	}
	return 0, false
}
