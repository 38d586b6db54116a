package schemagen

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Base is what a person writes of a schema.
type Base struct {
	Schema      string `json:"$schema"`
	ID          string `json:"$id"`
	Title       string `json:"title"`
	Description string `json:"description"`

	// Types holds the definition of Go types that write their own JSON, by
	// package and name ("risk.Date"). The key "name" in one of them names the
	// definition.
	Types map[string]map[string]any `json:"types"`
	// Names renames definitions, by package and name of the type.
	Names map[string]string `json:"names"`
	// Fields holds keywords to add to a member or to take the place of what
	// reflection gives, by type and member ("risk.Money.currency") or, for
	// every type, by member ("currency").
	Fields map[string]map[string]any `json:"fields"`
	// Elements does the same for the elements of a member that is an array.
	Elements map[string]map[string]any `json:"elements"`
	// Defs holds further definitions that the keywords above refer to.
	Defs map[string]map[string]any `json:"defs"`
	// Kinds holds the keywords of every string, integer, uint8 and array that
	// has none of its own.
	Kinds map[string]map[string]any `json:"kinds"`
	// Extension is the pattern of the names of members that any object may
	// have beside its own.
	Extension string `json:"extension"`
}

// Comments returns the doc comment of a type, or of one of its fields if field
// is not empty.
type Comments func(t reflect.Type, field string) string

type generator struct {
	base     Base
	comments Comments
	defs     map[string]any
	names    map[reflect.Type]string
	used     map[string]bool // keys of base that were needed
	missing  []string        // members without a description
}

// Generate returns the schema of root, indented, with its members in the order
// of the fields of the types.
func Generate(root reflect.Type, base Base, comments Comments) ([]byte, error) {
	g := &generator{base, comments, map[string]any{}, map[reflect.Type]string{}, map[string]bool{}, nil}
	for name, def := range base.Defs {
		g.defs[name] = ordered{}.with(def)
	}
	object, err := g.object(root)
	if err != nil {
		return nil, err
	}
	if len(g.missing) > 0 {
		slices.Sort(g.missing)
		return nil, fmt.Errorf("no description for %s", strings.Join(slices.Compact(g.missing), ", "))
	}
	for _, key := range slices.Concat(slices.Collect(maps.Keys(base.Types)), slices.Collect(maps.Keys(base.Fields)), slices.Collect(maps.Keys(base.Elements)), slices.Collect(maps.Keys(base.Names))) {
		if !g.used[key] {
			return nil, fmt.Errorf("the base speaks of %s, which no type has", key)
		}
	}
	doc := ordered{
		{"$schema", base.Schema}, {"$id", base.ID}, {"title", base.Title}, {"description", base.Description},
	}
	for _, m := range object {
		if m.name != "description" {
			doc = append(doc, m)
		}
	}
	defs := ordered{}
	for _, name := range slices.Sorted(maps.Keys(g.defs)) {
		defs = append(defs, member{name, g.defs[name]})
	}
	doc = append(doc, member{"$defs", defs})
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err = enc.Encode(doc)
	return b.Bytes(), err
}

// key returns the package and name of a type as the base spells them.
func key(t reflect.Type) string {
	name := t.String()
	if generic, arg, ok := strings.Cut(name, "["); ok {
		arg = strings.TrimSuffix(arg, "]")
		name = generic + "[" + arg[strings.LastIndexByte(arg, '/')+1:] + "]"
	}
	return name
}

// object returns the definition of a struct.
func (g *generator) object(t reflect.Type) (ordered, error) {
	properties, required := ordered{}, []string{}
	for f := range Members(t) {
		s, err := g.member(f)
		if err != nil {
			return nil, err
		}
		properties = append(properties, member{f.Name, s})
		if f.Required {
			required = append(required, f.Name)
		}
	}
	out := ordered{{"description", sentence(g.comments(t, ""))}, {"type", "object"}, {"properties", properties}}
	if len(required) > 0 {
		out = append(out, member{"required", required})
	}
	if g.base.Extension != "" {
		out = append(out, member{"patternProperties", ordered{{g.base.Extension, true}}})
	}
	return append(out, member{"additionalProperties", false}), nil
}

// member returns the schema of one member with its description.
func (g *generator) member(f Member) (ordered, error) {
	s, err := g.value(f.Type)
	if err != nil {
		return nil, fmt.Errorf("%s.%s: %w", key(f.Owner), f.Name, err)
	}
	if f.Required {
		s = s.with(g.base.Kinds["required "+f.Type.Kind().String()])
	}
	s = slices.Clone(s)
	description := sentence(g.comments(f.Owner, f.Field))
	for _, k := range []string{f.Name, key(f.Owner) + "." + f.Name} {
		if over, ok := g.base.Elements[k]; ok && f.Type.Kind() == reflect.Slice {
			g.used[k] = true
			s = s.set("items", s.get("items").(ordered).with(over))
		}
		over, ok := g.base.Fields[k]
		if !ok {
			continue
		}
		g.used[k] = true
		if d, ok := over["description"].(string); ok && (description == "" || k != f.Name) {
			description = d
		}
		over = maps.Clone(over)
		delete(over, "description")
		s = s.with(over)
	}
	if description == "" && f.Type.Kind() != reflect.Slice && f.Type.Name() != "" {
		description = firstSentence(g.comments(f.Type, ""))
	}
	if description == "" {
		g.missing = append(g.missing, key(f.Owner)+"."+f.Name)
	}
	return append(ordered{{"description", description}}, s...), nil
}

