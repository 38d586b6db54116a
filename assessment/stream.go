package assessment

import (
	"context"
	"io"
	"iter"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/jsonbind"
	"github.com/hrdd-go/hrdd/internal/jsonpos"
)

// StreamOptions change how a [Stream] reads. The zero value is right for a
// server.
type StreamOptions struct {
	// Limits hold for each entry; Limits.Bytes is the greatest length of one
	// entry, by default 8 MiB, and of all that the format does not have and that
	// stands beside the lists, or in a recommendation beside its events.
	Limits       Limits
	KeepUnknown  bool        // see [DecodeOptions]
	AlwaysSchema bool        // see [DecodeOptions]; each entry is held to the schema by itself
	Transitions  Transitions // see [DecodeOptions]
	// Identities is how many ids, and references to ids that come later, are
	// remembered at a time; by default 500,000, for which 32 MiB are enough.
	Identities int
	// Reopen opens the same document again. A document with more identities
	// than are remembered is read as often as it takes to check them all. If it
	// is nil, those that are too many are not checked, and [Stream.Unchecked]
	// counts them.
	Reopen func() (io.ReadCloser, error)
	// Progress, if set, is called now and then with the bytes read so far, from
	// the goroutine that iterates.
	Progress func(bytes int)
}

// Entry is one entry of a list of a document.
type Entry struct {
	List  string // its name in the document: "risks", "suppliers", "events"
	Index int    // its place in the list; of an event, in its recommendation
	// Value points to the entry: a *[Risk], a *supplier.Supplier, a
	// *[Recommendation] without its events, an *[Event]. It is the caller's own.
	Value any
	// Of is the id of the recommendation that an event belongs to.
	Of uuid.UUID
	// Extensions are those of the entry, their places starting at it:
	// "/x-owner".
	Extensions Extensions
}

// Stream reads a document of any length entry by entry, in memory that does
// not grow with it. Each entry is held to the same rules as [Decode] holds it.
//
// The order of a document matters to a Stream in two ways, which the canonical
// order of [Encode] has: version is the first member of the document, and of a
// recommendation events come last. Nothing else about order is asked.
//
// A Stream serves one goroutine and one iteration.
type Stream struct {
	opts    StreamOptions
	w       window
	plan    *jsonbind.Plan
	d       *jsonbind.Decoder
	ids     identities
	head    Assessment
	found   streamProblems
	err     error // of the reader, the context or the library
	started bool
	ctx     context.Context
	yield   func(Entry) bool
	at      entryPlace // the entry that is being read
	log     eventLog   // of the recommendation that is being read
	keyAt   int        // in the window, of the name that was read last
	entries int
	told    int // bytes at the last call of Progress
}

// NewStream returns a Stream that reads a document from r.
func NewStream(r io.Reader, opts StreamOptions) *Stream {
	entry := defaultEntry
	if b := opts.Limits.Bytes; b > 0 {
		entry = int(min(b, maxBytes))
	}
	opts.Limits = opts.Limits.orDefaults()
	if opts.Identities <= 0 {
		opts.Identities = defaultIdentities
	}
	s := &Stream{opts: opts}
	s.w = window{r: r, limit: entry, scanner: jsonpos.NewScanner(nil, opts.Limits.scan())}
	s.d = &jsonbind.Decoder{Scanner: s.w.scanner, KeepUnknown: opts.KeepUnknown}
	return s
}

// Entries yields the entries of all lists, in the order of the document, each
// valid by itself. Entries that are not are left out, and are in [Stream.Err]
// at the end. An event follows its recommendation; after one that is left out
// the others of its recommendation are as well. The iteration ends early if
// ctx does.
//
// What is wrong between entries, a reference that leads nowhere or an id that
// is used twice, is known at the end only: a caller who must not act on a
// broken document reads it twice.
func (s *Stream) Entries(ctx context.Context) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		if s.started {
			return
		}
		s.started, s.ctx, s.yield = true, ctx, yield
		s.run(0, 1)
	}
}

// Err returns what was wrong, once the iteration is over: a *[DocumentError],
// or the error of the reader or of the context; nil if nothing was. After an
// iteration that the caller has ended early it speaks of what was read.
func (s *Stream) Err() error {
	if s.err != nil {
		return s.err
	}
	return s.found.err()
}

// Head returns what is in the document beside its lists of entries. It is
// whole once the iteration is over.
func (s *Stream) Head() *Assessment { return &s.head }

// Unchecked returns how many ids and references were too many to be
// remembered, so that nothing is known of whether they are unique or lead
// somewhere. It is 0 if all were checked.
func (s *Stream) Unchecked() int { return s.ids.unchecked }
