package risk

import "iter"

// Anchor describes what a level of a dimension means, so that two assessors
// mean the same by it.
type Anchor struct {
	Dimension Dimension `json:"dimension,omitzero"`
	Level     Level     `json:"level,omitzero"`
	Text      string    `json:"text,omitzero"` // English
}

// anchors are a proposal of this library; a company may use its own.
var anchors = [...]Anchor{
	{DimScale, 1, "minor, brief limitation"},
	{DimScale, 2, "noticeable, short-term effect"},
	{DimScale, 3, "serious limitation of the right in the medium term"},
	{DimScale, 4, "grave effect on health, livelihood or liberty"},
	{DimScale, 5, "loss of life, torture, slavery, or loss of the core of the right"},
	{DimScope, 1, "a few individuals: fewer than 10 people and under 1 % of the group"},
	{DimScope, 2, "a small group: from 10 people or 1 % of the group"},
	{DimScope, 3, "a substantial group: from 100 people or 10 % of the group"},
	{DimScope, 4, "most of a group or community: from 1,000 people or 30 % of the group"},
	{DimScope, 5, "nearly all, or several communities: from 10,000 people or 60 % of the group"},
	{DimIrremediability, 1, "fully restorable, quickly"},
	{DimIrremediability, 2, "restorable with effort, in months"},
	{DimIrremediability, 3, "restorable in part, or at great cost, or in more than a year"},
	{DimIrremediability, 4, "restorable in small part only"},
	{DimIrremediability, 5, "impossible to restore"},
	{DimLikelihood, 1, "remote"},
	{DimLikelihood, 2, "unlikely"},
	{DimLikelihood, 3, "possible"},
	{DimLikelihood, 4, "likely"},
	{DimLikelihood, 5, "almost certain or recurring"},
}

// Anchors yields what the levels of scale, scope, irremediability and
// likelihood mean, in order. They are a proposal of this library: neither the
// Guiding Principles nor any standard has numeric levels.
func Anchors() iter.Seq[Anchor] {
	return func(yield func(Anchor) bool) {
		for _, a := range anchors {
			if !yield(a) {
				return
			}
		}
	}
}
