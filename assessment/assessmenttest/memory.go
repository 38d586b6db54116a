package assessmenttest

import (
	"bytes"
	"context"
	"fmt"
	"sync"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
)

// Memory is a [Store] that keeps assessments in memory, for tests. The zero
// value is empty; any number of goroutines may use it.
type Memory struct {
	mu   sync.Mutex
	docs map[uuid.UUID]*assessment.Assessment
}

// Save stores a copy of an assessment.
func (m *Memory) Save(_ context.Context, a *assessment.Assessment) error {
	if err := assessment.Validate(a); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.docs == nil {
		m.docs = make(map[uuid.UUID]*assessment.Assessment)
	}
	m.docs[a.ID] = clone(a)
	return nil
}

// Load returns a copy of an assessment.
func (m *Memory) Load(_ context.Context, id uuid.UUID) (*assessment.Assessment, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	a, ok := m.docs[id]
	if !ok {
		return nil, fmt.Errorf("there is no assessment %s", id)
	}
	return clone(a), nil
}

// Append adds events to a recommendation.
func (m *Memory) Append(_ context.Context, id, recommendation uuid.UUID, version int, events ...assessment.Event) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	a, ok := m.docs[id]
	if !ok {
		return fmt.Errorf("there is no assessment %s", id)
	}
	for i := range a.Recommendations {
		if r := &a.Recommendations[i]; r.ID == recommendation {
			return r.Append(version, Today(), events...)
		}
	}
	return fmt.Errorf("assessment %s has no recommendation %s", id, recommendation)
}

// clone copies an assessment with everything in it, by writing and reading it.
func clone(a *assessment.Assessment) *assessment.Assessment {
	var b bytes.Buffer
	if err := assessment.Encode(&b, a); err != nil {
		panic(fmt.Sprintf("assessmenttest: an assessment that is not valid: %v", err))
	}
	copied, err := assessment.Decode(&b, assessment.DecodeOptions{})
	if err != nil {
		panic(fmt.Sprintf("assessmenttest: an assessment that does not come back: %v", err))
	}
	return copied
}
