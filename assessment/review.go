package assessment

import (
	"iter"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Rule is one rule of the review: something that due diligence must show, with
// the principle or article that it rests on. Rules are data; [Review] runs
// them and a report puts what they find into words.
type Rule struct {
	ID       string          // stable, lower-kebab-case, never used again for another rule
	Level    GapLevel        // how much a gap weighs
	Basis    []risk.Citation // what the rule rests on, the first one foremost
	Profiles Profile         // the regimes that ask for it
	Title    string          // what the rule looks for, in English
	Settle   string          // what would settle a gap, in English

	check func(*reviewer)
}

// regime is an instrument of one profile.
type regime struct {
	instrument string
	profile    Profile
}

// regimes are the instruments that bind or guide only those whom a regime
// concerns. All others count for everybody.
var regimes = [...]regime{
	{"OECD-DDG-2018", ProfileOECD}, {"CSDDD", ProfileCSDDD}, {"LkSG", ProfileLkSG}, {"FR-2017-399", ProfileFrance},
}

// BasisFor returns what the rule rests on for somebody whom the regimes in p
// concern: its basis without the laws and guidance of other regimes. The zero
// profile means the Guiding Principles. Of a rule that only other regimes ask
// for it returns the whole basis.
func (r Rule) BasisFor(p Profile) []risk.Citation {
	if p == 0 {
		p = ProfileUNGP
	}
	own := slices.DeleteFunc(slices.Clone(r.Basis), func(c risk.Citation) bool {
		return slices.ContainsFunc(regimes[:], func(x regime) bool { return x.instrument == c.Instrument && x.profile&p == 0 })
	})
	if len(own) == 0 {
		return slices.Clone(r.Basis)
	}
	return own
}

// GapLevel says how much a gap weighs. It speaks of the due diligence, not of
// the harm.
type GapLevel uint8

const (
	GapLevelNotStated GapLevel = iota
	Advice                     // good practice that a careful reader would expect
	Shortfall                  // a principle or article is not shown to be met
	Serious                    // people may be left in harm, without remedy or at risk
)

var gapLevelText = textenum.Table[GapLevel]{
	Kind: "level of a gap", Names: []string{"", "advice", "shortfall", "serious"},
}

// Profile is a set of regimes. The zero Profile means the Guiding Principles.
type Profile uint8

const (
	ProfileUNGP   Profile = 1 << iota // UN Guiding Principles on Business and Human Rights (2011)
	ProfileOECD                       // OECD Due Diligence Guidance for Responsible Business Conduct (2018)
	ProfileCSDDD                      // Directive (EU) 2024/1760 as amended by Directive (EU) 2026/470
	ProfileLkSG                       // German Supply Chain Due Diligence Act
	ProfileFrance                     // French law 2017-399 on the duty of vigilance

	profileAll = ProfileUNGP | ProfileOECD | ProfileCSDDD | ProfileLkSG | ProfileFrance
)

// profileNames are the names of the regimes in the order of their bits.
var profileNames = [...]string{"ungp", "oecd", "csddd", "lksg", "fr-vigilance"}

// ParseProfile returns the profile with the given names, with commas between
// them: ungp, oecd, csddd, lksg or fr-vigilance. For any other it returns a
// *risk.EnumNameError.
func ParseProfile(names string) (Profile, error) {
	var p Profile
	for name := range strings.SplitSeq(names, ",") {
		i := slices.Index(profileNames[:], name)
		if i < 0 {
			return 0, &textenum.UnknownError{Kind: "profile", Found: name, Want: slices.Sorted(slices.Values(profileNames[:]))}
		}
		p |= 1 << i
	}
	return p, nil
}

// String returns the names of the regimes in p with commas between them, as
// [ParseProfile] reads them; "ungp" for the zero Profile, which means that.
func (p Profile) String() string {
	if p == 0 {
		p = ProfileUNGP
	}
	return strings.Join(slices.Collect(p.Names()), ",")
}

// MarshalText returns what String does. It implements encoding.TextMarshaler.
func (p Profile) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads p as [ParseProfile] does, and leaves it as it was on an
// error. It implements encoding.TextUnmarshaler.
func (p *Profile) UnmarshalText(b []byte) error {
	q, err := ParseProfile(string(b))
	if err == nil {
		*p = q
	}
	return err
}

// Names yields the names of the regimes in p.
func (p Profile) Names() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i, n := range profileNames {
			if p&(1<<i) != 0 && !yield(n) {
				return
			}
		}
	}
}

// Gap is a place where the due diligence falls short of a rule.
type Gap struct {
	Rule    string   `json:"rule,omitzero"`  // id of the rule
	Level   GapLevel `json:"level,omitzero"` // of the rule
	Pointer string   `json:"pointer"`        // RFC 6901, where in the document; empty for the whole of it
	Args    []string `json:"args,omitzero"`  // what the rule found: codes, titles, counts
}

// ReviewOptions chooses what is reviewed. The zero value reviews against the
// Guiding Principles, for readers inside the company.
type ReviewOptions struct {
	Profile Profile // zero means ProfileUNGP
	// Public reviews a document that is meant for publication: confidential
	// detail in it is then a gap (UNGP 21c).
	Public bool
	// SmallGroup is the number of people below which a group could be
	// recognised; zero means 5.
	SmallGroup int
	// FreshLookDays is how long a known link may go on unattended before it
	// calls for a fresh look. No source gives a number: zero switches the rule
	// off.
	FreshLookDays int
	// Catalogue has the rights and groups of rightsholders that a document may
	// name without a remark; nil means [risk.Rights]. Give the report the same.
	Catalogue *risk.Catalogue
	// Waivers are added to those of the document. A waiver without a reason
	// switches nothing off.
	Waivers []Waiver
}

