package risk

import (
	"slices"

	"github.com/hrdd-go/hrdd/internal/textenum"
)

// InstrumentID names an instrument in a catalogue. It is the text of the
// citation of the whole instrument: "ICESCR", "ILO:C98", "UNGA:76/300".
type InstrumentID string

// Instrument is a treaty, a declaration or another text that states human
// rights. What a [Catalogue] returns is a copy that belongs to the caller.
type Instrument struct {
	ID    InstrumentID `json:"id"`
	Names Names        `json:"names"`
	Year  int          `json:"year"` // of adoption

	// LastArticle is the number of its last article, final clauses included; 0
	// if it has none or the number is not known. The numbers are from memory of
	// texts that do not change and were not looked up again for this version.
	LastArticle int `json:"lastArticle,omitzero"`

	// Articles are those most used in human rights due diligence, as a reading
	// aid; empty if none are singled out.
	Articles []string `json:"articles,omitzero"`

	// Minimum says that the instrument is part of the minimum of UNGP 12: the
	// International Bill of Human Rights and the fundamental conventions of the
	// ILO.
	Minimum bool `json:"minimum,omitzero"`

	// Labour is the fundamental principle of the ILO that the instrument
	// carries; LabourNotStated for one that is not a fundamental instrument of
	// the ILO.
	Labour LabourPrinciple `json:"labour,omitzero"`
}

// Name returns the title of the instrument in a language, see [Names.In]; its
// ID if it has no title.
func (i Instrument) Name(lang string) string { return i.Names.in(lang, string(i.ID)) }

// Cite returns the citation of an article of the instrument, of the whole
// instrument if article is empty: article 4 of "ILO:C98" is ILO:C98:4.
func (i Instrument) Cite(article string) Citation { return citeIn(i.ID, article) }

// clone returns a copy of i that shares nothing with it.
func (i Instrument) clone() Instrument {
	i.Names, i.Articles = i.Names.clone(), slices.Clone(i.Articles)
	return i
}

// LabourPrinciple is one of the five fundamental principles and rights at work
// of the ILO (Declaration of 1998, amended in 2022 to take in a safe and
// healthy working environment).
type LabourPrinciple uint8

const (
	LabourNotStated      LabourPrinciple = iota
	LabourAssociation                    // freedom of association and collective bargaining
	LabourForcedLabour                   // elimination of forced or compulsory labour
	LabourChildLabour                    // abolition of child labour
	LabourDiscrimination                 // elimination of discrimination in employment
	LabourSafeWork                       // a safe and healthy working environment
)

var labourPrincipleText = textenum.Table[LabourPrinciple]{
	Kind:  "fundamental principle of the ILO",
	Names: []string{"", "association", "forced-labour", "child-labour", "discrimination", "safe-work"},
}
