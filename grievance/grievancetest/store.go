package grievancetest

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/risk"
)

// Store is what a host's store of cases does, as far as [CheckStore] tries it. A
// host wraps its own store in these three methods.
type Store interface {
	// Create stores a new case with its events and their details.
	Create(ctx context.Context, c *grievance.Case) error
	// Load returns a case, or an error if there is none.
	Load(ctx context.Context, id uuid.UUID) (*grievance.Case, error)
	// Append adds events as [grievance.Case.Append] does, with its errors, and
	// is atomic: of two writers of one version one gets a
	// *[grievance.VersionError].
	Append(ctx context.Context, id uuid.UUID, version int, events ...grievance.Event) error
}

// secret is planted in what CheckStore stores.
const secret = "Vwqzkxj-Jhgtrpm-Zxkwqvb"

// RuleError says which rule a host's store of cases breaks, and how.
type RuleError struct {
	Rule string // stable, in lower-kebab-case
	Asks string // what the rule asks
	Err  error  // what was found
}

// Error names the rule, what it asks and what was found.
func (e *RuleError) Error() string { return fmt.Sprintf("%s: %s: %v", e.Rule, e.Asks, e.Err) }

// Unwrap returns what was found, an error of the store for instance.
func (e *RuleError) Unwrap() error { return e.Err }

// CheckStore runs the stores that open returns, each empty, through the rules that
// a store of cases must keep. It returns a *[RuleError] for each that is broken,
// joined. It is for the tests of hosts.
func CheckStore(ctx context.Context, open func() Store) error {
	var broken []error
	for _, r := range storeRules {
		if err := r.check(ctx, open()); err != nil {
			broken = append(broken, &RuleError{Rule: r.rule, Asks: r.asks, Err: err})
		}
	}
	return errors.Join(broken...)
}

// storeRule is one rule that a store must keep.
type storeRule struct {
	rule, asks string
	check      func(context.Context, Store) error
}

var storeRules = [...]storeRule{
	{"comes-back", "a case comes back as it was stored, with the details of its events", func(ctx context.Context, s Store) error {
		return same(ctx, s, stored(ctx, s))
	}},
	{"unknown-is-an-error", "a case that is not there is an error", func(ctx context.Context, s Store) error {
		if _, err := s.Load(ctx, ID(404)); err == nil {
			return errors.New("it was loaded")
		}
		return nil
	}},
	{"created-once", "a case is created once", func(ctx context.Context, s Store) error {
		c := stored(ctx, s)
		if err := s.Create(ctx, c); err == nil {
			return errors.New("it was created twice")
		}
		return same(ctx, s, c)
	}},
	{"in-order", "events are added in their order", func(ctx context.Context, s Store) error {
		c := stored(ctx, s)
		return appendBoth(ctx, s, c, Event(c, 2, grievance.Screen, "2021-03-05"), Event(c, 3, grievance.Admit, "2021-03-05"))
	}},
	{"twice-is-once", "an event that is there already changes nothing", func(ctx context.Context, s Store) error {
		c := stored(ctx, s)
		e := Event(c, 2, grievance.Screen, "2021-03-05")
		if err := appendBoth(ctx, s, c, e); err != nil {
			return err
		}
		if err := s.Append(ctx, c.ID, 2, e); err != nil {
			return fmt.Errorf("a writer who asks again gets %w", err)
		}
		return same(ctx, s, c)
	}},
	{"lost-update", "a writer who has not seen the last event gets a *grievance.VersionError", func(ctx context.Context, s Store) error {
		c := stored(ctx, s)
		err := s.Append(ctx, c.ID, 1, Event(c, 2, grievance.Screen, "2021-03-05"))
		var stale *grievance.VersionError
		if !errors.As(err, &stale) {
			return fmt.Errorf("got %w", orNil(err))
		}
		return same(ctx, s, c)
	}},
	{"two-writers", "of two writers at once one wins and one hears of it", twoWriters},
	{"all-or-none", "if one event is refused none is added", func(ctx context.Context, s Store) error {
		c := stored(ctx, s)
		err := s.Append(ctx, c.ID, 2, Event(c, 2, grievance.Screen, "2021-03-05"), Event(c, 3, grievance.Close, "2021-03-06"))
		var refused *grievance.TransitionError
		if !errors.As(err, &refused) {
			return fmt.Errorf("got %w", orNil(err))
		}
		return same(ctx, s, c)
	}},
	{"unknown-case", "an event of an unknown case is refused", func(ctx context.Context, s Store) error {
		c := Case(404)
		if err := s.Append(ctx, c.ID, 0, c.Events[0]); err == nil {
			return errors.New("it was added")
		}
		return nil
	}},
	{"copies", "what was loaded can be changed without changing the store", func(ctx context.Context, s Store) error {
		c := stored(ctx, s)
		got, err := s.Load(ctx, c.ID)
		if err != nil {
			return err
		}
		got.Country = "FR"
		if len(got.Events) > 0 {
			got.Events[0].Kind = grievance.Note
		}
		return same(ctx, s, c)
	}},
	{"no-secret-in-errors", "an error shows no detail of an event", func(ctx context.Context, s Store) error {
		c := stored(ctx, s)
		bad := Event(c, 2, grievance.Close, "2021-03-05", func(e *grievance.Event) { e.Detail = grievance.Seal(secret) })
		for _, err := range []error{s.Append(ctx, c.ID, 2, bad), s.Append(ctx, c.ID, 1, bad), s.Append(ctx, ID(404), 0, bad), s.Create(ctx, c)} {
			if _, leaked := Leak(fmt.Sprintf("%v %+v %#v", err, err, err), secret); leaked {
				return errors.New("one does")
			}
		}
		return nil
	}},
}

