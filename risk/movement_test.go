package risk

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
)

// linked returns a record of a link that is known, with the given measures.
func linkedRecord(version int, on string, m Mitigation) InvolvementRecord {
	return InvolvementRecord{
		Version: version, On: MustParseDate(on), By: "assessor",
		Facts: FactRecord{
			OwnAct:              Judged[Answer]{Value: No},
			LinkedToOperations:  Judged[Answer]{Value: Yes},
			ThroughRelationship: Judged[Answer]{Value: Yes},
			Foreseeability:      Judged[Foreseeability]{Value: Knew},
			Mitigation:          Judged[Mitigation]{Value: m},
			Status:              Judged[Status]{Value: Actual},
			Ongoing:             Judged[Answer]{Value: Yes},
		},
	}
}

func TestAKnownLinkThatGoesOnUnattendedIsFlaggedAfterTheHostsThreshold(t *testing.T) {
	base := InvolvementHistory{linkedRecord(1, "2021-01-01", NoMitigation)}
	change := func(set func(*InvolvementRecord)) InvolvementHistory {
		h := slices.Clone(base)
		set(&h[0])
		return h
	}
	for _, c := range []struct {
		name string
		h    InvolvementHistory
		asOf string
		days int
		want Answer
	}{
		{"before the threshold", base, "2021-04-11", 100, No},
		{"after the threshold", base, "2021-04-12", 100, Yes},
		{"no threshold", base, "2031-01-01", 0, Unknown},
		{"not yet classified", base, "2020-12-31", 100, Unknown},
		{"weak measures", change(func(r *InvolvementRecord) { r.Facts.Mitigation.Value = WeakMitigation }), "2022-01-01", 100, Yes},
		{"partial measures", change(func(r *InvolvementRecord) { r.Facts.Mitigation.Value = PartialMitigation }), "2022-01-01", 100, No},
		{"measures unknown", change(func(r *InvolvementRecord) { r.Facts.Mitigation.Value = MitigationUnknown }), "2022-01-01", 100, Unknown},
		{"harm over", change(func(r *InvolvementRecord) { r.Facts.Ongoing.Value = No }), "2022-01-01", 100, No},
		{"whether it goes on unknown", change(func(r *InvolvementRecord) { r.Facts.Ongoing.Value = Unknown }), "2022-01-01", 100, Unknown},
		{"harm has not happened", change(func(r *InvolvementRecord) {
			r.Facts.Ongoing.Value, r.Facts.Status.Value = Unknown, Potential
		}), "2022-01-01", 100, No},
		{"knowledge unknown", change(func(r *InvolvementRecord) { r.Facts.Foreseeability.Value = 0 }), "2022-01-01", 100, Unknown},
		{"did not know", change(func(r *InvolvementRecord) { r.Facts.Foreseeability.Value = ShouldHaveKnown }), "2022-01-01", 100, No},
		{"known earlier than classified", change(func(r *InvolvementRecord) { r.Facts.KnownSince = MustParseDate("2020-06-01") }),
			"2021-01-15", 100, Yes},
		{"known only later", change(func(r *InvolvementRecord) { r.Facts.KnownSince = MustParseDate("2022-06-01") }),
			"2022-01-01", 100, No},
		{"known in a year that is not over, time may be up", change(func(r *InvolvementRecord) { r.Facts.KnownSince = YearOf(2021) }),
			"2021-10-01", 100, Unknown},
		{"known in a year that is not over, time cannot be up", change(func(r *InvolvementRecord) { r.Facts.KnownSince = YearOf(2021) }),
			"2021-04-11", 100, No},
		{"known in a year that is over, time may be up", change(func(r *InvolvementRecord) { r.Facts.KnownSince = YearOf(2021) }),
			"2022-02-01", 100, Unknown},
		{"known in a year that is over, time is up", change(func(r *InvolvementRecord) { r.Facts.KnownSince = YearOf(2021) }),
			"2022-04-11", 100, Yes},
		{"contributes already", change(func(r *InvolvementRecord) { r.Class = Contributes }), "2022-01-01", 100, No},
		{"may be linked", change(func(r *InvolvementRecord) { r.Facts.OwnAct.Value = Unknown }), "2022-01-01", 100, Unknown},
	} {
		look := c.h.FreshLook(MustParseDate(c.asOf), c.days)
		if look.Needed != c.want {
			t.Errorf("%s: got %v, want %v; %v", c.name, look.Needed, c.want, look.Because)
		}
		for _, r := range look.Because {
			if s := r.String(); s == r.Code || strings.ContainsAny(s, "{}") {
				t.Errorf("%s: %q", c.name, s)
			}
		}
	}
}

