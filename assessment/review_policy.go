package assessment

import "github.com/hrdd-go/hrdd/risk"

// policyRules hold the policy commitment against the five tests of UNGP 16.
var policyRules = []Rule{
	{
		ID: "policy-missing", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "15(a)"}, {Instrument: "UNGP", Locator: "16"}, {Instrument: "CSDDD", Locator: "7"}, {Instrument: "LkSG", Locator: "6"}},
		Title:  "a statement of policy on human rights",
		Settle: "Describe the policy commitment under policy, with its title and date.",
		check: func(r *reviewer) {
			if r.doc.Policy.isZero() {
				r.gap("")
			}
		},
	},
	{
		ID: "policy-not-approved-at-the-top", Level: Shortfall, Profiles: ProfileUNGP | ProfileOECD | ProfileLkSG,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "16(a)"}},
		Title:  "the policy is approved at the most senior level",
		Settle: "State under policy.seniorApproval whether the most senior level approved it, with evidence.",
		check:  func(r *reviewer) { r.policyTest(r.doc.Policy.SeniorApproval, "/policy/seniorApproval") },
	},
	{
		ID: "policy-without-expertise", Level: Advice, Profiles: ProfileUNGP | ProfileOECD,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "16(b)"}},
		Title:  "the policy is informed by internal or external expertise",
		Settle: "State under policy.expertise whose expertise informed it.",
		check:  func(r *reviewer) { r.policyTest(r.doc.Policy.Expertise, "/policy/expertise") },
	},
	{
		ID: "policy-without-expectations", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "16(c)"}, {Instrument: "CSDDD", Locator: "7"}},
		Title:  "the policy says what is expected of staff, partners and others linked to the company",
		Settle: "State under policy.expectations whether the policy says what it expects, and of whom.",
		check:  func(r *reviewer) { r.policyTest(r.doc.Policy.Expectations, "/policy/expectations") },
	},
	{
		ID: "policy-not-public", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "16(d)"}},
		Title:  "the policy is public and made known to those it concerns",
		Settle: "Publish the policy and state so under policy.public.",
		check:  func(r *reviewer) { r.policyTest(r.doc.Policy.Public, "/policy/public") },
	},
	{
		ID: "policy-not-embedded", Level: Shortfall, Profiles: profileAll,
		Basis:  []risk.Citation{{Instrument: "UNGP", Locator: "16(e)"}, {Instrument: "CSDDD", Locator: "7"}},
		Title:  "the policy is reflected in operational policies and procedures",
		Settle: "State under policy.inOtherPolicies which policies carry it, purchasing among them.",
		check:  func(r *reviewer) { r.policyTest(r.doc.Policy.InOtherPolicies, "/policy/inOtherPolicies") },
	},
}

// policyTest records a gap for one test of UNGP 16 that is not shown to be met.
// A policy that is missing altogether is one gap, not six.
func (r *reviewer) policyTest(answer risk.Answer, pointer string) {
	if !r.doc.Policy.isZero() && answer != risk.Yes {
		r.gap(pointer, answer.String())
	}
}

// isZero reports whether nothing is stated of a policy.
func (p *PolicyCommitment) isZero() bool {
	return p.Title == "" && p.Date.IsZero() && len(p.Frameworks) == 0 && len(p.Evidence) == 0 &&
		p.SeniorApproval == 0 && p.Expertise == 0 && p.Expectations == 0 && p.Public == 0 && p.InOtherPolicies == 0
}
