package assessment

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/jsonbind"
	"github.com/hrdd-go/hrdd/internal/jsonpos"
)

// errStop ends the reading after a fault that is noted, or because the caller
// wants no more.
var errStop = errors.New("no more is read")

// run reads the document once, and again for the ids that were too many.
func (s *Stream) run(part, parts uint64) {
	s.found.limit = s.opts.Limits.Problems
	if s.plan, s.err = boundPlan(); s.err != nil {
		return
	}
	s.ids.start(s.plan.Lists(), s.opts.Identities, part, parts)
	if err := s.document(); err != nil {
		s.fail(err)
		return
	}
	if s.ids.unchecked > 0 && s.opts.Reopen != nil && parts == 1 {
		s.passes()
		return
	}
	s.dangling()
}

// passes reads the document again, each time for a part of its ids.
func (s *Stream) passes() {
	s.found.identity = nil
	parts := uint64(s.ids.seen)*3/2/uint64(s.opts.Identities) + 1 // parts are not all of one size
	s.ids.unchecked = 0
	for part := range parts {
		r, err := s.opts.Reopen()
		if err != nil {
			s.err = err
			return
		}
		opts := s.opts
		opts.Reopen, opts.Progress, opts.AlwaysSchema = nil, nil, false
		pass := NewStream(r, opts)
		pass.started, pass.ctx, pass.yield = true, s.ctx, func(Entry) bool { return true }
		pass.run(part, max(parts, 2))
		if err := errors.Join(pass.err, r.Close()); err != nil {
			s.err = err
			return
		}
		s.found.add(&s.found.identity, pass.found.identity...)
		s.ids.unchecked += pass.ids.unchecked
	}
}

// dangling notes the references that lead nowhere.
func (s *Stream) dangling() {
	s.ids.dangling(func(list string, id uuid.UUID, at place) {
		if !s.found.broken[list] {
			s.found.add(&s.found.identity, identityProblem(ruleDangling, list, id, at))
		}
	})
}

// identityProblem returns the problem of an id or a reference.
func identityProblem(rule, list string, id uuid.UUID, at place) Problem {
	p := Problem{Pointer: at.entry.pointer(), Line: int(at.line) + 1, Column: int(at.column) + 1, Rule: rule, Found: id.String()}
	switch rule {
	case ruleDangling:
		p.Want = "use the id of one of the " + list + ", or add it there"
	case ruleDuplicateID:
		p.Want = "give each of the " + list + " an id of its own"
	default:
		p.Want = "give it an id of its own"
	}
	return p
}

// fail notes what ended the reading.
func (s *Stream) fail(err error) {
	var fault *jsonpos.Error
	var long *tooLongError
	switch {
	case errors.Is(err, errStop):
	case errors.As(err, &fault):
		line, column := s.w.place(min(max(fault.Offset-s.w.base, 0), len(s.w.buf)))
		rule := faultRules[fault.Fault]
		s.found.add(&s.found.problems, Problem{Line: line + 1, Column: column + 1, Rule: rule.rule, Found: fault.Detail, Want: rule.want})
	case errors.As(err, &long):
		line, column := s.w.place(s.w.pos)
		s.found.add(&s.found.problems, Problem{
			Line: line + 1, Column: column + 1, Rule: ruleEntrySize, Found: long.Error(), Want: "raise Limits.Bytes if the document is to be trusted",
		})
	default:
		s.err = err
	}
}

// atKey notes a problem with the member whose name was read last.
func (s *Stream) atKey(p Problem) {
	line, column := s.w.place(s.keyAt)
	p.Line, p.Column = line+1, column+1
	s.found.add(&s.found.problems, p)
}

// node returns the part of the schema at a JSON pointer.
func (s *Stream) node(pointer string) map[string]any {
	schema, err := compiledSchema()
	if err != nil {
		return nil
	}
	return schema.Lookup(pointer)
}

