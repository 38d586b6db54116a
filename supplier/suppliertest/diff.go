package suppliertest

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/supplier"
)

// DiffSuppliers compares two lists of suppliers by their IDs and returns what
// differs, a line each, "" if nothing does. Their order does not count. A line
// names fields as they are named in JSON:
//
//	0ab1… country: "VN", want "TH"
//	- 3f02…: only wanted
//	+ 77c9…: only found
func DiffSuppliers(got, want []supplier.Supplier) string {
	return diff(want, got, func(s supplier.Supplier) uuid.UUID { return s.ID })
}

// DiffRelationships is [DiffSuppliers] for relationships. One without an ID is
// known by its ends and kind.
func DiffRelationships(got, want []supplier.Relationship) string {
	return diff(want, got, func(r supplier.Relationship) string {
		if r.ID != uuid.Nil {
			return r.ID.String()
		}
		return fmt.Sprintf("%v -> %v (%v)", r.From, r.To, r.Kind)
	})
}

// DiffNetworks compares two networks: who is in them, who supplies whom, and
// where each stands. name gives the name of a supplier; nil means its ID.
func DiffNetworks(got, want *supplier.Network, name func(uuid.UUID) string) string {
	if name == nil {
		name = uuid.UUID.String
	}
	var b strings.Builder
	for id := range want.All() {
		if !got.Has(id) {
			fmt.Fprintf(&b, "- %s: only wanted\n", name(id))
			continue
		}
		wants, gots := links(want, id, name), links(got, id, name)
		onlyIn(&b, "-", wants, gots)
		onlyIn(&b, "+", gots, wants)
		diffValues(&b, name(id), value(want.Proximity(id)), value(got.Proximity(id)))
	}
	for id := range got.All() {
		if !want.Has(id) {
			fmt.Fprintf(&b, "+ %s: only found\n", name(id))
			onlyIn(&b, "+", links(got, id, name), nil)
		}
	}
	return b.String()
}

// links lists whom a supplier supplies, as text.
func links(n *supplier.Network, id uuid.UUID, name func(uuid.UUID) string) []string {
	var all []string
	for to, kind := range n.Supplied(id) {
		all = append(all, fmt.Sprintf("%s -> %s (%v)", name(id), name(to), kind))
	}
	slices.Sort(all)
	return all
}

func onlyIn(b *strings.Builder, sign string, these, those []string) {
	for _, l := range these {
		if !slices.Contains(those, l) {
			b.WriteString(sign + " " + l + "\n")
		}
	}
}

func diff[T any, K comparable](want, got []T, key func(T) K) string {
	var b strings.Builder
	found := make(map[K][]T)
	for _, g := range got {
		found[key(g)] = append(found[key(g)], g)
	}
	for _, w := range want {
		k := key(w)
		if len(found[k]) == 0 {
			fmt.Fprintf(&b, "- %v: only wanted\n", k)
			continue
		}
		diffValues(&b, fmt.Sprint(k), value(w), value(found[k][0]))
		found[k] = found[k][1:]
	}
	for _, g := range got { // what is left, in order
		if k := key(g); len(found[k]) > 0 {
			fmt.Fprintf(&b, "+ %v: only found\n", k)
			found[k] = found[k][1:]
		}
	}
	return b.String()
}

// value returns v as JSON has it.
func value(v any) any {
	text, err := json.Marshal(v)
	if err != nil {
		return "cannot be written: " + err.Error()
	}
	var out any
	if err := json.Unmarshal(text, &out); err != nil {
		return "cannot be read: " + err.Error()
	}
	return out
}

// diffValues writes a line for each place at which two values differ.
func diffValues(b *strings.Builder, place string, want, got any) {
	switch w := want.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok {
			break
		}
		both := maps.Clone(w)
		maps.Copy(both, g)
		for _, field := range slices.Sorted(maps.Keys(both)) {
			diffValues(b, place+" "+field, w[field], g[field])
		}
		return
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(w) {
			break
		}
		for i := range w {
			diffValues(b, fmt.Sprintf("%s %d", place, i), w[i], g[i])
		}
		return
	}
	if w, g := text(want), text(got); w != g {
		fmt.Fprintf(b, "%s: %s, want %s\n", place, g, w)
	}
}

// text returns a value as JSON text, "nothing" for a field that is not there.
func text(v any) string {
	if v == nil {
		return "nothing"
	}
	b, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(b)
}
