package risk

import (
	"slices"
	"strings"
	"testing"
)

func gapIDs(r ResponseRecord, certain bool) []string {
	var ids []string
	for _, g := range ReviewResponse(r) {
		if g.Certain == certain {
			ids = append(ids, g.Check.ID)
		}
	}
	return ids
}

func TestGapsInAResponseAreFound(t *testing.T) {
	for _, c := range []struct {
		name          string
		record        ResponseRecord
		certain, open []string
	}{
		{"cause, actual, no remedy", ResponseRecord{Class: Causes, Status: Actual, RemediationPlan: No, EndingDecided: No}, []string{"R-22a"}, nil},
		{"contribute, actual, no remedy", ResponseRecord{Class: Contributes, Status: Actual, RemediationPlan: No, EndingDecided: No}, []string{"R-22a"}, nil},
		{"contribute, actual, remedy unknown", ResponseRecord{Class: Contributes, Status: Actual, EndingDecided: No}, nil, []string{"R-22a"}},
		{"contribute, potential", ResponseRecord{Class: Contributes, Status: Potential, RemediationPlan: No, EndingDecided: No}, nil, nil},
		{
			"linked, actual, no remedy, leverage used",
			ResponseRecord{Class: DirectlyLinked, Status: Actual, RemediationPlan: No, LeverageAssessed: Yes, LeveragePlan: Yes, EndingDecided: No},
			nil, nil,
		},
		{
			"linked, actual, nothing done",
			ResponseRecord{Class: DirectlyLinked, Status: Actual, RemediationPlan: No, LeverageAssessed: No, LeveragePlan: No, EndingDecided: No},
			[]string{"R-22b", "R-19a"}, nil,
		},
		{
			"linked, exit decided blindly",
			ResponseRecord{Class: DirectlyLinked, Status: Potential, LeverageAssessed: Yes, EndingDecided: Yes, EndingAssessed: No},
			[]string{"R-19b"}, nil,
		},
		{"not linked", ResponseRecord{Class: NotLinked, Status: Actual}, nil, nil},
		{"undetermined, remedy planned, leverage used, no exit",
			ResponseRecord{Status: Actual, RemediationPlan: Yes, LeverageAssessed: Yes, LeveragePlan: Yes, EndingDecided: No}, nil, nil},
		{"nothing known", ResponseRecord{}, nil, []string{"R-22a", "R-22b", "R-19a", "R-19b"}},
	} {
		if got := gapIDs(c.record, true); !slices.Equal(got, c.certain) {
			t.Errorf("%s: certain gaps %v, want %v", c.name, got, c.certain)
		}
		if got := gapIDs(c.record, false); !slices.Equal(got, c.open) {
			t.Errorf("%s: open gaps %v, want %v", c.name, got, c.open)
		}
	}
}

func TestALinkedCompanyWithoutARemediationPlanHasNoErrorGap(t *testing.T) {
	for c := range ResponseChecks() {
		r := ResponseRecord{Class: DirectlyLinked, Status: Actual, RemediationPlan: No}
		if c.Grade == ErrorGap && c.Finds(r) != No {
			t.Errorf("%s finds an error", c.ID)
		}
		if s := c.Reason.String(); s == c.Reason.Code || strings.ContainsAny(s, "{}") || len(c.Reason.Sources) == 0 {
			t.Errorf("%s: %q", c.ID, s)
		}
	}
	if got := (ResponseCheck{}).Finds(ResponseRecord{}); got != Unknown {
		t.Errorf("a check that is none finds %v", got)
	}
}
