package report

import (
	"iter"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
)

// dataMechanism is a way to complain.
type dataMechanism struct {
	ID           uuid.UUID               `json:"id"`
	Name         string                  `json:"name,omitzero"` // name of the mechanism
	Kind         grievance.MechanismKind `json:"kind,omitzero"`
	RunBy        string                  `json:"runBy,omitzero"`     // the organisation that runs it
	Channels     []grievance.Channel     `json:"channels,omitzero"`  // ways to reach it
	Languages    []string                `json:"languages,omitzero"` // BCP 47
	Users        []grievance.User        `json:"users,omitzero"`     // who may complain
	FreeOfCharge risk.Answer             `json:"freeOfCharge,omitzero"`
	Anonymous    risk.Answer             `json:"anonymous,omitzero"`
	Precludes    risk.Answer             `json:"precludes,omitzero"` // does a complainant give up courts or other mechanisms?
	Illustrative bool                    `json:"illustrative,omitzero"`
	Withheld     []string                `json:"withheld,omitzero"`
}

// dataFigure is a figure on complaints that may leave: of at least as many
// cases as the threshold says, or of all that are not named.
type dataFigure struct {
	By        grievance.Dimension `json:"by"`
	Key       string              `json:"key,omitzero"`   // absent for those that are not named or withheld
	Cases     risk.Count          `json:"cases,omitzero"` // absent where it may not be told
	Of        grievance.Dimension `json:"of,omitzero"`    // of which cases: those behind the figure ofKey by this; absent for all
	OfKey     string              `json:"ofKey,omitzero"` // see of
	Threshold int                 `json:"threshold"`      // no figure below it is named
	AsOf      risk.Date           `json:"asOf,omitzero"`  // the day on which the cases were looked at
	Withheld  []string            `json:"withheld,omitzero"`
}

func (d *data) mechanisms() iter.Seq[any] {
	return d.items("mechanisms", len(d.doc.Mechanisms), nil, func(i int, h *hiding) any {
		m := &d.doc.Mechanisms[i]
		row := dataMechanism{
			ID: m.ID, Name: keep(h, "name", m.Name), Kind: keep(h, "kind", m.Kind), RunBy: keep(h, "runBy", m.RunBy),
			Channels: keep(h, "channels", m.Channels), Languages: keep(h, "languages", m.Languages), Users: keep(h, "users", m.Users),
			FreeOfCharge: keep(h, "freeOfCharge", m.FreeOfCharge), Anonymous: keep(h, "anonymous", m.Anonymous),
			Precludes: keep(h, "precludesOtherRemedies", m.PrecludesOtherRemedies), Illustrative: m.Illustrative,
		}
		row.Withheld = h.names
		return &row
	})
}

func (d *data) figures() iter.Seq[any] {
	return func(yield func(any) bool) {
		p := d.c.opts.Complaints
		if p == nil {
			return
		}
		for t := range p.Tables() {
			for i := range len(t.Rows) + 1 {
				row := &dataFigure{By: t.Dimension, Of: t.Parent, OfKey: t.Key, Threshold: p.Threshold(), AsOf: p.AsOf()}
				if i < len(t.Rows) {
					row.Key, row.Cases = t.Rows[i].Key, risk.CountOf(t.Rows[i].Cases)
				} else if row.Cases = t.Rest; row.Cases == risk.CountOf(0) {
					continue // nothing is left out
				}
				for _, k := range [...]struct {
					by  grievance.Dimension
					key *string
				}{{t.Dimension, &row.Key}, {t.Parent, &row.OfKey}} {
					if d.c.hidesKey(k.by, *k.key) {
						*k.key, row.Withheld = "", []string{"key"}
					}
				}
				if !yield(row) {
					return
				}
			}
		}
	}
}

// hidesKey reports whether the reader may not see which mechanism or site a
// figure is of.
func (c *composer) hidesKey(by grievance.Dimension, key string) bool {
	if by != grievance.ByMechanism && by != grievance.BySite || key == "" {
		return false
	}
	return c.caseKey(by, key) == c.Text("withheld")
}
