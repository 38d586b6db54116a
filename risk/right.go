package risk

// RightID names a right in a catalogue, lower-kebab-case: "safe-work". IDs are
// never reused.
type RightID string

// GroupID names a group of rightsholders in a catalogue, lower-kebab-case:
// "migrant-workers-international".
type GroupID string
