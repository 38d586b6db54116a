package report

import "io"

// stream gathers what is written and hands it on in pieces. After the first
// error of the writer below nothing more is written, and failed holds the
// error.
type stream struct {
	w      io.Writer
	buf    []byte
	failed error
}

// piece is how much is gathered before it is handed on.
const piece = 32 << 10

func newStream(w io.Writer) stream { return stream{w: w, buf: make([]byte, 0, piece+piece/4)} }

func (s *stream) put(text string) {
	s.buf = append(s.buf, text...)
	s.full()
}

// full hands on what was gathered if it is a piece.
func (s *stream) full() {
	if len(s.buf) >= piece {
		s.flush()
	}
}

func (s *stream) flush() {
	if s.failed == nil && len(s.buf) > 0 {
		n, err := s.w.Write(s.buf)
		if err == nil && n < len(s.buf) {
			err = io.ErrShortWrite
		}
		s.failed = err
	}
	if cap(s.buf) > 4*piece { // one giant text must not be kept
		s.buf = make([]byte, 0, piece+piece/4)
	}
	s.buf = s.buf[:0]
}

func (s *stream) err() error { return s.failed }
