package assessment

import "iter"

// The rules that a document is held to. Their ids are stable: a host may act
// on them and translate them.
const (
	// The text.
	ruleSyntax       = "syntax"
	ruleEncoding     = "encoding"
	ruleDuplicate    = "duplicate-field"
	ruleDocSize      = "size-limit"
	ruleDepth        = "depth-limit"
	ruleStringLength = "string-limit"
	ruleNumberLength = "number-limit"
	ruleElements     = "element-limit"
	ruleVersion      = "version"
	ruleNewer        = "version-newer"
	ruleOrder        = "order"
	ruleEntrySize    = "entry-limit"

	// The schema.
	ruleType         = "type"
	ruleMissing      = "missing-field"
	ruleUnknown      = "unknown-field"
	ruleUnknownValue = "unknown-value"
	ruleForm         = "form"
	ruleRange        = "range"
	ruleLevel        = "level-range"
	ruleIDForm       = "id-form"
	ruleDateForm     = "date-form"
	ruleTextLength   = "text-length"
	ruleListLength   = "list-length"
	ruleIndirect     = "indirectly-linked"

	// What the schema cannot say.
	ruleValue         = "value"
	ruleDate          = "impossible-date"
	rulePeriod        = "inverted-period"
	ruleSpan          = "inverted-range"
	ruleNilID         = "nil-id"
	ruleDuplicateID   = "duplicate-id"
	ruleDangling      = "dangling-reference"
	ruleSourceLabel   = "source-label-unmapped"
	rulePlace         = "impossible-place"
	ruleContradiction = "contradictory-facts"
	ruleHistory       = "history"
	ruleRationale     = "class-without-rationale"
	ruleRedaction     = "redaction-nowhere"
	ruleUpdate        = "update-of-itself"
	ruleRelationship  = "supplies-itself"
	ruleTransition    = "impossible-event"
	ruleEventOrder    = "event-order"
)

// DocumentRule is a rule that [Decode] holds a document to.
type DocumentRule struct {
	ID   string // stable, lower-kebab-case; [Problem.Rule]
	Says string // what is said of what was found: "is not a level"; empty where that says it all
	Doc  string // the rule as a sentence
}

var documentRules = [...]DocumentRule{
	{ruleSyntax, "", "The text is JSON as RFC 8259 has it."},
	{ruleEncoding, "", "The text is valid UTF-8, and its escapes hold no half of a surrogate pair."},
	{ruleDuplicate, "", "An object has each member once."},
	{ruleDocSize, "is too long", "The document is no longer than the limit in bytes."},
	{ruleDepth, "", "Arrays and objects stand inside one another no deeper than the limit."},
	{ruleStringLength, "", "A string is no longer than the limit in bytes."},
	{ruleNumberLength, "", "A number is no longer than the limit."},
	{ruleElements, "", "The document has no more values than the limit."},
	{ruleVersion, "is not a version of the format", "The document says which version of the format it is written in."},
	{ruleNewer, "is a version of the format that this library does not know yet", "The document is of a version that the library reads."},
	{ruleOrder, "is not where a Stream needs it", "For a Stream, version is the first member of the document and events the last of a recommendation, after its id."},
	{ruleEntrySize, "", "For a Stream, an entry is no longer than the limit in bytes."},

	{ruleType, "is of the wrong kind", "A member holds the kind of JSON value that the schema names."},
	{ruleMissing, "is missing", "What the schema requires is there."},
	{ruleUnknown, "is not a member that is known here", "An object has no members but those of the schema and those whose names start with x-."},
	{ruleUnknownValue, "is not a known value", "A member with a closed list of values has one of them."},
	{ruleForm, "does not have the right form", "A text with a form of its own, such as a country code, has it."},
	{ruleRange, "is out of range", "A number lies within the bounds of the schema."},
	{ruleLevel, "is not a level", "A level is 1 to 5, or 0 for not rated."},
	{ruleIDForm, "is not an id", "An id is a UUID in its hyphenated form."},
	{ruleDateForm, "is not a date", "A date is a day, a month or a year, as far as it is known."},
	{ruleTextLength, "is too short or too long", "A text has the length that the schema allows."},
	{ruleListLength, "has too few or too many elements", "A list has the length that the schema allows."},
	{ruleIndirect, "is not an involvement", "Involvement has the classes of the Guiding Principles only (UNGP 13)."},

	{ruleValue, "cannot be read", "A value is one that the library can hold."},
	{ruleDate, "is a day that the calendar does not have", "A date is in the calendar."},
	{rulePeriod, "is before the start of the period", "A period does not end before it starts."},
	{ruleSpan, "is less than the lower end", "The upper end of a range is not below its lower end."},
	{ruleNilID, "is no identity", "An id is not all zeros."},
	{ruleDuplicateID, "is the id of something else too", "Each id is that of one thing in its list."},
	{ruleDangling, "is the id of nothing in the list that it refers to", "A reference leads to something in the document."},
	{ruleSourceLabel, "is kept without a note on how it was understood", "A source's own label comes with a mapping note."},
	{rulePlace, "is a place that cannot be", "A place that is claimed can be: tier 0 is the company's own operations, and direct relationships and on-site work stand at tier 1."},
	{ruleContradiction, "cannot all be right", "The answers to the facts of an involvement do not contradict one another."},
	{ruleHistory, "does not follow in the history", "The classifications of a history count up from version 1 and stand in the order of their dates."},
	{ruleRationale, "is a class that the facts do not give", "Where a person decided on another class than the facts give, the record says why."},
	{ruleRedaction, "leads nowhere in the document", "A redaction names a part that is there."},
	{ruleUpdate, "is the document itself", "An update is of another assessment."},
	{ruleRelationship, "supplies itself", "A relationship is between two suppliers."},
	{ruleTransition, "cannot happen", "An event is one that can happen in the state that the events before it lead to; see [Transitions]."},
	{ruleEventOrder, "is before the event that it follows", "Events stand in the order in which they happened."},
}

// DocumentRules yields the rules that [Decode] holds a document to.
func DocumentRules() iter.Seq[DocumentRule] {
	return func(yield func(DocumentRule) bool) {
		for _, r := range documentRules {
			if !yield(r) {
				return
			}
		}
	}
}

// ruleSays returns what a rule says of what was found.
func ruleSays(id string) string {
	for _, r := range documentRules {
		if r.ID == id {
			return r.Says
		}
	}
	return "is not right"
}
