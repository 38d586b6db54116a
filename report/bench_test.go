package report_test

import (
	"context"
	"fmt"
	"html/template"
	"io"
	"runtime"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/report"
	"github.com/hrdd-go/hrdd/risk"
)

// longEvaluation returns an evaluation of n risks, each with rights and groups.
func longEvaluation(n int) *assessment.Evaluation {
	doc := &assessment.Assessment{Version: 1, Title: "A long report", Language: "en", Risks: make([]assessment.Risk, n)}
	ev := &assessment.Evaluation{Assessment: doc, Method: risk.UNGP(), Risks: make([]assessment.RiskResult, n)}
	for i := range n {
		doc.Risks[i] = assessment.Risk{
			ID: uuid.UUID{1, byte(i >> 16), byte(i >> 8), byte(i)}, Code: fmt.Sprintf("R%d", i+1),
			Title:  fmt.Sprintf("Unpaid overtime & fees > 1 month's wage at site %d", i+1),
			Rights: []risk.RightID{"fair-wage", "rest-leisure"}, Groups: []risk.GroupID{"migrant-workers-international"},
			Status: risk.Potential,
		}
		r := risk.Rating{Scale: risk.Level(1 + i%5), Scope: risk.Level(1 + i%4), Irremediability: risk.Level(1 + i%3), Likelihood: risk.Likelihood(1 + i%5)}
		ev.Risks[i] = assessment.RiskResult{Risk: &doc.Risks[i], Index: i, Range: risk.RangeOf(r), Ratings: 1, Best: i + 1, Worst: i + 3}
	}
	return ev
}

// onePage is the table of risks as one html/template, for comparison.
var onePage = `<!DOCTYPE html><html lang="en"><head><title>{{.Title}}</title></head><body><table><thead><tr><th>Place</th><th>Risk</th>
<th>Scale</th><th>Scope</th><th>Irremediability</th><th>Likelihood</th></tr></thead><tbody>{{range .Rows}}
<tr id="risk-{{.N}}"><td class="short"><strong>{{.Best}}–{{.Worst}}</strong></td><th scope="row" class="name"><bdi>{{.Title}}</bdi>
<span class="line">{{range $i, $r := .Rights}}{{if $i}} · {{end}}{{$r}}{{end}}</span><span class="line">Affected: {{range $i, $g := .Groups}}{{if $i}} · {{end}}{{$g}}{{end}}</span></th>
{{range .Levels}}<td class="level"><span class="levels">{{.}}</span><span class="pips from{{.}} to{{.}}" aria-hidden="true"></span></td>{{end}}</tr>{{end}}</tbody></table></body></html>`

type templateRow struct {
	N, Best, Worst int
	Title          string
	Rights, Groups []string
	Levels         []int
}

// templateRows yields the rows as the template needs them: ready in memory, as
// whoever writes a report with one template has them.
func templateRows(ev *assessment.Evaluation) []templateRow {
	catalogue := risk.Rights()
	rows := make([]templateRow, len(ev.Risks))
	for i := range ev.Risks {
		r := &ev.Risks[i]
		rows[i] = templateRow{i + 1, r.Best, r.Worst, r.Risk.Title, nil, nil, []int{
			int(r.Range.Lo.Scale), int(r.Range.Lo.Scope), int(r.Range.Lo.Irremediability), int(r.Range.Lo.Likelihood)}}
		for _, id := range r.Risk.Rights {
			rows[i].Rights = append(rows[i].Rights, catalogue.RightName(id, "en"))
		}
		for _, id := range r.Risk.Groups {
			rows[i].Groups = append(rows[i].Groups, catalogue.GroupName(id, "en"))
		}
	}
	return rows
}

const longReport = 100_000

func BenchmarkHTML(b *testing.B) {
	ev := longEvaluation(longReport)
	opts := report.Options{Sections: []report.Section{report.Risks}}
	b.ReportAllocs()
	for b.Loop() {
		if err := report.Write(context.Background(), io.Discard, ev, opts); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/longReport, "ns/row")
}

func BenchmarkHTMLTemplate(b *testing.B) {
	page := template.Must(template.New("").Parse(onePage))
	rows := templateRows(longEvaluation(longReport))
	b.ReportAllocs()
	for b.Loop() {
		err := page.Execute(io.Discard, struct {
			Title string
			Rows  []templateRow
		}{"A long report", rows})
		if err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/longReport, "ns/row")
}

// heapWatch measures how much more lives on the heap while a report is written.
type heapWatch struct {
	before  uint64
	most    uint64
	written int
	next    int
}