func TestMeasuresThatWereTakenMeanwhileStartTheClockAnew(t *testing.T) {
	h := InvolvementHistory{
		linkedRecord(1, "2019-01-01", NoMitigation),
		linkedRecord(2, "2019-06-01", StrongMitigation),
		linkedRecord(3, "2021-01-01", WeakMitigation), // they lapsed
	}
	if look := h.FreshLook(MustParseDate("2021-03-01"), 100); look.Needed != No {
		t.Errorf("59 days after they lapsed: %v %v", look.Needed, look.Because)
	}
	if look := h.FreshLook(MustParseDate("2021-06-01"), 100); look.Needed != Yes || look.Since != h[2].On {
		t.Errorf("151 days after they lapsed: %v since %v", look.Needed, look.Since)
	}
}

func TestAHarmThatStoppedMeanwhileStartsTheClockAnew(t *testing.T) {
	h := InvolvementHistory{
		linkedRecord(1, "2019-01-01", NoMitigation),
		linkedRecord(2, "2019-06-01", NoMitigation),
		linkedRecord(3, "2020-06-01", MitigationUnknown), // says neither that it stopped nor that it was attended to
		linkedRecord(4, "2021-01-01", NoMitigation),
	}
	if look := h.FreshLook(MustParseDate("2021-03-01"), 100); look.Needed != Yes || look.Since != h[0].On {
		t.Errorf("it never stopped: %v since %v", look.Needed, look.Since)
	}
	h[1].Facts.Ongoing.Value = No
	if look := h.FreshLook(MustParseDate("2021-03-01"), 100); look.Needed != No {
		t.Errorf("59 days after it began again: %v %v", look.Needed, look.Because)
	}
	if look := h.FreshLook(MustParseDate("2021-06-01"), 100); look.Needed != Yes || look.Since != h[3].On {
		t.Errorf("151 days after it began again: %v since %v", look.Needed, look.Since)
	}
}

func TestAClassificationOutsideAHistoryIsLookedAtAfreshToo(t *testing.T) {
	dated := linkedRecord(1, "2021-01-01", NoMitigation)
	undated, since := dated, dated
	undated.On = Date{}
	since.On, since.Facts.KnownSince = Date{}, MustParseDate("2020-12")
	for _, c := range []struct {
		name string
		r    InvolvementRecord
		asOf string
		want Answer
	}{
		{"before the threshold", dated, "2021-04-11", No},
		{"after the threshold", dated, "2021-04-12", Yes},
		{"before it was decided", dated, "2020-12-31", Unknown},
		{"without a date, since when it is known is not stated", undated, "2031-01-01", Unknown},
		{"without a date, since when it is known is stated", since, "2021-06-01", Yes},
		{"nothing is stated", InvolvementRecord{}, "2031-01-01", Unknown},
	} {
		look := c.r.FreshLook(MustParseDate(c.asOf), 100)
		if look.Needed != c.want || len(look.Because) == 0 {
			t.Errorf("%s: got %v, want %v; %v", c.name, look.Needed, c.want, look.Because)
		}
		if in := (InvolvementHistory{c.r}).FreshLook(MustParseDate(c.asOf), 100); !c.r.On.IsZero() && in.Needed != look.Needed {
			t.Errorf("%s: %v in a history, %v outside one", c.name, in.Needed, look.Needed)
		}
	}
}

func TestAFreshLookReclassifiesNothing(t *testing.T) {
	h := InvolvementHistory{linkedRecord(1, "2021-01-01", NoMitigation)}
	before, _ := json.Marshal(h)
	h.FreshLook(MustParseDate("2031-01-01"), 1)
	after, _ := json.Marshal(h)
	if string(before) != string(after) || h[0].Involvement() != DirectlyLinked {
		t.Errorf("before %s\nafter  %s", before, after)
	}
}

