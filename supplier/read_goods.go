package supplier

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/hrdd-go/hrdd/internal/iso3166"
	"github.com/hrdd-go/hrdd/internal/textfold"
	"github.com/hrdd-go/hrdd/risk"
)

// goodXML and goodCountryXML are the layout of the list of goods as the United
// States Department of Labor publishes it for its Sweat & Toil application.
type goodXML struct {
	XMLName   xml.Name         `xml:"Good"`
	Name      string           `xml:"Good_Name"`
	Sector    string           `xml:"Good_Sector"`
	Countries []goodCountryXML `xml:"Countries>Country"`
}

type goodCountryXML struct {
	Name              string `xml:"Country_Name"`
	Region            string `xml:"Country_Region"`
	ChildLabour       string `xml:"Child_Labor"`
	ForcedLabour      string `xml:"Forced_Labor"`
	ForcedChildLabour string `xml:"Forced_Child_Labor"`
}

// XMLError says that a file is not the XML that a reader knows.
type XMLError struct {
	Line, Column int // of the file, from 1
	Why          string
}

// Error gives line and column and what is wrong there.
func (e *XMLError) Error() string {
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.Why)
}

// maxGoodBytes is more than one good with all its countries takes; it bounds
// the memory that one good can be made to take.
const maxGoodBytes = 1 << 20

// boundedReader gives no more than a number of bytes before that is set anew.
type boundedReader struct {
	src  io.Reader
	left int
}

func (b *boundedReader) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, &XMLError{Why: "a good takes more than a megabyte"}
	}
	n, err := b.src.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}

// ReadGoods reads the list of goods produced by child labour or forced labour of
// the United States Department of Labor in its XML layout. A row of the summary
// is one good from one country, counted from 1, and a good without a country is
// one that is skipped; the notes name it by its line in the file. A country that
// is not one by ISO 3166-1 is kept by name and noted. Of o, only MaxNotes and
// Progress are used. It returns an *[XMLError] if the file is not well-formed or
// has another layout; what was read before it is returned too.
func ReadGoods(ctx context.Context, src io.Reader, o ReadOptions) ([]ListedGood, ReadSummary, error) {
	in := &boundedReader{src: src, left: maxGoodBytes}
	r := goodsReader{in: in, xml: xml.NewDecoder(in), options: o, seen: make(map[goodKey]int)}
	r.xml.CharsetReader = func(charset string, _ io.Reader) (io.Reader, error) {
		return nil, &EncodingError{Found: charset}
	}
	err := r.read(ctx)
	return r.goods, r.summary, err
}

// goodKey identifies a good from a country.
type goodKey struct{ good, country string }

type goodsReader struct {
	in      *boundedReader
	xml     *xml.Decoder
	options ReadOptions
	goods   []ListedGood
	seen    map[goodKey]int // place in goods
	summary ReadSummary
}

func (r *goodsReader) read(ctx context.Context) error {
	begun, ended := false, false // the root element
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		token, err := r.xml.Token()
		if errors.Is(err, io.EOF) && begun {
			return nil
		}
		if err != nil {
			return r.wrap(err)
		}
		if _, ok := token.(xml.EndElement); ok {
			ended = true
		}
		start, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case ended:
			return r.fault("an element %q after the end of \"Goods\"; a file holds one list", start.Name.Local)
		case !begun && start.Name.Local != "Goods":
			return r.fault("the root element is %q; expected \"Goods\"", start.Name.Local)
		case !begun:
			begun = true
		case start.Name.Local != "Good":
			return r.fault("an element %q in \"Goods\"; expected \"Good\"", start.Name.Local)
		default:
			line, _ := r.xml.InputPos()
			var g goodXML
			if err := r.xml.DecodeElement(&g, &start); err != nil {
				return r.wrap(err)
			}
			r.good(&g, line)
			r.in.left = maxGoodBytes
			if r.options.Progress != nil {
				r.options.Progress(r.summary.Rows)
			}
		}
	}
}

