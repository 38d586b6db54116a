// Package grievance holds grievance mechanisms, the cases that people bring to
// them, the remedy that follows, and what a company learns from both (UNGP 22,
// 29 and 31).
//
//	err := c.Append(len(c.Events), today, grievance.Event{
//		ID: id, Case: c.ID, Kind: grievance.Admit, On: today,
//		Detail: grievance.Seal("what she told us"), // comes out by name and purpose only
//	})
//	if err != nil {
//		return err // what the event lacks, or what is allowed now
//	}
//	s, err := c.StateAt(today)
//	if err != nil {
//		return err
//	}
//	fmt.Println(s.Stage)
//
// # Mechanisms
//
// A [Mechanism] says who may complain where and how. [Cover] finds the workers,
// sites and groups that have access to at least one, and those that have none.
// A [MechanismAssessment] holds it against the eight criteria of UNGP 31;
// [MechanismAssessment.Profile] says for each of them where it stands and what
// its manager can do next.
//
// # Cases
//
// A [Case] is an append-only list of [Event] values that go through a published
// table, see [Transitions]. Where it stands on a date, what is overdue and what
// remedy was delivered is folded from them by [Case.StateAt]. A [Register] folds the
// events of many cases in memory that grows with the cases.
//
// # Confidentiality
//
// Whoever complains may be punished for it. A [Secret] holds a text about a
// person and shows nothing of it however it is printed, logged, encoded or
// compared; [Secret.Reveal] is the one way to read it, and tells the host's
// audit function who reads it and why.
//
// Figures leave for the public as a [Published], which only
// [Register.Publish] makes. It names no figure about fewer cases than a
// threshold, nor one that can be worked out from the others, even by someone
// who knows the rules.
//
// That nobody complained never means that nobody was harmed. The figures say so
// wherever there are no cases.
//
// # What it does not do
//
// The package decides no case, judges no remedy in the place of those who were
// harmed, and changes no rating: it suggests, with the number of cases behind a
// suggestion. It stores nothing and encrypts nothing; a host keeps [Identity]
// records apart from its cases, and itself keeps away whoever has no need of
// them.
package grievance

//go:generate go run ../internal/enumgen
