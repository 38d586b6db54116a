package assessmenttest

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hrdd-go/hrdd/assessment"
)

// Diff returns where two assessments differ, a line each, "" if nowhere. A line
// has the place as a document has it, with the code or the ID of an entry
// instead of its number, and what was found and wanted there:
//
//	risks/R2/title: "Overtime", want "Unpaid overtime"
//	recommendations/REC1: nothing, want an entry
//
// Entries that have IDs are compared with the ones of the same ID, so that one
// more of them is one line; that they stand in another order is a line of its
// own. Either may be nil, or a document that is not valid.
func Diff(got, want *assessment.Assessment) string {
	var b strings.Builder
	diff(&b, "", tree(got), tree(want))
	return b.String()
}

// tree returns an assessment as JSON has it, nil for none.
func tree(a *assessment.Assessment) any {
	if a == nil {
		return nil
	}
	text, err := json.Marshal(a)
	if err != nil {
		return "cannot be written: " + err.Error()
	}
	var members map[string]any
	if err := json.Unmarshal(text, &members); err != nil {
		return "cannot be read: " + err.Error()
	}
	for place, value := range a.Extensions {
		var v any
		if err := json.Unmarshal(value, &v); err != nil {
			v = "cannot be read: " + err.Error()
		}
		members["extension "+place] = v
	}
	return members
}

func diff(b *strings.Builder, at string, got, want any) {
	switch w := want.(type) {
	case map[string]any:
		if g, ok := got.(map[string]any); ok {
			both := maps.Clone(w)
			maps.Copy(both, g)
			for _, member := range slices.Sorted(maps.Keys(both)) {
				diff(b, join(at, member), g[member], w[member])
			}
			return
		}
	case []any:
		if g, ok := got.([]any); ok {
			diffLists(b, at, g, w)
			return
		}
	}
	if g, w := text(got), text(want); g != w {
		fmt.Fprintf(b, "%s: %s, want %s\n", at, g, w)
	}
}

// diffLists compares two lists: entry by entry if they have IDs, and otherwise
// place by place.
func diffLists(b *strings.Builder, at string, got, want []any) {
	byID, ok := entries(got)
	wanted, allWanted := entries(want)
	if !ok || !allWanted {
		for i := range max(len(got), len(want)) {
			var g, w any
			if i < len(got) {
				g = got[i]
			}
			if i < len(want) {
				w = want[i]
			}
			diff(b, join(at, fmt.Sprint(i)), g, w)
		}
		return
	}
	var inBoth, order []string
	for _, w := range want {
		id, _ := identity(w)
		if _, ok := byID[id]; ok {
			inBoth = append(inBoth, id)
		}
		diff(b, join(at, name(w)), byID[id], w)
	}
	for _, g := range got {
		id, _ := identity(g)
		if _, ok := wanted[id]; ok {
			order = append(order, id)
			continue
		}
		diff(b, join(at, name(g)), g, nil)
	}
	if !slices.Equal(order, inBoth) {
		fmt.Fprintf(b, "%s: the entries stand in another order\n", at)
	}
}

// entries returns the entries of a list by ID, and whether each has one of its
// own.
func entries(list []any) (map[string]any, bool) {
	byID := make(map[string]any)
	for _, e := range list {
		id, ok := identity(e)
		if !ok || byID[id] != nil {
			return nil, false
		}
		byID[id] = e
	}
	return byID, true
}

// identity returns the ID of an entry.
func identity(entry any) (id string, ok bool) {
	members, _ := entry.(map[string]any)
	id, ok = members["id"].(string)
	return id, ok
}

// name returns the code of an entry, by which a person knows it, or its ID.
func name(entry any) string {
	members, _ := entry.(map[string]any)
	if code, ok := members["code"].(string); ok && code != "" {
		return code
	}
	id, _ := members["id"].(string)
	return id
}

// text returns a value as a line of text; what has parts is not written out.
func text(v any) string {
	switch v := v.(type) {
	case nil:
		return "nothing"
	case map[string]any:
		return "an entry"
	case []any:
		return fmt.Sprintf("a list of %d", len(v))
	}
	b, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(b)
}

func join(at, member string) string {
	if at == "" {
		return member
	}
	return at + "/" + member
}
