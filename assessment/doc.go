// Package assessment holds a human rights assessment as a document: what was
// assessed and by whom, who was heard, what was found, how the company is
// involved, what was recommended and what has become of it.
package assessment

//go:generate go run ../internal/enumgen
