package report

import (
	"slices"
	"testing"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/internal/translate"
	"github.com/hrdd-go/hrdd/risk"
)

// grievanceKeys are the keys that the parts on mechanisms and complaints put
// together.
func grievanceKeys() []string {
	keys := slices.Concat(
		enumKeys("mechanism", grievance.MechanismKindNotStated), enumKeys("channel", grievance.ChannelNotStated),
		enumKeys("user", grievance.UserNotStated), enumKeys("stage", grievance.StageNotStated),
		enumKeys("criterion", grievance.Legitimate), enumKeys("criterion-means", grievance.Legitimate),
		enumKeys("criterion-level", grievance.LevelUnknown), enumKeys("level-reason", grievance.UsersNotAsked),
		enumKeys("indicator-answer", grievance.IndicatorUnknown), enumKeys("span", grievance.CalendarDays),
		enumKeys("mechanism.free", risk.Unknown), enumKeys("mechanism.anonymous", risk.Unknown),
		enumKeys("mechanism.precludes", risk.Unknown), enumKeys("criteria.independent", risk.No),
		enumKeys("dimension", grievance.ByMechanism), enumKeys("complaints.by", grievance.ByMechanism),
		enumKeys("outcome", grievance.Ongoing), enumKeys("lesson", grievance.RateAsActual),
		[]string{"promise.overdue", "promise.in-time"},
	)
	for c := range grievance.Criteria() {
		keys = append(keys, enumKeys("criterion-step."+c.String(), grievance.LevelUnknown)...)
	}
	return keys
}

func TestEveryCriterionHasAnActionFromEveryLevel(t *testing.T) {
	for _, tag := range Languages() {
		table := tableOf(t, tag)
		print := translate.NewPrinter(builtin(tag).rules(), table)
		said := map[string]bool{}
		for c := range grievance.Criteria() {
			for l := grievance.LevelUnknown; l.Valid(); l++ {
				key := "criterion-step." + c.String() + "." + l.String()
				text := print.Text(key)
				if _, ok := table[key]; !ok || said[text] {
					t.Errorf("%s: %s at %s: %q is missing or said twice", tag, c, l, text)
				}
				said[text] = true
			}
		}
	}
}
