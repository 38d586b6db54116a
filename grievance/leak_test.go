package grievance_test

import (
	"bytes"
	"context"
	"encoding"
	"encoding/asn1"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"errors"
	"expvar"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	htmltemplate "html/template"
	"io/fs"
	"log"
	"log/slog"
	"maps"
	"os"
	"os/exec"
	"reflect"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"text/tabwriter"
	"text/template"
	"unsafe"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
	"github.com/hrdd-go/hrdd/grievance/grievancetest"
	"github.com/hrdd-go/hrdd/risk"
)

// planted is the text that must not come out. It is long and odd enough that no
// part of it of four bytes or more appears by accident.
const planted = "Zqxjkvb-Wpfgyh-Rwmtzxq"

// reach lists the exported types of the package from which an identity can be
// reached. TestEveryTypeThatHoldsASecretIsTried fails if one is missing.
func reach() map[string]any {
	s := grievance.Seal(planted)
	event := grievance.Event{
		ID: grievancetest.ID(1), Case: grievancetest.ID(2), Kind: grievance.Receive,
		On: risk.MustParseDate("2021-03-01"), Detail: s,
	}
	c := grievance.Case{ID: grievancetest.ID(2), Events: []grievance.Event{event}}
	identity := grievance.Identity{ID: grievancetest.ID(3), Name: s, Contact: s, Token: s, Detail: s}
	return map[string]any{
		"Secret":   s,
		"Event":    event,
		"Case":     c,
		"Identity": identity,
		"Refused":  grievance.Refused{Event: event, Err: errors.New("refused")},
		"Folded":   grievance.Folded{Refused: []grievance.Refused{{Event: event, Err: errors.New("refused")}}},
	}
}

// hidden holds a value where fmt prints by reflection without calling methods.
type hidden struct {
	value any
	deep  struct{ pointer *any }
	list  []any
	table map[string]any
}

// holders are the shapes in which a host may hold a value.
func holders(v any) map[string]any {
	h := hidden{value: v, list: []any{v}, table: map[string]any{"k": v}}
	h.deep.pointer = &v
	p := reflect.New(reflect.TypeOf(v))
	p.Elem().Set(reflect.ValueOf(v))
	pp := reflect.New(p.Type())
	pp.Elem().Set(p)
	var shared sync.Map
	shared.Store("k", v)
	var atom atomic.Value
	atom.Store(v)
	channel := reflect.MakeChan(reflect.ChanOf(reflect.BothDir, reflect.TypeOf(v)), 1)
	channel.Send(reflect.ValueOf(v))
	all := map[string]any{
		"pointer to pointer": pp.Interface(), "sync.Map": &shared, "atomic.Value": &atom, "channel": channel.Interface(),
		"nil pointer": reflect.Zero(p.Type()).Interface(), "reflect.Value": reflect.ValueOf(v),
		"typed slice": reflect.Append(reflect.MakeSlice(reflect.SliceOf(reflect.TypeOf(v)), 0, 1), reflect.ValueOf(v)).Interface(),
		"context":     context.WithValue(context.Background(), key{}, v), "function": func() any { return v },
		"iterator": slices.Values([]any{v}), "joined error": errors.Join(wrapped{v}, wrapped{&v}),
	}
	if reflect.TypeOf(v).Comparable() {
		m := reflect.MakeMap(reflect.MapOf(reflect.TypeOf(v), reflect.TypeOf(0)))
		m.SetMapIndex(reflect.ValueOf(v), reflect.ValueOf(1))
		all["map key"], all["map key of any"] = m.Interface(), map[any]int{v: 1}
	}
	maps.Copy(all, map[string]any{
		"itself": v, "pointer": p.Interface(), "slice": []any{v}, "map": map[string]any{"k": v},
		"exported field": struct{ V any }{v}, "unexported": h, "pointer to unexported": &h,
		"array": [1]any{v}, "error": wrapped{v},
	})
	return all
}

// key is a key of a context.
type key struct{}

// wrapped is a host's careless error.
type wrapped struct{ v any }

func (w wrapped) Error() string { return fmt.Sprintf("could not handle %v, %+v, %#v", w.v, w.v, w.v) }

