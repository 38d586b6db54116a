package report

import (
	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/grievance"
)

// lessons writes what the cases say about the assessment, for a person to look
// at. It tells of their number only round figures that are reached.
func (c *composer) lessons() {
	if len(c.opts.Lessons) == 0 {
		return
	}
	c.heading(c.Text("lessons"))
	c.paragraph()
	c.say(c.Text("lessons.lead"))
	c.table(table{"lessons", c.Text("lessons.caption"), []column{
		{c.Text("lessons.look-at"), nameColumn}, {c.Text("lessons.about"), textColumn},
		{c.Text("lessons.cases"), numberColumn}, {c.Text("lessons.people"), numberColumn},
	}})
	for i := range c.opts.Lessons {
		if c.stopped() {
			break
		}
		c.lesson(&c.opts.Lessons[i])
	}
	c.endTable()
}

func (c *composer) lesson(s *grievance.Suggestion) {
	c.row("")
	c.cell()
	c.say(c.enum("lesson", s.Kind))
	if !s.Source.IsZero() {
		c.line()
		c.say(c.citation(s.Source))
	}
	c.cell()
	var about []func()
	if s.Risk != uuid.Nil {
		about = append(about, func() { c.lessonRisk(s.Risk) })
	}
	if s.Recommendation != uuid.Nil {
		about = append(about, func() { c.lessonRecommendation(s.Recommendation) })
	}
	if s.Right != "" {
		about = append(about, func() { c.say(c.right(s.Right)) })
	}
	if s.Site != uuid.Nil {
		about = append(about, func() { c.say(c.siteName(s.Site)) })
	}
	if s.Mechanism != uuid.Nil {
		about = append(about, func() { c.say(c.mechanismName(s.Mechanism)) })
	}
	if len(about) == 0 {
		c.notStated()
	}
	for i, put := range about {
		if i > 0 {
			c.also()
		}
		put()
	}
	for _, n := range [...]grievance.AtLeast{s.Cases, s.People} {
		c.cell()
		if n, ok := n.Known(); ok {
			c.phrase("lessons.at-least", n)
		} else {
			c.missing(c.Text("complaints.not-shown"))
		}
	}
}

// lessonRisk puts the title of a risk.
func (c *composer) lessonRisk(id uuid.UUID) {
	for i := range c.doc.Risks {
		if c.doc.Risks[i].ID == id {
			c.gapPlace(pointerTo("risks", i))
			return
		}
	}
	c.missing(c.Text("complaints.elsewhere"))
}

// lessonRecommendation puts the title of a recommendation.
func (c *composer) lessonRecommendation(id uuid.UUID) {
	for i := range c.doc.Recommendations {
		if c.doc.Recommendations[i].ID == id {
			c.gapPlace(pointerTo("recommendations", i))
			return
		}
	}
	c.missing(c.Text("complaints.elsewhere"))
}
