package risk

// responseRow says what the Guiding Principles ask of a company of a class. A
// status that is not stated stands for both.
type responseRow struct {
	class  Involvement
	status Status
	duty   Duty
	force  Force
	reason string
}

// responseRows is UNGP 13, 19 and 22 as a table. NotLinked has no row: no duty
// arises from UNGP 13 for the harm.
var responseRows = [...]responseRow{
	{Causes, Potential, Cease, Conditional, "cease-conduct-that-would-cause"},
	{Causes, Potential, Prevent, Required, "prevent-what-it-would-cause"},
	{Causes, Actual, Cease, Required, "cease-what-it-causes"},
	{Causes, Actual, Prevent, Required, "prevent-again"},
	{Causes, Actual, Remediate, Required, "remediate-what-it-caused"},

	{Contributes, Potential, Cease, Conditional, "cease-conduct-that-would-contribute"},
	{Contributes, Potential, Prevent, Required, "prevent-own-contribution"},
	{Contributes, Actual, Cease, Required, "cease-contribution"},
	{Contributes, Actual, Prevent, Required, "prevent-again"},
	{Contributes, StatusNotStated, Mitigate, Required, "mitigate-what-remains"},
	{Contributes, StatusNotStated, UseLeverage, Required, "leverage-on-what-remains"},
	{Contributes, StatusNotStated, IncreaseLeverage, Conditional, "increase-leverage-if-lacking"},
	{Contributes, Actual, Remediate, Required, "remediate-own-share"},
	{Contributes, StatusNotStated, ConsiderEnding, Optional, "consider-ending-too"},

	{DirectlyLinked, Potential, Prevent, Required, "seek-to-prevent-through-leverage"},
	{DirectlyLinked, Actual, Prevent, Required, "seek-to-prevent-again-through-leverage"},
	{DirectlyLinked, StatusNotStated, Mitigate, Required, "seek-to-mitigate-through-leverage"},
	{DirectlyLinked, StatusNotStated, UseLeverage, Required, "use-leverage"},
	{DirectlyLinked, StatusNotStated, IncreaseLeverage, Conditional, "increase-leverage-if-lacking"},
	{DirectlyLinked, Actual, Remediate, Optional, "may-take-a-role-in-remedy"},
	{DirectlyLinked, StatusNotStated, ConsiderEnding, Conditional, "consider-ending-if-leverage-fails"},
}

