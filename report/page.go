package report

// page is what a format makes of the parts of a report. Sections speak to it
// in the order of the document: a block is begun, words and values are put
// into it, and the next block ends it. Only containers are ended by name.
//
// Words passed to say are the library's own, in the reader's language; text
// passed to given comes from the document or the host. Both are escaped.
type page interface {
	// begin starts the report; end finishes it. Both are called once.
	begin(h heading)
	end()

	contents(title string, parts []part)
	section(id, title string) // a part of the report; ended by endSection
	endSection()
	heading(text string) // a heading inside a section

	paragraph()         // plain text
	lead()              // text that opens a section
	note(kind noteKind) // text set apart

	list() // ended by endList
	item()
	endList()

	facts(kind factsKind) // pairs of a name and a value; ended by endFacts
	fact(name string)
	endFacts()

	record(id string) // something with a heading and facts; ended by endRecord
	recordTitle()     // its heading; words follow
	endRecord()

	table(t table) // ended by endTable
	row(id string)
	cell()
	endTable()

	draws() bool     // can it show pictures?
	figure(f figure) // a picture; the table with the same figures follows; ended by endFigure
	endFigure()

	say(words string)
	strong(words string)
	given(text string)
	title(text string) // text of the document that names what the block is about
	link(to, text string, own bool)
	outside(address string) // an address of the document
	missing(words string)   // stands for a value that nobody stated
	badge(kind badgeKind, words string)
	levels(lo, hi, of int, words string) // a level or a range of levels, drawn and said
	also()                               // what follows is of the same weight, on a line of its own
	line()                               // what follows is of less weight, on a line of its own

	err() error
}

// heading is what stands at the head of a report.
type heading struct {
	lang     string // of the report
	dataLang string // of the document's texts, empty if not stated
	rtl      bool
	kicker   string // what kind of report it is, in the reader's language
	title    string // of the document
	company  string // of the document
	fallback string // stands for a title or company that is not stated
	skip     string // the words of the link that skips to the content
	private  bool   // must not be found by search engines
}

// part is an entry of the contents.
type part struct{ id, title string }

type noteKind uint8

const (
	plainNote        noteKind = iota
	illustrativeNote          // on values that are not the company's own
	withheldNote              // on what is kept back
)

type factsKind uint8

const (
	plainFacts    factsKind = iota
	coverFacts              // on the title page
	figures                 // large numbers
	headlineFacts           // what a reader must know first
)

type badgeKind uint8

const (
	plainBadge badgeKind = iota
	illustrativeBadge
	graveBadge
	doneBadge
	activeBadge
	waitingBadge
	stoppedBadge
)

// table describes a table before its rows come.
type table struct {
	id      string
	caption string
	columns []column
}

// column is one column of a table. The first column that is a name heads its
// rows.
type column struct {
	title string
	kind  columnKind
}

type columnKind uint8

const (
	textColumn columnKind = iota
	nameColumn            // heads the row
	codeColumn            // heads the row, by a short code
	numberColumn
	levelColumn
	shortColumn
)

// figure is a picture with its title and what it shows in words.
type figure struct {
	id          string
	title       string
	description string // empty if the picture tells it only to those who do not see it
	svg         []byte
	tableTitle  string // of the table with the same figures; empty if it stands outside the figure
	again       bool   // another part of the report has the same figures: paper needs no table here
}
