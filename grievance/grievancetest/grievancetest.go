// Package grievancetest helps those who test code that uses package grievance:
// builders with sound defaults and fixed identifiers, a search for secrets that
// have come out, differences between cases that show none, and rules that a
// host's own store of cases must keep.
//
//	c := grievancetest.Case(1, func(c *grievance.Case) { c.Country = "TH" })
//	c.Events[0].Detail = grievance.Seal(planted)
//	if _, leaked := grievancetest.Leak(fmt.Sprintf("%+v", c), planted); leaked {
//		t.Error("a secret came out")
//	}
//
// # What it does not do
//
// Everything that it makes is made up. [Leak] finds a secret that stands in what
// a program writes, plain or encoded in a common way; it cannot know who could be
// recognised by what is written in other words.
package grievancetest

import (
	"encoding/binary"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
)

// ID returns the n-th fixed identifier: the same on every run and platform, and
// in the order of n.
func ID(n int) uuid.UUID {
	var id uuid.UUID
	binary.BigEndian.PutUint64(id[:8], uint64(n))
	id[6], id[8] = 0x70|id[6]&0x0f, 0x80 // version 7, variant 10, so that it is a valid UUID
	binary.BigEndian.PutUint32(id[12:], uint32(n))
	return id
}

// Mechanism returns a sound operational-level mechanism that serves every site
// and is open to anyone, with the given changes made to it.
func Mechanism(change ...func(*grievance.Mechanism)) grievance.Mechanism {
	m := grievance.Mechanism{
		ID:                     ID(1),
		Code:                   "OGM-1",
		Name:                   "Example workers' line",
		Kind:                   grievance.OperationalLevel,
		RunBy:                  "Example Devices",
		Channels:               []grievance.Channel{grievance.InPerson, grievance.Phone, grievance.App},
		Languages:              []string{"en", "fr", "ne"},
		Users:                  []grievance.User{grievance.Anyone},
		Reach:                  grievance.Reach{Everywhere: true},
		FreeOfCharge:           risk.Yes,
		Anonymous:              risk.Yes,
		PrecludesOtherRemedies: risk.No,
		Deadlines: []grievance.Deadline{
			{Reach: grievance.Acknowledged, Within: grievance.Span{Count: 7, Unit: grievance.CalendarDays}},
			{Reach: grievance.Admitted, Within: grievance.Span{Count: 15, Unit: grievance.BusinessDays}},
			{Reach: grievance.Findings, Within: grievance.Span{Count: 3, Unit: grievance.Months}},
		},
		Illustrative: true,
	}
	for _, f := range change {
		f(&m)
	}
	return m
}

// Case returns a complaint of 1 March 2021 that was received and acknowledged,
// with the given changes made to it. n numbers it: cases of different n have
// different IDs, as have their events.
func Case(n int, change ...func(*grievance.Case)) grievance.Case {
	c := grievance.Case{
		ID:        ID(1_000_000 + n),
		Kind:      grievance.Grievance,
		Mechanism: ID(1),
		Channel:   grievance.Phone,
		Rights:    []risk.RightID{"safe-work"},
		Site:      ID(10),
		Country:   "MY",
	}
	c.Events = []grievance.Event{
		Event(&c, 0, grievance.Receive, "2021-03-01"),
		Event(&c, 1, grievance.Acknowledge, "2021-03-03"),
	}
	for _, f := range change {
		f(&c)
	}
	return c
}

// Event returns the i-th event of a case, with the given changes made to it. The
// day is written as 2006-01-02; a text that is not one gives an event without a
// date, which is refused.
func Event(c *grievance.Case, i int, kind grievance.EventKind, day string, change ...func(*grievance.Event)) grievance.Event {
	on, _ := risk.ParseDate(day)
	e := grievance.Event{ID: c.ID, Case: c.ID, Kind: kind, On: on}
	e.ID[10], e.ID[11] = byte(i>>8), byte(i)
	e.ID[9] = 1 // tells events from cases
	for _, f := range change {
		f(&e)
	}
	return e
}
