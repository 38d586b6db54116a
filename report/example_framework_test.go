package report_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/report"
	"github.com/hrdd-go/hrdd/risk"
)

// What does an assessment answer of a framework, and what is still missing?
func ExampleCover() {
	a := &assessment.Assessment{
		Policy: assessment.PolicyCommitment{Title: "We respect human rights", Public: risk.Yes},
		Risks:  []assessment.Risk{{Title: "Fees for jobs", Groups: []risk.GroupID{"migrant-workers-international"}}},
	}
	ev, err := assessment.Evaluate(context.Background(), a, assessment.EvaluateOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	framework, _ := report.FrameworkByID("ungp-reporting-2015")
	c := report.Cover(ev, framework, report.Public, report.CoverageOptions{
		NotApplicable: map[report.DisclosureRef]string{
			{Framework: framework.ID, Disclosure: "B3"}: "the report is about all places",
		},
	})
	fmt.Println(c.Fully, "of", c.Applicable(), "answered,", c.Partly, "in part")
	for _, answer := range c.Answers[:5] {
		fmt.Print(answer.Disclosure.ID, " ", answer.Answered)
		for _, piece := range answer.From {
			fmt.Print(" from ", piece.Pointer)
		}
		for _, need := range answer.Missing {
			fmt.Print(", lacks ", need)
		}
		fmt.Println()
	}
	// Output:
	// 2 of 34 answered, 2 in part
	// A1 answered from /policy from /policy/public
	// A1.1 not-yet, lacks policy-expertise
	// A1.2 not-yet, lacks policy-expectations
	// A1.3 answered from /policy/public
	// A2 not-yet, lacks policy-embedded, lacks responsibility-assigned
}

// The laws of 2026: where does each version stand?
func ExampleFramework_StatusOn() {
	for f := range report.Frameworks() {
		if f.ID == "esrs-2023" || f.ID == "esrs-2026" || f.ID == "csddd-2026" {
			fmt.Printf("%s: %s when last looked up, %s at the start of 2027\n", f.ID, f.Status(), f.StatusOn(risk.MustParseDate("2027-01-01")))
		}
	}
	// Output:
	// esrs-2023: in-force when last looked up, repealed at the start of 2027
	// esrs-2026: adopted when last looked up, in-force at the start of 2027
	// csddd-2026: adopted when last looked up, adopted at the start of 2027
}

// A host brings a framework of its own as a value.
func ExampleFramework() {
	own := &report.Framework{
		ID: "buyers-code-2026", Title: "Code of the buyers' group", Version: "3.1",
		Milestones: []report.Milestone{{On: risk.MustParseDate("2026-01-01"), Status: report.InForce}},
		Checked:    risk.MustParseDate("2026-11-01"),
		Disclosures: []report.Disclosure{
			{ID: "4.2", Title: "Children in the supply chain", Needs: []report.Need{report.RisksNamed, report.PlaceInChain}, About: report.AboutChildLabour},
		},
	}
	d, _ := own.Disclosure("4.2")
	var topic report.Topic = d.About
	var status report.FrameworkStatus = own.Status()
	fmt.Println(d.Title, "|", topic, "|", status)
	// Output:
	// Children in the supply chain | child-labour | in-force
}

// folder is a sink of tables that makes a file of each.
type folder string

func (f folder) Create(name string) (io.WriteCloser, error) {
	return os.Create(filepath.Join(string(f), name))
}

// Tables are a folder of a few lines.
func ExampleTables() {
	dir, err := os.MkdirTemp("", "tables")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	var to report.Tables = folder(dir)
	if err := report.WriteTables(context.Background(), to, small(), report.Options{}); err != nil {
		fmt.Println(err)
		return
	}
	b, err := os.ReadFile(filepath.Join(dir, "waived.csv"))
	fmt.Printf("%q %v\n", b, err)
	// Output:
	// "rule,reason,by,on,gaps,withheld\r\n" <nil>
}

// What cannot be written is refused before anything is.
func ExampleOptionError() {
	err := report.Write(context.Background(), io.Discard, nil, report.Options{})
	fmt.Println(errors.Is(err, report.ErrNoEvaluation))
	err = report.Write(context.Background(), io.Discard, small(), report.Options{Sections: []report.Section{200}})
	if e := new(report.OptionError); errors.As(err, &e) {
		fmt.Println(e.Option, e.Want[:3])
	}
	// Output:
	// true
	// Sections [summary risks findings]
}