// ways are the ways in which Go and its standard library turn a value into text
// or bytes.
var ways = map[string]func(v any) string{
	"fmt verbs": func(v any) string {
		var b strings.Builder
		for _, verb := range "vTtbcdoOqxXUeEfFgGspwzZ!" {
			for _, flags := range []string{"", "+", "#", "-", " ", "0", "20", ".3", "+#", "# ", "#.9"} {
				fmt.Fprintf(&b, "%"+flags+string(verb)+"\n", v)
			}
		}
		fmt.Fprintf(&b, "%[2]*[1]v", v, 3)
		return b.String()
	},
	"print":  func(v any) string { return fmt.Sprint(v) + fmt.Sprintln(v) },
	"errorf": func(v any) string { return fmt.Errorf("%w and %v", wrapped{v}, v).Error() },
	"join": func(v any) string {
		return errors.Join(wrapped{v}, &fs.PathError{Op: "open", Path: fmt.Sprint(v), Err: wrapped{v}}).Error()
	},
	"log": func(v any) string {
		var b bytes.Buffer
		l := log.New(&b, fmt.Sprint(v), 0)
		l.Print(v)
		l.Printf("%+v %#v", v, v)
		l.Println(v)
		return b.String()
	},
	"slog": func(v any) string {
		var b bytes.Buffer
		timeless := &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{}
			}
			return a
		}}
		for _, h := range []slog.Handler{slog.NewTextHandler(&b, timeless), slog.NewJSONHandler(&b, timeless)} {
			l := slog.New(h)
			l.Info("m", "v", v, slog.Group("g", "v", v))
			l.With("v", v).WithGroup("w").Info(fmt.Sprint(v), slog.Any("v", v))
		}
		return b.String()
	},
	"json": func(v any) string {
		a, errA := json.Marshal(v)
		i, errI := json.MarshalIndent(map[string]any{"v": v}, "", " ")
		var b bytes.Buffer
		errE := json.NewEncoder(&b).Encode(v)
		return fmt.Sprint(string(a), errA, string(i), errI, b.String(), errE)
	},
	"xml": func(v any) string {
		a, errA := xml.Marshal(v)
		i, errI := xml.MarshalIndent(struct {
			V any
			A any `xml:"a,attr"`
		}{v, v}, "", " ")
		return fmt.Sprint(string(a), errA, string(i), errI)
	},
	"gob": func(v any) string {
		var b bytes.Buffer
		err := gob.NewEncoder(&b).Encode(v)
		errV := gob.NewEncoder(&b).EncodeValue(reflect.ValueOf(v))
		return fmt.Sprint(b.String(), err, errV)
	},
	"asn1": func(v any) string {
		b, err := asn1.Marshal(v)
		return fmt.Sprint(string(b), err)
	},
	"marshalers and database": func(v any) string {
		var out []any
		for _, name := range []string{"MarshalText", "MarshalBinary", "MarshalJSON", "Value", "String", "GoString", "LogValue", "Error", "GobEncode"} {
			if m := reflect.ValueOf(v).MethodByName(name); m.IsValid() && m.Type().NumIn() == 0 {
				for _, r := range m.Call(nil) {
					if b, ok := r.Interface().([]byte); ok {
						out = append(out, string(b))
					}
					out = append(out, r.Interface())
				}
			}
		}
		return fmt.Sprint(out...) + fmt.Sprintf("%+v", out)
	},
	"templates": func(v any) string {
		var b bytes.Buffer
		const text = `{{.}} {{printf "%v %q" . .}} {{print .}} {{js .}} {{html .}} {{urlquery .}}`
		err := template.Must(template.New("").Parse(text)).Execute(&b, v)
		errH := htmltemplate.Must(htmltemplate.New("").Parse(
			`<a href="?q={{.}}" title="{{.}}" onclick="f({{.}})" style="a:{{.}}">{{.}}</a><script>var x={{.}}</script>`)).Execute(&b, v)
		return fmt.Sprint(b.String(), err, errH)
	},
	"context and published variables": func(v any) string {
		ctx := context.WithValue(context.Background(), key{}, v)
		return fmt.Sprint(ctx) + expvar.Func(func() any { return v }).String()
	},
	"text forms": func(v any) string {
		var out []byte
		if t, ok := v.(encoding.TextAppender); ok {
			out, _ = t.AppendText(out)
		}
		if t, ok := v.(encoding.BinaryAppender); ok {
			out, _ = t.AppendBinary(out)
		}
		out = fmt.Append(out, v)
		out = fmt.Appendf(out, "%[1]v %[1]d %[1]q", v)
		return string(fmt.Appendln(out, v))
	},
	"tables": func(v any) string {
		var b bytes.Buffer
		w := tabwriter.NewWriter(&b, 0, 8, 1, ' ', 0)
		fmt.Fprintf(w, "%v\t%s\n", v, v)
		w.Flush()
		return b.String()
	},
	"syntax printer": func(v any) string {
		var b bytes.Buffer
		ast.Fprint(&b, nil, v, nil) // walks any value by reflection, through pointers
		return b.String()
	},
	"reflection": func(v any) string {
		var b strings.Builder
		dump(&b, reflect.ValueOf(v), 0, map[unsafe.Pointer]bool{})
		return b.String()
	},
}

