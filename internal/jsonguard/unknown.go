package jsonguard

import (
	"maps"
	"regexp"
	"slices"
)

// Unknown returns the names of the members of an object that a part of a
// schema has neither by name nor by pattern, sorted.
func Unknown(node, found map[string]any) []string {
	known := object(node["properties"])
	var patterns []*regexp.Regexp
	for p := range object(node["patternProperties"]) {
		if re, err := regexp.Compile(p); err == nil { // the schema has compiled, so they do
			patterns = append(patterns, re)
		}
	}
	var names []string
	for _, name := range slices.Sorted(maps.Keys(found)) {
		_, ok := known[name]
		if !ok && !slices.ContainsFunc(patterns, func(re *regexp.Regexp) bool { return re.MatchString(name) }) {
			names = append(names, name)
		}
	}
	return names
}
