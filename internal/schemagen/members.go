package schemagen

import (
	"iter"
	"reflect"
	"strings"
)

// Member is a member of the JSON object that encoding/json makes of a struct.
type Member struct {
	Owner    reflect.Type // the struct that declares the field
	Field    string       // its Go name
	Name     string       // its JSON name
	Type     reflect.Type
	Index    []int // for reflect.Value.FieldByIndex
	Required bool  // it is always written
}

// Members yields the members of a struct in the order of its fields, those of
// embedded structs in their place. It takes no two fields of the same name
// into account: the types that it is for have none.
func Members(t reflect.Type) iter.Seq[Member] {
	return func(yield func(Member) bool) { members(t, nil, yield) }
}

func members(t reflect.Type, index []int, yield func(Member) bool) bool {
	for i := range t.NumField() {
		f := t.Field(i)
		at := append(index[:len(index):len(index)], i)
		tag, tagged := f.Tag.Lookup("json")
		name, options, _ := strings.Cut(tag, ",")
		switch {
		case name == "-":
		case f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct:
			if !members(f.Type, at, yield) {
				return false
			}
		case f.IsExported():
			if !tagged || name == "" {
				name = f.Name
			}
			m := Member{t, f.Name, name, f.Type, at, !strings.Contains(options, "omit")}
			if !yield(m) {
				return false
			}
		}
	}
	return true
}