// stored creates a case with a secret in it. A store that cannot is found out by
// the comparison that follows.
func stored(ctx context.Context, s Store) *grievance.Case {
	c := Case(1, func(c *grievance.Case) {
		c.Groups = []risk.GroupID{"women"}
		c.Identities = []uuid.UUID{ID(70)}
		c.Events[0].Detail = grievance.Seal(secret)
	})
	given := c
	given.Events = append([]grievance.Event(nil), c.Events...)
	if err := s.Create(ctx, &given); err != nil {
		c.Code = "could not be created" // differs from whatever is loaded
	}
	return &c
}

// same compares a case with what the store has.
func same(ctx context.Context, s Store, want *grievance.Case) error {
	got, err := s.Load(ctx, want.ID)
	if err != nil {
		return err
	}
	if d := Diff(*got, *want); d != "" {
		return errors.New(d)
	}
	return nil
}

// appendBoth adds events to the stored case and to the one at hand and compares
// them.
func appendBoth(ctx context.Context, s Store, c *grievance.Case, events ...grievance.Event) error {
	version := len(c.Events)
	if err := c.Append(version, risk.Date{}, events...); err != nil {
		return err
	}
	if err := s.Append(ctx, c.ID, version, events...); err != nil {
		return err
	}
	return same(ctx, s, c)
}

func twoWriters(ctx context.Context, s Store) error {
	c := stored(ctx, s)
	events := []grievance.Event{Event(c, 2, grievance.Screen, "2021-03-05"), Event(c, 3, grievance.Admit, "2021-03-05")}
	errs := make([]error, len(events))
	var wait sync.WaitGroup
	for i := range events {
		wait.Go(func() { errs[i] = s.Append(ctx, c.ID, 2, events[i]) })
	}
	wait.Wait()
	for i, err := range errs {
		var stale *grievance.VersionError
		if err == nil && errors.As(errs[1-i], &stale) {
			if err := c.Append(2, risk.Date{}, events[i]); err != nil {
				return err
			}
			return same(ctx, s, c)
		}
	}
	return fmt.Errorf("they got %v and %v", errs[0], errs[1])
}

// errNone stands for an error that was expected and did not come.
var errNone = errors.New("no error")

func orNil(err error) error {
	if err == nil {
		return errNone
	}
	return err
}

// Memory is a [Store] that keeps cases in memory, for tests. The zero value is
// empty; any number of goroutines may use it.
type Memory struct {
	mu    sync.Mutex
	cases map[uuid.UUID]grievance.Case
}

// Create stores a new case.
func (m *Memory) Create(_ context.Context, c *grievance.Case) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.cases[c.ID]; ok {
		return fmt.Errorf("case %s is there already", c.ID)
	}
	if m.cases == nil {
		m.cases = make(map[uuid.UUID]grievance.Case)
	}
	m.cases[c.ID] = clone(c)
	return nil
}

// Load returns a copy of a case.
func (m *Memory) Load(_ context.Context, id uuid.UUID) (*grievance.Case, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	c, ok := m.cases[id]
	if !ok {
		return nil, fmt.Errorf("there is no case %s", id)
	}
	c = clone(&c)
	return &c, nil
}

// Append adds events to a case.
func (m *Memory) Append(_ context.Context, id uuid.UUID, version int, events ...grievance.Event) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	c, ok := m.cases[id]
	if !ok {
		return fmt.Errorf("there is no case %s", id)
	}
	c = clone(&c)
	if err := c.Append(version, risk.Date{}, events...); err != nil {
		return err
	}
	m.cases[id] = c
	return nil
}

// clone copies a case and its list of events.
func clone(c *grievance.Case) grievance.Case {
	copied := *c
	copied.Events = append([]grievance.Event(nil), c.Events...)
	return copied
}
