package assessment

import (
	"github.com/hrdd-go/hrdd/risk"
)

// PolicyCommitment is a company's statement that it respects human rights,
// with the five tests of UNGP 16.
type PolicyCommitment struct {
	Title           string          `json:"title,omitzero"`
	Date            risk.Date       `json:"date,omitzero"`
	SeniorApproval  risk.Answer     `json:"seniorApproval,omitzero"`  // (a) approved at the most senior level
	Expertise       risk.Answer     `json:"expertise,omitzero"`       // (b) informed by internal or external expertise
	Expectations    risk.Answer     `json:"expectations,omitzero"`    // (c) says what is expected of staff and partners
	Public          risk.Answer     `json:"public,omitzero"`          // (d) public and communicated
	InOtherPolicies risk.Answer     `json:"inOtherPolicies,omitzero"` // (e) reflected in operational policies
	Frameworks      []risk.Citation `json:"frameworks,omitzero"`      // that it rests on
	Evidence        []risk.Evidence `json:"evidence,omitzero"`
}
