package report

import (
	"iter"

	"github.com/hrdd-go/hrdd/risk"
)

// dataFramework is a framework that the evaluation was held against, in the
// version that was used.
type dataFramework struct {
	ID            string          `json:"id"`
	Title         string          `json:"title,omitzero"`
	Version       string          `json:"version,omitzero"`
	Status        FrameworkStatus `json:"status,omitzero"`  // of the version
	Checked       risk.Date       `json:"checked,omitzero"` // the day that the status is of
	Disclosures   int             `json:"disclosures"`      // how many there are
	Answered      int             `json:"answered"`         // in full; says what is told, not how people fare
	Partly        int             `json:"partly"`           // answered in part
	NotYet        int             `json:"notYet"`           // not answered yet
	NotApplicable int             `json:"notApplicable"`    // that do not apply, by the company's own word
}

// dataDisclosure is how far the evaluation answers one disclosure.
type dataDisclosure struct {
	Framework string   `json:"framework"` // its id
	ID        string   `json:"id"`
	About     Topic    `json:"about"`
	Answered  Answered `json:"answered"`
	From      []Need   `json:"from,omitzero"`     // what answers it, whole or in part
	Partial   []Need   `json:"partial,omitzero"`  // those of from that are there in part
	Pointers  []string `json:"pointers,omitzero"` // RFC 6901, where in the document, in the order of from; those beside the document are left out
	Missing   []Need   `json:"missing,omitzero"`  // what is not there, or only in part
	Withheld  []Need   `json:"withheld,omitzero"` // those of missing that are kept back from the audience
	Reason    string   `json:"reason,omitzero"`   // why it does not apply, in the company's words
}

func (d *data) frameworks() iter.Seq[any] {
	return func(yield func(any) bool) {
		for _, k := range d.c.covered() {
			f := k.Framework
			if !yield(&dataFramework{
				ID: f.ID, Title: f.Title, Version: f.Version, Status: f.Status(), Checked: f.Checked, Disclosures: len(k.Answers),
				Answered: k.Fully, Partly: k.Partly, NotYet: k.NotYet, NotApplicable: k.NotApplicable,
			}) {
				return
			}
		}
	}
}

func (d *data) disclosures() iter.Seq[any] {
	return func(yield func(any) bool) {
		for _, k := range d.c.covered() {
			for i := range k.Answers {
				a := &k.Answers[i]
				row := &dataDisclosure{Framework: k.Framework.ID, ID: a.Disclosure.ID, About: a.Disclosure.About,
					Answered: a.Answered, Missing: a.Missing, Withheld: a.Withheld, Reason: a.Reason}
				for _, p := range a.From {
					row.From = append(row.From, p.Need)
					if p.Partial {
						row.Partial = append(row.Partial, p.Need)
					}
					if p.Pointer != "" {
						row.Pointers = append(row.Pointers, p.Pointer)
					}
				}
				if !yield(row) {
					return
				}
			}
		}
	}
}
