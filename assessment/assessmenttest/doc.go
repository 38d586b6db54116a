// Package assessmenttest helps to test what works with assessments: builders
// with sound defaults, fixed ids and dates, random valid documents, a readable
// comparison, and runs that hold a host's own importer or store to what an
// assessment needs of it.
//
// Everything it makes is made up: no name, place or figure in it is real.
package assessmenttest
