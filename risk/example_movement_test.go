package risk_test

import (
	"errors"
	"fmt"

	"github.com/hrdd-go/hrdd/risk"
)

func linked(on string, mitigation risk.Mitigation) risk.InvolvementRecord {
	j := risk.Judgement{By: "outside assessor", On: risk.MustParseDate(on)}
	return risk.InvolvementRecord{
		On: j.On, By: j.By, Table: risk.InvolvementTableRef(), Confidence: risk.MediumConfidence,
		Facts: risk.FactRecord{
			OwnAct:              risk.Judge(risk.No, j),
			LinkedToOperations:  risk.Judge(risk.Yes, j),
			ThroughRelationship: risk.Judge(risk.Yes, j),
			Foreseeability:      risk.Judge(risk.Knew, j),
			Mitigation:          risk.Judge(mitigation, j),
			Status:              risk.Judge(risk.Actual, j),
			Ongoing:             risk.Judge(risk.Yes, j),
		},
	}
}

func ExampleInvolvementHistory_FreshLook() {
	var history risk.InvolvementHistory
	history, _ = history.Append(0, linked("2020-01-15", risk.WeakMitigation))
	look := history.FreshLook(risk.MustParseDate("2021-06-30"), 365)
	fmt.Println(look.Needed, look.Since)
	for _, r := range look.Because {
		fmt.Println("-", r)
	}
	now, _ := history.At(risk.MustParseDate("2021-06-30"))
	fmt.Println("still", now.Involvement())
	// Output:
	// yes 2020-01-15
	// - A person should look afresh at the company's involvement. A company that knows of a harm it is linked to, and does not take reasonable steps while it goes on, may come to be seen as facilitating it. Nothing is reclassified.
	// - The company is directly linked to the harm.
	// - The company knows of the harm.
	// - The harm goes on.
	// - The company's own measures against it are weak.
	// - That has been so since 2020-01-15, longer than the 365 days that the host allows.
	// still directly-linked
}

func ExampleInvolvementRecord_FreshLook() {
	record := linked("2020-01-15", risk.NoMitigation)
	record.On = risk.Date{} // an entry that nobody has dated
	look := record.FreshLook(risk.MustParseDate("2021-06-30"), 365)
	fmt.Println(look.Needed, "-", look.Because[len(look.Because)-1])

	record.Facts.KnownSince = risk.MustParseDate("2019-11")
	look = record.FreshLook(risk.MustParseDate("2021-06-30"), 365)
	fmt.Println(look.Needed, look.Since)
	// Output:
	// unknown - Since when that has been so is not stated, or not to the day; the host allows 365 days.
	// yes 2019-11
}

func ExampleFreshLook() {
	var history risk.InvolvementHistory
	history, _ = history.Append(0, linked("2020-01-15", risk.WeakMitigation))
	look := history.FreshLook(risk.MustParseDate("2021-06-30"), 0)
	fmt.Println(look.Needed, "-", look.Because[len(look.Because)-1])
	// Output: unknown - The host has set no time after which an unattended link is looked at afresh.
}

func ExampleInvolvementHistory_Append() {
	var history risk.InvolvementHistory
	history, err := history.Append(0, linked("2020-01-15", risk.NoMitigation))
	fmt.Println(history[0].Version, err)

	// Someone else has read the empty history and writes now.
	_, err = history.Append(0, linked("2020-02-01", risk.StrongMitigation))
	var conflict *risk.VersionError
	fmt.Println(errors.As(err, &conflict), err)
	// Output:
	// 1 <nil>
	// true the history is at version 1, not at 0; read it again and decide anew
}

func ExampleInvolvementHistory_At() {
	var history risk.InvolvementHistory
	history, _ = history.Append(0, linked("2020", risk.NoMitigation)) // no more is known than the year
	_, before := history.At(risk.MustParseDate("2020-06-30"))
	_, after := history.At(risk.MustParseDate("2020-12-31"))
	fmt.Println(before, after)
	// Output: false true
}

func ExampleInvolvementHistory_Check() {
	history := risk.InvolvementHistory{{Version: 1, On: risk.YearOf(2021), Class: risk.NotLinked, Facts: linked("2021", risk.NoMitigation).Facts}}
	for _, problem := range history.Check() {
		fmt.Println(problem)
	}
	// Output: record 0: rationale: not-linked was decided, the facts give directly-linked; say why, or correct the facts
}

func ExampleHistoryError() {
	var history risk.InvolvementHistory
	_, err := history.Append(0, risk.InvolvementRecord{})
	var problem *risk.HistoryError
	fmt.Println(errors.As(err, &problem), problem.Rule)
	// Output: true date
}

func ExampleInvolvementHistory_Moves() {
	first, second := linked("2020-01-15", risk.NoMitigation), linked("2021-01-15", risk.NoMitigation)
	j := second.Facts.OwnAct.Judgement
	second.Facts.OwnAct = risk.Judge(risk.Yes, j)
	second.Facts.SufficientAlone = risk.Judge(risk.No, j)
	second.Facts.Facilitates = risk.Judge(risk.DegreeMarked, j)
	second.Facts.Substantial = risk.Judge(risk.Yes, j)
	for _, m := range (risk.InvolvementHistory{first, second}).Moves() {
		fmt.Println(m.From, "->", m.To, "on", m.On, m.Changed)
	}
	// Output: directly-linked -> contributes on 2021-01-15 [own-act sufficient-alone facilitates substantial]
}

func ExampleInvolvementRecord_Involvement() {
	r := linked("2021-01-15", risk.NoMitigation)
	fmt.Println(r.Involvement())
	r.Class, r.Rationale = risk.Contributes, "years of silence made it a signal that nobody minds"
	fmt.Println(r.Involvement())
	// Output:
	// directly-linked
	// contributes
}

func ExampleInvolvementTableRef() {
	fmt.Println(risk.InvolvementTableRef())
	// Output: hrdd-involvement@1.0.0
}

func ExampleConfidence() {
	fmt.Println(risk.HighConfidence, risk.ConfidenceNotStated)
	// Output: high not-stated
}

func ExampleInvolvementRecord() {
	r := linked("2021-01-15", risk.PartialMitigation)
	fmt.Println(r.On, r.By, r.Confidence, r.Table)
	// Output: 2021-01-15 outside assessor medium hrdd-involvement@1.0.0
}

func ExampleInvolvementHistory() {
	var history risk.InvolvementHistory
	for i, on := range []string{"2019-05-01", "2020-05-01", "2021-05-01"} {
		history, _ = history.Append(i, linked(on, risk.PartialMitigation))
	}
	r, _ := history.At(risk.MustParseDate("2020-12-31"))
	fmt.Println("version", r.Version, "stood at the end of 2020")
	// Output: version 2 stood at the end of 2020
}

func ExampleVersionError() {
	var history risk.InvolvementHistory
	_, err := history.Append(3, linked("2021", risk.NoMitigation))
	var conflict *risk.VersionError
	fmt.Println(errors.As(err, &conflict), conflict.Expected, conflict.Found)
	// Output: true 3 0
}

func ExampleMove() {
	first, second := linked("2020", risk.NoMitigation), linked("2021", risk.NoMitigation)
	second.Facts.LinkedToOperations = risk.Judge(risk.No, second.Facts.OwnAct.Judgement) // another line, as it turned out
	m := (risk.InvolvementHistory{first, second}).Moves()[0]
	fmt.Println(m.From, "->", m.To, m.Changed)
	// Output: directly-linked -> not-linked [linked-to-operations]
}
