package csvtext_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/hrdd-go/hrdd/internal/csvtext"
)

const data = "../../../shared/data/"

// read returns the fields of all records of s, and the errors of those that
// have none.
func read(t testing.TB, src io.Reader) (rows [][]string, bad []string) {
	t.Helper()
	r := csvtext.NewReader(src, csvtext.Options{})
	for {
		rec, err := r.Read()
		if err == io.EOF {
			return rows, bad
		}
		if err != nil {
			t.Fatal(err)
		}
		if rec.Err != nil {
			bad = append(bad, rec.Err.Error())
			continue
		}
		rows = append(rows, slices.Clone(rec.Fields))
	}
}

func TestWhatFilesReallyHold(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     [][]string
		bad      []string
	}{
		{"nothing", "", nil, nil},
		{"a byte-order mark", "\xef\xbb\xbfa,b\n1,2\n", [][]string{{"a", "b"}, {"1", "2"}}, nil},
		{"semicolons", "a;b\n1,5;2\n", [][]string{{"a", "b"}, {"1,5", "2"}}, nil},
		{"tabs", "a\tb\n1\t2\n", [][]string{{"a", "b"}, {"1", "2"}}, nil},
		{"sep=", "sep=;\r\na;b\r\n1;2", [][]string{{"a", "b"}, {"1", "2"}}, nil},
		{"Windows-1252", "a,b\nZ\xfcrich,\x80\n", [][]string{{"a", "b"}, {"Zürich", "€"}}, nil},
		{"both encodings", "a,b\nZ\xfcrich,Zürich\n", [][]string{{"a", "b"}, {"Zürich", "Zürich"}}, nil},
		{"bare carriage returns", "a,b\r1,2\r\"x\ry\",4\r", [][]string{{"a", "b"}, {"1", "2"}, {"x\ry", "4"}}, nil},
		{"carriage returns in a file of line feeds", "a,b\n1\r2,3\n", [][]string{{"a", "b"}, {"1\r2", "3"}}, nil},
		{"line ends of both kinds", "a,b\n1,2\r3,\"4\"\r\"5\",6\r\n7,8\r9,0", [][]string{{"a", "b"}, {"1", "2"}, {"3", "4"}, {"5", "6"}, {"7", "8"}, {"9", "0"}}, nil},
		{"a carriage return in the last field", "a,b\n1,x\ry\n2,z\n", [][]string{{"a", "b"}, {"1", "x\ry"}, {"2", "z"}}, nil},
		{"carriage returns at the end", "a,b\n1,2\r\r\r3,4\n", [][]string{{"a", "b"}, {"1", "2\r\r"}, {"3", "4"}}, nil},
		{"a carriage return too many", "a,b\r\r\n1,2\r\r\n", [][]string{{"a", "b"}, {"1", "2"}}, nil},
		{"a quoted line end stays as it is", "a\r\n\"x\r\ny\"\r\n", [][]string{{"a"}, {"x\r\ny"}}, nil},
		{"empty lines", "\n\na\n\n\n1\n\n", [][]string{{"a"}, {"1"}}, nil},
		{"an empty quoted field is a row", "a\n\"\"\n", [][]string{{"a"}, {""}}, nil},
		{"a comma at the end", "a,b\n1,\n", [][]string{{"a", "b"}, {"1", ""}}, nil},
		{"a quote inside", "a,b\n3\" pipe,2\n", [][]string{{"a", "b"}, {`3" pipe`, "2"}}, nil},
		{"text after a quote", "a,b\n\"x\"y,2\n3,4\n", [][]string{{"a", "b"}, {"3", "4"}},
			[]string{"line 2, column 3: text follows a closing quote; double a quote that belongs to the text"}},
		{"a quote that is not closed", "a,b\n1,\"x\n3,4\n5,6\n", [][]string{{"a", "b"}, {"3", "4"}, {"5", "6"}},
			[]string{"line 2, column 3: the quote is not closed; close it, or double it if it belongs to the text"}},
		{"a quote closed by another row's", "a,b\n1,\"x\n3,\"y\n5,6\n", [][]string{{"a", "b"}, {"5", "6"}},
			[]string{"line 3, column 3: text follows a closing quote; double a quote that belongs to the text",
				"line 3, column 3: the quote is not closed; close it, or double it if it belongs to the text"}},
		{"no line end at the end, quoted", "a\n\"1\"", [][]string{{"a"}, {"1"}}, nil},
	} {
		for name, src := range map[string]io.Reader{
			"": strings.NewReader(c.in), " byte by byte": iotest.OneByteReader(strings.NewReader(c.in)),
		} {
			got, bad := read(t, src)
			if !reflect.DeepEqual(got, c.want) || !slices.Equal(bad, c.bad) {
				t.Errorf("%s%s:\n got %q %q\nwant %q %q", c.name, name, got, bad, c.want, c.bad)
			}
		}
	}
}

