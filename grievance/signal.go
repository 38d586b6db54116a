package grievance

import (
	"cmp"
	"slices"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/textenum"
	"github.com/hrdd-go/hrdd/risk"
)

// Signals says what counts as more cases than expected, and as silence where
// some should be expected. The zero value has the defaults.
type Signals struct {
	Window int // days up to the day of the register that are looked at; 0 for 90
	Past   int // days before these that they are compared with; 0 for 365
	// Since is the first day of which the register has the cases. Days before it
	// are no past: a mechanism that has just opened did not have none. The zero
	// Date says that the register has the cases of all of the past.
	Since risk.Date
	Alpha float64 // chance of a false alarm among all tests of one kind; 0 for 0.05
	// Workers at sites, for the comparison of each with the others. Sites whose
	// number of workers is not known take no part in it. Of a site that is given
	// twice the first counts.
	Places []Place
}

// SignalKind says what a signal is about.
type SignalKind uint8

const (
	SignalNotStated     SignalKind = iota
	MoreThanPast                   // more cases than the own past would have
	SilenceAgainstPast             // none, where the own past would have some
	SilenceAgainstPeers            // none, where other sites of the size would have some
)

var signalText = textenum.Table[SignalKind]{
	Kind: "kind of signal", Names: []string{"", "more-than-past", "silence-against-past", "silence-against-peers"},
}

// Signal is a number of cases that chance alone explains badly. It says where to
// look, and never what there is: silence can be fear, and many complaints can be
// trust.
//
// The test is exact and conditional on all cases seen in window and past: if
// cases come at the same rate, those in the window are binomial with the share of
// the window in the time; compared with peers, with the share of the site in the
// workers. P-values are one-sided and adjusted for the number of tests of their
// kind and dimension by Holm's method.
type Signal struct {
	Kind      SignalKind   `json:"kind,omitzero"`
	Dimension Dimension    `json:"dimension,omitzero"` // BySite or ByRight
	Site      uuid.UUID    `json:"site,omitzero"`      // of a signal by site
	Right     risk.RightID `json:"right,omitzero"`     // of a signal by right
	Cases     int          `json:"cases"`              // in the window
	Past      int          `json:"past"`               // in the past, or at the peers
	Expected  float64      `json:"expected"`           // cases in the window if nothing had changed
	P         float64      `json:"p"`                  // chance of so many or more, or of none, if nothing had changed
	Adjusted  float64      `json:"adjusted"`           // the same for all tests together
	Alpha     float64      `json:"alpha"`              // the chance below which it is a signal
}

// windows counts cases in the window and the past, by site and right.
type windows struct {
	r              *Register
	q              Signals
	from, past, to int // days: [past, from) and [from, to]
	sites, rights  []inWindows
}

type inWindows struct{ now, past int }

func newWindows(r *Register, q Signals) windows {
	q.Window, q.Past = cmp.Or(q.Window, 90), cmp.Or(q.Past, 365)
	if q.Alpha <= 0 || q.Alpha >= 1 {
		q.Alpha = 0.05
	}
	to := dayNumber(r.asOf)
	from := to - q.Window + 1
	if !q.Since.IsZero() {
		since := dayNumber(risk.DateOf(q.Since.Start()))
		from = min(max(from, since), to+1)
		q.Window, q.Past = to-from+1, min(q.Past, max(from-since, 0))
	}
	return windows{
		r: r, q: q, to: to, from: from, past: from - q.Past,
		sites: make([]inWindows, r.sites.Len()+1), rights: make([]inWindows, len(r.rights.texts)+1),
	}
}

func (w *windows) add(site uint32, rights []uint16, day int) {
	if day < w.past || day > w.to {
		return
	}
	now := day >= w.from
	w.sites[site].add(now)
	for i, right := range rights {
		if !slices.Contains(rights[:i], right) {
			w.rights[right].add(now)
		}
	}
}

func (n *inWindows) add(now bool) {
	if now {
		n.now++
	} else {
		n.past++
	}
}