func liveHeap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func (h *heapWatch) Write(b []byte) (int, error) {
	h.written += len(b)
	if h.written >= h.next {
		h.next += 8 << 20
		if now := liveHeap(); now > h.before {
			h.most = max(h.most, now-h.before)
		}
	}
	return len(b), nil
}

// wideEvaluation returns an evaluation with n entries in each of the lists of a
// document, which refer to one another and are not in the order of their IDs.
func wideEvaluation(t testing.TB, n int) *assessment.Evaluation {
	t.Helper()
	id := func(list, i int) uuid.UUID {
		x := uint32(i) * 2654435761 // so that IDs are in no order
		return uuid.UUID{byte(x >> 24), byte(x >> 16), byte(x >> 8), byte(x), byte(list)}
	}
	doc := &assessment.Assessment{Version: 1, Title: "A long report", Language: "en", RecommendationCount: risk.CountOf(n)}
	for i := range n {
		doc.Risks = append(doc.Risks, assessment.Risk{
			ID: id(0, i), Title: fmt.Sprintf("Unpaid overtime at site %d", i), Rights: []risk.RightID{"fair-wage"},
			Groups: []risk.GroupID{"women"}, Status: risk.Potential, Controls: []uuid.UUID{id(1, i)},
			Ratings: []assessment.RiskRating{{Rating: risk.RangeOf(risk.Rating{Scale: risk.Level(1 + i%5), Scope: 2, Irremediability: 3, Likelihood: 2})}},
		})
		doc.Controls = append(doc.Controls, assessment.Control{ID: id(1, i), Title: fmt.Sprintf("Measure %d", i), InPlace: risk.Yes})
		doc.Actions = append(doc.Actions, assessment.Action{ID: id(2, i), Title: fmt.Sprintf("Action %d", i), Risks: []uuid.UUID{id(0, i)}})
		doc.Findings = append(doc.Findings, assessment.Finding{ID: id(3, i), Title: fmt.Sprintf("Finding %d", i), Risks: []uuid.UUID{id(0, i)}})
		doc.Commitments = append(doc.Commitments, assessment.Commitment{ID: id(4, i), Title: fmt.Sprintf("Target %d", i), Risks: []uuid.UUID{id(0, i)}})
		doc.Recommendations = append(doc.Recommendations, assessment.Recommendation{
			ID: id(5, i), Title: fmt.Sprintf("Recommendation %d", i), Risks: []uuid.UUID{id(0, i)}, Findings: []uuid.UUID{id(3, i)}, Actions: []uuid.UUID{id(2, i)},
		})
		doc.Linkages = append(doc.Linkages, assessment.Linkage{ID: id(6, i), Title: fmt.Sprintf("Linkage %d", i), Risks: []uuid.UUID{id(0, i)}, Involvement: risk.DirectlyLinked})
		doc.Engagements = append(doc.Engagements, assessment.Engagement{ID: id(7, i), Groups: []risk.GroupID{"women"}})
	}
	ev, err := assessment.Evaluate(context.Background(), doc, assessment.EvaluateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return ev
}

func TestMemoryDoesNotGrowWithTheReport(t *testing.T) {
	const limit = 16 << 20
	risk.Rights() // what is made once is no part of a report
	for _, c := range []struct {
		name    string
		rows    int
		ev      *assessment.Evaluation
		opts    report.Options
		formats []report.Format
	}{
		{"one long table", longReport, longEvaluation(longReport), report.Options{}, []report.Format{report.HTML, report.Markdown, report.JSON, report.CSV}},
		{"eight lists that refer to one another", longReport, wideEvaluation(t, longReport/8),
			report.Options{Frameworks: slices.Collect(report.Frameworks())}, []report.Format{report.HTML, report.JSON, report.CSV}},
		{"the same in plain words", longReport, wideEvaluation(t, longReport/8), report.Options{Audience: report.Affected}, []report.Format{report.HTML}},
	} {
		for _, format := range c.formats {
			opts := c.opts
			opts.Format = format
			h := &heapWatch{before: liveHeap()}
			if err := report.Write(context.Background(), h, c.ev, opts); err != nil {
				t.Fatal(err)
			}
			t.Logf("%s, %v: %d rows, %d bytes written, %d KiB more on the heap at most", c.name, format, c.rows, h.written, h.most>>10)
			if h.most > limit {
				t.Errorf("%s, %v: %d bytes more on the heap, limit %d", c.name, format, h.most, limit)
			}
			runtime.KeepAlive(c.ev)
		}
	}
}
