// Package jsonpos reads JSON strictly and knows where everything stands.
//
// A [Scanner] accepts exactly RFC 8259 with valid UTF-8 and unpaired
// surrogates refused, reports a duplicate member name, and holds its input to
// [Limits] of depth, string length, number length and element count, so that
// hostile input costs no more than its own size. [Locate] finds the place of
// a JSON pointer (RFC 6901) in a text, [Lines] turns a place into line and
// column.
//
// The package knows nothing of any document format.
package jsonpos
