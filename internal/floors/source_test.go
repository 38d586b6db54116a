package floors

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/hrdd-go/hrdd"

// source is one Go file of the module.
type source struct {
	path    string // slash-separated, from the root of the module: "risk/level.go"
	dir     string // of the package: "risk"; "." for the root
	test    bool   // a _test.go file
	command bool   // package main
	ast     *ast.File
	fset    *token.FileSet
}

// kit reports whether the file belongs to a test kit, such as risk/risktest.
func (s *source) kit() bool { return isKit(s.dir) }

func isKit(dir string) bool {
	return strings.HasSuffix(path.Base(dir), "test") && strings.Contains(dir, "/")
}

// library reports whether the file is part of what a host links.
func (s *source) library() bool { return !s.test && !s.command }

// place returns where a node stands, as file:line.
func (s *source) place(n ast.Node) string {
	return s.path + ":" + strconv.Itoa(s.fset.Position(n.Pos()).Line)
}

// imports yields the import specs of the file with their paths.
func (s *source) imports(yield func(*ast.ImportSpec, string) bool) {
	for _, spec := range s.ast.Imports {
		if p, err := strconv.Unquote(spec.Path.Value); err == nil && !yield(spec, p) {
			return
		}
	}
}

// named returns under which name the file knows an import; "" if it does not
// import it.
func (s *source) named(importPath string) string {
	for spec, p := range s.imports {
		if p != importPath {
			continue
		}
		if spec.Name != nil {
			return spec.Name.Name
		}
		base := path.Base(p)
		if len(base) > 1 && base[0] == 'v' && strings.Trim(base[1:], "0123456789") == "" {
			base = path.Base(path.Dir(p))
		}
		return base
	}
	return ""
}

// parse returns the file with the given path from the root and text.
func parse(filePath string, text any) (*source, error) {
	s := &source{path: filePath, dir: path.Dir(filePath), test: strings.HasSuffix(filePath, "_test.go"), fset: token.NewFileSet()}
	f, err := parser.ParseFile(s.fset, filePath, text, parser.SkipObjectResolution|parser.ParseComments)
	if err != nil {
		return nil, err
	}
	s.ast, s.command = f, f.Name.Name == "main"
	return s, nil
}

// sources returns every Go file of the module, those of nested modules left
// out.
func sources(t *testing.T) []*source {
	t.Helper()
	root := filepath.Join("..", "..")
	var all []*source
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, p)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if d.IsDir() {
			name := d.Name()
			if rel != "." && (strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || name == "testdata") {
				return fs.SkipDir
			}
			if _, err := os.Stat(filepath.Join(p, "go.mod")); rel != "." && !errors.Is(err, fs.ErrNotExist) {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(rel, ".go") {
			return nil
		}
		text, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		s, err := parse(rel, text)
		all = append(all, s)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("no sources found")
	}
	return all
}