func (o *ReviewOptions) catalogue() *risk.Catalogue {
	if o.Catalogue != nil {
		return o.Catalogue
	}
	return risk.Rights()
}

// ReviewResult is what a review found. It is made by [Review] and immutable.
type ReviewResult struct {
	Profile Profile  `json:"profile"`
	Checked int      `json:"checked"`         // rules that ran
	Gaps    []Gap    `json:"gaps,omitzero"`   // most serious first, then in the order of the rules
	Waived  []Waived `json:"waived,omitzero"` // rules that were switched off, with the reason
}

// Waived is a rule that was switched off, and how many gaps it would have
// shown.
type Waived struct {
	Waiver Waiver `json:"waiver,omitzero"`
	Gaps   int    `json:"gaps"`
}

// Rules yields the rules of the review in a fixed order.
func Rules() iter.Seq[Rule] {
	return func(yield func(Rule) bool) {
		for _, set := range [...][]Rule{
			policyRules, scopeRules, engagementRules, identificationRules, catalogueRules, linkageRules,
			actionRules, trackingRules, grievanceRules, communicationRules,
		} {
			for _, rule := range set {
				if !yield(rule) {
					return
				}
			}
		}
	}
}

// RuleByID returns the rule with the given id.
func RuleByID(id string) (Rule, bool) {
	for rule := range Rules() {
		if rule.ID == id {
			return rule, true
		}
	}
	return Rule{}, false
}

// Review holds an evaluated assessment against the rules of a profile. It
// judges the due diligence that the document shows, not the company and not
// the people in it: what is not in the document is a gap in the document.
func Review(ev *Evaluation, opts ReviewOptions) *ReviewResult {
	if opts.Profile == 0 {
		opts.Profile = ProfileUNGP
	}
	if opts.SmallGroup <= 0 {
		opts.SmallGroup = 5
	}
	r := newReviewer(ev, opts)
	waivers := append(slices.Clone(ev.Assessment.Waivers), opts.Waivers...)
	result := &ReviewResult{Profile: opts.Profile}
	for rule := range Rules() {
		r.rules[rule.ID] = true
	}
	for rule := range Rules() {
		if rule.Profiles&opts.Profile == 0 {
			continue
		}
		r.rule, r.gaps = rule, nil
		rule.check(r)
		i := slices.IndexFunc(waivers, func(w Waiver) bool { return w.Rule == rule.ID && strings.TrimSpace(w.Reason) != "" })
		if i >= 0 {
			result.Waived = append(result.Waived, Waived{waivers[i], len(r.gaps)})
			continue
		}
		result.Checked++
		result.Gaps = append(result.Gaps, r.gaps...)
	}
	slices.SortStableFunc(result.Gaps, func(a, b Gap) int { return int(b.Level) - int(a.Level) })
	return result
}

// reviewer is what the checks read: the evaluation and a few indexes made once.
type reviewer struct {
	ev   *Evaluation
	doc  *Assessment
	opts ReviewOptions

	rules map[string]bool // ids of all rules
	rule  Rule            // that runs now
	gaps  []Gap           // that it found

	risks     map[uuid.UUID]*Risk
	controls  map[uuid.UUID]*Control
	linked    map[uuid.UUID][]*Linkage // linkages by risk
	actedOn   map[uuid.UUID]acted      // what is done about a risk
	recommend map[uuid.UUID]int        // recommendations by finding
}

func newReviewer(ev *Evaluation, opts ReviewOptions) *reviewer {
	doc := ev.Assessment
	r := &reviewer{
		ev: ev, doc: doc, opts: opts,
		rules:     make(map[string]bool),
		risks:     make(map[uuid.UUID]*Risk, len(doc.Risks)),
		controls:  make(map[uuid.UUID]*Control, len(doc.Controls)),
		linked:    make(map[uuid.UUID][]*Linkage),
		actedOn:   make(map[uuid.UUID]acted),
		recommend: make(map[uuid.UUID]int),
	}
	for i := range doc.Risks {
		r.risks[doc.Risks[i].ID] = &doc.Risks[i]
	}
	for i := range doc.Controls {
		r.controls[doc.Controls[i].ID] = &doc.Controls[i]
	}
	for i := range doc.Linkages {
		for _, id := range doc.Linkages[i].Risks {
			r.linked[id] = append(r.linked[id], &doc.Linkages[i])
		}
	}
	actions := make(map[uuid.UUID]*Action, len(doc.Actions))
	for i := range doc.Actions {
		actions[doc.Actions[i].ID] = &doc.Actions[i]
		r.acts(doc.Actions[i].Risks, acted{some: true, remedy: doc.Actions[i].Kind == Remedy})
	}
	for i := range doc.Recommendations {
		rec := &doc.Recommendations[i]
		for _, id := range rec.Findings {
			r.recommend[id]++
		}
		var done acted
		for _, id := range rec.Actions {
			if action := actions[id]; action != nil {
				done = acted{some: true, remedy: done.remedy || action.Kind == Remedy}
			}
		}
		r.acts(rec.Risks, done)
	}
	return r
}

// acted is what is done about a risk.
type acted struct {
	some   bool // an action names it, or a recommendation that names both
	remedy bool // one of these is of remedy
}

// acts notes what is done about risks.
func (r *reviewer) acts(risks []uuid.UUID, done acted) {
	for _, id := range risks {
		was := r.actedOn[id]
		r.actedOn[id] = acted{was.some || done.some, was.remedy || done.remedy}
	}
}

// gap records a gap of the rule that runs now.
func (r *reviewer) gap(pointer string, args ...string) {
	r.gaps = append(r.gaps, Gap{Rule: r.rule.ID, Level: r.rule.Level, Pointer: pointer, Args: args})
}
