package report

import (
	"fmt"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
	"github.com/hrdd-go/hrdd/supplier"
)

// codeFamily returns the family of keys that has the words for an enumeration,
// and what its values rest on where they all rest on the same. A test holds it
// against every enumeration of the packages.
func codeFamily(v fmt.Stringer) (family string, basis risk.Citation) {
	switch v.(type) {
	case risk.MeasureVerdict:
		return "measure-verdict", risk.Cite("ESRS1-2026", "43(b)")
	case risk.Mode:
		return "mode", risk.Principle(13)
	case risk.Duty:
		return "duty", risk.Citation{}
	case risk.Fact:
		return "fact", risk.Citation{}
	case risk.Force:
		return "force", risk.Citation{}
	case risk.Step:
		return "step", risk.Principle(19)
	case risk.GapGrade:
		return "gap-grade", risk.Citation{}
	case risk.LeverageFactor:
		return "leverage-factor", risk.Principle(19)
	case risk.MethodRule:
		return "method-rule", risk.Citation{}
	case risk.Dimension:
		return "decides", risk.Citation{}
	case risk.Involvement:
		return "involvement", risk.Principle(13)
	case risk.Status:
		return "status", risk.Citation{}
	case risk.Answer:
		return "answer", risk.Citation{}

	case supplier.DueReason:
		return "due-reason", risk.Citation{}
	case supplier.Gap:
		return "screen-gap", risk.Citation{}
	case supplier.PriorityKey:
		return "priority-key", risk.Citation{}
	case supplier.NetworkProblemKind:
		return "network-problem", risk.Citation{}
	case supplier.RowEffect:
		return "row-effect", risk.Citation{}
	case supplier.DisagreementKind:
		return "disagreement", risk.Citation{}

	case grievance.ConcernKind:
		return "concern", risk.Citation{}
	case grievance.LevelReason:
		return "level-reason", risk.Principle(31)
	case grievance.Missing:
		return "case-lacks", risk.Citation{}
	case grievance.PublishRefusal:
		return "not-published", risk.Cite("UNGP", "21(c)")
	case grievance.Refusal:
		return "not-revealed", risk.Citation{}
	case grievance.RejectReason:
		return "rejected", risk.Citation{}
	case grievance.RemedyDefect:
		return "remedy-defect", risk.Principle(25)
	case grievance.SignalKind:
		return "signal", risk.Principle(29)
	case grievance.SuggestionKind:
		return "lesson", risk.Principle(29)
	case grievance.Criterion:
		return "criterion", risk.Principle(31)
	case grievance.CriterionLevel:
		return "criterion-level", risk.Citation{}
	case grievance.IndicatorAnswer:
		return "indicator-answer", risk.Citation{}
	case grievance.Outcome:
		return "outcome", risk.Citation{}
	case grievance.Stage:
		return "stage", risk.Citation{}

	case assessment.NoteCode:
		return "note", risk.Citation{}
	case assessment.RedactionReason:
		return "redaction", risk.Cite("UNGP", "21(c)")
	case assessment.GapLevel:
		return "gap-level", risk.Citation{}
	case assessment.Trend:
		return "trend", risk.Citation{}
	case assessment.Presence:
		return "presence", risk.Citation{}
	case assessment.Keeping:
		return "keeping", risk.Citation{}
	case assessment.CaveatCode:
		return "caveat", risk.Citation{}
	case assessment.State:
		return "state", risk.Citation{}
	case assessment.Effect:
		return "effect", risk.Citation{}
	}
	return "", risk.Citation{}
}
