package grievance

import (
	"iter"
	"slices"
)

// IndicatorID names an indicator of a criterion, lower-kebab-case:
// "published-procedure". IDs are never reused.
type IndicatorID string

// Indicator is a thing that can be looked up about a mechanism and that shows
// whether it meets a criterion.
type Indicator struct {
	ID        IndicatorID `json:"id"`
	Criterion Criterion   `json:"criterion,omitzero"`
	Question  string      `json:"question,omitzero"` // what to find out, in English
	Action    string      `json:"action,omitzero"`   // what the mechanism's manager can do if it is not met, in English
}

// indicators are this library's own, informed by the commentary of UNGP 31, by
// OHCHR's Accountability and Remedy Project (A/HRC/44/32) and by theme C of the
// Corporate Human Rights Benchmark. IDs are stable.
var indicators = [...]Indicator{
	{"independent-oversight", Legitimate,
		"Does someone independent of management oversee it?",
		"Set up a body with independent members, and members whom users trust, that oversees the mechanism and can overrule its decisions."},
	{"users-in-design", Legitimate,
		"Did users or their unions take part in its design?",
		"Go through the design with users and their representatives, and write down what they changed."},
	{"conflict-of-interest-rule", Legitimate,
		"Does a rule keep people out of cases that concern them or their superiors?",
		"Write a rule that nobody handles a case about themselves or their line of management, and name a stand-in for each handler."},
	{"escalation-route", Legitimate,
		"Can a complainant go to a higher or outside body?",
		"Name the body that hears appeals and tell each complainant about it with the decision."},
	{"retaliation-policy-enforced", Legitimate,
		"Is retaliation forbidden, looked for and acted on?",
		"Forbid retaliation in writing, ask each complainant about it at fixed dates after the case, and record what was done about each report."},
	{"trust-survey", Legitimate,
		"Do users say that they trust it?",
		"Ask users each year, through someone independent, whether they trust the mechanism, and act on the answers."},

	{"awareness-measured", Accessible,
		"Is it known how many of those it is for know of it?",
		"Ask a sample of each group at each site whether they know the mechanism, and put effort where few do."},
	{"users-languages", Accessible,
		"Can it be used in the languages of those it is for?",
		"Compare the languages of the mechanism with those that workers and communities speak, and add the missing ones in every channel."},
	{"several-channels", Accessible,
		"Are there at least two kinds of channel, one of them in person or by voice?",
		"Add a channel for those who cannot use the present one; people who do not read need one in person or by voice."},
	{"free-of-charge", Accessible,
		"Does a complaint cost the person nothing?",
		"Make calls, forms, travel and interpreting free for the complainant."},
	{"anonymous-complaints", Accessible,
		"Does it take complaints without a name, and can it answer them?",
		"Accept complaints without a name and give a token by which the person can be answered without being known."},
	{"open-to-value-chain", Accessible,
		"Can workers of suppliers and affected communities use it?",
		"Open the mechanism to suppliers' workers and to communities, and make suppliers tell them of it."},
	{"help-with-barriers", Accessible,
		"Is there help for people who do not read, have a disability or fear reprisal?",
		"Find out which groups do not come, ask why, and remove that barrier first."},
	{"hours-of-service", Accessible,
		"Can it be reached outside working hours and away from the workplace?",
		"Open a channel outside shifts that works away from the employer's premises and devices."},

	{"published-procedure", Predictable,
		"Is the procedure published where users find it?",
		"Publish the steps, who decides, and what users may expect, in their languages and at the site."},
	{"time-per-stage", Predictable,
		"Is there a time limit for each stage, and is it kept?",
		"Set a time limit for each stage, measure how often it is kept, and tell the complainant when it cannot be."},
	{"outcomes-listed", Predictable,
		"Are the kinds of outcome and remedy known in advance?",
		"Publish which kinds of remedy the mechanism can and cannot give."},
	{"status-updates", Predictable,
		"Do complainants learn where their case stands?",
		"Tell each complainant the state of the case at each stage and at least every month."},
	{"follow-up-of-remedy", Predictable,
		"Is it checked that agreed remedy was given?",
		"Ask the people to whom remedy is owed, after the agreed date, whether they received it; close no case before."},

	{"free-advice", Equitable,
		"Can complainants have free advice or representation?",
		"Fund advice that does not depend on the company, from a union or an organisation of the complainant's choice."},
	{"document-sharing", Equitable,
		"Do complainants see the documents that the decision rests on?",
		"Share the documents of the case with the complainant in a language they read, with other people's details left out."},
	{"interpreter", Equitable,
		"Is there an interpreter whom the complainant accepts?",
		"Offer an interpreter who is not a colleague or superior of the complainant."},
	{"balance-of-power", Equitable,
		"Are there measures against the company's greater power?",
		"Let someone neutral chair meetings, give equal time and notice, and pay for the complainant's time and travel."},
	{"right-to-be-accompanied", Equitable,
		"May the complainant bring someone?",
		"Write into the procedure that a complainant may bring a person of their choice to every meeting."},

	{"updates-per-case", Transparent,
		"Do the parties of a case learn what happens in it and why?",
		"Give reasons for each decision to both sides, in writing or by voice as they prefer."},
	{"public-statistics", Transparent,
		"Are figures published on cases, times, outcomes and remedy?",
		"Publish each year how many cases came, were taken on, ended in remedy, and how long they took, without small figures."},
	{"case-studies", Transparent,
		"Are there published accounts of cases that protect those in them?",
		"Publish accounts of cases whose complainants agreed, with nothing in them that points at a person."},
	{"confidentiality-kept", Transparent,
		"Is what people tell in confidence kept so?",
		"Keep identities apart from cases, limit who may read them, and record each reading."},

	{"outcomes-checked", RightsCompatible,
		"Are outcomes checked against internationally recognised rights?",
		"Before a case is closed, check the outcome against the rights that the case is about; where local law gives less, give more."},
	{"no-waiver", RightsCompatible,
		"Can people take remedy without giving up their right to go to court?",
		"Take every waiver of legal claims out of settlements, unless the person asked for it with independent advice."},
	{"no-gag", RightsCompatible,
		"May people speak of their case and its outcome?",
		"Take silence clauses out of settlements, except those that the person asks for."},
	{"gender-and-child-sensitive", RightsCompatible,
		"Is the procedure fit for women and for children?",
		"Train handlers for sexual violence and for children's cases, and let people choose who hears them."},
	{"data-protection", RightsCompatible,
		"Are personal data held no longer and no wider than needed?",
		"Set how long details are held, delete them then, and ask consent for each party to whom they go."},

	{"trend-analysis", LearningSource,
		"Are cases analysed for patterns at fixed times?",
		"Look at the figures each quarter for sites, rights and groups with more cases, and for those with none where some are to be expected."},
	{"root-causes-fed-back", LearningSource,
		"Do root causes reach the company's due diligence?",
		"Send what cases show to those who rate risks and write recommendations, and record what they did with it."},
	{"performance-indicators", LearningSource,
		"Is performance measured from the users' side?",
		"Measure remedy received, time to it and satisfaction; the number of closed cases alone says nothing to users."},
	{"log-of-changes", LearningSource,
		"Is it written down what was changed because of cases?",
		"Keep a list of changes to the mechanism and to the business that cases led to."},

	{"users-consulted", Dialogue,
		"Are users consulted on how it performs?",
		"Meet users and their representatives at least once a year about how the mechanism works, and answer what they ask for."},
	{"joint-resolution", Dialogue,
		"Are cases settled by dialogue rather than by decree?",
		"Offer dialogue as the first way, with a facilitator whom both sides accept."},
	{"third-party-adjudication", Dialogue,
		"Is there a neutral third party where a decision is needed?",
		"Agree with users on a neutral third party for cases that dialogue does not settle, so that the company does not judge itself."},
}

// Indicators yields the library's indicators, criterion by criterion in the
// order of UNGP 31. A host may use others beside them.
func Indicators() iter.Seq[Indicator] {
	return func(yield func(Indicator) bool) {
		for i := range indicators {
			if !yield(indicators[i]) {
				return
			}
		}
	}
}

// IndicatorByID returns the library's indicator with the given ID and whether
// there is one.
func IndicatorByID(id IndicatorID) (Indicator, bool) {
	i := slices.IndexFunc(indicators[:], func(n Indicator) bool { return n.ID == id })
	if i < 0 {
		return Indicator{}, false
	}
	return indicators[i], true
}
