package report

import (
	"iter"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/risk"
)

// dataRiskChange is what became of one risk of an earlier assessment, both
// ranked by one method.
type dataRiskChange struct {
	ID          uuid.UUID           `json:"id"`
	Presence    assessment.Presence `json:"presence"`
	BestBefore  int                 `json:"bestBefore,omitzero"`  // places; absent where it is not named
	WorstBefore int                 `json:"worstBefore,omitzero"` // least grave place before
	BestNow     int                 `json:"bestNow,omitzero"`     // places now
	WorstNow    int                 `json:"worstNow,omitzero"`    // least grave place now
	Trend       assessment.Trend    `json:"trend,omitzero"`       // of the harm itself; places also move because others do
	StatusNow   risk.Status         `json:"statusNow,omitzero"`   // whether the harm has happened, now
	StatusMoved bool                `json:"statusMoved,omitzero"` // from potential to actual harm or back
	Withheld    []string            `json:"withheld,omitzero"`
}

// dataChange is what became of one linkage, recommendation or commitment of an
// earlier assessment.
type dataChange struct {
	Of       string              `json:"of"` // linkage, recommendation or commitment
	ID       uuid.UUID           `json:"id"`
	Presence assessment.Presence `json:"presence"`
	Before   string              `json:"before,omitzero"`  // involvement or state; absent where it is not named
	Now      string              `json:"now,omitzero"`     // the same now
	Keeping  assessment.Keeping  `json:"keeping,omitzero"` // of a commitment
	Events   int                 `json:"events,omitzero"`  // of a recommendation, in between
}

func (d *data) riskChanges() iter.Seq[any] {
	return func(yield func(any) bool) {
		if d.c.opts.Comparison == nil {
			return
		}
		for i := range d.c.opts.Comparison.Risks {
			r := &d.c.opts.Comparison.Risks[i]
			if _, ok := d.c.riskTitle(r); !ok {
				d.kept++
				continue
			}
			row := &dataRiskChange{Presence: r.Presence}
			if r.Before != nil {
				row.ID, row.BestBefore, row.WorstBefore = r.Before.Risk.ID, r.Before.Best, r.Before.Worst
			}
			if r.After != nil {
				row.ID, row.BestNow, row.WorstNow = r.After.Risk.ID, r.After.Best, r.After.Worst
			}
			if d.c.riskHides(r, "ratings") {
				row.Withheld = append(row.Withheld, "trend")
			} else {
				row.Trend = r.Trend
			}
			switch {
			case d.c.riskHides(r, "status"):
				row.Withheld = append(row.Withheld, "status")
			case r.After != nil:
				row.StatusNow, row.StatusMoved = r.After.Risk.Status, r.StatusChanged
			}
			if !yield(row) {
				return
			}
		}
	}
}

func (d *data) changes() iter.Seq[any] {
	return func(yield func(any) bool) {
		k := d.c.opts.Comparison
		if k == nil {
			return
		}
		show := func(row *dataChange, ok bool) bool {
			if !ok {
				d.kept++
				return true
			}
			return yield(row)
		}
		was, is := linkagesOf(k.Before), linkagesOf(k.After)
		for i := range k.Linkages {
			if !show(d.linkageChange(&k.Linkages[i], &was, &is)) {
				return
			}
		}
		was, is = entriesOf(k.Before.Assessment, recommendationList), entriesOf(k.After.Assessment, recommendationList)
		for i := range k.Recommendations {
			if !show(d.recommendationChange(&k.Recommendations[i], &was, &is)) {
				return
			}
		}
		was, is = entriesOf(k.Before.Assessment, commitmentList), entriesOf(k.After.Assessment, commitmentList)
		for i := range k.Commitments {
			if !show(d.commitmentChange(&k.Commitments[i], &was, &is)) {
				return
			}
		}
	}
}

// open reports whether neither document withholds an entry or one of its
// values; an index below 0 is of a document that does not have it.
func (c *composer) open(list string, was, is int, names ...string) bool {
	if was >= 0 && c.before.item(list, was) || is >= 0 && c.withheld.item(list, is) {
		return false
	}
	for _, name := range names {
		if was >= 0 && c.before.value(list, was, name) || is >= 0 && c.withheld.value(list, is, name) {
			return false
		}
	}
	return true
}

func (d *data) linkageChange(l *assessment.LinkageChange, before, after *finder) (*dataChange, bool) {
	row, was, is := &dataChange{Of: "linkage", Presence: l.Presence}, -1, -1
	if l.Before != nil {
		row.ID, row.Before = l.Before.Linkage.ID, l.Before.Involvement.String()
		was = before.find(row.ID)
	}
	if l.After != nil {
		row.ID, row.Now = l.After.Linkage.ID, l.After.Involvement.String()
		is = after.find(row.ID)
	}
	return row, d.c.open("linkages", was, is, "involvement", "facts")
}

func (d *data) recommendationChange(r *assessment.RecommendationChange, before, after *finder) (*dataChange, bool) {
	row, was, is := &dataChange{Of: "recommendation", Presence: r.Presence, Events: r.Events}, -1, -1
	if r.Before != nil {
		row.ID, row.Before = r.Before.ID, r.Before.State.String()
		was = before.find(row.ID)
	}
	if r.After != nil {
		row.ID, row.Now = r.After.ID, r.After.State.String()
		is = after.find(row.ID)
	}
	return row, d.c.open("recommendations", was, is, "events")
}

func (d *data) commitmentChange(m *assessment.CommitmentChange, before, after *finder) (*dataChange, bool) {
	row, was, is := &dataChange{Of: "commitment", Presence: m.Presence, Keeping: m.Keeping}, -1, -1
	if m.Before != nil {
		row.ID = m.Before.ID
		was = before.find(row.ID)
	}
	if m.After != nil {
		row.ID = m.After.ID
		is = after.find(row.ID)
	}
	return row, d.c.open("commitments", was, is, "kept", "keptOn", "due")
}