var responseReasons = [...]reasonRow{
	{"clarify-class", "What the company must do depends on its involvement, so it finds out which it is: {or}.",
		[]Citation{{"UNGP", "18"}, {"UNGP", "19"}}},
	{"clarify-both",
		"What the company must do depends on whether the harm has happened and on its involvement, so it finds out both; " +
			"the involvement may be: {or}.",
		[]Citation{{"UNGP", "18"}, {"UNGP", "19"}}},
	{"clarify-status", "What the company must do depends on whether the harm has happened, so it finds out.",
		[]Citation{{"UNGP", "18"}}},
	{"clarify-contradiction",
		"The answers on which the company's involvement rests contradict one another, so the company clears that up first.",
		[]Citation{{"UNGP", "18"}}},
	// These take the sources of the row that they stand for.
	{"whatever-class", "It is {0} whichever the company's involvement turns out to be: {or1}.", nil},
	{"whatever-status", "It is {0} whether or not the harm has happened.", nil},
	{"depends-on-class", "It is {0} if the company's involvement turns out to be: {or1}.", nil},
	{"depends-on-status", "It is {0} if the harm turns out to be {1}.", nil},
	{"depends-on-both", "It is {0} if the harm turns out to be {1} and the company's involvement: {or2}.", nil},

	{"cease-conduct-that-would-cause", "If the conduct that would cause the harm is under way, the company stops it.",
		[]Citation{{"UNGP", "13(a)"}, {"UNGP", "19 commentary"}}},
	{"prevent-what-it-would-cause", "The company prevents the harm that its own conduct would cause.",
		[]Citation{{"UNGP", "13(a)"}, {"UNGP", "19 commentary"}}},
	{"cease-what-it-causes", "The company stops the conduct that causes the harm.",
		[]Citation{{"UNGP", "13(a)"}, {"UNGP", "19 commentary"}}},
	{"prevent-again", "The company keeps its own conduct from having a part in such harm again.",
		[]Citation{{"UNGP", "13(a)"}, {"UNGP", "19 commentary"}}},
	{"remediate-what-it-caused",
		"The company provides for the remediation of the harm that it caused, or cooperates in it, through legitimate processes.",
		[]Citation{{"UNGP", "22"}}},
	{"cease-conduct-that-would-contribute",
		"If the conduct that would contribute to the harm is under way, the company stops it.",
		[]Citation{{"UNGP", "13(a)"}, {"UNGP", "19 commentary"}}},
	{"prevent-own-contribution", "The company prevents its own contribution.",
		[]Citation{{"UNGP", "13(a)"}, {"UNGP", "19 commentary"}}},
	{"cease-contribution", "The company stops its own contribution.",
		[]Citation{{"UNGP", "13(a)"}, {"UNGP", "19 commentary"}}},
	{"cease-near-contribution",
		"If the company's own part goes on now that it knows of the harm, the company stops it: what it knows of is foreseeable.",
		[]Citation{{"UNGP", "13(a)"}, {"OHCHR-BANKTRACK-2017", ""}}},
	{"mitigate-what-remains", "The company mitigates the harm that remains, to the greatest extent possible.",
		[]Citation{{"UNGP", "19 commentary"}}},
	{"leverage-on-what-remains", "The company uses its leverage over the others who have a part in the harm.",
		[]Citation{{"UNGP", "19 commentary"}}},
	{"increase-leverage-if-lacking", "If the company lacks leverage, it looks for ways to increase it.",
		[]Citation{{"UNGP", "19 commentary"}}},
	{"remediate-own-share",
		"The company provides for remediation or cooperates in it through legitimate processes, as befits its contribution.",
		[]Citation{{"UNGP", "22"}}},
	{"consider-ending-too",
		"The company may consider ending the relationship through which it contributes, with an assessment of what ending " +
			"would do to people.",
		[]Citation{{"UNGP", "19 commentary"}}},
	{"seek-to-prevent-through-leverage", "The company seeks to prevent the harm, though it would not contribute to it.",
		[]Citation{{"UNGP", "13(b)"}}},
	{"seek-to-prevent-again-through-leverage",
		"The company seeks to keep the harm from continuing or happening again, though it did not contribute to it.",
		[]Citation{{"UNGP", "13(b)"}}},
	{"seek-to-mitigate-through-leverage", "The company seeks to mitigate what cannot be prevented.",
		[]Citation{{"UNGP", "13(b)"}}},
	{"use-leverage", "The company uses its leverage over the entity that does the harm.",
		[]Citation{{"UNGP", "19 commentary"}}},
	{"may-take-a-role-in-remedy",
		"The company is not required to remedy harm that it neither caused nor contributed to; it may take a role in it.",
		[]Citation{{"UNGP", "22 commentary"}}},
	{"consider-ending-if-leverage-fails",
		"If the company lacks leverage and cannot increase it, or uses it without success, it considers ending the " +
			"relationship, with an assessment of what ending would do to people.",
		[]Citation{{"UNGP", "19 commentary"}}},
}

// DutyTable is the table behind [Respond] as data.
type DutyTable struct {
	ID      string         `json:"id"`
	Version string         `json:"version"` // semantic version; another force is a new major version
	Rules   []ResponseRule `json:"rules"`   // none for NotLinked
}

// ResponseRule is one line of a [DutyTable].
type ResponseRule struct {
	Class  Involvement `json:"class"`
	Status Status      `json:"status,omitzero"` // not stated stands for both
	Duty   Duty        `json:"duty"`
	Force  Force       `json:"force"`
	Reason Reason      `json:"reason"`
}

// ResponseTable returns a copy of the table behind [Respond].
func ResponseTable() DutyTable {
	t := DutyTable{ID: "hrdd-response", Version: "1.0.0"}
	for _, r := range responseRows {
		t.Rules = append(t.Rules, ResponseRule{r.class, r.status, r.duty, r.force, reasonOf(r.reason)})
	}
	return t
}