// signals tests every site and right and returns those that chance explains
// badly, the least likely first.
func (w *windows) signals() []Signal {
	if w.r.asOf.IsZero() || w.q.Window <= 0 || w.q.Past < 0 {
		return nil
	}
	var found []Signal
	if w.q.Past > 0 {
		found = w.againstPast()
	}
	found = append(found, silent(significant(w.againstPeers()))...)
	slices.SortFunc(found, compareSignals)
	return found
}

// againstPast tests each site and each right against its own past.
func (w *windows) againstPast() []Signal {
	var found []Signal
	for dimension, counts := range map[Dimension][]inWindows{BySite: w.sites, ByRight: w.rights} {
		var more, fewer []Signal
		for i, n := range counts {
			if i == 0 || n.now+n.past == 0 { // not stated, or never any
				continue
			}
			s := Signal{Dimension: dimension, Cases: n.now, Past: n.past, Alpha: w.q.Alpha,
				Expected: float64(n.past*w.q.Window) / float64(w.q.Past)}
			if dimension == BySite {
				s.Site = w.r.sites.ID(uint32(i - 1))
			} else {
				s.Right = risk.RightID(w.r.rights.text(uint16(i)))
			}
			upper, lower := binomialTails(n.now, n.now+n.past, float64(w.q.Window), float64(w.q.Past))
			s.Kind, s.P = MoreThanPast, upper
			more = append(more, s)
			s.Kind, s.P = SilenceAgainstPast, lower
			fewer = append(fewer, s)
		}
		found = append(found, significant(more)...)
		found = append(found, silent(significant(fewer))...)
	}
	return found
}

func compareSignals(a, b Signal) int {
	return cmp.Or(cmp.Compare(a.Adjusted, b.Adjusted), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Dimension, b.Dimension),
		slices.Compare(a.Site[:], b.Site[:]), cmp.Compare(a.Right, b.Right))
}

// silent returns the signals of no case at all. They are taken from the tests of
// all sites or rights, as to test only those that are silent would be to look
// first and count the tests afterwards.
func silent(signals []Signal) []Signal {
	return slices.DeleteFunc(signals, func(s Signal) bool { return s.Cases > 0 })
}

// againstPeers tests each site of known size against all others of known size,
// over window and past together.
func (w *windows) againstPeers() []Signal {
	workers, cases := 0, 0
	type peer struct {
		place Place
		n     int
		cases int
	}
	var peers []peer
	seen := make(map[uuid.UUID]bool, len(w.q.Places))
	for _, p := range w.q.Places {
		n, known := p.Workers.Known()
		if !known || n == 0 || p.Site == uuid.Nil || seen[p.Site] {
			continue
		}
		seen[p.Site] = true
		here := peer{place: p, n: n}
		if i := w.r.sites.Find(p.Site); int(i) < w.r.sites.Len() {
			here.cases = w.sites[i+1].now + w.sites[i+1].past
		}
		workers, cases = workers+n, cases+here.cases
		peers = append(peers, here)
	}
	var tests []Signal
	for _, p := range peers {
		if workers == p.n { // it has no peers
			continue
		}
		_, lower := binomialTails(p.cases, cases, float64(p.n), float64(workers-p.n))
		tests = append(tests, Signal{
			Kind: SilenceAgainstPeers, Dimension: BySite, Site: p.place.Site, Cases: p.cases, Past: cases - p.cases,
			Alpha: w.q.Alpha, Expected: float64(cases-p.cases) * (float64(p.n) / float64(workers-p.n)), P: lower,
		})
	}
	return tests
}

// significant returns the tests of one family that chance explains badly.
func significant(tests []Signal) []Signal {
	ps := make([]float64, len(tests))
	for i := range tests {
		ps[i] = tests[i].P
	}
	var found []Signal
	for i, p := range holm(ps) {
		if tests[i].Adjusted = p; p <= tests[i].Alpha {
			found = append(found, tests[i])
		}
	}
	return found
}
