package report

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hrdd-go/hrdd/assessment"
	"github.com/hrdd-go/hrdd/supplier"
)

// numbered returns an ID made from a number.
func numbered(n int) uuid.UUID {
	var id uuid.UUID
	binary.BigEndian.PutUint64(id[8:], uint64(n)+1)
	return id
}

// wide returns an evaluation with a network of n suppliers in layers.
func wide(t testing.TB, n, kinds int) *assessment.Evaluation {
	t.Helper()
	doc := &assessment.Assessment{ID: numbered(0), Title: "A wide network"}
	doc.Suppliers = append(doc.Suppliers, supplier.Supplier{ID: numbered(0), Name: "The company", Buyer: true})
	for i := 1; i < n; i++ {
		kind := supplier.Category(fmt.Sprintf("kind-%d", i%kinds))
		doc.Suppliers = append(doc.Suppliers, supplier.Supplier{ID: numbered(i), Name: fmt.Sprintf("Supplier <%d>", i), Categories: []supplier.Category{kind}})
		doc.Relationships = append(doc.Relationships, supplier.Relationship{
			From: numbered(i), To: numbered(i / 7), Kind: supplier.Supply, Category: kind})
	}
	network, _, err := supplier.Compile(context.Background(), slices.Values(doc.Suppliers), slices.Values(doc.Relationships), supplier.NetworkOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return &assessment.Evaluation{Assessment: doc, Network: network}
}

// picture returns the picture of the network in a report.
func picture(t testing.TB, ev *assessment.Evaluation) []byte {
	t.Helper()
	var b bytes.Buffer
	c, err := compose(context.Background(), ev, &Options{})
	if err != nil {
		t.Fatal(err)
	}
	c.page = newHTML(&b)
	c.network()
	c.end()
	_, rest, ok := bytes.Cut(b.Bytes(), []byte("<svg"))
	if !ok {
		t.Fatal("no picture")
	}
	svg, _, _ := bytes.Cut(rest, []byte("</svg>"))
	return svg
}

func TestANetworkOfTenThousandStaysReadable(t *testing.T) {
	for _, kinds := range []int{1, 8, 200} {
		svg := picture(t, wide(t, 10_000, kinds))
		boxes := bytes.Count(svg, []byte("<rect"))
		t.Logf("%d kinds: %d bytes, %d boxes", kinds, len(svg), boxes)
		if len(svg) > 500_000 {
			t.Errorf("%d kinds: the picture has %d bytes", kinds, len(svg))
		}
		if most := 1 + mostTiers*mostGroups; boxes > most {
			t.Errorf("%d kinds: %d boxes, at most %d can be read", kinds, boxes, most)
		}
	}
}

func TestBoxesOfANetworkDoNotOverlap(t *testing.T) {
	ev := wide(t, 500, 12)
	c, err := compose(context.Background(), ev, &Options{})
	if err != nil {
		t.Fatal(err)
	}
	g := c.groupNetwork()
	g.place()
	members := 0
	for i := range g.groups {
		a := &g.groups[i]
		members += a.members
		for j := range g.groups[:i] {
			b := &g.groups[j]
			if a.x < b.x+nodeWidth && b.x < a.x+nodeWidth && a.y < b.y+nodeHeight && b.y < a.y+nodeHeight {
				t.Errorf("%+v and %+v overlap", a.groupKey, b.groupKey)
			}
		}
	}
	if members != ev.Network.Len() {
		t.Errorf("%d suppliers in the groups, %d in the network", members, ev.Network.Len())
	}
}
