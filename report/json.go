package report

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"io"
	"slices"
)

//go:embed schema/evaluation-1.schema.json
var schemaText []byte

// Schema returns the JSON Schema (2020-12) of a report in the format [JSON].
// It refers to nothing outside itself. The bytes are the caller's own.
func Schema() []byte { return bytes.Clone(schemaText) }

// schemaID is the address by which a JSON report names its schema.
const schemaID = "https://github.com/hrdd-go/hrdd/report/schema/evaluation-1.schema.json"

// document is the whole of a report as data, of which [Schema] is the schema.
// It is never held as a whole: a report is written row by row.
type document struct {
	dataHead
	Risks           []dataRisk           `json:"risks"`    // gravest first
	Findings        []dataFinding        `json:"findings"` // what was found, with root causes
	Linkages        []dataLinkage        `json:"linkages"`
	Controls        []dataControl        `json:"controls"`
	Recommendations []dataRecommendation `json:"recommendations"`
	Actions         []dataAction         `json:"actions"`
	Commitments     []dataCommitment     `json:"commitments"`
	Engagements     []dataEngagement     `json:"engagements"`
	Mechanisms      []dataMechanism      `json:"mechanisms"`  // ways to complain
	Criteria        []dataCriterion      `json:"criteria"`    // of grievance mechanisms
	Figures         []dataFigure         `json:"figures"`     // on complaints, as far as they may leave
	RiskChanges     []dataRiskChange     `json:"riskChanges"` // since an earlier assessment; empty if none was compared
	Changes         []dataChange         `json:"changes"`     // of linkages, recommendations and commitments since
	Frameworks      []dataFramework      `json:"frameworks"`  // that the evaluation was held against
	Disclosures     []dataDisclosure     `json:"disclosures"` // how far it answers each
	Gaps            []dataGap            `json:"gaps"`        // that a review found, most serious first
	Waived          []dataWaived         `json:"waived"`      // rules of the review that were switched off
	Notes           []dataNote           `json:"notes"`       // what a reader has to know
	Redactions      []dataRedaction      `json:"redactions"`
	WithheldItems   int                  `json:"withheldItems"` // entries that were left out as a whole
}

func (c *composer) data() *data {
	return &data{c: c, ev: c.ev, doc: c.doc, review: c.opts.Review, audience: c.opts.Audience, withheld: c.withheld}
}

// head returns what stands before the lists.
func (c *composer) head() dataHead {
	h := dataHead{
		Schema: schemaID, Version: dataVersion, Audience: c.opts.Audience, Assessment: c.doc.ID.String(),
		Kind: c.doc.Kind,
	}
	h.AsOf, _ = c.withheld.asOf(c.ev)
	h.RecommendationsMade, _ = c.recommendationCount()
	if !c.withheld.member("risksComplete") {
		h.RisksComplete = c.doc.RisksComplete
	}
	if r := c.opts.Review; r != nil {
		h.ReviewedAgainst, h.RulesChecked = slices.Collect(r.Profile.Names()), r.Checked
	}
	if m := c.ev.Method; m != nil {
		h.MethodID, h.MethodVersion = m.ID(), m.Version()
	}
	if !c.withheld.member("title") {
		h.Title = c.doc.Title
	}
	if !c.withheld.field("company", "name") {
		h.Company = c.doc.Company.Name
	}
	if !c.withheld.whole("period") {
		h.From, h.To = c.doc.Period.From, c.doc.Period.To
	}
	return h
}

// writeJSON writes the evaluation as data, row by row.
func (c *composer) writeJSON(w io.Writer) error {
	s := newStream(w)
	first, err := json.Marshal(c.head())
	if err != nil {
		return err
	}
	s.buf = append(s.buf, first[:len(first)-1]...)
	d := c.data()
	for i, t := range dataTables {
		s.put(",\n\"" + t.name + "\":[")
		comma := "\n"
		for row := range t.rows(d) {
			if s.failed != nil || c.ctx.Err() != nil {
				break
			}
			b, err := json.Marshal(row)
			if err != nil {
				return err
			}
			s.put(comma)
			s.buf = append(s.buf, b...)
			s.full()
			comma = ",\n"
		}
		s.put("]")
		if err := c.ctx.Err(); err != nil {
			return err
		}
		if s.failed != nil {
			return s.failed
		}
		if c.opts.Progress != nil {
			c.opts.Progress(i+1, len(dataTables))
		}
	}
	n, _ := json.Marshal(d.kept)
	s.put(",\n\"withheldItems\":" + string(n) + "}\n")
	s.flush()
	return s.failed
}
