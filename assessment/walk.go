package assessment

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
)

// each calls visit with every struct of type T in the document that is part of
// its JSON form, and its JSON pointer, in the order of the document.
func each[T any](a *Assessment, visit func(pointer string, x *T)) {
	walk(reflect.ValueOf(a).Elem(), "", func(pointer string, v reflect.Value) bool {
		if x, ok := v.Addr().Interface().(*T); ok {
			visit(pointer, x)
		}
		return true
	})
}

// walk calls visit with v and every struct in it that has members of its own.
// It does not go into a struct of which visit wants no more.
func walk(v reflect.Value, pointer string, visit func(pointer string, v reflect.Value) bool) {
	switch v.Kind() {
	case reflect.Slice:
		if k := v.Type().Elem().Kind(); k != reflect.Struct {
			return
		}
		for i := range v.Len() {
			walk(v.Index(i), pointer+"/"+strconv.Itoa(i), visit)
		}
	case reflect.Struct:
		if reflect.PointerTo(v.Type()).Implements(reflect.TypeFor[json.Unmarshaler]()) || !visit(pointer, v) {
			return
		}
		walkMembers(v, pointer, visit)
	}
}

func walkMembers(v reflect.Value, pointer string, visit func(pointer string, v reflect.Value) bool) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case !f.IsExported() || name == "-":
		case f.Anonymous && name == "":
			if !visit(pointer, v.Field(i)) {
				continue
			}
			walkMembers(v.Field(i), pointer, visit)
		default:
			walk(v.Field(i), pointer+"/"+name, visit)
		}
	}
}