func TestARecordAddedByAnotherIsNotLost(t *testing.T) {
	var h InvolvementHistory
	h, err := h.Append(0, linkedRecord(0, "2020-01-01", NoMitigation))
	if err != nil || h[0].Version != 1 {
		t.Fatal(h, err)
	}
	one, err := h.Append(1, linkedRecord(0, "2021-01-01", WeakMitigation))
	if err != nil || len(one) != 2 || len(h) != 1 {
		t.Fatal(one, err)
	}
	other, err := h.Append(1, linkedRecord(0, "2021-02-01", StrongMitigation))
	if err != nil || one[1].Facts.Mitigation.Value != WeakMitigation {
		t.Errorf("the two histories share a record: %v %v", other, err)
	}
	var version *VersionError
	if _, err := one.Append(1, linkedRecord(0, "2021-02-01", StrongMitigation)); !errors.As(err, &version) || version.Found != 2 {
		t.Errorf("got %v", err)
	}
	var order *HistoryError
	if _, err := one.Append(2, linkedRecord(0, "2019-01-01", StrongMitigation)); !errors.As(err, &order) || order.Rule != "order" {
		t.Errorf("got %v", err)
	}
}

func TestEverythingThatIsWrongWithAHistoryIsReportedAtOnce(t *testing.T) {
	h := InvolvementHistory{
		{Version: 1, On: MustParseDate("2021-01-01"), Class: Involvement(9)},
		{Version: 3, On: MustParseDate("2020-01-01")},
		{Version: 3, Class: Causes},
		{Version: 4, On: MustParseDate("2022"), Class: DirectlyLinked, Rationale: "the lender's agreement leaves no doubt"},
		{Version: 5, On: MustParseDate("2022-05"), Facts: FactRecord{
			OwnAct: Judged[Answer]{Value: No}, Substantial: Judged[Answer]{Value: Yes},
		}},
	}
	var got []string
	for _, p := range h.Check() {
		got = append(got, p.Rule)
		if p.Error() == "" {
			t.Error("no message")
		}
	}
	want := []string{"class", "version", "order", "date", "rationale", "order", "contradiction"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestMovesNameTheFactsThatChanged(t *testing.T) {
	h := InvolvementHistory{
		linkedRecord(1, "2020-01-01", NoMitigation),
		linkedRecord(2, "2020-06-01", WeakMitigation),
		linkedRecord(3, "2021-01-01", WeakMitigation),
	}
	h[2].Facts.OwnAct.Value, h[2].Facts.SufficientAlone.Value = Yes, No
	h[2].Facts.Substantial.Value, h[2].Facts.Facilitates.Value = Yes, DegreeMarked
	moves := h.Moves()
	if len(moves) != 1 || moves[0].From != DirectlyLinked || moves[0].To != Contributes || moves[0].Version != 3 ||
		!slices.Equal(moves[0].Changed, []Fact{FactOwnAct, FactSufficientAlone, FactFacilitates, FactSubstantial}) {
		t.Errorf("got %+v", moves)
	}
	if r, ok := h.At(MustParseDate("2020-12-31")); !ok || r.Version != 2 {
		t.Errorf("at the end of 2020: %v %v", r.Version, ok)
	}
	if r, ok := h.At(MustParseDate("2019")); ok {
		t.Errorf("before the first: %v", r.Version)
	}
}

// How long ago a month or a year was is known to some days or months only. The
// least and the greatest are those of any two days in them.
func TestHowLongAgoIsUnknownWhereTheDayDecides(t *testing.T) {
	days := func(d Date) (all []Date) {
		for x := d.firstDay(); !x.After(d.LastDay()); x = x.AddDays(1) {
			all = append(all, x)
		}
		return all
	}
	dates := []Date{MustParseDate("2020-02-29"), MustParseDate("2020-02"), MustParseDate("2020-03-01"), MustParseDate("2019-12"), YearOf(2020), MustParseDate("2021-01")}
	for _, d := range dates {
		for _, e := range dates {
			for _, limit := range []int{0, 1, 28, 29, 30, 60, 300, 365, 366, 397} {
				var seen [3]bool
				for _, x := range days(d) {
					for _, y := range days(e) {
						seen[AnswerOf(x.DaysUntil(y) > limit)] = true
					}
				}
				want := Unknown
				if seen[Yes] != seen[No] {
					want = AnswerOf(seen[Yes])
				}
				if got := d.longerThan(e, limit); got != want {
					t.Errorf("from %v to %v more than %d days: %v, want %v", d, e, limit, got, want)
				}
			}
		}
	}
}
