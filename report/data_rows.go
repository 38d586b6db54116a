package report

import (
	"iter"
	"slices"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// dataTable is one list of the evaluation as data.
type dataTable struct {
	name string
	rows func(*data) iter.Seq[any]
	of   any // a row, for its columns
}

// dataTables are the lists in the order in which they are written.
var dataTables = [...]dataTable{
	{"risks", (*data).risks, dataRisk{}},
	{"findings", (*data).findings, dataFinding{}},
	{"linkages", (*data).linkages, dataLinkage{}},
	{"controls", (*data).controls, dataControl{}},
	{"recommendations", (*data).recommendations, dataRecommendation{}},
	{"actions", (*data).actions, dataAction{}},
	{"commitments", (*data).commitments, dataCommitment{}},
	{"engagements", (*data).engagements, dataEngagement{}},
	{"mechanisms", (*data).mechanisms, dataMechanism{}},
	{"criteria", (*data).criteria, dataCriterion{}},
	{"figures", (*data).figures, dataFigure{}},
	{"riskChanges", (*data).riskChanges, dataRiskChange{}},
	{"changes", (*data).changes, dataChange{}},
	{"frameworks", (*data).frameworks, dataFramework{}},
	{"disclosures", (*data).disclosures, dataDisclosure{}},
	{"gaps", (*data).gaps, dataGap{}},
	{"waived", (*data).waived, dataWaived{}},
	{"notes", (*data).notes, dataNote{}},
	{"redactions", (*data).redactions, dataRedaction{}},
}

// data gives the rows of an evaluation to an audience.
type data struct {
	c        *composer
	ev       *assessment.Evaluation
	doc      *assessment.Assessment
	review   *assessment.ReviewResult // nil if none was made
	audience Audience
	withheld withheld
	kept     int // items that were left out as a whole
}

// items yields a row for each item of a list that is not kept back.
func (d *data) items(list string, n int, index func(int) int, row func(i int, h *hiding) any) iter.Seq[any] {
	return func(yield func(any) bool) {
		for i := range n {
			at := i
			if index != nil {
				at = index(i)
			}
			if d.withheld.item(list, at) {
				d.kept++
				continue
			}
			if !yield(row(i, &hiding{withheld: d.withheld, list: list, index: at})) {
				return
			}
		}
	}
}

func (d *data) risks() iter.Seq[any] {
	index := func(i int) int { return d.ev.Risks[i].Index }
	return d.items("risks", len(d.ev.Risks), index, func(i int, h *hiding) any {
		e := &d.ev.Risks[i]
		r, ratings := e.Risk, keep(h, "ratings", e.Range)
		row := dataRisk{
			ID: r.ID, Code: keep(h, "code", r.Code), Title: keep(h, "title", r.Title), Status: keep(h, "status", r.Status),
			BestPlace: e.Best, WorstPlace: e.Worst, Rated: e.Rated(), Ratings: keep(h, "ratings", risk.CountOf(e.Ratings)),
			ScaleFrom: int(ratings.Lo.Scale), ScaleTo: int(ratings.Hi.Scale),
			ScopeFrom: int(ratings.Lo.Scope), ScopeTo: int(ratings.Hi.Scope),
			IrremediabilityFrom: int(ratings.Lo.Irremediability), IrremediabilityTo: int(ratings.Hi.Irremediability),
			Rights: texts(keep(h, "rights", r.Rights)), Groups: texts(keep(h, "groups", r.Groups)),
			Countries: keep(h, "countries", r.Countries), Controls: keep(h, "controls", r.Controls),
			Illustrative: r.Illustrative || e.Illustrative,
		}
		// Whether a likelihood is there says whether the harm has happened.
		if lo, hi := ratings.Lo.Likelihood, ratings.Hi.Likelihood; lo.Rated() && hi.Rated() && !h.value("risks", h.index, "status") {
			row.LikelihoodFrom, row.LikelihoodTo = int(lo), int(hi)
		}
		if m := d.ev.Method; m != nil && e.Rated() && !h.value("risks", h.index, "ratings") {
			if why, err := m.ExplainRange(e.Range); err == nil {
				for dimension := risk.DimScale; dimension <= risk.DimDelay; dimension++ {
					if why.Decisive.Has(dimension) {
						row.DecidedBy = append(row.DecidedBy, dimension)
					}
				}
			}
		}
		if ratings.Lo.Delay == ratings.Hi.Delay {
			row.DelayIrremediable = ratings.Lo.Delay
		}
		if m := d.ev.Method; m != nil {
			row.MethodID, row.MethodVersion = m.ID(), m.Version()
		}
		row.Withheld = h.names
		return &row
	})
}

func (d *data) findings() iter.Seq[any] {
	return d.items("findings", len(d.doc.Findings), nil, func(i int, h *hiding) any {
		f := &d.doc.Findings[i]
		row := dataFinding{ID: f.ID, Code: keep(h, "code", f.Code), Title: keep(h, "title", f.Title), Risks: keep(h, "risks", f.Risks)}
		for _, cause := range keep(h, "rootCauses", f.RootCauses) {
			if cause.Kind != assessment.CauseNotStated && !slices.Contains(row.RootCauses, cause.Kind) {
				row.RootCauses = append(row.RootCauses, cause.Kind)
			}
		}
		row.Withheld = h.names
		return &row
	})
}

func (d *data) linkages() iter.Seq[any] {
	network := d.withheld.whole("relationships") || d.withheld.whole("suppliers")
	return d.items("linkages", len(d.ev.Linkages), nil, func(i int, h *hiding) any {
		e := &d.ev.Linkages[i]
		l, claimed, label := e.Linkage, keep(h, "claimed", e.Linkage.Claimed), keep(h, "sourceLabel", e.Linkage.SourceLabel)
		covers := keep(h, "covers", l.Covers)
		row := dataLinkage{
			ID: l.ID, Code: keep(h, "code", l.Code), Title: keep(h, "title", l.Title), Status: keep(h, "status", l.Status),
			Involvement: keep(h, "involvement", e.Involvement.String()), Stated: keep(h, "involvement", l.Involvement),
			Contradicts: keep(h, "facts", e.Contradicts), Risks: keep(h, "risks", l.Risks), Categories: texts(covers.Categories),
			Suppliers:       keep(h, "covers", risk.CountOf(len(e.Suppliers))),
			ClaimedUpstream: tierText(claimed, supplier.Upstream), ClaimedDownstream: tierText(claimed, supplier.Downstream),
			ClaimedReverse: tierText(claimed, supplier.Reverse), SourceLabel: label.Text, SourceLanguage: label.Language,
			MappingNote: keep(h, "mappingNote", l.MappingNote), PlaceIllustrative: e.Illustrative, Illustrative: l.Illustrative,
		}
		if !d.c.hidesResponse(i) && !d.withheld.value("linkages", i, "facts") {
			for class := range e.Response.Possible.All() {
				if e.Involvement == risk.Undetermined {
					row.Possible = append(row.Possible, class)
				}
			}
			for _, o := range e.Response.Obligations {
				if o.Force != risk.NotCalledFor {
					row.Duties = append(row.Duties, o.Duty.String()+" "+o.Force.String())
				}
			}
			if !d.withheld.value("linkages", i, "decision") && !d.withheld.value("linkages", i, "relationship") {
				row.NextStep = e.Next.Step
			}
		}
		if e.Classified && !d.withheld.value("linkages", i, "facts") {
			row.FromFacts = e.Classification.Class
			for _, r := range e.Classification.Explain().Because {
				row.Reasons = append(row.Reasons, r.Code)
			}
		}
		if network {
			h.names = append(h.names, "network")
		} else {
			p := e.Placement.Proximity
			row.PlacedUpstream, row.PlacedDownstream = tierText(p, supplier.Upstream), tierText(p, supplier.Downstream)
			row.PlacedReverse = tierText(p, supplier.Reverse)
			if p.Directness != supplier.DirectnessNotStated {
				row.PlacedRelationship = p.Directness.String()
			}
			for _, g := range e.Disagreements {
				row.Disagreements = append(row.Disagreements, g.Kind.String())
			}
		}
		row.Withheld = h.names
		return &row
	})
}

func (d *data) controls() iter.Seq[any] {
	return d.items("controls", len(d.doc.Controls), nil, func(i int, h *hiding) any {
		k := &d.doc.Controls[i]
		row := dataControl{
			ID: k.ID, Code: keep(h, "code", k.Code), Title: keep(h, "title", k.Title), Kind: keep(h, "kind", k.Kind),
			InPlace: keep(h, "inPlace", k.InPlace), Effect: keep(h, "effect", k.Effect), Illustrative: k.Illustrative,
		}
		row.Withheld = h.names
		return &row
	})
}

func (d *data) recommendations() iter.Seq[any] {
	if d.ev.Recommendations == nil {
		return func(func(any) bool) {}
	}
	items := d.ev.Recommendations.Items
	return d.items("recommendations", len(items), nil, func(i int, h *hiding) any {
		s := &items[i]
		row := dataRecommendation{ID: s.ID}
		if !h.value("recommendations", i, "events") {
			row.State, row.Since, row.Owner, row.Due = s.State, s.Since, s.Owner, s.Due
			row.Overdue, row.Progress, row.Events = s.Overdue, s.Progress, risk.CountOf(s.Events)
		} else {
			keep(h, "events", 0)
		}
		if r := s.Recommendation; r != nil {
			row.Code, row.Title = keep(h, "code", r.Code), keep(h, "title", r.Title)
			row.Risks, row.Actions = keep(h, "risks", r.Risks), keep(h, "actions", r.Actions)
			row.Illustrative = lastIllustrative(s)
		}
		row.Withheld = h.names
		return &row
	})
}

func (d *data) actions() iter.Seq[any] {
	return d.items("actions", len(d.doc.Actions), nil, func(i int, h *hiding) any {
		a := &d.doc.Actions[i]
		period, budget := keep(h, "period", a.Period), keep(h, "budget", a.Budget)
		row := dataAction{
			ID: a.ID, Code: keep(h, "code", a.Code), Title: keep(h, "title", a.Title), Kind: keep(h, "kind", a.Kind),
			From: period.From, To: period.To, Years: keep(h, "years", a.Years), BudgetMinor: budget.Minor,
			BudgetCurrency: budget.Currency, Partners: partyNames(keep(h, "partners", a.Partners)),
			Participants: keep(h, "participants", a.Participants), Programme: keep(h, "programme", a.Programme),
			Widens: keep(h, "widens", a.Widens), Groups: texts(keep(h, "groups", a.Groups)), Risks: keep(h, "risks", a.Risks),
			Commitments: keep(h, "commitments", a.Commitments), Expected: keep(h, "expected", a.Expected),
		}
		row.Withheld = h.names
		return &row
	})
}

func (d *data) commitments() iter.Seq[any] {
	return d.items("commitments", len(d.doc.Commitments), nil, func(i int, h *hiding) any {
		k := &d.doc.Commitments[i]
		row := dataCommitment{
			ID: k.ID, Code: keep(h, "code", k.Code), Title: keep(h, "title", k.Title), Kind: keep(h, "kind", k.Kind),
			Made: keep(h, "made", k.Made), Due: keep(h, "due", k.Due), Kept: keep(h, "kept", k.Kept),
			KeptOn: keep(h, "keptOn", k.KeptOn),
		}
		row.Withheld = h.names
		return &row
	})
}

func (d *data) engagements() iter.Seq[any] {
	return d.items("engagements", len(d.doc.Engagements), nil, func(i int, h *hiding) any {
		e := &d.doc.Engagements[i]
		period := keep(h, "period", e.Period)
		row := dataEngagement{
			ID: e.ID, Groups: texts(keep(h, "groups", e.Groups)), Parties: partyNames(keep(h, "parties", e.Parties)),
			Directness: keep(h, "directness", e.Directness), Method: keep(h, "method", e.Method), From: period.From,
			To: period.To, People: keep(h, "people", e.People), Safe: keep(h, "safe", e.Safe),
			TakenIn: keep(h, "takenIn", e.TakenIn),
		}
		if n, known := row.People.Known(); known && n < grievance.DefaultThreshold && d.audience != Internal {
			row.People = risk.Count{} // a figure about few people can point at one
			h.names = append(h.names, "people")
		}
		row.Withheld = h.names
		return &row
	})
}

// notes leaves out, where anything is withheld, what notes quote and the notes
// on items that are kept back: a note says more than its code.
func (d *data) notes() iter.Seq[any] {
	return func(yield func(any) bool) {
		for i := range d.ev.Notes {
			n := &d.ev.Notes[i]
			row := &dataNote{Code: n.Code, Pointer: n.Pointer, Args: n.Args}
			if d.withheld.any() {
				row.Args = nil
				if d.withheld.covers(n.Pointer) {
					d.kept++
					continue
				}
			}
			if !yield(row) {
				return
			}
		}
	}
}

func (d *data) redactions() iter.Seq[any] {
	return func(yield func(any) bool) {
		for reason, n := range redactionCounts(d.doc) {
			if n > 0 && !yield(&dataRedaction{assessment.RedactionReason(reason), n}) {
				return
			}
		}
	}
}

// redactionCounts returns how many parts of a document are withheld for each
// reason.
func redactionCounts(doc *assessment.Assessment) (counts [int(assessment.LegalProceedings) + 1]int) {
	for i := range doc.Redactions {
		counts[min(int(doc.Redactions[i].Reason), len(counts)-1)]++
	}
	return counts
}

// dataHead is what stands before the lists.
type dataHead struct {
	Schema              string          `json:"$schema"`
	Version             int             `json:"version"`
	Audience            Audience        `json:"audience"`
	AsOf                risk.Date       `json:"asOf,omitzero"` // the day at whose end things are looked at
	MethodID            string          `json:"methodID,omitzero"`
	MethodVersion       string          `json:"methodVersion,omitzero"`
	Assessment          string          `json:"assessment"` // its id
	Kind                assessment.Kind `json:"kind,omitzero"`
	Title               string          `json:"title,omitzero"`
	Company             string          `json:"company,omitzero"`
	From                risk.Date       `json:"from,omitzero"` // of the period that it speaks of
	To                  risk.Date       `json:"to,omitzero"`
	RisksComplete       risk.Answer     `json:"risksComplete,omitzero"`
	RecommendationsMade risk.Count      `json:"recommendationsMade,omitzero"` // listed or not
	ReviewedAgainst     []string        `json:"reviewedAgainst,omitzero"`     // regimes of the review; absent if none was made, gaps is then empty
	RulesChecked        int             `json:"rulesChecked,omitzero"`        // rules of the review that ran
}
