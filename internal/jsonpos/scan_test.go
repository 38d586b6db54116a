package jsonpos_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/hrdd-go/hrdd/internal/jsonpos"
)

// scan reads a text without keeping it.
func scan(data []byte) error {
	s := jsonpos.NewScanner(data, jsonpos.Limits{Depth: 10_000, Number: 1000})
	if err := s.Skip(); err != nil {
		return err
	}
	return s.End()
}

func TestTheJSONTestSuite(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/data/json-parsing/test_parsing/*.json")
	if len(files) == 0 {
		t.Skip("the shared data are not here")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		var e *jsonpos.Error
		switch err := scan(data); {
		case err != nil && !errors.As(err, &e):
			t.Errorf("%s: %v", name, err)
		case name[0] == 'n' && err == nil:
			t.Errorf("%s was read", name)
		case name[0] == 'y' && err != nil && e.Fault != jsonpos.DuplicateKey: // which the suite allows and we do not
			t.Errorf("%s: %v", name, err)
		}
	}
}

// strict reports whether encoding/json reads a text and keeps it as it is:
// without duplicate names, invalid UTF-8 and halves of surrogate pairs.
func strict(data []byte) bool {
	if !json.Valid(data) || !bytes.Equal(bytes.ToValidUTF8(data, nil), data) {
		return false
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	_, ok := strictValue(d)
	return ok && !loneSurrogate(data)
}

func strictValue(d *json.Decoder) (end json.Delim, ok bool) {
	token, err := d.Token()
	if err != nil {
		return 0, false
	}
	delim, isDelim := token.(json.Delim)
	if !isDelim || delim == ']' || delim == '}' {
		return delim, true
	}
	names := map[string]bool{}
	for {
		if delim == '{' {
			token, err := d.Token()
			if err != nil {
				return 0, false
			}
			if token == json.Delim('}') {
				return 0, true
			}
			if names[token.(string)] {
				return 0, false
			}
			names[token.(string)] = true
		}
		if end, ok := strictValue(d); !ok || end == ']' || end == '}' {
			return 0, ok
		}
	}
}

// loneSurrogate reports whether a text has an escape of half a pair. It reads
// it as encoding/json does and looks for replacement characters that no escape
// asks for.
func loneSurrogate(data []byte) bool {
	low := strings.ToLower(string(data))
	if !strings.Contains(low, `\ud`) {
		return false
	}
	low = strings.ReplaceAll(strings.ReplaceAll(low, "\ufffd", "?"), `\ufffd`, "?")
	d := json.NewDecoder(strings.NewReader(low))
	for {
		token, err := d.Token()
		if err != nil {
			return false
		}
		if s, ok := token.(string); ok && strings.Contains(s, "\ufffd") {
			return true
		}
	}
}

func FuzzTheScannerAndEncodingJSONAgree(f *testing.F) {
	for _, s := range []string{
		`{}`, `[]`, `{"a":[1,-0,1.5e+3,true,false,null,"é","\u00e9\ud83d\ude00"]}`, `{"a":1,"\u0061":2}`, `"\ud800"`, `"\ud800\u0041"`, "\"\xff\"",
		`[1,]`, `{"a":}`, `01`, `1.`, `.5`, `1e`, `"\x"`, `nul`, ` `, `[[[[[[]]]]]]`, "\"a\nb\"", `{"a" :1 , "b": [ ] }`, `1 2`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		err := scan(data)
		if want := strict(data); (err == nil) != want {
			var e *jsonpos.Error
			if errors.As(err, &e) && (e.Fault == jsonpos.TooDeep || e.Fault == jsonpos.NumberTooLong || e.Fault == jsonpos.StringTooLong) {
				return
			}
			t.Fatalf("%q: %v, encoding/json says %v", data, err, want)
		}
		if err != nil {
			return
		}
		v, err := jsonpos.NewScanner(data, jsonpos.Limits{Depth: 10_000, Number: 1000}).Value()
		if err != nil {
			t.Fatal(err)
		}
		var want any
		d := json.NewDecoder(bytes.NewReader(data))
		d.UseNumber()
		if err := d.Decode(&want); err != nil || !reflect.DeepEqual(v, want) {
			t.Fatalf("%q: %v, want %v", data, v, want)
		}
	})
}

func TestAPrefixOfATextIsShortAndNotWrong(t *testing.T) {
	const text = `{"a": [1, -2.5e-7, true, false, null, {"b": "x\"\u00e9\ud83d\ude00é😀", "c": []}], "d": "e"}`
	for i := range len(text) {
		s := jsonpos.NewScanner([]byte(text[:i]), jsonpos.Limits{})
		if err := s.Skip(); err == nil || !s.Short() {
			t.Errorf("%q: %v, short: %v", text[:i], err, s.Short())
		}
	}
}

func TestFaultsAreCollectedWhereTheTextCanBeReadOn(t *testing.T) {
	const text = "{\"a\": \"\xff\", \"a\": 1e999, \"b\": \"\\udc00\", \"c\": [{\"d\":1,\"e\":2,\"d\":3}]}"
	s := jsonpos.NewScanner([]byte(text), jsonpos.Limits{})
	var faults []jsonpos.Fault
	var at []int
	s.Collect = func(e *jsonpos.Error) { faults, at = append(faults, e.Fault), append(at, e.Offset) }
	if err := s.Skip(); err != nil {
		t.Fatal(err)
	}
	want := []jsonpos.Fault{jsonpos.Encoding, jsonpos.DuplicateKey, jsonpos.NumberTooLong, jsonpos.Encoding, jsonpos.DuplicateKey}
	if !reflect.DeepEqual(faults, want) {
		t.Errorf("got %v", faults)
	}
	for i, offset := range []int{7, 11, 16, 29, 57} {
		if at[i] != offset {
			t.Errorf("fault %d is at %d, want %d", i, at[i], offset)
		}
	}
}

func TestManyNamesInOneObjectTakeNoLongerThanTheyMust(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("{")
	for i := range 200_000 { // 20 thousand million comparisons, if each were compared with each
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"`)
		b.WriteString(strings.Repeat("x", i%3) + json.Number(itoa(i)).String())
		b.WriteString(`":0`)
	}
	b.WriteString(`,"17":1}`)
	var e *jsonpos.Error
	if err := scan(b.Bytes()); err != nil && (!errors.As(err, &e) || e.Fault != jsonpos.DuplicateKey) {
		t.Errorf("got %v", err)
	}
}

func itoa(n int) string { b, _ := json.Marshal(n); return string(b) }
