package assessment

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/hrdd-go/hrdd/internal/jsonpos"
)

const (
	windowSize   = 256 << 10 // of the part of a stream that is in memory, to begin with
	defaultEntry = 8 << 20   // bytes of one entry
)

// window is the part of a long text that is in memory. It slides over the
// text, and grows only while one value does not fit.
type window struct {
	r       io.Reader
	buf     []byte
	pos     int // what is before it has been read
	base    int // offset of buf[0] in the text
	limit   int // of len(buf)
	eof     bool
	start   spot // of buf[0]
	latest  spot // that was asked for
	scanner *jsonpos.Scanner
}

// spot is a place in the window: the line, and the characters before it in the
// line, both from 0.
type spot struct{ at, line, column int }

// tooLongError says that something is too long to be held.
type tooLongError struct {
	what  string // "an entry of"
	limit int
}

func (e *tooLongError) Error() string { return fmt.Sprintf("%s more than %d bytes", e.what, e.limit) }

// more reads more of the text behind what is in memory.
func (w *window) more() error {
	if w.pos > 0 {
		w.place(w.pos)
		w.latest.at = 0
		w.start = w.latest
		w.base += w.pos
		w.buf = w.buf[:copy(w.buf, w.buf[w.pos:])]
		w.pos = 0
	}
	if len(w.buf) == cap(w.buf) {
		if len(w.buf) >= w.limit {
			return &tooLongError{"an entry of", w.limit}
		}
		grown := make([]byte, len(w.buf), min(max(windowSize, 2*cap(w.buf)), w.limit))
		copy(grown, w.buf)
		w.buf = grown
	}
	for range 100 { // readers that give nothing and no error, as in bufio
		n, err := w.r.Read(w.buf[len(w.buf):cap(w.buf)])
		w.buf = w.buf[:len(w.buf)+n]
		if err == io.EOF {
			w.eof = true
			return nil
		}
		if err != nil || n > 0 {
			return err
		}
	}
	return io.ErrNoProgress
}

// place returns the line and the characters before buf[at] in it, from 0. It
// is fast for places that come one after the other.
func (w *window) place(at int) (line, column int) {
	p := w.latest
	if at < p.at {
		p = w.start
	}
	between := w.buf[p.at:at]
	if newline := bytes.LastIndexByte(between, '\n'); newline < 0 {
		p.column += utf8.RuneCount(between)
	} else {
		p.line += bytes.Count(between, []byte{'\n'})
		p.column = utf8.RuneCount(between[newline+1:])
	}
	p.at = at
	w.latest = p
	return p.line, p.column
}

// read has f read one piece of the text at the given depth, and moves past it.
// f is called again, from the start of the piece, where the text in memory
// ended too soon.
func (w *window) read(depth int, f func(s *jsonpos.Scanner) error) error {
	for {
		w.scanner.Reset(w.buf[w.pos:], w.base+w.pos, depth)
		err := f(w.scanner)
		cut := w.scanner.Short() && err != nil || err == nil && w.scanner.Local() == len(w.buf)-w.pos
		if cut && !w.eof {
			if err := w.more(); err != nil {
				return err
			}
			continue
		}
		if err == nil {
			w.pos += w.scanner.Local()
		}
		return err
	}
}
