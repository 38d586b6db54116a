// Package risk scores harm to people as the UN Guiding Principles on Business
// and Human Rights (UNGPs) ask, and says how a company is involved in it.
//
//	harms := []Harm{
//		{"payslips that come late", risk.MustParseRating("HRS:1/SCA:1/SCO:3/IRR:1/LIK:5/DEL:N")},
//		{"a fire behind locked doors", risk.MustParseRating("HRS:1/SCA:5/SCO:2/IRR:5/LIK:1/DEL:N")},
//	}
//	ranked, err := risk.Rank(risk.UNGP(), slices.Values(harms), Harm.Rating)
//	if err != nil {
//		return err // which rating is not valid, and why
//	}
//	for _, r := range ranked {
//		fmt.Println(r.Place, r.Item.Name) // the fire first, however unlikely
//	}
//
// # Ratings
//
// A [Rating] judges a harm in the three factors of severity that UNGP 14 names,
// scale, scope and irremediability, each on a [Level] from 1 to 5; in its
// [Likelihood] while it may happen; and in whether delay would make it
// irremediable (UNGP 24). What nobody has judged is not rated: it is unknown,
// and unknown is never low. Harm that has happened has no likelihood. A [Range]
// is a rating that leaves dimensions open, for instance because assessors
// differ; see [Span] for the range that their ratings cover, [ConsensusOf] for
// the rating that they come to, and [Agree] for how far they agree.
//
// Ratings come from counts of people through [ScopeLevel] and from published
// scales through [LevelScale], never silently: a scale has a name. Who files a
// rating states its [Basis] beside it; identification ranks on the inherent one,
// and [ResidualRating] says what measures that work leave of it.
//
// # Methods
//
// Ratings have finitely many values, the [Cell] type numbers them, so a [Method]
// is a table: scoring is a look-up, ranking a counting sort, and the rules that
// a method must obey are checked over every cell when [NewMethod] makes it. A
// method that breaks a [MethodRule] is refused with two ratings that show it,
// unless it names the rule as waived; the waiver then shows in each score and
// explanation. [UNGP] is the method to use if there is no reason for another;
// [Methods] yields the others.
//
// [Rank] and [RankRanges] rank a million risks in well under a second. For
// ranges, the best and the worst place of each risk, the risks that are among
// the gravest whatever the truth, and the question whose answer would help
// most are exact: nothing is simulated. [Method.Explain] gives the reasons of a
// score as data.
//
// Methods never add what is good to what is bad, and know nothing of the company:
// they rank risk to people, and who must act on it, and how, is for the types of
// involvement below. An order says where to begin; it is no leave to pass over
// what comes later (UNGP 24).
//
// # Many risks and many assessors
//
// A [Profile] counts risks by cell. It takes hundreds of millions a second, and
// profiles made on any number of machines merge to the same bytes in any order;
// [Profile.Under] puts one into the order of a method for places, percentiles,
// bands and heat maps, without the ratings.
//
// [Agree] measures how far assessors agree, by dimension and in what follows for
// the order, and lists the risks on which they differ most. [CompareRankings]
// and [KendallTau] say how far two orders agree.
//
// # Vector notation
//
// A rating or a range has a compact text form that serves as a map key, a column
// value or part of a URL:
//
//	HRS:1/SCA:4/SCO:3/IRR:5/LIK:2/DEL:Y
//	HRS:1/SCA:2-4/SCO:3/IRR:X/LIK:A/DEL:N-Y
//
// HRS is for human rights severity and 1 is the version of the notation, which
// says how to read the rest; another version is another notation. The elements
// are scale, scope, irremediability, likelihood and delay. X stands for not
// rated, A for harm that has happened (actual), and two values with a dash
// for a range. The grammar, in the EBNF of the Go specification:
//
//	Vector          = "HRS:" Version Scale Scope Irremediability Likelihood Delay .
//	Version         = "1" .
//	Scale           = "/SCA:" Levels .
//	Scope           = "/SCO:" Levels .
//	Irremediability = "/IRR:" Levels .
//	Likelihood      = "/LIK:" ( Levels | "A" ) .
//	Delay           = "/DEL:" ( "X" | "N" | "Y" | "N-Y" ) .
//	Levels          = "X" | Level [ "-" Level ] .
//	Level           = "1" … "5" .
//
// To which three things must be added. The second level of a range is greater
// than the first: equal ends are written as one value. On reading, the elements
// after the version may come in any order; on writing they come in this one, so
// that every rating has one canonical text. And each element is there exactly
// once: nothing has a default, a gap is written as X, and anything else, be it
// an unknown element, a lower-case letter, a space or a further element such as
// a date, is an error that says where and what was expected. What belongs to a
// judgement beside the rating, who made it, when and by which method, is not
// part of the vector; see [Judgement] and [Score].
//
// # Rights and rightsholders
//
// The catalogue, [Rights], holds the internationally recognised rights with their
// instruments and articles, and the groups whose rights need particular
// attention with the instruments that protect them. A host adds its own to a
// catalogue of its own; there is no global state. [Catalogue.Minimum] leaves out
// what goes beyond UNGP 12, such as the right to a clean environment.
//
// # Involvement and response
//
// [Involvement] says how a company is involved in a harm: it causes it,
// contributes to it, or is directly linked to it through a business relationship
// (UNGP 13 and 19). It decides what the company has to do, and never changes how
// severe the harm is. It is not the tier of a supplier.
//
// # What it does not do
//
// The package rates nothing: people do, with those affected. It nets no good
// against a harm, scores no cost or reputation of the company, and takes no
// decision on involvement or on a relationship out of a person's hands. It holds
// no suppliers, cases or documents; packages supplier, grievance and assessment
// do.
package risk

//go:generate go run ../internal/enumgen
