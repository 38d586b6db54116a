package report

import (
	"iter"

	"github.com/hrdd-go/hrdd/internal/lazy"
	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Framework is a disclosure framework or law, in one version: what it asks a
// company to tell. Frameworks are data; a host brings its own as it brings any
// value, or copies one of the library and changes it.
//
// A Framework is read only and may be shared by any number of goroutines. The
// texts of the library's own frameworks below are English; a report has them in
// the reader's language. Those of a host show as they are.
type Framework struct {
	ID      string `json:"id"`               // lower-kebab-case, with the version: "esrs-2026"
	Title   string `json:"title,omitzero"`   // its own name
	Version string `json:"version,omitzero"` // of the text, as its publisher tells versions apart
	// Milestones say what became of this version and when: from each day on it
	// has the status. See [Framework.StatusOn].
	Milestones []Milestone `json:"milestones,omitzero"`
	// Checked is the day on which somebody last looked where the version stands.
	// A report states the status of that day, and the day.
	Checked risk.Date       `json:"checked,omitzero"`
	Note    string          `json:"note,omitzero"` // what a reader has to know of the version
	Sources []risk.Citation `json:"sources,omitzero"`
	// Unverified says what could not be checked against the text.
	Unverified  string       `json:"unverified,omitzero"`
	Disclosures []Disclosure `json:"disclosures,omitzero"`

	texts string // the framework whose texts are used, empty for its own
}

// FrameworkStatus says where a version of a framework stands. Laws move: a
// report states the version that it used.
type FrameworkStatus uint8

const (
	FrameworkStatusNotStated FrameworkStatus = iota
	Draft                                    // proposed, or before a legislator
	Adopted                                  // adopted and not yet applied
	InForce
	Amended  // in force, with a change before the legislator
	Repealed // or replaced by a later version
)

var frameworkStatusText = textenum.Table[FrameworkStatus]{
	Kind:  "status of a framework",
	Names: []string{"", "draft", "adopted", "in-force", "amended", "repealed"},
}

// Milestone is a change of status of a version of a framework.
type Milestone struct {
	On         risk.Date       `json:"on,omitzero"` // a year or month alone counts from its last day
	Status     FrameworkStatus `json:"status,omitzero"`
	Unverified bool            `json:"unverified,omitzero"` // the date is from memory or was reported second-hand
}

// StatusOn returns where the version stands on a day, as far as its milestones
// say; not stated before the first of them and for the zero date.
func (f *Framework) StatusOn(day risk.Date) FrameworkStatus {
	status, since := FrameworkStatusNotStated, risk.Date{}
	if day.IsZero() {
		return status
	}
	for _, m := range f.Milestones {
		from := m.On.LastDay()
		if !from.After(day.LastDay()) && (since.IsZero() || !from.Before(since)) {
			status, since = m.Status, from
		}
	}
	return status
}

// Status returns where the version stood when somebody last looked.
func (f *Framework) Status() FrameworkStatus { return f.StatusOn(f.Checked) }

// Disclosure is one thing that a framework asks for.
type Disclosure struct {
	ID    string `json:"id"`             // as the framework numbers it: "C4.3", "3-3-d", "S1-2"
	Needs []Need `json:"needs,omitzero"` // what of an assessment answers it; all of them make it answered
	// About narrows the needs to some of the risks: what was done for workers in
	// the value chain does not answer what is asked about consumers. The zero
	// value narrows nothing.
	About Topic `json:"about,omitzero"`
	// Title is what it asks for, in the language of the reader. The frameworks
	// of this library leave it empty and have theirs in the language tables.
	Title string `json:"title,omitzero"`
}

// Frameworks yields the frameworks of the library.
func Frameworks() iter.Seq[*Framework] {
	return func(yield func(*Framework) bool) {
		for _, f := range ownFrameworks.Get(makeFrameworks) {
			if !yield(f) {
				return
			}
		}
	}
}

// ownFrameworks are the frameworks of the library, made on first use.
var ownFrameworks lazy.Value[[]*Framework]

func makeFrameworks() []*Framework {
	return []*Framework{
		ungpReporting(), gri2021(), esrs2023(), esrs2023Reliefs(), esrs2026(), csddd(), lksg(), frVigilance(),
		noTransparency(), ukModernSlavery(),
	}
}

// FrameworkByID returns the framework of the library with the given id.
func FrameworkByID(id string) (*Framework, bool) {
	for f := range Frameworks() {
		if f.ID == id {
			return f, true
		}
	}
	return nil, false
}

// Disclosure returns the disclosure with the given id.
func (f *Framework) Disclosure(id string) (Disclosure, bool) {
	for _, d := range f.Disclosures {
		if d.ID == id {
			return d, true
		}
	}
	return Disclosure{}, false
}

// lastLook returns when this library last looked where the texts stand.
func lastLook() risk.Date { return risk.MustParseDate("2026-10-31") }