func TestEmptyLinesAreCounted(t *testing.T) {
	r := csvtext.NewReader(strings.NewReader("\n\na\n\nb\nc\n\n"), csvtext.Options{})
	for _, want := range []int{2, 1, 0} {
		if rec, err := r.Read(); err != nil || rec.Empty != want {
			t.Errorf("%+v, %v; want %d empty lines before", rec, err, want)
		}
	}
}

func TestLinesOfBothKindsAreCounted(t *testing.T) {
	r := csvtext.NewReader(strings.NewReader("a,b\n1,2\r\"x\ny\",3\r4,5\n6,7"), csvtext.Options{})
	for _, want := range []int{1, 2, 3, 5, 6} {
		if rec, err := r.Read(); err != nil || rec.Line != want {
			t.Errorf("%+v, %v; want line %d", rec, err, want)
		}
	}
}

func TestUTF16IsRefusedWithARemedy(t *testing.T) {
	_, err := csvtext.NewReader(strings.NewReader("\xff\xfea\x00,\x00"), csvtext.Options{}).Read()
	var bad *csvtext.EncodingError
	if !errors.As(err, &bad) || bad.Found != "UTF-16" {
		t.Errorf("got %v", err)
	}
}

func TestAnErrorOfTheSourceIsNotTheEndOfTheTable(t *testing.T) {
	broken := errors.New("the line went dead")
	r := csvtext.NewReader(io.MultiReader(strings.NewReader("a,b\n1,2\n"), iotest.ErrReader(broken)), csvtext.Options{})
	for range 2 {
		if _, err := r.Read(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := r.Read(); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

func TestAMissingQuoteCostsOneRowOfAnyNumber(t *testing.T) {
	var b strings.Builder
	b.WriteString("a,b\n1,\"open\n")
	for i := range 100_000 {
		fmt.Fprintf(&b, "%d,x\n", i)
	}
	rows, bad := read(t, strings.NewReader(b.String()))
	if len(rows) != 100_001 || len(bad) != 1 {
		t.Errorf("%d rows, %d bad; want 100001 and 1", len(rows), len(bad))
	}
}

func TestALineWithoutEndIsGivenUpInBoundedMemory(t *testing.T) {
	long := io.MultiReader(strings.NewReader("a,b\n"), io.LimitReader(zeros{}, 5*csvtext.MaxRecord), strings.NewReader("\n1,2\n"))
	rows, bad := read(t, long)
	if len(bad) == 0 || len(rows) == 0 || !slices.Equal(rows[len(rows)-1], []string{"1", "2"}) {
		t.Errorf("%d rows, %d bad", len(rows), len(bad))
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '0'
	}
	return len(p), nil
}

// The files of csv-spectrum, each with the same data as JSON.
func TestCSVSpectrum(t *testing.T) {
	files, _ := filepath.Glob(data + "csv-spectrum/csvs/*.csv")
	if len(files) == 0 {
		t.Skip("csv-spectrum is not here")
	}
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(filepath.Join(data+"csv-spectrum/json", strings.TrimSuffix(filepath.Base(f), ".csv")+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var want []map[string]string
		if err := json.Unmarshal(text, &want); err != nil {
			t.Fatal(err)
		}
		rows, bad := read(t, bytes.NewReader(src))
		var got []map[string]string
		for _, row := range rows[1:] {
			m := map[string]string{}
			for i, v := range row {
				m[rows[0][i]] = v
			}
			got = append(got, m)
		}
		if len(bad) > 0 || !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n got %q %q\nwant %q", filepath.Base(f), got, bad, want)
		}
	}
}

// A file with bare carriage returns, which encoding/csv takes for one row.
func TestBareCarriageReturnsEndRows(t *testing.T) {
	f, err := os.Open(data + "upr-recommendations/2008.csv")
	if err != nil {
		t.Skip("the file is not here")
	}
	defer f.Close()
	rows, bad := read(t, f)
	decisions := map[string]int{}
	for _, r := range rows[1:] {
		if len(r) != 6 {
			t.Errorf("%d fields: %q", len(r), r)
			continue
		}
		decisions[r[2]]++
	}
	want := map[string]int{"consider": 695, "support": 312, "unknown": 17}
	if len(bad) > 0 || !reflect.DeepEqual(decisions, want) {
		t.Errorf("%v, %d bad; want %v", decisions, len(bad), want)
	}
}

func TestNothingThatASpreadsheetRunsStartsACell(t *testing.T) {
	corpus := []string{"=1+1", "+1+1", "-1+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "\r=1", "＝1+1", "dde(\"x\")", "'=1", "''=1", "-", "+", "=", "--1", "-1-1", "+.", "@"}
	if text, err := os.ReadFile(data + "csv-injection/Intruder/csv-payload.txt"); err == nil {
		corpus = append(corpus, strings.Split(strings.TrimSpace(string(text)), "\n")...)
	}
	for _, s := range corpus {
		safe := csvtext.Neutral(s)
		if safe[0] != '\'' || csvtext.Restore(safe) != s {
			t.Errorf("%q is written as %q and read as %q", s, safe, csvtext.Restore(safe))
		}
	}
	for _, s := range []string{"", "'", "Ltd.", "'s-Hertogenbosch", "-33.8688", "+4915112345", "O'Neill", "DDE Textile", "a=b", "5-1"} {
		if got := csvtext.Neutral(s); got != s || csvtext.Restore(s) != s {
			t.Errorf("%q is written as %q", s, got)
		}
	}
}

func FuzzNeutralRoundTrips(f *testing.F) {
	f.Add("'=1")
	f.Add("'-5")
	f.Add("DDE (x)")
	f.Fuzz(func(t *testing.T, s string) {
		safe := csvtext.Neutral(s)
		if csvtext.Restore(safe) != s {
			t.Fatalf("%q, %q, %q", s, safe, csvtext.Restore(safe))
		}
		if csvtext.Neutral(safe) != safe && safe == s {
			t.Fatalf("%q is not safe", safe)
		}
	})
}

// FuzzRead compares with encoding/csv on what both read the same way, and
// looks at the same bytes in other portions.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"a,b\n1,2\n", "\"a\"\"b\",c\r\n", "a;b\r1;2\r", "\xef\xbb\xbfx\n\"\n", "sep=|\na|b\n", "a,\"b\nc\",d\n\n\"e", "\r\r\n,\r\n", "a\"b,\"c\"d\n", "Z\xfc,1\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.HasPrefix(s, "\xff\xfe") || strings.HasPrefix(s, "\xfe\xff") {
			return
		}
		rows, bad := read(t, strings.NewReader(s))
		slow, slowBad := read(t, iotest.OneByteReader(strings.NewReader(s)))
		if !reflect.DeepEqual(rows, slow) || !slices.Equal(bad, slowBad) {
			t.Fatalf("in other portions: %q %q\nand %q %q", rows, bad, slow, slowBad)
		}
		for _, r := range rows {
			for _, v := range r {
				if !utf8.ValidString(v) {
					t.Fatalf("%q is not UTF-8", v)
				}
			}
		}
		if strings.Count(s, "\n") > csvtext.MaxLines || strings.Contains(s, "\r") || !utf8.ValidString(s) || strings.HasPrefix(s, "\ufeff") || len(s) > 4 && strings.EqualFold(s[:4], "sep=") {
			return
		}
		probe := csvtext.NewReader(strings.NewReader(s), csvtext.Options{})
		if _, err := probe.Read(); err != nil {
			return
		}
		std := csv.NewReader(strings.NewReader(s))
		std.FieldsPerRecord, std.Comma = -1, rune(probe.Comma())
		if want, err := std.ReadAll(); err == nil && (len(bad) > 0 || !reflect.DeepEqual(rows, want)) {
			t.Fatalf("%q %q; encoding/csv reads %q", rows, bad, want)
		}
	})
}

