package grievancetest

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/hrdd-go/hrdd/grievance"
)

// Diff returns the differences of two values of one type, cases for instance, one
// a line with the place where they differ, and "" if there are none. Of secrets
// it says that they differ and nothing else.
func Diff[T any](got, want T) string {
	var lines []string
	diff("", reflect.ValueOf(&got).Elem(), reflect.ValueOf(&want).Elem(), func(at, what string) {
		lines = append(lines, strings.TrimPrefix(at, ".")+": "+what)
	})
	return strings.Join(lines, "\n")
}

// Same reports whether two secrets hold the same text, or are both withheld. It is
// for tests: nobody records that it was asked. A program calls
// [grievance.Secret.Matches].
func Same(a, b grievance.Secret) bool {
	if a.Withheld() || b.Withheld() {
		return a.Withheld() == b.Withheld()
	}
	same, err := a.Matches(b, grievance.Access{Purpose: grievance.ToCompare, By: "a test"}, func(grievance.Access) error { return nil })
	return same && err == nil
}

func diff(at string, got, want reflect.Value, report func(at, what string)) {
	if s, ok := got.Interface().(grievance.Secret); ok {
		if !Same(s, want.Interface().(grievance.Secret)) {
			report(at, "the secrets differ")
		}
		return
	}
	_, printable := got.Interface().(fmt.Stringer)
	switch kind := got.Kind(); {
	case kind == reflect.Struct && !printable:
		for i := range got.NumField() {
			if f := got.Type().Field(i); f.IsExported() {
				diff(at+"."+f.Name, got.Field(i), want.Field(i), report)
			}
		}
	case kind == reflect.Slice && !printable:
		for i := range max(got.Len(), want.Len()) {
			place := fmt.Sprintf("%s[%d]", at, i)
			switch {
			case i >= got.Len():
				report(place, "is missing")
			case i >= want.Len():
				report(place, "is one too many")
			default:
				diff(place, got.Index(i), want.Index(i), report)
			}
		}
	case !reflect.DeepEqual(got.Interface(), want.Interface()):
		report(at, fmt.Sprintf("got %v, want %v", got.Interface(), want.Interface()))
	}
}
