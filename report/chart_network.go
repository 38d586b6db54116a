package report

import (
	"cmp"
	"math"
	"slices"

	"github.com/hrdd-go/hrdd/internal/svg"
	"github.com/hrdd-go/hrdd/supplier"
)

// Measures of the picture of the network in user units.
const (
	nodeWidth, nodeHeight = 152.0, 76.0
	nodeAcross, nodeDown  = 198.0, 88.0
	networkTop            = 40.0
	nodeText              = 12 * svg.Bold // the height of letters in a node, as wide as bold ones
)

// network draws the supply network by tiers: suppliers of one kind at one tier
// as one box, where the linkages are, and the ways that show it.
func (c *composer) network() {
	n := c.ev.Network
	if n == nil || n.Len() < 2 {
		return
	}
	if c.withheld.whole("relationships") || c.withheld.whole("suppliers") {
		c.note(withheldNote)
		c.say(c.Text("network.withheld"))
		return
	}
	g := c.groupNetwork()
	columns := g.place()
	width := float64(len(columns)-1)*nodeAcross + nodeWidth + 8
	height := networkTop
	for i := range g.groups {
		height = max(height, g.groups[i].y+nodeHeight+10)
	}
	title, description := c.Text("network.title"), c.Text("network.description", n.Len(), n.Links())
	p := svg.New("network-picture", width, height, title, description)
	for i, col := range columns {
		p.Text(float64(i)*nodeAcross+nodeWidth/2+4, 18, svg.Middle, "axis-label", c.columnTitle(col))
	}
	for pass := range 2 { // the ways above the others
		for _, l := range g.links {
			if l.path == (pass == 1) {
				drawLink(p, &g.groups[l.from], &g.groups[l.to], l)
			}
		}
	}
	for i := range g.groups {
		c.node(p, &g.groups[i])
	}
	c.figure(figure{"network", title, description, p.End(), c.Text("figure.table"), false})
	c.networkTable(g)
	c.endFigure()
}

// place gives each group its place: far tiers on the left, the company where
// what is supplied arrives, those who distribute on its right, and those to
// whom no way is known at the end. It returns the columns from the left.
func (g *grouped) place() []groupKey {
	column := func(k groupKey) groupKey {
		if k.direction == supplier.Reverse {
			k.direction = supplier.Upstream // both come towards the company
		}
		return groupKey{direction: k.direction, tier: k.tier}
	}
	at := func(k groupKey) int {
		switch {
		case k.tier < 0:
			return 1000
		case k.direction == supplier.Downstream:
			return k.tier
		}
		return -k.tier
	}
	var columns []groupKey
	for i := range g.groups {
		if k := column(g.groups[i].groupKey); !slices.Contains(columns, k) {
			columns = append(columns, k)
		}
	}
	slices.SortFunc(columns, func(a, b groupKey) int { return cmp.Compare(at(a), at(b)) })
	tallest := 0
	stacks := make([][]int, len(columns))
	for i := range g.groups {
		col := slices.Index(columns, column(g.groups[i].groupKey))
		stacks[col] = append(stacks[col], i)
		tallest = max(tallest, len(stacks[col]))
	}
	for col, stack := range stacks {
		slices.SortStableFunc(stack, func(a, b int) int {
			x, y := &g.groups[a], &g.groups[b]
			return cmp.Or(cmp.Compare(x.direction, y.direction), cmp.Compare(x.category, y.category))
		})
		top := networkTop + float64(tallest-len(stack))*nodeDown/2
		for row, i := range stack {
			g.groups[i].x, g.groups[i].y = float64(col)*nodeAcross+4, top+float64(row)*nodeDown
		}
	}
	return columns
}

func (c *composer) columnTitle(k groupKey) string {
	switch {
	case k.tier < 0:
		return c.Text("network.unknown")
	case k.tier == 0:
		return c.Text("company")
	case k.tier == mostTiers:
		return c.Text("tiers.from", k.tier)
	}
	return c.Text("tiers.one", k.tier)
}

// drawLink draws a link between two groups, wider for more relationships.
func drawLink(p *svg.Picture, from, to *group, l groupLink) {
	class := "link"
	if l.path {
		class += " way"
	}
	if l.madeUp {
		class += " made-up"
	}
	x1, x2 := from.x+nodeWidth, to.x
	if from.x > to.x {
		x1, x2 = from.x, to.x+nodeWidth
	}
	y1, y2 := from.y+nodeHeight/2, to.y+nodeHeight/2
	if from.x == to.x { // within a tier: down the side
		x1, x2 = from.x+nodeWidth, to.x+nodeWidth
		p.Polyline(class, x1, y1, x1+12, y1, x2+12, y2, x2, y2)
		return
	}
	p.Curve(x1, y1, x2, y2, 1+math.Log2(float64(l.links))/2, class)
}

// groupName returns what a group is called: its only member, or what they do.
func (c *composer) groupName(g *group) string {
	if g.members == 1 || g.tier == 0 {
		for i := range c.doc.Suppliers {
			if s := &c.doc.Suppliers[i]; s.ID == g.only && s.Name != "" {
				return s.Name
			}
		}
	}
	switch g.category {
	case "":
		return c.Text("network.uncategorised")
	case "*":
		return c.Text("network.others")
	}
	return c.named("category", string(g.category))
}

func (c *composer) node(p *svg.Picture, g *group) {
	class := "node"
	switch {
	case g.tier == 0:
		class = "node company-node"
	case len(g.linkages) > 0:
		class = "node harm"
	}
	name := c.groupName(g)
	p.Group(class, name)
	p.Rect(g.x, g.y, nodeWidth, nodeHeight, 4, "")
	for i, line := range svg.Lines(name, nodeWidth-18, nodeText, 3) {
		p.Text(g.x+9, g.y+18+float64(i)*14, svg.Start, "node-name", line)
	}
	note := ""
	if g.members > 1 {
		note = c.Text("network.members", g.members)
	}
	if g.direction == supplier.Reverse {
		note = join(note, c.Text("network.reverse"))
	}
	for i, l := range g.linkages {
		if i == 4 {
			note = join(note, "…")
			break
		}
		note = join(note, c.linkageLabel(l))
	}
	p.Text(g.x+9, g.y+nodeHeight-9, svg.Start, "node-note", svg.Fit(note, nodeWidth-18, nodeText))
	p.EndGroup()
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + " · " + b
}

func (c *composer) networkTable(g *grouped) {
	c.table(table{"network-table", c.Text("network.title"), []column{
		{c.Text("network.group"), nameColumn}, {c.Text("network.place"), textColumn}, {c.Text("network.count"), numberColumn},
		{c.Text("section.linkages"), textColumn},
	}})
	for i := range g.groups {
		k := &g.groups[i]
		c.row("")
		c.cell()
		c.given(c.groupName(k))
		c.cell()
		c.say(c.columnTitle(k.groupKey))
		if k.direction == supplier.Reverse || k.direction == supplier.Downstream {
			c.say(", " + c.enum("direction", k.direction))
		}
		c.cell()
		c.say(c.Number(k.members))
		c.cell()
		if len(k.linkages) == 0 {
			c.say("–")
			continue
		}
		c.join(len(k.linkages), func(i int) {
			c.link(anchor("linkage", k.linkages[i]), c.linkageLabel(k.linkages[i]), false)
		})
	}
	c.endTable()
}
