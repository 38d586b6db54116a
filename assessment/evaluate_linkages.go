package assessment

import (
	"maps"
	"slices"
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
		e.classify(at("linkages", i), l)
		e.respond(l)
		e.place(at("linkages", i), l, index)
	}
	return nil
}

// classify decides the class to act on. A class that somebody stated stands:
// the library says so where the facts do not allow it, and does not overrule
// the person.
func (e *evaluator) classify(pointer string, l *LinkageResult) {
	name := label(l.Linkage.Code, l.Linkage.Title)
	stated, record := l.Linkage.Involvement, l.Linkage.Facts
	if r, ok := l.Linkage.History.At(e.out.AsOf); ok && !e.out.AsOf.IsZero() {
		stated, record = r.Class, r.Facts
	}
	facts := record.Facts()
	l.Classified = facts != risk.Facts{}
	l.Involvement = stated
	if l.Classified {
		l.Classification = risk.Classify(facts)
		switch {
		case stated == risk.Undetermined:
			l.Involvement = l.Classification.Class
		case !l.Classification.Possible.Has(stated):
			l.Contradicts = true
			e.note(InvolvementContradicted, pointer+"/involvement", name, stated.String(), l.Classification.Class.String())
		}
	}
	if l.Involvement == risk.Undetermined {
		var possible []string
		if l.Classified {
			for class := range l.Classification.Possible.All() {
				possible = append(possible, class.String())
			}
		}
		e.note(InvolvementUndetermined, pointer+"/involvement", name, strings.Join(possible, ", "))
	}
	if text := l.Linkage.SourceLabel.Text; text != "" {
		e.note(SourceLabelMapped, pointer+"/sourceLabel", text, l.Involvement.String())
	}
}

// respond works out what the class and status ask of the company, what
// leverage it has, and what comes next in the relationship.
func (e *evaluator) respond(l *LinkageResult) {
	l.Status = e.status(l.Linkage)
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

// status returns the status of a linkage: as stated, else that of its risks
// where they agree.
func (e *evaluator) status(l *Linkage) risk.Status {
	if l.Status != risk.StatusNotStated {
		return l.Status
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
	l.Suppliers = e.covered(l.Linkage.Covers, index)
	if len(l.Suppliers) == 0 {
		if !l.Linkage.Claimed.Known() {
			e.note(PlaceUnknown, pointer+"/covers", label(l.Linkage.Code, l.Linkage.Title))
		}
		return
	}
	l.Placement = e.out.Network.ProximityOf(slices.Values(l.Suppliers))
	l.Disagreements = l.Placement.Disagreements(l.Linkage.Claimed)
	l.Paths = e.paths(l.Suppliers)
	for _, p := range l.Paths {
		l.Illustrative = l.Illustrative || p.Illustrative
	}
	name := label(l.Linkage.Code, l.Linkage.Title)
	if !l.Placement.Proximity.Known() {
		e.note(PlaceUnknown, pointer+"/covers", name)
	}
	for _, d := range l.Disagreements {
		e.note(PlaceDisagrees, pointer+"/claimed", name, d.Kind.String(), d.Claimed.String(), d.Found.String())
	}
}

// covered returns the suppliers of a set: those named, then those that belong
// to a category named, each once and in the order of the document.
func (e *evaluator) covered(set SupplierSet, index map[uuid.UUID]int) []uuid.UUID {
	var ids []uuid.UUID
	for _, id := range set.Suppliers {
		if _, ok := index[id]; ok {
			ids = append(ids, id)
		}
	}
	for _, c := range set.Categories {
		ids = slices.AppendSeq(ids, e.out.Network.InCategory(c))
	}
	slices.SortFunc(ids, func(a, b uuid.UUID) int { return index[a] - index[b] })
	ids = slices.Compact(ids)
	// The company itself belongs to a category only if a linkage names it.
	return slices.DeleteFunc(ids, func(id uuid.UUID) bool {
		return e.out.Network.IsBuyer(id) && !slices.Contains(set.Suppliers, id)
	})
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

// ClaimedTiers returns the tiers upstream that the document claims, as text.
func (l *LinkageResult) ClaimedTiers() string {
	return l.Linkage.Claimed.Tiers(supplier.Upstream).String()
}

// FoundTiers returns the tiers upstream at which the network has the suppliers,
// as text.
func (l *LinkageResult) FoundTiers() string { return l.Placement.Proximity.Upstream.String() }
