// Package schemagen writes the JSON Schema (2020-12) of a Go type, so that the
// two cannot drift apart: the members, which of them are required and the
// names of enumerations come from the type by reflection, the descriptions
// from its Go comments, and what neither can say (patterns, bounds, what a
// reference refers to) from a base document written by hand.
//
// It runs in tests and generators only, and knows nothing of any document.
package schemagen
