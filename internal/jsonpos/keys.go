package jsonpos

import "bytes"

// manyKeys is the number of member names from which an object's names are
// kept in a map instead of being compared one by one.
const manyKeys = 16

// keyStack holds the member names of the objects that are being read, one
// level an object.
type keyStack struct {
	levels []keyLevel
	used   int
}

type keyLevel struct {
	few  [][]byte
	many map[string]struct{}
}

// push starts a level and returns it.
func (k *keyStack) push() int {
	if k.used == len(k.levels) {
		k.levels = append(k.levels, keyLevel{})
	}
	l := &k.levels[k.used]
	l.few = l.few[:0]
	l.many = nil
	k.used++
	return k.used - 1
}

func (k *keyStack) pop(level int) { k.used = level }

// add adds a name to a level, or returns false if it is there. The name is
// copied.
func (k *keyStack) add(level int, name []byte) bool {
	l := &k.levels[level]
	if l.many != nil {
		if _, dup := l.many[string(name)]; dup {
			return false
		}
		l.many[string(name)] = struct{}{}
		return true
	}
	for _, have := range l.few {
		if bytes.Equal(have, name) {
			return false
		}
	}
	if n := len(l.few); n < cap(l.few) {
		l.few = l.few[:n+1]
		l.few[n] = append(l.few[n][:0], name...)
	} else {
		l.few = append(l.few, bytes.Clone(name))
	}
	if len(l.few) == manyKeys {
		l.many = make(map[string]struct{}, 2*manyKeys)
		for _, have := range l.few {
			l.many[string(have)] = struct{}{}
		}
	}
	return true
}
