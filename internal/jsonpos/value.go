package jsonpos

import "encoding/json"

// Skip reads one value of any kind and holds it to everything that a Scanner
// checks.
func (s *Scanner) Skip() error {
	switch c := s.Peek(); c {
	case '{':
		if err := s.Enter('{'); err != nil {
			return err
		}
		level := s.keys.push()
		defer s.keys.pop(level)
		for first := true; ; first = false {
			s.Peek()
			at := s.Offset()
			key, ok, err := s.NextKey(first)
			if err != nil || !ok {
				return err
			}
			if !s.keys.add(level, key) {
				if err := s.Duplicate(s.keyAt(at, first)); err != nil {
					return err
				}
			}
			if err := s.Skip(); err != nil {
				return err
			}
		}
	case '[':
		if err := s.Enter('['); err != nil {
			return err
		}
		for first := true; ; first = false {
			if ok, err := s.NextElement(first); err != nil || !ok {
				return err
			}
			if err := s.Skip(); err != nil {
				return err
			}
		}
	case '"':
		_, err := s.String()
		return err
	case 't', 'f', 'n':
		_, err := s.Literal()
		return err
	default:
		_, err := s.Number()
		return err
	}
}

// keyAt returns the offset of the member name that was read from offset at on:
// past the comma, if there was one.
func (s *Scanner) keyAt(at int, first bool) int {
	if first {
		return at
	}
	i := at - s.base + 1
	for s.data[i] != '"' {
		i++
	}
	return s.base + i
}

// Value reads one value as map[string]any, []any, string, json.Number, bool
// or nil. Of members with the same name the last one stays.
func (s *Scanner) Value() (any, error) {
	switch s.Peek() {
	case '{':
		if err := s.Enter('{'); err != nil {
			return nil, err
		}
		m := map[string]any{}
		for first := true; ; first = false {
			at := s.Offset()
			k, ok, err := s.NextKey(first)
			if err != nil || !ok {
				return m, err
			}
			key := string(k)
			if _, dup := m[key]; dup {
				if err := s.Duplicate(s.keyAt(at, first)); err != nil {
					return nil, err
				}
			}
			if m[key], err = s.Value(); err != nil {
				return nil, err
			}
		}
	case '[':
		if err := s.Enter('['); err != nil {
			return nil, err
		}
		list := []any{}
		for first := true; ; first = false {
			if ok, err := s.NextElement(first); err != nil || !ok {
				return list, err
			}
			v, err := s.Value()
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
	case '"':
		b, err := s.String()
		return string(b), err
	case 't', 'f', 'n':
		c, err := s.Literal()
		if c == 'n' {
			return nil, err
		}
		return c == 't', err
	default:
		b, err := s.Number()
		return json.Number(b), err
	}
}