// dump prints all that reflection can reach, through pointers, interfaces and
// unexported fields, as difference tools do.
func dump(b *strings.Builder, v reflect.Value, depth int, seen map[unsafe.Pointer]bool) {
	if depth > 40 {
		return
	}
	switch v.Kind() {
	case reflect.Invalid:
	case reflect.Pointer:
		if v.IsNil() || seen[v.UnsafePointer()] {
			return
		}
		seen[v.UnsafePointer()] = true
		dump(b, v.Elem(), depth+1, seen)
	case reflect.Interface:
		dump(b, v.Elem(), depth+1, seen)
	case reflect.Struct:
		for i := range v.NumField() {
			fmt.Fprintf(b, "%s:", v.Type().Field(i).Name)
			dump(b, v.Field(i), depth+1, seen)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			dump(b, v.Index(i), depth+1, seen)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			dump(b, k, depth+1, seen)
			dump(b, v.MapIndex(k), depth+1, seen)
		}
	case reflect.String:
		fmt.Fprintf(b, "%q ", v.String())
	case reflect.Func:
		fmt.Fprintf(b, "func %v ", v)
	default:
		fmt.Fprintf(b, "%v ", v)
	}
}

// leaks reports whether any part of the planted secret of four bytes or more is
// in out, also in hexadecimal, in base64 or byte by byte.
func leaks(out string) (string, bool) { return grievancetest.Leak(out, planted) }

// try returns what a way makes of a value, or what it panics with.
func try(way func(any) string, v any) (out string) {
	defer func() {
		if p := recover(); p != nil {
			out = fmt.Sprintf("%v %+v %#v", p, p, p)
		}
	}()
	return way(v)
}

func TestAPlantedSecretComesOutNowhere(t *testing.T) {
	for typ, v := range reach() {
		for holder, h := range holders(v) {
			for way, f := range ways {
				if part, ok := leaks(try(f, h)); ok {
					t.Errorf("%s as %s through %s: shows %q", typ, holder, way, part)
				}
			}
		}
	}
}

func TestTheSearchForLeaksFindsThem(t *testing.T) {
	type careless struct{ Name string }
	opaque := []string{"sync.Map", "atomic.Value", "channel", "nil pointer", "context", "function", "iterator", "joined error", "pointer to pointer", "reflect.Value"}
	for holder, h := range holders(careless{planted}) {
		if slices.Contains(opaque, holder) { // from which not every way shows a plain text either
			continue
		}
		for _, way := range []string{"fmt verbs", "reflection", "print"} {
			if holder == "error" && way == "print" || !strings.Contains(holder, "pointer") || way == "reflection" {
				if _, ok := leaks(ways[way](h)); !ok {
					t.Errorf("a plain text as %s through %s was not found", holder, way)
				}
			}
		}
	}
}

