package floors

import (
	"go/ast"
	"go/token"
	"path"
	"strings"
	"testing"
)

// aliases yields the exported types of a file that are other names of types of
// internal packages, with what is written above them.
func aliases(s *source, yield func(spec *ast.TypeSpec, internal, name, doc string)) {
	for _, d := range s.ast.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok || decl.Tok != token.TYPE {
			continue
		}
		for _, spec := range decl.Specs {
			spec := spec.(*ast.TypeSpec)
			to, ok := spec.Type.(*ast.SelectorExpr)
			if !spec.Assign.IsValid() || !spec.Name.IsExported() || !ok {
				continue
			}
			doc := spec.Doc.Text()
			if !decl.Lparen.IsValid() {
				doc = decl.Doc.Text()
			}
			for _, p := range s.imports {
				if s.named(p) == to.X.(*ast.Ident).Name && strings.HasPrefix(p, module+"/internal/") {
					yield(spec, strings.TrimPrefix(p, module+"/"), to.Sel.Name, doc)
				}
			}
		}
	}
}

// fields returns the exported fields of a struct type of a package, nil if it is
// no struct.
func fields(all []*source, dir, name string) (names []string) {
	for _, s := range all {
		if s.dir != dir || s.test {
			continue
		}
		ast.Inspect(s.ast, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok || spec.Name.Name != name {
				return true
			}
			if st, ok := spec.Type.(*ast.StructType); ok {
				for _, f := range st.Fields.List {
					for _, id := range f.Names {
						if id.IsExported() {
							names = append(names, id.Name)
						}
					}
				}
			}
			return false
		})
	}
	return names
}

// A reader of the documentation does not see through an alias to an internal
// package: what is not written above it cannot be found out.
func TestTheCommentOfAnAliasOfAnInternalTypeNamesItsFields(t *testing.T) {
	all, found := sources(t), 0
	for _, s := range all {
		if !s.library() || strings.HasPrefix(s.dir, "internal") {
			continue
		}
		aliases(s, func(spec *ast.TypeSpec, internal, name, doc string) {
			for _, f := range fields(all, internal, name) {
				found++
				if !strings.Contains(doc, "\t"+f+" ") && !strings.Contains(doc, f+", ") && !strings.Contains(doc, ", "+f+" ") {
					t.Errorf("%s: the comment of %s does not show its field %s; write the fields of %s.%s there", s.place(spec), spec.Name, f, path.Base(internal), name)
				}
			}
		})
	}
	if found == 0 {
		t.Error("no fields were found")
	}
}
