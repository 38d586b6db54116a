package risk

import "strconv"

// FreshLook says whether a person should look afresh at a classification. It
// never changes the classification.
type FreshLook struct {
	// Needed is Yes if a link is known, the harm goes on, nothing fit is done
	// against it, and that for longer than the host's threshold; Unknown if
	// what is not known decides it, the threshold included.
	Needed Answer `json:"needed"`
	// Since is the day from which the link has been known and unattended.
	Since   Date     `json:"since,omitzero"`
	Because []Reason `json:"because"`
}

// FreshLook says whether the classification that stands on the given day should
// be looked at afresh by a person: the company is directly linked to a harm, has
// known of it for more than afterDays days, it goes on, and the company's
// measures are none or weak. A company that knows and does not take reasonable
// steps may over time come to be seen as facilitating the harm.
//
// It never reclassifies. No source publishes a threshold: the host sets it, and
// with afterDays 0 or less none is set and the answer is at most Unknown.
//
// Source: OHCHR advice to BankTrack (2017), on movement along the continuum.
func (h InvolvementHistory) FreshLook(asOf Date, afterDays int) FreshLook {
	made := h.upTo(asOf)
	if len(made) == 0 {
		return notClassified(asOf)
	}
	return made[len(made)-1].freshLook(made.unattendedSince(asOf), asOf, afterDays)
}

// FreshLook is [InvolvementHistory.FreshLook] for a classification that is not
// part of a history. One without a date is taken to stand on the given day; since when
// the harm has been known is then told by KnownSince alone.
func (r *InvolvementRecord) FreshLook(asOf Date, afterDays int) FreshLook {
	if r.On.LastDay().After(asOf.LastDay()) {
		return notClassified(asOf)
	}
	return r.freshLook(InvolvementHistory{*r}.unattendedSince(asOf), asOf, afterDays)
}

func notClassified(asOf Date) FreshLook {
	return FreshLook{Needed: Unknown, Because: []Reason{reasonOf("not-classified", asOf.String())}}
}

// freshLook looks at the classification that stands, of a harm that has been
// known and unattended since the given day.
func (r *InvolvementRecord) freshLook(since, asOf Date, afterDays int) FreshLook {
	parts := [...]struct {
		answer Answer
		code   string
		args   []string
	}{
		{linkedNow(r), "link", []string{r.Involvement().String()}},
		{knownNow(r, asOf), "known", nil},
		{ongoingNow(r), "ongoing", nil},
		{unattendedNow(r), "unattended", []string{r.Facts.Mitigation.Value.String()}},
		{longerThan(since, asOf, afterDays), "long", []string{since.String(), strconv.Itoa(afterDays)}},
	}
	look := FreshLook{Needed: Yes}
	for _, p := range parts {
		look.Needed = allOf(look.Needed, p.answer)
		if p.code == "long" && afterDays <= 0 {
			look.Because = append(look.Because, reasonOf("long-no-threshold"))
			continue
		}
		look.Because = append(look.Because, reasonOf(p.code+"-"+p.answer.String(), p.args...))
	}
	if look.Needed == Yes {
		look.Since = since
		look.Because = append([]Reason{reasonOf("fresh-look")}, look.Because...)
	}
	return look
}

func linkedNow(r *InvolvementRecord) Answer {
	class := r.Involvement()
	if class == Undetermined && Classify(r.Facts.Facts()).Possible.Has(DirectlyLinked) {
		return Unknown
	}
	return AnswerOf(class == DirectlyLinked)
}

func knownNow(r *InvolvementRecord, asOf Date) Answer {
	switch {
	case !r.Facts.KnownSince.IsZero():
		if since := r.Facts.KnownSince; since.LastDay().After(asOf.LastDay()) && !since.firstDay().After(asOf.LastDay()) {
			return Unknown // some day of that month or year
		}
		return AnswerOf(!r.Facts.KnownSince.LastDay().After(asOf.LastDay()))
	case !r.Facts.Foreseeability.Value.Known():
		return Unknown
	}
	return AnswerOf(r.Facts.Foreseeability.Value == Knew)
}

func ongoingNow(r *InvolvementRecord) Answer {
	if r.Facts.Ongoing.Value == Unknown && r.Facts.Status.Value == Potential {
		return No // what has not happened does not go on
	}
	return r.Facts.Ongoing.Value
}

func unattendedNow(r *InvolvementRecord) Answer {
	m := r.Facts.Mitigation.Value
	if !m.Known() {
		return Unknown
	}
	return AnswerOf(m <= WeakMitigation)
}

// unattendedSince returns the day from which the harm has been known and gone
// on and nothing fit has been done, as the records tell it; the zero Date if
// they do not say. Records that leave unknown whether it is so change nothing.
func (h InvolvementHistory) unattendedSince(asOf Date) Date {
	var known, since Date
	interrupted := false
	for i := range h {
		r := &h[i]
		if d := r.Facts.KnownSince; !d.IsZero() && !d.firstDay().After(asOf.LastDay()) {
			known = d
		} else if known.IsZero() && r.Facts.Foreseeability.Value == Knew {
			known = r.On
		}
		switch allOf(unattendedNow(r), ongoingNow(r)) {
		case No:
			interrupted = true
		case Yes:
			if interrupted {
				since, interrupted = r.On, false
			}
		}
	}
	if known.IsZero() || since.Before(known) {
		return known
	}
	return since
}

func longerThan(since, asOf Date, days int) Answer {
	if days <= 0 || since.IsZero() || asOf.IsZero() {
		return Unknown
	}
	return since.longerThan(asOf.LastDay(), days)
}

var movementReasons = [...]reasonRow{
	{"fresh-look",
		"A person should look afresh at the company's involvement. A company that knows of a harm it is linked to, and does " +
			"not take reasonable steps while it goes on, may come to be seen as facilitating it. Nothing is reclassified.",
		[]Citation{{"OHCHR-BANKTRACK-2017", ""}}},
	{"not-classified", "No classification had been made by {0}.", nil},
	{"link-yes", "The company is {0} to the harm.", []Citation{{"UNGP", "13(b)"}}},
	{"link-no", "The company's involvement stands as {0}, so there is no mere link to look at.", nil},
	{"link-unknown", "The company's involvement is {0}; it may be a direct link.", nil},
	{"known-yes", "The company knows of the harm.", []Citation{{"OHCHR-BANKTRACK-2017", ""}}},
	{"known-no", "The company did not know of the harm.", nil},
	{"known-unknown", "Whether the company knew of the harm by then is not stated.", nil},
	{"ongoing-yes", "The harm goes on.", []Citation{{"OHCHR-BANKTRACK-2017", ""}}},
	{"ongoing-no", "The harm does not go on.", nil},
	{"ongoing-unknown", "Whether the harm goes on is not stated.", nil},
	{"unattended-yes", "The company's own measures against it are {0}.", []Citation{{"OHCHR-BANKTRACK-2017", ""}}},
	{"unattended-no", "The company acts against it; its own measures are {0}.", nil},
	{"unattended-unknown", "How good the company's own measures are is not stated.", nil},
	{"long-yes", "That has been so since {0}, longer than the {1} days that the host allows.", nil},
	{"long-no", "That has been so since {0}, no longer than the {1} days that the host allows.", nil},
	{"long-unknown", "Since when that has been so is not stated, or not to the day; the host allows {1} days.", nil},
	{"long-no-threshold", "The host has set no time after which an unattended link is looked at afresh.", nil},
}
