package grievance

import "testing"

func TestWhatARowImpliesFollowsFromTheTableAlone(t *testing.T) {
	for _, c := range []struct {
		dimension Dimension
		key       string
		stage     Stage
		want      bool
	}{
		{ByStage, "received", Acknowledged, false},
		{ByStage, "acknowledged", Acknowledged, true},
		{ByStage, "investigation", Acknowledged, true},
		{ByStage, "investigation", Findings, false},
		{ByStage, "verified", RemedyAgreed, true},
		{ByStage, "withdrawn", Acknowledged, false}, // it can be withdrawn at once
		{ByOutcome, "ongoing", Acknowledged, false},
		{ByOutcome, "ongoing", Received, true},
		{ByOutcome, "remedy-confirmed", RemedyDelivered, true},
		{ByOutcome, "remedy-confirmed", Closed, true},
		{ByOutcome, "settled", RemedyDelivered, false},
		{ByOutcome, "not-shown", Findings, true},
		{ByOutcome, "not-taken-on", Admitted, false},
		{ByCountry, "MY", Received, false},
	} {
		if got := impliedBy(c.dimension, c.key, c.stage); got != c.want {
			t.Errorf("%s %s implies %s: %v", c.dimension, c.key, c.stage, got)
		}
	}
}