func table(rows int) []byte {
	var b bytes.Buffer
	b.WriteString("country,name,address,sector\n")
	for i := range rows {
		fmt.Fprintf(&b, "China,\"Factory %d Co., Ltd.\",\"No. %d West of Liaohe Road, Dalian City\",Apparel\n", i, i)
	}
	return b.Bytes()
}

func BenchmarkRead(b *testing.B) {
	in := table(10_000)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		r := csvtext.NewReader(bytes.NewReader(in), csvtext.Options{})
		for {
			if _, err := r.Read(); err != nil {
				break
			}
		}
	}
}

func BenchmarkEncodingCSV(b *testing.B) {
	in := table(10_000)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		r := csv.NewReader(bytes.NewReader(in))
		r.ReuseRecord = true
		for {
			if _, err := r.Read(); err != nil {
				break
			}
		}
	}
}

// A line that is too long may hold anything, also what looks like rows further
// on in it.
func TestALineThatIsTooLongIsOneBadRecordToItsEnd(t *testing.T) {
	for _, end := range []string{"\n", "\r\n", "\r"} {
		for _, size := range []int{csvtext.MaxRecord + 9, 3*csvtext.MaxRecord + 77} {
			for name, long := range map[string]string{
				"text":          strings.Repeat("x", size) + ",2",
				"fields":        strings.Repeat("1234567890,", size/11) + "1234567890",
				"an open quote": `"` + strings.Repeat("x", size) + ",2",
			} {
				r := csvtext.NewReader(strings.NewReader("a,b"+end+"1,2"+end+long+end+"3,4"+end), csvtext.Options{})
				var got []string
				for rec, err := r.Read(); err == nil; rec, err = r.Read() {
					got = append(got, fmt.Sprint(rec.Line, rec.Fields, rec.Err != nil))
				}
				if want := []string{"1 [a b] false", "2 [1 2] false", "3 [] true", "4 [3 4] false"}; !slices.Equal(got, want) {
					t.Errorf("%s of %d bytes before %q: %.200q, want %q", name, size, end, got, want)
				}
			}
		}
	}
}

func TestARecordThatTheSourceCutsOffIsNotGiven(t *testing.T) {
	broken := errors.New("connection lost")
	for _, c := range []struct {
		in   string
		want [][]string
	}{
		{"a,b\n1,200\n3,4", [][]string{{"a", "b"}, {"1", "200"}}},
		{"a,b\n1,200\n", [][]string{{"a", "b"}, {"1", "200"}}},
		{"a,b\n1,\"2\n5,6\n7,8\n", [][]string{{"a", "b"}}},
		{"a,b\n1,\"2\"", [][]string{{"a", "b"}}},
		{"a,b", nil},
		{"", nil},
	} {
		r := csvtext.NewReader(io.MultiReader(strings.NewReader(c.in), iotest.ErrReader(broken)), csvtext.Options{})
		var got [][]string
		rec, err := r.Read()
		for ; err == nil; rec, err = r.Read() {
			got = append(got, slices.Clone(rec.Fields))
		}
		if !errors.Is(err, broken) || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q: %q, %v; want %q and the error of the source", c.in, got, err, c.want)
		}
	}
}