// document reads the outermost object.
func (s *Stream) document() error {
	if err := s.w.read(0, func(sc *jsonpos.Scanner) error { return sc.Enter('{') }); err != nil {
		return err
	}
	o, extra := s.plan.Object(reflect.ValueOf(&s.head)), s.w.limit
	head := part{o: o, plan: s.plan, depth: 1, holder: reflect.ValueOf(&s.head).Elem(), extensions: &s.head.Extensions, extra: &extra}
	for first := true; ; first = false {
		name, more, err := s.key(1, first)
		if err != nil {
			return err
		}
		if !more {
			break
		}
		if first && name != "version" {
			s.atKey(Problem{Pointer: "/" + name, Rule: ruleOrder, Found: "version", Want: "put it first"})
		}
		if s.plan.Entries(name) != nil {
			err = s.listMember(head, name)
		} else {
			err = s.member(head, name)
		}
		if err != nil {
			return err
		}
	}
	for _, name := range o.Missing() {
		s.found.add(&s.found.problems, withPlace(missingField("", s.node(""), name), 1, 1))
	}
	checkEntry("", &s.head, s.opts.Transitions, func(f finding) bool {
		s.found.add(&s.found.problems, withPlace(f.Problem, 1, 1))
		return true
	})
	return s.w.read(0, func(sc *jsonpos.Scanner) error { return sc.End() })
}

func withPlace(p Problem, line, column int) Problem {
	p.Line, p.Column = line, column
	return p
}

// key reads the name of the next member of an object.
func (s *Stream) key(depth int, first bool) (name string, more bool, err error) {
	err = s.w.read(depth, func(sc *jsonpos.Scanner) error {
		sc.Peek()
		s.keyAt = sc.Local()
		k, ok, err := sc.NextKey(first)
		name, more = string(k), ok
		return err
	})
	if err != nil {
		return "", false, err
	}
	// The name stands behind the comma, if there is one.
	s.keyAt += s.w.pos - s.w.scanner.Local()
	if at := bytes.IndexByte(s.w.buf[min(s.keyAt, s.w.pos):s.w.pos], '"'); at >= 0 {
		s.keyAt += at
	}
	return name, more, nil
}

// part is an object that is read member by member.
type part struct {
	o          *jsonbind.Object
	plan       *jsonbind.Plan
	node       string // JSON pointer of its schema
	prefix     string // JSON pointer of the object
	depth      int
	holder     reflect.Value
	extensions *Extensions
	broken     *bool // set if a member is not right
	extra      *int  // bytes that members which the format does not have may still take
	// meaning holds an entry to what its list asks of it beyond the schema; nil
	// asks nothing.
	meaning func(entry any, report reportFunc)
}

// memberCost is about what remembering a member takes beside its name and value.
const memberCost = 256

// room takes n bytes for a member that the format does not have, and reports
// whether they were left: of all other members an object has one at most.
func (p *part) room(n int) bool {
	*p.extra -= n
	return *p.extra >= 0
}

// sound reports whether meaning finds nothing.
func (p *part) sound(entry any) bool {
	ok := true
	if p.meaning != nil {
		p.meaning(entry, func(string, string, string, string) { ok = false })
	}
	return ok
}

// member reads the value of one member that is not a list of entries.
func (s *Stream) member(p part, name string) error {
	pointer := string(jsonpos.AppendName([]byte(p.prefix), name))
	breaks := func() {
		if p.broken != nil {
			*p.broken = true
		}
	}
	switch standing := p.o.Standing([]byte(name)); {
	case standing == jsonbind.Duplicate:
		breaks()
		s.atKey(Problem{Pointer: pointer, Rule: ruleDuplicate, Found: "the object already has a member of this name", Want: "keep the one that is meant"})
		return s.skip(p.depth)
	case standing != jsonbind.Field && !p.room(len(name)+memberCost):
		breaks()
		return &tooLongError{"members that the format does not have, of", s.w.limit}
	case standing == jsonbind.Foreign && !s.opts.KeepUnknown:
		breaks()
		if s.found.full() { // looking for the nearest name takes its time
			s.found.omitted++
		} else {
			s.atKey(unknownField(p.prefix, s.node(p.node), name))
		}
		return s.skip(p.depth)
	case standing != jsonbind.Field:
		return s.keep(p, name, pointer)
	}
	newer := 0
	err := s.w.read(p.depth, func(sc *jsonpos.Scanner) error {
		s.d.Forget()
		if pointer == "/version" {
			newer = newerVersion(sc)
		}
		return p.o.Read(s.d, name)
	})
	if newer > 0 {
		at := s.w.pos
		for bytes.IndexByte([]byte(" \t\r\n"), s.w.buf[at]) >= 0 {
			at++
		}
		line, column := s.w.place(at)
		s.found.add(&s.found.problems, withPlace(newerProblem(newer), line+1, column+1))
		return errStop
	}
	wrong, err := s.settle(err, part{node: p.node + "/properties/" + name, prefix: pointer, depth: p.depth, plan: p.plan.Field(name)}, nil)
	if wrong {
		breaks()
	}
	if err != nil || wrong {
		return err
	}
	return s.keepInner(p, name)
}

