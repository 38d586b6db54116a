package assessment

import (
	"reflect"
	"strconv"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/internal/jsonbind"
	"github.com/hrdd-go/hrdd/internal/jsonpos"
)

// progressBytes is how many bytes lie between two calls of Progress.
const progressBytes = 1 << 20

// listMember reads a member of the document that is a list of entries.
func (s *Stream) listMember(head part, name string) error {
	return s.list(head, name, func(i int, plan *jsonbind.Plan) error {
		s.at = entryPlace{list: name, index: int32(i)}
		defer func() { s.at = entryPlace{} }()
		if name == "recommendations" {
			return s.recommendation(i, plan)
		}
		_, err := s.entry(name, i, uuid.Nil, true, part{
			plan: plan, node: "/properties/" + name + "/items", prefix: "/" + name + "/" + strconv.Itoa(i), depth: 2,
			meaning: meaningOf(name, s.opts.Transitions),
		})
		return err
	})
}

// list reads a member of p that is an array, an element at a time.
func (s *Stream) list(p part, name string, element func(i int, plan *jsonbind.Plan) error) error {
	starts, err := s.peek(p.depth)
	if err != nil {
		return err
	}
	if starts != '[' || p.o.Standing([]byte(name)) == jsonbind.Duplicate {
		return s.member(p, name)
	}
	if err := s.w.read(p.depth, func(sc *jsonpos.Scanner) error { return sc.Enter('[') }); err != nil {
		return err
	}
	plan := p.plan.Entries(name)
	for i := 0; ; i++ {
		more := false
		err := s.w.read(p.depth+1, func(sc *jsonpos.Scanner) (err error) {
			more, err = sc.NextElement(i == 0)
			return err
		})
		if err != nil || !more {
			return err
		}
		if err := s.checkin(); err != nil {
			return err
		}
		if err := element(i, plan); err != nil {
			return err
		}
	}
}

// peek returns the first byte of the next value.
func (s *Stream) peek(depth int) (c byte, err error) {
	err = s.w.read(depth, func(sc *jsonpos.Scanner) error { c = sc.Peek(); return nil })
	return c, err
}

// entry reads one entry, and yields it if it is right and wanted.
func (s *Stream) entry(list string, i int, of uuid.UUID, wanted bool, p part) (right bool, err error) {
	v := reflect.New(p.plan.Type())
	err = s.w.read(p.depth, func(sc *jsonpos.Scanner) error {
		v.Elem().SetZero()
		s.d.Forget()
		return p.plan.Decode(s.d, v)
	})
	wrong, err := s.settle(err, p, v.Interface())
	if err != nil || wrong {
		return false, err
	}
	e := Entry{List: list, Index: i, Value: v.Interface(), Of: of}
	if err := s.keepExtra(p.plan, v.Elem(), "", &e.Extensions); err != nil {
		return false, err
	}
	if !wanted {
		return true, nil
	}
	return true, s.give(e)
}

// checkin asks the context and tells of progress, now and then, whether or not the
// entries are right.
func (s *Stream) checkin() error {
	if s.entries%256 == 0 {
		if err := s.ctx.Err(); err != nil {
			return err
		}
	}
	s.entries++
	if read := s.w.base + s.w.pos; s.opts.Progress != nil && read-s.told >= progressBytes {
		s.told = read
		s.opts.Progress(read)
	}
	return nil
}

// give hands an entry to the caller.
func (s *Stream) give(e Entry) error {
	if !s.yield(e) {
		return errStop
	}
	return nil
}

// recommendation reads a recommendation, yields it, and then its events.
func (s *Stream) recommendation(i int, plan *jsonbind.Plan) error {
	const list = "recommendations"
	prefix := "/" + list + "/" + strconv.Itoa(i)
	starts, err := s.peek(2)
	if err != nil {
		return err
	}
	if starts != '{' {
		_, err := s.entry(list, i, uuid.Nil, true, part{plan: plan, node: "/properties/" + list + "/items", prefix: prefix, depth: 2})
		return err
	}
	if err := s.w.read(2, func(sc *jsonpos.Scanner) error { return sc.Enter('{') }); err != nil {
		return err
	}
	line, column := s.w.place(s.w.pos)
	r := new(Recommendation)
	e := Entry{List: list, Index: i, Value: r}
	broken, given, extra := false, false, s.w.limit
	p := part{
		o: plan.Object(reflect.ValueOf(r)), plan: plan, node: "/$defs/recommendation", prefix: prefix, depth: 3,
		holder: reflect.ValueOf(r).Elem(), extensions: &e.Extensions, broken: &broken, extra: &extra,
	}
	finish := func() error {
		given = true
		for _, name := range p.o.Missing() {
			broken = true
			s.found.add(&s.found.problems, withPlace(missingField(prefix, s.node(p.node), name), line+1, column))
		}
		if broken {
			return nil
		}
		return s.give(e)
	}
	for first := true; ; first = false {
		name, more, err := s.key(3, first)
		switch {
		case err != nil:
			return err
		case !more && given:
			return nil
		case !more:
			return finish()
		case given:
			s.atKey(Problem{Pointer: prefix + "/" + name, Rule: ruleOrder, Found: "events", Want: "put events last"})
			err = s.member(p, name)
		case name == "events":
			if err = finish(); err == nil {
				err = s.events(p, r.ID, !broken)
			}
		default:
			err = s.member(p, name)
		}
		if err != nil {
			return err
		}
	}
}

// events reads the events of a recommendation.
func (s *Stream) events(p part, of uuid.UUID, wanted bool) error {
	s.log = eventLog{}
	return s.list(p, "events", func(i int, plan *jsonbind.Plan) error {
		s.at.event = int32(i + 1)
		log := s.log
		right, err := s.entry("events", i, of, wanted && !log.broken, part{
			plan: plan, node: p.node + "/properties/events/items", prefix: p.prefix + "/events/" + strconv.Itoa(i), depth: 4,
			meaning: func(entry any, report reportFunc) {
				log = s.log
				log.add(entry.(*Event), s.opts.Transitions, report)
			},
		})
		s.log = log
		s.log.broken = log.broken || !right
		return err
	})
}

// keepInner keeps the extensions inside the member of p that was read last.
func (s *Stream) keepInner(p part, name string) error {
	return s.keepExtra(p.plan, p.holder, string(jsonpos.AppendName(nil, name)), p.extensions)
}

// keepExtra keeps the extensions that were met in what was read last, which
// stands in v, a value of the type of plan, at a place.
func (s *Stream) keepExtra(plan *jsonbind.Plan, v reflect.Value, at string, into *Extensions) error {
	if len(s.d.Extra) == 0 {
		return nil
	}
	from := s.w.pos - s.w.scanner.Local()
	offsets := make([]int, len(s.d.Extra))
	for i, x := range s.d.Extra {
		offsets[i] = x.Offset - s.w.base - from
	}
	places := plan.Places(v)
	for i, pointer := range jsonpos.PointersAt(s.w.buf[from:s.w.pos], s.opts.Limits.scan(), offsets) {
		place, err := placeOf(places, at+pointer)
		if err != nil {
			return err
		}
		if err := into.put(place, s.d.Extra[i].Raw); err != nil {
			return err
		}
	}
	return nil
}
