package assessment

import "encoding/json"

// Extensions are members of a document that the format does not have: those
// whose names start with x-, and, if [DecodeOptions.KeepUnknown] asks for it,
// all others. They are kept word for word and written again by [Encode].
//
// The key is the place of a member: a JSON pointer in which an element of a
// list is named by its id, if it has one, so that a member stays with the
// thing that it belongs to when lists change:
//
//	/x-case-file
//	/risks/0190b2f4-…/x-owner
//	/assessor/advisers/0/x-contract
//
// The value is the JSON text without white space.
type Extensions map[string]json.RawMessage
