package report_test

import (
	"reflect"
	"testing"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/report"
)

// A report is written from an evaluation under options. No identity and no detail
// of a case can be reached from either, whatever a report prints.
func TestNoSecretCanBeReachedFromWhatAReportIsWrittenFrom(t *testing.T) {
	secret := reflect.TypeFor[grievance.Secret]()
	var reaches func(at reflect.Type, seen map[reflect.Type]bool) bool
	reaches = func(at reflect.Type, seen map[reflect.Type]bool) bool {
		if at == secret {
			return true
		}
		if seen[at] {
			return false
		}
		seen[at] = true
		switch at.Kind() {
		case reflect.Struct:
			for i := range at.NumField() {
				if reaches(at.Field(i).Type, seen) {
					return true
				}
			}
		case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Chan:
			return reaches(at.Elem(), seen)
		case reflect.Map:
			return reaches(at.Key(), seen) || reaches(at.Elem(), seen)
		}
		return false
	}
	for _, typ := range []reflect.Type{
		reflect.TypeFor[assessment.Assessment](), reflect.TypeFor[assessment.Evaluation](), reflect.TypeFor[report.Options](),
		reflect.TypeFor[grievance.Published](), reflect.TypeFor[grievance.Suggestion](),
		reflect.TypeFor[grievance.Mechanism](), reflect.TypeFor[grievance.MechanismAssessment](),
	} {
		if reaches(typ, map[reflect.Type]bool{}) {
			t.Errorf("a secret can be reached from %s", typ)
		}
	}
	for _, typ := range []reflect.Type{reflect.TypeFor[grievance.Case](), reflect.TypeFor[grievance.Identity](), reflect.TypeFor[grievance.Refused]()} {
		if !reaches(typ, map[reflect.Type]bool{}) {
			t.Errorf("the search does not find the secrets of %s", typ)
		}
	}
}
