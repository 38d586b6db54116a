package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// packages returns the folders of the module, except nested modules and test
// data.
func packages(t *testing.T) []string {
	t.Helper()
	var dirs []string
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if path != root {
			name := d.Name()
			_, nested := os.Stat(filepath.Join(path, "go.mod"))
			if nested == nil || name == "testdata" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") {
				return filepath.SkipDir
			}
		}
		dirs = append(dirs, path)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return dirs
}

func TestTheCommittedMethodsAreThoseOfTheTables(t *testing.T) {
	checked := 0
	for _, dir := range packages(t) {
		committed, readErr := os.ReadFile(filepath.Join(dir, output))
		pkg, enums, err := find(dir)
		if err != nil && readErr != nil {
			continue // a package without enumerations
		}
		if err != nil {
			t.Errorf("%s: there is a %s, and %v", dir, output, err)
			continue
		}
		want, err := generate(pkg, enums)
		if err != nil {
			t.Errorf("%s: %v", dir, err)
			continue
		}
		checked++
		if !bytes.Equal(committed, want) {
			t.Errorf("%s: %s is not what its tables give; run go generate there", dir, output)
		}
	}
	if checked < 2 {
		t.Errorf("%d packages with enumerations were found; risk and supplier have some", checked)
	}
}

// pkg writes the files of a package and returns its folder.
func pkg(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestOnlyTablesAreFoundInOrderOfTheirTypes(t *testing.T) {
	name, enums, err := find(pkg(t, map[string]string{
		"b.go":      "package sample\n\nvar zebraText = textenum.Table[Zebra]{}\nvar other = map[string]int{}\nvar x, y = 1, 2\nvar z int\n",
		"a.go":      "package sample\n\nvar appleText = textenum.Table[Apple]{}\nvar list = []int{}\nvar pair = other.Thing[Apple]{}\nvar odd = textenum.Table[pkg.T]{}\nconst c = 1\n",
		"c_test.go": "package sample\n\nvar testText = textenum.Table[Test]{}\n",
		"notes.txt": "not Go",
		output:      "this is not even Go, and is replaced",
	}))
	if err != nil {
		t.Fatal(err)
	}
	if len(enums) != 2 || enums[0].Type != "Apple" || enums[0].Var != "appleText" || enums[1].Type != "Zebra" || enums[1].Var != "zebraText" || name != "sample" {
		t.Errorf("found %v in %s", enums, name)
	}
	src, err := generate(name, enums)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"package sample", "func (v Apple) String() string", "return zebraText.Scan(v, src)", "DO NOT EDIT."} {
		if !strings.Contains(string(src), line) {
			t.Errorf("the generated source lacks %q", line)
		}
	}
}

func TestAMethodWrittenByHandIsNotWrittenAgain(t *testing.T) {
	name, enums, err := find(pkg(t, map[string]string{
		"a.go": "package sample\n\nvar appleText = textenum.Table[Apple]{}\n\nfunc (a *Apple) UnmarshalText([]byte) error { return nil }\n" +
			"func (b Bowl) String() string { return \"\" }\nfunc (p Pair[T]) Scan(any) error { return nil }\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	src, err := generate(name, enums)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(src), "UnmarshalText") || !strings.Contains(string(src), "Scan(") || !strings.Contains(string(src), "String()") {
		t.Errorf("generated:\n%s", src)
	}
}

func TestWhatCannotBeReadIsAnError(t *testing.T) {
	for name, dir := range map[string]string{
		"no folder":       filepath.Join(t.TempDir(), "none"),
		"no enumerations": pkg(t, map[string]string{"a.go": "package sample\n"}),
		"not Go":          pkg(t, map[string]string{"a.go": "pakcage sample\n"}),
	} {
		if _, enums, err := find(dir); err == nil {
			t.Errorf("%s: found %v", name, enums)
		}
	}
	if _, err := generate("sample", []enum{{Type: "not a type", Var: "v"}}); err == nil {
		t.Error("source that is not Go was generated")
	}
}