func TestAFailingTestShowsNoSecret(t *testing.T) {
	if os.Getenv("GRIEVANCE_FAIL") == "1" {
		for typ, v := range reach() {
			for holder, h := range holders(v) {
				t.Errorf("%s %s: got %v, want %+v, %#v, %q, %x", typ, holder, h, h, h, h, h)
				t.Log(h)
			}
		}
		if !reflect.DeepEqual(reach(), nil) {
			t.Errorf("differ: %v", reach())
		}
		panic(reach()["Secret"])
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestAFailingTestShowsNoSecret$", "-test.v")
	cmd.Env = append(os.Environ(), "GRIEVANCE_FAIL=1")
	out, err := cmd.CombinedOutput()
	if err == nil {
		t.Skip("no process of its own can be started here")
	}
	if !strings.Contains(string(out), "panic") && !strings.Contains(err.Error(), "not implemented") {
		t.Fatalf("the other process did not fail as it should: %v\n%.2000s", err, out)
	}
	if part, ok := leaks(string(out)); ok {
		t.Errorf("a failing test shows %q", part)
	}
}

func TestPanicsShowNoSecret(t *testing.T) {
	for typ, v := range reach() {
		func() {
			defer func() {
				if part, ok := leaks(fmt.Sprint(recover())); ok {
					t.Errorf("%s: a panic shows %q", typ, part)
				}
			}()
			panic(v)
		}()
	}
}

// TestEveryTypeThatHoldsASecretIsTried reads the package's source: every
// exported struct from which a Secret can be reached must be in reach.
func TestEveryTypeThatHoldsASecretIsTried(t *testing.T) {
	fields := map[string][]string{} // struct -> names that its fields' types mention
	fset := token.NewFileSet()
	names, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			fields[spec.Name.Name] = mentioned(spec.Type)
			return false
		})
	}
	holds := map[string]bool{"Secret": true}
	for grown := true; grown; {
		grown = false
		for typ, mentions := range fields {
			if !holds[typ] && slices.ContainsFunc(mentions, func(m string) bool { return holds[m] }) {
				holds[typ], grown = true, true
			}
		}
	}
	tried := reach()
	for typ := range holds {
		if _, ok := tried[typ]; !ok && ast.IsExported(typ) {
			t.Errorf("%s can reach a secret and is not tried; add it to reach", typ)
		}
	}
	if len(holds) < 5 {
		t.Errorf("only %d types hold a secret; the search is broken", len(holds))
	}
}

// mentioned returns the names of the types that a type is made of.
func mentioned(typ ast.Expr) []string {
	var names []string
	ast.Inspect(typ, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.Field:
			names = append(names, mentioned(x.Type)...)
			return false
		case *ast.Ident:
			names = append(names, x.Name)
		}
		return true
	})
	return names
}