// value returns the schema of a type, a reference where it has a name.
func (g *generator) value(t reflect.Type) (ordered, error) {
	if name, ok := g.names[t]; ok {
		return ref(name), nil
	}
	if def, ok := g.base.Types[key(t)]; ok {
		g.used[key(t)] = true
		name, def := g.name(t), maps.Clone(def)
		if n, ok := def["name"].(string); ok {
			name = n
			delete(def, "name")
		}
		if err := g.define(t, name); err != nil {
			return nil, err
		}
		if def["description"] == nil {
			def["description"] = sentence(g.comments(t, ""))
		}
		g.defs[name] = ordered{}.with(def)
		return ref(name), nil
	}
	switch {
	case t.Kind() == reflect.Uint8 && reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
		name := g.name(t)
		if err := g.define(t, name); err != nil {
			return nil, err
		}
		names, err := enumNames(t)
		g.defs[name] = ordered{{"description", sentence(g.comments(t, ""))}, {"type", "string"}, {"enum", names}}
		return ref(name), err
	case t.Kind() == reflect.Struct:
		if reflect.PointerTo(t).Implements(reflect.TypeFor[json.Unmarshaler]()) {
			return nil, fmt.Errorf("%s writes its own JSON and the base has no definition of it", key(t))
		}
		name := g.name(t)
		if err := g.define(t, name); err != nil {
			return nil, err
		}
		def, err := g.object(t)
		g.defs[name] = def
		return ref(name), err
	case t.Kind() == reflect.Slice:
		items, err := g.value(t.Elem())
		return ordered{{"type", "array"}, {"items", items}}.with(g.base.Kinds["array"]), err
	case t.Kind() == reflect.String:
		return ordered{{"type", "string"}}.with(g.base.Kinds["string"]), nil
	case t.Kind() == reflect.Bool:
		return ordered{{"type", "boolean"}}, nil
	case t.Kind() >= reflect.Int && t.Kind() <= reflect.Uint64:
		return ordered{{"type", "integer"}}.with(g.base.Kinds[t.Kind().String()]), nil
	case t.Kind() == reflect.Float64:
		return ordered{{"type", "number"}}.with(g.base.Kinds["float64"]), nil
	}
	return nil, fmt.Errorf("%s has no JSON Schema", key(t))
}

func ref(name string) ordered { return ordered{{"$ref", "#/$defs/" + name}} }

// name returns the name of a type's definition.
func (g *generator) name(t reflect.Type) string {
	if n, ok := g.base.Names[key(t)]; ok {
		g.used[key(t)] = true
		return n
	}
	generic, arg, _ := strings.Cut(t.Name(), "[")
	arg = strings.TrimSuffix(arg[strings.LastIndexByte(arg, '.')+1:], "]")
	return strings.ToLower(generic[:1]) + generic[1:] + arg
}

// define takes a name for a type.
func (g *generator) define(t reflect.Type, name string) error {
	if _, taken := g.defs[name]; taken {
		return fmt.Errorf("%s would be the second definition named %s; rename it in the base", key(t), name)
	}
	g.names[t], g.defs[name] = name, ordered{}
	return nil
}

// enumNames returns the names of an enumeration in the order of its values.
func enumNames(t reflect.Type) ([]string, error) {
	var names []string
	for i := range 256 {
		v := reflect.New(t).Elem()
		v.SetUint(uint64(i))
		b, err := v.Interface().(encoding.TextMarshaler).MarshalText()
		if err != nil {
			break
		}
		names = append(names, string(b))
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s has no names", t)
	}
	return names, nil
}

// sentence returns a comment as one paragraph that starts with a capital and
// ends with a full stop.
func sentence(comment string) string {
	s := strings.NewReplacer("[", "", "]", "").Replace(strings.Join(strings.Fields(comment), " "))
	if s == "" {
		return ""
	}
	r, size := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(r)) + s[size:]
	if !strings.ContainsAny(s[len(s)-1:], ".?!") {
		s += "."
	}
	return s
}

// firstSentence returns the first sentence of a comment.
func firstSentence(comment string) string {
	s := sentence(comment)
	if i := strings.Index(s, ". "); i >= 0 {
		s = s[:i+1]
	}
	return s
}
