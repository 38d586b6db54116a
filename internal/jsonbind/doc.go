// Package jsonbind reads JSON into Go types in one strict pass that accepts
// exactly what a JSON Schema accepts.
//
// A [Plan] is made of a schema and a Go type: the schema says what is
// accepted, the type where it goes. Making it fails if the two do not agree
// about a member. The dialect of JSON Schema 2020-12 that it takes is small
// and listed in shape.go; a keyword outside it is an error, so that nothing in
// a schema is passed over.
//
// The pass tells right from wrong, fast. It does not say what is wrong: for
// that there is a validator of full JSON Schema, and tests hold that both
// accept the same.
//
// The package knows nothing of any document.
package jsonbind
