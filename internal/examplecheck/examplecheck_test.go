package examplecheck_test

import (
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/hrdd-go/hrdd/internal/examplecheck"
)

func TestNamesWithoutExampleAreFound(t *testing.T) {
	dir := fstest.MapFS{}
	for name, text := range map[string]string{
		"a.go": `package a
type Shown struct{ Field int }
type Hidden struct{ Other int }
type Kind uint8
const ( KindNotStated Kind = iota; One )
func Used() {}
func Unused() {}
func (Shown) String() string { return "" }
func (Shown) Method() {}
func internal() {}
var ErrThing error`,
		"a_test.go": `package a
func testOnly() { x.Unused() }`,
		"example_test.go": `package a_test
func ExampleUsed() { a.Used(); _ = a.One; s.Field = 1 }`,
	} {
		dir[name] = &fstest.MapFile{Data: []byte(text)}
	}
	got, err := examplecheck.Missing(dir)
	want := []string{"ErrThing in a.go", "Hidden in a.go", "Shown.Method in a.go", "Unused in a.go"}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("missing %v, %v; want %v", got, err, want)
	}
	if _, err := examplecheck.Missing(os.DirFS("no such folder")); err == nil {
		t.Error("a folder that is not there has examples")
	}
}
