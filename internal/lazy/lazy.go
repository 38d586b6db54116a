// Package lazy makes values when they are first asked for.
//
// It differs from sync.OnceValue in that its zero value is ready: a package
// variable of this type costs nothing when a program starts.
package lazy

import "sync"

// Value is a value of type T that is made once. Its zero value is ready for
// use; it must not be copied after that. Any number of goroutines may ask.
type Value[T any] struct {
	once  sync.Once
	value T
}

// Get returns the value, making it with the given function if nobody has asked
// before. All callers must give the same function.
func (v *Value[T]) Get(make func() T) T {
	v.once.Do(func() { v.value = make() })
	return v.value
}
