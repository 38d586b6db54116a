package lazy_test

import (
	"sync"
	"sync/atomic"
	"testing"

	"github.com/hrdd-go/hrdd/internal/lazy"
)

func TestAValueIsMadeOnceHoweverManyAsk(t *testing.T) {
	var (
		v    lazy.Value[int]
		made atomic.Int32
		wait sync.WaitGroup
	)
	for range 32 {
		wait.Go(func() {
			if got := v.Get(func() int { made.Add(1); return 7 }); got != 7 {
				t.Errorf("got %d", got)
			}
		})
	}
	wait.Wait()
	if n := made.Load(); n != 1 {
		t.Errorf("made %d times", n)
	}
}
