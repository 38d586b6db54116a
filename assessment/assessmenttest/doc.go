// Package assessmenttest helps to test what works with assessments: builders
// with sound defaults, fixed ids and dates, random valid documents, differences
// that a person can read, and rules that a host's own importer or store has to
// keep.
//
//	want := assessmenttest.Assessment(func(a *assessment.Assessment) { a.Title = "Cotton, 2026" })
//	got, err := assessment.Decode(bytes.NewReader(written), assessment.DecodeOptions{})
//	if err != nil {
//		t.Fatal(err)
//	}
//	if d := assessmenttest.Diff(got, want); d != "" {
//		t.Error(d) // one place a line, with what was found and wanted there
//	}
//
// # What it does not do
//
// Everything it makes is made up: no name, place or figure in it is real, and
// what [Random] says makes no sense. Whether an importer reads its source
// rightly only the host can know; [CheckImporter] checks that what it gives can
// be worked with.
package assessmenttest