// newerVersion returns the version that is next in the text if it is newer than
// the library knows, else 0.
func newerVersion(sc *jsonpos.Scanner) int {
	sc.Peek()
	mark := sc.Mark()
	defer sc.Rewind(mark)
	b, err := sc.Number()
	if n, ok := wholeNumber(b); err == nil && ok && n > Version {
		return n
	}
	return 0
}

// skip passes over a value that is not wanted.
func (s *Stream) skip(depth int) error {
	return s.w.read(depth, func(sc *jsonpos.Scanner) error { return sc.Skip() })
}

// keep keeps a member that the format does not have.
func (s *Stream) keep(p part, name, pointer string) error {
	var raw []byte
	err := s.w.read(p.depth, func(sc *jsonpos.Scanner) error {
		sc.Peek()
		start := sc.Offset()
		if err := sc.Skip(); err != nil {
			return err
		}
		raw = sc.Raw(start)
		return nil
	})
	if err != nil {
		return err
	}
	if !p.room(len(raw)) {
		return &tooLongError{"members that the format does not have, of", s.w.limit}
	}
	return p.extensions.put(string(jsonpos.AppendName(nil, name)), raw)
}

// settle looks at a value that was read with the error err, and reports what is
// wrong with it. An entry is nil for what is not one.
func (s *Stream) settle(err error, p part, entry any) (wrong bool, fatal error) {
	switch {
	case err == nil && len(s.d.Faulty) == 0 && p.sound(entry) && !s.opts.AlwaysSchema:
		s.identify(s.d.Uses)
		return false, nil
	case err != nil:
		var fault *jsonpos.Error
		if !errors.Is(err, jsonbind.ErrBreach) && !errors.As(err, &fault) {
			return true, err
		}
		// Find the end of it: what comes after may be right.
		err := s.w.read(p.depth, func(sc *jsonpos.Scanner) error {
			sc.Collect = func(*jsonpos.Error) {}
			defer func() { sc.Collect = nil }()
			return sc.Skip()
		})
		if err != nil {
			return true, err
		}
	}
	from := s.w.pos - s.w.scanner.Local()
	r := &reporter{
		data: s.w.buf[from:s.w.pos], opts: DecodeOptions{Limits: s.opts.Limits, KeepUnknown: s.opts.KeepUnknown, Transitions: s.opts.Transitions},
		schemaPart: p.node, prefix: p.prefix, depth: p.depth,
	}
	r.line, r.column = s.w.place(from)
	var uses []jsonbind.Use
	if r.scan() {
		form := func() error { return r.form(p.plan) }
		if err == nil && s.opts.AlwaysSchema {
			form = r.wholeForm
		}
		if err := form(); err != nil {
			return true, err
		}
		uses = r.meaningOfPart(p.plan, p.meaning)
	}
	if len(r.findings) == 0 && err == nil && s.opts.AlwaysSchema {
		s.identify(s.d.Uses)
		return false, nil
	}
	if len(r.findings) == 0 {
		return true, errDisagree
	}
	r.place()
	for _, f := range r.findings {
		s.found.add(&s.found.problems, f.Problem)
	}
	s.found.omitted += r.more
	for _, l := range s.ids.lists {
		if r.listBroken(l) {
			s.found.breaks(l)
		}
	}
	s.identify(uses)
	return true, nil
}

// identify takes note of uses of ids in what was read last.
func (s *Stream) identify(uses []jsonbind.Use) {
	from := s.w.pos - s.w.scanner.Local()
	data := s.w.buf[from:s.w.pos]
	for _, u := range uses {
		id := uuid.UUID(u.ID(data))
		at := func() place {
			line, column := s.w.place(from + int(u.At))
			return place{s.at, int32(line), int32(column)}
		}
		if rule := s.ids.use(u.List, id, u.Declares, at); rule != "" {
			s.found.add(&s.found.identity, identityProblem(rule, s.ids.lists[u.List], id, at()))
		}
	}
}

// newerProblem returns the problem of a document of a newer version.
func newerProblem(version int) Problem {
	return Problem{
		Pointer: "/version", Rule: ruleNewer, Found: fmt.Sprint(version),
		Want: fmt.Sprintf("read it with a newer release of this library, or write it in version %d", Version),
	}
}
