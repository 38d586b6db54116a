package report

import (
	"iter"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Framework is a disclosure framework or law, in one version: what it asks a
// company to tell. Frameworks are data; a host brings its own as it brings any
// value. A Framework is read only.
type Framework struct {
	ID      string          // lower-kebab-case, with the version: "esrs-2026"
	Title   string          // its own name, in English
	Status  FrameworkStatus // of this version, when this library last looked: October 2026
	Note    string          // what a reader has to know of the version, in English
	Sources []risk.Citation
	// Unverified says what this library could not check against the text, in
	// English.
	Unverified  string
	Disclosures []Disclosure
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

// Disclosure is one thing that a framework asks for.
type Disclosure struct {
	ID    string // as the framework numbers it: "C4.3", "3-3-d", "S1-2"
	Needs []Need // what of an assessment answers it; all of them make it answered
	// Title is what it asks for, in the language of the reader. The frameworks
	// of this library leave it empty and have theirs in the language tables.
	Title string
}

// Frameworks yields the frameworks of the library.
func Frameworks() iter.Seq[*Framework] {
	return func(yield func(*Framework) bool) {
		for _, f := range [...]*Framework{&ungpReporting, &gri2021, &esrs2023, &esrs2026, &csddd, &lksg, &frVigilance, &noTransparency, &ukModernSlavery} {
			if !yield(f) {
				return
			}
		}
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