// Every way in which an event, a case or an identity can be refused, with a secret
// in it: the error, however it is printed, shows nothing.
func TestNoErrorShowsASecret(t *testing.T) {
	secret := grievance.Seal(planted)
	var found []error
	refused := 0
	note := func(err error) {
		if err != nil {
			refused++
			found = append(found, err)
		}
	}
	for stage := range from {
		for kind := grievance.Receive; kind.Valid(); kind++ {
			bare := at(stage)
			e := next(bare, kind, func(e *grievance.Event) { e.Detail = secret })
			full := e
			grievancetest.Complete(&full)
			for _, change := range []func(*grievance.Event){
				func(*grievance.Event) {}, func(e *grievance.Event) { e.ID = bare.Events[0].ID }, func(e *grievance.Event) { e.ID = uuid.Nil },
				func(e *grievance.Event) { e.Case = grievancetest.ID(404) }, func(e *grievance.Event) { e.On = risk.YearOf(2019) },
				func(e *grievance.Event) { e.On = risk.YearOf(2190) },
				func(e *grievance.Event) {
					e.Remedies = []grievance.Remedy{grievancetest.Remedy(1, func(r *grievance.Remedy) { r.Amount.Minor = -1 })}
				},
			} {
				for _, x := range []grievance.Event{e, full} {
					change(&x)
					k := at(stage)
					note(k.Append(len(k.Events), endOf2021, x))
					note(k.Append(0, endOf2021, x))
					r := grievance.NewRegister(endOf2021, nil)
					if _, err := r.Open(k); err != nil {
						t.Fatal(err)
					}
					for _, no := range r.Fold(slices.Values([]grievance.Event{x, x})).Refused {
						note(no.Err)
					}
					k.Events = append(k.Events, x)
					_, err := k.StateAt(risk.Date{})
					note(err)
				}
			}
		}
	}
	full := grievance.Access{Purpose: grievance.ToContact, By: "handler"}
	broken := func(grievance.Access) error { return errors.New("the trail is full") }
	for _, a := range []grievance.Access{{}, {Purpose: grievance.ToContact}, full} {
		for _, audit := range []grievance.Audit{nil, broken} {
			_, err := secret.Reveal(a, audit)
			note(err)
			_, err = secret.Matches(secret, a, audit)
			note(err)
			_, err = grievance.Identity{Name: secret}.MarshalConfidential(a, audit)
			note(err)
			_, err = grievance.Event{Detail: secret}.MarshalConfidential(a, audit)
			note(err)
			_, err = (&grievance.Case{Events: []grievance.Event{{Detail: secret}}}).MarshalConfidential(a, audit)
			note(err)
		}
	}
	if refused < 1000 {
		t.Errorf("only %d errors were tried", refused)
	}
	for i, err := range found {
		out := fmt.Sprintf("%v %+v %#v %q", err, err, err, err)
		if i%50 == 0 { // every kind of error comes round
			var b strings.Builder
			dump(&b, reflect.ValueOf(err), 0, map[unsafe.Pointer]bool{})
			out += b.String()
		}
		if part, ok := leaks(out); ok {
			t.Fatalf("an error shows %q: %.200v", part, err)
		}
	}
}

func TestALogSaysOfACaseNoMoreThanItsID(t *testing.T) {
	c := grievancetest.Case(1)
	r := grievance.NewRegister(risk.MustParseDate("2021-12-31"), nil)
	if _, err := r.Open(&c); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	l := slog.New(slog.NewJSONHandler(&b, nil))
	l.Info("m", "case", c, "pointer", &c, "event", c.Events[0], "identity", grievance.Identity{ID: grievancetest.ID(9), Language: "ne"},
		"figures", r.Figures(grievance.Query{}), "by value", *r.Figures(grievance.Query{}))
	for _, private := range []string{c.Site.String(), c.Mechanism.String(), string(c.Rights[0]), `"MY"`, "2021-03-01", `"ne"`, `"Cases"`} {
		if strings.Contains(b.String(), private) {
			t.Errorf("the log has %s: %s", private, &b)
		}
	}
	for _, id := range []string{c.ID.String(), c.Events[0].ID.String(), grievancetest.ID(9).String()} {
		if !strings.Contains(b.String(), id) {
			t.Errorf("the log lacks %s: %s", id, &b)
		}
	}
}

// A host reads rows in which somebody wrote about a person where a word of a list, a
// date or a number is asked for. The error goes to a log.
func TestNoErrorOfReadingShowsWhatAPersonWrote(t *testing.T) {
	const wrote = "Anna from packing told us"
	read := func(into any, field string) {
		t.Helper()
		err := json.Unmarshal([]byte(`{"`+field+`":"`+wrote+`"}`), into)
		if err != nil && (strings.Contains(err.Error(), "Anna") || strings.Contains(err.Error(), "packing")) {
			t.Errorf("%T.%s: %v", into, field, err)
		}
	}
	for into, fields := range map[any]reflect.Type{
		new(grievance.Case): reflect.TypeFor[grievance.Case](), new(grievance.Event): reflect.TypeFor[grievance.Event](),
		new(grievance.Mechanism): reflect.TypeFor[grievance.Mechanism](), new(grievance.Remedy): reflect.TypeFor[grievance.Remedy](),
	} {
		for i := range fields.NumField() {
			name, _, _ := strings.Cut(fields.Field(i).Tag.Get("json"), ",")
			read(into, name)
		}
	}
}