func (r *goodsReader) fault(format string, args ...any) error {
	line, column := r.xml.InputPos()
	return &XMLError{Line: line, Column: column, Why: fmt.Sprintf(format, args...)}
}

// wrap gives an error of the decoder its place. Errors of the source stay as
// they are.
func (r *goodsReader) wrap(err error) error {
	if syntax := (*xml.SyntaxError)(nil); errors.As(err, &syntax) {
		return r.fault("%s", syntax.Msg)
	}
	if bad := (*XMLError)(nil); errors.As(err, &bad) {
		return r.fault("%s", bad.Why)
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return r.fault("the file ends too soon")
	}
	return err
}

// good takes in one good with its countries.
func (r *goodsReader) good(g *goodXML, line int) {
	name := strings.TrimSpace(g.Name)
	if len(g.Countries) == 0 {
		g.Countries = []goodCountryXML{{}} // a row that says nothing, so that the good is not lost in silence
	}
	for _, c := range g.Countries {
		r.summary.Rows++
		say := func(e RowEffect, column, found, why string) {
			r.summary.note(r.options.MaxNotes, RowNote{Row: r.summary.Rows, Line: line, Column: column, Effect: e, Found: found, Why: why})
		}
		l := ListedGood{Good: name, Sector: strings.TrimSpace(g.Sector), CountryName: strings.TrimSpace(c.Name), Region: strings.TrimSpace(c.Region)}
		if l.Good == "" || l.CountryName == "" {
			r.summary.Skipped++
			say(RowSkipped, "", "", "it names no good or no country")
			continue
		}
		code, ok := iso3166.Lookup(l.CountryName)
		if !ok {
			say(CellKept, "Country_Name", l.CountryName, "is not a country of ISO 3166-1; it is kept by name")
		}
		l.Country = code
		for _, a := range [...]struct {
			element, text string
			to            *risk.Answer
		}{
			{"Child_Labor", c.ChildLabour, &l.ChildLabour}, {"Forced_Labor", c.ForcedLabour, &l.ForcedLabour},
			{"Forced_Child_Labor", c.ForcedChildLabour, &l.ForcedChildLabour},
		} {
			switch text := strings.TrimSpace(a.text); {
			case strings.EqualFold(text, "yes"):
				*a.to = risk.Yes
			case strings.EqualFold(text, "no"):
				*a.to = risk.No
			case text != "":
				say(CellLeftOut, a.element, text, "is neither Yes nor No")
			}
		}
		k := goodKey{textfold.Name(l.Good), textfold.Name(l.CountryName)}
		if at, again := r.seen[k]; again {
			r.merge(&r.goods[at], &l, say)
			continue
		}
		r.seen[k] = len(r.goods)
		r.goods = append(r.goods, l)
		r.summary.Read++
	}
}

// merge adds what a row says to an earlier one of the same good and country.
// Where they contradict, Yes is believed: the list says No of what it has not
// found.
func (r *goodsReader) merge(to, l *ListedGood, say func(e RowEffect, column, found, why string)) {
	to.ChildLabour, to.ForcedLabour = max(to.ChildLabour, l.ChildLabour), max(to.ForcedLabour, l.ForcedLabour)
	to.ForcedChildLabour = max(to.ForcedChildLabour, l.ForcedChildLabour)
	for _, f := range [...]struct {
		element string
		to, s   *string
	}{{"Good_Sector", &to.Sector, &l.Sector}, {"Country_Region", &to.Region, &l.Region}} {
		switch {
		case *f.to == "":
			*f.to = *f.s
		case *f.s != "" && *f.s != *f.to:
			say(CellLeftOut, f.element, *f.s, "is not what the good and the country are listed with before")
		}
	}
	r.summary.Merged++
	say(RowMerged, "", "", "the good and the country are listed before; yes goes before no")
}
